/* room.h - what the tests of documents share.
 *
 * Gives:    a document being built, short makers, its dump and findings.
 * Includes: document, cmocka.
 * Not here: the tests.
 */
#ifndef DOCUMENT_ROOM_H
#define DOCUMENT_ROOM_H

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document/document.h"

struct room {
	struct arena *arena;
	struct diag diag;
	struct document *document;
	struct document_block *section;
};

extern const struct document_style plain_style;

int room_setup(void **state);
int room_teardown(void **state);
#define ROOM_TEST(test) cmocka_unit_test_setup_teardown(test, room_setup, room_teardown)

struct document_block *add_block(struct room *room, enum document_block_kind kind, int line);
/** A piece of text at the end of a block. */
struct document_inline *add_text(struct room *room, struct document_block *block, const char *text);
struct document_block *add_heading(struct room *room, int level, enum document_numbering numbering,
				   const char *title);
/** A table of `columns` equal columns. */
struct document_table *add_table(struct room *room, int columns);
/** A cell with a text; 't' header over its column, 'r' of its row, 'd' data. */
struct document_cell *add_cell(struct room *room, struct document_table *table,
			       struct document_row *row, char kind, int columns, int rows,
			       const char *text);
/** Resolves; the findings, one a line. */
const char *resolve(struct room *room);
const char *dump(struct room *room);

int alternative_suite(void);
int build_suite(void);
int heading_suite(void);
int table_suite(void);
int target_suite(void);

#endif
