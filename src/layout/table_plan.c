/* table_plan.c - which rows of a table go on a page.
 *
 * Rows are taken while they fit. A page may end between two rows that are not
 * tied together, or inside a row that may be split; the last such place wins.
 * Only at the top of a page, when there is none, ties are loosened, and in
 * the end the first row is split wherever the page ends.
 */
#include "table_private.h"

#include <math.h>
#include <string.h>

#define LINES_TOGETHER 2
#define SHORT_ROW      0.1 /* of a page: not split where a page may end above it */

/* A row of the head stays with all of the head and the first row of the body. */
static bool are_tied(const struct table *table, const struct table_row *row,
		     const struct table_row *next)
{
	return row_is_head(table, row) || row->data->with_next || next->data->with_previous;
}

void portion_add(struct portion *portion, struct table_row *row, double height)
{
	if (portion->count == portion->capacity) {
		size_t size = sizeof(row);
		size_t capacity = portion->capacity ? portion->capacity * 2 : 16;

		portion->rows = arena_grow(portion->arena, portion->rows, portion->capacity * size,
					   capacity * size);
		portion->capacity = capacity;
	}
	row->height = height;
	portion->rows[portion->count++] = row;
}

double portion_extent(const struct portion *portion, size_t from, const struct table_cell *cell)
{
	double height = 0;

	for (size_t i = from; i < portion->count && portion->rows[i]->number <= cell->last; i++)
		height += portion->rows[i]->height;
	return height;
}

/* ---- spans while planning --------------------------------------------------- */

static struct portion begin_portion(const struct table *table, struct arena *arena)
{
	struct portion portion = { .arena = arena };

	for (size_t i = 0; i < table->spans.count; i++) {
		table->spans.items[i]->used = 0;
		spans_add(&portion.spans, arena, table->spans.items[i]);
	}
	return portion;
}

static bool ends_with(const struct table_cell *cell, const struct table_row *row, bool last)
{
	return cell->last <= row->number || last;
}

/* Height a row needs: its own cells, and spans that end with it. */
static double need_of(const struct portion *portion, struct table_row *row, bool last)
{
	double need = row_height(row, HUGE_VAL);

	for (size_t i = 0; i < portion->spans.count; i++) {
		struct table_cell *cell = portion->spans.items[i];

		if (ends_with(cell, row, last))
			need = fmax(need, cell_height(cell, HUGE_VAL) - cell->used);
	}
	for (size_t i = 0; last && i < row->count; i++)
		if (cell_is_span(&row->cells[i]))
			need = fmax(need, cell_height(&row->cells[i], HUGE_VAL));
	return need;
}

static void pass_row(struct portion *portion, struct table_row *row, double height)
{
	for (size_t i = 0; !row->begun && i < row->count; i++) {
		if (!cell_is_span(&row->cells[i]))
			continue;
		row->cells[i].used = 0;
		spans_add(&portion->spans, portion->arena, &row->cells[i]);
	}
	for (size_t i = 0; i < portion->spans.count; i++)
		portion->spans.items[i]->used += height;
	for (size_t i = portion->spans.count; i > 0; i--)
		if (ends_with(portion->spans.items[i - 1], row, false))
			spans_remove(&portion->spans, i - 1);
}

/* ---- inside a row -------------------------------------------------------------- */

static double room_of_page(struct table *table)
{
	return table->full - table_repeat_height(table);
}

/* How much of a row goes into `room`, so that two lines are here and two left;
 * 0: it does not split there. */
static double slice_of(struct table *table, struct table_row *row, double need, double room)
{
	double lines = LINES_TOGETHER * row_leading(row), slice = fmin(room, need - lines);
	bool may = row->data->split ||
		   (need > table->full / 2 && need > room_of_page(table) + LAYOUT_EPSILON);

	if (!may || slice <= 0)
		return 0;
	return slice + LAYOUT_EPSILON >= fmax(row_first(row, table->full), lines) ? slice : 0;
}

/* ---- the plan --------------------------------------------------------------------- */

static void report_split(struct table *table, const struct table_row *row)
{
	if (row->data->split || table->reported)
		return;
	table->reported = true;
	diag_warning(table->piece.layout->diag, row->data->place, "blocco-alto",
		     "la riga è più alta della pagina e non può stare intera: è stata divisa; "
		     "accorciare il testo o permettere la divisione con dividi=\"si\"");
}

