/* escape.h - the one place that escapes text for markup, JSON and CSV.
 *
 * Gives:    appenders to a struct text.
 * Includes: base/text.h.
 * Not here: what the outputs look like.
 */
#ifndef BASE_ESCAPE_H
#define BASE_ESCAPE_H

#include "base/text.h"

/** Character data or a double-quoted attribute value of XML or HTML;
 *  characters that XML 1.0 forbids become U+FFFD. */
void escape_markup(struct text *out, const char *string);
/** ` name="value"`, the value escaped; nothing when it is NULL. */
void escape_attribute(struct text *out, const char *name, const char *value);
/** A JSON string with its quotes; NULL gives null. */
void escape_json(struct text *out, const char *string);

enum escape_csv { CSV_TEXT, CSV_NUMBER };
/** A CSV field, quoted when needed (RFC 4180). In a CSV_TEXT field a leading
 *  = + - @ tab or CR is made harmless for spreadsheets with an apostrophe;
 *  numbers are left alone. */
void escape_csv(struct text *out, const char *string, char separator, enum escape_csv kind);

#endif
