/* pdf_image.c - PNG files become image objects; Cairo reads the PNG.
 *
 * Why not libharu's loader: a PNG cut short makes it abort the process.
 */
#include "pdf_private.h"

#include "png_surface.h"

#include <stdio.h>
#include <string.h>

/* Colours apart from their transparency, as PDF keeps them. */
struct pixels {
	unsigned char *colour, *alpha;
	size_t count;
	int width, height;
	bool clear; /* some pixel is not opaque */
};

static unsigned char straight(unsigned part, unsigned alpha)
{
	return alpha == 0 ? 255 : (unsigned char)((part * 255 + alpha / 2) / alpha);
}

static void take_row(struct pixels *pixels, const unsigned char *row, size_t at)
{
	for (int x = 0; x < pixels->width; x++, at++) {
		uint32_t pixel;
		unsigned alpha;

		memcpy(&pixel, row + (size_t)x * 4, 4);
		alpha = pixel >> 24;
		pixels->colour[at * 3] = straight(pixel >> 16 & 255, alpha);
		pixels->colour[at * 3 + 1] = straight(pixel >> 8 & 255, alpha);
		pixels->colour[at * 3 + 2] = straight(pixel & 255, alpha);
		pixels->alpha[at] = (unsigned char)alpha;
		pixels->clear = pixels->clear || alpha != 255;
	}
}

/* A surface whose pixels are 32-bit with alpha, whatever the file had. */
static cairo_surface_t *as_argb(cairo_surface_t *source)
{
	int width = cairo_image_surface_get_width(source);
	int height = cairo_image_surface_get_height(source);
	cairo_surface_t *to = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height);
	cairo_t *cr = cairo_create(to);

	cairo_set_source_surface(cr, source, 0, 0);
	cairo_set_operator(cr, CAIRO_OPERATOR_SOURCE);
	cairo_paint(cr);
	cairo_destroy(cr);
	cairo_surface_flush(to);
	return to;
}

/* Takes the pixels apart; the surface is given back. */
static bool split(struct arena *arena, struct pixels *out, cairo_surface_t *argb)
{
	bool good = cairo_surface_status(argb) == CAIRO_STATUS_SUCCESS;

	out->width = cairo_image_surface_get_width(argb);
	out->height = cairo_image_surface_get_height(argb);
	out->count = (size_t)out->width * (size_t)out->height;
	out->colour = arena_alloc_array(arena, out->count, 3);
	out->alpha = arena_alloc(arena, out->count);
	for (int y = 0; good && y < out->height; y++)
		take_row(out,
			 cairo_image_surface_get_data(argb) +
				 (size_t)y * (size_t)cairo_image_surface_get_stride(argb),
			 (size_t)y * (size_t)out->width);
	cairo_surface_destroy(argb);
	return good;
}

static bool decode(struct arena *arena, struct pixels *out, const unsigned char *png, size_t length)
{
	cairo_surface_t *picture = png_surface(png, length);
	bool good = picture != NULL && split(arena, out, as_argb(picture));

	cairo_surface_destroy(picture);
	return good;
}

static void put_plane(struct pdf *pdf, long id, const struct pixels *pixels, const char *space,
		      const char *more, const unsigned char *bytes, size_t length)
{
	char dict[256];

	snprintf(
		dict, sizeof dict,
		"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/%s%s",
		pixels->width, pixels->height, space, more);
	pdf_stream(pdf->file, id, dict, bytes, length);
}

static long write_image(struct pdf *pdf, const struct pixels *pixels)
{
	long id = pdf_new_id(pdf->file), mask;
	char more[48] = "";

	if (pixels->clear) {
		mask = pdf_new_id(pdf->file);
		put_plane(pdf, mask, pixels, "DeviceGray", "", pixels->alpha, pixels->count);
		snprintf(more, sizeof more, "/SMask %ld 0 R", mask);
	}
	put_plane(pdf, id, pixels, "DeviceRGB", more, pixels->colour, pixels->count * 3);
	return id;
}

int pdf_image(struct pdf *pdf, const unsigned char *png, size_t length)
{
	char *key = arena_printf(pdf->arena, "%p", (const void *)png);
	int *number = map_find(&pdf->images, key);
	struct pixels pixels = { 0 };
	struct arena *scratch;

	if (number != NULL)
		return *number;
	number = arena_new(pdf->arena, int);
	*number = -1;
	scratch = arena_create_within(pdf->arena);
	if (decode(scratch, &pixels, png, length)) {
		*number = (int)pdf->images.count;
		text_addf(&pdf->image_names, "/I%d %ld 0 R", *number, write_image(pdf, &pixels));
	} else {
		pdf_fail(pdf, STATUS_DATA, "un’immagine PNG non si può leggere");
	}
	arena_destroy(scratch);
	map_put(&pdf->images, key, number);
	return *number;
}
