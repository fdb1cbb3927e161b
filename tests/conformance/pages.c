/* pages.c - the page tree, what each page needs, the keys of the ParentTree.
 *
 * Source: ISO 32000-1 7.7.3, 14.7.4.4; ISO 14289-1 7.18.3; ISO 19005-2 6.1.13.
 */
#include "conform_private.h"

#include <string.h>

#define SIDE_MIN   3.0
#define SIDE_MAX   14400.0
#define DEPTH_MAX  50
#define NO_PARENTS (-1)

/* A value that pages take from the nodes above them. */
static const struct object *inherited(struct conform *c, const struct object *page, const char *key)
{
	for (int depth = 0; page->kind == OBJECT_DICTIONARY && depth < DEPTH_MAX; depth++) {
		const struct object *value = conform_get(c, page, key);

		if (value->kind != OBJECT_NULL)
			return value;
		page = conform_get(c, page, "Parent");
	}
	return object_at(c->file, 0);
}

static void add_page(struct conform *c, const struct object *object)
{
	if (c->page_count == c->page_capacity) {
		size_t more = c->page_capacity ? c->page_capacity * 2 : 64;

		c->pages = arena_grow(c->arena, c->pages, c->page_capacity * sizeof *c->pages,
				      more * sizeof *c->pages);
		c->page_capacity = more;
	}
	c->pages[c->page_count++] = (struct page_state){ .id = object->id, .object = object };
}

static void list_pages(struct conform *c, const struct object *node, unsigned char *visited,
		       int depth)
{
	const struct object *kids = conform_get(c, node, "Kids");

	if (object_is_name(conform_get(c, node, "Type"), "Page"))
		add_page(c, node);
	for (size_t i = 0; kids->kind == OBJECT_ARRAY && i < kids->count && depth < DEPTH_MAX; i++)
		if (conform_first_visit(c, visited, &kids->items[i]))
			list_pages(c, conform_item(c, kids, i), visited, depth + 1);
}

static void number_pages(struct conform *c)
{
	for (size_t i = 0; i < c->page_count; i++)
		if (c->pages[i].id > 0 && (size_t)c->pages[i].id < c->object_count)
			c->page_of[c->pages[i].id] = &c->pages[i];
}

static void check_box(struct conform *c, struct page_state *page)
{
	const struct object *box = inherited(c, page->object, "MediaBox");

	if (!conform_box(c, box, page->box)) {
		conform_add(c, CONFORM_PAGE_ENTRY, page->id, "MediaBox");
		return;
	}
	for (int i = 0; i < 2; i++) {
		double side = page->box[i + 2] - page->box[i];

		if (side < SIDE_MIN || side > SIDE_MAX)
			conform_add(c, CONFORM_LIMIT_PAGE, page->id, "%g", side);
	}
}

static void check_needed(struct conform *c, struct page_state *page)
{
	const struct object *contents = conform_get(c, page->object, "Contents");

	if (contents->kind != OBJECT_STREAM && contents->kind != OBJECT_ARRAY)
		conform_add(c, CONFORM_PAGE_ENTRY, page->id, "Contents");
	if (inherited(c, page->object, "Resources")->kind != OBJECT_DICTIONARY)
		conform_add(c, CONFORM_PAGE_ENTRY, page->id, "Resources");
}

static void check_tabs(struct conform *c, struct page_state *page)
{
	const struct object *tabs = conform_get(c, page->object, "Tabs");

	if (tabs->kind == OBJECT_NULL)
		conform_breach(c, CONFORM_TABS, page->id);
	else if (!object_is_name(tabs, "S"))
		conform_breach(c, CONFORM_TABS_ORDER, page->id);
}

/* ---- the ParentTree -------------------------------------------------------- */

static void take_parent(struct conform *c, const struct object *key, const struct object *value,
			void *user)
{
	(void)user;
	if (c->parent_count == c->parent_capacity) {
		size_t more = c->parent_capacity ? c->parent_capacity * 2 : 64;
		size_t old = c->parent_capacity * sizeof *c->parent_keys;

		c->parent_keys =
			arena_grow(c->arena, c->parent_keys, old, more * sizeof *c->parent_keys);
		c->parent_values = arena_grow(c->arena, c->parent_values, old,
					      more * sizeof *c->parent_values);
		c->parent_capacity = more;
	}
	c->parent_keys[c->parent_count] = key;
	c->parent_values[c->parent_count++] = value;
}

static double key_at(const struct conform *c, size_t i)
{
	return c->parent_keys[i]->number;
}

const struct object *parent_value(struct conform *c, long key)
{
	size_t low = 0, high = c->parent_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (key_at(c, middle) < (double)key)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < c->parent_count && key_at(c, low) == (double)key)
		return c->parent_values[low];
	return object_at(c->file, 0);
}

static void check_order(struct conform *c)
{
	for (size_t i = 1; i < c->parent_count; i++)
		if (key_at(c, i) <= key_at(c, i - 1))
			conform_add(c, CONFORM_PARENT_TREE, c->parent_keys[i]->id,
				    "chiavi non in ordine");
}

/* The number under which the ParentTree keeps the page's elements. */
static void find_parents(struct conform *c, struct page_state *page)
{
	const struct object *key = conform_get(c, page->object, "StructParents");
	const struct object *parents;

	page->key = key->kind == OBJECT_INTEGER ? (long)key->number : NO_PARENTS;
	page->parents = object_at(c->file, 0);
	if (page->key < 0) {
		conform_breach(c, CONFORM_PAGE_PARENTS, page->id);
		return;
	}
	parents = object_follow(c->file, parent_value(c, page->key));
	if (parents->kind == OBJECT_ARRAY)
		page->parents = parents;
	page->mcids = page->parents->count;
	page->seen = arena_alloc(c->arena, page->mcids);
}

static void check_keys(struct conform *c)
{
	struct map used = map_make(c->arena);

	for (size_t i = 0; i < c->page_count; i++) {
		const char *key = arena_printf(c->arena, "%ld", c->pages[i].key);

		if (c->pages[i].key >= 0 && map_put(&used, key, &c->pages[i]) != NULL)
			conform_add(c, CONFORM_PAGE_PARENTS, c->pages[i].id, "%s", key);
	}
}

void conform_pages(struct conform *c)
{
	list_pages(c, conform_get(c, c->catalogue, "Pages"), arena_alloc(c->arena, c->object_count),
		   0);
	number_pages(c);
	conform_tree(c, conform_get(c, c->root, "ParentTree"), "Nums", take_parent, NULL);
	check_order(c);
	for (size_t i = 0; i < c->page_count; i++) {
		check_box(c, &c->pages[i]);
		check_needed(c, &c->pages[i]);
		check_tabs(c, &c->pages[i]);
		find_parents(c, &c->pages[i]);
	}
	check_keys(c);
}
