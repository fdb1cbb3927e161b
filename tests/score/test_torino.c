/* Torino 2022, Allegato 1, as the sample carries it: the 14 published results
 * of the strategic objectives, and the three figures that contradict
 * themselves (data README: 13 within what the inputs allow, 10 or 11 to the
 * printed decimals; OS03.1.1 by the date that its variance proves). */
#include "bench.h"

#define SAMPLE SOURCE_DIR "/samples/torino/piano.xml"

static const struct {
	const char *id, *computed, *published, *judgement;
} results[] = {
	{ "OS01.1.1", "60.42", "60.48", "Parzialmente raggiunto" },
	{ "OS02.1.1", "100.00", "100.00", "Raggiunto" },
	{ "OS03.1.1", "100.00", "100.00", "Raggiunto" },
	{ "OS04.1.1", "100.00", "100.00", "Raggiunto" },
	{ "OS05.1.1", "100.00", "100.00", "Raggiunto" },
	{ "OS06.1.1", "94.86", "94.86", "Parzialmente raggiunto" },
	{ "OS07.1.2", "100.00", "100.00", "Raggiunto" },
	{ "OS08.2.1", "100.00", "100.00", "Raggiunto" },
	{ "OS09.2.1", "100.00", "100.00", "Raggiunto" },
	{ "OS10.2.1", "83.51", "83.51", "Parzialmente raggiunto" },
	{ "OS11.2.2", "95.79", "95.80", "Raggiunto" },
	{ "OS12.3", "64.19", "64.19", "Parzialmente raggiunto" },
	{ "OS13.4", "88.67", "88.67", "Parzialmente raggiunto" },
	{ "OS14.5", "85.13", "85.19", "Parzialmente raggiunto" },
};

static void test_score__torino_results_come_out(void **state)
{
	struct bench *bench = *state;
	size_t to_the_digit = 0;

	bench_file(bench, SAMPLE);
	for (size_t i = 0; i < sizeof(results) / sizeof(*results); i++) {
		const struct model_objective *objective = bench_objective(bench, results[i].id);

		assert_string_equal(bench_result(bench, results[i].id), results[i].computed);
		assert_string_equal(objective->judgement->label, results[i].judgement);
		assert_string_equal(number_xml(bench->arena, objective->declared->degree.number, 2),
				    results[i].published);
		to_the_digit += text_equal(results[i].computed, results[i].published);
	}
	assert_int_equal(to_the_digit, 11);
}

/* Nothing else in the whole file: causes, not echoes. */
static void test_score__torino_audit_names_three_causes(void **state)
{
	struct bench *bench = *state;

	bench_file(bench, SAMPLE);
	assert_non_null(bench_finding(bench, "consuntivo-dichiarato"));
	assert_non_null(bench_finding(bench, "consuntivo-contraddetto"));
	assert_non_null(bench_finding(bench, "grado-dichiarato"));
	assert_int_equal(bench->diag.count - bench->first, 3);
	assert_true(text_starts(bench_finding(bench, "consuntivo-dichiarato"),
				"indicatore «kpi3.1.1_03»: consuntivo dichiarato 21/02/2023"));
	assert_true(text_starts(bench_finding(bench, "consuntivo-contraddetto"),
				"indicatore «kpi6.1.1_01»: consuntivo 05/10/2002"));
	assert_true(text_starts(bench_finding(bench, "grado-dichiarato"),
				"indicatore «kpi14.5_04»: grado dichiarato 100 %"));
}

int run_torino(void)
{
	const struct CMUnitTest tests[] = {
		BENCH_TEST(test_score__torino_results_come_out),
		BENCH_TEST(test_score__torino_audit_names_three_causes),
	};

	return cmocka_run_group_tests_name("score: Torino 2022", tests, NULL, NULL);
}
