#include "base/text.h"

#include "base_private.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#define TEXT_CAPACITY_FIRST 64
#define XML_SPACE           " \t\r\n"

struct text text_make(struct arena *arena)
{
	struct text text = { .arena = arena, .capacity = TEXT_CAPACITY_FIRST };

	text.bytes = arena_alloc(arena, text.capacity);
	return text;
}

/* Makes room for `more` bytes and the NUL after them. */
static void reserve(struct text *text, size_t more)
{
	size_t capacity = text->capacity;

	if (more < capacity - text->length)
		return;
	if (more > SIZE_MAX / 2 - 1 - text->length)
		arena_exhausted(text->arena, more);
	while (capacity <= text->length + more)
		capacity *= 2;
	text->bytes = arena_grow(text->arena, text->bytes, text->capacity, capacity);
	text->capacity = capacity;
}

void text_add_n(struct text *text, const char *bytes, size_t length)
{
	if (length == 0)
		return;
	reserve(text, length);
	memcpy(text->bytes + text->length, bytes, length);
	text->length += length;
	text->bytes[text->length] = '\0';
}

void text_add(struct text *text, const char *string)
{
	text_add_n(text, string, strlen(string));
}

void text_add_char(struct text *text, char byte)
{
	text_add_n(text, &byte, 1);
}

void text_add_utf8(struct text *text, uint32_t code_point)
{
	char bytes[4];

	/* A NUL inside would cut the string short. */
	text_add_n(text, bytes, utf8_put(bytes, code_point != 0 ? code_point : 0xFFFD));
}

void text_addf(struct text *text, const char *format, ...)
{
	size_t room = text->capacity - text->length;
	va_list args;
	int length;

	va_start(args, format);
	length = vsnprintf(text->bytes + text->length, room, format, args);
	va_end(args);
	if (length < 0)
		arena_exhausted(text->arena, SIZE_MAX);
	if ((size_t)length >= room) {
		reserve(text, (size_t)length);
		va_start(args, format);
		vsnprintf(text->bytes + text->length, (size_t)length + 1, format, args);
		va_end(args);
	}
	text->length += (size_t)length;
}

void text_clear(struct text *text)
{
	text->length = 0;
	text->bytes[0] = '\0';
}

bool text_equal(const char *a, const char *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	return strcmp(a, b) == 0;
}

bool text_unit_counts(const char *unit)
{
	static const char *const counting[] = { "", "n", "n.", "num.", "numero" };

	for (size_t i = 0; unit != NULL && i < sizeof counting / sizeof *counting; i++)
		if (strcasecmp(counting[i], unit) == 0)
			return true;
	return unit == NULL;
}

bool text_starts(const char *string, const char *prefix)
{
	return string != NULL && strncmp(string, prefix, strlen(prefix)) == 0;
}

bool text_blank(const char *string)
{
	return string == NULL || string[strspn(string, XML_SPACE)] == '\0';
}

char *text_fold_space(struct arena *arena, const char *string)
{
	char *copy = arena_alloc(arena, strlen(string) + 1);
	char *end = copy;

	string += strspn(string, XML_SPACE);
	while (*string != '\0') {
		size_t word = strcspn(string, XML_SPACE);

		memcpy(end, string, word);
		end += word;
		string += word;
		string += strspn(string, XML_SPACE);
		if (*string != '\0')
			*end++ = ' ';
	}
	*end = '\0';
	return copy;
}

char *text_upper(struct arena *arena, const char *string)
{
	struct text upper = text_make(arena);
	uint32_t code_point;

	while ((code_point = utf8_next(&string)) != 0)
		text_add_utf8(&upper, text_upper_code_point(code_point));
	return upper.bytes;
}

uint64_t text_hash(const char *bytes, size_t length)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);

	for (size_t i = 0; i < length; i++) {
		hash ^= (unsigned char)bytes[i];
		hash *= UINT64_C(0x100000001b3);
	}
	return hash;
}
