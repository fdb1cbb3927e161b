/* Weights, exclusions, results and judgements (design section 4). */
#include "bench.h"

#define SYSTEM                                                                                     \
	"<regola id='r' tipo='rapporto'/><regola id='m' tipo='manuale'/>"                          \
	"<predefinite numero='r' data='r' scelta='r'/>"

/* An indicator whose degree is simply given. */
#define GIVEN(id, weight, degree)                                                                  \
	"<indicatore id='" id "' peso='" weight "' regola='m'><nome>" id "</nome>"                 \
	"<manuale grado='" degree "' motivo='dato'/></indicatore>"
#define NO_WEIGHT(id, degree)                                                                      \
	"<indicatore id='" id "' regola='m'><nome>" id "</nome>"                                   \
	"<manuale grado='" degree "' motivo='dato'/></indicatore>"
#define OPEN(id)      "<obiettivo id='" id "' tipo='strategico' titolo='" id "'>"
#define CHILD(id, w)  "<obiettivo id='" id "' tipo='operativo' peso='" w "' titolo='" id "'>"
#define CLOSE         "</obiettivo>"
#define AREA(content) "<ambito titolo='A'>" content "</ambito>"

static const char *result(void **state, const char *system, const char *indicators)
{
	struct bench *bench = *state;
	const char *body = arena_printf(bench->arena, AREA("%s%s%s"), OPEN("O"), indicators, CLOSE);

	bench->diag = diag_make(bench->arena);
	bench_plan(bench, system, body);
	return bench_result(bench, "O");
}

static const char *judgement(void **state)
{
	const struct model_judgement *found = bench_objective(*state, "O")->judgement;

	return found != NULL ? found->label : "";
}

/* Torino OS06.1.1: weights 33/34/33 of 100, 100, 84,44 give 94,86. */
static void test_score__result_is_the_weighted_mean(void **state)
{
	assert_string_equal(result(state, SYSTEM,
				   GIVEN("a", "33", "100") GIVEN("b", "34", "100")
					   GIVEN("c", "33", "84.44")),
			    "94.87");
	assert_string_equal(result(state, SYSTEM,
				   GIVEN("a", "33", "100") GIVEN("b", "34", "100")
					   GIVEN("c", "33", "84.425")),
			    "94.86");
	assert_string_equal(judgement(state), "Parzialmente raggiunto");
}

/* Torino OS11.2.2: 7 times 12,5 of 100 and 12,5 of 66,37 give 95,80. */
static void test_score__result_of_equal_parts(void **state)
{
	assert_string_equal(
		result(state, SYSTEM,
		       GIVEN("a", "12.5", "100") GIVEN("b", "12.5", "100") GIVEN("c", "12.5", "100")
			       GIVEN("d", "12.5", "100") GIVEN("e", "12.5", "100")
				       GIVEN("f", "12.5", "100") GIVEN("g", "12.5", "100")
					       GIVEN("h", "12.5", "66.37")),
		"95.80");
	assert_string_equal(judgement(state), "Raggiunto");
}

#define NOT_AVAILABLE(id, weight)                                                                  \
	"<indicatore id='" id "' peso='" weight "'><nome>" id "</nome><target>7</target>"          \
	"<esito stato='non-disponibile'>rilevazione sospesa</esito></indicatore>"

/* Lecce C.1: 33/33/33 of 99,73, 84,42 and one not available give 92,08. */
static void test_score__what_is_left_is_renormalised(void **state)
{
	assert_string_equal(result(state, SYSTEM,
				   GIVEN("a", "33", "99.73") GIVEN("b", "33", "84.42")
					   NOT_AVAILABLE("c", "33")),
			    "92.08");
	assert_string_equal(bench_degree(*state, "c"), "(non disponibile: rilevazione sospesa)");
	assert_string_equal(number_xml(((struct bench *)*state)->arena,
				       bench_indicator(*state, "a")->share.number, 2),
			    "50.00");
	assert_null(bench_indicator(*state, "c")->share.number);
}

