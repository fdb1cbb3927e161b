/* hostile_test.c - documents that fit no page: the loop ends, nothing is lost. */
#include "tests.h"

#include <math.h>
#include <string.h>

static void test_layout__margins_larger_than_the_page(void **state)
{
	struct sample *s = sample_create(100, 100);
	struct gather *g;

	(void)state;
	s->master.margin = (struct document_edges){ 500, 500, 500, 500 };
	sample_paragraph(s, NULL, "qualche parola");
	g = run(s);
	assert_string_equal(gather_text(g), "qualche parola");
	sample_destroy(s);
}

static void test_layout__page_smaller_than_a_line(void **state)
{
	struct sample *s = sample_create(1, 1);
	struct gather *g;

	(void)state;
	sample_heading(s, 1, "titolo");
	sample_paragraph(s, NULL, "parola");
	g = run(s);
	assert_string_equal(gather_text(g), "titoloparola");
	sample_destroy(s);
}

static void test_layout__sizes_that_are_no_numbers(void **state)
{
	struct sample *s = sample_create((double)NAN, (double)INFINITY);

	(void)state;
	s->text.leading_pt = -5;
	s->text.character.size_pt = (double)NAN;
	s->text.indent_left_pt = (double)INFINITY;
	s->text.space_before_pt = (double)NAN;
	sample_paragraph(s, NULL, "parola");
	assert_string_equal(gather_text(run(s)), "parola");
	sample_destroy(s);
}

static void test_layout__zero_width_columns(void **state)
{
	struct sample *s = sample_create(200, 200);
	struct document_block *table = sample_table(s, "0 0% 0fr auto 0");

	(void)state;
	sample_row(s, table, true, "a|b|c|d|e");
	for (int i = 0; i < 20; i++)
		sample_row(s, table, false, "uno|due|tre|quattro|cinque");
	assert_int_equal(gather_count(run(s), PAGE_TD), 100);
	sample_destroy(s);
}

static void test_layout__sixty_columns_on_a_small_page(void **state)
{
	struct sample *s = sample_create(100, 300);
	struct text columns = text_make(s->arena), cells = text_make(s->arena);

	(void)state;
	for (int i = 0; i < 60; i++) {
		text_add(&columns, "auto ");
		text_addf(&cells, "%sparola", i ? "|" : "");
	}
	sample_row(s, sample_table(s, columns.bytes), false, cells.bytes);
	assert_int_equal(gather_count(run(s), PAGE_TD), 60);
	sample_destroy(s);
}

static void test_layout__row_of_a_thousand_lines(void **state)
{
	struct sample *s = sample_create(200, 200);
	struct document_block *table = sample_table(s, "60 1fr");
	struct document_block *words;
	struct gather *g;

	(void)state;
	sample_row(s, table, true, "testa|valore");
	sample_row(s, table, false, "codice|inizio");
	words = table->as.table->first->last->first;
	for (int i = 0; i < 1000; i++) {
		sample_inline(s, words, DOCUMENT_BREAK, NULL);
		sample_inline(s, words, DOCUMENT_TEXT, arena_printf(s->arena, "l%d", i));
	}
	g = run(s);
	assert_non_null(gather_find(g, "l999"));
	assert_int_equal(gather_count(g, PAGE_TR), 2);
	assert_int_equal(gather_times(g, "testa"), g->pages);
	assert_int_equal(s->diag.count, 1);
	assert_string_equal(s->diag.entries[0].code, "blocco-alto");
	sample_destroy(s);
}

static void test_layout__word_of_a_hundred_thousand_letters(void **state)
{
	struct sample *s = sample_create(300, 400);
	char *word = arena_alloc(s->arena, 100001);
	struct gather *g;

	(void)state;
	memset(word, 'x', 100000);
	sample_paragraph(s, NULL, word);
	g = run(s);
	assert_string_equal(gather_text(g), word);
	for (size_t i = 0; i < g->word_count; i++)
		assert_true(g->words[i].x1 <= 280.1);
	sample_destroy(s);
}

