#include "bench.h"

#include "model/print.h"

static void test_model__written_values_read_as_italian(void **state)
{
	assert_string_equal(model_written_italian(*state, ">= 20.00"), "≥ 20,00");
	assert_string_equal(model_written_italian(*state, "<=10000 pratiche"), "≤10.000 pratiche");
	assert_string_equal(model_written_italian(*state, "entro  2022-07-15"), "entro 15/07/2022");
	assert_string_equal(model_written_italian(*state, "2021"), "2021");
	assert_string_equal(model_written_italian(*state, "art. 10 vers. 1.2.3"),
			    "art. 10 vers. 1.2.3");
	assert_string_equal(model_written_italian(*state, ""), "");
	assert_null(model_written_italian(*state, NULL));
}

static void test_model__a_value_is_printed_for_people_and_for_data(void **state)
{
	struct model_value value = { .kind = MODEL_NUMBER };

	assert_true(number_parse(&value.figure.number, &value.figure.decimals, *state, "1200.75"));
	assert_string_equal(model_value_italian(*state, &value, "euro"), "1.200,75 euro");
	assert_string_equal(model_value_italian(*state, &value, "n."), "1.200,75");
	assert_string_equal(model_value_data(*state, &value), "1200.75");
	value.state = MODEL_NOT_AVAILABLE;
	assert_string_equal(model_value_italian(*state, &value, NULL), "n.d.");
	value.state = MODEL_EMPTY;
	assert_null(model_value_italian(*state, &value, NULL));
}

int run_print(void)
{
	const struct CMUnitTest tests[] = {
		BENCH_TEST(test_model__written_values_read_as_italian),
		BENCH_TEST(test_model__a_value_is_printed_for_people_and_for_data),
	};

	return cmocka_run_group_tests_name("model: print", tests, NULL, NULL);
}
