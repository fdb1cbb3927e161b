/* terminal.c - how much room a text takes on a terminal, and cutting it to
 * measure. The C library's wcwidth() depends on the locale; this does not. */
#include "base/terminal.h"

#define ELLIPSIS "…"

struct range {
	uint32_t first, last;
};

/* Source: Unicode 15, general categories Mn, Me, Cf as far as they occur with
 * European text, and East Asian Width W and F. */
static const struct range no_width[] = {
	{ 0x0300, 0x036F }, { 0x0483, 0x0489 }, { 0x0591, 0x05BD }, { 0x064B, 0x065F },
	{ 0x1AB0, 0x1AFF }, { 0x1DC0, 0x1DFF }, { 0x200B, 0x200D }, { 0x2060, 0x2064 },
	{ 0x20D0, 0x20FF }, { 0xFE00, 0xFE0F }, { 0xFE20, 0xFE2F }, { 0xFEFF, 0xFEFF },
};
static const struct range two_columns[] = {
	{ 0x1100, 0x115F },   { 0x231A, 0x231B },   { 0x23E9, 0x23EC },   { 0x2E80, 0x303E },
	{ 0x3041, 0x33FF },   { 0x3400, 0x4DBF },   { 0x4E00, 0x9FFF },   { 0xA000, 0xA4CF },
	{ 0xAC00, 0xD7A3 },   { 0xF900, 0xFAFF },   { 0xFE30, 0xFE6F },   { 0xFF00, 0xFF60 },
	{ 0xFFE0, 0xFFE6 },   { 0x1F300, 0x1F64F }, { 0x1F680, 0x1F6FF }, { 0x1F900, 0x1F9FF },
	{ 0x20000, 0x3FFFD },
};

static bool is_in(uint32_t c, const struct range *ranges, size_t count)
{
	for (size_t i = 0; i < count && c >= ranges[i].first; i++)
		if (c <= ranges[i].last)
			return true;
	return false;
}

/* Controls, and marks that turn the direction of what follows. */
static bool is_obeyed(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
	       (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* What leaves no trace on a screen, so that two names look the same. */
static bool is_unseen(uint32_t c)
{
	return c == 0x00AD || c == 0x200B || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF ||
	       (c >= 0xE0000 && c <= 0xE007F);
}

void terminal_add_spelled(struct text *out, const char *text)
{
	uint32_t c;

	while ((c = utf8_next(&text)) != 0) {
		if (c == '\n' || c == '\t' || c == '\r')
			text_add_char(out, ' ');
		else if (is_obeyed(c) || is_unseen(c))
			text_addf(out, "⟨U+%04X⟩", (unsigned)c);
		else
			text_add_utf8(out, c);
	}
}

static int columns_of(uint32_t c)
{
	if (is_in(c, no_width, sizeof no_width / sizeof *no_width))
		return 0;
	return is_in(c, two_columns, sizeof two_columns / sizeof *two_columns) ? 2 : 1;
}

int terminal_width(const char *text)
{
	int width = 0;
	uint32_t c;

	while ((c = utf8_next(&text)) != 0)
		width += columns_of(c);
	return width;
}

/* Bytes of a text that fit; `*used` gets the columns they take. */
static size_t fitting(const char *text, int width, int *used)
{
	const char *at = text, *end = text;
	uint32_t c;

	*used = 0;
	while ((c = utf8_next(&at)) != 0 && *used + columns_of(c) <= width) {
		*used += columns_of(c);
		end = at;
	}
	return (size_t)(end - text);
}

static void add_harmless(struct text *out, const char *text, size_t length)
{
	const char *end = text + length;

	while (text < end) {
		uint32_t c = utf8_next(&text);

		if (c == 0)
			return;
		text_add_utf8(out, is_obeyed(c) ? ' ' : c);
	}
}

static void add_blanks(struct text *out, int count)
{
	for (int i = 0; i < count; i++)
		text_add_char(out, ' ');
}

void terminal_add(struct text *out, const char *text, int width, bool right)
{
	bool whole = terminal_width(text) <= width;
	int used;
	size_t bytes = fitting(text, whole ? width : width - 1, &used);

	if (!whole)
		used++;
	if (right)
		add_blanks(out, width - used);
	add_harmless(out, text, bytes);
	if (!whole)
		text_add(out, ELLIPSIS);
	if (!right)
		add_blanks(out, width - used);
}

size_t terminal_break(const char *text, int width)
{
	int used;
	size_t bytes = fitting(text, width, &used), at = bytes;
	const char *next = text;

	if (text[bytes] == '\0' || text[bytes] == ' ')
		return bytes;
	while (at > 0 && text[at - 1] != ' ')
		at--;
	if (at > 0)
		return at;
	utf8_next(&next);
	return bytes > 0 ? bytes : (size_t)(next - text);
}
