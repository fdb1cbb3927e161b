/* Text: pieces of inline content with blanks folded across them.
 *
 * A blank is written before the next visible character, so none is left at
 * the ends of a paragraph and none is doubled where pieces meet. */
#include "expand.h"

#include <string.h>

struct writing {
	struct expansion *expansion;
	struct document_block *block;
	struct document_inline *inside;
	struct document_inline *last_text; /* to strip a last blank from */
	bool started;                      /* something visible stands on the line */
	bool pending;                      /* a blank is due */
	bool after_blank;
};

static void visit_text(struct visitor *visitor, const struct node *node);

static struct document_inline *add(struct writing *writing, enum document_inline_kind kind,
				   const struct document_character *character)
{
	return document_add_inline(writing->expansion->document, writing->block, writing->inside,
				   kind, character);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void write_string(struct writing *writing, const char *string,
			 const struct document_character *character)
{
	struct text *out = &writing->expansion->line;

	text_clear(out);
	for (; *string != '\0'; string++) {
		if (is_blank(*string)) {
			writing->pending = true;
			continue;
		}
		if (writing->pending && writing->started && !writing->after_blank)
			text_add_char(out, ' ');
		writing->pending = writing->after_blank = false;
		writing->started = true;
		text_add_char(out, *string);
	}
	if (out->length == 0)
		return;
	writing->last_text = add(writing, DOCUMENT_TEXT, character);
	writing->last_text->text =
		arena_strndup(writing->expansion->arena, out->bytes, out->length);
}

/* A blank due before a span stands outside it. */
static void settle_blank(struct writing *writing, const struct document_character *character)
{
	if (!writing->pending || !writing->started || writing->after_blank)
		return;
	writing->last_text = add(writing, DOCUMENT_TEXT, character);
	writing->last_text->text = " ";
	writing->pending = false;
	writing->after_blank = true;
}

static void strip_last_blank(struct writing *writing)
{
	if (writing->after_blank && writing->last_text != NULL)
		writing->last_text->text = "";
	writing->pending = writing->after_blank = false;
}

/* A new line, or the far side of a spring: blanks before and after go. */
static void begin_line(struct writing *writing)
{
	strip_last_blank(writing);
	writing->started = false;
}

/* ---- running heads -------------------------------------------------------------------- */

static bool write_late(struct writing *writing, const struct part *part,
		       const struct document_character *character)
{
	static const enum document_inline_kind kinds[] = {
		[EXPRESSION_PAGE] = DOCUMENT_PAGE_NUMBER,
		[EXPRESSION_PAGES] = DOCUMENT_PAGE_COUNT,
		[EXPRESSION_RUNNING] = DOCUMENT_RUNNING,
	};
	struct document_inline *piece;

	if (part->literal != NULL || part->expression.kind < EXPRESSION_PAGE)
		return false;
	settle_blank(writing, character);
	piece = add(writing, kinds[part->expression.kind], character);
	piece->level = part->expression.level;
	writing->started = true;
	writing->after_blank = false;
	return true;
}

static void write_pattern(struct writing *writing, const struct pattern *pattern,
			  const struct document_character *character)
{
	struct environment *environment = &writing->expansion->environment;
	struct text *run = &writing->expansion->run;

	text_clear(run);
	for (size_t i = 0; i < pattern->count; i++) {
		const struct part *part = &pattern->parts[i];

		if (part->literal == NULL && part->expression.kind >= EXPRESSION_PAGE) {
			write_string(writing, run->bytes, character);
			text_clear(run);
			write_late(writing, part, character);
		} else {
			evaluate_part(environment, part, run);
		}
	}
	write_string(writing, run->bytes, character);
}

/* ---- pieces ------------------------------------------------------------------------------ */

static void drop(struct writing *writing, struct document_inline *piece)
{
	struct document_inline *outer = piece->parent, *before = NULL;
	struct document_inline **first =
		outer != NULL ? &outer->first : &writing->block->text_first;
	struct document_inline **last = outer != NULL ? &outer->last : &writing->block->text_last;

	for (struct document_inline *p = *first; p != piece; p = p->next)
		before = p;
	if (before != NULL)
		before->next = NULL;
	else
		*first = NULL;
	*last = before;
}

/* A span whose values are all missing leaves nothing behind. */
static void write_inside(struct writing *writing, struct visitor *visitor,
			 struct document_inline *piece, const struct node *node)
{
	struct document_inline *outer = writing->inside;

	writing->inside = piece;
	visit_children(visitor, node);
	writing->inside = outer;
	if (piece->first == NULL)
		drop(writing, piece);
}

static const struct document_character *around(const struct writing *writing)
{
	return writing->inside != NULL ? writing->inside->character
				       : &writing->block->style->character;
}

static void name_block(struct writing *writing, const struct node *node)
{
	struct expansion *expansion = writing->expansion;
	const char *id = evaluate_pattern(&expansion->environment, node->id);

	if (!text_blank(id))
		document_name(expansion->document, writing->block, id);
}

static void write_span(struct writing *writing, struct visitor *visitor, const struct node *node)
{
	struct document_inline *piece;

	settle_blank(writing, around(writing));
	piece = add(writing, node->kind == NODE_CONTINUED ? DOCUMENT_CONTINUED : DOCUMENT_SPAN,
		    node->character);
	write_inside(writing, visitor, piece, node);
}

static void write_link(struct writing *writing, struct visitor *visitor, const struct node *node)
{
	struct environment *environment = &writing->expansion->environment;
	struct document_inline *piece;

	settle_blank(writing, around(writing));
	piece = add(writing, DOCUMENT_LINK, node->character);
	piece->target = evaluate_pattern(environment, node->as.link.target);
	piece->uri = evaluate_pattern(environment, node->as.link.uri);
	write_inside(writing, visitor, piece, node);
}

static void write_reference(struct writing *writing, const struct node *node)
{
	struct document_inline *piece;

	settle_blank(writing, around(writing));
	piece = add(writing, DOCUMENT_REFERENCE, node->character);
	piece->show = node->as.link.show;
	piece->text = node->as.link.fallback;
	if (node->as.link.thing != NULL)
		link_later(writing->expansion, node->as.link.thing, piece, NULL);
	else
		piece->target =
			evaluate_pattern(&writing->expansion->environment, node->as.link.target);
	writing->started = true;
	writing->after_blank = false;
}

static void write_signal(struct writing *writing, const struct node *node)
{
	struct answer answer;
	const struct model_judgement *judgement;
	struct document_inline *piece;

	if (node->as.signal == NULL)
		return;
	answer = evaluate_path(&writing->expansion->environment, node->as.signal);
	judgement = answer.datum.thing.object;
	if (judgement == NULL)
		return;
	settle_blank(writing, around(writing));
	piece = add(writing, DOCUMENT_SIGNAL, node->character);
	piece->text = judgement->label;
	piece->signal = judgement->signal != NULL ? judgement->signal : "grigio";
	writing->started = true;
	writing->after_blank = false;
}

static void write_line_mark(struct writing *writing, const struct node *node)
{
	begin_line(writing);
	add(writing, node->kind == NODE_BREAK ? DOCUMENT_BREAK : DOCUMENT_SPRING, around(writing));
}

static void visit_text(struct visitor *visitor, const struct node *node)
{
	struct writing *writing = visitor->user;

	if (node->id != NULL)
		name_block(writing, node);
	switch (node->kind) {
	case NODE_TEXT: write_pattern(writing, node->as.text, node->character); break;
	case NODE_SPAN:
	case NODE_CONTINUED: write_span(writing, visitor, node); break;
	case NODE_LINK: write_link(writing, visitor, node); break;
	case NODE_REFERENCE: write_reference(writing, node); break;
	case NODE_SIGNAL: write_signal(writing, node); break;
	case NODE_BREAK:
	case NODE_SPRING: write_line_mark(writing, node); break;
	default: break;
	}
}

static void write_between(struct visitor *visitor, const struct loop *loop)
{
	struct writing *writing = visitor->user;

	/* A separator of commas stands close to what is before it. */
	if (!is_blank(*evaluate_pattern(&visitor->expansion->environment, loop->between)))
		writing->pending = false;
	write_pattern(writing, loop->between, around(writing));
}

void expand_text(struct expansion *expansion, struct document_block *block,
		 const struct node *parent)
{
	struct writing writing = { .expansion = expansion, .block = block };
	struct visitor visitor = { expansion, visit_text, write_between, &writing };

	visit_children(&visitor, parent);
	strip_last_blank(&writing);
}
