/* web_private.h - what the parts of a page share.
 *
 * Gives:    the page being written and the writers of its parts.
 * Includes: web.h, figure.
 * Not here: how a drawing is made (figure).
 *
 * Recursion over blocks, inlines and nodes is bounded: their depth is that of
 * the template and the plan, which markup limits.
 */
#ifndef WEB_PRIVATE_H
#define WEB_PRIVATE_H

#include "web/web.h"

#include "base/escape.h"
#include "base/map.h"
#include "figure/figure.h"

#include <string.h>

/** A page being written. */
struct web {
	struct arena *arena;
	const struct document *document;
	const struct web_options *options;
	struct text *out;                      /* the body                                        */
	struct map classes;                    /* declarations of a style -> name of its class    */
	struct text css;                       /* the classes, as a style sheet                   */
	struct map styles;                     /* what has been looked up: key -> name of a class */
	const struct document_block *title;    /* the paragraph that is the h1, or NULL */
	const struct document_block *cover;    /* the section that it stands in, or NULL */
	const struct document_block *contents; /* the section of contents, or NULL      */
	const struct document_section *section; /* in hand                                */
	bool linked;                            /* inside a link                          */
	int tables, figures;                    /* so far                                 */
	struct web_file *files, *files_last;
	int image_count, chart_count;
};

/* ---- words (word.c) ------------------------------------------------------- */

/** A length or share with at most two decimals, with a point in any locale. */
void web_add_number(struct text *out, double value);
/** A name of the document as an id: no blanks; none begins with the _ that
 *  the page's own ids begin with. Different names stay different. */
void web_add_id(struct text *out, const char *id);
/** ` name="id"` or, for href, ` href="#id"`; nothing when `id` is NULL. */
void web_add_id_attribute(struct text *out, const char *name, const char *id);
/** Bytes in base 64. */
void web_add_base64(struct text *out, const unsigned char *bytes, size_t length);
/** NULL, or without anything but blanks. */
bool web_says_nothing(const struct document_inline *first);

/* ---- looks (style.c) ------------------------------------------------------- */

/** The class of a block's style; "" when it has nothing to say. */
const char *web_block_class(struct web *web, const struct document_style *style);
/** Of a cell: no space before and after. */
const char *web_cell_class(struct web *web, const struct document_style *style);
/** Of a row: its background and rules. */
const char *web_row_class(struct web *web, const struct document_style *style);
/** Of what holds a table or a figure: only space before and after. */
const char *web_space_class(struct web *web, const struct document_style *style);
/** Of characters that differ from those around them; "" when they don't. */
const char *web_character_class(struct web *web, const struct document_character *character,
				const struct document_character *around);
/** Of a column, by its share of the table in percent. */
const char *web_column_class(struct web *web, double percent);
/** Of a list with a bullet of its own. */
const char *web_bullet_class(struct web *web, const char *bullet);
/** Whether a block looks like what holds it: characters, alignment, background. */
bool web_same_look(const struct document_style *inner, const struct document_style *outer);
/** ` class="…"` of up to two names; nothing for "". */
void web_add_class(struct text *out, const char *first, const char *second);

/* ---- content ----------------------------------------------------------------- */

/** Inlines, within characters that are `around`. (inline.c) */
void web_inlines(struct web *web, const struct document_inline *first,
		 const struct document_character *around);
/** The shape of a signal, hidden from assistive technology. (inline.c) */
void web_signal_shape(struct web *web, const char *signal);
void web_block(struct web *web, const struct document_block *block);  /* block.c */
void web_blocks(struct web *web, const struct document_block *first); /* block.c */
void web_table(struct web *web, const struct document_block *block);  /* table.c */
void web_figure(struct web *web, const struct document_block *block); /* figure.c */
/** A tree or a map; `name` is its class. (node.c) */
void web_nodes(struct web *web, const struct document_block *block, const char *name);
void web_contents(struct web *web, const struct document_block *block); /* contents.c */
/** The navigation of the page: the document's own contents, else a list made of its
 *  headings. False: there was nothing to list. (contents.c) */
bool web_page_contents(struct web *web);
/** The section that is nothing but a list of contents, or NULL. (contents.c) */
const struct document_block *web_contents_section(const struct document *document);
/** The data of a chart, folded away. (figure_data.c) */
void web_chart_data(struct web *web, const struct document_figure *figure);

#endif
