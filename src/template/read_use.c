/* Blocks: <blocco> with its <parametro>s, put in where <usa> stands. */
#include "reader.h"

#include <string.h>

/* ---- definitions ---------------------------------------------------------------------- */

static void check_definition(struct reader *reader, const struct element *element)
{
	static const char *const names[] = { "nome", "su" };

	for (size_t i = 0; i < element->attribute_count; i++) {
		const char *name = element->attributes[i].name;

		if (strcmp(name, "nome") != 0 && strcmp(name, "su") != 0)
			reader_error(reader, element, "attributo-ignoto",
				     "<blocco> non ha l’attributo «%s»%s", name,
				     reader_perhaps(reader, text_nearest(name, names, 2)));
	}
}

static const struct model_class *read_on(struct reader *reader, const struct element *element)
{
	const char *name = element_attribute(element, "su");
	const struct model_class *class = name != NULL ? model_class_find(name) : NULL;
	const char *names[64];
	size_t count = 0;

	if (name == NULL || class != NULL)
		return class;
	for (; count < 64 && model_classes[count] != NULL; count++)
		names[count] = model_classes[count]->name;
	reader_error(reader, element, "tipo-ignoto", "in su=\"%s\" di <blocco>: non è un tipo%s",
		     name, reader_perhaps(reader, text_nearest(name, names, count)));
	return NULL;
}

static void check_parameter(struct reader *reader, const struct element *parameter)
{
	static const char *const names[] = { "nome", "valori", "predefinito" };

	if (element_attribute(parameter, "nome") == NULL)
		reader_missing(reader, parameter, "nome", "il nome con cui si usa: {@nome}");
	for (size_t i = 0; i < parameter->attribute_count; i++) {
		const char *name = parameter->attributes[i].name;

		if (strcmp(name, "nome") != 0 && strcmp(name, "valori") != 0 &&
		    strcmp(name, "predefinito") != 0)
			reader_error(reader, parameter, "attributo-ignoto",
				     "<parametro> non ha l’attributo «%s»%s", name,
				     reader_perhaps(reader, text_nearest(name, names, 3)));
	}
}

void read_block(struct reader *reader, const struct element *element)
{
	const char *name = element_attribute(element, "nome");
	struct block *block = arena_new(reader->arena, struct block);
	const struct block *other;

	if (name == NULL || *name == '\0') {
		reader_missing(reader, element, "nome", "il nome con cui <usa> lo chiama");
		return;
	}
	check_definition(reader, element);
	block->name = name;
	block->on = read_on(reader, element);
	block->element = element;
	for (const struct element *child = element->first; child != NULL; child = child->next)
		if (element_is(child, "parametro"))
			check_parameter(reader, child);
	other = map_put(&reader->blocks, name, block);
	if (other != NULL)
		reader_error(reader, element, "nome-ripetuto",
			     "il blocco «%s» è già definito alla riga %d", name,
			     other->element->place.line);
}

/* ---- parameters -------------------------------------------------------------------------- */

