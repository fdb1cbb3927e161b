/* site.c - what the commands that make a site share: its address, its counts. */
#include "cli_private.h"

#include "batch/batch.h"

#include <stdio.h>
#include <string.h>

static bool is_web_address(const char *word)
{
	static const char *const schemes[] = { "https://", "http://" };

	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (text_starts(word, schemes[i]))
			return word[strlen(schemes[i])] != '\0' &&
			       strpbrk(word, " \t\"<>?#") == NULL;
	return false;
}

bool cli_address(struct cli *cli, const char **out)
{
	const char *word = cli_value(cli, "indirizzo");

	*out = word;
	if (word == NULL)
		return true;
	if (!is_web_address(word)) {
		cli_misused(cli,
			    "«%s» non è l’indirizzo di una cartella del web: scriverlo intero, "
			    "come https://www.ente.example/performance/",
			    word);
		return false;
	}
	if (word[strlen(word) - 1] != '/')
		*out = arena_printf(cli->arena, "%s/", word);
	return true;
}

static void print_count(size_t count, const char *one, const char *many)
{
	if (count > 0)
		printf(", con %zu %s", count, count == 1 ? one : many);
}

void cli_print_counts(const struct batch_outcome *out)
{
	const struct batch_progress *count = &out->count;

	printf("fatti %zu, invariati %zu, falliti %zu", count->done, count->unchanged,
	       count->failed);
	if (out->removed > 0)
		printf(", tolti %zu", out->removed);
	print_count(count->warnings, "avviso", "avvisi");
	print_count(count->notes, "nota", "note");
}

bool cli_batch_refused(const struct cli *cli, const struct batch_outcome *out)
{
	return out->count.failed > 0 || (cli->strict && out->count.warnings + out->count.notes > 0);
}
