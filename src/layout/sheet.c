/* sheet.c - pages begun, shipped, or held back until numbers are known. */
#include "layout_private.h"

#include <math.h>

#define PAGE_SIDE_MIN  10.0    /* pt */
#define PAGE_SIDE_MAX  14400.0 /* pt: the largest page of the format */
#define BODY_SHARE_MIN 0.2     /* of a side that margins must leave free */

static double sane_side(double side)
{
	if (!(side >= PAGE_SIDE_MIN))
		return PAGE_SIDE_MIN;
	return side > PAGE_SIDE_MAX ? PAGE_SIDE_MAX : side;
}

static double sane_margin(double margin)
{
	return margin > 0 && isfinite(margin) ? margin : 0;
}

/* Start and length of what two margins leave of a side. */
static void body_side(double side, double before, double after, double *start, double *length)
{
	double most = side * (1 - BODY_SHARE_MIN), sum;

	before = sane_margin(before);
	after = sane_margin(after);
	sum = before + after;
	if (sum > most) {
		before *= most / sum;
		after *= most / sum;
	}
	*start = before;
	*length = side - before - after;
}

void sheet_body(const struct document_master *master, double box[4])
{
	body_side(sane_side(master->width_pt), master->margin.left, master->margin.right, &box[0],
		  &box[2]);
	body_side(sane_side(master->height_pt), master->margin.top, master->margin.bottom, &box[1],
		  &box[3]);
}

static struct sheet_note *add_note(struct layout *layout)
{
	struct sheets *sheets = &layout->sheets;

	if (sheets->count == sheets->capacity) {
		int capacity = sheets->capacity ? sheets->capacity * 2 : 64;

		sheets->notes = arena_grow(layout->arena, sheets->notes,
					   (size_t)sheets->capacity * sizeof(*sheets->notes),
					   (size_t)capacity * sizeof(*sheets->notes));
		sheets->capacity = capacity;
	}
	return &sheets->notes[sheets->count++];
}

void sheet_begin(struct layout *layout, const struct document_master *master)
{
	struct pooled *memory = pool_take(&layout->pool);
	struct sheet *sheet = arena_new(memory->arena, struct sheet);
	int index = layout->sheets.count;
	struct sheet_note *note = add_note(layout);

	sheet->memory = memory;
	sheet->page = page_create(memory->arena, index, sane_side(master->width_pt),
				  sane_side(master->height_pt));
	layout->sheets.current = sheet;
	note->master = master;
	for (int level = 0; level < LAYOUT_LEVELS; level++)
		note->running[level] = layout->running[level];
}

/* Paths that were reserved and never placed show nothing. */
static void drop_unused(struct sheet *sheet)
{
	struct page_op **link = &sheet->under;

	sheet->under_last = NULL;
	while (*link != NULL) {
		struct page_op *op = *link;

		if (op->kind != PAGE_OP_MARK && op->as.path.count == 0) {
			*link = op->next;
		} else {
			sheet->under_last = op;
			link = &op->next;
		}
	}
}

/* Backgrounds first, then the rest. */
static void join_under(struct sheet *sheet)
{
	drop_unused(sheet);
	if (sheet->under == NULL || sheet->under->next == NULL)
		return;
	sheet->under_last->next = sheet->page->first;
	if (sheet->page->first == NULL)
		sheet->page->last = sheet->under_last;
	sheet->page->first = sheet->under;
}

static void ship(struct layout *layout, struct sheet *sheet)
{
	struct pooled *memory = sheet->memory;

	layout->sink->page(layout->sink, sheet->page);
	pool_give(&layout->pool, memory);
}

static void hold(struct sheets *sheets, struct sheet *sheet)
{
	if (sheets->held_last == NULL)
		sheets->held = sheet;
	else
		sheets->held_last->next = sheet;
	sheets->held_last = sheet;
}

void sheet_end(struct layout *layout)
{
	struct sheet *sheet = layout->sheets.current;

	if (sheet == NULL)
		return;
	layout->sheets.current = NULL;
	join_under(sheet);
	if (sheet->leaves != NULL)
		hold(&layout->sheets, sheet);
	else
		ship(layout, sheet);
}

void sheet_ship_held(struct layout *layout)
{
	struct sheet *sheet = layout->sheets.held;

	while (sheet != NULL) {
		struct sheet *next = sheet->next;

		late_fill(layout, sheet);
		ship(layout, sheet);
		sheet = next;
	}
	layout->sheets.held = layout->sheets.held_last = NULL;
}
