/* document.h - the document: a tree of blocks that carry meaning.
 *
 * Gives:    the structs that template builds and that layout and web read:
 *           headings have levels, tables have header cells, charts have
 *           their data and a text alternative. No coordinates.
 * Includes: base, document/style.h, document/figure.h.
 * Not here: pages, PDF, HTML, the plan.
 *
 * Built by the document_add functions in document order; then
 * document_resolve() numbers headings, fills contents lists, resolves
 * references and header ids. All memory is the document's arena's.
 */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/status.h"
#include "document/figure.h"
#include "document/style.h"

/* ---- inline content ------------------------------------------------- */

enum document_inline_kind {
	DOCUMENT_TEXT,      /* text                                        */
	DOCUMENT_SPAN,      /* children; only changes characters           */
	DOCUMENT_LINK,      /* children; to `target` (an id) or `uri`      */
	DOCUMENT_REFERENCE, /* to `target`: its title, number or page      */
	DOCUMENT_SIGNAL,    /* shape + colour + word of a judgement        */
	DOCUMENT_BREAK,     /* a new line                                  */
	DOCUMENT_SPRING,    /* pushes the rest to the right                */
	DOCUMENT_PAGE_NUMBER,
	DOCUMENT_PAGE_COUNT, /* only in running heads */
	DOCUMENT_RUNNING,    /* title of the heading of `level` in force; only in running heads */
	DOCUMENT_CONTINUED,  /* children shown only on a repeated header row (<segue>) */
};

enum document_reference_show { DOCUMENT_SHOW_TITLE, DOCUMENT_SHOW_NUMBER, DOCUMENT_SHOW_PAGE };

struct document_inline {
	enum document_inline_kind kind;
	const struct document_character *character; /* resolved; never NULL */
	const char *text;   /* TEXT; SIGNAL: the word; REFERENCE: filled by resolve */
	const char *target; /* LINK, REFERENCE: an id */
	const char *uri;    /* LINK */
	enum document_reference_show show;
	const char *signal;        /* SIGNAL: verde giallo rosso grigio */
	int level;                 /* RUNNING */
	struct document_block *to; /* the block of `target`; set by resolve */
	struct document_inline *first, *last, *next, *parent;
};

/* ---- blocks ---------------------------------------------------------- */

enum document_block_kind {
	DOCUMENT_SECTION,   /* starts a new page of a given master; children */
	DOCUMENT_BOX,       /* neutral; children                             */
	DOCUMENT_HEADING,   /* inline                                        */
	DOCUMENT_PARAGRAPH, /* inline                                        */
	DOCUMENT_LIST,      /* children are ITEMs                            */
	DOCUMENT_ITEM,      /* children are blocks                           */
	DOCUMENT_TABLE,
	DOCUMENT_FIGURE,   /* chart, tree, map or image; children: nothing  */
	DOCUMENT_CONTENTS, /* list of headings (<indice>)                   */
	DOCUMENT_SIGNATURES,
};

struct document_block {
	enum document_block_kind kind;
	const struct document_style *style; /* never NULL */
	const char *id;                     /* link target, or NULL     */
	const char *language;               /* BCP 47, or NULL          */
	struct place place;                 /* in the template          */
	bool new_page;                      /* nuova-pagina             */
	bool together;                      /* insieme: not split if it fits an empty page */
	bool with_next;                     /* con-successivo           */
	struct document_inline *text_first, *text_last; /* HEADING, PARAGRAPH */
	struct document_block *parent, *first, *last, *next;
	union {
		struct document_section *section;
		struct document_heading *heading;
		struct document_list *list;
		struct document_table *table;
		struct document_figure *figure;
		struct document_contents *contents;
		struct document_signatures *signatures;
	} as;
};

/** A page master: size, margins, running head and foot. */
struct document_master {
	const char *id;
	double width_pt, height_pt;
	struct document_edges margin;
	struct document_block *head, *foot; /* BOX, or NULL; artifacts */
};

struct document_section {
	const struct document_master *master;
};

enum document_numbering { DOCUMENT_NUMBER_NONE, DOCUMENT_NUMBER_AUTO, DOCUMENT_NUMBER_TEXT };

#define DOCUMENT_LEVELS_MAX 6

struct document_heading {
	int level; /* 1..DOCUMENT_LEVELS_MAX, without gaps      */
	enum document_numbering numbering;
	const char *number; /* as printed: given, or filled by resolve; NULL: none */
	int start;          /* da: first number of its children; -1: not given */
	const char *series; /* serie="Allegato": "Allegato 1"           */
	const char *title;  /* plain text of the inline; filled by resolve */
};

struct document_list {
	bool ordered;
	const char *bullet; /* NULL: the default */
};

/* ---- tables ---------------------------------------------------------- */

enum document_width_kind {
	DOCUMENT_WIDTH_PT,
	DOCUMENT_WIDTH_PERCENT,
	DOCUMENT_WIDTH_AUTO,
	DOCUMENT_WIDTH_FR
};

struct document_width {
	enum document_width_kind kind;
	double value; /* pt, percent of the table, or share */
};

