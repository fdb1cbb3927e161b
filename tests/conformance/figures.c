/* figures.c - what stands for text, and notes. Source: ISO 14289-1 7.3, 7.7, 7.9. */
#include "conform_private.h"

static bool has_text(struct conform *c, const struct tag *element, const char *key)
{
	const char *text = object_text(c->arena, conform_get(c, element->object, key));

	return text != NULL && !text_blank(text);
}

/* The first page on which something of an element, or below it, stands. */
static struct page_state *page_below(struct conform *c, const struct tag *element)
{
	for (size_t i = 0; i < element->count; i++) {
		const struct kid *kid = &element->kids[i];
		struct page_state *page;

		if (kid->kind == KID_ELEMENT)
			page = page_below(c, kid->element);
		else
			page = kid->page > 0 && (size_t)kid->page < c->object_count
				       ? c->page_of[kid->page]
				       : NULL;
		if (page != NULL)
			return page;
	}
	return NULL;
}

/* The box is not empty and stands on the figure's page. */
static void check_box(struct conform *c, const struct tag *figure)
{
	const struct page_state *page = page_below(c, figure);
	double box[4];

	if (!conform_box(c, tag_attribute(c, figure, "Layout", "BBox"), box) ||
	    box[2] - box[0] <= 0 || box[3] - box[1] <= 0)
		conform_breach(c, CONFORM_FIGURE_BOX, figure->id);
	else if (page != NULL && !conform_box_inside(box, page->box))
		conform_add(c, CONFORM_FIGURE_BOX, figure->id, "%g %g %g %g", box[0], box[1],
			    box[2], box[3]);
}

static void check_figure(struct conform *c, const struct tag *figure)
{
	if (!has_text(c, figure, "Alt") && !has_text(c, figure, "ActualText"))
		conform_breach(c, CONFORM_FIGURE_ALT, figure->id);
	check_box(c, figure);
	if (figure->count == 0)
		conform_add(c, CONFORM_EMPTY_ELEMENT, figure->id, "Figure");
}

void conform_figures(struct conform *c)
{
	for (size_t i = 0; i < c->element_count; i++) {
		const struct tag *element = c->elements[i];

		if (tag_is(element, "Figure"))
			check_figure(c, element);
		if (tag_is(element, "Formula") && !has_text(c, element, "Alt") &&
		    !has_text(c, element, "ActualText"))
			conform_breach(c, CONFORM_FORMULA_ALT, element->id);
		if (tag_is(element, "Note") && !has_text(c, element, "ID"))
			conform_breach(c, CONFORM_NOTE_ID, element->id);
	}
}
