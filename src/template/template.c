/* template_read(): the elements below <modello>, in an order in which each
 * finds what it names: styles, pages, blocks, then the body. */
#include "template_private.h"

#include <string.h>

bool template_per_assignment(const struct template *template)
{
	return template->per_assignment;
}

const char *template_name(const struct template *template)
{
	return template->name;
}

/* ---- <modello> --------------------------------------------------------------------- */

static const char *const root_attributes[] = { "nome",    "per",           "titolo", "autore",
					       "oggetto", "parole-chiave", "lingua" };
#define ROOT_ATTRIBUTES (sizeof(root_attributes) / sizeof(*root_attributes))

static void check_root(struct reader *reader, const struct element *root)
{
	for (size_t i = 0; i < root->attribute_count; i++) {
		const char *name = root->attributes[i].name;
		bool known = false;

		for (size_t j = 0; j < ROOT_ATTRIBUTES; j++)
			known = known || strcmp(root_attributes[j], name) == 0;
		if (!known)
			reader_error(reader, root, "attributo-ignoto",
				     "<modello> non ha l’attributo «%s»%s", name,
				     reader_perhaps(reader, text_nearest(name, root_attributes,
									 ROOT_ATTRIBUTES)));
	}
}

static void read_root(struct template *template, const struct element *root,
		      const struct context *context)
{
	struct reader *reader = template->reader;
	const char *name = element_attribute(root, "nome");

	template->name = name != NULL ? name : template->file;
	template->language = element_attribute(root, "lingua");
	template->title = read_pattern(reader, context, root, "titolo");
	template->author = read_pattern(reader, context, root, "autore");
	template->subject = read_pattern(reader, context, root, "oggetto");
	template->keywords = read_pattern(reader, context, root, "parole-chiave");
}

static void read_per(struct template *template, const struct element *root)
{
	const char *per = element_attribute(root, "per");

	template->per_assignment = per != NULL &&strcmp(per, "assegnazioni") == 0;
	if (per != NULL && !template->per_assignment)
		reader_error(template->reader, root, "attributo-valore",
			     "per=\"%s\" di <modello> non va bene: serve assegnazioni, o niente",
			     per);
	if (template->per_assignment)
		template->reader->item_class = &model_class_assignment;
}

/* ---- the parts ----------------------------------------------------------------------- */

typedef void read_part(struct reader *reader, const struct element *element);

static void read_style_part(struct reader *reader, const struct element *element)
{
	style_read(&reader->styles, element, reader->diag);
}

static const struct {
	const char *name;
	read_part *read; /* NULL: read by template_read() itself */
} parts[] = { { "stile", read_style_part },
	      { "blocco", read_block },
	      { "pagina", read_page },
	      { "corpo", NULL },
	      { "includi", NULL } };
#define PARTS (sizeof(parts) / sizeof(*parts))

static void check_parts(struct reader *reader, const struct model_list *elements)
{
	const char *names[PARTS];

	for (size_t j = 0; j < PARTS; j++)
		names[j] = parts[j].name;
	for (size_t i = 0; i < elements->count; i++) {
		const struct element *element = elements->items[i];
		bool known = false;

		for (size_t j = 0; j < PARTS && element->name != NULL; j++)
			known = known || strcmp(parts[j].name, element->name) == 0;
		if (element->name == NULL)
			reader_error(reader, element, "testo-fuori-posto",
				     "sotto <modello> non può stare del testo");
		else if (!known)
			reader_error(
				reader, element, "elemento-ignoto",
				"<%s> non può stare sotto <modello>%s (stile, pagina, blocco, "
				"corpo, includi)",
				element->name,
				reader_perhaps(reader, text_nearest(element->name, names, PARTS)));
	}
}

static void read_parts(struct reader *reader, const struct model_list *elements)
{
	for (size_t j = 0; j < PARTS; j++) {
		for (size_t i = 0; i < elements->count; i++) {
			const struct element *element = elements->items[i];

			if (parts[j].read != NULL && element_is(element, parts[j].name))
				parts[j].read(reader, element);
		}
	}
}

/* ---- the body -------------------------------------------------------------------------- */

static struct page_node *default_page(struct reader *reader, const struct element *root)
{
	struct element page = { .name = "pagina", .place = root->place, .attribute_count = 1 };
	struct attribute id = { "id", "pagina" };

	page.attributes = &id;
	read_page(reader, &page);
	return map_find(&reader->pages, "pagina");
}

