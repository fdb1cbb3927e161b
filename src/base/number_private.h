/* number_private.h - what number.c and number_print.c share.
 *
 * Gives:    the inside of a number.
 * Includes: base/number.h, GMP.
 * Not here: anything for other rooms; they see base/number.h only.
 */
#ifndef BASE_NUMBER_PRIVATE_H
#define BASE_NUMBER_PRIVATE_H

#include "base/number.h"

#include <gmp.h>

/* `value` is canonical and its limbs are those below, in the arena: it may be
 * read by every mpq and mpz function, but never written, grown or cleared. */
struct number {
	mpq_t value;
	mp_limb_t limbs[];
};

/** Copies a canonical rational into the arena. */
const struct number *number_keep(struct arena *arena, mpq_srcptr value);
/** `out` = a * 10^decimals as an integer, rounded half away from zero. */
void number_scaled(mpz_ptr out, const struct number *a, int decimals);

#endif
