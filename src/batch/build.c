/* build.c - all that one plan gives, in a folder of its own.
 *
 * The plan is read once and expanded once: PDF, web page and data come from the
 * same figures, and its findings are told once.
 */
#include "build.h"

#include "export/export.h"

#include <sys/stat.h>

#define FILE_PDF  "relazione.pdf"
#define FILE_PAGE "index.html"
#define FORMS_MAX 32 /* more than site_forms has */

enum status build_write(struct build *build, const char *name, const struct text *text)
{
	const char *path = file_join(build->arena, build->dir, name);
	enum status status = file_make_dirs(file_dir(build->arena, path), build->diag);
	struct file_out *out;

	if (status != STATUS_OK)
		return status;
	out = file_out_open(build->arena, path);
	file_out_write(out, text->bytes, text->length);
	return file_out_commit(out, build->diag);
}

/* ---- the forms ------------------------------------------------------------------ */

static enum status build_pdf(struct build *build)
{
	struct job_compose compose = {
		.out = file_join(build->arena, build->dir, FILE_PDF),
		.epoch = build->options->epoch,
		.version = build->options->version,
	};

	return job_compose_write(&compose, &build->pages, build->house, build->arena, build->diag);
}

/* As people read it; NULL when the file is not there. */
static const char *size_of(struct build *build, const char *name)
{
	struct text out = text_make(build->arena);
	struct stat info;

	if (stat(file_join(build->arena, build->dir, name), &info) != 0)
		return NULL;
	site_size(&out, (unsigned long long)info.st_size);
	return out.bytes;
}

/* Every other form that stands in the folder by now, and the metadata to come. */
static void take_links(struct build *build, struct job_web *web)
{
	struct web_link *links = arena_array(build->arena, struct web_link, FORMS_MAX);
	bool data = build->parts & BATCH_DATA;

	for (const struct site_form *form = site_forms; form->path != NULL; form++) {
		bool to_come = strcmp(form->path, METADATA_FILE) == 0;
		const char *size = to_come ? NULL : size_of(build, form->path);

		if (size != NULL || (to_come && data))
			links[web->link_count++] =
				(struct web_link){ form->name, form->path, form->type, size };
	}
	web->links = links;
}

static enum status build_web(struct build *build)
{
	struct job_web web = {
		.out = file_join(build->arena, build->dir, FILE_PAGE),
		.assets = "../../" SITE_ASSETS,
		.bootstrap = build->options->bootstrap != NULL,
		.home = "../../" SITE_INDEX,
		.licence = build_licence(build).address,
		.date = build_date(build),
		.version = build->options->version,
	};

	take_links(build, &web);
	return job_web_write(&web, &build->pages, build->arena, build->diag);
}

static enum status build_tables(struct build *build)
{
	struct licence licence = build_licence(build);
	struct text package = text_make(build->arena);
	enum status status;

	export_package(&package, build->pages.plan, licence.name, licence.address);
	status = build_write(build, "dati/datapackage.json", &package);
	for (int table = 0; table < EXPORT_TABLES && status == STATUS_OK; table++) {
		struct text csv = text_make(build->arena), schema = text_make(build->arena);
		const char *name = export_table_name((enum export_table)table);

		if (!export_table_given(build->pages.plan, (enum export_table)table))
			continue;
		export_table_csv(&csv, build->pages.plan, (enum export_table)table);
		export_table_schema(&schema, (enum export_table)table);
		status = build_write(build, arena_printf(build->arena, "dati/%s.csv", name), &csv);
		if (status == STATUS_OK)
			status = build_write(
				build, arena_printf(build->arena, "dati/%s.schema.json", name),
				&schema);
	}
	return status;
}

static enum status build_data(struct build *build)
{
	const struct model_plan *plan = build->pages.plan;
	struct export_options options = { .public_edition = true };
	struct text json = text_make(build->arena), xml = text_make(build->arena);
	struct text source = text_make(build->arena);
	enum status status = build_tables(build);

	export_json(&json, plan, &options);
	export_xml(&xml, plan, &options);
	text_add_n(&source, plan->source.data, plan->source.length);
	if (status == STATUS_OK)
		status = build_write(build, "risultati.json", &json);
	if (status == STATUS_OK)
		status = build_write(build, "risultati.xml", &xml);
	return status == STATUS_OK ? build_write(build, "piano.xml", &source) : status;
}

