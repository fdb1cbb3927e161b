/* Sheets: the mean of their objectives, and the parts of an evaluation. */
#include "score_private.h"

/* Source: <unita id>: what a unit reached is the result of its own sheet. Of a
 * post with several units, or a unit with several sheets, the body must say. */
static struct model_score result_of_unit(const struct model_assignment *assignment)
{
	const struct model_unit *unit = NULL;

	for (size_t i = 0; i < assignment->posts.count; i++) {
		const struct model_post *post = assignment->posts.items[i];

		for (size_t k = 0; k < post->units.count; k++) {
			if (unit != NULL && unit != post->units.items[k])
				return (struct model_score){ 0 };
			unit = post->units.items[k];
		}
	}
	return unit != NULL && unit->sheets == 1 ? unit->sheet->result : (struct model_score){ 0 };
}

static struct model_score result_of_objectives(const struct model_assignment *assignment)
{
	return assignment->result;
}

/* The parts that need no points of their own, by id. */
static const struct {
	const char *id;
	struct model_score (*result)(const struct model_assignment *assignment);
} measured_parts[] = {
	{ "obiettivi", result_of_objectives },
	{ "unita", result_of_unit },
};

/* Points given win over what is measured. */
static struct model_score result_of_part(const struct model_assignment *assignment,
					 const struct model_part_score *score)
{
	if (score->points.number != NULL)
		return score_scored(score->points.number);
	for (size_t i = 0; i < sizeof measured_parts / sizeof *measured_parts; i++)
		if (text_equal(score->part->id, measured_parts[i].id))
			return measured_parts[i].result(assignment);
	return (struct model_score){ 0 };
}

/* Fills what each part reached, and says how many nobody has evaluated. */
static size_t find_results(const struct model_assignment *assignment, bool *begun)
{
	size_t missing = 0;

	for (size_t i = 0; i < assignment->parts.count; i++) {
		struct model_part_score *score = assignment->parts.items[i];

		score->result = result_of_part(assignment, score);
		missing += score->result.state == MODEL_UNSCORED;
		*begun = *begun || score->points.number != NULL;
	}
	return missing;
}

static void say_missing(const struct model_assignment *assignment)
{
	for (size_t i = 0; i < assignment->parts.count; i++) {
		struct model_part_score *score = assignment->parts.items[i];

		if (score->result.state == MODEL_UNSCORED)
			score->result = score_missing("manca il punteggio");
	}
}

struct score_parts score_parts_of_sheet(const struct score_context *context,
					const struct model_assignment *assignment)
{
	size_t count = assignment->parts.count;
	struct score_parts parts = { arena_array(context->arena, struct score_part, count), count };

	for (size_t i = 0; i < count; i++) {
		struct model_part_score *score = assignment->parts.items[i];

		parts.items[i] =
			(struct score_part){ score->part->weight.number, &score->result,
					     &score->share, score->part->id, &score->contribution };
	}
	score_settle_weights(context, &parts);
	return parts;
}

/* Source: <valutazione ruolo><parte peso>; linee guida DFP 2/2017 (domain
 * 1.8): weights of the parts of an individual evaluation by role. An
 * evaluation that nobody has begun has no total, and nothing is amiss. */
static void score_evaluation(const struct score_context *context,
			     struct model_assignment *assignment)
{
	bool begun = false;
	struct score_parts parts;

	if (assignment->evaluation == NULL || assignment->parts.count == 0)
		return;
	if (find_results(assignment, &begun) > 0) {
		if (!begun)
			return;
		say_missing(assignment);
	}
	parts = score_parts_of_sheet(context, assignment);
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
	score_evaluation(context, assignment);
}
