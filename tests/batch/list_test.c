/* list_test.c - lists read, keys given, shares dealt. */
#include "batch_test.h"

#include <sys/stat.h>

static struct batch_list read_list(struct room *room, const char *text)
{
	struct batch_list list;

	assert_int_equal(list_read(&list, room->arena, room_file(room, "elenco", text),
				   file_join(room->arena, room->dir, "sito"), &room->diag),
			 STATUS_OK);
	return list;
}

static struct batch_list read_folder(struct room *room, const char *name)
{
	struct batch_list list;
	const char *site = file_join(room->arena, room->dir, "piani/sito");

	assert_int_equal(list_read(&list, room->arena, file_join(room->arena, room->dir, name),
				   site, &room->diag),
			 STATUS_OK);
	(void)list_settle(&list, room->arena, &room->diag);
	return list;
}

static void refused(struct room *room, const char *text, const char *code, int line)
{
	struct batch_list list;

	assert_int_equal(list_read(&list, room->arena, room_file(room, "elenco", text),
				   file_join(room->arena, room->dir, "sito"), &room->diag),
			 STATUS_DATA);
	assert_true(room->diag.count > 0);
	assert_string_equal(room->diag.entries[room->diag.count - 1].code, code);
	assert_int_equal(room->diag.entries[room->diag.count - 1].place.line, line);
}

/* One row fails and the next does not. */
static void faulty(struct room *room, const char *text, const char *code, int line)
{
	struct batch_list list = read_list(room, text);

	assert_int_equal(list.count, 2);
	assert_string_equal(list.jobs[0].fault_code, code);
	assert_int_equal(list.jobs[0].place.line, line);
	assert_null(list.jobs[1].fault);
}

static void test_batch__csv_columns_come_in_any_order(void **state)
{
	struct room *room = *state;
	struct batch_list list = read_list(room, "modello,anno,piano,ente\r\n"
						 ",2022,a.xml,uno\r\n"
						 "\r\n"
						 "x.xml,2023,\"b \"\"2\"\".xml\",due");

	assert_int_equal(list.count, 2);
	assert_string_equal(list.jobs[0].body, "uno");
	assert_int_equal(list.jobs[0].year, 2022);
	assert_null(list.jobs[0].template);
	assert_int_equal(list.jobs[0].place.line, 2);
	assert_string_equal(list.jobs[1].source, "b \"2\".xml");
	assert_string_equal(list.jobs[1].template, "x.xml");
	assert_int_equal(list.jobs[1].place.line, 4);
}

static void test_batch__csv_of_a_spreadsheet_is_read(void **state)
{
	struct batch_list list = read_list(*state, "\xEF\xBB\xBF"
						   "ente;piano\nC.C.I.A.A. di Forlì;a.xml\n");

	assert_int_equal(list.count, 1);
	assert_string_equal(list.jobs[0].body, "C.C.I.A.A. di Forlì");
}

static void test_batch__faults_of_a_csv_name_their_line(void **state)
{
	refused(*state, "ente,pianta\na,b\n", "elenco-colonna", 1);
	refused(*state, "ente,anno\na,2022\n", "elenco-colonna", 1);
	refused(*state, "piano\n\"a.xml\n", "elenco-virgolette", 3);
	refused(*state, "piano\n\"a.xml\"b\n", "elenco-virgolette", 2);
	refused(*state, "piano,Piano\na,b\n", "elenco-colonna", 1);
	refused(*state, "piano\nForl\xEC.xml\n", "elenco-codifica", 0);
	refused(*state, "\xFF\xFEp", "elenco-codifica", 0);
}

static void test_batch__faulty_row_fails_alone(void **state)
{
	faulty(*state, "piano,anno\na.xml,22\nb.xml,\n", "elenco-anno", 2);
	faulty(*state, "piano,anno\na.xml,+202\nb.xml,\n", "elenco-anno", 2);
	faulty(*state, "piano,anno\n,2022\nb.xml,\n", "elenco-piano", 2);
	faulty(*state, "piano\na,b.xml\nb.xml\n", "elenco-celle", 2);
}

