/* navigation.c - page labels, outline, named destinations.
 *
 * Source: ISO 14289-1 7.17; ISO 32000-1 7.7.2, 12.3, 12.4.2.
 */
#include "conform_private.h"

#include "base/text.h"

#include <string.h>

#define OUTLINE_DEPTH_MAX 50
#define OUTLINE_MAX       100000

/* ---- destinations ------------------------------------------------------------ */

static struct page_state *array_page(struct conform *c, const struct object *array)
{
	return array->kind == OBJECT_ARRAY && array->count >= 2 &&
			       conform_item(c, array, 1)->kind == OBJECT_NAME
		       ? conform_page(c, &array->items[0])
		       : NULL;
}

struct page_state *destination_page(struct conform *c, const struct object *destination)
{
	if (destination->kind == OBJECT_STRING)
		return map_find(&c->destinations, destination->string.data);
	if (destination->kind == OBJECT_DICTIONARY)
		destination = conform_get(c, destination, "D");
	return array_page(c, destination);
}

static void take_destination(struct conform *c, const struct object *key,
			     const struct object *value, void *user)
{
	const struct object *destination = object_follow(c->file, value);
	struct page_state *page = destination_page(c, destination);
	const char **before = user;

	if (key->kind != OBJECT_STRING)
		return;
	if (page == NULL)
		conform_add(c, CONFORM_DESTINATION, value->id, "%s", key->string.data);
	else
		map_put(&c->destinations, key->string.data, page);
	if (*before != NULL && strcmp(*before, key->string.data) >= 0)
		conform_add(c, CONFORM_DESTINATION, value->id, "%s non è in ordine",
			    key->string.data);
	*before = key->string.data;
}

/* ---- outline -------------------------------------------------------------------- */

static bool same_object(const struct object *reference, const struct object *object)
{
	return reference->kind == OBJECT_REFERENCE && reference->to == object->id;
}

static void check_entry(struct conform *c, const struct object *entry)
{
	const char *title = object_text(c->arena, conform_get(c, entry, "Title"));
	const struct object *to = conform_get(c, entry, "Dest");

	if (to->kind == OBJECT_NULL)
		to = conform_find(c, entry, "A/D");
	if (title == NULL || text_blank(title) || destination_page(c, to) == NULL)
		conform_add(c, CONFORM_OUTLINE_TARGET, entry->id, "%s", title != NULL ? title : "");
}

/* The entries below `parent`: each knows its parent and the one before. */
static void check_entries(struct conform *c, const struct object *parent, size_t *left, int depth)
{
	const struct object *entry = conform_get(c, parent, "First"), *before = NULL;

	for (; entry->kind == OBJECT_DICTIONARY && *left > 0; (*left)--) {
		const struct object *previous = object_raw(entry, "Prev");

		if (!same_object(object_raw(entry, "Parent"), parent) ||
		    (before == NULL ? previous->kind != OBJECT_NULL
				    : !same_object(previous, before)))
			conform_breach(c, CONFORM_OUTLINE_LINKS, entry->id);
		check_entry(c, entry);
		if (depth < OUTLINE_DEPTH_MAX)
			check_entries(c, entry, left, depth + 1);
		before = entry;
		entry = conform_get(c, entry, "Next");
	}
	if (before != NULL && !same_object(object_raw(parent, "Last"), before))
		conform_add(c, CONFORM_OUTLINE_LINKS, parent->id, "Last");
}

static bool has_headings(const struct conform *c)
{
	for (size_t i = 0; i < c->element_count; i++)
		if (tag_is(c->elements[i], "H1"))
			return true;
	return false;
}

static void check_outline(struct conform *c)
{
	const struct object *outline = conform_get(c, c->catalogue, "Outlines");
	size_t left = OUTLINE_MAX;

	if (conform_get(c, outline, "First")->kind != OBJECT_DICTIONARY) {
		if (has_headings(c))
			conform_breach(c, CONFORM_OUTLINE, c->catalogue->id);
		return;
	}
	check_entries(c, outline, &left, 0);
}

/* ---- page labels ------------------------------------------------------------------ */

static void take_label(struct conform *c, const struct object *key, const struct object *value,
		       void *user)
{
	const struct object *label = object_follow(c->file, value);
	const char *style = object_name(conform_get(c, label, "S"));
	bool *good = user;

	if (strlen(style) == 1 ? strchr("DRrAa", *style) == NULL
			       : conform_get(c, label, "P")->kind != OBJECT_STRING)
		conform_add(c, CONFORM_PAGE_LABELS, value->id, "%s", style);
	if (key->number == 0)
		*good = true;
}

static void check_labels(struct conform *c)
{
	bool good = false;

	conform_tree(c, conform_get(c, c->catalogue, "PageLabels"), "Nums", take_label, &good);
	if (!good)
		conform_breach(c, CONFORM_PAGE_LABELS, c->catalogue->id);
}

void conform_navigation(struct conform *c)
{
	const char *before = NULL;

	conform_tree(c, conform_find(c, c->catalogue, "Names/Dests"), "Names", take_destination,
		     &before);
	check_outline(c);
	check_labels(c);
}
