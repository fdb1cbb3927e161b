/* page_test.c - the frame of a page: title, landmarks, headings, contents, text. */
#include "room.h"

#include <string.h>

static void test_web__the_largest_words_of_the_title_page_are_the_h1(void **state)
{
	struct room *room = *state;
	const struct element *root;

	add_paragraph(room, room->cover, "Ente");
	add_paragraph(room, room->cover, "Relazione sulla performance")->style = &room->large;
	add_heading(room, 1, "Premessa");
	root = render_tree(room);
	assert_int_equal(count_elements(root, "h1"), 1);
	assert_string_equal(text_of(room, find_element(root, "h1", NULL)),
			    "Relazione sulla performance");
	assert_string_equal(text_of(room, find_element(root, "title", NULL)), "Relazione 2022");
}

static void test_web__without_a_title_page_the_title_is_the_h1(void **state)
{
	struct room *room = *state;

	room->cover->first = room->cover->last = NULL;
	room->document->first = room->section;
	add_heading(room, 1, "Premessa");
	assert_string_equal(text_of(room, find_element(render_tree(room), "h1", NULL)),
			    "Relazione 2022");
}

static void test_web__headings_stand_one_level_below_the_title(void **state)
{
	struct room *room = *state;
	struct document_block *second;
	const struct element *root;

	add_heading(room, 1, "Risultati");
	second = add_heading(room, 2, "Albero");
	second->as.heading->numbering = DOCUMENT_NUMBER_TEXT;
	second->as.heading->number = "3.0";
	for (int level = 3; level <= 6; level++)
		add_heading(room, level, "Più giù");
	root = render_tree(room);
	assert_string_equal(text_of(room, find_element(root, "h3", NULL)), "3.0 Albero");
	assert_int_equal(count_elements(root, "h6"), 2);
}

static void test_web__a_page_has_its_landmarks_and_skip_links(void **state)
{
	struct room *room = *state;
	const struct element *root, *skip;

	add_heading(room, 1, "Uno");
	add_heading(room, 1, "Due");
	root = render_tree(room);
	assert_string_equal(element_attribute(root, "lang"), "it-IT");
	assert_int_equal(count_elements(root, "main"), 1);
	assert_int_equal(count_elements(root, "header"), 1);
	assert_int_equal(count_elements(root, "footer"), 1);
	skip = find_element(root, "a", NULL);
	assert_string_equal(element_attribute(skip, "href"), "#_testo");
	assert_non_null(find_id(root, "_testo"));
	assert_non_null(find_id(root, "_indice"));
}

static void test_web__contents_are_navigation_beside_the_text(void **state)
{
	struct room *room = *state;
	struct document_block *section =
		document_add(room->document, NULL, DOCUMENT_SECTION, &room->plain);
	const struct element *root, *nav;

	section->as.section->master = &room->master;
	add_paragraph(room, section, "Indice");
	add_block(room, section, DOCUMENT_CONTENTS)->as.contents->levels = 2;
	add_heading(room, 1, "Uno")->id = "uno";
	add_heading(room, 2, "Uno e uno");
	add_heading(room, 1, "Due");
	root = render_tree(room);
	nav = find_element(root, "nav", "indice");
	assert_string_equal(text_of(room, find_element(nav, "p", NULL)), "Indice");
	assert_int_equal(count_elements(nav, "a"), 3);
	assert_int_equal(count_elements(nav, "ul"), 2);
	assert_string_equal(element_attribute(find_element(nav, "a", NULL), "href"), "#uno");
	assert_int_equal(count_elements(root, "nav"), 1);
}

static void test_web__contents_may_skip_down_and_come_back(void **state)
{
	struct room *room = *state;

	for (int i = 0; i < 4; i++) {
		add_heading(room, 1, "Uno");
		add_heading(room, 2, "Due");
	}
	assert_int_equal(count_elements(find_element(render_tree(room), "nav", "indice"), "li"), 8);
}

static void test_web__words_keep_their_weight_and_their_signals(void **state)
{
	struct room *room = *state;
	struct document_block *p = add_paragraph(room, NULL, "Esito: ");
	struct document_inline *bold =
		document_add_inline(room->document, p, NULL, DOCUMENT_TEXT, &room->head.character);
	const struct element *root, *signal;

	bold->text = "bene";
	add_inline(room, p, DOCUMENT_SIGNAL, "Raggiunto")->signal = "verde";
	root = render_tree(room);
	assert_string_equal(text_of(room, find_element(root, "b", NULL)), "bene");
	signal = find_element(root, "span", "segnale");
	assert_non_null(strstr(text_of(room, signal), "Raggiunto"));
	assert_string_equal(element_attribute(find_element(signal, "svg", NULL), "aria-hidden"),
			    "true");
	assert_string_equal(element_attribute(find_element(signal, "use", NULL), "href"),
			    "#_verde");
}

