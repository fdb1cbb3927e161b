/* title.c - how much two titles have in common: words, not letters, because a
 * title that is reworded keeps most of its words in some order. */
#include "compare_private.h"

#include <stdlib.h>

#define WORDS_MAX   64 /* of a title that are looked at                */
#define LETTERS_MIN 3  /* bytes; shorter words (di, la, e) say nothing */

static int by_value(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

/* Letters and digits make words; so does all beyond Latin-1 but punctuation. */
static bool is_of_word(uint32_t c)
{
	if (c < 0x80)
		return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
	return c >= 0xC0 && (c < 0x2000 || c > 0x206F);
}

static void add_words(struct title *title, const char *at)
{
	const char *word = at, *before = at;
	uint32_t c;

	do {
		before = at;
		c = utf8_next(&at);
		if (c != 0 && is_of_word(c))
			continue;
		if (before - word >= LETTERS_MIN)
			title->words[title->count++] = text_hash(word, (size_t)(before - word));
		word = at;
	} while (c != 0 && title->count < WORDS_MAX);
}

struct title compare_title(struct arena *arena, const char *text)
{
	struct title title = { .folded = "" };

	if (text == NULL)
		return title;
	title.folded = text_upper(arena, text_fold_space(arena, text));
	title.words = arena_array(arena, uint64_t, WORDS_MAX);
	add_words(&title, title.folded);
	qsort(title.words, title.count, sizeof *title.words, by_value);
	return title;
}

int compare_likeness(const struct title *a, const struct title *b)
{
	size_t common = 0, i = 0, k = 0;

	if (a->count + b->count == 0)
		return text_equal(a->folded, b->folded) && a->folded[0] != '\0' ? 100 : 0;
	while (i < a->count && k < b->count) {
		if (a->words[i] == b->words[k]) {
			common++;
			i++;
			k++;
		} else if (a->words[i] < b->words[k]) {
			i++;
		} else {
			k++;
		}
	}
	return (int)(200 * common / (a->count + b->count));
}
