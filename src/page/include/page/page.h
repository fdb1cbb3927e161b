/* page.h - a page as a list of drawing operations; the sink that gets pages.
 *
 * Gives:    drawing operations, drawings (the list of one figure), pages,
 *           structure tags, the sink, a text dump.
 * Includes: base, document/style.h (colours), type.
 * Not here: painters; where things are placed (layout, figure).
 *
 * Points, origin top-left, y down. Every operation that shows something
 * stands between PAGE_MARK operations: it belongs to a tag or is an artifact.
 */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "base/arena.h"
#include "base/text.h"
#include "document/style.h"
#include "type/type.h"

/* ---- structure ------------------------------------------------------- */

enum page_role {
	PAGE_DOCUMENT,
	PAGE_PART,
	PAGE_SECT,
	PAGE_DIV,
	PAGE_NONSTRUCT,
	PAGE_H1,
	PAGE_H2,
	PAGE_H3,
	PAGE_H4,
	PAGE_H5,
	PAGE_H6,
	PAGE_P,
	PAGE_L,
	PAGE_LI,
	PAGE_LBL,
	PAGE_LBODY,
	PAGE_TOC,
	PAGE_TOCI,
	PAGE_REFERENCE,
	PAGE_LINK,
	PAGE_SPAN,
	PAGE_NOTE,
	PAGE_TABLE,
	PAGE_CAPTION,
	PAGE_THEAD,
	PAGE_TBODY,
	PAGE_TR,
	PAGE_TH,
	PAGE_TD,
	PAGE_FIGURE,
	PAGE_FORM,
	PAGE_ROLES
};
const char *page_role_name(enum page_role role); /* "H1", "TR", … */

enum page_kid_kind { PAGE_KID_TAG, PAGE_KID_CONTENT, PAGE_KID_ANNOTATION };

struct page_kid {
	enum page_kid_kind kind;
	long reference; /* TAG: what the sink gave it                */
	int page;       /* CONTENT, ANNOTATION: index of the page    */
	int number;     /* CONTENT: mcid; ANNOTATION: index on page  */
};

/** One element of the structure tree while it is open. */
struct page_tag {
	struct arena *arena; /* of its kids */
	enum page_role role;
	struct page_tag *parent;
	long reference; /* given by the sink when opened */
	const char *alt, *actual, *language, *id, *summary, *title;
	const char **headers; /* NULL-terminated, or NULL */
	int columns, rows;    /* spans; 0 or 1: none      */
	char scope;           /* 'C' 'R' 'B', 0: none     */
	bool ordered;         /* L: numbered              */
	bool has_box;
	double box[4]; /* Figure: x0 y0 x1 y1 on its (first) page, y down */
	int box_page;
	double box_page_height;
	struct page_kid *kids;
	size_t kid_count, kid_capacity;
};

/* ---- operations ------------------------------------------------------ */

enum page_op_kind {
	PAGE_OP_MARK, /* what follows belongs to `tag` with `mcid`, or (tag NULL) is an artifact */
	PAGE_OP_TEXT, /* a line's words in one character style                     */
	PAGE_OP_SPAN, /* begins text to be read as `actual` (a hyphenated word)    */
	PAGE_OP_SPAN_END,
	PAGE_OP_FILL,   /* a path, filled                                            */
	PAGE_OP_STROKE, /* a path, stroked                                           */
	PAGE_OP_IMAGE,
	PAGE_OP_CLIP, /* what follows is clipped to the path                       */
	PAGE_OP_CLIP_END,
};

enum page_artifact {
	PAGE_ARTIFACT_LAYOUT,
	PAGE_ARTIFACT_PAGINATION_HEADER,
	PAGE_ARTIFACT_PAGINATION_FOOTER,
	PAGE_ARTIFACT_BACKGROUND
};

/** A word on a line. */
struct page_word {
	const struct type_run *run; /* with its `next` pieces               */
	float x;                    /* of its origin, from the op's x       */
	bool space;                 /* a blank (to be copied) goes before it */
};

enum page_verb { PAGE_MOVE, PAGE_LINE, PAGE_CURVE, PAGE_CLOSE };
struct page_segment {
	enum page_verb verb;
	float p[6]; /* MOVE, LINE: x y; CURVE: two controls and the end */
};

struct page_op {
	enum page_op_kind kind;
	struct page_op *next;
	union {
		struct {
			struct page_tag *tag; /* NULL: artifact; painters see only whether */
			int mcid;             /* of a tag; -1 in a drawing, where `local` counts */
			enum page_role role;  /* of the tag              */
			int local;            /* in a drawing: index into its tags; -1: artifact */
			enum page_artifact artifact;
			const char *language;
		} mark;
		struct {
			double x, y; /* y: baseline             */
			float size;  /* pt                      */
			document_colour colour;
			const struct page_word *words;
			size_t count;
		} text;
		const char *actual; /* SPAN */
		struct {
			const struct page_segment *segments;
			size_t count;
			document_colour colour;
			float width;   /* STROKE: pt              */
			float dash[2]; /* STROKE: on, off; 0 0: solid */
		} path;                /* FILL, STROKE, CLIP      */
		struct {
			double x, y, width, height;
			const unsigned char *png;
			size_t length;
			int width_px, height_px;
		} image;
	} as;
};

/** A link or a form field on a page; its tag has an ANNOTATION kid. */
enum page_annotation_kind { PAGE_LINK_URI, PAGE_LINK_TARGET, PAGE_FIELD_SIGNATURE };
struct page_annotation {
	enum page_annotation_kind kind;
	double box[4];        /* x0 y0 x1 y1, y down           */
	const char *to;       /* URI, target id, or field name */
	const char *contents; /* what it says (Contents, TU)   */
	long tag_reference;   /* of its Link or Form tag       */
	struct page_annotation *next;
};

