/* paint_test.h - what the test files of paint share.
 *
 * Gives:    cmocka, a folder that is emptied afterwards, real type faces.
 * Includes: paint.
 * Not here: cases.
 */
#ifndef PAINT_TEST_H
#define PAINT_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "paint/paint.h"

struct fixture {
	struct arena *arena;
	struct diag diag;
	struct type_library *type;
	char dir[64]; /* a folder for outputs */
};

/** Setup and teardown of one case. */
int open_fixture(void **state);
int close_fixture(void **state);

/** Each runs the cases of one file and gives the number that failed. */
int run_preview_tests(void);
int run_pdf_tests(void);

#endif
