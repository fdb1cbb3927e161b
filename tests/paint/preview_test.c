/* Pages as pictures: where ink is, which files appear, what fails and how. */
#include "paint_test.h"

#include <cairo.h>
#include <string.h>

#define RED   0xC00000
#define GREEN 0x008000
#define BLUE  0x0000C0

static struct page_sink *preview(struct fixture *f, struct paint_preview_options options)
{
	options.dir = f->dir;
	return paint_preview(f->arena, f->type, &options);
}

static char *path_of(struct fixture *f, const char *name)
{
	return arena_printf(f->arena, "%s/%s", f->dir, name);
}

/* Hands over a page of 100 by 50 pt that shows a drawing, and forgets it. */
static void give_page(struct fixture *f, struct page_sink *sink, int index,
		      const struct page_drawing *drawing)
{
	struct arena *arena = arena_create(NULL);
	struct page *page = page_create(arena, index, 100, 50);

	(void)f;
	if (drawing != NULL)
		page_place(page, drawing, 0, 0, NULL, NULL);
	sink->page(sink, page);
	arena_destroy(arena);
}

static struct page_drawing *square(struct fixture *f, double x, double y, document_colour colour)
{
	struct page_drawing *drawing = page_drawing_create(f->arena, 100, 50);

	page_draw_rect(drawing, x, y, 10, 10, colour);
	return drawing;
}

static unsigned pixel(cairo_surface_t *picture, int x, int y)
{
	const unsigned char *row = cairo_image_surface_get_data(picture) +
				   (size_t)y * (size_t)cairo_image_surface_get_stride(picture);
	uint32_t value;

	memcpy(&value, row + (size_t)x * 4, 4);
	return value & 0xFFFFFF;
}

/* Checks one dot of a PNG file. */
static void assert_pixel(struct fixture *f, const char *name, int x, int y, unsigned colour)
{
	cairo_surface_t *picture = cairo_image_surface_create_from_png(path_of(f, name));

	assert_int_equal(cairo_surface_status(picture), CAIRO_STATUS_SUCCESS);
	assert_int_equal(pixel(picture, x, y), colour);
	cairo_surface_destroy(picture);
}

static void count_file(void *user, const char *path)
{
	(void)path;
	++*(int *)user;
}

static void test_paint__late_part_is_added_to_pages_given_out_of_order(void **state)
{
	struct fixture *f = *state;
	int written = 0;
	struct page_sink *sink =
		preview(f, (struct paint_preview_options){
				   .dpi = 144, .first = 1, .wrote = count_file, .user = &written });

	give_page(f, sink, 1, square(f, 0, 0, RED));
	give_page(f, sink, 0, square(f, 0, 0, GREEN));
	sink->late(sink, 0, square(f, 50, 20, BLUE));
	sink->late(sink, 1, square(f, 50, 20, BLUE));
	assert_int_equal(sink->finish(sink, 2, &f->diag), STATUS_OK);
	assert_int_equal(written, 2);
	assert_pixel(f, "pagina-001.png", 5, 5, GREEN);
	assert_pixel(f, "pagina-002.png", 5, 5, RED);
	assert_pixel(f, "pagina-002.png", 105, 45, BLUE);
	assert_pixel(f, "pagina-002.png", 60, 80, 0xFFFFFF);
}

static void test_paint__dpi_gives_the_size_in_dots(void **state)
{
	struct fixture *f = *state;
	struct page_sink *sink = preview(f, (struct paint_preview_options){ .dpi = 144 });
	cairo_surface_t *picture;

	give_page(f, sink, 0, NULL);
	assert_int_equal(sink->finish(sink, 1, &f->diag), STATUS_OK);
	picture = cairo_image_surface_create_from_png(path_of(f, "pagina-001.png"));
	assert_int_equal(cairo_image_surface_get_width(picture), 200);
	assert_int_equal(cairo_image_surface_get_height(picture), 100);
	cairo_surface_destroy(picture);
}

