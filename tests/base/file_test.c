#include "room.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void test_file__an_output_is_read_as_it_was_written(void **state)
{
	struct room *room = *state;
	char *path = in_room(room, "uscita.txt");
	struct file_out *out = file_out_open(room->arena, path);

	file_out_puts(out, "uno ");
	file_out_write(out, "due", 3);
	file_out_write(out, NULL, 0);
	assert_int_equal(file_out_length(out), 7);
	assert_false(file_exists(path));
	assert_int_equal(file_out_commit(out, &room->diag), STATUS_OK);
	assert_content(room, path, "uno due");
	file_out_abort(out); /* harmless now */
	assert_int_equal(file_out_commit(out, &room->diag), STATUS_OK);
	assert_content(room, path, "uno due");
	assert_int_equal(empty_dir(room->arena, room->dir), 1);
}

static void test_file__large_and_small_writes_keep_their_order(void **state)
{
	enum { LARGE = 200000, ROUNDS = 5 };
	struct room *room = *state;
	char *path = in_room(room, "grande");
	struct file_out *out = file_out_open(room->arena, path);
	char *large = arena_alloc(room->arena, LARGE);
	struct bytes bytes;

	memset(large, 'x', LARGE);
	for (int i = 0; i < ROUNDS; i++) {
		file_out_write(out, "ab", 2);
		file_out_write(out, large, LARGE);
	}
	assert_int_equal(file_out_commit(out, &room->diag), STATUS_OK);
	assert_int_equal(file_read(&bytes, room->arena, path, 2000000, &room->diag), STATUS_OK);
	assert_int_equal(bytes.length, ROUNDS * (LARGE + 2));
	for (int i = 0; i < ROUNDS; i++)
		assert_memory_equal(bytes.data + i * (LARGE + 2), "abx", 3);
}

