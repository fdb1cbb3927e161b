/* needs.c - files beside the plans, told apart by content.
 *
 * As text: checksum, blank, path, blank, checksum, … Blanks, percent signs and
 * control characters of a path are written %XX.
 */
#include "needs.h"

#include "stamps.h"

#define ABSENT "-"

struct needs needs_make(struct arena *arena)
{
	return (struct needs){ .arena = arena, .hashes = map_make(arena) };
}

static char *put(struct needs *needs, const char *path, const char *hash)
{
	char *kept = arena_strdup(needs->arena, hash);

	map_put(&needs->hashes, arena_strdup(needs->arena, path), kept);
	return kept;
}

void needs_note(void *user, const char *path, const struct bytes *bytes)
{
	struct needs *needs = user;

	if (map_find(&needs->hashes, path) == NULL)
		put(needs, path,
		    bytes != NULL ? hash_bytes(needs->arena, bytes->data, bytes->length) : ABSENT);
}

static void add_path(struct text *out, const char *path)
{
	for (; *path != '\0'; path++) {
		unsigned char c = (unsigned char)*path;

		if (c <= ' ' || c == '%' || c == 0x7F)
			text_addf(out, "%%%02X", c);
		else
			text_add_char(out, *path);
	}
}

void needs_write(struct text *out, const struct needs *needs)
{
	for (size_t i = 0; i < needs->hashes.count; i++) {
		text_add(out, i > 0 ? " " : "");
		text_addf(out, "%s ", (const char *)needs->hashes.entries[i].value);
		add_path(out, needs->hashes.entries[i].key);
	}
}

/* ---- are they the same? ---------------------------------------------------------- */

static int digit(char c)
{
	return c <= '9' ? c - '0' : c - 'A' + 10;
}

static const char *read_path(struct arena *arena, const char *at, size_t length)
{
	struct text path = text_make(arena);
	const char *end = at + length;

	for (; at < end; at++) {
		if (*at == '%' && end - at > 2) {
			text_add_char(&path, (char)(digit(at[1]) * 16 + digit(at[2])));
			at += 2;
		} else {
			text_add_char(&path, *at);
		}
	}
	return path.bytes;
}

static const char *hash_now(struct needs *now, const char *path)
{
	const char *found = map_find(&now->hashes, path), *hash;

	if (found != NULL)
		return found;
	return put(now, path, stamps_hash(&hash, now->stamps, now->arena, path) ? hash : ABSENT);
}

bool needs_hold(const char *text, struct needs *now)
{
	while (*text != '\0') {
		size_t hash = strcspn(text, " "), path;
		const char *found;

		if (text[hash] == '\0')
			return false;
		path = strcspn(text + hash + 1, " ");
		found = hash_now(now, read_path(now->arena, text + hash + 1, path));
		if (strlen(found) != hash || memcmp(found, text, hash) != 0)
			return false;
		text += hash + 1 + path;
		text += *text == ' ';
	}
	return true;
}
