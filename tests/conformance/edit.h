/* edit.h - a good PDF spoilt on purpose, through libqpdf.
 *
 * Gives:    edits told as data, edit_apply().
 * Includes: base, libqpdf.
 * Not here: which edit breaks which clause (cases.c).
 *
 * A place in the file is an anchor and steps: "Root/MarkInfo", "page0",
 * "tag:TD#1/A" (the second TD), "note:Link", "font/DescendantFonts/0".
 */
#ifndef EDIT_H
#define EDIT_H

#include "base/file.h"

#include <qpdf/qpdf-c.h>

enum edit_kind {
	EDIT_NONE,
	EDIT_SET,    /* key (or index) of what is at `at` becomes `value`, a PDF value or @place */
	EDIT_REMOVE, /* key (or index) is taken away         */
	EDIT_SWAP,   /* two items of an array, `key` and `value` */
	EDIT_LONG,   /* key becomes a string of `value` bytes */
	EDIT_DATA,   /* in the data of a stream, `key` (~ is any byte) becomes `value`
	                (~ is what it was) */
	EDIT_BYTES,  /* the same in the file as written      */
	EDIT_GROW,   /* in the file: the number after `key` grows by that in `value` */
	EDIT_LOCK,   /* the file is encrypted                */
};

struct edit {
	enum edit_kind kind;
	const char *at, *key, *value;
};

#define EDITS_MAX 3

/** The file after the edits, in the arena; no data when one did not apply. */
struct bytes edit_apply(struct arena *arena, struct bytes pdf, const struct edit edits[EDITS_MAX]);

#endif
