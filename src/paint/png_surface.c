/* png_surface.c - Cairo reads the PNG from memory. */
#include "png_surface.h"

#include <string.h>

struct reading {
	const unsigned char *bytes;
	size_t left;
};

static cairo_status_t read_more(void *closure, unsigned char *to, unsigned length)
{
	struct reading *reading = closure;

	if (length > reading->left)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(to, reading->bytes, length);
	reading->bytes += length;
	reading->left -= length;
	return CAIRO_STATUS_SUCCESS;
}

cairo_surface_t *png_surface(const unsigned char *png, size_t length)
{
	struct reading reading = { png, length };
	cairo_surface_t *picture = cairo_image_surface_create_from_png_stream(read_more, &reading);

	if (cairo_surface_status(picture) == CAIRO_STATUS_SUCCESS)
		return picture;
	cairo_surface_destroy(picture);
	return NULL;
}
