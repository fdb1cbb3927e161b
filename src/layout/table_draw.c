/* table_draw.c - the rows of one page: contents, backgrounds, borders, tags. */
#include "table_private.h"

#include <math.h>

/* Drawing one portion. */
struct drawing {
	struct table *table;
	const struct canvas *canvas;
	struct portion *portion;
	struct edges edges;
	double x;
};

/* ---- tags ------------------------------------------------------------------- */

static char scope_of(const struct table *table, const struct table_cell *cell)
{
	switch (cell->data->scope) {
	case DOCUMENT_SCOPE_COLUMN: return 'C';
	case DOCUMENT_SCOPE_ROW: return 'R';
	case DOCUMENT_SCOPE_BOTH: return 'B';
	case DOCUMENT_SCOPE_NONE: break;
	}
	return row_is_head(table, cell->row) ? 'C' : 'R';
}

static void open_cell(struct table *table, struct table_cell *cell)
{
	const struct document_cell *data = cell->data;
	struct page_tag *tag =
		tag_create(table->piece.layout, data->header ? PAGE_TH : PAGE_TD, cell->row->tag);

	if (data->header)
		tag->scope = scope_of(table, cell);
	tag->id = data->id;
	tag->headers = data->headers;
	tag->columns = data->columns;
	if (tag->columns > table->column_count - data->column)
		tag->columns = table->column_count - data->column;
	tag->rows = data->rows;
	cell->tag = tag_open(table->piece.layout, tag);
}

/* THead needs rows of a body; without them all rows are body. */
static void open_group(struct table *table, const struct table_row *row)
{
	enum page_role role =
		row_is_head(table, row) && table->data->first != NULL ? PAGE_THEAD : PAGE_TBODY;

	if (table->group != NULL && table->group_role == role)
		return;
	tag_close(table->piece.layout, &table->group);
	table->group = tag_begin(table->piece.layout, role, table->tag);
	table->group_role = role;
}

static void open_row(const struct drawing *d, struct table_row *row)
{
	row->begun = true;
	for (size_t i = 0; i < row->count; i++)
		row->spans += cell_is_span(&row->cells[i]);
	if (d->canvas->artifact)
		return;
	open_group(d->table, row);
	row->tag = tag_begin(d->table->piece.layout, PAGE_TR, d->table->group);
	for (size_t i = 0; i < row->count; i++)
		open_cell(d->table, &row->cells[i]);
}

static void close_row(const struct drawing *d, struct table_row *row)
{
	if (row->finished && row->spans == 0)
		tag_close(d->table->piece.layout, &row->tag);
}

/* ---- cells ---------------------------------------------------------------------- */

/* Draws what fits of a cell; its height with padding. */
static double draw_content(const struct drawing *d, struct table_cell *cell, double y,
			   double height, bool top)
{
	struct canvas canvas = *d->canvas;
	double around = cell->insets.top + cell->insets.bottom;
	struct region region = { .height = height - around + LAYOUT_EPSILON,
				 .full = d->table->full - around,
				 .top = top };
	struct placed placed;

	if (!canvas.artifact)
		canvas.tag = cell->tag;
	placed = sequence_place(&cell->content, &canvas, d->x + cell->x + cell->insets.left,
				y + cell->insets.top, region);
	return placed.height + around;
}

static void draw_frame(struct drawing *d, const struct table_cell *cell, double bottom)
{
	const double box[4] = { d->x + cell->x, cell->top, cell->width, bottom - cell->top };

	if (cell->data->style->background != DOCUMENT_NO_COLOUR)
		canvas_fill(d->canvas, box, cell->data->style->background);
	edges_add_frame(&d->edges, cell->data->style, box);
}

static void draw_row_frame(struct drawing *d, const struct table_row *row, double y, double bottom)
{
	const double box[4] = { d->x, y, d->table->width, bottom - y };

	if (row->data->style == NULL)
		return;
	if (row->data->style->background != DOCUMENT_NO_COLOUR)
		canvas_fill(d->canvas, box, row->data->style->background);
	edges_add_frame(&d->edges, row->data->style, box);
}

/* ---- spans ------------------------------------------------------------------------ */

static bool has_segue(const struct document_block *block)
{
	for (const struct document_inline *in = block->text_first; in != NULL; in = in->next)
		if (in->kind == DOCUMENT_CONTINUED)
			return true;
	return false;
}

/* The text of a span once more, at the top of a page that goes on with its
 * rows: an artifact, with "(segue)" unless the template says it its own way. */
static void draw_again(const struct drawing *d, const struct table_cell *cell, double y,
		       double height)
{
	const struct document_style *style = cell->data->style;
	struct document_inline text = { .kind = DOCUMENT_TEXT, .text = "(segue)" };
	struct document_block block = { .kind = DOCUMENT_PARAGRAPH, .style = style };
	struct setting setting = d->table->setting;
	struct canvas canvas = *d->canvas;
	struct sequence content;

	if (cell->data->first == NULL)
		return;
	if (cell->data->first->kind == DOCUMENT_PARAGRAPH)
		block.style = cell->data->first->style;
	text.character = &block.style->character;
	block.text_first = block.text_last = &text;
	canvas.artifact = true;
	setting.arena = canvas.arena;
	setting.width = fmax(1, cell->width - cell->insets.left - cell->insets.right);
	setting.cell = style;
	setting.repeat = true;
	content = sequence_create(&setting, cell->data->first);
	if (!has_segue(cell->data->first))
		sequence_add(&content, setting.arena, paragraph_create(&setting, &block, PAGE_P));
	sequence_place(&content, &canvas, d->x + cell->x + cell->insets.left, y + cell->insets.top,
		       (struct region){ .height = height - cell->insets.top - cell->insets.bottom,
					.full = d->table->full });
}

