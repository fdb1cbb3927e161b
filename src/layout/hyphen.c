/* hyphen.c - where an atom may be hyphenated. */
#include "text_private.h"

#include <string.h>

#define WORD_BYTES_MIN 5
#define WORD_BYTES_MAX 120

static bool is_letter(unsigned char byte)
{
	return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	       (byte >= '0' && byte <= '9') || byte == '\'';
}

/* Bytes of punctuation and no-break space that are no letters; 0: a letter. */
static size_t other_bytes(const char *at)
{
	const char *end = at;
	uint32_t c = utf8_next(&end);

	if (c < 0xC0 && c >= 0x80)
		return (size_t)(end - at);
	if (c >= 0x2000 && c < 0x2C00 && c != 0x2019)
		return (size_t)(end - at);
	return 0;
}

/* Addresses and paths are broken by their own signs, never hyphenated. */
static bool is_address(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (text[i] == '@' || text[i] == '_' || text[i] == '\\' ||
		    (text[i] == '/' && i > 0 && text[i - 1] == '/') ||
		    (i + 3 < length && memcmp(text + i, "www.", 4) == 0))
			return true;
	return false;
}

/* All of a hyphenated word is one piece of content: its looks may change, its
 * mark must not. */
static bool has_one_mark(const struct atom *atom)
{
	for (size_t i = 0; i < atom->part_count; i++)
		if (atom->parts[i].span->mark != atom->parts[0].span->mark ||
		    atom->parts[i].run == NULL || atom->parts[i].span->late != NULL)
			return false;
	return atom->part_count > 0;
}

static size_t add_places(const struct passage *passage, size_t from, size_t to, size_t *places,
			 size_t count)
{
	uint16_t found[HYPHEN_PLACES_MAX];
	const char *language =
		passage->language != NULL ? passage->language : passage->layout->document->language;
	size_t n;

	if (to - from < WORD_BYTES_MIN || to - from > WORD_BYTES_MAX)
		return count;
	n = type_hyphenate(passage->layout->type, passage->text.bytes + from, to - from,
			   language != NULL ? language : "it", found, HYPHEN_PLACES_MAX - count);
	for (size_t i = 0; i < n && count < HYPHEN_PLACES_MAX; i++)
		places[count++] = from + found[i];
	return count;
}

static size_t word_end(const char *text, size_t at, size_t end)
{
	while (at < end && is_letter((unsigned char)text[at])) {
		const char *next = text + at;

		if ((unsigned char)text[at] >= 0x80) {
			if (other_bytes(text + at) > 0)
				break;
			utf8_next(&next);
			at = (size_t)(next - text);
		} else {
			at++;
		}
	}
	return at < end ? at : end;
}

static size_t skip_others(const char *text, size_t at, size_t end)
{
	while (at < end) {
		if (!is_letter((unsigned char)text[at]))
			at++;
		else if ((unsigned char)text[at] >= 0x80 && other_bytes(text + at) > 0)
			at += other_bytes(text + at);
		else
			break;
	}
	return at < end ? at : end;
}

size_t hyphen_places(const struct passage *passage, const struct atom *atom,
		     size_t places[HYPHEN_PLACES_MAX])
{
	const char *text = passage->text.bytes;
	size_t count = 0, at = atom->start;

	if (!has_one_mark(atom) || is_address(text + atom->start, atom->end - atom->start))
		return 0;
	while (at < atom->end && count < HYPHEN_PLACES_MAX) {
		size_t from = skip_others(text, at, atom->end);

		at = word_end(text, from, atom->end);
		if (at > from)
			count = add_places(passage, from, at, places, count);
	}
	return count;
}
