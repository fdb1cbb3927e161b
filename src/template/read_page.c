/* <pagina>: size, margins, running head and foot. */
#include "reader.h"

#include <string.h>

static const struct {
	const char *name;
	double width_mm, height_mm;
} formats[] = { { "A3", 297, 420 }, { "A4", 210, 297 }, { "A5", 148, 210 } };

#define MM            (72 / 25.4)
#define PAGE_SIDE_MIN 100 /* pt */
#define PAGE_SIDE_MAX 4000
#define PAGE_ROOM_MIN 60 /* pt left between margins */

static void check_attributes(struct reader *reader, const struct element *element)
{
	static const char *const names[] = { "id", "da", "formato", "verso", "margini" };

	for (size_t i = 0; i < element->attribute_count; i++) {
		const char *name = element->attributes[i].name;
		bool known = false;

		for (size_t j = 0; j < sizeof(names) / sizeof(*names); j++)
			known = known || strcmp(names[j], name) == 0;
		if (!known)
			reader_error(reader, element, "attributo-ignoto",
				     "<pagina> non ha l’attributo «%s»%s", name,
				     reader_perhaps(reader, text_nearest(name, names, 5)));
	}
}

static bool find_format(struct page_node *page, const char *name)
{
	struct document_edges sides;
	const char *blank = strchr(name, ' ');

	for (size_t i = 0; i < sizeof(formats) / sizeof(*formats); i++) {
		if (strcmp(formats[i].name, name) == 0) {
			page->width_pt = formats[i].width_mm * MM;
			page->height_pt = formats[i].height_mm * MM;
			return true;
		}
	}
	if (blank == NULL || strchr(blank + 1, ' ') != NULL || !style_edges(&sides, name))
		return false;
	page->width_pt = sides.top;
	page->height_pt = sides.right;
	return page->width_pt >= PAGE_SIDE_MIN && page->width_pt <= PAGE_SIDE_MAX &&
	       page->height_pt >= PAGE_SIDE_MIN && page->height_pt <= PAGE_SIDE_MAX;
}

static void turn(struct page_node *page, bool landscape)
{
	double side = page->width_pt;

	if ((page->width_pt > page->height_pt) == landscape)
		return;
	page->width_pt = page->height_pt;
	page->height_pt = side;
}

static void read_paper(struct reader *reader, const struct element *element,
		       const struct context *context, struct page_node *page)
{
	static const char *const ways[] = { "verticale", "orizzontale", NULL };
	const char *format = reader_attribute(reader, context, element, "formato");
	const char *margins = reader_attribute(reader, context, element, "margini");
	int way = reader_word(reader, context, element, "verso", ways);

	if (format != NULL && !find_format(page, format))
		reader_error(reader, element, "attributo-valore",
			     "formato=\"%s\" di <pagina> non va bene: A3, A4, A5 o due misure "
			     "(210mm 297mm)",
			     format);
	if (way >= 0)
		turn(page, way == 1);
	if (margins != NULL && !style_edges(&page->margin, margins))
		reader_error(reader, element, "attributo-valore",
			     "margini=\"%s\" di <pagina> non va bene: da una a quattro misure",
			     margins);
	if (page->width_pt - page->margin.left - page->margin.right < PAGE_ROOM_MIN ||
	    page->height_pt - page->margin.top - page->margin.bottom < PAGE_ROOM_MIN ||
	    page->margin.left < 0 || page->margin.right < 0 || page->margin.top < 0 ||
	    page->margin.bottom < 0)
		reader_error(reader, element, "margini",
			     "i margini di <pagina> non lasciano posto al testo");
}

static struct node *read_running(struct reader *reader, const struct element *element,
				 const struct context *context)
{
	const char *own = element_is(element, "testa") ? "testa" : "pie";
	struct node *box = add_node(reader, NULL, NODE_BOX, element->place);
	struct context within = *context;

	box->style = part_style(reader, context, own);
	within = inside(&within, box);
	within.running_head = true;
	read_flow(reader, element, within, box);
	return box;
}

static void read_parts(struct reader *reader, const struct element *element,
		       const struct context *context, struct page_node *page)
{
	for (const struct element *child = element_skip_text(element->first); child != NULL;
	     child = element_skip_text(child->next)) {
		if (element_is(child, "testa"))
			page->head = read_running(reader, child, context);
		else if (element_is(child, "pie"))
			page->foot = read_running(reader, child, context);
		else
			reader_error(reader, child, "elemento-ignoto",
				     "<pagina> contiene solo <testa> e <pie>, non <%s>",
				     child->name);
	}
}

static const struct page_node *find_base(struct reader *reader, const struct element *element)
{
	static const struct page_node own = { .width_pt = 210 * MM,
					      .height_pt = 297 * MM,
					      .margin = { 22 * MM, 20 * MM, 24 * MM, 20 * MM } };
	const char *name = element_attribute(element, "da");
	const struct page_node *base = name != NULL ? map_find(&reader->pages, name) : &own;

	if (base == NULL)
		reader_error(reader, element, "pagina-ignota",
			     "da=\"%s\" di <pagina>: non è una pagina definita prima", name);
	return base != NULL ? base : &own;
}

void read_page(struct reader *reader, const struct element *element)
{
	struct page_node *page = arena_new(reader->arena, struct page_node);
	struct context context = { .content = CONTENT_BLOCKS, .background = DOCUMENT_NO_COLOUR };

	enter_scope(reader, element, &context, reader->plan_class, false);
	/* The item of per="assegnazioni" may be named in heads and feet. */
	if (reader->item_class != NULL)
		enter_scope(reader, element, &context, reader->item_class, false);
	context.style = style_resolve(&reader->styles, NULL, NULL, NULL, STYLE_ALIGN_UNSET);
	context.character = &context.style->character;
	*page = *find_base(reader, element);
	page->id = element_attribute(element, "id");
	page->place = element->place;
	check_attributes(reader, element);
	if (page->id == NULL || *page->id == '\0')
		reader_missing(reader, element, "id", "il nome con cui <sezione> la chiama");
	read_paper(reader, element, &context, page);
	read_parts(reader, element, &context, page);
	if (page->id == NULL)
		return;
	if (map_put(&reader->pages, page->id, page) != NULL)
		reader_error(reader, element, "nome-ripetuto", "la pagina «%s» è già definita",
			     page->id);
	if (reader->first_page == NULL)
		reader->first_page = page;
}
