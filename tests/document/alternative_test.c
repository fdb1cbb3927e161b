#include "room.h"

#include <string.h>

static struct document_chart *add_chart(struct room *room, enum document_chart_kind kind,
					size_t categories, const long *values)
{
	struct document_figure *figure = add_block(room, DOCUMENT_FIGURE, 1)->as.figure;
	struct document_chart *chart = arena_new(room->arena, struct document_chart);

	figure->kind = DOCUMENT_CHART;
	figure->style = &plain_style;
	figure->title = "Entrate";
	figure->as.chart = chart;
	chart->kind = kind;
	chart->category_count = categories;
	chart->categories = arena_array(room->arena, const char *, categories);
	chart->series = arena_new(room->arena, struct document_series);
	chart->series->name = "Anno";
	chart->series->values = arena_array(room->arena, const struct number *, categories);
	chart->series_count = 1;
	for (size_t i = 0; i < categories; i++) {
		chart->categories[i] = arena_printf(room->arena, "%zu", 2000 + i);
		if (values[i] >= 0)
			chart->series->values[i] = number_from_int(room->arena, values[i]);
	}
	return chart;
}

static const char *alternative(struct room *room)
{
	assert_string_equal(resolve(room), "");
	return room->section->first->as.figure->alt;
}

static void test_document__small_charts_tell_all_values(void **state)
{
	static const long values[] = { 1000, -1, 3 };
	struct room *room = *state;

	add_chart(room, DOCUMENT_COLUMNS, 3, values)->unit = "euro";
	assert_string_equal(alternative(room),
			    "Grafico a colonne «Entrate», 3 voci da 2000 a 2002. Anno: 2000 "
			    "1.000\u00a0euro, 2001 senza dato, 2002 3\u00a0euro.");
}

static void test_document__large_charts_tell_their_extremes(void **state)
{
	long values[20];
	struct room *room = *state;

	for (int i = 0; i < 20; i++)
		values[i] = (i * 7) % 20;
	add_chart(room, DOCUMENT_LINES, 20, values);
	assert_string_equal(alternative(room), "Grafico a linee «Entrate», 20 voci da 2000 a 2019. "
					       "Anno: da 0 (2000) a 19 (2017).");
}

static void test_document__trees_tell_how_many_of_what(void **state)
{
	struct room *room = *state;
	struct document_figure *figure = add_block(room, DOCUMENT_FIGURE, 1)->as.figure;
	struct document_node root = { .kind = "ambito", .title = "A" };
	struct document_node leaves[2] = {
		{ .kind = "strategico", .title = "B", .word = "Raggiunto" },
		{ .kind = "strategico", .title = "C", .word = "Raggiunto" },
	};

	root.first = &leaves[0];
	leaves[0].next = &leaves[1];
	figure->kind = DOCUMENT_TREE;
	figure->as.nodes = &root;
	assert_string_equal(
		alternative(room),
		"Schema ad albero. Elementi per tipo: ambito: 1, strategico: 2. Giudizi: "
		"Raggiunto: 2.");
}

static void test_document__ornaments_have_no_alternative(void **state)
{
	struct room *room = *state;
	struct document_figure *figure = add_block(room, DOCUMENT_FIGURE, 1)->as.figure;

	figure->kind = DOCUMENT_IMAGE;
	figure->decorative = true;
	assert_null(alternative(room));
}

static void test_document__data_follow_their_chart(void **state)
{
	static const long values[] = { 1, 2 };
	struct room *room = *state;
	struct document_chart *chart = add_chart(room, DOCUMENT_PIE, 2, values);

	chart->as_table = true;
	add_text(room, add_block(room, DOCUMENT_PARAGRAPH, 2), "dopo");
	assert_string_equal(resolve(room), "");
	assert_string_equal(
		dump(room),
		"  figure chart pie 'Entrate' with-next\n"
		"    alt 'Grafico a torta «Entrate». Anno: 2000 1, 2001 2.'\n"
		"    categories '2000' '2001'\n    series 'Anno' 1 2\n"
		"  table 1fr auto auto .dati\n    caption \"Dati: Entrate\"\n"
		"    head-row repeat\n      th @0 column\n        paragraph .dati \"Voce\"\n"
		"      th @1 column\n        paragraph .dati \"2000\"\n"
		"      th @2 column\n        paragraph .dati \"2001\"\n"
		"    row\n      th @0 row\n        paragraph .dati \"Anno\"\n"
		"      td @1 decimal\n        paragraph .dati \"1\"\n"
		"      td @2 decimal\n        paragraph .dati \"2\"\n"
		"  paragraph \"dopo\"\n");
}

/* What a colour says stands in a column of its own. */
static void test_document__judgements_are_data_too(void **state)
{
	static const long values[] = { 100, 60 };
	static const char *words[] = { "Raggiunto", NULL };
	struct room *room = *state;
	struct document_chart *chart = add_chart(room, DOCUMENT_BARS, 2, values);

	chart->as_table = true;
	chart->series[0].words = words;
	assert_string_equal(resolve(room), "");
	assert_non_null(strstr(dump(room), "  table 1fr auto auto .dati\n"));
	assert_non_null(strstr(dump(room), "      th @2 column\n        paragraph .dati "
					   "\"Giudizio\"\n"));
	assert_non_null(strstr(dump(room), "      td @2\n        paragraph .dati \"Raggiunto\"\n"));
}

int alternative_suite(void)
{
	const struct CMUnitTest tests[] = {
		ROOM_TEST(test_document__small_charts_tell_all_values),
		ROOM_TEST(test_document__large_charts_tell_their_extremes),
		ROOM_TEST(test_document__trees_tell_how_many_of_what),
		ROOM_TEST(test_document__ornaments_have_no_alternative),
		ROOM_TEST(test_document__data_follow_their_chart),
		ROOM_TEST(test_document__judgements_are_data_too),
	};

	return cmocka_run_group_tests_name("alternatives", tests, NULL, NULL);
}