enum document_scope {
	DOCUMENT_SCOPE_NONE,
	DOCUMENT_SCOPE_COLUMN,
	DOCUMENT_SCOPE_ROW,
	DOCUMENT_SCOPE_BOTH
};

struct document_cell {
	const struct document_style *style;  /* align included */
	bool header;                         /* <capo> */
	enum document_scope scope;           /* of a header cell */
	int column, columns, rows;           /* first column from 0; spans, at least 1 */
	struct document_block *first, *last; /* blocks; no table among them */
	struct document_cell *next;
	struct place place;
	const char *id; /* header id for Headers, filled by resolve */
	const char *
		*headers; /* ids of its headers when scopes do not tell; NULL-terminated or NULL */
};

struct document_row {
	const struct document_style *style; /* background, borders; may be NULL */
	bool header;                        /* in <testata>                            */
	bool repeat;                        /* ripeti: returns on each page            */
	bool split;                         /* dividi: may break between lines         */
	bool with_previous;                 /* con-precedente: stays on its page       */
	bool with_next;                     /* keeps with the next row                 */
	struct document_cell *first, *last;
	struct document_row *next;
	struct place place;
};

struct document_table {
	struct document_width *widths;
	int column_count;
	struct document_block *caption;              /* a paragraph, or NULL */
	const char *summary;                         /* for assistive technology, or NULL */
	struct document_row *head_first, *head_last; /* <testata> */
	struct document_row *first, *last;           /* body      */
	int *taken; /* rows that spans from above still take, by column; the builders' own */
};

/* ---- the rest -------------------------------------------------------- */

struct document_contents_entry {
	const struct document_block *heading;
	struct document_contents_entry *next;
};

struct document_contents {
	int levels;
	const struct document_style **styles;         /* of each level, `levels` long */
	struct document_contents_entry *first, *last; /* filled by resolve */
};

struct document_signature {
	const char *role;
	const char *name; /* field name; NULL: only space to sign */
	bool field;       /* campo="si": a signature field        */
	struct document_signature *next;
};

struct document_signatures {
	struct document_signature *first, *last;
	const struct document_style *style;
};

/** A second id of a block; references to it lead to the block's own. */
struct document_alias {
	const char *id;
	struct document_block *block;
	struct document_alias *next;
};

/** The whole. */
struct document {
	struct arena *arena;
	const char *title, *author, *subject, *keywords, *language; /* language: it-IT */
	const char *date;                    /* ISO date of the document, or NULL */
	struct document_block *first, *last; /* SECTIONs */
	struct map targets;                  /* id -> document_block, filled by resolve */
	struct document_alias *aliases;
	size_t block_count;
};

struct document *document_create(struct arena *arena);
/** A new block, last child of `parent` (NULL: of the document). */
struct document_block *document_add(struct document *document, struct document_block *parent,
				    enum document_block_kind kind,
				    const struct document_style *style);
/** A new inline, last of `block` or, when `inside` is given, of that inline. */
struct document_inline *document_add_inline(struct document *document, struct document_block *block,
					    struct document_inline *inside,
					    enum document_inline_kind kind,
					    const struct document_character *character);
/** A new block outside the tree: a caption, a running head. */
struct document_block *document_make(struct document *document, enum document_block_kind kind,
				     const struct document_style *style);
/** Puts such a block last in a cell, else in `parent` (NULL: the document). */
void document_attach(struct document *document, struct document_block *parent,
		     struct document_cell *cell, struct document_block *block);
/** Makes `id` lead to a block: its own id, or a further one. */
void document_name(struct document *document, struct document_block *block, const char *id);
/** A new row; its cells are added before the next row is. The table's
 *  `column_count` is set before its first row. */
struct document_row *document_add_row(struct document *document, struct document_table *table,
				      bool header);
/** A new cell; its column is the first one free in the row, spans from above counted. */
struct document_cell *document_add_cell(struct document *document, struct document_table *table,
					struct document_row *row, int columns, int rows);
/** Columns of the row being built that no cell takes yet. */
int document_free_columns(const struct document_table *table);
/** A new block in a cell. */
struct document_block *document_add_in_cell(struct document *document, struct document_cell *cell,
					    enum document_block_kind kind,
					    const struct document_style *style);

/**
 * Puts the data of charts that ask for it in tables after them; builds text
 * alternatives of figures that have none; numbers headings (auto, da, serie)
 * and gives each an id; fills contents lists; links references and tree nodes
 * to blocks; checks that rows fill the columns and no level is skipped; gives
 * header ids. Called once.
 *
 * STATUS_DATA with findings at the block's place for: an unknown target, a
 * target id used twice, a skipped level, a row that does not fill the columns.
 */
enum status document_resolve(struct document *document, struct diag *diag);

/** What a run of inlines says, without marks; what only a page knows is left out. */
void document_add_plain(struct text *out, const struct document_inline *first);
/** The same in the document's arena, each run of blanks as one. */
char *document_plain(struct document *document, const struct document_inline *first);

/** An indented text dump, for golden tests. */
void document_dump(struct text *out, const struct document *document);

#endif
