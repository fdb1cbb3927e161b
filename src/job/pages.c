/* pages.c - from a plan's file to an expanded document. */
#include "job_private.h"

#include "input/input.h"
#include "score/score.h"

#include <string.h>

static enum status read_and_score(struct model_plan **out, struct job_house *house,
				  struct arena *arena, const char *file, struct bytes source,
				  struct diag *diag)
{
	struct markup_schema *schema;
	enum status status = job_house_schema(house, &schema, diag);

	*out = NULL;
	if (status == STATUS_OK)
		status = input_read(out, arena, file, source, schema, diag);
	if (*out != NULL)
		score_run(*out, diag);
	return status;
}

enum status job_read(struct model_plan **out, struct job_house *house, struct arena *arena,
		     const char *path, struct diag *diag)
{
	size_t errors = diag->counts[DIAG_ERROR];
	struct bytes source;
	enum status status = file_read(&source, arena, path, MARKUP_BYTES_MAX, diag);

	*out = NULL;
	if (status == STATUS_OK)
		status = read_and_score(out, house, arena, path, source, diag);
	if (*out == NULL)
		return status;
	score_audit(*out, diag);
	return diag->counts[DIAG_ERROR] > errors ? STATUS_DATA : STATUS_OK;
}

static bool is_same(struct bytes a, struct bytes b)
{
	return a.length == b.length && memcmp(a.data, b.data, a.length) == 0;
}

static void say_cut(const char *path, const struct diag *again, struct diag *diag)
{
	diag_error(
		diag, (struct place){ .file = path }, "edizione-pubblica",
		"senza le parti individuali il piano non si regge: qualcosa di pubblico vi rimanda");
	for (size_t i = 0; i < again->count; i++)
		diag_add(diag, again->entries[i].level, again->entries[i].place,
			 again->entries[i].code, "%s", again->entries[i].text);
}

/* What the whole plan had to say has been said, so the findings of the cut one
 * count only when it can't be used. Where nothing is cut, it is the whole one. */
static enum status read_public(struct model_plan **out, struct job_house *house,
			       struct arena *arena, struct model_plan *whole, struct diag *diag)
{
	struct bytes source = job_public_source(arena, whole);
	struct diag again = diag_make(arena);
	enum status status = STATUS_OK;

	if (!is_same(source, whole->source))
		status = read_and_score(out, house, arena, whole->file, source, &again);
	if (status == STATUS_OK && !diag_has_errors(&again)) {
		job_tell_results(whole, *out, diag);
		(*out)->edition = JOB_EDITION_PUBLIC;
		return STATUS_OK;
	}
	say_cut(whole->file, &again, diag);
	return status == STATUS_OK ? STATUS_DATA : status;
}

enum status job_read_edition(struct model_plan **out, struct job_house *house, struct arena *arena,
			     const char *path, enum job_edition edition, struct diag *diag)
{
	enum status status = job_read(out, house, arena, path, diag);

	if (status != STATUS_OK)
		return status;
	(*out)->edition = JOB_EDITION_INTERNAL;
	return edition == JOB_PUBLIC ? read_public(out, house, arena, *out, diag) : STATUS_OK;
}

/* The template that serves a plan of this type when none is named: a whole
 * path, since something called "relazione" may well be where one works. */
static const char *default_template(struct arena *arena, const char *folder,
				    const struct model_plan *plan)
{
	return file_join(arena, folder, plan->report ? "relazione.xml" : "piano.xml");
}

static void tell_of_template(void *user, const char *path, const struct bytes *bytes)
{
	job_house_tell(user, path, bytes);
}

enum status job_template_read(struct template **out, struct job_house *house, struct arena *arena,
			      const char *template, struct diag *diag)
{
	struct template_options options = {
		.file = template,
		.folder = house->paths.templates,
		.read = tell_of_template,
		.user = house,
	};

	return template_read(out, arena, &options, diag);
}

/* It would come out empty: nobody's sheet. */
static enum status refuse_sheets(const struct template *template, const char *file,
				 struct diag *diag)
{
	diag_error(diag, (struct place){ .file = file }, "modello-schede",
		   "il modello «%s» è per le schede, una a persona: usarlo con «relazione schede»",
		   template_name(template));
	return STATUS_DATA;
}

enum status job_pages_expand(struct job_pages *pages, struct job_house *house, struct arena *arena,
			     const char *template, struct diag *diag)
{
	const struct template_loader images = job_images(house);
	struct template_expand_options expand = { .loader = &images };
	struct template *read;
	enum status status;

	if (template == NULL)
		template = default_template(arena, house->paths.templates, pages->plan);
	status = job_template_read(&read, house, arena, template, diag);
	if (status == STATUS_OK && template_per_assignment(read))
		status = refuse_sheets(read, template, diag);
	if (status == STATUS_OK)
		status = job_house_type(house, &pages->type, diag);
	if (status == STATUS_OK)
		status = template_expand(&pages->document, arena, read, pages->plan, &expand, diag);
	return status;
}

enum status job_pages_make(struct job_pages *out, struct job_house *house, struct arena *arena,
			   const char *plan, const char *template, enum job_edition edition,
			   struct diag *diag)
{
	enum status status = job_read_edition(&out->plan, house, arena, plan, edition, diag);

	return status == STATUS_OK ? job_pages_expand(out, house, arena, template, diag) : status;
}
