#include "number_private.h"

#include <assert.h>
#include <string.h>

#define DECIMALS_MAX_FOR_ALL 12

/* Frees a string of mpz_get_str() the way GMP was told to. */
static void free_digits(char *digits)
{
	void (*release)(void *, size_t);

	mp_get_memory_functions(NULL, NULL, &release);
	release(digits, strlen(digits) + 1);
}

static void add_sign(struct text *out, int sign, const struct number_style *style)
{
	if (sign < 0)
		text_add(out, style->true_minus ? "\u2212" : "-");
	else if (sign > 0 && style->plus)
		text_add_char(out, '+');
}

static void add_whole(struct text *out, const char *digits, size_t count, char separator)
{
	if (count == 0)
		text_add_char(out, '0');
	for (size_t i = 0; i < count; i++) {
		if (separator != '\0' && i > 0 && (count - i) % 3 == 0)
			text_add_char(out, separator);
		text_add_char(out, digits[i]);
	}
}

/* The digits after the point, of which `digits` may lack the leading zeros. */
static void add_part(struct text *out, const char *digits, size_t count, size_t decimals)
{
	for (size_t i = count; i < decimals; i++)
		text_add_char(out, '0');
	text_add_n(out, digits, count);
}

static void drop_end_zeros(char *digits, size_t *count, size_t *decimals)
{
	while (*decimals > 0 && *count > 0 && digits[*count - 1] == '0') {
		digits[--*count] = '\0';
		--*decimals;
	}
	if (*count == 0)
		*decimals = 0;
}

/* Writes digits * 10^-decimals; `digits` has no sign, and is "" for zero. */
static void add_digits(struct text *out, const char *digits, size_t count, size_t decimals,
		       const struct number_style *style)
{
	size_t whole = count > decimals ? count - decimals : 0;
	char separator = style->point == ',' ? '.' : ',';

	add_whole(out, digits, whole, style->group ? separator : '\0');
	if (decimals > 0) {
		text_add_char(out, style->point);
		add_part(out, digits + whole, count - whole, decimals);
	}
}

void number_write(struct text *out, const struct number *a, const struct number_style *style)
{
	bool all = style->decimals == NUMBER_ALL;
	size_t decimals = (size_t)(all ? DECIMALS_MAX_FOR_ALL : style->decimals);
	char *digits, *first;
	size_t count;
	mpz_t scaled;

	mpz_init(scaled);
	number_scaled(scaled, a, (int)decimals);
	digits = mpz_get_str(NULL, 10, scaled);
	first = digits + (mpz_sgn(scaled) < 0);
	count = mpz_sgn(scaled) == 0 ? 0 : strlen(first);
	if (all)
		drop_end_zeros(first, &count, &decimals);
	/* The sign of what is printed, not of the number: there is no "-0". */
	add_sign(out, mpz_sgn(scaled), style);
	add_digits(out, first, count, decimals, style);
	free_digits(digits);
	mpz_clear(scaled);
}

static char *written(struct arena *arena, const struct number *a, const struct number_style *style)
{
	struct text out = text_make(arena);

	number_write(&out, a, style);
	return out.bytes;
}

char *number_xml(struct arena *arena, const struct number *a, int decimals)
{
	return written(arena, a, &(struct number_style){ .decimals = decimals, .point = '.' });
}

char *number_italian(struct arena *arena, const struct number *a, int decimals)
{
	return written(arena, a,
		       &(struct number_style){
			       .decimals = decimals,
			       .point = ',',
			       .group = true,
			       .true_minus = true,
		       });
}

/* Digits that the exact value has after the point; -1 when they never end or
 * are more than can be asked for. Only 2 and 5 divide a power of ten. */
static int exact_decimals(const struct number *a)
{
	mpz_srcptr denominator = mpq_denref(a->value);
	unsigned long twos = mpz_scan1(denominator, 0), fives, more;
	mpz_t five, rest;
	bool ends;

	mpz_init_set_ui(five, 5);
	mpz_init(rest);
	mpz_fdiv_q_2exp(rest, denominator, twos);
	fives = mpz_remove(rest, rest, five);
	ends = mpz_cmp_ui(rest, 1) == 0;
	mpz_clears(five, rest, NULL);
	more = twos > fives ? twos : fives;
	return ends && more <= NUMBER_POWER_MAX ? (int)more : -1;
}

char *number_exact(struct arena *arena, const struct number *a)
{
	int decimals = exact_decimals(a);
	struct text out;
	char *fraction;

	if (decimals >= 0)
		return number_xml(arena, a, decimals);
	out = text_make(arena);
	fraction = mpq_get_str(NULL, 10, a->value);
	text_add(&out, fraction);
	free_digits(fraction);
	return out.bytes;
}
