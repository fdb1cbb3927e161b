#include "type_private.h"

#include "base/text.h"

#include <string.h>

/* A character to be shown. What it says and what is drawn for it differ when a
 * face has it only in another form. */
struct letter {
	uint32_t text, shown;
	uint16_t from, bytes; /* its place in the word */
	const struct type_face *face;
};

#define MARKS_MAX 30 /* on one character, as in the stream-safe format of UAX 15 */

struct shaper {
	hb_buffer_t *buffer;
	hb_language_t language;
	struct letter letters[TYPE_RUN_BYTES_MAX];
	size_t count;
	const char *word;
	size_t length;  /* of the word, in bytes */
	uint32_t lacks; /* a character of it that no face has */
};

static void destroy_buffer(void *buffer)
{
	hb_buffer_destroy(buffer);
}

struct shaper *shaper_make(struct arena *arena)
{
	struct shaper *shaper = arena_new(arena, struct shaper);

	shaper->buffer = hb_buffer_create();
	arena_defer(arena, destroy_buffer, shaper->buffer);
	shaper->language = hb_language_from_string("it", -1);
	return shaper;
}

/* ---- characters and their faces --------------------------------------- */

static void read_letters(struct shaper *shaper, const char *word, size_t length)
{
	shaper->count = 0;
	shaper->word = word;
	shaper->length = length;
	for (size_t at = 0; at < length;) {
		size_t from = at;
		uint32_t code_point = character_next(word, length, &at);
		struct letter *letter = &shaper->letters[shaper->count];

		if (character_invisible(code_point))
			continue;
		letter->shown = letter->text = character_named(code_point);
		letter->from = (uint16_t)from;
		letter->bytes = (uint16_t)(at - from);
		shaper->count++;
	}
}

/* What a face draws for a character, 0 when nothing. */
static uint32_t shown_in(const struct type_face *face, uint32_t code_point)
{
	uint32_t substitute;

	if (face_glyph(face, code_point) != 0)
		return code_point;
	if (character_fixed_blank(code_point) && face_glyph(face, ' ') != 0)
		return code_point;
	substitute = character_substitute(code_point);
	return substitute != 0 && face_glyph(face, substitute) != 0 ? substitute : 0;
}

/* How many of a character and its marks a face can draw, from the first on;
 * HarfBuzz puts a mark into the character where the face has the two in one. */
static size_t covered(const struct type_face *face, const struct letter *letters, size_t count)
{
	hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
	uint32_t sum = letters[0].shown;
	size_t i;

	if (shown_in(face, sum) == 0)
		return 0;
	for (i = 1; i < count; i++) {
		hb_codepoint_t both;

		if (hb_unicode_compose(unicode, sum, letters[i].shown, &both) &&
		    face_glyph(face, both) != 0)
			sum = both;
		else if (face_glyph(face, letters[i].shown) == 0)
			break;
	}
	return i;
}

/* The first of the faces that draws the most of a character and its marks. */
static const struct type_face *best_face(const struct type_face *const *chain, size_t faces,
					 const struct letter *letters, size_t count, size_t *most)
{
	const struct type_face *best = NULL;

	*most = 0;
	for (size_t i = 0; i < faces && *most < count; i++) {
		size_t drawn = covered(chain[i], letters, count);

		if (drawn > *most) {
			*most = drawn;
			best = chain[i];
		}
	}
	return best;
}

static size_t cluster_length(const struct shaper *shaper, size_t first)
{
	size_t end = first + 1;

	while (end < shaper->count && character_mark(shaper->letters[end].shown))
		end++;
	return end - first;
}

/* A mark that the face has only within its base is left to HarfBuzz. */
static struct letter in_face(const struct type_face *face, struct letter letter)
{
	uint32_t shown = shown_in(face, letter.shown);

	letter.face = face;
	if (shown != 0)
		letter.shown = shown;
	return letter;
}

/* Gives each letter its face. Marks that no face can draw are dropped, so the
 * letters move together. */
static void choose_faces(struct shaper *shaper, const struct type_face *const *chain, size_t faces)
{
	size_t kept = 0, length;

	for (size_t first = 0; first < shaper->count; first += length) {
		struct letter *letters = &shaper->letters[first];
		const struct type_face *face;
		size_t drawn;

		length = cluster_length(shaper, first);
		face = best_face(chain, faces, letters,
				 length <= MARKS_MAX ? length : MARKS_MAX + 1, &drawn);
		if (face == NULL) {
			if (letters[0].text != REPLACEMENT)
				shaper->lacks = letters[0].text;
			letters[0].shown = REPLACEMENT;
			face = best_face(chain, faces, letters, 1, &drawn);
		}
		for (size_t i = 0; i < drawn; i++)
			shaper->letters[kept++] = in_face(face, letters[i]);
	}
	shaper->count = kept;
}

/* ---- glyphs ------------------------------------------------------------- */

