/* What all elements have in common: where they may stand, `se`, `stile`,
 * `lingua`, `id`, attributes nobody knows, contrast. */
#include "reader.h"

#include <string.h>

static const char *const common[] = { "se", "stile", "lingua", "id", NULL };
static const char *const of_blocks[] = { "nuova-pagina", "insieme", "con-successivo", NULL };

/* ---- attributes ------------------------------------------------------------------ */

static bool in_list(const char *const *names, const char *name)
{
	for (size_t i = 0; names[i] != NULL; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

static bool in_words(const char *words, const char *name)
{
	size_t length = strlen(name);

	for (const char *at = words; (at = strstr(at, name)) != NULL; at += length)
		if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
			return true;
	return false;
}

/* A loop is nothing by itself: it has a condition, but no look and no place. */
static bool is_common(const struct element_rule *rule, const char *name)
{
	if (rule->kind == NODE_LOOP)
		return strcmp(name, "se") == 0;
	return in_list(common, name);
}

static const char *nearest_attribute(struct reader *reader, const struct element_rule *rule,
				     const char *name)
{
	const char *names[24];
	size_t count = 0;
	char *words = arena_strdup(reader->arena, rule->attributes), *rest = NULL;

	for (char *word = strtok_r(words, " ", &rest); word != NULL && count < 16;
	     word = strtok_r(NULL, " ", &rest))
		names[count++] = word;
	for (size_t i = 0; common[i] != NULL; i++)
		if (is_common(rule, common[i]))
			names[count++] = common[i];
	for (size_t i = 0; rule->block && of_blocks[i] != NULL; i++)
		names[count++] = of_blocks[i];
	return text_nearest(name, names, count);
}

static void check_attributes(struct reader *reader, const struct element *element,
			     const struct element_rule *rule)
{
	for (size_t i = 0; rule->attributes != NULL && i < element->attribute_count; i++) {
		const char *name = element->attributes[i].name;

		if (is_common(rule, name) || (rule->block && in_list(of_blocks, name)) ||
		    in_words(rule->attributes, name))
			continue;
		reader_error(reader, element, "attributo-ignoto", "<%s> non ha l’attributo «%s»%s",
			     element->name, name,
			     reader_perhaps(reader, nearest_attribute(reader, rule, name)));
	}
}

/* ---- looks ------------------------------------------------------------------------- */

static const struct style_spec *named_style(struct reader *reader, const struct context *context,
					    const struct element *element)
{
	const char *name = reader_attribute(reader, context, element, "stile");
	const struct style_spec *spec;

	if (name == NULL)
		return NULL;
	spec = style_find(&reader->styles, name);
	/* A text of the plan goes through templates that its author can't know. */
	if (spec == NULL && !reader->rich)
		reader_error(reader, element, "stile-ignoto", "lo stile «%s» non è definito%s",
			     name, reader_perhaps(reader, style_nearest(&reader->styles, name)));
	return spec;
}

/* In a table with stile="x", cells take "x-cella" before "cella". */
static const struct style_spec *family_style(struct reader *reader, const struct context *context,
					     const char *name)
{
	const struct style_spec *spec = NULL;

	if (context->family != NULL)
		spec = style_find(&reader->styles,
				  arena_printf(reader->arena, "%s-%s", context->family, name));
	return spec != NULL ? spec : style_find(&reader->styles, name);
}

static const char *paragraph_style(const struct context *context)
{
	if (context->running_head)
		return "p-pagina";
	if (context->in_cell)
		return "p-cella";
	return context->in_item ? "p-punto" : "p";
}

static const char *cell_style(const struct context *context, const struct element *element)
{
	if (element_is(element, "capo"))
		return context->in_head ? "capo" : "capo-riga";
	return context->in_group ? "cella-gruppo" : "cella";
}

static const char *heading_style(struct reader *reader, const struct node *node)
{
	return arena_printf(reader->arena, "titolo-%d", node->as.heading->level);
}

static const char *own_style(struct reader *reader, const struct context *context,
			     const struct element *element, const struct element_rule *rule,
			     const struct node *node)
{
	switch (rule->kind) {
	case NODE_HEADING: return heading_style(reader, node);
	case NODE_PARAGRAPH: return paragraph_style(context);
	case NODE_CELL: return cell_style(context, element);
	default: return rule->style;
	}
}

static int own_align(struct reader *reader, const struct context *context,
		     const struct element *element, const struct element_rule *rule)
{
	const char *text = rule->kind == NODE_CELL
				   ? reader_attribute(reader, context, element, "allinea")
				   : NULL;
	int align = STYLE_ALIGN_UNSET;

	if (text != NULL && !style_align(&align, text))
		reader_error(reader, element, "attributo-valore",
			     "allinea=\"%s\" di <%s> non va bene: serve sinistra, destra, centro, "
			     "giustificato o virgola",
			     text, element->name);
	return align;
}

static bool is_inline(const struct element_rule *rule)
{
	return rule->content == CONTENT_INLINE;
}

static void give_look(struct reader *reader, const struct context *context,
		      const struct element *element, const struct element_rule *rule,
		      struct node *node)
{
	const char *name = own_style(reader, context, element, rule, node);
	const struct style_spec *kind = name != NULL ? family_style(reader, context, name) : NULL;
	const struct style_spec *named = named_style(reader, context, element);

	node->language = reader_attribute(reader, context, element, "lingua");
	if (node->language == NULL && !is_inline(rule))
		node->language = context->language;
	if (is_inline(rule)) {
		node->character = style_character(&reader->styles, context->character, kind, named,
						  node->language);
		check_contrast(reader, element, context, node->character);
	} else if (kind != NULL || named != NULL) {
		node->style = style_resolve(&reader->styles, context->style, kind, named,
					    own_align(reader, context, element, rule));
	} else {
		node->style = context->style;
	}
	check_marks(reader, element, context, node);
}

const struct document_style *part_style(struct reader *reader, const struct context *context,
					const char *name)
{
	return style_resolve(&reader->styles, context->style, family_style(reader, context, name),
			     NULL, STYLE_ALIGN_UNSET);
}

/* Parts of a table are no blocks: their language is that of the blocks inside. */
static bool hands_language_on(const struct node *node)
{
	return node->kind == NODE_ROW || node->kind == NODE_CELL || node->kind == NODE_HEAD ||
	       node->kind == NODE_GROUP;
}

struct context inside(const struct context *context, const struct node *node)
{
	struct context inner = *context;

	inner.language = hands_language_on(node) ? node->language : NULL;
	if (node->style != NULL) {
		inner.style = node->style;
		inner.character = &node->style->character;
		if (node->style->background != DOCUMENT_NO_COLOUR)
			inner.background = node->style->background;
	}
	return inner;
}

/* ---- nodes -------------------------------------------------------------------------- */

struct node *add_node(struct reader *reader, struct node *parent, enum node_kind kind,
		      struct place place)
{
	struct node *node = arena_new(reader->arena, struct node);

	node->kind = kind;
	node->place = place;
	node->parent = parent;
	if (parent == NULL)
		return node;
	if (parent->last != NULL)
		parent->last->next = node;
	else
		parent->first = node;
	parent->last = node;
	return node;
}

static bool is_too_much(struct reader *reader, const struct element *element,
			const struct context *context)
{
	if (context->nesting > TEMPLATE_NESTING_MAX) {
		reader_error(reader, element, "troppi-annidamenti",
			     "più di %d elementi uno dentro l’altro, blocchi compresi",
			     TEMPLATE_NESTING_MAX);
		return true;
	}
	if (reader->nodes++ < TEMPLATE_NODES_MAX)
		return false;
	if (!reader->overflow)
		reader_error(reader, element, "modello-grande",
			     "con i blocchi al loro posto il modello supera %d elementi",
			     TEMPLATE_NODES_MAX);
	reader->overflow = true;
	return true;
}

static const struct element_rule *find_rule(struct reader *reader, const struct element *element,
					    const struct context *context)
{
	const struct element_rule *rule = rule_find(element->name);
	bool known = rule != NULL && (!reader->rich || rule->rich);

	if (known && (rule->content & context->content) != 0)
		return rule;
	if (known)
		reader_error(reader, element, "elemento-fuori-posto",
			     "<%s> non può stare dentro <%s>, che qui vuole: %s", element->name,
			     element->parent != NULL ? element->parent->name : "modello",
			     rule_names(reader->arena, context->content, reader->rich));
	else
		reader_error(reader, element, "elemento-ignoto", "<%s> non è un elemento%s%s",
			     element->name, reader->rich ? " dei testi" : " dei modelli",
			     reader_perhaps(reader, rule_nearest(element->name, context->content,
								 reader->rich)));
	return NULL;
}

/* `se` on parameters alone is settled now; on a cell nothing else will do,
 * because the number of columns must be known. */
static bool read_se(struct reader *reader, const struct element *element,
		    const struct context *context, const struct element_rule *rule,
		    struct condition **condition)
{
	bool value = true;

	*condition = read_condition(reader, context, element, "se");
	if (*condition == NULL)
		return true;
	if (condition_known(*condition, &value)) {
		*condition = NULL;
		return value;
	}
	if (rule->kind == NODE_CELL)
		reader_error(reader, element, "se-su-cella",
			     "su <%s> la condizione può riguardare solo i parametri del blocco "
			     "(@nome): mettere se=\"…\" su un <t> dentro la cella",
			     element->name);
	return true;
}

static void read_flags(struct reader *reader, const struct element *element,
		       const struct context *context, struct node *node)
{
	node->new_page = reader_yes_no(reader, context, element, "nuova-pagina", false);
	node->together = reader_yes_no(reader, context, element, "insieme", false);
	node->with_next = reader_yes_no(reader, context, element, "con-successivo", false);
}

/* In a text of the plan levels count from the heading it stands under, and a
 * gap is closed: its author does not know where a template puts it. */
static int shift_level(struct reader *reader, int level)
{
	level += reader->rich_above + 1 - reader->rich_least;
	if (level > reader->rich_last + 1)
		level = reader->rich_last + 1;
	if (level > DOCUMENT_LEVELS_MAX)
		level = DOCUMENT_LEVELS_MAX;
	reader->rich_last = level;
	return level;
}

/* The level decides the look, so it is read first. */
static void prepare_heading(struct reader *reader, const struct element *element,
			    const struct context *context, struct node *node)
{
	node->as.heading = arena_new(reader->arena, struct heading_node);
	node->as.heading->level =
		reader_integer(reader, context, element, "livello", 1, DOCUMENT_LEVELS_MAX, 1);
	if (reader->rich)
		node->as.heading->level = shift_level(reader, node->as.heading->level);
}

struct node *read_element(struct reader *reader, const struct element *element,
			  const struct context *context, struct node *parent)
{
	const struct element_rule *rule = find_rule(reader, element, context);
	struct context own = *context;
	struct condition *condition;
	struct node *node;

	own.nesting++;
	if (rule == NULL || is_too_much(reader, element, &own))
		return NULL;
	check_attributes(reader, element, rule);
	if (!read_se(reader, element, &own, rule, &condition))
		return NULL;
	node = add_node(reader, parent, rule->kind, element->place);
	node->condition = condition;
	node->scope_slot = context->scope->slot;
	if (rule->kind == NODE_HEADING)
		prepare_heading(reader, element, &own, node);
	give_look(reader, &own, element, rule, node);
	node->id = read_pattern(reader, &own, element, "id");
	if (rule->block)
		read_flags(reader, element, &own, node);
	rule->read(reader, element, &own, node);
	return node;
}

/* ---- children ------------------------------------------------------------------------ */

static bool is_blank_text(const struct element *element)
{
	return element->name == NULL && text_blank(element->text);
}

static void read_text(struct reader *reader, const struct element *element,
		      const struct context *context, struct node *parent)
{
	struct node *node = add_node(reader, parent, NODE_TEXT, element->place);

	node->character = context->character;
	node->as.text = make_pattern(reader, context, element, NULL, element->text);
	check_contrast(reader, element, context, context->character);
}

void read_children(struct reader *reader, const struct element *element,
		   const struct context *context, struct node *parent)
{
	for (const struct element *child = element->first; child != NULL; child = child->next) {
		if (child->name != NULL)
			read_element(reader, child, context, parent);
		else if (context->content == CONTENT_INLINE)
			read_text(reader, child, context, parent);
		else if (!is_blank_text(child))
			reader_error(reader, child, "testo-fuori-posto",
				     "dentro <%s> non può stare del testo: metterlo in un %s",
				     element->name,
				     context->content == CONTENT_CELLS ? "<cella>" : "<p>");
	}
}

/* ---- text or blocks -------------------------------------------------------------------- */

static bool is_block(struct reader *reader, const struct element *element, int nesting)
{
	const struct element_rule *rule;
	const struct block *block;
	const char *name;

	if (element->name == NULL || nesting > TEMPLATE_NESTING_MAX)
		return false;
	rule = rule_find(element->name);
	if (rule == NULL || rule->kind == NODE_USE) {
		name = rule != NULL ? element_attribute(element, "blocco") : NULL;
		block = name != NULL ? map_find(&reader->blocks, name) : NULL;
		element = block != NULL ? block->element : NULL;
	} else if (rule->kind != NODE_LOOP) {
		return !is_inline(rule);
	}
	for (const struct element *child = element != NULL ? element->first : NULL; child != NULL;
	     child = child->next)
		if (!element_is(child, "parametro") && is_block(reader, child, nesting + 8))
			return true;
	return false;
}

bool holds_blocks(struct reader *reader, const struct element *element)
{
	for (const struct element *child = element->first; child != NULL; child = child->next)
		if (is_block(reader, child, 0))
			return true;
	return false;
}

/* Text that stands between blocks becomes a paragraph of its own. */
static const struct element *read_loose_text(struct reader *reader, const struct element *child,
					     const struct context *context, struct node *parent)
{
	struct node *paragraph = add_node(reader, parent, NODE_PARAGRAPH, child->place);
	struct context own;

	paragraph->style = part_style(reader, context, paragraph_style(context));
	paragraph->language = context->language;
	own = inside(context, paragraph);
	own.content = CONTENT_INLINE;
	for (; child != NULL && !is_block(reader, child, 0); child = child->next) {
		if (child->name != NULL)
			read_element(reader, child, &own, paragraph);
		else
			read_text(reader, child, &own, paragraph);
	}
	return child;
}

void read_flow(struct reader *reader, const struct element *element, struct context context,
	       struct node *parent)
{
	const struct element *child = element->first;

	context.content = CONTENT_BLOCKS;
	while (child != NULL) {
		if (is_blank_text(child)) {
			child = child->next;
		} else if (is_block(reader, child, 0)) {
			read_element(reader, child, &context, parent);
			child = child->next;
		} else {
			child = read_loose_text(reader, child, &context, parent);
		}
	}
}
