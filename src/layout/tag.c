/* tag.c - structure elements: opened when their content begins, closed when
 * layout has left it, then used again for another. */
#include "layout_private.h"

#include <string.h>

struct page_tag *tag_create(struct layout *layout, enum page_role role, struct page_tag *parent)
{
	struct tag_store *store = &layout->tags;
	struct page_tag *tag;

	if (store->count > 0)
		tag = store->spare[--store->count];
	else
		tag = arena_new(layout->arena, struct page_tag);
	tag->arena = layout->arena;
	tag->role = role;
	tag->parent = parent;
	return tag;
}

struct page_tag *tag_open(struct layout *layout, struct page_tag *tag)
{
	struct page_kid kid = { .kind = PAGE_KID_TAG };

	tag->reference = layout->sink->open_tag(layout->sink, tag);
	kid.reference = tag->reference;
	if (tag->parent != NULL)
		page_tag_add_kid(layout->arena, tag->parent, kid);
	return tag;
}

struct page_tag *tag_begin(struct layout *layout, enum page_role role, struct page_tag *parent)
{
	return tag_open(layout, tag_create(layout, role, parent));
}

/* Keeps a tag and the room for its kids. */
static void keep_spare(struct layout *layout, struct page_tag *tag)
{
	struct tag_store *store = &layout->tags;
	struct page_tag empty = { .kids = tag->kids, .kid_capacity = tag->kid_capacity };

	if (store->count == store->capacity) {
		size_t capacity = store->capacity ? store->capacity * 2 : 64;

		store->spare = arena_grow(layout->arena, store->spare,
					  store->capacity * sizeof(*store->spare),
					  capacity * sizeof(*store->spare));
		store->capacity = capacity;
	}
	*tag = empty;
	store->spare[store->count++] = tag;
}

void tag_close(struct layout *layout, struct page_tag **tag)
{
	struct sheet *sheet = layout->sheets.current;

	if (*tag == NULL)
		return;
	layout->sink->close_tag(layout->sink, *tag);
	/* The struct comes back as another element: no mark may join with it. */
	if (sheet != NULL && sheet->page->marked == *tag)
		sheet->page->marking = false;
	keep_spare(layout, *tag);
	*tag = NULL;
}
