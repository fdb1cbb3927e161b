/* run.c - a whole run: what is to be done, done, put in place, told. */
#include "run_private.h"

#include "stamps.h"

#include <unistd.h>

#define SYNC_SECONDS 1.0 /* at most so much work is done again after a death */

/* ---- what has been done -------------------------------------------------------------------- */

static void tell(struct run *run)
{
	run->out->count.seconds = work_clock() - run->began;
	if (run->options->progress != NULL)
		run->options->progress(run->options->user, &run->out->count);
}

static void keep_status(struct run *run, enum status status)
{
	if (run->status == STATUS_OK)
		run->status = status;
}

/* The folder of a job goes to its place in one step, and with it what others
 * have put beside the files that stood there. */
static enum status put_in_place(struct run *run, const struct batch_job *job, const char *dir)
{
	struct arena *own = arena_create_within(run->arena);
	const char *to = file_join(own, run->options->site, job->key);
	const struct entry *before = entry_read(own, run->options->site, job->key);
	enum status status = STATUS_OK;

	if (before != NULL)
		status = entry_copy_foreign(before, own, run->options->site, dir, run->diag);
	if (status == STATUS_OK)
		status = folder_replace(own, dir, to, run->diag);
	arena_destroy(own);
	return status;
}

static const char *print_of_published(struct run *run, const struct batch_job *job)
{
	const char *dir = file_join(run->arena, run->options->site, job->key), *hash;
	unsigned long long size;

	if (!hash_file(&hash, &size, run->arena, file_join(run->arena, dir, ENTRY_FILE)))
		hash = "";
	return print_of_done(run, job, hash);
}

/* What the machine is to blame for is tried again by the next run. */
static const char *print_to_remember(struct run *run, const struct batch_job *job,
				     const struct reply *reply)
{
	if (reply->machine)
		return "-";
	return reply->failed ? print_of_failure(run, job) : print_of_published(run, job);
}

static void say_gone(struct run *run, const struct batch_job *job)
{
	work_log(run, job, "tolto",
		 arena_printf(run->arena, "parti di un’altra stesura:%s%s%s",
			      job->gone & BATCH_PDF ? " pdf" : "",
			      job->gone & BATCH_WEB ? " web" : "",
			      job->gone & BATCH_DATA ? " dati" : ""));
	run->out->dropped++;
}

/* Each on a line of its own. */
static void log_findings(struct run *run, const struct batch_job *job, const char *lines)
{
	while (*lines != '\0') {
		size_t length = strcspn(lines, "\n");

		work_log(run, job, "rilievo", arena_strndup(run->arena, lines, length));
		lines += length + (lines[length] != '\0');
	}
}

static enum status ended(void *user, const struct reply *reply, const char *dir)
{
	struct run *run = user;
	const struct batch_job *job = &run->list.jobs[reply->job];
	struct record record = {
		.ending = reply->failed ? ENDING_FAILED : ENDING_DONE,
		.key = todo_record_key(run->arena, job),
		.needs = reply->needs,
		.findings = reply->findings,
		.lines = reply->lines,
	};

	if (dir != NULL)
		keep_status(run, put_in_place(run, job, dir));
	if (run->status != STATUS_OK)
		return run->status;
	record.print = print_to_remember(run, job, reply);
	journal_add(run->journal, &record);
	if (reply->failed)
		run->out->count.failed++;
	else
		run->out->count.done++;
	work_log(run, job, reply->failed ? "fallito" : "fatto",
		 arena_printf(run->arena, "%ld ms", (long)(reply->seconds * 1000)));
	log_findings(run, job, reply->lines);
	if (!reply->failed && job->gone != 0)
		say_gone(run, job);
	tell(run);
	return STATUS_OK;
}

static void flush(struct run *run)
{
	run->synced = work_clock();
	if (run->log != NULL)
		fflush(run->log);
	keep_status(run, journal_flush(run->journal, run->diag));
}

static void tick(void *user)
{
	struct run *run = user;

	if (work_clock() - run->synced >= SYNC_SECONDS)
		flush(run);
	tell(run);
}

/* ---- what the list no longer has --------------------------------------------------------------- */

static bool has_failed(struct run *run, const struct batch_job *job)
{
	const struct record *record = journal_find(run->journal, todo_record_key(run->arena, job));

	return record == NULL || record->ending == ENDING_FAILED;
}

/* A plan that is broken for the moment may no longer tell its body and year: what
 * was published of the same file stays. */
static void keep_doubtful(struct run *run, struct map *wanted)
{
	struct entries entries = entries_read(run->arena, run->options->site);

	for (size_t i = 0; i < run->list.count; i++)
		if (has_failed(run, &run->list.jobs[i]))
			map_put(&run->doubtful, run->list.jobs[i].source, run);
	for (size_t i = 0; i < entries.count; i++) {
		const struct entry *entry = entries.items[i];
		const char *file = file_join(run->arena, run->options->site, entry->key);

		if (map_find(wanted, entry->key) != NULL ||
		    map_find(&run->doubtful, entry->source) == NULL)
			continue;
		map_put(wanted, entry->key, run);
		diag_note(run->diag, (struct place){ .file = file }, "rimasto",
			  "resta nel sito: viene da «%s», che ora è fallito; correggere quel "
			  "piano, o toglierlo dall’elenco",
			  entry->source);
	}
}

