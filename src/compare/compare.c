/* compare.c - the list of entries: the order of the second plan, with what was
 * removed in the place where it was. */
#include "compare_private.h"

const char *compare_kind_name(enum compare_kind kind)
{
	static const char *const names[] = {
		[COMPARE_AREA] = "ambito",
		[COMPARE_OBJECTIVE] = "obiettivo",
		[COMPARE_INDICATOR] = "indicatore",
		[COMPARE_SHEET] = "assegnazione",
	};

	return names[kind];
}

const char *compare_state_name(enum compare_state state)
{
	static const char *const names[] = {
		[COMPARE_SAME] = "uguale",
		[COMPARE_CHANGED] = "cambiato",
		[COMPARE_ADDED] = "aggiunto",
		[COMPARE_REMOVED] = "tolto",
	};

	return names[state];
}

struct listing {
	struct arena *arena;
	const struct side *before, *after;
	struct comparison *comparison;
};

/* ---- entries ----------------------------------------------------------- */

static void count_result(struct comparison *comparison, const struct compare_entry *entry)
{
	int sign;

	if (entry->kind != COMPARE_OBJECTIVE)
		return;
	comparison->judged_differently += entry->judgement_changed;
	if (entry->difference == NULL)
		return;
	sign = number_sign(entry->difference);
	comparison->better += sign > 0;
	comparison->worse += sign < 0;
	comparison->level += sign == 0;
}

static bool is_scored(const struct model_score *score)
{
	return score != NULL && score->state == MODEL_SCORED;
}

static void add_results(struct listing *listing, struct compare_entry *entry,
			const struct node *then, const struct node *now)
{
	const struct model_judgement *a, *b;

	entry->result_before = then != NULL ? compare_score(then) : NULL;
	entry->result_after = now != NULL ? compare_score(now) : NULL;
	entry->judgement_before = a = then != NULL ? compare_judgement(then) : NULL;
	entry->judgement_after = b = now != NULL ? compare_judgement(now) : NULL;
	if (is_scored(entry->result_before) && is_scored(entry->result_after))
		entry->difference = number_sub(listing->arena, entry->result_after->value,
					       entry->result_before->value);
	entry->judgement_changed = a != NULL && b != NULL && !text_equal(a->label, b->label);
}

static bool is_changed(const struct model_list *changes)
{
	for (size_t i = 0; i < changes->count; i++)
		if (!((const struct compare_change *)changes->items[i])->measured)
			return true;
	return false;
}

static enum compare_state state_of(const struct compare_entry *entry)
{
	if (entry->before.object == NULL)
		return COMPARE_ADDED;
	if (entry->after.object == NULL)
		return COMPARE_REMOVED;
	return is_changed(&entry->changes) ? COMPARE_CHANGED : COMPARE_SAME;
}

static void add_entry(struct listing *listing, const struct node *then, const struct node *now,
		      int depth)
{
	struct compare_entry *entry = arena_new(listing->arena, struct compare_entry);
	const struct node *shown = now != NULL ? now : then;

	entry->kind = shown->kind;
	entry->depth = depth;
	entry->id = shown->id;
	entry->code = shown->code;
	entry->title = shown->title;
	if (then != NULL)
		entry->before = then->thing;
	if (now != NULL)
		entry->after = now->thing;
	if (then != NULL && now != NULL)
		entry->changes =
			compare_changes(listing->arena, listing->before, listing->after, then, now);
	add_results(listing, entry, then, now);
	entry->state = state_of(entry);
	listing->comparison->counts[entry->kind][entry->state]++;
	count_result(listing->comparison, entry);
	model_list_add(listing->arena, &listing->comparison->entries, entry);
}

/* ---- order ------------------------------------------------------------- */

/* Indicators stand before what is nested, sheets after the tree: each group
 * is put in order by itself. */
enum group { GROUP_INDICATORS, GROUP_TREE, GROUP_SHEETS, GROUPS };

static enum group group_of(const struct node *node)
{
	if (node->kind == COMPARE_INDICATOR)
		return GROUP_INDICATORS;
	return node->kind == COMPARE_SHEET ? GROUP_SHEETS : GROUP_TREE;
}

static void list_children(struct listing *listing, const struct node *then, const struct node *now,
			  int depth);

/* What was removed, with what it took along. */
static void list_removed(struct listing *listing, const struct node *node, int depth)
{
	add_entry(listing, node, NULL, depth);
	for (const struct node *child = node->first; child != NULL; child = child->next)
		if (child->match == NULL)
			list_removed(listing, child, depth + 1);
}

/* From `node` on, up to the next that is still there. */
static void list_gap(struct listing *listing, const struct node *node, enum group group,
		     const struct node *now, int depth)
{
	for (; node != NULL; node = node->next) {
		if (group_of(node) != group)
			continue;
		if (node->match == NULL)
			list_removed(listing, node, depth);
		else if (node->match->parent == now)
			return;
	}
}

static void list_group(struct listing *listing, const struct node *then, const struct node *now,
		       enum group group, int depth)
{
	if (then != NULL)
		list_gap(listing, then->first, group, now, depth);
	for (const struct node *node = now->first; node != NULL; node = node->next) {
		if (group_of(node) != group)
			continue;
		add_entry(listing, node->match, node, depth);
		list_children(listing, node->match, node, depth + 1);
		if (then != NULL && node->match != NULL && node->match->parent == then)
			list_gap(listing, node->match->next, group, now, depth);
	}
}

static void list_children(struct listing *listing, const struct node *then, const struct node *now,
			  int depth)
{
	for (int group = 0; group < GROUPS; group++)
		list_group(listing, then, now, (enum group)group, depth);
}

struct comparison *compare_plans(struct arena *arena, const struct model_plan *before,
				 const struct model_plan *after,
				 const struct compare_options *options)
{
	struct side then = compare_nodes(arena, before, options->public_edition);
	struct side now = compare_nodes(arena, after, options->public_edition);
	struct listing listing = { .arena = arena, .before = &then, .after = &now };

	listing.comparison = arena_new(arena, struct comparison);
	listing.comparison->before = before;
	listing.comparison->after = after;
	compare_match(&then, &now);
	list_children(&listing, then.root, now.root, 1);
	return listing.comparison;
}
