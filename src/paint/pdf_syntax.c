/* pdf_syntax.c - how PDF spells numbers, strings and names. */
#include "pdf_file.h"

#include <string.h>

void pdf_int(struct text *out, long value)
{
	char digits[24];
	size_t at = sizeof digits;
	unsigned long rest = value < 0 ? 0UL - (unsigned long)value : (unsigned long)value;

	do
		digits[--at] = (char)('0' + rest % 10);
	while ((rest /= 10) != 0);
	if (value < 0)
		digits[--at] = '-';
	text_add_n(out, digits + at, sizeof digits - at);
}

#define REAL_MAX 1000000.0 /* points; beyond any page */

void pdf_real(struct text *out, double value)
{
	long cents, part;

	if (!(value > -REAL_MAX))
		value = -REAL_MAX; /* also what is not a number */
	if (value > REAL_MAX)
		value = REAL_MAX;
	cents = (long)(value * 100 + (value < 0 ? -0.5 : 0.5));
	if (cents < 0) {
		text_add_char(out, '-');
		cents = -cents;
	}
	pdf_int(out, cents / 100);
	part = cents % 100;
	if (part == 0)
		return;
	text_add_char(out, '.');
	text_add_char(out, (char)('0' + part / 10));
	if (part % 10 != 0)
		text_add_char(out, (char)('0' + part % 10));
}

void pdf_ref(struct text *out, long id)
{
	pdf_int(out, id);
	text_add_n(out, " 0 R ", 5);
}

void pdf_bytes(struct text *out, const void *bytes, size_t length)
{
	const char *at = bytes;

	text_add_char(out, '(');
	for (size_t i = 0; i < length; i++) {
		char c = at[i];

		if (c == '(' || c == ')' || c == '\\')
			text_add_char(out, '\\');
		else if (c == '\r') {
			text_add_char(out, '\\');
			c = 'r';
		}
		text_add_char(out, c);
	}
	text_add_char(out, ')');
}

static const char hex[] = "0123456789ABCDEF";

void pdf_digits(struct text *out, const unsigned char digest[16])
{
	text_add_char(out, '<');
	for (int i = 0; i < 16; i++) {
		text_add_char(out, hex[digest[i] >> 4]);
		text_add_char(out, hex[digest[i] & 15]);
	}
	text_add_char(out, '>');
}

static bool plain_ascii(const char *string)
{
	for (; *string != '\0'; string++)
		if ((unsigned char)*string < 0x20 || (unsigned char)*string > 0x7E)
			return false;
	return true;
}

static void put_utf16(struct text *units, uint32_t unit)
{
	text_add_char(units, (char)(unit >> 8));
	text_add_char(units, (char)unit);
}

void pdf_text(struct text *out, const char *string)
{
	struct text units;
	uint32_t c;

	if (plain_ascii(string)) {
		pdf_bytes(out, string, strlen(string));
		return;
	}
	units = text_make(out->arena);
	put_utf16(&units, 0xFEFF);
	while ((c = utf8_next(&string)) != 0) {
		if (c > 0xFFFF) {
			put_utf16(&units, 0xD800 + ((c - 0x10000) >> 10));
			c = 0xDC00 + ((c - 0x10000) & 0x3FF);
		}
		put_utf16(&units, c);
	}
	pdf_bytes(out, units.bytes, units.length);
}

void pdf_name(struct text *out, const char *name)
{
	text_add_char(out, '/');
	for (; *name != '\0'; name++) {
		unsigned char c = (unsigned char)*name;

		if (c > 0x20 && c < 0x7F && strchr("()<>[]{}/%#", c) == NULL) {
			text_add_char(out, (char)c);
			continue;
		}
		text_add_char(out, '#');
		text_add_char(out, hex[c >> 4]);
		text_add_char(out, hex[c & 15]);
	}
}