/* ---- the licence ------------------------------------------------------------------ */

/* Without its address those who reuse the data can't know what they may do. */
static void check_licence(const struct build *build)
{
	struct licence licence = build_licence(build);

	if (licence.address != NULL)
		return;
	diag_warning(build->diag, build->pages.plan->document->place, "licenza-ignota",
		     "la licenza «%s» non è fra quelle note (%s): pagine e metadati non possono "
		     "dirne l’indirizzo; scrivere in «licenza» una di queste, o l’indirizzo",
		     licence.name, metadata_licences(build->arena));
}

/* ---- the parts ------------------------------------------------------------------- */

/* Data need no document: a plan whose template is wrong still gives them. */
static enum status expand(struct build *build)
{
	if (!(build->make & (BATCH_PDF | BATCH_WEB)))
		return STATUS_OK;
	return job_pages_expand(&build->pages, build->house, build->arena, build->job->template,
				build->diag);
}

/* The page comes last: it tells the sizes of the others. */
static enum status build_parts(struct build *build)
{
	static const struct {
		enum batch_what part;
		enum status (*make)(struct build *build);
	} steps[] = { { BATCH_DATA, build_data },
		      { BATCH_PDF, build_pdf },
		      { BATCH_WEB, build_web } };
	enum status status = file_make_dirs(build->dir, build->diag);

	for (size_t i = 0; i < sizeof steps / sizeof *steps && status == STATUS_OK; i++)
		if (build->make & steps[i].part)
			status = steps[i].make(build);
	return status == STATUS_OK ? build_entry(build) : status;
}

/* Parts of the same plan that the site has are taken from there; one that was
 * spoilt meanwhile is made again. */
static void keep_parts(struct build *build)
{
	static const enum batch_what parts[] = { BATCH_PDF, BATCH_DATA };
	const char *site = build->options->site;
	const struct entry *entry =
		build->job->keep ? entry_read(build->arena, site, build->job->key) : NULL;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if ((build->job->keep & parts[i]) &&
		    (entry == NULL ||
		     !entry_copy_part(entry, build->arena, site, parts[i], build->dir)))
			build->make |= parts[i];
}

/* ---- the whole ------------------------------------------------------------------- */

static enum status refuse(const struct batch_job *job, struct diag *diag)
{
	struct place place = { .file = job->plan, .line = 1 };

	if (job->fault != NULL)
		diag_error(diag, job->place, job->fault_code, "%s", job->fault);
	else
		diag_error(diag, place, "senza-chiave",
			   "non si sa di che ente o anno è il piano: scriverlo in <piano anno> e "
			   "<ente codice>, o nelle colonne ente e anno dell’elenco");
	return STATUS_DATA;
}

/* Key and checksum are of the plan as the list found it: another one, written in
 * the meantime, would be published under them, and no later run would see it. */
static enum status check_same(const struct build *build)
{
	const struct batch_job *job = build->job;
	const char *hash;
	unsigned long long size;

	if (job->hash == NULL ||
	    (hash_file(&hash, &size, build->arena, job->plan) && strcmp(hash, job->hash) == 0))
		return STATUS_OK;
	diag_error(build->diag, (struct place){ .file = job->plan }, "piano-cambiato",
		   "il piano è stato modificato durante la pubblicazione; rilanciare il comando");
	return STATUS_IO;
}

enum status build_job(struct job_house *house, struct arena *arena, const struct batch_job *job,
		      const struct batch_options *options, const char *dir, struct diag *diag)
{
	struct build build = { .house = house,
			       .arena = arena,
			       .job = job,
			       .options = options,
			       .dir = dir,
			       .make = job->make,
			       .parts = job->make | job->keep,
			       .diag = diag };
	enum status status;

	if (job->fault != NULL)
		return refuse(job, diag);
	/* Read before it is refused for its key: what is wrong with it may be why. */
	status = job_read_edition(&build.pages.plan, house, arena, job->plan, JOB_PUBLIC, diag);
	if (check_same(&build) != STATUS_OK)
		return STATUS_IO;
	if (status == STATUS_OK && job->key == NULL)
		status = refuse(job, diag);
	if (status != STATUS_OK)
		return status;
	check_licence(&build);
	keep_parts(&build);
	status = expand(&build);
	return status == STATUS_OK ? build_parts(&build) : status;
}
