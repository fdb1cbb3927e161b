/* expand.h - the state of an expansion, and the expanders of each subject.
 *
 * Gives:    struct expansion and what turns nodes into blocks.
 * Includes: template_private.h.
 * Not here: reading (reader.h).
 */
#ifndef TEMPLATE_EXPAND_H
#define TEMPLATE_EXPAND_H

#include "template_private.h"

/** A reference or a drawing's node that leads to the block of a thing: known
 *  when all blocks are. */
struct pending_link {
	const void *thing;
	struct document_inline *reference; /* one of the two */
	struct document_node *node;
	struct pending_link *next;
};

struct expansion {
	struct arena *arena;
	const struct template *template;
	const struct template_expand_options *options;
	struct diag *diag;
	struct document *document;
	struct environment environment;
	struct map masters; /* page id -> document_master              */
	struct map things;  /* address of a thing -> id of its block   */
	struct map texts;   /* addresses of the texts that were shown  */
	struct reader rich; /* reads the plan's texts                  */
	struct pending_link *pending;
	struct place place;    /* of the node being expanded              */
	struct text run, line; /* buffers of expand_text(), used again and again */
	size_t pieces;
	size_t signatures;  /* fields so far                           */
	int last_level;     /* of the last heading                     */
	enum status status; /* first failure                           */
};

/** Where new blocks go: one of the two; both NULL: the document. */
struct target {
	struct document_block *parent;
	struct document_cell *cell;
};

/* Runs over children, loops and blocks put in looked through: `visit` gets
 * each real node, its condition already met. expand_loop.c */
struct visitor {
	struct expansion *expansion;
	void (*visit)(struct visitor *visitor, const struct node *node);
	/** Between two turns of a loop with `tra`; may be NULL. */
	void (*between)(struct visitor *visitor, const struct loop *loop);
	void *user;
};
void visit_children(struct visitor *visitor, const struct node *parent);

/** Whether expansion may go on; counts one more piece. */
bool expand_more(struct expansion *expansion);
void expand_blocks(struct expansion *expansion, struct target target, const struct node *parent);
struct document_block *expand_add(struct expansion *expansion, struct target target,
				  enum document_block_kind kind, const struct node *node);
/** Attributes that all blocks have. */
void expand_common(struct expansion *expansion, struct document_block *block,
		   const struct node *node);
/** The text below a node, into a block. */
void expand_text(struct expansion *expansion, struct document_block *block,
		 const struct node *parent);
void expand_table(struct expansion *expansion, struct target target, const struct node *node);
void expand_chart(struct expansion *expansion, struct target target, const struct node *node);
void expand_tree(struct expansion *expansion, struct target target, const struct node *node);
void expand_image(struct expansion *expansion, struct target target, const struct node *node);
void expand_rich(struct expansion *expansion, struct target target, const struct node *node);
/** Reads all texts of the plan that no template shows, to find their faults. */
void check_all_texts(struct expansion *expansion);
const struct document_master *expand_master(struct expansion *expansion,
					    const struct page_node *page);

/** Remembers that a block stands for the thing in scope, the first time. */
void remember_thing(struct expansion *expansion, const void *thing, const char *id);
void link_later(struct expansion *expansion, const void *thing, struct document_inline *reference,
		struct document_node *node);
void link_pending(struct expansion *expansion);

#endif