static struct batch_job settled(struct room *room, const char *row)
{
	struct batch_list list;

	room_file(room, "a.xml", "<piano anno=\"2022\"><ente codice=\"uno\"/></piano>");
	list = read_list(room, arena_printf(room->arena, "ente,anno,piano\n%s\n", row));
	assert_int_equal(list_settle(&list, room->arena, &room->diag), STATUS_OK);
	return list.jobs[0];
}

/* Another body is a name given on purpose; another year is a slip. */
static void test_batch__year_of_list_and_plan_must_agree(void **state)
{
	struct batch_job job = settled(*state, "due,2022,a.xml");

	assert_null(job.fault);
	assert_string_equal(job.key, "due/2022");
	job = settled(*state, "uno,2019,a.xml");
	assert_string_equal(job.fault_code, "anno-diverso");
	assert_non_null(strstr(job.fault, "2019"));
	assert_non_null(strstr(job.fault, "2022"));
}

static void test_batch__names_of_the_site_are_no_bodies(void **state)
{
	struct room *room = *state;

	for (const char *const *name = site_names; *name != NULL; name++)
		assert_string_equal(
			settled(room, arena_printf(room->arena, "%s,,a.xml", *name)).fault_code,
			"ente-riservato");
	assert_string_equal(settled(room, "sha256sums,,a.xml").fault_code, "ente-riservato");
}

/* The site doesn't tell where a plan stands on this machine. */
static void test_batch__source_is_no_path_of_the_machine(void **state)
{
	struct room *room = *state;
	const char *dir = file_join(room->arena, room->dir, "elenchi");
	const char *inside = room_file(room, "elenchi/piani/a.xml", "");
	const char *outside = room_file(room, "altrove/b.xml", "");

	assert_string_equal(list_source(room->arena, dir, "piani/a.xml"), "piani/a.xml");
	assert_string_equal(list_source(room->arena, dir, "./piani/a.xml"), "piani/a.xml");
	assert_string_equal(list_source(room->arena, dir, inside), "piani/a.xml");
	assert_string_equal(list_source(room->arena, dir, outside), "b.xml");
	assert_string_equal(list_source(room->arena, dir, "../altrove/b.xml"), "b.xml");
	assert_string_equal(list_source(room->arena, dir, "/nowhere/c.xml"), "c.xml");
	assert_string_equal(list_source(room->arena, dir, "piani/../piani/a.xml"), "piani/a.xml");
}

static void test_batch__xml_list_is_read(void **state)
{
	struct batch_list list = read_list(
		*state, "<?xml version=\"1.0\"?>\n<elenco xmlns=\"urn:relazione:elenco:1\">\n"
			"<piano file=\"a.xml\" ente=\"uno\" anno=\"2022\"/>\n</elenco>");

	assert_int_equal(list.count, 1);
	assert_string_equal(list.jobs[0].body, "uno");
	assert_int_equal(list.jobs[0].place.line, 3);
	refused(*state, "<elenco xmlns=\"urn:relazione:elenco:1\">\n<altro/></elenco>",
		"elenco-elemento", 2);
	refused(*state, "<elenco xmlns=\"urn:relazione:elenco:1\">\na.xml</elenco>",
		"elenco-elemento", 1);
	faulty(*state,
	       "<elenco xmlns=\"urn:relazione:elenco:1\">\n<piano fil=\"a\"/>"
	       "<piano file=\"b\"/></elenco>",
	       "elenco-attributo", 2);
	faulty(*state,
	       "<elenco xmlns=\"urn:relazione:elenco:1\">\n<piano file=\"a\">b.xml</piano>"
	       "<piano file=\"b\"> </piano></elenco>",
	       "elenco-contenuto", 2);
}

