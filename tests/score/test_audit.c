/* Declared figures against what the inputs allow (design section 4, "audit"). */
#include "bench.h"

#define SYSTEM                                                                                     \
	"<regola id='r' tipo='lineare'/><regola id='q' tipo='rapporto'/>"                          \
	"<regola id='m' tipo='manuale'/>"                                                          \
	"<regola id='f' tipo='fasce' misura='giorni-ritardo'><fascia fino-a='0' grado='100'/>"     \
	"<fascia fino-a='30' grado='90'/><fascia grado='0'/></regola>"                             \
	"<predefinite numero='r' data='r' scelta='r'/>"
#define DECLARED(what) "<dichiarato " what "/>"
#define INDICATOR(id, attributes, values)                                                          \
	"<indicatore id='" id "' " attributes "><nome>" id "</nome>" values "</indicatore>"
#define PERCENT "unita-misura='%'"
#define VALUES(op, target, soglia, actual)                                                         \
	"<target op='" op "'>" target "</target>" soglia "<consuntivo>" actual "</consuntivo>"
#define SOGLIA(value) "<soglia>" value "</soglia>"

/* The findings on one objective with these indicators. */
static const char *findings(void **state, const char *declared, const char *indicators)
{
	struct bench *bench = *state;
	const char *body = arena_printf(bench->arena,
					"<ambito titolo='A'><obiettivo id='O' tipo='strategico' "
					"titolo='O'>%s%s</obiettivo></ambito>",
					declared, indicators);

	bench->diag = diag_make(bench->arena);
	bench_plan(bench, SYSTEM, body);
	return bench_findings(bench);
}

/* Torino B3.1_02, EC27 (40,27 % of -7,60 +/- 0,005) and kpi6.1.1_03 agree. */
static void test_score__what_rounding_allows_is_no_finding(void **state)
{
	assert_string_equal(
		findings(state, "",
			 INDICATOR("a", PERCENT,
				   VALUES("&gt;=", "75.00", SOGLIA("65"), "71.21")
					   DECLARED("grado='62.1' scostamento='-3.79'"))),
		"");
	assert_string_equal(
		findings(state, "",
			 INDICATOR("a", PERCENT,
				   VALUES("&gt;=", "-7.00", SOGLIA("-8"), "-7.60")
					   DECLARED("grado='40.27' scostamento='-0.60'"))),
		"");
}

/* Torino kpi14.5_04: printed 100, rule and actual give 97,15. */
static void test_score__degree_out_of_reach_is_a_finding(void **state)
{
	assert_string_equal(
		findings(state, DECLARED("grado='97.15'"),
			 INDICATOR("a", PERCENT,
				   VALUES("&gt;=", "100.00", SOGLIA("80"), "99.43")
					   DECLARED("grado='100' scostamento='-0.57'"))),
		"grado-dichiarato");
	assert_string_equal(
		bench_finding(*state, "grado-dichiarato"),
		"indicatore «a»: grado dichiarato 100 %, ma consuntivo e target danno da "
		"97,13 a 97,18 %; correggere il grado o i dati");
}

/* Whole counts, numerators, targets and thresholds are exact. */
static void test_score__whole_counts_and_ratios_are_exact(void **state)
{
	const char *ratio = "<target op='&gt;='>10</target><consuntivo numeratore='71' "
			    "denominatore='1000'>7.10</consuntivo>" DECLARED("grado='71.01'");

	assert_string_equal(
		findings(state, "",
			 INDICATOR("a", "regola='q'",
				   VALUES("&gt;=", "3", "", "2") DECLARED("grado='66.6'"))),
		"grado-dichiarato");
	assert_string_equal(
		findings(state, "",
			 INDICATOR("a", "regola='q'",
				   VALUES("&gt;=", "3", "", "2") DECLARED("grado='66.7'"))),
		"");
	assert_string_equal(findings(state, "",
				     arena_printf(((struct bench *)*state)->arena,
						  "<indicatore id='a' regola='q' "
						  "unita-misura='%%'><nome>a</nome>%s"
						  "</indicatore>",
						  ratio)),
			    "grado-dichiarato");
}

/* Half away from zero: 62,125 is printed 62,13 and never 62,12. */
static void test_score__half_rounds_away_from_zero(void **state)
{
	const char *up =
		INDICATOR("a", "regola='m'",
			  "<manuale grado='62.125' motivo='x'/>" DECLARED("grado='62.13'"));
	const char *down =
		INDICATOR("a", "regola='m'",
			  "<manuale grado='62.125' motivo='x'/>" DECLARED("grado='62.12'"));

	assert_string_equal(findings(state, "", up), "");
	assert_string_equal(findings(state, "", down), "grado-dichiarato");
}

