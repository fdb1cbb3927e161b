/* table_private.h - tables: columns, rows, and the portion of one page.
 *
 * Gives:    struct table and what its files share. Legend: portion the rows
 *           of one table on one page; open row the one that is split over the
 *           page's end; span a cell that stands beside several rows.
 * Includes: text_private.h.
 * Not here: what is in a cell (any sequence of pieces).
 *
 * A row has memory of its own, given back when the row and every span that
 * begins in it are finished: a table of any length needs that of a page.
 */
#ifndef LAYOUT_TABLE_PRIVATE_H
#define LAYOUT_TABLE_PRIVATE_H

#include "text_private.h"

struct column {
	double x, width;      /* from the table's left edge                      */
	double least, most;   /* longest word, longest line, with padding        */
	double floor;         /* padding and one character: never narrower       */
	double before, after; /* decimal: widest part up to and after the comma  */
};

struct table_cell {
	const struct document_cell *data;
	struct table_row *row; /* in which it begins  */
	struct sequence content;
	double x, width; /* of its frame        */
	struct document_edges insets;
	int last;    /* number of the last row beside it */
	double used; /* on this page: height of its rows while planning, then
	                                of its content as drawn */
	double top;  /* of its frame on this page */
	struct page_tag *tag;
};

struct table_row {
	const struct document_row *data;
	struct pooled *memory;
	int number; /* from 0, head rows first */
	struct table_cell *cells;
	size_t count;
	double height; /* on this page, as planned */
	int spans;     /* cells that began here and stand beside rows to come */
	bool begun, finished;
	bool dropped; /* out of the queue, kept for its spans */
	struct page_tag *tag;
	struct table_row *next; /* in the queue */
};

/* A line of a border, to be joined with its neighbours. */
struct edge {
	bool vertical;
	float at, from, to; /* y or x of the line; its ends */
	struct document_border border;
};
struct edges {
	struct arena *arena;
	struct edge *items;
	size_t count, capacity;
};

struct spans {
	struct table_cell **items;
	size_t count, capacity;
};

/* The rows of one page. */
struct portion {
	struct arena *arena;
	struct table_row **rows;
	size_t count, capacity;
	struct spans spans; /* those from pages before, then those that begin */
	bool cut;           /* the last row is split: `height` is its room    */
	bool forced;        /* something has to be placed                     */
};

struct table {
	struct piece piece;
	const struct document_table *data;
	struct setting setting; /* of its cells, but for memory and width */
	struct column *columns;
	int column_count;
	double indent, width, full;
	struct piece *caption;
	const struct document_row *ahead; /* next row to prepare */
	int ahead_number, head_count;
	struct table_row *queue, *queue_last; /* prepared, not yet finished */
	struct spans spans;                   /* begun, not finished */
	double least;                         /* see table_plan_least(); -1: not known */
	double repeat_height;                 /* of the rows that return; -1: not known */
	struct page_tag *tag, *group;
	enum page_role group_role;
	bool reported;
};

/* ---- table_measure.c, table_columns.c, table_decimal.c -------------------- */

/** Fills least, most, floor, before and after of all columns. */
void table_measure(struct table *table);
/** Settles the widths. */
void table_settle_columns(struct table *table);
/** Padding and half the borders of a cell, as far as its width allows. */
struct document_edges cell_insets(const struct document_style *style, double width);
/** Whether a passage is one number; widths up to the comma and after it. */
bool decimal_split(const struct passage *passage, double *before, double *after);
/** Moves a number so that its comma stands on the column's. */
void decimal_align(const struct column *column, struct paragraph *paragraph, double width);

/* ---- table_row.c ------------------------------------------------------------ */

/** Prepares one row; `repeat`: as it returns on a later page. `last` is the
 *  number of the last row its cells may stand beside. */
struct table_row *row_prepare(struct table *table, const struct document_row *data, int number,
			      int last, bool repeat);
/** The i-th row to come, the open one first; NULL after the end. */
struct table_row *table_row_at(struct table *table, size_t i);
/** Height that the content of a cell still needs, with padding. */
double cell_height(struct table_cell *cell, double limit);
/** Height that the cells of a single row still need. */
double row_height(struct table_row *row, double limit);
/** The least height in which every cell of a row gets on. */
double row_first(struct table_row *row, double full);
double row_leading(const struct table_row *row);
bool row_is_head(const struct table *table, const struct table_row *row);
bool cell_is_span(const struct table_cell *cell);
/** Forgets finished rows; their memory goes when no span needs it. */
void table_drop_finished(struct table *table);
void row_give_back(struct table *table, struct table_row *row);
void spans_add(struct spans *spans, struct arena *arena, struct table_cell *cell);
void spans_remove(struct spans *spans, size_t index);

/* ---- table_plan.c --------------------------------------------------------------- */

/** Which rows go into a height, and how much of the last one. */
struct portion table_plan(struct table *table, struct arena *arena, double room, bool must);
/** The least height with which the table gets on. */
double table_plan_least(struct table *table);
/** Rows that return, as a portion of their own; empty: none. */
struct portion table_plan_repeat(struct table *table, struct arena *arena);
double table_repeat_height(struct table *table);
void portion_add(struct portion *portion, struct table_row *row, double height);
/** Height of the rows from the i-th on that stand beside a cell. */
double portion_extent(const struct portion *portion, size_t from, const struct table_cell *cell);

/* ---- table_draw.c ----------------------------------------------------------------- */

/** Draws a portion with its top-left corner at (x, y); returns its height. */
double table_draw(struct table *table, const struct canvas *canvas, struct portion *portion,
		  double x, double y);

/* ---- table_edges.c ------------------------------------------------------------------ */

void edges_add_frame(struct edges *edges, const struct document_style *style, const double box[4]);
/** Joined and drawn, one operation for each look. */
void edges_draw(struct edges *edges, const struct canvas *canvas);

#endif
