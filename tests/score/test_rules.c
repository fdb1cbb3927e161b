/* Each rule of design section 4, with the figures that bodies published. */
#include "bench.h"

#define LINEAR "<regola id='r' tipo='lineare'/>"
#define RATIO  "<regola id='r' tipo='rapporto' minimo='0' massimo='100'/>"
#define ALL    "<regola id='r' tipo='tutto-o-niente'/>"
#define MANUAL "<regola id='r' tipo='manuale'/>"
#define LATE                                                                                       \
	"<regola id='r' tipo='fasce' misura='giorni-ritardo'><fascia fino-a='0' grado='100'/>"     \
	"<fascia fino-a='30' grado='90'/><fascia fino-a='61' grado='85'/><fascia grado='0'/></regola>"
#define GAP                                                                                        \
	"<regola id='r' tipo='fasce' misura='scostamento'><fascia fino-a='0' grado='100'/>"        \
	"<fascia fino-a='2.5' grado='60'/><fascia grado='10'/></regola>"
#define DEFAULTS "<predefinite numero='r' data='r' scelta='r'/>"

/* The exact degree of one indicator with these attributes and values. */
static const char *degree(void **state, const char *rule, const char *attributes,
			  const char *values)
{
	struct bench *bench = *state;
	const char *system = arena_printf(bench->arena, "%s" DEFAULTS, rule);
	const char *body = arena_printf(
		bench->arena,
		"<ambito titolo='A'><obiettivo id='O' tipo='strategico' titolo='O'>"
		"<indicatore id='I' %s><nome>I</nome>%s</indicatore></obiettivo></ambito>",
		attributes, values);
	const struct model_indicator *indicator;

	bench->diag = diag_make(bench->arena);
	bench_plan(bench, system, body);
	indicator = bench_indicator(bench, "I");
	return indicator->degree.state == MODEL_SCORED ? bench_exact(bench, "I")
						       : bench_degree(bench, "I");
}

#define NUMBERS(op, target, threshold, actual)                                                     \
	"<target op='" op "'>" target "</target>" threshold "<consuntivo>" actual "</consuntivo>"
#define THRESHOLD(value) "<soglia>" value "</soglia>"

/* Torino 2022, Allegato 1: B3.1_02, kpi6.1.1_03, EC27, kpi10.2.1_02. */
static void test_score__lineare_is_straight_between_threshold_and_target(void **state)
{
	assert_string_equal(degree(state, LINEAR, "unita-misura='%'",
				   NUMBERS("&gt;=", "75.00", THRESHOLD("65"), "71.21")),
			    "62.1");
	assert_string_equal(degree(state, LINEAR, "unita-misura='%'",
				   NUMBERS("&gt;=", "100.00", THRESHOLD("60"), "93.77")),
			    "84.425");
	assert_string_equal(degree(state, LINEAR, "unita-misura='%'",
				   NUMBERS("&gt;=", "-7.00", THRESHOLD("-8"), "-7.60")),
			    "40");
	assert_string_equal(
		degree(state, LINEAR, "", NUMBERS("&gt;=", "100.00", THRESHOLD("80"), "89.00")),
		"45");
}

static void test_score__lineare_stops_at_both_ends(void **state)
{
	const char *below = NUMBERS("&gt;=", "75", THRESHOLD("65"), "64.99");
	const char *at_threshold = NUMBERS("&gt;=", "75", THRESHOLD("65"), "65");
	const char *at_target = NUMBERS("&gt;=", "75", THRESHOLD("65"), "75");
	const char *beyond = NUMBERS("&gt;=", "75", THRESHOLD("65"), "900");

	assert_string_equal(degree(state, LINEAR, "", below), "0");
	assert_string_equal(degree(state, LINEAR, "", at_threshold), "0");
	assert_string_equal(degree(state, LINEAR, "", at_target), "100");
	assert_string_equal(degree(state, LINEAR, "", beyond), "100");
}

