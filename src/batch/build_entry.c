/* build_entry.c - what a folder of the site says of itself, once all else is in it. */
#include "build.h"

#include "base/date.h"

#define DAY_SECONDS 86400LL

struct licence build_licence(const struct build *build)
{
	const struct model_document *document = build->pages.plan->document;

	return metadata_licence(document != NULL ? document->licence : NULL);
}

const char *build_date(const struct build *build)
{
	date_days day;

	if (build->options->epoch >= 0)
		day = (date_days)(build->options->epoch / DAY_SECONDS);
	else if (!job_plan_day(&day, build->pages.plan))
		return NULL;
	return date_iso(build->arena, day);
}

static void take_day(struct build *build, struct entry *entry)
{
	const struct model_plan *plan = build->pages.plan;
	const char *date = build_date(build);

	entry->date = date != NULL ? date : "";
	entry->day = date != NULL
			     ? date
			     : date_iso(build->arena, job_assumed_day(plan->report, plan->year));
}

static void take_bars(struct build *build, struct entry *entry)
{
	const struct model_list *list = &build->pages.plan->distribution;

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
	const struct model_plan *plan = build->pages.plan;
	const struct model_document *document = plan->document;
	struct licence licence = build_licence(build);
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
		.licence = licence.address != NULL ? licence.address : licence.name,
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
	take_day(build, &entry);
	take_bars(build, &entry);
	return entry;
}

static enum status unreadable(struct build *build)
{
	diag_error(build->diag, (struct place){ .file = build->dir }, "lettura",
		   "i file appena scritti non si rileggono; controllare il disco");
	return STATUS_IO;
}

enum status build_entry(struct build *build)
{
	struct entry entry = describe(build);
	struct text metadata = text_make(build->arena), text = text_make(build->arena);
	enum status status;

	if (!take_files(build, &entry))
		return unreadable(build);
	metadata_dataset(&metadata, &entry, NULL);
	text_add(&metadata, "\n");
	status = build_write(build, METADATA_FILE, &metadata);
	if (status != STATUS_OK)
		return status;
	if (!take_files(build, &entry))
		return unreadable(build);
	entry_write(&text, &entry);
	return build_write(build, ENTRY_FILE, &text);
}
