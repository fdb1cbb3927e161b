/* run.c - a whole run: what is to be done, done, put in place, told. */
#define _GNU_SOURCE
#include "batch_private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define SYNC_SECONDS 1.0 /* at most so much work is done again after a death */

struct run {
	struct arena *arena;
	const struct job_paths *paths;
	const struct batch_options *options;
	const char *work;
	struct batch_list list;
	struct journal *journal;
	const struct record **remembered; /* by job: how it ended before, same plan */
	struct batch_outcome *out;
	double began, synced;
	FILE *log;
	struct diag *diag;
	enum status status;
};

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* ---- the work folder --------------------------------------------------------------- */

const char *work_path(struct arena *arena, const char *site)
{
	char *copy = arena_strdup(arena, site);
	size_t length = strlen(copy);

	while (length > 1 && copy[length - 1] == '/')
		copy[--length] = '\0';
	return arena_printf(arena, "%s.lavoro", copy);
}

int work_lock(struct arena *arena, const char *work, struct diag *diag)
{
	const char *path = file_join(arena, work, "lucchetto");
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);

	if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0)
		return fd;
	if (fd >= 0 && errno == EWOULDBLOCK)
		diag_error(diag, (struct place){ .file = work }, "in-corso",
			   "un altro «relazione» sta scrivendo questo sito; aspettare che finisca");
	else
		diag_error(diag, (struct place){ .file = path }, "scrittura",
			   "il lucchetto non può essere messo: %s", strerror(errno));
	if (fd >= 0)
		close(fd);
	return -1;
}

/* ---- what a result depends on --------------------------------------------------------- */

static void add_folder(struct hash *hash, struct arena *arena, const char *dir)
{
	struct names files = folder_files(arena, dir);

	for (size_t i = 0; i < files.count; i++) {
		const char *hex;
		unsigned long long size;

		(void)hash_file(&hex, &size, arena, file_join(arena, dir, files.items[i]));
		hash_add_string(hash, files.items[i]);
		hash_add_string(hash, hex);
	}
}

static void add_file(struct hash *hash, struct arena *arena, const char *path)
{
	const char *hex = "";
	unsigned long long size;

	if (path != NULL)
		(void)hash_file(&hex, &size, arena, path);
	hash_add_string(hash, path != NULL ? hex : "");
}

/* Templates, fonts, schema, program and options: the same for all jobs. */
static const char *house_print(struct run *run)
{
	const struct batch_options *options = run->options;
	struct hash *hash = hash_begin(run->arena);

	add_folder(hash, run->arena, run->paths->templates);
	add_folder(hash, run->arena, run->paths->fonts);
	add_file(hash, run->arena, file_join(run->arena, run->paths->schemas, "piano.xsd"));
	add_file(hash, run->arena, options->program);
	hash_add_string(hash, options->version);
	hash_add_string(hash, arena_printf(run->arena, "%d %lld %d", options->what, options->epoch,
					   options->bootstrap != NULL));
	return hash_end(hash, run->arena);
}

/* The folder beside which a named template may have others that it includes. */
static void add_template(struct hash *hash, struct arena *arena, const char *template)
{
	hash_add_string(hash, template);
	if (template != NULL && file_exists(template))
		add_folder(hash, arena,
			   *file_dir(arena, template) ? file_dir(arena, template) : ".");
}

/* Images beside the plan count by name, size and time: they are not read for this. */
static void add_images(struct hash *hash, struct arena *arena, const char *plan)
{
	static const char *const ends[] = { ".png", ".jpg", ".jpeg", ".svg" };
	const char *dir = *file_dir(arena, plan) ? file_dir(arena, plan) : ".";
	struct names files = folder_entries(arena, dir);

	for (size_t i = 0; i < files.count; i++) {
		const char *dot = strrchr(files.items[i], '.');
		struct stat info;

		for (size_t k = 0; dot != NULL && k < sizeof ends / sizeof *ends; k++)
			if (strcmp(dot, ends[k]) == 0 &&
			    stat(file_join(arena, dir, files.items[i]), &info) == 0) {
				hash_add_string(hash, files.items[i]);
				hash_add_string(hash, arena_printf(arena, "%lld %lld",
								   (long long)info.st_size,
								   (long long)info.st_mtime));
			}
	}
}

