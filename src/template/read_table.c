/* Tables: columns, head, rows, groups, cells. */
#include "reader.h"

#include <stdlib.h>
#include <string.h>

/* ---- columns ------------------------------------------------------------------------ */

static bool read_number(double *out, const char *text, size_t length)
{
	char digits[16];

	if (length == 0 || length >= sizeof(digits))
		return false;
	memcpy(digits, text, length);
	digits[length] = '\0';
	if (digits[strspn(digits, "0123456789.")] != '\0')
		return false;
	return style_length(out, digits) && *out > 0;
}

static bool read_width(struct document_width *out, const char *word)
{
	size_t length = strlen(word);

	if (strcmp(word, "auto") == 0) {
		out->kind = DOCUMENT_WIDTH_AUTO;
		return true;
	}
	if (length > 1 && word[length - 1] == '%') {
		out->kind = DOCUMENT_WIDTH_PERCENT;
		return read_number(&out->value, word, length - 1) && out->value <= 100;
	}
	if (length > 2 && strcmp(word + length - 2, "fr") == 0) {
		out->kind = DOCUMENT_WIDTH_FR;
		return read_number(&out->value, word, length - 2);
	}
	out->kind = DOCUMENT_WIDTH_PT;
	return style_length(&out->value, word) && out->value > 0;
}

/* "1fr*(dimensioni)": as many columns as the collection has things. */
static struct path *read_repeat(struct reader *reader, const struct context *context,
				const struct element *element, char *word)
{
	char *star = strchr(word, '*');
	struct parser parser;
	struct path *path;

	if (star == NULL)
		return NULL;
	*star = '\0';
	parser = parser_make(reader, context, element, "colonne", star + 1);
	if (!parser_take(&parser, '(')) {
		parser_error(&parser, "colonne",
			     "dopo * serve un elenco tra parentesi: "
			     "1fr*(dimensioni)");
		return NULL;
	}
	path = parse_path(&parser);
	if (path != NULL && !parser_take(&parser, ')'))
		parser_error(&parser, "parentesi", "manca la ) che chiude");
	if (path != NULL && path->type.class == NULL)
		parser_error(&parser, "colonne", "«%s» non è un elenco", path->source);
	return parser.failed ? NULL : path;
}

static void add_column(struct reader *reader, const struct context *context,
		       const struct element *element, struct table_node *table, char *word)
{
	struct column column = { .repeat = read_repeat(reader, context, element, word) };

	if (!read_width(&column.width, word)) {
		reader_error(reader, element, "colonne",
			     "in colonne=\"…\" di <tabella>: «%s» non è una larghezza (30mm, 85pt, "
			     "20%%, auto, 1fr)",
			     word);
		column.width.kind = DOCUMENT_WIDTH_AUTO;
	}
	table->columns[table->column_count++] = column;
}

/* The end of a word: blanks inside brackets don't part columns. */
static size_t word_length(const char *at)
{
	size_t length = 0;
	int depth = 0;

	for (; at[length] != '\0' && (depth > 0 || at[length] != ' '); length++)
		depth += (at[length] == '(') - (at[length] == ')');
	return length;
}

static void read_columns(struct reader *reader, const struct context *context,
			 const struct element *element, struct table_node *table)
{
	const char *text = reader_attribute(reader, context, element, "colonne");

	table->columns = arena_array(reader->arena, struct column, TEMPLATE_COLUMNS_MAX);
	if (text == NULL)
		reader_missing(reader, element, "colonne",
			       "una larghezza per colonna (30mm 20% auto 1fr)");
	for (const char *at = text; at != NULL && *at != '\0';) {
		size_t length = word_length(at);

		if (length > 0 && table->column_count == TEMPLATE_COLUMNS_MAX) {
			reader_error(reader, element, "colonne", "più di %d colonne",
				     TEMPLATE_COLUMNS_MAX);
			return;
		}
		if (length > 0)
			add_column(reader, context, element, table,
				   arena_strndup(reader->arena, at, length));
		at += length + (at[length] == ' ');
	}
	if (text != NULL && table->column_count == 0)
		reader_error(reader, element, "colonne",
			     "colonne=\"\" di <tabella> è vuoto: serve "
			     "una larghezza per colonna");
}

/* ---- the table ------------------------------------------------------------------------ */

void read_table(struct reader *reader, const struct element *element, const struct context *context,
		struct node *node)
{
	struct table_node *table = arena_new(reader->arena, struct table_node);
	struct context own = inside(context, node);

	node->as.table = table;
	if (context->in_cell)
		reader_error(reader, element, "tabella-in-cella",
			     "una tabella non può stare nella cella di un’altra");
	read_columns(reader, context, element, table);
	table->caption = read_pattern(reader, context, element, "didascalia");
	table->summary = read_pattern(reader, context, element, "riassunto");
	table->caption_style = part_style(reader, context, "didascalia");
	own.family = reader_attribute(reader, context, element, "stile");
	own.content = CONTENT_ROWS;
	own.in_table = true;
	read_children(reader, element, &own, node);
	check_table(reader, element, node);
}

void read_head(struct reader *reader, const struct element *element, const struct context *context,
	       struct node *node)
{
	struct context own = inside(context, node);
	const struct node *before = node->parent;

	if (context->in_head)
		reader_error(reader, element, "testata", "una <testata> non può stare in un’altra");
	for (const struct node *other = before->first; other != node; other = other->next)
		if (other->kind == NODE_ROW || other->kind == NODE_HEAD)
			reader_error(
				reader, element, "testata",
				"<testata> va una volta sola, prima delle righe della tabella");
	own.in_head = true;
	own.content = CONTENT_ROWS;
	read_children(reader, element, &own, node);
}

