/* figure_test.h - what the tests of this room share.
 *
 * Gives:    a fixture with the fake type library, makers of figures, and the
 *           checks that every drawing must pass.
 */
#ifndef FIGURE_TEST_H
#define FIGURE_TEST_H

#include "figure_private.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct fixture {
	struct arena *arena;
	struct arena *faces; /* of the type library, which outlives any mark */
	struct type_library *type;
	struct diag diag;
	struct document_style style;
	struct figure_space space; /* 480 x 700 */
	struct easel easel;        /* of the same */
};

int setup(void **state);
int teardown(void **state);

/* ---- makers ------------------------------------------------------------ */

/** A chart with names of `categories` and no series; all parts parted by '|'. */
struct document_figure *make_chart(struct fixture *f, enum document_chart_kind kind,
				   const char *categories);
/** Adds a series: decimals parted by '|', "-" for a missing one. */
struct document_series *add_series(struct fixture *f, struct document_figure *figure,
				   const char *name, const char *values);
void set_signals(struct fixture *f, struct document_series *series, const char *signals);
void set_words(struct fixture *f, struct document_series *series, const char *words);
struct document_figure *make_nodes(struct fixture *f, enum document_figure_kind kind);
/** Adds a node below `parent` (NULL: a root). */
struct document_node *add_node(struct fixture *f, struct document_figure *figure,
			       struct document_node *parent, const char *code, const char *title);
/** 5 ambiti, 14 strategic and 100 operational objectives. */
struct document_figure *make_real_tree(struct fixture *f);
struct figure_drawings *draw(struct fixture *f, const struct document_figure *figure);

/** The next of a fixed row of pseudo-random numbers, below `limit`. */
unsigned next_random(unsigned *seed, unsigned limit);
/** A text of `words` made-up Italian words. */
char *random_text(struct fixture *f, unsigned *seed, unsigned words);

/* ---- checks ------------------------------------------------------------- */

/** Nothing that shows lies outside the drawing's box. */
void check_inside(const struct page_drawing *drawing);
/** No two texts share paper. */
void check_texts_apart(const struct page_drawing *drawing);
/** Drawings fit the space, marks name tags, spans are closed, all inside. */
void check_sound(const struct fixture *f, const struct figure_drawings *drawings);
/** The texts of a drawing, one operation a line. */
char *drawing_text(struct fixture *f, const struct page_drawing *drawing);
/** The texts under local mark `local` in all drawings, parted by blanks. */
char *marked_text(struct fixture *f, const struct figure_drawings *drawings, int local);
size_t count_ops(const struct page_drawing *drawing, enum page_op_kind kind);
/** Contrast of two colours, 1 to 21. Source: WCAG 2.1, 1.4.3. */
double contrast(document_colour a, document_colour b);

#define assert_holds(text, part) assert_non_null(strstr((text), (part)))

extern const struct CMUnitTest chart_tests[], image_tests[], label_tests[], random_tests[],
	scale_tests[], tree_tests[];
extern const size_t chart_test_count, image_test_count, label_test_count, random_test_count,
	scale_test_count, tree_test_count;

#define room_test(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

#endif
