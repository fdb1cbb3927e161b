/* image_check.c - a PNG read to its end, so that no painter meets a broken one.
 *
 * libpng leaves by longjmp when a file is unsound. What is needed after that
 * lies in struct reading, not in local variables, whose values would be lost.
 */
#include "figure/figure.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#define IMAGE_SIDE_MAX  20000               /* pixels */
#define IMAGE_BYTES_MAX (256 * 1024 * 1024) /* decoded */
#define IMAGE_CHUNK_MAX (8 * 1024 * 1024)   /* of one piece beside the pixels */
#define METRES_PER_INCH 0.0254
#define DEFAULT_DPI     96.0

struct reading {
	const unsigned char *at;
	size_t left;
	bool truncated;
	bool too_large;
	png_structp png;
	png_infop info;
	png_bytep row;
};

static void read_bytes(png_structp png, png_bytep to, size_t count)
{
	struct reading *reading = png_get_io_ptr(png);

	if (count > reading->left) {
		reading->truncated = true;
		png_error(png, "truncated");
	}
	memcpy(to, reading->at, count);
	reading->at += count;
	reading->left -= count;
}

static void on_error(png_structp png, png_const_charp message)
{
	(void)message;
	png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp message)
{
	(void)png;
	(void)message;
}

static double dots_per_inch(struct reading *reading)
{
	png_uint_32 x = 0, y = 0;
	int unit = PNG_RESOLUTION_UNKNOWN;

	if (!png_get_pHYs(reading->png, reading->info, &x, &y, &unit) ||
	    unit != PNG_RESOLUTION_METER || x == 0)
		return DEFAULT_DPI;
	return x * METRES_PER_INCH;
}

static void read_size(struct reading *reading, struct document_image *image)
{
	png_read_info(reading->png, reading->info);
	image->width_px = (int)png_get_image_width(reading->png, reading->info);
	image->height_px = (int)png_get_image_height(reading->png, reading->info);
	image->dpi = dots_per_inch(reading);
	if (png_get_rowbytes(reading->png, reading->info) >
	    IMAGE_BYTES_MAX / (size_t)image->height_px) {
		reading->too_large = true;
		png_error(reading->png, "too large");
	}
}

/* All rows go through one buffer; they are not kept. */
static void read_rows(struct reading *reading)
{
	png_uint_32 height = png_get_image_height(reading->png, reading->info);
	int passes = png_set_interlace_handling(reading->png);

	png_read_update_info(reading->png, reading->info);
	reading->row = png_malloc(reading->png, png_get_rowbytes(reading->png, reading->info));
	for (int pass = 0; pass < passes; pass++)
		for (png_uint_32 y = 0; y < height; y++)
			png_read_row(reading->png, reading->row, NULL);
	png_read_end(reading->png, NULL);
}

static bool read_all(struct reading *reading, struct document_image *image)
{
	if (setjmp(png_jmpbuf(reading->png)))
		return false;
	png_set_user_limits(reading->png, IMAGE_SIDE_MAX, IMAGE_SIDE_MAX);
	png_set_chunk_malloc_max(reading->png, IMAGE_CHUNK_MAX);
	png_set_read_fn(reading->png, reading, read_bytes);
	read_size(reading, image);
	read_rows(reading);
	return true;
}

static bool decode(struct reading *reading, struct document_image *image)
{
	bool sound = false;

	reading->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, on_error, on_warning);
	if (reading->png == NULL)
		return false;
	reading->info = png_create_info_struct(reading->png);
	if (reading->info != NULL)
		sound = read_all(reading, image);
	if (reading->row != NULL)
		png_free(reading->png, reading->row);
	png_destroy_read_struct(&reading->png, &reading->info, NULL);
	return sound;
}

#define SIGNATURE_LENGTH 8
#define HEADER_LENGTH    24 /* signature, length and name of IHDR, width, height */

static unsigned long big_endian(const unsigned char *at)
{
	return (unsigned long)at[0] << 24 | (unsigned long)at[1] << 16 | (unsigned long)at[2] << 8 |
	       at[3];
}

static bool is_png(const struct document_image *image)
{
	return image->png_length >= SIGNATURE_LENGTH &&
	       png_sig_cmp(image->png, 0, SIGNATURE_LENGTH) == 0;
}

/* Whether the file itself says it is wider or taller than we read. */
static bool is_huge(const struct document_image *image)
{
	return image->png_length >= HEADER_LENGTH &&
	       (big_endian(image->png + 16) > IMAGE_SIDE_MAX ||
		big_endian(image->png + 20) > IMAGE_SIDE_MAX);
}

static enum status say_too_large(struct place place, struct diag *diag)
{
	diag_error(diag, place, "immagine-troppo-grande",
		   "l’immagine è troppo grande: sono ammessi al massimo %d × %d punti e %d MB una "
		   "volta aperta; ridurne le dimensioni",
		   IMAGE_SIDE_MAX, IMAGE_SIDE_MAX, IMAGE_BYTES_MAX / (1024 * 1024));
	return STATUS_LIMIT;
}

enum status figure_image_check(struct document_image *image, struct place place, struct diag *diag)
{
	struct reading reading = { .at = image->png, .left = image->png_length };

	if (!is_png(image)) {
		diag_error(diag, place, "immagine-non-png",
			   "il file non è un’immagine PNG: convertirlo in PNG e riprovare");
		return STATUS_DATA;
	}
	if (is_huge(image))
		return say_too_large(place, diag);
	if (decode(&reading, image))
		return STATUS_OK;
	if (reading.too_large)
		return say_too_large(place, diag);
	diag_error(diag, place, "immagine-guasta",
		   "l’immagine PNG %s: salvarla di nuovo dal programma che l’ha prodotta",
		   reading.truncated ? "è troncata, manca la fine del file"
				     : "è guasta, i dati non si possono leggere");
	return STATUS_DATA;
}
