/* export_private.h - what the formats share.
 *
 * Gives:    one walk over the plan, the columns of a thing as text and exact
 *           value, the lines of the tree for a terminal.
 * Includes: base, model, export/export.h.
 * Not here: how a format looks.
 */
#ifndef EXPORT_PRIVATE_H
#define EXPORT_PRIVATE_H

#include "export/export.h"

#include "base/terminal.h"

#define EXPORT_NAMESPACE "urn:relazione:risultati:1"

/* ---- the walk (walk.c) ------------------------------------------------- */

enum export_what { EXPORT_AREA, EXPORT_OBJECTIVE, EXPORT_INDICATOR, EXPORT_SHEET };

/** One thing met on the walk. */
struct export_node {
	enum export_what what;
	int level;          /* depth from 1 among objectives; an indicator is one below its own */
	const char *parent; /* id of what it belongs to, or NULL */
	bool public_edition;
	const struct model_area *area;
	const struct model_objective *objective;
	const struct model_indicator *indicator;
	const struct model_assignment *sheet; /* one of the four, by `what` */
};

/** What a format does with the things; each may be NULL. */
struct export_visitor {
	void (*begin)(void *user, const struct export_node *node);
	/** All indicators of an objective are said; what is nested comes. */
	void (*content)(void *user, const struct export_node *node);
	void (*end)(void *user, const struct export_node *node);
};

/** The tree, in the order of the document. What an objective only repeats
 *  (rif) is met where it is written. */
void export_walk_tree(const struct model_plan *plan, bool public_edition,
		      const struct export_visitor *visitor, void *user);
/** The sheets, in the order of the document. */
void export_walk_sheets(const struct model_plan *plan, bool public_edition,
			const struct export_visitor *visitor, void *user);

/* ---- columns (column.c) ------------------------------------------------ */

enum export_kind { EXPORT_NOTHING, EXPORT_TEXT, EXPORT_NUMBER };

struct export_cell {
	enum export_kind kind;
	const char *text;  /* a number: rounded, decimal point */
	const char *exact; /* of a number that has been rounded or typed with decimals, or NULL */
};

struct export_column {
	const char *name; /* "_" between words */
	struct export_cell (*cell)(struct arena *arena, const struct export_node *node);
};

/** The columns of the CSV, in order; ends with name NULL. Source: design section 8. */
extern const struct export_column export_columns[];
/** What JSON and XML say besides. */
extern const struct export_column export_more[];

const struct model_score *export_score(const struct export_node *node);
const struct model_judgement *export_judgement(const struct export_node *node);
const char *export_title(struct arena *arena, const struct export_node *node);
/** A value as data; nothing when there is none. */
struct export_cell export_value(struct arena *arena, const struct model_value *value);
struct export_cell export_number(struct arena *arena, const struct number *number, int decimals);
/** Percent with two decimals; nothing when there is no result. */
struct export_cell export_percent(struct arena *arena, const struct model_score *score);

/** Words as a cell: what a spreadsheet would take for a formula gets an apostrophe
 *  before it, what is a number or a comparison sign does not. */
void export_csv_text(struct text *out, const char *text, char separator);
/** The header row of a table. */
void export_table_header(struct text *out, enum export_table table);
/** A thing as a row of CSV. */
void export_csv_row(struct text *out, const struct export_node *node);

/* ---- rows of the tree (table_tree.c) ------------------------------------ */

/** Puts the rows that a table has of a thing, if any. */
typedef void export_put_function(struct text *out, const struct export_node *node);
/** All that `put` says of the public edition's things, in order. */
void export_put_tree(struct text *out, const struct model_plan *plan, export_put_function *put);
export_put_function export_put_objective, export_put_indicator, export_put_area, export_put_place,
	export_put_values, export_put_resources, export_put_owners;

#define EXPORT_RESULT_DECIMALS 2 /* Source: design section 8, `grado` */

/* ---- the tree ---------------------------------------------------------- */

enum tree_column {
	TREE_WEIGHT,
	TREE_TARGET,
	TREE_ACTUAL,
	TREE_RESULT,
	TREE_JUDGEMENT,
	TREE_COLUMNS
};

/** One thing of the tree, ready to be set. */
struct tree_line {
	int depth;         /* of branches; 0: a root */
	bool last;         /* of its siblings        */
	bool strong;       /* an area or a sheet     */
	const char *title; /* with its code          */
	const char *cells[TREE_COLUMNS];
	const char *signal; /* of its judgement, or NULL */
};

struct tree {
	struct arena *arena;
	struct tree_line *lines;
	size_t count, capacity;
	int depth; /* while it is gathered */
};

/** Gathers a tree of lines (tree_cells.c). */
struct tree tree_of_plan(struct arena *arena, const struct model_plan *plan, bool public_edition);
struct tree tree_of_sheets(struct arena *arena, const struct model_plan *plan, bool public_edition);
/** "●", "▲", "■", "○": tells signals apart without colours. */
const char *tree_sign(const char *signal);

#endif
