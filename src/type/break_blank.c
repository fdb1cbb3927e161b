#include "type_private.h"

#include <string.h>

#define WORD_MAX 12

/* Abbreviations that belong to the number after them, without the last full stop. */
static const char *const before_number[] = {
	"all",   "art", "artt", "c",     "cap",  "cc",  "co",  "d.l", "d.lgs", "d.m", "d.p.c.m",
	"d.p.r", "fig", "l",    "l.r",   "lett", "n",   "nn",  "nr",  "p",     "pag", "pagg",
	"par",   "pp",  "prot", "punto", "reg",  "rif", "sez", "tab", "tav",   "vol",
};

/* Units that belong to the number before them. */
static const char *const after_number[] = { "eur", "gg", "h",   "ha",  "kg", "km",
					    "kwh", "mq", "mwh", "mln", "mld" };

static const uint32_t signs_before_number[] = { 0x20AC, '$',    0xA3,   0xA7, '<', '>',
						'=',    0x2264, 0x2265, 0xB1, '~', 0x2248,
						0x2116, '+',    0x2212, '#' };

static const uint32_t signs_after_number[] = { '%', 0x2030, 0x20AC, '$', 0xA3, 0xB0, 0xD7 };

#define LENGTH(table)          (sizeof(table) / sizeof(*(table)))
#define SIGN_IN(table, letter) is_sign_in(table, LENGTH(table), letter)
#define WORD_IN(table, word)   is_word_in(table, LENGTH(table), word)

static bool is_sign_in(const uint32_t *signs, size_t count, uint32_t letter)
{
	for (size_t i = 0; i < count; i++) {
		if (signs[i] == letter)
			return true;
	}
	return false;
}

static bool is_word_in(const char *const *words, size_t count, const char *word)
{
	for (size_t i = 0; i < count; i++) {
		if (strcmp(words[i], word) == 0)
			return true;
	}
	return false;
}

static bool is_in_word(uint32_t letter)
{
	return letter < 0x80 && (character_letter(letter) || letter == '.');
}

/* The ASCII letters `first` to `end` - 1 in lower case; "" when they are no short word. */
static void copy_word(char word[WORD_MAX], const uint32_t *letters, size_t first, size_t end)
{
	size_t length = 0;

	word[0] = '\0';
	if (end - first >= WORD_MAX)
		return;
	for (size_t i = first; i < end && length + 1 < WORD_MAX; i++)
		word[length++] = (char)(letters[i] | (letters[i] != '.' ? 0x20 : 0));
	word[length] = '\0';
}

static bool abbreviation_ends_at(struct stretch text, size_t end)
{
	char word[WORD_MAX];
	size_t first = end - 1;

	if (text.letters[end - 1] != '.')
		return false;
	while (first > 0 && end - first < WORD_MAX && is_in_word(text.letters[first - 1]))
		first--;
	copy_word(word, text.letters, first, end - 1);
	return WORD_IN(before_number, word);
}

static bool unit_starts_at(struct stretch text, size_t first)
{
	char word[WORD_MAX];
	size_t end = first;

	while (end < text.count && end - first < WORD_MAX && is_in_word(text.letters[end]) &&
	       text.letters[end] != '.')
		end++;
	copy_word(word, text.letters, first, end);
	return WORD_IN(after_number, word);
}

/* In "100 € 5 anni" the sign belongs to the number before it. */
static bool sign_opens_at(struct stretch text, size_t at)
{
	if (!SIGN_IN(signs_before_number, text.letters[at]))
		return false;
	if (!SIGN_IN(signs_after_number, text.letters[at]))
		return true;
	if (at > 0 && text.letters[at - 1] == ' ')
		at--;
	return at == 0 || !character_digit(text.letters[at - 1]);
}

/* A number and what tells what it counts stay on one line. */
static bool glued(struct stretch text, size_t first, size_t end)
{
	uint32_t before = text.letters[first - 1];
	uint32_t after = text.letters[end];

	if (character_digit(before))
		return SIGN_IN(signs_after_number, after) || unit_starts_at(text, end);
	if (character_digit(after))
		return sign_opens_at(text, first - 1) || abbreviation_ends_at(text, first);
	return false;
}

/* For UAX 14 a quotation mark may open or close; after a word it closes, and a
 * parenthesis that follows may go to the next line. */
static bool parted(struct stretch text, size_t first, size_t end)
{
	uint32_t quote = text.letters[first - 1];

	return (quote == 0xBB || quote == 0x201D || quote == '"') &&
	       (text.letters[end] == '(' || text.letters[end] == '[') && first >= 2 &&
	       text.letters[first - 2] != ' ';
}

void blank_correct(struct stretch text, size_t first, size_t end)
{
	unsigned char *place = &text.breaks[end - 1];

	for (size_t i = first; i < end; i++) {
		if (text.letters[i] != ' ')
			return;
	}
	if (*place == TYPE_BREAK_ALLOWED && glued(text, first, end))
		*place = TYPE_BREAK_NONE;
	else if (*place == TYPE_BREAK_NONE && parted(text, first, end))
		*place = TYPE_BREAK_ALLOWED;
}
