/* sample.h - small documents for the tests of layout.
 *
 * Gives:    a document with one section, styles and a fake type face, blocks
 *           added in one call each, and the pages as a text dump.
 * Includes: layout and what it uses.
 * Not here: what the tests expect.
 */
#ifndef TESTS_LAYOUT_SAMPLE_H
#define TESTS_LAYOUT_SAMPLE_H

#include "layout/layout.h"

struct sample {
	struct arena *arena;
	struct document *document;
	struct document_master master;
	struct document_block *section;
	struct document_style text, title, cell, head, number, frame;
	struct type_library *type;
	struct diag diag;
	struct text out;
};

/** A document on pages of that size with margins of 20 pt all round; text of
 *  10 pt with lines of 12 pt. Destroy it with sample_destroy(). */
struct sample *sample_create(double width, double height);
void sample_destroy(struct sample *sample);

/** A paragraph, in the section when `parent` is NULL. */
struct document_block *sample_paragraph(struct sample *sample, struct document_block *parent,
					const char *words);
struct document_block *sample_heading(struct sample *sample, int level, const char *words);
struct document_inline *sample_inline(struct sample *sample, struct document_block *block,
				      enum document_inline_kind kind, const char *words);
/** A master's head or foot: "words|words" with a spring at the bar; # is the
 *  page number, @ the count of pages, § the heading in force. */
struct document_block *sample_running(struct sample *sample, const char *words);

/** Columns: "auto 2fr 60 25%". */
struct document_block *sample_table(struct sample *sample, const char *columns);
/** Cells: "one|two|three"; "2>wide" spans two columns, "3^tall" three rows. */
struct document_row *sample_row(struct sample *sample, struct document_block *table, bool head,
				const char *cells);
/** Lays out; the dump of its pages. */
const char *sample_run(struct sample *sample);
/** Lays out into another sink. */
enum status sample_run_into(struct sample *sample, struct page_sink *sink);

#endif
