/* type.h - type faces and shaped words.
 *
 * Gives:    faces loaded once a process, text shaped into cached words,
 *           break opportunities, Italian hyphenation, subsets for embedding.
 * Includes: base. HarfBuzz, libhyphen and libunibreak are seen only here
 *           (and HarfBuzz's font bytes nowhere else).
 * Not here: lines, pages, colours.
 *
 * Lengths here are in thousandths of an em unless a name says otherwise:
 * width_pt = width * size_pt / 1000.
 */
#ifndef TYPE_TYPE_H
#define TYPE_TYPE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/status.h"

#include <stdbool.h>
#include <stdint.h>

enum type_variant { TYPE_REGULAR, TYPE_BOLD, TYPE_ITALIC, TYPE_BOLD_ITALIC, TYPE_VARIANTS };

/** One font file. `index` numbers the faces of a library from 0. */
struct type_face {
	int index;
	const char *name; /* PostScript name             */
	bool bold, italic;
	double ascent, descent; /* above and below the baseline, both positive */
	double cap_height, x_height;
	double underline_position, underline_thickness; /* position: below, positive */
	double box[4];                                  /* xMin yMin xMax yMax */
	double italic_angle;
	const char *path;           /* of the file, for painters that load it again */
	const unsigned char *bytes; /* the file in memory */
	size_t length;
	struct type_face_inside *inside;
};

struct type_glyph {
	uint32_t id;          /* in the face; 0 never occurs              */
	float advance;        /* with kerning                             */
	float width;          /* the font's own width, as embedded        */
	float x, y;           /* offset of the glyph, y upward            */
	uint16_t from, bytes; /* the part of the run's text it stands for;
	                         0 bytes: a later glyph of one cluster      */
};

/** A shaped piece of text in one face; cached, never changed. */
struct type_run {
	const struct type_face *face;
	const char *text; /* NUL-terminated. The texts of all runs of a word make up the
	                     word, with ? in place of bytes that are no character */
	uint16_t length;  /* bytes                                    */
	uint16_t glyph_count;
	const struct type_glyph *glyphs;
	float width;
	const struct type_run *next; /* the word goes on in another face (fallback), or NULL */
	float total;                 /* width of this and all next               */
	uint32_t lacks;              /* of a word's first run: a character that no face has,
	                                shown as U+FFFD; 0: none               */
};

/** Faces, patterns and the cache of words. One a process (or a thread). */
struct type_library;

struct type_options {
	const char *fonts_dir; /* folder with our fonts                    */
	const char *patterns;  /* hyph_it_IT.dic                           */
};

/** Loads faces and patterns; STATUS_IO or STATUS_LIBRARY with a finding that
 *  names the file. Freed with the arena. */
enum status type_library_open(struct type_library **out, struct arena *arena,
			      const struct type_options *options, struct diag *diag);
/** A library for tests: every character half an em wide, ascent 800, descent
 *  200, no kerning; hyphenates like the real one only when patterns are given. */
struct type_library *type_library_fake(struct arena *arena, const char *patterns);

size_t type_face_count(const struct type_library *library);
const struct type_face *type_face_at(const struct type_library *library, size_t index);
const struct type_face *type_face_of(const struct type_library *library, enum type_variant variant);

/** The shaped form of `length` bytes without blanks or controls (a no-break
 *  space is allowed). Glyphs that a face lacks come from the fallback face; a
 *  character that none has is shown as U+FFFD of the fallback, never .notdef.
 *  Soft hyphens, joiners and controls have no glyph: a word may have none at all.
 *  At most TYPE_RUN_BYTES_MAX bytes; borrowed from the library, cached. */
const struct type_run *type_shape(struct type_library *library, enum type_variant variant,
				  const char *text, size_t length);
#define TYPE_RUN_BYTES_MAX 4096

/** The width of a blank in a variant. */
double type_blank(struct type_library *library, enum type_variant variant);

/* ---- breaking -------------------------------------------------------- */

enum type_break { TYPE_BREAK_NONE, TYPE_BREAK_ALLOWED, TYPE_BREAK_MANDATORY };

/** Break opportunities (UAX 14, Italian apostrophes, no break after a hyphen
 *  that begins a number) of a UTF-8 text: breaks[i] tells of the place after
 *  byte i. `breaks` has room for `length`. Blanks stay before the break; the end
 *  of the text is a place where it is allowed, or mandatory after a new line. A
 *  soft hyphen is none: type_hyphenate() knows it. Numbers keep their signs,
 *  units and abbreviations (12,5 %, n. 150); addresses break at their signs,
 *  long codes after - _ /. `language` may be NULL: Italian. */
void type_find_breaks(const char *text, size_t length, const char *language, unsigned char *breaks);

/** Places where a word may be hyphenated: byte offsets after which a hyphen
 *  may stand, increasing. Elided words (dell'altro) break inside, never just
 *  after the apostrophe; at least 2 letters before and 3 after. `word` is best
 *  all that stands between two blanks: then words with digits, codes and
 *  addresses are known and not hyphenated at all; short words in capitals are
 *  not either, nor those of other languages. In a word with soft hyphens the
 *  places are after these, and no others. Returns how many, at most `room`. */
size_t type_hyphenate(struct type_library *library, const char *word, size_t length,
		      const char *language, uint16_t *places, size_t room);

/* ---- embedding ------------------------------------------------------- */

/** A subset of a face: TrueType bytes and old-to-new glyph numbers. */
struct type_subset {
	const unsigned char *bytes;
	size_t length;
	uint32_t *new_ids; /* one for each of the glyphs asked for */
};
/** Subset for embedding, hinting and layout tables dropped, in the arena. */
enum status type_subset_make(struct type_subset *out, struct arena *arena,
			     const struct type_face *face, const uint32_t *glyphs, size_t count,
			     struct diag *diag);

#endif
