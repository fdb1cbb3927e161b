/* Source: design "Again": what is not given here comes from there, what is
 * given wins. */
#include "bench.h"

/* The first objective gives, the second repeats it. */
struct pair {
	struct model_plan *plan;
	struct model_objective *from, *to;
};

static struct pair make_pair(struct arena *arena)
{
	struct pair pair = { .plan = bench_plan(arena) };

	pair.from = bench_objective(arena, &pair.plan->content, "A");
	pair.to = bench_objective(arena, &pair.plan->content, "B");
	pair.to->same_as = pair.from;
	return pair;
}

static void test_model__indicator_takes_what_it_does_not_give(void **state)
{
	struct pair pair = make_pair(*state);
	struct model_indicator *from = bench_indicator(*state, pair.from, "i");
	struct model_indicator *to = bench_indicator(*state, pair.to, "j");
	struct model_value *old = bench_value(*state, &from->targets, 2021);
	struct model_value *own = bench_value(*state, &to->targets, 2022);

	bench_value(*state, &from->targets, 2022);
	from->name = "Nome";
	from->code = "K1";
	from->type = MODEL_DATE;
	to->code = "K2";
	to->same_as = from;
	model_link(pair.plan);
	assert_string_equal(to->name, "Nome");
	assert_string_equal(to->code, "K2");
	assert_int_equal(to->type, MODEL_DATE);
	assert_ptr_equal(to->target, own);
	assert_int_equal(to->targets.count, 2);
	assert_ptr_equal(to->targets.items[0], old);
	assert_int_equal(from->targets.count, 2);
}

/* A long chain, in the wrong order, is followed to its head. */
static void test_model__chains_are_followed_to_the_head(void **state)
{
	enum { LENGTH = 5000 };
	struct model_plan *plan = bench_plan(*state);
	struct model_objective *objective = bench_objective(*state, &plan->content, "A");
	struct model_indicator *first = bench_indicator(*state, objective, "0"), *last = first;

	for (int i = 1; i < LENGTH; i++) {
		struct model_indicator *next = bench_indicator(*state, objective, "n");

		last->same_as = next;
		last = next;
	}
	last->name = "In fondo";
	model_link(plan);
	assert_string_equal(first->name, "In fondo");
}

static void test_model__objective_shares_indicators_and_children(void **state)
{
	struct pair pair = make_pair(*state);
	struct model_indicator *indicator = bench_indicator(*state, pair.from, "i");
	struct model_objective *child = bench_objective(*state, &pair.from->content, "C");

	pair.from->title = "Titolo";
	pair.to->type = "individuale";
	model_link(pair.plan);
	assert_string_equal(pair.to->title, "Titolo");
	assert_string_equal(pair.to->type, "individuale");
	assert_ptr_equal(pair.to->indicators.items[0], indicator);
	assert_ptr_equal(indicator->objective, pair.from);
	assert_ptr_equal(pair.to->objectives.items[0], child);
	assert_ptr_equal(child->parent, pair.from);
	assert_int_equal(pair.plan->indicators.count, 1);
	assert_int_equal(pair.plan->descendants.count, 3);
}

/* The same indicators under another rule are other uses of them. */
static void test_model__own_rule_makes_uses_of_its_own(void **state)
{
	struct pair pair = make_pair(*state);
	struct model_indicator *indicator = bench_indicator(*state, pair.from, "i");
	struct model_rule rule = { .type = MODEL_RULE_ALL_OR_NOTHING };
	const struct model_indicator *again;

	indicator->name = "Nome";
	pair.to->rule = &rule;
	model_link(pair.plan);
	again = pair.to->indicators.items[0];
	assert_ptr_not_equal(again, indicator);
	assert_ptr_equal(again->objective, pair.to);
	assert_ptr_equal(again->same_as, indicator);
	assert_string_equal(again->name, "Nome");
}

/* An objective inside the one that it repeats ends, and is met once. */
static void test_model__repeating_what_is_around_ends(void **state)
{
	struct model_plan *plan = bench_plan(*state);
	struct model_objective *outer = bench_objective(*state, &plan->content, "A");
	struct model_objective *inner = bench_objective(*state, &outer->content, "B");

	inner->same_as = outer;
	model_link(plan);
	assert_int_equal(plan->descendants.count, 2);
	assert_ptr_equal(inner->objectives.items[0], inner);
}

int run_inherit(void)
{
	const struct CMUnitTest tests[] = {
		BENCH_TEST(test_model__indicator_takes_what_it_does_not_give),
		BENCH_TEST(test_model__chains_are_followed_to_the_head),
		BENCH_TEST(test_model__objective_shares_indicators_and_children),
		BENCH_TEST(test_model__own_rule_makes_uses_of_its_own),
		BENCH_TEST(test_model__repeating_what_is_around_ends),
	};

	return cmocka_run_group_tests_name("model: inherit", tests, NULL, NULL);
}
