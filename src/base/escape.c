#include "base/escape.h"

#include <string.h>

#define REPLACEMENT 0xFFFDu

/* Source: XML 1.0, production 2 (Char). */
static bool xml_allows(uint32_t c)
{
	if (c < 0x20)
		return c == '\t' || c == '\n' || c == '\r';
	return c != 0xFFFE && c != 0xFFFF;
}

/* How a character is written in markup, or NULL when it stands for itself. A
 * bare CR would be read back as a line feed. */
static const char *markup_reference(uint32_t c)
{
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	case '\r': return "&#13;";
	default: return NULL;
	}
}

void escape_markup(struct text *out, const char *string)
{
	uint32_t c;

	if (string == NULL)
		return;
	while ((c = utf8_next(&string)) != 0) {
		const char *reference = markup_reference(c);

		if (reference != NULL)
			text_add(out, reference);
		else
			text_add_utf8(out, xml_allows(c) ? c : REPLACEMENT);
	}
}

void escape_attribute(struct text *out, const char *name, const char *value)
{
	if (value == NULL)
		return;
	text_addf(out, " %s=\"", name);
	escape_markup(out, value);
	text_add_char(out, '"');
}

/* Source: RFC 8259, section 7. */
static void add_json_char(struct text *out, uint32_t c)
{
	static const char letters[] = "\"\\\b\f\n\r\t";
	static const char escapes[] = "\"\\bfnrt";
	const char *found = c < 0x80 ? strchr(letters, (int)c) : NULL;

	if (found != NULL) {
		text_add_char(out, '\\');
		text_add_char(out, escapes[found - letters]);
	} else if (c < 0x20 || c == 0x2028 || c == 0x2029) {
		text_addf(out, "\\u%04x", (unsigned)c); /* line ends to JavaScript */
	} else {
		text_add_utf8(out, c);
	}
}

void escape_json(struct text *out, const char *string)
{
	uint32_t c;

	if (string == NULL) {
		text_add(out, "null");
		return;
	}
	text_add_char(out, '"');
	while ((c = utf8_next(&string)) != 0)
		add_json_char(out, c);
	text_add_char(out, '"');
}

static bool csv_needs_quotes(const char *string, char separator)
{
	size_t length = strlen(string);
	const char special[] = { separator, '"', '\r', '\n', '\0' };

	if (length == 0)
		return false;
	return strpbrk(string, special) != NULL || string[0] == ' ' || string[length - 1] == ' ';
}

/* A spreadsheet would take the field for a formula: by its first character, in
 * full width (as some take it) too. */
static bool csv_is_dangerous(const char *string)
{
	static const char *const wide[] = { "＝", "＋", "－", "＠" };

	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
		if (text_starts(string, wide[i]))
			return true;
	return string[0] != '\0' && strchr("=+-@\t\r\n", string[0]) != NULL;
}

void escape_csv(struct text *out, const char *string, char separator, enum escape_csv kind)
{
	bool quoted;
	uint32_t c;

	if (string == NULL)
		return;
	quoted = csv_needs_quotes(string, separator);
	if (quoted)
		text_add_char(out, '"');
	if (kind == CSV_TEXT && csv_is_dangerous(string))
		text_add_char(out, '\'');
	while ((c = utf8_next(&string)) != 0) {
		if (c == '"')
			text_add_char(out, '"');
		text_add_utf8(out, c);
	}
	if (quoted)
		text_add_char(out, '"');
}
