/* summary.c - how a run ended, job by job: SITO.lavoro/esito.json.
 *
 * One job a line, so that the summaries of parts are joined line by line; and
 * falliti.txt, the findings as people read them. esito.json is written last
 * and taken away when a run begins: where it stands, a run came to its end.
 */
#include "batch_private.h"

#include "base/escape.h"

#include <stdlib.h>
#include <unistd.h>

#define SUMMARY_FILE      "esito.json"
#define SUMMARY_FAILURES  "falliti.txt"
#define SUMMARY_BYTES_MAX ((size_t)1 << 30)

#define HEAD "{\n  \"versione\":"
#define JOBS "\n  \"lavori\":["
#define TAIL "\n  ]\n}\n"

struct summary summary_make(struct arena *arena, const char *version)
{
	return (struct summary){ .version = version,
				 .part = 1,
				 .parts = 1,
				 .jobs = text_make(arena),
				 .failures = text_make(arena),
				 .warned = text_make(arena) };
}

void summary_add(struct summary *summary, const struct batch_job *job, const char *ending,
		 const struct record *record)
{
	struct text *jobs = &summary->jobs;

	text_add(jobs, jobs->length > 0 ? ",\n    {\"chiave\":" : "\n    {\"chiave\":");
	escape_json(jobs, job->key);
	text_add(jobs, ",\"piano\":");
	escape_json(jobs, job->plan);
	text_addf(jobs, ",\"esito\":\"%s\",\"rilievi\":%s}", ending,
		  record != NULL ? record->findings : "[]");
	if (record == NULL)
		return;
	text_add(record->ending == ENDING_FAILED ? &summary->failures : &summary->warned,
		 record->lines);
	if (record->ending == ENDING_FAILED)
		return;
	summary->count.warnings += outcome_count(record->findings, DIAG_WARNING);
	summary->count.notes += outcome_count(record->findings, DIAG_NOTE);
}

void summary_join(struct summary *whole, const struct summary *part)
{
	whole->count.total += part->count.total;
	whole->count.done += part->count.done;
	whole->count.unchanged += part->count.unchanged;
	whole->count.failed += part->count.failed;
	whole->count.warnings += part->count.warnings;
	whole->count.notes += part->count.notes;
	if (whole->jobs.length > 0 && part->jobs.length > 0)
		text_add_char(&whole->jobs, ',');
	text_add_n(&whole->jobs, part->jobs.bytes, part->jobs.length);
	text_add_n(&whole->failures, part->failures.bytes, part->failures.length);
}

/* ---- writing ------------------------------------------------------------------- */

static enum status write_file(struct arena *arena, const char *work, const char *name,
			      const struct text *text, struct diag *diag)
{
	struct file_out *out = file_out_open(arena, file_join(arena, work, name));

	file_out_write(out, text->bytes, text->length);
	return file_out_commit(out, diag);
}

enum status summary_write(const struct summary *summary, struct arena *arena, const char *work,
			  struct diag *diag)
{
	const struct batch_progress *count = &summary->count;
	struct text json = text_make(arena);
	enum status status;

	text_add(&json, HEAD);
	escape_json(&json, summary->version);
	text_addf(
		&json,
		",\n  \"parte\":%d,\n  \"parti\":%d,\n  \"totale\":%zu,\n  \"fatti\":%zu,\n  "
		"\"invariati\":%zu,\n  \"falliti\":%zu,\n  \"avvisi\":%zu,\n  \"note\":%zu,\n  \"tolti\":%zu," JOBS,
		summary->part, summary->parts, count->total, count->done, count->unchanged,
		count->failed, count->warnings, count->notes, summary->removed);
	text_add_n(&json, summary->jobs.bytes, summary->jobs.length);
	text_add(&json, TAIL);
	status = write_file(arena, work, SUMMARY_FAILURES, &summary->failures, diag);
	return status == STATUS_OK ? write_file(arena, work, SUMMARY_FILE, &json, diag) : status;
}

void summary_forget(struct arena *arena, const char *work)
{
	unlink(file_join(arena, work, SUMMARY_FILE));
}

/* ---- reading ------------------------------------------------------------------- */

/* The number on the line of that name in the head, or 0. */
static size_t number_of(struct arena *arena, const char *head, const char *name)
{
	const char *start = arena_printf(arena, "\n  \"%s\":", name);
	const char *found = strstr(head, start);

	return found != NULL ? strtoull(found + strlen(start), NULL, 10) : 0;
}

/* What stands between the quotes after HEAD. */
static const char *version_of(struct arena *arena, const char *head)
{
	const char *quote = head + strlen(HEAD);

	return *quote == '"' ? arena_strndup(arena, quote + 1, strcspn(quote + 1, "\"")) : "";
}

/* The jobs between what stands before and after them; NULL: it is not as
 * summary_write() writes it. */
static const char *find_jobs(struct bytes json, size_t *length)
{
	const char *jobs = strstr(json.data, JOBS), *end = json.data + json.length;

	if (!text_starts(json.data, HEAD) || jobs == NULL)
		return NULL;
	jobs += strlen(JOBS);
	if ((size_t)(end - jobs) < strlen(TAIL) || strcmp(end - strlen(TAIL), TAIL) != 0)
		return NULL;
	*length = (size_t)(end - jobs) - strlen(TAIL);
	return jobs;
}

static bool take(struct summary *out, struct arena *arena, struct bytes json)
{
	size_t length;
	const char *jobs = find_jobs(json, &length), *head;

	if (jobs == NULL)
		return false;
	head = arena_strndup(arena, json.data, (size_t)(jobs - json.data));
	out->version = version_of(arena, head);
	out->part = (int)number_of(arena, head, "parte");
	out->parts = (int)number_of(arena, head, "parti");
	out->count.total = number_of(arena, head, "totale");
	out->count.done = number_of(arena, head, "fatti");
	out->count.unchanged = number_of(arena, head, "invariati");
	out->count.failed = number_of(arena, head, "falliti");
	out->count.warnings = number_of(arena, head, "avvisi");
	out->count.notes = number_of(arena, head, "note");
	text_add_n(&out->jobs, jobs, length);
	return out->part >= 1 && out->part <= out->parts;
}

static enum status read_failures(struct summary *out, struct arena *arena, const char *work,
				 struct diag *diag)
{
	const char *path = file_join(arena, work, SUMMARY_FAILURES);
	struct bytes bytes;
	enum status status = file_read(&bytes, arena, path, SUMMARY_BYTES_MAX, diag);

	if (status == STATUS_OK)
		text_add_n(&out->failures, bytes.data, bytes.length);
	return status;
}

static enum status unusable(struct diag *diag, const char *path, const char *text)
{
	diag_error(diag, (struct place){ .file = path }, "esito", "%s", text);
	return STATUS_DATA;
}

enum status summary_read(struct summary *out, struct arena *arena, const char *work,
			 struct diag *diag)
{
	const char *path = file_join(arena, work, SUMMARY_FILE);
	struct bytes bytes;
	enum status status;

	*out = summary_make(arena, NULL);
	if (!file_exists(path))
		return unusable(diag, path,
				"manca: la parte non è arrivata in fondo, o è stata copiata senza "
				"la sua cartella .lavoro; rilanciarla, o copiare anche questa");
	status = file_read(&bytes, arena, path, SUMMARY_BYTES_MAX, diag);
	if (status != STATUS_OK)
		return status;
	if (!take(out, arena, bytes))
		return unusable(
			diag, path,
			"non è come «relazione pubblica» l’ha scritto; rilanciare la parte");
	return read_failures(out, arena, work, diag);
}
