/* markup_private.h - what the files of `markup` share.
 *
 * Gives:    the scanner (places), the check before parsing, faults of form
 *           in Italian, the names that a schema allows, validation.
 * Includes: markup/markup.h, base, libxml2.
 * Not here: anything that another module may use.
 *
 * The way of a source: check.c (bytes, encoding, limits) → read.c (libxml2's
 * events → elements) with fault.c for what is not well-formed; and, when
 * there is a schema, validate.c (which elements libxml2's validator sees)
 * with grammar.c (what may stand where) and finding.c (its verdicts).
 */
#ifndef MARKUP_PRIVATE_H
#define MARKUP_PRIVATE_H

#include "markup/markup.h"

#include "base/map.h"
#include "base/text.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

/* ---- scan.c ---- */

enum token_kind {
	TOKEN_TEXT,
	TOKEN_DATA, /* <![CDATA[ … ]]> */
	TOKEN_COMMENT,
	TOKEN_INSTRUCTION,
	TOKEN_DOCTYPE,
	TOKEN_OPEN,  /* <a …>  */
	TOKEN_EMPTY, /* <a …/> */
	TOKEN_CLOSE, /* </a>   */
};

struct token {
	enum token_kind kind;
	size_t start, end; /* bytes */
	int line, column;
	size_t values; /* quoted values in a start tag */
	bool whole;    /* a start tag: its ">" is there */
};

/** A walk over the bytes of a source. */
struct scanner {
	struct bytes source;
	size_t at;
	int line, column; /* of `at` */
};

struct scanner scan_make(struct bytes source, size_t from);
/** The next piece; false at the end. Each byte is looked at once. */
bool scan_next(struct scanner *scanner, struct token *token);
/** Line and column of a byte that lies at or after the scanner's. */
struct place scan_place(const struct scanner *scanner, const char *file, size_t byte);

/** The byte of an attribute's name in the start tag at the scanner; the
 *  tag's own when it isn't there. */
size_t scan_attribute(const struct scanner *scanner, const char *name);

/* ---- check.c ---- */

/** What libxml2 is not asked: size, encoding, characters that XML forbids,
 *  DOCTYPE, limits. One finding at most; `*skip`: bytes of the mark of order. */
enum status check_source(size_t *skip, const char *file, struct bytes source, struct diag *diag);

/* ---- read.c ---- */

struct validation;

/** A file being read. */
struct reader {
	struct arena *arena;
	struct diag *diag;
	const char *file, *space;
	struct scanner scanner;
	size_t skipped; /* bytes before what libxml2 got (a byte order mark) */
	xmlParserCtxt *parser;
	struct map names; /* each name once */
	struct element *root;
	struct element *open;          /* innermost element that is not closed */
	struct text text;              /* characters since the last tag */
	struct token text_from;        /* where they began; end 0: none yet */
	bool empty;                    /* the last tag was <a/>: its end is told next */
	unsigned foreign;              /* open elements of other namespaces */
	struct validation *validation; /* NULL: no schema */
	enum status status;            /* first failure */
};

/** Notes a failure; the first one stays. */
void reader_fail(struct reader *reader, enum status status);

/* ---- fault.c ---- */

/** libxml2's structured errors while parsing: the first becomes a finding and stops the parser. */
void fault_on_error(void *user, xmlError *error);

/* ---- grammar.c ---- */

/** What a simple type takes. */
struct grammar_simple {
	const char **words; /* of an enumeration */
	size_t word_count;
	const char *hint; /* "un numero …": what the type expects; NULL: any text */
};

struct grammar_attribute {
	const char *name;
	const struct grammar_simple *simple; /* NULL: any text */
};

struct grammar_type;

struct grammar_child {
	const char *name;
	const struct grammar_type *type;
};

/** What an element of a complex type may hold. */
struct grammar_type {
	struct grammar_child *children;
	size_t child_count;
	struct grammar_attribute *attributes;
	size_t attribute_count;
	const struct grammar_simple *simple; /* of its text; NULL: any, or none */
};

/** The names of a schema: read from the XSD, for messages and to pass by
 *  what is unknown. Understands the part of XSD that our schemas use. */
struct grammar {
	struct arena *arena;
	const struct element *schema;
	struct map types;          /* complex types by name */
	struct grammar_type roots; /* global elements as children */
	struct grammar_type all;   /* every element: its name with its type, once */
};

void grammar_read(struct grammar *grammar, struct arena *arena, const struct element *schema);
const struct grammar_child *grammar_child(const struct grammar_type *type, const char *name);
const struct grammar_attribute *grammar_attribute(const struct grammar_type *type,
						  const char *name);
/** Names of elements that may hold one of that name, at most `max`; how many. */
size_t grammar_holders(const struct grammar *grammar, const char *name, const char **out,
		       size_t max);

/* ---- validate.c ---- */

struct markup_schema {
	xmlSchema *schema;
	struct grammar grammar;
};

/** Validation of one file. Elements and attributes that the schema does not
 *  know are told here and not shown to libxml2, which would leave out the
 *  rest of their parent. */
struct validation {
	struct reader *reader;
	const struct markup_schema *schema;
	xmlSchemaValidCtxt *context;
	xmlSAXHandler *handler; /* of the validator */
	void *plug, *user;
	const struct grammar_type *types[MARKUP_DEPTH_MAX + 1]; /* of the open elements */
	size_t depth;
	size_t passed_by;              /* open elements that the validator does not see */
	const struct element *subject; /* what the validator is looking at */
	bool closing;                  /* at its end, not its start */
	const struct element *told;    /* element and attribute of the last finding */
	const char *told_attribute;
	const xmlChar *attributes[MARKUP_ATTRIBUTES_MAX * 5]; /* scratch */
};

struct validation *validation_open(struct reader *reader, const struct markup_schema *schema);
void validation_start(struct validation *validation, const struct element *element);
void validation_text(struct validation *validation, const struct element *piece);
void validation_end(struct validation *validation, const struct element *element);
void validation_close(struct validation *validation);

/* ---- finding.c ---- */

void finding_unknown_element(struct validation *validation, const struct element *element,
			     const struct grammar_type *parent);
void finding_unknown_attribute(struct validation *validation, const struct element *element,
			       const struct grammar_type *type, const char *name);
/** libxml2's structured errors while validating. */
void finding_on_error(void *user, xmlError *error);

#endif
