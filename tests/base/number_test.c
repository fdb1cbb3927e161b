#include "base/number.h"
#include "base_test.h"

#include <limits.h>

static const struct number *num(struct arena *arena, const char *text)
{
	const struct number *number;

	assert_true(number_parse(&number, NULL, arena, text));
	return number;
}

static void test_number__reads_every_form_of_decimal(void **state)
{
	static const char *const forms[][2] = {
		{ "0", "0" },
		{ "-0", "0" },
		{ "+7", "7" },
		{ ".5", "0.5" },
		{ "5.", "5" },
		{ "-.25", "-0.25" },
		{ "007.10", "7.1" },
		{ " 12\n", "12" },
		{ "\t-3.50 \r", "-3.5" },
		{ "105.00", "105" },
		{ "71.21", "71.21" },
		{ "1234567890123456789012345678901234567890",
		  "1234567890123456789012345678901234567890" },
		{ "0.0000000000000000000000000000000000001",
		  "0.0000000000000000000000000000000000001" },
	};

	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		assert_string_equal(number_exact(*state, num(*state, forms[i][0])), forms[i][1]);
}

static void test_number__refuses_what_is_no_decimal(void **state)
{
	static const char *const wrong[] = {
		"",
		" ",
		".",
		"-",
		"+",
		"+-1",
		"--1",
		"1,5",
		"1.2.3",
		"1e5",
		"0x10",
		"1 2",
		"NaN",
		"INF",
		"١",
		"\xFF",
		"- 1",
		"1-",
		"\u00A01",
		"\v1",
		"12345678901234567890123456789012345678901",  /* 41 digits */
		"1.2345678901234567890123456789012345678901", /* 41 digits */
	};
	const struct number *number;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		assert_false(number_parse(&number, NULL, *state, wrong[i]));
		assert_null(number);
	}
	assert_false(number_parse(&number, NULL, *state, NULL));
}

static void test_number__tells_the_decimals_as_written(void **state)
{
	const struct number *number;
	int decimals;

	assert_true(number_parse(&number, &decimals, *state, "25.00"));
	assert_int_equal(decimals, 2);
	assert_true(number_parse(&number, &decimals, *state, "25."));
	assert_int_equal(decimals, 0);
	assert_false(number_parse(&number, &decimals, *state, "2x.00"));
	assert_int_equal(decimals, 0);
}

static void test_number__arithmetic_is_exact(void **state)
{
	const struct number *tenth = num(*state, "0.1"), *fifth = num(*state, "0.2");
	const struct number *third = number_ratio(*state, -2, -6);

	assert_true(number_equal(number_add(*state, tenth, fifth), num(*state, "0.3")));
	assert_string_equal(number_exact(*state, number_sub(*state, tenth, fifth)), "-0.1");
	assert_string_equal(number_exact(*state, number_mul(*state, third, tenth)), "1/30");
	assert_string_equal(number_exact(*state, number_div(*state, tenth, third)), "0.3");
	assert_string_equal(number_exact(*state, number_neg(*state, third)), "-1/3");
	assert_string_equal(number_exact(*state, number_ratio(*state, 1864, 3)), "1864/3");
	assert_string_equal(number_exact(*state, number_ratio(*state, 1, -8)), "-0.125");
	assert_string_equal(number_exact(*state, number_ratio(*state, 0, -8)), "0");
	assert_string_equal(number_exact(*state, number_power10(*state, -3)), "0.001");
	assert_string_equal(number_exact(*state, number_power10(*state, 3)), "1000");
}

static void test_number__the_widest_integers_fit(void **state)
{
	const struct number *most = number_from_int(*state, LONG_MAX);
	const struct number *least = number_from_int(*state, LONG_MIN);

	assert_string_equal(number_exact(*state, number_add(*state, most, least)), "-1");
	assert_string_equal(number_exact(*state, number_ratio(*state, LONG_MIN, LONG_MIN)), "1");
	assert_string_equal(number_exact(*state, number_neg(*state, least)), "9223372036854775808");
}

