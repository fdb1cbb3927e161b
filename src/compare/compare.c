/* compare.c - the order of a comparison: that of the second plan, with what was
 * removed in the place where it was. */
#include "compare_private.h"

/* ---- order ------------------------------------------------------------- */

/* Indicators stand before what is nested, sheets after the tree: each group
 * is put in order by itself. */
enum group { GROUP_INDICATORS, GROUP_TREE, GROUP_SHEETS, GROUPS };

static enum group group_of(const struct node *node)
{
	if (node->kind == MODEL_COMPARED_INDICATOR)
		return GROUP_INDICATORS;
	return node->kind == MODEL_COMPARED_SHEET ? GROUP_SHEETS : GROUP_TREE;
}

static void list_children(struct listing *listing, const struct node *then, const struct node *now,
			  struct model_compared *parent);

/* What was removed, with what it took along. */
static void list_removed(struct listing *listing, const struct node *node,
			 struct model_compared *parent)
{
	struct model_compared *entry = compare_add(listing, node, NULL, parent);

	for (const struct node *child = node->first; child != NULL; child = child->next)
		if (child->match == NULL)
			list_removed(listing, child, entry);
}

/* From `node` on, up to the next that is still there. */
static void list_gap(struct listing *listing, const struct node *node, enum group group,
		     const struct node *now, struct model_compared *parent)
{
	for (; node != NULL; node = node->next) {
		if (group_of(node) != group)
			continue;
		if (node->match == NULL)
			list_removed(listing, node, parent);
		else if (node->match->parent == now)
			return;
	}
}

static void list_group(struct listing *listing, const struct node *then, const struct node *now,
		       enum group group, struct model_compared *parent)
{
	if (then != NULL)
		list_gap(listing, then->first, group, now, parent);
	for (const struct node *node = now->first; node != NULL; node = node->next) {
		if (group_of(node) != group)
			continue;
		list_children(listing, node->match, node,
			      compare_add(listing, node->match, node, parent));
		if (then != NULL && node->match != NULL && node->match->parent == then)
			list_gap(listing, node->match->next, group, now, parent);
	}
}

static void list_children(struct listing *listing, const struct node *then, const struct node *now,
			  struct model_compared *parent)
{
	for (int group = 0; group < GROUPS; group++)
		list_group(listing, then, now, (enum group)group, parent);
}

struct model_comparison *compare_plans(struct arena *arena, const struct model_plan *before,
				       struct model_plan *after,
				       const struct compare_options *options)
{
	struct side then = compare_nodes(arena, before, options->public_edition);
	struct side now = compare_nodes(arena, after, options->public_edition);
	struct listing listing = { .arena = arena, .before = &then, .after = &now };

	listing.comparison = arena_new(arena, struct model_comparison);
	listing.comparison->before = before;
	listing.comparison->after = after;
	listing.comparison->same_year = before->year == after->year;
	compare_match(&then, &now);
	list_children(&listing, then.root, now.root, NULL);
	compare_summary(arena, listing.comparison);
	after->comparison = listing.comparison;
	return listing.comparison;
}
