/* confronta.c - two years, or a plan before and after an update. */
#include "cli_private.h"

#include "compare/compare.h"

#include <string.h>

static const struct cli_option options[] = {
	{ 'f', "formato", "tabella|csv", "che cosa scrive; predefinito: tabella" },
	{ 'o', "output", "FILE", "dove scrive; predefinito: standard output" },
	{ 0, "excel", NULL, "CSV con punto e virgola, virgola decimale e BOM" },
	{ 0, "edizione", "interna|pubblica", "la pubblica tralascia i risultati individuali" },
	{ 0, NULL, NULL, NULL },
};

/* What the options ask for. */
struct wish {
	bool csv, excel;
	struct compare_options compare;
};

/* CLI_DONE when the options are in order. */
static enum cli_exit read_wish(struct cli *cli, struct wish *wish)
{
	const char *format = cli_value(cli, "formato");
	enum job_edition edition;

	wish->excel = cli_value(cli, "excel") != NULL;
	wish->csv = format != NULL ? strcmp(format, "csv") == 0 : wish->excel;
	if (format != NULL && !wish->csv && strcmp(format, "tabella") != 0)
		return cli_misused(cli, "il formato «%s» non esiste: scegliere tabella o csv",
				   format);
	if (wish->excel && !wish->csv)
		return cli_misused(cli, "--excel vale solo con il formato csv, non con «%s»",
				   format);
	if (strcmp(cli->operands[0], "-") == 0 && strcmp(cli->operands[1], "-") == 0)
		return cli_misused(cli, "lo standard input può essere uno solo dei due piani");
	if (!cli_edition(cli, &edition))
		return CLI_USAGE;
	wish->compare.public_edition = edition == JOB_PUBLIC;
	return CLI_DONE;
}

/* Both are read, so that one run tells what is wrong with either. */
static enum status read_plans(struct cli *cli, struct model_plan *plans[2])
{
	struct job_house *house = job_house_open(cli->arena, &cli->paths);
	enum status first = job_read(&plans[0], house, cli->arena, cli->operands[0], &cli->diag);
	enum status second = job_read(&plans[1], house, cli->arena, cli->operands[1], &cli->diag);

	return first != STATUS_OK ? first : second;
}

static enum cli_exit run(struct cli *cli)
{
	struct text out = text_make(cli->arena);
	struct comparison *comparison;
	struct model_plan *plans[2];
	struct wish wish;
	enum cli_exit code = read_wish(cli, &wish);
	enum status status;

	if (code != CLI_DONE)
		return code;
	status = read_plans(cli, plans);
	if (plans[0] == NULL || plans[1] == NULL)
		return cli_finish(cli, status);
	comparison = compare_plans(cli->arena, plans[0], plans[1], &wish.compare);
	if (wish.csv)
		compare_csv(&out, comparison, wish.excel);
	else
		compare_text(&out, comparison, cli_terminal_width(cli));
	status = cli_output(cli, cli_value(cli, "output"), &out);
	return cli_finish(cli, status);
}

const struct cli_command cli_confronta = {
	.name = "confronta",
	.arguments = "A.xml B.xml [-f FORMATO] [-o FILE]",
	.summary = "Confronta due anni, o un piano prima e dopo un aggiornamento",
	.example = "relazione confronta piano-2022.xml piano-2023.xml -f csv -o cambiamenti.csv",
	.min = 2,
	.max = 2,
	.options = options,
	.run = run,
};
