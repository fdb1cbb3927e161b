/* figure_table.c - the data of a chart as a table of the document: categories
 * down, series across. */
#include "layout_private.h"

#define TEXT_SHARE 0.85 /* of the size of the text around */
#define RULE       0.5
#define RULE_GREY  0x8A8A8A
#define HEAD_PAPER 0xEEF1F4

/* What the cells look like. */
struct looks {
	struct document_style head, row, number;
};

struct making {
	struct arena *arena;
	const struct document_chart *chart;
	struct document_table *table;
	struct looks *looks;
	struct place place;
};

static struct looks *make_looks(struct arena *arena, const struct document_style *around)
{
	struct looks *looks = arena_new(arena, struct looks);
	struct document_style base = { .character = around->character,
				       .background = DOCUMENT_NO_COLOUR,
				       .padding = { 2, 5, 2, 5 },
				       .border_bottom = { RULE, RULE_GREY } };

	base.character.size_pt *= TEXT_SHARE;
	base.leading_pt = around->leading_pt * TEXT_SHARE;
	looks->row = looks->head = looks->number = base;
	looks->head.character.bold = true;
	looks->head.background = HEAD_PAPER;
	looks->number.align = DOCUMENT_DECIMAL;
	return looks;
}

static struct document_block *make_paragraph(struct arena *arena,
					     const struct document_style *style, const char *words)
{
	struct document_block *block = arena_new(arena, struct document_block);
	struct document_inline *text = arena_new(arena, struct document_inline);

	text->kind = DOCUMENT_TEXT;
	text->text = words;
	text->character = &style->character;
	block->kind = DOCUMENT_PARAGRAPH;
	block->style = style;
	block->text_first = block->text_last = text;
	return block;
}

static struct document_row *add_row(struct making *m, bool head)
{
	struct document_row *row = arena_new(m->arena, struct document_row);
	struct document_row **first = head ? &m->table->head_first : &m->table->first;
	struct document_row **last = head ? &m->table->head_last : &m->table->last;

	row->header = row->repeat = head;
	row->place = m->place;
	if (*last == NULL)
		*first = row;
	else
		(*last)->next = row;
	*last = row;
	return row;
}

static struct document_cell *add_cell(struct making *m, struct document_row *row,
				      const struct document_style *style, const char *words)
{
	struct document_cell *cell = arena_new(m->arena, struct document_cell);

	cell->style = style;
	cell->columns = cell->rows = 1;
	cell->column = row->last != NULL ? row->last->column + 1 : 0;
	cell->first = cell->last = make_paragraph(m->arena, style, words);
	cell->place = m->place;
	if (row->last == NULL)
		row->first = cell;
	else
		row->last->next = cell;
	row->last = cell;
	return cell;
}

static void add_head_cell(struct making *m, struct document_row *row, const char *words,
			  enum document_scope scope)
{
	const struct document_style *style =
		scope == DOCUMENT_SCOPE_ROW ? &m->looks->row : &m->looks->head;
	struct document_cell *cell = add_cell(m, row, style, words);

	cell->header = true;
	cell->scope = scope;
}

static void add_head(struct making *m)
{
	struct document_row *row = add_row(m, true);
	const char *unit = m->chart->unit;

	add_head_cell(m, row, "Voce", DOCUMENT_SCOPE_COLUMN);
	for (size_t i = 0; i < m->chart->series_count; i++) {
		const char *name = m->chart->series[i].name;

		name = name != NULL && *name != '\0' ? name : "Valore";
		if (unit != NULL && *unit != '\0')
			name = arena_printf(m->arena, "%s (%s)", name, unit);
		add_head_cell(m, row, name, DOCUMENT_SCOPE_COLUMN);
	}
}

static void add_category(struct making *m, size_t category)
{
	struct document_row *row = add_row(m, false);

	add_head_cell(m, row, m->chart->categories[category], DOCUMENT_SCOPE_ROW);
	for (size_t i = 0; i < m->chart->series_count; i++) {
		const struct number *value = m->chart->series[i].values[category];

		add_cell(m, row, &m->looks->number,
			 value != NULL ? number_italian(m->arena, value, m->chart->decimals)
				       : "n.d.");
	}
}

const struct document_block *figure_table(const struct setting *setting,
					  const struct document_block *figure)
{
	struct arena *arena = setting->arena;
	const struct document_style *around =
		figure->as.figure->style != NULL ? figure->as.figure->style : figure->style;
	struct document_block *block = arena_new(arena, struct document_block);
	struct document_table *table = arena_new(arena, struct document_table);
	struct making m = { .arena = arena, .chart = figure->as.figure->as.chart, .table = table };

	m.looks = make_looks(arena, around);
	m.place = figure->place;
	block->kind = DOCUMENT_TABLE;
	block->style = figure->style;
	block->place = figure->place;
	block->parent = figure->parent;
	block->as.table = table;
	table->column_count = (int)m.chart->series_count + 1;
	table->widths = arena_array(arena, struct document_width, m.chart->series_count + 1);
	for (int i = 0; i < table->column_count; i++)
		table->widths[i].kind = DOCUMENT_WIDTH_AUTO;
	add_head(&m);
	for (size_t i = 0; i < m.chart->category_count; i++)
		add_category(&m, i);
	return block;
}
