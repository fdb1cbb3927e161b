/* base_test.h - what the test files of base share.
 *
 * Gives:    cmocka, an arena for each test, one entry a file.
 * Includes: base/arena.h.
 * Not here: cases.
 */
#ifndef BASE_TEST_H
#define BASE_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"

/** Setup and teardown that put an arena in `*state`. */
int make_arena(void **state);
int drop_arena(void **state);

#define arena_test(function) cmocka_unit_test_setup_teardown(function, make_arena, drop_arena)

/** Each runs the cases of one file and gives the number that failed. */
int run_arena_tests(void);
int run_date_tests(void);
int run_diag_tests(void);
int run_element_tests(void);
int run_escape_tests(void);
int run_file_fault_tests(void);
int run_file_tests(void);
int run_map_tests(void);
int run_number_fault_tests(void);
int run_number_tests(void);
int run_text_tests(void);
int run_terminal_tests(void);

#endif
