/* What the inputs, as printed, allow a degree or a result to be. */
#include "audit_private.h"

bool score_is_compared(const struct model_indicator *indicator)
{
	return indicator->degree.state == MODEL_SCORED && indicator->rule_used != NULL &&
	       indicator->rule_used->type != MODEL_RULE_MANUAL &&
	       indicator->outcome != MODEL_OUTCOME_NOT_AVAILABLE &&
	       indicator->outcome != MODEL_OUTCOME_NOT_MEASURABLE &&
	       score_has_value(indicator->actual) && score_has_value(indicator->target) &&
	       indicator->actual->kind == MODEL_NUMBER && indicator->target->kind == MODEL_NUMBER;
}

/* Source: design "audit": only actuals that are percentages or have decimals,
 * without numerator, stand for a range. */
static bool is_rounded(const struct model_indicator *indicator, const struct model_value *value)
{
	const char *unit = value->unit != NULL ? value->unit : indicator->unit;

	return value->figure.number != NULL && value->numerator.number == NULL &&
	       (value->figure.decimals > 0 || score_is_percent(unit));
}

struct score_set score_actual_set(const struct score_context *context,
				  const struct model_indicator *indicator,
				  const struct model_value *value)
{
	const struct number *number;

	if (!score_has_value(value) || (value->kind != MODEL_NUMBER && value->kind != MODEL_DATE))
		return (struct score_set){ 0 };
	if (value->kind == MODEL_NUMBER && is_rounded(indicator, value))
		return score_set_printed(context->arena, &value->figure);
	number = score_number_of(context, indicator, value, 0);
	return number != NULL ? score_set_point(context->arena, number) : (struct score_set){ 0 };
}

struct score_set score_allowed_actual(const struct score_context *context,
				      const struct model_indicator *indicator)
{
	const struct model_indicator *source = indicator;

	if (indicator->actual == NULL || indicator->actual != indicator->derived_actual)
		return score_actual_set(context, indicator, indicator->actual);
	while (source->same_as != NULL && source->same_as->derived_actual == indicator->actual)
		source = source->same_as;
	return score_allowed_mean(context, &source->objective->objectives, false);
}

/* ---- The image of a rule ---- */

static void add_image(const struct score_context *context, const struct score_rule *rule,
		      const struct score_terms *terms, const struct score_range *range,
		      struct score_set *out)
{
	const struct number *inside = score_range_inside(context->arena, range);
	struct score_piece piece = rule->piece(context, terms, inside);
	const struct number *a = score_piece_value(context, &piece, terms, range->low);
	const struct number *b = score_piece_value(context, &piece, terms, range->high);
	struct score_range image = { a, b, range->low_open, range->high_open };

	if (number_compare(a, b) > 0)
		image = (struct score_range){ b, a, range->high_open, range->low_open };
	if (piece.shape == SCORE_CONSTANT)
		image.low_open = image.high_open = false;
	score_set_add(context->arena, out, image);
}

struct score_set score_image(const struct score_context *context,
			     const struct model_indicator *indicator,
			     const struct score_set *actual)
{
	const struct score_rule *rule = score_rule_of(indicator->rule_used->type);
	const char *reason = NULL;
	struct score_set cut, out = { 0 };
	struct score_breaks breaks;
	struct score_terms terms;

	if (rule == NULL || !score_terms_make(&terms, context, indicator, 0, &reason))
		return out;
	breaks = rule->breaks(context, &terms);
	cut = score_set_cut(context->arena, actual, &breaks);
	for (size_t i = 0; i < cut.count; i++)
		add_image(context, rule, &terms, &cut.ranges[i], &out);
	score_set_settle(context->arena, &out);
	return out;
}

struct score_set score_allowed_degree(const struct score_context *context,
				      const struct model_indicator *indicator)
{
	struct score_set actual;

	if (indicator->degree.state != MODEL_SCORED)
		return (struct score_set){ 0 };
	if (!score_is_compared(indicator))
		return score_set_point(context->arena, indicator->degree.value);
	actual = score_allowed_actual(context, indicator);
	return score_image(context, indicator, &actual);
}

