/* unisci.c - the parts of a list become one site. */
#include "cli_private.h"

#include "batch/batch.h"

static const struct cli_option options[] = {
	{ 'o', "output", "SITO", "cartella del sito intero (obbligatoria)" },
	{ 0, "indirizzo", "URL", "dove il sito sarà pubblicato, per sitemap e novità" },
	{ 0, "bootstrap", "CARTELLA", "Bootstrap Italia già costruito, da copiare nel sito" },
	{ 0, NULL, NULL, NULL },
};

static enum cli_exit run(struct cli *cli)
{
	const char **parts = arena_array(cli->arena, const char *, (size_t)cli->operand_count);
	struct batch_join join = {
		.parts = parts,
		.part_count = (size_t)cli->operand_count,
		.site = cli_value(cli, "output"),
		.address = cli_address(cli),
		.bootstrap = cli_bootstrap(cli),
		.version = RELAZIONE_VERSION,
	};

	if (join.site == NULL)
		return cli_misused(cli, "manca -o con la cartella del sito intero");
	for (int i = 0; i < cli->operand_count; i++)
		parts[i] = cli->operands[i];
	return cli_finish(cli, batch_join(&cli->paths, cli->arena, &join, &cli->diag));
}

const struct cli_command cli_unisci = {
	.name = "unisci",
	.arguments = "SITO… -o SITO",
	.summary = "Fa un sito solo delle parti che «pubblica» ha fatto",
	.example = "relazione unisci parte-1 parte-2 -o sito",
	.min = 1,
	.max = -1,
	.options = options,
	.run = run,
};
