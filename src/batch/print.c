/* print.c - what a result depends on, as one checksum.
 *
 * Everything counts by its bytes, never by name, size or time: a file that was
 * touched or copied is the same, one that was edited within a second is not.
 * Images and templates are not here: which ones a plan needs is known when it
 * has been made, and stands in its record (needs.h).
 */
#include "run_private.h"

#include "look.h"

#define UNREADABLE "-" /* in the place of a checksum */

static void add_file(struct hash *hash, struct run *run, const char *path)
{
	const char *hex;

	if (path == NULL || !stamps_hash(&hex, run->list.stamps, run->arena, path))
		hex = UNREADABLE;
	hash_add_string(hash, hex);
}

static void add_folder(struct hash *hash, struct run *run, const char *dir)
{
	struct names files = folder_files(run->arena, dir);

	for (size_t i = 0; i < files.count; i++) {
		hash_add_string(hash, files.items[i]);
		add_file(hash, run, file_join(run->arena, dir, files.items[i]));
	}
}

/* Type faces, schema, program and options: the same for all jobs. */
static const char *house_print(struct run *run)
{
	const struct batch_options *options = run->options;
	struct hash *hash = hash_begin(run->arena);

	add_folder(hash, run, run->paths->fonts);
	add_file(hash, run, file_join(run->arena, run->paths->schemas, "piano.xsd"));
	add_file(hash, run, options->program);
	hash_add_string(hash, options->version);
	hash_add_string(hash, arena_printf(run->arena, "%lld %d", options->epoch,
					   options->bootstrap != NULL));
	return hash_end(hash, run->arena);
}

/* Which template it is; its bytes are among the needs. A file here goes before
 * an installed one of the same name. */
static void add_template(struct hash *hash, const char *template)
{
	hash_add_string(hash, template);
	hash_add_string(hash, template != NULL && file_exists(template) ? "qui" : "");
}

void print_jobs(struct run *run)
{
	run->house = house_print(run);
	for (size_t i = 0; i < run->list.count; i++) {
		struct batch_job *job = &run->list.jobs[i];
		struct arena *own = arena_create_within(run->arena);
		struct hash *hash = hash_begin(own);

		if (job->template == NULL)
			job->template = run->options->template;
		hash_add_string(hash, run->house);
		hash_add_string(hash, job->hash);
		hash_add_string(hash, job->source);
		hash_add_string(hash, job->key);
		hash_add_string(hash, job->fault);
		add_template(hash, job->template);
		job->print = hash_end(hash, run->arena);
		arena_destroy(own);
	}
}

const char *print_of_failure(struct run *run, const struct batch_job *job)
{
	return arena_printf(run->arena, "%s+%d+%d+%d", job->print, run->options->what,
			    run->options->seconds_max, run->options->megabytes_max);
}

const char *print_of_done(struct run *run, const struct batch_job *job, const char *entry)
{
	return arena_printf(run->arena, "%s+%s", job->print, entry);
}

/* All that a folder of the site says of itself, by its key. */
static void add_entry(struct hash *hash, struct run *run, const char *key)
{
	const char *dir = file_join(run->arena, run->options->site, key);
	const struct stamp *stamp =
		stamps_find(run->list.stamps, file_join(run->arena, dir, ENTRY_FILE));
	struct look look = { .hash = stamp != NULL ? stamp->hash : NULL };

	if (stamp == NULL &&
	    !look_entry(&look, run->arena, run->list.stamps, run->options->site, key))
		return;
	hash_add_string(hash, key);
	hash_add_string(hash, look.hash);
}

const char *print_site(struct run *run)
{
	const struct batch_options *options = run->options;
	struct hash *hash = hash_begin(run->arena);
	struct names bodies = folder_entries(run->arena, options->site);

	hash_add_string(hash, run->house);
	hash_add_string(hash, options->address);
	add_folder(hash, run, run->paths->site);
	if (options->bootstrap != NULL)
		add_folder(hash, run, options->bootstrap);
	for (size_t i = 0; i < bodies.count; i++) {
		const char *body = file_join(run->arena, options->site, bodies.items[i]);
		struct names years = folder_entries(run->arena, body);

		for (size_t k = 0; k < years.count; k++)
			add_entry(hash, run,
				  file_join(run->arena, bodies.items[i], years.items[k]));
	}
	return hash_end(hash, run->arena);
}
