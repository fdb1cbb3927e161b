/* Sets of figures: what printed figures stand for, and their sums. */
#include "bench.h"

#include "audit_private.h"

static struct model_figure figure(struct bench *bench, const char *text)
{
	struct model_figure out = { 0 };

	assert_true(number_parse(&out.number, &out.decimals, bench->arena, text));
	return out;
}

static struct score_set point(struct bench *bench, const char *text)
{
	return score_set_point(bench->arena, figure(bench, text).number);
}

static struct score_set printed(struct bench *bench, const char *text)
{
	struct model_figure parsed = figure(bench, text);

	return score_set_printed(bench->arena, &parsed);
}

static bool holds(struct bench *bench, const struct score_set *set, const char *text)
{
	struct score_set one = point(bench, text);

	return score_set_meets(set, &one);
}

/* Half away from zero, on both sides of it. */
static void test_score__printed_figure_stands_for_what_rounds_to_it(void **state)
{
	struct score_set plus = printed(*state, "71.21"), minus = printed(*state, "-7.6");
	struct score_set zero = printed(*state, "0.0");

	assert_true(holds(*state, &plus, "71.205"));
	assert_false(holds(*state, &plus, "71.215"));
	assert_true(holds(*state, &minus, "-7.55"));
	assert_false(holds(*state, &minus, "-7.65"));
	assert_false(holds(*state, &zero, "-0.05"));
	assert_true(holds(*state, &zero, "0.049"));
	assert_false(holds(*state, &zero, "0.05"));
}

static void test_score__set_sum_keeps_the_gaps(void **state)
{
	struct bench *bench = *state;
	struct score_set zero = point(bench, "0"), hundred = point(bench, "100");
	struct score_set jump = score_set_union(bench->arena, &zero, &hundred);
	struct score_set sets[] = { jump, jump, printed(bench, "10") };
	struct score_set sum = score_set_sum(bench->arena, sets, 3);

	assert_int_equal(sum.count, 3);
	assert_true(holds(bench, &sum, "110"));
	assert_false(holds(bench, &sum, "60"));
	assert_string_equal(score_set_text(bench->arena, &sum, 1),
			    "da 9,5 a 10,5 o da 109,5 a 110,5 o da 209,5 a 210,5");
}

/* However many jumps, the set stays small and only grows. */
static void test_score__set_sum_of_many_jumps_stays_small(void **state)
{
	struct bench *bench = *state;
	struct score_set sets[40];
	struct score_set sum;

	for (size_t i = 0; i < 40; i++) {
		struct score_set low = point(bench, "0");
		struct score_set high = score_set_point(
			bench->arena, number_ratio(bench->arena, (long)(1 + i * i * i), 7));

		sets[i] = score_set_union(bench->arena, &low, &high);
	}
	sum = score_set_sum(bench->arena, sets, 40);
	assert_in_range(sum.count, 1, SCORE_SET_MAX);
	assert_true(holds(bench, &sum, "0"));
}

static void test_score__touching_ranges_become_one(void **state)
{
	struct bench *bench = *state;
	struct score_set low = printed(bench, "1"), high = printed(bench, "2");
	struct score_set both = score_set_union(bench->arena, &low, &high);
	struct score_set far = printed(bench, "4");

	assert_int_equal(both.count, 1);
	both = score_set_union(bench->arena, &both, &far);
	assert_int_equal(both.count, 2);
}

static void test_score__set_is_cut_at_points_and_between(void **state)
{
	struct bench *bench = *state;
	const struct number *points[] = { figure(bench, "10.2").number, figure(bench, "9.5").number,
					  figure(bench, "10.5").number };
	struct score_breaks breaks = { points, 3 };
	struct score_set set = printed(bench, "10");
	struct score_set cut = score_set_cut(bench->arena, &set, &breaks);

	/* 9,5; between; 10,2; between; 10,5 itself rounds to 11 */
	assert_int_equal(cut.count, 4);
	assert_true(number_equal(cut.ranges[0].low, cut.ranges[0].high));
	assert_true(cut.ranges[1].low_open && cut.ranges[1].high_open);
	assert_true(cut.ranges[3].high_open);
}

