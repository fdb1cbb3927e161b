/* Looks made from styles, shared: equal inputs give the same pointer. */
#include "style_private.h"

#include <math.h>
#include <string.h>

/* A look keeps the multiple behind its leading, for those that inherit it. */
struct look {
	struct document_style style; /* first: a look is handed out as its style */
	double leading_factor;
};

static void inherit(struct look *look, const struct look *parent)
{
	for (int i = 0; style_properties[i].name != NULL; i++) {
		const struct style_property *property = &style_properties[i];

		if (property->inherited)
			memcpy((char *)&look->style + property->offset,
			       (const char *)&parent->style + property->offset, property->size);
	}
	look->style.character.language = parent->style.character.language;
	look->leading_factor = parent->leading_factor;
}

static void lay(struct look *look, const struct style_spec *spec)
{
	if (spec == NULL)
		return;
	for (int i = 0; style_properties[i].name != NULL; i++) {
		const struct style_property *property = &style_properties[i];

		if ((spec->given >> i & 1) == 0)
			continue;
		memcpy((char *)&look->style + property->offset,
		       (const char *)&spec->values + property->offset, property->size);
		if (property->kind == STYLE_LEADING)
			look->leading_factor = spec->leading_factor;
	}
	look->style.name = spec->name;
}

static struct look *make_look(struct style_set *set, const struct document_style *parent,
			      const struct style_spec *kind, const struct style_spec *named,
			      int align)
{
	struct look *look = arena_new(set->arena, struct look);

	look->style.background = DOCUMENT_NO_COLOUR;
	look->style.character.size_pt = 10;
	look->leading_factor = 1.4;
	if (parent != NULL)
		inherit(look, (const struct look *)parent);
	else
		lay(look, style_find(set, "documento"));
	look->style.name = NULL;
	lay(look, kind);
	lay(look, named);
	if (align != STYLE_ALIGN_UNSET)
		look->style.align = (enum document_align)align;
	if (look->leading_factor > 0)
		look->style.leading_pt = look->leading_factor * look->style.character.size_pt;
	return look;
}

const struct document_style *style_resolve(struct style_set *set,
					   const struct document_style *parent,
					   const struct style_spec *kind,
					   const struct style_spec *named, int align)
{
	char *key = arena_printf(set->arena, "%p %p %p %d", (const void *)parent,
				 (const void *)kind, (const void *)named, align);
	struct look *look = map_find(&set->looks, key);

	if (look == NULL) {
		look = make_look(set, parent, kind, named, align);
		map_put(&set->looks, key, look);
	}
	return &look->style;
}

const struct document_character *style_character(struct style_set *set,
						 const struct document_character *parent,
						 const struct style_spec *kind,
						 const struct style_spec *named,
						 const char *language)
{
	char *key =
		arena_printf(set->arena, "%p %p %p %s", (const void *)parent, (const void *)kind,
			     (const void *)named, language != NULL ? language : "");
	struct look *look = map_find(&set->characters, key);

	if (look == NULL) {
		look = arena_new(set->arena, struct look);
		look->style.character = *parent;
		lay(look, kind);
		lay(look, named);
		if (language != NULL)
			look->style.character.language = language;
		map_put(&set->characters, key, look);
	}
	return &look->style.character;
}

/* ---- contrast ------------------------------------------------------------ */

/* Source: WCAG 2.1, relative luminance. */
static double channel(document_colour colour, int shift)
{
	double value = (colour >> shift & 0xff) / 255.0;

	return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double luminance(document_colour colour)
{
	return 0.2126 * channel(colour, 16) + 0.7152 * channel(colour, 8) +
	       0.0722 * channel(colour, 0);
}

double style_contrast(document_colour a, document_colour b)
{
	double light = luminance(a), dark = luminance(b);

	return light > dark ? (light + 0.05) / (dark + 0.05) : (dark + 0.05) / (light + 0.05);
}

double style_contrast_needed(const struct document_character *character)
{
	bool large = character->size_pt >= 18 || (character->bold && character->size_pt >= 14);

	return large ? 3 : 4.5;
}
