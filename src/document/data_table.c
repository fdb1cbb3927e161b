/* The data of a chart as a table after it: for who reads figures, and for who
 * cannot see the drawing. */
#include "document_private.h"

#include <string.h>

struct data_table {
	struct document *document;
	const struct document_chart *chart;
	struct document_table *table;
	const struct document_style *cell, *number, *head, *caption;
};

/* ---- looks: from that of the figure ----------------------------------------------- */

static struct document_style *derive(struct data_table *data, const struct document_style *from)
{
	struct document_style *style = arena_new(data->document->arena, struct document_style);
	const struct document_style plain = { .name = "dati",
					      .character = from->character,
					      .leading_pt = from->leading_pt,
					      .background = DOCUMENT_NO_COLOUR };

	*style = plain;
	return style;
}

static struct document_style *derive_cell(struct data_table *data,
					  const struct document_style *from)
{
	struct document_style *style = derive(data, from);

	style->padding = (struct document_edges){ 2, 4, 2, 4 };
	style->border_bottom = (struct document_border){ 0.5, 0xc3ced2 };
	return style;
}

static void make_looks(struct data_table *data, const struct document_style *from)
{
	struct document_style *number = derive_cell(data, from);
	struct document_style *head = derive_cell(data, from);
	struct document_style *caption = derive(data, from);

	number->align = DOCUMENT_DECIMAL;
	head->character.bold = true;
	caption->character.bold = true;
	caption->space_after_pt = 3;
	data->cell = derive_cell(data, from);
	data->number = number;
	data->head = head;
	data->caption = caption;
}

/* ---- cells ----------------------------------------------------------------------------- */

static void add_cell(struct data_table *data, struct document_row *row, const char *text,
		     const struct document_style *style, enum document_scope scope)
{
	struct document_cell *cell = document_add_cell(data->document, data->table, row, 1, 1);
	struct document_block *paragraph;

	cell->style = style;
	cell->header = scope != DOCUMENT_SCOPE_NONE;
	cell->scope = scope;
	if (*text == '\0')
		return;
	paragraph = document_add_in_cell(data->document, cell, DOCUMENT_PARAGRAPH, style);
	document_add_inline(data->document, paragraph, NULL, DOCUMENT_TEXT, &style->character)
		->text = text;
}

/* ---- what is in the table: items (series, then the judgements) by categories ------- */

/* The word of each category's signal, when signals say more than the
 * categories do; else NULL. */
static const char **words_of(const struct document_chart *chart)
{
	const char **words = chart->series_count > 0 ? chart->series[0].words : NULL;

	for (size_t i = 0; words != NULL && i < chart->category_count; i++)
		if (words[i] != NULL && strcmp(words[i], chart->categories[i]) != 0)
			return words;
	return NULL;
}

static size_t item_count(const struct document_chart *chart)
{
	return chart->series_count + (words_of(chart) != NULL);
}

static const char *item_name(const struct document_chart *chart, size_t item)
{
	if (item == chart->series_count)
		return "Giudizio";
	return chart->series[item].name[0] != '\0' ? chart->series[item].name : "Valore";
}

static const char *figure_text(struct data_table *data, const struct number *value)
{
	return value != NULL ? number_italian(data->document->arena, value, data->chart->decimals)
			     : "";
}

static void add_value(struct data_table *data, struct document_row *row, size_t item,
		      size_t category)
{
	const struct document_chart *chart = data->chart;
	const char *word;

	if (item < chart->series_count) {
		add_cell(data, row, figure_text(data, chart->series[item].values[category]),
			 data->number, DOCUMENT_SCOPE_NONE);
		return;
	}
	word = words_of(chart)[category];
	add_cell(data, row, word != NULL ? word : "", data->cell, DOCUMENT_SCOPE_NONE);
}

/* ---- rows ------------------------------------------------------------------------------ */

#define ACROSS_MAX       6  /* categories that may stand side by side          */
#define ACROSS_BYTES_MAX 16 /* of the name of one: years, quarters, short words */

/* Few categories with short names, as years, or fewer than many series: they
 * are the columns. */
static bool goes_across(const struct document_chart *chart)
{
	if (item_count(chart) > ACROSS_MAX)
		return chart->category_count < item_count(chart);
	if (chart->category_count > ACROSS_MAX || chart->category_count <= item_count(chart))
		return false;
	for (size_t i = 0; i < chart->category_count; i++)
		if (strlen(chart->categories[i]) > ACROSS_BYTES_MAX)
			return false;
	return true;
}

