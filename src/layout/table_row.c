/* table_row.c - rows prepared for drawing, queued, and forgotten. */
#include "table_private.h"

#include <math.h>

struct document_edges cell_insets(const struct document_style *style, double width)
{
	struct document_edges insets = {
		.top = style->padding.top + style->border_top.width_pt / 2,
		.right = style->padding.right + style->border_right.width_pt / 2,
		.bottom = style->padding.bottom + style->border_bottom.width_pt / 2,
		.left = style->padding.left + style->border_left.width_pt / 2,
	};
	double least = fmin(LAYOUT_WIDTH_MIN, width / 2), sides = insets.left + insets.right;

	if (width - sides < least && sides > 0) {
		insets.left *= (width - least) / sides;
		insets.right *= (width - least) / sides;
	}
	return insets;
}

static double span_width(const struct table *table, const struct document_cell *cell)
{
	int end = cell->column + (cell->columns > 1 ? cell->columns : 1);
	double width = 0;

	for (int i = cell->column; i < end && i < table->column_count; i++)
		width += table->columns[i].width;
	return width;
}

/* A cell of one paragraph needs no P of its own; a number finds its comma. */
static void adapt_only(struct table *table, struct table_cell *cell, double width)
{
	struct paragraph *only =
		cell->content.count == 1 ? paragraph_of(cell->content.pieces[0]) : NULL;

	if (only == NULL)
		return;
	only->plain = only->passage.language == NULL && only->role == PAGE_P;
	if (cell->data->style->align == DOCUMENT_DECIMAL && !cell->data->header)
		decimal_align(&table->columns[cell->data->column], only, width);
}

static void prepare_cell(struct table *table, struct table_row *row, struct table_cell *cell,
			 const struct document_cell *data, bool repeat)
{
	struct setting setting = table->setting;

	cell->data = data;
	cell->row = row;
	cell->x = table->columns[data->column].x;
	cell->width = span_width(table, data);
	cell->insets = cell_insets(data->style, cell->width);
	setting.arena = row->memory->arena;
	setting.width = fmax(1, cell->width - cell->insets.left - cell->insets.right);
	setting.cell = data->style;
	setting.repeat = repeat;
	setting.depth++;
	cell->content = sequence_create(&setting, data->first);
	adapt_only(table, cell, setting.width);
}

static size_t count_cells(const struct table *table, const struct document_row *row)
{
	size_t count = 0;

	for (const struct document_cell *cell = row->first; cell != NULL; cell = cell->next)
		count += cell->column >= 0 && cell->column < table->column_count;
	return count;
}

struct table_row *row_prepare(struct table *table, const struct document_row *data, int number,
			      int last, bool repeat)
{
	struct pooled *memory = pool_take(&table->piece.layout->pool);
	struct table_row *row = arena_new(memory->arena, struct table_row);

	row->memory = memory;
	row->data = data;
	row->number = number;
	row->cells = arena_array(memory->arena, struct table_cell, count_cells(table, data));
	for (const struct document_cell *cell = data->first; cell != NULL; cell = cell->next) {
		struct table_cell *to = &row->cells[row->count];

		if (cell->column < 0 || cell->column >= table->column_count)
			continue;
		prepare_cell(table, row, to, cell, repeat);
		to->last = number + (cell->rows > 1 ? cell->rows - 1 : 0);
		if (to->last > last)
			to->last = last;
		row->count++;
	}
	return row;
}

/* ---- the queue ------------------------------------------------------------ */

static bool prepare_ahead(struct table *table)
{
	const struct document_row *data = table->ahead;
	bool head = table->ahead_number < table->head_count;
	struct table_row *row;

	if (data == NULL)
		return false;
	/* No span of the head reaches into the body. */
	row = row_prepare(table, data, table->ahead_number,
			  head ? table->head_count - 1 : table->ahead_number + 1000000, false);
	if (table->queue_last == NULL)
		table->queue = row;
	else
		table->queue_last->next = row;
	table->queue_last = row;
	table->ahead_number++;
	table->ahead = data->next;
	if (table->ahead == NULL && head && table->ahead_number == table->head_count)
		table->ahead = table->data->first;
	return true;
}

struct table_row *table_row_at(struct table *table, size_t i)
{
	struct table_row *row = table->queue;

	for (;;) {
		if (row == NULL) {
			if (!prepare_ahead(table))
				return NULL;
			row = table->queue_last;
		}
		if (i-- == 0)
			return row;
		row = row->next;
	}
}

void row_give_back(struct table *table, struct table_row *row)
{
	if (row->dropped && row->spans == 0)
		pool_give(&table->piece.layout->pool, row->memory);
}

void table_drop_finished(struct table *table)
{
	struct table_row **link = &table->queue, *last = NULL;

	while (*link != NULL) {
		struct table_row *row = *link;

		if (!row->finished) {
			last = row;
			link = &row->next;
			continue;
		}
		*link = row->next;
		row->dropped = true;
		row_give_back(table, row);
	}
	table->queue_last = last;
}

/* ---- sizes ------------------------------------------------------------------ */

bool row_is_head(const struct table *table, const struct table_row *row)
{
	return row->number < table->head_count;
}

bool cell_is_span(const struct table_cell *cell)
{
	return cell->last > cell->row->number;
}

static double cell_leading(const struct table_cell *cell)
{
	struct measure measure = measure_of(cell->data->style, 1e6);

	return measure.leading;
}

double row_leading(const struct table_row *row)
{
	double leading = 0;

	for (size_t i = 0; i < row->count; i++)
		leading = fmax(leading, cell_leading(&row->cells[i]));
	return leading;
}

/* An empty cell is as high as a line of its style. */
double cell_height(struct table_cell *cell, double limit)
{
	double around = cell->insets.top + cell->insets.bottom;
	double height = sequence_height(&cell->content, limit);

	if (height <= 0 && !cell->row->begun)
		height = cell_leading(cell);
	return around + height;
}

double row_height(struct table_row *row, double limit)
{
	double height = 0;

	for (size_t i = 0; i < row->count; i++)
		if (!cell_is_span(&row->cells[i]))
			height = fmax(height, cell_height(&row->cells[i], limit));
	return height;
}

double row_first(struct table_row *row, double full)
{
	double first = 0;

	for (size_t i = 0; i < row->count; i++) {
		struct table_cell *cell = &row->cells[i];

		if (cell_is_span(cell) || sequence_is_done(&cell->content))
			continue;
		first = fmax(first, cell->insets.top + cell->insets.bottom +
					    sequence_first(&cell->content, full));
	}
	return first;
}

/* ---- spans -------------------------------------------------------------------- */

void spans_add(struct spans *spans, struct arena *arena, struct table_cell *cell)
{
	if (spans->count == spans->capacity) {
		size_t capacity = spans->capacity ? spans->capacity * 2 : 4;

		spans->items =
			arena_grow(arena, spans->items, spans->capacity * sizeof(*spans->items),
				   capacity * sizeof(*spans->items));
		spans->capacity = capacity;
	}
	spans->items[spans->count++] = cell;
}

void spans_remove(struct spans *spans, size_t index)
{
	for (size_t i = index + 1; i < spans->count; i++)
		spans->items[i - 1] = spans->items[i];
	spans->count--;
}
