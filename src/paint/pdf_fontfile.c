/* pdf_fontfile.c - the streams that embed a face: subset, map, meanings. */
#include "pdf_private.h"

#include <stdio.h>
#include <string.h>

/* Six letters from the glyphs in use: the same set, the same tag.
 * Source: ISO 32000-1 9.6.4. */
static void subset_name(struct pdf_fontfile *out, const struct pdf_font *font)
{
	uint64_t hash = 1469598103934665603u;
	char tag[7] = "";

	for (size_t cid = 1; cid < font->count; cid++)
		hash = (hash ^ font->cids[cid].glyph) * 1099511628211u;
	for (int i = 0; i < 6; i++, hash /= 26)
		tag[i] = (char)('A' + hash % 26);
	snprintf(out->name, sizeof out->name, "%s+%s", tag, font->face->name);
}

static void glyph_map(struct pdf_fontfile *out, const struct pdf_font *font)
{
	text_add_n(&out->to_glyph, "\0\0", 2);
	for (size_t cid = 1; cid < font->count; cid++) {
		uint32_t glyph = out->subset.new_ids[cid - 1];

		text_add_char(&out->to_glyph, (char)(glyph >> 8));
		text_add_char(&out->to_glyph, (char)glyph);
	}
}

static void hex_unit(struct text *out, uint32_t unit)
{
	text_addf(out, "%04X", (unsigned)unit);
}

/* What a glyph without text of its own is said to be: nothing to see. The
 * words it is part of carry ActualText. */
#define ZERO_WIDTH_SPACE 0x200B

static void hex_text(struct text *out, const char *text)
{
	uint32_t c;

	if (*text == '\0')
		hex_unit(out, ZERO_WIDTH_SPACE);
	while ((c = utf8_next(&text)) != 0) {
		if (c > 0xFFFF) {
			hex_unit(out, 0xD800 + ((c - 0x10000) >> 10));
			c = 0xDC00 + ((c - 0x10000) & 0x3FF);
		}
		hex_unit(out, c);
	}
}

#define CMAP_ENTRIES 100 /* in one block. Source: Adobe technical note 5014 */

static void unicode_block(struct text *out, const struct pdf_font *font, size_t first, size_t end)
{
	text_addf(out, "%zu beginbfchar\n", end - first);
	for (size_t cid = first; cid < end; cid++) {
		text_addf(out, "<%04zX><", cid);
		hex_text(out, font->cids[cid].text);
		text_add(out, ">\n");
	}
	text_add(out, "endbfchar\n");
}

static void unicode_map(struct pdf_fontfile *out, const struct pdf_font *font)
{
	struct text *map = &out->to_unicode;

	text_add(map, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
		      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
		      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
		      "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
	for (size_t first = 1; first < font->count; first += CMAP_ENTRIES)
		unicode_block(map, font, first,
			      first + CMAP_ENTRIES < font->count ? first + CMAP_ENTRIES
								 : font->count);
	text_add(map, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
}

enum status pdf_fontfile_make(struct pdf *pdf, struct pdf_fontfile *out,
			      const struct pdf_font *font, struct diag *diag)
{
	uint32_t *glyphs = arena_array(pdf->arena, uint32_t, font->count);
	enum status status;

	for (size_t cid = 1; cid < font->count; cid++)
		glyphs[cid - 1] = font->cids[cid].glyph;
	status = type_subset_make(&out->subset, pdf->arena, font->face, glyphs, font->count - 1,
				  diag);
	if (status != STATUS_OK)
		return status;
	out->to_glyph = text_make(pdf->arena);
	out->to_unicode = text_make(pdf->arena);
	subset_name(out, font);
	glyph_map(out, font);
	unicode_map(out, font);
	return STATUS_OK;
}
