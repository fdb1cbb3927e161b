/* table.c - tables: caption, header cells with scope and ids, columns as wide
 * as on paper; how they fold on a narrow screen. */
#include "web_private.h"

#include <math.h>

#define STACK_COLUMNS_MIN 3    /* fewer fit a phone as they are                  */
#define WORDY_COLUMNS_MAX 12   /* that the style sheet tells apart               */
#define FIXED_PERCENT_MAX 92.0 /* that columns of given width may take together */

/* What is known of a table before its first row is written. */
struct table_plan {
	const struct document_table *table;
	int *places;        /* columns of the page left of each column; its last: how many */
	double *percents;   /* of each column of the page; NULL: by content */
	bool stacks;        /* rows become cards on a narrow screen      */
	const char **names; /* of each column, when it stacks over rows; else NULL */
	bool *figures;      /* columns of numbers                        */
	bool joined;        /* cells name their headers by id */
	int number;         /* of the table in the page                  */
};

/* ---- columns ------------------------------------------------------------------------ */

/* A column in which no cell begins is none in a page: it widens the one before. */
static int *find_places(struct web *web, const struct document_table *table)
{
	int *places = arena_array(web->arena, int, (size_t)table->column_count + 1);
	const struct document_row *const groups[] = { table->head_first, table->first };

	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
		for (const struct document_row *row = groups[i]; row != NULL; row = row->next)
			for (const struct document_cell *c = row->first; c != NULL; c = c->next)
				places[c->column + 1] = 1;
	for (int i = 0; i < table->column_count; i++)
		places[i + 1] += places[i];
	return places;
}

/* The column of the page that a column belongs to. */
static int place_of(const struct table_plan *plan, int column)
{
	int place = plan->places[column + 1] - 1;

	return place > 0 ? place : 0;
}

static int column_count(const struct table_plan *plan)
{
	return plan->places[plan->table->column_count];
}

/* How many columns of the page a cell takes. */
static int columns_of(const struct table_plan *plan, const struct document_cell *cell)
{
	return plan->places[cell->column + cell->columns] - plan->places[cell->column];
}

/* ---- widths ------------------------------------------------------------------------ */

static double text_width(const struct web *web)
{
	const struct document_master *master = web->section != NULL ? web->section->master : NULL;
	double width =
		master != NULL ? master->width_pt - master->margin.left - master->margin.right : 0;

	return width > 0 ? width : 470;
}

/* Percent of a column of given width; negative: it takes a share of the rest. */
static double given_percent(const struct document_width *width, double text_width_pt)
{
	switch (width->kind) {
	case DOCUMENT_WIDTH_PT: return width->value / text_width_pt * 100;
	case DOCUMENT_WIDTH_PERCENT: return width->value;
	default: return -1;
	}
}

/* As on paper, unless a column is measured by its content. */
static double *find_percents(struct web *web, const struct table_plan *plan)
{
	const struct document_table *table = plan->table;
	double *percents = arena_array(web->arena, double, (size_t)table->column_count);
	double *shown = arena_array(web->arena, double, (size_t)table->column_count + 1);
	double given = 0, shares = 0, width = text_width(web);

	for (int i = 0; i < table->column_count; i++) {
		percents[i] = given_percent(&table->widths[i], width);
		if (percents[i] >= 0)
			given += percents[i];
		else if (table->widths[i].kind == DOCUMENT_WIDTH_FR)
			shares += table->widths[i].value;
		else
			return NULL;
	}
	if (!(shares > 0 ? given <= FIXED_PERCENT_MAX : given > 0))
		return NULL;
	for (int i = 0; i < table->column_count; i++)
		shown[place_of(plan, i)] +=
			percents[i] < 0 ? (100 - given) * table->widths[i].value / shares
					: percents[i] * (shares > 0 ? 1 : 100 / given);
	return shown;
}

