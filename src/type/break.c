#include "type_private.h"

#include <linebreak.h>
#include <pthread.h>
#include <string.h>

/* Text is looked at in windows of so many characters, which needs no memory
 * and is linear; they end where no rule looks across. */
#define WINDOW       2048
#define LANGUAGE_MAX 8

struct window {
	uint32_t letters[WINDOW];
	unsigned char breaks[WINDOW];
	unsigned char bytes[WINDOW]; /* of each character */
	size_t count;
	bool last;
};

static bool is_hard(uint32_t code_point)
{
	return (code_point >= '\n' && code_point <= '\r') || code_point == 0x85 ||
	       code_point == 0x2028 || code_point == 0x2029;
}

static bool is_blank(uint32_t code_point)
{
	return code_point == ' ' || code_point == '\t' || is_hard(code_point) ||
	       character_fixed_blank(code_point) || code_point == 0x3000;
}

/* U+FFFF ends the text for libunibreak, and a NUL is no better. */
static uint32_t harmless(uint32_t code_point)
{
	return code_point == 0 || code_point > 0x10FFFF || (code_point & 0xFFFE) == 0xFFFE
		       ? REPLACEMENT
		       : code_point;
}

/* After one blank between letters a break is allowed whatever is around. */
static bool is_safe_end(const struct window *window, size_t at)
{
	return window->letters[at] == ' ' && character_letter(window->letters[at - 1]) &&
	       character_letter(window->letters[at + 1]);
}

static void shorten(struct window *window)
{
	for (size_t at = window->count - 2; at > 0; at--) {
		if (is_safe_end(window, at)) {
			window->count = at + 1;
			return;
		}
	}
}

/* Bytes taken from the text. */
static size_t fill(struct window *window, const char *text, size_t length)
{
	size_t at = 0, taken = 0;

	for (window->count = 0; at < length && window->count < WINDOW; window->count++) {
		size_t from = at;

		window->letters[window->count] = harmless(character_next(text, length, &at));
		window->bytes[window->count] = (unsigned char)(at - from);
	}
	window->last = at == length;
	if (!window->last)
		shorten(window);
	for (size_t i = 0; i < window->count; i++)
		taken += window->bytes[i];
	return taken;
}

/* libunibreak keeps an index for all of the process; it is made once and then
 * only read. */
static void init_once(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, init_linebreak);
}

static void apply_uax14(struct window *window, const char *language)
{
	char found[WINDOW];

	set_linebreaks_utf32(window->letters, window->count, language, found);
	for (size_t i = 0; i < window->count; i++) {
		window->breaks[i] = TYPE_BREAK_NONE;
		if (found[i] == LINEBREAK_ALLOWBREAK)
			window->breaks[i] = TYPE_BREAK_ALLOWED;
		else if (found[i] == LINEBREAK_MUSTBREAK && is_hard(window->letters[i]))
			window->breaks[i] = TYPE_BREAK_MANDATORY;
	}
}

/* The end of the text, or of a window that had to be cut somewhere. */
static void settle_end(struct window *window)
{
	unsigned char *end = window->breaks + window->count;

	if (window->count == 0)
		return;
	if (end[-1] == TYPE_BREAK_NONE && (window->last || window->count < WINDOW))
		end[-1] = TYPE_BREAK_ALLOWED;
}

static size_t same_kind(const struct window *window, size_t first)
{
	bool blank = is_blank(window->letters[first]);
	size_t end = first + 1;

	while (end < window->count && is_blank(window->letters[end]) == blank)
		end++;
	return end;
}

static void correct(struct window *window)
{
	struct stretch text = { window->letters, window->breaks, window->count };
	size_t end;

	for (size_t first = 0; first < window->count; first = end) {
		end = same_kind(window, first);
		if (!is_blank(window->letters[first]))
			token_correct((struct stretch){ window->letters + first,
							window->breaks + first, end - first });
		else if (first > 0 && end < window->count)
			blank_correct(text, first, end);
	}
}

static void write_out(const struct window *window, unsigned char *breaks)
{
	for (size_t i = 0; i < window->count; i++) {
		memset(breaks, TYPE_BREAK_NONE, window->bytes[i]);
		breaks += window->bytes[i];
		breaks[-1] = window->breaks[i];
	}
}

/* libunibreak knows languages by two letters. */
static void short_language(char out[LANGUAGE_MAX], const char *language)
{
	size_t length = language != NULL ? strcspn(language, "-_") : 0;

	if (length == 0 || length >= LANGUAGE_MAX) {
		language = "it";
		length = 2;
	}
	memcpy(out, language, length);
	out[length] = '\0';
}

void type_find_breaks(const char *text, size_t length, const char *language, unsigned char *breaks)
{
	char short_name[LANGUAGE_MAX];
	struct window window;
	size_t taken;

	init_once();
	short_language(short_name, language);
	for (size_t at = 0; at < length; at += taken) {
		taken = fill(&window, text + at, length - at);
		apply_uax14(&window, short_name);
		settle_end(&window);
		correct(&window);
		write_out(&window, breaks + at);
	}
}
