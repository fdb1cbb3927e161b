/* random_test.c - what must hold for any data: inside the box, texts apart. */
#include "figure_test.h"

#include <string.h>

/* A decimal of any size, sometimes missing or zero. */
static char *random_value(struct fixture *f, unsigned *seed, int temper)
{
	static const char *const odd[] = {
		"-",
		"0",
		"99999999999999999999999999999",
		"-0.0000000001",
		"0.000001",
		"123456789012345678901234567890.123",
		"1",
		"-1",
	};
	unsigned whole = next_random(seed, 100000), part = next_random(seed, 1000);

	switch (temper) {
	case 0: return arena_printf(f->arena, "%u", whole % 100);
	case 1: return arena_printf(f->arena, "%u.%03u", whole, part);
	case 2: return arena_printf(f->arena, "%s%u", part % 2 ? "-" : "", whole);
	case 3: return arena_printf(f->arena, "%u%06u", whole, part);
	default: return arena_strdup(f->arena, odd[part % 8]);
	}
}

static void add_random_series(struct fixture *f, struct document_figure *figure, unsigned *seed,
			      int temper)
{
	struct text values = text_make(f->arena);

	for (size_t c = 0; c < figure->as.chart->category_count; c++)
		text_addf(&values, "%s%s", c > 0 ? "|" : "", random_value(f, seed, temper));
	add_series(f, figure, random_text(f, seed, 1 + next_random(seed, 4)), values.bytes);
}

static struct document_figure *random_chart(struct fixture *f, unsigned *seed, int kind)
{
	struct text names = text_make(f->arena);
	size_t categories = 1 + next_random(seed, next_random(seed, 2) ? 8 : 60);
	unsigned words = 1 + next_random(seed, 7), series = 1 + next_random(seed, 12);
	int temper = (int)next_random(seed, 5);
	struct document_figure *figure;

	for (size_t c = 0; c < categories; c++)
		text_addf(&names, "%s%s", c > 0 ? "|" : "", random_text(f, seed, words));
	figure = make_chart(f, (enum document_chart_kind)kind, names.bytes);
	figure->title = random_text(f, seed, next_random(seed, 20));
	figure->as.chart->unit = next_random(seed, 2) ? "euro" : "%";
	figure->as.chart->decimals = (int)next_random(seed, 4);
	for (unsigned s = 0; s < series; s++)
		add_random_series(f, figure, seed, temper);
	return figure;
}

static void test_figure__any_chart_stays_in_its_box(void **state)
{
	struct fixture *f = *state;
	unsigned seed = 2022;

	for (int i = 0; i < 360; i++) {
		struct arena_mark mark = arena_mark(f->arena);
		struct document_figure *figure = random_chart(f, &seed, i % 6);
		struct figure_drawings *drawings;

		f->space.width = 240 + next_random(&seed, 300);
		drawings = draw(f, figure);
		check_sound(f, drawings);
		check_texts_apart(drawings->items[0]);
		f->diag = diag_make(f->arena);
		arena_release(f->arena, mark);
		f->diag = diag_make(f->arena);
	}
}

/* Absurd sizes: texts may be cut, but nothing breaks. */
static void test_figure__any_width_can_be_drawn_on(void **state)
{
	struct fixture *f = *state;
	static const double widths[] = { -5, 0, 24, 40, 60, 90, 130, 200, 20000 };
	unsigned seed = 77;

	for (int i = 0; i < 120; i++) {
		struct document_figure *figure = random_chart(f, &seed, i % 6);

		f->space.width = widths[i % 9];
		f->space.height = i % 2 ? 200 : 700;
		figure->height_pt = i % 5 == 0 ? 1 + next_random(&seed, 400) : 0;
		figure->width_pt = i % 7 == 0 ? 1 + next_random(&seed, 400) : 0;
		assert_non_null(draw(f, figure)->items[0]);
	}
}

/* Between one column of a page and a whole one, all is inside even when cut. */
static void test_figure__narrow_charts_stay_in_their_box(void **state)
{
	struct fixture *f = *state;
	unsigned seed = 78;

	for (int i = 0; i < 180; i++) {
		f->space.width = 100 + next_random(&seed, 140);
		check_sound(f, draw(f, random_chart(f, &seed, i % 6)));
	}
}

static struct document_figure *random_nodes(struct fixture *f, unsigned *seed, int kind)
{
	struct document_figure *figure = make_nodes(f, (enum document_figure_kind)kind);
	struct document_node *last = NULL;
	static const char *const signals[] = { NULL, "verde", "giallo", "rosso", "grigio" };

	for (unsigned i = 0, count = next_random(seed, 80); i < count; i++) {
		unsigned up = next_random(seed, 4);

		for (; up > 0 && last != NULL; up--)
			last = last->parent;
		if (last != NULL && last->level > 5)
			last = last->parent;
		last = add_node(
			f, figure, last, next_random(seed, 3) ? random_text(f, seed, 1) : NULL,
			next_random(seed, 9) ? random_text(f, seed, next_random(seed, 30)) : NULL);
		last->signal = signals[next_random(seed, 5)];
		last->word = next_random(seed, 2) ? random_text(f, seed, 2) : NULL;
		last->figure = next_random(seed, 2) ? "1.234,56 %" : NULL;
	}
	return figure;
}

static size_t count_nodes(const struct document_node *first)
{
	size_t count = 0;

	for (; first != NULL; first = first->next)
		count += 1 + count_nodes(first->first);
	return count;
}

static void test_figure__any_tree_and_map_is_whole(void **state)
{
	struct fixture *f = *state;
	unsigned seed = 99;

	for (int i = 0; i < 200; i++) {
		struct document_figure *figure =
			random_nodes(f, &seed, i % 2 ? DOCUMENT_TREE : DOCUMENT_MAP);
		struct figure_drawings *drawings;
		size_t items = 0;

		f->space.width = 460 + next_random(&seed, 400);
		f->space.height = 300 + next_random(&seed, 400);
		f->space.first_height = next_random(&seed, 700);
		drawings = draw(f, figure);
		check_sound(f, drawings);
		for (size_t k = 0; k < drawings->count; k++)
			check_texts_apart(drawings->items[k]);
		for (size_t k = 0; k < drawings->tag_count; k++)
			items += drawings->tags[k].role == PAGE_LI;
		assert_int_equal(items, count_nodes(figure->as.nodes));
	}
}

const struct CMUnitTest random_tests[] = {
	room_test(test_figure__any_chart_stays_in_its_box),
	room_test(test_figure__any_width_can_be_drawn_on),
	room_test(test_figure__narrow_charts_stay_in_their_box),
	room_test(test_figure__any_tree_and_map_is_whole),
};
const size_t random_test_count = sizeof random_tests / sizeof *random_tests;
