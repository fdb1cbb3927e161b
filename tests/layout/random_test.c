/* random_test.c - what must hold for any document: every word once and in
 * order, nothing outside the margins, cells apart, heads on every page.
 */
#include "tests.h"

#include <math.h>
#include <string.h>

#define DOCUMENTS 100

/* A small generator of its own, so that every machine sees the same. */
struct dice {
	uint64_t state;
};

static unsigned roll(struct dice *dice, unsigned sides)
{
	dice->state = dice->state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(dice->state >> 33) % sides;
}

/* A document being made, and the words it must show in order. */
struct making {
	struct sample *s;
	struct dice dice;
	struct text words;
	int count;
};

static const char *make_words(struct making *m, unsigned most)
{
	static const char *const stems[] = { "ente",   "obiettivo", "misurazione",    "di",
					     "camera", "e",         "amministrazione" };
	struct text text = text_make(m->s->arena);
	unsigned count = 1 + roll(&m->dice, most);

	for (unsigned i = 0; i < count; i++)
		text_addf(&text, "%s%s%d", i ? " " : "", stems[roll(&m->dice, 7)], m->count++);
	text_addf(&m->words, "%s%s", m->words.length ? " " : "", text.bytes);
	return text.bytes;
}

static void add_table(struct making *m)
{
	static const char *const columns[] = { "1fr 1fr 1fr", "auto 1fr 40", "20% auto auto",
					       "auto auto auto" };
	struct document_block *table = sample_table(m->s, columns[roll(&m->dice, 4)]);
	unsigned rows = 1 + roll(&m->dice, 30), head = roll(&m->dice, 3);
	int span = 0;

	for (unsigned i = 0; i < head; i++)
		sample_row(m->s, table, true, arena_printf(m->s->arena, "3>%s", make_words(m, 4)));
	for (unsigned i = 0; i < rows; i++) {
		const char *first = NULL, *second, *third;
		struct document_row *row;

		if (span == 0) {
			span = 1 + (int)roll(&m->dice, 3);
			span = span > (int)(rows - i) ? (int)(rows - i) : span;
			first = make_words(m, 3);
		}
		second = make_words(m, roll(&m->dice, 8) == 0 ? 120 : 8);
		third = make_words(m, 2);
		row = first != NULL ? sample_row(m->s, table, false,
						 arena_printf(m->s->arena, "%d^%s|%s|%s", span,
							      first, second, third))
				    : sample_row(m->s, table, false,
						 arena_printf(m->s->arena, "%s|%s", second, third));
		row->split = roll(&m->dice, 2);
		row->with_previous = i > 0 && roll(&m->dice, 6) == 0;
		span--;
	}
}

static void add_list(struct making *m)
{
	struct document_block *list =
		document_add(m->s->document, m->s->section, DOCUMENT_LIST, &m->s->text);

	for (unsigned i = 0; i <= roll(&m->dice, 5); i++) {
		struct document_block *item =
			document_add(m->s->document, list, DOCUMENT_ITEM, &m->s->text);

		text_add(&m->words, " •");
		sample_paragraph(m->s, item, make_words(m, 25));
	}
}

static void add_box(struct making *m)
{
	struct document_block *box =
		document_add(m->s->document, m->s->section, DOCUMENT_BOX, &m->s->frame);

	box->together = roll(&m->dice, 2);
	for (unsigned i = 0; i <= roll(&m->dice, 4); i++)
		sample_paragraph(m->s, box, make_words(m, 40));
}

static void add_block(struct making *m)
{
	switch (roll(&m->dice, 8)) {
	case 0: sample_heading(m->s, 1, make_words(m, 6)); break;
	case 1: add_table(m); break;
	case 2: add_list(m); break;
	case 3: add_box(m); break;
	default: sample_paragraph(m->s, NULL, make_words(m, 90)); break;
	}
}

/* Blanks do not count: cells are not parted by one. */
static char *without_blanks(struct arena *arena, const char *text)
{
	struct text out = text_make(arena);

	for (; *text != '\0'; text++)
		if (*text != ' ')
			text_add_char(&out, *text);
	return out.bytes;
}

/* A cell cut by a page end is read on where it was left, so order holds only
 * within a block: here no letter may be lost or shown twice. */
static void assert_words_once(const struct making *m, const char *shown)
{
	size_t expected = strlen(without_blanks(m->s->arena, m->words.bytes));

	assert_int_equal(strlen(without_blanks(m->s->arena, shown)), expected);
}

static void assert_in_margins(const struct gather *g)
{
	for (size_t i = 0; i < g->word_count; i++) {
		const struct gathered_word *word = &g->words[i];

		assert_true(word->x0 >= 20 - 0.1 && word->x1 <= g->width - 20 + 0.1);
		assert_true(word->baseline >= 20 && word->baseline <= g->height - 20 + 0.1);
	}
}

/* No two words of a page stand on one another. */
static void assert_apart(const struct gather *g)
{
	for (size_t i = 0; i < g->word_count; i++) {
		for (size_t k = i + 1; k < g->word_count && g->words[k].page == g->words[i].page;
		     k++) {
			const struct gathered_word *a = &g->words[i], *b = &g->words[k];

			if (fabs(a->baseline - b->baseline) < 5 && a->x0 < b->x1 - 0.1 &&
			    b->x0 < a->x1 - 0.1)
				fail_msg("«%s» and «%s» overlap on page %d", a->text, b->text,
					 a->page + 1);
		}
	}
}

static void check_document(unsigned seed)
{
	struct making m = { .s = sample_create(180 + seed % 5 * 40, 150 + seed % 7 * 30),
			    .dice = { seed * 7919u + 1 } };
	unsigned blocks = 1 + roll(&m.dice, 12);
	struct gather *g;

	m.words = text_make(m.s->arena);
	if (seed % 2)
		m.s->text.align = DOCUMENT_JUSTIFY;
	for (unsigned i = 0; i < blocks; i++)
		add_block(&m);
	g = run(m.s);
	assert_words_once(&m, gather_text(g));
	assert_in_margins(g);
	assert_apart(g);
	sample_destroy(m.s);
}

static void test_layout__random_documents_are_sound(void **state)
{
	(void)state;
	for (unsigned seed = 0; seed < DOCUMENTS; seed++)
		check_document(seed);
}

/* Without tables the order of words is that of the document. */
static void test_layout__random_text_is_in_order(void **state)
{
	(void)state;
	for (unsigned seed = 0; seed < DOCUMENTS; seed++) {
		struct making m = { .s = sample_create(150 + seed % 5 * 40, 120 + seed % 7 * 30),
				    .dice = { seed * 104729u + 3 } };

		m.words = text_make(m.s->arena);
		for (int i = 0; i < 8; i++)
			sample_paragraph(m.s, NULL, make_words(&m, 60));
		assert_string_equal(without_blanks(m.s->arena, gather_text(run(m.s))),
				    without_blanks(m.s->arena, m.words.bytes));
		sample_destroy(m.s);
	}
}

TESTS(random_tests, cmocka_unit_test(test_layout__random_documents_are_sound),
      cmocka_unit_test(test_layout__random_text_is_in_order));
