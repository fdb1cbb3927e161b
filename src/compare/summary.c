/* summary.c - what a comparison comes to: counts by what became of things, of
 * results, of judgements. */
#include "compare_private.h"

static void count_result(struct model_comparison *comparison, const struct model_compared *entry)
{
	int sign;

	if (entry->kind != MODEL_COMPARED_OBJECTIVE)
		return;
	comparison->judged_differently += entry->judgement_changed;
	if (entry->difference == NULL)
		return;
	sign = number_sign(entry->difference);
	comparison->better += sign > 0;
	comparison->worse += sign < 0;
	comparison->level += sign == 0;
}

static void count_entries(struct model_comparison *comparison)
{
	for (size_t i = 0; i < comparison->entries.count; i++) {
		const struct model_compared *entry = comparison->entries.items[i];

		comparison->counts[entry->kind].counts[entry->state]++;
		count_result(comparison, entry);
	}
}

static void list_counts(struct arena *arena, struct model_comparison *comparison)
{
	for (int kind = 0; kind < MODEL_COMPARED_KINDS; kind++) {
		struct model_compared_count *count = &comparison->counts[kind];
		int all = 0;

		count->kind = (enum model_compared_kind)kind;
		for (int state = 0; state < MODEL_COMPARED_STATES; state++)
			all += count->counts[state];
		if (all > 0)
			model_list_add(arena, &comparison->summary, count);
	}
}

/* ---- judgements -------------------------------------------------------- */

/* The row of a type and judgement: labels, since each plan has its own bands. */
static struct model_compared_judgement *row_of(struct arena *arena, struct model_list *rows,
					       const struct model_distribution *share)
{
	struct model_compared_judgement *row;

	for (size_t i = 0; i < rows->count; i++) {
		row = rows->items[i];
		if (text_equal(row->type, share->type) &&
		    text_equal(row->judgement->label, share->shown->label))
			return row;
	}
	row = arena_new(arena, struct model_compared_judgement);
	row->type = share->type;
	row->judgement = share->shown;
	model_list_add(arena, rows, row);
	return row;
}

static void add_judgements(struct arena *arena, struct model_comparison *comparison)
{
	const struct model_list *then = &comparison->before->distribution;
	const struct model_list *now = &comparison->after->distribution;

	for (size_t i = 0; i < now->count; i++) {
		const struct model_distribution *share = now->items[i];

		row_of(arena, &comparison->judgements, share)->after += share->number;
	}
	for (size_t i = 0; i < then->count; i++) {
		const struct model_distribution *share = then->items[i];

		row_of(arena, &comparison->judgements, share)->before += share->number;
	}
}

void compare_summary(struct arena *arena, struct model_comparison *comparison)
{
	count_entries(comparison);
	list_counts(arena, comparison);
	add_judgements(arena, comparison);
}
