/* table_test.c - rows over pages: heads, splits, spans, tags. */
#include "tests.h"

#include <math.h>
#include <string.h>

static int page_of(const struct gather *g, const char *word)
{
	const struct gathered_word *found = gather_find(g, word);

	assert_non_null(found);
	return found->page;
}

/* Rows of one line are 16.5 pt high: eleven on a page of 200. */
static struct document_block *add_rows(struct sample *s, const char *head, int count)
{
	struct document_block *table = sample_table(s, "1fr 1fr");

	if (head != NULL)
		sample_row(s, table, true, head);
	for (int i = 0; i < count; i++)
		sample_row(s, table, false, arena_printf(s->arena, "r%d|v%d", i, i));
	return table;
}

static void test_layout__head_returns_as_artifact_on_each_page(void **state)
{
	struct sample *s = sample_create(200, 240);
	size_t content = 0, artifacts = 0;
	struct gather *g;

	(void)state;
	add_rows(s, "testa|valore", 40);
	g = run(s);
	for (size_t i = 0; i < g->word_count; i++) {
		if (strcmp(g->words[i].text, "testa") != 0)
			continue;
		content += g->words[i].content;
		artifacts += !g->words[i].content &&
			     g->words[i].artifact == PAGE_ARTIFACT_PAGINATION_HEADER;
	}
	assert_true(g->pages > 2);
	assert_int_equal(content, 1);
	assert_int_equal(artifacts, g->pages - 1);
	sample_destroy(s);
}

static void test_layout__segue_shows_only_on_returning_heads(void **state)
{
	struct sample *s = sample_create(200, 240);
	struct document_block *table = add_rows(s, "testa|valore", 30);
	struct document_block *words = table->as.table->head_first->first->first;
	struct document_inline *segue = sample_inline(s, words, DOCUMENT_CONTINUED, NULL);
	struct gather *g;

	(void)state;
	document_add_inline(s->document, words, segue, DOCUMENT_TEXT, &s->head.character)->text =
		" (segue)";
	g = run(s);
	assert_int_equal(gather_times(g, "(segue)"), g->pages - 1);
	assert_int_equal(gather_find(g, "(segue)")->page, 1);
	sample_destroy(s);
}

static void test_layout__table_over_pages_is_one_table(void **state)
{
	struct sample *s = sample_create(200, 240);
	struct gather *g;

	(void)state;
	add_rows(s, "testa|valore", 40);
	g = run(s);
	assert_int_equal(gather_count(g, PAGE_TABLE), 1);
	assert_int_equal(gather_count(g, PAGE_THEAD), 1);
	assert_int_equal(gather_count(g, PAGE_TBODY), 1);
	assert_int_equal(gather_count(g, PAGE_TR), 41);
	assert_int_equal(gather_count(g, PAGE_TH), 2);
	assert_int_equal(gather_count(g, PAGE_TD), 80);
	sample_destroy(s);
}

static const char *const tall =
	"prima seconda terza quarta quinta sesta settima ottava nona decima undicesima dodicesima";

static int lines_on_page(const struct gather *g, int page, double from, double to)
{
	double last = -1;
	int lines = 0;

	for (size_t i = 0; i < g->word_count; i++) {
		const struct gathered_word *word = &g->words[i];

		if (word->page != page || !word->content || word->x0 < from || word->x0 > to ||
		    fabs(word->baseline - last) < 0.1)
			continue;
		last = word->baseline;
		lines++;
	}
	return lines;
}

static void test_layout__split_row_leaves_two_lines_on_either_side(void **state)
{
	int splits = 0;

	(void)state;
	for (int before = 0; before < 12; before++) {
		struct sample *s = sample_create(200, 240);
		struct document_block *table = add_rows(s, NULL, before);
		struct gather *g;
		int here, there, all;

		sample_row(s, table, false, arena_printf(s->arena, "|%s", tall))->split = true;
		g = run(s);
		all = lines_on_page(g, 0, 100, 180) +
		      (g->pages > 1 ? lines_on_page(g, 1, 100, 180) : 0);
		here = lines_on_page(g, 0, 100, 180) - before;
		there = all - before - here;
		assert_true(here == 0 || there == 0 || (here >= 2 && there >= 2));
		assert_int_equal(gather_count(g, PAGE_TR), before + 1);
		splits += here > 0 && there > 0;
		sample_destroy(s);
	}
	assert_true(splits > 0);
}