/* Torino kpi1.1.1_03: at most 8 %, threshold 10 %. */
static void test_score__lineare_falls_when_less_is_better(void **state)
{
	assert_string_equal(
		degree(state, LINEAR, "", NUMBERS("&lt;=", "8.00", THRESHOLD("10"), "6.17")),
		"100");
	assert_string_equal(
		degree(state, LINEAR, "", NUMBERS("&lt;=", "8", THRESHOLD("10"), "9.5")), "25");
	assert_string_equal(degree(state, LINEAR, "", NUMBERS("&lt;", "8", THRESHOLD("10"), "10")),
			    "0");
	assert_string_equal(degree(state, LINEAR, "verso='decrescente'",
				   "<target>8</target><consuntivo>8</consuntivo>"),
			    "100");
}

static void test_score__lineare_without_threshold_is_all_or_nothing(void **state)
{
	assert_string_equal(degree(state, LINEAR, "", NUMBERS("&gt;=", "13.00", "", "7.75")), "0");
	assert_string_equal(degree(state, LINEAR, "", NUMBERS("&gt;=", "13.00", "", "13")), "100");
	assert_string_equal(degree(state, LINEAR, "", NUMBERS("&gt;", "13", "", "13")), "0");
	assert_string_equal(degree(state, LINEAR, "", NUMBERS("&lt;", "13", "", "12.9")), "100");
}

/* With "=": straight on the threshold's side, 0 on the other. */
static void test_score__lineare_with_equal_is_one_sided(void **state)
{
	assert_string_equal(degree(state, LINEAR, "", NUMBERS("=", "1", THRESHOLD("0"), "1")),
			    "100");
	assert_string_equal(degree(state, LINEAR, "", NUMBERS("=", "4", THRESHOLD("0"), "3")),
			    "75");
	assert_string_equal(degree(state, LINEAR, "", NUMBERS("=", "4", THRESHOLD("0"), "5")), "0");
	assert_string_equal(degree(state, LINEAR, "", NUMBERS("=", "4", THRESHOLD("8"), "6")),
			    "50");
	assert_string_equal(degree(state, LINEAR, "", NUMBERS("=", "4", THRESHOLD("8"), "3")), "0");
	assert_string_equal(degree(state, LINEAR, "", NUMBERS("=", "4", "", "4.01")), "0");
}

static void test_score__lineare_counts_dates_in_days(void **state)
{
	assert_string_equal(
		degree(state, LINEAR, "tipo='data'",
		       NUMBERS("entro", "2022-06-30", THRESHOLD("2022-07-30"), "2022-07-06")),
		"80");
	assert_string_equal(
		degree(state, LINEAR, "tipo='data'",
		       "<target>2022-03-31</target><consuntivo>2022-03-22</consuntivo>"),
		"100");
	assert_string_equal(
		degree(state, LINEAR, "tipo='data'",
		       "<target>2022-03-31</target><consuntivo>2022-04-01</consuntivo>"),
		"0");
}

/* Lecce 2021: KPI C.1/1, B.2/2, A.1.3.2/1, C.1.1.1/1. */
static void test_score__rapporto_is_actual_over_target(void **state)
{
	assert_string_equal(degree(state, RATIO, "", NUMBERS("&gt;=", "1", "", "0.9973")), "99.73");
	assert_string_equal(
		degree(state, RATIO, "unita-misura='%'", NUMBERS("&gt;=", "30.00", "", "18.60")),
		"62");
	assert_string_equal(degree(state, RATIO, "", NUMBERS("&gt;=", "10", "", "327.93")), "100");
	assert_string_equal(degree(state, RATIO, "", NUMBERS("&lt;=", "7.00", "", "5.25")), "100");
	assert_string_equal(degree(state, RATIO, "", NUMBERS("&gt;", "8", "", "6")), "75");
}

