/* site_test.c - checksums, entries, manifest. */
#include "batch_test.h"

#include "look.h"

/* Source: FIPS 180-4, examples. */
static void test_batch__checksum_is_sha256(void **state)
{
	struct room *room = *state;
	unsigned long long size;
	const char *hex;

	assert_string_equal(hash_bytes(room->arena, "abc", 3),
			    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	assert_true(hash_file(&hex, &size, room->arena, room_file(room, "abc", "abc")));
	assert_int_equal(size, 3);
	assert_string_equal(hex, hash_bytes(room->arena, "abc", 3));
	assert_false(hash_file(&hex, &size, room->arena, "/nowhere"));
}

static struct entry make_entry(struct entry_file *files, size_t count)
{
	return (struct entry){
		.key = "uno/2022",
		.body = "uno",
		.name = "Ente \"Uno\" & figli",
		.title = "Relazione",
		.type = "relazione",
		.year = 2022,
		.date = "2023-06-13",
		.licence = "https://creativecommons.org/licenses/by/4.0/deed.it",
		.source = "piani/uno.xml",
		.source_hash = "aa",
		.version = "1",
		.files = files,
		.file_count = count,
	};
}

static struct entry *put_entry(struct room *room)
{
	struct entry_file file = { "dati/a.csv", NULL, 0 };
	struct entry entry = make_entry(&file, 1);
	struct text text = text_make(room->arena);
	const char *path = room_file(room, "sito/uno/2022/dati/a.csv", "a\r\n");

	assert_true(hash_file(&file.hash, &file.size, room->arena, path));
	entry_write(&text, &entry);
	room_file(room, "sito/uno/2022/voce.xml", text.bytes);
	return entry_read(room->arena, file_join(room->arena, room->dir, "sito"), "uno/2022");
}

static bool is_whole(struct room *room)
{
	struct look look;
	const char *site = file_join(room->arena, room->dir, "sito");

	assert_true(look_entry(&look, room->arena, NULL, site, "uno/2022"));
	assert_int_equal(look.parts, BATCH_DATA);
	return look.whole;
}

static void test_batch__entry_comes_back_as_it_was(void **state)
{
	struct room *room = *state;
	struct entry *entry = put_entry(room);

	assert_non_null(entry);
	assert_string_equal(entry->name, "Ente \"Uno\" & figli");
	assert_null(entry->result);
	assert_int_equal(entry->file_count, 1);
	assert_int_equal(entry->files[0].size, 3);
	assert_true(is_whole(room));
	room_file(room, "sito/uno/2022/dati/a.csv", "longer\r\n");
	assert_false(is_whole(room));
}

static void test_batch__entry_of_another_place_is_none(void **state)
{
	struct room *room = *state;
	const char *site = file_join(room->arena, room->dir, "sito");

	put_entry(room);
	room_file(room, "sito/due/2022/voce.xml",
		  "<voce xmlns=\"urn:relazione:voce:1\" "
		  "chiave=\"uno/2022\"/>");
	room_file(room, "sito/tre/2022/voce.xml", "torn");
	assert_null(entry_read(room->arena, site, "due/2022"));
	assert_null(entry_read(room->arena, site, "tre/2022"));
	assert_int_equal(entries_read(room->arena, site).count, 1);
}

static void test_batch__manifest_tells_source_and_sums(void **state)
{
	struct room *room = *state;
	struct entry *entry = put_entry(room);
	struct site site = { .version = "1", .entries = { &entry, 1 } };
	struct text csv = text_make(room->arena), sums = text_make(room->arena);

	site_manifest(&csv, &sums, &site, NULL, 0);
	assert_non_null(strstr(csv.bytes, "uno/2022/dati/a.csv,"));
	assert_non_null(strstr(csv.bytes, ",3,piani/uno.xml,aa,1\r\n"));
	assert_non_null(strstr(sums.bytes, "  uno/2022/voce.xml\n"));
	assert_non_null(strstr(sums.bytes, "  manifesto.csv\n"));
}

static void test_batch__verify_refuses_paths_that_leave_the_site(void **state)
{
	struct room *room = *state;
	char line[HASH_LENGTH + 32];
	size_t files;

	memset(line, 'a', HASH_LENGTH);
	strcpy(line + HASH_LENGTH, "  ../fuori\n");
	room_file(room, "sito/SHA256SUMS", line);
	assert_int_equal(batch_verify(&files, room->arena,
				      file_join(room->arena, room->dir, "sito"), &room->diag),
			 STATUS_DATA);
	assert_string_equal(room->diag.entries[0].code, "riga");
}

static void test_batch__folder_is_replaced_in_one_step(void **state)
{
	struct room *room = *state;
	const char *old = file_join(room->arena, room->dir, "sito/a");

	room_file(room, "sito/a/vecchio", "");
	room_file(room, "nuovo/nuovo", "");
	assert_int_equal(folder_replace(room->arena, file_join(room->arena, room->dir, "nuovo"),
					old, &room->diag),
			 STATUS_OK);
	assert_int_equal(folder_files(room->arena, old).count, 1);
	assert_string_equal(folder_files(room->arena, old).items[0], "nuovo");
	assert_false(file_exists(file_join(room->arena, room->dir, "nuovo")));
}

int run_site_tests(void)
{
	const struct CMUnitTest tests[] = {
		BATCH_TEST(test_batch__checksum_is_sha256),
		BATCH_TEST(test_batch__entry_comes_back_as_it_was),
		BATCH_TEST(test_batch__entry_of_another_place_is_none),
		BATCH_TEST(test_batch__manifest_tells_source_and_sums),
		BATCH_TEST(test_batch__verify_refuses_paths_that_leave_the_site),
		BATCH_TEST(test_batch__folder_is_replaced_in_one_step),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
