/* table_decimal.c - numbers of a column one under the other, commas in line. */
#include "table_private.h"

#include <math.h>
#include <string.h>

#define UNIT_BYTES_MAX 16 /* of what may follow a number: " mln €", " gg" */

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* Past signs, comparisons and blanks before the digits; NULL: letters. */
static const char *skip_signs(const char *at)
{
	static const char *const signs[] = { " ",      "+",      "-",      "<",      ">",
					     "=",      "(",      "\u00A0", "\u2009", "\u202F",
					     "\u2212", "\u2013", "\u2264", "\u2265", "\u00B1",
					     "\u20AC", "~" };
	const size_t count = sizeof(signs) / sizeof(*signs);

	while (*at != '\0' && !is_digit(*at)) {
		size_t i = 0;

		while (i < count && !text_starts(at, signs[i]))
			i++;
		if (i == count)
			return NULL;
		at += strlen(signs[i]);
	}
	return *at != '\0' ? at : NULL;
}

/* Past digits and the points between groups of three. */
static const char *skip_whole(const char *at)
{
	while (is_digit(*at) ||
	       (*at == '.' && is_digit(at[1]) && is_digit(at[2]) && is_digit(at[3])))
		at++;
	return at;
}

static bool is_unit(const char *at)
{
	if (strlen(at) > UNIT_BYTES_MAX)
		return false;
	for (; *at != '\0'; at++)
		if (is_digit(*at) || *at == '/' || *at == PASSAGE_BREAK || *at == ':')
			return false;
	return true;
}

/* Where in a text the comma of its number stands or would stand; -1: no number. */
static long comma_of(const char *text)
{
	const char *at = skip_signs(text), *comma;

	if (at == NULL)
		return -1;
	comma = at = skip_whole(at);
	if (*at == ',' && is_digit(at[1]))
		for (at++; is_digit(*at);)
			at++;
	return is_unit(at) ? (long)(comma - text) : -1;
}

bool decimal_split(const struct passage *passage, double *before, double *after)
{
	long comma = passage->text.length > 0 ? comma_of(passage->text.bytes) : -1;

	*before = *after = 0;
	if (comma < 0)
		return false;
	for (size_t i = 0; i < passage->atom_count; i++) {
		const struct atom *atom = &passage->atoms[i];
		struct atom head, tail;

		if (atom->end <= (size_t)comma) {
			*before += (double)(atom->width + (i > 0 ? atom->blank : 0));
		} else if (atom->start >= (size_t)comma) {
			*after += (double)(atom->width + (i > 0 ? atom->blank : 0));
		} else {
			atom_cut(passage, atom, (size_t)comma, false, &head, &tail);
			*before += (double)(head.width + (i > 0 ? atom->blank : 0));
			*after += (double)tail.width;
		}
	}
	return true;
}

void decimal_align(const struct column *column, struct paragraph *paragraph, double width)
{
	double before, after, shift;

	if (paragraph->lines.count != 1 || !decimal_split(&paragraph->passage, &before, &after))
		return;
	shift = (width - column->before - column->after) / 2 + column->before - before;
	paragraph->align = DOCUMENT_LEFT;
	paragraph->shift = fmax(0, fmin(shift, width - paragraph->lines.items[0].natural));
}
