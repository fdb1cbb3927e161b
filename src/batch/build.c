/* build.c - all that one plan gives, in a folder of its own. */
#include "batch_private.h"

#include "base/date.h"
#include "export/export.h"
#include "metadata.h"

#include <sys/stat.h>

#define LICENCE_DEFAULT "https://creativecommons.org/licenses/by/4.0/deed.it"
#define DAY_SECONDS     86400LL

struct build {
	struct job_house *house;
	struct arena *arena;
	const struct batch_job *job;
	const struct batch_options *options;
	bool bootstrap;
	const char *dir;
	struct model_plan *plan; /* of the public edition */
	struct diag *diag;
};

static enum status write_text(struct build *build, const char *name, const struct text *text)
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
		.plan = build->job->plan,
		.template = build->job->template,
		.out = file_join(build->arena, build->dir, "relazione.pdf"),
		.edition = JOB_PUBLIC,
		.epoch = build->options->epoch,
		.version = build->options->version,
	};
	struct diag own = diag_make(build->arena);
	enum status status = job_compose(build->house, build->arena, &compose, &own);

	/* The plan has been read once and its findings told; only failures are new. */
	for (size_t i = 0; i < own.count && status != STATUS_OK; i++)
		diag_add(build->diag, own.entries[i].level, own.entries[i].place,
			 own.entries[i].code, "%s", own.entries[i].text);
	return status;
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

static enum status build_web(struct build *build)
{
	static const struct web_link pdf = { "Relazione in PDF", "relazione.pdf", "application/pdf",
					     NULL };
	static const struct web_link data = { "Dati in CSV, JSON e XML", "metadati.jsonld",
					      "application/ld+json", NULL };
	struct web_link links[2];
	struct job_web web = {
		.plan = build->job->plan,
		.template = build->job->template,
		.out = file_join(build->arena, build->dir, "index.html"),
		.edition = JOB_PUBLIC,
		.assets = "../../" SITE_ASSETS,
		.bootstrap = build->bootstrap,
		.home = "../../" SITE_INDEX,
		.links = links,
		.version = build->options->version,
	};
	struct diag own = diag_make(build->arena);
	enum status status;

	if (build->options->what & BATCH_PDF) {
		links[0] = pdf;
		links[web.link_count++].size = size_of(build, pdf.href);
	}
	if (build->options->what & BATCH_DATA)
		links[web.link_count++] = data;
	status = job_web(build->house, build->arena, &web, &own);
	for (size_t i = 0; i < own.count && status != STATUS_OK; i++)
		diag_add(build->diag, own.entries[i].level, own.entries[i].place,
			 own.entries[i].code, "%s", own.entries[i].text);
	return status;
}

static enum status build_tables(struct build *build)
{
	enum status status = STATUS_OK;

	for (int table = 0; table < EXPORT_TABLES && status == STATUS_OK; table++) {
		struct text csv = text_make(build->arena), schema = text_make(build->arena);
		const char *name = export_table_name((enum export_table)table);

		export_table_csv(&csv, build->plan, (enum export_table)table);
		export_table_schema(&schema, (enum export_table)table);
		status = write_text(build, arena_printf(build->arena, "dati/%s.csv", name), &csv);
		if (status == STATUS_OK)
			status = write_text(build,
					    arena_printf(build->arena, "dati/%s.schema.json", name),
					    &schema);
	}
	return status;
}

static enum status build_data(struct build *build)
{
	struct export_options options = { .public_edition = true };
	struct text json = text_make(build->arena), xml = text_make(build->arena);
	struct text plan = text_make(build->arena);
	enum status status = build_tables(build);

	export_json(&json, build->plan, &options);
	export_xml(&xml, build->plan, &options);
	text_add_n(&plan, build->plan->source.data, build->plan->source.length);
	if (status == STATUS_OK)
		status = write_text(build, "risultati.json", &json);
	if (status == STATUS_OK)
		status = write_text(build, "risultati.xml", &xml);
	return status == STATUS_OK ? write_text(build, "piano.xml", &plan) : status;
}

/* ---- the entry ------------------------------------------------------------------- */

/* SOURCE_DATE_EPOCH, else the approval, else the last day of the plan's year. */
static date_days day_of(const struct build *build)
{
	const struct model_document *document = build->plan->document;

	if (build->options->epoch >= 0)
		return (date_days)(build->options->epoch / DAY_SECONDS);
	if (document != NULL && document->approval != NULL && document->approval->date.given)
		return document->approval->date.date;
	return date_make(build->plan->year, 12, 31);
}

