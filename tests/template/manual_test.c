/* Every example of docs/modelli.md is a template that works. */
#include "suites.h"

#include "base/file.h"
#include "input/input.h"
#include "score/score.h"

#include <string.h>

#define FENCE "```xml modello\n"

static void read_sample(struct room *room)
{
	assert_int_equal(input_read_file(&room->plan, room->arena,
					 SOURCE_DIR "/samples/torino/piano.xml", NULL, &room->diag),
			 STATUS_OK);
	score_run(room->plan, &room->diag);
	room->diag = diag_make(room->arena);
}

/* A whole template, or what stands in a section. */
static void read_example(struct room *room, const char *example)
{
	struct template_options options = { .file = file_join(room->arena, room->folder,
							      "modello.xml"),
					    .folder = SOURCE_DIR "/templates" };
	const char *whole =
		text_starts(example, "<modello")
			? example
			: arena_printf(room->arena,
				       "<modello xmlns='urn:relazione:modello:1'><corpo><sezione>%s"
				       "</sezione></corpo></modello>",
				       example);

	room_write(room, "modello.xml", whole);
	template_read(&room->template, room->arena, &options, &room->diag);
	assert_string_equal(room_findings(room), "");
	room->item =
		template_per_assignment(room->template) ? room->plan->assignments.items[0] : NULL;
	room_expand(room);
	assert_string_equal(room_findings(room), "");
}

static void test_template__the_examples_of_the_manual_work(void **state)
{
	struct room *room = *state;
	struct bytes manual;
	size_t examples = 0;

	read_sample(room);
	assert_int_equal(file_read(&manual, room->arena, SOURCE_DIR "/docs/modelli.md", 1 << 20,
				   &room->diag),
			 STATUS_OK);
	for (const char *at = manual.data; (at = strstr(at, FENCE)) != NULL; examples++) {
		const char *end = strstr(at + sizeof(FENCE) - 1, "\n```");

		assert_non_null(end);
		at += sizeof(FENCE) - 1;
		read_example(room, arena_strndup(room->arena, at, (size_t)(end - at)));
		at = end;
	}
	assert_true(examples >= 10);
}

int manual_suite(void)
{
	const struct CMUnitTest tests[] = {
		ROOM_TEST(test_template__the_examples_of_the_manual_work),
	};

	return cmocka_run_group_tests_name("manual", tests, NULL, NULL);
}
