/* tree_private.h - a tree laid out in columns.
 *
 * Gives:    struct tree: nodes in reading order, each with its column and box.
 * Includes: node_private.h.
 * Not here: pages (tree.c).
 */
#ifndef FIGURE_TREE_PRIVATE_H
#define FIGURE_TREE_PRIVATE_H

#include "node_private.h"

#define TREE_COLUMNS_MAX 6 /* deeper levels share the last column */
#define TREE_NO_PARENT   ((size_t)-1)

struct tree_item {
	const struct document_node *node;
	size_t parent; /* index, or TREE_NO_PARENT                      */
	int column;
	bool leads;     /* the next item is its child, in a later column */
	bool leads_off; /* it is the first child of the item before it   */
	struct node_box *box;
	double chain;   /* height of what must stand together: first children, next row */
	double span;    /* height of its whole branch                    */
	double y;       /* of its box, or the repeated one, where it was drawn last */
	double spine;   /* where its connectors reach down to            */
	int body, list; /* tags: its LBody, and the L of its children, or -1 */
};

struct tree_column {
	double x, width;
	double gap; /* above a box that follows another */
	struct box_look look;
	const char *name; /* what its nodes are, or NULL      */
};

struct tree {
	struct easel *easel;
	struct tree_item *items;
	size_t count;
	int column_count;
	struct tree_column columns[TREE_COLUMNS_MAX];
};

#define TREE_COLUMN_GAP 22.0

/** Nodes in order, columns, and boxes of at most `box_height` measured. */
struct tree tree_arrange(struct easel *easel, double box_height);

#endif