/* Lecce B.2: 70/30 of 50,84 and 61,98 give 54,18. */
static void test_score__result_of_seventy_and_thirty(void **state)
{
	assert_string_equal(
		result(state, SYSTEM, GIVEN("a", "70", "50.84") GIVEN("b", "30", "61.98")),
		"54.18");
}

#define ZEROES SYSTEM "<aggregazione tipo='media-ponderata' non-misurabili='zero' vuoti='esclusi'/>"
#define EMPTY(id, weight)                                                                          \
	"<indicatore id='" id "' peso='" weight "'><nome>" id "</nome><target>7</target>"          \
	"<consuntivo/></indicatore>"

static void test_score__left_out_or_zero_as_the_body_says(void **state)
{
	const char *not_available = GIVEN("a", "50", "80") NOT_AVAILABLE("b", "50");
	const char *empty = GIVEN("a", "50", "80") EMPTY("b", "50");
	const char *excluded = SYSTEM "<aggregazione tipo='media-ponderata' vuoti='zero'/>";

	assert_string_equal(result(state, ZEROES, not_available), "40.00");
	assert_string_equal(result(state, excluded, not_available), "80.00");
	assert_string_equal(result(state, ZEROES, empty), "80.00");
	assert_string_equal(result(state, excluded, empty), "40.00");
	assert_string_equal(bench_degree(*state, "b"), "0.00");
	assert_string_equal(bench_indicator(*state, "b")->degree.reason, "consuntivo vuoto");
}

static void test_score__equal_weights_when_nobody_has_one(void **state)
{
	assert_string_equal(result(state, SYSTEM, NO_WEIGHT("a", "100") NO_WEIGHT("b", "51")),
			    "75.50");
}

static void test_score__no_weight_beside_others_counts_zero(void **state)
{
	assert_string_equal(result(state, SYSTEM, GIVEN("a", "40", "60") NO_WEIGHT("b", "0")),
			    "60.00");
	assert_string_equal(bench_degree(*state, "b"), "(peso zero: non si misura)");
}

/* Torino: weight 0,00 % is not measured, and an objective of only such has
 * no result and no judgement, and is left out above. */
static void test_score__all_left_out_is_not_measurable(void **state)
{
	struct bench *bench = *state;

	bench_plan(bench, SYSTEM,
		   AREA(OPEN("O") CHILD("P", "50") GIVEN("a", "0.00", "100") CLOSE CHILD("Q", "50")
				GIVEN("b", "100", "30") CLOSE CLOSE));
	assert_int_equal(bench_objective(bench, "P")->result.state, MODEL_NOT_MEASURABLE);
	assert_null(bench_objective(bench, "P")->judgement);
	assert_string_equal(bench_result(bench, "O"), "30.00");
}

static void test_score__all_children_left_out_is_not_measurable(void **state)
{
	struct bench *bench = *state;

	bench_plan(bench, SYSTEM,
		   AREA(OPEN("O") CHILD("P", "100") GIVEN("a", "0", "9") CLOSE CLOSE));
	assert_int_equal(bench_objective(bench, "O")->result.state, MODEL_NOT_MEASURABLE);
	assert_int_equal(bench->plan->result.state, MODEL_NOT_MEASURABLE);
}

/* The children are seen through the areas; an area's result is only shown. */
static void test_score__areas_are_shown_and_never_fed_upwards(void **state)
{
	struct bench *bench = *state;
	const struct model_area *inner;

	bench_plan(bench, SYSTEM,
		   AREA(OPEN("O") "<ambito id='x' titolo='X'>" CHILD("P", "20") GIVEN(
			   "a", "100", "10") CLOSE CHILD("Q", "20") GIVEN("b", "100", "30") CLOSE
			"</ambito>" CHILD("R", "60") GIVEN("c", "100", "100") CLOSE CLOSE));
	inner = bench_objective(bench, "O")->areas.items[0];
	assert_string_equal(bench_figure(bench, &inner->result), "20.00");
	assert_string_equal(bench_result(bench, "O"), "68.00");
	assert_string_equal(number_xml(bench->arena, bench_objective(bench, "P")->share.number, 2),
			    "20.00");
}