/* Columns of words, which need room; figures fit anywhere. */
static int count_wordy(const struct table_plan *plan)
{
	int count = column_count(plan);

	for (int i = 0; i < plan->table->column_count; i++)
		count -= plan->figures[i];
	return count < WORDY_COLUMNS_MAX ? count : WORDY_COLUMNS_MAX;
}

static void add_columns(struct web *web, const struct table_plan *plan)
{
	if (plan->percents == NULL)
		return;
	text_add(web->out, "<colgroup>");
	for (int i = 0; i < column_count(plan); i++) {
		text_add(web->out, "<col");
		web_add_class(web->out, web_column_class(web, round(plan->percents[i])), "");
		text_add(web->out, "/>");
	}
	text_add(web->out, "</colgroup>\n");
}

/* ---- what kind of table it is ---------------------------------------------------------- */

static bool heads_columns(const struct document_row *row)
{
	for (const struct document_cell *cell = row->first; cell != NULL; cell = cell->next)
		if (!cell->header || cell->scope == DOCUMENT_SCOPE_ROW || cell->rows > 1)
			return false;
	return row->first != NULL;
}

/* A label and what it says. */
static bool is_label_row(const struct document_row *row)
{
	const struct document_cell *cell = row->first;

	return cell != NULL && cell->header && cell->rows == 1 &&
	       (cell->next == NULL || (cell->next->rows == 1 && cell->next->next == NULL));
}

static bool has_row_spans(const struct document_row *first)
{
	for (const struct document_row *row = first; row != NULL; row = row->next)
		for (const struct document_cell *cell = row->first; cell != NULL; cell = cell->next)
			if (cell->rows > 1)
				return true;
	return false;
}

static bool all_labels(const struct document_row *row, const struct document_row *end)
{
	for (; row != end; row = row->next)
		if (!is_label_row(row))
			return false;
	return true;
}

/* Labels, then one row of column heads over the rest; or labels alone. */
static bool can_stack(const struct document_table *table)
{
	if (table->column_count < STACK_COLUMNS_MIN)
		return false;
	if (all_labels(table->head_first, NULL) && all_labels(table->first, NULL))
		return true;
	return table->head_last != NULL && table->first != NULL &&
	       heads_columns(table->head_last) && !has_row_spans(table->first) &&
	       all_labels(table->head_first, table->head_last);
}

/* Columns have names only where a row of heads gives them. */
static bool has_names(const struct document_table *table)
{
	return table->head_last != NULL && table->first != NULL && heads_columns(table->head_last);
}

static void add_cell_plain(struct text *out, const struct document_cell *cell)
{
	for (const struct document_block *b = cell->first; b != NULL; b = b->next) {
		if (out->length > 0)
			text_add(out, " ");
		document_add_plain(out, b->text_first);
	}
}

static const char **find_names(struct web *web, const struct document_table *table)
{
	const char **names = arena_array(web->arena, const char *, (size_t)table->column_count);

	for (const struct document_cell *cell = table->head_last->first; cell != NULL;
	     cell = cell->next) {
		struct text name = text_make(web->arena);

		add_cell_plain(&name, cell);
		names[cell->column] = text_fold_space(web->arena, name.bytes);
	}
	return names;
}

static bool has_headers(const struct document_row *first)
{
	for (const struct document_row *row = first; row != NULL; row = row->next)
		for (const struct document_cell *cell = row->first; cell != NULL; cell = cell->next)
			if (cell->headers != NULL && *cell->headers != NULL)
				return true;
	return false;
}

static bool *find_figures(struct web *web, const struct document_table *table)
{
	bool *figures = arena_array(web->arena, bool, (size_t)table->column_count);

	for (const struct document_row *row = table->first; row != NULL; row = row->next)
		for (const struct document_cell *cell = row->first; cell != NULL; cell = cell->next)
			figures[cell->column] |=
				cell->style != NULL && cell->style->align == DOCUMENT_DECIMAL;
	return figures;
}

