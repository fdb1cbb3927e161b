/* text_test.c - lines: where they break, how they are aligned, what is marked. */
#include "tests.h"

#include <math.h>
#include <string.h>

static const char *const prose =
	"La misurazione della performance organizzativa restituisce un'immagine dell'amministrazione "
	"condivisa con i portatori di interesse, confrontabile negli anni e verificabile nei dati.";

static void test_layout__text_is_whole_and_in_order(void **state)
{
	struct sample *s = sample_create(200, 300);
	struct gather *g;

	(void)state;
	sample_paragraph(s, NULL, prose);
	g = run(s);
	assert_string_equal(gather_text(g), prose);
	sample_destroy(s);
}

static void test_layout__lines_stay_in_the_margins(void **state)
{
	struct sample *s = sample_create(200, 300);
	struct gather *g;

	(void)state;
	s->text.align = DOCUMENT_JUSTIFY;
	sample_paragraph(s, NULL, prose);
	g = run(s);
	for (size_t i = 0; i < g->word_count; i++) {
		assert_true(g->words[i].x0 >= 20 - 0.1);
		assert_true(g->words[i].x1 <= 180 + 0.1);
	}
	sample_destroy(s);
}

/* Every line but the last reaches the right edge. */
static void test_layout__justified_lines_reach_the_edge(void **state)
{
	struct sample *s = sample_create(300, 300);
	struct gather *g;
	size_t reached = 0, lines = 0;

	(void)state;
	s->text.align = DOCUMENT_JUSTIFY;
	sample_paragraph(s, NULL, prose);
	g = run(s);
	for (size_t i = 0; i < g->word_count; i++) {
		bool last = i + 1 == g->word_count ||
			    g->words[i + 1].baseline > g->words[i].baseline + 1;

		lines += last;
		reached += last && fabs(g->words[i].x1 - 280) < 0.1;
	}
	assert_true(lines > 2);
	assert_int_equal(reached, lines - 1);
	sample_destroy(s);
}

static size_t hyphens_in_a_row(const struct gather *g)
{
	size_t row = 0, most = 0;

	for (size_t i = 0; i + 1 < g->word_count; i++) {
		const struct gathered_word *word = &g->words[i];

		if (word[1].baseline <= word->baseline + 1)
			continue;
		row = word->text[strlen(word->text) - 1] == '-' ? row + 1 : 0;
		most = row > most ? row : most;
	}
	return most;
}

static void test_layout__at_most_two_hyphens_in_a_row(void **state)
{
	struct sample *s = sample_create(110, 600);
	struct gather *g;

	(void)state;
	for (int i = 0; i < 5; i++)
		sample_paragraph(s, NULL, prose);
	g = run(s);
	assert_in_range(hyphens_in_a_row(g), 1, 2);
	sample_destroy(s);
}

static void test_layout__style_without_hyphenation_has_no_hyphen(void **state)
{
	struct sample *s = sample_create(150, 600);
	struct gather *g;

	(void)state;
	s->text.hyphenate = false;
	sample_paragraph(s, NULL, prose);
	g = run(s);
	assert_int_equal(hyphens_in_a_row(g), 0);
	sample_destroy(s);
}

/* A word that is bold inside is still one word. */
static void test_layout__change_of_style_does_not_break_a_word(void **state)
{
	struct sample *s = sample_create(140, 300);
	struct document_character bold = s->text.character;
	struct document_block *p = sample_paragraph(s, NULL, "Nella prima riga ob");
	const struct gathered_word *a, *b;
	struct gather *g;

	(void)state;
	bold.bold = true;
	s->text.hyphenate = false;
	document_add_inline(s->document, p, NULL, DOCUMENT_TEXT, &bold)->text = "iettivo";
	g = run(s);
	a = gather_find(g, "ob");
	b = gather_find(g, "iettivo");
	assert_non_null(a);
	assert_non_null(b);
	assert_true(fabs(a->baseline - b->baseline) < 0.01);
	assert_true(fabs(a->x1 - b->x0) < 0.01);
	assert_false(b->space);
	sample_destroy(s);
}

static void test_layout__larger_text_makes_its_line_higher(void **state)
{
	struct sample *s = sample_create(300, 300);
	struct document_character large = s->text.character;
	struct document_block *p = sample_paragraph(s, NULL, "uno");
	struct gather *g;

	(void)state;
	large.size_pt = 20;
	sample_inline(s, p, DOCUMENT_BREAK, NULL);
	document_add_inline(s->document, p, NULL, DOCUMENT_TEXT, &large)->text = "due";
	sample_inline(s, p, DOCUMENT_BREAK, NULL);
	sample_inline(s, p, DOCUMENT_TEXT, "tre");
	g = run(s);
	assert_true(fabs(gather_find(g, "tre")->baseline - gather_find(g, "uno")->baseline - 36) <
		    0.1);
	sample_destroy(s);
}

