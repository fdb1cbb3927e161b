/* <contenuto>: a text of the plan, read with the template's own vocabulary
 * where the template puts it. Its faults are found at the plan's lines. */
#include "expand.h"

/* Headings of a text: the least level among them, 0 when there is none. */
static int least_level(const struct element *element)
{
	int least = 0;

	for (const struct element *child = element->first; child != NULL; child = child->next) {
		const char *level =
			element_is(child, "titolo") ? element_attribute(child, "livello") : NULL;
		int own = level != NULL && level[0] >= '1' && level[0] <= '6' ? level[0] - '0'
									      : least_level(child);

		if (own > 0 && (least == 0 || own < least))
			least = own;
	}
	return least;
}

/* A text sees the plan, not the loops of the template that shows it. */
static struct context text_context(struct expansion *expansion, const struct context *around,
				   const struct element *element)
{
	struct context context = *around;
	struct context plan = { .depth = SLOT_PLAN };

	enter_scope(&expansion->rich, element, &plan, &model_class_plan, false);
	context.scope = plan.scope;
	context.content = CONTENT_BLOCKS;
	context.parameters = NULL;
	context.block = NULL;
	return context;
}

static struct node *read_plan_text(struct expansion *expansion, const struct element *element,
				   const struct context *around)
{
	struct reader *reader = &expansion->rich;
	struct context context = text_context(expansion, around, element);
	struct node *root = add_node(reader, NULL, NODE_USE, element->place);
	int least = least_level(element);

	reader->rich_above = expansion->last_level;
	reader->rich_last = expansion->last_level;
	reader->rich_least = least > 0 ? least : 1;
	read_flow(reader, element, context, root);
	return root;
}

static const char *text_key(struct expansion *expansion, const struct element *element)
{
	return arena_printf(expansion->arena, "%p", (const void *)element);
}

static const struct element *find_text(struct expansion *expansion, const struct path *path)
{
	struct answer answer = evaluate_path(&expansion->environment, path);
	const struct model_text *text;

	if (answer.datum.type == MODEL_FIELD_RICH) {
		environment_show(&expansion->environment,
				 evaluate_owner(&expansion->environment, path));
		return answer.datum.rich;
	}
	text = answer.datum.thing.object;
	environment_show(&expansion->environment, text);
	return text != NULL ? text->content : NULL;
}

void expand_rich(struct expansion *expansion, struct target target, const struct node *node)
{
	size_t errors = expansion->diag->counts[DIAG_ERROR];
	const struct element *element;
	struct node *root;

	if (node->as.rich.path == NULL)
		return;
	element = find_text(expansion, node->as.rich.path);
	if (element == NULL)
		return;
	map_put(&expansion->texts, text_key(expansion, element), expansion);
	root = read_plan_text(expansion, element, node->as.rich.context);
	if (expansion->diag->counts[DIAG_ERROR] != errors)
		return;
	if (node->id != NULL) {
		struct document_block *box = expand_add(expansion, target, DOCUMENT_BOX, node);

		target = (struct target){ box, NULL };
	}
	expand_blocks(expansion, target, root);
}

void check_all_texts(struct expansion *expansion)
{
	const struct model_list *texts = &expansion->environment.plan->texts;
	struct context context = { .background = DOCUMENT_NO_COLOUR };

	context.style = style_resolve(&expansion->rich.styles, NULL, NULL, NULL, STYLE_ALIGN_UNSET);
	context.character = &context.style->character;
	for (size_t i = 0; i < texts->count; i++) {
		const struct model_text *text = texts->items[i];

		if (text->content != NULL &&
		    map_find(&expansion->texts, text_key(expansion, text->content)) == NULL)
			read_plan_text(expansion, text->content, &context);
	}
}
