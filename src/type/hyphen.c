#include "type_private.h"

#include "base/file.h"
#include "base/text.h"

#include <hyphen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FILE_BYTES_MAX ((size_t)4 * 1024 * 1024)
#define LETTERS_MAX    128 /* longer words are no words                         */
#define LEFT_MIN       2
#define RIGHT_MIN      3
#define ACRONYM_MAX    7 /* letters of a word in capitals that is not divided  */
#define SOFT_HYPHEN    0xADu
#define UTF8_BYTES     4

struct patterns {
	HyphenDict *dict;
	bool utf8;
};

/* A word as the patterns want it, and where each character ends in the text. */
struct word {
	char bytes[LETTERS_MAX * UTF8_BYTES + 1];
	size_t length;
	uint32_t letters[LETTERS_MAX]; /* lower case, straight apostrophe */
	uint16_t ends[LETTERS_MAX];
	size_t count;
	size_t capitals;
};

/* What is kept of a word in the cache. */
struct places {
	size_t count;
	uint16_t at[];
};

static void free_dict(void *dict)
{
	hnj_hyphen_free(dict);
}

/* Only what says its encoding goes to libhyphen, which takes any bytes for patterns. */
static bool known_encoding(const struct bytes *file, bool *utf8)
{
	*utf8 = text_starts(file->data, "UTF-8");
	return *utf8 || text_starts(file->data, "ISO8859-1");
}

static HyphenDict *parse(const struct bytes *file)
{
	FILE *stream = fmemopen((void *)(uintptr_t)file->data, file->length, "r");
	HyphenDict *dict = NULL;

	if (stream == NULL)
		return NULL;
	dict = hnj_hyphen_load_file(stream);
	fclose(stream);
	return dict;
}

static enum status refuse(struct diag *diag, const char *path)
{
	struct place place = { .file = arena_strdup(diag->arena, path) };

	diag_error(diag, place, "hyphenation",
		   "regole di sillabazione non utilizzabili: la prima riga deve essere UTF-8 o "
		   "ISO8859-1; controllare il file");
	return STATUS_LIBRARY;
}

enum status patterns_load(struct patterns **out, struct arena *arena, const char *path,
			  struct diag *diag)
{
	struct bytes file;
	enum status status = file_read_own(&file, arena, path, FILE_BYTES_MAX, diag);
	HyphenDict *dict;
	bool utf8;

	*out = NULL;
	if (status != STATUS_OK)
		return status;
	if (!known_encoding(&file, &utf8) || (dict = parse(&file)) == NULL)
		return refuse(diag, path);
	arena_defer(arena, free_dict, dict);
	*out = arena_new(arena, struct patterns);
	(*out)->dict = dict;
	(*out)->utf8 = utf8;
	return STATUS_OK;
}

/* ---- which words --------------------------------------------------------- */

static bool is_italian(const char *language)
{
	return language == NULL || language[0] == '\0' ||
	       (strncmp(language, "it", 2) == 0 && (language[2] == '\0' || language[2] == '-'));
}

/* Signs that make a piece of text an address, a path or a code when they stand
 * inside it. */
static bool joins_code(uint32_t code_point)
{
	return code_point < 0x80 && code_point != '\0' &&
	       strchr("/\\@_.:=&#%+*|~", (int)code_point) != NULL;
}

/* No figures, and no code: then each run of letters in it is a word. */
static bool is_prose(const char *text, size_t length)
{
	bool after_letter = false, after_sign = false;

	for (size_t at = 0; at < length;) {
		uint32_t code_point = character_next(text, length, &at);

		if (character_digit(code_point))
			return false;
		if (character_letter(code_point)) {
			if (after_sign)
				return false;
			after_letter = true;
		} else {
			after_sign = joins_code(code_point) && (after_letter || after_sign);
			after_letter = false;
		}
	}
	return true;
}

/* ---- one word ------------------------------------------------------------ */

/* Capitals of Latin-1; the patterns know no others. */
static uint32_t lower(uint32_t code_point)
{
	if (code_point < 0x80)
		return character_upper(code_point) ? code_point + 0x20 : code_point;
	if (code_point >= 0xC0 && code_point <= 0xDE && code_point != 0xD7)
		return code_point + 0x20;
	return code_point;
}

static size_t put_utf8(char *out, uint32_t code_point)
{
	return utf8_put(out, code_point);
}

static size_t put_latin1(char *out, uint32_t code_point)
{
	*out = (char)(code_point < 0x100 ? code_point : '?');
	return 1;
}

static void add_letter(struct word *word, const struct patterns *patterns, uint32_t code_point,
		       size_t end)
{
	uint32_t letter = character_apostrophe(code_point) ? '\'' : lower(code_point);
	char *out = word->bytes + word->length;

	word->capitals += letter != code_point && letter != '\'';
	word->letters[word->count] = letter;
	word->ends[word->count++] = (uint16_t)end;
	word->length += (patterns->utf8 ? put_utf8 : put_latin1)(out, letter);
}

/* Reads the letters and apostrophes from `*at`, which comes to stand after them;
 * false when they are too many or none. */