static void test_batch__folder_gives_its_plans_sorted(void **state)
{
	struct room *room = *state;
	struct batch_list list;

	room_file(room, "piani/b/z.xml", "<piano xmlns=\"urn:relazione:piano:1\"/>");
	room_file(room, "piani/a.xml", "non è XML");
	room_file(room, "piani/m.xml", "<modello xmlns=\"urn:relazione:modello:1\"/>");
	room_file(room, "piani/note.txt", "");
	list = read_folder(room, "piani");
	assert_int_equal(list.count, 2);
	assert_string_equal(list.jobs[0].source, "a.xml");
	assert_string_equal(list.jobs[1].source, "b/z.xml");
}

/* What a run has published is not published again as a plan. */
static void test_batch__sites_in_the_folder_are_passed_over(void **state)
{
	struct room *room = *state;
	const char *plan = "<piano xmlns=\"urn:relazione:piano:1\"/>";
	struct batch_list list;

	room_file(room, "piani/a.xml", plan);
	room_file(room, "piani/sito/uno/2022/piano.xml", plan);
	room_file(room, "piani/sito.lavoro/in-corso/1/piano.xml", plan);
	room_file(room, "piani/altro/SHA256SUMS", "");
	room_file(room, "piani/altro/uno/2022/piano.xml", plan);
	room_file(room, "piani/copia/voce.xml", "");
	room_file(room, "piani/copia/piano.xml", plan);
	list = read_folder(room, "piani");
	assert_int_equal(list.count, 1);
	assert_string_equal(list.jobs[0].source, "a.xml");
}

static void test_batch__plans_inside_the_site_are_refused(void **state)
{
	struct room *room = *state;
	struct batch_list list;

	room_file(room, "sito/piani/a.xml", "");
	assert_int_equal(list_read(&list, room->arena,
				   file_join(room->arena, room->dir, "sito/piani"),
				   file_join(room->arena, room->dir, "sito"), &room->diag),
			 STATUS_DATA);
	assert_string_equal(room->diag.entries[0].code, "piani-nel-sito");
}

static void test_batch__nothing_to_publish_is_said(void **state)
{
	struct room *room = *state;
	struct batch_list list = read_list(room, "piano\n");

	assert_int_equal(list_settle(&list, room->arena, &room->diag), STATUS_DATA);
	assert_string_equal(room->diag.entries[0].code, "elenco-vuoto");
}

/* Nobody would ever write to it. */
static void test_batch__pipe_is_no_plan(void **state)
{
	struct room *room = *state;
	struct batch_list list;

	assert_int_equal(mkfifo(file_join(room->arena, room->dir, "a.xml"), 0600), 0);
	list = read_folder(room, "");
	assert_int_equal(list.count, 1);
	assert_string_equal(list.jobs[0].fault_code, "non-file");
}

static void test_batch__cells_of_a_spreadsheet_may_be_empty_at_the_end(void **state)
{
	struct batch_list list = read_list(*state, "Piano;Anno;;\na.xml;2022;;\n;;;\n");

	assert_int_equal(list.count, 1);
	assert_int_equal(list.jobs[0].year, 2022);
}

/* Names of the plan become names of folders: they never lead elsewhere. */
static void test_batch__folder_names_stay_in_the_site(void **state)
{
	struct room *room = *state;

	assert_string_equal(list_folder_name(room->arena, "../../etc"), "_.-..-etc");
	assert_string_equal(list_folder_name(room->arena, ".."), "_.");
	assert_string_equal(list_folder_name(room->arena, "-rf"), "_rf");
	assert_string_equal(list_folder_name(room->arena, "=1+1"), "_1-1");
	assert_string_equal(list_folder_name(room->arena, "Forlì Cesena"), "Forli-Cesena");
	assert_string_equal(list_folder_name(room->arena, ""), "ente");
	assert_true(strlen(list_folder_name(room->arena, arena_printf(room->arena, "%0300d", 1))) <=
		    100);
}

