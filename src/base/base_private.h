/* base_private.h - what the files of base share among themselves.
 *
 * Gives:    capitals by code point.
 * Includes: nothing of ours.
 * Not here: exact numbers; see number_private.h.
 */
#ifndef BASE_PRIVATE_H
#define BASE_PRIVATE_H

#include <stdint.h>

/** The capital of a small Latin letter, any other code point unchanged. */
uint32_t text_upper_code_point(uint32_t code_point);

#endif
