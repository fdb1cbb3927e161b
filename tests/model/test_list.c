#include "bench.h"

static void test_model__list_keeps_order_while_it_grows(void **state)
{
	struct model_list list = { 0 };
	int items[1000];

	for (int i = 0; i < 1000; i++) {
		model_list_add(*state, &list, &items[i]);
		assert_int_equal(list.count, (size_t)i + 1);
	}
	for (int i = 0; i < 1000; i++)
		assert_ptr_equal(list.items[i], &items[i]);
}

static void test_model__value_of_year_is_found(void **state)
{
	struct model_list values = { 0 };
	struct model_value *second;

	bench_value(*state, &values, 2021);
	second = bench_value(*state, &values, 2022);
	assert_ptr_equal(model_value_of_year(&values, 2022), second);
	assert_null(model_value_of_year(&values, 2023));
}

/* Source: design "Value": op; without it `verso`; dates fall, the rest rises. */
static void test_model__operator_in_force(void **state)
{
	struct model_indicator indicator = { 0 };
	struct model_value target = { .kind = MODEL_NUMBER };

	(void)state;
	assert_int_equal(model_operator_of(&indicator, &target), MODEL_AT_LEAST);
	indicator.direction = MODEL_FALLING;
	assert_int_equal(model_operator_of(&indicator, &target), MODEL_AT_MOST);
	target.op = MODEL_EQUAL;
	assert_int_equal(model_operator_of(&indicator, &target), MODEL_EQUAL);
	target = (struct model_value){ .kind = MODEL_DATE };
	indicator.direction = MODEL_DIRECTION_NONE;
	assert_int_equal(model_operator_of(&indicator, &target), MODEL_WITHIN);
	indicator.direction = MODEL_RISING;
	assert_int_equal(model_operator_of(&indicator, &target), MODEL_AT_LEAST);
}

/* "no" is wanted for itself. */
static void test_model__wanted_no_is_an_equal(void **state)
{
	struct model_indicator indicator = { .type = MODEL_YES_NO };
	struct model_value target = { .kind = MODEL_YES_NO, .yes = false };

	(void)state;
	assert_int_equal(model_operator_of(&indicator, &target), MODEL_EQUAL);
	target.yes = true;
	assert_int_equal(model_operator_of(&indicator, &target), MODEL_AT_LEAST);
}

/* Source: design "Public edition". */
static void test_model__individual_objectives(void **state)
{
	struct model_assignment sheet = { 0 }, service = { 0 };
	struct model_objective objective = { .type = "operativo" };
	struct model_post post = { 0 };

	model_list_add(*state, &sheet.posts, &post);
	assert_false(model_is_individual(&objective));
	objective.assignment = &service;
	assert_false(model_is_individual(&objective));
	objective.assignment = &sheet;
	assert_true(model_is_individual(&objective));
	objective = (struct model_objective){ .type = "individuale" };
	assert_true(model_is_individual(&objective));
}

int run_list(void)
{
	const struct CMUnitTest tests[] = {
		BENCH_TEST(test_model__list_keeps_order_while_it_grows),
		BENCH_TEST(test_model__value_of_year_is_found),
		BENCH_TEST(test_model__operator_in_force),
		BENCH_TEST(test_model__wanted_no_is_an_equal),
		BENCH_TEST(test_model__individual_objectives),
	};

	return cmocka_run_group_tests_name("model: lists", tests, NULL, NULL);
}
