#include "type_test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ROOM 32

/* The word with | where it may be hyphenated. */
static const char *divided(struct fixture *f, const char *word, const char *language)
{
	static char out[512];
	uint16_t places[ROOM];
	size_t count = type_hyphenate(f->library, word, strlen(word), language, places, ROOM);
	size_t at = 0, next = 0;

	for (size_t i = 0; word[i] != '\0'; i++) {
		if (next < count && places[next] == i) {
			out[at++] = '|';
			next++;
		}
		out[at++] = word[i];
	}
	out[at] = '\0';
	assert_int_equal(next, count); /* increasing, and inside the word */
	return out;
}

static void check(struct fixture *f, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char plain[128];
		size_t length = 0;

		for (const char *at = words[i]; *at != '\0'; at++) {
			if (*at != '|')
				plain[length++] = *at;
		}
		plain[length] = '\0';
		assert_string_equal(divided(f, plain, "it-IT"), words[i]);
	}
}

#define CHECK(f, words) check(f, words, sizeof(words) / sizeof(*(words)))

/* UNI 6461; at least two letters before and three after. */
static void test_hyphen__italian_words(void **state)
{
	static const char *const words[] = {
		"tra|spa|renza", "am|mi|ni|stra|zione",
		"ca|rota",       "ri|schio",
		"co|sid|detto",  "at|ti|vità",
		"per|ché",       "obiet|tivo",
		"qua|lità",      "ac|qua",
		"astro", /* a-stro would leave one letter */
		"idea",          "più",
		"Tra|spa|renza",
	};

	CHECK(*state, words);
}

/* Never just after the apostrophe, whichever is written. */
static void test_hyphen__elided_words_divide_inside(void **state)
{
	static const char *const words[] = {
		"del|l'al|tro",
		"del|l’al|tro",
		"un’am|mi|ni|stra|zione",
		"un'am|mi|ni|stra|zione",
		"nel|l'anno",
		"al|l’at|ti|vità",
		"que|st'ul|timo",
		"Del|l'Am|mi|ni|stra|zione",
		"l'azienda", /* l'a-zienda would leave one letter */
		"c'è",
		"po'",
	};

	CHECK(*state, words);
}

static void test_hyphen__signs_around_a_word_do_not_matter(void **state)
{
	static const char *const words[] = {
		"«tra|spa|renza»,",
		"(del|l’uf|fi|cio)",
		"tec|nico-am|mi|ni|stra|tivo",
		"tra|spa|renza.",
	};

	CHECK(*state, words);
}

static void test_hyphen__codes_and_addresses_are_left_alone(void **state)
{
	static const char *const words[] = {
		"trasparenza2",
		"kpi6.1",
		"ANAC",
		"CONSIP",
		"www.trasparenza.it",
		"e/o",
		"a_b",
		"trasparenza@comune.it",
		"amministrazione/trasparenza",
		"AM|MI|NI|STRA|ZIONE", /* too long for an acronym: a heading */
	};

	CHECK(*state, words);
}

static void test_hyphen__other_languages_are_left_alone(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(divided(f, "trasparenza", "en"), "trasparenza");
	assert_string_equal(divided(f, "trasparenza", "ita"), "trasparenza");
	assert_string_equal(divided(f, "trasparenza", "it"), "tra|spa|renza");
	assert_string_equal(divided(f, "trasparenza", NULL), "tra|spa|renza");
	assert_string_equal(divided(f, "trasparenza", ""), "tra|spa|renza");
}

static void test_hyphen__soft_hyphens_are_the_places(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(divided(f,
				    "perfor\xC2\xAD"
				    "mance",
				    "it"),
			    "perfor\xC2\xAD|mance");
	assert_string_equal(divided(f,
				    "KPI\xC2\xAD"
				    "2022",
				    "en"),
			    "KPI\xC2\xAD|2022");
	assert_string_equal(divided(f, "fine\xC2\xAD", "it"), "fine\xC2\xAD");
}

static void test_hyphen__no_more_places_than_room(void **state)
{
	struct fixture *f = *state;
	uint16_t places[2] = { 0, 77 };

	assert_int_equal(type_hyphenate(f->library, "amministrazione", 15, "it", places, 1), 1);
	assert_int_equal(places[0], 2);
	assert_int_equal(places[1], 77);
	assert_int_equal(type_hyphenate(f->library, "amministrazione", 15, "it", NULL, 0), 0);
}

static void test_hyphen__any_bytes_will_do(void **state)
{
	struct fixture *f = *state;
	static char word[TYPE_RUN_BYTES_MAX + 1];
	uint16_t places[ROOM];

	assert_string_equal(divided(f, "\xFFtrasparenza\xE2\x82", "it"),
			    "\xFFtra|spa|renza\xE2\x82");
	assert_string_equal(divided(f, "''''", "it"), "''''");
	assert_string_equal(divided(f, "tra\xCC\x81spare\xCC\x81nza", "it"),
			    divided(f, "tra\xCC\x81spare\xCC\x81nza", "it"));
	assert_int_equal(type_hyphenate(f->library, "", 0, "it", places, ROOM), 0);
	memset(word, 'a', sizeof(word));
	assert_int_equal(type_hyphenate(f->library, word, sizeof(word), "it", places, ROOM), 0);
	assert_int_equal(type_hyphenate(f->library, word, sizeof(word) - 1, "it", places, ROOM), 0);
	for (size_t i = 0; i < sizeof(word); i++)
		word[i] = "trasparenza "[i % 12];
	assert_int_equal(type_hyphenate(f->library, word, sizeof(word) - 1, "it", places, ROOM),
			 ROOM);
}

/* The patterns may come in Latin-1, as older ones do. */
static void test_hyphen__latin_1_patterns(void **state)
{
	char path[] = "/tmp/type-test-XXXXXX";
	int fd = mkstemp(path);
	FILE *file = fdopen(fd, "wb");
	struct arena *arena = arena_create(NULL);
	struct type_library *library;
	uint16_t places[ROOM];

	(void)state;
	assert_non_null(file);
	fputs("ISO8859-1\n\xE0"
	      "1t\n",
	      file);
	fclose(file);
	library = type_library_fake(arena, path);
	unlink(path);
	assert_int_equal(type_hyphenate(library, "n\xC3\xA0tura", 7, "it", places, ROOM), 1);
	assert_int_equal(places[0], 3);
	arena_destroy(arena);
}

int run_hyphen_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_hyphen__italian_words),
		cmocka_unit_test(test_hyphen__elided_words_divide_inside),
		cmocka_unit_test(test_hyphen__signs_around_a_word_do_not_matter),
		cmocka_unit_test(test_hyphen__codes_and_addresses_are_left_alone),
		cmocka_unit_test(test_hyphen__other_languages_are_left_alone),
		cmocka_unit_test(test_hyphen__soft_hyphens_are_the_places),
		cmocka_unit_test(test_hyphen__no_more_places_than_room),
		cmocka_unit_test(test_hyphen__any_bytes_will_do),
		cmocka_unit_test(test_hyphen__latin_1_patterns),
	};

	return cmocka_run_group_tests_name("hyphen", tests, open_library, close_library);
}
