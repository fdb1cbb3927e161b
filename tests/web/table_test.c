/* table_test.c - tables: what they say, and how they fold. */
#include "room.h"

#include <string.h>

static struct document_block *add_sheet(struct room *room)
{
	struct document_block *table = add_table(room, "pfpp");

	add_row(room, table, true, "#Codice|#Obiettivo|#Peso|#Risultato");
	add_row(room, table, false, "A1|Più imprese|=33,3|=100,00");
	return table;
}

static void test_web__header_cells_have_scope_and_figures_their_column(void **state)
{
	struct room *room = *state;
	const struct element *root, *th;

	add_sheet(room);
	root = render_tree(room);
	assert_int_equal(count_elements(root, "thead"), 1);
	assert_int_equal(count_elements(root, "tbody"), 1);
	th = find_element(root, "th", NULL);
	assert_string_equal(element_attribute(th, "scope"), "col");
	assert_string_equal(text_of(room, find_element(root, "th", "cifre")), "Peso");
}

static void test_web__columns_are_as_wide_as_on_paper(void **state)
{
	struct room *room = *state;

	add_sheet(room);
	render_tree(room); /* 60 pt of 300, three times; the rest to the other */
	assert_non_null(strstr(room->html.bytes, "{width:20%}"));
	assert_non_null(strstr(room->html.bytes, "{width:40%}"));
	assert_non_null(strstr(room->html.bytes, "<table class=\"fissa\""));
}

static void test_web__rows_with_one_head_become_cards(void **state)
{
	struct room *room = *state;
	const struct element *root, *holder, *cell;

	add_sheet(room);
	root = render_tree(room);
	holder = find_element(root, "div", "impila");
	assert_non_null(holder);
	assert_null(element_attribute(holder, "tabindex"));
	assert_string_equal(element_attribute(find_element(holder, "table", NULL), "role"),
			    "table");
	cell = find_element(find_element(holder, "tbody", NULL), "td", NULL);
	assert_null(element_attribute(cell, "data-capo"));
	cell = element_skip_text(cell->next);
	assert_string_equal(element_attribute(cell, "data-capo"), "Obiettivo");
	assert_string_equal(element_attribute(cell, "role"), "cell");
}

static void test_web__labels_alone_become_cards_too(void **state)
{
	struct room *room = *state;
	struct document_block *table = add_table(room, "pff");

	add_row(room, table, false, "#Obiettivo|>Più imprese");
	add_row(room, table, false, "#Peso|>33,3");
	assert_non_null(find_element(render_tree(room), "div", "impila"));
	assert_null(strstr(room->html.bytes, "data-capo"));
	assert_non_null(strstr(room->html.bytes, "class=\"voce\""));
}

static void test_web__columns_without_a_cell_of_their_own_are_left_out(void **state)
{
	struct room *room = *state;
	struct document_block *table = add_table(room, "pff");
	const struct element *root;

	add_row(room, table, false, "#Obiettivo|>Più imprese");
	add_row(room, table, false, "#Peso|>33,3");
	root = render_tree(room);
	assert_int_equal(count_elements(root, "col"), 2);
	assert_null(element_attribute(find_element(root, "td", NULL), "colspan"));
	assert_non_null(strstr(room->html.bytes, "{width:20%}"));
	assert_non_null(strstr(room->html.bytes, "{width:80%}"));
}

static void test_web__tables_that_cannot_fold_are_scrolled_by_keyboard(void **state)
{
	struct room *room = *state;
	struct document_block *table = add_table(room, "fff");
	const struct element *root, *holder, *caption;

	add_row(room, table, true, "#Tipo|#Giudizio|#Numero");
	add_row(room, table, false, "^strategico|Raggiunto|=3");
	add_row(room, table, false, "Non raggiunto|=1");
	root = render_tree(room);
	holder = find_element(root, "div", "scorri");
	caption = find_element(root, "caption", NULL);
	assert_string_equal(element_attribute(holder, "tabindex"), "0");
	assert_string_equal(element_attribute(holder, "role"), "group");
	assert_string_equal(element_attribute(holder, "aria-labelledby"),
			    element_attribute(caption, "id"));
	assert_non_null(strstr(room->html.bytes, "rowspan=\"2\""));
}

