/* label_private.h - the pieces a label is broken into.
 *
 * Gives:    struct atom and its making; the filling of lines reads it.
 * Includes: figure_private.h.
 * Not here: drawing.
 */
#ifndef FIGURE_LABEL_PRIVATE_H
#define FIGURE_LABEL_PRIVATE_H

#include "figure_private.h"

/** A piece of text between two places where a line may break. */
struct atom {
	const char *text;
	size_t length;
	enum type_variant variant;
	bool space; /* a blank stands before it */
};

struct atoms {
	struct atom *items;
	size_t count, capacity;
	bool cut; /* the text was longer than LABEL_BYTES_MAX */
};

/** Adds the pieces of a text, blanks folded, unseen characters left out. */
void atoms_add(struct easel *easel, struct atoms *atoms, enum type_variant variant,
	       const char *text);

/** How the first part of a piece may stand on a line. */
struct head {
	size_t bytes; /* of the piece that it takes, 0: nothing fits */
	bool hyphen;  /* with a hyphen after it                      */
};

/** The longest part of a piece, hyphenated, that fits `width` (pt). */
struct head atom_hyphenate(struct easel *easel, const struct atom *atom, double size, double width);
/** The longest part that fits, broken anywhere but inside a character; at least one. */
struct head atom_chop(struct easel *easel, const struct atom *atom, double size, double width);

#endif