static void test_web__references_lead_to_their_blocks(void **state)
{
	struct room *room = *state;
	struct document_block *p = add_block(room, NULL, DOCUMENT_PARAGRAPH);
	struct document_inline *reference = add_inline(room, p, DOCUMENT_REFERENCE, NULL);
	const struct element *link;

	reference->target = "due parole";
	reference->show = DOCUMENT_SHOW_PAGE;
	add_heading(room, 1, "Il capitolo")->id = "due parole";
	link = find_element(find_element(render_tree(room), "p", NULL), "a", NULL);
	assert_string_equal(element_attribute(link, "href"), "#due~20parole");
	assert_string_equal(text_of(room, link), "Il capitolo");
}

static void test_web__what_is_only_for_pages_is_left_out(void **state)
{
	struct room *room = *state;
	struct document_block *p = add_paragraph(room, NULL, "Titolo");
	struct document_inline *again = add_inline(room, p, DOCUMENT_CONTINUED, NULL);

	document_add_inline(room->document, p, again, DOCUMENT_TEXT, &room->plain.character)->text =
		" (segue)";
	assert_null(strstr(render(room), "segue"));
}

static void test_web__other_formats_and_style_sheets_are_offered(void **state)
{
	struct room *room = *state;
	const struct web_link links[] = { { "PDF & co", "r.pdf", "application/pdf", "1,2 MB" } };
	const struct element *root, *list;

	room->options.links = links;
	room->options.link_count = 1;
	room->options.bootstrap = true;
	root = render_tree(room);
	list = find_element(root, "nav", "formati");
	assert_string_equal(text_of(room, find_element(list, "a", NULL)), "PDF & co (1,2 MB)");
	assert_non_null(strstr(room->html.bytes, "href=\"risorse/" WEB_STYLE_OWN "\""));
	assert_non_null(strstr(room->html.bytes, "href=\"risorse/" WEB_STYLE_BOOTSTRAP "\""));
}

static void test_web__the_way_back_and_the_terms_of_use_are_told(void **state)
{
	struct room *room = *state;
	const struct element *root, *way, *foot;

	room->options.home = "../../index.html";
	room->options.date = "2023-06-13";
	room->options.licence = "https://licence.example/";
	room->options.version = "1.2";
	root = render_tree(room);
	way = find_element(root, "nav", "breadcrumb-container");
	assert_string_equal(element_attribute(find_element(way, "a", NULL), "href"),
			    "../../index.html");
	foot = find_element(root, "footer", NULL);
	assert_string_equal(element_attribute(find_element(foot, "time", NULL), "datetime"),
			    "2023-06-13");
	assert_string_equal(element_attribute(find_element(foot, "a", NULL), "href"),
			    "https://licence.example/");
	assert_non_null(strstr(room->html.bytes, "relazione 1.2"));
	room->options.licence = "javascript:alert(1)";
	assert_null(strstr(render(room), "javascript:"));
}

static void test_web__pages_that_lie_lie_on_paper_too(void **state)
{
	struct room *room = *state;

	add_paragraph(room, room->section, "Largo");
	assert_null(find_element(render_tree(room), "section", "orizzontale"));
	room->master.width_pt = 900;
	assert_non_null(find_element(render_tree(room), "section", "orizzontale"));
}

static void test_web__equal_looks_share_a_class(void **state)
{
	struct room *room = *state;
	struct document_style twin = room->plain;
	const struct element *root, *section;

	add_paragraph(room, NULL, "uno");
	add_paragraph(room, NULL, "due")->style = &twin;
	root = render_tree(room);
	section = find_element(root, "section", "sezione");
	assert_string_equal(element_attribute(find_element(section, "p", NULL), "class"), "s1");
	assert_null(strstr(room->html.bytes, ".s2{"));
}

const struct CMUnitTest page_tests[] = {
	room_test(test_web__the_largest_words_of_the_title_page_are_the_h1),
	room_test(test_web__without_a_title_page_the_title_is_the_h1),
	room_test(test_web__headings_stand_one_level_below_the_title),
	room_test(test_web__a_page_has_its_landmarks_and_skip_links),
	room_test(test_web__contents_are_navigation_beside_the_text),
	room_test(test_web__contents_may_skip_down_and_come_back),
	room_test(test_web__words_keep_their_weight_and_their_signals),
	room_test(test_web__references_lead_to_their_blocks),
	room_test(test_web__what_is_only_for_pages_is_left_out),
	room_test(test_web__other_formats_and_style_sheets_are_offered),
	room_test(test_web__the_way_back_and_the_terms_of_use_are_told),
	room_test(test_web__pages_that_lie_lie_on_paper_too),
	room_test(test_web__equal_looks_share_a_class),
};
const size_t page_tests_count = sizeof page_tests / sizeof *page_tests;