static void test_score__rapporto_keeps_its_limits(void **state)
{
	const char *narrow = "<regola id='r' tipo='rapporto' minimo='20' massimo='90'/>";

	assert_string_equal(degree(state, narrow, "", NUMBERS("&gt;=", "10", "", "1")), "20");
	assert_string_equal(degree(state, narrow, "", NUMBERS("&gt;=", "10", "", "5")), "50");
	assert_string_equal(degree(state, narrow, "", NUMBERS("&gt;=", "10", "", "10")), "90");
}

/* <=, < and = not met: the smaller over the larger. */
static void test_score__rapporto_turns_when_less_is_better(void **state)
{
	assert_string_equal(degree(state, RATIO, "", NUMBERS("&lt;=", "8", "", "10")), "80");
	assert_string_equal(degree(state, RATIO, "", NUMBERS("=", "8", "", "10")), "80");
	assert_string_equal(degree(state, RATIO, "", NUMBERS("=", "8", "", "6")), "75");
	assert_string_equal(degree(state, RATIO, "", NUMBERS("=", "8", "", "8")), "100");
	assert_string_equal(degree(state, RATIO, "", NUMBERS("&lt;", "8", "", "8")), "100");
}

/* A zero or negative term: 100 or 0 and a warning. */
static void test_score__rapporto_of_terms_that_are_not_positive(void **state)
{
	struct bench *bench = *state;

	assert_string_equal(degree(state, RATIO, "", NUMBERS("&gt;=", "0", "", "0")), "100");
	assert_string_equal(bench_findings(bench), "rapporto-impossibile");
	assert_string_equal(degree(state, RATIO, "", NUMBERS("&gt;=", "0", "", "-1")), "0");
	assert_string_equal(bench_findings(bench), "rapporto-impossibile");
	assert_string_equal(degree(state, RATIO, "", NUMBERS("&gt;=", "-7", "", "-6")), "100");
	assert_string_equal(bench_findings(bench), "rapporto-impossibile");
	assert_string_equal(degree(state, RATIO, "", NUMBERS("&lt;=", "0", "", "3")), "0");
	assert_string_equal(bench_findings(bench), "rapporto-impossibile");
}

/* Lecce: nothing done of two wanted is a plain 0, and no doubt. */
static void test_score__rapporto_of_nothing_done_is_zero(void **state)
{
	assert_string_equal(degree(state, RATIO, "", NUMBERS("&gt;=", "2", "", "0")), "0");
	assert_string_equal(bench_findings(*state), "");
	assert_string_equal(degree(state, RATIO, "", NUMBERS("&lt;=", "5", "", "0")), "100");
	assert_string_equal(bench_findings(*state), "");
}

/* Lecce: six days late 90, sixty-one 85; the bands between are ours. */
static void test_score__fasce_by_days_late(void **state)
{
	const char *six = NUMBERS("entro", "2022-06-30", "", "2022-07-06");
	const char *sixty_one = NUMBERS("entro", "2022-06-30", "", "2022-08-30");
	const char *sixty_two = NUMBERS("entro", "2022-06-30", "", "2022-08-31");
	const char *early = NUMBERS("entro", "2022-06-30", "", "2022-01-30");

	assert_string_equal(degree(state, LATE, "tipo='data'", six), "90");
	assert_string_equal(degree(state, LATE, "tipo='data'", sixty_one), "85");
	assert_string_equal(degree(state, LATE, "tipo='data'", sixty_two), "0");
	assert_string_equal(degree(state, LATE, "tipo='data'", early), "100");
	assert_string_equal(degree(state, LATE, "tipo='data'",
				   NUMBERS("&gt;=", "2022-06-30", "", "2022-06-20")),
			    "90");
}

