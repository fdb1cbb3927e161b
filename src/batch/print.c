/* print.c - what a result depends on, as one checksum.
 *
 * Everything counts by its bytes, never by name, size or time: a file that was
 * touched or copied is the same, one that was edited within a second is not.
 * Images and templates are not here: which ones a plan needs is known when it
 * has been made, and stands in its record (needs.h).
 */
#include "run_private.h"

#define UNREADABLE "-" /* in the place of a checksum */

static void add_folder(struct hash *hash, struct arena *arena, const char *dir)
{
	struct names files = folder_files(arena, dir);

	for (size_t i = 0; i < files.count; i++) {
		const char *hex;
		unsigned long long size;

		if (!hash_file(&hex, &size, arena, file_join(arena, dir, files.items[i])))
			hex = UNREADABLE;
		hash_add_string(hash, files.items[i]);
		hash_add_string(hash, hex);
	}
}

static void add_file(struct hash *hash, struct arena *arena, const char *path)
{
	const char *hex;
	unsigned long long size;

	if (path == NULL || !hash_file(&hex, &size, arena, path))
		hex = UNREADABLE;
	hash_add_string(hash, hex);
}

/* Type faces, schema, program and options: the same for all jobs. */
static const char *house_print(struct run *run)
{
	const struct batch_options *options = run->options;
	struct hash *hash = hash_begin(run->arena);

	add_folder(hash, run->arena, run->paths->fonts);
	add_file(hash, run->arena, file_join(run->arena, run->paths->schemas, "piano.xsd"));
	add_file(hash, run->arena, options->program);
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
	const char *house = house_print(run);

	for (size_t i = 0; i < run->list.count; i++) {
		struct batch_job *job = &run->list.jobs[i];
		struct arena *own = arena_create_within(run->arena);
		struct hash *hash = hash_begin(own);

		if (job->template == NULL)
			job->template = run->options->template;
		hash_add_string(hash, house);
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
