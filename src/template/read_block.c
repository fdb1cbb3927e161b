/* Blocks of text: sections, boxes, headings, paragraphs, lists, contents. */
#include "reader.h"

#include <string.h>

void read_section(struct reader *reader, const struct element *element,
		  const struct context *context, struct node *node)
{
	const char *name = reader_attribute(reader, context, element, "pagina");
	const char *names[64];
	size_t count = 0;

	node->as.page = name != NULL ? map_find(&reader->pages, name) : reader->first_page;
	if (name != NULL && node->as.page == NULL) {
		for (; count < 64 && count < reader->pages.count; count++)
			names[count] = reader->pages.entries[count].key;
		reader_error(reader, element, "pagina-ignota", "la pagina «%s» non è definita%s",
			     name, reader_perhaps(reader, text_nearest(name, names, count)));
	}
	read_flow(reader, element, inside(context, node), node);
}

void read_box(struct reader *reader, const struct element *element, const struct context *context,
	      struct node *node)
{
	read_flow(reader, element, inside(context, node), node);
}

void read_paragraph(struct reader *reader, const struct element *element,
		    const struct context *context, struct node *node)
{
	struct context own = inside(context, node);

	own.content = CONTENT_INLINE;
	read_children(reader, element, &own, node);
}

static void read_numbering(struct reader *reader, const struct element *element,
			   const struct context *context, struct heading_node *heading)
{
	const char *number = reader_attribute(reader, context, element, "numero");

	if (number == NULL || strcmp(number, "no") == 0) {
		heading->numbering = DOCUMENT_NUMBER_NONE;
	} else if (strcmp(number, "auto") == 0) {
		heading->numbering = DOCUMENT_NUMBER_AUTO;
	} else {
		heading->numbering = DOCUMENT_NUMBER_TEXT;
		heading->number = read_pattern(reader, context, element, "numero");
	}
	heading->series = read_pattern(reader, context, element, "serie");
	heading->start = reader_integer(reader, context, element, "da", 0, 9999, -1);
}

void read_heading(struct reader *reader, const struct element *element,
		  const struct context *context, struct node *node)
{
	if (element_attribute(element, "livello") == NULL)
		reader_missing(reader, element, "livello", "da 1 a 6");
	read_numbering(reader, element, context, node->as.heading);
	if (context->in_cell)
		reader_error(reader, element, "elemento-fuori-posto",
			     "<titolo> non può stare in una cella");
	read_paragraph(reader, element, context, node);
}

void read_list(struct reader *reader, const struct element *element, const struct context *context,
	       struct node *node)
{
	static const char *const kinds[] = { "puntato", "numerato", NULL };
	struct context own = inside(context, node);

	node->as.list.ordered = reader_word(reader, context, element, "tipo", kinds) == 1;
	own.content = CONTENT_ITEMS;
	read_children(reader, element, &own, node);
}

void read_item(struct reader *reader, const struct element *element, const struct context *context,
	       struct node *node)
{
	struct context own = inside(context, node);

	own.in_item = true;
	read_flow(reader, element, own, node);
}

void read_contents(struct reader *reader, const struct element *element,
		   const struct context *context, struct node *node)
{
	int levels = reader_integer(reader, context, element, "livelli", 1, DOCUMENT_LEVELS_MAX, 3);
	struct context own = inside(context, node);

	node->as.contents.levels = levels;
	node->as.contents.styles =
		arena_array(reader->arena, const struct document_style *, (size_t)levels);
	for (int i = 0; i < levels; i++)
		node->as.contents.styles[i] =
			part_style(reader, &own, arena_printf(reader->arena, "indice-%d", i + 1));
	if (context->in_cell)
		reader_error(reader, element, "elemento-fuori-posto",
			     "<indice> non può stare in una cella");
}

/* The text is read where its place in the template is known: a copy of it. */
void read_rich(struct reader *reader, const struct element *element, const struct context *context,
	       struct node *node)
{
	struct path *path = read_path(reader, context, element, "di");
	struct context *kept = arena_new(reader->arena, struct context);

	*kept = *context;
	node->as.rich.context = kept;
	if (element_attribute(element, "di") == NULL)
		reader_missing(reader, element, "di", "un testo, per esempio testi[id='premessa']");
	if (path == NULL)
		return;
	if (path->type.field == MODEL_FIELD_RICH || path->type.class == &model_class_text)
		node->as.rich.path = path;
	else
		reader_error(
			reader, element, "contenuto",
			"in di=\"%s\" di <contenuto>: serve un testo del documento, per esempio "
			"testi[id='premessa']",
			path->source);
}

void read_signatures(struct reader *reader, const struct element *element,
		     const struct context *context, struct node *node)
{
	struct context own = inside(context, node);

	own.content = CONTENT_SIGNATURES;
	read_children(reader, element, &own, node);
}

void read_signature(struct reader *reader, const struct element *element,
		    const struct context *context, struct node *node)
{
	node->as.signature.role = read_pattern(reader, context, element, "ruolo");
	node->as.signature.field = reader_yes_no(reader, context, element, "campo", false);
	if (node->as.signature.role == NULL)
		reader_missing(reader, element, "ruolo", "chi firma");
}
