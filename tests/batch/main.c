/* main.c - the tests of the batch, and their room. */
#include "batch_test.h"

#include <stdlib.h>
#include <unistd.h>

int room_enter(void **state)
{
	struct arena *arena = arena_create(NULL);
	struct room *room = arena_new(arena, struct room);

	room->arena = arena;
	room->diag = diag_make(arena);
	room->dir = arena_strdup(arena, "/tmp/relazione-batch-XXXXXX");
	*state = room;
	return mkdtemp(room->dir) == NULL;
}

int room_leave(void **state)
{
	struct room *room = *state;

	folder_remove(room->arena, room->dir);
	arena_destroy(room->arena);
	return 0;
}

const char *room_file(struct room *room, const char *name, const char *text)
{
	const char *path = file_join(room->arena, room->dir, name);
	struct file_out *out;

	assert_int_equal(file_make_dirs(file_dir(room->arena, path), &room->diag), STATUS_OK);
	out = file_out_open(room->arena, path);
	file_out_puts(out, text);
	assert_int_equal(file_out_commit(out, &room->diag), STATUS_OK);
	return path;
}

int main(void)
{
	return run_list_tests() + run_journal_tests() + run_needs_tests() + run_site_tests() +
	       run_join_tests() + run_death_tests() + run_stamps_tests() + run_build_tests();
}