static void test_layout__spring_pushes_to_the_right(void **state)
{
	struct sample *s = sample_create(300, 300);
	struct document_block *p = sample_paragraph(s, NULL, "Titolo ");
	struct gather *g;

	(void)state;
	sample_inline(s, p, DOCUMENT_SPRING, NULL);
	sample_inline(s, p, DOCUMENT_TEXT, " Pagina");
	g = run(s);
	assert_true(fabs(gather_find(g, "Pagina")->x1 - 280) < 0.01);
	assert_true(fabs(gather_find(g, "Titolo")->x0 - 20) < 0.01);
	sample_destroy(s);
}

static void test_layout__alignment(void **state)
{
	const enum document_align aligns[] = { DOCUMENT_LEFT, DOCUMENT_CENTRE, DOCUMENT_RIGHT };
	const double starts[] = { 20, 140, 260 }; /* "mano" is 20 pt wide, the line 260 */

	(void)state;
	for (int i = 0; i < 3; i++) {
		struct sample *s = sample_create(300, 300);

		s->text.align = aligns[i];
		sample_paragraph(s, NULL, "mano");
		assert_true(fabs(gather_find(run(s), "mano")->x0 - starts[i]) < 0.01);
		sample_destroy(s);
	}
}

static void test_layout__indents(void **state)
{
	struct sample *s = sample_create(160, 300);
	struct gather *g;

	(void)state;
	s->text.indent_left_pt = 20;
	s->text.indent_first_pt = -10;
	sample_paragraph(s, NULL, "prima parola della riga seconda parola della riga");
	g = run(s);
	assert_true(fabs(g->words[0].x0 - 30) < 0.01);
	for (size_t i = 1; i < g->word_count; i++)
		if (g->words[i].baseline > g->words[0].baseline + 1)
			assert_true(g->words[i].x0 > 40 - 0.01);
	sample_destroy(s);
}

static void test_layout__long_word_is_cut_not_clipped(void **state)
{
	struct sample *s = sample_create(100, 300);
	const char *word = "codice_senza_spazi_piu_lungo_della_riga_di_testo_che_lo_ospita";
	struct gather *g;

	(void)state;
	sample_paragraph(s, NULL, word);
	g = run(s);
	assert_string_equal(gather_text(g), word);
	for (size_t i = 0; i < g->word_count; i++)
		assert_true(g->words[i].x1 <= 80.1);
	sample_destroy(s);
}

/* A link over two lines is one Link element with a rectangle on each. */
static void test_layout__link_over_lines_is_one_element(void **state)
{
	struct sample *s = sample_create(140, 300);
	struct document_block *p = sample_paragraph(s, NULL, "Si veda");
	struct document_inline *link = sample_inline(s, p, DOCUMENT_LINK, NULL);
	struct gather *g;

	(void)state;
	link->uri = "https://www.esempio.example";
	sample_inline(s, p, DOCUMENT_TEXT, ".");
	document_add_inline(s->document, p, link, DOCUMENT_TEXT, &s->text.character)->text =
		" il sito della Camera di commercio";
	g = run(s);
	assert_int_equal(gather_count(g, PAGE_LINK), 1);
	assert_int_equal(g->links, 3);
	assert_string_equal(gather_text(g), "Si veda il sito della Camera di commercio.");
	sample_destroy(s);
}

static void test_layout__signal_is_shape_and_word(void **state)
{
	struct sample *s = sample_create(200, 300);
	struct document_block *p = sample_paragraph(s, NULL, "Esito ");
	struct gather *g;

	(void)state;
	sample_inline(s, p, DOCUMENT_SIGNAL, "Raggiunto")->signal = "verde";
	g = run(s);
	assert_string_equal(gather_text(g), "Esito Raggiunto");
	assert_int_equal(g->painted, 1);
	assert_true(gather_find(g, "Raggiunto")->x0 > gather_find(g, "Esito")->x1 + 5 + 6);
	sample_destroy(s);
}

static void test_layout__other_language_is_a_span(void **state)
{
	struct sample *s = sample_create(200, 300);
	struct document_character english = s->text.character;
	struct document_block *p = sample_paragraph(s, NULL, "Il ");

	(void)state;
	english.language = "en";
	document_add_inline(s->document, p, NULL, DOCUMENT_TEXT, &english)->text =
		"balanced scorecard";
	assert_int_equal(gather_count(run(s), PAGE_SPAN), 1);
	sample_destroy(s);
}

TESTS(text_tests, cmocka_unit_test(test_layout__text_is_whole_and_in_order),
      cmocka_unit_test(test_layout__lines_stay_in_the_margins),
      cmocka_unit_test(test_layout__justified_lines_reach_the_edge),
      cmocka_unit_test(test_layout__at_most_two_hyphens_in_a_row),
      cmocka_unit_test(test_layout__style_without_hyphenation_has_no_hyphen),
      cmocka_unit_test(test_layout__change_of_style_does_not_break_a_word),
      cmocka_unit_test(test_layout__larger_text_makes_its_line_higher),
      cmocka_unit_test(test_layout__spring_pushes_to_the_right),
      cmocka_unit_test(test_layout__alignment), cmocka_unit_test(test_layout__indents),
      cmocka_unit_test(test_layout__long_word_is_cut_not_clipped),
      cmocka_unit_test(test_layout__link_over_lines_is_one_element),
      cmocka_unit_test(test_layout__signal_is_shape_and_word),
      cmocka_unit_test(test_layout__other_language_is_a_span));
