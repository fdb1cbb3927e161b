/* sample.c - small documents for the tests of layout. */
#include "sample.h"

#include <stdlib.h>
#include <string.h>

static const struct document_border thin = { 0.5, 0x808080 };

static void set_styles(struct sample *sample)
{
	sample->text = (struct document_style){ .name = "testo",
						.character = { .size_pt = 10 },
						.leading_pt = 12,
						.hyphenate = true,
						.space_after_pt = 6,
						.background = DOCUMENT_NO_COLOUR };
	sample->title = sample->text;
	sample->title.character = (struct document_character){ .size_pt = 14, .bold = true };
	sample->title.leading_pt = 18;
	sample->title.space_before_pt = 10;
	sample->cell = sample->text;
	sample->cell.padding = (struct document_edges){ 2, 3, 2, 3 };
	sample->cell.border_top = sample->cell.border_bottom = thin;
	sample->cell.border_left = sample->cell.border_right = thin;
	sample->cell.space_after_pt = 0;
	sample->head = sample->cell;
	sample->head.character.bold = true;
	sample->head.background = 0xDDE6F0;
	sample->number = sample->cell;
	sample->number.align = DOCUMENT_DECIMAL;
	sample->frame = sample->text;
	sample->frame.padding = (struct document_edges){ 5, 5, 5, 5 };
	sample->frame.background = 0xF4F4F4;
}

struct sample *sample_create(double width, double height)
{
	struct arena *arena = arena_create(NULL);
	struct sample *sample = arena_new(arena, struct sample);

	sample->arena = arena;
	sample->document = document_create(arena);
	sample->document->language = "it-IT";
	sample->diag = diag_make(arena);
	sample->out = text_make(arena);
	sample->type = type_library_fake(arena, SOURCE_DIR "/fonts/hyph_it_IT.dic");
	sample->master = (struct document_master){
		.id = "v", .width_pt = width, .height_pt = height, .margin = { 20, 20, 20, 20 }
	};
	set_styles(sample);
	sample->section = document_add(sample->document, NULL, DOCUMENT_SECTION, &sample->text);
	sample->section->as.section->master = &sample->master;
	return sample;
}

void sample_destroy(struct sample *sample)
{
	arena_destroy(sample->arena);
}

struct document_inline *sample_inline(struct sample *sample, struct document_block *block,
				      enum document_inline_kind kind, const char *words)
{
	struct document_inline *in =
		document_add_inline(sample->document, block, NULL, kind, &block->style->character);

	in->text = words;
	return in;
}

struct document_block *sample_paragraph(struct sample *sample, struct document_block *parent,
					const char *words)
{
	struct document_block *block =
		document_add(sample->document, parent != NULL ? parent : sample->section,
			     DOCUMENT_PARAGRAPH, &sample->text);

	if (words != NULL)
		sample_inline(sample, block, DOCUMENT_TEXT, words);
	return block;
}

struct document_block *sample_heading(struct sample *sample, int level, const char *words)
{
	struct document_block *block =
		document_add(sample->document, sample->section, DOCUMENT_HEADING, &sample->title);

	sample_inline(sample, block, DOCUMENT_TEXT, words);
	block->as.heading->level = level;
	return block;
}

static void add_field(struct sample *sample, struct document_block *block, const char *field)
{
	char *text;

	switch (*field) {
	case '|': sample_inline(sample, block, DOCUMENT_SPRING, NULL); break;
	case '#': sample_inline(sample, block, DOCUMENT_PAGE_NUMBER, NULL); break;
	case '@': sample_inline(sample, block, DOCUMENT_PAGE_COUNT, NULL); break;
	case '$': sample_inline(sample, block, DOCUMENT_RUNNING, NULL)->level = 1; break;
	default:
		text = arena_strndup(sample->arena, field, strcspn(field, "|#@$"));
		sample_inline(sample, block, DOCUMENT_TEXT, text);
	}
}

struct document_block *sample_running(struct sample *sample, const char *words)
{
	struct document *away = document_create(sample->arena);
	struct document_block *box = document_add(away, NULL, DOCUMENT_BOX, &sample->text);
	struct document_block *block = document_add(away, box, DOCUMENT_PARAGRAPH, &sample->text);

	while (*words != '\0') {
		size_t length = strcspn(words, "|#@$");

		add_field(sample, block, words);
		words += length > 0 ? length : 1;
	}
	return box;
}

/* ---- tables --------------------------------------------------------------- */

static struct document_width read_width(const char *text)
{
	char *end;
	struct document_width width = { DOCUMENT_WIDTH_PT, strtod(text, &end) };

	if (text_starts(text, "auto"))
		width.kind = DOCUMENT_WIDTH_AUTO;
	else if (text_starts(end, "fr"))
		width.kind = DOCUMENT_WIDTH_FR;
	else if (*end == '%')
		width.kind = DOCUMENT_WIDTH_PERCENT;
	return width;
}

struct document_block *sample_table(struct sample *sample, const char *columns)
{
	struct document_block *block =
		document_add(sample->document, sample->section, DOCUMENT_TABLE, &sample->text);
	struct document_table *table = block->as.table;

	table->widths = arena_array(sample->arena, struct document_width, strlen(columns) + 1);
	while (*(columns += strspn(columns, " ")) != '\0') {
		table->widths[table->column_count++] = read_width(columns);
		columns += strcspn(columns, " ");
	}
	return block;
}

static void add_cell(struct sample *sample, struct document_table *table, struct document_row *row,
		     const char *words)
{
	const struct document_style *style = row->header ? &sample->head : &sample->cell;
	struct document_cell *cell;
	struct document_block *block;
	int columns = 1, rows = 1;

	if (words[0] >= '1' && words[0] <= '9' && (words[1] == '>' || words[1] == '^')) {
		*(words[1] == '>' ? &columns : &rows) = words[0] - '0';
		words += 2;
	}
	if (words[0] == '=') {
		style = &sample->number;
		words++;
	}
	cell = document_add_cell(sample->document, table, row, columns, rows);
	cell->style = style;
	cell->header = row->header;
	if (*words == '\0')
		return;
	block = document_add_in_cell(sample->document, cell, DOCUMENT_PARAGRAPH, style);
	sample_inline(sample, block, DOCUMENT_TEXT, words);
}

struct document_row *sample_row(struct sample *sample, struct document_block *table, bool head,
				const char *cells)
{
	struct document_row *row = document_add_row(sample->document, table->as.table, head);

	row->repeat = head;
	for (;;) {
		size_t length = strcspn(cells, "|");

		add_cell(sample, table->as.table, row, arena_strndup(sample->arena, cells, length));
		if (cells[length] == '\0')
			return row;
		cells += length + 1;
	}
}

/* ---- running --------------------------------------------------------------- */

enum status sample_run_into(struct sample *sample, struct page_sink *sink)
{
	struct layout_options options = {
		.arena = sample->arena, .type = sample->type, .sink = sink, .diag = &sample->diag
	};

	if (document_resolve(sample->document, &sample->diag) != STATUS_OK)
		return STATUS_DATA;
	return layout_run(sample->document, &options);
}

const char *sample_run(struct sample *sample)
{
	if (sample_run_into(sample, page_dump_sink(sample->arena, &sample->out)) != STATUS_OK)
		return "failed";
	return sample->out.bytes;
}
