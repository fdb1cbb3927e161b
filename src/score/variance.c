#include "score_private.h"

#define DERIVED_DECIMALS 2 /* of a figure that was never written */

static int decimals_of(const struct model_value *value)
{
	return value->figure.number != NULL ? value->figure.decimals : DERIVED_DECIMALS;
}

/* Source: design "variance"; linee guida DFP 2/2017 (domain 1.8): actual
 * minus target in the unit (of the target, if they differ), dates in days;
 * none for yes-no, scales, words and several dates. */
struct model_variance score_variance(const struct score_context *context,
				     const struct model_indicator *indicator)
{
	const struct model_value *target = indicator->target, *actual = indicator->actual;
	struct model_variance out = { 0 };
	const struct number *from, *to;

	if (!score_has_value(target) || !score_has_value(actual) || target->kind != actual->kind)
		return out;
	if (target->kind != MODEL_NUMBER && target->kind != MODEL_DATE)
		return out;
	if (score_terms_count(indicator) > 1)
		return out;
	from = score_number_of(context, indicator, target, 0);
	to = score_number_of(context, indicator, actual, 0);
	if (from == NULL || to == NULL)
		return out;
	out.given = true;
	out.value = number_sub(context->arena, to, from);
	out.days = target->kind == MODEL_DATE;
	if (!out.days) {
		out.unit = target->unit != NULL ? target->unit : indicator->unit;
		out.decimals = decimals_of(target) > decimals_of(actual) ? decimals_of(target)
									 : decimals_of(actual);
	}
	return out;
}
