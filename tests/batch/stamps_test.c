/* stamps_test.c - files that need not be read again. */
#define _GNU_SOURCE /* st_ctim */
#include "batch_test.h"

#include "stamps.h"

#include <unistd.h>

/* Notes a file as if it had been changed long ago. */
static struct stat noted(struct room *room, struct stamps *stamps, const char *path)
{
	struct stat seen;

	assert_int_equal(stat(path, &seen), 0);
	seen.st_ctim.tv_sec -= 60;
	stamps_note(stamps, path, &seen, "aa", "che cosa");
	assert_int_equal(stamps_write(stamps, &room->diag), STATUS_OK);
	return seen;
}

static void test_batch__file_changed_just_now_is_read_again(void **state)
{
	struct room *room = *state;
	struct stamps *stamps = stamps_open(room->arena, room->dir);
	const char *path = room_file(room, "a.xml", "abc"), *hex;

	assert_true(stamps_hash(&hex, stamps, room->arena, path));
	assert_string_equal(hex, hash_bytes(room->arena, "abc", 3));
	assert_null(stamps_find(stamps, path));
}

static void test_batch__stamp_of_another_change_is_none(void **state)
{
	struct room *room = *state;
	const char *path = room_file(room, "a.xml", "abc");

	noted(room, stamps_open(room->arena, room->dir), path);
	assert_null(stamps_find(stamps_open(room->arena, room->dir), path));
	assert_null(stamps_find(NULL, path));
}

/* A file that has not changed for a while; what is found in it may be noted again. */
static void test_batch__untouched_file_is_remembered(void **state)
{
	struct room *room = *state;
	struct stamps *stamps = stamps_open(room->arena, room->dir);
	struct stat seen;
	const char *path = "/etc/passwd", *hex;

	if (stat(path, &seen) != 0 || !stamps_hash(&hex, stamps, room->arena, path))
		skip();
	stamps_note(stamps, path, &seen, hex, "che cosa");
	assert_int_equal(stamps_write(stamps, &room->diag), STATUS_OK);
	stamps = stamps_open(room->arena, room->dir);
	assert_non_null(stamps_find(stamps, path));
	assert_string_equal(stamps_find(stamps, path)->hash, hex);
	assert_string_equal(stamps_find(stamps, path)->about, "che cosa");
}

static void test_batch__spoilt_stamps_are_none(void **state)
{
	struct room *room = *state;
	struct stamps *stamps = stamps_open(room->arena, room->dir);
	struct bytes bytes;
	struct stat seen;
	char *text;

	if (stat("/etc/passwd", &seen) != 0)
		skip();
	stamps_note(stamps, "/etc/passwd", &seen, "aa", "");
	assert_int_equal(stamps_write(stamps, &room->diag), STATUS_OK);
	assert_int_equal(file_read(&bytes, room->arena,
				   file_join(room->arena, room->dir, STAMPS_FILE), 1 << 20,
				   &room->diag),
			 STATUS_OK);
	text = arena_strndup(room->arena, bytes.data, bytes.length);
	text[bytes.length - 2] ^= 1;
	room_file(room, STAMPS_FILE, text);
	assert_null(stamps_find(stamps_open(room->arena, room->dir), "/etc/passwd"));
}

int run_stamps_tests(void)
{
	const struct CMUnitTest tests[] = {
		BATCH_TEST(test_batch__file_changed_just_now_is_read_again),
		BATCH_TEST(test_batch__stamp_of_another_change_is_none),
		BATCH_TEST(test_batch__untouched_file_is_remembered),
		BATCH_TEST(test_batch__spoilt_stamps_are_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
