/* main.c - the program: finds the command, reads its options, runs it. */
#include "cli_private.h"

#include "base/number.h"

#include <getopt.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct cli_command *const commands[] = {
	&cli_controlla, &cli_calcola, &cli_componi, &cli_schede,    &cli_anteprima, &cli_pubblica,
	&cli_verifica,  &cli_unisci,  &cli_estrai,  &cli_confronta, &cli_campi,     NULL,
};

/* Keys of options without a letter: past any character. */
#define LONG_KEY 1000

static const struct cli_command *find_command(const char *name)
{
	for (size_t i = 0; commands[i] != NULL; i++)
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
	return NULL;
}

static enum cli_exit unknown_command(struct arena *arena, const char *name)
{
	const char *names[sizeof commands / sizeof *commands];
	const char *near;
	size_t count = 0;

	for (; commands[count] != NULL; count++)
		names[count] = commands[count]->name;
	near = text_nearest(name, names, count);
	fprintf(stderr, "relazione: comando «%s» sconosciuto", cli_spelled(arena, name));
	if (near != NULL)
		fprintf(stderr, "; forse «%s»", near);
	fputs("; i comandi sono elencati da «relazione --help»\n", stderr);
	return CLI_USAGE;
}

/* The options of getopt_long: the command's, then the common ones. */
struct parser {
	struct option longs[CLI_OPTIONS_MAX * 2];
	char letters[CLI_OPTIONS_MAX * 4];
	size_t count;
};

static void add_option(struct parser *parser, const struct cli_option *option, size_t index)
{
	size_t end = strlen(parser->letters);

	parser->longs[parser->count++] = (struct option){
		.name = option->name,
		.has_arg = option->value ? required_argument : no_argument,
		.val = option->letter ? option->letter : LONG_KEY + (int)index,
	};
	if (option->letter == 0)
		return;
	parser->letters[end++] = option->letter;
	if (option->value != NULL)
		parser->letters[end++] = ':';
	parser->letters[end] = '\0';
}

static void make_parser(struct parser *parser, const struct cli_command *command)
{
	memset(parser, 0, sizeof *parser);
	strcpy(parser->letters, ":");
	for (size_t i = 0; command->options[i].name != NULL; i++)
		add_option(parser, &command->options[i], i);
	for (size_t i = 0; cli_common_options[i].name != NULL; i++)
		add_option(parser, &cli_common_options[i], CLI_OPTIONS_MAX + i);
}

/* Keeps the value of one of the command's own options. */
static bool keep_value(struct cli *cli, int key)
{
	for (size_t i = 0; cli->command->options[i].name != NULL; i++) {
		const struct cli_option *option = &cli->command->options[i];

		if (key == option->letter || key == LONG_KEY + (int)i) {
			cli->values[i] = option->value ? optarg : "";
			return true;
		}
	}
	return false;
}

/* Says what is wrong with an option, in Italian. */
static enum cli_exit bad_option(const struct cli *cli, int key, char **argv)
{
	const char *word = argv[optind - 1];

	if (key == ':')
		return cli_misused(cli, "all’opzione «%s» manca il valore", word);
	if (optopt != 0 && optopt < LONG_KEY && strncmp(word, "--", 2) != 0)
		return cli_misused(cli, "opzione «-%c» sconosciuta", optopt);
	return cli_misused(cli, "opzione «%s» sconosciuta, ambigua o usata male", word);
}

/* Reads the options. 0: go on; else the exit code plus one. */
static int read_options(struct cli *cli, int argc, char **argv)
{
	struct parser parser;
	int key;

	make_parser(&parser, cli->command);
	opterr = 0;
	while ((key = getopt_long(argc, argv, parser.letters, parser.longs, NULL)) != -1) {
		if (keep_value(cli, key))
			continue;
		switch (key) {
		case 'h': cli_help_command(cli->command); return CLI_DONE + 1;
		case 'q': cli->quiet = true; break;
		case 'v': cli->verbose = true; break;
		case LONG_KEY + CLI_OPTIONS_MAX: cli->strict = true; break;
		default: return bad_option(cli, key, argv) + 1;
		}
	}
	cli->operands = argv + optind;
	cli->operand_count = argc - optind;
	return 0;
}

/* A name that a script left empty names no file. */
static bool has_empty_name(const struct cli *cli)
{
	const char *out = cli_value(cli, "output");

	for (int i = 0; i < cli->operand_count; i++)
		if (*cli->operands[i] == '\0')
			return true;
	return out != NULL && *out == '\0';
}

static enum cli_exit run_command(struct cli *cli, int argc, char **argv)
{
	const struct cli_command *command = cli->command;
	int stop = read_options(cli, argc, argv);

	if (stop != 0)
		return (enum cli_exit)(stop - 1);
	if (cli->operand_count < command->min)
		return cli_misused(cli, "manca %s",
				   command->max == 1 || command->min == 1 ? "il file" : "un file");
	if (command->max >= 0 && cli->operand_count > command->max)
		return cli_misused(cli, "«%s» è di troppo", cli->operands[command->max]);
	if (has_empty_name(cli))
		return cli_misused(cli, "il nome di un file è vuoto");
	if (cli_overwritten(cli) != NULL)
		return cli_misused(cli, "«%s» è il file da leggere: dare a -o un altro nome",
				   cli_overwritten(cli));
	cli->paths = cli_find_paths(cli->arena);
	return command->run(cli);
}

/* Memory ran out: arena_create() has undone what was half made. */
static void out_of_memory(void *user, size_t bytes)
{
	(void)user;
	fprintf(stderr, "relazione: errore: memoria esaurita (richiesti %zu byte) [memoria]\n",
		bytes);
	exit(CLI_MACHINE);
}

static enum cli_exit run(int argc, char **argv)
{
	struct arena_options options = { .exhausted = out_of_memory };
	struct cli cli = { .command = find_command(argv[1]), .arena = arena_create(&options) };
	enum cli_exit code;

	number_use_memory(cli.arena);
	cli.diag = diag_make(cli.arena);
	code = cli.command != NULL ? run_command(&cli, argc - 1, argv + 1)
				   : unknown_command(cli.arena, argv[1]);
	arena_destroy(cli.arena);
	return code;
}

/* What was printed has to have arrived. */
static enum cli_exit end(enum cli_exit code)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return code;
	fputs("relazione: errore: scrittura sullo standard output non riuscita [scrittura]\n",
	      stderr);
	return CLI_MACHINE;
}

int main(int argc, char **argv)
{
	setlocale(LC_CTYPE, "");
	if (argc < 2) {
		fputs("relazione: manca il comando; i comandi sono elencati da «relazione --help»\n",
		      stderr);
		return CLI_USAGE;
	}
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
		cli_help(commands);
		return end(CLI_DONE);
	}
	if (strcmp(argv[1], "--version") == 0) {
		puts("relazione " RELAZIONE_VERSION);
		return end(CLI_DONE);
	}
	return end(run(argc, argv));
}
