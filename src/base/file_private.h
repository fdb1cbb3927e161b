/* file_private.h - what file.c and file_out.c share.
 *
 * Gives:    the wording of a failure of the system.
 * Includes: base/diag.h.
 * Not here: anything for other rooms.
 */
#ifndef BASE_FILE_PRIVATE_H
#define BASE_FILE_PRIVATE_H

#include "base/diag.h"

/** Adds the finding "`what`: cause; what to do" about `path`; `error` is an errno. */
void file_say_failure(struct diag *diag, const char *path, const char *code, const char *what,
		      int error);

#endif
