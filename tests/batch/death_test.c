/* death_test.c - what the death of a worker says of its job. */
#define _GNU_SOURCE /* W_EXITCODE */
#include "batch_test.h"

#include "worker.h"

#include <signal.h>
#include <sys/wait.h>

static void test_batch__death_from_outside_is_no_fault_of_the_plan(void **state)
{
	struct worker worker = { 0 }, late = { .expired = true };

	(void)state;
	assert_int_equal(death_of(&worker, W_EXITCODE(0, SIGKILL)), DEATH_OUTSIDE);
	assert_int_equal(death_of(&worker, W_EXITCODE(0, SIGTERM)), DEATH_OUTSIDE);
	assert_int_equal(death_of(&worker, W_EXITCODE(0, SIGSEGV)), DEATH_OWN);
	assert_int_equal(death_of(&worker, W_EXITCODE(0, SIGABRT)), DEATH_OWN);
	assert_int_equal(death_of(&worker, W_EXITCODE(1, 0)), DEATH_OWN);
	assert_int_equal(death_of(&worker, W_EXITCODE(WORKER_NO_MEMORY, 0)), DEATH_MEMORY);
	assert_int_equal(death_of(&late, W_EXITCODE(0, SIGKILL)), DEATH_LATE);
}

static void test_batch__limit_of_one_second_is_told_in_the_singular(void **state)
{
	struct room *room = *state;
	struct batch_options batch = { .seconds_max = 1 };
	struct batch_job job = { .plan = "a.xml" };

	death_say(&room->diag, DEATH_LATE, 0, &job, &batch);
	assert_non_null(strstr(room->diag.entries[0].text, "più di 1 secondo,"));
	batch.seconds_max = 2;
	death_say(&room->diag, DEATH_LATE, 0, &job, &batch);
	assert_non_null(strstr(room->diag.entries[1].text, "più di 2 secondi,"));
}

int run_death_tests(void)
{
	const struct CMUnitTest tests[] = {
		BATCH_TEST(test_batch__death_from_outside_is_no_fault_of_the_plan),
		BATCH_TEST(test_batch__limit_of_one_second_is_told_in_the_singular),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
