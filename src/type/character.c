#include "type_private.h"

#include "base/text.h"

#include <string.h>

struct range {
	uint32_t first, last;
};

#define HAS(ranges, code_point) in_ranges(ranges, sizeof(ranges) / sizeof(*(ranges)), code_point)

static bool in_ranges(const struct range *ranges, size_t count, uint32_t code_point)
{
	for (size_t i = 0; i < count; i++) {
		if (code_point >= ranges[i].first && code_point <= ranges[i].last)
			return true;
	}
	return false;
}

uint32_t character_next(const char *text, size_t length, size_t *at)
{
	char tail[5] = { 0 };
	const char *next = text + *at;
	uint32_t code_point;

	if ((unsigned char)*next < 0x80)
		return (unsigned char)text[(*at)++];
	if (length - *at < 4) { /* utf8_next() might look beyond the piece */
		memcpy(tail, text + *at, length - *at);
		next = tail;
		code_point = utf8_next(&next);
		*at += (size_t)(next - tail);
	} else {
		code_point = utf8_next(&next);
		*at = (size_t)(next - text);
	}
	return code_point;
}

bool character_invisible(uint32_t code_point)
{
	static const struct range invisible[] = {
		{ 0x00, 0x1F },       { 0x7F, 0x9F },       { 0xAD, 0xAD },
		{ 0x34F, 0x34F },     { 0x61C, 0x61C },     { 0x115F, 0x1160 },
		{ 0x17B4, 0x17B5 },   { 0x180B, 0x180F },   { 0x200B, 0x200F },
		{ 0x2028, 0x202E },   { 0x2060, 0x206F },   { 0x3164, 0x3164 },
		{ 0xFE00, 0xFE0F },   { 0xFEFF, 0xFEFF },   { 0xFFA0, 0xFFA0 },
		{ 0xFFF0, 0xFFFB },   { 0x1BCA0, 0x1BCA3 }, { 0x1D173, 0x1D17A },
		{ 0xE0000, 0xE0FFF },
	};

	if (code_point >= 0x20 && code_point < 0x7F)
		return false;
	return HAS(invisible, code_point);
}

bool character_mark(uint32_t code_point)
{
	hb_unicode_general_category_t category;

	if (code_point < 0x300)
		return false;
	category = hb_unicode_general_category(hb_unicode_funcs_get_default(), code_point);
	return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
	       category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
	       category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
}

/* PDF/A-2 6.2.11.7: the Unicode value of a glyph is a character, and one of the
 * private use areas says nothing to a reader. */
static bool is_nameless(uint32_t code_point)
{
	static const struct range nameless[] = {
		{ 0xE000, 0xF8FF },
		{ 0xFDD0, 0xFDEF },
		{ 0xF0000, 0x10FFFF },
	};

	return (code_point & 0xFFFE) == 0xFFFE || HAS(nameless, code_point);
}

static uint32_t second_of(const uint32_t (*pairs)[2], size_t count, uint32_t first)
{
	for (size_t i = 0; i < count; i++) {
		if (pairs[i][0] == first)
			return pairs[i][1];
	}
	return 0;
}

uint32_t character_named(uint32_t code_point)
{
	/* bullets and marks of the Symbol and Wingdings faces, as word processors paste them */
	static const uint32_t pasted[][2] = {
		{ 0xF0B7, 0x2022 }, { 0xF0A7, 0x25AA }, { 0xF0D8, 0x25B8 }, { 0xF076, 0x25C6 },
		{ 0xF0FC, 0x2713 }, { 0xF0FB, 0x2717 }, { 0xF0E0, 0x2192 }, { 0xF0A8, 0x25FB },
		{ 0xF06F, 0x25A1 }, { 0xF06E, 0x25A0 }, { 0xF02D, 0x2212 }, { 0xF0B3, 0x2265 },
		{ 0xF0A3, 0x2264 }, { 0xF0B0, 0x00B0 },
	};
	uint32_t known;

	if (!is_nameless(code_point))
		return code_point;
	known = second_of(pasted, sizeof(pasted) / sizeof(*pasted), code_point);
	return known != 0 ? known : REPLACEMENT;
}

uint32_t character_substitute(uint32_t code_point)
{
	static const uint32_t pairs[][2] = {
		{ 0x2010, '-' },    { 0x2011, '-' },    { 0x2012, 0x2013 }, { 0x2015, 0x2014 },
		{ 0x00B5, 0x03BC }, { 0x03BC, 0x00B5 }, { 0x2126, 0x03A9 }, { 0x212B, 0x00C5 },
		{ 0x2219, 0x00B7 }, { 0x02BC, 0x2019 }, { 0x2236, ':' },    { 0x2215, '/' },
	};

	return second_of(pairs, sizeof(pairs) / sizeof(*pairs), code_point);
}

bool character_fixed_blank(uint32_t code_point)
{
	return (code_point >= 0x2000 && code_point <= 0x200A) || code_point == 0x202F ||
	       code_point == 0x205F || code_point == 0xA0;
}

bool character_letter(uint32_t code_point)
{
	if (code_point < 0x80)
		return (code_point | 0x20) >= 'a' && (code_point | 0x20) <= 'z';
	switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), code_point)) {
	case HB_UNICODE_GENERAL_CATEGORY_LOWERCASE_LETTER:
	case HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER:
	case HB_UNICODE_GENERAL_CATEGORY_TITLECASE_LETTER:
	case HB_UNICODE_GENERAL_CATEGORY_MODIFIER_LETTER:
	case HB_UNICODE_GENERAL_CATEGORY_OTHER_LETTER: return true;
	default: return false;
	}
}

bool character_digit(uint32_t code_point)
{
	return code_point >= '0' && code_point <= '9';
}

bool character_upper(uint32_t code_point)
{
	if (code_point < 0x80)
		return code_point >= 'A' && code_point <= 'Z';
	return hb_unicode_general_category(hb_unicode_funcs_get_default(), code_point) ==
	       HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER;
}

bool character_apostrophe(uint32_t code_point)
{
	return code_point == '\'' || code_point == 0x2019;
}
