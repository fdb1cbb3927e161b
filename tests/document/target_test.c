#include "room.h"

#include <string.h>

static struct document_inline *add_reference(struct room *room, struct document_block *block,
					     const char *target, enum document_reference_show show)
{
	struct document_inline *piece = document_add_inline(
		room->document, block, NULL, DOCUMENT_REFERENCE, &plain_style.character);

	piece->target = target;
	piece->show = show;
	return piece;
}

static void test_document__references_show_title_number_or_page(void **state)
{
	struct room *room = *state;
	struct document_block *paragraph = add_block(room, DOCUMENT_PARAGRAPH, 1);

	add_reference(room, paragraph, "uno", DOCUMENT_SHOW_TITLE);
	add_reference(room, paragraph, "uno", DOCUMENT_SHOW_NUMBER);
	add_reference(room, paragraph, "uno", DOCUMENT_SHOW_PAGE);
	add_heading(room, 1, DOCUMENT_NUMBER_AUTO, "Titolo")->id = "uno";
	assert_string_equal(resolve(room), "");
	assert_string_equal(dump(room), "  paragraph \"<ref #uno title 'Titolo'><ref #uno number "
					"'1'><ref #uno page>\"\n  heading 1 [1] #uno \"Titolo\"\n");
}

/* A second id of a block leads to its own, which is the one that is placed. */
static void test_document__a_block_may_have_more_ids(void **state)
{
	struct room *room = *state;
	struct document_block *paragraph = add_block(room, DOCUMENT_PARAGRAPH, 1);
	struct document_inline *reference =
		add_reference(room, paragraph, "altro", DOCUMENT_SHOW_TITLE);
	struct document_block *target = add_block(room, DOCUMENT_PARAGRAPH, 2);

	add_text(room, target, "Testo");
	document_name(room->document, target, "suo");
	document_name(room->document, target, "altro");
	assert_string_equal(resolve(room), "");
	assert_string_equal(reference->target, "suo");
	assert_ptr_equal(reference->to, target);
	assert_string_equal(reference->text, "Testo");
}

static void test_document__unknown_and_repeated_ids_are_reported(void **state)
{
	struct room *room = *state;

	add_reference(room, add_block(room, DOCUMENT_PARAGRAPH, 1), "capitlo", DOCUMENT_SHOW_TITLE);
	add_block(room, DOCUMENT_PARAGRAPH, 2)->id = "capitolo";
	add_block(room, DOCUMENT_PARAGRAPH, 3)->id = "capitolo";
	assert_string_equal(
		resolve(room),
		"m.xml:3:1: errore: l’id «capitolo» è già di un altro blocco (riga 2): ogni id "
		"deve comparire una volta sola [id-ripetuto]\nm.xml:1:1: errore: nessun blocco ha "
		"l’id «capitlo»; forse «capitolo» [rimando-ignoto]\n");
}

/* Thousands of slips must not cost a search through all ids each. */
static void test_document__only_the_first_slips_get_a_suggestion(void **state)
{
	struct room *room = *state;
	size_t suggestions = 0;
	const char *at;

	add_block(room, DOCUMENT_PARAGRAPH, 1)->id = "capitolo";
	for (int i = 0; i < 150; i++)
		add_reference(room, add_block(room, DOCUMENT_PARAGRAPH, 2), "capitlo",
			      DOCUMENT_SHOW_TITLE);
	for (at = resolve(room); (at = strstr(at, "forse «capitolo»")) != NULL; at++)
		suggestions++;
	assert_int_equal(suggestions, 100);
}

/* A tree shows things that the document may not hold: no link then. */
static void test_document__nodes_without_a_block_lose_their_link(void **state)
{
	struct room *room = *state;
	struct document_figure *figure = add_block(room, DOCUMENT_FIGURE, 1)->as.figure;
	struct document_node nodes[2] = { { .kind = "ambito", .title = "A", .target = "c-e" },
					  { .kind = "ambito", .title = "B", .target = "manca" } };

	nodes[0].next = &nodes[1];
	figure->kind = DOCUMENT_TREE;
	figure->as.nodes = nodes;
	figure->alt = "x";
	add_block(room, DOCUMENT_PARAGRAPH, 2)->id = "c-e";
	assert_string_equal(resolve(room), "");
	assert_string_equal(nodes[0].target, "c-e");
	assert_null(nodes[1].target);
}

int target_suite(void)
{
	const struct CMUnitTest tests[] = {
		ROOM_TEST(test_document__references_show_title_number_or_page),
		ROOM_TEST(test_document__a_block_may_have_more_ids),
		ROOM_TEST(test_document__unknown_and_repeated_ids_are_reported),
		ROOM_TEST(test_document__only_the_first_slips_get_a_suggestion),
		ROOM_TEST(test_document__nodes_without_a_block_lose_their_link),
	};

	return cmocka_run_group_tests_name("targets", tests, NULL, NULL);
}
