#include "room.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int enter_room(void **state)
{
	struct arena *arena = arena_create(&(struct arena_options){ .separate = true });
	const char *base = getenv("TMPDIR");
	struct room *room = arena_new(arena, struct room);

	room->arena = arena;
	room->diag = diag_make(arena);
	room->dir = file_join(arena, base != NULL ? base : "/tmp", "relazione-base-XXXXXX");
	*state = room;
	return mkdtemp(room->dir) == NULL;
}

int empty_dir(struct arena *arena, const char *path)
{
	DIR *dir = opendir(path);
	struct dirent *entry;
	int count = 0;

	while ((entry = readdir(dir)) != NULL) {
		char *name = file_join(arena, path, entry->d_name);

		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		if (unlink(name) != 0) {
			empty_dir(arena, name);
			rmdir(name);
		}
		count++;
	}
	closedir(dir);
	return count;
}

int leave_room(void **state)
{
	struct room *room = *state;

	empty_dir(room->arena, room->dir);
	rmdir(room->dir);
	arena_destroy(room->arena);
	return 0;
}

char *in_room(struct room *room, const char *name)
{
	return file_join(room->arena, room->dir, name);
}

enum status write_file(struct room *room, const char *path, const char *content)
{
	struct file_out *out = file_out_open(room->arena, path);

	file_out_puts(out, content);
	return file_out_commit(out, &room->diag);
}

void assert_content(struct room *room, const char *path, const char *content)
{
	struct bytes bytes;

	assert_int_equal(file_read(&bytes, room->arena, path, 1000000, &room->diag), STATUS_OK);
	assert_int_equal(bytes.length, strlen(content));
	assert_string_equal(bytes.data, content);
}

void assert_one_finding(const struct room *room, const char *part)
{
	assert_int_equal(room->diag.count, 1);
	assert_non_null(strstr(room->diag.entries[0].text, part));
}
