/* join_test.c - how runs ended, and what keeps parts from being joined. */
#include "batch_test.h"

static struct summary make_summary(struct room *room, int part, int parts)
{
	const struct batch_job job = { .key = "uno/2022", .plan = "piani/\"uno\".xml" };
	const struct record failure = { .ending = ENDING_FAILED,
					.findings = "[{\"riga\":3}]",
					.lines = "uno.xml:3: no\n" };
	struct summary summary = summary_make(room->arena, "1");

	summary.part = part;
	summary.parts = parts;
	summary.count = (struct batch_progress){ .total = 2, .done = 1, .failed = 1 };
	summary_add(&summary, &job, "fallito", &failure);
	summary_add(&summary, &job, "fatto", NULL);
	return summary;
}

/* A finished site with the summary of a run; returns its path. */
static const char *put_part(struct room *room, const char *name, int part, int parts)
{
	const char *site = file_join(room->arena, room->dir, name);
	struct summary summary = make_summary(room, part, parts);

	room_file(room, file_join(room->arena, name, SITE_SUMS), "");
	assert_int_equal(file_make_dirs(work_path(room->arena, site), &room->diag), STATUS_OK);
	assert_int_equal(
		summary_write(&summary, room->arena, work_path(room->arena, site), &room->diag),
		STATUS_OK);
	return site;
}

static enum status join_into(struct room *room, const char *const *parts, size_t count,
			     const char *site)
{
	struct batch_join join = {
		.parts = parts,
		.part_count = count,
		.site = file_join(room->arena, room->dir, site),
		.version = "1",
	};
	struct batch_outcome out;
	struct job_paths none = { .site = room->dir, .fonts = room->dir };

	return batch_join(&out, &none, room->arena, &join, &room->diag);
}

/* The text of the finding for which these parts are not joined. */
static const char *refusal(struct room *room, const char *const *parts, size_t count)
{
	const char *site = file_join(room->arena, room->dir, "intero");

	assert_int_equal(join_into(room, parts, count, "intero"), STATUS_DATA);
	assert_false(file_exists(site));
	assert_false(file_exists(work_path(room->arena, site)));
	return room->diag.entries[room->diag.count - 1].text;
}

static void test_batch__summary_comes_back_as_it_was(void **state)
{
	struct room *room = *state;
	struct summary written = make_summary(room, 2, 3), read;

	assert_int_equal(summary_write(&written, room->arena, room->dir, &room->diag), STATUS_OK);
	assert_int_equal(summary_read(&read, room->arena, room->dir, &room->diag), STATUS_OK);
	assert_string_equal(read.version, "1");
	assert_int_equal(read.part, 2);
	assert_int_equal(read.parts, 3);
	assert_int_equal(read.count.total, 2);
	assert_int_equal(read.count.failed, 1);
	assert_string_equal(read.jobs.bytes, written.jobs.bytes);
	assert_string_equal(read.failures.bytes, "uno.xml:3: no\n");
}

static void test_batch__summaries_of_parts_become_one(void **state)
{
	struct room *room = *state;
	struct summary whole = summary_make(room->arena, "1"), part = make_summary(room, 1, 2);
	struct summary empty = summary_make(room->arena, "1");

	summary_join(&whole, &empty);
	summary_join(&whole, &part);
	summary_join(&whole, &empty);
	summary_join(&whole, &part);
	assert_int_equal(whole.count.total, 4);
	assert_int_equal(whole.count.failed, 2);
	assert_string_equal(whole.failures.bytes, "uno.xml:3: no\nuno.xml:3: no\n");
	assert_null(strstr(whole.jobs.bytes, ",,"));
	assert_non_null(strstr(whole.jobs.bytes, "\"rilievi\":[]},\n    {\"chiave\""));
}

static void test_batch__summary_of_an_unfinished_run_is_none(void **state)
{
	struct room *room = *state;
	struct summary summary;

	put_part(room, "a", 1, 1);
	summary_forget(room->arena, file_join(room->arena, room->dir, "a.lavoro"));
	assert_int_equal(summary_read(&summary, room->arena,
				      file_join(room->arena, room->dir, "a.lavoro"), &room->diag),
			 STATUS_DATA);
	assert_string_equal(room->diag.entries[0].code, "esito");
}

static void test_batch__spoilt_summary_is_refused(void **state)
{
	static const char *const spoilt[] = {
		"",
		"{",
		"{\n  \"versione\":\"1\",\n  \"lavori\":[",
		"{\n  \"versione\":\"1\",\n  \"lavori\":[\n  ]\n}\n",
		"{\n  \"versione\":\"1\",\n  \"parte\":3,\n  \"parti\":2,\n  \"lavori\":[\n  ]\n}\n",
	};
	struct room *room = *state;
	struct summary summary;

	for (size_t i = 0; i < sizeof spoilt / sizeof *spoilt; i++) {
		room_file(room, "esito.json", spoilt[i]);
		assert_int_equal(summary_read(&summary, room->arena, room->dir, &room->diag),
				 STATUS_DATA);
	}
}

