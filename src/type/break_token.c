#include "type_private.h"

#include <string.h>

#define CODE_MIN       8 /* characters of a code that may be broken    */
#define CODE_SIGNS_MIN 2 /* and the signs in it, so COVID-19 is none   */
#define EDGE_MIN       2 /* characters that stay together at its ends  */
#define PART_MIN       3 /* on both sides of a slash: not e/o, km/h    */
#define SOFT_HYPHEN    0xADu
#define HYPHEN         0x2010u
#define FIGURE_DASH    0x2012u
#define EN_DASH        0x2013u

struct token {
	const uint32_t *letters;
	const unsigned char *breaks;
	size_t count;
	bool code;
};

static bool is_one_of(uint32_t letter, const char *signs)
{
	return letter != 0 && letter < 0x80 && strchr(signs, (int)letter) != NULL;
}

static bool is_alnum(uint32_t letter)
{
	return character_digit(letter) || character_letter(letter);
}

/* ---- addresses ----------------------------------------------------------- */

static bool holds_at(const struct token *token, size_t at, const char *string)
{
	size_t length = strlen(string);

	if (at + length > token->count)
		return false;
	for (size_t i = 0; i < length; i++) {
		if (token->letters[at + i] != (unsigned char)string[i])
			return false;
	}
	return true;
}

static bool is_mail_sign(const struct token *token, size_t at)
{
	return token->letters[at] == '@' && at > 0 && at + 1 < token->count &&
	       is_alnum(token->letters[at - 1]) && is_alnum(token->letters[at + 1]);
}

static bool is_address(const struct token *token)
{
	for (size_t i = 0; i < token->count; i++) {
		if (holds_at(token, i, "://") || holds_at(token, i, "www.") ||
		    is_mail_sign(token, i))
			return true;
	}
	return false;
}

static bool address_breaks_after(const struct token *token, size_t at)
{
	return is_one_of(token->letters[at], "/._-?&=#@") && is_alnum(token->letters[at + 1]) &&
	       at >= EDGE_MIN && at + EDGE_MIN < token->count && token->letters[at - 1] != '/';
}

/* ---- codes and compounds --------------------------------------------------- */

static bool is_code(const struct token *token)
{
	size_t signs = 0, letters = 0;

	for (size_t i = 0; i < token->count; i++) {
		signs += is_one_of(token->letters[i], "-_./");
		letters += character_letter(token->letters[i]);
	}
	return token->count >= CODE_MIN && signs >= CODE_SIGNS_MIN && letters > 0;
}

/* Letters and figures that end before `at`, or begin at it; no more than are asked for. */
static bool enough_before(const struct token *token, size_t at, size_t wanted)
{
	size_t found = 0;

	while (found < wanted && found < at && is_alnum(token->letters[at - 1 - found]))
		found++;
	return found == wanted;
}

static bool enough_after(const struct token *token, size_t at, size_t wanted)
{
	size_t found = 0;

	while (found < wanted && at + found < token->count && is_alnum(token->letters[at + found]))
		found++;
	return found == wanted;
}

static enum type_break after_slash(const struct token *token, size_t at)
{
	if (at > 0 && character_digit(token->letters[at - 1]) &&
	    character_digit(token->letters[at + 1]))
		return TYPE_BREAK_NONE; /* a date, a fraction, an act and its year */
	return enough_before(token, at, PART_MIN) && enough_after(token, at + 1, PART_MIN)
		       ? TYPE_BREAK_ALLOWED
		       : TYPE_BREAK_NONE;
}

static enum type_break after_low_line(const struct token *token, size_t at)
{
	return token->count >= CODE_MIN && at >= EDGE_MIN && enough_after(token, at + 1, EDGE_MIN)
		       ? TYPE_BREAK_ALLOWED
		       : TYPE_BREAK_NONE;
}

static enum type_break after_hyphen(const struct token *token, size_t at)
{
	if (!enough_before(token, at, EDGE_MIN) || !enough_after(token, at + 1, EDGE_MIN))
		return TYPE_BREAK_NONE;
	if (character_digit(token->letters[at + 1]) && !token->code)
		return TYPE_BREAK_NONE;
	return TYPE_BREAK_ALLOWED;
}

/* Before a figure a dash is a minus or spans two numbers, unless a word goes before. */
static enum type_break after_dash(const struct token *token, size_t at)
{
	if (character_digit(token->letters[at + 1]) &&
	    (at == 0 || !character_letter(token->letters[at - 1])))
		return TYPE_BREAK_NONE;
	return token->breaks[at];
}

static enum type_break never(const struct token *token, size_t at)
{
	(void)token;
	(void)at;
	return TYPE_BREAK_NONE;
}

struct rule {
	uint32_t sign;
	enum type_break (*after)(const struct token *token, size_t at);
};

static const struct rule rules[] = {
	{ '/', after_slash },     { '_', after_low_line }, { '-', after_hyphen },
	{ HYPHEN, after_hyphen }, { EN_DASH, after_dash }, { FIGURE_DASH, after_dash },
	{ '\'', never },          { 0x2019, never },       { '+', never },
	{ SOFT_HYPHEN, never }, /* type_hyphenate() gives it as a place for a hyphen */
};

static enum type_break break_after(const struct token *token, size_t at)
{
	if (token->letters[at + 1] == '+') /* C++, A+ */
		return TYPE_BREAK_NONE;
	for (size_t i = 0; i < sizeof(rules) / sizeof(*rules); i++) {
		if (rules[i].sign == token->letters[at])
			return rules[i].after(token, at);
	}
	return token->breaks[at];
}

void token_correct(struct stretch text)
{
	struct token token = { text.letters, text.breaks, text.count, false };
	bool address = is_address(&token);

	token.code = is_code(&token);
	for (size_t at = 0; at + 1 < text.count; at++) {
		if (!address)
			text.breaks[at] = break_after(&token, at);
		else
			text.breaks[at] = address_breaks_after(&token, at) ? TYPE_BREAK_ALLOWED
									   : TYPE_BREAK_NONE;
	}
}
