#include "room.h"

static void test_document__headings_are_numbered_by_level(void **state)
{
	struct room *room = *state;
	struct document_block *first;

	add_heading(room, 1, DOCUMENT_NUMBER_NONE, "Premessa");
	first = add_heading(room, 1, DOCUMENT_NUMBER_AUTO, "Uno");
	first->as.heading->start = 0;
	add_heading(room, 2, DOCUMENT_NUMBER_AUTO, "a");
	add_heading(room, 2, DOCUMENT_NUMBER_NONE, "senza");
	add_heading(room, 3, DOCUMENT_NUMBER_AUTO, "x");
	add_heading(room, 2, DOCUMENT_NUMBER_AUTO, "b");
	add_heading(room, 1, DOCUMENT_NUMBER_AUTO, "Due");
	add_heading(room, 2, DOCUMENT_NUMBER_AUTO, "c");
	assert_string_equal(resolve(room), "");
	assert_string_equal(dump(room), "  heading 1 #titolo.1 \"Premessa\"\n"
					"  heading 1 [1] #titolo.2 \"Uno\"\n"
					"  heading 2 [1.0] #titolo.3 \"a\"\n"
					"  heading 2 #titolo.4 \"senza\"\n"
					"  heading 3 [1.1] #titolo.5 \"x\"\n"
					"  heading 2 [1.1] #titolo.6 \"b\"\n"
					"  heading 1 [2] #titolo.7 \"Due\"\n"
					"  heading 2 [2.1] #titolo.8 \"c\"\n");
}

static void test_document__given_numbers_go_on_being_counted(void **state)
{
	struct room *room = *state;

	add_heading(room, 1, DOCUMENT_NUMBER_TEXT, "A")->as.heading->number = "3";
	add_heading(room, 2, DOCUMENT_NUMBER_TEXT, "B")->as.heading->number = "3.0";
	add_heading(room, 2, DOCUMENT_NUMBER_AUTO, "C");
	add_heading(room, 1, DOCUMENT_NUMBER_AUTO, "D");
	assert_string_equal(resolve(room), "");
	assert_string_equal(dump(room), "  heading 1 [3] #titolo.1 \"A\"\n"
					"  heading 2 [3.0] #titolo.2 \"B\"\n"
					"  heading 2 [3.1] #titolo.3 \"C\"\n"
					"  heading 1 [4] #titolo.4 \"D\"\n");
}

static void test_document__series_count_apart(void **state)
{
	struct room *room = *state;

	add_heading(room, 1, DOCUMENT_NUMBER_AUTO, "Capitolo");
	add_heading(room, 1, DOCUMENT_NUMBER_NONE, "A")->as.heading->series = "Allegato";
	add_heading(room, 1, DOCUMENT_NUMBER_NONE, "B")->as.heading->series = "Allegato";
	add_heading(room, 1, DOCUMENT_NUMBER_NONE, "C")->as.heading->series = "Tavola";
	assert_string_equal(resolve(room), "");
	assert_string_equal(dump(room), "  heading 1 [1] #titolo.1 \"Capitolo\"\n"
					"  heading 1 [Allegato 1] #titolo.2 \"A\"\n"
					"  heading 1 [Allegato 2] #titolo.3 \"B\"\n"
					"  heading 1 [Tavola 1] #titolo.4 \"C\"\n");
}

static void test_document__a_skipped_level_is_reported(void **state)
{
	struct room *room = *state;

	add_heading(room, 1, DOCUMENT_NUMBER_NONE, "A");
	add_heading(room, 3, DOCUMENT_NUMBER_NONE, "C");
	assert_string_equal(resolve(room),
			    "m.xml:3:1: errore: il titolo «C» è di livello 3 ma viene dopo uno di "
			    "livello 1: usare livello=\"2\", o aggiungere il titolo che manca "
			    "[livello-saltato]\n");
}

static void test_document__contents_list_headings_to_their_level(void **state)
{
	struct room *room = *state;
	struct document_block *contents = add_block(room, DOCUMENT_CONTENTS, 1);

	contents->as.contents->levels = 1;
	add_heading(room, 1, DOCUMENT_NUMBER_AUTO, "A");
	add_heading(room, 2, DOCUMENT_NUMBER_AUTO, "a");
	add_heading(room, 1, DOCUMENT_NUMBER_AUTO, "B");
	assert_string_equal(resolve(room), "");
	assert_string_equal(dump(room), "  contents\n    entry 1 1 'A'\n    entry 1 2 'B'\n"
					"  heading 1 [1] #titolo.1 \"A\"\n"
					"  heading 2 [1.1] #titolo.2 \"a\"\n"
					"  heading 1 [2] #titolo.3 \"B\"\n");
}

int heading_suite(void)
{
	const struct CMUnitTest tests[] = {
		ROOM_TEST(test_document__headings_are_numbered_by_level),
		ROOM_TEST(test_document__given_numbers_go_on_being_counted),
		ROOM_TEST(test_document__series_count_apart),
		ROOM_TEST(test_document__a_skipped_level_is_reported),
		ROOM_TEST(test_document__contents_list_headings_to_their_level),
	};

	return cmocka_run_group_tests_name("headings", tests, NULL, NULL);
}
