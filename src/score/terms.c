/* From values of any kind to the numbers that the rules compare. */
#include "score_private.h"

bool score_is_percent(const char *unit)
{
	return unit != NULL && unit[0] == '%';
}

bool score_has_value(const struct model_value *value)
{
	return value != NULL && value->state == MODEL_GIVEN;
}

enum model_kind score_kind_of(const struct model_indicator *indicator)
{
	if (score_has_value(indicator->target))
		return indicator->target->kind;
	if (score_has_value(indicator->actual))
		return indicator->actual->kind;
	return indicator->type;
}

/* Source: design "degree": numerator and denominator go before the printed value. */
static const struct number *plain_number(const struct score_context *context,
					 const struct model_indicator *indicator,
					 const struct model_value *value)
{
	const char *unit = value->unit != NULL ? value->unit : indicator->unit;
	const struct number *made =
		model_parts_value(context->arena, indicator->formula, value, unit);

	return made != NULL ? made : value->figure.number;
}

const struct number *score_number_of(const struct score_context *context,
				     const struct model_indicator *indicator,
				     const struct model_value *value, size_t index)
{
	if (!score_has_value(value))
		return NULL;
	switch (value->kind) {
	case MODEL_NUMBER: return plain_number(context, indicator, value);
	case MODEL_DATE:
		if (value->date_count == 1)
			index = 0; /* one date stands against each of the others */
		return index < value->date_count
			       ? number_from_int(context->arena, value->dates[index])
			       : NULL;
	case MODEL_YES_NO: return value->yes ? context->one : context->zero;
	case MODEL_SCALE:
		return value->step ? number_from_int(context->arena, value->step->rank) : NULL;
	case MODEL_TEXT: break;
	}
	return NULL;
}

size_t score_terms_count(const struct model_indicator *indicator)
{
	const struct model_value *target = indicator->target, *actual = indicator->actual;
	size_t count = 1;

	if (score_has_value(target) && target->kind == MODEL_DATE && target->date_count > count)
		count = target->date_count;
	if (score_has_value(actual) && actual->kind == MODEL_DATE && actual->date_count > count)
		count = actual->date_count;
	return count;
}

bool score_terms_make(struct score_terms *out, const struct score_context *context,
		      const struct model_indicator *indicator, size_t index, const char **reason)
{
	const struct model_value *target = indicator->target, *actual = indicator->actual;

	*out = (struct score_terms){
		.rule = indicator->rule_used,
		.kind = score_kind_of(indicator),
		.unit = indicator->unit,
		.actual = score_number_of(context, indicator, actual, index),
		.target = score_number_of(context, indicator, target, index),
	};
	if (out->target == NULL)
		*reason = score_has_value(target) ? "il target ha meno date del consuntivo"
						  : "manca il target dell’anno";
	else if (out->actual == NULL)
		*reason = "il consuntivo ha meno date del target";
	else if (target->kind != actual->kind)
		*reason = "consuntivo e target sono di natura diversa";
	if (*reason != NULL)
		return false;
	out->op = model_operator_of(indicator, target);
	if (score_has_value(indicator->threshold) && indicator->threshold->kind == target->kind)
		out->threshold = score_number_of(context, indicator, indicator->threshold, index);
	return true;
}