/* Where a rule jumps its image is a set: 75,00 printed is 0 or 100, never 50. */
static void test_score__image_of_a_jump_is_a_set(void **state)
{
	const char *zero = INDICATOR("a", PERCENT,
				     VALUES("&gt;=", "75.00", "", "75.00") DECLARED("grado='0'"));
	const char *half = INDICATOR("a", PERCENT,
				     VALUES("&gt;=", "75.00", "", "75.00") DECLARED("grado='50'"));

	assert_string_equal(findings(state, "", zero), "");
	assert_string_equal(findings(state, "", half), "grado-dichiarato");
	assert_string_equal(
		bench_finding(*state, "grado-dichiarato"),
		"indicatore «a»: grado dichiarato 50 %, ma consuntivo e target danno 0,00 "
		"o 100,00 %; correggere il grado o i dati");
}

/* The mean of two such jumps is 0, 50 or 100. */
static void test_score__mean_of_jumps_is_a_set(void **state)
{
	const char *two = INDICATOR("a", PERCENT, VALUES("&gt;=", "75.00", "", "75.00"))
		INDICATOR("b", PERCENT, VALUES("=", "1.00", "", "1.00"));

	assert_string_equal(findings(state, DECLARED("grado='50.00'"), two), "");
	assert_string_equal(findings(state, DECLARED("grado='75.00'"), two),
			    "risultato-dichiarato");
}

/* Torino kpi6.1.1_01: the variance proves another date, the degree fits both. */
static void test_score__variance_against_the_actual_is_on_the_actual(void **state)
{
	assert_string_equal(
		findings(state, "",
			 INDICATOR("a", "tipo='data'",
				   VALUES("entro", "2022-12-31", "", "2002-10-05")
					   DECLARED("grado='100' scostamento='-26.00'"))),
		"consuntivo-contraddetto");
	assert_string_equal(bench_finding(*state, "consuntivo-contraddetto"),
			    "indicatore «a»: consuntivo 05/10/2002, ma lo scostamento dichiarato "
			    "(−26,00 gg) porta a 05/12/2022; controllare il consuntivo");
}

/* A degree and a variance that contradict only the actual are one finding. */
static void test_score__degree_and_variance_that_agree_are_one_finding(void **state)
{
	assert_string_equal(findings(state, "",
				     INDICATOR("a", PERCENT,
					       VALUES("&gt;=", "100", SOGLIA("80"), "81.00")
						       DECLARED("grado='90' scostamento='-2.00'"))),
			    "consuntivo-contraddetto");
	assert_string_equal(findings(state, "",
				     INDICATOR("a", PERCENT,
					       VALUES("&gt;=", "100", SOGLIA("80"), "81.00")
						       DECLARED("grado='70' scostamento='-2.00'"))),
			    "grado-dichiarato scostamento-dichiarato");
}

static void test_score__variance_that_stands_alone_is_the_finding(void **state)
{
	assert_string_equal(findings(state, "",
				     INDICATOR("a", PERCENT,
					       VALUES("&gt;=", "100", SOGLIA("80"), "90.00")
						       DECLARED("grado='50' scostamento='-2.00'"))),
			    "scostamento-dichiarato");
}

/* Torino kpi3.1.1_03: the plan carries the proven date. */
static void test_score__declared_actual_is_compared(void **state)
{
	assert_string_equal(findings(state, "",
				     INDICATOR("a", "tipo='data'",
					       VALUES("entro", "2022-12-31", "", "2022-02-21")
						       DECLARED("grado='100' scostamento='-313.00' "
								"consuntivo='2023-02-21'"))),
			    "consuntivo-dichiarato");
	assert_string_equal(
		bench_finding(*state, "consuntivo-dichiarato"),
		"indicatore «a»: consuntivo dichiarato 21/02/2023, ma quello del piano è "
		"21/02/2022 e lo scostamento dichiarato (−313,00 gg) conferma il secondo; "
		"correggere quello sbagliato");
	assert_string_equal(findings(state, "",
				     INDICATOR("a", PERCENT,
					       VALUES("&gt;=", "10", "", "71.21")
						       DECLARED("consuntivo='71.2'"))),
			    "");
}

/* What follows from the actual as printed is its echo. */
static void test_score__what_the_declared_actual_explains_is_an_echo(void **state)
{
	assert_string_equal(
		findings(state, "",
			 INDICATOR("a", PERCENT,
				   VALUES("&gt;=", "100", SOGLIA("80"), "90.00") DECLARED(
					   "grado='75' scostamento='-5.00' consuntivo='95.00'"))),
		"consuntivo-dichiarato");
}

