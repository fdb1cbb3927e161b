/* diag.h - findings, gathered.
 *
 * Gives:    a list of findings with place, weight and code; nothing prints.
 * Includes: base/arena.h, base/text.h.
 * Not here: output; `cli` writes the list and chooses the exit code.
 *
 * Texts are Italian, say what is wrong and what to do, and end without a
 * full stop. A code is a short, stable, lower-case word-with-hyphens.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/arena.h"
#include "base/text.h"

enum diag_level {
	DIAG_ERROR,   /* errore: the input is refused             */
	DIAG_WARNING, /* avviso: done all the same                */
	DIAG_NOTE,    /* nota: an audit finding or explanation    */
};

/** A place in an input file; line 0: the file as a whole. */
struct place {
	const char *file; /* as the user named it; NULL: no file */
	int line, column; /* from 1 */
};

struct diag_entry {
	enum diag_level level;
	struct place place;
	const char *code; /* static string */
	char *text;
	size_t order; /* in which it was found, to keep sorting stable */
};

struct diag {
	struct arena *arena;
	struct diag_entry *entries;
	size_t count, capacity;
	size_t counts[3]; /* by level, also of findings beyond the limit */
};

#define DIAG_ENTRIES_MAX 2000 /* findings kept of each level; later ones are only counted */
#define DIAG_TEXT_MAX    4000 /* bytes of a finding; a longer text ends in an ellipsis     */

struct diag diag_make(struct arena *arena);
void diag_add(struct diag *diag, enum diag_level level, struct place place, const char *code,
	      const char *format, ...) __attribute__((format(printf, 5, 6)));
#define diag_error(diag, place, ...)   diag_add((diag), DIAG_ERROR, (place), __VA_ARGS__)
#define diag_warning(diag, place, ...) diag_add((diag), DIAG_WARNING, (place), __VA_ARGS__)
#define diag_note(diag, place, ...)    diag_add((diag), DIAG_NOTE, (place), __VA_ARGS__)

bool diag_has_errors(const struct diag *diag);
/** Orders the findings by file (first met first), line, column, then as found. */
void diag_sort(struct diag *diag);
/** "file:line:col: errore: text [code]" appended to `out`, no newline; line or
 *  column 0 left out, names of others as terminal_add_spelled() gives them. */
void diag_format(struct text *out, const struct diag_entry *entry);

#endif
