/* table_measure.c - what the columns hold: longest words and lines, padding,
 * numbers. One walk over all cells, before any page. */
#include "table_private.h"

#include <math.h>

#define FIGURE_LEAST 48.0 /* pt: a drawing can be made this narrow */
#define FIGURE_MOST  220.0
#define LIST_INDENT  14.0

/* A walk over the cells with memory that is given back after each. */
struct measuring {
	struct table *table;
	struct pooled *memory;
	struct arena_mark mark;
};

struct extent {
	double least, most;
};

static struct extent text_extent(const struct setting *setting, const struct document_block *block)
{
	struct measure measure = measure_of(block->style, 1e6);
	struct passage passage = passage_make(setting, NULL);
	struct extent extent;

	passage_add_inlines(&passage, setting, block->text_first);
	passage_shape(&passage);
	passage_extent(&passage, &measure, &extent.least, &extent.most);
	extent.least += block->style->indent_right_pt;
	extent.most += block->style->indent_right_pt + LAYOUT_EPSILON;
	return extent;
}

static struct extent figure_extent(const struct document_figure *figure)
{
	double wanted = figure->width_pt > 0 ? figure->width_pt : FIGURE_MOST;

	if (figure->kind == DOCUMENT_IMAGE && figure->width_pt <= 0 && figure->as.image != NULL &&
	    figure->as.image->dpi > 0)
		wanted = figure->as.image->width_px * 72.0 / figure->as.image->dpi;
	return (struct extent){ fmin(wanted, FIGURE_LEAST), wanted };
}

static struct extent block_extent(const struct setting *setting, const struct document_block *block)
{
	if (block->kind == DOCUMENT_PARAGRAPH || block->kind == DOCUMENT_HEADING)
		return text_extent(setting, block);
	if (block->kind == DOCUMENT_FIGURE && block->as.figure != NULL)
		return figure_extent(block->as.figure);
	return (struct extent){ FIGURE_LEAST, FIGURE_MOST };
}

static struct extent content_extent(const struct setting *setting, const struct document_cell *cell)
{
	struct walk walk = walk_begin(cell->first, true);
	struct extent all = { 0 };

	for (;;) {
		struct walk_step step = walk_next(&walk);
		struct extent one;

		if (step.block == NULL)
			return all;
		one = block_extent(setting, step.block);
		if (step.block->parent != NULL && step.block->parent->kind == DOCUMENT_ITEM) {
			one.least += LIST_INDENT;
			one.most += LIST_INDENT;
		}
		all.least = fmax(all.least, one.least);
		all.most = fmax(all.most, one.most);
	}
}

static void measure_decimal(const struct setting *setting, const struct document_cell *cell,
			    struct column *column)
{
	const struct document_block *block = cell->first;
	struct passage passage;
	double before, after;

	if (cell->style->align != DOCUMENT_DECIMAL || cell->header || block == NULL ||
	    block->next != NULL || block->kind != DOCUMENT_PARAGRAPH)
		return;
	passage = passage_make(setting, NULL);
	passage_add_inlines(&passage, setting, block->text_first);
	passage_shape(&passage);
	if (!decimal_split(&passage, &before, &after))
		return;
	column->before = fmax(column->before, before);
	column->after = fmax(column->after, after);
}

static double sides(const struct document_style *style)
{
	struct document_edges insets = cell_insets(style, 1e6);

	return insets.left + insets.right;
}

static bool is_by_content(const struct table *table, int column)
{
	enum document_width_kind kind = table->data->widths[column].kind;

	return kind == DOCUMENT_WIDTH_AUTO || kind == DOCUMENT_WIDTH_FR;
}

static void measure_single(const struct measuring *m, const struct setting *setting,
			   const struct document_cell *cell)
{
	struct column *column = &m->table->columns[cell->column];
	double around = sides(cell->style);

	column->floor = fmax(column->floor, around + look_of(&cell->style->character).size);
	measure_decimal(setting, cell, column);
	if (is_by_content(m->table, cell->column)) {
		struct extent extent = content_extent(setting, cell);

		column->least = fmax(column->least, extent.least + around);
		column->most = fmax(column->most, extent.most + around);
	}
}

/* What the columns beside a spanning cell lack is shared by the automatic ones. */
static void measure_span(const struct measuring *m, const struct setting *setting,
			 const struct document_cell *cell, int columns)
{
	struct table *table = m->table;
	struct extent extent, have = { 0 };
	int autos = 0;

	for (int i = cell->column; i < cell->column + columns; i++) {
		if (table->data->widths[i].kind != DOCUMENT_WIDTH_AUTO)
			return; /* the others take what they need */
		autos++;
		have.least += table->columns[i].least;
		have.most += table->columns[i].most;
	}
	extent = content_extent(setting, cell);
	extent.least += sides(cell->style);
	extent.most += sides(cell->style);
	for (int i = cell->column; i < cell->column + columns; i++) {
		table->columns[i].least += fmax(0, extent.least - have.least) / autos;
		table->columns[i].most += fmax(0, extent.most - have.most) / autos;
	}
}

static void measure_cell(struct measuring *m, const struct document_cell *cell, bool spanning)
{
	struct setting setting = m->table->setting;
	int columns = cell->columns;

	if (cell->column < 0 || cell->column >= m->table->column_count)
		return;
	if (columns > m->table->column_count - cell->column)
		columns = m->table->column_count - cell->column;
	setting.arena = m->memory->arena;
	setting.cell = cell->style;
	if (columns <= 1 && !spanning)
		measure_single(m, &setting, cell);
	else if (columns > 1 && spanning)
		measure_span(m, &setting, cell, columns);
	arena_release(m->memory->arena, m->mark);
}

static void measure_rows(struct measuring *m, const struct document_row *row, bool spanning)
{
	for (; row != NULL; row = row->next)
		for (const struct document_cell *cell = row->first; cell != NULL; cell = cell->next)
			measure_cell(m, cell, spanning);
}

void table_measure(struct table *table)
{
	struct measuring m = { .table = table, .memory = pool_take(&table->piece.layout->pool) };

	m.mark = arena_mark(m.memory->arena);
	for (int spanning = 0; spanning < 2; spanning++) {
		measure_rows(&m, table->data->head_first, spanning);
		measure_rows(&m, table->data->first, spanning);
	}
	for (int i = 0; i < table->column_count; i++) {
		struct column *column = &table->columns[i];

		column->least = fmax(column->least, column->floor);
		column->most = fmax(column->most, column->least);
	}
	pool_give(&table->piece.layout->pool, m.memory);
}
