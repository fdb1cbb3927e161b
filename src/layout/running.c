/* running.c - the head and foot of every page, when their number is known. */
#include "layout_private.h"

/* Draws one of them in the middle of its margin. */
static void draw_block(struct layout *layout, struct page_drawing *drawing, struct pooled *memory,
		       const struct running *running, const struct document_block *block, bool foot)
{
	const struct document_master *master = running->note->master;
	double body[4], space, start, height;
	struct setting setting = { .layout = layout, .arena = memory->arena, .running = running };
	struct canvas canvas = { .layout = layout,
				 .drawing = drawing,
				 .arena = memory->arena,
				 .artifact = true,
				 .kind = foot ? PAGE_ARTIFACT_PAGINATION_FOOTER
					      : PAGE_ARTIFACT_PAGINATION_HEADER };
	struct sequence content;

	sheet_body(master, body);
	start = foot ? body[1] + body[3] : 0;
	space = foot ? drawing->height - start : body[1];
	setting.width = body[2];
	setting.full = space;
	content = (struct sequence){ 0 };
	sequence_add(&content, memory->arena, box_create(&setting, block));
	height = sequence_height(&content, space);
	if (height < space)
		start += (space - height) / 2;
	sequence_place(&content, &canvas, body[0], start,
		       (struct region){ .height = space, .full = space, .top = true });
}

static void draw_page(struct layout *layout, int index)
{
	const struct sheet_note *note = &layout->sheets.notes[index];
	struct running running = { .page = index + 1, .pages = layout->sheets.count, .note = note };
	const struct document_master *master = note->master;
	struct pooled *memory = pool_take(&layout->pool);
	struct page_drawing *drawing;

	drawing = page_drawing_create(memory->arena, master->width_pt, master->height_pt);
	if (master->head != NULL)
		draw_block(layout, drawing, memory, &running, master->head, false);
	if (master->foot != NULL)
		draw_block(layout, drawing, memory, &running, master->foot, true);
	layout->sink->late(layout->sink, index, drawing);
	pool_give(&layout->pool, memory);
}

void running_draw_all(struct layout *layout)
{
	for (int i = 0; i < layout->sheets.count; i++)
		draw_page(layout, i);
}
