/* componi.c - the report as a PDF. */
#include "cli_private.h"

#include <stdio.h>
#include <string.h>

static const struct cli_option options[] = {
	{ 'o', "output", "FILE.pdf", "dove scrive (obbligatoria)" },
	{ 'm', "modello", "FILE.xml", "modello; predefinito: quello del tipo di piano" },
	{ 0, "edizione", "interna|pubblica", "la pubblica tralascia i risultati individuali" },
	{ 0, "senza-allegati", NULL, "non allega piano e dati: PDF/A-2a invece di 3a" },
	{ 0, NULL, NULL, NULL },
};

static enum cli_exit run(struct cli *cli)
{
	struct job_house *house = job_house_open(cli->arena, &cli->paths);
	struct job_compose job = {
		.plan = cli->operands[0],
		.template = cli_value(cli, "modello"),
		.out = cli_value(cli, "output"),
		.bare = cli_value(cli, "senza-allegati") != NULL,
		.version = RELAZIONE_VERSION,
	};
	enum status status;

	if (job.out == NULL)
		return cli_misused(cli, "manca -o con il nome del PDF da scrivere");
	if (!cli_edition(cli, &job.edition) || !cli_epoch(cli, &job.epoch))
		return CLI_USAGE;
	status = job_compose(house, cli->arena, &job, &cli->diag);
	if (status == STATUS_OK && cli->verbose && strcmp(job.out, "-") != 0)
		printf("%s\n", job.out);
	return cli_finish(cli, status);
}

const struct cli_command cli_componi = {
	.name = "componi",
	.arguments = "FILE [-m MODELLO] -o FILE.pdf",
	.summary = "Compone il documento in PDF accessibile e archiviabile",
	.example = "relazione componi samples/torino/piano.xml -o relazione-2022.pdf",
	.min = 1,
	.max = 1,
	.options = options,
	.run = run,
};
