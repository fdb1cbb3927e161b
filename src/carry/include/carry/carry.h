/* carry.h - what a PDF carries inside: its attached files.
 *
 * Gives:    carry_read(): the associated files of a PDF, byte for byte.
 * Includes: base; libqpdf reads the PDF, there is no reader of our own.
 * Not here: writing attachments (paint), writing files (cli).
 */
#ifndef CARRY_CARRY_H
#define CARRY_CARRY_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/status.h"

#define CARRY_FILES_MAX    1000              /* attachments of one PDF         */
#define CARRY_BYTES_MAX    ((size_t)1 << 30) /* of the PDF                     */
#define CARRY_UNPACKED_MAX ((size_t)1 << 29) /* of all attachments, unpacked   */

struct carry_file {
	const char *name;         /* a plain file name: folders and odd bytes taken out */
	const char *description;  /* or NULL */
	const char *relationship; /* Source, Data, …; or NULL */
	struct bytes bytes;
};

struct carry_files {
	struct carry_file *items;
	size_t count;
};

/** Reads the files that the PDF at `path` has attached, in the arena.
 *  STATUS_IO when it can't be read, STATUS_DATA when it is no PDF or is
 *  damaged, with a finding. No attachment is no failure: count 0. */
enum status carry_read(struct carry_files *out, struct arena *arena, const char *path,
		       struct diag *diag);

#endif