static void test_paint__only_the_pages_asked_for_are_written(void **state)
{
	struct fixture *f = *state;
	int written = 0;
	struct page_sink *sink =
		preview(f, (struct paint_preview_options){
				   .first = 2, .last = 3, .wrote = count_file, .user = &written });

	for (int i = 0; i < 5; i++)
		give_page(f, sink, i, NULL);
	assert_int_equal(sink->finish(sink, 5, &f->diag), STATUS_OK);
	assert_int_equal(written, 2);
	assert_false(file_exists(path_of(f, "pagina-001.png")));
	assert_true(file_exists(path_of(f, "pagina-003.png")));
	assert_false(file_exists(path_of(f, "pagina-004.png")));
}

static void test_paint__numbers_of_a_thousand_pages_have_four_digits(void **state)
{
	struct fixture *f = *state;
	struct page_sink *sink =
		preview(f, (struct paint_preview_options){ .dpi = 20, .first = 7, .last = 7 });

	give_page(f, sink, 6, NULL);
	assert_int_equal(sink->finish(sink, 1000, &f->diag), STATUS_OK);
	assert_true(file_exists(path_of(f, "pagina-0007.png")));
}

static void test_paint__a_page_that_is_not_there_is_said(void **state)
{
	struct fixture *f = *state;
	struct page_sink *sink = preview(f, (struct paint_preview_options){ .first = 4 });

	give_page(f, sink, 0, NULL);
	assert_int_equal(sink->finish(sink, 1, &f->diag), STATUS_DATA);
	assert_string_equal(f->diag.entries[0].text,
			    "la pagina 4 non c’è: il documento ne ha 1; chiedere pagine fino a 1");
}

/* Ink of a word, counted in dots that are not white. */
static int ink(struct fixture *f, const char *name, int x0, int x1)
{
	cairo_surface_t *picture = cairo_image_surface_create_from_png(path_of(f, name));
	int dots = 0;

	for (int y = 0; y < cairo_image_surface_get_height(picture); y++)
		for (int x = x0; x < x1; x++)
			dots += pixel(picture, x, y) != 0xFFFFFF;
	cairo_surface_destroy(picture);
	return dots;
}

static void test_paint__text_stands_where_its_words_do(void **state)
{
	struct fixture *f = *state;
	struct page_drawing *drawing = page_drawing_create(f->arena, 100, 50);
	struct page_sink *sink = preview(f, (struct paint_preview_options){ .dpi = 72 });
	double width = page_draw_text(drawing, f->type, TYPE_BOLD, 12, 0, 20, 30, "Torino fu");

	assert_true(width > 40 && width < 70);
	give_page(f, sink, 0, drawing);
	assert_int_equal(sink->finish(sink, 1, &f->diag), STATUS_OK);
	assert_int_equal(ink(f, "pagina-001.png", 0, 20), 0);
	assert_true(ink(f, "pagina-001.png", 20, 20 + (int)width + 1) > 100);
	assert_int_equal(ink(f, "pagina-001.png", 20 + (int)width + 1, 100), 0);
}

static void test_paint__clip_holds_until_its_end(void **state)
{
	struct fixture *f = *state;
	struct page_drawing *drawing = page_drawing_create(f->arena, 100, 50);
	struct page_sink *sink = preview(f, (struct paint_preview_options){ .dpi = 72 });
	static const struct page_segment half[] = { { PAGE_MOVE, { 0, 0 } },
						    { PAGE_LINE, { 50, 0 } },
						    { PAGE_LINE, { 50, 50 } },
						    { PAGE_LINE, { 0, 50 } },
						    { PAGE_CLOSE, { 0 } } };

	page_draw_path(drawing, PAGE_OP_CLIP, half, 5, DOCUMENT_NO_COLOUR, 0);
	page_draw_rect(drawing, 0, 0, 100, 20, RED);
	page_draw_clip_end(drawing);
	page_draw_rect(drawing, 0, 30, 100, 20, BLUE);
	give_page(f, sink, 0, drawing);
	assert_int_equal(sink->finish(sink, 1, &f->diag), STATUS_OK);
	assert_pixel(f, "pagina-001.png", 40, 10, RED);
	assert_pixel(f, "pagina-001.png", 60, 10, 0xFFFFFF);
	assert_pixel(f, "pagina-001.png", 60, 40, BLUE);
}

