/* list_test.c - lists and their labels. */
#include "tests.h"

#include <math.h>
#include <string.h>

static struct document_block *add_list(struct sample *s, struct document_block *parent,
				       bool ordered)
{
	struct document_block *list = document_add(
		s->document, parent != NULL ? parent : s->section, DOCUMENT_LIST, &s->text);

	list->as.list->ordered = ordered;
	return list;
}

static struct document_block *add_item(struct sample *s, struct document_block *list,
				       const char *words)
{
	struct document_block *item = document_add(s->document, list, DOCUMENT_ITEM, &s->text);

	sample_paragraph(s, item, words);
	return item;
}

static void test_layout__label_stands_on_the_first_line(void **state)
{
	struct sample *s = sample_create(200, 300);
	struct document_block *list = add_list(s, NULL, true);
	struct gather *g;

	(void)state;
	add_item(s, list, "prima voce");
	add_item(s, list, "seconda voce");
	g = run(s);
	assert_true(fabs(gather_find(g, "2.")->baseline - gather_find(g, "seconda")->baseline) <
		    0.01);
	assert_true(gather_find(g, "2.")->x1 < gather_find(g, "seconda")->x0);
	assert_true(fabs(gather_find(g, "prima")->x0 - gather_find(g, "seconda")->x0) < 0.01);
	assert_int_equal(gather_count(g, PAGE_L), 1);
	assert_int_equal(gather_count(g, PAGE_LI), 2);
	assert_int_equal(gather_count(g, PAGE_LBL), 2);
	assert_int_equal(gather_count(g, PAGE_LBODY), 2);
	assert_int_equal(gather_count(g, PAGE_P), 0);
	sample_destroy(s);
}

static void test_layout__list_in_a_list(void **state)
{
	struct sample *s = sample_create(200, 300);
	struct document_block *outer = add_list(s, NULL, false);
	struct document_block *item = add_item(s, outer, "fuori");
	struct gather *g;

	(void)state;
	add_item(s, add_list(s, item, false), "dentro");
	g = run(s);
	assert_true(gather_find(g, "dentro")->x0 > gather_find(g, "fuori")->x0 + 10);
	assert_non_null(gather_find(g, "•"));
	assert_non_null(gather_find(g, "–"));
	assert_int_equal(gather_count(g, PAGE_L), 2);
	sample_destroy(s);
}

static void test_layout__item_over_pages_has_one_label(void **state)
{
	struct sample *s = sample_create(120, 100);
	struct document_block *list = add_list(s, NULL, true);
	struct gather *g;

	(void)state;
	add_item(s, list,
		 "una voce assai lunga che passa da una pagina alla successiva perché non basta lo "
		 "spazio della prima");
	g = run(s);
	assert_true(g->pages > 1);
	assert_int_equal(gather_times(g, "1."), 1);
	assert_int_equal(gather_count(g, PAGE_LI), 1);
	sample_destroy(s);
}

TESTS(list_tests, cmocka_unit_test(test_layout__label_stands_on_the_first_line),
      cmocka_unit_test(test_layout__list_in_a_list),
      cmocka_unit_test(test_layout__item_over_pages_has_one_label));
