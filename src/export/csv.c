/* csv.c - a row a thing. Source: RFC 4180; design section 8, `calcola -f csv`. */
#include "export_private.h"

#include "base/escape.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF" /* spreadsheets take it for UTF-8 */

struct csv {
	struct text *out;
	bool excel;
};

static char separator(const struct csv *csv)
{
	return csv->excel ? ';' : ',';
}

/* Where a spreadsheet is Italian, a number has a comma. */
static const char *localized(const struct csv *csv, const char *number)
{
	char *copy = arena_strdup(csv->out->arena, number);
	char *point = strchr(copy, '.');

	if (point != NULL)
		*point = ',';
	return copy;
}

/* A comparison sign alone and a number, though they begin like a formula, are
 * none, and must stay what they are. */
static enum escape_csv danger_of(struct arena *arena, const char *text)
{
	const struct number *number;
	bool sign = strlen(text) <= 2 && strspn(text, "<=>") == strlen(text);

	return sign || number_parse(&number, NULL, arena, text) ? CSV_NUMBER : CSV_TEXT;
}

void export_csv_text(struct text *out, const char *text, char separator)
{
	if (text != NULL)
		escape_csv(out, text, separator, danger_of(out->arena, text));
}

static void put_cell(const struct csv *csv, const struct export_cell *cell)
{
	if (cell->kind == EXPORT_NUMBER)
		escape_csv(csv->out, csv->excel ? localized(csv, cell->text) : cell->text,
			   separator(csv), CSV_NUMBER);
	else if (cell->kind == EXPORT_TEXT)
		export_csv_text(csv->out, cell->text, separator(csv));
}

static void put_cells(const struct csv *csv, const struct export_node *node)
{
	for (const struct export_column *column = export_columns; column->name != NULL; column++) {
		struct export_cell cell = column->cell(csv->out->arena, node);

		if (column != export_columns)
			text_add_char(csv->out, separator(csv));
		put_cell(csv, &cell);
	}
	text_add(csv->out, "\r\n");
}

static void put_row(void *user, const struct export_node *node)
{
	if (node->what == EXPORT_OBJECTIVE || node->what == EXPORT_INDICATOR)
		put_cells(user, node);
}

void export_csv_row(struct text *out, const struct export_node *node)
{
	const struct csv csv = { out, false };

	put_cells(&csv, node);
}

static void put_header(const struct csv *csv)
{
	if (csv->excel)
		text_add(csv->out, BYTE_ORDER_MARK);
	for (const struct export_column *column = export_columns; column->name != NULL; column++) {
		if (column != export_columns)
			text_add_char(csv->out, separator(csv));
		text_add(csv->out, column->name);
	}
	text_add(csv->out, "\r\n");
}

void export_csv(struct text *out, const struct model_plan *plan,
		const struct export_options *options)
{
	static const struct export_visitor visitor = { .begin = put_row };
	struct csv csv = { out, options->excel };

	put_header(&csv);
	export_walk_tree(plan, options->public_edition, &visitor, &csv);
	export_walk_sheets(plan, options->public_edition, &visitor, &csv);
}