static struct table_plan make_plan(struct web *web, const struct document_table *table)
{
	struct table_plan plan = { .table = table, .number = ++web->tables };

	plan.places = find_places(web, table);
	plan.percents = find_percents(web, &plan);
	plan.stacks = plan.percents != NULL && can_stack(table);
	plan.names = plan.stacks && has_names(table) ? find_names(web, table) : NULL;
	plan.joined = has_headers(table->head_first) || has_headers(table->first);
	plan.figures = find_figures(web, table);
	return plan;
}

/* ---- cells --------------------------------------------------------------------------------- */

static bool is_empty(const struct document_cell *cell)
{
	for (const struct document_block *b = cell->first; b != NULL; b = b->next)
		if (b->kind != DOCUMENT_PARAGRAPH || !web_says_nothing(b->text_first))
			return false;
	return true;
}

/* A single paragraph that looks like its cell is the cell's text. */
static void add_cell_content(struct web *web, const struct document_cell *cell)
{
	const struct document_block *only = cell->first;

	if (only != NULL && only->next == NULL && only->kind == DOCUMENT_PARAGRAPH &&
	    only->id == NULL && only->language == NULL && cell->style != NULL &&
	    web_same_look(only->style, cell->style))
		web_inlines(web, only->text_first, &cell->style->character);
	else
		web_blocks(web, only);
}

static void add_scope(struct web *web, const struct document_cell *cell, bool with_role)
{
	bool row = cell->scope == DOCUMENT_SCOPE_ROW;

	if (cell->scope != DOCUMENT_SCOPE_NONE)
		escape_attribute(web->out, "scope", row ? "row" : "col");
	if (with_role)
		escape_attribute(web->out, "role", row ? "rowheader" : "columnheader");
}

/* Ids of header cells are the page's own: they begin with _. */
static void add_headers(struct web *web, const struct document_cell *cell, bool with_id)
{
	const char *before = " headers=\"_";

	if (with_id && cell->id != NULL) {
		text_add(web->out, " id=\"_");
		web_add_id(web->out, cell->id);
		text_add(web->out, "\"");
	}
	if (cell->headers == NULL || *cell->headers == NULL)
		return;
	for (const char **id = cell->headers; *id != NULL; id++) {
		text_add(web->out, before);
		web_add_id(web->out, *id);
		before = " _";
	}
	text_add(web->out, "\"");
}

static void add_span(struct web *web, const char *name, int count)
{
	if (count > 1)
		text_addf(web->out, " %s=\"%d\"", name, count);
}

/* The first cell of a card is its title; the others bear the column's name. */
static const char *name_of(const struct table_plan *plan, const struct document_row *row,
			   const struct document_cell *cell)
{
	if (plan->names == NULL || row->header || cell == row->first ||
	    cell->columns == plan->table->column_count || is_empty(cell))
		return NULL;
	return plan->names[cell->column];
}

static void add_cell(struct web *web, const struct table_plan *plan, const struct document_row *row,
		     const struct document_cell *cell)
{
	const char *name = name_of(plan, row, cell);
	bool header = cell->header && (plan->joined || !is_empty(cell));
	bool figures = header && row->header && cell->columns == 1 && plan->figures[cell->column];

	text_add(web->out, header ? "<th" : "<td");
	web_add_class(web->out, web_cell_class(web, cell->style), figures ? "cifre" : "");
	if (header)
		add_scope(web, cell, plan->stacks);
	else if (plan->stacks)
		text_add(web->out, " role=\"cell\"");
	add_headers(web, cell, header && plan->joined);
	add_span(web, "colspan", columns_of(plan, cell));
	add_span(web, "rowspan", cell->rows);
	escape_attribute(web->out, "data-capo", name);
	text_add(web->out, name != NULL ? "><div>" : ">");
	add_cell_content(web, cell);
	text_add(web->out, name != NULL ? "</div>" : "");
	text_add(web->out, header ? "</th>" : "</td>");
}