static void clean(struct run *run)
{
	struct map wanted = map_make(run->arena);
	struct names gone = { .arena = run->arena };

	for (size_t i = 0; i < run->list.count; i++)
		if (run->list.jobs[i].key != NULL)
			map_put(&wanted, run->list.jobs[i].key, &wanted);
	keep_doubtful(run, &wanted);
	keep_status(run, site_clean(&gone, run->arena, run->options->site, run->work, &wanted,
				    run->diag));
	for (size_t i = 0; i < gone.count; i++)
		journal_forget(run->journal, gone.items[i]);
	run->out->removed = gone.count;
}

/* ---- telling -------------------------------------------------------------------------------------- */

static void add_job(struct run *run, struct summary *summary, size_t i)
{
	const struct batch_job *job = &run->list.jobs[i];
	const struct record *record = journal_find(run->journal, todo_record_key(run->arena, job));
	const char *ending = run->remembered[i] != NULL ? "invariato" : "fatto";

	summary_add(summary, job, has_failed(run, job) ? "fallito" : ending, record);
}

static enum status write_summary(struct run *run)
{
	struct summary summary = summary_make(run->arena, run->options->version);

	if (run->options->parts > 0) {
		summary.part = run->options->part;
		summary.parts = run->options->parts;
	}
	summary.count = run->out->count;
	summary.removed = run->out->removed;
	for (size_t i = 0; i < run->list.count; i++)
		add_job(run, &summary, i);
	run->out->count.warnings = summary.count.warnings;
	run->out->count.notes = summary.count.notes;
	run->out->failures = summary.failures.bytes;
	run->out->warned = summary.warned.bytes;
	return summary_write(&summary, run->arena, run->work, run->diag);
}

/* ---- the whole -------------------------------------------------------------------------------------- */

static void work_through(struct run *run)
{
	struct pool_options pool = {
		.batch = run->options,
		.paths = run->paths,
		.list = &run->list,
		.queue = run->queue,
		.queue_count = run->queue_count,
		.work = run->work,
		.ended = ended,
		.tick = tick,
		.user = run,
	};

	run->out->count.total = run->list.count;
	tell(run);
	folder_remove(run->arena, file_join(run->arena, run->work, WORK_MAKING));
	keep_status(run, pool_run(&run->out->stopped, run->arena, &pool, run->diag));
	flush(run);
}

/* Index, manifest, outcome: only when all jobs have come to their end. */
static void finish(struct run *run)
{
	if (run->options->clean)
		clean(run);
	flush(run);
	if (run->status == STATUS_OK)
		keep_status(run, over_finish(run));
	if (run->status == STATUS_OK)
		keep_status(run, write_summary(run));
	if (run->status == STATUS_OK)
		keep_status(run, stamps_write(run->list.stamps, run->diag));
	if (run->status == STATUS_OK)
		keep_status(run, journal_close(run->journal, run->arena, run->diag));
}

/* A folder that has pages of its own is not written over. Ours has its sums, or,
 * after a death, a journal beside it. */
static enum status check_site(struct run *run)
{
	const char *site = run->options->site;

	if (file_exists(file_join(run->arena, site, SITE_SUMS)) || !journal_is_empty(run->journal))
		return STATUS_OK;
	for (size_t i = 0; site_names[i] != NULL; i++) {
		if (!file_exists(file_join(run->arena, site, site_names[i])))
			continue;
		diag_error(run->diag, (struct place){ .file = site }, "sito-estraneo",
			   "c’è già «%s», che non viene da «relazione pubblica» e andrebbe perso; "
			   "indicare una cartella nuova, o toglierlo",
			   site_names[i]);
		return STATUS_DATA;
	}
	return STATUS_OK;
}

static void settle(struct run *run)
{
	run->list.stamps = stamps_open(run->arena, run->work);
	keep_status(run, list_settle(&run->list, run->arena, run->diag));
}

static void begin(struct run *run)
{
	const struct batch_options *options = run->options;

	keep_status(run,
		    list_read(&run->list, run->arena, options->list, options->site, run->diag));
	if (run->status == STATUS_OK)
		settle(run);
	if (run->status == STATUS_OK)
		keep_status(run, journal_open(&run->journal, run->arena, run->work, run->diag));
	if (run->status == STATUS_OK)
		keep_status(run, file_make_dirs(options->site, run->diag));
	if (run->status == STATUS_OK)
		keep_status(run, check_site(run));
	run->out->first = !file_exists(file_join(run->arena, options->site, SITE_SUMS));
}

static void run_locked(struct run *run)
{
	begin(run);
	if (run->status != STATUS_OK)
		return;
	summary_forget(run->arena, run->work);
	run->log = fopen(file_join(run->arena, run->work, "registro.tsv"), "ae");
	todo_take_part(run);
	todo_check_places(run);
	print_jobs(run);
	todo_make_queue(run);
	work_through(run);
	if (run->status == STATUS_OK && run->out->stopped == 0)
		finish(run);
	if (run->log != NULL)
		fclose(run->log);
}

enum status batch_run(struct batch_outcome *out, const struct job_paths *paths, struct arena *arena,
		      const struct batch_options *options, struct diag *diag)
{
	struct run run = { .arena = arena,
			   .paths = paths,
			   .options = options,
			   .work = work_path(arena, options->site),
			   .out = out,
			   .began = work_clock(),
			   .synced = work_clock(),
			   .diag = diag };
	int lock;

	*out = (struct batch_outcome){ .failures = "", .warned = "" };
	run.status = file_make_dirs(run.work, diag);
	if (run.status != STATUS_OK)
		return run.status;
	lock = work_lock(arena, run.work, diag);
	if (lock < 0)
		return STATUS_IO;
	run_locked(&run);
	out->count.seconds = work_clock() - run.began;
	close(lock);
	return run.status;
}
