/* build_test.c - one job. */
#include "batch_test.h"

static enum status build(struct room *room, const char *plan, const char *hash)
{
	const struct job_paths paths = { .site = room->dir, .fonts = room->dir };
	const struct batch_options options = { .what = BATCH_DATA };
	const struct batch_job job = { .plan = plan, .hash = hash, .key = "a/2022" };
	struct job_house *house = job_house_open(room->arena, &paths);

	return build_job(house, room->arena, &job, &options, room->dir, &room->diag);
}

static bool is_told(const struct room *room, const char *code)
{
	for (size_t i = 0; i < room->diag.count; i++)
		if (strcmp(room->diag.entries[i].code, code) == 0)
			return true;
	return false;
}

/* It is the machine's matter, so that the next run tries again. */
static void test_batch__plan_written_during_the_run_is_not_published(void **state)
{
	struct room *room = *state;
	const char *plan = room_file(room, "a.xml", "<piano");

	assert_int_not_equal(build(room, plan, hash_bytes(room->arena, "<piano", 6)), STATUS_OK);
	assert_false(is_told(room, "piano-cambiato"));
	assert_int_equal(build(room, plan, hash_bytes(room->arena, "<altro", 6)), STATUS_IO);
	assert_true(is_told(room, "piano-cambiato"));
}

int run_build_tests(void)
{
	const struct CMUnitTest tests[] = {
		BATCH_TEST(test_batch__plan_written_during_the_run_is_not_published),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