static void test_score__fasce_by_adverse_variance(void **state)
{
	assert_string_equal(degree(state, GAP, "", NUMBERS("&gt;=", "10", "", "11")), "100");
	assert_string_equal(degree(state, GAP, "", NUMBERS("&gt;=", "10", "", "7.5")), "60");
	assert_string_equal(degree(state, GAP, "", NUMBERS("&gt;=", "10", "", "7.49")), "10");
	assert_string_equal(degree(state, GAP, "", NUMBERS("&lt;=", "10", "", "12")), "60");
	assert_string_equal(degree(state, GAP, "", NUMBERS("=", "10", "", "8")), "60");
	assert_string_equal(degree(state, GAP, "", NUMBERS("=", "10", "", "12")), "60");
}

static void test_score__tutto_o_niente(void **state)
{
	assert_string_equal(degree(state, ALL, "", NUMBERS("&gt;=", "10", THRESHOLD("5"), "9")),
			    "0");
	assert_string_equal(degree(state, ALL, "", NUMBERS("&gt;=", "10", "", "10")), "100");
	assert_string_equal(degree(state, ALL, "tipo='si-no'",
				   "<target>si</target><consuntivo>no</consuntivo>"),
			    "0");
	assert_string_equal(degree(state, ALL, "tipo='si-no'",
				   "<target>no</target><consuntivo>no</consuntivo>"),
			    "100");
	assert_string_equal(degree(state, ALL, "tipo='si-no'",
				   "<target>no</target><consuntivo>si</consuntivo>"),
			    "0");
}

#define SCALE                                                                                      \
	"<scala id='livello'><gradino>basso</gradino><gradino>medio</gradino>"                     \
	"<gradino>alto</gradino></scala>"

static void test_score__scala_counts_ranks(void **state)
{
	const char *attributes = "tipo='scala' scala='livello'";

	assert_string_equal(degree(state, LINEAR SCALE, attributes,
				   "<target>alto</target><soglia>basso</soglia>"
				   "<consuntivo>medio</consuntivo>"),
			    "50");
	assert_string_equal(degree(state, LINEAR SCALE, attributes,
				   "<target>alto</target><consuntivo>medio</consuntivo>"),
			    "0");
	assert_string_equal(degree(state, ALL SCALE, attributes,
				   "<target>medio</target><consuntivo>alto</consuntivo>"),
			    "100");
}

static void test_score__manuale_is_what_was_given(void **state)
{
	const char *given = "<target>Annuale</target><consuntivo>Fatto</consuntivo>"
			    "<manuale grado='72.5' motivo='verificato dal controllo di gestione'/>";

	assert_string_equal(degree(state, LINEAR, "tipo='testo'", given), "72.5");
	assert_string_equal(degree(state, MANUAL, "tipo='testo'", given), "72.5");
	assert_string_equal(
		degree(state, LINEAR, "",
		       NUMBERS("&gt;=", "10", "", "5") "<manuale grado='40' motivo='deroga'/>"),
		"40");
}

/* Each date its degree, then their mean. */
static void test_score__several_dates_are_averaged(void **state)
{
	assert_string_equal(degree(state, LATE, "tipo='data'",
				   "<target>2022-06-30 2022-12-31</target>"
				   "<consuntivo>2022-07-06 2022-12-31</consuntivo>"),
			    "95");
	assert_false(bench_indicator(*state, "I")->variance.given);
}

/* numerator / denominator, times 100 if the unit is %, go before what is printed. */
static void test_score__numerator_and_denominator_go_first(void **state)
{
	const char *values = "<target op='&gt;='>10</target>"
			     "<consuntivo numeratore='32' denominatore='660'>4.85</consuntivo>";

	assert_string_equal(degree(state, RATIO, "unita-misura='%'", values), "1600/33");
	assert_string_equal(degree(state, RATIO, "unita-misura='N.'",
				   "<target op='&gt;='>4</target>"
				   "<consuntivo numeratore='6' denominatore='3'/>"),
			    "50");
	assert_string_equal(degree(state, RATIO, "unita-misura='per mille'",
				   "<algoritmo fattore='1000'>x</algoritmo>"
				   "<target op='&gt;='>40</target>"
				   "<consuntivo numeratore='1' denominatore='50'/>"),
			    "50");
}

