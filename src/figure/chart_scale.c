/* chart_scale.c - axes with round steps, from exact numbers. */
#include "chart_private.h"

#include <math.h>

int number_exponent(struct arena *arena, const struct number *number)
{
	const struct number *size = number_sign(number) < 0 ? number_neg(arena, number) : number;
	double nearest = number_to_double(size);
	int exponent = isfinite(nearest) && nearest > 0 ? (int)floor(log10(nearest)) : 0;

	while (number_compare(number_power10(arena, exponent), size) > 0)
		exponent--;
	while (number_compare(number_power10(arena, exponent + 1), size) <= 0)
		exponent++;
	return exponent;
}

/* The largest whole number that is not above `a`. */
static const struct number *floor_of(struct arena *arena, const struct number *a)
{
	const struct number *near = number_round(arena, a, 0);

	if (number_compare(near, a) <= 0)
		return near;
	return number_sub(arena, near, number_from_int(arena, 1));
}

static const struct number *ceiling_of(struct arena *arena, const struct number *a)
{
	return number_neg(arena, floor_of(arena, number_neg(arena, a)));
}

/* The smallest 1, 2 or 5 times a power of ten that is at least `least`. */
static const struct number *round_step(struct arena *arena, const struct number *least,
				       int *decimals)
{
	static const int mantissas[] = { 1, 2, 5, 10 };
	int exponent = number_exponent(arena, least);
	const struct number *power = number_power10(arena, exponent), *step = power;

	for (size_t i = 0; i < 4; i++) {
		step = number_mul(arena, power, number_from_int(arena, mantissas[i]));
		if (number_compare(step, least) >= 0) {
			exponent += mantissas[i] == 10;
			break;
		}
	}
	*decimals = exponent < 0 ? -exponent : 0;
	return step;
}

struct axis axis_make(struct arena *arena, const struct number *low, const struct number *high,
		      int steps_wanted, bool whole)
{
	struct axis axis = { 0 };
	const struct number *one = number_from_int(arena, 1), *least;

	if (number_equal(low, high)) /* one value, or only zeros */
		high = number_add(arena, low, one);
	least = number_div(arena, number_sub(arena, high, low),
			   number_from_int(arena, steps_wanted > 1 ? steps_wanted : 1));
	if (whole && number_compare(least, one) < 0)
		least = one;
	axis.step = round_step(arena, least, &axis.decimals);
	low = floor_of(arena, number_div(arena, low, axis.step));
	high = ceiling_of(arena, number_div(arena, high, axis.step));
	axis.steps = (size_t)number_to_double(number_sub(arena, high, low));
	axis.low = number_mul(arena, low, axis.step);
	axis.high = number_mul(arena, high, axis.step);
	return axis;
}

const struct number *axis_step_value(struct arena *arena, const struct axis *axis, size_t step)
{
	return number_add(arena, axis->low,
			  number_mul(arena, axis->step, number_from_int(arena, (long)step)));
}

double axis_fraction(struct arena *arena, const struct axis *axis, const struct number *value)
{
	return number_to_double(number_div(arena, number_sub(arena, value, axis->low),
					   number_sub(arena, axis->high, axis->low)));
}
