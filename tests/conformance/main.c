/* conforma FILE… - prints what breaks a clause; exits 1 when something does. */
#include "conform.h"

#include <stdio.h>

#define PDF_BYTES_MAX ((size_t)1 << 30)

static void print_finding(const char *path, const struct conform_finding *finding)
{
	const struct conform_rule *rule = conform_rule(finding->clause);

	printf("%s: %s: %s", path, rule->id, rule->text);
	if (finding->text[0] != '\0')
		printf(" (%s)", finding->text);
	if (finding->object != 0)
		printf(", oggetto %d", finding->object);
	printf(" [%s]\n", rule->source);
}

static void print_rest(const char *path, const struct conform_report *report)
{
	for (int i = CONFORM_NONE + 1; i < CONFORM_CLAUSES; i++)
		if (report->counts[i] > CONFORM_KEPT_MAX)
			printf("%s: %s: altri %zu\n", path, conform_rule(i)->id,
			       report->counts[i] - CONFORM_KEPT_MAX);
}

/* True when a file keeps every clause. */
static bool check(const char *path)
{
	struct arena *arena = arena_create(NULL);
	struct diag diag = diag_make(arena);
	struct conform_report *report;
	struct bytes pdf;
	bool good = false;

	if (file_read(&pdf, arena, path, PDF_BYTES_MAX, &diag) == STATUS_OK) {
		report = conform_check(arena, pdf);
		for (size_t i = 0; i < report->count; i++)
			print_finding(path, &report->findings[i]);
		print_rest(path, report);
		good = report->count == 0;
	}
	for (size_t i = 0; i < diag.count; i++)
		printf("%s\n", diag.entries[i].text);
	arena_destroy(arena);
	return good;
}

int main(int argc, char **argv)
{
	int bad = argc < 2;

	if (bad)
		fputs("uso: conforma FILE…\n", stderr);
	for (int i = 1; i < argc; i++)
		if (!check(argv[i]))
			bad = 1;
	return bad;
}
