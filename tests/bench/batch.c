/* batch.c - how fast many plans are published, and how much of a second worker
 * comes back. One and two workers take turns, so that what else the machine
 * does falls on both.
 */
#define _GNU_SOURCE
#include "bench.h"

#include "base/file.h"
#include "batch/batch.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define PLANS  120
#define ROUNDS 5

struct publication {
	const char *dir; /* with the plans and the sites */
	const char *site;
	int workers;
};

static int publish(void *user)
{
	const struct publication *job = user;
	struct arena *arena = arena_create(NULL);
	struct diag diag = diag_make(arena);
	struct batch_options options = {
		.list = file_join(arena, job->dir, "piani"),
		.site = file_join(arena, job->dir, job->site),
		.workers = job->workers,
		.what = BATCH_ALL,
		.seconds_max = 600,
		.epoch = 0,
		.version = "bench",
	};
	struct batch_outcome out;
	enum status status = batch_run(&out, &bench_paths, arena, &options, &diag);

	for (size_t i = 0; i < diag.count && status != STATUS_OK; i++)
		fprintf(stderr, "%s\n", diag.entries[i].text);
	return status != STATUS_OK || out.count.failed > 0;
}

/* Three to forty objectives, each plan of a body of its own. */
static void write_plans(const char *dir)
{
	for (int i = 1; i <= PLANS; i++) {
		struct generate_options options = { .seed = (uint64_t)i,
						    .objectives = 3 + i * 7 % 38,
						    .indicators = 3,
						    .operational = 1,
						    .sheets = true,
						    .texts = 4 };
		char path[256], body[32];

		snprintf(path, sizeof path, "%s/piani/%d.xml", dir, i);
		snprintf(body, sizeof body, "ente-%d", i);
		bench_write_plan(path, &options, body);
	}
}

static void remove_all(const char *what)
{
	pid_t child = fork();

	if (child == 0) {
		execlp("rm", "rm", "-rf", what, (char *)NULL);
		_exit(127);
	}
	waitpid(child, NULL, 0);
}

static void remove_site(const char *dir, const char *site)
{
	char path[256];

	snprintf(path, sizeof path, "%s/%s", dir, site);
	remove_all(path);
	snprintf(path, sizeof path, "%s/%s.lavoro", dir, site);
	remove_all(path);
}

static void print(const char *name, struct measure m)
{
	if (m.failed)
		printf("%-34s failed\n", name);
	else
		printf("%-34s %8.1f ms %8.1f MB %8.1f plans/s %8.3f ms a plan\n", name,
		       m.seconds * 1000, m.megabytes, PLANS / m.seconds, m.seconds * 1000 / PLANS);
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static void measure_in(const char *dir)
{
	struct publication one = { dir, "uno", 1 }, two = { dir, "due", 2 };
	struct measure ones[ROUNDS], twos[ROUNDS], agains[ROUNDS], first, again;
	double ratios[ROUNDS];

	for (int i = 0; i < ROUNDS; i++) {
		remove_site(dir, one.site);
		remove_site(dir, two.site);
		ones[i] = bench_child(publish, &one);
		twos[i] = bench_child(publish, &two);
		agains[i] = bench_child(publish, &two);
		ratios[i] = ones[i].seconds / twos[i].seconds;
	}
	qsort(ratios, ROUNDS, sizeof *ratios, by_value);
	print("120 plans, one worker", bench_median(ones, ROUNDS));
	print("  two workers", first = bench_median(twos, ROUNDS));
	print("  again, unchanged", again = bench_median(agains, ROUNDS));
	printf("  two workers: %.2f x the throughput of one (%.2f to %.2f)\n", ratios[ROUNDS / 2],
	       ratios[0], ratios[ROUNDS - 1]);
	printf("  unchanged: %.0f x faster than the first time\n", first.seconds / again.seconds);
}

void bench_batch(void)
{
	char dir[] = "/tmp/relazione-bench-XXXXXX", plans[64];

	if (mkdtemp(dir) == NULL)
		return;
	snprintf(plans, sizeof plans, "%s/piani", dir);
	mkdir(plans, 0777);
	write_plans(dir);
	measure_in(dir);
	remove_all(dir);
}
