/* fixture.h - what the tests of this room share.
 *
 * Gives:    an arena and diag for each test, plans from strings, findings as text.
 * Includes: cmocka, input.
 * Not here: what must hold.
 */
#ifndef TEST_INPUT_FIXTURE_H
#define TEST_INPUT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "input/input.h"

struct fixture {
	struct arena *arena;
	struct diag diag;
	struct markup_schema *schema; /* NULL until load_schema() */
};

int setup(void **state);
int teardown(void **state);
void load_schema(struct fixture *f);

/** A plan with `inside` between the tags of <piano tipo anno="2022">; no finding may come. */
struct model_plan *plan_of(struct fixture *f, const char *type, const char *inside);
struct model_plan *report_with(struct fixture *f, const char *inside);
/** The findings of such a plan, "line:col: level: text [code]" a line. */
const char *findings_of(struct fixture *f, const char *type, const char *inside);
/** All findings so far, without the file's name. */
const char *findings(struct fixture *f);
enum status read_string(struct fixture *f, struct model_plan **out, const char *source);

struct model_objective *objective_of(const struct model_plan *plan, const char *id);
struct model_indicator *indicator_of(const struct model_plan *plan, const char *id);
/** "12.50": a figure with its decimals. */
const char *figure(struct fixture *f, struct model_figure figure);

/* The groups, one a file: the number of tests that failed. */
int run_findings(void);
int run_identity(void);
int run_values(void);
int run_tree(void);
int run_sheets(void);
int run_robust(void);

#define TEST(function) cmocka_unit_test_setup_teardown(function, setup, teardown)

#endif
