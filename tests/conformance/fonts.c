/* fonts.c - the fonts in use, judged character by character.
 *
 * Source: ISO 14289-1 7.21; ISO 19005-2 6.2.11; ISO 32000-1 9.7.
 */
#include "conform_private.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#define WIDTH_SLACK 1.0 /* thousandths of an em */

static bool subset_name(const char *name)
{
	for (int i = 0; i < 6; i++)
		if (!isupper((unsigned char)name[i]))
			return false;
	return name[6] == '+' && name[7] != '\0';
}

static void check_names(struct conform *c, const struct font *font, const struct object *dict,
			const struct object *inner, const struct object *descriptor)
{
	const char *name = object_name(conform_get(c, dict, "BaseFont"));

	if (!subset_name(name) ||
	    strcmp(name, object_name(conform_get(c, inner, "BaseFont"))) != 0 ||
	    strcmp(name, object_name(conform_get(c, descriptor, "FontName"))) != 0)
		conform_add(c, CONFORM_FONT_NAME, font->id, "%s", name);
}

/* ---- widths ---------------------------------------------------------------- */

static void set_width(struct font *font, long cid, double width)
{
	if (cid >= 0 && (size_t)cid < font->cids)
		font->widths[cid] = (float)width;
}

/* /W: `first [w w …]` or `first last w`. Source: ISO 32000-1 9.7.4.3. */
static void read_widths(struct conform *c, struct font *font, const struct object *all)
{
	size_t i = 0;

	while (all->kind == OBJECT_ARRAY && i + 1 < all->count) {
		long first = (long)conform_item(c, all, i)->number;
		const struct object *next = conform_item(c, all, i + 1);

		if (next->kind == OBJECT_ARRAY) {
			for (size_t k = 0; k < next->count; k++)
				set_width(font, first + (long)k, conform_item(c, next, k)->number);
			i += 2;
			continue;
		}
		for (long cid = first; cid <= (long)next->number && (size_t)cid < font->cids; cid++)
			set_width(font, cid, conform_item(c, all, i + 2)->number);
		i += 3;
	}
}

static void read_all_widths(struct conform *c, struct font *font, const struct object *inner)
{
	const struct object *usual = conform_get(c, inner, "DW");

	font->default_width = object_is_number(usual) ? usual->number : 1000;
	font->widths = arena_array(c->arena, float, font->cids);
	for (size_t cid = 0; cid < font->cids; cid++)
		font->widths[cid] = -1;
	read_widths(c, font, conform_get(c, inner, "W"));
}

/* ---- the parts of a font ------------------------------------------------------ */

static void read_map(struct conform *c, struct font *font, const struct object *inner)
{
	const struct object *map = conform_get(c, inner, "CIDToGIDMap");

	font->cids = CIDS_MAX;
	if (map->kind == OBJECT_NULL) {
		conform_breach(c, CONFORM_FONT_MAP_MISSING, font->id);
		font->broken = true;
	} else if (object_is_name(map, "Identity")) {
		font->identity = true;
	} else if (map->kind != OBJECT_STREAM || !object_data(c->file, map, &font->map)) {
		conform_breach(c, CONFORM_FONT_MAP_TYPE, font->id);
		font->broken = true;
	} else if (font->map.length / 2 < CIDS_MAX) {
		font->cids = font->map.length / 2;
	}
}

static void read_file(struct conform *c, struct font *font, const struct object *descriptor)
{
	const struct object *stream = conform_get(c, descriptor, "FontFile2");
	struct bytes file;

	if (stream->kind != OBJECT_STREAM) {
		conform_breach(c, CONFORM_FONT_EMBEDDED, font->id);
		font->broken = true;
	} else if (!object_data(c->file, stream, &file) || !fontfile_read(c->arena, file, font) ||
		   conform_get(c, stream, "Length1")->number != (double)file.length) {
		conform_breach(c, CONFORM_FONT_BROKEN, font->id);
		font->broken = true;
	}
}

static void read_unicode(struct conform *c, struct font *font, const struct object *dict)
{
	const struct object *stream = conform_get(c, dict, "ToUnicode");
	struct bytes cmap;

	if (stream->kind != OBJECT_STREAM || !object_data(c->file, stream, &cmap)) {
		conform_add(c, CONFORM_FONT_UNICODE, font->id, "manca ToUnicode");
		return;
	}
	font->meanings = arena_array(c->arena, struct meaning, font->cids);
	for (size_t cid = 0; cid < font->cids; cid++)
		font->meanings[cid].count = -1;
	cmap_read(cmap, font->meanings, font->cids);
}

