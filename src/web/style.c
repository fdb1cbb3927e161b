/* style.c - the styles of a document as classes of a style sheet.
 *
 * Templates bring looks of their own, so the page's style sheet is made from
 * the document: equal looks share a class. Only numbers and colours go into
 * it, never a string of the document, but for bullets, written as code points.
 */
#include "web_private.h"

#include <math.h>

#define REM_PT         10.0 /* pt of paper that are one rem on screen */
#define SIZE_MIN_REM   0.82
#define SIZE_WIDE_REM  1.2 /* larger type shrinks on narrow screens  */
#define SIZE_WIDE_VW   1.4 /* of the screen for each rem above that  */
#define SPACE_WIDE_REM 1.2
#define SPACE_MAX_REM  4.5
#define LEADING_MIN    1.15

/* ---- declarations --------------------------------------------------------------- */

static void add_rem(struct text *css, double pt)
{
	web_add_number(css, pt / REM_PT);
	text_add(css, "rem");
}

/* Wide spaces give way on narrow screens. */
static void add_length(struct text *css, const char *name, double pt)
{
	double length = fmin(pt, SPACE_MAX_REM * REM_PT);
	bool wide = length > SPACE_WIDE_REM * REM_PT;

	if (!(fabs(length) >= 0.05))
		return;
	text_addf(css, "%s:%s", name, wide ? "min(" : "");
	add_rem(css, length);
	text_add(css, wide ? ",6vw);" : ";");
}

static void add_colour(struct text *css, const char *name, document_colour colour)
{
	if (colour != DOCUMENT_NO_COLOUR)
		text_addf(css, "%s:#%06x;", name, (unsigned)colour & 0xffffffu);
}

/* Large type grows with the screen, up to its size on paper; larger stays larger. */
static void add_size(struct text *css, double size_pt)
{
	double rem = fmax(size_pt / REM_PT, SIZE_MIN_REM);

	if (rem > SIZE_WIDE_REM) {
		text_add(css, "font-size:min(");
		web_add_number(css, rem);
		text_add(css, "rem,");
		web_add_number(css, SIZE_WIDE_REM);
		text_add(css, "rem + ");
		web_add_number(css, (rem - SIZE_WIDE_REM) * SIZE_WIDE_VW);
		text_add(css, "vw);");
		return;
	}
	text_add(css, "font-size:");
	web_add_number(css, rem);
	text_add(css, "rem;");
}

static void add_character(struct text *css, const struct document_character *c)
{
	if (c->size_pt > 0)
		add_size(css, c->size_pt);
	add_colour(css, "color", c->colour);
	text_addf(css, "font-weight:%d;", c->bold ? 700 : 400);
	if (c->italic)
		text_add(css, "font-style:italic;");
	if (c->underline)
		text_add(css, "text-decoration:underline;");
	if (c->small_capitals)
		text_add(css, "font-variant-caps:small-caps;");
}

static void add_align(struct text *css, enum document_align align)
{
	static const char *const names[] = {
		[DOCUMENT_LEFT] = "left",     [DOCUMENT_RIGHT] = "right",
		[DOCUMENT_CENTRE] = "center", [DOCUMENT_JUSTIFY] = "left",
		[DOCUMENT_DECIMAL] = "right",
	};

	text_addf(css, "text-align:%s;", names[align]);
	if (align == DOCUMENT_DECIMAL)
		text_add(css, "font-variant-numeric:tabular-nums;");
}

static void add_leading(struct text *css, const struct document_style *style)
{
	double size = style->character.size_pt;

	if (!(size > 0) || !(style->leading_pt > 0))
		return;
	text_add(css, "line-height:");
	web_add_number(css, fmax(style->leading_pt / size, LEADING_MIN));
	text_add(css, ";");
}

/* A hair of ink is no thinner than a pixel. */
static void add_border(struct text *css, const char *side, struct document_border border)
{
	if (!(border.width_pt > 0) || border.colour == DOCUMENT_NO_COLOUR)
		return;
	text_addf(css, "border-%s:", side);
	web_add_number(css, fmax(1, border.width_pt * 4 / 3));
	text_addf(css, "px solid #%06x;", (unsigned)border.colour & 0xffffffu);
}

static void add_frame(struct text *css, const struct document_style *style)
{
	add_length(css, "padding-top", style->padding.top);
	add_length(css, "padding-right", style->padding.right);
	add_length(css, "padding-bottom", style->padding.bottom);
	add_length(css, "padding-left", style->padding.left);
	add_border(css, "top", style->border_top);
	add_border(css, "right", style->border_right);
	add_border(css, "bottom", style->border_bottom);
	add_border(css, "left", style->border_left);
	add_colour(css, "background-color", style->background);
}

static void add_space(struct text *css, const struct document_style *style)
{
	add_length(css, "margin-top", style->space_before_pt);
	add_length(css, "margin-bottom", style->space_after_pt);
}

