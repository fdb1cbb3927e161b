#include "room.h"

#include "base/map.h"
#include "markup/markup.h"

#include <string.h>

/* ---- the document ------------------------------------------------------------------ */

int room_setup(void **state)
{
	struct arena *arena = arena_create(NULL);
	struct room *room = arena_new(arena, struct room);

	room->arena = arena;
	room->diag = diag_make(arena);
	room->document = document_create(arena);
	room->document->title = "Relazione 2022";
	room->document->language = "it-IT";
	room->plain = (struct document_style){ .character = { .size_pt = 10, .colour = 0x1d2629 },
					       .leading_pt = 14,
					       .background = DOCUMENT_NO_COLOUR };
	room->large = room->head = room->number = room->filled = room->plain;
	room->large.character.size_pt = 30;
	room->head.character.bold = true;
	room->number.align = DOCUMENT_DECIMAL;
	room->filled.background = 0xe9eff1;
	room->master = (struct document_master){
		.id = "v", .width_pt = 400, .height_pt = 600, .margin = { 50, 50, 50, 50 }
	};
	room->cover = document_add(room->document, NULL, DOCUMENT_SECTION, &room->plain);
	room->section = document_add(room->document, NULL, DOCUMENT_SECTION, &room->plain);
	room->cover->as.section->master = room->section->as.section->master = &room->master;
	room->options = (struct web_options){ .type = type_library_fake(arena, NULL),
					      .diag = &room->diag,
					      .assets = "risorse",
					      .owner = "Ente di prova" };
	*state = room;
	return 0;
}

int room_teardown(void **state)
{
	arena_destroy(((struct room *)*state)->arena);
	return 0;
}

struct document_block *add_block(struct room *room, struct document_block *parent,
				 enum document_block_kind kind)
{
	return document_add(room->document, parent != NULL ? parent : room->section, kind,
			    &room->plain);
}

struct document_inline *add_inline(struct room *room, struct document_block *block,
				   enum document_inline_kind kind, const char *words)
{
	struct document_inline *piece =
		document_add_inline(room->document, block, NULL, kind, &block->style->character);

	piece->text = words;
	return piece;
}

struct document_block *add_paragraph(struct room *room, struct document_block *parent,
				     const char *words)
{
	struct document_block *block = add_block(room, parent, DOCUMENT_PARAGRAPH);

	add_inline(room, block, DOCUMENT_TEXT, words);
	return block;
}

struct document_block *add_heading(struct room *room, int level, const char *words)
{
	struct document_block *block = add_block(room, NULL, DOCUMENT_HEADING);

	block->as.heading->level = level;
	block->as.heading->start = -1;
	add_inline(room, block, DOCUMENT_TEXT, words);
	return block;
}

struct document_block *add_table(struct room *room, const char *columns)
{
	struct document_block *block = add_block(room, NULL, DOCUMENT_TABLE);
	struct document_table *table = block->as.table;
	static const struct {
		char letter;
		struct document_width width;
	} widths[] = {
		{ 'f', { DOCUMENT_WIDTH_FR, 1 } },
		{ 'a', { DOCUMENT_WIDTH_AUTO, 0 } },
		{ 'p', { DOCUMENT_WIDTH_PT, 60 } },
		{ 'd', { DOCUMENT_WIDTH_PERCENT, 20 } },
	};

	table->column_count = (int)strlen(columns);
	table->widths = arena_array(room->arena, struct document_width, strlen(columns));
	for (int i = 0; i < table->column_count; i++)
		for (size_t k = 0; k < sizeof widths / sizeof *widths; k++)
			if (widths[k].letter == columns[i])
				table->widths[i] = widths[k].width;
	return block;
}

static void fill_cell(struct room *room, struct document_table *table, struct document_row *row,
		      const char *marks, size_t count, const char *words)
{
	bool header = memchr(marks, '#', count) != NULL;
	struct document_cell *cell = document_add_cell(room->document, table, row,
						       memchr(marks, '>', count) != NULL ? 2 : 1,
						       memchr(marks, '^', count) != NULL ? 2 : 1);

	cell->style = memchr(marks, '=', count) != NULL ? &room->number : &room->plain;
	cell->header = header;
	if (header)
		cell->scope = row->header ? DOCUMENT_SCOPE_COLUMN : DOCUMENT_SCOPE_ROW;
	if (*words != '\0')
		document_add_inline(
			room->document,
			document_add_in_cell(room->document, cell, DOCUMENT_PARAGRAPH, cell->style),
			NULL, DOCUMENT_TEXT, &cell->style->character)
			->text = words;
}

