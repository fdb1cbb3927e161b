/* match.c - which thing of one plan is which of the other. */
#include "compare_private.h"

#include "base/map.h"

#include <string.h>

#define LIKENESS_MIN 60 /* hundredths of the words */

static void pair(struct node *a, struct node *b)
{
	a->match = b;
	b->match = a;
}

/* Things of different kinds never match, so the kind is part of each key. */
static char *key_of(struct arena *arena, const struct node *node, const char *word)
{
	return arena_printf(arena, "%d %s", (int)node->kind, word);
}

/* ---- by id ------------------------------------------------------------- */

/* "obiettivo-1.2": an id that input gave after the place in the tree, which
 * is another's place in another plan. Source: design section 3, "Identity". */
static bool is_place(const char *id)
{
	static const char *const kinds[] = { "ambito-", "obiettivo-", "indicatore-" };

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		size_t length = strlen(kinds[i]);

		if (strncmp(id, kinds[i], length) != 0)
			continue;
		id += length;
		id += *id == 's';
		return *id != '\0' && strspn(id, "0123456789.-s") == strlen(id);
	}
	return false;
}

static void match_ids(struct side *before, struct side *after)
{
	struct map ids = map_make(before->arena);

	for (size_t i = 0; i < before->all.count; i++) {
		struct node *node = before->all.items[i];

		if (node->id != NULL && !is_place(node->id))
			map_put(&ids, key_of(before->arena, node, node->id), node);
	}
	for (size_t i = 0; i < after->all.count; i++) {
		struct node *node = after->all.items[i], *found;

		if (node->id == NULL || is_place(node->id))
			continue;
		found = map_find(&ids, key_of(after->arena, node, node->id));
		if (found != NULL && found->match == NULL)
			pair(found, node);
	}
}

/* ---- by code ----------------------------------------------------------- */

/* A code that two have leads to neither of them. */
struct owner {
	struct node *node;
	int count;
};

static struct map owners_of(const struct side *side)
{
	struct map codes = map_make(side->arena);

	for (size_t i = 0; i < side->all.count; i++) {
		struct node *node = side->all.items[i];
		struct owner *owner;
		char *key;

		if (node->match != NULL || text_blank(node->code))
			continue;
		key = key_of(side->arena, node, node->code);
		owner = map_find(&codes, key);
		if (owner == NULL) {
			owner = arena_new(side->arena, struct owner);
			map_put(&codes, key, owner);
		}
		owner->node = node;
		owner->count++;
	}
	return codes;
}

static void match_single_codes(struct side *before, struct side *after)
{
	struct map then = owners_of(before), now = owners_of(after);

	for (size_t i = 0; i < now.count; i++) {
		const struct owner *b = now.entries[i].value;
		const struct owner *a = map_find(&then, now.entries[i].key);

		if (a != NULL && a->count == 1 && b->count == 1)
			pair(a->node, b->node);
	}
}

/* ---- among the children of a pair -------------------------------------- */

/* Children that have no match yet. */
static struct model_list unmatched(struct arena *arena, const struct node *parent)
{
	struct model_list list = { 0 };

	for (struct node *node = parent->first; node != NULL; node = node->next)
		if (node->match == NULL)
			model_list_add(arena, &list, node);
	return list;
}

static const char *code_key(struct arena *arena, const struct node *node)
{
	return text_blank(node->code) ? NULL : key_of(arena, node, node->code);
}

static const char *title_key(struct arena *arena, const struct node *node)
{
	if (text_blank(node->title))
		return NULL;
	return key_of(arena, node, text_upper(arena, text_fold_space(arena, node->title)));
}

/* Pairs those that have the same key; of several the first. */
static void match_keys(struct arena *arena, const struct node *a, const struct node *b,
		       const char *(*key)(struct arena *arena, const struct node *node))
{
	struct model_list left = unmatched(arena, a), right = unmatched(arena, b);
	struct map keys = map_make(arena);

	if (left.count == 0 || right.count == 0)
		return;
	for (size_t i = 0; i < left.count; i++) {
		const char *name = key(arena, left.items[i]);

		if (name != NULL)
			map_put(&keys, name, left.items[i]);
	}
	for (size_t i = 0; i < right.count; i++) {
		const char *name = key(arena, right.items[i]);
		struct node *found = name != NULL ? map_find(&keys, name) : NULL;

		if (found != NULL && found->match == NULL)
			pair(found, right.items[i]);
	}
}

static struct title *titles_of(struct arena *arena, const struct model_list *nodes)
{
	struct title *titles = arena_array(arena, struct title, nodes->count);

	for (size_t i = 0; i < nodes->count; i++)
		titles[i] = compare_title(arena, ((const struct node *)nodes->items[i])->title);
	return titles;
}

static struct node *likest(const struct model_list *nodes, const struct title *titles,
			   const struct node *to, const struct title *title)
{
	struct node *best = NULL;
	int most = LIKENESS_MIN - 1;

	for (size_t i = 0; i < nodes->count; i++) {
		struct node *node = nodes->items[i];
		int likeness;

		if (node->match != NULL || node->kind != to->kind)
			continue;
		likeness = compare_likeness(&titles[i], title);
		if (likeness > most) {
			most = likeness;
			best = node;
		}
	}
	return best;
}

static void match_likeness(struct arena *arena, const struct node *a, const struct node *b)
{
	struct model_list left = unmatched(arena, a), right = unmatched(arena, b);
	struct title *then, *now;

	if (left.count == 0 || right.count == 0 || left.count > COMPARE_TITLES_MAX ||
	    right.count > COMPARE_TITLES_MAX)
		return;
	then = titles_of(arena, &left);
	now = titles_of(arena, &right);
	for (size_t i = 0; i < right.count; i++) {
		struct node *found = likest(&left, then, right.items[i], &now[i]);

		if (found != NULL)
			pair(found, right.items[i]);
	}
}

static void match_children(struct arena *arena, const struct node *a, const struct node *b)
{
	match_keys(arena, a, b, code_key);
	match_keys(arena, a, b, title_key);
	match_likeness(arena, a, b);
}

/* Parents come before their children in the order of nodes. */
void compare_match(struct side *before, struct side *after)
{
	match_ids(before, after);
	match_single_codes(before, after);
	pair(before->root, after->root);
	match_children(after->arena, before->root, after->root);
	for (size_t i = 0; i < after->all.count; i++) {
		const struct node *node = after->all.items[i];

		if (node->match != NULL)
			match_children(after->arena, node->match, node);
	}
}
