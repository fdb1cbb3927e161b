/* pdf_font.c - characters numbered by first use, runs spelled once.
 *
 * A CID stands for one (glyph, text) pair, so a blank and a no-break blank that
 * share a glyph still extract as what they are, and a ligature extracts as its
 * letters. Content can be written before the subset exists: CIDToGIDMap links
 * the two at the end (pdf_fontfile.c).
 */
#include "pdf_private.h"

#include <math.h>
#include <string.h>

static struct pdf_font *font_of(struct pdf *pdf, const struct type_face *face)
{
	struct pdf_font *font = &pdf->fonts[face->index];

	if (font->face != NULL)
		return font;
	font->face = face;
	font->count = 1;
	font->capacity = 256;
	font->cids = arena_array(pdf->arena, struct pdf_cid, font->capacity);
	font->slot_count = 1024;
	font->slots = arena_array(pdf->arena, uint32_t, font->slot_count);
	return font;
}

static uint64_t cid_hash(uint32_t glyph, const char *text)
{
	return (text_hash(text, strlen(text)) ^ glyph) * 0x9E3779B97F4A7C15u >> 20;
}

static void rehash(struct pdf *pdf, struct pdf_font *font)
{
	font->slot_count *= 2;
	font->slots = arena_array(pdf->arena, uint32_t, font->slot_count);
	for (uint32_t cid = 1; cid < font->count; cid++) {
		size_t at = cid_hash(font->cids[cid].glyph, font->cids[cid].text);

		while (font->slots[at &= font->slot_count - 1] != 0)
			at++;
		font->slots[at] = cid;
	}
}

/* The CID of a glyph that stands for `length` bytes of text. */
static uint32_t cid_of(struct pdf *pdf, struct pdf_font *font, const struct type_glyph *glyph,
		       const char *text, size_t length)
{
	char key[64];
	size_t at;

	if (length >= sizeof key)
		length = sizeof key - 1;
	memcpy(key, text, length);
	key[length] = '\0';
	at = cid_hash(glyph->id, key);
	while (font->slots[at &= font->slot_count - 1] != 0) {
		const struct pdf_cid *known = &font->cids[font->slots[at]];

		if (known->glyph == glyph->id && strcmp(known->text, key) == 0)
			return font->slots[at];
		at++;
	}
	font->cids = pdf_room(pdf, font->cids, font->count, &font->capacity, sizeof *font->cids);
	font->cids[font->count] = (struct pdf_cid){ .glyph = glyph->id,
						    .width = glyph->width,
						    .text = arena_strdup(pdf->arena, key) };
	font->slots[at] = (uint32_t)font->count++;
	if (font->count * 2 > font->slot_count)
		rehash(pdf, font);
	return (uint32_t)font->count - 1;
}

static void put_byte(struct text *out, unsigned byte)
{
	if (byte == '(' || byte == ')' || byte == '\\')
		text_add_char(out, '\\');
	else if (byte == '\r') {
		text_add_char(out, '\\');
		byte = 'r';
	}
	text_add_char(out, (char)byte);
}

/* Widths in the file have two decimals; positions follow what is written. */
static double written_width(double width)
{
	return floor(width * 100 + .5) / 100;
}

static void adjust(struct text *out, long by)
{
	if (by == 0)
		return;
	text_add_char(out, ')');
	pdf_int(out, by);
	text_add_char(out, '(');
}

/* Spells one glyph; returns how far a reader advances. */
static double put_glyph(struct pdf *pdf, struct pdf_shown *shown, struct text *out,
			const struct type_glyph *glyph)
{
	const struct type_run *run = shown->run;
	struct pdf_font *font = font_of(pdf, run->face);
	uint32_t cid = cid_of(pdf, font, glyph, run->text + glyph->from, glyph->bytes);
	double width = written_width(glyph->width);
	long before = lround((double)-glyph->x);
	long after = lround(width - before - (double)glyph->advance);

	adjust(out, before);
	put_byte(out, cid >> 8);
	put_byte(out, cid & 255);
	adjust(out, after);
	if (glyph->bytes == 0)
		shown->actual = true;
	return width - (double)before - (double)after;
}

static struct pdf_shown *spell(struct pdf *pdf, const struct type_run *run)
{
	struct pdf_shown *shown = arena_new(pdf->arena, struct pdf_shown);
	struct text out = text_make(pdf->arena);

	shown->run = run;
	text_add_char(&out, '(');
	for (size_t i = 0; i < run->glyph_count; i++)
		shown->width += put_glyph(pdf, shown, &out, &run->glyphs[i]);
	text_add_char(&out, ')');
	shown->array = out.bytes;
	shown->length = out.length;
	return shown;
}

static size_t run_slot(const struct pdf *pdf, const struct type_run *run)
{
	return (size_t)(((uint64_t)(uintptr_t)run >> 4) * 0x9E3779B97F4A7C15u >> 32) &
	       (pdf->shown_slots - 1);
}

static void grow_shown(struct pdf *pdf)
{
	size_t count = pdf->shown_slots;
	struct pdf_shown **old = pdf->shown;

	pdf->shown_slots = count ? count * 2 : 4096;
	pdf->shown = arena_array(pdf->arena, struct pdf_shown *, pdf->shown_slots);
	for (size_t i = 0; i < count; i++) {
		for (struct pdf_shown *s = old[i], *next; s != NULL; s = next) {
			struct pdf_shown **slot = &pdf->shown[run_slot(pdf, s->run)];

			next = s->next;
			s->next = *slot;
			*slot = s;
		}
	}
}

const struct pdf_shown *pdf_show(struct pdf *pdf, const struct type_run *run)
{
	struct pdf_shown *shown;

	if (pdf->shown_count >= pdf->shown_slots)
		grow_shown(pdf);
	for (shown = pdf->shown[run_slot(pdf, run)]; shown != NULL; shown = shown->next)
		if (shown->run == run)
			return shown;
	shown = spell(pdf, run);
	shown->next = pdf->shown[run_slot(pdf, run)];
	pdf->shown[run_slot(pdf, run)] = shown;
	pdf->shown_count++;
	return shown;
}

/* The no-break blank has the blank's glyph; what it means is told here. */
const struct type_run *pdf_blank(struct pdf *pdf, enum type_variant variant)
{
	const struct type_run *source;
	struct type_glyph *glyph;
	struct type_run *blank;

	if (pdf->blanks[variant] != NULL)
		return pdf->blanks[variant];
	source = type_shape(pdf->type, variant, "\xC2\xA0", 2);
	glyph = arena_new(pdf->arena, struct type_glyph);
	blank = arena_new(pdf->arena, struct type_run);
	*blank = *source;
	*glyph = source->glyphs[0];
	glyph->from = 0;
	glyph->bytes = 1;
	blank->text = " ";
	blank->length = blank->glyph_count = 1;
	blank->glyphs = glyph;
	blank->next = NULL;
	pdf->blanks[variant] = blank;
	return blank;
}
