/* element.h - a tree of named elements, as read.
 *
 * Gives:    struct element: what templates, rich texts and plans look like
 *           between the parser and the reader that gives them meaning.
 * Includes: base/arena.h, base/diag.h.
 * Not here: how the tree is made (markup) and what the names mean.
 */
#ifndef BASE_ELEMENT_H
#define BASE_ELEMENT_H

#include "base/arena.h"
#include "base/diag.h"

struct attribute {
	const char *name;  /* as written, without namespace */
	const char *value; /* entities resolved, blanks normalized */
};

struct element {
	const char *name; /* local name; NULL: a piece of text      */
	const char *text; /* of a piece of text, else NULL          */
	struct attribute *attributes;
	size_t attribute_count;
	struct element *parent, *first, *last, *next;
	struct place place; /* of its "<", or of the text's first character */
	size_t start, end;  /* bytes of the source it takes: "<" to past its ">" */
};

/** The value of an attribute, or NULL. */
const char *element_attribute(const struct element *element, const char *name);
/** The first child of that name, or NULL. */
struct element *element_child(const struct element *element, const char *name);
/** Next sibling (itself included) that is an element, skipping text. */
struct element *element_skip_text(struct element *element);
/** All text below, blanks folded, ends trimmed; "" when there is none. */
char *element_text(struct arena *arena, const struct element *element);
bool element_is(const struct element *element, const char *name);

#endif
