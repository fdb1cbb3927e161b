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

#define JOB_IMAGE_MAX ((size_t)32 << 20) /* bytes of one image */

struct job_house {
	struct arena *arena;
	struct job_paths paths;
	struct markup_schema *schema; /* NULL until the first plan  */
	struct type_library *type;    /* NULL until the first pages */
};

/** Faces and patterns, loaded at the first call. */
enum status job_house_type(struct job_house *house, struct type_library **out, struct diag *diag);
/** The schema of plans, loaded at the first call. */
enum status job_house_schema(struct job_house *house, struct markup_schema **out,
			     struct diag *diag);

/** Fetches the images of plans and templates from beside them. */
extern const struct template_loader job_images;

/** A plan read in an edition and expanded: what all jobs with pages begin with. */
struct job_pages {
	struct model_plan *plan;
	struct document *document;
	struct type_library *type;
};
/** Expands `pages->plan` through a template and fills the rest. */
enum status job_pages_expand(struct job_pages *pages, struct job_house *house, struct arena *arena,
			     const char *template, struct diag *diag);
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

/** The page of a document that is already there; writes it and its images. */
enum status job_web_write(const struct job_web *job, const struct job_pages *pages,
			  struct arena *arena, struct diag *diag);

/** The source of a plan without what is individual, still a whole plan; lines
 *  keep their numbers. Source: design section 3, "Public edition". */
struct bytes job_public_source(struct arena *arena, const struct model_plan *plan);

#endif
