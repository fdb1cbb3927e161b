/* Whether rows fill the columns, and which header cells belong to each cell.
 *
 * One pass over the rows keeps, for each column, the cell that still spans it
 * and the column headers in force, so time grows with the number of cells. */
#include "document_private.h"

#include <string.h>

#define HEADERS_MAX 8 /* levels of column headers kept for a column */

struct column_state {
	const struct document_cell *span; /* cell from above that covers the row, or NULL */
	int rows_left;                    /* rows it still covers, the current one included */
	const struct document_cell *headers[HEADERS_MAX];
	int header_count;
	bool in_headers; /* the row above was a header here */
};

struct table_walk {
	struct document *document;
	struct diag *diag;
	struct document_table *table;
	struct column_state *columns;
	bool complex; /* scopes alone do not tell */
	int table_number, header_number;
};

static bool heads_column(const struct document_cell *cell)
{
	return cell->header &&
	       (cell->scope == DOCUMENT_SCOPE_COLUMN || cell->scope == DOCUMENT_SCOPE_BOTH);
}

static bool heads_row(const struct document_cell *cell)
{
	return cell->header &&
	       (cell->scope == DOCUMENT_SCOPE_ROW || cell->scope == DOCUMENT_SCOPE_BOTH);
}

/* ---- rows fill the columns ------------------------------------------- */

static void report_row(struct table_walk *walk, const struct document_row *row, int filled)
{
	diag_error(
		walk->diag, row->place, "riga-incompleta",
		"la riga riempie %d colonne delle %d della tabella: correggere gli span o il numero "
		"delle celle",
		filled, walk->table->column_count);
}

static void end_row(struct table_walk *walk)
{
	for (int i = 0; i < walk->table->column_count; i++) {
		struct column_state *column = &walk->columns[i];

		if (column->rows_left > 0 && --column->rows_left == 0)
			column->span = NULL;
	}
}

static bool put_cell(struct table_walk *walk, const struct document_cell *cell)
{
	for (int i = cell->column; i < cell->column + cell->columns; i++) {
		if (i >= walk->table->column_count || walk->columns[i].rows_left > 0)
			return false;
		walk->columns[i].span = cell;
		walk->columns[i].rows_left = cell->rows;
	}
	return true;
}

static int count_filled(const struct table_walk *walk)
{
	int filled = 0;

	for (int i = 0; i < walk->table->column_count; i++)
		filled += walk->columns[i].rows_left > 0;
	return filled;
}

static int asked_columns(const struct table_walk *walk, const struct document_row *row)
{
	int asked = 0;

	for (int i = 0; i < walk->table->column_count; i++)
		asked += walk->columns[i].rows_left > 0;
	for (const struct document_cell *cell = row->first; cell != NULL; cell = cell->next)
		asked += cell->columns;
	return asked;
}

static void fill_row(struct table_walk *walk, const struct document_row *row)
{
	int asked = asked_columns(walk, row), filled;
	bool fits = true;

	for (const struct document_cell *cell = row->first; cell != NULL; cell = cell->next)
		fits = put_cell(walk, cell) && fits;
	filled = count_filled(walk);
	if (!fits || filled != walk->table->column_count)
		report_row(walk, row, fits ? filled : asked);
}

static int rows_left_over(const struct table_walk *walk)
{
	int most = 0;

	for (int i = 0; i < walk->table->column_count; i++)
		if (walk->columns[i].rows_left > most)
			most = walk->columns[i].rows_left;
	return most;
}

/* ---- headers ---------------------------------------------------------- */

static void name_header(struct table_walk *walk, struct document_cell *cell)
{
	if (cell->header)
		cell->id = arena_printf(walk->document->arena, "th.%d.%d", walk->table_number,
					++walk->header_number);
}

/* Below data cells a header begins a new set; below headers it adds a level. */
static void enter_header(struct column_state *column, const struct document_cell *cell)
{
	if (!column->in_headers)
		column->header_count = 0;
	if (column->header_count < HEADERS_MAX)
		column->headers[column->header_count++] = cell;
}