/* A letter that says something else than the word does fills the same bytes. */
static void write_letter(char *out, const struct letter *letter)
{
	char bytes[4];
	size_t length = utf8_put(bytes, letter->text);

	memset(out, '?', letter->bytes);
	if (length <= letter->bytes)
		memcpy(out, bytes, length);
}

/* The letters from `first` on, and what is invisible around them: the texts of
 * the runs of a word make up the word. */
static void copy_text(struct type_run *run, const struct type_library *library, size_t first,
		      size_t count)
{
	const struct shaper *shaper = library->shaper;
	const struct letter *letters = &shaper->letters[first];
	bool last = first + count == shaper->count;
	size_t from = first > 0 ? letters->from : 0;
	size_t length = (last ? shaper->length : letters[count].from) - from;
	char *text = arena_strndup(library->arena, shaper->word + from, length);

	for (size_t i = 0; i < count; i++)
		write_letter(text + (letters[i].from - from), &letters[i]);
	run->text = text;
	run->length = (uint16_t)length;
}

/* A cluster is the index of its letter. */
static void fill_buffer(struct shaper *shaper, const struct letter *letters, size_t count)
{
	hb_buffer_t *buffer = shaper->buffer;

	hb_buffer_reset(buffer);
	hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
	hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
	hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
	for (size_t i = 0; i < count; i++)
		hb_buffer_add(buffer, letters[i].shown, (unsigned)i);
	hb_buffer_guess_segment_properties(buffer);
	if (hb_buffer_get_script(buffer) == HB_SCRIPT_INVALID)
		hb_buffer_set_script(buffer, HB_SCRIPT_LATIN); /* only figures and signs */
	hb_buffer_set_language(buffer, shaper->language);
}

/* Shaped glyphs of a run, and the letters they come from. */
struct shaped {
	const hb_glyph_info_t *infos;
	const hb_glyph_position_t *positions;
	unsigned count;
	bool falling; /* clusters fall: Arabic, Hebrew */
	const struct letter *letters;
	size_t letter_count;
};

static struct shaped shaped_of(hb_buffer_t *buffer, const struct letter *letters, size_t count)
{
	struct shaped shaped = { .letters = letters, .letter_count = count };

	shaped.infos = hb_buffer_get_glyph_infos(buffer, &shaped.count);
	shaped.positions = hb_buffer_get_glyph_positions(buffer, NULL);
	shaped.falling = HB_DIRECTION_IS_BACKWARD(hb_buffer_get_direction(buffer));
	shaped.count = shaped.count < UINT16_MAX ? shaped.count : UINT16_MAX;
	return shaped;
}

static unsigned cluster_end(const struct shaped *shaped, unsigned first)
{
	unsigned end = first + 1;

	while (end < shaped->count && shaped->infos[end].cluster == shaped->infos[first].cluster)
		end++;
	return end;
}

/* The bytes that the cluster of glyphs `first` to `end` - 1 stands for. */
static unsigned cluster_bytes(const struct shaped *shaped, unsigned first, unsigned end)
{
	const struct letter *from = &shaped->letters[shaped->infos[first].cluster];
	size_t next = shaped->letter_count;
	const struct letter *last;

	if (shaped->falling && first > 0)
		next = shaped->infos[first - 1].cluster;
	if (!shaped->falling && end < shaped->count)
		next = shaped->infos[end].cluster;
	last = &shaped->letters[next - 1];
	return (unsigned)(last->from + last->bytes - from->from);
}

static struct type_glyph glyph_of(const struct type_face *face, const struct shaped *shaped,
				  unsigned i)
{
	const hb_glyph_position_t *position = &shaped->positions[i];
	uint32_t id = shaped->infos[i].codepoint;
	double scale = face->inside->scale;

	return (struct type_glyph){
		.id = id,
		.advance = (float)(position->x_advance * scale),
		.width = (float)face_width(face, id),
		.x = (float)(position->x_offset * scale),
		.y = (float)(position->y_offset * scale),
	};
}

/* Where the text of a run begins in the word; invisible characters may go before
 * the first letter. */
static unsigned run_start(const struct shaper *shaper, const struct letter *letters)
{
	return letters == shaper->letters ? 0 : letters->from;
}

/* Glyph 0 cannot come from the faces chosen; should a font's tables yield it all
 * the same, nothing is drawn: PDF/A and PDF/UA forbid it. */
