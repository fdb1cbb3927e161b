/* compose.c - the report as a PDF. */
#include "job_private.h"

#include "export/export.h"
#include "layout/layout.h"

#include <string.h>

#define DAY_SECONDS 86400LL
#define NOON        43200LL

static long long own_date(const struct model_plan *plan)
{
	date_days day;

	if (!job_plan_day(&day, plan))
		day = job_assumed_day(plan->report, plan->year);
	return day * DAY_SECONDS + NOON;
}

const char *job_base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (strcmp(path, "-") == 0)
		return "piano.xml";
	return slash != NULL ? slash + 1 : path;
}

/* The scored data that travel with the report. */
static struct bytes scored_data(struct arena *arena, const struct model_plan *plan)
{
	struct export_options options = { .public_edition =
						  strcmp(plan->edition, JOB_EDITION_PUBLIC) == 0 };
	struct text out = text_make(arena);

	export_csv(&out, plan, &options);
	return (struct bytes){ .data = out.bytes, .length = out.length };
}

#define ATTACHMENTS 2

static void attach(struct paint_attachment files[ATTACHMENTS], struct arena *arena,
		   const struct model_plan *plan)
{
	files[0] = (struct paint_attachment){
		.name = job_base_name(plan->file),
		.mime = "application/xml",
		.description = "Il piano da cui è tratto il documento",
		.relationship = "Source",
		.bytes = plan->source,
	};
	files[1] = (struct paint_attachment){
		.name = "risultati.csv",
		.mime = "text/csv",
		.description = "I dati calcolati: obiettivi, indicatori, gradi, giudizi",
		.relationship = "Data",
		.bytes = scored_data(arena, plan),
	};
}

static struct paint_pdf_options describe(const struct job_pdf *pdf, struct job_house *house,
					 struct arena *arena)
{
	const struct document *document = pdf->pages->document;

	return (struct paint_pdf_options){
		.title = document->title,
		.author = document->author,
		.subject = document->subject,
		.keywords = document->keywords,
		.language = document->language,
		.producer = arena_printf(arena, "relazione %s (libharu)", pdf->version),
		.date = pdf->epoch >= 0 ? pdf->epoch : own_date(pdf->pages->plan),
		.icc_path = file_join(arena, house->paths.fonts, "sRGB.icc"),
		.attachments = pdf->files,
		.attachment_count = pdf->file_count,
		.untagged = pdf->untagged,
	};
}

enum status job_pdf_write(const struct job_pdf *pdf, struct job_house *house, struct arena *arena,
			  struct diag *diag)
{
	struct paint_pdf_options options = describe(pdf, house, arena);
	struct file_out *out = file_out_open(arena, pdf->out);
	struct layout_options layout = { .arena = arena, .type = pdf->pages->type, .diag = diag };
	enum status status;

	layout.sink = paint_pdf(arena, pdf->pages->type, out, &options);
	status = layout_run(pdf->pages->document, &layout);
	if (status == STATUS_OK)
		return file_out_commit(out, diag);
	file_out_abort(out);
	return status;
}

enum status job_compose_write(const struct job_compose *job, const struct job_pages *pages,
			      struct job_house *house, struct arena *arena, struct diag *diag)
{
	struct paint_attachment files[ATTACHMENTS];
	struct job_pdf pdf = { .pages = pages,
			       .out = job->out,
			       .epoch = job->epoch,
			       .version = job->version,
			       .untagged = job->untagged };

	if (!job->bare) {
		attach(files, arena, pages->plan);
		pdf.files = files;
		pdf.file_count = ATTACHMENTS;
	}
	return job_pdf_write(&pdf, house, arena, diag);
}

enum status job_compose(struct job_house *house, struct arena *arena, const struct job_compose *job,
			struct diag *diag)
{
	struct job_pages pages = { 0 };
	enum status status =
		job_pages_make(&pages, house, arena, job->plan, job->template, job->edition, diag);

	return status == STATUS_OK ? job_compose_write(job, &pages, house, arena, diag) : status;
}

enum status job_preview(struct job_house *house, struct arena *arena, const struct job_preview *job,
			struct diag *diag)
{
	struct job_pages pages = { 0 };
	struct layout_options layout = { .arena = arena, .diag = diag };
	enum status status =
		job_pages_make(&pages, house, arena, job->plan, job->template, job->edition, diag);

	if (status == STATUS_OK)
		status = file_make_dirs(job->paint.dir, diag);
	if (status != STATUS_OK)
		return status;
	layout.type = pages.type;
	layout.sink = paint_preview(arena, pages.type, &job->paint);
	return layout_run(pages.document, &layout);
}
