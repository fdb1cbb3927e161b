/* build.h - one plan's folder being made.
 *
 * Gives:    what the steps of a job share; the entry that ends it.
 * Includes: batch_private.h, metadata.h.
 * Not here: which jobs there are, and what becomes of the folder.
 */
#ifndef BATCH_BUILD_H
#define BATCH_BUILD_H

#include "batch_private.h"
#include "metadata.h"

struct build {
	struct job_house *house;
	struct arena *arena;
	const struct batch_job *job;
	const struct batch_options *options;
	const char *dir;
	int make;               /* parts still to be made, of enum batch_what */
	int parts;              /* that the folder has in the end             */
	struct job_pages pages; /* of the public edition; one for all parts   */
	struct diag *diag;
};

/** A file of the folder, whole. */
enum status build_write(struct build *build, const char *name, const struct text *text);
/** The licence the plan is published under. */
struct licence build_licence(const struct build *build);
/** The day of the document, ISO: SOURCE_DATE_EPOCH, else the plan's own; NULL: none. */
const char *build_date(const struct build *build);
/** Metadata and voce.xml over all that stands in the folder by now. */
enum status build_entry(struct build *build);

#endif
