/* schede.c - one PDF a person. */
#include "cli_private.h"

#include <stdio.h>

static const struct cli_option options[] = {
	{ 'o', "output", "CARTELLA", "dove scrive, un PDF a persona (obbligatoria)" },
	{ 'm', "modello", "FILE.xml", "modello per assegnazioni; predefinito: scheda" },
	{ 0, "nome", "MODULO",
	  "nome dei file; predefinito: {anno}-{incarico}.pdf, senza consuntivi "
	  "{anno}-{incarico}-assegnazione.pdf" },
	{ 0, "in-bianco", NULL, "senza consuntivi né punteggi: le schede di inizio anno" },
	{ 0, "unita", NULL, "anche le schede dei servizi, non solo delle persone" },
	{ 0, NULL, NULL, NULL },
};

static void say_path(void *user, const char *path)
{
	const struct cli *cli = user;

	if (!cli->quiet)
		puts(path);
}

static enum cli_exit run(struct cli *cli)
{
	struct job_house *house = job_house_open(cli->arena, &cli->paths);
	struct job_sheets job = {
		.plan = cli->operands[0],
		.template = cli_value(cli, "modello"),
		.dir = cli_value(cli, "output"),
		.pattern = cli_value(cli, "nome"),
		.blank = cli_value(cli, "in-bianco") != NULL,
		.units = cli_value(cli, "unita") != NULL,
		.version = RELAZIONE_VERSION,
		.wrote = say_path,
		.user = cli,
	};

	if (job.dir == NULL)
		return cli_misused(cli, "manca -o con la cartella in cui scrivere");
	if (job.pattern != NULL && !job_sheets_pattern(job.pattern))
		return cli_misused(cli,
				   "--nome «%s» non va: deve restare nella cartella, senza «/», e "
				   "può contenere {anno}, {incarico}, {ruolo}, {persona}, {id}, "
				   "{ente}, {n}",
				   cli_spelled(cli->arena, job.pattern));
	if (!cli_epoch(cli, &job.epoch))
		return CLI_USAGE;
	return cli_finish(cli, job_sheets(house, cli->arena, &job, &cli->diag));
}

const struct cli_command cli_schede = {
	.name = "schede",
	.arguments = "FILE [-m MODELLO] [--nome MODULO] -o CARTELLA",
	.summary = "Compone la scheda obiettivi di ogni dirigente, un PDF a persona",
	.example = "relazione schede samples/torino/piano.xml -o schede",
	.min = 1,
	.max = 1,
	.options = options,
	.run = run,
};
