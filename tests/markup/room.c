#include "markup_test.h"

#include <string.h>

int enter_room(void **state)
{
	struct arena *arena = arena_create(&(struct arena_options){ .separate = true });
	struct room *room = arena_new(arena, struct room);

	room->arena = arena;
	room->diag = diag_make(arena);
	*state = room;
	return 0;
}

int leave_room(void **state)
{
	struct room *room = *state;

	arena_destroy(room->arena);
	return 0;
}

int enter_with_schema(void **state)
{
	struct room *room;

	enter_room(state);
	room = *state;
	return markup_schema_load(&room->schema, room->arena, SOURCE_DIR "/src/input/piano.xsd",
				  &room->diag) == STATUS_OK
		       ? 0
		       : -1;
}

/* A copy of its own size, so that the sanitizers see one byte too many. */
enum status read_bytes(struct room *room, const char *data, size_t length)
{

	char *copy = arena_alloc(room->arena, length + 1);

	memcpy(copy, data, length);
	room->diag = diag_make(room->arena);
	return markup_read(&room->root, room->arena, "p.xml", (struct bytes){ copy, length }, SPACE,
			   room->schema, &room->diag);
}

enum status read_source(struct room *room, const char *source)
{
	return read_bytes(room, source, strlen(source));
}

char *findings(struct room *room)
{
	struct text all = text_make(room->arena), line = text_make(room->arena);

	diag_sort(&room->diag);
	for (size_t i = 0; i < room->diag.count; i++) {
		text_clear(&line);
		diag_format(&line, &room->diag.entries[i]);
		text_addf(&all, "%s%s", i > 0 ? "\n" : "", line.bytes + strlen("p.xml:"));
	}
	return all.bytes;
}

void assert_finding(struct room *room, const char *source, enum status status, const char *line)
{
	assert_int_equal(read_source(room, source), status);
	assert_string_equal(findings(room), line);
}
