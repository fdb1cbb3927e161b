/* terminal.h - text set to measure on a terminal.
 *
 * Gives:    the columns that a text takes, padding and shortening, line breaks,
 *           names of others in a message.
 * Includes: base/text.h.
 * Not here: what is printed, colours, how wide the terminal is.
 *
 * Independent of the locale. What a terminal would obey instead of show
 * (controls, marks that turn the direction of text) becomes a blank, or its
 * number.
 */
#ifndef BASE_TERMINAL_H
#define BASE_TERMINAL_H

#include "base/text.h"

/** Appends a text on one line, for a message: white space becomes blanks, and
 *  what a terminal would obey, or nobody would see, is spelled: ⟨U+202E⟩. */
void terminal_add_spelled(struct text *out, const char *text);
/** Columns that a text takes on a terminal. */
int terminal_width(const char *text);
/** Appends a text padded with blanks to `width` columns, at the right side of
 *  them if `right`; a longer text is shortened with an ellipsis. */
void terminal_add(struct text *out, const char *text, int width, bool right);
/** How many bytes of a text stand on a line of `width` columns: up to a blank
 *  when there is one, at least one character. */
size_t terminal_break(const char *text, int width);

#endif
