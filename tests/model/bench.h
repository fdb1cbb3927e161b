/* bench.h - plans made by hand, for the tests of the model.
 *
 * Gives:    an arena a test, and makers of the few things that trees need.
 * Includes: model, cmocka.
 * Not here: what must hold.
 */
#ifndef BENCH_H
#define BENCH_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/field.h"
#include "model/plan.h"

int bench_setup(void **state);
int bench_teardown(void **state);
#define BENCH_TEST(name) cmocka_unit_test_setup_teardown(name, bench_setup, bench_teardown)

struct model_plan *bench_plan(struct arena *arena);
/** A new area or objective, put at the end of `content`. */
struct model_area *bench_area(struct arena *arena, struct model_list *content, const char *id);
struct model_objective *bench_objective(struct arena *arena, struct model_list *content,
					const char *id);
struct model_indicator *bench_indicator(struct arena *arena, struct model_objective *objective,
					const char *id);
struct model_value *bench_value(struct arena *arena, struct model_list *values, int year);

int run_list(void);
int run_link(void);
int run_inherit(void);
int run_field(void);
int run_print(void);

#endif