static void enter_headers(struct table_walk *walk, const struct document_row *row)
{
	for (const struct document_cell *cell = row->first; cell != NULL; cell = cell->next) {
		for (int i = cell->column; i < cell->column + cell->columns; i++) {
			if (heads_column(cell))
				enter_header(&walk->columns[i], cell);
			walk->columns[i].in_headers = heads_column(cell);
		}
	}
}

struct header_list {
	const char **ids;
	size_t count, room;
};

static void add_header(struct header_list *list, const struct document_cell *cell,
		       const struct document_cell *header)
{
	if (header == cell || header->id == NULL || list->count == list->room)
		return;
	for (size_t i = 0; i < list->count; i++)
		if (list->ids[i] == header->id)
			return;
	list->ids[list->count++] = header->id;
}

static void add_row_headers(const struct table_walk *walk, const struct document_cell *cell,
			    struct header_list *list)
{
	for (int i = 0; i < cell->column; i++) {
		const struct document_cell *left = walk->columns[i].span;

		if (left != NULL && heads_row(left))
			add_header(list, cell, left);
	}
}

static void add_column_headers(const struct table_walk *walk, const struct document_cell *cell,
			       struct header_list *list)
{
	for (int i = cell->column; i < cell->column + cell->columns; i++)
		for (int j = 0; j < walk->columns[i].header_count; j++)
			add_header(list, cell, walk->columns[i].headers[j]);
}

static void give_headers(struct table_walk *walk, struct document_cell *cell)
{
	struct header_list list = { .room = (size_t)cell->column +
					    (size_t)cell->columns * HEADERS_MAX };

	list.ids = arena_array(walk->document->arena, const char *, list.room + 1);
	add_row_headers(walk, cell, &list);
	add_column_headers(walk, cell, &list);
	if (list.count > 0)
		cell->headers = list.ids;
}

/* ---- the walk --------------------------------------------------------- */

static void walk_row(struct table_walk *walk, const struct document_row *row)
{
	size_t errors = walk->diag->counts[DIAG_ERROR];

	fill_row(walk, row);
	if (walk->diag->counts[DIAG_ERROR] == errors) {
		for (struct document_cell *cell = row->first; cell != NULL; cell = cell->next) {
			name_header(walk, cell);
			if (walk->complex && !heads_column(cell))
				give_headers(walk, cell);
		}
		enter_headers(walk, row);
	}
	end_row(walk);
}

static void walk_part(struct table_walk *walk, const struct document_row *first)
{
	const struct document_row *last = NULL;
	int left;

	for (const struct document_row *row = first; row != NULL; row = row->next) {
		walk_row(walk, row);
		last = row;
	}
	left = rows_left_over(walk);
	if (left > 0)
		diag_error(
			walk->diag, last->place, "righe-mancanti",
			"una cella si stende su altre %d righe che non ci sono: correggere righe=\"…\"",
			left);
	for (int i = 0; i < walk->table->column_count; i++) {
		walk->columns[i].rows_left = 0;
		walk->columns[i].span = NULL;
	}
}

/* Scopes tell when column headers stand in one row, each over one column,
 * and row headers take one row. */
static bool is_complex(const struct document_table *table)
{
	int header_rows = 0;

	for (int part = 0; part < 2; part++) {
		const struct document_row *row = part == 0 ? table->head_first : table->first;

		for (; row != NULL; row = row->next) {
			bool headers = false;

			for (const struct document_cell *cell = row->first; cell != NULL;
			     cell = cell->next) {
				headers = headers || heads_column(cell);
				if ((cell->header && (cell->rows > 1 || cell->columns > 1)))
					return true;
			}
			header_rows += headers;
		}
	}
	return header_rows > 1;
}

static void check_table(struct document_block *block, void *user)
{
	struct table_walk *walk = user;

	if (block->kind != DOCUMENT_TABLE)
		return;
	walk->table = block->as.table;
	walk->table_number++;
	walk->header_number = 0;
	walk->complex = is_complex(walk->table);
	walk->columns = arena_array(walk->document->arena, struct column_state,
				    (size_t)walk->table->column_count);
	walk_part(walk, walk->table->head_first);
	walk_part(walk, walk->table->first);
}

void document_check_tables(struct document *document, struct diag *diag)
{
	struct table_walk walk = { .document = document, .diag = diag };

	document_walk(document, check_table, &walk);
}
