/* preview_private.h - pages as pictures.
 *
 * Gives:    the parts of paint_preview() in order of the data's way: pages
 *           kept, faces and images, operations drawn, files written.
 * Includes: page, type, paint/paint.h; Cairo, FreeType.
 * Not here: PDF.
 */
#ifndef PAINT_PREVIEW_PRIVATE_H
#define PAINT_PREVIEW_PRIVATE_H

#include "paint/paint.h"

#include "base/map.h"

#include <cairo.h>
#include <ft2build.h>
#include FT_FREETYPE_H

/** A page until its late part has come: what it shows, without its marks. */
struct preview_page {
	bool here;
	double width, height;
	struct page_op *first, *last; /* the body, then the late part */
};

struct preview {
	struct page_sink sink;
	struct arena *arena;
	struct arena *kept; /* the pages' operations; given back at the end */
	struct paint_preview_options options;
	enum status failed; /* the first failure; then nothing more is drawn */
	const char *why;    /* of it, Italian */

	struct preview_page *pages; /* by index */
	size_t page_count, page_capacity;

	FT_Library freetype;       /* NULL until a face is asked for */
	cairo_font_face_t **faces; /* by index of the face           */
	size_t face_count;
	struct map images; /* PNG bytes' address -> cairo_surface_t */
};

/** Keeps the first failure. */
void preview_fail(struct preview *preview, enum status status, const char *why);
/** Turns Cairo's status into a failure; no memory goes to the arena's handler. */
void preview_check(struct preview *preview, cairo_status_t status);

/** Copies what is shown, so that it outlives the page. */
void preview_keep(struct preview *preview, struct preview_page *page, const struct page_op *first);

/** The face for Cairo, loaded at first use; NULL after a failure. */
cairo_font_face_t *preview_face(struct preview *preview, const struct type_face *face);
/** The picture in a PNG, decoded at first use; NULL after a failure. */
cairo_surface_t *preview_image(struct preview *preview, const unsigned char *png, size_t length);
/** Gives faces, images and FreeType back. */
void preview_release(struct preview *preview);

/** Draws operations in points, origin top-left. */
void preview_draw(struct preview *preview, cairo_t *cr, const struct page_op *first);

/** Writes a kept page to its file; `digits` of its number. */
enum status preview_write(struct preview *preview, int index, int digits, struct diag *diag);

#endif
