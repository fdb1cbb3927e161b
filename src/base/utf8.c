/* utf8.c - code points from bytes and back, and capitals. */
#include "base/text.h"

#include "base_private.h"

#define REPLACEMENT 0xFFFDu

/* What a lead byte promises: how many bytes follow, and which bounds the first
 * of them has. The bounds shut out overlong forms, surrogates and everything
 * past U+10FFFF (Source: RFC 3629, section 4). */
struct lead {
	unsigned char first, last;
	unsigned char following;
	unsigned char low, high; /* of the first byte that follows */
	unsigned char bits;      /* of the lead byte that carry the value */
};

static const struct lead leads[] = {
	{ 0x00, 0x7F, 0, 0x00, 0x00, 0x7F }, { 0xC2, 0xDF, 1, 0x80, 0xBF, 0x1F },
	{ 0xE0, 0xE0, 2, 0xA0, 0xBF, 0x0F }, { 0xE1, 0xEC, 2, 0x80, 0xBF, 0x0F },
	{ 0xED, 0xED, 2, 0x80, 0x9F, 0x0F }, { 0xEE, 0xEF, 2, 0x80, 0xBF, 0x0F },
	{ 0xF0, 0xF0, 3, 0x90, 0xBF, 0x07 }, { 0xF1, 0xF3, 3, 0x80, 0xBF, 0x07 },
	{ 0xF4, 0xF4, 3, 0x80, 0x8F, 0x07 },
};

static const struct lead *find_lead(unsigned char byte)
{
	for (size_t i = 0; i < sizeof(leads) / sizeof(*leads); i++)
		if (byte >= leads[i].first && byte <= leads[i].last)
			return &leads[i];
	return NULL;
}

/* Length of the sequence at `bytes`, of which `room` may be read; 0: broken.
 * Stops at the first byte that does not fit, so never reads past a NUL. */
static size_t decode(uint32_t *code_point, const unsigned char *bytes, size_t room)
{
	const struct lead *lead = find_lead(bytes[0]);
	uint32_t value;

	if (lead == NULL || lead->following >= room)
		return 0;
	value = bytes[0] & lead->bits;
	for (size_t i = 1; i <= lead->following; i++) {
		unsigned char low = i == 1 ? lead->low : 0x80;
		unsigned char high = i == 1 ? lead->high : 0xBF;

		if (bytes[i] < low || bytes[i] > high)
			return 0;
		value = value << 6 | (bytes[i] & 0x3Fu);
	}
	*code_point = value;
	return lead->following + 1u;
}

uint32_t utf8_next(const char **at)
{
	const unsigned char *bytes = (const unsigned char *)*at;
	uint32_t code_point;
	size_t length;

	if (bytes[0] < 0x80) {
		*at += bytes[0] != 0;
		return bytes[0];
	}
	length = decode(&code_point, bytes, SIZE_MAX);
	if (length == 0) {
		*at += 1;
		return REPLACEMENT;
	}
	*at += length;
	return code_point;
}

size_t utf8_length(const char *string)
{
	size_t length = 0;

	while (utf8_next(&string) != 0)
		length++;
	return length;
}

bool utf8_valid(const char *bytes, size_t length)
{
	const unsigned char *at = (const unsigned char *)bytes;

	while (length > 0) {
		uint32_t code_point;
		size_t taken = *at < 0x80 ? 1 : decode(&code_point, at, length);

		if (taken == 0)
			return false;
		at += taken;
		length -= taken;
	}
	return true;
}

size_t utf8_put(char *out, uint32_t code_point)
{
	static const unsigned char marks[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
	size_t length;

	if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF))
		code_point = REPLACEMENT;
	length = code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
	for (size_t i = length - 1; i > 0; i--) {
		out[i] = (char)(0x80 | (code_point & 0x3F));
		code_point >>= 6;
	}
	out[0] = (char)(marks[length] | code_point);
	return length;
}

/* Lower-case Latin letters by range. In a range with step 2 capitals and small
 * letters alternate, and only every second code point is a small letter. */
struct letters {
	uint16_t first, last;
	uint8_t step;
	int16_t to_capital;
};

/* Source: UnicodeData.txt, field "Simple_Uppercase_Mapping". */
static const struct letters small_letters[] = {
	{ 0x0061, 0x007A, 1, -32 }, { 0x00E0, 0x00F6, 1, -32 },  { 0x00F8, 0x00FE, 1, -32 },
	{ 0x00FF, 0x00FF, 1, 121 }, { 0x0101, 0x012F, 2, -1 },   { 0x0131, 0x0131, 1, -232 },
	{ 0x0133, 0x0137, 2, -1 },  { 0x013A, 0x0148, 2, -1 },   { 0x014B, 0x0177, 2, -1 },
	{ 0x017A, 0x017E, 2, -1 },  { 0x017F, 0x017F, 1, -300 }, { 0x01A1, 0x01A5, 2, -1 },
	{ 0x01B0, 0x01B0, 1, -1 },  { 0x01CE, 0x01DC, 2, -1 },   { 0x01DD, 0x01DD, 1, -79 },
	{ 0x01DF, 0x01EF, 2, -1 },  { 0x01F9, 0x021F, 2, -1 },   { 0x0223, 0x0233, 2, -1 },
	{ 0x0247, 0x024F, 2, -1 },  { 0x1E01, 0x1E95, 2, -1 },   { 0x1EA1, 0x1EFF, 2, -1 },
};

uint32_t text_upper_code_point(uint32_t code_point)
{
	for (size_t i = 0; i < sizeof(small_letters) / sizeof(*small_letters); i++) {
		const struct letters *range = &small_letters[i];

		if (code_point < range->first)
			break;
		if (code_point <= range->last && (code_point - range->first) % range->step == 0)
			return code_point + (uint32_t)range->to_capital;
	}
	return code_point;
}