struct document_row *add_row(struct room *room, struct document_block *table, bool head,
			     const char *cells)
{
	struct document_row *row = document_add_row(room->document, table->as.table, head);

	for (;;) {
		size_t marks = strspn(cells, "#>^="), length = strcspn(cells, "|");

		fill_cell(room, table->as.table, row, cells, marks,
			  arena_strndup(room->arena, cells + marks, length - marks));
		if (cells[length] == '\0')
			return row;
		cells += length + 1;
	}
}

static const struct number **make_values(struct room *room, const char *a, const char *b)
{
	const struct number **values = arena_array(room->arena, const struct number *, 2);

	assert_true(number_parse(&values[0], NULL, room->arena, a));
	assert_true(number_parse(&values[1], NULL, room->arena, b));
	return values;
}

struct document_block *add_chart(struct room *room, const char *title, bool as_table)
{
	static const char *categories[] = { "Area <I>", "Area II" };
	struct document_block *block = add_block(room, NULL, DOCUMENT_FIGURE);
	struct document_chart *chart = arena_new(room->arena, struct document_chart);

	chart->categories = categories;
	chart->category_count = chart->series_count = 2;
	chart->series = arena_array(room->arena, struct document_series, 2);
	chart->series[0] = (struct document_series){ .name = "2021",
						     .values = make_values(room, "10", "20.5") };
	chart->series[1] =
		(struct document_series){ .name = "2022", .values = make_values(room, "15", "7") };
	chart->unit = "%";
	chart->decimals = 1;
	chart->as_table = as_table;
	block->as.figure->kind = DOCUMENT_CHART;
	block->as.figure->title = title;
	block->as.figure->style = &room->plain;
	block->as.figure->as.chart = chart;
	return block;
}

/* ---- the page --------------------------------------------------------------------------- */

const char *render(struct room *room)
{
	assert_int_equal(document_resolve(room->document, &room->diag), STATUS_OK);
	room->html = text_make(room->arena);
	room->files = web_page(&room->html, room->document, &room->options);
	return room->html.bytes;
}

static void check_attributes(struct map *ids, const struct element *element)
{
	for (size_t i = 0; i < element->attribute_count; i++) {
		const struct attribute *a = &element->attributes[i];

		assert_string_not_equal(a->name, "style");
		assert_false(text_starts(a->name, "on"));
		if (strcmp(a->name, "id") == 0)
			assert_null(map_put(ids, a->value, ids));
	}
}

static void check_element(struct map *ids, const struct element *element)
{
	if (element->name == NULL)
		return;
	assert_string_not_equal(element->name, "script");
	check_attributes(ids, element);
	for (const struct element *e = element->first; e != NULL; e = e->next)
		check_element(ids, e);
}

/* The reader of plans wants a name space and no document type. */
struct element *render_tree(struct room *room)
{
	static const char start[] = "<!DOCTYPE html>\n<html";
	const char *html = render(room);
	struct text source = text_make(room->arena);
	struct map ids = map_make(room->arena);
	struct element *root;

	assert_true(text_starts(html, start));
	text_add(&source, "<html xmlns=\"urn:page\"");
	text_add(&source, html + strlen(start));
	assert_int_equal(markup_read(&root, room->arena, "page.html",
				     (struct bytes){ source.bytes, source.length }, "urn:page",
				     NULL, &room->diag),
			 STATUS_OK);
	check_element(&ids, root);
	return root;
}

static bool has_class(const struct element *element, const char *name)
{
	const char *classes = element_attribute(element, "class");
	const char *found = classes != NULL ? strstr(classes, name) : NULL;
	size_t length = strlen(name);

	return found != NULL && (found == classes || found[-1] == ' ') &&
	       (found[length] == ' ' || found[length] == '\0');
}

const struct element *find_element(const struct element *root, const char *name,
				   const char *class_name)
{
	if (root->name == NULL)
		return NULL;
	if (strcmp(root->name, name) == 0 && (class_name == NULL || has_class(root, class_name)))
		return root;
	for (const struct element *e = root->first; e != NULL; e = e->next) {
		const struct element *found = find_element(e, name, class_name);

		if (found != NULL)
			return found;
	}
	return NULL;
}

const struct element *find_id(const struct element *root, const char *id)
{
	if (root->name == NULL)
		return NULL;
	if (text_equal(element_attribute(root, "id"), id))
		return root;
	for (const struct element *e = root->first; e != NULL; e = e->next) {
		const struct element *found = find_id(e, id);

		if (found != NULL)
			return found;
	}
	return NULL;
}

size_t count_elements(const struct element *root, const char *name)
{
	size_t count = root->name != NULL && strcmp(root->name, name) == 0;

	for (const struct element *e = root->first; e != NULL; e = e->next)
		count += count_elements(e, name);
	return count;
}

const char *text_of(struct room *room, const struct element *element)
{
	assert_non_null(element);
	return element_text(room->arena, element);
}
