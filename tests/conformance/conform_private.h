/* conform_private.h - what the parts of the checker share.
 *
 * Gives:    the file being checked, its pages, its elements, its fonts, and
 *           the parts in the order in which they run.
 * Includes: conform.h, object.h, token.h.
 * Not here: the clauses' texts (clauses.inc).
 */
#ifndef CONFORM_PRIVATE_H
#define CONFORM_PRIVATE_H

#include "conform.h"
#include "object.h"
#include "token.h"

#include "base/map.h"

#include <stdint.h>

/* ---- structure (structure.c) ------------------------------------------ */

enum kid_kind { KID_ELEMENT, KID_CONTENT, KID_OBJECT };

struct kid {
	enum kid_kind kind;
	struct tag *element; /* ELEMENT                       */
	int page;            /* CONTENT: object of the page   */
	int number;          /* CONTENT: MCID; OBJECT: object */
};

/** One element of the structure tree. */
struct tag {
	const struct object *object;
	int id;           /* its object; 0 when it is a direct one */
	const char *type; /* /S as written                         */
	const char *role; /* after the role map; "" when unknown   */
	struct tag *parent;
	struct kid *kids;
	size_t count;
	int depth;
};

/* ---- fonts (fonts.c) ------------------------------------------------------ */

#define CIDS_MAX 65536

/** What a CID is said to mean. */
struct meaning {
	uint16_t units[8]; /* UTF-16BE */
	int count;         /* -1: not mapped */
};

struct font {
	int id;
	bool broken;      /* already told: its characters are not judged */
	struct bytes map; /* CIDToGIDMap: two bytes a CID */
	bool identity;
	size_t cids;   /* CIDs that can be shown are below it */
	float *widths; /* by CID; -1: the default */
	double default_width;
	struct meaning *meanings; /* by CID  */
	unsigned char *told;      /* by CID: bits of what was checked */
	float *advances;          /* of the font file, by glyph, thousandths of an em */
	size_t glyphs;
};

/* ---- pages ------------------------------------------------------------------- */

struct page_state {
	int id;
	const struct object *object;
	double box[4];
	long key;                     /* StructParents, -1: none */
	const struct object *parents; /* the array in the ParentTree */
	unsigned char *seen;          /* by MCID: bits below */
	size_t mcids;
};
#define MCID_SHOWN   1 /* in the content       */
#define MCID_CLAIMED 2 /* by a kid of an element */

struct conform {
	struct arena *arena;
	struct bytes bytes;
	struct object_file *file;
	const struct object *trailer, *catalogue, *root; /* root: StructTreeRoot */
	struct conform_report *report;
	struct arena *scratch; /* for tokens, given back after each stream */
	int part;              /* pdfaid:part, 0: not read */

	struct page_state *pages;
	size_t page_count, page_capacity;
	struct page_state **page_of; /* by object number */
	size_t object_count;         /* numbers below it */

	struct tag **elements; /* in reading order */
	size_t element_count, element_capacity;
	struct tag **element_of; /* by object number */
	struct map ids;          /* /ID -> element   */

	const struct object **parent_keys; /* the ParentTree's pairs: key, value */
	const struct object **parent_values;
	size_t parent_count, parent_capacity;

	struct font **font_of;   /* by object number */
	struct map destinations; /* names that lead somewhere -> the page */
};

/** Adds a finding of which the rule says it all. */
void conform_breach(struct conform *c, enum conform_clause clause, int object);
/** Adds a finding with its details, in Italian. */
void conform_add(struct conform *c, enum conform_clause clause, int object, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* Shortcuts to object.h for the file being checked. */
const struct object *conform_get(struct conform *c, const struct object *from, const char *key);
const struct object *conform_find(struct conform *c, const struct object *from, const char *path);
const struct object *conform_item(struct conform *c, const struct object *array, size_t i);
/** The page that a reference names; NULL when it is none. */
struct page_state *conform_page(struct conform *c, const struct object *reference);
/** Whether what a reference names is met for the first time, so that no walk
 *  goes in circles; `visited` has a byte for each object. */
bool conform_first_visit(struct conform *c, unsigned char *visited, const struct object *reference);
/** Four numbers; false when there are not four. */
bool conform_box(struct conform *c, const struct object *array, double box[4]);
bool conform_box_inside(const double inner[4], const double outer[4]);
/** Whether a text is a language tag. Source: BCP 47 2.1, without its rare forms. */
bool conform_language(const char *tag);

/** Calls `take` with every pair of a name or number tree, in order. */
void conform_tree(struct conform *c, const struct object *tree, const char *pairs,
		  void (*take)(struct conform *c, const struct object *key,
			       const struct object *value, void *user),
		  void *user);

/* The parts, in the order in which they run. */
void conform_bytes(struct conform *c);       /* bytes.c       */
void conform_values(struct conform *c);      /* values.c      */
void conform_catalogue(struct conform *c);   /* catalogue.c   */
void conform_metadata(struct conform *c);    /* metadata.c    */
void conform_pages(struct conform *c);       /* pages.c       */
void conform_structure(struct conform *c);   /* structure.c   */
void conform_roles(struct conform *c);       /* roles.c       */
void conform_tables(struct conform *c);      /* tables.c      */
void conform_headings(struct conform *c);    /* headings.c    */
void conform_figures(struct conform *c);     /* figures.c     */
void conform_content(struct conform *c);     /* content.c     */
void conform_parents(struct conform *c);     /* parents.c     */
void conform_annotations(struct conform *c); /* annotations.c */
void conform_navigation(struct conform *c);  /* navigation.c  */
void conform_attachments(struct conform *c); /* attachments.c */

/* ---- between parts ------------------------------------------------------------- */

bool tag_is(const struct tag *element, const char *role);
/** The attribute of an owner ("Table", "Layout", "List") in /A; the null object. */
const struct object *tag_attribute(struct conform *c, const struct tag *element, const char *owner,
				   const char *key);
/** The nearest element above, or itself, of a role; NULL. */
struct tag *tag_above(struct tag *element, const char *role);
/** Whether an element has a kid element of a role. */
bool tag_has(const struct tag *element, const char *role);
/** The value that a key of the ParentTree has; the null object. */
const struct object *parent_value(struct conform *c, long key);

/** The element of a content of a page; NULL. */
struct tag *tag_of_mcid(struct conform *c, const struct page_state *page, long mcid);
/** Where a destination (an array, a name, a string) leads; NULL: nowhere. */
struct page_state *destination_page(struct conform *c, const struct object *destination);

/** A font of a resource dictionary, read at first sight; NULL when it cannot be read. */
struct font *font_read(struct conform *c, const struct object *font);
/** Judges the characters of a shown string. `actual`: ActualText covers them. */
void font_show(struct conform *c, struct font *font, struct bytes string, bool actual, int page);

/** Advances and outlines of a TrueType file; false when it is broken (fontfile.c). */
bool fontfile_read(struct arena *arena, struct bytes file, struct font *font);
/** The meanings in a ToUnicode stream (cmap.c). */
void cmap_read(struct bytes cmap, struct meaning *meanings, size_t count);

/** MD5 (md5.c). Source: RFC 1321. */
void md5_of(struct bytes bytes, unsigned char digest[16]);

#endif
