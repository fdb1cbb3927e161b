/* tests.h - what the files of this test program share. */
#ifndef TESTS_LAYOUT_TESTS_H
#define TESTS_LAYOUT_TESTS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gather.h"
#include "sample.h"

/* Each file gives its tests as one list. */
#define TEST_LIST(name)                                                                            \
	extern const struct CMUnitTest name[];                                                     \
	extern const size_t name##_count
TEST_LIST(text_tests);
TEST_LIST(flow_tests);
TEST_LIST(table_tests);
TEST_LIST(column_tests);
TEST_LIST(list_tests);
TEST_LIST(late_tests);
TEST_LIST(figure_tests);
TEST_LIST(golden_tests);
TEST_LIST(random_tests);
TEST_LIST(hostile_tests);

#define TESTS(name, ...)                                                                           \
	const struct CMUnitTest name[] = { __VA_ARGS__ };                                          \
	const size_t name##_count = sizeof(name) / sizeof(*name)

/** Lays out and gathers; fails the test when the rules of the sink are broken
 *  or a page is missing. */
struct gather *run(struct sample *sample);

#endif
