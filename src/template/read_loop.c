/* <per-ogni>: a turn for each thing of a collection, sorted and grouped. */
#include "reader.h"

#include <string.h>

static const char *const hint = "l’elenco da percorrere, per esempio obiettivi";

static bool is_sortable(enum model_field_type type)
{
	return type != MODEL_FIELD_RICH && type != MODEL_FIELD_MANY;
}

static void add_sort_key(struct reader *reader, const struct element *element,
			 const struct context *context, struct loop *loop, const char *word)
{
	bool falling = word[0] == '-';
	struct parser parser = parser_make(reader, context, element, "ordina", word + falling);
	struct path *path = parse_path(&parser);

	if (path == NULL || !path_add_face(&parser, path))
		return;
	parser_skip_blanks(&parser);
	if (*parser.at != '\0' || !is_sortable(path->shown.field)) {
		parser_error(&parser, "ordina", "non si può ordinare per «%s»", word);
		return;
	}
	if (loop->sort_count == sizeof(loop->sort) / sizeof(*loop->sort)) {
		parser_error(&parser, "ordina", "al più tre campi");
		return;
	}
	loop->falling[loop->sort_count] = falling;
	loop->sort[loop->sort_count++] = path;
}

static void read_sort(struct reader *reader, const struct element *element,
		      const struct context *context, struct loop *loop)
{
	const char *text = reader_attribute(reader, context, element, "ordina");
	char *words, *rest = NULL;

	if (text == NULL)
		return;
	words = arena_strdup(reader->arena, text);
	for (char *word = strtok_r(words, " ", &rest); word != NULL;
	     word = strtok_r(NULL, " ", &rest))
		add_sort_key(reader, element, context, loop, word);
}

static void enter_groups(struct reader *reader, const struct element *element,
			 struct context *context, const struct path *key,
			 const struct model_class *class)
{
	struct scope *scope;

	enter_scope(reader, element, context, NULL, true);
	scope = arena_new(reader->arena, struct scope);
	*scope = *context->scope;
	scope->key = key;
	scope->group_class = class;
	context->scope = scope;
}

/* Blanks around each turn would stand before the separator. */
static void trim_turn(struct reader *reader, struct node *node)
{
	struct node *first = node->first, *last = node->last;

	if (first != NULL && first->kind == NODE_TEXT && first->as.text->count > 0 &&
	    first->as.text->parts[0].literal != NULL) {
		const char *text = first->as.text->parts[0].literal;

		first->as.text->parts[0].literal = text + strspn(text, " \t\r\n");
	}
	if (last != NULL && last->kind == NODE_TEXT && last->as.text->count > 0) {
		struct part *part = &last->as.text->parts[last->as.text->count - 1];
		size_t length = part->literal != NULL ? strlen(part->literal) : 0;

		while (length > 0 && strchr(" \t\r\n", part->literal[length - 1]) != NULL)
			length--;
		if (part->literal != NULL)
			part->literal = arena_strndup(reader->arena, part->literal, length);
	}
}

/* In a flow, a loop holds either pieces of text or blocks. */
static void read_body(struct reader *reader, const struct element *element, struct context *context,
		      struct node *node)
{
	if (context->content == CONTENT_BLOCKS)
		read_flow(reader, element, *context, node);
	else
		read_children(reader, element, context, node);
}

void read_loop(struct reader *reader, const struct element *element, const struct context *context,
	       struct node *node)
{
	struct loop *loop = arena_new(reader->arena, struct loop);
	struct context items = *context, own = *context;

	node->as.loop = loop;
	loop->path = read_things(reader, context, element, "di");
	if (element_attribute(element, "di") == NULL)
		reader_missing(reader, element, "di", hint);
	if (loop->path == NULL)
		return;
	enter_scope(reader, element, &items, loop->path->type.class, true);
	loop->item_slot = loop->slot = items.scope->slot;
	read_sort(reader, element, &items, loop);
	loop->group = read_path(reader, &items, element, "raggruppa");
	if (loop->group != NULL && loop->group->type.field == MODEL_FIELD_MANY) {
		reader_error(reader, element, "raggruppa",
			     "in raggruppa=\"%s\": serve un campo con un solo valore",
			     loop->group->source);
	} else if (loop->group != NULL) {
		enter_groups(reader, element, &own, loop->group, loop->path->type.class);
		loop->slot = own.scope->slot;
		loop->item_slot = own.depth;
	} else {
		own = items;
	}
	loop->between = read_pattern(reader, context, element, "tra");
	if (loop->between != NULL && context->content != CONTENT_INLINE)
		reader_error(reader, element, "tra", "tra=\"…\" vale solo fra pezzi di testo");
	read_body(reader, element, &own, node);
	if (loop->between != NULL)
		trim_turn(reader, node);
}
