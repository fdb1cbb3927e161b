/* sheets.c - one PDF for each individual assignment.
 *
 * A sheet carries no attachment: the plan and the data hold the results of
 * others, and a sheet is handed to one person.
 */
#include "sheet_private.h"

#include "base/map.h"

#define SHEET_TEMPLATE "scheda"

/* What is assigned and what became of it are two sheets to be kept. */
#define PATTERN_RESULTS    "{anno}-{incarico}.pdf"
#define PATTERN_ASSIGNMENT "{anno}-{incarico}-assegnazione.pdf"

/* ---- which sheets ---------------------------------------------------------- */

struct sheets {
	const struct model_assignment **items;
	const char **names;
	size_t count;
};

static const char *pattern_of(const struct job_sheets *job, const struct model_plan *plan)
{
	if (job->pattern != NULL)
		return job->pattern;
	return plan->report ? PATTERN_RESULTS : PATTERN_ASSIGNMENT;
}

static enum status add_sheet(struct sheets *sheets, struct map *taken, struct arena *arena,
			     const struct job_sheets *job, const struct model_plan *plan,
			     const struct model_assignment *sheet, struct diag *diag)
{
	struct sheet_naming naming = { plan, sheet, sheets->count + 1 };
	const char *name;
	enum status status = sheet_name(&name, arena, pattern_of(job, plan), &naming, diag);

	if (status != STATUS_OK)
		return status;
	if (map_put(taken, sheet_name_key(arena, name), taken) != NULL) {
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
	struct sheet_shelf *shelf;
	struct diag *diag;
};

static enum status make_sheet(struct press *press, struct arena *arena,
			      const struct model_assignment *sheet, const char *name)
{
	const struct template_loader images = job_images(press->house);
	struct template_expand_options expand = { .item = sheet, .loader = &images };
	struct job_pdf pdf = { .pages = &press->pages,
			       .out = sheet_shelf_path(press->shelf, arena, name),
			       .epoch = press->job->epoch,
			       .version = press->job->version };
	enum status status = template_expand(&press->pages.document, arena, press->template,
					     press->pages.plan, &expand, press->diag);

	return status == STATUS_OK ? job_pdf_write(&pdf, press->house, arena, press->diag) : status;
}

static enum status make_all(struct press *press, struct arena *arena, const struct sheets *sheets)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < sheets->count && status == STATUS_OK; i++) {
		struct arena *own = arena_create_within(arena);

		status = make_sheet(press, own, sheets->items[i], sheets->names[i]);
		arena_destroy(own);
	}
	return status;
}

static void tell_all(const struct job_sheets *job, struct arena *arena, const struct sheets *sheets)
{
	for (size_t i = 0; i < sheets->count && job->wrote != NULL; i++)
		job->wrote(job->user, file_join(arena, job->dir, sheets->names[i]));
}

static void spare(void *user, const char *path, const struct bytes *bytes)
{
	(void)bytes;
	sheet_shelf_spare(user, path);
}

static enum status read_template(struct press *press, struct arena *arena)
{
	const char *file = press->job->template ? press->job->template : SHEET_TEMPLATE;
	struct template *template;
	enum status status = job_template_read(&template, press->house, arena, file, press->diag);

	press->template = template;
	if (status != STATUS_OK || template_per_assignment(template))
		return status;
	diag_error(press->diag, (struct place){ .file = file }, "modello-schede",
		   "il modello «%s» non è per schede: <modello> deve avere per=\"assegnazioni\"",
		   template_name(template));
	return STATUS_DATA;
}

static enum status write_set(struct press *press, struct arena *arena, const struct sheets *sheets)
{
	enum status status = sheet_shelf_open(press->shelf);

	if (status != STATUS_OK)
		return status;
	status = make_all(press, arena, sheets);
	if (status == STATUS_OK)
		status = sheet_shelf_put(press->shelf, sheets->names, sheets->count);
	sheet_shelf_close(press->shelf);
	if (status == STATUS_OK)
		tell_all(press->job, arena, sheets);
	return status;
}

/* ---- the whole ------------------------------------------------------------------ */

static enum status read_plan(struct press *press, struct arena *arena)
{
	struct model_plan **plan = &press->pages.plan;
	const char *path = press->job->plan;
	enum status status =
		press->job->blank ? sheet_read_blank(plan, press->house, arena, path, press->diag)
				  : job_read(plan, press->house, arena, path, press->diag);

	if (status == STATUS_OK)
		(*plan)->edition = JOB_EDITION_INTERNAL;
	return status;
}

static enum status press_sheets(struct press *press, struct arena *arena)
{
	struct sheets sheets = { 0 };
	enum status status = read_plan(press, arena);

	if (status == STATUS_OK)
		status = read_template(press, arena);
	if (status == STATUS_OK)
		status = choose(&sheets, arena, press->job, press->pages.plan, press->diag);
	if (status == STATUS_OK)
		status = job_house_type(press->house, &press->pages.type, press->diag);
	return status == STATUS_OK && sheets.count > 0 ? write_set(press, arena, &sheets) : status;
}

enum status job_sheets(struct job_house *house, struct arena *arena, const struct job_sheets *job,
		       struct diag *diag)
{
	struct sheet_shelf *shelf = sheet_shelf_make(arena, job->dir, diag);
	struct press press = { .house = house, .job = job, .shelf = shelf, .diag = diag };
	const struct job_witness witness = { spare, shelf };
	enum status status;

	sheet_shelf_spare(shelf, job->plan);
	job_house_watch(house, &witness);
	status = press_sheets(&press, arena);
	job_house_watch(house, NULL);
	return status;
}
