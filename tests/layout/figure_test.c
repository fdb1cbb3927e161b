/* figure_test.c - drawings and signatures among the blocks. */
#include "tests.h"

#include <string.h>

static struct document_block *add_chart(struct sample *s, bool as_table)
{
	struct document_block *block =
		document_add(s->document, s->section, DOCUMENT_FIGURE, &s->text);
	struct document_chart *chart = arena_new(s->arena, struct document_chart);

	chart->category_count = 2;
	chart->series_count = 1;
	chart->categories = arena_array(s->arena, const char *, 2);
	chart->categories[0] = "diritto";
	chart->categories[1] = "tributi";
	chart->series = arena_new(s->arena, struct document_series);
	chart->series->name = "incassi";
	chart->series->values = arena_array(s->arena, const struct number *, 2);
	chart->series->values[0] = number_from_int(s->arena, 1200);
	chart->unit = "euro";
	chart->as_table = as_table;
	block->as.figure->kind = DOCUMENT_CHART;
	block->as.figure->style = &s->text;
	block->as.figure->as.chart = chart;
	block->as.figure->alt = "Incassi";
	return block;
}

static void test_layout__chart_is_one_figure(void **state)
{
	struct sample *s = sample_create(300, 400);
	struct gather *g;

	(void)state;
	sample_paragraph(s, NULL, "sopra");
	add_chart(s, false);
	sample_paragraph(s, NULL, "sotto");
	g = run(s);
	assert_int_equal(gather_count(g, PAGE_FIGURE), 1);
	assert_int_equal(gather_count(g, PAGE_TABLE), 0);
	assert_true(gather_find(g, "sotto")->baseline > gather_find(g, "sopra")->baseline + 60);
	sample_destroy(s);
}

static void test_layout__chart_moves_to_the_next_page_whole(void **state)
{
	struct sample *s = sample_create(300, 260);
	struct gather *g;

	(void)state;
	for (int i = 0; i < 10; i++)
		sample_paragraph(s, NULL, "riga");
	add_chart(s, false);
	g = run(s);
	assert_int_equal(g->pages, 2);
	sample_destroy(s);
}

static void test_layout__chart_data_follow_as_a_table(void **state)
{
	struct sample *s = sample_create(300, 500);
	struct gather *g;

	(void)state;
	add_chart(s, true);
	g = run(s);
	assert_int_equal(gather_count(g, PAGE_TABLE), 1);
	assert_int_equal(gather_count(g, PAGE_TR), 2);
	assert_int_equal(gather_count(g, PAGE_TH), 4);
	assert_non_null(gather_find(g, "n.d."));
	sample_destroy(s);
}

static void test_layout__signatures_side_by_side_with_a_field(void **state)
{
	struct sample *s = sample_create(400, 300);
	struct document_block *block =
		document_add(s->document, s->section, DOCUMENT_SIGNATURES, &s->text);
	struct document_signature *first = arena_new(s->arena, struct document_signature);
	struct document_signature *second = arena_new(s->arena, struct document_signature);
	struct gather *g;

	(void)state;
	*first = (struct document_signature){ .role = "Presidente", .field = true, .name = "f1" };
	second->role = "Segretario";
	first->next = second;
	block->as.signatures->first = first;
	block->as.signatures->last = second;
	g = run(s);
	assert_true(gather_find(g, "Presidente")->baseline ==
		    gather_find(g, "Segretario")->baseline);
	assert_int_equal(gather_count(g, PAGE_FORM), 1);
	assert_int_equal(g->links, 1);
	assert_int_equal(g->painted, 2);
	sample_destroy(s);
}

TESTS(figure_tests, cmocka_unit_test(test_layout__chart_is_one_figure),
      cmocka_unit_test(test_layout__chart_moves_to_the_next_page_whole),
      cmocka_unit_test(test_layout__chart_data_follow_as_a_table),
      cmocka_unit_test(test_layout__signatures_side_by_side_with_a_field));
