/* Whether the rows of a table fill its columns: known before any plan is.
 *
 * Loops of cells must have their own columns, "1fr*(collection)": such a
 * column counts as one, and a loop over the same collection fills it. The
 * rows of a loop must close the spans they open, so one turn tells of all. */
#include "reader.h"

#include <string.h>

struct table_check {
	struct reader *reader;
	const struct element *element;
	const struct table_node *table;
	int taken[TEMPLATE_COLUMNS_MAX]; /* rows that spans from above still take */
	int first;                       /* column where rows begin: after groups' cells */
	bool failed;                     /* one finding a table is enough */
};

static void fail(struct table_check *check, const struct node *node, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

static void fail(struct table_check *check, const struct node *node, const char *format, ...)
{
	struct element at = *check->element;
	va_list args;

	if (check->failed)
		return;
	check->failed = true;
	at.place = node->place;
	va_start(args, format);
	reader_error(check->reader, &at, "riga-incompleta", "%s",
		     arena_vprintf(check->reader->arena, format, args));
	va_end(args);
}

static int column_count(const struct table_check *check)
{
	return (int)check->table->column_count;
}

static int next_free(const struct table_check *check, int column)
{
	while (column < column_count(check) && check->taken[column] > 0)
		column++;
	return column;
}

static int count_free(const struct table_check *check)
{
	int count = 0;

	for (int i = check->first; i < column_count(check); i++)
		count += check->taken[i] == 0;
	return count;
}

/* Takes columns from the next free one; says how many it could. */
static int take(struct table_check *check, int columns, int rows)
{
	int column = next_free(check, check->first), taken = 0;

	for (; taken < columns && column < column_count(check) && check->taken[column] == 0;
	     taken++, column++)
		check->taken[column] = rows;
	return taken;
}

static void fail_row(struct table_check *check, const struct node *row, int cells)
{
	int columns = column_count(check) - check->first;

	fail(check, row,
	     "la riga riempie %d colonne delle %d della tabella: correggere gli span o "
	     "il numero delle celle",
	     cells, columns);
}

static int cell_columns(const struct table_check *check, const struct node *cell)
{
	switch (cell->as.cell.span) {
	case SPAN_COUNT: return cell->as.cell.columns;
	case SPAN_REST: return count_free(check) - cell->as.cell.after;
	case SPAN_ALL: return column_count(check) - check->first;
	}
	return 1;
}

/* ---- cells in loops ------------------------------------------------------------------ */

static bool same_collection(const struct path *a, const struct path *b)
{
	return a != NULL && b != NULL && strcmp(a->source, b->source) == 0;
}

static void check_cell_loop(struct table_check *check, const struct node *loop)
{
	int column = next_free(check, check->first);
	const struct path *path = loop->as.loop->path;

	for (const struct node *cell = loop->first; cell != NULL; cell = cell->next, column++) {
		if (column >= column_count(check) || path == NULL ||
		    !same_collection(path, check->table->columns[column].repeat) ||
		    cell->kind != NODE_CELL || cell->as.cell.columns != 1) {
			fail(check, loop,
			     "celle ripetute vogliono colonne ripetute sullo stesso elenco: "
			     "colonne=\"… 1fr*(%s) …\"",
			     path != NULL ? path->source : "elenco");
			return;
		}
		take(check, 1, 1);
	}
}

/* ---- rows ----------------------------------------------------------------------------- */

static void end_row(struct table_check *check)
{
	for (int i = 0; i < column_count(check); i++)
		check->taken[i] -= check->taken[i] > 0;
}

static int before_row(const struct table_check *check)
{
	return column_count(check) - check->first - count_free(check);
}

static void check_cell(struct table_check *check, const struct node *row, const struct node *cell)
{
	int filled = before_row(check), columns = cell_columns(check, cell);
	int taken = take(check, columns, cell->as.cell.rows);

	if (columns < 1 || taken < columns)
		fail_row(check, row, filled + (columns < 1 ? 1 : columns));
}

static void check_cells(struct table_check *check, const struct node *row, const struct node *first)
{
	for (const struct node *cell = first; cell != NULL && !check->failed; cell = cell->next) {
		if (cell->kind == NODE_CELL)
			check_cell(check, row, cell);
		else if (cell->kind == NODE_USE)
			check_cells(check, row, cell->first);
		else
			check_cell_loop(check, cell);
	}
}

static void check_row(struct table_check *check, const struct node *row)
{
	check_cells(check, row, row->first);
	if (!check->failed && count_free(check) > 0)
		fail_row(check, row, before_row(check));
	end_row(check);
}

static bool has_open_spans(const struct table_check *check)
{
	for (int i = check->first; i < column_count(check); i++)
		if (check->taken[i] > 0)
			return true;
	return false;
}

static void check_rows(struct table_check *check, const struct node *parent,
		       const struct node *first);

/* What repeats, or may be left out, must close what it opens. */
static void check_closed_rows(struct table_check *check, const struct node *node,
			      const struct node *first)
{
	if (has_open_spans(check) && node->kind != NODE_USE)
		fail(check, node,
		     "una cella con righe=\"…\" arriva fin dentro un ciclo o un gruppo: "
		     "usare <gruppo>");
	check_rows(check, node, first);
	if (has_open_spans(check))
		fail(check, node,
		     "una cella si stende su più righe di quelle che ci sono: "
		     "correggere righe=\"…\"");
}

static void check_group(struct table_check *check, const struct node *group)
{
	struct table_check within = *check;
	const struct node *child = group->first;

	for (; child != NULL && child->kind == NODE_CELL; child = child->next) {
		if (child->as.cell.span != SPAN_COUNT || child->as.cell.rows != 1)
			fail(check, child,
			     "le celle di <gruppo> prendono un numero di colonne, e "
			     "tutte le sue righe");
		within.first += child->as.cell.columns;
	}
	if (within.first >= column_count(check)) {
		fail(check, group, "le celle di <gruppo> non lasciano colonne alle sue righe");
		return;
	}
	check_closed_rows(&within, group, child);
	check->failed = check->failed || within.failed;
}

static void check_rows(struct table_check *check, const struct node *parent,
		       const struct node *first)
{
	(void)parent;
	for (const struct node *node = first; node != NULL && !check->failed; node = node->next) {
		switch (node->kind) {
		case NODE_ROW: check_row(check, node); break;
		case NODE_GROUP: check_group(check, node); break;
		case NODE_HEAD: check_closed_rows(check, node, node->first); break;
		case NODE_LOOP: check_closed_rows(check, node, node->first); break;
		case NODE_USE: check_rows(check, node, node->first); break;
		default: break;
		}
	}
}

static const struct node *last_row(const struct node *first)
{
	const struct node *last = NULL;

	for (const struct node *node = first; node != NULL; node = node->next)
		last = node;
	return last;
}

void check_table(struct reader *reader, const struct element *element, const struct node *table)
{
	struct table_check check = { .reader = reader,
				     .element = element,
				     .table = table->as.table };

	if (check.table->column_count == 0)
		return;
	check_rows(&check, table, table->first);
	if (has_open_spans(&check))
		fail(&check, last_row(table->first),
		     "una cella si stende su più righe di quelle che ci sono: correggere "
		     "righe=\"…\"");
}
