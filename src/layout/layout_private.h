/* layout_private.h - what the files of layout share.
 *
 * Legend: pool arenas for short-lived things; tag structure elements; sheet
 * pages being made; anchor where blocks came to stand; late what waits for
 * page numbers; canvas where things are drawn; piece a block measured for a
 * width; sequence pieces one under the other; walk the document's order.
 *
 * How a block meets pages: a piece is made once for a width and holds a
 * cursor. place() draws as much as fits into a region and moves the cursor;
 * whoever owns the region decides about the next one. No piece knows pages.
 * In a region with `top` set place() always draws something, so the loop
 * moves on whatever the content.
 */
#ifndef LAYOUT_PRIVATE_H
#define LAYOUT_PRIVATE_H

#include "layout/layout.h"

#include "base/map.h"

#define LAYOUT_EPSILON     0.01 /* pt that a sum of heights may be off           */
#define LAYOUT_DEPTH_MAX   40   /* boxes and lists in one another; deeper: flat  */
#define LAYOUT_CHAIN_MAX   12   /* blocks that keep with the next one, in a row  */
#define LAYOUT_WIDTH_MIN   12.0 /* pt of a column of text; insets give way first */
#define LAYOUT_LACKING_MAX 8    /* characters without a sign that are reported    */
#define LAYOUT_LEVELS      6    /* levels of headings that tags and heads know   */

struct layout;

/* ---- pool.c: arenas that come and go ---------------------------------- */

struct pool {
	struct arena *parent;
	struct pooled *spare;
};
struct pooled {
	struct arena *arena;
	struct arena_mark empty;
	struct pooled *next;
};
struct pooled *pool_take(struct pool *pool);
/** NULL is allowed. What was made in it is gone. */
void pool_give(struct pool *pool, struct pooled *pooled);

/* ---- tag.c: structure elements ---------------------------------------- */

struct tag_store {
	struct page_tag **spare; /* closed ones, to be used again */
	size_t count, capacity;
};
/** A tag to be filled in, then given to tag_open(). */
struct page_tag *tag_create(struct layout *layout, enum page_role role, struct page_tag *parent);
/** Tells the sink; the tag becomes a kid of its parent. */
struct page_tag *tag_open(struct layout *layout, struct page_tag *tag);
struct page_tag *tag_begin(struct layout *layout, enum page_role role, struct page_tag *parent);
/** Closes and forgets; `*tag` may be NULL and is NULL afterwards. */
void tag_close(struct layout *layout, struct page_tag **tag);

/* ---- sheet.c: pages being made ----------------------------------------- */

struct sheet {
	struct page *page;
	struct pooled *memory;
	struct page_op *under, *under_last; /* backgrounds and lines, drawn first */
	struct late_leaf *leaves;           /* waits for page numbers: is held    */
	struct sheet *next;
};
/** What a page's running head needs at the end. */
struct sheet_note {
	const struct document_master *master;
	const char *running[LAYOUT_LEVELS];
};
struct sheets {
	struct sheet *current;
	struct sheet *held, *held_last;
	struct sheet_note *notes; /* of each page begun */
	int count, capacity;
};
void sheet_begin(struct layout *layout, const struct document_master *master);
/** Ships the current page, or holds it when it waits for numbers. */
void sheet_end(struct layout *layout);
void sheet_ship_held(struct layout *layout);
/** The rectangle of the body: x, y, width, height; sane for any margins. */
void sheet_body(const struct document_master *master, double box[4]);

/* ---- anchor.c: where blocks came to stand ------------------------------ */

struct anchor {
	const struct document_block *block;
	const char *id;
	int page; /* index; -1: not placed yet */
};
struct anchors {
	struct anchor **slots;
	size_t count, slot_count;
	int names; /* made up for headings without id */
};
/** The anchor of a block, made when new; it always has an id. */
struct anchor *anchor_of(struct layout *layout, const struct document_block *block);
/** Notes that a block begins at `y` of the current page: target, outline, running head. */
void anchor_place(struct layout *layout, const struct document_block *block, double y);

/* ---- canvas.c: where things are drawn ---------------------------------- */

struct canvas {
	struct layout *layout;
	struct sheet *sheet;          /* NULL: `drawing` */
	struct page_drawing *drawing; /* of a running head */
	struct arena *arena;          /* of what is drawn */
	struct page_tag *tag;         /* nearest open element: parent of new ones */
	bool artifact;                /* nothing drawn here is tagged */
	enum page_artifact kind;
};
void canvas_mark(const struct canvas *canvas, struct page_tag *tag);
void canvas_mark_artifact(const struct canvas *canvas);
struct page_op *canvas_add(const struct canvas *canvas, enum page_op_kind kind);
/** The last operation so far, NULL at the beginning. */
struct page_op *canvas_last(const struct canvas *canvas);
void canvas_place(const struct canvas *canvas, const struct page_drawing *drawing, double x,
		  double y, struct page_tag *whole);

/** Background and borders behind what is drawn from now on, placed by canvas_decorate(). */
struct decoration {
	const struct document_style *style;
	struct page_op *background, *edges[4];
};
struct decoration canvas_reserve(const struct canvas *canvas, const struct document_style *style);
void canvas_decorate(const struct canvas *canvas, struct decoration decoration,
		     const double box[4]);
/** A filled rectangle under the text. */
void canvas_fill(const struct canvas *canvas, const double box[4], document_colour colour);
/** An operation under the text, to be filled in. */
struct page_op *canvas_add_under(const struct canvas *canvas, enum page_op_kind kind);
bool style_is_decorated(const struct document_style *style);
/** Padding and border of each side. */
struct document_edges style_insets(const struct document_style *style);

