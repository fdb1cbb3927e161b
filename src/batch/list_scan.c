/* list_scan.c - body and year from a plan's first tags, without reading it.
 *
 * To find what has changed among thousands of plans, each need not be read as
 * a whole; and a plan that can't be read should still fail under its name.
 */
#include "batch_private.h"

#include <stdlib.h>

#define NAME_MAX_BYTES 200
#define CODE_POINT_MAX 0x10FFFF
#define SPACE          " \t\r\n"

/* Past what begins at `at` and ends with `end`; NULL: it doesn't end. */
static const char *past(const char *at, const char *end)
{
	const char *found = strstr(at, end);

	return found != NULL ? found + strlen(end) : NULL;
}

/* The next start tag, or NULL; comments, instructions and ends are passed. */
static const char *next_tag(const char *at)
{
	while (at != NULL && (at = strchr(at, '<')) != NULL) {
		if (strncmp(at, "<!--", 4) == 0)
			at = past(at + 4, "-->");
		else if (strncmp(at, "<![CDATA[", 9) == 0)
			at = past(at, "]]>");
		else if (at[1] == '?')
			at = past(at, "?>");
		else if (at[1] == '/' || at[1] == '!')
			at = past(at, ">");
		else
			return at + 1;
	}
	return NULL;
}

static bool is_named(const char *tag, const char *name)
{
	size_t length = strlen(name);
	const char *colon;

	if (strncmp(tag, name, length) == 0 && strchr(SPACE "/>", tag[length]) != NULL)
		return true;
	/* A prefix of the name space. */
	colon = tag + strcspn(tag, SPACE "/>:");
	return *colon == ':' && strncmp(colon + 1, name, length) == 0 &&
	       strchr(SPACE "/>", colon[1 + length]) != NULL;
}

/* ---- the value of an attribute ------------------------------------------------- */

/* A character reference; `length` is past its semicolon. 0: it is none. */
static uint32_t reference(const char *at, size_t *length)
{
	static const struct {
		const char *name;
		char means;
	} names[] = { { "&amp;", '&' },
		      { "&lt;", '<' },
		      { "&gt;", '>' },
		      { "&quot;", '"' },
		      { "&apos;", '\'' } };
	bool hexadecimal = at[1] == '#' && at[2] == 'x';
	char *end;
	unsigned long code;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (text_starts(at, names[i].name)) {
			*length = strlen(names[i].name);
			return (unsigned char)names[i].means;
		}
	if (at[1] != '#')
		return 0;
	code = strtoul(at + 2 + hexadecimal, &end, hexadecimal ? 16 : 10);
	*length = (size_t)(end - at) + 1;
	return *end == ';' && code <= CODE_POINT_MAX ? (uint32_t)code : 0;
}

/* What the plan's reader will make of it. */
static const char *decoded(struct arena *arena, const char *value, size_t size)
{
	const char *at = arena_strndup(arena, value, size);
	struct text out = text_make(arena);

	while (*at != '\0') {
		size_t length = 1;
		uint32_t code = *at == '&' ? reference(at, &length) : 0;

		if (code != 0)
			text_add_utf8(&out, code);
		else
			text_add_n(&out, at, length = 1);
		at += length;
	}
	return out.bytes;
}

/* NULL: the tag has no such attribute. */
static const char *attribute(struct arena *arena, const char *tag, const char *name)
{
	const char *at = tag + strcspn(tag, SPACE "/>");

	for (;;) {
		const char *word = at + strspn(at, SPACE "/"), *value;
		size_t length = strcspn(word, SPACE "=>"), size;

		if (length == 0)
			return NULL;
		at = word + length;
		at += strspn(at, SPACE);
		if (*at != '=')
			return NULL;
		at++;
		at += strspn(at, SPACE);
		if (*at != '"' && *at != '\'')
			return NULL;
		value = at + 1;
		size = strcspn(value, *at == '"' ? "\"" : "'");
		if (value[size] == '\0')
			return NULL;
		if (length == strlen(name) && strncmp(word, name, length) == 0)
			return size <= NAME_MAX_BYTES ? decoded(arena, value, size) : NULL;
		at = value + size + 1;
	}
}

static int year_of(const char *word)
{
	if (word == NULL || strlen(word) != 4 || strspn(word, "0123456789") != 4)
		return 0;
	return atoi(word);
}

struct list_scan list_scan(struct arena *arena, const char *source)
{
	struct list_scan scan = { 0 };
	const char *root = next_tag(source), *tag;

	if (root == NULL || !is_named(root, "piano"))
		return scan;
	scan.year = year_of(attribute(arena, root, "anno"));
	for (tag = next_tag(root); tag != NULL; tag = next_tag(tag)) {
		if (!is_named(tag, "ente"))
			continue;
		scan.body = attribute(arena, tag, "codice");
		break;
	}
	return scan;
}
