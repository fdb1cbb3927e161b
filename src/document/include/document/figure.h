/* figure.h - the data of drawings: charts, trees, maps, images.
 *
 * Gives:    what a drawing says, before any coordinate.
 * Includes: base, document/style.h.
 * Not here: how it is drawn (figure); where the data came from (template).
 */
#ifndef DOCUMENT_FIGURE_H
#define DOCUMENT_FIGURE_H

#include "base/number.h"
#include "document/style.h"

enum document_figure_kind { DOCUMENT_CHART, DOCUMENT_TREE, DOCUMENT_MAP, DOCUMENT_IMAGE };

enum document_chart_kind {
	DOCUMENT_COLUMNS, /* colonne: one or more series side by side */
	DOCUMENT_STACKED, /* impilate                                 */
	DOCUMENT_BARS,    /* barre: horizontal                        */
	DOCUMENT_LINES,   /* linee                                    */
	DOCUMENT_PIE,     /* torta                                    */
	DOCUMENT_RING,    /* ciambella                                */
};

struct document_series {
	const char *name;
	const struct number **values; /* one a category; NULL: missing */
	const char **signals; /* one a category (verde…), or NULL: colours of the palette */
	const char **words;   /* what each signal says (Raggiunto…), or NULL: nothing     */
};

struct document_chart {
	enum document_chart_kind kind;
	const char **categories;
	size_t category_count;
	struct document_series *series;
	size_t series_count;
	const char *unit; /* euro, %, n. …; NULL: none                     */
	int decimals;     /* of the labels, as written in the data         */
	bool as_table;    /* dati="tabella": the data follow as a table    */
};

/** A node of the tree or of a strategy map. */
struct document_node {
	const char *kind; /* ambito, strategico, operativo, … */
	const char *code, *title;
	const char *signal; /* verde giallo rosso grigio, or NULL */
	const char *word;   /* judgement, or NULL                 */
	const char *figure; /* result as printed, or NULL         */
	const char *target; /* id of the block it links to, or NULL */
	int level;          /* from 0 */
	struct document_node *parent, *first, *last, *next;
};

struct document_image {
	const unsigned char *png; /* the file's bytes, checked to be a PNG */
	size_t png_length;
	int width_px, height_px;
	double dpi; /* from the file, or 96 */
};

struct document_figure {
	enum document_figure_kind kind;
	const char *title;                  /* shown, or NULL                                */
	const char *alt;                    /* text alternative; NULL: document_resolve builds it */
	bool decorative;                    /* an artifact: no alternative needed            */
	const struct document_style *style; /* of its text                        */
	double width_pt, height_pt;         /* wanted; 0: by content and column           */
	double width_percent;               /* of the column; 0: not given                   */
	union {
		struct document_chart *chart;
		struct document_node *nodes; /* TREE, MAP: first of the roots */
		struct document_image *image;
	} as;
};

#endif
