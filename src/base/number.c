#include "number_private.h"

#include <assert.h>
#include <limits.h>
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define XML_SPACE     " \t\r\n"
#define DIGITS        "0123456789"
#define PAIRWISE_LEAF 8 /* so many terms are added one after the other */

_Static_assert(_Alignof(struct number) <= _Alignof(max_align_t),
	       "a number fits the alignment of the arena");

/* GMP hands its memory functions nothing of ours: this is the one variable. */
static struct arena *told_of_exhaustion;

static void *allocate(size_t size)
{
	void *piece = malloc(size);

	if (piece == NULL)
		arena_exhausted(told_of_exhaustion, size);
	return piece;
}

static void *reallocate(void *piece, size_t old_size, size_t size)
{
	void *moved = realloc(piece, size);

	(void)old_size;
	if (moved == NULL)
		arena_exhausted(told_of_exhaustion, size);
	return moved;
}

static void release(void *piece, size_t size)
{
	(void)size;
	free(piece);
}

static void forget_arena(void *arena)
{
	if (told_of_exhaustion == arena)
		mp_set_memory_functions(NULL, NULL, NULL);
}

void number_use_memory(struct arena *arena)
{
	told_of_exhaustion = arena;
	mp_set_memory_functions(allocate, reallocate, release);
	arena_defer(arena, forget_arena, arena);
}

static mp_size_t signed_size(mpz_srcptr integer)
{
	mp_size_t size = (mp_size_t)mpz_size(integer);

	return mpz_sgn(integer) < 0 ? -size : size;
}

const struct number *number_keep(struct arena *arena, mpq_srcptr value)
{
	mpz_srcptr numerator = mpq_numref(value), denominator = mpq_denref(value);
	size_t above = mpz_size(numerator), below = mpz_size(denominator);
	struct number *number;

	number = arena_alloc(arena, sizeof(*number) + (above + below) * sizeof(mp_limb_t));
	memcpy(number->limbs, mpz_limbs_read(numerator), above * sizeof(mp_limb_t));
	memcpy(number->limbs + above, mpz_limbs_read(denominator), below * sizeof(mp_limb_t));
	mpz_roinit_n(mpq_numref(number->value), number->limbs, signed_size(numerator));
	mpz_roinit_n(mpq_denref(number->value), number->limbs + above, signed_size(denominator));
	return number;
}

/* A decimal as it stands in the input, cut in its parts. */
struct spelling {
	bool negative;
	const char *whole, *part; /* digits before and after the point */
	size_t whole_length, part_length;
};

/* Source: XML Schema part 2, 3.2.3 (decimal). */
static bool read_spelling(struct spelling *out, const char *text)
{
	text += strspn(text, XML_SPACE);
	out->negative = *text == '-';
	text += *text == '-' || *text == '+';
	out->whole = text;
	out->whole_length = strspn(text, DIGITS);
	text += out->whole_length;
	out->part = text + (*text == '.');
	out->part_length = *text == '.' ? strspn(out->part, DIGITS) : 0;
	text = out->part + out->part_length;
	text += strspn(text, XML_SPACE);
	return *text == '\0' && out->whole_length + out->part_length > 0;
}

static void set_digits(mpz_ptr out, const struct spelling *spelling)
{
	char digits[NUMBER_DIGITS_MAX + 1];

	memcpy(digits, spelling->whole, spelling->whole_length);
	memcpy(digits + spelling->whole_length, spelling->part, spelling->part_length);
	digits[spelling->whole_length + spelling->part_length] = '\0';
	mpz_set_str(out, digits, 10);
	if (spelling->negative)
		mpz_neg(out, out);
}

bool number_parse(const struct number **out, int *decimals, struct arena *arena, const char *text)
{
	struct spelling spelling;
	mpq_t value;

	*out = NULL;
	if (decimals != NULL)
		*decimals = 0;
	if (text == NULL || !read_spelling(&spelling, text) ||
	    spelling.whole_length + spelling.part_length > NUMBER_DIGITS_MAX)
		return false;
	mpq_init(value);
	set_digits(mpq_numref(value), &spelling);
	mpz_ui_pow_ui(mpq_denref(value), 10, spelling.part_length);
	mpq_canonicalize(value);
	*out = number_keep(arena, value);
	mpq_clear(value);
	if (decimals != NULL)
		*decimals = (int)spelling.part_length;
	return true;
}

const struct number *number_from_int(struct arena *arena, long value)
{
	return number_ratio(arena, value, 1);
}

const struct number *number_ratio(struct arena *arena, long numerator, long denominator)
{
	const struct number *number;
	mpq_t value;

	assert(denominator != 0);
	mpq_init(value);
	mpz_set_si(mpq_numref(value), numerator);
	mpz_set_si(mpq_denref(value), denominator);
	mpq_canonicalize(value);
	number = number_keep(arena, value);
	mpq_clear(value);
	return number;
}

const struct number *number_power10(struct arena *arena, int exponent)
{
	const struct number *number;
	mpq_t value;

	assert(exponent >= -NUMBER_POWER_MAX && exponent <= NUMBER_POWER_MAX);
	mpq_init(value);
	mpz_set_ui(mpq_numref(value), 1);
	if (exponent >= 0)
		mpz_ui_pow_ui(mpq_numref(value), 10, (unsigned long)exponent);
	else
		mpz_ui_pow_ui(mpq_denref(value), 10, (unsigned long)-exponent);
	number = number_keep(arena, value);
	mpq_clear(value);
	return number;
}

typedef void operation(mpq_ptr out, mpq_srcptr a, mpq_srcptr b);

