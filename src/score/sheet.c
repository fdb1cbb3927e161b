/* Sheets: the mean of their objectives, and the parts of an evaluation. */
#include "score_private.h"

#define OBJECTIVES_PART "obiettivi" /* takes the sheet's result unless points are given */

static bool has_part(const struct model_evaluation *evaluation, const struct model_part *part)
{
	for (size_t i = 0; evaluation != NULL && i < evaluation->parts.count; i++)
		if (evaluation->parts.items[i] == part)
			return true;
	return false;
}

/* The evaluation of the first post whose role has one; else the one that the
 * sheet's parts belong to. */
static const struct model_evaluation *evaluation_of(const struct score_context *context,
						    const struct model_assignment *assignment)
{
	const struct model_list *all = &context->plan->system->evaluations;
	const struct model_part_score *first = assignment->parts.items[0];

	for (size_t i = 0; i < assignment->posts.count; i++) {
		const struct model_post *post = assignment->posts.items[i];

		if (has_part(post->evaluation, first->part))
			return post->evaluation;
	}
	for (size_t i = 0; i < all->count; i++)
		if (has_part(all->items[i], first->part))
			return all->items[i];
	return NULL;
}

static struct model_part_score *find_part(const struct model_assignment *assignment,
					  const struct model_part *part)
{
	for (size_t i = 0; i < assignment->parts.count; i++) {
		struct model_part_score *score = assignment->parts.items[i];

		if (score->part == part)
			return score;
	}
	return NULL;
}

/* Every part of the evaluation in its order, those nobody wrote included. */
static void complete_parts(const struct score_context *context, struct model_assignment *assignment,
			   const struct model_evaluation *evaluation)
{
	struct model_list all = { 0 };

	for (size_t i = 0; i < evaluation->parts.count; i++) {
		struct model_part_score *score = find_part(assignment, evaluation->parts.items[i]);

		if (score == NULL) {
			score = arena_new(context->arena, struct model_part_score);
			score->place = assignment->place;
			score->part = evaluation->parts.items[i];
		}
		model_list_add(context->arena, &all, score);
	}
	assignment->parts = all;
}

static struct model_score result_of_part(const struct model_assignment *assignment,
					 const struct model_part_score *score)
{
	if (score->points.number != NULL)
		return score_scored(score->points.number);
	if (text_equal(score->part->id, OBJECTIVES_PART))
		return assignment->result;
	return score_missing("manca il punteggio");
}

/* Source: <valutazione ruolo><parte peso>; linee guida DFP 2/2017 (domain
 * 1.8): weights of the parts of an individual evaluation by role. */
static void score_parts(const struct score_context *context, struct model_assignment *assignment)
{
	const struct model_evaluation *evaluation;
	struct score_parts parts;

	if (assignment->parts.count == 0)
		return;
	evaluation = evaluation_of(context, assignment);
	if (evaluation == NULL)
		return;
	complete_parts(context, assignment, evaluation);
	parts.count = assignment->parts.count;
	parts.items = arena_array(context->arena, struct score_part, parts.count);
	for (size_t i = 0; i < parts.count; i++) {
		struct model_part_score *score = assignment->parts.items[i];

		score->result = result_of_part(assignment, score);
		parts.items[i] = (struct score_part){ score->part->weight.number, &score->result,
						      NULL, score->part->id };
	}
	score_settle_weights(context, &parts);
	assignment->total = score_mean(context, &parts);
	assignment->total_judgement = score_judgement(context->plan, &assignment->total);
}

void score_sheet(const struct score_context *context, struct model_assignment *assignment)
{
	struct score_parts parts;

	for (size_t i = 0; i < assignment->descendants.count; i++)
		score_objective(context, assignment->descendants.items[i]);
	parts = score_parts_of_objectives(context, &assignment->objectives);
	if (parts.count > 0)
		assignment->result = score_mean(context, &parts);
	assignment->judgement = score_judgement(context->plan, &assignment->result);
	assignment->distribution = score_distribution(context, &assignment->descendants);
	score_areas(context, &assignment->areas);
	score_parts(context, assignment);
}