static void test_paint__strokes_are_dashed(void **state)
{
	struct fixture *f = *state;
	struct page_drawing *drawing = page_drawing_create(f->arena, 100, 50);
	struct page_sink *sink = preview(f, (struct paint_preview_options){ .dpi = 72 });

	page_draw_line(drawing, 0, 25, 100, 25, RED, 4);
	drawing->last->as.path.dash[0] = 10;
	drawing->last->as.path.dash[1] = 20;
	give_page(f, sink, 0, drawing);
	assert_int_equal(sink->finish(sink, 1, &f->diag), STATUS_OK);
	assert_pixel(f, "pagina-001.png", 5, 25, RED);
	assert_pixel(f, "pagina-001.png", 20, 25, 0xFFFFFF);
	assert_pixel(f, "pagina-001.png", 35, 25, RED);
}

/* Two cells whose border falls between dots. */
static void test_paint__no_seam_between_neighbours(void **state)
{
	struct fixture *f = *state;
	struct page_drawing *drawing = page_drawing_create(f->arena, 100, 50);
	struct page_sink *sink = preview(f, (struct paint_preview_options){ .dpi = 72 });

	page_draw_rect(drawing, 0, 0, 20.4, 20, RED);
	page_draw_rect(drawing, 20.4, 0, 20, 20, RED);
	give_page(f, sink, 0, drawing);
	assert_int_equal(sink->finish(sink, 1, &f->diag), STATUS_OK);
	for (int x = 0; x < 40; x++)
		assert_pixel(f, "pagina-001.png", x, 10, RED);
}

static cairo_status_t gather(void *closure, const unsigned char *bytes, unsigned length)
{
	text_add_n(closure, (const char *)bytes, length);
	return CAIRO_STATUS_SUCCESS;
}

/* A red PNG of 2 by 2 dots. */
static struct text red_png(struct fixture *f)
{
	struct text png = text_make(f->arena);
	cairo_surface_t *picture = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 2, 2);
	cairo_t *cr = cairo_create(picture);

	cairo_set_source_rgb(cr, 0xC0 / 255.0, 0, 0);
	cairo_paint(cr);
	cairo_destroy(cr);
	cairo_surface_write_to_png_stream(picture, gather, &png);
	cairo_surface_destroy(picture);
	return png;
}

static void give_image(struct fixture *f, struct page_sink *sink, const struct text *png)
{
	struct page_drawing *drawing = page_drawing_create(f->arena, 100, 50);
	struct page_op *op = page_op_add(&drawing->first, &drawing->last, f->arena, PAGE_OP_IMAGE);

	op->as.image.x = 10;
	op->as.image.y = 10;
	op->as.image.width = 40;
	op->as.image.height = 30;
	op->as.image.png = (const unsigned char *)png->bytes;
	op->as.image.length = png->length;
	give_page(f, sink, 0, drawing);
}

static void test_paint__image_fills_its_box(void **state)
{
	struct fixture *f = *state;
	struct page_sink *sink = preview(f, (struct paint_preview_options){ .dpi = 72 });
	struct text png = red_png(f);

	give_image(f, sink, &png);
	assert_int_equal(sink->finish(sink, 1, &f->diag), STATUS_OK);
	assert_pixel(f, "pagina-001.png", 10, 10, RED);
	assert_pixel(f, "pagina-001.png", 49, 39, RED);
	assert_pixel(f, "pagina-001.png", 51, 39, 0xFFFFFF);
}

