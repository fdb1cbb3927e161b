/* sheet_private.h - the parts of the job that writes sheets.
 *
 * Gives:    the name of a sheet's file, a plan without what was measured, the
 *           shelf on which a set of files is made.
 * Includes: job_private.h.
 * Not here: which sheets there are (sheets.c).
 */
#ifndef JOB_SHEET_PRIVATE_H
#define JOB_SHEET_PRIVATE_H

#include "job_private.h"

/** What the fields of a name are taken from. */
struct sheet_naming {
	const struct model_plan *plan;
	const struct model_assignment *sheet;
	size_t number; /* among those written, from 1 */
};

/** The file name of a sheet, without folder, that any file system takes.
 *  STATUS_DATA and a finding when it would be too long. */
enum status sheet_name(const char **out, struct arena *arena, const char *pattern,
		       const struct sheet_naming *naming, struct diag *diag);

/** What tells a name from others where neither case counts nor how an accent is
 *  written: two names that are one file to some file system have the same. */
const char *sheet_name_key(struct arena *arena, const char *name);

/** Reads a plan as it was at the start of the year: assigned, nothing measured,
 *  evaluated or spent. That actuals are missing is no fault. */
enum status sheet_read_blank(struct model_plan **out, struct job_house *house, struct arena *arena,
			     const char *path, struct diag *diag);

/** Files that appear in a folder all together or not at all. */
struct sheet_shelf;

/** For the folder `dir`, which must outlive it; nothing is written yet. */
struct sheet_shelf *sheet_shelf_make(struct arena *arena, const char *dir, struct diag *diag);
/** A file that was read: none of the set may take its place. */
void sheet_shelf_spare(struct sheet_shelf *shelf, const char *path);
/** Makes the folder if need be. STATUS_IO and a finding: it can't be written, or
 *  another set is being made in it. The arena takes away what isn't closed. */
enum status sheet_shelf_open(struct sheet_shelf *shelf);
/** Where the file of that name is made. */
const char *sheet_shelf_path(const struct sheet_shelf *shelf, struct arena *arena,
			     const char *name);
/** Puts the files that were made in place. A link of such a name is replaced. */
enum status sheet_shelf_put(const struct sheet_shelf *shelf, const char *const *names,
			    size_t count);
/** Takes away what was not put in place. */
void sheet_shelf_close(struct sheet_shelf *shelf);

#endif