/* ---- late.c: what waits for page numbers ------------------------------- */

struct look {
	enum type_variant variant;
	double size;
	document_colour colour;
	bool underline;
};
struct late_leaf {
	struct page_op *op; /* TEXT whose word is to be filled in */
	size_t word;
	const struct anchor *anchor;
	struct look look;
	double reserved;        /* width kept free, pt            */
	struct page_op *last;   /* of its line: what follows moves left */
	struct page_op *leader; /* dots up to it: right aligned; or NULL */
	double leader_start;
	struct late_leaf *next;
};
struct late_leaf *late_add(const struct canvas *canvas);
/** The digits that a page number is measured with. */
const char *late_digits(const struct layout *layout);
void late_fill(struct layout *layout, struct sheet *sheet);

/* ---- running.c: heads and feet ------------------------------------------ */

/** What fields of a running head show. */
struct running {
	int page, pages; /* from 1 */
	const struct sheet_note *note;
};
void running_draw_all(struct layout *layout);

/* ---- walk.c: blocks in order, transparent boxes opened -------------------- */

#define WALK_OPENED_MAX 8

struct walk {
	const struct document_block *at; /* next block to look at                 */
	int depth;                       /* boxes opened                          */
	double after;                    /* space after the boxes just left       */
	bool flat;                       /* every container counts as transparent */
};
struct walk_step {
	const struct document_block *block; /* NULL: the end */
	double before;                      /* of the boxes opened on the way */
	bool new_page;
	const struct document_block *opened[WALK_OPENED_MAX]; /* boxes with an id that begin here */
	int opened_count;
};
struct walk walk_begin(const struct document_block *first, bool flat);
struct walk_step walk_next(struct walk *walk);
bool box_is_transparent(const struct document_block *block);

/* ---- piece.c: a block measured for a width ------------------------------ */

struct region {
	double height; /* free                                              */
	double full;   /* what would be free on an empty page               */
	bool top;      /* nothing stands above: something has to be placed  */
};
struct placed {
	double height;
	bool any;  /* something was drawn (it may be of no height) */
	bool done; /* nothing is left                              */
};

struct piece;
struct piece_kind {
	/** The least height with which place() gets on. */
	double (*first)(struct piece *piece, double full);
	/** Height of all that is left, or anything above `limit`. */
	double (*height)(struct piece *piece, double limit);
	struct placed (*place)(struct piece *piece, const struct canvas *canvas, double x, double y,
			       struct region region);
};
struct piece {
	const struct piece_kind *kind;
	struct layout *layout;
	struct arena *arena;
	const struct document_block *block; /* NULL: made up */
	double width;
	double before, after; /* space, pt */
	bool keep, together, new_page;
	bool begun;
	const struct document_block **opened; /* boxes with an id that begin with it */
	int opened_count;
};

/** In what surroundings a piece is made. */
struct setting {
	struct layout *layout;
	struct arena *arena;
	double width;
	double full;                       /* height of an empty page */
	const struct document_style *cell; /* NULL: not in a cell     */
	const struct running *running;     /* NULL: not in a running head */
	bool repeat;                       /* <segue> shows           */
	int depth;
};

struct piece *piece_create(const struct setting *setting, const struct document_block *block);
/** The piece of a step of a walk. */
struct piece *piece_of_step(const struct setting *setting, const struct walk_step *step);
void piece_init(struct piece *piece, const struct piece_kind *kind, const struct setting *setting,
		const struct document_block *block);
double piece_first(struct piece *piece, double full);
double piece_height(struct piece *piece, double limit);
struct placed piece_place(struct piece *piece, const struct canvas *canvas, double x, double y,
			  struct region region);
/** The language of a block that differs from the document's, or NULL. */
const char *piece_language(const struct layout *layout, const struct document_block *block);

/* ---- sequence.c: pieces one under the other ------------------------------ */

struct sequence {
	struct piece **pieces;
	size_t count, at, capacity;
};
void sequence_add(struct sequence *sequence, struct arena *arena, struct piece *piece);
/** Pieces of a list of blocks, boxes without look of their own opened up. */
struct sequence sequence_create(const struct setting *setting, const struct document_block *first);
double sequence_first(struct sequence *sequence, double full);
double sequence_height(struct sequence *sequence, double limit);
struct placed sequence_place(struct sequence *sequence, const struct canvas *canvas, double x,
			     double y, struct region region);
bool sequence_is_done(const struct sequence *sequence);

/* ---- makers of pieces -------------------------------------------------------- */

struct piece *paragraph_create(const struct setting *setting, const struct document_block *block,
			       enum page_role role);
struct piece *box_create(const struct setting *setting, const struct document_block *block);
struct piece *list_create(const struct setting *setting, const struct document_block *block);
struct piece *table_create(const struct setting *setting, const struct document_block *block);
struct piece *figure_create(const struct setting *setting, const struct document_block *block);
struct piece *contents_create(const struct setting *setting, const struct document_block *block);
struct piece *signatures_create(const struct setting *setting, const struct document_block *block);

/* ---- layout.c ------------------------------------------------------------------ */

struct layout {
	struct arena *arena;
	struct type_library *type;
	struct page_sink *sink;
	struct diag *diag;
	const struct document *document;
	struct pool pool;
	struct tag_store tags;
	struct sheets sheets;
	struct anchors anchors;
	const char *running[LAYOUT_LEVELS];   /* titles in force */
	uint32_t lacking[LAYOUT_LACKING_MAX]; /* characters without a sign, reported */
	int lacking_count;
};

#endif
