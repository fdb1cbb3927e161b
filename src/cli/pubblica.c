/* pubblica.c - many plans become one site. */
#include "cli_private.h"

#include "web/web.h"

#include "batch/batch.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct cli_option options[] = {
	{ 'o', "output", "SITO", "cartella del sito; accanto nasce SITO.lavoro (obbligatoria)" },
	{ 'j', "processi", "N", "processi insieme; predefinito: quanti ne ha la macchina" },
	{ 0, "solo", "pdf|web|dati", "fa una parte sola di ogni pubblicazione" },
	{ 'm', "modello", "FILE.xml", "modello per i piani a cui l’elenco non ne dà uno" },
	{ 0, "parte", "K/N", "fa solo la parte K di N; poi «relazione unisci»" },
	{ 0, "pulisci", NULL, "toglie dal sito ciò che l’elenco non ha più" },
	{ 0, "riprova", NULL, "rifà anche i piani già falliti e non cambiati" },
	{ 0, "rifai", NULL, "rifà tutto, anche ciò che non è cambiato" },
	{ 0, "tempo", "SECONDI", "limite per un piano; predefinito: 600" },
	{ 0, "memoria", "MB", "limite per un processo, 0 nessuno; predefinito: 4096" },
	{ 0, "indirizzo", "URL", "dove il sito sarà pubblicato, per sitemap e novità" },
	{ 0, "bootstrap", "CARTELLA", "Bootstrap Italia già costruito, da copiare nel sito" },
	{ 0, NULL, NULL, NULL },
};

#define SECONDS_DEFAULT   600
#define SECONDS_MAX       86400
#define MEGABYTES_DEFAULT 4096
#define MEGABYTES_MAX     1048576
#define PARTS_MAX         100000
#define PATH_BYTES        4096

/* A whole number from `min` to `max`, or the default when it isn't given. */
static bool read_number(struct cli *cli, const char *name, int min, int max, int *out)
{
	const char *word = cli_value(cli, name);
	char *end;
	long value;

	if (word == NULL)
		return true;
	value = strtol(word, &end, 10);
	if (*word != '\0' && *end == '\0' && value >= min && value <= max) {
		*out = (int)value;
		return true;
	}
	cli_misused(cli, "«%s» non va per --%s: un intero da %d a %d", word, name, min, max);
	return false;
}

static bool read_what(struct cli *cli, int *what)
{
	static const char *const words[] = { "pdf", "web", "dati" };
	static const int values[] = { BATCH_PDF, BATCH_WEB, BATCH_DATA };
	const char *word = cli_value(cli, "solo");

	*what = BATCH_ALL;
	if (word == NULL)
		return true;
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		if (strcmp(words[i], word) == 0) {
			*what = values[i];
			return true;
		}
	cli_misused(cli, "«%s» non va per --solo: scegliere pdf, web o dati", word);
	return false;
}

/* "2/5" */
static bool read_part(struct cli *cli, int *part, int *parts)
{
	const char *word = cli_value(cli, "parte");
	char rest;

	if (word == NULL)
		return true;
	if (sscanf(word, "%6d/%6d%c", part, parts, &rest) == 2 && *part >= 1 && *part <= *parts &&
	    *parts <= PARTS_MAX)
		return true;
	cli_misused(cli, "«%s» non è una parte: scrivere per esempio 2/5", word);
	return false;
}

/* Of --bootstrap, else the one that was installed, or NULL. */
static const char *bootstrap_folder(struct cli *cli)
{
	const char *own = file_join(cli->arena, cli->paths.site, "bootstrap-italia");
	const char *word = cli_value(cli, "bootstrap");

	if (word != NULL)
		return word;
	return file_exists(own) ? own : NULL;
}

/* ---- progress ------------------------------------------------------------------------ */

#define BAR_CELLS 20

static void show_progress(void *user, const struct batch_progress *p)
{
	size_t ended = p->done + p->unchanged + p->failed, left = p->total - ended;
	size_t cells = p->total > 0 ? ended * BAR_CELLS / p->total : BAR_CELLS;
	double rate = p->seconds > 0 ? (double)p->done / p->seconds : 0;
	char bar[BAR_CELLS + 1];

	(void)user;
	memset(bar, '.', BAR_CELLS);
	memset(bar, '#', cells);
	bar[BAR_CELLS] = '\0';
	fprintf(stderr, "\r[%s] fatti %zu, invariati %zu, falliti %zu, restano %zu; %.1f/s", bar,
		p->done, p->unchanged, p->failed, left, rate);
	if (rate > 0 && left > 0)
		fprintf(stderr, ", ancora %.0f s", (double)left / rate);
	fputs("\033[K", stderr);
}

static void print_summary(const struct cli *cli, const struct batch_outcome *out, bool bar)
{
	const struct batch_progress *p = &out->count;

	if (bar)
		fputs("\r\033[K", stderr);
	fputs(out->failures, stderr);
	if (cli->quiet)
		return;
	if (cli->verbose || cli->strict)
		fputs(out->warned, stderr);
	cli_print_counts(out);
	printf(" in %.1f s\n", p->seconds);
	if (out->dropped > 0)
		printf("%zu pubblicazioni avevano altre parti, di un’altra stesura del piano, del "
		       "modello o del programma: tolte (registro.tsv dice quali); per riaverle, "
		       "senza --solo\n",
		       out->dropped);
}

