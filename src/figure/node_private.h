/* node_private.h - the box of an objective, in trees and in maps.
 *
 * Gives:    boxes that grow with their text; the tags of a hierarchy.
 * Includes: figure_private.h.
 * Not here: where boxes stand.
 */
#ifndef FIGURE_NODE_PRIVATE_H
#define FIGURE_NODE_PRIVATE_H

#include "figure_private.h"

/** How a level's boxes look. */
struct box_look {
	double size; /* of the text, pt            */
	enum type_variant variant;
	document_colour paper; /* background                 */
	document_colour line;  /* border                     */
	double status_width;   /* of a column for the status on the right; 0: below the title */
};

/** A node's box before it stands anywhere. */
struct node_box {
	const struct document_node *node;
	struct box_look look;
	double width, height;
	struct label *title;  /* code and title           */
	struct label *word;   /* of the judgement         */
	struct label *figure; /* result                   */
	bool stacked;         /* the result stands below the word */
};

/** Tags of what a box shows; -1 for both: an artifact. */
struct box_tags {
	int title, status;
};

/** The box of a node, `width` wide, at most `height_max` tall. */
struct node_box *node_box_make(struct easel *easel, const struct document_node *node,
			       const struct box_look *look, double width, double height_max);
/** The same in short, for a branch that goes on: "code (segue) title…", no status. */
struct node_box *node_box_make_again(struct easel *easel, const struct document_node *node,
				     const struct box_look *look, double width);
void node_box_draw(struct page_drawing *drawing, const struct node_box *box, double x, double y,
		   struct box_tags tags);
/** Width that a node's status wants beside the title, in one line. */
double node_status_width(struct easel *easel, const struct document_node *node, double size);
/** Where connectors meet a box, below its upper edge. */
double node_box_joint(const struct easel *easel);

/** Looks of a level from 0. `leaf`: of the last one. */
struct box_look node_look(const struct easel *easel, int level, bool leaf);

/* ---- tags -------------------------------------------------------------- */

/** The tags of a hierarchy while they are gathered. */
struct tag_list {
	struct arena *arena;
	struct page_local_tag *tags;
	size_t count, capacity;
};

/** Adds a tag under `parent` (-1: the figure); returns its index. */
int tag_add(struct tag_list *list, enum page_role role, int parent, const char *target);
/** The tags of one node in a list: LI, LBody, and what its box shows. `*body`
 *  (may be NULL) gets its LBody, the parent of its own list. */
struct box_tags tag_node(struct tag_list *list, const struct document_node *node, int parent,
			 int *body);

/** The figure's title as a paragraph on the first drawing; returns its height. */
double structured_title(struct easel *easel, struct page_drawing *drawing, struct tag_list *list);
/** Adds a drawing to the figure's drawings. */
void drawings_add(struct easel *easel, struct figure_drawings *out, struct page_drawing *drawing);

#endif
