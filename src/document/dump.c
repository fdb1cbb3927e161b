#include "document_private.h"

static void dump_blocks(struct text *out, const struct document_block *first, int depth);

static void indent(struct text *out, int depth)
{
	for (int i = 0; i < depth; i++)
		text_add(out, "  ");
}

/* Lengths are shown in hundredths of a point without binary floating point
 * showing through, so that a dump is the same in every locale. */
static void dump_length(struct text *out, double value)
{
	long hundredths = (long)(value * 100 + 0.5);

	text_addf(out, "%ld", hundredths / 100);
	if (hundredths % 100 != 0)
		text_addf(out, ".%02ld", hundredths % 100);
}

static void dump_quoted(struct text *out, const struct document_inline *first)
{
	if (first == NULL)
		return;
	text_add(out, " \"");
	document_dump_inline(out, first);
	text_add(out, "\"");
}

/* ---- tables ----------------------------------------------------------- */

static void dump_widths(struct text *out, const struct document_table *table)
{
	static const char *const units[] = { "pt", "%", "auto", "fr" };

	for (int i = 0; i < table->column_count; i++) {
		text_add(out, " ");
		if (table->widths[i].kind != DOCUMENT_WIDTH_AUTO)
			dump_length(out, table->widths[i].value);
		text_add(out, units[table->widths[i].kind]);
	}
}

static const char *align_name(enum document_align align)
{
	static const char *const names[] = { "left", "right", "centre", "justify", "decimal" };

	return names[align];
}

static void dump_cell(struct text *out, const struct document_cell *cell, int depth)
{
	static const char *const scopes[] = { "", " column", " row", " both" };

	indent(out, depth);
	text_addf(out, "%s @%d", cell->header ? "th" : "td", cell->column);
	if (cell->columns > 1)
		text_addf(out, " columns %d", cell->columns);
	if (cell->rows > 1)
		text_addf(out, " rows %d", cell->rows);
	if (cell->header)
		text_add(out, scopes[cell->scope]);
	if (cell->style != NULL && cell->style->align != DOCUMENT_LEFT)
		text_addf(out, " %s", align_name(cell->style->align));
	for (const char **id = cell->headers; id != NULL && *id != NULL; id++)
		text_addf(out, " <%s", *id);
	text_add(out, "\n");
	dump_blocks(out, cell->first, depth + 1);
}

static void dump_rows(struct text *out, const struct document_row *first, int depth)
{
	for (const struct document_row *row = first; row != NULL; row = row->next) {
		indent(out, depth);
		text_add(out, row->header ? "head-row" : "row");
		text_add(out, row->repeat ? " repeat" : "");
		text_add(out, row->split ? " split" : "");
		text_add(out, row->with_previous ? " with-previous" : "");
		text_add(out, row->with_next ? " with-next" : "");
		text_add(out, "\n");
		for (const struct document_cell *cell = row->first; cell != NULL; cell = cell->next)
			dump_cell(out, cell, depth + 1);
	}
}

static void dump_table(struct text *out, const struct document_table *table, int depth)
{
	if (table->caption != NULL) {
		indent(out, depth);
		text_add(out, "caption");
		dump_quoted(out, table->caption->text_first);
		text_add(out, "\n");
	}
	dump_rows(out, table->head_first, depth);
	dump_rows(out, table->first, depth);
}

/* ---- figures ---------------------------------------------------------- */

static void dump_value(struct text *out, struct arena *arena, const struct number *value)
{
	text_add(out, value == NULL ? "-" : number_exact(arena, value));
}

static void dump_chart(struct text *out, const struct document_chart *chart, int depth)
{
	indent(out, depth);
	text_add(out, "categories");
	for (size_t i = 0; i < chart->category_count; i++)
		text_addf(out, " '%s'", chart->categories[i]);
	text_add(out, "\n");
	for (size_t i = 0; i < chart->series_count; i++) {
		const struct document_series *series = &chart->series[i];

		indent(out, depth);
		text_addf(out, "series '%s'", series->name);
		for (size_t j = 0; j < chart->category_count; j++) {
			text_add(out, " ");
			dump_value(out, out->arena, series->values[j]);
			if (series->signals != NULL && series->signals[j] != NULL)
				text_addf(out, "(%s)", series->signals[j]);
		}
		text_add(out, "\n");
	}
}

static void dump_nodes(struct text *out, const struct document_node *first, int depth)
{
	for (const struct document_node *node = first; node != NULL; node = node->next) {
		indent(out, depth);
		text_addf(out, "node %s '%s' '%s'", node->kind, node->code ? node->code : "",
			  node->title ? node->title : "");
		if (node->signal != NULL)
			text_addf(out, " %s", node->signal);
		if (node->word != NULL)
			text_addf(out, " '%s'", node->word);
		if (node->figure != NULL)
			text_addf(out, " %s", node->figure);
		if (node->target != NULL)
			text_addf(out, " #%s", node->target);
		text_add(out, "\n");
		dump_nodes(out, node->first, depth + 1);
	}
}

