/* type_test.h - what the test files of type share.
 *
 * Gives:    cmocka, one real library for all tests, one entry a file.
 * Includes: type.
 * Not here: cases.
 */
#ifndef TYPE_TEST_H
#define TYPE_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "type/type.h"

#define FONTS    SOURCE_DIR "/fonts"
#define PATTERNS FONTS "/hyph_it_IT.dic"

struct fixture {
	struct arena *arena;
	struct diag diag;
	struct type_library *library;
};

/** Setup and teardown that put a fixture with the real faces in `*state`. */
int open_library(void **state);
int close_library(void **state);

/** Each runs the cases of one file and gives the number that failed. */
int run_break_tests(void);
int run_cache_tests(void);
int run_hyphen_tests(void);
int run_library_tests(void);
int run_shape_tests(void);
int run_subset_tests(void);

#endif