static struct document_row *add_head(struct data_table *data)
{
	struct document_row *row = document_add_row(data->document, data->table, true);

	row->repeat = true;
	add_cell(data, row, "Voce", data->head, DOCUMENT_SCOPE_COLUMN);
	return row;
}

static struct document_row *add_row(struct data_table *data, const char *name)
{
	struct document_row *row = document_add_row(data->document, data->table, false);

	add_cell(data, row, name, data->cell, DOCUMENT_SCOPE_ROW);
	return row;
}

static void add_rows_of_categories(struct data_table *data)
{
	const struct document_chart *chart = data->chart;
	struct document_row *row = add_head(data);

	for (size_t i = 0; i < item_count(chart); i++)
		add_cell(data, row, item_name(chart, i), data->head, DOCUMENT_SCOPE_COLUMN);
	for (size_t j = 0; j < chart->category_count; j++) {
		row = add_row(data, chart->categories[j]);
		for (size_t i = 0; i < item_count(chart); i++)
			add_value(data, row, i, j);
	}
}

static void add_rows_of_items(struct data_table *data)
{
	const struct document_chart *chart = data->chart;
	struct document_row *row = add_head(data);

	for (size_t j = 0; j < chart->category_count; j++)
		add_cell(data, row, chart->categories[j], data->head, DOCUMENT_SCOPE_COLUMN);
	for (size_t i = 0; i < item_count(chart); i++) {
		row = add_row(data, item_name(chart, i));
		for (size_t j = 0; j < chart->category_count; j++)
			add_value(data, row, i, j);
	}
}

static void add_rows(struct data_table *data)
{
	if (goes_across(data->chart))
		add_rows_of_items(data);
	else
		add_rows_of_categories(data);
}

static void add_caption(struct data_table *data, const struct document_figure *figure)
{
	const char *unit = data->chart->unit;
	struct text text = text_make(data->document->arena);

	text_add(&text, "Dati");
	if (figure->title != NULL)
		text_addf(&text, ": %s", figure->title);
	if (!text_unit_counts(unit))
		text_addf(&text, " (%s)", unit);
	data->table->caption = document_make(data->document, DOCUMENT_PARAGRAPH, data->caption);
	document_add_inline(data->document, data->table->caption, NULL, DOCUMENT_TEXT,
			    &data->caption->character)
		->text = text.bytes;
}

static void make_columns(struct data_table *data)
{
	struct document_table *table = data->table;

	table->column_count = 1 + (int)(goes_across(data->chart) ? data->chart->category_count
								 : item_count(data->chart));
	table->widths = arena_array(data->document->arena, struct document_width,
				    (size_t)table->column_count);
	for (int i = 0; i < table->column_count; i++) {
		table->widths[i].kind = i == 0 ? DOCUMENT_WIDTH_FR : DOCUMENT_WIDTH_AUTO;
		table->widths[i].value = i == 0 ? 1 : 0;
	}
}

static void insert_after(struct document *document, struct document_block *figure,
			 struct document_block *block)
{
	struct document_block *parent = figure->parent;

	block->parent = parent;
	block->next = figure->next;
	figure->next = block;
	if (parent != NULL && parent->last == figure)
		parent->last = block;
	else if (parent == NULL && document->last == figure)
		document->last = block;
}

static void add_data_table(struct document_block *block, void *user)
{
	struct data_table data = { .document = user };
	struct document_style *style;
	struct document_block *table;

	if (block->kind != DOCUMENT_FIGURE || block->as.figure->kind != DOCUMENT_CHART ||
	    !block->as.figure->as.chart->as_table)
		return;
	data.chart = block->as.figure->as.chart;
	make_looks(&data, block->as.figure->style);
	style = derive(&data, block->as.figure->style);
	style->space_after_pt = block->style->space_after_pt;
	table = document_make(data.document, DOCUMENT_TABLE, style);
	table->place = block->place;
	data.table = table->as.table;
	make_columns(&data);
	add_rows(&data);
	add_caption(&data, block->as.figure);
	block->with_next = true;
	insert_after(data.document, block, table);
}

void document_add_data_tables(struct document *document)
{
	document_walk(document, add_data_table, document);
}