/* Nothing may end the page, and something must: ties give way, then the row. */
static void force(struct table *table, struct portion *portion, struct table_row *over, double room)
{
	if (portion->count > 0 || over == NULL)
		return;
	portion->forced = portion->cut = true;
	report_split(table, over);
	portion_add(portion, over, fmax(room, row_leading(over)));
}

struct portion table_plan(struct table *table, struct arena *arena, double room, bool must)
{
	struct portion portion = begin_portion(table, arena);
	struct table_row *row = table_row_at(table, 0), *next;
	size_t legal = 0, i = 0;
	double used = 0, need;

	for (; row != NULL; row = next) {
		next = table_row_at(table, ++i);
		need = need_of(&portion, row, next == NULL);
		if (used + need > room + LAYOUT_EPSILON) {
			double slice = slice_of(table, row, need, room - used);
			if (slice <= 0 || (legal > 0 && need <= SHORT_ROW * table->full))
				break;
			portion.cut = true;
			report_split(table, row);
			portion.forced = must && portion.count == 0;
			portion_add(&portion, row, slice);
			return portion;
		}
		portion_add(&portion, row, need);
		pass_row(&portion, row, need);
		used += need;
		if (next == NULL || !are_tied(table, row, next))
			legal = portion.count;
	}
	if (row == NULL)
		return portion;
	if (legal > 0 || !must)
		portion.count = legal;
	else
		force(table, &portion, row, room);
	return portion;
}

double table_plan_least(struct table *table)
{
	struct pooled *memory = pool_take(&table->piece.layout->pool);
	struct portion portion = begin_portion(table, memory->arena);
	struct table_row *row = table_row_at(table, 0), *next;
	double used = 0, need, lines, first;
	size_t i = 0;

	for (; row != NULL && used <= table->full; row = next) {
		next = table_row_at(table, ++i);
		need = need_of(&portion, row, next == NULL);
		lines = LINES_TOGETHER * row_leading(row);
		first = fmax(row_first(row, table->full), lines);
		if (slice_of(table, row, need, first) > 0) {
			used += first;
			break;
		}
		pass_row(&portion, row, need);
		used += need;
		if (next == NULL || !are_tied(table, row, next))
			break;
	}
	pool_give(&table->piece.layout->pool, memory);
	return used;
}

/* ---- rows that return ----------------------------------------------------------------- */

static int count_repeats(const struct table *table)
{
	int count = 0;

	for (const struct document_row *row = table->data->head_first; row != NULL; row = row->next)
		count += row->repeat;
	return count;
}

struct portion table_plan_repeat(struct table *table, struct arena *arena)
{
	struct portion portion = { .arena = arena };
	int number = 0, count = count_repeats(table);

	for (const struct document_row *data = table->data->head_first; data != NULL;
	     data = data->next) {
		struct table_row *row;

		if (!data->repeat)
			continue;
		row = row_prepare(table, data, number, count - 1, true);
		number++;
		portion_add(&portion, row, need_of(&portion, row, number == count));
		pass_row(&portion, row, row->height);
	}
	portion.spans.count = 0;
	return portion;
}

static double measure_repeat(struct table *table)
{
	struct pooled *memory = pool_take(&table->piece.layout->pool);
	struct portion portion = table_plan_repeat(table, memory->arena);
	double height = 0;

	for (size_t i = 0; i < portion.count; i++) {
		height += portion.rows[i]->height;
		pool_give(&table->piece.layout->pool, portion.rows[i]->memory);
	}
	pool_give(&table->piece.layout->pool, memory);
	return height;
}

/* A head that takes half the page does not return: the rows would not get on. */
double table_repeat_height(struct table *table)
{
	if (table->repeat_height >= 0)
		return table->repeat_height;
	table->repeat_height = measure_repeat(table);
	if (table->repeat_height > table->full / 2) {
		table->repeat_height = 0;
		if (table->piece.block != NULL)
			diag_warning(table->piece.layout->diag, table->piece.block->place,
				     "testata-alta",
				     "le righe di testata che si ripetono occupano più di mezza "
				     "pagina: non sono ripetute; accorciarle");
	}
	return table->repeat_height;
}
