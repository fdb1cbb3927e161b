/* report.c - findings on standard error, exit codes, outputs. */
#include "cli_private.h"

#include "base/file.h"
#include "base/terminal.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

const struct cli_option cli_common_options[] = {
	{ 0, "severo", NULL, "anche avvisi e note fanno fallire il comando (esito 1)" },
	{ 'q', "quieto", NULL, "scrive solo gli errori" },
	{ 'v', "verboso", NULL, "racconta che cosa fa" },
	{ 'h', "help", NULL, "mostra questo aiuto" },
	{ 0, NULL, NULL, NULL },
};

const char *cli_value(const struct cli *cli, const char *name)
{
	for (size_t i = 0; cli->command->options[i].name != NULL; i++)
		if (strcmp(cli->command->options[i].name, name) == 0)
			return cli->values[i];
	return NULL;
}

const char *cli_spelled(struct arena *arena, const char *words)
{
	struct text out = text_make(arena);

	terminal_add_spelled(&out, words);
	return out.bytes;
}

enum cli_exit cli_misused(const struct cli *cli, const char *format, ...)
{
	const char *what;
	va_list args;

	va_start(args, format);
	what = arena_vprintf(cli->arena, format, args);
	va_end(args);
	fprintf(stderr, "relazione: %s; l’uso è spiegato da «relazione %s --help»\n",
		cli_spelled(cli->arena, what), cli->command->name);
	return CLI_USAGE;
}

static void print_totals(const struct cli *cli)
{
	const size_t *n = cli->diag.counts;

	if (cli->diag.count < n[DIAG_ERROR] + n[DIAG_WARNING] + n[DIAG_NOTE])
		fprintf(stderr,
			"relazione: mostrati i primi %zu rilievi (errori %zu, avvisi %zu, note %zu)\n",
			cli->diag.count, n[DIAG_ERROR], n[DIAG_WARNING], n[DIAG_NOTE]);
}

void cli_report(struct cli *cli)
{
	struct text line = text_make(cli->arena);

	diag_sort(&cli->diag);
	for (size_t i = 0; i < cli->diag.count; i++) {
		if (cli->quiet && cli->diag.entries[i].level != DIAG_ERROR)
			continue;
		text_clear(&line);
		diag_format(&line, &cli->diag.entries[i]);
		fprintf(stderr, "%s\n", line.bytes);
	}
	print_totals(cli);
}

enum cli_exit cli_finish(struct cli *cli, enum status status)
{
	cli_report(cli);
	if (status == STATUS_IO || status == STATUS_LIBRARY)
		return CLI_MACHINE;
	if (status != STATUS_OK || diag_has_errors(&cli->diag))
		return CLI_REFUSED;
	return cli->strict && cli->diag.count > 0 ? CLI_REFUSED : CLI_DONE;
}

static bool same_file(const char *a, const char *b)
{
	struct stat x, y;

	return stat(a, &x) == 0 && stat(b, &y) == 0 && S_ISREG(x.st_mode) && x.st_dev == y.st_dev &&
	       x.st_ino == y.st_ino;
}

const char *cli_overwritten(const struct cli *cli)
{
	const char *out = cli_value(cli, "output"), *template = cli_value(cli, "modello");

	if (out == NULL)
		return NULL;
	for (int i = 0; i < cli->operand_count; i++)
		if (same_file(out, cli->operands[i]))
			return cli->operands[i];
	return template != NULL && same_file(out, template) ? template : NULL;
}

enum status cli_output(struct cli *cli, const char *path, const struct text *text)
{
	struct file_out *out = file_out_open(cli->arena, path ? path : "-");

	file_out_write(out, text->bytes, text->length);
	return file_out_commit(out, &cli->diag);
}

/* Whether the output goes to a terminal. */
static bool is_shown(const struct cli *cli)
{
	const char *out = cli_value(cli, "output");

	return (out == NULL || strcmp(out, "-") == 0) && isatty(STDOUT_FILENO);
}

int cli_terminal_width(const struct cli *cli)
{
	struct winsize size;

	return is_shown(cli) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

bool cli_colour(const struct cli *cli)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM");

	return is_shown(cli) && (no == NULL || *no == '\0') &&
	       (term == NULL || strcmp(term, "dumb") != 0);
}

#define EPOCH_MAX 253402300799LL /* the last second of 9999 */

bool cli_epoch(struct cli *cli, long long *out)
{
	const char *value = getenv("SOURCE_DATE_EPOCH");
	char *end;

	*out = -1;
	if (value == NULL || *value == '\0')
		return true;
	errno = 0;
	*out = strtoll(value, &end, 10);
	if (errno == 0 && *end == '\0' && *out >= 0 && *out <= EPOCH_MAX)
		return true;
	cli_misused(cli,
		    "SOURCE_DATE_EPOCH vale «%s», ma deve essere un numero intero di secondi dal "
		    "1970, fino all’anno 9999",
		    value);
	return false;
}

bool cli_edition(struct cli *cli, enum job_edition *out)
{
	const char *word = cli_value(cli, "edizione");

	*out = word != NULL && strcmp(word, "pubblica") == 0 ? JOB_PUBLIC : JOB_INTERNAL;
	if (word == NULL || *out == JOB_PUBLIC || strcmp(word, "interna") == 0)
		return true;
	cli_misused(cli, "l’edizione «%s» non esiste: scegliere «interna» o «pubblica»", word);
	return false;
}