/* What lies beside plans and templates is looked at once a folder. */
static const char *beside(struct run *run, struct map *seen, const char *path, bool template)
{
	const char *key = arena_printf(run->arena, "%c%s", template ? 't' : 'p',
				       template ? path : file_dir(run->arena, path));
	const char *found = map_find(seen, key);
	struct hash *hash;

	if (found != NULL)
		return found;
	hash = hash_begin(run->arena);
	if (template)
		add_template(hash, run->arena, path);
	else
		add_images(hash, run->arena, path);
	found = hash_end(hash, run->arena);
	map_put(seen, key, arena_strdup(run->arena, found));
	return found;
}

static void set_prints(struct run *run)
{
	const char *house = house_print(run);
	struct map seen = map_make(run->arena);

	for (size_t i = 0; i < run->list.count; i++) {
		struct batch_job *job = &run->list.jobs[i];
		struct hash *hash;

		if (job->template == NULL)
			job->template = run->options->template;
		hash = hash_begin(run->arena);
		hash_add_string(hash, house);
		hash_add_string(hash, job->hash);
		hash_add_string(hash, job->source);
		hash_add_string(hash, job->key);
		hash_add_string(hash, job->fault);
		hash_add_string(hash, beside(run, &seen, job->plan, false));
		if (job->template != NULL)
			hash_add_string(hash, beside(run, &seen, job->template, true));
		job->print = hash_end(hash, run->arena);
	}
}

/* ---- what is to be done ------------------------------------------------------------------ */

/* Jobs that share a key, or have none, are told apart by their plan. */
static const char *record_key(struct arena *arena, const struct batch_job *job)
{
	if (job->key != NULL && job->fault == NULL)
		return job->key;
	return arena_printf(arena, "!%s", hash_bytes(arena, job->plan, strlen(job->plan)));
}

/* A failure counts for the limits under which it came about. */
static const char *failure_print(struct run *run, const struct batch_job *job)
{
	return arena_printf(run->arena, "%s+%d+%d", job->print, run->options->seconds_max,
			    run->options->megabytes_max);
}

static bool is_unchanged(struct run *run, const struct batch_job *job, const struct record *record)
{
	const struct entry *entry;
	struct arena *own;
	bool whole;

	if (record->ending == ENDING_FAILED)
		return !run->options->retry && strcmp(record->print, failure_print(run, job)) == 0;
	if (strcmp(record->print, job->print) != 0)
		return false;
	own = arena_create_within(run->arena);
	entry = entry_read(own, run->options->site, job->key);
	whole = entry != NULL && entry_is_whole(entry, run->options->site);
	arena_destroy(own);
	return whole;
}

/* Keeps the jobs of this share of the list. */
static void take_part(struct run *run)
{
	size_t kept = 0;

	for (size_t i = 0; i < run->list.count; i++) {
		const struct batch_job *job = &run->list.jobs[i];
		const char *key = job->key != NULL ? job->key : job->source;

		if (run->options->parts == 0 ||
		    list_share(key, run->options->parts) == run->options->part)
			run->list.jobs[kept++] = *job;
	}
	run->list.count = kept;
}

static size_t *make_queue(struct run *run, size_t *count)
{
	size_t *queue = arena_array(run->arena, size_t, run->list.count);

	*count = 0;
	run->remembered = arena_array(run->arena, const struct record *, run->list.count);
	for (size_t i = 0; i < run->list.count; i++) {
		const struct batch_job *job = &run->list.jobs[i];
		const struct record *record =
			journal_find(run->journal, record_key(run->arena, job));

		if (record == NULL || !is_unchanged(run, job, record)) {
			queue[(*count)++] = i;
			continue;
		}
		run->remembered[i] = record;
		if (record->ending == ENDING_DONE)
			run->out->count.unchanged++;
		else
			run->out->count.failed++;
	}
	return queue;
}

/* ---- what has been done -------------------------------------------------------------------- */

static void log_line(struct run *run, const struct batch_job *job, const char *word, double seconds)
{
	char when[32];
	time_t t = time(NULL);
	struct tm parts;

	if (run->log == NULL)
		return;
	strftime(when, sizeof when, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&t, &parts));
	fprintf(run->log, "%s\t%s\t%s\t%s\t%ld ms\n", when, word, job->key ? job->key : "-",
		job->plan, (long)(seconds * 1000));
}

static void tell(struct run *run)
{
	run->out->count.seconds = now() - run->began;
	if (run->options->progress != NULL)
		run->options->progress(run->options->user, &run->out->count);
}

static void keep_status(struct run *run, enum status status)
{
	if (run->status == STATUS_OK)
		run->status = status;
}