static void test_layout__row_that_may_not_split_moves_whole(void **state)
{
	struct sample *s = sample_create(200, 240);
	struct document_block *table = add_rows(s, NULL, 10);
	struct gather *g;

	(void)state;
	sample_row(s, table, false, arena_printf(s->arena, "fine|%s", tall));
	g = run(s);
	assert_int_equal(page_of(g, "prima"), 1);
	assert_int_equal(page_of(g, "fine"), 1);
	assert_int_equal(s->diag.count, 0);
	sample_destroy(s);
}

static void test_layout__row_taller_than_a_page_splits_and_is_reported(void **state)
{
	struct sample *s = sample_create(200, 240);
	struct document_block *table = sample_table(s, "60 1fr");
	struct text words = text_make(s->arena);
	struct gather *g;

	(void)state;
	for (int i = 0; i < 200; i++)
		text_addf(&words, "%sparola%d", i ? " " : "", i);
	sample_row(s, table, false, arena_printf(s->arena, "codice|%s", words.bytes));
	g = run(s);
	assert_string_equal(gather_text(g), arena_printf(s->arena, "codice%s", words.bytes));
	assert_int_equal(gather_count(g, PAGE_TR), 1);
	assert_true(g->pages > 2);
	sample_destroy(s);
}

static void test_layout__note_row_stays_with_its_row(void **state)
{
	(void)state;
	for (int before = 0; before < 24; before++) {
		struct sample *s = sample_create(200, 240);
		struct document_block *table = add_rows(s, "testa|valore", before);
		struct gather *g;

		sample_row(s, table, false, "ultima|x");
		sample_row(s, table, false, "2>nota")->with_previous = true;
		g = run(s);
		assert_int_equal(page_of(g, "ultima"), page_of(g, "nota"));
		sample_destroy(s);
	}
}

static void test_layout__span_goes_on_with_its_text_as_artifact(void **state)
{
	struct sample *s = sample_create(200, 160);
	struct document_block *table = sample_table(s, "50 1fr");
	struct gather *g;
	size_t content = 0;

	(void)state;
	sample_row(s, table, false, "9^gruppo|r0");
	for (int i = 1; i < 9; i++)
		sample_row(s, table, false, arena_printf(s->arena, "r%d", i));
	g = run(s);
	assert_int_equal(g->pages, 2);
	for (size_t i = 0; i < g->word_count; i++)
		content += g->words[i].content && strcmp(g->words[i].text, "gruppo") == 0;
	assert_int_equal(content, 1);
	assert_int_equal(gather_times(g, "gruppo"), 2);
	assert_int_equal(gather_times(g, "(segue)"), 1);
	assert_int_equal(gather_count(g, PAGE_TR), 9);
	sample_destroy(s);
}

/* Two lines that may not be parted, and room for one row: better parted than blank. */
static void test_layout__span_is_never_blank_beside_its_rows(void **state)
{
	struct sample *s = sample_create(200, 240);
	struct document_block *table = sample_table(s, "60 1fr");
	struct gather *g;

	(void)state;
	for (int i = 0; i < 11; i++)
		sample_row(s, table, false, arena_printf(s->arena, "r%d|v%d", i, i));
	sample_row(s, table, false, "4^gruppo grande|primo");
	for (int i = 0; i < 3; i++)
		sample_row(s, table, false, "altro");
	g = run(s);
	assert_int_equal(page_of(g, "primo"), page_of(g, "r10"));
	assert_int_equal(page_of(g, "gruppo"), page_of(g, "primo"));
	sample_destroy(s);
}

static void test_layout__tall_span_makes_its_last_row_higher(void **state)
{
	struct sample *s = sample_create(200, 400);
	struct document_block *table = sample_table(s, "60 1fr");
	struct gather *g;

	(void)state;
	sample_row(s, table, false, "2^uno due tre quattro cinque sei sette otto nove dieci|a");
	sample_row(s, table, false, "b");
	sample_row(s, table, false, "sotto|c");
	g = run(s);
	assert_true(gather_find(g, "sotto")->baseline > gather_find(g, "dieci")->baseline + 12);
	sample_destroy(s);
}

