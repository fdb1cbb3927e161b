/* sheets.c - one PDF for each individual assignment.
 *
 * A sheet carries no attachment: the plan and the data hold the results of
 * others, and a sheet is handed to one person.
 */
#include "job_private.h"

#include "base/map.h"

#include <string.h>

#define SHEET_TEMPLATE "scheda"
#define SHEET_PATTERN  "{anno}-{incarico}.pdf"

/* ---- names of files ------------------------------------------------------ */

/* A word of the plan as a part of a file name: what could lead elsewhere, or
 * what a file system refuses, becomes a hyphen. */
static void add_word(struct text *out, const char *word)
{
	for (; word != NULL && *word != '\0'; word++) {
		unsigned char c = (unsigned char)*word;

		text_add_char(out, c <= ' ' || c == 0x7F || strchr("/\\:*?\"<>|", c) ? '-' : *word);
	}
}

static const char *owner_of(struct arena *arena, const struct model_assignment *sheet)
{
	struct text out = text_make(arena);

	for (size_t i = 0; i < sheet->posts.count; i++) {
		text_add(&out, i > 0 ? "-" : "");
		add_word(&out, ((const struct model_post *)sheet->posts.items[i])->id);
	}
	if (sheet->posts.count == 0 && sheet->unit != NULL)
		add_word(&out, sheet->unit->id);
	return out.bytes;
}

/* Puts the value of a name in braces; false for a name that isn't one. */
static bool add_field(struct text *out, const struct model_plan *plan,
		      const struct model_assignment *sheet, const char *name, size_t length)
{
	if (length == 4 && strncmp(name, "anno", length) == 0)
		text_addf(out, "%d", sheet->year ? sheet->year : plan->year);
	else if (length == 8 && strncmp(name, "incarico", length) == 0)
		text_add(out, owner_of(out->arena, sheet));
	else if (length == 4 && strncmp(name, "ente", length) == 0)
		add_word(out, plan->body ? plan->body->code : "ente");
	else
		return false;
	return true;
}

static enum status bad_pattern(struct diag *diag, const char *pattern)
{
	diag_error(diag, (struct place){ 0 }, "nome-schede",
		   "il nome «%s» non va: deve restare nella cartella, senza «/», e può contenere "
		   "{anno}, {incarico}, {ente}",
		   pattern);
	return STATUS_DATA;
}

static enum status file_name(const char **out, struct arena *arena, const char *pattern,
			     const struct model_plan *plan, const struct model_assignment *sheet,
			     struct diag *diag)
{
	struct text name = text_make(arena);

	*out = NULL;
	for (const char *c = pattern; *c != '\0'; c++) {
		const char *end = *c == '{' ? strchr(c, '}') : NULL;

		if (*c == '{' &&
		    (end == NULL || !add_field(&name, plan, sheet, c + 1, (size_t)(end - c - 1))))
			return bad_pattern(diag, pattern);
		if (end != NULL)
			c = end;
		else
			text_add_char(&name, *c);
	}
	if (name.length == 0 || *name.bytes == '.' || strchr(name.bytes, '/') != NULL)
		return bad_pattern(diag, pattern);
	*out = name.bytes;
	return STATUS_OK;
}

/* ---- which sheets ---------------------------------------------------------- */

struct sheets {
	const struct model_assignment **items;
	const char **names;
	size_t count;
};

static enum status add_sheet(struct sheets *sheets, struct map *taken, struct arena *arena,
			     const struct job_sheets *job, const struct model_plan *plan,
			     const struct model_assignment *sheet, struct diag *diag)
{
	const char *pattern = job->pattern ? job->pattern : SHEET_PATTERN, *name;
	enum status status = file_name(&name, arena, pattern, plan, sheet, diag);

	if (status != STATUS_OK)
		return status;
	if (map_put(taken, name, taken) != NULL) {
		diag_error(
			diag, sheet->place, "nome-doppio",
			"due schede si chiamerebbero «%s»; distinguerle con --nome, per esempio con "
			"{incarico}",
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
			     "il piano non ha assegnazioni a persone: nessuna scheda da scrivere");
	return status;
}

/* ---- blank sheets ------------------------------------------------------------ */

static void forget_actuals(const struct model_list *objectives)
{
	for (size_t i = 0; i < objectives->count; i++) {
		const struct model_objective *objective = objectives->items[i];

		for (size_t k = 0; k < objective->indicators.count; k++) {
			struct model_indicator *indicator = objective->indicators.items[k];

			indicator->actuals = (struct model_list){ 0 };
			indicator->actual = indicator->derived_actual = NULL;
			indicator->outcome = MODEL_OUTCOME_NONE;
		}
	}
}

/* The plan as it was at the start of the year: assigned, nothing measured. */
static void make_blank(struct model_plan *plan)
{
	plan->report = false;
	plan->type = "piano";
	forget_actuals(&plan->descendants);
	for (size_t i = 0; i < plan->assignments.count; i++) {
		struct model_assignment *sheet = plan->assignments.items[i];

		forget_actuals(&sheet->descendants);
		for (size_t k = 0; k < sheet->parts.count; k++)
			((struct model_part_score *)sheet->parts.items[k])->points =
				(struct model_figure){ 0 };
	}
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
	enum status status = file_make_dirs(press->job->dir, press->diag);

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
		make_blank(press.pages.plan);
	status = read_template(&press, arena);
	if (status == STATUS_OK)
		status = choose(&sheets, arena, job, press.pages.plan, diag);
	if (status == STATUS_OK)
		status = job_house_type(house, &press.pages.type, diag);
	return status == STATUS_OK ? write_all(&press, arena, &sheets) : status;
}
