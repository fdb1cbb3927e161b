/* anchor.c - where blocks came to stand: targets of links, bookmarks, running
 * heads and page numbers in contents lists. */
#include "layout_private.h"

static size_t slot_of(const struct anchors *anchors, const struct document_block *block)
{
	size_t slot = ((uintptr_t)block >> 4) * (size_t)2654435761u % anchors->slot_count;

	while (anchors->slots[slot] != NULL && anchors->slots[slot]->block != block)
		slot = (slot + 1) % anchors->slot_count;
	return slot;
}

static void grow(struct layout *layout)
{
	struct anchors *anchors = &layout->anchors;
	struct anchors larger = *anchors;

	larger.slot_count = anchors->slot_count ? anchors->slot_count * 2 : 256;
	larger.slots = arena_array(layout->arena, struct anchor *, larger.slot_count);
	for (size_t i = 0; i < anchors->slot_count; i++)
		if (anchors->slots[i] != NULL)
			larger.slots[slot_of(&larger, anchors->slots[i]->block)] =
				anchors->slots[i];
	*anchors = larger;
}

struct anchor *anchor_of(struct layout *layout, const struct document_block *block)
{
	struct anchors *anchors = &layout->anchors;
	struct anchor *anchor;
	size_t slot;

	if (anchors->count * 2 >= anchors->slot_count)
		grow(layout);
	slot = slot_of(anchors, block);
	if (anchors->slots[slot] != NULL)
		return anchors->slots[slot];
	anchor = arena_new(layout->arena, struct anchor);
	anchor->block = block;
	anchor->page = -1;
	/* A number sign, because no id of a template begins with it. */
	anchor->id = block->id != NULL ? block->id
				       : arena_printf(layout->arena, "#%d", ++anchors->names);
	anchors->slots[slot] = anchor;
	anchors->count++;
	return anchor;
}

static const char *full_title(struct layout *layout, const struct document_heading *heading)
{
	const char *title = heading->title != NULL ? heading->title : "";

	if (heading->number == NULL || *heading->number == '\0')
		return title;
	return arena_printf(layout->arena, "%s %s", heading->number, title);
}

/* A title is in force from its page on, until one of its level or above begins. */
static void set_running(struct layout *layout, int level, const char *title)
{
	struct sheets *sheets = &layout->sheets;
	struct sheet_note *note = &sheets->notes[sheets->count - 1];

	if (level < 1 || level > LAYOUT_LEVELS)
		return;
	layout->running[level - 1] = title;
	for (int deeper = level; deeper < LAYOUT_LEVELS; deeper++)
		layout->running[deeper] = NULL;
	for (int i = 0; i < LAYOUT_LEVELS; i++)
		note->running[i] = layout->running[i];
}

static void place_heading(struct layout *layout, const struct document_block *block, int page,
			  double y)
{
	const struct document_heading *heading = block->as.heading;
	struct page_outline entry = { .level = heading->level < 1 ? 1 : heading->level,
				      .title = full_title(layout, heading),
				      .page = page,
				      .y = y };

	set_running(layout, heading->level, entry.title);
	layout->sink->outline(layout->sink, &entry);
}

void anchor_place(struct layout *layout, const struct document_block *block, double y)
{
	bool heading = block->kind == DOCUMENT_HEADING;
	int page = layout->sheets.count - 1;
	struct anchor *anchor;

	if (!heading && block->id == NULL)
		return;
	anchor = anchor_of(layout, block);
	if (anchor->page >= 0)
		return;
	anchor->page = page;
	layout->sink->target(layout->sink, anchor->id, page, y);
	if (heading)
		place_heading(layout, block, page, y);
}
