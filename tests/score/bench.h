/* bench.h - a plan on the bench: XML in, scored plan out, figures by id.
 *
 * Gives:    bench_plan(), bench_file(), figures and findings as text.
 * Includes: score, input, cmocka.
 * Not here: what must hold.
 */
#ifndef BENCH_H
#define BENCH_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "score/score.h"

struct bench {
	struct arena *arena;
	struct diag diag;
	struct model_plan *plan;
	size_t first; /* finding of score: those of input come before */
};

int bench_setup(void **state);
int bench_teardown(void **state);

/** Reads, scores and audits a plan for 2022: `system` stands in <sistema>,
 *  `body` after it. Fails the test when input refuses it. */
void bench_plan(struct bench *bench, const char *system, const char *body);
void bench_file(struct bench *bench, const char *path);

const struct model_objective *bench_objective(const struct bench *bench, const char *id);
const struct model_indicator *bench_indicator(const struct bench *bench, const char *id);
/** "62.10", or the reason in brackets when there is no figure. */
const char *bench_result(const struct bench *bench, const char *id);
const char *bench_degree(const struct bench *bench, const char *id);
const char *bench_figure(const struct bench *bench, const struct model_score *score);
/** The exact degree: "844.25" as number_exact() writes it. */
const char *bench_exact(const struct bench *bench, const char *id);
/** Codes of the findings of score, in order, with the lines' names: "code code". */
const char *bench_findings(const struct bench *bench);
/** The text of the first finding with that code, or NULL. */
const char *bench_finding(const struct bench *bench, const char *code);

#define BENCH_TEST(name) cmocka_unit_test_setup_teardown(name, bench_setup, bench_teardown)

int run_rules(void);
int run_results(void);
int run_sheets(void);
int run_audit(void);
int run_sets(void);
int run_explain(void);
int run_staff(void);
int run_torino(void);
int run_lecce(void);

#endif