static void test_batch__key_is_found_without_reading_the_plan(void **state)
{
	struct room *room = *state;
	struct list_scan scan = list_scan(
		room->arena, "<?xml?><!-- <piano anno='1999'> --><p:piano tipo=\">\" "
			     "anno = '2022' ><documento/><p:ente sito=\"x\" codice=\"uno\"/>");

	assert_int_equal(scan.year, 2022);
	assert_string_equal(scan.body, "uno");
	assert_null(list_scan(room->arena, "<altro anno=\"2022\"><ente codice=\"x\"/>").body);
	assert_null(list_scan(room->arena, "<piano anno=\"2022").body);
	assert_null(list_scan(room->arena, "<!-- ").body);
	assert_null(list_scan(room->arena, "<piano><ente codice").body);
}

static void test_batch__key_is_what_the_plan_means(void **state)
{
	struct room *room = *state;

	assert_string_equal(
		list_scan(room->arena, "<piano><ente codice='Rossi &amp; C &quot;&#xE8;&#233;'/>")
			.body,
		"Rossi & C \"èé");
	assert_string_equal(
		list_scan(room->arena, "<piano><ente codice='a&b;&#;&#99999999;&'/>").body,
		"a&b;&#;&#99999999;&");
}

static void test_batch__same_body_and_year_are_both_named(void **state)
{
	struct room *room = *state;
	struct batch_list list;
	const char *a =
		room_file(room, "a.xml", "<piano anno=\"2022\"><ente codice=\"uno\"/></piano>");
	const char *b =
		room_file(room, "b.xml", "<piano anno=\"2022\"><ente codice=\"UNO\"/></piano>");

	list = read_folder(room, "");
	assert_int_equal(list.count, 2);
	assert_non_null(strstr(list.jobs[0].fault, b));
	assert_non_null(strstr(list.jobs[1].fault, a));
}

/* The share of a key is the same for ever: other machines count on it. */
static void test_batch__shares_are_stable_and_complete(void **state)
{
	struct room *room = *state;
	int counts[4] = { 0 };

	assert_int_equal(list_share("ente-1/2022", 1), 1);
	for (int i = 0; i < 1000; i++) {
		int share = list_share(arena_printf(room->arena, "ente-%d/2022", i), 4);

		assert_in_range(share, 1, 4);
		counts[share - 1]++;
	}
	for (int i = 0; i < 4; i++)
		assert_in_range(counts[i], 200, 300);
}

int run_list_tests(void)
{
	const struct CMUnitTest tests[] = {
		BATCH_TEST(test_batch__csv_columns_come_in_any_order),
		BATCH_TEST(test_batch__csv_of_a_spreadsheet_is_read),
		BATCH_TEST(test_batch__faults_of_a_csv_name_their_line),
		BATCH_TEST(test_batch__faulty_row_fails_alone),
		BATCH_TEST(test_batch__year_of_list_and_plan_must_agree),
		BATCH_TEST(test_batch__names_of_the_site_are_no_bodies),
		BATCH_TEST(test_batch__source_is_no_path_of_the_machine),
		BATCH_TEST(test_batch__xml_list_is_read),
		BATCH_TEST(test_batch__folder_gives_its_plans_sorted),
		BATCH_TEST(test_batch__sites_in_the_folder_are_passed_over),
		BATCH_TEST(test_batch__plans_inside_the_site_are_refused),
		BATCH_TEST(test_batch__nothing_to_publish_is_said),
		BATCH_TEST(test_batch__pipe_is_no_plan),
		BATCH_TEST(test_batch__cells_of_a_spreadsheet_may_be_empty_at_the_end),
		BATCH_TEST(test_batch__folder_names_stay_in_the_site),
		BATCH_TEST(test_batch__key_is_found_without_reading_the_plan),
		BATCH_TEST(test_batch__key_is_what_the_plan_means),
		BATCH_TEST(test_batch__same_body_and_year_are_both_named),
		BATCH_TEST(test_batch__shares_are_stable_and_complete),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
