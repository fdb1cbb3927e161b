/* verifica.c - a published site against its manifest. */
#include "cli_private.h"

#include "batch/batch.h"

#include <stdio.h>

static const struct cli_option options[] = { { 0, NULL, NULL, NULL } };

static enum cli_exit run(struct cli *cli)
{
	size_t files;
	enum status status = batch_verify(&files, cli->arena, cli->operands[0], &cli->diag);

	if (status == STATUS_OK && !cli->quiet)
		printf("%zu file, tutti come sono stati pubblicati\n", files);
	return cli_finish(cli, status);
}

const struct cli_command cli_verifica = {
	.name = "verifica",
	.arguments = "SITO",
	.summary = "Confronta un sito con il suo manifesto: file mancanti, cambiati, in più",
	.example = "relazione verifica sito",
	.min = 1,
	.max = 1,
	.options = options,
	.run = run,
};
