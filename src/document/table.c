#include "document/document.h"

/* Rows that spans from above still take in each column, the row being built
 * included. The head's spans end with the head. */
static void begin_row(struct document *document, struct document_table *table, bool first_of_part)
{
	if (table->taken == NULL)
		table->taken = arena_array(document->arena, int, (size_t)table->column_count + 1);
	for (int column = 0; column < table->column_count; column++) {
		if (first_of_part)
			table->taken[column] = 0;
		else if (table->taken[column] > 0)
			table->taken[column]--;
	}
}

struct document_row *document_add_row(struct document *document, struct document_table *table,
				      bool header)
{
	struct document_row *row = arena_new(document->arena, struct document_row);
	struct document_row **first = header ? &table->head_first : &table->first;
	struct document_row **last = header ? &table->head_last : &table->last;

	begin_row(document, table, *last == NULL);
	row->header = header;
	if (*last != NULL)
		(*last)->next = row;
	else
		*first = row;
	*last = row;
	return row;
}

static int first_free(const struct document_table *table)
{
	int column = 0;

	while (column < table->column_count && table->taken[column] > 0)
		column++;
	return column;
}

int document_free_columns(const struct document_table *table)
{
	int count = 0;

	for (int column = 0; column < table->column_count; column++)
		count += table->taken != NULL && table->taken[column] == 0;
	return count;
}

struct document_cell *document_add_cell(struct document *document, struct document_table *table,
					struct document_row *row, int columns, int rows)
{
	struct document_cell *cell = arena_new(document->arena, struct document_cell);

	cell->columns = columns < 1 ? 1 : columns;
	cell->rows = rows < 1 ? 1 : rows;
	cell->column = first_free(table);
	for (int i = 0; i < cell->columns && cell->column + i < table->column_count; i++)
		table->taken[cell->column + i] = cell->rows;
	if (row->last != NULL)
		row->last->next = cell;
	else
		row->first = cell;
	row->last = cell;
	return cell;
}
