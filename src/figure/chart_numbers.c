/* chart_numbers.c - a chart's figures: range, magnitude, how they are printed. */
#include "chart_private.h"

#include <stdlib.h>
#include <strings.h>

const struct number *plate_value(const struct plate *plate, size_t series, size_t category)
{
	const struct number *value = plate->chart->series[series].values[category];

	if (value == NULL)
		return NULL;
	return number_div(plate->easel->arena, value, plate->magnitude.factor);
}

/* In thousands or millions a small amount may have no figure left: it is not nothing. */
char *plate_value_text(const struct plate *plate, const struct number *value)
{
	struct arena *arena = plate->easel->arena;
	int decimals = plate->magnitude.decimals;

	if (number_sign(value) != 0 && number_sign(number_round(arena, value, decimals)) == 0)
		return arena_printf(arena, "≈\u00A00");
	return number_italian(arena, value, decimals);
}

/* ---- ranges ----------------------------------------------------------- */

static void take_in(const struct number **low, const struct number **high,
		    const struct number *value)
{
	*low = *low == NULL ? value : number_min(*low, value);
	*high = *high == NULL ? value : number_max(*high, value);
}

bool plate_range(const struct plate *plate, const struct number **low, const struct number **high)
{
	const struct document_chart *chart = plate->chart;

	*low = *high = NULL;
	for (size_t s = 0; s < chart->series_count; s++)
		for (size_t c = 0; c < chart->category_count; c++)
			if (chart->series[s].values[c] != NULL)
				take_in(low, high, plate_value(plate, s, c));
	return *low != NULL;
}

bool plate_range_stacked(const struct plate *plate, const struct number **low,
			 const struct number **high)
{
	const struct document_chart *chart = plate->chart;
	struct arena *arena = plate->easel->arena;
	bool any = false;

	*low = *high = number_from_int(arena, 0);
	for (size_t c = 0; c < chart->category_count; c++) {
		const struct number *below = number_from_int(arena, 0), *above = below;

		for (size_t s = 0; s < chart->series_count; s++) {
			const struct number *value = plate_value(plate, s, c);

			if (value == NULL)
				continue;
			any = true;
			if (number_sign(value) < 0)
				below = number_add(arena, below, value);
			else
				above = number_add(arena, above, value);
		}
		take_in(low, high, below);
		take_in(low, high, above);
	}
	return any;
}

static bool is_percent(const char *unit)
{
	return unit != NULL && (text_equal(unit, "%") || strcasecmp(unit, "percentuale") == 0);
}

#define SHARE_LEAST 20 /* a highest value below it is a rate, not a share of a hundred */

/* Degrees and shares are read against the whole: a bar of 86 % is not a full one. */
static bool are_shares(const struct plate *plate, const struct number *low,
		       const struct number *high)
{
	struct arena *arena = plate->easel->arena;

	return is_percent(plate->chart->unit) &&
	       number_equal(plate->magnitude.factor, number_from_int(arena, 1)) &&
	       number_sign(low) >= 0 &&
	       (number_sign(high) == 0 ||
		number_compare(high, number_from_int(arena, SHARE_LEAST)) >= 0) &&
	       number_compare(high, number_from_int(arena, 100)) < 0;
}

void plate_range_from_zero(const struct plate *plate, const struct number **low,
			   const struct number **high)
{
	const struct number *zero = number_from_int(plate->easel->arena, 0);

	*low = number_min(*low, zero);
	*high = number_max(*high, zero);
	if (are_shares(plate, *low, *high))
		*high = number_from_int(plate->easel->arena, 100);
}

bool plate_all_whole(const struct plate *plate)
{
	const struct document_chart *chart = plate->chart;

	for (size_t s = 0; s < chart->series_count; s++)
		for (size_t c = 0; c < chart->category_count; c++)
			if (chart->series[s].values[c] != NULL &&
			    !number_is_integer(plate_value(plate, s, c)))
				return false;
	return true;
}

/* ---- magnitude -------------------------------------------------------- */

