/* golden.h - texts held against files that were read and found right.
 *
 * Gives:    golden_assert().
 * Includes: base/arena.h.
 * Not here: how the texts come about.
 *
 * After a wanted change the files are written anew with RELAZIONE_GOLDEN=write;
 * read the diff.
 */
#ifndef GOLDEN_H
#define GOLDEN_H

#include "base/arena.h"

/** Fails the test in hand unless the file says exactly `got`. */
void golden_assert(struct arena *arena, const char *path, const char *got);

#endif
