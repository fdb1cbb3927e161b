/* text.h - growing strings and UTF-8.
 *
 * Gives:    struct text (a string builder), UTF-8 decoding and checks,
 *           distance between names, string spans.
 * Includes: base/arena.h.
 * Not here: fonts, hyphenation, escaping (base/escape.h).
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A string that grows in an arena; `bytes` is always NUL-terminated. */
struct text {
	struct arena *arena;
	char *bytes;
	size_t length; /* without the NUL */
	size_t capacity;
};

struct text text_make(struct arena *arena);
void text_add(struct text *text, const char *string);
void text_add_n(struct text *text, const char *bytes, size_t length);
void text_add_char(struct text *text, char byte);
void text_add_utf8(struct text *text, uint32_t code_point);
void text_addf(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_clear(struct text *text);

/** The next code point of a UTF-8 string, moving `*at`; 0 at the NUL,
 *  U+FFFD (and one byte on) for a broken sequence. */
uint32_t utf8_next(const char **at);
/** Number of code points. */
size_t utf8_length(const char *string);
bool utf8_valid(const char *bytes, size_t length);
/** Bytes that `code_point` takes, written to `out` (room for 4). */
size_t utf8_put(char *out, uint32_t code_point);

bool text_equal(const char *a, const char *b); /* both NULL: equal */
/** Whether a unit of measure only says "how many" ("n.", or none): figures are
 *  printed without it. */
bool text_unit_counts(const char *unit);
bool text_starts(const char *string, const char *prefix);
bool text_blank(const char *string); /* NULL or only white space */
/** A copy with runs of XML white space folded to one blank, ends trimmed. */
char *text_fold_space(struct arena *arena, const char *string);
/** The same in upper case, by simple Unicode mapping of Latin letters. */
char *text_upper(struct arena *arena, const char *string);

#define TEXT_NAME_MAX 128 /* code points of a name that are compared one by one */

/** Edit distance (Damerau-Levenshtein, restricted) between two names, in code
 *  points; each one beyond TEXT_NAME_MAX counts as an edit. */
unsigned text_distance(const char *a, const char *b);
/** The nearest of `count` names whatever their case, the first of equally near
 *  ones; NULL when none is near enough to suggest: a third of the letters of
 *  `name` may differ, at least 1 and at most 3. */
const char *text_nearest(const char *name, const char *const *names, size_t count);

/** FNV-1a over bytes, for hash tables; not a checksum. */
uint64_t text_hash(const char *bytes, size_t length);

#endif