static void test_paint__broken_image_leaves_no_file(void **state)
{
	struct fixture *f = *state;
	struct page_sink *sink = preview(f, (struct paint_preview_options){ .dpi = 72 });
	struct text png = red_png(f);

	png.length /= 2;
	give_image(f, sink, &png);
	assert_int_equal(sink->finish(sink, 1, &f->diag), STATUS_DATA);
	assert_string_equal(f->diag.entries[0].text, "un’immagine PNG non si può leggere");
	assert_false(file_exists(path_of(f, "pagina-001.png")));
}

static void test_paint__picture_too_large_is_refused(void **state)
{
	struct fixture *f = *state;
	struct page_sink *sink = preview(f, (struct paint_preview_options){ .dpi = 60000 });

	give_page(f, sink, 0, NULL);
	assert_int_equal(sink->finish(sink, 1, &f->diag), STATUS_LIMIT);
	assert_false(file_exists(path_of(f, "pagina-001.png")));
}

static void test_paint__svg_is_sized_in_points(void **state)
{
	struct fixture *f = *state;
	struct page_sink *sink = preview(f, (struct paint_preview_options){ .format = PAINT_SVG });
	struct page_drawing *drawing = square(f, 1, 1, RED);
	struct bytes svg;

	page_draw_text(drawing, f->type, TYPE_ITALIC, 12, 0, 20, 30, "affitto è");
	give_page(f, sink, 0, drawing);
	assert_int_equal(sink->finish(sink, 1, &f->diag), STATUS_OK);
	assert_int_equal(file_read(&svg, f->arena, path_of(f, "pagina-001.svg"), 1000000, &f->diag),
			 STATUS_OK);
	assert_non_null(strstr(svg.data, "width=\"100pt\" height=\"50pt\""));
	assert_non_null(strstr(svg.data, "</svg>"));
}

/* The job failed before the end: nothing is written, nothing leaks. */
static void test_paint__unfinished_preview_writes_nothing(void **state)
{
	struct fixture *f = *state;
	struct page_sink *sink = preview(f, (struct paint_preview_options){ .dpi = 72 });

	give_page(f, sink, 0, square(f, 0, 0, RED));
	assert_false(file_exists(path_of(f, "pagina-001.png")));
}

static void test_paint__folder_that_cannot_be_made_is_said(void **state)
{
	struct fixture *f = *state;
	struct paint_preview_options options = { .dpi = 72, .dir = "/dev/null/pagine" };
	struct page_sink *sink = paint_preview(f->arena, f->type, &options);

	give_page(f, sink, 0, NULL);
	assert_int_equal(sink->finish(sink, 1, &f->diag), STATUS_IO);
	assert_int_equal(f->diag.counts[DIAG_ERROR], 1);
}

int run_preview_tests(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)
	const struct CMUnitTest tests[] = {
		CASE(test_paint__late_part_is_added_to_pages_given_out_of_order),
		CASE(test_paint__dpi_gives_the_size_in_dots),
		CASE(test_paint__only_the_pages_asked_for_are_written),
		CASE(test_paint__numbers_of_a_thousand_pages_have_four_digits),
		CASE(test_paint__a_page_that_is_not_there_is_said),
		CASE(test_paint__text_stands_where_its_words_do),
		CASE(test_paint__clip_holds_until_its_end),
		CASE(test_paint__strokes_are_dashed),
		CASE(test_paint__no_seam_between_neighbours),
		CASE(test_paint__image_fills_its_box),
		CASE(test_paint__broken_image_leaves_no_file),
		CASE(test_paint__picture_too_large_is_refused),
		CASE(test_paint__svg_is_sized_in_points),
		CASE(test_paint__unfinished_preview_writes_nothing),
		CASE(test_paint__folder_that_cannot_be_made_is_said),
	};

	return cmocka_run_group_tests_name("preview", tests, NULL, NULL);
}
