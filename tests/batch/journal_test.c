/* journal_test.c - what a journal remembers, whatever happened to it. */
#include "batch_test.h"

static const struct record done = { ENDING_DONE, "uno/2022", "print", "aa logo.png", "[]", "" };
static const struct record failed = { ENDING_FAILED, "due/2022",
				      "print",       "",
				      "[{\"a\":1}]", "a.xml:3: errore\nb.xml:4: errore\n" };

static struct journal *open_journal(struct room *room)
{
	struct journal *journal;

	assert_int_equal(journal_open(&journal, room->arena, room->dir, &room->diag), STATUS_OK);
	return journal;
}

static void write_both(struct room *room)
{
	struct journal *journal = open_journal(room);

	journal_add(journal, &done);
	journal_add(journal, &failed);
	assert_int_equal(journal_flush(journal, &room->diag), STATUS_OK);
}

static const char *journal_text(struct room *room, struct bytes *bytes)
{
	const char *path = file_join(room->arena, room->dir, "giornale.tsv");

	assert_int_equal(file_read(bytes, room->arena, path, 1 << 20, &room->diag), STATUS_OK);
	return path;
}

static void test_batch__journal_remembers(void **state)
{
	struct room *room = *state;
	const struct record *record;
	struct journal *journal;

	write_both(room);
	journal = open_journal(room);
	assert_int_equal(journal_find(journal, "uno/2022")->ending, ENDING_DONE);
	assert_string_equal(journal_find(journal, "uno/2022")->needs, done.needs);
	record = journal_find(journal, "due/2022");
	assert_int_equal(record->ending, ENDING_FAILED);
	assert_string_equal(record->findings, failed.findings);
	assert_string_equal(record->lines, failed.lines);
	assert_null(journal_find(journal, "tre/2022"));
}

/* A run may die while it writes: at any byte, whole lines count and the rest doesn't. */
static void test_batch__torn_line_is_ignored_at_any_byte(void **state)
{
	struct room *room = *state;
	const char *path;
	struct bytes whole, again;
	size_t first;

	write_both(room);
	path = journal_text(room, &whole);
	first = (size_t)(strchr(whole.data, '\n') - whole.data) + 1;
	for (size_t length = first; length < whole.length; length++) {
		struct file_out *out = file_out_open(room->arena, path);
		struct journal *journal;

		file_out_write(out, whole.data, length);
		assert_int_equal(file_out_commit(out, &room->diag), STATUS_OK);
		journal = open_journal(room);
		assert_non_null(journal_find(journal, "uno/2022"));
		assert_null(journal_find(journal, "due/2022"));
		journal_add(journal, &failed);
		assert_int_equal(journal_close(journal, room->arena, &room->diag), STATUS_OK);
		journal_text(room, &again);
		assert_int_equal(again.length, whole.length);
		assert_memory_equal(again.data, whole.data, whole.length);
	}
}

static void test_batch__spoilt_line_is_ignored(void **state)
{
	struct room *room = *state;
	struct bytes bytes;
	const char *path;
	char *text;

	write_both(room);
	path = journal_text(room, &bytes);
	text = arena_strndup(room->arena, bytes.data, bytes.length);
	text[20] ^= 1;
	(void)path;
	room_file(room, "giornale.tsv", text);
	assert_null(journal_find(open_journal(room), "uno/2022"));
	assert_non_null(journal_find(open_journal(room), "due/2022"));
}

static void test_batch__what_is_forgotten_stays_forgotten(void **state)
{
	struct room *room = *state;
	struct journal *journal;

	write_both(room);
	journal = open_journal(room);
	journal_forget(journal, "uno/2022");
	assert_int_equal(journal_close(journal, room->arena, &room->diag), STATUS_OK);
	assert_null(journal_find(open_journal(room), "uno/2022"));
	assert_non_null(journal_find(open_journal(room), "due/2022"));
}

int run_journal_tests(void)
{
	const struct CMUnitTest tests[] = {
		BATCH_TEST(test_batch__journal_remembers),
		BATCH_TEST(test_batch__torn_line_is_ignored_at_any_byte),
		BATCH_TEST(test_batch__spoilt_line_is_ignored),
		BATCH_TEST(test_batch__what_is_forgotten_stays_forgotten),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
