#include "score_private.h"

/* Source: <piano>; the mean over all ambiti means something only when all
 * objectives at the top have a weight, or none has. */
static struct model_score plan_result(const struct score_context *context)
{
	const struct model_plan *plan = context->plan;
	struct score_parts parts = score_parts_of_objectives(context, &plan->objectives);
	size_t weighted = 0;

	for (size_t i = 0; i < plan->objectives.count; i++) {
		const struct model_objective *objective = plan->objectives.items[i];

		weighted += objective->weight.number != NULL;
	}
	if (weighted > 0 && weighted < plan->objectives.count)
		return score_missing("solo alcuni obiettivi hanno un peso");
	return score_mean(context, &parts);
}

static void score_levels(const struct score_context *context)
{
	const struct model_public_value *value = context->plan->public_value;
	struct score_context silent = *context;

	silent.diag = NULL; /* said where the indicator stands */
	for (size_t i = 0; value != NULL && i < value->dimensions.count; i++) {
		const struct model_dimension *dimension = value->dimensions.items[i];

		for (size_t k = 0; k < dimension->levels.count; k++) {
			const struct model_level *level = dimension->levels.items[k];

			if (level->indicator != NULL)
				score_indicator(&silent, level->indicator, false);
		}
	}
}

static void clear_indicators(const struct model_objective *objective)
{
	for (size_t i = 0; i < objective->indicators.count; i++) {
		struct model_indicator *indicator = objective->indicators.items[i];

		indicator->degree = (struct model_score){ 0 };
	}
}

static void clear(const struct model_list *objectives)
{
	for (size_t i = 0; i < objectives->count; i++) {
		struct model_objective *objective = objectives->items[i];

		objective->result = (struct model_score){ 0 };
		objective->allowed = NULL;
		clear_indicators(objective);
	}
}

static void clear_all(struct model_plan *plan)
{
	clear(&plan->descendants);
	for (size_t i = 0; i < plan->assignments.count; i++)
		clear(&((struct model_assignment *)plan->assignments.items[i])->descendants);
}

static void score_tree(const struct score_context *context, struct model_plan *plan)
{
	for (size_t i = 0; i < plan->descendants.count; i++)
		score_objective(context, plan->descendants.items[i]);
	plan->result = plan_result(context);
	plan->judgement = score_judgement(plan, &plan->result);
	plan->distribution = score_distribution(context, &plan->descendants);
	score_areas(context, &plan->areas);
}

/* Those of units first: the people who lead them are evaluated by them. */
static void score_sheets(const struct score_context *context, bool of_units)
{
	const struct model_list *sheets = &context->plan->assignments;

	for (size_t i = 0; i < sheets->count; i++) {
		struct model_assignment *sheet = sheets->items[i];

		if ((sheet->unit != NULL) == of_units)
			score_sheet(context, sheet);
	}
}

void score_run(struct model_plan *plan, struct diag *diag)
{
	struct score_context context = score_context_make(plan, diag);

	if (plan->report) {
		clear_all(plan);
		score_tree(&context, plan);
		score_sheets(&context, true);
		score_sheets(&context, false);
		score_levels(&context);
	}
	score_staff(&context, plan);
}

struct score_context score_context_make(const struct model_plan *plan, struct diag *diag)
{
	return (struct score_context){
		.plan = plan,
		.arena = plan->arena,
		.diag = diag,
		.zero = number_from_int(plan->arena, 0),
		.one = number_from_int(plan->arena, 1),
		.hundred = number_from_int(plan->arena, 100),
	};
}
