/* node.h - a template after reading: a tree bound to fields and styles.
 *
 * Gives:    struct node, one an element (or piece of text).
 * Includes: expression.h, document/style.h.
 * Not here: how it is read (reader.h) and expanded (expand.h).
 */
#ifndef TEMPLATE_NODE_H
#define TEMPLATE_NODE_H

#include "document/document.h"
#include "expression.h"

enum node_kind {
	/* inline */
	NODE_TEXT,
	NODE_SPAN,
	NODE_LINK,
	NODE_REFERENCE,
	NODE_SIGNAL,
	NODE_BREAK,
	NODE_SPRING,
	NODE_CONTINUED,
	/* blocks */
	NODE_SECTION,
	NODE_BOX,
	NODE_HEADING,
	NODE_PARAGRAPH,
	NODE_LIST,
	NODE_ITEM,
	NODE_TABLE,
	NODE_CHART,
	NODE_TREE,
	NODE_IMAGE,
	NODE_CONTENTS,
	NODE_SIGNATURES,
	NODE_RICH,
	/* parts of blocks */
	NODE_HEAD,
	NODE_ROW,
	NODE_GROUP,
	NODE_CELL,
	NODE_SERIES,
	NODE_SIGNATURE,
	/* anywhere */
	NODE_LOOP,
	NODE_USE,
};

struct loop {
	struct path *path;
	int slot;      /* of the item, or of the group           */
	int item_slot; /* of the item while sorting and grouping */
	struct path *sort[3];
	bool falling[3];
	size_t sort_count;
	struct path *group;      /* raggruppa, or NULL */
	struct pattern *between; /* tra, or NULL       */
};

struct heading_node {
	int level, start;
	enum document_numbering numbering;
	struct pattern *number, *series;
};

/** A column, or as many as a collection has things. */
struct column {
	struct document_width width;
	struct path *repeat; /* NULL: one column */
};

struct table_node {
	struct column *columns;
	size_t column_count;
	struct pattern *caption, *summary;
	const struct document_style *caption_style;
	struct node *head; /* NODE_HEAD, or NULL */
};

enum span_kind { SPAN_COUNT, SPAN_REST, SPAN_ALL };

struct cell_node {
	bool header;
	enum document_scope scope;
	bool scope_given;
	enum span_kind span;
	int columns, rows;
	int after; /* SPAN_REST: columns that the cells after it take */
};

struct row_node {
	bool repeat, split, with_previous, with_next;
};

struct chart_node {
	enum document_chart_kind kind;
	struct path *path;   /* the collection            */
	struct path *label;  /* voce, relative to an item */
	struct path *signal; /* segnale: a judgement, or NULL */
	struct pattern *title, *alt;
	int slot; /* of the item               */
	bool as_table;
	double width_pt, height_pt, width_percent;
};

/** A tree or a map. */
struct tree_node {
	bool map;
	struct path *path;
	const char **levels; /* kinds shown, NULL-terminated; NULL: all */
	struct pattern *title, *alt;
	double width_pt, height_pt, width_percent;
};

struct image_node {
	struct path *path;  /* di: a field with a file name of the plan */
	const char *file;   /* beside the template                      */
	const char *beside; /* which template file                      */
	enum template_origin origin;
	struct pattern *title, *alt;
	bool decorative;
	double width_pt, height_pt, width_percent;
};

struct series_node {
	struct pattern *name;
	struct path *value;
};

struct node {
	enum node_kind kind;
	struct place place;
	struct condition *condition;                /* se, or NULL        */
	const struct document_style *style;         /* blocks             */
	const struct document_character *character; /* inline            */
	struct pattern *id;
	const char *language;
	bool new_page, together, with_next;
	int scope_slot; /* innermost scope where it stands */
	struct node *parent, *first, *last, *next;
	union {
		struct pattern *text; /* TEXT      */
		struct {
			struct pattern *target, *uri;
			enum document_reference_show show;
			const char *fallback;
			const void *thing;
		} link;                       /* LINK, REFERENCE */
		struct path *signal;          /* SIGNAL    */
		const struct page_node *page; /* SECTION   */
		struct heading_node *heading;
		struct {
			bool ordered;
		} list;
		struct table_node *table;
		struct row_node row;
		struct cell_node cell;
		struct chart_node *chart;
		struct tree_node *tree;
		struct image_node *image;
		struct {
			int levels;
			const struct document_style **styles;
		} contents;
		struct {
			struct pattern *role;
			bool field;
		} signature;
		struct {
			struct path *path;
			const struct context *context;
		} rich;
		struct series_node series;
		struct loop *loop;
	} as;
};

/** A page master as written. */
struct page_node {
	const char *id;
	struct place place;
	double width_pt, height_pt;
	struct document_edges margin;
	struct node *head, *foot; /* BOX, or NULL */
};

#endif
