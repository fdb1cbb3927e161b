/* campi.c - the table of fields that templates can use. */
#include "cli_private.h"

#include "model/field.h"

#include <string.h>

static const struct cli_option options[] = {
	{ 'f', "formato", "testo|markdown|csv|json", "predefinito: testo" },
	{ 'o', "output", "FILE", "dove scrive; predefinito: standard output" },
	{ 0, NULL, NULL, NULL },
};

static enum cli_exit run(struct cli *cli)
{
	static const char *const names[] = { "testo", "markdown", "csv", "json" };
	static const char letters[] = { 't', 'm', 'c', 'j' };
	const char *format = cli_value(cli, "formato") ? cli_value(cli, "formato") : "testo";
	struct text out = text_make(cli->arena);

	for (size_t i = 0; i < sizeof letters; i++) {
		if (strcmp(names[i], format) != 0)
			continue;
		model_fields_print(&out, letters[i]);
		return cli_finish(cli, cli_output(cli, cli_value(cli, "output"), &out));
	}
	return cli_misused(cli, "il formato «%s» non esiste: scegliere testo, markdown, csv o json",
			   format);
}

const struct cli_command cli_campi = {
	.name = "campi",
	.arguments = "[-f FORMATO] [-o FILE]",
	.summary = "Elenca i campi che i modelli possono usare",
	.example = "relazione campi -f markdown -o campi.md",
	.min = 0,
	.max = 0,
	.options = options,
	.run = run,
};
