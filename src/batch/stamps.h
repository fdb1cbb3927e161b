/* stamps.h - files that need not be read again.
 *
 * Gives:    what was found in a file, for as long as nobody has touched it.
 * Includes: batch_private.h.
 * Not here: what is found (list.c, entry_look.c), and which files count.
 *
 * A file is the same when its device, number, size and both its times are: the
 * time of its last change can't be set back, as that of its last writing can.
 * What changed just before it was read is not remembered, since it may change
 * again within the same tick of the clock.
 */
#ifndef BATCH_STAMPS_H
#define BATCH_STAMPS_H

#include "batch_private.h"

#include <sys/stat.h>

#define STAMPS_FILE "impronte.tsv"

/** What was found in a file. */
struct stamp {
	const char *hash;
	const char *about; /* whatever the reader wants to know again; "" */
};

/** Those of a work folder; a file of them that is spoilt is as none. */
struct stamps *stamps_open(struct arena *arena, const char *work);
/** What is known of a file; NULL: it must be read. All functions take NULL stamps. */
const struct stamp *stamps_find(struct stamps *stamps, const char *path);
/** Notes what was found in a file; `seen`: as it was before it was read. What has
 *  tabs or line ends isn't noted. */
void stamps_note(struct stamps *stamps, const char *path, const struct stat *seen, const char *hash,
		 const char *about);
/** As hash_file(), unless the checksum is known. */
bool stamps_hash(const char **hex, struct stamps *stamps, struct arena *arena, const char *path);
/** Writes those that were asked for or noted, if there is a new one. */
enum status stamps_write(struct stamps *stamps, struct diag *diag);

#endif
