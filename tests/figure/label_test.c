/* label_test.c - wrapped text: lines, hyphens, ellipses, what is read. */
#include "figure_test.h"

#include <string.h>

/* In the fake library a character of 8 pt is 4 pt wide. */
static const struct lettering letters = { TYPE_REGULAR, 8, INK };

static struct label *label(struct fixture *f, const char *text, double width, size_t lines)
{
	return label_make(&f->easel, letters, NULL, text, width, lines);
}

static char *drawn(struct fixture *f, const struct label *l)
{
	struct page_drawing *drawing = page_drawing_create(f->arena, 200, 200);

	page_draw_mark(drawing, 0);
	label_draw(drawing, l, 0, 0, LABEL_LEFT);
	return drawing_text(f, drawing);
}

static void test_figure__label_breaks_between_words(void **state)
{
	struct fixture *f = *state;
	struct label *l = label(f, "uno due tre", 30, 0);

	assert_int_equal(l->count, 2);
	assert_string_equal(drawn(f, l), "uno due\ntre\n");
	assert_true(l->width <= 30);
	assert_false(l->cut);
}

static void test_figure__empty_label_takes_no_room(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(label(f, NULL, 30, 0)->count, 0);
	assert_int_equal(label(f, " \t\n", 30, 0)->count, 0);
	assert_true(label(f, "", 30, 0)->height == 0);
}

static void test_figure__wide_word_is_hyphenated_and_read_whole(void **state)
{
	struct fixture *f = *state;
	struct label *l = label(f, "digitalizzazione", 44, 0);
	struct page_drawing *drawing = page_drawing_create(f->arena, 200, 200);
	const struct page_op *op = drawing->first;

	assert_int_equal(l->count, 2);
	assert_false(l->broken);
	page_draw_mark(drawing, 0);
	label_draw(drawing, l, 0, 0, LABEL_LEFT);
	for (op = drawing->first; op != NULL && op->kind != PAGE_OP_SPAN; op = op->next)
		;
	assert_non_null(op);
	assert_string_equal(op->as.actual, "digitalizzazione");
	assert_int_equal(count_ops(drawing, PAGE_OP_SPAN_END), 1);
	assert_holds(drawing_text(f, drawing), "-\n");
}

static void test_figure__word_without_hyphens_is_broken_anywhere(void **state)
{
	struct fixture *f = *state;
	struct label *l = label(f, "00000000000000000000", 20, 0);

	assert_int_equal(l->count, 4);
	assert_true(l->broken);
	assert_true(l->width <= 20);
}

/* No line is wider than the label, whatever its width. */
static void test_figure__narrow_label_stays_in_its_width(void **state)
{
	struct fixture *f = *state;

	for (double width = 8; width < 100; width += 3) {
		struct label *l =
			label(f, "internazionalizzazione, dell’amministrazione", width, 0);

		assert_true(l->width <= width + 1e-6);
		drawn(f, l);
	}
}

static void test_figure__label_without_room_is_cut_and_reported(void **state)
{
	struct fixture *f = *state;
	struct label *l = label(f, "uno due tre quattro cinque", 40, 2);

	assert_true(l->cut);
	assert_true(l->width <= 40);
	assert_holds(drawn(f, l), "…");
	assert_int_equal(f->diag.counts[DIAG_WARNING], 1);
	assert_holds(f->diag.entries[0].text, "«uno due tre quattro cinque»");
}

static void test_figure__cut_inside_a_broken_word_leaves_no_open_span(void **state)
{
	struct fixture *f = *state;
	struct page_drawing *drawing = page_drawing_create(f->arena, 200, 200);

	for (double width = 1; width < 60; width += 1.5) {
		page_draw_mark(drawing, 0);
		label_draw(drawing, label(f, "internazionalizzazione digitalizzazione", width, 2),
			   0, 0, LABEL_LEFT);
	}
	assert_int_equal(count_ops(drawing, PAGE_OP_SPAN), count_ops(drawing, PAGE_OP_SPAN_END));
}

static void test_figure__label_survives_hostile_text(void **state)
{
	struct fixture *f = *state;
	static const char *const texts[] = {
		"\xFF\xFE\xC3",
		"\xE2\x80",
		"\xC2\xAD\xC2\xAD",
		"a\x01\x02z",
		"\xE2\x80\xA8\xE2\x80\xA9",
		"\xF0\x9F\x98\x80\xF0\x9F\x98\x80",
		"\xC2\xA0\xC2\xA0",
		"-----------------------------",
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		for (double width = 0; width < 40; width += 7)
			drawn(f, label(f, texts[i], width, i % 3));
}

static void test_figure__long_text_is_cut_at_its_limit(void **state)
{
	struct fixture *f = *state;
	char *text = arena_alloc(f->arena, 200000);

	memset(text, 'x', 199999);
	assert_true(label(f, text, 100, 0)->cut);
	memset(text, ' ', 199999);
	assert_int_equal(label(f, text, 100, 0)->count, 1);
}

static void test_figure__spread_keeps_order_and_distance(void **state)
{
	struct fixture *f = *state;
	struct spread_item items[] = { { 10, 10, 0 }, { 11, 10, 0 }, { 12, 10, 0 }, { 80, 10, 0 } };

	assert_true(spread(&f->easel, items, 4, 0, 100));
	for (size_t i = 1; i < 4; i++)
		assert_true(items[i].at - items[i - 1].at >= 10 - 1e-9);
	assert_true(items[0].at >= 5 - 1e-9);
	assert_true(items[3].at > 79 && items[3].at < 81);
	assert_false(spread(&f->easel, items, 4, 0, 30));
}

/* Text 4.5:1, graphics 3:1 (WCAG 2.1, 1.4.3 and 1.4.11). */
static void test_figure__colours_have_contrast(void **state)
{
	static const document_colour texts[] = { INK, INK_SOFT };
	static const char *const signals[] = { "verde", "giallo", "rosso", "grigio" };
	(void)state;

	for (size_t i = 0; i < SERIES_COLOURS; i++)
		assert_true(contrast(series_colour(i), PAPER) >= 4.5);
	for (size_t i = 0; i < 2; i++)
		assert_true(contrast(texts[i], 0xE4ECF4) >= 4.5);
	assert_true(contrast(INK_RULE, PAPER) >= 3);
	for (size_t i = 0; i < 4; i++)
		assert_true(contrast(page_signal_colour(signals[i]), 0xE4ECF4) >= 4.5);
}

const struct CMUnitTest label_tests[] = {
	room_test(test_figure__label_breaks_between_words),
	room_test(test_figure__empty_label_takes_no_room),
	room_test(test_figure__wide_word_is_hyphenated_and_read_whole),
	room_test(test_figure__word_without_hyphens_is_broken_anywhere),
	room_test(test_figure__narrow_label_stays_in_its_width),
	room_test(test_figure__label_without_room_is_cut_and_reported),
	room_test(test_figure__cut_inside_a_broken_word_leaves_no_open_span),
	room_test(test_figure__label_survives_hostile_text),
	room_test(test_figure__long_text_is_cut_at_its_limit),
	room_test(test_figure__spread_keeps_order_and_distance),
	room_test(test_figure__colours_have_contrast),
};
const size_t label_test_count = sizeof label_tests / sizeof *label_tests;
