/* unisci.c - the parts of a list become one site. */
#include "cli_private.h"

#include "batch/batch.h"

#include <stdio.h>

static const struct cli_option options[] = {
	{ 'o', "output", "SITO", "cartella del sito intero (obbligatoria)" },
	{ 0, "pulisci", NULL, "toglie dal sito ciò che nessuna parte ha più" },
	{ 0, "indirizzo", "URL", "dove il sito sarà pubblicato, per sitemap e novità" },
	{ 0, NULL, NULL, NULL },
};

static void print_summary(const struct cli *cli, const struct batch_outcome *out)
{
	fputs(out->failures, stderr);
	if (cli->quiet)
		return;
	printf("parti %d: ", cli->operand_count);
	cli_print_counts(out);
	putchar('\n');
}

static enum cli_exit run(struct cli *cli)
{
	const char **parts = arena_array(cli->arena, const char *, (size_t)cli->operand_count);
	struct batch_join join = {
		.parts = parts,
		.part_count = (size_t)cli->operand_count,
		.site = cli_value(cli, "output"),
		.clean = cli_value(cli, "pulisci") != NULL,
		.version = RELAZIONE_VERSION,
	};
	struct batch_outcome out;
	enum status status;
	enum cli_exit code;

	if (join.site == NULL)
		return cli_misused(cli, "manca -o con la cartella del sito intero");
	if (!cli_address(cli, &join.address))
		return CLI_USAGE;
	for (int i = 0; i < cli->operand_count; i++)
		parts[i] = cli->operands[i];
	status = batch_join(&out, &cli->paths, cli->arena, &join, &cli->diag);
	if (status == STATUS_OK)
		print_summary(cli, &out);
	code = cli_finish(cli, status);
	return code == CLI_DONE && cli_batch_refused(cli, &out) ? CLI_REFUSED : code;
}

const struct cli_command cli_unisci = {
	.name = "unisci",
	.arguments = "SITO… -o SITO [--pulisci]",
	.summary = "Fa un sito solo delle parti che «pubblica» ha fatto",
	.example = "relazione unisci parte-1 parte-2 -o sito",
	.min = 1,
	.max = -1,
	.options = options,
	.run = run,
};
