/* word.c - numbers, attributes, ids, plain text: the small change of a page. */
#include "web_private.h"

#include <math.h>
#include <stdlib.h>

#define NUMBER_MAX 1e7

void web_add_number(struct text *out, double value)
{
	long hundredths = lround(fmin(fmax(value, -NUMBER_MAX), NUMBER_MAX) * 100);
	long rest = labs(hundredths) % 100;

	text_addf(out, "%s%ld", hundredths < 0 ? "-" : "", labs(hundredths) / 100);
	if (rest != 0)
		text_addf(out, rest % 10 == 0 ? ".%ld" : ".%02ld",
			  rest % 10 == 0 ? rest / 10 : rest);
}

/* ---- ids ------------------------------------------------------------------- */

/* Characters that stand for themselves in an id and in an address alike. */
static bool is_plain(unsigned char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	       (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' || byte == '_';
}

void web_add_id(struct text *out, const char *id)
{
	for (const char *at = id; *at != '\0'; at++) {
		unsigned char byte = (unsigned char)*at;

		if (is_plain(byte) && !(at == id && byte == '_'))
			text_add_char(out, *at);
		else
			text_addf(out, "~%02X", byte);
	}
}

void web_add_id_attribute(struct text *out, const char *name, const char *id)
{
	if (id == NULL)
		return;
	text_addf(out, " %s=\"%s", name, strcmp(name, "href") == 0 ? "#" : "");
	web_add_id(out, id);
	text_add(out, "\"");
}

/* ---- base 64 ------------------------------------------------------------------ */

void web_add_base64(struct text *out, const unsigned char *bytes, size_t length)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < length; i += 3) {
		unsigned long three = (unsigned long)bytes[i] << 16;
		size_t left = length - i;

		if (left > 1)
			three |= (unsigned long)bytes[i + 1] << 8;
		if (left > 2)
			three |= bytes[i + 2];
		text_add_char(out, digits[three >> 18]);
		text_add_char(out, digits[three >> 12 & 63]);
		text_add_char(out, left > 1 ? digits[three >> 6 & 63] : '=');
		text_add_char(out, left > 2 ? digits[three & 63] : '=');
	}
}

/* ---- what is empty ----------------------------------------------------------------- */

static bool says_something(const struct document_inline *piece)
{
	switch (piece->kind) {
	case DOCUMENT_TEXT:
	case DOCUMENT_SIGNAL: return !text_blank(piece->text);
	case DOCUMENT_REFERENCE: return piece->to != NULL || !text_blank(piece->text);
	case DOCUMENT_SPAN:
	case DOCUMENT_LINK: return !web_says_nothing(piece->first);
	default: return false;
	}
}

bool web_says_nothing(const struct document_inline *first)
{
	for (const struct document_inline *piece = first; piece != NULL; piece = piece->next)
		if (says_something(piece))
			return false;
	return true;
}