/** The list of one figure, from its own top-left corner. */
struct page_local_tag { /* structure inside a drawing; parent -1: the figure's own tag */
	enum page_role role;
	int parent; /* index; smaller than its own */
	const char *alt, *language;
	const char *target; /* LINK: id */
};
struct page_drawing {
	struct arena *arena;
	double width, height;
	struct page_op *first, *last;
};

struct page {
	struct arena *arena;
	int index;         /* from 0 */
	const char *label; /* as printed: "12", "iv" */
	double width, height;
	struct page_op *first, *last;
	struct page_annotation *annotations, *annotations_last;
	int annotation_count;
	int mcid_count;
	struct page_tag *marked; /* the mark in force: so that equal marks join */
	bool marking;
};

/* Builders used by layout and figure alike. */
struct page_op *page_op_add(struct page_op **first, struct page_op **last, struct arena *arena,
			    enum page_op_kind kind);

/* On drawings (local marks). */
struct page_drawing *page_drawing_create(struct arena *arena, double width, double height);
void page_draw_mark(struct page_drawing *drawing, int local); /* -1: artifact */
void page_draw_rect(struct page_drawing *drawing, double x, double y, double w, double h,
		    document_colour fill);
void page_draw_box(struct page_drawing *drawing, double x, double y, double w, double h,
		   double radius, document_colour fill, document_colour line, double line_width);
void page_draw_line(struct page_drawing *drawing, double x0, double y0, double x1, double y1,
		    document_colour colour, double width);
void page_draw_path(struct page_drawing *drawing, enum page_op_kind kind,
		    const struct page_segment *segments, size_t count, document_colour colour,
		    double line_width);
/** A stroke that goes `on` pt and leaves `off` pt out, in turn. */
void page_draw_dashes(struct page_drawing *drawing, const struct page_segment *segments,
		      size_t count, document_colour colour, double line_width, double on,
		      double off);
/** Ends what page_draw_path(PAGE_OP_CLIP) began. */
void page_draw_clip_end(struct page_drawing *drawing);
/** One line of text from `x`, baseline `y`, words parted by blanks. Returns its width in pt. */
double page_draw_text(struct page_drawing *drawing, struct type_library *type,
		      enum type_variant variant, double size_pt, document_colour colour, double x,
		      double y, const char *text);
/** Shaped words from `x`, baseline `y`; `words` is borrowed. */
void page_draw_words(struct page_drawing *drawing, double size_pt, document_colour colour, double x,
		     double y, const struct page_word *words, size_t count);
/** The texts between the two are read as `actual`: the parts of a hyphenated word. */
void page_draw_span(struct page_drawing *drawing, const char *actual);
void page_draw_span_end(struct page_drawing *drawing);
/** A PNG over a rectangle; its bytes are borrowed. */
void page_draw_image(struct page_drawing *drawing, double x, double y, double w, double h,
		     const unsigned char *png, size_t length, int width_px, int height_px);
/** The shape of a signal: circle verde, triangle giallo, square rosso, ring grigio. */
void page_draw_signal(struct page_drawing *drawing, const char *signal, double x, double y,
		      double size);
document_colour page_signal_colour(const char *signal); /* at least 3:1 on white */

/* On pages: marks get an mcid and become kids of their tag. */
struct page *page_create(struct arena *arena, int index, double width, double height);
/** What follows belongs to `tag`; NULL: artifact. The same mark twice in a row is one. */
void page_mark(struct page *page, struct page_tag *tag, enum page_artifact artifact);
/** Copies a drawing's operations, moved by (x, y). Its marks: all to `whole`
 *  when that is given (a Figure), else local ones through `tags`. A NULL
 *  `whole` and no tags: artifacts. */
void page_place(struct page *page, const struct page_drawing *drawing, double x, double y,
		struct page_tag *const *tags, struct page_tag *whole);
/** A link or field over a rectangle; becomes a kid of `tag`. */
void page_annotate(struct page *page, struct page_tag *tag, enum page_annotation_kind kind,
		   const double box[4], const char *to, const char *contents);
/** Where a Figure stands: its box and its page. */
void page_tag_set_box(struct page_tag *tag, const struct page *page, const double box[4]);
void page_tag_add_kid(struct arena *arena, struct page_tag *tag, struct page_kid kid);

/* ---- sink ------------------------------------------------------------ */

struct page_outline {
	int level; /* from 1 */
	const char *title;
	int page;
	double y;
};

/**
 * Where pages go. The calls come in this order: open tags and close them as
 * the document is walked; pages as they are finished, not always in order
 * (pages that show page numbers of others are held back); targets and
 * outline; late parts (running heads) of every page; finish.
 */
struct page_sink {
	/** A number for a tag that begins, used in kids and parents. */
	long (*open_tag)(struct page_sink *sink, struct page_tag *tag);
	/** The tag has all its kids; it is gone after the call. */
	void (*close_tag)(struct page_sink *sink, const struct page_tag *tag);
	/** A finished page, gone after the call. */
	void (*page)(struct page_sink *sink, const struct page *page);
	/** A block with an id was placed. */
	void (*target)(struct page_sink *sink, const char *id, int page, double y);
	void (*outline)(struct page_sink *sink, const struct page_outline *entry);
	/** The running head and foot of a page: artifacts only. */
	void (*late)(struct page_sink *sink, int page, const struct page_drawing *drawing);
	/** All has been said; `pages` is their count. STATUS_OK or the first failure. */
	enum status (*finish)(struct page_sink *sink, int pages, struct diag *diag);
};

/** A sink that writes each page as text (position, face, string), for golden files. */
struct page_sink *page_dump_sink(struct arena *arena, struct text *out);

#endif