/* Blocks that stand in no section are in one of the first page. */
static const struct element *read_loose(struct reader *reader, const struct element *child,
					const struct context *context, struct node *body)
{
	struct element loose = *child->parent;
	struct element *copies;
	struct node *section = add_node(reader, body, NODE_SECTION, child->place);
	size_t count = 0, at = 0;
	const struct element *end = child;

	for (; end != NULL && !element_is(end, "sezione") && !element_is(end, "per-ogni") &&
	       !element_is(end, "usa");
	     end = end->next)
		count++;
	copies = arena_array(reader->arena, struct element, count);
	for (; child != end; child = child->next, at++) {
		copies[at] = *child;
		copies[at].next = at + 1 < count ? &copies[at + 1] : NULL;
	}
	loose.first = copies;
	loose.last = &copies[count - 1];
	section->style = part_style(reader, context, "sezione");
	section->as.page = reader->first_page;
	read_flow(reader, &loose, inside(context, section), section);
	return end;
}

static void read_body(struct reader *reader, const struct element *element,
		      const struct context *context, struct node *body)
{
	const struct element *child = element->first;

	while (child != NULL) {
		if (child->name == NULL && text_blank(child->text)) {
			child = child->next;
		} else if (element_is(child, "sezione") || element_is(child, "per-ogni") ||
			   element_is(child, "usa")) {
			read_element(reader, child, context, body);
			child = child->next;
		} else {
			child = read_loose(reader, child, context, body);
		}
	}
}

static void read_bodies(struct template *template, const struct element *root,
			const struct model_list *elements, const struct context *context)
{
	struct reader *reader = template->reader;
	const struct element *found = NULL;

	for (size_t i = 0; i < elements->count; i++) {
		const struct element *element = elements->items[i];

		if (!element_is(element, "corpo"))
			continue;
		if (found != NULL)
			reader_error(reader, element, "nome-ripetuto",
				     "<corpo> c’è già alla riga %d", found->place.line);
		else
			read_body(reader, element, context, template->body);
		found = element;
	}
	if (found == NULL)
		reader_error(reader, root, "corpo-mancante",
			     "il modello non ha <corpo>: non c’è nulla da comporre");
}

static void check_blocks(struct reader *reader, const struct element *root,
			 const struct context *context)
{
	for (size_t i = 0; i < reader->blocks.count; i++) {
		const struct block *block = reader->blocks.entries[i].value;

		if (!block->used && block->element->place.file == root->place.file)
			check_unused_block(reader, block, context);
	}
}

/* ---- all ----------------------------------------------------------------------------------- */

static struct reader *make_reader(struct arena *arena, struct diag *diag)
{
	struct reader *reader = arena_new(arena, struct reader);

	reader->arena = arena;
	reader->diag = diag;
	reader->styles = style_set_make(arena);
	reader->pages = map_make(arena);
	reader->blocks = map_make(arena);
	reader->reported = map_make(arena);
	reader->contrasts = map_make(arena);
	reader->plan_class = &model_class_plan;
	return reader;
}

static struct context first_context(struct reader *reader, const struct element *root)
{
	struct context context = { .content = CONTENT_SECTIONS, .background = DOCUMENT_NO_COLOUR };

	enter_scope(reader, root, &context, reader->plan_class, false);
	if (reader->item_class != NULL)
		enter_scope(reader, root, &context, reader->item_class, false);
	context.style = style_resolve(&reader->styles, NULL, NULL, NULL, STYLE_ALIGN_UNSET);
	context.character = &context.style->character;
	return context;
}

static void read_template(struct template *template, const struct element *root,
			  const struct model_list *elements)
{
	struct reader *reader = template->reader;
	struct context context;

	check_root(reader, root);
	read_per(template, root);
	check_parts(reader, elements);
	read_parts(reader, elements);
	if (reader->first_page == NULL)
		reader->first_page = default_page(reader, root);
	context = first_context(reader, root);
	read_root(template, root, &context);
	template->body = add_node(reader, NULL, NODE_USE, root->place);
	read_bodies(template, root, elements, &context);
	check_blocks(reader, root, &context);
}

enum status template_read(struct template **out, struct arena *arena,
			  const struct template_options *options, struct diag *diag)
{
	struct template *template = arena_new(arena, struct template);
	struct model_list elements = { 0 };
	size_t errors = diag->counts[DIAG_ERROR];
	struct element *root;
	enum status status;

	*out = NULL;
	template->arena = arena;
	template->file = arena_strdup(arena, options->file);
	status = include_all(arena, options, &root, &elements, diag);
	if (status != STATUS_OK)
		return status;
	template->reader = make_reader(arena, diag);
	if (element_is(root, "modello"))
		read_template(template, root, &elements);
	else
		reader_error(template->reader, root, "elemento-ignoto",
			     "un modello comincia con <modello>, non con <%s>", root->name);
	template->reader->diag = NULL;
	if (diag->counts[DIAG_ERROR] != errors)
		return STATUS_DATA;
	*out = template;
	return STATUS_OK;
}
