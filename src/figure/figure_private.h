/* figure_private.h - what the drawings of this room share.
 *
 * Gives:    struct easel (what a drawing is made with), labels (wrapped
 *           text), outlines (paths), spreading of labels, colours.
 * Includes: figure/figure.h.
 * Not here: charts (chart_private.h), boxes of nodes (node_private.h).
 */
#ifndef FIGURE_FIGURE_PRIVATE_H
#define FIGURE_FIGURE_PRIVATE_H

#include "figure/figure.h"

/** What one figure is drawn with. Lengths in pt, as everywhere here. */
struct easel {
	struct arena *arena;
	struct type_library *type;
	const struct document_figure *figure;
	struct figure_space space; /* sound: at least FIGURE_SIDE_MIN each way */
	struct place place;
	struct diag *diag;
	double size; /* of the figure's ordinary text */
};

#define FIGURE_SIDE_MIN 24.0

struct page_drawing *chart_draw(struct easel *easel);
struct page_drawing *image_draw(struct easel *easel);
void tree_draw(struct easel *easel, struct figure_drawings *out);
void map_draw(struct easel *easel, struct figure_drawings *out);

/* ---- colours --------------------------------------------------------- */

/* Greys with at least 4.5:1 on white where text wears them. */
#define INK      0x1F2933 /* text                     */
#define INK_SOFT 0x4A5560 /* secondary text           */
#define INK_RULE 0x6B7680 /* base lines, 3:1          */
#define GRID     0xD9DEE3 /* light lines behind       */
#define PAPER    0xFFFFFF
#define BLUE     0x17324D /* edges of boxes           */

/* ---- labels ---------------------------------------------------------- */

struct lettering {
	enum type_variant variant;
	double size;
	document_colour colour;
};

struct label_word {
	struct page_word word;
	const char *begins; /* the whole word that is broken after this piece, or NULL */
	bool ends;          /* the last piece of such a word                           */
};

struct label_line {
	struct label_word *words;
	size_t count;
	double width;
};

/** A text broken into lines. */
struct label {
	struct easel *easel;
	struct lettering lettering;
	const char *text;
	struct label_line *lines;
	size_t count;
	double width;   /* of its longest line           */
	double height;  /* of all lines                  */
	double leading; /* from one baseline to the next */
	bool cut;       /* does not say all of its text  */
	bool broken;    /* a word is broken without hyphen */
	bool quiet;     /* cut on purpose: no warning    */
};

enum label_align { LABEL_LEFT, LABEL_CENTRE, LABEL_RIGHT };

#define LABEL_BYTES_MAX 6000 /* of a label's text; the rest is cut */

/** `text` (NULL: nothing) broken to `width`; `lead`, if given, goes before it
 *  in bold. At most `lines_max` lines (0: as many as it takes): what is more
 *  is cut with an ellipsis. Words wider than `width` are hyphenated or, at
 *  last, broken anywhere. */
struct label *label_make(struct easel *easel, struct lettering lettering, const char *lead,
			 const char *text, double width, size_t lines_max);
/** Draws with the top line's upper edge at `y`; `x` is the left edge, centre
 *  or right edge by `align`. Reports a label that is cut. */
void label_draw(struct page_drawing *drawing, const struct label *label, double x, double y,
		enum label_align align);
/** The same on white, so that lines behind do not cross it. */
void label_draw_on_paper(struct page_drawing *drawing, const struct label *label, double x,
			 double y, enum label_align align);
/** Distance between baselines of a size. */
double label_leading(double size);

/* ---- spreading ------------------------------------------------------- */

/** A label that wants its middle at `want` on a line. */
struct spread_item {
	double want, size;
	double at; /* its middle, result */
};

/** Moves items, sorted by `want`, as little as needed (least squares) so that
 *  none overlap and all stay between `low` and `high`; false when they cannot. */
bool spread(struct easel *easel, struct spread_item *items, size_t count, double low, double high);

/* ---- outlines -------------------------------------------------------- */

#define OUTLINE_SEGMENTS_MAX 24

/** A path being built, and its bounds. */
struct outline {
	struct page_segment segments[OUTLINE_SEGMENTS_MAX];
	size_t count;
	double x0, y0, x1, y1;
};

struct outline outline_rect(double x, double y, double w, double h);
struct outline outline_disc(double x, double y, double radius);
/** A part of a ring (inner 0: of a disc); angles in radians clockwise from 12 o'clock. */
struct outline outline_sector(double x, double y, double inner, double outer, double from,
			      double to);
/** A polygon of `count` corners (x, y pairs), at most 12. */
struct outline outline_polygon(const double *corners, size_t count);
void outline_draw(struct page_drawing *drawing, enum page_op_kind kind,
		  const struct outline *outline, document_colour colour, double line_width);

/* ---- series ---------------------------------------------------------- */

#define SERIES_COLOURS 12

/** Colour of the series of that index, at least 4.5:1 on white; they return
 *  after SERIES_COLOURS. */
document_colour series_colour(size_t index);
/** Fills with the series' colour and, from the second on, its pattern in white. */
void series_fill(struct page_drawing *drawing, const struct outline *outline, size_t index);
/** The mark of a series on a line: a shape of its own around (x, y). */
void series_marker(struct page_drawing *drawing, size_t index, double x, double y, double size);

#endif