static void read_group_cells(struct reader *reader, const struct element *element,
			     const struct context *context, struct node *node)
{
	struct context cells = *context, rows = *context;
	bool in_cells = true;

	cells.content = CONTENT_CELLS;
	cells.in_group = true;
	for (const struct element *child = element->first; child != NULL; child = child->next) {
		bool cell = element_is(child, "cella") || element_is(child, "capo");

		if (child->name == NULL)
			continue;
		if (cell && !in_cells)
			reader_error(reader, child, "gruppo",
				     "le celle di <gruppo> vanno prima delle sue righe");
		in_cells = in_cells && cell;
		read_element(reader, child, cell ? &cells : &rows, node);
	}
}

void read_group(struct reader *reader, const struct element *element, const struct context *context,
		struct node *node)
{
	struct context own = inside(context, node);

	if (context->in_head)
		reader_error(reader, element, "gruppo", "<gruppo> non può stare in <testata>");
	read_group_cells(reader, element, &own, node);
	if (node->first == NULL || node->first->kind != NODE_CELL)
		reader_error(
			reader, element, "gruppo",
			"<gruppo> comincia con una o più celle, poi le righe a cui si affiancano");
}

/* ---- rows and cells -------------------------------------------------------------------- */

/* A header cell beside data heads its row; among headers, its column. */
static enum document_scope scope_in_row(const struct node *row)
{
	for (const struct node *cell = row->first; cell != NULL; cell = cell->next)
		if (cell->kind != NODE_CELL || !cell->as.cell.header)
			return DOCUMENT_SCOPE_ROW;
	return DOCUMENT_SCOPE_COLUMN;
}

/* Inside loops of cells, too. */
static void give_scopes(struct node *first, enum document_scope scope)
{
	for (struct node *cell = first; cell != NULL; cell = cell->next) {
		if (cell->kind != NODE_CELL)
			give_scopes(cell->first, scope);
		else if (cell->as.cell.header && !cell->as.cell.scope_given)
			cell->as.cell.scope = scope;
	}
}

static bool all_headers(const struct node *first)
{
	for (const struct node *cell = first; cell != NULL; cell = cell->next)
		if (cell->kind == NODE_CELL ? !cell->as.cell.header : !all_headers(cell->first))
			return false;
	return true;
}

static bool fixed_columns(const struct node *first, int *columns)
{
	for (const struct node *cell = first; cell != NULL; cell = cell->next) {
		if (cell->kind != NODE_CELL || cell->as.cell.span != SPAN_COUNT)
			return false;
		*columns += cell->as.cell.columns;
	}
	return true;
}

static void check_rest(struct reader *reader, const struct element *element, struct node *row)
{
	for (struct node *cell = row->first; cell != NULL; cell = cell->next) {
		if (cell->kind != NODE_CELL || cell->as.cell.span != SPAN_REST)
			continue;
		if (!fixed_columns(cell->next, &cell->as.cell.after))
			reader_error(
				reader, element, "span",
				"dopo una cella con span=\"resto\" possono stare solo celle con "
				"un numero di colonne");
	}
}

void read_row(struct reader *reader, const struct element *element, const struct context *context,
	      struct node *node)
{
	struct context own = inside(context, node);

	node->as.row.repeat = reader_yes_no(reader, context, element, "ripeti", false);
	node->as.row.split = reader_yes_no(reader, context, element, "dividi", false);
	node->as.row.with_previous =
		reader_yes_no(reader, context, element, "con-precedente", false);
	node->as.row.with_next = reader_yes_no(reader, context, element, "con-successivo", false);
	if (node->as.row.repeat && !context->in_head)
		reader_error(reader, element, "ripeti", "ripeti=\"si\" vale solo in <testata>");
	own.content = CONTENT_CELLS;
	read_children(reader, element, &own, node);
	give_scopes(node->first,
		    all_headers(node->first) ? DOCUMENT_SCOPE_COLUMN : scope_in_row(node));
	check_rest(reader, element, node);
	if (element->first == NULL)
		reader_error(reader, element, "riga-vuota", "<riga> non ha celle");
}

static void read_span(struct reader *reader, const struct element *element,
		      const struct context *context, struct cell_node *cell)
{
	const char *span = reader_attribute(reader, context, element, "span");

	cell->columns = 1;
	if (span != NULL && strcmp(span, "resto") == 0)
		cell->span = SPAN_REST;
	else if (span != NULL && strcmp(span, "tutte") == 0)
		cell->span = SPAN_ALL;
	else
		cell->columns = reader_integer(reader, context, element, "span", 1,
					       TEMPLATE_COLUMNS_MAX, 1);
	cell->rows = reader_integer(reader, context, element, "righe", 1, 1000, 1);
}

void read_cell(struct reader *reader, const struct element *element, const struct context *context,
	       struct node *node)
{
	static const char *const scopes[] = { "colonna", "riga", "entrambi", NULL };
	static const enum document_scope meanings[] = { DOCUMENT_SCOPE_COLUMN, DOCUMENT_SCOPE_ROW,
							DOCUMENT_SCOPE_BOTH };
	struct context own = inside(context, node);
	int scope = -1;

	node->as.cell.header = element_is(element, "capo");
	read_span(reader, element, context, &node->as.cell);
	if (node->as.cell.header)
		scope = reader_word(reader, context, element, "ambito", scopes);
	node->as.cell.scope_given = scope >= 0;
	node->as.cell.scope = scope >= 0 ? meanings[scope] : DOCUMENT_SCOPE_ROW;
	own.in_cell = true;
	own.in_table = false;
	read_flow(reader, element, own, node);
}
