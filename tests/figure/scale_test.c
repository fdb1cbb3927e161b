/* scale_test.c - round steps, magnitudes, figures as printed. */
#include "chart_private.h"
#include "figure_test.h"

#include <string.h>

static const struct number *num(struct fixture *f, const char *text)
{
	const struct number *number = NULL;

	assert_true(number_parse(&number, NULL, f->arena, text));
	return number;
}

/* "low step high" as printed on the axis. */
static char *axis_text(struct fixture *f, const char *low, const char *high, int steps, bool whole)
{
	struct axis axis = axis_make(f->arena, num(f, low), num(f, high), steps, whole);

	return arena_printf(f->arena, "%s %s %s", number_italian(f->arena, axis.low, axis.decimals),
			    number_italian(f->arena, axis.step, axis.decimals),
			    number_italian(f->arena, axis.high, axis.decimals));
}

static void test_figure__steps_are_round(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(axis_text(f, "0", "97.45", 5, false), "0 20 100");
	assert_string_equal(axis_text(f, "0", "12345678.9", 5, false), "0 5.000.000 15.000.000");
	assert_string_equal(axis_text(f, "-120", "1350", 5, false), "−500 500 1.500");
	assert_string_equal(axis_text(f, "0", "0.000031", 4, false), "0,00000 0,00001 0,00004");
	assert_string_equal(axis_text(f, "-9", "-1", 4, false), "−10 2 0");
}

static void test_figure__one_value_or_zero_still_has_an_axis(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(axis_text(f, "0", "0", 5, true), "0 1 1");
	assert_string_equal(axis_text(f, "7", "7", 2, true), "7 1 8");
}

static void test_figure__counts_have_no_half_steps(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(axis_text(f, "0", "2", 6, true), "0 1 2");
	assert_string_equal(axis_text(f, "0", "2", 6, false), "0,0 0,5 2,0");
}

/* Every step is 1, 2 or 5 times a power of ten and the range is covered. */
static void test_figure__steps_are_round_for_any_range(void **state)
{
	struct fixture *f = *state;
	unsigned seed = 11;

	for (int i = 0; i < 500; i++) {
		const struct number *low =
			num(f, arena_printf(f->arena, "-%u.%03u", next_random(&seed, 9999),
					    1 + i % 999));
		const struct number *high = number_mul(
			f->arena, number_power10(f->arena, (int)next_random(&seed, 20) - 10),
			number_from_int(f->arena, 1 + (long)next_random(&seed, 9999)));
		struct axis axis = axis_make(f->arena, low, high, 1 + i % 8, false);
		const struct number *power =
			number_power10(f->arena, number_exponent(f->arena, axis.step));
		double mantissa = number_to_double(number_div(f->arena, axis.step, power));

		assert_true(mantissa == 1 || mantissa == 2 || mantissa == 5);
		assert_true(number_compare(axis.low, low) <= 0);
		assert_true(number_compare(axis.high, high) >= 0);
		assert_in_range(axis.steps, 1, 12);
	}
}

static void test_figure__exponent_is_the_power_below(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(number_exponent(f->arena, num(f, "1")), 0);
	assert_int_equal(number_exponent(f->arena, num(f, "-999.99")), 2);
	assert_int_equal(number_exponent(f->arena, num(f, "1000")), 3);
	assert_int_equal(number_exponent(f->arena, num(f, "0.001")), -3);
	assert_int_equal(number_exponent(f->arena, number_power10(f->arena, 400)), 400);
	assert_int_equal(number_exponent(f->arena, number_power10(f->arena, -400)), -400);
}

static const char *said(struct fixture *f, const char *values, const char *unit)
{
	struct document_figure *figure = make_chart(f, DOCUMENT_COLUMNS, "a|b|c");

	add_series(f, figure, "s", values);
	figure->as.chart->unit = unit;
	return magnitude_choose(f->arena, figure->as.chart).said;
}

static void test_figure__magnitude_is_said_in_words(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(said(f, "12345678|1|2", "euro"), "milioni di euro");
	assert_string_equal(said(f, "-955000|1|2", "euro"), "migliaia di euro");
	assert_string_equal(said(f, "99999|1|2", "euro"), "euro");
	assert_string_equal(said(f, "25000000000|1|2", "€"), "miliardi di euro");
	assert_string_equal(said(f, "250000|1|2", "n."), "in migliaia");
	assert_string_equal(said(f, "97.5|1|2", "%"), "valori percentuali");
	assert_null(said(f, "12|1|2", "n."));
	assert_null(said(f, "12|1|2", NULL));
	assert_string_equal(said(f, "0.0000012|0|0", "g"), "unità: 10⁻⁶ g");
	assert_string_equal(said(f, "123456789012345678|0|0", "euro"), "unità: 10¹⁵ euro");
}

const struct CMUnitTest scale_tests[] = {
	room_test(test_figure__steps_are_round),
	room_test(test_figure__one_value_or_zero_still_has_an_axis),
	room_test(test_figure__counts_have_no_half_steps),
	room_test(test_figure__steps_are_round_for_any_range),
	room_test(test_figure__exponent_is_the_power_below),
	room_test(test_figure__magnitude_is_said_in_words),
};
const size_t scale_test_count = sizeof scale_tests / sizeof *scale_tests;
