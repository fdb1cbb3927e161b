/* flow_test.c - blocks and pages: what stays together, what splits. */
#include "tests.h"

#include <math.h>
#include <string.h>

/* `count` paragraphs of one line each, called a0, a1, … */
static void add_lines(struct sample *s, const char *letter, int count)
{
	s->text.space_after_pt = 0;
	for (int i = 0; i < count; i++)
		sample_paragraph(s, NULL, arena_printf(s->arena, "%s%d", letter, i));
}

/* A paragraph of `count` lines: p0 … each forced to a line of its own. */
static void add_tall(struct sample *s, const char *letter, int count)
{
	struct document_block *p = sample_paragraph(s, NULL, NULL);

	for (int i = 0; i < count; i++) {
		if (i > 0)
			sample_inline(s, p, DOCUMENT_BREAK, NULL);
		sample_inline(s, p, DOCUMENT_TEXT, arena_printf(s->arena, "%s%d", letter, i));
	}
}

static int page_of(const struct gather *g, const char *word)
{
	const struct gathered_word *found = gather_find(g, word);

	assert_non_null(found);
	return found->page;
}

/* Pages of ten lines. */
static struct sample *ten_lines(void)
{
	return sample_create(200, 160);
}

static void test_layout__space_is_the_larger_and_none_at_the_top(void **state)
{
	struct sample *s = sample_create(200, 200);
	struct gather *g;

	(void)state;
	sample_heading(s, 1, "alto"); /* before 10, after 6; 18 high */
	sample_paragraph(s, NULL, "uno");
	sample_heading(s, 2, "basso");
	g = run(s);
	assert_true(fabs(gather_find(g, "alto")->baseline - (20 + 2 + 0.8 * 14)) < 0.01);
	assert_true(fabs(gather_find(g, "uno")->baseline - (20 + 18 + 6 + 1 + 8)) < 0.01);
	assert_true(fabs(gather_find(g, "basso")->baseline - (20 + 18 + 6 + 12 + 10 + 2 + 11.2)) <
		    0.01);
	sample_destroy(s);
}

static void test_layout__no_line_stands_alone(void **state)
{
	(void)state;
	for (int before = 0; before < 10; before++) {
		for (int lines = 2; lines < 9; lines++) {
			struct sample *s = ten_lines();
			struct gather *g;
			int here = 0;

			add_lines(s, "a", before);
			add_tall(s, "p", lines);
			g = run(s);
			for (int i = 0; i < lines; i++)
				here += page_of(g, arena_printf(s->arena, "p%d", i)) ==
					page_of(g, "p0");
			assert_true(here == lines || (here >= 2 && lines - here >= 2));
			sample_destroy(s);
		}
	}
}

static void test_layout__heading_goes_with_the_next_block(void **state)
{
	(void)state;
	for (int before = 0; before < 12; before++) {
		struct sample *s = ten_lines();
		struct gather *g;

		add_lines(s, "a", before);
		sample_heading(s, 1, "primo");
		sample_heading(s, 2, "secondo");
		add_tall(s, "p", 4);
		g = run(s);
		assert_int_equal(page_of(g, "primo"), page_of(g, "secondo"));
		assert_int_equal(page_of(g, "secondo"), page_of(g, "p1"));
		sample_destroy(s);
	}
}

static void test_layout__heading_keeps_with_head_and_first_row(void **state)
{
	(void)state;
	for (int before = 0; before < 12; before++) {
		struct sample *s = ten_lines();
		struct document_block *table;
		struct gather *g;

		add_lines(s, "a", before);
		sample_heading(s, 1, "titolo");
		table = sample_table(s, "1fr 1fr");
		sample_row(s, table, true, "testa|valore");
		sample_row(s, table, false, "r0|x");
		sample_row(s, table, false, "r1|x");
		g = run(s);
		assert_int_equal(page_of(g, "titolo"), page_of(g, "testa"));
		assert_int_equal(page_of(g, "testa"), page_of(g, "r0"));
		sample_destroy(s);
	}
}