static void take_bars(struct build *build, struct entry *entry)
{
	const struct model_list *list = &build->plan->distribution;

	entry->bars = arena_array(build->arena, struct entry_bar, list->count);
	for (size_t i = 0; i < list->count; i++) {
		const struct model_distribution *row = list->items[i];

		entry->bars[entry->bar_count++] = (struct entry_bar){
			.type = row->type,
			.judgement = row->label,
			.signal = row->shown != NULL ? row->shown->signal : NULL,
			.number = row->number,
		};
	}
}

/* Checksums of all that stands in the folder by now. */
static bool take_files(struct build *build, struct entry *entry)
{
	struct names files = folder_files(build->arena, build->dir);

	entry->file_count = 0;
	entry->files = arena_array(build->arena, struct entry_file, files.count);
	for (size_t i = 0; i < files.count; i++) {
		struct entry_file *file = &entry->files[entry->file_count++];

		file->path = files.items[i];
		if (!hash_file(&file->hash, &file->size, build->arena,
			       file_join(build->arena, build->dir, file->path)))
			return false;
	}
	return true;
}

static struct entry describe(struct build *build)
{
	const struct model_plan *plan = build->plan;
	const struct model_document *document = plan->document;
	struct entry entry = {
		.key = build->job->key,
		.body = build->job->body,
		.year = build->job->year,
		.name = plan->body != NULL && plan->body->name ? plan->body->name
							       : build->job->body,
		.title = document != NULL && document->title ? document->title
			 : plan->report                      ? "Relazione sulla performance"
							     : "Piano della performance",
		.type = plan->type,
		.status = plan->status,
		.date = date_iso(build->arena, day_of(build)),
		.licence =
			document != NULL && document->licence ? document->licence : LICENCE_DEFAULT,
		.source = build->job->source,
		.source_hash = build->job->hash,
		.version = build->options->version,
	};

	if (plan->result.state == MODEL_SCORED)
		entry.result = number_xml(build->arena, plan->result.value, 2);
	if (plan->judgement != NULL) {
		entry.judgement = plan->judgement->label;
		entry.signal = plan->judgement->signal;
	}
	take_bars(build, &entry);
	return entry;
}

static enum status unreadable(struct build *build)
{
	diag_error(build->diag, (struct place){ .file = build->dir }, "lettura",
		   "i file appena scritti non si rileggono; controllare il disco");
	return STATUS_IO;
}

static enum status build_entry(struct build *build)
{
	struct entry entry = describe(build);
	struct text metadata = text_make(build->arena), text = text_make(build->arena);
	enum status status;

	if (!take_files(build, &entry))
		return unreadable(build);
	metadata_dataset(&metadata, &entry, NULL);
	text_add(&metadata, "\n");
	status = write_text(build, METADATA_FILE, &metadata);
	if (status != STATUS_OK)
		return status;
	if (!take_files(build, &entry))
		return unreadable(build);
	entry_write(&text, &entry);
	return write_text(build, ENTRY_FILE, &text);
}

/* ---- the whole ------------------------------------------------------------------- */

static enum status refuse(struct build *build)
{
	const struct batch_job *job = build->job;
	struct place place = { .file = job->plan, .line = 1 };

	if (job->fault != NULL)
		diag_error(build->diag, job->place, job->fault_code, "%s", job->fault);
	else
		diag_error(build->diag, place, "senza-chiave",
			   "non si sa di che ente o anno è il piano: scriverlo in <piano anno> e "
			   "<ente codice>, o nelle colonne ente e anno dell’elenco");
	return STATUS_DATA;
}

enum status build_job(struct job_house *house, struct arena *arena, const struct batch_job *job,
		      const struct batch_options *options, bool bootstrap, const char *dir,
		      struct diag *diag)
{
	struct build build = { .house = house,
			       .arena = arena,
			       .job = job,
			       .options = options,
			       .bootstrap = bootstrap,
			       .dir = dir,
			       .diag = diag };
	enum status status = STATUS_OK;

	if (job->fault == NULL)
		status = job_read_edition(&build.plan, house, arena, job->plan, JOB_PUBLIC, diag);
	if (status != STATUS_OK)
		return status;
	if (job->fault != NULL || job->key == NULL)
		return refuse(&build);
	status = file_make_dirs(dir, diag);
	if (status == STATUS_OK && (options->what & BATCH_DATA))
		status = build_data(&build);
	if (status == STATUS_OK && (options->what & BATCH_PDF))
		status = build_pdf(&build);
	if (status == STATUS_OK && (options->what & BATCH_WEB))
		status = build_web(&build);
	return status == STATUS_OK ? build_entry(&build) : status;
}
