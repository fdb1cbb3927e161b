#include "suites.h"

#include <string.h>

#define HEAD "<modello xmlns='urn:relazione:modello:1'>"

/* Beside the template first, then among the installed ones. */
static void test_template__files_are_included(void **state)
{
	struct room *room = *state;

	room_usual_plan(room);
	room_write(room, "blocchi/a.xml",
		   HEAD "<includi file='blocchi/b.xml'/><blocco nome='a'><p>a {anno}</p></blocco>"
			"</modello>");
	room_write(room, "installati/blocchi/b.xml",
		   HEAD "<stile nome='mio' corpo='7pt'/><blocco nome='b'><p stile='mio'>b</p>"
			"</blocco></modello>");
	room_template(room, "<includi file='blocchi/a.xml'/><includi file='blocchi/b.xml'/><corpo>"
			    "<sezione><usa blocco='a'/><usa blocco='b'/></sezione></corpo>");
	assert_string_equal(room_findings(room), "");
	assert_int_equal(room_expand(room), STATUS_OK);
	assert_string_equal(room_dump(room), "  paragraph .p \"a 2022\"\n  paragraph .mio \"b\"\n");
}

static void test_template__faults_stand_at_the_included_file(void **state)
{
	struct room *room = *state;

	room_write(room, "a.xml", HEAD "\n<blocco nome='a'><p>{nulla}</p></blocco></modello>");
	assert_template_refused(
		room,
		"<includi file='a.xml'/><corpo><sezione><usa "
		"blocco='a'/></sezione></corpo>",
		"a.xml:2:21: errore: in {nulla}: «nulla» non è un campo (cercato in: "
		"piano) [campo-ignoto]\n");
}

static void test_template__no_file_outside_and_no_circle(void **state)
{
	struct room *room = *state;

	room_write(room, "a.xml", HEAD "<includi file='modello.xml'/></modello>");
	assert_template_refused(
		room,
		"<includi file='../x.xml'/>\n<includi file='/etc/passwd'/>\n<includi "
		"file='b/../../x.xml'/>\n<includi file='manca.xml'/>\n<includi "
		"file='a.xml'/>\n<includi/><corpo/>",
		arena_printf(
			room->arena,
			"modello.xml:1:42: errore: «../x.xml» sta fuori dalla cartella del "
			"modello: si includono solo file accanto al modello o fra quelli "
			"installati, senza .. [inclusione-fuori]\nmodello.xml:2:1: errore: "
			"«/etc/passwd» sta fuori dalla cartella del modello: si includono solo "
			"file accanto al modello o fra quelli installati, senza .. "
			"[inclusione-fuori]\nmodello.xml:3:1: errore: «b/../../x.xml» sta fuori "
			"dalla cartella del modello: si includono solo file accanto al modello o "
			"fra quelli installati, senza .. [inclusione-fuori]\nmodello.xml:4:1: "
			"errore: «manca.xml» non c’è né accanto al modello né fra quelli "
			"installati [file-mancante]\nmodello.xml:6:1: errore: «includi» vuole "
			"file=\"…\": il file da includere [attributo-mancante]\na.xml:1:42: "
			"errore: «%s/modello.xml» finirebbe per includere sé stesso: togliere una "
			"delle inclusioni [inclusione-circolare]\n",
			room->folder));
}

/* A link out of the folder leads nowhere: names are names of files here. */
static void test_template__installed_templates_have_names(void **state)
{
	struct room *room = *state;
	struct template_options options = { .file = "breve" };

	room_write(room, "installati/breve.xml",
		   HEAD "<corpo><sezione><p>x</p></sezione></corpo></modello>");
	options.folder = arena_printf(room->arena, "%s/installati", room->folder);
	assert_int_equal(template_read(&room->template, room->arena, &options, &room->diag),
			 STATUS_OK);
	assert_string_equal(template_name(room->template), "breve");
	assert_false(template_per_assignment(room->template));
	options.file = "non-installato";
	assert_int_not_equal(template_read(&room->template, room->arena, &options, &room->diag),
			     STATUS_OK);
	assert_null(room->template);
}

int include_suite(void)
{
	const struct CMUnitTest tests[] = {
		ROOM_TEST(test_template__files_are_included),
		ROOM_TEST(test_template__faults_stand_at_the_included_file),
		ROOM_TEST(test_template__no_file_outside_and_no_circle),
		ROOM_TEST(test_template__installed_templates_have_names),
	};

	return cmocka_run_group_tests_name("inclusions", tests, NULL, NULL);
}