static void test_layout__boxes_in_boxes(void **state)
{
	struct sample *s = sample_create(300, 400);
	struct document_block *box = s->section;

	(void)state;
	for (int i = 0; i < 3000; i++)
		box = document_add(s->document, box, DOCUMENT_BOX, &s->frame);
	sample_paragraph(s, box, "in fondo");
	assert_string_equal(gather_text(run(s)), "in fondo");
	sample_destroy(s);
}

static void test_layout__lists_in_lists(void **state)
{
	struct sample *s = sample_create(200, 300);
	struct document_block *item = s->section;

	(void)state;
	for (int i = 0; i < 300; i++) {
		struct document_block *list =
			document_add(s->document, item, DOCUMENT_LIST, &s->text);

		item = document_add(s->document, list, DOCUMENT_ITEM, &s->text);
	}
	sample_paragraph(s, item, "in fondo");
	assert_non_null(gather_find(run(s), "fondo"));
	sample_destroy(s);
}

static void test_layout__head_taller_than_a_page(void **state)
{
	struct sample *s = sample_create(200, 120);
	struct document_block *table = sample_table(s, "1fr");
	struct gather *g;

	(void)state;
	for (int i = 0; i < 12; i++)
		sample_row(s, table, true, arena_printf(s->arena, "testa%d", i));
	for (int i = 0; i < 12; i++)
		sample_row(s, table, false, arena_printf(s->arena, "corpo%d", i));
	g = run(s);
	assert_int_equal(gather_times(g, "testa0"), 1); /* too high to return */
	assert_int_equal(gather_times(g, "corpo11"), 1);
	sample_destroy(s);
}

static void test_layout__all_headings_and_nothing_else(void **state)
{
	struct sample *s = sample_create(200, 200);
	struct gather *g;

	(void)state;
	for (int i = 0; i < 500; i++)
		sample_heading(s, 1, arena_printf(s->arena, "t%d", i));
	g = run(s);
	assert_int_equal(gather_count(g, PAGE_H1), 500);
	assert_non_null(gather_find(g, "t499"));
	sample_destroy(s);
}

static void test_layout__rows_all_tied_together(void **state)
{
	struct sample *s = sample_create(200, 200);
	struct document_block *table = sample_table(s, "1fr");
	struct gather *g;

	(void)state;
	for (int i = 0; i < 200; i++)
		sample_row(s, table, false, arena_printf(s->arena, "r%d", i))->with_previous = true;
	g = run(s);
	assert_int_equal(gather_count(g, PAGE_TR), 200);
	assert_non_null(gather_find(g, "r199"));
	sample_destroy(s);
}

static void test_layout__broken_utf8_and_controls(void **state)
{
	struct sample *s = sample_create(200, 200);

	(void)state;
	sample_paragraph(s, NULL,
			 "\xC3\x28 a\x01\x02\xFF\xFE b\xE2\x80\x8B"
			 "c \xF0\x9F\x92\xA9 \xC2\xAD\xEF\xBB\xBF.");
	sample_paragraph(s, NULL, "\x01\x02   \t\n");
	assert_true(run(s)->pages == 1);
	sample_destroy(s);
}

TESTS(hostile_tests, cmocka_unit_test(test_layout__margins_larger_than_the_page),
      cmocka_unit_test(test_layout__page_smaller_than_a_line),
      cmocka_unit_test(test_layout__sizes_that_are_no_numbers),
      cmocka_unit_test(test_layout__zero_width_columns),
      cmocka_unit_test(test_layout__sixty_columns_on_a_small_page),
      cmocka_unit_test(test_layout__row_of_a_thousand_lines),
      cmocka_unit_test(test_layout__word_of_a_hundred_thousand_letters),
      cmocka_unit_test(test_layout__boxes_in_boxes), cmocka_unit_test(test_layout__lists_in_lists),
      cmocka_unit_test(test_layout__head_taller_than_a_page),
      cmocka_unit_test(test_layout__all_headings_and_nothing_else),
      cmocka_unit_test(test_layout__rows_all_tied_together),
      cmocka_unit_test(test_layout__broken_utf8_and_controls));