/* ---- rows --------------------------------------------------------------------------------------- */

/* What a row becomes on a narrow screen. */
static const char *row_name(const struct table_plan *plan, const struct document_row *row)
{
	if (!plan->stacks)
		return "";
	if (plan->names != NULL && row == plan->table->head_last)
		return "capi";
	return is_label_row(row) && (row->header || plan->names == NULL) ? "voce" : "";
}

static void add_rows(struct web *web, const struct table_plan *plan,
		     const struct document_row *first, const char *group)
{
	if (first == NULL)
		return;
	text_addf(web->out, "<%s%s>\n", group, plan->stacks ? " role=\"rowgroup\"" : "");
	for (const struct document_row *row = first; row != NULL; row = row->next) {
		text_addf(web->out, "<tr%s", plan->stacks ? " role=\"row\"" : "");
		web_add_class(web->out, web_row_class(web, row->style), row_name(plan, row));
		text_add(web->out, ">");
		for (const struct document_cell *cell = row->first; cell != NULL; cell = cell->next)
			add_cell(web, plan, row, cell);
		text_add(web->out, "</tr>\n");
	}
	text_addf(web->out, "</%s>\n", group);
}

/* ---- the whole --------------------------------------------------------------------------------- */

static void add_caption(struct web *web, const struct table_plan *plan)
{
	const struct document_table *table = plan->table;
	bool shown = table->caption != NULL && !web_says_nothing(table->caption->text_first);

	text_add(web->out, "<caption");
	web_add_class(web->out, shown ? web_block_class(web, table->caption->style) : "solo-voce",
		      "");
	text_addf(web->out, " id=\"_tabella.%d\">", plan->number);
	if (shown)
		web_inlines(web, table->caption->text_first, &table->caption->style->character);
	else if (text_blank(table->summary))
		text_addf(web->out, "Tabella %d", plan->number);
	if (!text_blank(table->summary)) {
		text_add(web->out, shown ? "<span class=\"solo-voce\">. " : "");
		escape_markup(web->out, table->summary);
		text_add(web->out, shown ? "</span>" : "");
	}
	text_add(web->out, "</caption>\n");
}

/* What may be wider than the screen can be scrolled with the keyboard. Cards are
 * blocks to the style sheet, and browsers no longer take blocks for a table, its
 * rows and cells: hence the roles, which repeat what the elements say. */
static void open_holder(struct web *web, const struct document_block *block,
			const struct table_plan *plan)
{
	text_add(web->out, "<div");
	web_add_class(web->out, web_space_class(web, block->style),
		      plan->stacks ? "tabella impila" : "tabella scorri");
	web_add_id_attribute(web->out, "id", block->id);
	if (!text_equal(block->language, web->document->language))
		escape_attribute(web->out, "lang", block->language);
	if (!plan->stacks)
		text_addf(web->out,
			  " role=\"group\" tabindex=\"0\" aria-labelledby=\"_tabella.%d\""
			  " data-colonne=\"%d\"",
			  plan->number, count_wordy(plan));
	text_add(web->out, ">\n<table");
	web_add_class(web->out, plan->percents != NULL ? "fissa" : "", "");
	if (plan->stacks)
		text_addf(web->out, " role=\"table\" aria-labelledby=\"_tabella.%d\"",
			  plan->number);
	text_add(web->out, ">\n");
}

void web_table(struct web *web, const struct document_block *block)
{
	struct table_plan plan = make_plan(web, block->as.table);

	if (block->as.table->head_first == NULL && block->as.table->first == NULL)
		return;
	open_holder(web, block, &plan);
	add_caption(web, &plan);
	add_columns(web, &plan);
	add_rows(web, &plan, block->as.table->head_first, "thead");
	add_rows(web, &plan, block->as.table->first, "tbody");
	text_add(web->out, "</table></div>\n");
}