static void add_indents(struct text *css, const struct document_style *style)
{
	add_length(css, "text-indent", style->indent_first_pt);
	add_length(css, "margin-left", style->indent_left_pt);
	add_length(css, "margin-right", style->indent_right_pt);
}

/* ---- classes ----------------------------------------------------------------------- */

static const char *class_of(struct web *web, const struct text *declarations)
{
	char *name;

	if (declarations->length == 0)
		return "";
	name = map_find(&web->classes, declarations->bytes);
	if (name != NULL)
		return name;
	name = arena_printf(web->arena, "s%zu", web->classes.count + 1);
	map_put(&web->classes, declarations->bytes, name);
	text_addf(&web->css, ".%s{%.*s}\n", name, (int)declarations->length - 1,
		  declarations->bytes);
	return name;
}

/* Styles are shared by many blocks: each is written out once a purpose. */
static const char *class_known(struct web *web, const struct document_style *style, char purpose,
			       void (*write)(struct text *css, const struct document_style *style))
{
	char *key;
	const char *name;
	struct text css;

	if (style == NULL)
		return "";
	key = arena_printf(web->arena, "%c%p", purpose, (const void *)style);
	name = map_find(&web->styles, key);
	if (name != NULL)
		return name;
	css = text_make(web->arena);
	write(&css, style);
	name = class_of(web, &css);
	map_put(&web->styles, key, arena_strdup(web->arena, name));
	return name;
}

static void write_block(struct text *css, const struct document_style *style)
{
	add_character(css, &style->character);
	add_leading(css, style);
	add_align(css, style->align);
	add_space(css, style);
	add_indents(css, style);
	add_frame(css, style);
}

static void write_cell(struct text *css, const struct document_style *style)
{
	add_character(css, &style->character);
	add_leading(css, style);
	add_align(css, style->align);
	add_frame(css, style);
}

const char *web_block_class(struct web *web, const struct document_style *style)
{
	return class_known(web, style, 'b', write_block);
}

const char *web_cell_class(struct web *web, const struct document_style *style)
{
	return class_known(web, style, 'c', write_cell);
}

static void write_row(struct text *css, const struct document_style *style)
{
	add_border(css, "top", style->border_top);
	add_border(css, "bottom", style->border_bottom);
	add_colour(css, "background-color", style->background);
}

const char *web_row_class(struct web *web, const struct document_style *style)
{
	return class_known(web, style, 'r', write_row);
}

const char *web_space_class(struct web *web, const struct document_style *style)
{
	return class_known(web, style, 's', add_space);
}

const char *web_character_class(struct web *web, const struct document_character *character,
				const struct document_character *around)
{
	struct text css = text_make(web->arena);

	if (character->size_pt > 0 && fabs(character->size_pt - around->size_pt) > 0.01)
		add_size(&css, character->size_pt);
	if (character->colour != around->colour)
		add_colour(&css, "color", character->colour);
	if (character->underline && !around->underline)
		text_add(&css, "text-decoration:underline;");
	if (character->small_capitals != around->small_capitals)
		text_addf(&css, "font-variant-caps:%s;",
			  character->small_capitals ? "small-caps" : "normal");
	if (character->bold < around->bold)
		text_add(&css, "font-weight:400;");
	if (character->italic < around->italic)
		text_add(&css, "font-style:normal;");
	return class_of(web, &css);
}

const char *web_column_class(struct web *web, double percent)
{
	struct text css = text_make(web->arena);

	text_add(&css, "width:");
	web_add_number(&css, percent);
	text_add(&css, "%;");
	return class_of(web, &css);
}

const char *web_bullet_class(struct web *web, const char *bullet)
{
	struct text css = text_make(web->arena);

	if (text_blank(bullet))
		return "";
	text_add(&css, "list-style-type:\"");
	for (uint32_t c; (c = utf8_next(&bullet)) != 0;)
		text_addf(&css, "\\%06x", (unsigned)c);
	text_add(&css, "\\0000a0\";");
	return class_of(web, &css);
}

static bool same_character(const struct document_character *a, const struct document_character *b)
{
	return fabs(a->size_pt - b->size_pt) < 0.01 && a->colour == b->colour &&
	       a->bold == b->bold && a->italic == b->italic && a->underline == b->underline &&
	       a->small_capitals == b->small_capitals;
}

bool web_same_look(const struct document_style *inner, const struct document_style *outer)
{
	return inner == outer || (same_character(&inner->character, &outer->character) &&
				  inner->align == outer->align &&
				  (inner->background == DOCUMENT_NO_COLOUR ||
				   inner->background == outer->background));
}

void web_add_class(struct text *out, const char *first, const char *second)
{
	bool both = *first != '\0' && *second != '\0';

	if (*first == '\0' && *second == '\0')
		return;
	text_addf(out, " class=\"%s%s%s\"", first, both ? " " : "", second);
}
