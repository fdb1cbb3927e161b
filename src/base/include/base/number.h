/* number.h - exact numbers.
 *
 * Gives:    immutable rationals in an arena (GMP), their arithmetic, and
 *           their reading and printing in XML and Italian form.
 * Includes: base/arena.h, base/text.h. GMP is seen only by number*.c.
 * Not here: binary floating point, except number_to_double() for drawing.
 *
 * A number is never changed after it is made, so it can be shared freely.
 * Rounding happens only in the number_print functions, half away from zero.
 */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include "base/arena.h"
#include "base/text.h"

#define NUMBER_DIGITS_MAX 40    /* digits that a number of the input may have */
#define NUMBER_POWER_MAX  10000 /* powers of ten and decimals that may be asked for */

struct number;

/** Makes memory that fails inside GMP, which itself would abort, end in
 *  arena_exhausted(arena). For the whole process, until the arena is destroyed:
 *  `cli` calls it once, a worker of a batch once more with its own arena. */
void number_use_memory(struct arena *arena);

/** Whether `text` is an xs:decimal of at most NUMBER_DIGITS_MAX digits; if so
 *  `*out` gets its value and `*decimals` (may be NULL) the digits after the
 *  point as written. Leading and trailing blanks are allowed. */
bool number_parse(const struct number **out, int *decimals, struct arena *arena, const char *text);

const struct number *number_from_int(struct arena *arena, long value);
const struct number *number_ratio(struct arena *arena, long numerator, long denominator);
/** 10 to the power `exponent` (may be negative). */
const struct number *number_power10(struct arena *arena, int exponent);

const struct number *number_add(struct arena *arena, const struct number *a,
				const struct number *b);
const struct number *number_sub(struct arena *arena, const struct number *a,
				const struct number *b);
const struct number *number_mul(struct arena *arena, const struct number *a,
				const struct number *b);
/** `b` must not be zero (assert): callers check, because they must say why. */
const struct number *number_div(struct arena *arena, const struct number *a,
				const struct number *b);
const struct number *number_neg(struct arena *arena, const struct number *a);
/** Sum of `count` numbers, added pairwise; zero for none. */
const struct number *number_sum(struct arena *arena, const struct number *const *terms,
				size_t count);
const struct number *number_min(const struct number *a, const struct number *b);
const struct number *number_max(const struct number *a, const struct number *b);
/** Rounded to `decimals` digits, half away from zero. */
const struct number *number_round(struct arena *arena, const struct number *a, int decimals);

int number_compare(const struct number *a, const struct number *b); /* <0, 0, >0 */
bool number_equal(const struct number *a, const struct number *b);
int number_sign(const struct number *a); /* -1, 0, 1  */
bool number_is_integer(const struct number *a);
/** Nearest double: only for lengths on paper, never for a figure. */
double number_to_double(const struct number *a);

/** How a number is written out. */
struct number_style {
	int decimals; /* digits after the comma; NUMBER_ALL: as many as exact needs (at most 12) */
	char point;   /* ',' or '.'                                  */
	bool group;   /* thousands parted: 1.234 (or 1,234 if point is '.') */
	bool plus;    /* positive numbers get a +                    */
	bool true_minus; /* U+2212 instead of the hyphen                */
};
#define NUMBER_ALL (-1)

/** Appends the number, rounded half away from zero; never prints "-0". */
void number_write(struct text *out, const struct number *a, const struct number_style *style);
/** xs:decimal with a point, no grouping. */
char *number_xml(struct arena *arena, const struct number *a, int decimals);
/** "1.234,56" with the true minus sign. */
char *number_italian(struct arena *arena, const struct number *a, int decimals);
/** The exact value as a string: "71.21", or "1864/3" when it has no finite decimal form. */
char *number_exact(struct arena *arena, const struct number *a);

#endif
