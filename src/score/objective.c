/* The result of an objective, and of the areas over objectives. */
#include "score_private.h"

/* A `rif` that brings neither indicators nor children is the same thing. */
static bool is_the_same(const struct model_objective *objective)
{
	const struct model_objective *original = objective->same_as;

	return original != NULL && objective->indicators.items == original->indicators.items &&
	       objective->objectives.items == original->objectives.items;
}

static void score_indicators(const struct score_context *context,
			     const struct model_objective *objective,
			     const struct score_parts *parts)
{
	for (size_t i = 0; i < objective->indicators.count; i++)
		score_indicator(context, objective->indicators.items[i],
				number_sign(parts->items[i].weight) <= 0);
}

/* Source: design "result": weighted mean of its indicators; it has none: of
 * its child objectives; both only through an indicator da="figli". */
static struct model_score own_result(const struct score_context *context,
				     struct model_objective *objective)
{
	struct score_parts indicators, children;
	struct model_score of_children;

	for (size_t i = 0; i < objective->objectives.count; i++)
		score_objective(context, objective->objectives.items[i]);
	children = score_parts_of_objectives(context, &objective->objectives);
	of_children = score_mean(context, &children);
	if (objective->indicators.count == 0 && objective->objectives.count == 0)
		return score_not_measurable("non ha indicatori né obiettivi");
	if (objective->indicators.count == 0)
		return of_children;
	indicators = score_parts_of_indicators(context, objective);
	score_indicators(context, objective, &indicators);
	return score_mean(context, &indicators);
}

void score_objective(const struct score_context *context, struct model_objective *objective)
{
	struct model_score result;

	if (objective->result.state != MODEL_UNSCORED)
		return;
	/* Stands while the result is being sought, and ends any circle. */
	objective->result = score_missing("il risultato dipende da se stesso");
	if (is_the_same(objective)) {
		score_objective(context, objective->same_as);
		result = objective->same_as->result;
	} else {
		result = own_result(context, objective);
	}
	objective->result = result;
	objective->judgement = score_judgement(context->plan, &objective->result);
	objective->distribution = score_distribution(context, &objective->descendants);
	if (!is_the_same(objective))
		score_areas(context, &objective->areas);
}

/* Only an area at the top settles what its objectives share: elsewhere their
 * siblings are all those of the objective or sheet around. */
static bool settles_shares(const struct model_area *area)
{
	return area->area == NULL && area->objective == NULL && area->assignment == NULL;
}

/* Source: design "Heading": its own result is shown, never fed upwards. */
static void score_area(const struct score_context *context, struct model_area *area)
{
	struct score_parts parts = score_parts_of_objectives(context, &area->objectives);

	for (size_t i = 0; !settles_shares(area) && i < parts.count; i++)
		parts.items[i].share = NULL;
	area->result = score_mean(context, &parts);
	area->judgement = score_judgement(context->plan, &area->result);
	area->distribution = score_distribution(context, &area->descendants);
	score_areas(context, &area->areas);
}

void score_areas(const struct score_context *context, const struct model_list *areas)
{
	for (size_t i = 0; i < areas->count; i++)
		score_area(context, areas->items[i]);
}