static void copy_glyphs(struct type_run *run, struct type_library *library,
			const struct shaped *shaped)
{
	struct type_glyph *glyphs = arena_array(library->arena, struct type_glyph, shaped->count);
	unsigned start = run_start(library->shaper, shaped->letters), end;
	double width = 0;

	for (unsigned first = 0; first < shaped->count; first = end) {
		unsigned from = shaped->letters[shaped->infos[first].cluster].from - start;
		unsigned bytes;

		end = cluster_end(shaped, first);
		bytes = cluster_bytes(shaped, first, end);
		for (unsigned i = first; i < end; i++) {
			struct type_glyph *glyph = &glyphs[run->glyph_count];

			if (shaped->infos[i].codepoint == 0)
				continue;
			*glyph = glyph_of(run->face, shaped, i);
			glyph->from = (uint16_t)from;
			glyph->bytes = (uint16_t)bytes;
			width += glyph->advance;
			run->glyph_count++;
			bytes = 0;
		}
	}
	run->width = (float)width;
	run->glyphs = glyphs;
}

static void shape_fake(struct type_run *run, struct type_library *library,
		       const struct letter *letters, size_t count)
{
	struct type_glyph *glyphs = arena_array(library->arena, struct type_glyph, count);
	unsigned start = run_start(library->shaper, letters);

	for (size_t i = 0; i < count; i++) {
		glyphs[i].id = letters[i].shown;
		glyphs[i].advance = glyphs[i].width = (float)face_width(run->face, 0);
		glyphs[i].from = (uint16_t)(letters[i].from - start);
		glyphs[i].bytes = letters[i].bytes;
		run->width += glyphs[i].advance;
	}
	run->glyphs = glyphs;
	run->glyph_count = (uint16_t)count;
}

static void shape_run(struct type_run *run, struct type_library *library, size_t first,
		      size_t count)
{
	struct shaper *shaper = library->shaper;
	const struct letter *letters = &shaper->letters[first];
	struct shaped shaped;

	run->face = letters[0].face;
	copy_text(run, library, first, count);
	if (run->face->inside->font == NULL) {
		shape_fake(run, library, letters, count);
		return;
	}
	fill_buffer(shaper, letters, count);
	hb_shape(run->face->inside->font, shaper->buffer, NULL, 0);
	if (!hb_buffer_allocation_successful(shaper->buffer))
		arena_exhausted(library->arena, count);
	shaped = shaped_of(shaper->buffer, letters, count);
	copy_glyphs(run, library, &shaped);
}

/* ---- words -------------------------------------------------------------- */

static size_t same_face(const struct shaper *shaper, size_t first)
{
	size_t end = first + 1;

	while (end < shaper->count && shaper->letters[end].face == shaper->letters[first].face)
		end++;
	return end - first;
}

static size_t count_runs(const struct shaper *shaper)
{
	size_t runs = 0;

	for (size_t at = 0; at < shaper->count; at += same_face(shaper, at))
		runs++;
	return runs;
}

static const struct type_run *empty_run(struct type_library *library, enum type_variant variant)
{
	struct type_run *run = arena_new(library->arena, struct type_run);

	run->face = &library->faces[variant];
	run->length = (uint16_t)library->shaper->length;
	run->text = arena_strndup(library->arena, library->shaper->word, run->length);
	run->glyphs = arena_array(library->arena, struct type_glyph, 1);
	return run;
}

static const struct type_run *shape_letters(struct type_library *library)
{
	const struct shaper *shaper = library->shaper;
	size_t count = count_runs(shaper), at = 0, length;
	struct type_run *runs = arena_array(library->arena, struct type_run, count);
	float total = 0;

	for (size_t i = 0; i < count; i++, at += length) {
		length = same_face(shaper, at);
		shape_run(&runs[i], library, at, length);
	}
	for (size_t i = count; i-- > 0;) {
		total += runs[i].width;
		runs[i].total = total;
		runs[i].next = i + 1 < count ? &runs[i + 1] : NULL;
	}
	runs[0].lacks = shaper->lacks;
	return &runs[0];
}

static const struct type_run *shape_word(struct type_library *library, enum type_variant variant,
					 const char *text, size_t length)
{
	const struct type_face *chain[CHAIN_MAX];
	size_t faces = library_chain(library, variant, chain);

	library->shaper->lacks = 0;
	read_letters(library->shaper, text, length);
	choose_faces(library->shaper, chain, faces);
	if (library->shaper->count == 0)
		return empty_run(library, variant);
	return shape_letters(library);
}

/* Most words are their own key. */
static const char *key_of(struct arena *arena, const struct type_run *run, const char *text,
			  size_t length)
{
	if (run->next == NULL && run->length == length && memcmp(run->text, text, length) == 0)
		return run->text;
	return arena_strndup(arena, text, length);
}

const struct type_run *type_shape(struct type_library *library, enum type_variant variant,
				  const char *text, size_t length)
{
	const struct type_run *run;
	uint64_t hash;

	if (length > TYPE_RUN_BYTES_MAX)
		length = TYPE_RUN_BYTES_MAX;
	run = cache_find(&library->cache, variant, text, length, &hash);
	if (run != NULL)
		return run;
	run = shape_word(library, variant, text, length);
	cache_put(&library->cache, variant, key_of(library->arena, run, text, length), length, hash,
		  run);
	return run;
}
