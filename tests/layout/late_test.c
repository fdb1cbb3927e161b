/* late_test.c - what needs page numbers: contents, references, heads. */
#include "tests.h"

#include <math.h>
#include <string.h>

static struct document_block *add_contents(struct sample *s, int levels)
{
	struct document_block *block =
		document_add(s->document, s->section, DOCUMENT_CONTENTS, &s->text);

	block->as.contents->levels = levels;
	return block;
}

static void add_chapters(struct sample *s, int count)
{
	for (int i = 0; i < count; i++) {
		sample_heading(s, 1, arena_printf(s->arena, "Capitolo%d", i))->new_page = true;
		sample_paragraph(s, NULL, "Testo.");
	}
}

static void test_layout__contents_show_pages_at_the_right_edge(void **state)
{
	struct sample *s = sample_create(300, 300);
	struct gather *g;

	(void)state;
	add_contents(s, 2);
	add_chapters(s, 3);
	g = run(s);
	assert_int_equal(g->pages, 4);
	assert_true(fabs(gather_find(g, "4")->x1 - 280) < 0.01);
	assert_true(fabs(gather_find(g, "2")->baseline - gather_find(g, "Capitolo0")->baseline) <
		    18);
	assert_int_equal(gather_count(g, PAGE_TOCI), 3);
	assert_int_equal(gather_count(g, PAGE_LINK), 3);
	assert_false(gather_find(g, ".")->content);
	sample_destroy(s);
}

static void test_layout__entries_of_a_level_are_a_list_of_their_own(void **state)
{
	struct sample *s = sample_create(300, 300);
	struct gather *g;

	(void)state;
	add_contents(s, 2);
	sample_heading(s, 1, "uno");
	sample_heading(s, 2, "due");
	sample_heading(s, 2, "tre");
	sample_heading(s, 1, "quattro");
	g = run(s);
	assert_int_equal(gather_count(g, PAGE_TOC), 2);
	assert_int_equal(gather_count(g, PAGE_TOCI), 4);
	sample_destroy(s);
}

/* Pages that wait for numbers come last. */
static int first_page(const struct gather *g, const char *word)
{
	int page = g->pages;

	for (size_t i = 0; i < g->word_count; i++)
		if (strcmp(g->words[i].text, word) == 0 && g->words[i].page < page)
			page = g->words[i].page;
	return page;
}

/* 21 lines go on a page: the last two entries are not left alone, nor is a
 * chapter without the first of its parts. */
static void test_layout__no_entry_is_left_alone(void **state)
{
	struct sample *s = sample_create(300, 292);
	struct gather *g;

	(void)state;
	add_contents(s, 2);
	add_chapters(s, 19);
	sample_heading(s, 1, "Penultimo")->new_page = true;
	sample_heading(s, 1, "Lungo");
	sample_heading(s, 2, "Parte");
	g = run(s);
	assert_int_equal(first_page(g, "Capitolo18"), 0);
	assert_int_equal(first_page(g, "Penultimo"), 1);
	assert_int_equal(first_page(g, "Parte"), 1);
	sample_destroy(s);
	s = sample_create(300, 292);
	add_contents(s, 2);
	add_chapters(s, 20);
	sample_heading(s, 1, "Lungo");
	for (int i = 0; i < 9; i++)
		sample_heading(s, 2, arena_printf(s->arena, "Parte%d", i));
	g = run(s);
	assert_int_equal(first_page(g, "Capitolo19"), 0);
	assert_int_equal(first_page(g, "Lungo"), 1);
	assert_int_equal(first_page(g, "Parte0"), 1);
	sample_destroy(s);
}

/* The dots of all lines stand on one grid. */
static void test_layout__leader_dots_are_in_columns(void **state)
{
	struct sample *s = sample_create(300, 300);
	struct gather *g;
	double grid = -1;

	(void)state;
	add_contents(s, 1);
	sample_heading(s, 1, "Breve");
	sample_heading(s, 1, "Un titolo assai lungo");
	g = run(s);
	for (size_t i = 0; i < g->word_count; i++) {
		double x = fmod(g->words[i].x0, 4);

		if (strcmp(g->words[i].text, ".") != 0)
			continue;
		if (grid >= 0)
			assert_true(fabs(x - grid) < 0.01);
		grid = x;
	}
	assert_true(grid >= 0);
	sample_destroy(s);
}

static void test_layout__reference_to_a_page_closes_up(void **state)
{
	struct sample *s = sample_create(300, 300);
	struct document_block *p = sample_paragraph(s, NULL, "Si veda pagina ");
	struct document_inline *ref = sample_inline(s, p, DOCUMENT_REFERENCE, NULL);
	struct gather *g;

	(void)state;
	ref->target = "meta";
	ref->show = DOCUMENT_SHOW_PAGE;
	sample_inline(s, p, DOCUMENT_TEXT, " oltre.");
	p = sample_paragraph(s, NULL, "Qui.");
	p->new_page = true;
	p->id = "meta";
	g = run(s);
	assert_true(fabs(gather_find(g, "oltre.")->x0 - gather_find(g, "2")->x1 - 5) < 0.01);
	assert_string_equal(gather_text(g), "Si veda pagina 2 oltre.Qui.");
	sample_destroy(s);
}

static void test_layout__running_head_knows_its_page(void **state)
{
	struct sample *s = sample_create(300, 300);
	struct gather *g;

	(void)state;
	s->master.head = sample_running(s, "$");
	s->master.foot = sample_running(s, "Pag. # di @");
	add_chapters(s, 2);
	g = run(s);
	assert_string_equal(g->heads.bytes, "1: Capitolo0 Pag. 1 di 2\n2: Capitolo1 Pag. 2 di 2\n");
	sample_destroy(s);
}

static void test_layout__ids_become_targets(void **state)
{
	struct sample *s = sample_create(300, 300);
	struct document_block *box;
	struct gather *g;

	(void)state;
	sample_paragraph(s, NULL, "uno")->id = "primo";
	box = document_add(s->document, s->section, DOCUMENT_BOX, &s->text);
	box->id = "scatola";
	box->new_page = true;
	sample_paragraph(s, box, "due");
	g = run(s);
	assert_string_equal(g->targets.bytes, "primo 1\nscatola 2\n");
	sample_destroy(s);
}

TESTS(late_tests, cmocka_unit_test(test_layout__contents_show_pages_at_the_right_edge),
      cmocka_unit_test(test_layout__entries_of_a_level_are_a_list_of_their_own),
      cmocka_unit_test(test_layout__no_entry_is_left_alone),
      cmocka_unit_test(test_layout__leader_dots_are_in_columns),
      cmocka_unit_test(test_layout__reference_to_a_page_closes_up),
      cmocka_unit_test(test_layout__running_head_knows_its_page),
      cmocka_unit_test(test_layout__ids_become_targets));
