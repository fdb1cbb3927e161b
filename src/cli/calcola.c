/* calcola.c - every degree, result and judgement, as data or as a tree. */
#include "cli_private.h"

#include "export/export.h"
#include "score/score.h"

#include <string.h>

static const struct cli_option options[] = {
	{ 'f', "formato", "tabella|csv|json|xml", "che cosa scrive; predefinito: tabella" },
	{ 'o', "output", "FILE", "dove scrive; predefinito: standard output" },
	{ 's', "spiega", "CODICE", "spiega come nasce una cifra (codice o id)" },
	{ 0, "excel", NULL, "CSV con punto e virgola, virgola decimale e BOM" },
	{ 0, "edizione", "interna|pubblica", "la pubblica tralascia i risultati individuali" },
	{ 0, NULL, NULL, NULL },
};

typedef void export_function(struct text *out, const struct model_plan *plan,
			     const struct export_options *options);

static const struct {
	const char *name;
	export_function *function;
} formats[] = {
	{ "tabella", export_tree },
	{ "csv", export_csv },
	{ "json", export_json },
	{ "xml", export_xml },
};

static export_function *find_format(const char *name)
{
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (strcmp(formats[i].name, name) == 0)
			return formats[i].function;
	return NULL;
}

/* A spreadsheet wants CSV, also when nobody says so. */
static const char *format_name(const struct cli *cli, bool excel)
{
	const char *name = cli_value(cli, "formato");

	if (name != NULL)
		return name;
	return excel ? "csv" : "tabella";
}

static enum status explain(struct cli *cli, struct model_plan *plan, struct text *out)
{
	return score_explain(out, plan, cli_value(cli, "spiega"), &cli->diag);
}

/* The public figures are those of the plan without its individual parts. NULL
 * where there is nothing to calculate. */
static struct model_plan *read_plan(struct cli *cli, enum job_edition edition, enum status *status)
{
	struct job_house *house = job_house_open(cli->arena, &cli->paths);
	const char *path = cli->operands[0];
	struct model_plan *plan;

	if (edition != JOB_PUBLIC) {
		*status = job_read(&plan, house, cli->arena, path, &cli->diag);
		return plan;
	}
	*status = job_read_edition(&plan, house, cli->arena, path, edition, &cli->diag);
	return *status == STATUS_OK ? plan : NULL;
}

static enum cli_exit run(struct cli *cli)
{
	bool excel = cli_value(cli, "excel") != NULL;
	const char *name = format_name(cli, excel);
	export_function *format = find_format(name);
	struct export_options how = { .excel = excel,
				      .width = cli_terminal_width(cli),
				      .colour = cli_colour(cli) };
	struct text out = text_make(cli->arena);
	struct model_plan *plan;
	enum job_edition edition;
	enum status status;

	if (format == NULL)
		return cli_misused(cli,
				   "il formato «%s» non esiste: scegliere tabella, csv, json o xml",
				   name);
	if (excel && format != export_csv)
		return cli_misused(cli, "--excel vale solo con il formato csv, non con «%s»", name);
	if (!cli_edition(cli, &edition))
		return CLI_USAGE;
	how.public_edition = edition == JOB_PUBLIC;
	if ((plan = read_plan(cli, edition, &status)) == NULL)
		return cli_finish(cli, status);
	if (cli_value(cli, "spiega") != NULL)
		status = explain(cli, plan, &out);
	else
		format(&out, plan, &how);
	if (out.length > 0)
		status = cli_output(cli, cli_value(cli, "output"), &out);
	return cli_finish(cli, status);
}

const struct cli_command cli_calcola = {
	.name = "calcola",
	.arguments = "FILE [-f FORMATO] [-o FILE] [--spiega CODICE]",
	.summary = "Calcola gradi, risultati e giudizi, e spiega come nascono",
	.example = "relazione calcola samples/torino/piano.xml -f csv -o risultati.csv",
	.min = 1,
	.max = 1,
	.options = options,
	.run = run,
};