static void test_batch__join_wants_every_part_once(void **state)
{
	struct room *room = *state;
	const char *a = put_part(room, "a", 1, 3), *b = put_part(room, "b", 2, 3);
	const char *c = put_part(room, "c", 3, 3), *again = put_part(room, "d", 2, 3);
	const char *other = put_part(room, "e", 1, 2);

	assert_non_null(
		strstr(refusal(room, (const char *[]){ c, a }, 2), "manca la parte 2 di 3"));
	assert_non_null(
		strstr(refusal(room, (const char *[]){ a, b }, 2), "manca la parte 3 di 3"));
	assert_non_null(strstr(refusal(room, (const char *[]){ a, b, again, c }, 4),
			       "è la parte 2 di 3, come"));
	assert_non_null(strstr(refusal(room, (const char *[]){ a, other }, 2), "stessa divisione"));
}

static void test_batch__join_tells_all_parts_that_are_not_finished(void **state)
{
	struct room *room = *state;
	const char *a = put_part(room, "a", 1, 3);

	refusal(room, (const char *[]){ "nulla", a, "niente" }, 3);
	assert_int_equal(room->diag.count, 2);
	assert_string_equal(room->diag.entries[0].code, "non-sito");
	assert_string_equal(room->diag.entries[1].place.file, "niente");
}

static void test_batch__join_wants_folders_apart(void **state)
{
	struct room *room = *state;
	const char *a = put_part(room, "a", 1, 1), *below = put_part(room, "intero/b", 1, 1);
	const char *intero = file_join(room->arena, room->dir, "intero");
	const char *twice[] = { a, arena_printf(room->arena, "%s/", a) };

	folder_remove(room->arena, intero);
	assert_non_null(strstr(refusal(room, twice, 2), "due volte"));
	put_part(room, "intero/b", 1, 1);
	assert_int_equal(join_into(room, &below, 1, "intero"), STATUS_DATA);
	assert_int_equal(join_into(room, &a, 1, "a/"), STATUS_DATA);
	assert_int_equal(join_into(room, &a, 1, "a/dentro"), STATUS_DATA);
	assert_int_equal(folder_files(room->arena, intero).count, 3);
	for (size_t i = 1; i < room->diag.count; i++)
		assert_string_equal(room->diag.entries[i].code, "stessa-cartella");
}

static void test_batch__join_wants_one_version(void **state)
{
	struct room *room = *state;
	const char *site = put_part(room, "a", 1, 1);
	struct summary other = summary_make(room->arena, "0.9");

	summary_write(&other, room->arena, work_path(room->arena, site), &room->diag);
	assert_non_null(strstr(refusal(room, &site, 1), "è di relazione 0.9, questa è la 1"));
}

static void test_batch__join_wants_the_same_assets(void **state)
{
	static const char sum[] =
		"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
	struct room *room = *state;
	const char *parts[] = { put_part(room, "a", 1, 2), put_part(room, "b", 2, 2) };

	room_file(room, "b/SHA256SUMS",
		  arena_printf(room->arena, "%s  risorse/bootstrap-italia.min.css\n", sum));
	assert_non_null(strstr(refusal(room, parts, 2), "«risorse/bootstrap-italia.min.css»"));
	room_file(room, "a/SHA256SUMS",
		  arena_printf(room->arena, "%s  risorse/bootstrap-italia.min.css\n", sum));
	assert_non_null(strstr(refusal(room, parts, 2), "non è quello"));
}

/* Lists of checksums that name other places lead nowhere. */
static void test_batch__join_stays_in_its_folders(void **state)
{
	static const char *const keys[] = { "../b", "a/../b", "a/.b", "/a/b", "a" };
	static const char voce[] = "<voce xmlns=\"urn:relazione:voce:1\" chiave=\"%s\"/>";
	struct room *room = *state;
	const char *part = put_part(room, "a", 1, 1);

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		char *entry = arena_printf(room->arena, voce, keys[i]);
		const char *hash = hash_bytes(room->arena, entry, strlen(entry));

		room_file(room,
			  file_join(room->arena, "a",
				    arena_printf(room->arena, "./%s/voce.xml", keys[i])),
			  entry);
		room_file(room, "a/SHA256SUMS",
			  arena_printf(room->arena, "%s  %s/voce.xml\n", hash, keys[i]));
		join_into(room, &part, 1, "intero");
		assert_int_equal(
			entries_read(room->arena, file_join(room->arena, room->dir, "intero"))
				.count,
			0);
	}
}

int run_join_tests(void)
{
	const struct CMUnitTest tests[] = {
		BATCH_TEST(test_batch__summary_comes_back_as_it_was),
		BATCH_TEST(test_batch__summaries_of_parts_become_one),
		BATCH_TEST(test_batch__summary_of_an_unfinished_run_is_none),
		BATCH_TEST(test_batch__spoilt_summary_is_refused),
		BATCH_TEST(test_batch__join_wants_every_part_once),
		BATCH_TEST(test_batch__join_wants_folders_apart),
		BATCH_TEST(test_batch__join_wants_one_version),
		BATCH_TEST(test_batch__join_wants_the_same_assets),
		BATCH_TEST(test_batch__join_stays_in_its_folders),
		BATCH_TEST(test_batch__join_tells_all_parts_that_are_not_finished),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