static bool is_allowed(const char *values, const char *value)
{
	size_t length = strlen(value);

	if (length == 0)
		return false; /* nothing is found everywhere, also past the end */
	for (const char *at = values; (at = strstr(at, value)) != NULL; at++)
		if ((at == values || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
			return true;
	return false;
}

/* Values of an element that uses a block may hold the parameters of the block
 * it stands in, but no paths: they are constants. */
static const char *value_given(struct reader *reader, const struct context *context,
			       const struct element *use, const char *name)
{
	const char *value = reader_attribute(reader, context, use, name);

	if (value != NULL && strchr(value, '{') != NULL && strstr(value, "{{") == NULL)
		reader_error(reader, use, "parametro-costante",
			     "%s=\"%s\" di <usa>: un parametro è un testo fisso; per un campo, "
			     "scriverlo senza graffe e usarlo come percorso (di=\"@%s\")",
			     name, value, name);
	return value;
}

static const struct parameter *add_parameter(struct reader *reader, const struct context *context,
					     const struct element *use,
					     const struct element *definition,
					     const struct parameter *others)
{
	struct parameter *parameter = arena_new(reader->arena, struct parameter);
	const char *name = element_attribute(definition, "nome");
	const char *values = element_attribute(definition, "valori");
	const char *value;

	if (name == NULL)
		return others;
	value = value_given(reader, context, use, name);
	if (value == NULL)
		value = element_attribute(definition, "predefinito");
	if (value == NULL) {
		reader_missing(reader, use, name, "il blocco non ha un valore predefinito");
		value = "";
	} else if (values != NULL && !is_allowed(values, value)) {
		reader_error(reader, use, "parametro-valore",
			     "%s=\"%s\" di <usa> non va bene: i valori sono %s", name, value,
			     values);
	}
	parameter->name = name;
	parameter->value = value;
	parameter->next = others;
	return parameter;
}

static const struct parameter *read_parameters(struct reader *reader, const struct context *context,
					       const struct element *use, const struct block *block)
{
	const struct parameter *parameters = NULL;

	for (const struct element *child = block->element->first; child != NULL;
	     child = child->next)
		if (element_is(child, "parametro"))
			parameters = add_parameter(reader, context, use, child, parameters);
	return parameters;
}

static bool is_parameter_of(const struct block *block, const char *name)
{
	for (const struct element *child = block->element->first; child != NULL;
	     child = child->next)
		if (element_is(child, "parametro") &&
		    text_equal(element_attribute(child, "nome"), name))
			return true;
	return false;
}

static void check_use(struct reader *reader, const struct element *use, const struct block *block)
{
	for (size_t i = 0; i < use->attribute_count; i++) {
		const char *name = use->attributes[i].name;

		if (strcmp(name, "blocco") != 0 && strcmp(name, "se") != 0 &&
		    !is_parameter_of(block, name))
			reader_error(reader, use, "parametro-ignoto",
				     "il blocco «%s» non ha il parametro «%s»", block->name, name);
	}
	if (use->first != NULL)
		reader_error(reader, use, "elemento-vuoto", "<usa> non ha nulla dentro");
}

/* ---- putting in ------------------------------------------------------------------------------ */

static void report_unknown(struct reader *reader, const struct element *use, const char *name)
{
	const char **names = arena_array(reader->arena, const char *, reader->blocks.count + 1);

	for (size_t i = 0; i < reader->blocks.count; i++)
		names[i] = reader->blocks.entries[i].key;
	reader_error(reader, use, "blocco-ignoto", "il blocco «%s» non è definito%s", name,
		     reader_perhaps(reader, text_nearest(name, names, reader->blocks.count)));
}

static bool is_recursive(const struct context *context, const struct block *block)
{
	for (const struct block *b = context->block; b != NULL; b = b->around)
		if (b->element == block->element)
			return true;
	return false;
}

static const struct block *find_block(struct reader *reader, const struct element *use,
				      const struct context *context)
{
	const char *name = reader_attribute(reader, context, use, "blocco");
	struct block *block = name != NULL ? map_find(&reader->blocks, name) : NULL;

	if (name == NULL) {
		reader_missing(reader, use, "blocco", "il nome di un <blocco>");
	} else if (block == NULL) {
		report_unknown(reader, use, name);
	} else if (is_recursive(context, block)) {
		reader_error(reader, use, "ricorsione",
			     "il blocco «%s» userebbe sé stesso: un blocco non può contenersi",
			     name);
		return NULL;
	} else {
		block->used = true;
	}
	return block;
}

/* The thing that a block works on: the nearest one of its type. */
static bool enter_block_scope(struct reader *reader, const struct element *use,
			      struct context *context, const struct block *block)
{
	const struct scope *scope = context->scope;

	if (block->on == NULL)
		return true;
	while (scope != NULL && scope->class != block->on)
		scope = scope->outer;
	if (scope == NULL) {
		reader_error(reader, use, "blocco-su",
			     "il blocco «%s» lavora su %s, che qui non c’è: usarlo dentro un "
			     "<per-ogni> di quel tipo",
			     block->name, block->on->name);
		return false;
	}
	context->scope = scope;
	return true;
}

static void read_block_body(struct reader *reader, const struct block *block,
			    struct context *context, struct node *node)
{
	struct element body = *block->element;

	while (body.first != NULL && (element_is(body.first, "parametro") ||
				      (body.first->name == NULL && text_blank(body.first->text))))
		body.first = body.first->next;
	if (context->content == CONTENT_BLOCKS)
		read_flow(reader, &body, *context, node);
	else
		read_children(reader, &body, context, node);
}

static struct block *put_in(struct reader *reader, const struct context *context,
			    const struct block *block)
{
	struct block *copy = arena_new(reader->arena, struct block);

	*copy = *block;
	copy->around = context->block;
	return copy;
}

void read_use(struct reader *reader, const struct element *element, const struct context *context,
	      struct node *node)
{
	const struct block *block = find_block(reader, element, context);
	struct context own = *context;

	if (block == NULL)
		return;
	check_use(reader, element, block);
	own.parameters = read_parameters(reader, context, element, block);
	own.block = put_in(reader, context, block);
	if (enter_block_scope(reader, element, &own, block))
		read_block_body(reader, block, &own, node);
}

/* ---- blocks that nothing uses ------------------------------------------------------------------ */

static bool has_defaults(const struct block *block)
{
	for (const struct element *child = block->element->first; child != NULL;
	     child = child->next)
		if (element_is(child, "parametro") &&
		    element_attribute(child, "predefinito") == NULL)
			return false;
	return true;
}

static enum content guess_content(struct reader *reader, const struct block *block)
{
	static const enum content order[] = { CONTENT_BLOCKS,     CONTENT_INLINE,  CONTENT_ROWS,
					      CONTENT_CELLS,      CONTENT_ITEMS,   CONTENT_SERIES,
					      CONTENT_SIGNATURES, CONTENT_SECTIONS };

	for (const struct element *child = block->element->first; child != NULL;
	     child = child->next) {
		const struct element_rule *rule =
			child->name != NULL ? rule_find(child->name) : NULL;

		if (rule == NULL || rule->kind == NODE_LOOP || rule->kind == NODE_USE)
			continue;
		for (size_t i = 0; i < sizeof(order) / sizeof(*order); i++)
			if ((rule->content & order[i]) != 0)
				return order[i];
	}
	return holds_blocks(reader, block->element) ? CONTENT_BLOCKS : CONTENT_INLINE;
}

void check_unused_block(struct reader *reader, const struct block *block,
			const struct context *context)
{
	struct element use = { .name = "usa", .place = block->element->place };
	struct context own = *context;
	struct node *node = add_node(reader, NULL, NODE_USE, use.place);

	if (!has_defaults(block))
		return;
	own.parameters = read_parameters(reader, context, &use, block);
	own.content = guess_content(reader, block);
	own.block = put_in(reader, context, block);
	if (block->on != NULL)
		enter_scope(reader, &use, &own, block->on, true);
	read_block_body(reader, block, &own, node);
}
