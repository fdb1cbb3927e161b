/* test_page.c - marks and their numbers, kids of tags, drawings placed, the dump. */
#include "page/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

struct fixture {
	struct arena *arena;
	struct text out;
	struct page_sink *sink;
	struct type_library *type;
};

static int setup(void **state)
{
	struct arena *arena = arena_create(NULL);
	struct fixture *f = arena_new(arena, struct fixture);

	f->arena = arena;
	f->out = text_make(arena);
	f->sink = page_dump_sink(arena, &f->out);
	f->type = type_library_fake(arena, NULL);
	*state = f;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *f = *state;

	arena_destroy(f->arena);
	return 0;
}

static struct page_tag *open_tag(struct fixture *f, struct page_tag *parent, enum page_role role)
{
	struct page_tag *tag = arena_new(f->arena, struct page_tag);

	tag->arena = f->arena;
	tag->role = role;
	tag->parent = parent;
	f->sink->open_tag(f->sink, tag);
	return tag;
}

static void test_page__equal_marks_in_a_row_are_one(void **state)
{
	struct fixture *f = *state;
	struct page_tag *p = open_tag(f, NULL, PAGE_P);
	struct page *page = page_create(f->arena, 0, 100, 100);

	page_mark(page, p, PAGE_ARTIFACT_LAYOUT);
	page_mark(page, p, PAGE_ARTIFACT_LAYOUT);
	assert_int_equal(page->mcid_count, 1);
	page_mark(page, NULL, PAGE_ARTIFACT_LAYOUT);
	page_mark(page, p, PAGE_ARTIFACT_LAYOUT);
	assert_int_equal(page->mcid_count, 2);
	assert_int_equal(p->kid_count, 2);
	assert_int_equal(p->kids[1].kind, PAGE_KID_CONTENT);
	assert_int_equal(p->kids[1].number, 1);
}

static void test_page__a_tag_over_two_pages_has_kids_on_both(void **state)
{
	struct fixture *f = *state;
	struct page_tag *p = open_tag(f, NULL, PAGE_P);

	page_mark(page_create(f->arena, 0, 100, 100), p, PAGE_ARTIFACT_LAYOUT);
	page_mark(page_create(f->arena, 7, 100, 100), p, PAGE_ARTIFACT_LAYOUT);
	assert_int_equal(p->kid_count, 2);
	assert_int_equal(p->kids[0].page, 0);
	assert_int_equal(p->kids[1].page, 7);
	assert_int_equal(p->kids[1].number, 0);
}

static void test_page__an_annotation_is_a_kid_of_its_tag(void **state)
{
	struct fixture *f = *state;
	struct page_tag *link = open_tag(f, NULL, PAGE_LINK);
	struct page *page = page_create(f->arena, 2, 100, 100);
	double box[4] = { 1, 2, 3, 4 };

	page_annotate(page, link, PAGE_LINK_TARGET, box, "meta", "vai");
	page_annotate(page, link, PAGE_LINK_TARGET, box, "meta", "vai");
	assert_int_equal(page->annotation_count, 2);
	assert_int_equal(link->kids[1].kind, PAGE_KID_ANNOTATION);
	assert_int_equal(link->kids[1].page, 2);
	assert_int_equal(link->kids[1].number, 1);
	assert_int_equal(page->annotations->tag_reference, link->reference);
}

static void test_page__words_of_a_text_are_parted_by_blanks(void **state)
{
	struct fixture *f = *state;
	struct page_drawing *drawing = page_drawing_create(f->arena, 100, 20);
	double width =
		page_draw_text(drawing, f->type, TYPE_REGULAR, 10, 0, 5, 10, "  due  parole ");

	/* "due parole": ten characters of half an em at 10 pt. */
	assert_true(fabs(width - 50) < .01);
	assert_int_equal(drawing->last->as.text.count, 2);
	assert_false(drawing->last->as.text.words[0].space);
	assert_true(drawing->last->as.text.words[1].space);
	assert_true(fabs((double)drawing->last->as.text.words[1].x - 20) < .01);
}

static void test_page__a_drawing_is_moved_and_its_marks_mapped(void **state)
{
	struct fixture *f = *state;
	struct page_tag *item = open_tag(f, NULL, PAGE_LI);
	struct page *page = page_create(f->arena, 0, 200, 200);
	struct page_drawing *drawing = page_drawing_create(f->arena, 50, 50);

	page_draw_mark(drawing, -1);
	page_draw_rect(drawing, 0, 0, 10, 10, 0xFF0000);
	page_draw_mark(drawing, 0);
	page_draw_text(drawing, f->type, TYPE_BOLD, 10, 0, 1, 9, "voce");
	page_place(page, drawing, 20, 30, &item, NULL);
	f->sink->page(f->sink, page);
	assert_non_null(strstr(f->out.bytes, "  artifact\n  fill 20.0 30.0 30.0 40.0 #FF0000\n"
					     "  mark 0\n  21.0 39.0 "));
}

static void test_page__a_whole_figure_gets_all_marks(void **state)
{
	struct fixture *f = *state;
	struct page_tag *figure = open_tag(f, NULL, PAGE_FIGURE);
	struct page *page = page_create(f->arena, 0, 200, 200);
	struct page_drawing *drawing = page_drawing_create(f->arena, 50, 50);

	page_draw_mark(drawing, 0);
	page_draw_rect(drawing, 0, 0, 10, 10, 0);
	page_draw_mark(drawing, -1);
	page_draw_rect(drawing, 0, 0, 10, 10, 0);
	page_place(page, drawing, 0, 0, NULL, figure);
	assert_int_equal(page->mcid_count, 1);
	assert_int_equal(figure->kid_count, 1);
}

static void test_page__signals_differ_by_shape_and_hold_contrast(void **state)
{
	static const char *const names[] = { "verde", "giallo", "rosso", "grigio", "ignoto" };
	struct fixture *f = *state;

	for (size_t i = 0; i < 5; i++) {
		struct page_drawing *drawing = page_drawing_create(f->arena, 10, 10);

		page_draw_signal(drawing, names[i], 0, 0, 10);
		assert_non_null(drawing->first);
		assert_true(page_signal_colour(names[i]) >= 0);
	}
	assert_int_not_equal(page_signal_colour("verde"), page_signal_colour("rosso"));
	assert_int_equal(page_signal_colour("ignoto"), page_signal_colour("grigio"));
}

static void test_page__every_role_has_a_name(void **state)
{
	(void)state;
	for (int role = 0; role < PAGE_ROLES; role++)
		assert_non_null(page_role_name((enum page_role)role));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_page__equal_marks_in_a_row_are_one, setup,
						teardown),
		cmocka_unit_test_setup_teardown(test_page__a_tag_over_two_pages_has_kids_on_both,
						setup, teardown),
		cmocka_unit_test_setup_teardown(test_page__an_annotation_is_a_kid_of_its_tag, setup,
						teardown),
		cmocka_unit_test_setup_teardown(test_page__words_of_a_text_are_parted_by_blanks,
						setup, teardown),
		cmocka_unit_test_setup_teardown(test_page__a_drawing_is_moved_and_its_marks_mapped,
						setup, teardown),
		cmocka_unit_test_setup_teardown(test_page__a_whole_figure_gets_all_marks, setup,
						teardown),
		cmocka_unit_test_setup_teardown(
			test_page__signals_differ_by_shape_and_hold_contrast, setup, teardown),
		cmocka_unit_test(test_page__every_role_has_a_name),
	};

	return cmocka_run_group_tests_name("page", tests, NULL, NULL);
}
