/* compare.c - what changes from a plan to another, as a PDF. */
#include "job_private.h"

#include "compare/compare.h"

enum attachment { AFTER, BEFORE, CHANGES, ATTACHMENTS };

static struct bytes changes_csv(struct arena *arena, const struct model_comparison *comparison)
{
	struct text out = text_make(arena);

	compare_csv(&out, comparison, false);
	return (struct bytes){ .data = out.bytes, .length = out.length };
}

/* Both plans are often called piano.xml, in two folders. */
static struct paint_attachment plan_file(struct arena *arena, const char *prefix, const char *path,
					 const struct model_plan *plan, const char *description)
{
	return (struct paint_attachment){
		.name = arena_printf(arena, "%s-%s", prefix, job_base_name(path)),
		.mime = "application/xml",
		.description = description,
		.relationship = "Source",
		.bytes = plan->source,
	};
}

static void attach(struct paint_attachment files[ATTACHMENTS], struct arena *arena,
		   const struct job_compare *job, const struct model_comparison *comparison)
{
	files[AFTER] = plan_file(arena, "dopo", job->after, comparison->after,
				 "Il secondo dei due piani confrontati");
	files[BEFORE] = plan_file(arena, "prima", job->before, comparison->before,
				  "Il primo dei due piani confrontati");
	files[CHANGES] = (struct paint_attachment){
		.name = "confronto.csv",
		.mime = "text/csv",
		.description = "Aggiunte, tolte, cambiamenti e risultati, una riga ciascuno",
		.relationship = "Data",
		.bytes = changes_csv(arena, comparison),
	};
}

static enum status read_both(struct model_plan *plans[2], struct job_house *house,
			     struct arena *arena, const struct job_compare *job, struct diag *diag)
{
	enum status first =
		job_read_edition(&plans[0], house, arena, job->before, job->edition, diag);
	enum status second =
		job_read_edition(&plans[1], house, arena, job->after, job->edition, diag);

	return first != STATUS_OK ? first : second;
}

enum status job_compare(struct job_house *house, struct arena *arena, const struct job_compare *job,
			struct diag *diag)
{
	struct compare_options options = { .public_edition = job->edition == JOB_PUBLIC };
	struct paint_attachment files[ATTACHMENTS];
	struct job_pages pages = { 0 };
	struct job_pdf pdf = {
		.pages = &pages, .out = job->out, .epoch = job->epoch, .version = job->version
	};
	const char *template = job->template;
	struct model_plan *plans[2];
	enum status status = read_both(plans, house, arena, job, diag);

	if (status != STATUS_OK)
		return status;
	pages.plan = plans[1];
	compare_plans(arena, plans[0], plans[1], &options);
	if (template == NULL)
		template = file_join(arena, house->paths.templates, "confronto.xml");
	status = job_pages_expand(&pages, house, arena, template, diag);
	if (status != STATUS_OK)
		return status;
	if (!job->bare) {
		attach(files, arena, job, pages.plan->comparison);
		pdf.files = files;
		pdf.file_count = ATTACHMENTS;
	}
	return job_pdf_write(&pdf, house, arena, diag);
}
