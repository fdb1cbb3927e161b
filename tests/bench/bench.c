/* bench.c - how long and how much memory, as ratios in one run.
 *
 * Each measure runs in a child process of its own (so that its peak memory is
 * its own) and is the median of several runs. Nothing is asserted: speed is
 * read, not tested. usage: bench [batch | PLAN…]; batch: only many plans
 */
#include "bench.h"

#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define RUNS 5

const struct job_paths bench_paths = { .fonts = SOURCE_DIR "/fonts",
				       .templates = SOURCE_DIR "/templates",
				       .schemas = SOURCE_DIR "/src/input",
				       .site = SOURCE_DIR "/src/web/site" };

/* ---- what the measures share ------------------------------------------- */

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

struct measure bench_child(int (*work)(void *user), void *user)
{
	double start = now();
	struct rusage usage;
	int status;
	pid_t child;

	fflush(NULL);
	child = fork();
	if (child == 0)
		_exit(work(user));
	wait4(child, &status, 0, &usage);
	return (struct measure){ .seconds = now() - start,
				 .megabytes = (double)usage.ru_maxrss / 1024,
				 .failed = !WIFEXITED(status) || WEXITSTATUS(status) != 0 };
}

static int by_seconds(const void *a, const void *b)
{
	double x = ((const struct measure *)a)->seconds, y = ((const struct measure *)b)->seconds;

	return x < y ? -1 : x > y;
}

struct measure bench_median(struct measure *all, size_t count)
{
	qsort(all, count, sizeof *all, by_seconds);
	return all[count / 2];
}

/* As generated, or with another code of the body. */
static void write_body(FILE *file, const struct text *text, const char *body)
{
	static const char code[] = "ente-prova";
	const char *found = strstr(text->bytes, code);
	size_t before = (size_t)(found - text->bytes);

	fwrite(text->bytes, 1, before, file);
	fputs(body != NULL ? body : code, file);
	fputs(found + strlen(code), file);
}

void bench_write_plan(const char *path, const struct generate_options *options, const char *body)
{
	struct arena *arena = arena_create(NULL);
	struct text text = text_make(arena);
	FILE *file = fopen(path, "wb");

	generate_plan(&text, options);
	if (file != NULL) {
		write_body(file, &text, body);
		fclose(file);
	}
	arena_destroy(arena);
}

/* ---- one plan ------------------------------------------------------------ */

/* The whole way from file to file, once. */
struct composition {
	const char *plan, *out;
	bool bare;     /* no attachments */
	bool untagged; /* no structure   */
};

static int compose(void *user)
{
	const struct composition *one = user;
	struct arena *arena = arena_create(NULL);
	struct diag diag = diag_make(arena);
	struct job_compose job = { .plan = one->plan,
				   .out = one->out,
				   .untagged = one->untagged,
				   .bare = one->bare,
				   .epoch = 0,
				   .version = "bench" };
	struct job_house *house = job_house_open(arena, &bench_paths);
	enum status status = job_compose(house, arena, &job, &diag);

	for (size_t i = 0; i < diag.count && status != STATUS_OK; i++)
		fprintf(stderr, "%s\n", diag.entries[i].text);
	arena_destroy(arena);
	return status == STATUS_OK ? 0 : 1;
}

static struct measure median(struct composition one)
{
	struct measure all[RUNS];
	char out[] = "/tmp/relazione-bench-XXXXXX";
	int file = mkstemp(out);
	struct stat info;

	if (file >= 0)
		close(file);
	one.out = out;
	for (int i = 0; i < RUNS; i++) {
		all[i] = bench_child(compose, &one);
		if (!all[i].failed && stat(out, &info) == 0)
			all[i].bytes = (double)info.st_size;
	}
	unlink(out);
	return bench_median(all, RUNS);
}

static void print(const char *name, struct measure m)
{
	if (m.failed)
		printf("%-34s failed\n", name);
	else
		printf("%-34s %8.1f ms %8.1f MB %10.0f bytes\n", name, m.seconds * 1000,
		       m.megabytes, m.bytes);
}

/* The price of structure: the same pages with and without it, nothing attached. */
static void bench_plan(const char *plan)
{
	struct measure whole = median((struct composition){ .plan = plan });
	struct measure tagged = median((struct composition){ .plan = plan, .bare = true });
	struct measure untagged =
		median((struct composition){ .plan = plan, .bare = true, .untagged = true });
	const char *name = strlen(plan) > 32 ? plan + strlen(plan) - 32 : plan;

	print(name, whole);
	print("  without attachments", tagged);
	print("  without structure either", untagged);
	if (!tagged.failed && !untagged.failed)
		printf("  structure costs: time %.2f x, file %.2f x\n",
		       tagged.seconds / untagged.seconds, tagged.bytes / untagged.bytes);
}

/* Time for each objective should stay the same as plans grow. */
static void bench_growth(void)
{
	static const int sizes[] = { 15, 100, 400, 1000, 4000 };
	double first = 0;

	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct generate_options options = { .seed = 1,
						    .objectives = sizes[i],
						    .indicators = 5,
						    .plain = true,
						    .texts = 4 };
		char path[] = "/tmp/relazione-plan-XXXXXX", name[64];
		int file = mkstemp(path);
		struct measure m;

		if (file >= 0)
			close(file);
		bench_write_plan(path, &options, NULL);
		m = median((struct composition){ .plan = path });
		unlink(path);
		snprintf(name, sizeof name, "%d objectives x 5 indicators", sizes[i]);
		print(name, m);
		if (sizes[i] == 400)
			first = m.seconds / sizes[i];
		if (sizes[i] > 400)
			printf("  each objective: %.2f x of that at 400\n",
			       m.seconds / sizes[i] / first);
	}
}

int main(int argc, char **argv)
{
	bool only_batch = argc == 2 && strcmp(argv[1], "batch") == 0;

	if (argc < 2)
		bench_plan(SOURCE_DIR "/samples/torino/piano.xml");
	for (int i = 1; i < argc && !only_batch; i++)
		bench_plan(argv[i]);
	if (!only_batch)
		bench_growth();
	bench_batch();
	return 0;
}