static void test_layout__caption_stands_above_and_stays(void **state)
{
	(void)state;
	for (int before = 0; before < 14; before++) {
		struct sample *s = sample_create(200, 240);
		struct document_block *table;
		struct gather *g;

		for (int i = 0; i < before; i++)
			sample_paragraph(s, NULL, "riga");
		table = add_rows(s, "testa|valore", 3);
		table->as.table->caption = document_make(s->document, DOCUMENT_PARAGRAPH, &s->text);
		sample_inline(s, table->as.table->caption, DOCUMENT_TEXT, "Tavola");
		g = run(s);
		assert_int_equal(page_of(g, "Tavola"), page_of(g, "r0"));
		assert_true(gather_find(g, "Tavola")->baseline < gather_find(g, "testa")->baseline);
		assert_int_equal(gather_count(g, PAGE_CAPTION), 1);
		sample_destroy(s);
	}
}

static void test_layout__header_cells_have_a_scope(void **state)
{
	struct sample *s = sample_create(200, 240);
	struct document_block *table = add_rows(s, "testa|valore", 1);
	struct gather *g;

	(void)state;
	table->as.table->first->first->header = true;
	g = run(s);
	for (size_t i = 0; i < g->tag_count; i++)
		if (g->tags[i].role == PAGE_TH)
			assert_true(g->tags[i].scope == 'C' || g->tags[i].scope == 'R');
	assert_int_equal(gather_count(g, PAGE_TH), 3);
	sample_destroy(s);
}

/* A head without rows would be a THead without TBody, which is not allowed. */
static void test_layout__head_alone_is_a_body(void **state)
{
	struct sample *s = sample_create(200, 240);
	struct gather *g;

	(void)state;
	add_rows(s, "testa|valore", 0);
	g = run(s);
	assert_int_equal(gather_count(g, PAGE_THEAD), 0);
	assert_int_equal(gather_count(g, PAGE_TBODY), 1);
	sample_destroy(s);
}

static void test_layout__memory_does_not_grow_with_rows(void **state)
{
	size_t used[2];

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct sample *s = sample_create(200, 240);
		struct arena *arena = arena_create(NULL);
		struct layout_options options = { .arena = arena,
						  .type = s->type,
						  .diag = &s->diag };
		size_t before;

		add_rows(s, "testa|valore", i ? 4000 : 1000);
		assert_int_equal(document_resolve(s->document, &s->diag), STATUS_OK);
		options.sink = &gather_create(s->arena)->sink;
		before = arena_used(arena);
		layout_run(s->document, &options);
		used[i] = arena_used(arena) - before;
		arena_destroy(arena);
		sample_destroy(s);
	}
	/* What may grow: kids of the TBody and a note for each page. */
	assert_true(used[1] < used[0] + 4000 * 80);
}

TESTS(table_tests, cmocka_unit_test(test_layout__head_returns_as_artifact_on_each_page),
      cmocka_unit_test(test_layout__segue_shows_only_on_returning_heads),
      cmocka_unit_test(test_layout__table_over_pages_is_one_table),
      cmocka_unit_test(test_layout__split_row_leaves_two_lines_on_either_side),
      cmocka_unit_test(test_layout__row_that_may_not_split_moves_whole),
      cmocka_unit_test(test_layout__row_taller_than_a_page_splits_and_is_reported),
      cmocka_unit_test(test_layout__note_row_stays_with_its_row),
      cmocka_unit_test(test_layout__span_goes_on_with_its_text_as_artifact),
      cmocka_unit_test(test_layout__span_is_never_blank_beside_its_rows),
      cmocka_unit_test(test_layout__tall_span_makes_its_last_row_higher),
      cmocka_unit_test(test_layout__caption_stands_above_and_stays),
      cmocka_unit_test(test_layout__header_cells_have_a_scope),
      cmocka_unit_test(test_layout__head_alone_is_a_body),
      cmocka_unit_test(test_layout__memory_does_not_grow_with_rows));
