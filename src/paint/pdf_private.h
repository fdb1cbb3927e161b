/* pdf_private.h - what the parts of the PDF painter share.
 *
 * Gives:    struct pdf and the parts in order of the data's way: fonts,
 *           content, structure, annotations, catalogue.
 * Includes: page, type, pdf_file.h; libharu in pdf_haru.h only.
 * Not here: PNG and SVG.
 *
 * The shape: pages and structure stream out through pdf_file as they come;
 * libharu keeps the small fixed objects (catalogue, information, metadata,
 * profile, fonts, attachments) and they are serialized last.
 */
#ifndef PAINT_PDF_PRIVATE_H
#define PAINT_PDF_PRIVATE_H

#include "paint/paint.h"
#include "pdf_file.h"

#include "base/map.h"

#define PDF_HARU_IDS 512 /* object numbers below belong to libharu */

/* ---- fonts (pdf_font.c) ---------------------------------------------- */

/** A character as shown: one glyph standing for one piece of text. */
struct pdf_cid {
	uint32_t glyph;
	float width;      /* thousandths of an em                       */
	const char *text; /* UTF-8, NUL-terminated; "" when none is known */
};

/** One face as the file uses it; CIDs are given in order of first use. */
struct pdf_font {
	const struct type_face *face;
	struct pdf_cid *cids; /* cids[0] is unused */
	size_t count, capacity;
	uint32_t *slots; /* hash: cid, 0 free */
	size_t slot_count;
};

/** A shaped run as it is shown: the inside of a TJ array. */
struct pdf_shown {
	const struct type_run *run;
	const char *array; /* "(..)-20(..)" */
	size_t length;
	double width;           /* as a reader will advance, thousandths of an em */
	bool actual;            /* glyphs without text: ActualText is needed     */
	struct pdf_shown *next; /* same slot */
};

/* ---- pages (pdf.c) ----------------------------------------------------- */

struct pdf_page {
	long id, body, foot; /* objects; foot 0: none            */
	double width, height;
	long *parents; /* tag of each mcid                 */
	size_t parent_count, parent_capacity;
	long *annotations; /* objects, by number on the page   */
	size_t annotation_count, annotation_capacity;
};

struct pdf_target {
	int page;
	double y; /* from the top */
};

/* Keys of annotations in the parent tree start past those of any page. */
#define PDF_ANNOTATION_KEYS 10000000

struct pdf {
	struct page_sink sink;
	struct arena *arena;
	struct type_library *type;
	const struct paint_pdf_options *options;
	struct pdf_file *file;
	struct pdf_haru *haru;
	enum status failed; /* the first failure; then nothing more is done */
	const char *why;    /* of it, Italian */

	struct pdf_font *fonts; /* by index of the face */
	size_t font_count;
	struct pdf_shown **shown; /* hash by run */
	size_t shown_slots, shown_count;
	const struct type_run *blanks[TYPE_VARIANTS];
	long resources;

	struct text content;     /* of the stream being made */
	struct map images;       /* PNG bytes' address -> object id */
	struct text image_names; /* entries of /XObject */

	struct pdf_page *pages;
	size_t page_count, page_capacity;
	struct map targets; /* id -> pdf_target */
	struct page_outline *outline;
	size_t outline_count, outline_capacity;

	long root_tag, document_tag; /* StructTreeRoot, the one top element */
	struct map tag_ids;          /* /ID of an element -> object, for the IDTree */
	long *annotation_tags;       /* by key, from PDF_ANNOTATION_KEYS on */
	size_t key_count, key_capacity;
	struct text fields; /* references of form fields */
	size_t field_count;
};

/** Keeps the first failure. */
void pdf_fail(struct pdf *pdf, enum status status, const char *why);
/** The page of an index, made known if need be; its number never changes. */
struct pdf_page *pdf_page_at(struct pdf *pdf, int index);
/** The number of an annotation, reserved on first mention. */
long pdf_annotation_id(struct pdf *pdf, int page, int number);
/** A key of the parent tree that leads to `tag`. */
long pdf_annotation_key(struct pdf *pdf, long tag);
/** Makes room for one more in a growing array. */
void *pdf_room(struct pdf *pdf, void *items, size_t count, size_t *capacity, size_t size);

/** The blank of a variant, as a run that extracts as U+0020. */
const struct type_run *pdf_blank(struct pdf *pdf, enum type_variant variant);
/** How a run is shown; made once a run. */
const struct pdf_shown *pdf_show(struct pdf *pdf, const struct type_run *run);
/** What a font needs to be embedded: the subset, the map to it, the meaning of its characters. */
struct pdf_fontfile {
	struct type_subset subset;
	struct text to_glyph;   /* CIDToGIDMap: two bytes a CID */
	struct text to_unicode; /* a CMap                       */
	char name[80];          /* with the tag of the subset   */
};
enum status pdf_fontfile_make(struct pdf *pdf, struct pdf_fontfile *out,
			      const struct pdf_font *font, struct diag *diag);
/** Writes the resource dictionary. */
void pdf_resources_finish(struct pdf *pdf, struct diag *diag);

/** The content stream of a list of operations, into pdf->content. */
void pdf_content(struct pdf *pdf, const struct page_op *first, double page_height);
/** The name number of an image in the resources, writing it at first use; -1 when it is broken. */
int pdf_image(struct pdf *pdf, const unsigned char *png, size_t length);

/** Structure: one element written when it is closed. */
long pdf_open_tag(struct page_sink *sink, struct page_tag *tag);
void pdf_close_tag(struct page_sink *sink, const struct page_tag *tag);
/** Root of the structure, parent tree, names of elements. */
void pdf_structure_finish(struct pdf *pdf);

/** A name tree over a map: `put` writes the value of a key. Its object number. */
long pdf_name_tree(struct pdf *pdf, const struct map *map,
		   void (*put)(struct pdf *pdf, struct text *out, const void *value));

void pdf_annotations(struct pdf *pdf, const struct page *page);
/** Page objects, page tree, destinations, outline; gives the entries for the catalogue. */
struct pdf_trees {
	long pages, outlines, destinations, form; /* 0: none */
};
struct pdf_trees pdf_trees_finish(struct pdf *pdf);

/* ---- libharu (pdf_haru.c) ----------------------------------------------- */

struct pdf_haru *pdf_haru_open(struct pdf *pdf);
/** Fonts, metadata, profile, attachments and catalogue, written to the file. */
void pdf_haru_finish(struct pdf *pdf, const struct pdf_trees *trees, struct diag *diag);
/** The object number of a font's Type0 dictionary, made on demand. */
long pdf_haru_font(struct pdf *pdf, const struct pdf_font *font, struct diag *diag);
/** Entries of the trailer: /Root, /Info. */
void pdf_haru_trailer(struct pdf *pdf, struct text *out);

/** The XMP packet. Source: ISO 19005-2 6.6, ISO 14289-1 5. */
void pdf_xmp(struct text *out, const struct paint_pdf_options *options);
/** "D:20230613120000+00'00'" and "2023-06-13T12:00:00+00:00". */
void pdf_date(char out[32], long long seconds, bool iso);

#endif
