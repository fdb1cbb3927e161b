/* sheet_private.h - the parts of the job that writes sheets.
 *
 * Gives:    the name of a sheet's file, a plan without what was measured.
 * Includes: job_private.h.
 * Not here: writing (sheets.c).
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

/** Makes the plan what it was at the start of the year: assigned, nothing
 *  measured, evaluated or spent. */
void sheet_make_blank(struct model_plan *plan);

#endif
