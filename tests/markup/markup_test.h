/* markup_test.h - what the test files of markup share.
 *
 * Gives:    cmocka, a room with arena and findings for each test, shorthands.
 * Includes: markup/markup.h.
 * Not here: cases.
 */
#ifndef MARKUP_TEST_H
#define MARKUP_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "markup/markup.h"

#define SPACE "urn:relazione:piano:1"
#define ROOT  "<piano xmlns=\"" SPACE "\" tipo=\"piano\" anno=\"2022\">"

struct room {
	struct arena *arena;
	struct diag diag;
	struct markup_schema *schema; /* of the plan, loaded by load_schema() */
	struct element *root;         /* what read_source() gave */
};

/** Setup and teardown that put a struct room in `*state`. */
int enter_room(void **state);
int leave_room(void **state);
/** As enter_room(), with the schema of the plan. */
int enter_with_schema(void **state);

#define room_test(function) cmocka_unit_test_setup_teardown(function, enter_room, leave_room)
#define schema_test(function)                                                                      \
	cmocka_unit_test_setup_teardown(function, enter_with_schema, leave_room)

/** Reads a plan called "p.xml"; with the room's schema if it has one. */
enum status read_source(struct room *room, const char *source);
enum status read_bytes(struct room *room, const char *data, size_t length);
/** All findings in order, a line each, "p.xml:" left out of each. */
char *findings(struct room *room);
/** The finding that a source gives, and its status. */
void assert_finding(struct room *room, const char *source, enum status status, const char *line);

/** Each runs the cases of one file and gives the number that failed. */
int run_tree_tests(void);
int run_fault_tests(void);
int run_schema_tests(void);
int run_hostile_tests(void);
int run_format_tests(void);

#endif
