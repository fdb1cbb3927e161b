/* style.h - how a block or a piece of text looks, resolved.
 *
 * Gives:    struct document_style. Templates make them; layout, figure and
 *           web read them. Shared between many blocks, never changed.
 * Includes: nothing of ours.
 * Not here: names of template attributes; fonts (type).
 */
#ifndef DOCUMENT_STYLE_H
#define DOCUMENT_STYLE_H

#include <stdbool.h>
#include <stdint.h>

/** 0xRRGGBB; DOCUMENT_NO_COLOUR: none. */
typedef int32_t document_colour;
#define DOCUMENT_NO_COLOUR (-1)

enum document_align {
	DOCUMENT_LEFT,
	DOCUMENT_RIGHT,
	DOCUMENT_CENTRE,
	DOCUMENT_JUSTIFY,
	DOCUMENT_DECIMAL
};

/** What a run of characters looks like. */
struct document_character {
	double size_pt;
	document_colour colour; /* of the text */
	bool bold, italic, underline, small_capitals;
	const char *language; /* BCP 47, NULL: the document's */
};

struct document_edges {
	double top, right, bottom, left; /* pt */
};

struct document_border {
	double width_pt; /* 0: none */
	document_colour colour;
};

struct document_style {
	const char *name;
	struct document_character character;
	double leading_pt; /* baseline to baseline                    */
	enum document_align align;
	bool hyphenate;
	double space_before_pt, space_after_pt; /* between blocks the larger counts */
	double indent_first_pt, indent_left_pt, indent_right_pt;
	struct document_edges padding;
	struct document_border border_top, border_right, border_bottom, border_left;
	document_colour background;
};

#endif
