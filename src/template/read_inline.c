/* Pieces of text: spans, links, references, signals, single values. */
#include "reader.h"

#include <string.h>

static void read_inside(struct reader *reader, const struct element *element,
			const struct context *context, struct node *node)
{
	struct context own = *context;

	own.content = CONTENT_INLINE;
	if (node->character != NULL)
		own.character = node->character;
	read_children(reader, element, &own, node);
}

void read_text_span(struct reader *reader, const struct element *element,
		    const struct context *context, struct node *node)
{
	read_inside(reader, element, context, node);
}

void read_continued(struct reader *reader, const struct element *element,
		    const struct context *context, struct node *node)
{
	if (!context->in_head)
		reader_error(reader, element, "segue",
			     "<segue> vale solo nelle righe di <testata> con ripeti=\"si\"");
	read_inside(reader, element, context, node);
}

void read_empty(struct reader *reader, const struct element *element, const struct context *context,
		struct node *node)
{
	(void)context;
	(void)node;
	if (element->first != NULL)
		reader_error(reader, element, "elemento-vuoto", "<%s> non ha nulla dentro",
			     element->name);
}

void read_link(struct reader *reader, const struct element *element, const struct context *context,
	       struct node *node)
{
	const char *href = reader_attribute(reader, context, element, "href");

	if (href == NULL || *href == '\0') {
		reader_missing(reader, element, "href", "un indirizzo, o #id di un blocco");
	} else if (href[0] == '#') {
		node->as.link.target = make_pattern(reader, context, element, "href", href + 1);
	} else {
		node->as.link.uri = make_pattern(reader, context, element, "href", href);
	}
	read_inside(reader, element, context, node);
}

/* ---- references ------------------------------------------------------------------ */

struct named_thing {
	const void *thing;
	const char *face;
};

static struct named_thing find_objective(const struct model_list *objectives, const char *id)
{
	for (size_t i = 0; i < objectives->count; i++) {
		const struct model_objective *objective = objectives->items[i];

		if (text_equal(objective->id, id))
			return (struct named_thing){ objective, objective->title };
	}
	return (struct named_thing){ NULL, NULL };
}

static struct named_thing find_in_plan(const struct model_plan *plan, const char *id)
{
	struct named_thing found = find_objective(&plan->descendants, id);

	for (size_t i = 0; found.thing == NULL && i < plan->texts.count; i++) {
		const struct model_text *text = plan->texts.items[i];

		if (text_equal(text->id, id))
			found = (struct named_thing){ text, text->title };
	}
	for (size_t i = 0; found.thing == NULL && i < plan->indicators.count; i++) {
		const struct model_indicator *indicator = plan->indicators.items[i];

		if (text_equal(indicator->id, id))
			found = (struct named_thing){ indicator, indicator->name };
	}
	for (size_t i = 0; found.thing == NULL && i < plan->assignments.count; i++) {
		const struct model_assignment *assignment = plan->assignments.items[i];

		found = find_objective(&assignment->descendants, id);
	}
	return found;
}

static bool is_id_within(const struct element *element, const char *id)
{
	const char *own = element->name != NULL ? element_attribute(element, "id") : NULL;

	if (own != NULL && strcmp(own, id) == 0)
		return true;
	for (const struct element *child = element->first; child != NULL; child = child->next)
		if (is_id_within(child, id))
			return true;
	return false;
}

static bool is_id_in_texts(const struct model_plan *plan, const char *id)
{
	for (size_t i = 0; i < plan->texts.count; i++) {
		const struct model_text *text = plan->texts.items[i];

		if (text->content != NULL && is_id_within(text->content, id))
			return true;
	}
	return false;
}

/* In a text of the plan an id is that of an objective, an indicator or a text,
 * wherever a template puts it, or one given inside the texts themselves. */
static void bind_to_plan(struct reader *reader, const struct element *element, struct node *node,
			 const char *id)
{
	struct named_thing found;

	if (is_id_in_texts(reader->plan, id))
		return;
	found = find_in_plan(reader->plan, id);
	node->as.link.thing = found.thing;
	node->as.link.fallback = found.face != NULL ? found.face : id;
	if (found.thing == NULL)
		reader_error(reader, element, "rimando-ignoto",
			     "nel documento non c’è un obiettivo, un indicatore o un testo con id "
			     "«%s»",
			     id);
}

void read_reference(struct reader *reader, const struct element *element,
		    const struct context *context, struct node *node)
{
	static const char *const shows[] = { "titolo", "numero", "pagina", NULL };
	const char *id = element_attribute(element, "a");
	int show = reader_word(reader, context, element, "mostra", shows);

	node->as.link.show = show < 0 ? DOCUMENT_SHOW_TITLE : (enum document_reference_show)show;
	if (id == NULL || *id == '\0')
		reader_missing(reader, element, "a", "l’id del blocco a cui rimanda");
	else if (reader->rich)
		bind_to_plan(reader, element, node, id);
	node->as.link.target = read_pattern(reader, context, element, "a");
}

/* ---- values -------------------------------------------------------------------------- */

void read_signal(struct reader *reader, const struct element *element,
		 const struct context *context, struct node *node)
{
	struct path *path = read_path(reader, context, element, "di");

	if (element_attribute(element, "di") == NULL)
		reader_missing(reader, element, "di", "un giudizio, per esempio giudizio");
	if (path == NULL)
		return;
	if (path->type.class != &model_class_judgement)
		reader_error(reader, element, "segnale",
			     "in di=\"%s\" di <segnale>: serve un giudizio, per esempio giudizio",
			     path->source);
	else
		node->as.signal = path;
}

static void read_value_formats(struct parser *parser, struct part *part, char *formats)
{
	char *rest = NULL;

	for (char *one = strtok_r(formats, "|", &rest); one != NULL;
	     one = strtok_r(NULL, "|", &rest))
		read_format(parser, expression_type(&part->expression), one, &part->format);
}

/* <valore di= formato=>: the same as {path|format}, for texts of the plan. In
 * a sentence the comparison (≥) and the mark of a note are left out. */
void read_value(struct reader *reader, const struct element *element, const struct context *context,
		struct node *node)
{
	const char *formats = reader_attribute(reader, context, element, "formato");
	const char *text = reader_attribute(reader, context, element, "di");
	struct pattern *pattern = make_literal(reader, NULL);
	struct part *part = pattern->parts;
	struct parser parser =
		parser_make(reader, context, element, "di", text != NULL ? text : "");

	node->character = context->character;
	node->as.text = make_literal(reader, "");
	part->format.decimals = FORMAT_DECIMALS_DEFAULT;
	part->format.bare = reader->rich;
	if (text == NULL)
		reader_missing(reader, element, "di", "un percorso, per esempio risultato");
	if (text == NULL || !parse_expression(&parser, &part->expression))
		return;
	parser_skip_blanks(&parser);
	if (*parser.at != '\0')
		parser_error(&parser, "espressione", "«%s» è di troppo", parser.at);
	if (part->expression.kind == EXPRESSION_PATH && !parser.failed)
		path_add_face(&parser, part->expression.path);
	if (formats != NULL && !parser.failed)
		read_value_formats(&parser, part, arena_strdup(reader->arena, formats));
	part->format.missing = reader_attribute(reader, context, element, "se-manca");
	if (!parser.failed)
		node->as.text = pattern;
}
