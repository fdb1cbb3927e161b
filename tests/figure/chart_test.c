/* chart_test.c - what each kind of chart shows. */
#include "figure_test.h"

#include <string.h>

static char *text_of(struct fixture *f, const struct document_figure *figure)
{
	struct figure_drawings *drawings = draw(f, figure);

	check_sound(f, drawings);
	check_texts_apart(drawings->items[0]);
	assert_int_equal(drawings->count, 1);
	assert_false(drawings->structured);
	return drawing_text(f, drawings->items[0]);
}

static void test_figure__columns_say_title_unit_values_and_names(void **state)
{
	struct fixture *f = *state;
	struct document_figure *figure = make_chart(f, DOCUMENT_COLUMNS, "2020|2021|2022");
	const char *text;

	figure->title = "Diritto annuale";
	figure->as.chart->unit = "euro";
	add_series(f, figure, "Riscosso", "12345678.90|11800432|12560000");
	text = text_of(f, figure);
	assert_holds(text, "Diritto annuale\n");
	assert_holds(text, "milioni di euro\n");
	assert_holds(text, "12,3\n");
	assert_holds(text, "2022\n");
	assert_null(strstr(text, "Riscosso")); /* one series needs no key */
}

static void test_figure__missing_value_is_not_zero(void **state)
{
	struct fixture *f = *state;
	struct document_figure *figure = make_chart(f, DOCUMENT_COLUMNS, "a|b|c");
	const char *text;

	add_series(f, figure, "s", "4|-|0");
	text = text_of(f, figure);
	assert_holds(text, "n.d.\n");
	assert_holds(text, "0\n");
}

static void test_figure__a_small_amount_is_not_nothing(void **state)
{
	struct fixture *f = *state;
	struct document_figure *figure = make_chart(f, DOCUMENT_COLUMNS, "a|b|c");
	const char *text;

	figure->as.chart->unit = "euro";
	add_series(f, figure, "s", "955000|-5|0");
	text = text_of(f, figure);
	assert_holds(text, "955\n");
	assert_holds(text, "≈\u00A00\n");
	assert_holds(text, "\n0\n");
}

/* Black-and-white reading: every series from the second on has a pattern. */
static void test_figure__second_series_has_a_pattern(void **state)
{
	struct fixture *f = *state;
	struct document_figure *figure = make_chart(f, DOCUMENT_COLUMNS, "a|b");

	add_series(f, figure, "prima", "4|5");
	assert_int_equal(count_ops(draw(f, figure)->items[0], PAGE_OP_CLIP), 0);
	add_series(f, figure, "seconda", "4|5");
	assert_int_equal(count_ops(draw(f, figure)->items[0], PAGE_OP_CLIP), 3);
	assert_holds(text_of(f, figure), "prima\n");
}

static void test_figure__stacked_columns_show_their_sum(void **state)
{
	struct fixture *f = *state;
	struct document_figure *figure = make_chart(f, DOCUMENT_STACKED, "2021|2022");
	const char *text;

	add_series(f, figure, "Personale", "30|40");
	add_series(f, figure, "Altro", "25|35");
	text = text_of(f, figure);
	assert_holds(text, "55\n");
	assert_holds(text, "75\n");
	assert_holds(text, "30\n");
}

static void test_figure__bars_wrap_long_names(void **state)
{
	struct fixture *f = *state;
	struct document_figure *figure =
		make_chart(f, DOCUMENT_BARS,
			   "Sostegno alla competitività delle imprese e dei territori, turismo e "
			   "internazionalizzazione|Digitale");

	add_series(f, figure, "s", "94.86|100");
	figure->as.chart->decimals = 2;
	assert_holds(text_of(f, figure), "100,00\n");
	assert_int_equal(f->diag.count, 0);
}

static void test_figure__signals_are_shape_and_colour(void **state)
{
	struct fixture *f = *state;
	struct document_figure *figure = make_chart(f, DOCUMENT_BARS, "a|b");
	struct document_series *series = add_series(f, figure, "s", "94|100");
	size_t before = count_ops(draw(f, figure)->items[0], PAGE_OP_FILL), reds = 0;
	const struct page_op *op;

	set_signals(f, series, "rosso|verde");
	op = draw(f, figure)->items[0]->first;
	assert_int_equal(count_ops(draw(f, figure)->items[0], PAGE_OP_FILL), before + 2);
	for (; op != NULL; op = op->next)
		reds += op->kind == PAGE_OP_FILL &&
			op->as.path.colour == page_signal_colour("rosso");
	assert_int_equal(reds, 2);
}