#define FROM_CHILDREN(actual)                                                                      \
	"<indicatore id='k' peso='70' unita-misura='%' da='figli'><nome>k</nome>"                  \
	"<target op='&gt;='>100</target>" actual "</indicatore>"

/* Both only through an indicator da="figli": the children's mean, unrounded. */
static void test_score__children_come_in_through_da_figli(void **state)
{
	struct bench *bench = *state;

	bench_plan(bench, SYSTEM,
		   AREA(OPEN("O") FROM_CHILDREN("") GIVEN("b", "30", "61.98") CHILD("P", "1")
				GIVEN("c", "100", "100") CLOSE CHILD("Q", "2")
					GIVEN("d", "100", "50") CLOSE CLOSE));
	assert_string_equal(bench_exact(bench, "k"), "200/3");
	assert_string_equal(bench_result(bench, "O"), "65.26");
	assert_ptr_equal(bench_indicator(bench, "k")->actual,
			 bench_indicator(bench, "k")->derived_actual);
	assert_int_equal(bench_indicator(bench, "k")->actuals.count, 1);
}

static void test_score__children_do_not_count_beside_indicators(void **state)
{
	struct bench *bench = *state;

	bench_plan(bench, SYSTEM,
		   AREA(OPEN("O") GIVEN("a", "100", "80") CHILD("P", "100") GIVEN("c", "100", "10")
				CLOSE CLOSE));
	assert_string_equal(bench_result(bench, "O"), "80.00");
}

static void test_score__given_actual_goes_before_the_children(void **state)
{
	struct bench *bench = *state;

	bench_plan(bench, SYSTEM,
		   AREA(OPEN("O") FROM_CHILDREN("<consuntivo>84.42</consuntivo>") CHILD("P", "100")
				GIVEN("c", "100", "82.21") CLOSE CLOSE));
	assert_string_equal(bench_exact(bench, "k"), "84.42");
	assert_string_equal(bench_findings(bench), "consuntivo-figli");
}

/* The same plan twice gives the same results, and adds nothing. */
static void test_score__run_twice_changes_nothing(void **state)
{
	struct bench *bench = *state;

	bench_plan(bench, SYSTEM,
		   AREA(OPEN("O") FROM_CHILDREN("") CHILD("P", "1") GIVEN("c", "100", "40")
				CLOSE CLOSE));
	score_run(bench->plan, &bench->diag);
	assert_string_equal(bench_result(bench, "O"), "40.00");
	assert_int_equal(bench_indicator(bench, "k")->actuals.count, 1);
}

static void test_score__missing_actual_leaves_no_result(void **state)
{
	const char *missing = "<indicatore id='a' peso='50'><nome>a</nome><target>7</target>"
			      "<esito stato='validato'/></indicatore>" GIVEN("b", "50", "80");

	assert_string_equal(result(state, SYSTEM, missing), "(«a»: manca il consuntivo)");
	assert_int_equal(bench_objective(*state, "O")->result.state, MODEL_NO_RESULT);
}

/* A target printed empty or n.d. leaves no result, and that is said. */
static void test_score__empty_target_is_said(void **state)
{
	const char *open = "<indicatore id='a' peso='50'><nome>a</nome><target/>"
			   "<consuntivo>5</consuntivo></indicatore>" GIVEN("b", "50", "80");

	assert_string_equal(result(state, SYSTEM, open), "(«a»: manca il target dell’anno)");
	assert_string_equal(bench_findings(*state), "target-senza-valore");
}

static void test_score__judgement_is_the_first_band_reached(void **state)
{
	result(state, SYSTEM, GIVEN("a", "100", "95"));
	assert_string_equal(judgement(state), "Raggiunto");
	result(state, SYSTEM, GIVEN("a", "100", "94.99"));
	assert_string_equal(judgement(state), "Parzialmente raggiunto");
	result(state, SYSTEM, GIVEN("a", "100", "0.001"));
	assert_string_equal(judgement(state), "Parzialmente raggiunto");
	result(state, SYSTEM, GIVEN("a", "100", "0"));
	assert_string_equal(judgement(state), "Non raggiunto");
}