static void test_number__operands_are_never_changed(void **state)
{
	const struct number *a = num(*state, "-1234567890123456789012345.5");

	number_add(*state, a, a);
	number_neg(*state, a);
	number_round(*state, a, 0);
	number_italian(*state, a, 2);
	number_to_double(a);
	assert_string_equal(number_exact(*state, a), "-1234567890123456789012345.5");
}

static void test_number__a_sum_of_many_is_exact(void **state)
{
	enum { COUNT = 20000 };
	const struct number **terms = arena_array(*state, const struct number *, COUNT);

	assert_string_equal(number_exact(*state, number_sum(*state, NULL, 0)), "0");
	for (int i = 0; i < COUNT; i++)
		terms[i] = number_ratio(*state, 1, (i + 1L) * (i + 2L));
	/* 1/(1*2) + 1/(2*3) + ... telescopes to n/(n+1). */
	assert_string_equal(number_exact(*state, number_sum(*state, terms, COUNT)), "20000/20001");
	assert_string_equal(number_exact(*state, number_sum(*state, terms, 9)), "0.9");
}

static void test_number__orders_and_signs(void **state)
{
	const struct number *a = num(*state, "-2.50"), *b = num(*state, "-2.5");
	const struct number *c = num(*state, "0.0");

	assert_true(number_equal(a, b));
	assert_int_equal(number_compare(a, b), 0);
	assert_true(number_compare(a, c) < 0);
	assert_true(number_compare(c, a) > 0);
	assert_ptr_equal(number_min(a, c), a);
	assert_ptr_equal(number_max(a, c), c);
	assert_int_equal(number_sign(a), -1);
	assert_int_equal(number_sign(c), 0);
	assert_int_equal(number_sign(number_neg(*state, a)), 1);
	assert_true(number_is_integer(c));
	assert_false(number_is_integer(a));
}

struct rounding {
	const char *value;
	int decimals;
	const char *printed;
};

