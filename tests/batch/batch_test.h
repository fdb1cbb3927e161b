/* batch_test.h - what the tests of the batch share.
 *
 * Gives:    a folder of their own for each test.
 * Includes: cmocka, the module's private header.
 * Not here: worker processes; the end-to-end script runs them.
 */
#ifndef BATCH_TEST_H
#define BATCH_TEST_H

#include "batch_private.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

struct room {
	struct arena *arena;
	struct diag diag;
	char *dir; /* empty at first, removed with all in it */
};

int room_enter(void **state);
int room_leave(void **state);
/** Writes a file of the room; returns its path. */
const char *room_file(struct room *room, const char *name, const char *text);

#define BATCH_TEST(test) cmocka_unit_test_setup_teardown(test, room_enter, room_leave)

int run_list_tests(void);
int run_journal_tests(void);
int run_needs_tests(void);
int run_site_tests(void);
int run_join_tests(void);
int run_death_tests(void);
int run_stamps_tests(void);
int run_build_tests(void);

#endif
