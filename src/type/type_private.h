/* type_private.h - what the files of `type` share.
 *
 * Gives:    the inside of a library and of a face, the cache, characters.
 * Includes: type.h, HarfBuzz.
 * Not here: libhyphen (hyphen.c) and libunibreak (break.c).
 */
#ifndef TYPE_PRIVATE_H
#define TYPE_PRIVATE_H

#include "type/type.h"

#include <hb.h>

#define EM             1000.0 /* the unit of every length of the module   */
#define FACES_MAX      6
#define REPLACEMENT    0xFFFDu
#define CACHE_KEY_KIND TYPE_VARIANTS /* kind of key of hyphenated words   */

/* ---- faces (face.c) -------------------------------------------------- */

struct type_face_inside {
	hb_face_t *face; /* NULL: a fake face, every character half an em */
	hb_font_t *font; /* in the font's own units                       */
	double scale;    /* font units to thousandths of an em            */
};

/** Loads face `index` from a file; its outside parts end with the arena. */
enum status face_load(struct type_face *out, int index, struct arena *arena, const char *path,
		      struct diag *diag);
/** A face of the fake library. */
void face_fake(struct type_face *out, int index, struct arena *arena);
/** The glyph of a character, 0 when the face has none. */
uint32_t face_glyph(const struct type_face *face, uint32_t code_point);
/** Width of a glyph as embedded. */
double face_width(const struct type_face *face, uint32_t glyph);

/* ---- cache (cache.c): what was made of a word, by kind and bytes ----- */

struct cache_slot {
	uint64_t hash;
	const void *made; /* NULL: free */
	const char *key;  /* borrowed   */
	uint32_t length;
	uint32_t kind;
};

struct cache {
	struct arena *arena;
	struct cache_slot *slots;
	size_t count, size; /* size is a power of two */
};

struct cache cache_make(struct arena *arena);
/** What was put for the key, or NULL. `*hash` is for a cache_put() that follows. */
const void *cache_find(const struct cache *cache, uint32_t kind, const char *key, size_t length,
		       uint64_t *hash);
/** `key` must live as long as the cache. */
void cache_put(struct cache *cache, uint32_t kind, const char *key, size_t length, uint64_t hash,
	       const void *made);

/* ---- characters (character.c) ---------------------------------------- */

/** The character at `*at` of a piece that need not end in NUL, moving `*at`;
 *  U+FFFD and one byte on for a broken sequence. */
uint32_t character_next(const char *text, size_t length, size_t *at);
/** Nothing is drawn for it: controls, soft hyphen, joiners, marks of direction. */
bool character_invisible(uint32_t code_point);
/** A combining mark, which stays with the character before it. */
bool character_mark(uint32_t code_point);
/** The character itself, or what can be told of one without a name (private
 *  use, no character): U+FFFD, or the sign that word processors mean by it. */
uint32_t character_named(uint32_t code_point);
/** A character that looks the same and that more faces have, or 0. */
uint32_t character_substitute(uint32_t code_point);
/** A blank of a width of its own, which HarfBuzz makes from U+0020. */
bool character_fixed_blank(uint32_t code_point);
bool character_letter(uint32_t code_point);
bool character_digit(uint32_t code_point);
bool character_upper(uint32_t code_point);
bool character_apostrophe(uint32_t code_point);

/* ---- shaping (shape.c) ----------------------------------------------- */

struct shaper;
struct shaper *shaper_make(struct arena *arena);

/* ---- hyphenation (hyphen.c) ------------------------------------------ */

struct patterns;
/** STATUS_IO or STATUS_LIBRARY, with a finding, when the file is missing or of
 *  an encoding that we do not write. */
enum status patterns_load(struct patterns **out, struct arena *arena, const char *path,
			  struct diag *diag);

/* ---- corrections of UAX 14 (break_token.c, break_blank.c) -------------- */

/** Part of a text, with the break after each character as UAX 14 has it. */
struct stretch {
	const uint32_t *letters;
	unsigned char *breaks; /* enum type_break */
	size_t count;
};

/** Corrects the breaks inside a token, a stretch without blanks. */
void token_correct(struct stretch text);
/** Corrects the break after the blanks from `first` to `end` - 1 of a text;
 *  there is a character on both sides of them. */
void blank_correct(struct stretch text, size_t first, size_t end);

/* ---- the library (library.c) ------------------------------------------ */

struct type_library {
	struct arena *arena;
	struct type_face faces[FACES_MAX];
	size_t face_count;
	double blanks[TYPE_VARIANTS];
	struct cache cache;
	struct shaper *shaper;
	struct patterns *patterns; /* NULL: no hyphenation */
};

#define CHAIN_MAX 3
/** The faces that a variant looks for a character in, best first. */
size_t library_chain(const struct type_library *library, enum type_variant variant,
		     const struct type_face *chain[CHAIN_MAX]);

#endif