static void test_layout__together_moves_when_it_fits_a_page(void **state)
{
	struct sample *s = ten_lines();
	struct document_block *box;
	struct gather *g;

	(void)state;
	add_lines(s, "a", 6);
	box = document_add(s->document, s->section, DOCUMENT_BOX, &s->text);
	box->together = true;
	for (int i = 0; i < 6; i++)
		sample_paragraph(s, box, arena_printf(s->arena, "b%d", i));
	g = run(s);
	assert_int_equal(page_of(g, "b0"), 1);
	assert_int_equal(page_of(g, "b5"), 1);
	sample_destroy(s);
}

static void test_layout__together_splits_when_it_fits_no_page(void **state)
{
	struct sample *s = ten_lines();
	struct document_block *box;
	struct gather *g;

	(void)state;
	add_lines(s, "a", 6);
	box = document_add(s->document, s->section, DOCUMENT_BOX, &s->text);
	box->together = true;
	for (int i = 0; i < 14; i++)
		sample_paragraph(s, box, arena_printf(s->arena, "b%d", i));
	g = run(s);
	assert_int_equal(page_of(g, "b0"), 0);
	assert_int_equal(page_of(g, "b13"), 1);
	sample_destroy(s);
}

static void test_layout__new_page_only_when_something_stands_above(void **state)
{
	struct sample *s = ten_lines();
	struct gather *g;

	(void)state;
	sample_paragraph(s, NULL, "uno")->new_page = true;
	sample_paragraph(s, NULL, "due")->new_page = true;
	g = run(s);
	assert_int_equal(page_of(g, "uno"), 0);
	assert_int_equal(page_of(g, "due"), 1);
	sample_destroy(s);
}

static void test_layout__section_starts_a_page_of_its_master(void **state)
{
	struct sample *s = ten_lines();
	struct document_master wide = s->master;
	struct document_block *section;
	struct gather *g;

	(void)state;
	sample_paragraph(s, NULL, "uno");
	wide.width_pt = 400;
	section = document_add(s->document, NULL, DOCUMENT_SECTION, &s->text);
	section->as.section->master = &wide;
	sample_paragraph(s, section, "due");
	g = run(s);
	assert_int_equal(g->pages, 2);
	assert_true(fabs(g->width - 400) < 0.01);
	assert_int_equal(gather_count(g, PAGE_SECT), 2);
	sample_destroy(s);
}

static void test_layout__frame_splits_with_its_padding(void **state)
{
	struct sample *s = ten_lines();
	struct document_block *box;
	struct gather *g;

	(void)state;
	box = document_add(s->document, s->section, DOCUMENT_BOX, &s->frame);
	for (int i = 0; i < 14; i++)
		sample_paragraph(s, box, arena_printf(s->arena, "b%d", i));
	g = run(s);
	assert_int_equal(g->pages, 3); /* six of 18 pt fit in 110 */
	assert_int_equal(g->painted, 3);
	assert_true(fabs(gather_find(g, "b0")->x0 - 25) < 0.01);
	sample_destroy(s);
}

static void test_layout__document_without_blocks_is_one_page(void **state)
{
	struct sample *s = ten_lines();

	(void)state;
	assert_int_equal(run(s)->pages, 1);
	s->document->first = s->document->last = NULL;
	assert_int_equal(run(s)->pages, 1);
	sample_destroy(s);
}

TESTS(flow_tests, cmocka_unit_test(test_layout__space_is_the_larger_and_none_at_the_top),
      cmocka_unit_test(test_layout__no_line_stands_alone),
      cmocka_unit_test(test_layout__heading_goes_with_the_next_block),
      cmocka_unit_test(test_layout__heading_keeps_with_head_and_first_row),
      cmocka_unit_test(test_layout__together_moves_when_it_fits_a_page),
      cmocka_unit_test(test_layout__together_splits_when_it_fits_no_page),
      cmocka_unit_test(test_layout__new_page_only_when_something_stands_above),
      cmocka_unit_test(test_layout__section_starts_a_page_of_its_master),
      cmocka_unit_test(test_layout__frame_splits_with_its_padding),
      cmocka_unit_test(test_layout__document_without_blocks_is_one_page));