static bool read_word(struct word *word, const struct patterns *patterns, const char *text,
		      size_t length, size_t *at)
{
	bool fits = true;

	word->length = word->count = word->capitals = 0;
	while (*at < length) {
		size_t next = *at;
		uint32_t code_point = character_next(text, length, &next);

		if (!character_letter(code_point) && !character_apostrophe(code_point) &&
		    !character_mark(code_point))
			break;
		*at = next;
		if (word->count == LETTERS_MAX)
			fits = false;
		else
			add_letter(word, patterns, code_point, next);
	}
	return fits && word->count > 0;
}

static bool is_acronym(const struct word *word)
{
	return word->capitals == word->count && word->count <= ACRONYM_MAX;
}

static size_t letters_between(const struct word *word, size_t from, size_t end)
{
	size_t letters = 0;

	for (size_t i = from; i < end; i++)
		letters += character_letter(word->letters[i]);
	return letters;
}

/* Where the elided word before `last` ends: "l'a-zienda" would leave one letter too. */
static size_t after_apostrophe(const struct word *word, size_t last)
{
	size_t from = last;

	while (from > 0 && word->letters[from - 1] != '\'')
		from--;
	return from;
}

/* Enough letters on both sides, and not beside an apostrophe. */
static bool may_break_after(const struct word *word, size_t last)
{
	if (word->letters[last] == '\'' || word->letters[last + 1] == '\'' ||
	    character_mark(word->letters[last + 1]))
		return false;
	return letters_between(word, after_apostrophe(word, last), last + 1) >= LEFT_MIN &&
	       letters_between(word, last + 1, word->count) >= RIGHT_MIN;
}

/* Italian patterns change no letters at a break; what libhyphen allots for such
 * changes is given back all the same. */
static void free_changes(char **changes, int *from, int *cut, size_t count)
{
	for (size_t i = 0; changes != NULL && i < count; i++)
		free(changes[i]);
	free(changes);
	free(from);
	free(cut);
}

/* libhyphen puts a level of its own before the patterns of a file, at which an
 * apostrophe parts words; our patterns know the apostrophe better. */
static HyphenDict *pattern_level(const struct patterns *patterns)
{
	HyphenDict *dict = patterns->dict;

	return dict->nextlevel != NULL ? dict->nextlevel : dict;
}

static size_t hyphenate_word(const struct word *word, const struct patterns *patterns,
			     uint16_t *places)
{
	char marks[sizeof(word->bytes) + 5] = { 0 }; /* 5: as libhyphen asks */
	char **changes = NULL;
	int *from = NULL, *cut = NULL;
	size_t count = 0;
	int failed = hnj_hyphen_hyphenate3(pattern_level(patterns), word->bytes, (int)word->length,
					   marks, NULL, &changes, &from, &cut, LEFT_MIN, RIGHT_MIN,
					   0, 0);

	for (size_t i = 0; failed == 0 && changes == NULL && i + 1 < word->count; i++) {
		if ((marks[i] & 1) != 0 && may_break_after(word, i))
			places[count++] = word->ends[i];
	}
	free_changes(changes, from, cut, word->length);
	return count;
}

/* ---- a piece of text ------------------------------------------------------ */

/* Soft hyphens: who wrote them knows better than the patterns, in any language. */
static size_t written_places(const char *text, size_t length, uint16_t *places)
{
	size_t count = 0;

	for (size_t at = 0; at < length;) {
		uint32_t code_point = character_next(text, length, &at);

		if (code_point == SOFT_HYPHEN && at < length)
			places[count++] = (uint16_t)at;
	}
	return count;
}

static size_t pattern_places(const struct patterns *patterns, const char *text, size_t length,
			     uint16_t *places)
{
	struct word word = { .count = 0 };
	size_t count = 0;

	for (size_t at = 0; at < length;) {
		if (read_word(&word, patterns, text, length, &at)) {
			if (!is_acronym(&word))
				count += hyphenate_word(&word, patterns, places + count);
		} else if (at < length) {
			character_next(text, length, &at);
		}
	}
	return count;
}

static const struct places *find_places(struct type_library *library, const char *text,
					size_t length, bool italian)
{
	uint16_t found[TYPE_RUN_BYTES_MAX];
	size_t count = written_places(text, length, found);
	struct places *places;

	if (count == 0 && italian && library->patterns != NULL && is_prose(text, length))
		count = pattern_places(library->patterns, text, length, found);
	places = arena_alloc(library->arena, sizeof(*places) + count * sizeof(*found));
	places->count = count;
	memcpy(places->at, found, count * sizeof(*found));
	return places;
}

size_t type_hyphenate(struct type_library *library, const char *word, size_t length,
		      const char *language, uint16_t *places, size_t room)
{
	bool italian = is_italian(language);
	uint32_t kind = CACHE_KEY_KIND + italian;
	const struct places *found;
	uint64_t hash;
	size_t count;

	if (length > TYPE_RUN_BYTES_MAX)
		return 0;
	found = cache_find(&library->cache, kind, word, length, &hash);
	if (found == NULL) {
		found = find_places(library, word, length, italian);
		cache_put(&library->cache, kind, arena_strndup(library->arena, word, length),
			  length, hash, found);
	}
	count = found->count < room ? found->count : room;
	for (size_t i = 0; i < count; i++)
		places[i] = found->at[i];
	return count;
}
