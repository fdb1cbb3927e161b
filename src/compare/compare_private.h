/* compare_private.h - what the files of this room share.
 *
 * Gives:    both plans as trees of nodes, their matching, changes of a pair,
 *           entries and counts.
 * Includes: base, model, compare/compare.h.
 * Not here: printing.
 */
#ifndef COMPARE_PRIVATE_H
#define COMPARE_PRIVATE_H

#include "compare/compare.h"

#include "model/field.h"

/** A thing of one plan. */
struct node {
	enum model_compared_kind kind;
	struct model_thing thing; /* of the root: the plan */
	const char *id, *code, *title;
	const char *type; /* of an area or objective */
	struct node *parent, *first, *last, *next;
	struct node *match; /* in the other plan, or NULL */
};

/** A plan as nodes: those of the tree, then the sheets, all in order. */
struct side {
	struct arena *arena;
	const struct model_plan *plan;
	bool public_edition;
	struct node *root;
	struct model_list all; /* node; without the root */
};

/** Makes the nodes of a plan (nodes.c). */
struct side compare_nodes(struct arena *arena, const struct model_plan *plan, bool public_edition);
/** Fills `match` on both sides (match.c). */
void compare_match(struct side *before, struct side *after);

/** A title cut into words, for compare_likeness() (title.c). */
struct title {
	const char *folded; /* upper case, blanks folded */
	uint64_t *words;    /* hashes, increasing        */
	size_t count;
};
struct title compare_title(struct arena *arena, const char *text);
/** Hundredths of the words that two titles have in common. */
int compare_likeness(const struct title *a, const struct title *b);

/** What a pair says differently, in the order of the table (change.c). */
struct model_list compare_changes(struct arena *arena, const struct side *before,
				  const struct side *after, const struct node *then,
				  const struct node *now);
/** The score and judgement of a thing; NULL for none. */
const struct model_score *compare_score(const struct node *node);
const struct model_judgement *compare_judgement(const struct node *node);

/** A comparison under way. */
struct listing {
	struct arena *arena;
	const struct side *before, *after;
	struct model_comparison *comparison;
};
/** Adds a thing of either side, or of both, below `parent` (entry.c). */
struct model_compared *compare_add(struct listing *listing, const struct node *then,
				   const struct node *now, struct model_compared *parent);
/** Fills the counts from the entries (summary.c). */
void compare_summary(struct arena *arena, struct model_comparison *comparison);

#endif
