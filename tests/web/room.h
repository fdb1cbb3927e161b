/* room.h - small documents for the tests of web pages.
 *
 * Gives:    a document with a title page and a section, blocks added in one
 *           call each, the page as text and as a tree.
 * Includes: web, document, markup.
 * Not here: what the tests expect.
 */
#ifndef TESTS_WEB_ROOM_H
#define TESTS_WEB_ROOM_H

#include "web/web.h"

#include "base/element.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

struct room {
	struct arena *arena;
	struct diag diag;
	struct document *document;
	struct document_master master;
	struct document_block *cover, *section;
	struct document_style large, plain, head, number, filled;
	struct web_options options;
	struct text html;
	struct web_file *files;
};

int room_setup(void **state);
int room_teardown(void **state);

/** Blocks at the end of `parent`; NULL: the section. */
struct document_block *add_block(struct room *room, struct document_block *parent,
				 enum document_block_kind kind);
struct document_block *add_paragraph(struct room *room, struct document_block *parent,
				     const char *words);
struct document_block *add_heading(struct room *room, int level, const char *words);
struct document_inline *add_inline(struct room *room, struct document_block *block,
				   enum document_inline_kind kind, const char *words);
/** Columns: letters f (1fr), a (auto), p (60 pt), d (20 %). */
struct document_block *add_table(struct room *room, const char *columns);
/** Cells: "one|#two" where # is a header (of its column in the head, else of its
 *  row), > spans two columns, ^ two rows, = aligns on the comma. */
struct document_row *add_row(struct room *room, struct document_block *table, bool head,
			     const char *cells);
/** A chart of columns with two series over the words of `categories`. */
struct document_block *add_chart(struct room *room, const char *title, bool as_table);

/** Resolves the document and writes the page. */
const char *render(struct room *room);
/** Renders and reads it back as XML; fails the test when it is not well-formed, an
 *  id stands twice, or an attribute could run something. */
struct element *render_tree(struct room *room);
/** The first element of that name and, if given, class. */
const struct element *find_element(const struct element *root, const char *name,
				   const char *class_name);
size_t count_elements(const struct element *root, const char *name);
const char *text_of(struct room *room, const struct element *element);
/** The element with that id, or NULL. */
const struct element *find_id(const struct element *root, const char *id);

extern const struct CMUnitTest address_tests[], figure_tests[], golden_tests[], hostile_tests[],
	page_tests[], table_tests[];
extern const size_t address_tests_count, figure_tests_count, golden_tests_count,
	hostile_tests_count, page_tests_count, table_tests_count;

#define room_test(name) cmocka_unit_test_setup_teardown(name, room_setup, room_teardown)

#endif
