/* entry.c - one thing compared: what it says, its result and judgement, then
 * and now. */
#include "compare_private.h"

static enum model_score_state score_state(const struct model_score *score)
{
	return score != NULL ? score->state : MODEL_UNSCORED;
}

static bool is_result_changed(const struct model_compared *entry)
{
	if (entry->difference != NULL)
		return number_sign(entry->difference) != 0;
	return score_state(entry->result_before) != score_state(entry->result_after);
}

static void add_results(struct arena *arena, struct model_compared *entry, const struct node *then,
			const struct node *now)
{
	const struct model_judgement *a, *b;

	entry->result_before = then != NULL ? compare_score(then) : NULL;
	entry->result_after = now != NULL ? compare_score(now) : NULL;
	entry->judgement_before = a = then != NULL ? compare_judgement(then) : NULL;
	entry->judgement_after = b = now != NULL ? compare_judgement(now) : NULL;
	if (score_state(entry->result_before) == MODEL_SCORED &&
	    score_state(entry->result_after) == MODEL_SCORED)
		entry->difference =
			number_sub(arena, entry->result_after->value, entry->result_before->value);
	entry->result_changed = is_result_changed(entry);
	entry->judgement_changed = a != NULL && b != NULL && !text_equal(a->label, b->label);
}

static bool is_changed(const struct model_list *differences)
{
	for (size_t i = 0; i < differences->count; i++)
		if (!((const struct model_difference *)differences->items[i])->measured)
			return true;
	return false;
}

static enum model_compared_state state_of(const struct model_compared *entry,
					  const struct node *then, const struct node *now)
{
	if (then == NULL)
		return MODEL_ADDED;
	if (now == NULL)
		return MODEL_REMOVED;
	return is_changed(&entry->differences) ? MODEL_CHANGED : MODEL_SAME;
}

static bool differs(const struct model_compared *entry)
{
	return entry->state != MODEL_SAME || entry->differences.count > 0 ||
	       entry->result_changed || entry->judgement_changed;
}

static void add_things(struct model_compared *entry, const struct node *then,
		       const struct node *now)
{
	const void *before = then != NULL ? then->thing.object : NULL;
	const void *after = now != NULL ? now->thing.object : NULL;

	if (entry->kind == MODEL_COMPARED_OBJECTIVE) {
		entry->objective_before = before;
		entry->objective_after = after;
	} else if (entry->kind == MODEL_COMPARED_INDICATOR) {
		entry->indicator_before = before;
		entry->indicator_after = after;
	}
}

static void describe(struct model_compared *entry, const struct node *shown)
{
	entry->kind = shown->kind;
	entry->id = shown->id;
	entry->code = shown->code;
	entry->title = shown->title;
	entry->type = shown->type;
}

struct model_compared *compare_add(struct listing *listing, const struct node *then,
				   const struct node *now, struct model_compared *parent)
{
	struct model_comparison *comparison = listing->comparison;
	struct model_compared *entry = arena_new(listing->arena, struct model_compared);

	describe(entry, now != NULL ? now : then);
	add_things(entry, then, now);
	entry->parent = parent;
	entry->depth = parent != NULL ? parent->depth + 1 : 1;
	if (then != NULL && now != NULL)
		entry->differences =
			compare_changes(listing->arena, listing->before, listing->after, then, now);
	add_results(listing->arena, entry, then, now);
	entry->state = state_of(entry, then, now);
	entry->differs = differs(entry);
	model_list_add(listing->arena, &comparison->entries, entry);
	model_list_add(listing->arena, parent != NULL ? &parent->content : &comparison->content,
		       entry);
	return entry;
}