static void test_figure__signals_are_said_in_a_key_each_once(void **state)
{
	struct fixture *f = *state;
	struct document_figure *figure = make_chart(f, DOCUMENT_BARS, "a|b|c");
	struct document_series *series = add_series(f, figure, "s", "94|100|100");

	set_signals(f, series, "giallo|verde|verde");
	set_words(f, series, "Raggiunto in parte|Raggiunto|Raggiunto");
	assert_int_equal(strncmp(text_of(f, figure), "Raggiunto in parte\nRaggiunto\n0\n", 31), 0);
	figure->as.chart->kind = DOCUMENT_COLUMNS;
	assert_int_equal(strncmp(text_of(f, figure), "Raggiunto in parte\nRaggiunto\n", 29), 0);
}

/* A bar of 46 % is not half of one of 92 %. */
static void test_figure__shares_are_read_against_the_hundred(void **state)
{
	static const enum document_chart_kind kinds[] = { DOCUMENT_BARS, DOCUMENT_COLUMNS,
							  DOCUMENT_STACKED };
	struct fixture *f = *state;

	for (size_t i = 0; i < 3; i++) {
		struct document_figure *figure = make_chart(f, kinds[i], "a|b");

		add_series(f, figure, "s", "46|32.5");
		assert_null(strstr(text_of(f, figure), "100\n"));
		figure->as.chart->unit = "%";
		assert_holds(text_of(f, figure), "100\n");
		figure = make_chart(f, kinds[i], "a");
		figure->as.chart->unit = "%";
		add_series(f, figure, "s", "0");
		assert_holds(text_of(f, figure), "100\n");
	}
}

static void test_figure__rates_of_a_few_percent_keep_their_axis(void **state)
{
	struct fixture *f = *state;
	struct document_figure *low = make_chart(f, DOCUMENT_COLUMNS, "a|b");
	struct document_figure *beyond = make_chart(f, DOCUMENT_COLUMNS, "a|b");

	add_series(f, low, "s", "1.2|3.4");
	add_series(f, beyond, "s", "-12|40");
	low->as.chart->unit = beyond->as.chart->unit = "%";
	assert_null(strstr(text_of(f, low), "100\n"));
	assert_null(strstr(text_of(f, beyond), "100\n"));
}

static void test_figure__lines_are_named_at_their_ends_or_by_a_key(void **state)
{
	struct fixture *f = *state;
	struct document_figure *apart = make_chart(f, DOCUMENT_LINES, "1|2|3");
	struct document_figure *close = make_chart(f, DOCUMENT_LINES, "1|2|3");

	add_series(f, apart, "alta", "90|95|99");
	add_series(f, apart, "bassa", "10|12|5");
	assert_holds(text_of(f, apart), "1\n2\n3\nalta\nbassa\n");
	for (int i = 0; i < 9; i++)
		add_series(f, close, arena_printf(f->arena, "serie %d", i), "1|2|50");
	assert_int_equal(strncmp(text_of(f, close), "serie 0\nserie 1\n", 16), 0);
}

static void test_figure__line_stops_where_values_are_missing(void **state)
{
	struct fixture *f = *state;
	struct document_figure *figure = make_chart(f, DOCUMENT_LINES, "1|2|3|4|5");
	size_t lines = 0;
	const struct page_op *op;

	add_series(f, figure, "s", "1|2|-|3|4");
	for (op = draw(f, figure)->items[0]->first; op != NULL; op = op->next)
		lines += op->kind == PAGE_OP_STROKE && op->as.path.colour == series_colour(0);
	assert_int_equal(lines, 2);
}

static void test_figure__pie_names_slices_with_value_and_share(void **state)
{
	struct fixture *f = *state;
	struct document_figure *figure =
		make_chart(f, DOCUMENT_PIE, "Raggiunto|Parzialmente raggiunto|Non raggiunto");
	const char *text;

	set_signals(f, add_series(f, figure, "Obiettivi", "38|9|1"), "verde|giallo|rosso");
	text = text_of(f, figure);
	assert_holds(text, "Raggiunto 38\u00A0(79,2\u00A0%)\n");
	assert_holds(text, "Non raggiunto 1\u00A0(2,1\u00A0%)\n");
}

static void test_figure__ring_shows_the_whole(void **state)
{
	struct fixture *f = *state;
	struct document_figure *figure = make_chart(f, DOCUMENT_RING, "a|b");

	add_series(f, figure, "s", "30|12");
	assert_holds(text_of(f, figure), "totale\n42\n");
}

