#include "suites.h"

#include "input/input.h"
#include "score/score.h"

#include <string.h>

static void read_installed(struct room *room, const char *name)
{
	struct template_options options = { .file = name, .folder = SOURCE_DIR "/templates" };
	enum status status = template_read(&room->template, room->arena, &options, &room->diag);

	assert_string_equal(room_findings(room), "");
	assert_int_equal(status, STATUS_OK);
}

static const char *whole_dump(struct room *room)
{
	struct text out = text_make(room->arena);
	enum status status = room_expand(room);

	assert_string_equal(room_findings(room), "");
	assert_int_equal(status, STATUS_OK);
	document_dump(&out, room->document);
	return out.bytes;
}

/* Nothing of a plan may be silently missing from the report. */
static void assert_nothing_is_lost(struct room *room, const char *dump)
{
	for (size_t i = 0; i < room->plan->descendants.count; i++) {
		const struct model_objective *objective = room->plan->descendants.items[i];

		assert_non_null(
			strstr(dump, arena_printf(room->arena, "#scheda-%s\n", objective->id)));
	}
	for (size_t i = 0; i < room->plan->indicators.count; i++) {
		const struct model_indicator *indicator = room->plan->indicators.items[i];

		assert_non_null(strstr(dump, indicator->name));
	}
}

static void test_template__the_report_shows_the_whole_plan(void **state)
{
	struct room *room = *state;
	const char *dump;

	room_usual_plan(room);
	read_installed(room, "relazione");
	dump = whole_dump(room);
	assert_nothing_is_lost(room, dump);
	assert_non_null(strstr(dump, "figure chart columns 'Diritto annuale'"));
	assert_non_null(strstr(dump, "figure chart columns 'Spese'"));
	assert_non_null(strstr(dump, "figure tree"));
	assert_non_null(strstr(dump, "#assegnazione-sg"));
	assert_non_null(strstr(dump, "signature 'Presidente'"));
}

static void test_template__objectives_of_any_kind_are_shown(void **state)
{
	struct room *room = *state;

	room_plan(room, "<obiettivo id='a' tipo='comune' titolo='A'/><obiettivo id='b' titolo='B'>"
			"<obiettivo id='c' tipo='azione' titolo='C'/></obiettivo>"
			"<testo id='mio' titolo='Mio'><p>Testo mio</p></testo>"
			"<testo id='altro'><p>Altro testo</p></testo>");
	read_installed(room, "relazione");
	assert_nothing_is_lost(room, whole_dump(room));
	assert_non_null(strstr(whole_dump(room), "Testo mio"));
	assert_non_null(strstr(whole_dump(room), "Altro testo"));
	read_installed(room, "piano");
	assert_nothing_is_lost(room, whole_dump(room));
	assert_non_null(strstr(whole_dump(room), "Testo mio"));
}

static void test_template__sheets_of_persons_stay_inside(void **state)
{
	struct room *room = *state;

	room_usual_plan(room);
	room->plan->edition = "pubblica";
	read_installed(room, "relazione");
	assert_null(strstr(whole_dump(room), "assegnazione-sg"));
	read_installed(room, "piano");
	assert_null(strstr(whole_dump(room), "assegnazione-sg"));
}

/* The smallest plan has neither texts nor data: no chapter stands empty. */
static void test_template__an_empty_plan_makes_a_document(void **state)
{
	struct room *room = *state;
	const char *dump;

	room_plan(room, "");
	read_installed(room, "relazione");
	dump = whole_dump(room);
	assert_null(strstr(dump, "figure chart"));
	assert_null(strstr(dump, "figure tree"));
	assert_null(strstr(dump, "Analisi del contesto"));
	assert_null(strstr(dump, "Allegato"));
	read_installed(room, "piano");
	whole_dump(room);
}

static void test_template__samples_go_through_the_defaults(void **state)
{
	static const char *const samples[] = { "minimo", "torino" };
	struct room *room = *state;

	for (size_t i = 0; i < sizeof(samples) / sizeof(*samples); i++) {
		const char *path =
			arena_printf(room->arena, SOURCE_DIR "/samples/%s/piano.xml", samples[i]);

		assert_int_equal(input_read_file(&room->plan, room->arena, path, NULL, &room->diag),
				 STATUS_OK);
		score_run(room->plan, &room->diag);
		room->diag = diag_make(room->arena);
		read_installed(room, "relazione");
		assert_nothing_is_lost(room, whole_dump(room));
	}
}

int default_suite(void)
{
	const struct CMUnitTest tests[] = {
		ROOM_TEST(test_template__the_report_shows_the_whole_plan),
		ROOM_TEST(test_template__objectives_of_any_kind_are_shown),
		ROOM_TEST(test_template__sheets_of_persons_stay_inside),
		ROOM_TEST(test_template__an_empty_plan_makes_a_document),
		ROOM_TEST(test_template__samples_go_through_the_defaults),
	};

	return cmocka_run_group_tests_name("templates of the program", tests, NULL, NULL);
}
