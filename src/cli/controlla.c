/* controlla.c - checks plans and reports what is wrong with them. */
#include "cli_private.h"

#include <stdio.h>

static const struct cli_option options[] = { { 0, NULL, NULL, NULL } };

/* How one file came out. */
static void add_outcome(struct text *out, const struct cli *cli, const char *path,
			const size_t before[3])
{
	size_t errors = cli->diag.counts[DIAG_ERROR] - before[DIAG_ERROR];
	size_t warnings = cli->diag.counts[DIAG_WARNING] - before[DIAG_WARNING];
	size_t notes = cli->diag.counts[DIAG_NOTE] - before[DIAG_NOTE];
	bool refused = errors > 0 || (cli->strict && warnings + notes > 0);

	text_addf(out, "%s: %s (errori %zu, avvisi %zu, note %zu)\n", cli_spelled(cli->arena, path),
		  refused ? "respinto" : "in regola", errors, warnings, notes);
}

/* The graver of two: a machine that fails outweighs a wrong input. */
static enum status graver(enum status a, enum status b)
{
	return a == STATUS_OK || (a != STATUS_IO && b == STATUS_IO) ? b : a;
}

static enum cli_exit run(struct cli *cli)
{
	struct job_house *house = job_house_open(cli->arena, &cli->paths);
	struct text outcomes = text_make(cli->arena);
	enum status status = STATUS_OK;
	enum cli_exit code;

	for (int i = 0; i < cli->operand_count; i++) {
		size_t before[3] = { cli->diag.counts[0], cli->diag.counts[1],
				     cli->diag.counts[2] };
		struct model_plan *plan;

		status = graver(status,
				job_read(&plan, house, cli->arena, cli->operands[i], &cli->diag));
		add_outcome(&outcomes, cli, cli->operands[i], before);
	}
	code = cli_finish(cli, status);
	if (!cli->quiet)
		fputs(outcomes.bytes, stdout);
	return code;
}

const struct cli_command cli_controlla = {
	.name = "controlla",
	.arguments = "FILE…",
	.summary = "Controlla i piani: forma, senso, somme, cifre dichiarate",
	.example = "relazione controlla samples/torino/piano.xml",
	.min = 1,
	.max = -1,
	.options = options,
	.run = run,
};
