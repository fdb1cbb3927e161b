/* suites.h - the tests of templates, one function a file.
 *
 * Gives:    what main() runs.
 * Includes: room.h.
 * Not here: the tests.
 */
#ifndef TEMPLATE_SUITES_H
#define TEMPLATE_SUITES_H

#include "room.h"

#define ROOM_TEST(test) cmocka_unit_test_setup_teardown(test, room_setup, room_teardown)

int block_suite(void);
int condition_suite(void);
int default_suite(void);
int fault_suite(void);
int figure_suite(void);
int format_suite(void);
int include_suite(void);
int loop_suite(void);
int manual_suite(void);
int path_suite(void);
int rich_suite(void);
int robust_suite(void);
int sheet_suite(void);
int style_suite(void);
int table_suite(void);
int text_suite(void);

#endif
