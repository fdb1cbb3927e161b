/* cli_private.h - what the commands share.
 *
 * Gives:    the table of commands, their parsed options, reporting of
 *           findings, exit codes.
 * Includes: base, job.
 * Not here: rules of its own; a command only calls `job` and prints.
 */
#ifndef CLI_PRIVATE_H
#define CLI_PRIVATE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/status.h"
#include "job/job.h"

/* Source: design section 8, "Exit status". */
enum cli_exit { CLI_DONE = 0, CLI_REFUSED = 1, CLI_USAGE = 2, CLI_MACHINE = 3 };

#define CLI_OPTIONS_MAX 24

/** One option of a command. */
struct cli_option {
	char letter;       /* 0: only long; the letter or 1000 + index is its key */
	const char *name;  /* long name                                           */
	const char *value; /* what it takes, for the help; NULL: nothing          */
	const char *help;  /* Italian, one line                                   */
};

struct cli;

struct cli_command {
	const char *name;
	const char *arguments;            /* after the name, for the help              */
	const char *summary;              /* Italian, one line                         */
	const char *example;              /* a command line that works, and what it does */
	int min, max;                     /* how many operands; max -1: any            */
	const struct cli_option *options; /* of its own; ends with name NULL */
	enum cli_exit (*run)(struct cli *cli);
};

/** One run of the program. */
struct cli {
	struct arena *arena;
	struct diag diag;
	struct job_paths paths;
	const struct cli_command *command;
	const char *values[CLI_OPTIONS_MAX]; /* by place in `options`; "" when it takes none */
	char **operands;
	int operand_count;
	bool quiet, verbose, strict;
};

extern const struct cli_command cli_controlla, cli_calcola, cli_componi, cli_schede, cli_anteprima,
	cli_campi, cli_estrai, cli_confronta, cli_pubblica, cli_verifica, cli_unisci;

/** The value of an option of the command, "" for a flag that is set, NULL when
 *  it was not given. */
const char *cli_value(const struct cli *cli, const char *name);
/** Adds a usage fault to standard error and returns CLI_USAGE. */
enum cli_exit cli_misused(const struct cli *cli, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/** Words of others (a file name, an argument) as a terminal may be shown them. */
const char *cli_spelled(struct arena *arena, const char *words);

/** Prints the findings gathered so far, sorted, on standard error. */
void cli_report(struct cli *cli);
/** Reports, then turns a status into the exit code (--severo counted). */
enum cli_exit cli_finish(struct cli *cli, enum status status);

/** The file to read that -o would write over, or NULL. */
const char *cli_overwritten(const struct cli *cli);
/** Writes a text to the file of -o, or to standard output. */
enum status cli_output(struct cli *cli, const char *path, const struct text *text);
/** Columns of the terminal that the output goes to; 0: it goes elsewhere. */
int cli_terminal_width(const struct cli *cli);
/** Whether to colour it: a terminal, and nobody asked otherwise (NO_COLOR). */
bool cli_colour(const struct cli *cli);
/** SOURCE_DATE_EPOCH, or -1 when it is not set; complains and returns false
 *  when it is no date of the years 1970 to 9999. */
bool cli_epoch(struct cli *cli, long long *out);
/** The address of --indirizzo with its last slash, or NULL; complains and returns
 *  false when it is none of the web. */
bool cli_address(struct cli *cli, const char **out);
struct batch_outcome;
/** "fatti 3, invariati 0, falliti 1, tolti 2, con 4 avvisi", without a line end. */
void cli_print_counts(const struct batch_outcome *out);
/** Whether a plan failed; with --severo also whether one has warnings or notes. */
bool cli_batch_refused(const struct cli *cli, const struct batch_outcome *out);
/** The edition of --edizione; complains and returns false for another word. */
bool cli_edition(struct cli *cli, enum job_edition *out);

/** Folders of fonts, templates and schemas: installed beside the program, or
 *  those of the source tree it was built from. */
struct job_paths cli_find_paths(struct arena *arena);

/** Help: of the program, or of one command. */
void cli_help(const struct cli_command *const *commands);
void cli_help_command(const struct cli_command *command);

/** The options that every command takes. */
extern const struct cli_option cli_common_options[];

#endif