/* A wrong degree explains the result above it. */
static void test_score__result_of_a_wrong_degree_is_an_echo(void **state)
{
	const char *wrong =
		INDICATOR("a", PERCENT,
			  VALUES("&gt;=", "100.00", SOGLIA("80"), "99.43") DECLARED("grado='100'"));

	assert_string_equal(findings(state, DECLARED("grado='100.00' giudizio='Raggiunto'"), wrong),
			    "grado-dichiarato");
	assert_string_equal(findings(state, DECLARED("grado='97.15' giudizio='Raggiunto'"), wrong),
			    "grado-dichiarato");
	assert_string_equal(findings(state, DECLARED("grado='90.00'"), wrong),
			    "grado-dichiarato risultato-dichiarato");
}

#define GIVEN(id, degree) INDICATOR(id, "regola='m'", "<manuale grado='" degree "' motivo='x'/>")

static void test_score__judgement_is_audited_unless_its_degree_explains_it(void **state)
{
	assert_string_equal(findings(state, DECLARED("grado='94.86' giudizio='raggiunto'"),
				     GIVEN("a", "94.86")),
			    "giudizio-dichiarato");
	assert_string_equal(findings(state, DECLARED("grado='99.00' giudizio='Raggiunto'"),
				     GIVEN("a", "94.86")),
			    "risultato-dichiarato");
	assert_string_equal(
		findings(state, DECLARED("giudizio='parzialmente raggiunto'"), GIVEN("a", "94.86")),
		"");
}

/* A printed 95,0 may be 94,96: either judgement is possible. */
static void test_score__judgement_may_follow_the_unrounded_result(void **state)
{
	const char *edge =
		INDICATOR("a", PERCENT " regola='q'", VALUES("&gt;=", "100", "", "95.0"));

	assert_string_equal(findings(state, DECLARED("giudizio='Raggiunto'"), edge), "");
	assert_string_equal(findings(state, DECLARED("giudizio='Parzialmente raggiunto'"), edge),
			    "");
	assert_string_equal(findings(state, DECLARED("giudizio='Non raggiunto'"), edge),
			    "giudizio-dichiarato");
}

/* Fasce jump too, but dates are exact. */
static void test_score__dates_are_exact(void **state)
{
	assert_string_equal(findings(state, "",
				     INDICATOR("a", "tipo='data' regola='f'",
					       VALUES("entro", "2022-06-30", "", "2022-07-06")
						       DECLARED("grado='90.00' scostamento='6'"))),
			    "");
	assert_string_equal(findings(state, "",
				     INDICATOR("a", "tipo='data' regola='f'",
					       VALUES("entro", "2022-06-30", "", "2022-07-06")
						       DECLARED("grado='100'"))),
			    "grado-dichiarato");
}

/* An empty actual counted as zero has the degree 0. */
static void test_score__empty_actual_is_zero(void **state)
{
	assert_string_equal(
		findings(state, "",
			 INDICATOR("a", "",
				   "<target>1</target><consuntivo/>" DECLARED("grado='0'"))),
		"");
	assert_string_equal(
		findings(state, "",
			 INDICATOR("a", "",
				   "<target>1</target><consuntivo/>" DECLARED("grado='100'"))),
		"grado-dichiarato");
}

static void test_score__printed_actual_is_held_against_its_ratio(void **state)
{
	const char *ratio = INDICATOR("a", PERCENT,
				      "<target op='&gt;='>4</target><consuntivo numeratore='32' "
				      "denominatore='660'>4.84</consuntivo>");

	assert_string_equal(findings(state, "", ratio), "consuntivo-rapporto");
}

static void test_score__declared_parent_is_compared(void **state)
{
	struct bench *bench = *state;

	bench_plan(bench, SYSTEM,
		   "<ambito titolo='A'><obiettivo id='O' titolo='O'><obiettivo id='P' titolo='P'>"
		   "<dichiarato padre='Q'/>" GIVEN("a", "1") "</obiettivo></obiettivo></ambito>");
	assert_string_equal(bench_findings(bench), "padre-dichiarato");
}

#define CHILD(id, declared, degree)                                                                \
	"<obiettivo id='" id "' titolo='" id "'>" declared GIVEN(id "i", degree) "</obiettivo>"
#define FROM_CHILDREN(actual, declared)                                                            \
	INDICATOR("k", PERCENT " da='figli' regola='q'",                                           \
		  "<target op='&gt;='>100</target>" actual declared)

