/* Contrast of what a template makes: text, signals, drawings, borders. */
#include "reader.h"

#define PAPER 0xffffff
/* Signals and drawings have colours of their own, at least 4.5:1 on white as this grey. */
#define DRAWN        0x767676
#define MARK_LEAST   3.0 /* Source: WCAG 2.1, 1.4.11 */
#define BORDER_THICK 1.0 /* pt: a sign, where a thinner one only guides the eye */

static document_colour paper_of(const struct context *context)
{
	return context->background == DOCUMENT_NO_COLOUR ? PAPER : context->background;
}

static const char *style_name(const struct element *element, const struct document_style *style)
{
	const char *name = element->name != NULL ? element_attribute(element, "stile") : NULL;

	if (name == NULL)
		name = style->name;
	return name != NULL ? name : "documento";
}

/* Each pair of colours of a style is reported once. */
static bool is_new(struct reader *reader, const char *style, document_colour colour,
		   document_colour paper)
{
	char *key =
		arena_printf(reader->arena, "%s %x %x", style, (unsigned)colour, (unsigned)paper);

	return map_put(&reader->contrasts, key, reader) == NULL;
}

/* "2,84": cut, so that a ratio below the limit never reads as the limit. */
static const char *say_ratio(struct reader *reader, double ratio)
{
	int hundredths = (int)(ratio * 100);

	return arena_printf(reader->arena, "%d,%02d", hundredths / 100, hundredths % 100);
}

static bool has_own_look(const struct context *context, const struct node *node)
{
	return node->style != NULL && node->style != context->style;
}

/* ---- text ------------------------------------------------------------------ */

/* Source: WCAG 2.1, 1.4.3. The paper is white. */
void check_contrast(struct reader *reader, const struct element *element,
		    const struct context *context, const struct document_character *character)
{
	document_colour paper = paper_of(context);
	double ratio = style_contrast(character->colour, paper);
	double needed = style_contrast_needed(character);
	const char *name = style_name(element, context->style);

	if (ratio >= needed || character->colour == DOCUMENT_NO_COLOUR ||
	    !is_new(reader, name, character->colour, paper))
		return;
	reader_error(reader, element, "contrasto",
		     "nello stile «%s» il testo #%06x su #%06x ha un contrasto di %s:1, sotto "
		     "%s:1: scurire o schiarire uno dei due",
		     name, (unsigned)character->colour, (unsigned)paper, say_ratio(reader, ratio),
		     needed > 4 ? "4,5" : "3");
}

/* ---- signals and drawings --------------------------------------------------- */

static const char *drawn_name(enum node_kind kind)
{
	switch (kind) {
	case NODE_SIGNAL: return "i segni dei giudizi";
	case NODE_CHART: return "i grafici";
	case NODE_TREE: return "gli alberi e le mappe";
	default: return NULL;
	}
}

static void check_drawn(struct reader *reader, const struct element *element,
			const struct context *context, const struct node *node)
{
	const struct document_style *style =
		has_own_look(context, node) ? node->style : context->style;
	document_colour paper =
		style->background != DOCUMENT_NO_COLOUR ? style->background : paper_of(context);
	double ratio = style_contrast(DRAWN, paper);
	const char *name = style_name(element, style);

	if (drawn_name(node->kind) == NULL || ratio >= MARK_LEAST ||
	    !is_new(reader, name, DRAWN, paper))
		return;
	reader_error(reader, element, "contrasto",
		     "nello stile «%s» %s possono avere sullo sfondo #%06x un contrasto di appena "
		     "%s:1, sotto 3:1: schiarire lo sfondo o toglierlo",
		     name, drawn_name(node->kind), (unsigned)paper, say_ratio(reader, ratio));
}

/* ---- borders ------------------------------------------------------------------ */

/* A border is seen against what is outside it, or against what is inside. */
static double border_contrast(const struct document_border *border, document_colour paper,
			      const struct document_style *style)
{
	double outside = style_contrast(border->colour, paper);
	double inside = style->background == DOCUMENT_NO_COLOUR
				? outside
				: style_contrast(border->colour, style->background);

	return outside > inside ? outside : inside;
}

static void check_border(struct reader *reader, const struct element *element,
			 const struct context *context, const struct document_style *style,
			 const struct document_border *border)
{
	double ratio = border_contrast(border, paper_of(context), style);
	const char *name = style_name(element, style);

	if (border->width_pt < BORDER_THICK || border->colour == DOCUMENT_NO_COLOUR ||
	    ratio >= MARK_LEAST || !is_new(reader, name, border->colour, paper_of(context)))
		return;
	reader_warning(reader, element, "contrasto",
		       "nello stile «%s» il bordo #%06x su #%06x ha un contrasto di %s:1, sotto "
		       "3:1: scurirlo, o assottigliarlo sotto 1pt se è solo un filetto",
		       name, (unsigned)border->colour, (unsigned)paper_of(context),
		       say_ratio(reader, ratio));
}

void check_marks(struct reader *reader, const struct element *element,
		 const struct context *context, const struct node *node)
{
	const struct document_style *style = node->style;

	check_drawn(reader, element, context, node);
	if (!has_own_look(context, node))
		return;
	check_border(reader, element, context, style, &style->border_top);
	check_border(reader, element, context, style, &style->border_right);
	check_border(reader, element, context, style, &style->border_bottom);
	check_border(reader, element, context, style, &style->border_left);
}
