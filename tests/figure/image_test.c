/* image_test.c - pictures: size on paper, and files that are no sound PNG. */
#include "figure_test.h"

#include <png.h>
#include <string.h>

struct file {
	struct text bytes;
};

static void write_bytes(png_structp png, png_bytep bytes, size_t count)
{
	struct file *file = png_get_io_ptr(png);

	text_add_n(&file->bytes, (const char *)bytes, count);
}

/* A PNG file; dpi 0: says none. */
static struct document_image make_png(struct fixture *f, int width, int height, double dpi,
				      int interlace)
{
	struct file file = { text_make(f->arena) };
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
	png_infop info = png_create_info_struct(png);
	unsigned char *row = arena_alloc(f->arena, (size_t)width * 4);
	int passes;

	png_set_write_fn(png, &file, write_bytes, NULL);
	png_set_IHDR(png, info, (png_uint_32)width, (png_uint_32)height, 8, PNG_COLOR_TYPE_RGBA,
		     interlace, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
	if (dpi > 0)
		png_set_pHYs(png, info, (png_uint_32)(dpi / .0254 + .5),
			     (png_uint_32)(dpi / .0254 + .5), PNG_RESOLUTION_METER);
	png_write_info(png, info);
	passes = png_set_interlace_handling(png);
	for (int y = 0; y < height * passes; y++)
		png_write_row(png, row);
	png_write_end(png, info);
	png_destroy_write_struct(&png, &info);
	return (struct document_image){ .png = (unsigned char *)file.bytes.bytes,
					.png_length = file.bytes.length };
}

static enum status check(struct fixture *f, struct document_image *image)
{
	struct place place = { "modello.xml", 7, 2 };

	return figure_image_check(image, place, &f->diag);
}

static void test_figure__sound_image_gives_size_and_resolution(void **state)
{
	struct fixture *f = *state;
	struct document_image image = make_png(f, 30, 20, 300, PNG_INTERLACE_NONE);

	assert_int_equal(check(f, &image), STATUS_OK);
	assert_int_equal(image.width_px, 30);
	assert_int_equal(image.height_px, 20);
	assert_true(image.dpi > 299.9 && image.dpi < 300.1);
	image = make_png(f, 33, 21, 0, PNG_INTERLACE_ADAM7);
	assert_int_equal(check(f, &image), STATUS_OK);
	assert_true(image.dpi == 96);
	assert_int_equal(f->diag.count, 0);
}

static void test_figure__truncated_image_is_refused(void **state)
{
	struct fixture *f = *state;
	struct document_image whole = make_png(f, 64, 64, 0, PNG_INTERLACE_NONE);

	for (size_t length = 0; length < whole.png_length; length++) {
		struct document_image part = whole;
		unsigned char *copy = arena_alloc(f->arena, length);

		memcpy(copy, whole.png, length);
		part.png = copy;
		part.png_length = length;
		assert_int_equal(check(f, &part), STATUS_DATA);
	}
	assert_string_equal(f->diag.entries[0].code, "immagine-non-png");
	assert_holds(f->diag.entries[f->diag.count - 1].text, "troncata");
}

static void test_figure__corrupt_image_is_refused_or_read(void **state)
{
	struct fixture *f = *state;
	struct document_image whole = make_png(f, 40, 40, 72, PNG_INTERLACE_ADAM7);

	for (size_t i = 8; i < whole.png_length; i++) {
		struct document_image bad = whole;
		unsigned char *copy = arena_alloc(f->arena, whole.png_length);

		memcpy(copy, whole.png, whole.png_length);
		copy[i] ^= 0x55;
		bad.png = copy;
		check(f, &bad); /* no crash, no leak, whatever it says */
	}
	assert_true(f->diag.count > 0);
}

static void test_figure__text_is_no_image(void **state)
{
	struct fixture *f = *state;
	struct document_image image = { .png = (const unsigned char *)"<svg/>", .png_length = 6 };

	assert_int_equal(check(f, &image), STATUS_DATA);
	assert_string_equal(f->diag.entries[0].text,
			    "il file non è un’immagine PNG: convertirlo in PNG e riprovare");
}

static void put_big_endian(unsigned char *at, uint32_t value)
{
	for (int i = 0; i < 4; i++)
		at[i] = (unsigned char)(value >> (24 - 8 * i));
}

/* CRC-32 of a chunk's name and data. Source: PNG specification, annex D. */
static uint32_t checksum(const unsigned char *bytes, size_t count)
{
	uint32_t crc = 0xFFFFFFFF;

	for (size_t i = 0; i < count; i++) {
		crc ^= bytes[i];
		for (int bit = 0; bit < 8; bit++)
			crc = crc & 1 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
	}
	return ~crc;
}

/* A small file whose header claims another size. */
static struct document_image pretend(struct fixture *f, uint32_t width, uint32_t height)
{
	struct document_image image = make_png(f, 8, 8, 0, PNG_INTERLACE_NONE);
	unsigned char *copy = arena_alloc(f->arena, image.png_length);

	memcpy(copy, image.png, image.png_length);
	put_big_endian(copy + 16, width);
	put_big_endian(copy + 20, height);
	put_big_endian(copy + 29, checksum(copy + 12, 17));
	image.png = copy;
	return image;
}

static void test_figure__huge_image_is_refused_before_it_is_read(void **state)
{
	struct fixture *f = *state;
	static const uint32_t sides[][2] = { { 19000, 19000 }, { 20001, 10 }, { 10, 0x7FFFFFFF } };

	for (size_t i = 0; i < 3; i++) {
		struct document_image image = pretend(f, sides[i][0], sides[i][1]);

		assert_int_equal(check(f, &image), STATUS_LIMIT);
		assert_holds(f->diag.entries[i].text, "troppo grande");
	}
}

static struct page_drawing *place(struct fixture *f, int width, int height, double width_pt,
				  double height_pt)
{
	struct document_figure *figure = make_nodes(f, DOCUMENT_IMAGE);
	struct document_image *image = arena_new(f->arena, struct document_image);
	struct figure_drawings *drawings;

	*image = (struct document_image){ .width_px = width, .height_px = height, .dpi = 144 };
	figure->as.image = image;
	figure->width_pt = width_pt;
	figure->height_pt = height_pt;
	drawings = draw(f, figure);
	check_sound(f, drawings);
	return drawings->items[0];
}

static void test_figure__image_keeps_its_ratio(void **state)
{
	struct fixture *f = *state;
	struct page_drawing *drawing = place(f, 200, 100, 0, 0);

	assert_true(drawing->width == 100 && drawing->height == 50); /* its own size */
	drawing = place(f, 200, 100, 300, 0);
	assert_true(drawing->width == 300 && drawing->height == 150);
	drawing = place(f, 200, 100, 300, 60);
	assert_true(drawing->width == 120 && drawing->height == 60);
	drawing = place(f, 4000, 1000, 0, 0);
	assert_true(drawing->width == 480 && drawing->height == 120); /* the column */
	drawing = place(f, 10, 9000, 0, 0);
	assert_true(drawing->height == 700);
	place(f, 0, 0, 0, 0);
}

const struct CMUnitTest image_tests[] = {
	room_test(test_figure__sound_image_gives_size_and_resolution),
	room_test(test_figure__truncated_image_is_refused),
	room_test(test_figure__corrupt_image_is_refused_or_read),
	room_test(test_figure__text_is_no_image),
	room_test(test_figure__huge_image_is_refused_before_it_is_read),
	room_test(test_figure__image_keeps_its_ratio),
};
const size_t image_test_count = sizeof image_tests / sizeof *image_tests;