static void test_number__half_goes_away_from_zero(void **state)
{
	static const struct rounding cases[] = {
		{ "0.5", 0, "1" },       { "-0.5", 0, "-1" },     { "1.5", 0, "2" },
		{ "2.5", 0, "3" },       { "-2.5", 0, "-3" },     { "0.49999", 0, "0" },
		{ "-0.49999", 0, "0" },  { "-0.004", 2, "0.00" }, { "-0.005", 2, "-0.01" },
		{ "1.005", 2, "1.01" },  { "2.675", 2, "2.68" },  { "99.995", 2, "100.00" },
		{ "0.045", 2, "0.05" },  { "7", 3, "7.000" },     { "0", 2, "0.00" },
		{ "0.05", 4, "0.0500" }, { "-12.3", 1, "-12.3" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct number *value = num(*state, cases[i].value);
		const struct number *rounded = number_round(*state, value, cases[i].decimals);

		assert_string_equal(number_xml(*state, value, cases[i].decimals), cases[i].printed);
		assert_string_equal(number_xml(*state, rounded, cases[i].decimals),
				    cases[i].printed);
		assert_true(number_equal(rounded, num(*state, cases[i].printed)));
	}
}

static void test_number__thirds_round_the_nearest_way(void **state)
{
	assert_string_equal(number_xml(*state, number_ratio(*state, 2, 3), 2), "0.67");
	assert_string_equal(number_xml(*state, number_ratio(*state, -1, 3), 2), "-0.33");
	assert_string_equal(number_xml(*state, number_ratio(*state, 186400, 3), 2), "62133.33");
}

static void test_number__italian_form_groups_and_has_a_true_minus(void **state)
{
	assert_string_equal(number_italian(*state, num(*state, "1234.5"), 2), "1.234,50");
	assert_string_equal(number_italian(*state, num(*state, "-1234567.895"), 2),
			    "\u22121.234.567,90");
	assert_string_equal(number_italian(*state, num(*state, "999.999"), 2), "1.000,00");
	assert_string_equal(number_italian(*state, num(*state, "-0.001"), 2), "0,00");
	assert_string_equal(number_italian(*state, num(*state, "100"), 0), "100");
	assert_string_equal(number_italian(*state, num(*state, "12345"), NUMBER_ALL), "12.345");
}

static char *styled(struct arena *arena, const char *value, struct number_style style)
{
	struct text out = text_make(arena);

	number_write(&out, num(arena, value), &style);
	return out.bytes;
}

static void test_number__style_rules_plus_and_grouping(void **state)
{
	const struct number_style plus = { .decimals = 1, .point = ',', .plus = true };
	const struct number_style english = { .decimals = 2, .point = '.', .group = true };

	assert_string_equal(styled(*state, "5.58", plus), "+5,6");
	assert_string_equal(styled(*state, "-5.58", plus), "-5,6");
	assert_string_equal(styled(*state, "0.04", plus), "0,0"); /* printed as zero: no sign */
	assert_string_equal(styled(*state, "1234567.8", english), "1,234,567.80");
}

static void test_number__all_decimals_are_at_most_twelve(void **state)
{
	const struct number_style all = { .decimals = NUMBER_ALL, .point = ',' };
	const struct number *third = number_ratio(*state, 1, 3);

	assert_string_equal(styled(*state, "25.00", all), "25");
	assert_string_equal(styled(*state, "0", all), "0");
	assert_string_equal(styled(*state, "-0.50", all), "-0,5");
	assert_string_equal(styled(*state, "1200", all), "1200");
	assert_string_equal(styled(*state, "0.000000000001", all), "0,000000000001");
	assert_string_equal(styled(*state, "-0.0000000000001", all), "0");
	assert_string_equal(styled(*state, "1.0000000000004", all), "1");
	assert_string_equal(number_xml(*state, third, NUMBER_ALL), "0.333333333333");
}

static void test_number__the_nearest_double_is_given(void **state)
{
	assert_true(number_to_double(num(*state, "0")) == 0.0);
	assert_true(number_to_double(num(*state, "0.1")) == 0.1);
	assert_true(number_to_double(num(*state, "-71.21")) == -71.21);
	assert_true(number_to_double(num(*state, "0.3")) == 0.3);
	assert_true(number_to_double(number_ratio(*state, 2, 3)) == 2.0 / 3.0);
	assert_true(number_to_double(num(*state, "9007199254740993")) == 9007199254740992.0);
	assert_true(number_to_double(num(*state, "9007199254740993.1")) == 9007199254740994.0);
	assert_true(number_to_double(num(*state, "123456789012345678901234567890")) ==
		    123456789012345678901234567890.0);
	assert_true(number_to_double(number_power10(*state, -20)) == 1e-20);
	assert_true(number_to_double(number_power10(*state, -5000)) == 0.0);
	assert_true(number_to_double(number_power10(*state, 5000)) > 1e300);
}

int run_number_tests(void)
{
	static const struct CMUnitTest tests[] = {
		arena_test(test_number__reads_every_form_of_decimal),
		arena_test(test_number__refuses_what_is_no_decimal),
		arena_test(test_number__tells_the_decimals_as_written),
		arena_test(test_number__arithmetic_is_exact),
		arena_test(test_number__the_widest_integers_fit),
		arena_test(test_number__operands_are_never_changed),
		arena_test(test_number__a_sum_of_many_is_exact),
		arena_test(test_number__orders_and_signs),
		arena_test(test_number__half_goes_away_from_zero),
		arena_test(test_number__thirds_round_the_nearest_way),
		arena_test(test_number__italian_form_groups_and_has_a_true_minus),
		arena_test(test_number__style_rules_plus_and_grouping),
		arena_test(test_number__all_decimals_are_at_most_twelve),
		arena_test(test_number__the_nearest_double_is_given),
	};

	return cmocka_run_group_tests_name("number", tests, NULL, NULL);
}
