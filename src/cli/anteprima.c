/* anteprima.c - the pages as pictures. */
#include "cli_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct cli_option options[] = {
	{ 'o', "output", "CARTELLA", "dove scrive, un file a pagina (obbligatoria)" },
	{ 'm', "modello", "FILE.xml", "modello; predefinito: quello del tipo di piano" },
	{ 'p', "pagine", "N|N-M", "solo queste pagine; predefinito: tutte" },
	{ 'f', "formato", "png|svg", "predefinito: png" },
	{ 'r', "risoluzione", "DPI", "punti per pollice dei PNG, da 20 a 600; predefinito: 96" },
	{ 0, "edizione", "interna|pubblica", "la pubblica tralascia i risultati individuali" },
	{ 0, NULL, NULL, NULL },
};

#define DPI_DEFAULT 96
#define DPI_MIN     20
#define DPI_MAX     600
#define PAGE_MAX    1000000

/* A whole number from `min` to `max` at `*at`, which moves past it; or -1. */
static int read_int(const char **at, int min, int max)
{
	char *end;
	long value = strtol(*at, &end, 10);

	if (**at < '0' || **at > '9' || value < min || value > max)
		return -1;
	*at = end;
	return (int)value;
}

/* "3" or "2-5". */
static bool read_pages(const char *text, int *first, int *last)
{
	*first = *last = read_int(&text, 1, PAGE_MAX);
	if (*first > 0 && *text == '-') {
		text++;
		*last = read_int(&text, *first, PAGE_MAX);
	}
	return *first > 0 && *last > 0 && *text == '\0';
}

static bool read_resolution(const char *text, double *dpi)
{
	int value = read_int(&text, DPI_MIN, DPI_MAX);

	*dpi = value;
	return value > 0 && *text == '\0';
}

static void say_path(void *user, const char *path)
{
	const struct cli *cli = user;

	if (!cli->quiet)
		puts(path);
}

/* Reads the options into the job; CLI_DONE when they are in order. */
static enum cli_exit read_job(struct cli *cli, struct job_preview *job)
{
	const char *format = cli_value(cli, "formato"), *pages = cli_value(cli, "pagine");
	const char *dpi = cli_value(cli, "risoluzione");

	job->paint.dir = cli_value(cli, "output");
	if (job->paint.dir == NULL)
		return cli_misused(cli, "manca -o con la cartella in cui scrivere");
	if (format != NULL && strcmp(format, "svg") == 0)
		job->paint.format = PAINT_SVG;
	else if (format != NULL && strcmp(format, "png") != 0)
		return cli_misused(cli, "il formato «%s» non esiste: scegliere png o svg", format);
	if (pages != NULL && !read_pages(pages, &job->paint.first, &job->paint.last))
		return cli_misused(cli, "«%s» non indica pagine: scrivere per esempio 3 oppure 2-5",
				   pages);
	if (dpi != NULL && !read_resolution(dpi, &job->paint.dpi))
		return cli_misused(cli, "risoluzione «%s» non valida: un intero da %d a %d", dpi,
				   DPI_MIN, DPI_MAX);
	return cli_edition(cli, &job->edition) ? CLI_DONE : CLI_USAGE;
}

static enum cli_exit run(struct cli *cli)
{
	struct job_house *house = job_house_open(cli->arena, &cli->paths);
	struct job_preview job = {
		.plan = cli->operands[0],
		.template = cli_value(cli, "modello"),
		.paint = { .format = PAINT_PNG,
			   .dpi = DPI_DEFAULT,
			   .first = 1,
			   .wrote = say_path,
			   .user = cli },
	};
	enum cli_exit code = read_job(cli, &job);

	if (code != CLI_DONE)
		return code;
	return cli_finish(cli, job_preview(house, cli->arena, &job, &cli->diag));
}

const struct cli_command cli_anteprima = {
	.name = "anteprima",
	.arguments = "FILE [-m MODELLO] [-p N-M] [-f png|svg] -o CARTELLA",
	.summary = "Mostra le pagine come immagini PNG o SVG",
	.example = "relazione anteprima samples/torino/piano.xml -p 1-3 -o pagine",
	.min = 1,
	.max = 1,
	.options = options,
	.run = run,
};
