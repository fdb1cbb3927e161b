/* list_scan.c - body and year from a plan's first tags, without reading it.
 *
 * To find what has changed among thousands of plans, each need not be read as
 * a whole; and a plan that can't be read should still fail under its name.
 */
#include "batch_private.h"

#include <stdlib.h>

#define NAME_MAX_BYTES 200
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

/* The value of an attribute of the tag, or NULL. */
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
			return size <= NAME_MAX_BYTES ? arena_strndup(arena, value, size) : NULL;
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
