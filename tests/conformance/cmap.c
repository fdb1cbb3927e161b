/* cmap.c - what the CIDs of a font mean. Source: ISO 32000-1 9.10.3. */
#include "conform_private.h"

#include <string.h>

#define UNITS_MAX (int)(sizeof((struct meaning *)0)->units / sizeof(uint16_t))

/* A code of one or two bytes. */
static long code_of(const struct token *token)
{
	long code = 0;

	for (size_t i = 0; i < token->text.length && i < 4; i++)
		code = code << 8 | (unsigned char)token->text.data[i];
	return token->kind == TOKEN_STRING ? code : -1;
}

static struct meaning meaning_of(const struct token *token, long add)
{
	struct meaning meaning = { .count = 0 };

	for (size_t i = 0; i + 1 < token->text.length && meaning.count < UNITS_MAX; i += 2)
		meaning.units[meaning.count++] =
			(uint16_t)((unsigned char)token->text.data[i] << 8 |
				   (unsigned char)token->text.data[i + 1]);
	if (meaning.count > 0)
		meaning.units[meaning.count - 1] =
			(uint16_t)(meaning.units[meaning.count - 1] + add);
	return meaning;
}

static void read_chars(struct tokenizer *words, struct meaning *meanings, size_t count)
{
	for (;;) {
		struct token code = token_next(words), to;

		if (code.kind != TOKEN_STRING)
			return;
		to = token_next(words);
		if ((size_t)code_of(&code) < count && to.kind == TOKEN_STRING)
			meanings[code_of(&code)] = meaning_of(&to, 0);
	}
}

static void read_list(struct tokenizer *words, struct meaning *meanings, size_t count, long cid)
{
	struct token to;

	while ((to = token_next(words)).kind == TOKEN_STRING)
		if ((size_t)cid < count)
			meanings[cid++] = meaning_of(&to, 0);
}

static void read_ranges(struct tokenizer *words, struct meaning *meanings, size_t count)
{
	for (;;) {
		struct token first = token_next(words), last, to;

		if (first.kind != TOKEN_STRING)
			return;
		last = token_next(words);
		to = token_next(words);
		if (to.kind == TOKEN_OPEN) {
			read_list(words, meanings, count, code_of(&first));
			continue;
		}
		for (long cid = code_of(&first); cid <= code_of(&last) && (size_t)cid < count;
		     cid++)
			meanings[cid] = meaning_of(&to, cid - code_of(&first));
	}
}

void cmap_read(struct bytes cmap, struct meaning *meanings, size_t count)
{
	struct arena *arena = arena_create(NULL);
	struct tokenizer words = { arena, cmap, 0 };
	struct token token;

	while ((token = token_next(&words)).kind != TOKEN_END) {
		if (token_is(&token, "beginbfchar"))
			read_chars(&words, meanings, count);
		else if (token_is(&token, "beginbfrange"))
			read_ranges(&words, meanings, count);
	}
	arena_destroy(arena);
}