static void dump_figure(struct text *out, const struct document_figure *figure, int depth)
{
	if (figure->alt != NULL) {
		indent(out, depth);
		text_addf(out, "alt '%s'\n", figure->alt);
	}
	if (figure->kind == DOCUMENT_CHART)
		dump_chart(out, figure->as.chart, depth);
	else if (figure->kind != DOCUMENT_IMAGE)
		dump_nodes(out, figure->as.nodes, depth);
}

static void dump_figure_line(struct text *out, const struct document_figure *figure)
{
	static const char *const kinds[] = { "chart", "tree", "map", "image" };
	static const char *const charts[] = {
		"columns", "stacked", "bars", "lines", "pie", "ring"
	};

	text_addf(out, " %s", kinds[figure->kind]);
	if (figure->kind == DOCUMENT_CHART)
		text_addf(out, " %s", charts[figure->as.chart->kind]);
	if (figure->kind == DOCUMENT_IMAGE)
		text_addf(out, " %dx%d", figure->as.image->width_px, figure->as.image->height_px);
	if (figure->title != NULL)
		text_addf(out, " '%s'", figure->title);
	if (figure->decorative)
		text_add(out, " decorative");
}

/* ---- the rest --------------------------------------------------------- */

static void dump_contents(struct text *out, const struct document_contents *contents, int depth)
{
	const struct document_contents_entry *entry;

	for (entry = contents->first; entry != NULL; entry = entry->next) {
		const struct document_heading *heading = entry->heading->as.heading;

		indent(out, depth);
		text_addf(out, "entry %d", heading->level);
		if (heading->number != NULL)
			text_addf(out, " %s", heading->number);
		text_addf(out, " '%s'\n", heading->title);
	}
}

static void dump_signatures(struct text *out, const struct document_signatures *all, int depth)
{
	for (const struct document_signature *one = all->first; one != NULL; one = one->next) {
		indent(out, depth);
		text_addf(out, "signature '%s'%s%s\n", one->role, one->field ? " field " : "",
			  one->field ? one->name : "");
	}
}

static void dump_heading_line(struct text *out, const struct document_heading *heading)
{
	text_addf(out, " %d", heading->level);
	if (heading->number != NULL)
		text_addf(out, " [%s]", heading->number);
}

static void dump_kind(struct text *out, const struct document_block *block)
{
	static const char *const kinds[] = { "section",  "box",       "heading", "paragraph",
					     "list",     "item",      "table",   "figure",
					     "contents", "signatures" };

	text_add(out, kinds[block->kind]);
	if (block->kind == DOCUMENT_SECTION && block->as.section->master != NULL)
		text_addf(out, " %s", block->as.section->master->id);
	else if (block->kind == DOCUMENT_HEADING)
		dump_heading_line(out, block->as.heading);
	else if (block->kind == DOCUMENT_LIST && block->as.list->ordered)
		text_add(out, " ordered");
	else if (block->kind == DOCUMENT_TABLE)
		dump_widths(out, block->as.table);
	else if (block->kind == DOCUMENT_FIGURE)
		dump_figure_line(out, block->as.figure);
}

static void dump_flags(struct text *out, const struct document_block *block)
{
	if (block->style != NULL && block->style->name != NULL)
		text_addf(out, " .%s", block->style->name);
	if (block->id != NULL)
		text_addf(out, " #%s", block->id);
	if (block->language != NULL)
		text_addf(out, " lang=%s", block->language);
	text_add(out, block->new_page ? " new-page" : "");
	text_add(out, block->together ? " together" : "");
	text_add(out, block->with_next ? " with-next" : "");
}

static void dump_parts(struct text *out, const struct document_block *block, int depth)
{
	switch (block->kind) {
	case DOCUMENT_TABLE: dump_table(out, block->as.table, depth); break;
	case DOCUMENT_FIGURE: dump_figure(out, block->as.figure, depth); break;
	case DOCUMENT_CONTENTS: dump_contents(out, block->as.contents, depth); break;
	case DOCUMENT_SIGNATURES: dump_signatures(out, block->as.signatures, depth); break;
	default: dump_blocks(out, block->first, depth); break;
	}
}

static void dump_blocks(struct text *out, const struct document_block *first, int depth)
{
	for (const struct document_block *block = first; block != NULL; block = block->next) {
		indent(out, depth);
		dump_kind(out, block);
		dump_flags(out, block);
		dump_quoted(out, block->text_first);
		text_add(out, "\n");
		dump_parts(out, block, depth + 1);
	}
}

void document_dump(struct text *out, const struct document *document)
{
	dump_blocks(out, document->first, 0);
}
