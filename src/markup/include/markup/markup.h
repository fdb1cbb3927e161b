/* markup.h - XML files read into a tree of elements.
 *
 * Gives:    markup_read(): well-formed, of one namespace, within limits,
 *           each element with its line, column and bytes in the source.
 * Includes: base, libxml2 (the only room that sees it).
 * Not here: what any element means. No network, no external entities, no
 *           document type: a DOCTYPE is refused, and with it entity bombs.
 */
#ifndef MARKUP_MARKUP_H
#define MARKUP_MARKUP_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/element.h"
#include "base/file.h"
#include "base/status.h"

#define MARKUP_BYTES_MAX      ((size_t)256 << 20) /* size of one file           */
#define MARKUP_DEPTH_MAX      64                  /* elements inside one another */
#define MARKUP_NODES_MAX      ((size_t)8 << 20)   /* elements and texts of a file */
#define MARKUP_ATTRIBUTES_MAX ((size_t)64)        /* attributes of one element   */
#define MARKUP_TAG_MAX        ((size_t)1 << 20)   /* bytes of one start tag      */
#define MARKUP_TEXT_MAX       ((size_t)16 << 20)  /* bytes of one text           */

/** An XML schema, loaded once and used for many files. */
struct markup_schema;

/** Loads an XSD (it belongs to us, so a fault in it is STATUS_LIBRARY).
 *  Freed with the arena. */
enum status markup_schema_load(struct markup_schema **out, struct arena *arena, const char *path,
			       struct diag *diag);

/**
 * Reads XML from memory.
 *
 * out     the root element, in the arena; NULL on failure, but for
 *         STATUS_DATA: then the tree is there all the same, so that a reader
 *         can go on and find more. Elements of another namespace are not in
 *         it. Comments and processing instructions are left out; CDATA is
 *         text; text of only white space between elements is kept (rich text
 *         needs it). Attributes of other namespaces (xml:lang,
 *         xsi:schemaLocation) are left out.
 * file    the name that findings show.
 * source  UTF-8, with or without byte order mark, which is neither a line
 *         nor a column but counts as bytes. Other encodings (ISO-8859-1,
 *         Windows-1252, UTF-16) are refused with a sentence that says how to
 *         save as UTF-8, because `start` and `end` are cut out of the source.
 * space   the namespace that root and all elements must have; elements of
 *         another are an error that names both.
 * schema  may be NULL. Faults against it are findings in Italian.
 *
 * All problems that can be known go to `diag`, each at the line and column
 * of the tag, attribute or text it is about; lines end with LF, columns count
 * characters. After a fault of form the rest of the file is not read.
 * STATUS_SYNTAX, STATUS_DATA, STATUS_LIMIT.
 */
enum status markup_read(struct element **out, struct arena *arena, const char *file,
			struct bytes source, const char *space, const struct markup_schema *schema,
			struct diag *diag);

#endif