static const struct number *largest(struct arena *arena, const struct document_chart *chart)
{
	const struct number *most = number_from_int(arena, 0);

	for (size_t s = 0; s < chart->series_count; s++)
		for (size_t c = 0; c < chart->category_count; c++) {
			const struct number *value = chart->series[s].values[c];

			if (value != NULL)
				most = number_max(most, number_sign(value) < 0
								? number_neg(arena, value)
								: value);
		}
	return most;
}

/* Largest figures of at least ten to the power `from` are said in ten to the
 * power `power`. */
static const struct {
	int from, power;
	const char *name;
} magnitudes[] = {
	{ 10, 9, "miliardi" },
	{ 7, 6, "milioni" },
	{ 5, 3, "migliaia" },
	{ -3, 0, NULL },
};

#define NAMED_EXPONENT_MAX 12 /* from ten to the 13 on, figures are said as powers of ten */

static int choose_power(int exponent, const char **name)
{
	*name = NULL;
	if (exponent <= NAMED_EXPONENT_MAX)
		for (size_t i = 0; i < sizeof magnitudes / sizeof *magnitudes; i++)
			if (exponent >= magnitudes[i].from) {
				*name = magnitudes[i].name;
				return magnitudes[i].power;
			}
	return exponent >= 0 ? exponent / 3 * 3 : (exponent - 2) / 3 * 3;
}

/* "10⁻⁶" */
static const char *power_text(struct arena *arena, int power)
{
	static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
	struct text out = text_make(arena);

	text_add(&out, power < 0 ? "10⁻" : "10");
	for (const char *digit = arena_printf(arena, "%d", abs(power)); *digit != '\0'; digit++)
		text_add(&out, raised[*digit - '0']);
	return out.bytes;
}

static const char *say_magnitude(struct arena *arena, int power, const char *name, const char *unit)
{
	if (power == 0 && text_unit_counts(unit))
		return NULL;
	if (power == 0)
		return is_percent(unit) ? "valori percentuali" : unit;
	if (text_equal(unit, "€"))
		unit = "euro";
	if (name == NULL)
		return arena_printf(arena, "unità: %s%s%s", power_text(arena, power),
				    text_unit_counts(unit) ? "" : " ",
				    text_unit_counts(unit) ? "" : unit);
	if (text_unit_counts(unit))
		return arena_printf(arena, "in %s", name);
	return arena_printf(arena, "%s di %s", name, unit);
}

#define LABEL_DECIMALS_MAX 6

/* Labels in thousands or millions keep three or so figures; decimals that are
 * zero in all of them are left out. */
static int scaled_decimals(const struct plate *plate, int exponent, int power)
{
	const struct document_chart *chart = plate->chart;
	struct arena *arena = plate->easel->arena;
	int most = exponent - power < 1 ? 2 : exponent - power < 3 ? 1 : 0, used = 0;

	for (size_t s = 0; s < chart->series_count; s++)
		for (size_t c = 0; c < chart->category_count && used < most; c++) {
			const struct number *value = plate_value(plate, s, c);

			while (value != NULL && used < most &&
			       !number_equal(number_round(arena, value, used),
					     number_round(arena, value, most)))
				used++;
		}
	return used;
}

struct magnitude magnitude_choose(struct arena *arena, const struct document_chart *chart)
{
	const struct number *most = largest(arena, chart);
	int exponent = number_sign(most) == 0 ? 0 : number_exponent(arena, most);
	struct magnitude magnitude;
	struct easel easel = { .arena = arena };
	struct plate plate = { .easel = &easel, .chart = chart };
	const char *name = NULL;
	int power = is_percent(chart->unit) && exponent < 7 && exponent > -4
			    ? 0
			    : choose_power(exponent, &name);

	magnitude.factor = number_power10(arena, power);
	magnitude.said = say_magnitude(arena, power, name, chart->unit);
	magnitude.decimals = chart->decimals < 0 ? 0 : chart->decimals;
	if (magnitude.decimals > LABEL_DECIMALS_MAX)
		magnitude.decimals = LABEL_DECIMALS_MAX;
	plate.magnitude = magnitude;
	if (power != 0)
		magnitude.decimals = scaled_decimals(&plate, exponent, power);
	return magnitude;
}
