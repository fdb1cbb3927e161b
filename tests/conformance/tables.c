/* tables.c - the grid of each table, its heads, their reach.
 *
 * Source: ISO 14289-1 7.2 and 7.5; ISO 32000-1 14.8.5.7.
 */
#include "conform_private.h"

#include <string.h>

#define COLUMNS_MAX 1000
#define ROWS_MAX    100000

/* Cells that still reach down from rows above, by column. */
struct grid {
	int down[COLUMNS_MAX]; /* rows that a cell above still covers */
	int columns;           /* of the first row; -1: none yet      */
};

static int span(struct conform *c, const struct tag *cell, const char *key)
{
	const struct object *value = tag_attribute(c, cell, "Table", key);

	if (value->kind == OBJECT_NULL)
		return 1;
	return value->kind == OBJECT_INTEGER && value->number >= 1 && value->number < ROWS_MAX
		       ? (int)value->number
		       : 1;
}

/* Puts a cell in the first free column; gives the column after it. */
static int place_cell(struct conform *c, struct grid *grid, const struct tag *cell, int column,
		      bool taken[COLUMNS_MAX])
{
	int columns = span(c, cell, "ColSpan"), rows = span(c, cell, "RowSpan");

	while (column < COLUMNS_MAX && taken[column])
		column++;
	if (column + columns > COLUMNS_MAX)
		return COLUMNS_MAX;
	for (int i = column; i < column + columns; i++) {
		if (taken[i])
			conform_add(c, CONFORM_TABLE_OVERLAP, cell->id, "colonna %d", i + 1);
		taken[i] = true;
		grid->down[i] = rows;
	}
	return column + columns;
}

static void place_row(struct conform *c, struct grid *grid, const struct tag *row)
{
	bool taken[COLUMNS_MAX] = { false };
	int column = 0, width = 0;

	for (int i = 0; i < COLUMNS_MAX; i++)
		taken[i] = grid->down[i] > 0;
	for (size_t i = 0; i < row->count; i++)
		if (row->kids[i].kind == KID_ELEMENT)
			column = place_cell(c, grid, row->kids[i].element, column, taken);
	for (int i = 0; i < COLUMNS_MAX; i++) {
		width += taken[i];
		grid->down[i] -= grid->down[i] > 0;
	}
	if (grid->columns < 0)
		grid->columns = width;
	if (width != grid->columns)
		conform_add(c, CONFORM_TABLE_ROWS, row->id, "%d colonne invece di %d", width,
			    grid->columns);
}

/* Spans that reach past the last row of a group. */
static void end_group(struct conform *c, struct grid *grid, const struct tag *group)
{
	bool over = false;

	for (int i = 0; i < COLUMNS_MAX; i++) {
		over = over || grid->down[i] > 0;
		grid->down[i] = 0;
	}
	if (over)
		conform_add(c, CONFORM_TABLE_ROWS, group->id, "celle oltre l'ultima riga");
}

static void place_rows(struct conform *c, struct grid *grid, const struct tag *group)
{
	for (size_t i = 0; i < group->count; i++) {
		const struct tag *kid = group->kids[i].element;

		if (group->kids[i].kind != KID_ELEMENT)
			continue;
		if (tag_is(kid, "TR")) {
			place_row(c, grid, kid);
		} else if (tag_is(kid, "THead") || tag_is(kid, "TBody") || tag_is(kid, "TFoot")) {
			place_rows(c, grid, kid);
			end_group(c, grid, kid);
		}
	}
}

static void check_grid(struct conform *c, const struct tag *table)
{
	struct grid *grid = arena_new(c->scratch, struct grid);

	grid->columns = -1;
	place_rows(c, grid, table);
	end_group(c, grid, table);
}

/* ---- heads ------------------------------------------------------------------ */

static void check_scope(struct conform *c, const struct tag *head)
{
	const char *scope = object_name(tag_attribute(c, head, "Table", "Scope"));

	if (strcmp(scope, "Row") != 0 && strcmp(scope, "Column") != 0 && strcmp(scope, "Both") != 0)
		conform_breach(c, CONFORM_TH_SCOPE, head->id);
}

static void check_headers(struct conform *c, struct tag *cell)
{
	const struct object *headers = tag_attribute(c, cell, "Table", "Headers");

	for (size_t i = 0; headers->kind == OBJECT_ARRAY && i < headers->count; i++) {
		const struct object *id = conform_item(c, headers, i);
		struct tag *head =
			id->kind == OBJECT_STRING ? map_find(&c->ids, id->string.data) : NULL;

		if (!tag_is(head, "TH") || head == cell ||
		    tag_above(head, "Table") != tag_above(cell, "Table"))
			conform_add(c, CONFORM_TD_HEADERS, cell->id, "%s",
				    id->kind == OBJECT_STRING ? id->string.data : "");
	}
}

void conform_tables(struct conform *c)
{
	struct arena_mark mark = arena_mark(c->scratch);

	for (size_t i = 0; i < c->element_count; i++) {
		struct tag *element = c->elements[i];

		if (tag_is(element, "Table"))
			check_grid(c, element);
		if (tag_is(element, "TH"))
			check_scope(c, element);
		if (tag_is(element, "TH") || tag_is(element, "TD"))
			check_headers(c, element);
		arena_release(c->scratch, mark);
	}
}
