/* confronta.c - two years, or a plan before and after an update. */
#include "cli_private.h"

#include "compare/compare.h"

#include <stdio.h>
#include <string.h>

static const struct cli_option options[] = {
	{ 'f', "formato", "tabella|csv|pdf", "che cosa scrive; predefinito: tabella" },
	{ 'o', "output", "FILE",
	  "dove scrive; predefinito: standard output; con pdf obbligatoria" },
	{ 'm', "modello", "FILE.xml", "modello del PDF; predefinito: confronto" },
	{ 0, "excel", NULL, "CSV con punto e virgola, virgola decimale e BOM" },
	{ 0, "edizione", "interna|pubblica", "la pubblica tralascia i risultati individuali" },
	{ 0, "senza-allegati", NULL, "non allega al PDF piani e dati: PDF/A-2a invece di 3a" },
	{ 0, NULL, NULL, NULL },
};

enum format { FORMAT_TABLE, FORMAT_CSV, FORMAT_PDF, FORMATS };
static const char *const format_names[] = { "tabella", "csv", "pdf" };

/* What the options ask for. */
struct wish {
	enum format format;
	bool excel;
	enum job_edition edition;
	long long epoch;
};

/* FORMATS: there is no such format. --excel alone asks for a CSV. */
static enum format read_format(const struct cli *cli)
{
	const char *name = cli_value(cli, "formato");

	if (name == NULL)
		return cli_value(cli, "excel") != NULL ? FORMAT_CSV : FORMAT_TABLE;
	for (int i = 0; i < FORMATS; i++)
		if (strcmp(format_names[i], name) == 0)
			return (enum format)i;
	return FORMATS;
}

/* Options that say nothing about the format asked for. */
static enum cli_exit check_options(const struct cli *cli, const struct wish *wish)
{
	static const char *const of_pdf[] = { "modello", "senza-allegati" };
	const char *name = format_names[wish->format];

	if (wish->excel && wish->format != FORMAT_CSV)
		return cli_misused(cli, "--excel vale solo con il formato csv, non con «%s»", name);
	for (size_t i = 0; i < sizeof of_pdf / sizeof *of_pdf; i++)
		if (wish->format != FORMAT_PDF && cli_value(cli, of_pdf[i]) != NULL)
			return cli_misused(cli, "--%s vale solo con il formato pdf, non con «%s»",
					   of_pdf[i], name);
	if (wish->format == FORMAT_PDF && cli_value(cli, "output") == NULL)
		return cli_misused(cli, "manca -o con il nome del PDF da scrivere");
	return CLI_DONE;
}

/* CLI_DONE when the options are in order. */
static enum cli_exit read_wish(struct cli *cli, struct wish *wish)
{
	enum cli_exit code;

	wish->excel = cli_value(cli, "excel") != NULL;
	wish->format = read_format(cli);
	if (wish->format == FORMATS)
		return cli_misused(cli, "il formato «%s» non esiste: scegliere tabella, csv o pdf",
				   cli_value(cli, "formato"));
	code = check_options(cli, wish);
	if (code != CLI_DONE)
		return code;
	if (strcmp(cli->operands[0], "-") == 0 && strcmp(cli->operands[1], "-") == 0)
		return cli_misused(cli, "lo standard input può essere uno solo dei due piani");
	return cli_edition(cli, &wish->edition) && cli_epoch(cli, &wish->epoch) ? CLI_DONE
										: CLI_USAGE;
}

/* Both are read, so that one run tells what is wrong with either. */
static enum status read_plans(struct cli *cli, struct model_plan *plans[2])
{
	struct job_house *house = job_house_open(cli->arena, &cli->paths);
	enum status first = job_read(&plans[0], house, cli->arena, cli->operands[0], &cli->diag);
	enum status second = job_read(&plans[1], house, cli->arena, cli->operands[1], &cli->diag);

	return first != STATUS_OK ? first : second;
}

static enum cli_exit write_text(struct cli *cli, const struct wish *wish)
{
	struct compare_options compare = { .public_edition = wish->edition == JOB_PUBLIC };
	struct text out = text_make(cli->arena);
	const struct model_comparison *comparison;
	struct model_plan *plans[2];
	enum status status = read_plans(cli, plans);

	if (plans[0] == NULL || plans[1] == NULL)
		return cli_finish(cli, status);
	comparison = compare_plans(cli->arena, plans[0], plans[1], &compare);
	if (wish->format == FORMAT_CSV)
		compare_csv(&out, comparison, wish->excel);
	else
		compare_text(&out, comparison, cli_terminal_width(cli));
	status = cli_output(cli, cli_value(cli, "output"), &out);
	return cli_finish(cli, status);
}

static enum cli_exit write_pdf(struct cli *cli, const struct wish *wish)
{
	struct job_house *house = job_house_open(cli->arena, &cli->paths);
	struct job_compare job = {
		.before = cli->operands[0],
		.after = cli->operands[1],
		.template = cli_value(cli, "modello"),
		.out = cli_value(cli, "output"),
		.edition = wish->edition,
		.bare = cli_value(cli, "senza-allegati") != NULL,
		.epoch = wish->epoch,
		.version = RELAZIONE_VERSION,
	};
	enum status status = job_compare(house, cli->arena, &job, &cli->diag);

	if (status == STATUS_OK && cli->verbose && strcmp(job.out, "-") != 0)
		printf("%s\n", job.out);
	return cli_finish(cli, status);
}

static enum cli_exit run(struct cli *cli)
{
	struct wish wish;
	enum cli_exit code = read_wish(cli, &wish);

	if (code != CLI_DONE)
		return code;
	return wish.format == FORMAT_PDF ? write_pdf(cli, &wish) : write_text(cli, &wish);
}

const struct cli_command cli_confronta = {
	.name = "confronta",
	.arguments = "A.xml B.xml [-f FORMATO] [-m MODELLO] [-o FILE]",
	.summary = "Confronta due anni, o un piano prima e dopo un aggiornamento",
	.example = "relazione confronta piano-2022.xml piano-2023.xml -f pdf -o cambiamenti.pdf",
	.min = 2,
	.max = 2,
	.options = options,
	.run = run,
};
