/* Weights, and the one mean of the program. */
#include "score_private.h"

struct model_score score_scored(const struct number *value)
{
	return (struct model_score){ MODEL_SCORED, .value = value };
}

struct model_score score_missing(const char *reason)
{
	return (struct model_score){ MODEL_NO_RESULT, .reason = reason };
}

struct model_score score_not_measurable(const char *reason)
{
	return (struct model_score){ MODEL_NOT_MEASURABLE, .reason = reason };
}

const char *score_name_of_indicator(const struct model_indicator *indicator)
{
	return indicator->code ? indicator->code : indicator->id ? indicator->id : indicator->name;
}

const char *score_name_of_objective(const struct model_objective *objective)
{
	return objective->code ? objective->code : objective->id ? objective->id : objective->title;
}

/* Source: design "weights": no sibling has one: all equal; some have: the
 * others count 0. */
void score_settle_weights(const struct score_context *context, struct score_parts *parts)
{
	const struct number *otherwise = context->one;

	for (size_t i = 0; i < parts->count; i++)
		if (parts->items[i].weight != NULL)
			otherwise = context->zero;
	for (size_t i = 0; i < parts->count; i++)
		if (parts->items[i].weight == NULL)
			parts->items[i].weight = otherwise;
}

struct score_parts score_parts_of_indicators(const struct score_context *context,
					     const struct model_objective *objective)
{
	size_t count = objective->indicators.count;
	struct score_parts parts = { arena_array(context->arena, struct score_part, count), count };

	for (size_t i = 0; i < count; i++) {
		struct model_indicator *indicator = objective->indicators.items[i];

		parts.items[i] = (struct score_part){ indicator->weight.number, &indicator->degree,
						      &indicator->share,
						      score_name_of_indicator(indicator), NULL };
	}
	score_settle_weights(context, &parts);
	return parts;
}

/* The rows below an objective: all of them, and those that are measured. */
struct rows {
	const struct number *all, *measured;
	int decimals;
};

static void add_row(const struct score_context *context, struct rows *rows,
		    const struct model_figure *weight, const struct model_score *score)
{
	if (weight->number == NULL || number_sign(weight->number) <= 0)
		return;
	rows->all =
		rows->all ? number_add(context->arena, rows->all, weight->number) : weight->number;
	if (weight->decimals > rows->decimals)
		rows->decimals = weight->decimals;
	if (score->state == MODEL_NOT_MEASURABLE)
		return;
	rows->measured = rows->measured ? number_add(context->arena, rows->measured, weight->number)
					: weight->number;
}

static struct rows rows_of(const struct score_context *context,
			   const struct model_objective *objective)
{
	struct rows rows = { 0 };

	for (size_t i = 0; i < objective->indicators.count; i++) {
		const struct model_indicator *indicator = objective->indicators.items[i];

		add_row(context, &rows, &indicator->weight, &indicator->degree);
	}
	if (objective->indicators.count > 0)
		return rows;
	for (size_t i = 0; i < objective->objectives.count; i++) {
		const struct model_objective *child = objective->objectives.items[i];
		struct model_figure weight = score_objective_weight(context, child);

		add_row(context, &rows, &weight, &child->result);
	}
	return rows;
}

/* Source: design "weights", pesi="scheda": an objective weighs the sum of its
 * indicators, so the sheet is the weighted mean of all its rows; rows left
 * out weigh nothing, and neither does the objective's part that they made. */
struct model_figure score_objective_weight(const struct score_context *context,
					   const struct model_objective *objective)
{
	struct rows rows;

	if (objective->assignment == NULL || !objective->assignment->sheet_weights)
		return objective->weight;
	rows = rows_of(context, objective);
	if (rows.all == NULL)
		return objective->weight;
	if (objective->weight.number != NULL && !number_equal(objective->weight.number, rows.all))
		return objective->weight;
	return (struct model_figure){ rows.measured ? rows.measured : rows.all, rows.decimals };
}

struct score_parts score_parts_of_objectives(const struct score_context *context,
					     const struct model_list *objectives)
{
	size_t count = objectives->count;
	struct score_parts parts = { arena_array(context->arena, struct score_part, count), count };

	for (size_t i = 0; i < count; i++) {
		struct model_objective *objective = objectives->items[i];

		parts.items[i] =
			(struct score_part){ score_objective_weight(context, objective).number,
					     &objective->result, &objective->share,
					     score_name_of_objective(objective),
					     &objective->contribution };
	}
	score_settle_weights(context, &parts);
	return parts;
}

static bool counts(const struct score_part *part)
{
	return number_sign(part->weight) > 0 && part->score->state == MODEL_SCORED;
}

static const struct score_part *find_missing(const struct score_parts *parts)
{
	for (size_t i = 0; i < parts->count; i++)
		if (number_sign(parts->items[i].weight) > 0 &&
		    parts->items[i].score->state == MODEL_NO_RESULT)
			return &parts->items[i];
	return NULL;
}

static struct model_figure quotient(const struct score_context *context, const struct number *a,
				    const struct number *b, const struct number *divisor)
{
	const struct number *product = number_mul(context->arena, a, b);

	return (struct model_figure){ number_div(context->arena, product, divisor),
				      SCORE_DECIMALS };
}

/* What each weighs among those that count, and what it brings to their mean. */
static void share_out(const struct score_context *context, const struct score_parts *parts,
		      const struct number *sum)
{
	for (size_t i = 0; i < parts->count; i++) {
		const struct score_part *part = &parts->items[i];

		if (part->share == NULL || !counts(part))
			continue;
		*part->share = quotient(context, part->weight, context->hundred, sum);
		if (part->contribution != NULL)
			*part->contribution =
				quotient(context, part->weight, part->score->value, sum);
	}
}

static struct model_score mean_of_counted(const struct score_context *context,
					  const struct score_parts *parts)
{
	struct arena *arena = context->arena;
	const struct number **weights = arena_array(arena, const struct number *, parts->count);
	const struct number **terms = arena_array(arena, const struct number *, parts->count);
	const struct number *sum;
	size_t count = 0;

	for (size_t i = 0; i < parts->count; i++) {
		const struct score_part *part = &parts->items[i];

		if (!counts(part))
			continue;
		weights[count] = part->weight;
		terms[count++] = number_mul(arena, part->weight, part->score->value);
	}
	if (count == 0)
		return score_not_measurable("tutto ciò che lo compone è escluso");
	sum = number_sum(arena, weights, count);
	share_out(context, parts, sum);
	return score_scored(number_div(arena, number_sum(arena, terms, count), sum));
}

/* Source: design "left out" and "weights": what is left is renormalised by
 * its own sum; one figure that should be there and isn't leaves no result. */
struct model_score score_mean(const struct score_context *context, const struct score_parts *parts)
{
	const struct score_part *missing = find_missing(parts);

	if (missing != NULL)
		return score_missing(missing->name != NULL
					     ? arena_printf(context->arena, "«%s»: %s",
							    missing->name, missing->score->reason)
					     : missing->score->reason);
	return mean_of_counted(context, parts);
}