/* Lecce C.1/2: 84,42 given, the children's mean is 82,21. */
static void test_score__given_mean_of_children_is_audited(void **state)
{
	const char *children = CHILD("P", "", "65.63") CHILD("Q", "", "98.78");
	struct arena *arena = ((struct bench *)*state)->arena;

	assert_string_equal(
		findings(state, "",
			 arena_printf(arena, "%s%s",
				      FROM_CHILDREN("<consuntivo>84.42</consuntivo>", ""),
				      children)),
		"consuntivo-figli");
	assert_string_equal(
		findings(state, "",
			 arena_printf(arena, "%s%s",
				      FROM_CHILDREN("<consuntivo>82.21</consuntivo>", ""),
				      children)),
		"");
}

/* A child's declared result explains the mean that was made of it. */
static void test_score__declared_children_explain_their_mean(void **state)
{
	assert_string_equal(findings(state, "",
				     FROM_CHILDREN("<consuntivo>50.00</consuntivo>", "")
					     CHILD("P", DECLARED("grado='40.00'"), "20")
						     CHILD("Q", "", "60")),
			    "risultato-dichiarato");
}

/* Lecce B.2: children without content are not published here. */
static void test_score__unpublished_children_cannot_be_audited(void **state)
{
	assert_string_equal(findings(state, "",
				     FROM_CHILDREN("<consuntivo>50.84</consuntivo>", "") CHILD(
					     "P", "", "100") "<obiettivo id='Q' titolo='Q'/>"),
			    "");
}

static void test_score__degree_of_derived_actual_is_audited(void **state)
{
	assert_string_equal(findings(state, "",
				     FROM_CHILDREN("", DECLARED("grado='55.67'"))
					     CHILD("P", "", "100") CHILD("Q", "", "11.34")),
			    "");
	assert_string_equal(findings(state, "",
				     FROM_CHILDREN("", DECLARED("grado='100'"))
					     CHILD("P", "", "100") CHILD("Q", "", "11.34")),
			    "grado-dichiarato");
}

/* What a sheet repeats was audited where it stands. */
static void test_score__repeated_things_are_audited_once(void **state)
{
	struct bench *bench = *state;

	bench_plan(
		bench, SYSTEM,
		"<struttura><incarico id='sg' ruolo='S'/></struttura><ambito titolo='A'>"
		"<obiettivo id='O' titolo='O'>" DECLARED("grado='50'") GIVEN(
			"a", "10") "</obiettivo></ambito><assegnazione incarico='sg' anno='2022'>"
				   "<voce obiettivo='O' peso='100'/></assegnazione>");
	assert_string_equal(bench_findings(bench), "risultato-dichiarato");
}

int run_audit(void)
{
	const struct CMUnitTest tests[] = {
		BENCH_TEST(test_score__what_rounding_allows_is_no_finding),
		BENCH_TEST(test_score__degree_out_of_reach_is_a_finding),
		BENCH_TEST(test_score__whole_counts_and_ratios_are_exact),
		BENCH_TEST(test_score__half_rounds_away_from_zero),
		BENCH_TEST(test_score__image_of_a_jump_is_a_set),
		BENCH_TEST(test_score__mean_of_jumps_is_a_set),
		BENCH_TEST(test_score__variance_against_the_actual_is_on_the_actual),
		BENCH_TEST(test_score__degree_and_variance_that_agree_are_one_finding),
		BENCH_TEST(test_score__variance_that_stands_alone_is_the_finding),
		BENCH_TEST(test_score__declared_actual_is_compared),
		BENCH_TEST(test_score__what_the_declared_actual_explains_is_an_echo),
		BENCH_TEST(test_score__result_of_a_wrong_degree_is_an_echo),
		BENCH_TEST(test_score__judgement_is_audited_unless_its_degree_explains_it),
		BENCH_TEST(test_score__judgement_may_follow_the_unrounded_result),
		BENCH_TEST(test_score__dates_are_exact),
		BENCH_TEST(test_score__empty_actual_is_zero),
		BENCH_TEST(test_score__printed_actual_is_held_against_its_ratio),
		BENCH_TEST(test_score__declared_parent_is_compared),
		BENCH_TEST(test_score__given_mean_of_children_is_audited),
		BENCH_TEST(test_score__declared_children_explain_their_mean),
		BENCH_TEST(test_score__unpublished_children_cannot_be_audited),
		BENCH_TEST(test_score__degree_of_derived_actual_is_audited),
		BENCH_TEST(test_score__repeated_things_are_audited_once),
	};

	return cmocka_run_group_tests_name("score: audit", tests, NULL, NULL);
}
