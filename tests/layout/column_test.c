/* column_test.c - widths of columns and the commas of numbers. */
#include "tests.h"

#include <math.h>
#include <string.h>

/* Where the text of the i-th cell of the only row begins: padding 3.25. */
static double start_of(const struct gather *g, const char *word)
{
	const struct gathered_word *found = gather_find(g, word);

	assert_non_null(found);
	return found->x0 - 20 - 3.25;
}

static void test_layout__fixed_columns_first_then_shares(void **state)
{
	struct sample *s = sample_create(440, 200);
	struct gather *g;

	(void)state;
	sample_row(s, sample_table(s, "60 25% 1fr 2fr"), false, "aa|bb|cc|dd");
	g = run(s);
	assert_true(fabs(start_of(g, "bb") - 60) < 0.01);
	assert_true(fabs(start_of(g, "cc") - 160) < 0.01);
	assert_true(fabs(start_of(g, "dd") - 240) < 0.01);
	sample_destroy(s);
}

static void test_layout__automatic_column_is_as_wide_as_its_longest_line(void **state)
{
	struct sample *s = sample_create(440, 200);
	struct document_block *table = sample_table(s, "auto 1fr");
	struct gather *g;

	(void)state;
	sample_row(s, table, false, "dieci lettere|x");
	sample_row(s, table, false, "una|yy");
	g = run(s);
	assert_true(fabs(start_of(g, "yy") - (13 * 5 + 6.5)) < 0.1);
	sample_destroy(s);
}

static void test_layout__automatic_columns_shrink_between_word_and_line(void **state)
{
	struct sample *s = sample_create(240, 400);
	struct gather *g;

	(void)state;
	sample_row(s, sample_table(s, "auto auto"), false,
		   "molte parole che non stanno in una riga sola|altre parole");
	g = run(s);
	for (size_t i = 0; i < g->word_count; i++)
		assert_true(g->words[i].x1 <= 220.1);
	assert_true(gather_find(g, "altre")->x0 - gather_find(g, "molte")->x0 > 80);
	assert_int_equal(s->diag.count, 0);
	sample_destroy(s);
}

static void test_layout__too_wide_table_is_shrunk_and_reported(void **state)
{
	struct sample *s = sample_create(140, 400);
	struct document_block *table = sample_table(s, "100 auto auto");
	struct gather *g;

	(void)state;
	table->place = (struct place){ "modello.xml", 7, 3 };
	sample_row(s, table, false, "primaparola|secondaparola|terzaparola");
	g = run(s);
	assert_int_equal(s->diag.count, 1);
	assert_string_equal(s->diag.entries[0].code, "troppo-largo");
	assert_int_equal(s->diag.entries[0].place.line, 7);
	for (size_t i = 0; i < g->word_count; i++)
		assert_true(g->words[i].x1 <= 120.1);
	sample_destroy(s);
}

static void test_layout__word_too_long_leaves_its_neighbours_whole(void **state)
{
	struct sample *s = sample_create(340, 400);
	struct document_block *table = sample_table(s, "auto 1fr");
	struct gather *g;

	(void)state;
	sample_row(s, table, false,
		   "intero|parolasenzaspazichenonfiniscemaiecontinuaancoraperunbelpezzosenzafiato");
	g = run(s);
	assert_string_equal(s->diag.entries[0].code, "troppo-largo");
	assert_non_null(gather_find(g, "intero"));
	for (size_t i = 0; i < g->word_count; i++)
		assert_true(g->words[i].x1 <= 320.1);
	sample_destroy(s);
}

static void test_layout__wide_span_widens_automatic_columns(void **state)
{
	struct sample *s = sample_create(440, 400);
	struct document_block *table = sample_table(s, "auto auto auto");
	struct gather *g;

	(void)state;
	sample_row(s, table, false, "2>una cella larga due colonne|x");
	sample_row(s, table, false, "a|b|yy");
	g = run(s);
	assert_true(fabs(start_of(g, "yy") - (27 * 5 + 6.5)) < 0.1);
	sample_destroy(s);
}

static double comma_of(const struct gather *g, const char *word, int before)
{
	const struct gathered_word *found = gather_find(g, word);

	assert_non_null(found);
	return found->x0 + before * 5;
}

static void test_layout__commas_stand_one_under_the_other(void **state)
{
	struct sample *s = sample_create(300, 300);
	struct document_block *table = sample_table(s, "1fr 100");
	struct gather *g;
	double comma;

	(void)state;
	sample_row(s, table, false, "a|=1.234,5");
	sample_row(s, table, false, "b|=7,25");
	sample_row(s, table, false, "c|=42");
	sample_row(s, table, false, "d|=-3,1\u00A0%");
	g = run(s);
	comma = comma_of(g, "1.234,5", 5);
	assert_true(fabs(comma_of(g, "7,25", 1) - comma) < 0.05);
	assert_true(fabs(comma_of(g, "42", 2) - comma) < 0.05);
	assert_true(fabs(comma_of(g, "-3,1\u00A0%", 2) - comma) < 0.05);
	sample_destroy(s);
}

static void test_layout__what_is_no_number_is_centred(void **state)
{
	static const char *const words[] = { "n.d.", "31/12/2022", "SI", "2,5-3,0" };

	(void)state;
	for (int i = 0; i < 4; i++) {
		struct sample *s = sample_create(300, 300);
		struct document_block *table = sample_table(s, "100");
		const struct gathered_word *found;
		struct gather *g;

		sample_row(s, table, false, arena_printf(s->arena, "=%s", words[i]));
		sample_row(s, table, false, "=1.000,00");
		g = run(s);
		found = gather_find(g, words[i]);
		assert_true(fabs((found->x0 + found->x1) / 2 - 70) < 0.1);
		sample_destroy(s);
	}
}

TESTS(column_tests, cmocka_unit_test(test_layout__fixed_columns_first_then_shares),
      cmocka_unit_test(test_layout__automatic_column_is_as_wide_as_its_longest_line),
      cmocka_unit_test(test_layout__automatic_columns_shrink_between_word_and_line),
      cmocka_unit_test(test_layout__too_wide_table_is_shrunk_and_reported),
      cmocka_unit_test(test_layout__word_too_long_leaves_its_neighbours_whole),
      cmocka_unit_test(test_layout__wide_span_widens_automatic_columns),
      cmocka_unit_test(test_layout__commas_stand_one_under_the_other),
      cmocka_unit_test(test_layout__what_is_no_number_is_centred));