static void test_figure__pie_says_what_it_cannot_show(void **state)
{
	struct fixture *f = *state;
	struct document_figure *figure = make_chart(f, DOCUMENT_PIE, "a|b");

	add_series(f, figure, "s", "30|-12");
	text_of(f, figure);
	assert_int_equal(f->diag.count, 1);
	assert_holds(f->diag.entries[0].text, "negativi");
	figure = make_chart(f, DOCUMENT_PIE, "a|b");
	add_series(f, figure, "s", "0|0");
	assert_holds(text_of(f, figure), "Tutti i valori sono zero\n");
}

static void test_figure__chart_without_values_says_so(void **state)
{
	struct fixture *f = *state;

	for (int kind = DOCUMENT_COLUMNS; kind <= DOCUMENT_RING; kind++) {
		struct document_figure *figure =
			make_chart(f, (enum document_chart_kind)kind, "a|b");

		assert_holds(text_of(f, figure), "Nessun dato disponibile\n");
		add_series(f, figure, "s", "-|-");
		assert_holds(text_of(f, figure), "Nessun dato disponibile\n");
		figure->as.chart->category_count = 0;
		assert_holds(text_of(f, figure), "Nessun dato disponibile\n");
	}
}

/* Long names of many columns are numbered and told below; nothing is lost. */
static void test_figure__names_without_room_get_a_key(void **state)
{
	struct fixture *f = *state;
	struct text names = text_make(f->arena);
	struct document_figure *figure;
	struct text values = text_make(f->arena);
	const char *text;

	for (int i = 0; i < 24; i++) {
		text_addf(&names, "%sContributi e trasferimenti correnti numero %c",
			  i > 0 ? "|" : "", 'a' + i);
		text_addf(&values, "%s%d", i > 0 ? "|" : "", i);
	}
	figure = make_chart(f, DOCUMENT_COLUMNS, names.bytes);
	add_series(f, figure, "s", values.bytes);
	text = text_of(f, figure);
	assert_holds(text, "24 Contributi e trasferimenti correnti numero x\n");
	assert_int_equal(f->diag.count, 0);
}

static void test_figure__years_may_be_thinned_out(void **state)
{
	struct fixture *f = *state;
	struct text names = text_make(f->arena), values = text_make(f->arena);
	struct document_figure *figure;
	const char *text;

	for (int i = 0; i < 60; i++) {
		text_addf(&names, "%s%d", i > 0 ? "|" : "", 1960 + i);
		text_addf(&values, "%s%d", i > 0 ? "|" : "", i);
	}
	figure = make_chart(f, DOCUMENT_LINES, names.bytes);
	add_series(f, figure, "s", values.bytes);
	text = text_of(f, figure);
	assert_holds(text, "1960\n");
	assert_null(strstr(text, "1961\n"));
}

static void test_figure__wanted_size_is_kept(void **state)
{
	struct fixture *f = *state;
	struct document_figure *figure = make_chart(f, DOCUMENT_COLUMNS, "a|b");
	struct page_drawing *drawing;

	add_series(f, figure, "s", "3|4");
	figure->width_percent = 50;
	figure->height_pt = 180;
	drawing = draw(f, figure)->items[0];
	assert_true(drawing->width == 240);
	assert_true(drawing->height > 178 && drawing->height < 182);
}

const struct CMUnitTest chart_tests[] = {
	room_test(test_figure__columns_say_title_unit_values_and_names),
	room_test(test_figure__missing_value_is_not_zero),
	room_test(test_figure__a_small_amount_is_not_nothing),
	room_test(test_figure__second_series_has_a_pattern),
	room_test(test_figure__stacked_columns_show_their_sum),
	room_test(test_figure__bars_wrap_long_names),
	room_test(test_figure__signals_are_shape_and_colour),
	room_test(test_figure__signals_are_said_in_a_key_each_once),
	room_test(test_figure__shares_are_read_against_the_hundred),
	room_test(test_figure__rates_of_a_few_percent_keep_their_axis),
	room_test(test_figure__lines_are_named_at_their_ends_or_by_a_key),
	room_test(test_figure__line_stops_where_values_are_missing),
	room_test(test_figure__pie_names_slices_with_value_and_share),
	room_test(test_figure__ring_shows_the_whole),
	room_test(test_figure__pie_says_what_it_cannot_show),
	room_test(test_figure__chart_without_values_says_so),
	room_test(test_figure__names_without_room_get_a_key),
	room_test(test_figure__years_may_be_thinned_out),
	room_test(test_figure__wanted_size_is_kept),
};
const size_t chart_test_count = sizeof chart_tests / sizeof *chart_tests;