/* ---- Means ---- */

/* One part of a mean: what it may be, and how it weighs. */
struct weighed {
	struct score_set *sets;
	const struct number **weights;
	size_t count;
};

static struct weighed make_weighed(struct arena *arena, size_t count)
{
	return (struct weighed){ arena_array(arena, struct score_set, count),
				 arena_array(arena, const struct number *, count), 0 };
}

static void weigh(const struct score_context *context, struct weighed *weighed,
		  const struct number *weight, const struct score_set *set)
{
	if (set->count == 0 || number_sign(weight) <= 0)
		return;
	weighed->sets[weighed->count] = score_set_scaled(context->arena, set, weight);
	weighed->weights[weighed->count++] = weight;
}

static struct score_set mean_of(const struct score_context *context, const struct weighed *weighed)
{
	const struct number *sum;
	struct score_set out;

	if (weighed->count == 0)
		return (struct score_set){ 0 };
	sum = number_sum(context->arena, weighed->weights, weighed->count);
	out = score_set_sum(context->arena, weighed->sets, weighed->count);
	return score_set_scaled(context->arena, &out,
				number_div(context->arena, context->one, sum));
}

static struct score_set with_declared(const struct score_context *context,
				      const struct score_set *set,
				      const struct model_declared *declared)
{
	struct score_set printed;

	if (declared == NULL || declared->degree.number == NULL)
		return *set;
	printed = score_set_printed(context->arena, &declared->degree);
	return score_set_union(context->arena, set, &printed);
}

struct score_set score_allowed_mean(const struct score_context *context,
				    const struct model_list *objectives, bool declared)
{
	struct score_parts parts = score_parts_of_objectives(context, objectives);
	struct weighed weighed = make_weighed(context->arena, parts.count);

	for (size_t i = 0; i < parts.count; i++) {
		struct model_objective *objective = objectives->items[i];
		struct score_set set = score_allowed_result(context, objective);

		if (declared)
			set = with_declared(context, &set, objective->declared);
		weigh(context, &weighed, parts.items[i].weight, &set);
	}
	return mean_of(context, &weighed);
}

static struct score_set mean_of_indicators(const struct score_context *context,
					   const struct model_objective *objective, bool declared)
{
	struct score_parts parts = score_parts_of_indicators(context, objective);
	struct weighed weighed = make_weighed(context->arena, parts.count);

	for (size_t i = 0; i < parts.count; i++) {
		const struct model_indicator *indicator = objective->indicators.items[i];
		struct score_set set = score_allowed_degree(context, indicator);

		if (declared && indicator->degree.state != MODEL_NOT_MEASURABLE)
			set = with_declared(context, &set, indicator->declared);
		weigh(context, &weighed, parts.items[i].weight, &set);
	}
	return mean_of(context, &weighed);
}

struct score_set score_declared_below(const struct score_context *context,
				      struct model_objective *objective)
{
	if (objective->indicators.count > 0)
		return mean_of_indicators(context, objective, true);
	return score_allowed_mean(context, &objective->objectives, true);
}

/* Kept, for a sheet may ask for it again. A circle of `rif` ends here too:
 * the slot is taken before what is below is asked for. */
struct score_set score_allowed_result(const struct score_context *context,
				      struct model_objective *objective)
{
	struct score_set *kept = arena_new(context->arena, struct score_set);

	if (objective->result.state != MODEL_SCORED)
		return *kept;
	if (objective->allowed != NULL)
		return *objective->allowed;
	objective->allowed = kept;
	if (objective->indicators.count > 0)
		*kept = mean_of_indicators(context, objective, false);
	else
		*kept = score_allowed_mean(context, &objective->objectives, false);
	return *kept;
}
