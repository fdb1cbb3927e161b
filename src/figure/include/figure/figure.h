/* figure.h - charts, trees, maps and images drawn.
 *
 * Gives:    figure_draw(): a figure's data and a width become one drawing or,
 *           for trees and maps, several, each to be kept whole on a page.
 * Includes: base, document, type, page, libpng (to check images).
 * Not here: where pages break, PDF, HTML.
 */
#ifndef FIGURE_FIGURE_H
#define FIGURE_FIGURE_H

#include "base/diag.h"
#include "document/document.h"
#include "page/page.h"

struct figure_space {
	double width;        /* of the column, pt                         */
	double height;       /* of an empty page, pt: no drawing is taller */
	double first_height; /* free on the current page, for the first slice of a tree or map */
};

struct figure_drawings {
	struct page_drawing **items; /* in reading order, at least one */
	size_t count;
	struct page_local_tag *tags; /* shared by all drawings; none: one Figure tag */
	size_t tag_count;
	bool structured; /* true: tags hold the reading order (tree, map) */
};

/** Draws. Never fails: text that cannot fit is shortened with … and reported
 *  as a warning at `place`. */
struct figure_drawings *figure_draw(struct arena *arena, struct type_library *type,
				    const struct document_figure *figure, struct figure_space space,
				    struct place place, struct diag *diag);

/** Reads a PNG's header and checks the whole file decodes; fills size and
 *  resolution. STATUS_DATA with a finding when it is no sound PNG, STATUS_LIMIT
 *  when it has too many pixels. */
enum status figure_image_check(struct document_image *image, struct place place, struct diag *diag);

#endif
