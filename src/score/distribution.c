/* How many objectives of each kind got each judgement.
 *
 * Rows stand by kind, in order of appearance; within a kind in the order of
 * the judgements, those that nobody got included, then "Non misurabile" and
 * "n.d." where there are any. */
#include "score_private.h"

#include "base/map.h"

static const struct model_judgement grey_not_measurable = { .label = "Non misurabile",
							    .signal = "grigio" };
static const struct model_judgement grey_no_result = { .label = "n.d.", .signal = "grigio" };

/* The counts of one kind: one a judgement, then the two that are none. */
struct tally {
	const char *type;
	int *counts;
	int total;
};

static struct tally *tally_of(const struct score_context *context, struct map *tallies,
			      const char *type)
{
	const char *key = type != NULL ? type : "";
	struct tally *tally = map_find(tallies, key);

	if (tally != NULL)
		return tally;
	tally = arena_new(context->arena, struct tally);
	tally->type = type;
	tally->counts =
		arena_array(context->arena, int, context->plan->system->judgements.count + 2);
	map_put(tallies, key, tally);
	return tally;
}

static size_t row_of(const struct model_plan *plan, const struct model_objective *objective)
{
	const struct model_list *judgements = &plan->system->judgements;

	for (size_t i = 0; i < judgements->count; i++)
		if (judgements->items[i] == objective->judgement)
			return i;
	return judgements->count + (objective->result.state == MODEL_NO_RESULT ? 1 : 0);
}

static void add_row(const struct score_context *context, struct model_list *out,
		    const struct tally *tally, size_t index)
{
	const struct model_list *judgements = &context->plan->system->judgements;
	struct model_distribution *row = arena_new(context->arena, struct model_distribution);

	if (index < judgements->count)
		row->judgement = row->shown = judgements->items[index];
	else
		row->shown = index == judgements->count ? &grey_not_measurable : &grey_no_result;
	row->type = tally->type;
	row->label = row->shown->label;
	row->number = tally->counts[index];
	row->share = number_ratio(context->arena, 100L * row->number, tally->total);
	model_list_add(context->arena, out, row);
}

static void add_rows(const struct score_context *context, struct model_list *out,
		     const struct tally *tally)
{
	size_t judgements = context->plan->system->judgements.count;

	for (size_t i = 0; i < judgements + 2; i++)
		if (i < judgements || tally->counts[i] > 0)
			add_row(context, out, tally, i);
}

/* A result without a band (no judgements written) is in no row. */
struct model_list score_distribution(const struct score_context *context,
				     const struct model_list *objectives)
{
	struct map tallies = map_make(context->arena);
	struct model_list out = { 0 };

	for (size_t i = 0; i < objectives->count; i++) {
		const struct model_objective *objective = objectives->items[i];
		struct tally *tally;

		if (objective->result.state == MODEL_SCORED && objective->judgement == NULL)
			continue;
		tally = tally_of(context, &tallies, objective->type);
		tally->counts[row_of(context->plan, objective)]++;
		tally->total++;
	}
	for (size_t i = 0; i < tallies.count; i++)
		add_rows(context, &out, tallies.entries[i].value);
	return out;
}