static void test_file__an_old_file_stays_until_the_commit(void **state)
{
	struct room *room = *state;
	char *path = in_room(room, "uscita.txt");
	struct file_out *out;
	struct stat info;

	write_file(room, path, "vecchio");
	assert_int_equal(chmod(path, 0640), 0);
	out = file_out_open(room->arena, path);
	file_out_puts(out, "nuovo");
	assert_content(room, path, "vecchio");
	file_out_abort(out);
	assert_content(room, path, "vecchio");
	assert_int_equal(write_file(room, path, "nuovo"), STATUS_OK);
	assert_content(room, path, "nuovo");
	assert_int_equal(stat(path, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0640);
	assert_int_equal(empty_dir(room->arena, room->dir), 1);
}

static void test_file__an_arena_takes_unfinished_outputs_with_it(void **state)
{
	struct room *room = *state;
	struct arena *arena = arena_create(NULL);
	struct file_out *out = file_out_open(arena, in_room(room, "uscita.txt"));

	file_out_puts(out, "a metà");
	arena_destroy(arena);
	assert_int_equal(empty_dir(room->arena, room->dir), 0);
}

static void test_file__a_link_stays_a_link(void **state)
{
	struct room *room = *state;
	char *path = in_room(room, "vero.txt"), *link = in_room(room, "collegamento.txt");
	struct stat info;

	write_file(room, path, "vecchio");
	assert_int_equal(symlink("vero.txt", link), 0);
	assert_int_equal(write_file(room, link, "nuovo"), STATUS_OK);
	assert_int_equal(lstat(link, &info), 0);
	assert_true(S_ISLNK(info.st_mode));
	assert_content(room, path, "nuovo");
}

static void test_file__a_full_device_is_told_and_stays_a_device(void **state)
{
	struct room *room = *state;
	struct stat info;

	if (!file_exists("/dev/full"))
		skip();
	assert_int_equal(write_file(room, "/dev/full", "x"), STATUS_IO);
	assert_one_finding(room, "lo spazio su disco è esaurito");
	assert_string_equal(room->diag.entries[0].place.file, "/dev/full");
	assert_int_equal(stat("/dev/full", &info), 0);
	assert_true(S_ISCHR(info.st_mode));
}

static void test_file__the_first_failure_is_told_once(void **state)
{
	struct room *room = *state;
	struct file_out *out = file_out_open(room->arena, in_room(room, "manca/uscita.txt"));

	for (int i = 0; i < 100; i++)
		file_out_puts(out, "x");
	assert_int_equal(file_out_commit(out, &room->diag), STATUS_IO);
	assert_int_equal(file_out_commit(out, &room->diag), STATUS_IO);
	assert_one_finding(room, "non esiste");
	assert_string_equal(room->diag.entries[0].code, "scrittura");
}

static void test_file__a_folder_is_no_output(void **state)
{
	struct room *room = *state;

	assert_int_equal(write_file(room, room->dir, "x"), STATUS_IO);
	assert_one_finding(room, "è una cartella");
}

static void test_file__a_file_is_no_folder_for_an_output(void **state)
{
	struct room *room = *state;

	write_file(room, in_room(room, "f"), "x");
	assert_int_equal(write_file(room, in_room(room, "f/g"), "x"), STATUS_IO);
	assert_one_finding(room, "non è una cartella");
}

static void test_file__a_folder_that_may_not_be_written_is_told(void **state)
{
	struct room *room = *state;
	char *closed = in_room(room, "chiusa");
	enum status status;

	if (geteuid() == 0)
		skip(); /* nothing is closed to root */
	assert_int_equal(file_make_dirs(closed, &room->diag), STATUS_OK);
	assert_int_equal(chmod(closed, 0500), 0);
	status = write_file(room, file_join(room->arena, closed, "uscita.txt"), "x");
	chmod(closed, 0700);
	assert_int_equal(status, STATUS_IO);
	assert_one_finding(room, "permesso negato");
}

static void test_file__a_protected_file_is_not_replaced(void **state)
{
	struct room *room = *state;
	char *path = in_room(room, "protetto.txt");

	if (geteuid() == 0)
		skip();
	write_file(room, path, "vecchio");
	assert_int_equal(chmod(path, 0400), 0);
	assert_int_equal(write_file(room, path, "nuovo"), STATUS_IO);
	assert_one_finding(room, "permesso negato");
	assert_content(room, path, "vecchio");
}

static void test_file__the_longest_name_can_be_written(void **state)
{
	struct room *room = *state;
	char name[257];
	char *path;

	memset(name, 'n', sizeof(name));
	name[256] = '\0';
	assert_int_equal(write_file(room, in_room(room, name), "x"), STATUS_IO);
	assert_one_finding(room, "troppo lungo");
	name[255] = '\0';
	path = in_room(room, name);
	assert_int_equal(write_file(room, path, "x"), STATUS_OK);
	assert_content(room, path, "x");
}

/* Sends what is written to "-" into a file and standard output back again. */
static void test_file__a_hyphen_is_standard_output_and_input(void **state)
{
	struct room *room = *state;
	char *path = in_room(room, "canale");
	int old_in = dup(STDIN_FILENO), old_out = dup(STDOUT_FILENO);
	enum status written, read_status;
	struct bytes bytes;

	fflush(stdout);
	assert_non_null(freopen(path, "w", stdout));
	written = write_file(room, "-", "ciao");
	fflush(stdout);
	dup2(old_out, STDOUT_FILENO);
	assert_non_null(freopen(path, "r", stdin));
	read_status = file_read(&bytes, room->arena, "-", 100, &room->diag);
	dup2(old_in, STDIN_FILENO);
	close(old_in);
	close(old_out);
	assert_int_equal(written, STATUS_OK);
	assert_int_equal(read_status, STATUS_OK);
	assert_string_equal(bytes.data, "ciao");
}

static void test_file__a_limit_is_kept_to_the_byte(void **state)
{
	struct room *room = *state;
	char *path = in_room(room, "f");
	struct bytes bytes;

	write_file(room, path, "12345");
	assert_int_equal(file_read(&bytes, room->arena, path, 5, &room->diag), STATUS_OK);
	assert_string_equal(bytes.data, "12345");
	assert_int_equal(file_read(&bytes, room->arena, path, 4, &room->diag), STATUS_LIMIT);
	assert_int_equal(bytes.length, 0);
	assert_one_finding(room, "limite di 4 byte");
}

static void test_file__an_endless_file_ends_at_the_limit(void **state)
{
	struct room *room = *state;
	struct bytes bytes;

	assert_int_equal(file_read(&bytes, room->arena, "/dev/zero", 300000, &room->diag),
			 STATUS_LIMIT);
	assert_one_finding(room, "limite");
	assert_int_equal(file_read(&bytes, room->arena, "/dev/zero", 0, &room->diag), STATUS_LIMIT);
	assert_int_equal(file_read(&bytes, room->arena, "/dev/null", 0, &room->diag), STATUS_OK);
	assert_string_equal(bytes.data, "");
}

static void test_file__what_cannot_be_read_is_told(void **state)
{
	struct room *room = *state;
	struct bytes bytes;

	assert_int_equal(file_read(&bytes, room->arena, room->dir, 100, &room->diag), STATUS_DATA);
	assert_one_finding(room, "è una cartella");
	assert_string_equal(bytes.data, "");
	room->diag = diag_make(room->arena);
	assert_int_equal(file_read(&bytes, room->arena, in_room(room, "manca"), 100, &room->diag),
			 STATUS_DATA);
	assert_one_finding(room, "lettura non riuscita: il file o la cartella non esiste");
	assert_string_equal(room->diag.entries[0].code, "lettura");
}

static void test_file__folders_are_made_with_their_parents(void **state)
{
	struct room *room = *state;
	char *deep = in_room(room, "a//b/c/");

	assert_int_equal(file_make_dirs(deep, &room->diag), STATUS_OK);
	assert_int_equal(file_make_dirs(deep, &room->diag), STATUS_OK);
	assert_int_equal(file_make_dirs("", &room->diag), STATUS_OK);
	assert_int_equal(file_make_dirs("/", &room->diag), STATUS_OK);
	assert_int_equal(file_make_dirs(".", &room->diag), STATUS_OK);
	assert_true(file_exists(in_room(room, "a/b/c")));
	write_file(room, in_room(room, "f"), "x");
	assert_int_equal(file_make_dirs(in_room(room, "f/g"), &room->diag), STATUS_IO);
	assert_one_finding(room, "non è una cartella");
}

static void test_file__a_file_in_the_way_of_a_folder_is_told(void **state)
{
	struct room *room = *state;

	write_file(room, in_room(room, "f"), "x");
	assert_int_equal(file_make_dirs(in_room(room, "f"), &room->diag), STATUS_IO);
	assert_one_finding(room, "non è una cartella");
}

static void test_file__paths_are_joined_and_parted(void **state)
{
	struct arena *arena = ((struct room *)*state)->arena;

	assert_string_equal(file_join(arena, "a", "b"), "a/b");
	assert_string_equal(file_join(arena, "a/", "b"), "a/b");
	assert_string_equal(file_join(arena, "/", "b"), "/b");
	assert_string_equal(file_join(arena, "", "b"), "b");
	assert_string_equal(file_join(arena, NULL, "b"), "b");
	assert_string_equal(file_join(arena, "a", "/b"), "/b");
	assert_string_equal(file_dir(arena, "a"), "");
	assert_string_equal(file_dir(arena, ""), "");
	assert_string_equal(file_dir(arena, "/a"), "/");
	assert_string_equal(file_dir(arena, "//"), "/");
	assert_string_equal(file_dir(arena, "a/b"), "a");
	assert_string_equal(file_dir(arena, "a//b"), "a");
	assert_string_equal(file_dir(arena, "/a/b.xml"), "/a");
}

int run_file_tests(void)
{
	static const struct CMUnitTest tests[] = {
		room_test(test_file__an_output_is_read_as_it_was_written),
		room_test(test_file__large_and_small_writes_keep_their_order),
		room_test(test_file__an_old_file_stays_until_the_commit),
		room_test(test_file__an_arena_takes_unfinished_outputs_with_it),
		room_test(test_file__a_link_stays_a_link),
		room_test(test_file__a_full_device_is_told_and_stays_a_device),
		room_test(test_file__the_first_failure_is_told_once),
		room_test(test_file__a_folder_is_no_output),
		room_test(test_file__a_file_is_no_folder_for_an_output),
		room_test(test_file__a_folder_that_may_not_be_written_is_told),
		room_test(test_file__a_protected_file_is_not_replaced),
		room_test(test_file__the_longest_name_can_be_written),
		room_test(test_file__a_hyphen_is_standard_output_and_input),
		room_test(test_file__a_limit_is_kept_to_the_byte),
		room_test(test_file__an_endless_file_ends_at_the_limit),
		room_test(test_file__what_cannot_be_read_is_told),
		room_test(test_file__folders_are_made_with_their_parents),
		room_test(test_file__a_file_in_the_way_of_a_folder_is_told),
		room_test(test_file__paths_are_joined_and_parted),
	};

	return cmocka_run_group_tests_name("file", tests, NULL, NULL);
}
