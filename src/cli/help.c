/* help.c - the help, printed from the tables of commands and options. */
#include "cli_private.h"

#include <stdio.h>
#include <string.h>

void cli_help(const struct cli_command *const *commands)
{
	puts("relazione - dal piano in XML alla Relazione sulla performance\n"
	     "\n"
	     "Uso: relazione COMANDO [opzioni] FILE\n"
	     "\n"
	     "Comandi:");
	for (size_t i = 0; commands[i] != NULL; i++)
		printf("  %-11s %s\n", commands[i]->name, commands[i]->summary);
	puts("\n"
	     "  relazione COMANDO --help    spiega un comando, con un esempio\n"
	     "  relazione --version         dice la versione\n"
	     "\n"
	     "Esempio: relazione componi samples/torino/piano.xml -o relazione.pdf\n"
	     "\n"
	     "Esito: 0 fatto; 1 errore nel documento; 2 uso sbagliato; 3 la macchina ha ceduto\n"
	     "(disco, memoria, permessi). «-» al posto di un file è lo standard input o output.");
}

static void print_option(const struct cli_option *option)
{
	char name[64];
	int extra = 0; /* bytes that are not columns */

	snprintf(name, sizeof name, "--%s%s%s", option->name, option->value ? " " : "",
		 option->value ? option->value : "");
	for (const char *c = name; *c != '\0'; c++)
		extra += ((unsigned char)*c & 0xC0) == 0x80;
	if (option->letter != 0)
		printf("  -%c, %-*s %s\n", option->letter, 22 + extra, name, option->help);
	else
		printf("      %-*s %s\n", 22 + extra, name, option->help);
}

void cli_help_command(const struct cli_command *command)
{
	printf("Uso: relazione %s %s\n\n%s.\n\nOpzioni:\n", command->name, command->arguments,
	       command->summary);
	for (size_t i = 0; command->options[i].name != NULL; i++)
		print_option(&command->options[i]);
	for (size_t i = 0; cli_common_options[i].name != NULL; i++)
		print_option(&cli_common_options[i]);
	printf("\nEsempio:\n  %s\n", command->example);
}
