/* style.h - named styles, and the looks made from them.
 *
 * Gives:    style_set (what a template defines), and the resolving of a look
 *           from what is inherited plus named styles, shared between nodes.
 * Includes: base, document/style.h.
 * Not here: which element uses which style (read_*.c).
 */
#ifndef TEMPLATE_STYLE_H
#define TEMPLATE_STYLE_H

#include "base/element.h"
#include "base/map.h"
#include "document/style.h"

/** What a named style says: values, and which of them it gives. */
struct style_spec {
	const char *name;
	struct place place;
	struct document_style values;
	double leading_factor; /* interlinea without unit: times the size */
	uint64_t given;        /* bit of each property, by its row in the table */
};

struct style_set {
	struct arena *arena;
	struct map specs; /* name -> style_spec, bases already laid under */
	struct map looks; /* "parent|spec|spec|align" -> document_style   */
	struct map characters;
};

/** A set with the program's own styles, so that every template has them. */
struct style_set style_set_make(struct arena *arena);
/** Reads a <stile> element into the set. */
void style_read(struct style_set *set, const struct element *element, struct diag *diag);
const struct style_spec *style_find(const struct style_set *set, const char *name);
/** The nearest name of a style, or NULL. */
const char *style_nearest(const struct style_set *set, const char *name);

/** Align that an element itself asks for; STYLE_ALIGN_UNSET: none. */
#define STYLE_ALIGN_UNSET (-1)

/** The look of an element: what `parent` hands down, then each spec in turn
 *  (NULL ones are skipped). `parent` NULL: the document's own look. */
const struct document_style *style_resolve(struct style_set *set,
					   const struct document_style *parent,
					   const struct style_spec *kind,
					   const struct style_spec *named, int align);
/** The characters of an inline element in the same way. */
const struct document_character *style_character(struct style_set *set,
						 const struct document_character *parent,
						 const struct style_spec *kind,
						 const struct style_spec *named,
						 const char *language);

/** Contrast of two colours, 1 to 21. Source: WCAG 2.1, 1.4.3. */
double style_contrast(document_colour a, document_colour b);
/** The least contrast that such characters need: 4.5, or 3 for large ones. */
double style_contrast_needed(const struct document_character *character);

/** A length in points from "12pt", "3mm", "1cm" or a bare number. */
bool style_length(double *out, const char *text);
/** One to four lengths: top right bottom left, as in CSS. */
bool style_edges(struct document_edges *out, const char *text);
bool style_colour(document_colour *out, const char *text);
/** The number of a word of `allinea`. */
bool style_align(int *out, const char *text);

#endif
