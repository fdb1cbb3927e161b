/* sheets.c - one PDF for each individual assignment.
 *
 * A sheet carries no attachment: the plan and the data hold the results of
 * others, and a sheet is handed to one person.
 */
#include "sheet_private.h"

#include "base/map.h"

#define SHEET_TEMPLATE "scheda"
#define SHEET_PATTERN  "{anno}-{incarico}.pdf"

/* ---- which sheets ---------------------------------------------------------- */

struct sheets {
	const struct model_assignment **items;
	const char **names;
	size_t count;
};

/* Many file systems don't tell upper case from lower. */
static enum status add_sheet(struct sheets *sheets, struct map *taken, struct arena *arena,
			     const struct job_sheets *job, const struct model_plan *plan,
			     const struct model_assignment *sheet, struct diag *diag)
{
	const char *pattern = job->pattern ? job->pattern : SHEET_PATTERN, *name;
	struct sheet_naming naming = { plan, sheet, sheets->count + 1 };
	enum status status = sheet_name(&name, arena, pattern, &naming, diag);

	if (status != STATUS_OK)
		return status;
	if (map_put(taken, text_upper(arena, name), taken) != NULL) {
		diag_error(diag, sheet->place, "nome-doppio",
			   "due schede si chiamerebbero «%s»; distinguerle con --nome, per esempio "
			   "--nome \"{anno}-{id}.pdf\"",
			   name);
		return STATUS_DATA;
	}
	sheets->items[sheets->count] = sheet;
	sheets->names[sheets->count++] = name;
	return STATUS_OK;
}

/* Names are settled before the first file is written: a clash writes nothing. */
static enum status choose(struct sheets *sheets, struct arena *arena, const struct job_sheets *job,
			  const struct model_plan *plan, struct diag *diag)
{
	struct map taken = map_make(arena);
	enum status status = STATUS_OK;

	sheets->items =
		arena_array(arena, const struct model_assignment *, plan->assignments.count);
	sheets->names = arena_array(arena, const char *, plan->assignments.count);
	for (size_t i = 0; i < plan->assignments.count && status == STATUS_OK; i++) {
		const struct model_assignment *sheet = plan->assignments.items[i];

		if (sheet->posts.count > 0 || job->units)
			status = add_sheet(sheets, &taken, arena, job, plan, sheet, diag);
	}
	if (status == STATUS_OK && sheets->count == 0)
		diag_warning(diag, (struct place){ .file = plan->file }, "senza-schede",
			     "il piano non ha assegnazioni a persone: nessuna scheda da scrivere%s",
			     plan->assignments.count > 0 ? "; per quelle dei servizi, --unita"
							 : "");
	return status;
}

/* ---- writing -------------------------------------------------------------------- */

/* What is read once for all sheets of a plan. */
struct press {
	struct job_house *house;
	const struct job_sheets *job;
	const struct template *template;
	struct job_pages pages;
	struct diag *diag;
};

static enum status write_sheet(struct press *press, struct arena *arena,
			       const struct model_assignment *sheet, const char *name)
{
	const struct template_loader images = job_images(press->house);
	struct template_expand_options expand = { .item = sheet, .loader = &images };
	const char *path = file_join(arena, press->job->dir, name);
	struct job_pdf pdf = { .pages = &press->pages,
			       .out = path,
			       .epoch = press->job->epoch,
			       .version = press->job->version };
	enum status status = template_expand(&press->pages.document, arena, press->template,
					     press->pages.plan, &expand, press->diag);

	if (status == STATUS_OK)
		status = job_pdf_write(&pdf, press->house, arena, press->diag);
	if (status == STATUS_OK && press->job->wrote != NULL)
		press->job->wrote(press->job->user, path);
	return status;
}

static enum status write_all(struct press *press, struct arena *arena, const struct sheets *sheets)
{
	enum status status =
		sheets->count > 0 ? file_make_dirs(press->job->dir, press->diag) : STATUS_OK;

	for (size_t i = 0; i < sheets->count && status == STATUS_OK; i++) {
		struct arena *own = arena_create_within(arena);

		status = write_sheet(press, own, sheets->items[i], sheets->names[i]);
		arena_destroy(own);
	}
	return status;
}

static enum status read_template(struct press *press, struct arena *arena)
{
	struct template_options options = {
		.file = press->job->template ? press->job->template : SHEET_TEMPLATE,
		.folder = press->house->paths.templates,
	};
	struct template *template;
	enum status status = template_read(&template, arena, &options, press->diag);

	press->template = template;
	if (status != STATUS_OK || template_per_assignment(template))
		return status;
	diag_error(press->diag, (struct place){ .file = options.file }, "modello-schede",
		   "il modello «%s» non è per schede: <modello> deve avere per=\"assegnazioni\"",
		   template_name(template));
	return STATUS_DATA;
}

enum status job_sheets(struct job_house *house, struct arena *arena, const struct job_sheets *job,
		       struct diag *diag)
{
	struct press press = { .house = house, .job = job, .diag = diag };
	struct sheets sheets = { 0 };
	enum status status = job_read(&press.pages.plan, house, arena, job->plan, diag);

	if (status != STATUS_OK)
		return status;
	press.pages.plan->edition = JOB_EDITION_INTERNAL;
	if (job->blank)
		sheet_make_blank(press.pages.plan);
	status = read_template(&press, arena);
	if (status == STATUS_OK)
		status = choose(&sheets, arena, job, press.pages.plan, diag);
	if (status == STATUS_OK)
		status = job_house_type(house, &press.pages.type, diag);
	return status == STATUS_OK ? write_all(&press, arena, &sheets) : status;
}