/* A finding when the printed figure would fall in another band. */
static void test_score__judgement_that_rounding_would_change_is_said(void **state)
{
	result(state, SYSTEM, GIVEN("a", "100", "94.996"));
	assert_string_equal(judgement(state), "Parzialmente raggiunto");
	assert_string_equal(bench_findings(*state),
			    "giudizio-arrotondamento giudizio-arrotondamento");
	assert_string_equal(bench_finding(*state, "giudizio-arrotondamento"),
			    "obiettivo «O»: il risultato esatto vale «Parzialmente raggiunto», ma "
			    "stampato (95,00 %) sembra «Raggiunto»; spiegalo in una nota");
}

/* Rows by kind, then in the order of the judgements, then what has none. */
static void test_score__distribution_counts_kinds_and_judgements(void **state)
{
	struct bench *bench = *state;
	static const struct {
		const char *label;
		int number;
	} wanted[] = { { "Raggiunto", 1 },
		       { "Parzialmente raggiunto", 1 },
		       { "Non raggiunto", 0 },
		       { "Non misurabile", 1 } };

	bench_plan(bench, SYSTEM,
		   AREA(OPEN("O") GIVEN("a", "1", "100") CLOSE OPEN("P") GIVEN("b", "1", "50")
				CLOSE OPEN("Q") GIVEN("c", "0", "50") CLOSE));
	assert_int_equal(bench->plan->distribution.count, 4);
	for (size_t i = 0; i < 4; i++) {
		const struct model_distribution *row = bench->plan->distribution.items[i];

		assert_string_equal(row->type, "strategico");
		assert_string_equal(row->label, wanted[i].label);
		assert_int_equal(row->number, wanted[i].number);
		assert_int_equal(row->judgement == NULL, i == 3);
	}
}

static void test_score__plan_is_not_scored(void **state)
{
	struct bench *bench = *state;

	bench_plan(bench, SYSTEM, AREA(OPEN("O") GIVEN("a", "1", "100") CLOSE));
	bench->plan->report = false;
	((struct model_objective *)bench->plan->objectives.items[0])->result =
		(struct model_score){ 0 };
	score_run(bench->plan, &bench->diag);
	assert_int_equal(bench_objective(bench, "O")->result.state, MODEL_UNSCORED);
}

int run_results(void)
{
	const struct CMUnitTest tests[] = {
		BENCH_TEST(test_score__result_is_the_weighted_mean),
		BENCH_TEST(test_score__result_of_equal_parts),
		BENCH_TEST(test_score__what_is_left_is_renormalised),
		BENCH_TEST(test_score__result_of_seventy_and_thirty),
		BENCH_TEST(test_score__left_out_or_zero_as_the_body_says),
		BENCH_TEST(test_score__equal_weights_when_nobody_has_one),
		BENCH_TEST(test_score__no_weight_beside_others_counts_zero),
		BENCH_TEST(test_score__all_left_out_is_not_measurable),
		BENCH_TEST(test_score__all_children_left_out_is_not_measurable),
		BENCH_TEST(test_score__areas_are_shown_and_never_fed_upwards),
		BENCH_TEST(test_score__children_come_in_through_da_figli),
		BENCH_TEST(test_score__children_do_not_count_beside_indicators),
		BENCH_TEST(test_score__given_actual_goes_before_the_children),
		BENCH_TEST(test_score__run_twice_changes_nothing),
		BENCH_TEST(test_score__missing_actual_leaves_no_result),
		BENCH_TEST(test_score__empty_target_is_said),
		BENCH_TEST(test_score__judgement_is_the_first_band_reached),
		BENCH_TEST(test_score__judgement_that_rounding_would_change_is_said),
		BENCH_TEST(test_score__distribution_counts_kinds_and_judgements),
		BENCH_TEST(test_score__plan_is_not_scored),
	};

	return cmocka_run_group_tests_name("score: results", tests, NULL, NULL);
}
