/* style_private.h - the table of style properties, shared by style*.c.
 *
 * Gives:    one row a property: how it reads, where it goes, whether a
 *           child element takes it over.
 * Includes: style.h.
 * Not here: anything for other files.
 */
#ifndef TEMPLATE_STYLE_PRIVATE_H
#define TEMPLATE_STYLE_PRIVATE_H

#include "style.h"

#include <stddef.h>

#define STYLE_PROPERTIES_MAX 32
#define STYLE_SIZE_MIN_PT    4
#define STYLE_SIZE_MAX_PT    200

enum style_kind {
	STYLE_SIZE,
	STYLE_LEADING,
	STYLE_LENGTH,
	STYLE_SIGNED_LENGTH,
	STYLE_COLOUR,
	STYLE_FLAG,
	STYLE_ALIGN,
	STYLE_EDGES,
	STYLE_BORDER,
};

struct style_property {
	const char *name; /* NULL: end of the table */
	enum style_kind kind;
	size_t offset, size;
	bool inherited;
	const char *wants; /* Italian: what its value must be */
};

extern const struct style_property style_properties[];

/** Lays what `over` gives on `under`. */
void style_lay(struct style_spec *under, const struct style_spec *over);
/** Puts or replaces a style. */
void style_put(struct style_set *set, struct style_spec *spec);

#endif