static const struct number *apply(struct arena *arena, operation *run, const struct number *a,
				  const struct number *b)
{
	const struct number *number;
	mpq_t value;

	mpq_init(value);
	run(value, a->value, b->value);
	number = number_keep(arena, value);
	mpq_clear(value);
	return number;
}

const struct number *number_add(struct arena *arena, const struct number *a, const struct number *b)
{
	return apply(arena, mpq_add, a, b);
}

const struct number *number_sub(struct arena *arena, const struct number *a, const struct number *b)
{
	return apply(arena, mpq_sub, a, b);
}

const struct number *number_mul(struct arena *arena, const struct number *a, const struct number *b)
{
	return apply(arena, mpq_mul, a, b);
}

const struct number *number_div(struct arena *arena, const struct number *a, const struct number *b)
{
	assert(number_sign(b) != 0);
	return apply(arena, mpq_div, a, b);
}

const struct number *number_neg(struct arena *arena, const struct number *a)
{
	const struct number *number;
	mpq_t value;

	mpq_init(value);
	mpq_neg(value, a->value);
	number = number_keep(arena, value);
	mpq_clear(value);
	return number;
}

/* Halving keeps the denominators of most additions short: a running sum would
 * carry the common denominator of all terms through every step. */
static void sum_into(mpq_ptr out, const struct number *const *terms, size_t count)
{
	mpq_t right;

	if (count <= PAIRWISE_LEAF) {
		for (size_t i = 0; i < count; i++)
			mpq_add(out, out, terms[i]->value);
		return;
	}
	mpq_init(right);
	sum_into(out, terms, count / 2);
	sum_into(right, terms + count / 2, count - count / 2);
	mpq_add(out, out, right);
	mpq_clear(right);
}

const struct number *number_sum(struct arena *arena, const struct number *const *terms,
				size_t count)
{
	const struct number *number;
	mpq_t value;

	mpq_init(value);
	sum_into(value, terms, count);
	number = number_keep(arena, value);
	mpq_clear(value);
	return number;
}

const struct number *number_min(const struct number *a, const struct number *b)
{
	return number_compare(b, a) < 0 ? b : a;
}

const struct number *number_max(const struct number *a, const struct number *b)
{
	return number_compare(b, a) > 0 ? b : a;
}

void number_scaled(mpz_ptr out, const struct number *a, int decimals)
{
	mpz_srcptr denominator = mpq_denref(a->value);
	int sign = mpq_sgn(a->value);
	mpz_t twice;

	assert(decimals >= 0 && decimals <= NUMBER_POWER_MAX);
	mpz_init(twice);
	/* (2 |n| 10^decimals + d) / 2d, with the sign put back: half goes away from zero. */
	mpz_ui_pow_ui(out, 10, (unsigned long)decimals);
	mpz_mul(out, out, mpq_numref(a->value));
	mpz_abs(out, out);
	mpz_mul_2exp(out, out, 1);
	mpz_add(out, out, denominator);
	mpz_mul_2exp(twice, denominator, 1);
	mpz_fdiv_q(out, out, twice);
	if (sign < 0)
		mpz_neg(out, out);
	mpz_clear(twice);
}

const struct number *number_round(struct arena *arena, const struct number *a, int decimals)
{
	const struct number *number;
	mpq_t value;

	mpq_init(value);
	number_scaled(mpq_numref(value), a, decimals);
	mpz_ui_pow_ui(mpq_denref(value), 10, (unsigned long)decimals);
	mpq_canonicalize(value);
	number = number_keep(arena, value);
	mpq_clear(value);
	return number;
}

int number_compare(const struct number *a, const struct number *b)
{
	return mpq_cmp(a->value, b->value);
}

bool number_equal(const struct number *a, const struct number *b)
{
	return mpq_equal(a->value, b->value) != 0;
}

int number_sign(const struct number *a)
{
	return mpq_sgn(a->value);
}

bool number_is_integer(const struct number *a)
{
	return mpz_cmp_ui(mpq_denref(a->value), 1) == 0;
}

/* The quotient |n| 2^shift / d cut to an integer, its last bit set when
 * something was cut off, so that the one rounding to come is right. */
static uint64_t sticky_quotient(mpq_srcptr value, long shift)
{
	mpz_t quotient, divisor, rest;
	uint64_t bits = 0;

	mpz_inits(quotient, divisor, rest, NULL);
	mpz_abs(quotient, mpq_numref(value));
	mpz_mul_2exp(quotient, quotient, shift > 0 ? (unsigned long)shift : 0);
	mpz_mul_2exp(divisor, mpq_denref(value), shift < 0 ? (unsigned long)-shift : 0);
	mpz_tdiv_qr(quotient, rest, quotient, divisor);
	mpz_export(&bits, NULL, -1, sizeof(bits), 0, 0, quotient);
	if (mpz_sgn(rest) != 0)
		bits |= 1;
	mpz_clears(quotient, divisor, rest, NULL);
	return bits;
}

/* mpq_get_d() would cut instead of rounding. */
double number_to_double(const struct number *a)
{
	long above = (long)mpz_sizeinbase(mpq_numref(a->value), 2);
	long below = (long)mpz_sizeinbase(mpq_denref(a->value), 2);
	long shift = 63 - above + below; /* leaves a quotient of 63 or 64 bits */
	double value;

	if (mpq_sgn(a->value) == 0)
		return 0.0;
	if (shift > INT_MAX || shift < -INT_MAX)
		return shift > 0 ? 0.0 : mpq_sgn(a->value) * HUGE_VAL;
	value = ldexp((double)sticky_quotient(a->value, shift), (int)-shift);
	return mpq_sgn(a->value) < 0 ? -value : value;
}
