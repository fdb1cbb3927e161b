/* png_surface.h - a PNG in memory as a Cairo surface.
 *
 * Gives:    png_surface(), for both painters.
 * Includes: Cairo.
 * Not here: what becomes of the pixels; whether the PNG is sound (figure has
 *           checked it, but a painter must not trust that).
 */
#ifndef PAINT_PNG_SURFACE_H
#define PAINT_PNG_SURFACE_H

#include <cairo.h>
#include <stddef.h>

/** The picture, to be destroyed by the caller; NULL when it can't be read. */
cairo_surface_t *png_surface(const unsigned char *png, size_t length);

#endif