static enum status ended(void *user, const struct reply *reply, const char *dir)
{
	struct run *run = user;
	const struct batch_job *job = &run->list.jobs[reply->job];
	struct record record = {
		.ending = reply->failed ? ENDING_FAILED : ENDING_DONE,
		.key = record_key(run->arena, job),
		.print = reply->failed ? failure_print(run, job) : job->print,
		.findings = reply->findings,
		.lines = reply->lines,
	};

	if (dir != NULL)
		keep_status(run, folder_replace(run->arena, dir,
						file_join(run->arena, run->options->site, job->key),
						run->diag));
	if (run->status != STATUS_OK)
		return run->status;
	journal_add(run->journal, &record);
	if (reply->failed)
		run->out->count.failed++;
	else
		run->out->count.done++;
	log_line(run, job, reply->failed ? "fallito" : "fatto", reply->seconds);
	tell(run);
	return STATUS_OK;
}

static void flush(struct run *run)
{
	run->synced = now();
	if (run->log != NULL)
		fflush(run->log);
	keep_status(run, journal_flush(run->journal, run->diag));
}

static void tick(void *user)
{
	struct run *run = user;

	if (now() - run->synced >= SYNC_SECONDS)
		flush(run);
	tell(run);
}

/* ---- what the list no longer has --------------------------------------------------------------- */

static void clean(struct run *run)
{
	struct map wanted = map_make(run->arena);
	struct names gone;

	for (size_t i = 0; i < run->list.count; i++)
		if (run->list.jobs[i].key != NULL)
			map_put(&wanted, run->list.jobs[i].key, &wanted);
	gone = site_clean(run->arena, run->options->site, run->work, &wanted);
	for (size_t i = 0; i < gone.count; i++)
		journal_forget(run->journal, gone.items[i]);
	run->out->removed = gone.count;
}

/* ---- telling -------------------------------------------------------------------------------------- */

static void add_job(struct run *run, struct summary *summary, size_t i)
{
	const struct batch_job *job = &run->list.jobs[i];
	const struct record *record = journal_find(run->journal, record_key(run->arena, job));

	if (record == NULL || record->ending == ENDING_FAILED)
		summary_add(summary, job, "fallito", record);
	else
		summary_add(summary, job, run->remembered[i] != NULL ? "invariato" : "fatto", NULL);
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
	run->out->failures = summary.failures.bytes;
	return summary_write(&summary, run->arena, run->work, run->diag);
}

/* ---- the whole -------------------------------------------------------------------------------------- */

static void work_through(struct run *run, int lock)
{
	struct pool_options pool = {
		.batch = run->options,
		.paths = run->paths,
		.list = &run->list,
		.work = run->work,
		.bootstrap = run->options->bootstrap != NULL,
		.lock = lock,
		.ended = ended,
		.tick = tick,
		.user = run,
	};

	pool.queue = make_queue(run, &pool.queue_count);
	run->out->count.total = run->list.count;
	tell(run);
	folder_remove(run->arena, file_join(run->arena, run->work, "in-corso"));
	keep_status(run, pool_run(run->arena, &pool, run->diag));
	if (run->status == STATUS_OK && run->options->clean)
		clean(run);
	flush(run);
}

static void run_locked(struct run *run, int lock)
{
	keep_status(run, list_read(&run->list, run->arena, run->options->list, run->diag));
	if (run->status == STATUS_OK)
		keep_status(run, journal_open(&run->journal, run->arena, run->work, run->diag));
	if (run->status == STATUS_OK)
		keep_status(run, file_make_dirs(run->options->site, run->diag));
	if (run->status != STATUS_OK)
		return;
	summary_forget(run->arena, run->work);
	run->log = fopen(file_join(run->arena, run->work, "registro.tsv"), "ae");
	list_settle(&run->list, run->arena);
	take_part(run);
	set_prints(run);
	work_through(run, lock);
	if (run->status == STATUS_OK)
		keep_status(run, site_finish(run->paths, run->arena, run->options->site, run->work,
					     run->options->address, run->options->bootstrap,
					     run->options->version, run->diag));
	if (run->status == STATUS_OK)
		keep_status(run, write_summary(run));
	if (run->status == STATUS_OK)
		keep_status(run, journal_close(run->journal, run->arena, run->diag));
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
			   .began = now(),
			   .synced = now(),
			   .diag = diag };
	int lock;

	*out = (struct batch_outcome){ .failures = "" };
	run.status = file_make_dirs(run.work, diag);
	if (run.status != STATUS_OK)
		return run.status;
	lock = work_lock(arena, run.work, diag);
	if (lock < 0)
		return STATUS_IO;
	run_locked(&run, lock);
	out->count.seconds = now() - run.began;
	close(lock);
	return run.status;
}
