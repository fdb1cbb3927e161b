/* text_private.h - inline content on its way to lines.
 *
 * Gives:    passage (text flattened, then cut into atoms), lines, their
 *           drawing. Legend: span characters of one look; atom what stays on
 *           one line; part a shaped piece of an atom in one look; mark an
 *           element inside the paragraph (link, other language).
 * Includes: layout_private.h.
 * Not here: where a paragraph breaks between pages (paragraph.c).
 */
#ifndef LAYOUT_TEXT_PRIVATE_H
#define LAYOUT_TEXT_PRIVATE_H

#include "layout_private.h"

/* In the flattened text blanks are single, these two stand for elements. */
#define PASSAGE_BREAK  '\n'
#define PASSAGE_SPRING '\t'

#define ATOM_BYTES_MAX 240 /* longer words may be cut anywhere */

struct span {
	size_t start; /* byte; it ends where the next span starts */
	struct look look;
	int mark;                  /* index; -1: none */
	const char *signal;        /* a shape goes before its first byte, or NULL */
	const struct anchor *late; /* its text waits for a page number, or NULL   */
};

struct mark {
	const struct document_inline *link; /* LINK or REFERENCE, or NULL */
	const char *target;                 /* made-up link, or NULL      */
	const char *language;
	enum page_role role;
	double reach; /* a link's rectangle on the last line goes on to this x; 0: no */
	struct page_tag *tag;
};

struct part {
	const struct type_run *run; /* NULL: the shape of a signal      */
	const struct span *span;
	float width;
	float blank; /* before it: a blank that must not break   */
};

enum atom_kind { ATOM_WORD, ATOM_BREAK, ATOM_SPRING };

struct atom {
	enum atom_kind kind;
	bool space;        /* a blank goes before it                     */
	bool glued;        /* a long word goes on: may be cut to fill    */
	bool hyphen;       /* ends in a hyphen of our own                */
	bool tail;         /* goes on after such a hyphen                */
	float blank;       /* width of the blank before it               */
	float width;       /* without that blank                         */
	size_t start, end; /* bytes of the text                     */
	struct part *parts;
	size_t part_count;
};

struct passage {
	struct layout *layout;
	struct arena *arena;
	struct text text;
	struct span *spans;
	size_t span_count, span_capacity;
	struct mark *marks;
	int mark_count, mark_capacity;
	struct atom *atoms;
	size_t atom_count, atom_capacity;
	const char *language; /* of the paragraph, NULL: the document's */
};

/* ---- passage.c ---------------------------------------------------------- */

struct passage passage_make(const struct setting *setting, const char *language);
/** Appends text in a look; blanks are folded, controls dropped. */
void passage_add(struct passage *passage, const struct span *look, const char *text);
/** The same in small capitals. */
void passage_add_capitals(struct passage *passage, const struct span *look, const char *text);
/** Appends PASSAGE_BREAK or PASSAGE_SPRING. */
void passage_add_control(struct passage *passage, const struct span *look, char control);
int passage_add_mark(struct passage *passage, struct mark mark);
/** The width of a text on one line, pt. */
double passage_width(const struct setting *setting, const struct look *look, const char *text);
/** Drops a blank at the end. */
void passage_trim(struct passage *passage);
const struct span *passage_span_at(const struct passage *passage, size_t byte);
size_t passage_span_end(const struct passage *passage, const struct span *span);
struct look look_of(const struct document_character *character);

/* ---- flatten.c ------------------------------------------------------------ */

/** Appends a run of inlines. */
void passage_add_inlines(struct passage *passage, const struct setting *setting,
			 const struct document_inline *first);

/* ---- atom.c ----------------------------------------------------------------- */

/** Cuts the text into atoms and shapes them. */
void passage_shape(struct passage *passage);
/** The two halves of an atom cut at a byte of the text. */
void atom_cut(const struct passage *passage, const struct atom *atom, size_t at, bool hyphen,
	      struct atom *head, struct atom *tail);
/** The last place where a cut leaves at most `room` pt before it; at least
 *  one character; `atom->end` when there is no place to cut. */
size_t atom_cut_within(const struct atom *atom, double room);

/* ---- hyphen.c ------------------------------------------------------------------ */

#define HYPHEN_PLACES_MAX 64
/** Bytes of the text where an atom may be hyphenated, increasing. */
size_t hyphen_places(const struct passage *passage, const struct atom *atom,
		     size_t places[HYPHEN_PLACES_MAX]);

/* ---- lines.c ----------------------------------------------------------------------- */

struct line {
	size_t first, count; /* of lines.atoms                        */
	double indent;       /* from the left edge                    */
	double room;         /* width it may take, from the indent    */
	double natural;      /* width it takes                        */
	double height, baseline;
	int blanks, springs;
	bool hyphen; /* ends in a hyphen: not last on a page  */
	bool closed; /* ends a paragraph or before a break: not justified */
};
struct lines {
	struct arena *arena;
	struct line *items;
	size_t count, capacity;
	struct atom *atoms; /* as placed: hyphenated ones in halves   */
	size_t atom_count, atom_capacity;
};
/** Widths of the lines and what counts in breaking them. */
struct measure {
	double width, indent_first, indent_rest;
	double size, leading; /* of the paragraph's style */
	enum type_variant variant;
	bool hyphenate, justify;
	bool sparing; /* hyphens only in words longer than the line */
};
struct lines lines_break(const struct passage *passage, const struct measure *measure);
struct measure measure_of(const struct document_style *style, double width);
/** The longest atom and the longest line without breaks, pt, indents counted. */
void passage_extent(const struct passage *passage, const struct measure *measure, double *least,
		    double *most);

/* ---- line_draw.c -------------------------------------------------------------------- */

/** Draws one line with its top-left corner at (x, y); `tag` is the paragraph's. */
void line_draw(const struct canvas *canvas, struct passage *passage, const struct lines *lines,
	       const struct line *line, enum document_align align, struct page_tag *tag, double x,
	       double y);

/* ---- paragraph.c ----------------------------------------------------------------------- */

struct paragraph {
	struct piece piece;
	struct passage passage;
	struct lines lines;
	size_t at; /* next line */
	enum page_role role;
	enum document_align align;
	bool plain;   /* its content is marked as the parent's */
	double shift; /* to the right, for decimal alignment   */
	struct page_tag *tag;
};
/** The paragraph that a piece is, or NULL. */
struct paragraph *paragraph_of(struct piece *piece);

#endif