/* A span that may not be divided where the page ends is divided all the same:
 * blank beside its rows, it would not say what they belong to. */
static double draw_span(const struct drawing *d, struct table_cell *cell, double y, double extent)
{
	double around = cell->insets.top + cell->insets.bottom;
	bool stuck =
		!sequence_is_done(&cell->content) &&
		sequence_first(&cell->content, d->table->full) > extent - around + LAYOUT_EPSILON;

	return draw_content(d, cell, y, extent, d->portion->forced || stuck);
}

/* Spans of pages before: what is left of them, or their text again. */
static void go_on_with_spans(struct drawing *d, double y)
{
	for (size_t i = 0; i < d->table->spans.count; i++) {
		struct table_cell *cell = d->table->spans.items[i];
		double extent = portion_extent(d->portion, 0, cell);

		cell->top = y;
		cell->used = 0;
		if (sequence_is_done(&cell->content))
			draw_again(d, cell, y, extent);
		else
			cell->used = draw_span(d, cell, y, extent);
	}
}

static void begin_span(struct drawing *d, struct table_cell *cell, size_t index, double y)
{
	spans_add(&d->table->spans, d->table->piece.arena, cell);
	cell->top = y;
	cell->used = draw_span(d, cell, y, portion_extent(d->portion, index, cell));
}

static void end_span(struct drawing *d, size_t index, double bottom)
{
	struct table_cell *cell = d->table->spans.items[index];
	struct table_row *row = cell->row;

	draw_frame(d, cell, bottom);
	spans_remove(&d->table->spans, index);
	tag_close(d->table->piece.layout, &cell->tag);
	row->spans--;
	close_row(d, row);
	row_give_back(d->table, row);
}

/* Spans whose last row has just been finished. */
static void end_spans(struct drawing *d, const struct table_row *row, double bottom)
{
	bool last = row->data->next == NULL && !row_is_head(d->table, row);

	for (size_t i = d->table->spans.count; i > 0; i--)
		if (d->table->spans.items[i - 1]->last <= row->number || last)
			end_span(d, i - 1, bottom);
}

/* ---- rows --------------------------------------------------------------------------- */

static bool cells_are_done(const struct table_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (!cell_is_span(&row->cells[i]) && !sequence_is_done(&row->cells[i].content))
			return false;
	return true;
}

/* A row goes on while a span that ends with it does. */
static bool is_finished(const struct drawing *d, const struct table_row *row)
{
	bool last = row->data->next == NULL && !row_is_head(d->table, row);

	for (size_t i = 0; i < d->table->spans.count; i++) {
		const struct table_cell *cell = d->table->spans.items[i];

		if ((cell->last <= row->number || last) && !sequence_is_done(&cell->content))
			return false;
	}
	return cells_are_done(row);
}

static double draw_cells(struct drawing *d, struct table_row *row, size_t index, double y)
{
	bool fresh = !row->begun, top = d->portion->forced && index == 0;
	double used = 0;

	if (fresh)
		open_row(d, row);
	for (size_t i = 0; i < row->count; i++) {
		struct table_cell *cell = &row->cells[i];

		if (!cell_is_span(cell)) {
			cell->top = y;
			used = fmax(used, draw_content(d, cell, y, row->height, top));
		} else if (fresh) {
			begin_span(d, cell, index, y);
		}
	}
	return used;
}

/* A split row ends where its content does, or that of a span beside it. */
static double bottom_of_cut(const struct drawing *d, double y, double used)
{
	double bottom = y + used;

	for (size_t i = 0; i < d->table->spans.count; i++) {
		const struct table_cell *cell = d->table->spans.items[i];

		bottom = fmax(bottom, cell->top + cell->used);
	}
	return bottom;
}

static double draw_row(struct drawing *d, size_t index, double y)
{
	struct table_row *row = d->portion->rows[index];
	bool cut = d->portion->cut && index + 1 == d->portion->count;
	double used = draw_cells(d, row, index, y);
	double bottom = cut ? bottom_of_cut(d, y, used) : y + fmax(row->height, used);

	draw_row_frame(d, row, y, bottom);
	row->finished = is_finished(d, row);
	for (size_t i = 0; i < row->count; i++) {
		if (cell_is_span(&row->cells[i]))
			continue;
		draw_frame(d, &row->cells[i], bottom);
		if (row->finished)
			tag_close(d->table->piece.layout, &row->cells[i].tag);
	}
	close_row(d, row);
	if (row->finished)
		end_spans(d, row, bottom);
	return bottom;
}

double table_draw(struct table *table, const struct canvas *canvas, struct portion *portion,
		  double x, double y)
{
	struct drawing d = { .table = table, .canvas = canvas, .portion = portion, .x = x };
	double bottom = y;

	d.edges.arena = canvas->arena;
	go_on_with_spans(&d, y);
	for (size_t i = 0; i < portion->count; i++)
		bottom = draw_row(&d, i, bottom);
	for (size_t i = 0; i < table->spans.count; i++)
		draw_frame(&d, table->spans.items[i], bottom);
	edges_draw(&d.edges, canvas);
	return bottom - y;
}
