/* Blocks: each node becomes one, with what all blocks have in common. */
#include "expand.h"

#include <string.h>

static void visit_block(struct visitor *visitor, const struct node *node);

struct document_block *expand_add(struct expansion *expansion, struct target target,
				  enum document_block_kind kind, const struct node *node)
{
	struct document_block *block =
		target.cell != NULL
			? document_add_in_cell(expansion->document, target.cell, kind, node->style)
			: document_add(expansion->document, target.parent, kind, node->style);

	expand_common(expansion, block, node);
	return block;
}

/* The innermost thing in scope where a block stands: slots are a stack. */
static const void *thing_here(const struct expansion *expansion, const struct node *node)
{
	return node->scope_slot > SLOT_PLAN
		       ? expansion->environment.frames[node->scope_slot].thing.object
		       : NULL;
}

void expand_common(struct expansion *expansion, struct document_block *block,
		   const struct node *node)
{
	const char *id = evaluate_pattern(&expansion->environment, node->id);

	block->place = node->place;
	block->language = node->language;
	block->new_page = node->new_page;
	block->together = node->together;
	block->with_next = node->with_next;
	if (text_blank(id))
		return;
	document_name(expansion->document, block, id);
	remember_thing(expansion, thing_here(expansion, node), id);
}

void expand_blocks(struct expansion *expansion, struct target target, const struct node *parent)
{
	struct visitor visitor = { expansion, visit_block, NULL, &target };

	visit_children(&visitor, parent);
}

/* ---- paragraphs and headings ----------------------------------------------------------- */

static bool is_empty(const struct document_inline *first)
{
	for (; first != NULL; first = first->next) {
		if (first->kind == DOCUMENT_TEXT && text_blank(first->text))
			continue;
		if (first->kind == DOCUMENT_SPRING || first->kind == DOCUMENT_BREAK)
			continue;
		if ((first->kind != DOCUMENT_SPAN && first->kind != DOCUMENT_LINK &&
		     first->kind != DOCUMENT_CONTINUED) ||
		    !is_empty(first->first))
			return false;
	}
	return true;
}

/* A paragraph whose values are all missing leaves nothing behind. */
static struct document_block *expand_filled(struct expansion *expansion, struct target target,
					    enum document_block_kind kind, const struct node *node)
{
	struct document_block *block = document_make(expansion->document, kind, node->style);

	expand_text(expansion, block, node);
	if (is_empty(block->text_first))
		return NULL;
	expand_common(expansion, block, node);
	document_attach(expansion->document, target.parent, target.cell, block);
	return block;
}

static void expand_heading(struct expansion *expansion, struct target target,
			   const struct node *node)
{
	struct environment *environment = &expansion->environment;
	const struct heading_node *from = node->as.heading;
	struct document_block *block = expand_filled(expansion, target, DOCUMENT_HEADING, node);
	struct document_heading *heading;

	if (block == NULL)
		return;
	heading = block->as.heading;
	heading->level = from->level;
	heading->numbering = from->numbering;
	heading->start = from->start;
	heading->number = evaluate_pattern(environment, from->number);
	heading->series = evaluate_pattern(environment, from->series);
	if (text_blank(heading->series))
		heading->series = NULL;
	if (text_blank(heading->number))
		heading->number = NULL;
	expansion->last_level = heading->level;
}

/* ---- the other kinds ----------------------------------------------------------------------- */

static void expand_children(struct expansion *expansion, struct target target,
			    enum document_block_kind kind, const struct node *node)
{
	struct document_block *block = expand_add(expansion, target, kind, node);

	expand_blocks(expansion, (struct target){ block, NULL }, node);
}

static void expand_section(struct expansion *expansion, const struct node *node)
{
	struct document_block *block =
		expand_add(expansion, (struct target){ NULL, NULL }, DOCUMENT_SECTION, node);

	block->as.section->master = expand_master(expansion, node->as.page);
	expand_blocks(expansion, (struct target){ block, NULL }, node);
}

/* A list without points leaves nothing behind. */
static void expand_list(struct expansion *expansion, struct target target, const struct node *node)
{
	struct document_block *block =
		document_make(expansion->document, DOCUMENT_LIST, node->style);

	block->as.list->ordered = node->as.list.ordered;
	expand_blocks(expansion, (struct target){ block, NULL }, node);
	if (block->first == NULL)
		return;
	expand_common(expansion, block, node);
	document_attach(expansion->document, target.parent, target.cell, block);
}

static void expand_contents(struct expansion *expansion, struct target target,
			    const struct node *node)
{
	struct document_block *block = expand_add(expansion, target, DOCUMENT_CONTENTS, node);

	block->as.contents->levels = node->as.contents.levels;
	block->as.contents->styles = node->as.contents.styles;
}

/* ---- signatures -------------------------------------------------------------------------------- */

static void visit_signature(struct visitor *visitor, const struct node *node)
{
	struct document_block *block = visitor->user;
	struct document_signatures *all = block->as.signatures;
	struct expansion *expansion = visitor->expansion;
	struct document_signature *one = arena_new(expansion->arena, struct document_signature);

	one->role = evaluate_pattern(&expansion->environment, node->as.signature.role);
	one->field = node->as.signature.field;
	if (one->field)
		one->name = arena_printf(expansion->arena, "firma-%zu", ++expansion->signatures);
	if (all->last != NULL)
		all->last->next = one;
	else
		all->first = one;
	all->last = one;
}

static void expand_signatures(struct expansion *expansion, struct target target,
			      const struct node *node)
{
	struct document_block *block =
		document_make(expansion->document, DOCUMENT_SIGNATURES, node->style);
	struct visitor visitor = { expansion, visit_signature, NULL, block };

	block->as.signatures->style = node->style;
	visit_children(&visitor, node);
	if (block->as.signatures->first == NULL)
		return;
	expand_common(expansion, block, node);
	document_attach(expansion->document, target.parent, target.cell, block);
}

static void visit_block(struct visitor *visitor, const struct node *node)
{
	struct expansion *expansion = visitor->expansion;
	struct target target = *(struct target *)visitor->user;

	switch (node->kind) {
	case NODE_SECTION: expand_section(expansion, node); break;
	case NODE_BOX: expand_children(expansion, target, DOCUMENT_BOX, node); break;
	case NODE_ITEM: expand_children(expansion, target, DOCUMENT_ITEM, node); break;
	case NODE_HEADING: expand_heading(expansion, target, node); break;
	case NODE_PARAGRAPH: expand_filled(expansion, target, DOCUMENT_PARAGRAPH, node); break;
	case NODE_LIST: expand_list(expansion, target, node); break;
	case NODE_TABLE: expand_table(expansion, target, node); break;
	case NODE_CHART: expand_chart(expansion, target, node); break;
	case NODE_TREE: expand_tree(expansion, target, node); break;
	case NODE_IMAGE: expand_image(expansion, target, node); break;
	case NODE_CONTENTS: expand_contents(expansion, target, node); break;
	case NODE_SIGNATURES: expand_signatures(expansion, target, node); break;
	case NODE_RICH: expand_rich(expansion, target, node); break;
	default: break;
	}
}
