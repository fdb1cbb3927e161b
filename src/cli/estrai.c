/* estrai.c - writes back the files that a report carries. */
#include "cli_private.h"

#include "carry/carry.h"

#include <stdio.h>

static const struct cli_option options[] = {
	{ 'o', "output", "CARTELLA", "dove scrive (obbligatoria)" },
	{ 0, NULL, NULL, NULL },
};

static enum status write_file(struct cli *cli, const char *dir, const struct carry_file *file)
{
	const char *path = file_join(cli->arena, dir, file->name);
	struct file_out *out = file_out_open(cli->arena, path);
	enum status status;

	file_out_write(out, file->bytes.data, file->bytes.length);
	status = file_out_commit(out, &cli->diag);
	if (status == STATUS_OK && !cli->quiet)
		printf("%s\n", path);
	return status;
}

static enum status write_all(struct cli *cli, const char *dir, const struct carry_files *files)
{
	enum status status = files->count > 0 ? file_make_dirs(dir, &cli->diag) : STATUS_OK;

	for (size_t i = 0; i < files->count && status == STATUS_OK; i++)
		status = write_file(cli, dir, &files->items[i]);
	return status;
}

static enum cli_exit run(struct cli *cli)
{
	const char *dir = cli_value(cli, "output"), *path = cli->operands[0];
	struct carry_files files;
	enum status status;

	if (dir == NULL)
		return cli_misused(cli, "manca -o con la cartella in cui scrivere");
	status = carry_read(&files, cli->arena, path, &cli->diag);
	if (status == STATUS_OK && files.count == 0)
		diag_warning(&cli->diag, (struct place){ .file = path }, "senza-allegati",
			     "il PDF non porta allegati: non c’è nulla da estrarre");
	if (status == STATUS_OK)
		status = write_all(cli, dir, &files);
	return cli_finish(cli, status);
}

const struct cli_command cli_estrai = {
	.name = "estrai",
	.arguments = "REPORT.pdf -o CARTELLA",
	.summary = "Riscrive i file che il documento porta con sé: il piano, i dati",
	.example = "relazione estrai relazione-2022.pdf -o estratti",
	.min = 1,
	.max = 1,
	.options = options,
	.run = run,
};
