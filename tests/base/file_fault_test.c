/* file_fault_test.c - what the machine rarely does: calls of the system that
 * file_out.c makes are led here by the linker (--wrap) and fail on demand. */
#include "room.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct {
	bool no_descriptors; /* /proc is not there                */
	bool short_writes;   /* one byte at a time, interrupted   */
	bool close_fails;
	bool rename_fails;
} faults;

int __real_access(const char *path, int mode);
int __real_close(int fd);
int __real_rename(const char *from, const char *to);
ssize_t __real_write(int fd, const void *data, size_t length);
int __wrap_access(const char *path, int mode);
int __wrap_close(int fd);
int __wrap_rename(const char *from, const char *to);
ssize_t __wrap_write(int fd, const void *data, size_t length);

int __wrap_access(const char *path, int mode)
{
	if (faults.no_descriptors && strcmp(path, "/proc/self/fd") == 0) {
		errno = ENOENT;
		return -1;
	}
	return __real_access(path, mode);
}

int __wrap_close(int fd)
{
	int result = __real_close(fd);

	if (!faults.close_fails)
		return result;
	errno = EIO;
	return -1;
}

int __wrap_rename(const char *from, const char *to)
{
	if (!faults.rename_fails)
		return __real_rename(from, to);
	errno = EBUSY;
	return -1;
}

ssize_t __wrap_write(int fd, const void *data, size_t length)
{
	static int calls;

	if (!faults.short_writes)
		return __real_write(fd, data, length);
	if (++calls % 3 == 0) {
		errno = EINTR;
		return -1;
	}
	return __real_write(fd, data, 1);
}

static int leave_with_faults_mended(void **state)
{
	memset(&faults, 0, sizeof(faults));
	return leave_room(state);
}

static void test_file__without_unnamed_files_a_named_one_serves(void **state)
{
	struct room *room = *state;
	char *path = in_room(room, "uscita.txt");

	faults.no_descriptors = true;
	assert_int_equal(write_file(room, path, "vecchio"), STATUS_OK);
	assert_int_equal(write_file(room, path, "nuovo"), STATUS_OK);
	assert_content(room, path, "nuovo");
	assert_int_equal(empty_dir(room->arena, room->dir), 1);
}

static void test_file__a_named_temporary_never_stays_behind(void **state)
{
	struct room *room = *state;
	struct arena *arena = arena_create(NULL);

	faults.no_descriptors = true;
	file_out_puts(file_out_open(arena, in_room(room, "a")), "a metà");
	file_out_abort(file_out_open(arena, in_room(room, "b")));
	arena_destroy(arena);
	assert_int_equal(empty_dir(room->arena, room->dir), 0);
}

static void test_file__names_already_taken_are_passed_over(void **state)
{
	struct room *room = *state;
	struct file_out *first, *second;

	faults.no_descriptors = true;
	first = file_out_open(room->arena, in_room(room, "a"));
	second = file_out_open(room->arena, in_room(room, "b"));
	file_out_puts(first, "uno");
	file_out_puts(second, "due");
	assert_int_equal(file_out_commit(second, &room->diag), STATUS_OK);
	assert_int_equal(file_out_commit(first, &room->diag), STATUS_OK);
	assert_content(room, in_room(room, "a"), "uno");
	assert_content(room, in_room(room, "b"), "due");
}

static void test_file__short_and_interrupted_writes_are_taken_up_again(void **state)
{
	struct room *room = *state;
	char *path = in_room(room, "uscita.txt");

	faults.short_writes = true;
	assert_int_equal(write_file(room, path, "una riga intera"), STATUS_OK);
	faults.short_writes = false;
	assert_content(room, path, "una riga intera");
}

static void assert_old_file_stays(struct room *room, const char *finding)
{
	char *path = in_room(room, "uscita.txt");
	enum status status = write_file(room, path, "nuovo");

	memset(&faults, 0, sizeof(faults));
	assert_int_equal(status, STATUS_IO);
	assert_one_finding(room, finding);
	assert_content(room, path, "vecchio");
	assert_int_equal(empty_dir(room->arena, room->dir), 1);
}

static void test_file__a_failed_close_leaves_the_old_file(void **state)
{
	struct room *room = *state;

	write_file(room, in_room(room, "uscita.txt"), "vecchio");
	faults.close_fails = true;
	assert_old_file_stays(room, "il dispositivo segnala un guasto");
}

static void test_file__a_failed_rename_leaves_the_old_file(void **state)
{
	struct room *room = *state;

	write_file(room, in_room(room, "uscita.txt"), "vecchio");
	faults.rename_fails = true;
	assert_old_file_stays(room, "il file è in uso");
}

#define fault_test(function)                                                                       \
	cmocka_unit_test_setup_teardown(function, enter_room, leave_with_faults_mended)

int run_file_fault_tests(void)
{
	static const struct CMUnitTest tests[] = {
		fault_test(test_file__without_unnamed_files_a_named_one_serves),
		fault_test(test_file__a_named_temporary_never_stays_behind),
		fault_test(test_file__names_already_taken_are_passed_over),
		fault_test(test_file__short_and_interrupted_writes_are_taken_up_again),
		fault_test(test_file__a_failed_close_leaves_the_old_file),
		fault_test(test_file__a_failed_rename_leaves_the_old_file),
	};

	return cmocka_run_group_tests_name("file, with faults", tests, NULL, NULL);
}