static bool known_type(struct conform *c, const struct object *dict, const struct object *inner)
{
	return object_is_name(conform_get(c, dict, "Subtype"), "Type0") &&
	       object_is_name(conform_get(c, dict, "Encoding"), "Identity-H") &&
	       object_is_name(conform_get(c, inner, "Subtype"), "CIDFontType2");
}

static struct font *read_new(struct conform *c, const struct object *dict)
{
	struct font *font = arena_new(c->arena, struct font);
	const struct object *inner = conform_find(c, dict, "DescendantFonts/0");
	const struct object *descriptor = conform_get(c, inner, "FontDescriptor");

	font->id = dict->id;
	if (!known_type(c, dict, inner)) {
		conform_breach(c, CONFORM_FONT_TYPE, font->id);
		font->broken = true;
		return font;
	}
	check_names(c, font, dict, inner, descriptor);
	read_file(c, font, descriptor);
	read_map(c, font, inner);
	font->told = arena_alloc(c->arena, font->cids);
	read_all_widths(c, font, inner);
	read_unicode(c, font, dict);
	return font;
}

struct font *font_read(struct conform *c, const struct object *dict)
{
	if (dict->id < 1 || (size_t)dict->id >= c->object_count)
		return NULL;
	if (c->font_of[dict->id] == NULL)
		c->font_of[dict->id] = read_new(c, dict);
	return c->font_of[dict->id];
}

/* ---- characters ------------------------------------------------------------------ */

static unsigned glyph_of(const struct font *font, unsigned cid)
{
	size_t at = (size_t)cid * 2;

	if (font->identity)
		return cid;
	return (unsigned)(unsigned char)font->map.data[at] << 8 |
	       (unsigned char)font->map.data[at + 1];
}

static void check_glyph(struct conform *c, const struct font *font, unsigned cid)
{
	unsigned glyph = glyph_of(font, cid);
	double width = font->widths[cid] >= 0 ? (double)font->widths[cid] : font->default_width;

	if (glyph == 0)
		conform_add(c, CONFORM_FONT_NOTDEF, font->id, "CID %u", cid);
	else if (glyph >= font->glyphs)
		conform_add(c, CONFORM_FONT_GLYPH_MISSING, font->id, "CID %u", cid);
	else if (fabs(width - (double)font->advances[glyph]) > WIDTH_SLACK)
		conform_add(c, CONFORM_FONT_WIDTH, font->id, "CID %u: %g e %g", cid, width,
			    (double)font->advances[glyph]);
}

static void check_meaning(struct conform *c, const struct font *font, unsigned cid)
{
	const struct meaning *meaning = &font->meanings[cid];

	if (meaning->count < 1)
		conform_add(c, CONFORM_FONT_UNICODE, font->id, "CID %u", cid);
	for (int i = 0; i < meaning->count; i++) {
		if (meaning->units[i] == 0)
			conform_add(c, CONFORM_FONT_UNICODE_ZERO, font->id, "CID %u", cid);
		if (meaning->units[i] == 0xFEFF || meaning->units[i] == 0xFFFE)
			conform_add(c, CONFORM_FONT_UNICODE_MARK, font->id, "CID %u", cid);
	}
}

static bool private_use(const struct meaning *meaning)
{
	for (int i = 0; i < meaning->count; i++) {
		unsigned unit = meaning->units[i];

		if ((unit >= 0xE000 && unit <= 0xF8FF) || (unit >= 0xDB80 && unit <= 0xDBFF))
			return true;
	}
	return false;
}

#define TOLD_SEEN    1
#define TOLD_PRIVATE 2

static void judge(struct conform *c, struct font *font, unsigned cid, bool actual)
{
	bool seen;

	if (cid >= font->cids) {
		conform_add(c, CONFORM_FONT_NOTDEF, font->id, "CID %u", cid);
		return;
	}
	seen = font->told[cid] & TOLD_SEEN;
	font->told[cid] |= TOLD_SEEN;
	if (!seen && !font->broken)
		check_glyph(c, font, cid);
	if (font->meanings == NULL)
		return;
	if (!seen)
		check_meaning(c, font, cid);
	if (actual || (font->told[cid] & TOLD_PRIVATE) || !private_use(&font->meanings[cid]))
		return;
	font->told[cid] |= TOLD_PRIVATE;
	conform_add(c, CONFORM_FONT_PRIVATE, font->id, "CID %u", cid);
}

void font_show(struct conform *c, struct font *font, struct bytes string, bool actual, int page)
{
	if (font->told == NULL)
		return;
	if (string.length % 2 != 0)
		conform_add(c, CONFORM_CONTENT_SYNTAX, page, "stringa di lunghezza dispari");
	for (size_t i = 0; i + 1 < string.length; i += 2)
		judge(c, font,
		      (unsigned)(unsigned char)string.data[i] << 8 |
			      (unsigned char)string.data[i + 1],
		      actual);
}
