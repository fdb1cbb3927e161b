/* bench.c - how long and how much memory, as ratios in one run.
 *
 * Each measure runs in a child process of its own (so that its peak memory is
 * its own) and is the median of several runs. Nothing is asserted: speed is
 * read, not tested. usage: bench [PLAN…]
 */
#include "generate.h"

#include "base/file.h"
#include "job/job.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define RUNS 5

struct measure {
	double seconds;
	double megabytes; /* peak resident */
	double bytes;     /* of the PDF    */
	bool failed;
};

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* What the child does: the whole way from file to file, once. */
struct variant {
	bool bare;     /* no attachments */
	bool untagged; /* no structure   */
};

static int compose(const char *plan, const char *out, struct variant variant)
{
	struct arena *arena = arena_create(NULL);
	struct diag diag = diag_make(arena);
	struct job_paths paths = { .fonts = SOURCE_DIR "/fonts",
				   .templates = SOURCE_DIR "/templates",
				   .schemas = SOURCE_DIR "/src/input" };
	struct job_compose job = { .plan = plan,
				   .out = out,
				   .untagged = variant.untagged,
				   .bare = variant.bare,
				   .epoch = 0,
				   .version = "bench" };
	struct job_house *house = job_house_open(arena, &paths);
	enum status status = job_compose(house, arena, &job, &diag);

	for (size_t i = 0; i < diag.count && status != STATUS_OK; i++)
		fprintf(stderr, "%s\n", diag.entries[i].text);
	arena_destroy(arena);
	return status == STATUS_OK ? 0 : 1;
}

static struct measure run_once(const char *plan, const char *out, struct variant variant)
{
	struct measure m = { 0 };
	double start = now();
	struct rusage usage;
	struct stat file;
	int status;
	pid_t child = fork();

	if (child == 0)
		_exit(compose(plan, out, variant));
	wait4(child, &status, 0, &usage);
	m.seconds = now() - start;
	m.megabytes = (double)usage.ru_maxrss / 1024;
	m.failed = !WIFEXITED(status) || WEXITSTATUS(status) != 0 || stat(out, &file) != 0;
	m.bytes = m.failed ? 0 : (double)file.st_size;
	return m;
}

static int by_seconds(const void *a, const void *b)
{
	double x = ((const struct measure *)a)->seconds, y = ((const struct measure *)b)->seconds;

	return x < y ? -1 : x > y;
}

static struct measure median(const char *plan, struct variant variant)
{
	struct measure all[RUNS];
	char out[] = "/tmp/relazione-bench-XXXXXX";
	int file = mkstemp(out);

	if (file >= 0)
		close(file);
	for (int i = 0; i < RUNS; i++)
		all[i] = run_once(plan, out, variant);
	unlink(out);
	qsort(all, RUNS, sizeof *all, by_seconds);
	return all[RUNS / 2];
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
	struct measure whole = median(plan, (struct variant){ 0 });
	struct measure tagged = median(plan, (struct variant){ .bare = true });
	struct measure untagged = median(plan, (struct variant){ .bare = true, .untagged = true });
	const char *name = strlen(plan) > 32 ? plan + strlen(plan) - 32 : plan;

	print(name, whole);
	print("  without attachments", tagged);
	print("  without structure either", untagged);
	if (!tagged.failed && !untagged.failed)
		printf("  structure costs: time %.2f x, file %.2f x\n",
		       tagged.seconds / untagged.seconds, tagged.bytes / untagged.bytes);
}

static void write_plan(const char *path, int objectives)
{
	struct arena *arena = arena_create(NULL);
	struct text text = text_make(arena);
	struct generate_options options = {
		.seed = 1, .objectives = objectives, .indicators = 5, .plain = true, .texts = 4
	};
	FILE *file = fopen(path, "wb");

	generate_plan(&text, &options);
	if (file != NULL) {
		fwrite(text.bytes, 1, text.length, file);
		fclose(file);
	}
	arena_destroy(arena);
}

/* Time for each objective should stay the same as plans grow. */
static void bench_growth(void)
{
	static const int sizes[] = { 15, 100, 400, 1000, 4000 };
	double first = 0;

	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		char path[] = "/tmp/relazione-plan-XXXXXX", name[64];
		int file = mkstemp(path);
		struct measure m;

		if (file >= 0)
			close(file);
		write_plan(path, sizes[i]);
		m = median(path, (struct variant){ 0 });
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
	if (argc < 2)
		bench_plan(SOURCE_DIR "/samples/torino/piano.xml");
	for (int i = 1; i < argc; i++)
		bench_plan(argv[i]);
	bench_growth();
	return 0;
}
