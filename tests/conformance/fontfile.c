/* fontfile.c - the advances of a TrueType file. Source: OpenType head, hhea, hmtx, maxp. */
#include "conform_private.h"

#include <string.h>

static unsigned u16(struct bytes file, size_t at)
{
	if (at + 2 > file.length)
		return 0;
	return (unsigned)(unsigned char)file.data[at] << 8 | (unsigned char)file.data[at + 1];
}

static size_t u32(struct bytes file, size_t at)
{
	return (size_t)u16(file, at) << 16 | u16(file, at + 2);
}

/* The bytes of a table; no bytes when it is not there. */
static struct bytes table(struct bytes file, const char *tag)
{
	unsigned count = u16(file, 4);

	for (unsigned i = 0; i < count; i++) {
		size_t entry = 12 + (size_t)i * 16;
		size_t at = u32(file, entry + 8), length = u32(file, entry + 12);

		if (entry + 16 > file.length)
			break;
		if (memcmp(file.data + entry, tag, 4) == 0 && at <= file.length &&
		    length <= file.length - at)
			return (struct bytes){ file.data + at, length };
	}
	return (struct bytes){ NULL, 0 };
}

bool fontfile_read(struct arena *arena, struct bytes file, struct font *font)
{
	unsigned em = u16(table(file, "head"), 18);
	unsigned metrics = u16(table(file, "hhea"), 34);
	unsigned glyphs = u16(table(file, "maxp"), 4);
	struct bytes hmtx = table(file, "hmtx");

	if (em == 0 || metrics == 0 || glyphs == 0 || hmtx.length < (size_t)metrics * 4 ||
	    table(file, "glyf").data == NULL || table(file, "loca").data == NULL)
		return false;
	font->glyphs = glyphs;
	font->advances = arena_array(arena, float, glyphs);
	for (unsigned i = 0; i < glyphs; i++) {
		unsigned last = i < metrics ? i : metrics - 1;

		font->advances[i] = (float)u16(hmtx, (size_t)last * 4) * 1000 / (float)em;
	}
	return true;
}
