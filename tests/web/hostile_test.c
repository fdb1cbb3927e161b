/* hostile_test.c - words of a plan never become markup, script or style. */
#include "room.h"

#include <string.h>

static const char hostile[] =
	"</style></title><script>alert(1)</script>\" onload=\"x' & \x01\xff{}";

static void put_everywhere(struct room *room)
{
	struct document_block *p, *table, *list, *figure;
	struct document_inline *piece;

	room->document->title = room->document->author = hostile;
	room->document->subject = room->document->keywords = hostile;
	room->options.owner = room->options.home = room->options.version = hostile;
	room->options.assets = hostile;
	p = add_paragraph(room, room->cover, hostile);
	p->language = hostile;
	add_heading(room, 1, hostile)->id = hostile;
	add_heading(room, 1, hostile)->as.heading->series = hostile;
	p = add_block(room, NULL, DOCUMENT_PARAGRAPH);
	piece = add_inline(room, p, DOCUMENT_LINK, NULL);
	piece->target = hostile;
	document_add_inline(room->document, p, piece, DOCUMENT_TEXT, &room->plain.character)->text =
		hostile;
	add_inline(room, p, DOCUMENT_SIGNAL, hostile)->signal = hostile;
	list = add_block(room, NULL, DOCUMENT_LIST);
	list->as.list->bullet = hostile;
	add_paragraph(room, add_block(room, list, DOCUMENT_ITEM), hostile);
	table = add_table(room, "fff");
	table->as.table->summary = hostile;
	add_row(room, table, true,
		arena_printf(room->arena, "#%s|#%s|#%s", hostile, hostile, hostile));
	add_row(room, table, false,
		arena_printf(room->arena, "%s|%s|%s", hostile, hostile, hostile));
	figure = add_chart(room, hostile, false);
	figure->as.figure->alt = figure->id = "x";
	figure->as.figure->as.chart->unit = hostile;
	figure->as.figure->as.chart->series[0].name = hostile;
}

static void test_web__hostile_words_stay_words(void **state)
{
	struct room *room = *state;
	const char *end;

	put_everywhere(room);
	render_tree(room); /* well-formed, no script, no attribute of events */
	end = strstr(room->html.bytes, "</style>");
	assert_non_null(end);
	assert_null(strstr(end + 1, "</style>"));
	assert_null(strstr(room->html.bytes, "<script"));
}

static struct document_inline *add_link(struct room *room, const char *uri)
{
	struct document_block *p = add_block(room, NULL, DOCUMENT_PARAGRAPH);
	struct document_inline *link = add_inline(room, p, DOCUMENT_LINK, NULL);

	link->uri = uri;
	document_add_inline(room->document, p, link, DOCUMENT_TEXT, &room->plain.character)->text =
		"qui";
	return link;
}

static void test_web__a_dangerous_address_leaves_only_its_words(void **state)
{
	struct room *room = *state;
	const struct element *section;

	add_link(room, "javascript:alert(1)");
	add_link(room, "https://ente.example/?a=1&b=2");
	section = find_element(render_tree(room), "section", "sezione");
	assert_int_equal(count_elements(section, "a"), 1);
	assert_string_equal(element_attribute(find_element(section, "a", NULL), "href"),
			    "https://ente.example/?a=1&b=2");
	assert_null(strstr(room->html.bytes, "javascript"));
}

static void test_web__a_link_in_a_link_is_one_link(void **state)
{
	struct room *room = *state;
	struct document_inline *outer = add_link(room, "https://ente.example/");
	struct document_inline *inner = document_add_inline(
		room->document, room->section->last, outer, DOCUMENT_LINK, &room->plain.character);

	inner->uri = "https://altro.example/";
	document_add_inline(room->document, room->section->last, inner, DOCUMENT_TEXT,
			    &room->plain.character)
		->text = "là";
	assert_int_equal(count_elements(find_element(render_tree(room), "section", "sezione"), "a"),
			 1);
}

/* Ids of the document and of the page never meet. */
static void test_web__ids_of_the_document_keep_clear_of_the_page(void **state)
{
	static const char *const ids[] = { "_testo",           "_indice", "_tabella.1", "_th.1.1",
					   "_verde",           "a b",     "a~20b",      "a\"b",
					   "_figura.1a.title", "~5Ftesto" };
	struct room *room = *state;

	for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
		add_heading(room, 1, "Titolo")->id = ids[i];
	add_row(room, add_table(room, "f"), true, "#Uno");
	add_chart(room, "Spese", false);
	render_tree(room);
}

static void test_web__an_empty_document_is_a_page(void **state)
{
	struct room *room = *state;

	room->document->title = NULL;
	room->document->first = room->document->last = NULL;
	room->options = (struct web_options){ .type = room->options.type, .diag = &room->diag };
	assert_string_equal(text_of(room, find_element(render_tree(room), "h1", NULL)),
			    "Documento");
}

static void test_web__blocks_without_content_do_no_harm(void **state)
{
	struct room *room = *state;
	struct document_block *list = add_block(room, NULL, DOCUMENT_LIST);

	add_block(room, NULL, DOCUMENT_PARAGRAPH);
	add_block(room, NULL, DOCUMENT_BOX);
	add_block(room, NULL, DOCUMENT_LIST);
	add_block(room, list, DOCUMENT_ITEM);
	add_block(room, NULL, DOCUMENT_CONTENTS)->as.contents->levels = 3;
	add_block(room, NULL, DOCUMENT_SIGNATURES);
	add_heading(room, 1, "");
	add_table(room, "fa");
	add_block(room, NULL, DOCUMENT_FIGURE)->as.figure->kind = DOCUMENT_TREE;
	render_tree(room);
}

const struct CMUnitTest hostile_tests[] = {
	room_test(test_web__hostile_words_stay_words),
	room_test(test_web__a_dangerous_address_leaves_only_its_words),
	room_test(test_web__a_link_in_a_link_is_one_link),
	room_test(test_web__ids_of_the_document_keep_clear_of_the_page),
	room_test(test_web__an_empty_document_is_a_page),
	room_test(test_web__blocks_without_content_do_no_harm),
};
const size_t hostile_tests_count = sizeof hostile_tests / sizeof *hostile_tests;
