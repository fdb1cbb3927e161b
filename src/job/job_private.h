/* job_private.h - what the jobs share.
 *
 * Gives:    the house opened, the way from a plan to a document, images.
 * Includes: every module before this one.
 * Not here: what each job makes of the pages.
 */
#ifndef JOB_PRIVATE_H
#define JOB_PRIVATE_H

#include "job/job.h"

#include "document/document.h"
#include "markup/markup.h"
#include "template/template.h"
#include "type/type.h"

/* Words of the field `edizione`. */
#define JOB_EDITION_INTERNAL "interna"
#define JOB_EDITION_PUBLIC   "pubblica"

#define JOB_IMAGE_MAX ((size_t)32 << 20) /* bytes of one image */

struct job_house {
	struct arena *arena;
	struct job_paths paths;
	struct markup_schema *schema; /* NULL until the first plan  */
	struct type_library *type;    /* NULL until the first pages */
	const struct job_witness *witness;
};

/** Faces and patterns, loaded at the first call. */
enum status job_house_type(struct job_house *house, struct type_library **out, struct diag *diag);
/** The schema of plans, loaded at the first call. */
enum status job_house_schema(struct job_house *house, struct markup_schema **out,
			     struct diag *diag);

/** Tells the witness of a file; `bytes` NULL: it is not there. */
void job_house_tell(const struct job_house *house, const char *path, const struct bytes *bytes);
/** Reads a template by path or name, the witness told of its files. */
enum status job_template_read(struct template **out, struct job_house *house, struct arena *arena,
			      const char *template, struct diag *diag);
/** Fetches the images of plans and templates from beside them. */
struct template_loader job_images(struct job_house *house);

/** Reads a plan in an edition and expands it: what all jobs with pages begin with. */
enum status job_pages_make(struct job_pages *out, struct job_house *house, struct arena *arena,
			   const char *plan, const char *template, enum job_edition edition,
			   struct diag *diag);

/** One PDF to be written. */
struct job_pdf {
	const struct job_pages *pages;
	const char *out; /* path, or "-" */
	const struct paint_attachment *files;
	size_t file_count;
	long long epoch; /* negative: the plan's own date */
	const char *version;
	bool untagged;
};
/** The last part of a path, by which a plan is attached: "piano.xml" for "-". */
const char *job_base_name(const char *path);
/** Lays out and paints; the file appears whole or not at all. */
enum status job_pdf_write(const struct job_pdf *pdf, struct job_house *house, struct arena *arena,
			  struct diag *diag);

/** The source of a plan without what is individual, still a whole plan; lines
 *  keep their numbers. Source: design section 3, "Public edition". */
struct bytes job_public_source(struct arena *arena, const struct model_plan *plan);
/** Whether the public edition leaves it out: a heading over individual
 *  objectives only is theirs too. */
bool job_is_individual(const struct model_item *item);
/** Warns of each result of the whole plan that another one stands for in the
 *  public edition (edition_result.c). */
void job_tell_results(const struct model_plan *whole, const struct model_plan *shown,
		      struct diag *diag);

#endif