/* Ends as the signal would have ended it, so that a shell or a queue of jobs
 * knows: it is no failure of a plan. */
static void stop_as_asked(const struct cli *cli, int number)
{
	if (!cli->quiet)
		fputs("interrotto: le pubblicazioni finite sono nel sito, indice e manifesto sono "
		      "ancora quelli di prima; rilanciare lo stesso comando per andare avanti\n",
		      stderr);
	fflush(NULL);
	signal(number, SIG_DFL);
	raise(number);
}

/* ---- the command ------------------------------------------------------------------------ */

static const char *own_program(struct arena *arena)
{
	char path[PATH_BYTES];
	ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);

	return length > 0 ? arena_strndup(arena, path, (size_t)length) : NULL;
}

/* Pages would ask for a style sheet that is not there. */
static bool bootstrap_is_whole(const struct cli *cli)
{
	const char *folder = cli_value(cli, "bootstrap");

	if (folder == NULL || file_exists(file_join(cli->arena, folder, WEB_STYLE_BOOTSTRAP)))
		return true;
	cli_misused(cli,
		    "in «%s» manca «%s»: indicare la cartella di Bootstrap Italia già costruito",
		    folder, WEB_STYLE_BOOTSTRAP);
	return false;
}

static bool read_options(struct cli *cli, struct batch_options *batch)
{
	return bootstrap_is_whole(cli) && cli_address(cli, &batch->address) &&
	       read_number(cli, "processi", 1, BATCH_WORKERS_MAX, &batch->workers) &&
	       read_number(cli, "tempo", 1, SECONDS_MAX, &batch->seconds_max) &&
	       read_number(cli, "memoria", 0, MEGABYTES_MAX, &batch->megabytes_max) &&
	       read_what(cli, &batch->what) && read_part(cli, &batch->part, &batch->parts) &&
	       cli_epoch(cli, &batch->epoch);
}

static int processors(void)
{
	long count = sysconf(_SC_NPROCESSORS_ONLN);

	return count < 1 ? 1 : count > BATCH_WORKERS_MAX ? BATCH_WORKERS_MAX : (int)count;
}

/* Search engines take whole addresses only, and no one but the office knows where
 * the folder will stand. */
static void advise_address(const struct cli *cli, const struct batch_outcome *out)
{
	bool due = (out->first && out->count.done > 0) || cli->verbose;

	if (cli->quiet || !due || cli_value(cli, "indirizzo") != NULL)
		return;
	puts("la mappa del sito ha indirizzi relativi, che i motori di ricerca non accettano: "
	     "quando si sa dove la cartella sarà caricata, rilanciare con --indirizzo https://…");
}

static enum cli_exit publish(struct cli *cli, const struct batch_options *batch)
{
	struct batch_outcome out;
	enum status status = batch_run(&out, &cli->paths, cli->arena, batch, &cli->diag);
	enum cli_exit code;

	if (status == STATUS_OK)
		print_summary(cli, &out, batch->progress != NULL);
	code = cli_finish(cli, status);
	if (status == STATUS_OK && out.stopped != 0)
		stop_as_asked(cli, out.stopped);
	if (status == STATUS_OK)
		advise_address(cli, &out);
	return code == CLI_DONE && cli_batch_refused(cli, &out) ? CLI_REFUSED : code;
}

static enum cli_exit run(struct cli *cli)
{
	struct batch_options batch = {
		.list = cli->operands[0],
		.site = cli_value(cli, "output"),
		.bootstrap = bootstrap_folder(cli),
		.template = cli_value(cli, "modello"),
		.workers = processors(),
		.clean = cli_value(cli, "pulisci") != NULL,
		.retry = cli_value(cli, "riprova") != NULL,
		.again = cli_value(cli, "rifai") != NULL,
		.seconds_max = SECONDS_DEFAULT,
		.megabytes_max = MEGABYTES_DEFAULT,
		.version = RELAZIONE_VERSION,
		.program = own_program(cli->arena),
	};

	if (batch.site == NULL)
		return cli_misused(cli, "manca -o con la cartella del sito");
	if (!read_options(cli, &batch))
		return CLI_USAGE;
	batch.progress = isatty(STDERR_FILENO) && !cli->quiet ? show_progress : NULL;
	return publish(cli, &batch);
}

const struct cli_command cli_pubblica = {
	.name = "pubblica",
	.arguments = "ELENCO|CARTELLA -o SITO [-j N] [--solo pdf|web|dati] [--parte K/N]",
	.summary = "Pubblica molti piani: PDF, pagine web, dati aperti, indice, manifesto",
	.example = "relazione pubblica samples -o sito",
	.min = 1,
	.max = 1,
	.options = options,
	.run = run,
};
