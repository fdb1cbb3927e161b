#include "type_private.h"

#include <hb-ot.h>
#include <stdlib.h>
#include <string.h>

#define NAME_BYTES      64
#define FAKE_ASCENT     800.0
#define FAKE_DESCENT    200.0
#define FAKE_CAP_HEIGHT 700.0
#define FAKE_X_HEIGHT   500.0
#define FAKE_UNDERLINE  100.0
#define FAKE_LINE       50.0

static enum status refuse(struct diag *diag, const char *path, const char *why)
{
	struct place place = { .file = arena_strdup(diag->arena, path) };

	diag_error(diag, place, "font", "carattere tipografico non utilizzabile: %s; %s", why,
		   "reinstallare i caratteri del programma o indicarne un’altra cartella");
	return STATUS_LIBRARY;
}

static void destroy_blob(void *blob)
{
	hb_blob_destroy(blob);
}

static void destroy_face(void *face)
{
	hb_face_destroy(face);
}

static void destroy_font(void *font)
{
	hb_font_destroy(font);
}

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
	hb_blob_t *table = hb_face_reference_table(face, tag);
	bool there = hb_blob_get_length(table) > 0;

	hb_blob_destroy(table);
	return there;
}

/* What a subset is made of; without them there is nothing to embed. */
static bool is_truetype(hb_face_t *face)
{
	return hb_face_get_glyph_count(face) > 0 && hb_face_get_upem(face) > 0 &&
	       has_table(face, HB_TAG('g', 'l', 'y', 'f')) &&
	       has_table(face, HB_TAG('l', 'o', 'c', 'a')) &&
	       has_table(face, HB_TAG('h', 'e', 'a', 'd')) &&
	       has_table(face, HB_TAG('h', 'm', 't', 'x'));
}

/* A big-endian number of two bytes in a table, 0 beyond its end. */
static int table_int16(hb_face_t *face, hb_tag_t tag, unsigned at)
{
	hb_blob_t *table = hb_face_reference_table(face, tag);
	unsigned length;
	const unsigned char *bytes = (const unsigned char *)hb_blob_get_data(table, &length);
	int value = 0;

	if (bytes != NULL && length >= 2 && at <= length - 2)
		value = (int16_t)(uint16_t)(bytes[at] << 8 | bytes[at + 1]);
	hb_blob_destroy(table);
	return value;
}

static double height_of(const struct type_face *face, uint32_t letter)
{
	hb_glyph_extents_t extents;
	uint32_t glyph = face_glyph(face, letter);

	if (glyph == 0 || !hb_font_get_glyph_extents(face->inside->font, glyph, &extents))
		return face->ascent;
	return extents.y_bearing * face->inside->scale;
}

static double metric(const struct type_face *face, hb_ot_metrics_tag_t tag, double otherwise)
{
	hb_position_t value;

	if (!hb_ot_metrics_get_position(face->inside->font, tag, &value))
		return otherwise;
	return value * face->inside->scale;
}

static void read_metrics(struct type_face *face)
{
	hb_face_t *inside = face->inside->face;
	hb_tag_t head = HB_TAG('h', 'e', 'a', 'd');
	hb_tag_t post = HB_TAG('p', 'o', 's', 't');

	face->ascent = metric(face, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, EM);
	face->descent = -metric(face, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, 0);
	face->cap_height = metric(face, HB_OT_METRICS_TAG_CAP_HEIGHT, height_of(face, 'H'));
	face->x_height = metric(face, HB_OT_METRICS_TAG_X_HEIGHT, height_of(face, 'x'));
	face->underline_position = -metric(face, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, -EM / 10);
	face->underline_thickness = metric(face, HB_OT_METRICS_TAG_UNDERLINE_SIZE, EM / 20);
	for (unsigned i = 0; i < 4; i++)
		face->box[i] = table_int16(inside, head, 36 + 2 * i) * face->inside->scale;
	face->bold = (table_int16(inside, head, 44) & 1) != 0;
	face->italic = (table_int16(inside, head, 44) & 2) != 0;
	face->italic_angle =
		table_int16(inside, post, 4) + (uint16_t)table_int16(inside, post, 6) / 65536.0;
}

/* A PostScript name goes into a PDF as a name: keep what needs no escape there. */
static const char *postscript_name(struct arena *arena, hb_face_t *face, int index)
{
	char *name = arena_alloc(arena, NAME_BYTES);
	unsigned length = NAME_BYTES;
	size_t kept = 0;

	hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length,
			    name);
	for (size_t i = 0; name[i] != '\0'; i++) {
		unsigned char byte = (unsigned char)name[i];

		if (character_letter(byte & 0x7F) || character_digit(byte) || byte == '-')
			name[kept++] = (char)byte;
	}
	name[kept] = '\0';
	return kept > 0 ? name : arena_printf(arena, "Face%d", index);
}

static void take_blob(struct type_face *out, struct arena *arena, hb_blob_t *blob)
{
	struct type_face_inside *inside = arena_new(arena, struct type_face_inside);
	unsigned length;

	arena_defer(arena, destroy_blob, blob);
	inside->face = hb_face_create(blob, 0);
	arena_defer(arena, destroy_face, inside->face);
	inside->font = hb_font_create(inside->face);
	arena_defer(arena, destroy_font, inside->font);
	hb_face_make_immutable(inside->face);
	hb_font_make_immutable(inside->font);
	out->bytes = (const unsigned char *)hb_blob_get_data(blob, &length);
	out->length = length;
	out->inside = inside;
}

enum status face_load(struct type_face *out, int index, struct arena *arena, const char *path,
		      struct diag *diag)
{
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);

	if (blob == NULL) {
		refuse(diag, path, "il file manca o non si può leggere");
		return STATUS_IO;
	}
	out->index = index;
	out->path = arena_strdup(arena, path);
	take_blob(out, arena, blob);
	if (!is_truetype(out->inside->face))
		return refuse(diag, path, "non è un carattere TrueType completo");
	out->inside->scale = EM / hb_face_get_upem(out->inside->face);
	out->name = postscript_name(arena, out->inside->face, index);
	read_metrics(out);
	return STATUS_OK;
}

void face_fake(struct type_face *out, int index, struct arena *arena)
{
	static const char *const names[TYPE_VARIANTS] = { "Fake-Regular", "Fake-Bold",
							  "Fake-Italic", "Fake-BoldItalic" };

	*out = (struct type_face){
		.index = index,
		.name = names[index],
		.bold = index == TYPE_BOLD || index == TYPE_BOLD_ITALIC,
		.italic = index == TYPE_ITALIC || index == TYPE_BOLD_ITALIC,
		.ascent = FAKE_ASCENT,
		.descent = FAKE_DESCENT,
		.cap_height = FAKE_CAP_HEIGHT,
		.x_height = FAKE_X_HEIGHT,
		.underline_position = FAKE_UNDERLINE,
		.underline_thickness = FAKE_LINE,
		.box = { 0, -FAKE_DESCENT, EM, FAKE_ASCENT },
		.inside = arena_new(arena, struct type_face_inside),
	};
}

uint32_t face_glyph(const struct type_face *face, uint32_t code_point)
{
	hb_codepoint_t glyph;

	if (face->inside->font == NULL)
		return code_point;
	if (!hb_font_get_nominal_glyph(face->inside->font, code_point, &glyph))
		return 0;
	return glyph;
}

double face_width(const struct type_face *face, uint32_t glyph)
{
	if (face->inside->font == NULL)
		return EM / 2;
	return hb_font_get_glyph_h_advance(face->inside->font, glyph) * face->inside->scale;
}