/* The rule on the indicator, else on the nearest objective above. */
static void test_score__rule_is_the_nearest(void **state)
{
	struct bench *bench = *state;

	bench_plan(bench, ALL "<regola id='q' tipo='rapporto'/>" DEFAULTS,
		   "<ambito titolo='A'><obiettivo id='O' titolo='O' regola='q'>"
		   "<obiettivo id='P' titolo='P'>"
		   "<indicatore id='I'><nome>I</nome><target op='&gt;='>10</target>"
		   "<consuntivo>5</consuntivo></indicatore>"
		   "<indicatore id='J' regola='r'><nome>J</nome><target op='&gt;='>10</target>"
		   "<consuntivo>5</consuntivo></indicatore></obiettivo></obiettivo></ambito>");
	assert_string_equal(bench_exact(bench, "I"), "50");
	assert_string_equal(bench_exact(bench, "J"), "0");
}

static const char *variance(void **state, const char *attributes, const char *values)
{
	struct bench *bench = *state;
	const struct model_variance *variance;

	degree(state, LINEAR, attributes, values);
	variance = &bench_indicator(bench, "I")->variance;
	return variance->given ? number_xml(bench->arena, variance->value, variance->decimals) : "";
}

/* Torino: +5,58 %, -38 gg, -0,60 %; decimals are the larger of the two. */
static void test_score__variance_is_actual_minus_target(void **state)
{
	assert_string_equal(
		variance(state, "unita-misura='%'", NUMBERS("&gt;=", "105.00", "", "110.58")),
		"5.58");
	assert_string_equal(variance(state, "", NUMBERS("&gt;=", "-7", "", "-7.60")), "-0.60");
	assert_string_equal(
		variance(state, "tipo='data'", NUMBERS("entro", "2022-06-30", "", "2022-05-23")),
		"-38");
	assert_true(bench_indicator(*state, "I")->variance.days);
	assert_string_equal(
		variance(state, "tipo='si-no'", "<target>si</target><consuntivo>no</consuntivo>"),
		"");
}

int run_rules(void)
{
	const struct CMUnitTest tests[] = {
		BENCH_TEST(test_score__lineare_is_straight_between_threshold_and_target),
		BENCH_TEST(test_score__lineare_stops_at_both_ends),
		BENCH_TEST(test_score__lineare_falls_when_less_is_better),
		BENCH_TEST(test_score__lineare_without_threshold_is_all_or_nothing),
		BENCH_TEST(test_score__lineare_with_equal_is_one_sided),
		BENCH_TEST(test_score__lineare_counts_dates_in_days),
		BENCH_TEST(test_score__rapporto_is_actual_over_target),
		BENCH_TEST(test_score__rapporto_keeps_its_limits),
		BENCH_TEST(test_score__rapporto_turns_when_less_is_better),
		BENCH_TEST(test_score__rapporto_of_terms_that_are_not_positive),
		BENCH_TEST(test_score__rapporto_of_nothing_done_is_zero),
		BENCH_TEST(test_score__fasce_by_days_late),
		BENCH_TEST(test_score__fasce_by_adverse_variance),
		BENCH_TEST(test_score__tutto_o_niente),
		BENCH_TEST(test_score__scala_counts_ranks),
		BENCH_TEST(test_score__manuale_is_what_was_given),
		BENCH_TEST(test_score__several_dates_are_averaged),
		BENCH_TEST(test_score__numerator_and_denominator_go_first),
		BENCH_TEST(test_score__rule_is_the_nearest),
		BENCH_TEST(test_score__variance_is_actual_minus_target),
	};

	return cmocka_run_group_tests_name("score: rules", tests, NULL, NULL);
}