/* ---- Images ---- */

static const struct model_rule *rule_of(struct bench *bench, enum model_rule_type type)
{
	static const char *const limits[] = { "0", "0.5", "3" };
	struct model_rule *rule = arena_new(bench->arena, struct model_rule);

	rule->type = type;
	rule->minimum = figure(bench, "10");
	rule->maximum = figure(bench, "90");
	for (size_t i = 0; i < 3; i++) {
		struct model_band *band = arena_new(bench->arena, struct model_band);

		band->up_to = figure(bench, limits[i]);
		band->degree = figure(bench, i == 0 ? "100" : i == 1 ? "80" : "20");
		model_list_add(bench->arena, &rule->bands, band);
	}
	return rule;
}

/* Every actual that a printed one stands for has its degree in the image. */
static void check_image(struct bench *bench, const struct model_rule *rule, enum model_operator op,
			const char *target, const char *threshold, const char *actual)
{
	struct model_plan plan = { .arena = bench->arena, .year = 2022 };
	struct score_context context = score_context_make(&plan, NULL);
	struct model_value values[] = { { .op = op, .figure = figure(bench, target) },
					{ .figure = figure(bench, threshold) },
					{ .figure = figure(bench, actual) } };
	struct model_indicator indicator = { .rule_used = rule,
					     .target = &values[0],
					     .threshold = &values[1],
					     .actual = &values[2] };
	struct score_set set = score_actual_set(&context, &indicator, &values[2]);
	struct score_set image = score_image(&context, &indicator, &set);
	const struct score_rule *functions = score_rule_of(rule->type);
	const char *reason = NULL;
	struct score_terms terms;

	assert_true(score_terms_make(&terms, &context, &indicator, 0, &reason));
	for (int step = -6; step <= 6; step++) {
		const struct number *x = number_add(bench->arena, terms.actual,
						    number_ratio(bench->arena, step, 130));
		struct score_piece piece = functions->piece(&context, &terms, x);
		struct score_set one = score_set_point(
			bench->arena, score_piece_value(&context, &piece, &terms, x));

		assert_true(score_set_meets(&image, &one));
	}
}

static void test_score__image_holds_every_degree(void **state)
{
	static const char *const actuals[] = { "0.0", "-0.1", "4.9", "5.0",  "5.1",
					       "7.0", "2.0",  "4.5", "50.0", "0.5" };
	static const char *const targets[] = { "5", "0", "-3", "5.01" };
	static const char *const thresholds[] = { "2", "7", "5.02" };
	struct bench *bench = *state;

	for (int type = MODEL_RULE_LINEAR; type < MODEL_RULE_MANUAL; type++)
		for (int op = MODEL_AT_LEAST; op <= MODEL_LESS; op++)
			for (size_t i = 0; i < 10 * 4 * 3; i++)
				check_image(bench, rule_of(bench, (enum model_rule_type)type),
					    (enum model_operator)op, targets[i / 10 % 4],
					    thresholds[i / 40], actuals[i % 10]);
}

int run_sets(void)
{
	const struct CMUnitTest tests[] = {
		BENCH_TEST(test_score__printed_figure_stands_for_what_rounds_to_it),
		BENCH_TEST(test_score__set_sum_keeps_the_gaps),
		BENCH_TEST(test_score__set_sum_of_many_jumps_stays_small),
		BENCH_TEST(test_score__touching_ranges_become_one),
		BENCH_TEST(test_score__set_is_cut_at_points_and_between),
		BENCH_TEST(test_score__image_holds_every_degree),
	};

	return cmocka_run_group_tests_name("score: sets", tests, NULL, NULL);
}
