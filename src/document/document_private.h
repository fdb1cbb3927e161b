/* document_private.h - what the files of this room share.
 *
 * Gives:    the walk over all blocks and the steps of document_resolve().
 * Includes: document/document.h.
 * Not here: what others may call.
 */
#ifndef DOCUMENT_PRIVATE_H
#define DOCUMENT_PRIVATE_H

#include "document/document.h"

/** What a walk does with each block, in document order. */
typedef void document_visit(struct document_block *block, void *user);

/** Visits every block, also those in list items and table cells; a caption
 *  comes before its table's rows. Running heads are not visited. */
void document_walk(struct document *document, document_visit *visit, void *user);

/** Steps of document_resolve(); each reports to `diag`. */
void document_number_headings(struct document *document, struct diag *diag);
void document_find_targets(struct document *document, struct diag *diag);
void document_link_references(struct document *document, struct diag *diag);
void document_fill_contents(struct document *document);
void document_check_tables(struct document *document, struct diag *diag);
void document_describe_figures(struct document *document);
/** Puts the data of charts that ask for it in tables after them. Once only. */
void document_add_data_tables(struct document *document);

/** Appends a run of inlines to a dump. */
void document_dump_inline(struct text *out, const struct document_inline *first);

#endif