static void test_web__every_table_has_a_caption(void **state)
{
	struct room *room = *state;
	struct document_block *table = add_sheet(room);
	const struct element *root;

	table->as.table->summary = "Gli obiettivi";
	add_sheet(room);
	root = render_tree(room);
	assert_string_equal(text_of(room, find_element(root, "caption", "solo-voce")),
			    "Gli obiettivi");
	assert_string_equal(text_of(room, find_id(root, "_tabella.2")), "Tabella 2");
}

static void test_web__the_caption_shown_keeps_the_summary_for_listeners(void **state)
{
	struct room *room = *state;
	struct document_block *table = add_sheet(room);

	table->as.table->summary = "Codice, titolo, peso";
	table->as.table->caption = document_make(room->document, DOCUMENT_PARAGRAPH, &room->head);
	document_add_inline(room->document, table->as.table->caption, NULL, DOCUMENT_TEXT,
			    &room->head.character)
		->text = "Risultati";
	assert_string_equal(text_of(room, find_element(render_tree(room), "caption", NULL)),
			    "Risultati. Codice, titolo, peso");
}

static void test_web__two_levels_of_heads_are_joined_by_ids(void **state)
{
	struct room *room = *state;
	struct document_block *table = add_table(room, "fff");
	const struct element *root;
	const char *headers, *blank;

	add_row(room, table, true, "^#Voce|>#Anni");
	add_row(room, table, true, "#2021|#2022");
	add_row(room, table, false, "Uno|=1|=2");
	root = render_tree(room);
	headers = element_attribute(
		find_element(find_element(root, "tbody", NULL), "td", NULL)->next, "headers");
	assert_non_null(headers);
	blank = strchr(headers, ' ');
	assert_non_null(blank);
	assert_string_equal(text_of(room, find_id(root, arena_strndup(room->arena, headers,
								      (size_t)(blank - headers)))),
			    "Anni");
	assert_string_equal(text_of(room, find_id(root, blank + 1)), "2021");
}

static void test_web__a_header_without_words_is_a_plain_cell(void **state)
{
	struct room *room = *state;
	struct document_block *table = add_table(room, "ff");

	add_row(room, table, true, "#|#2022");
	add_row(room, table, false, "#Uno|=1");
	assert_int_equal(count_elements(find_element(render_tree(room), "thead", NULL), "th"), 1);
}

static void test_web__columns_by_content_stay_so(void **state)
{
	struct room *room = *state;
	struct document_block *table = add_table(room, "af");

	add_row(room, table, true, "#a|#b");
	add_row(room, table, false, "1|2");
	render(room);
	assert_null(strstr(room->html.bytes, "fissa"));
	assert_null(strstr(room->html.bytes, "<col "));
}

const struct CMUnitTest table_tests[] = {
	room_test(test_web__header_cells_have_scope_and_figures_their_column),
	room_test(test_web__columns_are_as_wide_as_on_paper),
	room_test(test_web__rows_with_one_head_become_cards),
	room_test(test_web__labels_alone_become_cards_too),
	room_test(test_web__columns_without_a_cell_of_their_own_are_left_out),
	room_test(test_web__tables_that_cannot_fold_are_scrolled_by_keyboard),
	room_test(test_web__every_table_has_a_caption),
	room_test(test_web__the_caption_shown_keeps_the_summary_for_listeners),
	room_test(test_web__two_levels_of_heads_are_joined_by_ids),
	room_test(test_web__a_header_without_words_is_a_plain_cell),
	room_test(test_web__columns_by_content_stay_so),
};
const size_t table_tests_count = sizeof table_tests / sizeof *table_tests;
