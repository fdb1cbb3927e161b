/* todo.c - what a run has to do: which plans, and which parts of each. */
#include "run_private.h"

#include "look.h"

/* ---- which jobs -------------------------------------------------------------------- */

const char *todo_record_key(struct arena *arena, const struct batch_job *job)
{
	const char *row;

	if (job->key != NULL && job->fault == NULL)
		return job->key;
	row = arena_printf(arena, "%d %s", job->place.line, job->plan);
	return arena_printf(arena, "!%s", hash_bytes(arena, row, strlen(row)));
}

void todo_take_part(struct run *run)
{
	size_t kept = 0;

	run->doubtful = map_make(run->arena);
	for (size_t i = 0; i < run->list.count; i++) {
		const struct batch_job *job = &run->list.jobs[i];
		const char *key = job->key != NULL ? job->key : job->source;

		if (job->key == NULL)
			map_put(&run->doubtful, job->source, run);
		if (run->options->parts == 0 ||
		    list_share(key, run->options->parts) == run->options->part)
			run->list.jobs[kept++] = *job;
	}
	run->list.count = kept;
}

/* A folder that we have made has its voce.xml, or at least a line in the journal. */
static bool is_foreign(struct run *run, struct arena *own, const struct batch_job *job)
{
	const char *dir = file_join(own, run->options->site, job->key);
	struct stat info;

	return journal_find(run->journal, job->key) == NULL && lstat(dir, &info) == 0 &&
	       entry_read(own, run->options->site, job->key) == NULL;
}

void todo_check_places(struct run *run)
{
	for (size_t i = 0; i < run->list.count; i++) {
		struct batch_job *job = &run->list.jobs[i];
		struct arena *own = arena_create_within(run->arena);

		if (job->key != NULL && job->fault == NULL && is_foreign(run, own, job)) {
			job->fault_code = "cartella-estranea";
			job->fault = arena_printf(
				run->arena,
				"nel sito c’è già «%s», che non viene da «relazione pubblica»: "
				"spostarla, o dare all’ente un altro nome nell’elenco",
				job->key);
		}
		arena_destroy(own);
	}
}

/* ---- which parts --------------------------------------------------------------------- */

/* All parts that the site has are of the same plan: they stay, and what is
 * asked for comes to them. The page tells of the other parts, so it is made
 * again with each new one. */
static void add_parts(struct batch_job *job, int asked, int there)
{
	job->make = asked & ~there;
	job->keep = there & ~BATCH_WEB;
	job->make |= there & BATCH_WEB;
}

/* Parts of another plan, template or program would contradict what is made now. */
static void replace_parts(struct batch_job *job, int asked, int there)
{
	job->make = asked;
	job->keep = 0;
	job->gone = there & ~job->make;
}

/* Whether what is in the site is what this run or another has put there. */
static bool is_whole(struct run *run, const struct batch_job *job, const struct record *record,
		     const struct look *look)
{
	return look->whole && strcmp(record->print, print_of_done(run, job, look->hash)) == 0;
}

/* Whether the site has all that is asked for; otherwise what is to be made. `record`:
 * of the same plan, or NULL. */
static bool is_done(struct run *run, struct batch_job *job, const struct record *record)
{
	struct look look = { 0 };
	bool ours = job->key != NULL && job->fault == NULL &&
		    look_entry(&look, run->arena, run->list.stamps, run->options->site, job->key);
	int asked = run->options->what, there = look.parts;

	if (!ours || record == NULL) {
		replace_parts(job, asked, there);
		return false;
	}
	if (run->options->again || !is_whole(run, job, record, &look)) {
		job->make = asked | there;
		return false;
	}
	add_parts(job, asked, there);
	return (asked & ~there) == 0;
}

/* The record of a failure counts for its limits too, that of a publication goes on
 * with its entry. */
static bool has_print(struct run *run, const struct batch_job *job, const struct record *record)
{
	if (record->ending == ENDING_FAILED)
		return strcmp(record->print, print_of_failure(run, job)) == 0;
	return text_starts(record->print, job->print);
}

static bool is_unchanged(struct run *run, struct batch_job *job, const struct record *record,
			 struct needs *now)
{
	bool same = record != NULL && has_print(run, job, record) && needs_hold(record->needs, now);
	bool failed = same && record->ending == ENDING_FAILED;

	if (failed && !run->options->retry && !run->options->again)
		return true;
	return is_done(run, job, same && !failed ? record : NULL);
}

void todo_make_queue(struct run *run)
{
	struct needs now = needs_make(run->arena);

	now.stamps = run->list.stamps;
	run->queue = arena_array(run->arena, size_t, run->list.count);
	run->remembered = arena_array(run->arena, const struct record *, run->list.count);
	for (size_t i = 0; i < run->list.count; i++) {
		struct batch_job *job = &run->list.jobs[i];
		const struct record *record =
			journal_find(run->journal, todo_record_key(run->arena, job));

		if (!is_unchanged(run, job, record, &now)) {
			run->queue[run->queue_count++] = i;
			continue;
		}
		run->remembered[i] = record;
		if (record->ending == ENDING_DONE)
			run->out->count.unchanged++;
		else
			run->out->count.failed++;
	}
}
