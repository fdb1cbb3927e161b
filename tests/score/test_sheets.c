/* Sheets: their own weights over shared results, points of a whole sheet,
 * parts of an evaluation (design sections 3 and 4). */
#include "bench.h"

#define SYSTEM                                                                                     \
	"<regola id='r' tipo='rapporto'/><regola id='m' tipo='manuale'/>"                          \
	"<predefinite numero='r' data='r' scelta='r'/>"
#define EVALUATION                                                                                 \
	"<valutazione ruolo='dirigente'><parte id='unita' titolo='U' peso='30'/>"                  \
	"<parte id='obiettivi' titolo='O' peso='40'/>"                                             \
	"<parte id='comportamenti' titolo='C' peso='30'/></valutazione>"
#define GIVEN(id, weight, degree)                                                                  \
	"<indicatore id='" id "' peso='" weight "' regola='m'><nome>" id "</nome>"                 \
	"<manuale grado='" degree "' motivo='dato'/></indicatore>"
#define POSTS                                                                                      \
	"<struttura><unita id='u' tipo='servizio' denominazione='U'/>"                             \
	"<incarico id='sg' ruolo='Segretario' categoria='dirigente'/></struttura>"
#define TREE                                                                                       \
	POSTS "<ambito titolo='A'>"                                                                \
	      "<obiettivo id='OP1' tipo='operativo' codice='OP1' titolo='1' peso='50'>" GIVEN(     \
		      "a", "100", "100") "</obiettivo>"                                            \
					 "<obiettivo id='OP2' tipo='operativo' titolo='2' "        \
					 "peso='50'>" GIVEN("b", "100", "50") "</obiettivo>"       \
									      "</ambito>"

static const struct model_assignment *sheet(void **state, const char *system, const char *content)
{
	struct bench *bench = *state;

	bench_plan(bench, system, arena_printf(bench->arena, TREE "%s", content));
	return bench->plan->assignments.items[0];
}

static const char *sheet_result(void **state, const char *content)
{
	const struct model_assignment *found = sheet(state, SYSTEM, content);

	return bench_figure(*state, &found->result);
}

static void test_score__sheet_weighs_shared_results_its_own_way(void **state)
{
	assert_string_equal(sheet_result(state, "<assegnazione incarico='sg' anno='2022'>"
						"<voce obiettivo='OP1' peso='16.00'/>"
						"<voce obiettivo='OP2' peso='84.00'/>"
						"</assegnazione>"),
			    "58.00");
	assert_string_equal(bench_result(*state, "OP2"), "50.00");
}

static void test_score__sheet_is_seen_through_its_areas(void **state)
{
	const struct model_assignment *found = sheet(
		state, SYSTEM,
		"<assegnazione incarico='sg' anno='2022'><voce obiettivo='OP1' peso='16'/>"
		"<ambito tipo='gruppo' titolo='G'><obiettivo id='x' tipo='individuale' rif='OP2' "
		"codice='SG2' peso='84'/></ambito></assegnazione>");

	assert_string_equal(bench_figure(*state, &found->result), "58.00");
	assert_int_equal(found->objectives.count, 2);
	assert_string_equal(bench_objective(*state, "x")->code, "SG2");
	assert_string_equal(bench_objective(*state, "x")->title, "2");
	assert_string_equal(bench_result(*state, "x"), "50.00");
}

/* With a rule of its own the shared indicators score anew here. */
static void test_score__own_rule_scores_shared_indicators_anew(void **state)
{
	struct bench *bench = *state;

	bench_plan(bench, SYSTEM "<regola id='t' tipo='tutto-o-niente'/>",
		   POSTS "<ambito titolo='A'><obiettivo id='O' tipo='operativo' titolo='O'>"
			 "<indicatore id='i'><nome>i</nome><target op='&gt;='>10</target>"
			 "<consuntivo>5</consuntivo></indicatore></obiettivo></ambito>"
			 "<assegnazione incarico='sg' anno='2022'><obiettivo id='x' "
			 "tipo='individuale' rif='O' regola='t' peso='100'/></assegnazione>");
	assert_string_equal(bench_result(bench, "O"), "50.00");
	assert_string_equal(bench_result(bench, "x"), "0.00");
}

#define LEGAL(declared, rows)                                                                      \
	"<assegnazione unita='u' anno='2022' pesi='scheda'>" declared rows "</assegnazione>"
#define LEG1                                                                                       \
	"<obiettivo id='l1' tipo='operativo' titolo='L1'>" GIVEN("c", "30", "100")                 \
		GIVEN("d", "10", "0") "</obiettivo>"
#define LEG2                                                                                       \
	"<obiettivo id='l2' tipo='operativo' titolo='L2'>" GIVEN("e", "60", "50") "</obiettivo>"

/* pesi="scheda": the sheet is the weighted mean of all its rows. */
static void test_score__points_of_a_sheet_are_summed_by_row(void **state)
{
	assert_string_equal(sheet_result(state, LEGAL("", LEG1 LEG2)), "60.00");
	assert_string_equal(bench_result(*state, "l1"), "75.00");
}

/* A row left out weighs nothing, in its objective and in the sheet. */
static void test_score__row_left_out_leaves_its_points(void **state)
{
	const char *rows = LEGAL("", "<obiettivo id='l1' tipo='operativo' titolo='L1'>" GIVEN(
					     "c", "30", "100") "<indicatore id='d' peso='10'>"
							       "<nome>d</nome><target>1</target>"
							       "<esito stato='non-misurabile'/>"
							       "</indicatore></obiettivo>" LEG2);

	assert_string_equal(sheet_result(state, rows), "66.67");
}

static void test_score__total_weight_of_a_sheet_is_audited(void **state)
{
	sheet(state, SYSTEM, LEGAL("<dichiarato peso='100.00'/>", LEG1 LEG2));
	assert_string_equal(bench_findings(*state), "");
	sheet(state, SYSTEM, LEGAL("<dichiarato peso='95.00'/>", LEG1 LEG2));
	assert_string_equal(
		bench_finding(*state, "peso-dichiarato"),
		"scheda «u»: peso totale dichiarato 95,00, ma la somma dei pesi è 100,00; "
		"correggere il totale o i pesi");
}

#define SHEET(parts)                                                                               \
	"<assegnazione incarico='sg' anno='2022'><voce obiettivo='OP1' peso='16.00'/>"             \
	"<voce obiettivo='OP2' peso='84.00'/>" parts "</assegnazione>"

/* 30 % of 90, 40 % of the objectives' 58, 30 % of 92,5. */
static void test_score__total_is_the_mean_of_the_parts(void **state)
{
	const struct model_assignment *found =
		sheet(state, SYSTEM EVALUATION,
		      SHEET("<parte rif='comportamenti' punteggio='92.5'/>"
			    "<parte rif='unita' punteggio='90'/>"));
	const struct model_part_score *second = found->parts.items[1];

	assert_string_equal(bench_figure(*state, &found->total), "77.95");
	assert_int_equal(found->parts.count, 3);
	assert_string_equal(second->part->id, "obiettivi");
	assert_string_equal(bench_figure(*state, &second->result), "58.00");
	assert_string_equal(found->total_judgement->label, "Parzialmente raggiunto");
}

static void test_score__part_without_points_leaves_no_total(void **state)
{
	const struct model_assignment *found = sheet(
		state, SYSTEM EVALUATION, SHEET("<parte rif='comportamenti' punteggio='92.5'/>"));

	assert_string_equal(bench_figure(*state, &found->total), "(«unita»: manca il punteggio)");
}

static void test_score__sheet_without_parts_has_no_total(void **state)
{
	const struct model_assignment *found = sheet(state, SYSTEM EVALUATION, SHEET(""));

	assert_int_equal(found->total.state, MODEL_UNSCORED);
	assert_string_equal(bench_figure(*state, &found->result), "58.00");
}

int run_sheets(void)
{
	const struct CMUnitTest tests[] = {
		BENCH_TEST(test_score__sheet_weighs_shared_results_its_own_way),
		BENCH_TEST(test_score__sheet_is_seen_through_its_areas),
		BENCH_TEST(test_score__own_rule_scores_shared_indicators_anew),
		BENCH_TEST(test_score__points_of_a_sheet_are_summed_by_row),
		BENCH_TEST(test_score__row_left_out_leaves_its_points),
		BENCH_TEST(test_score__total_weight_of_a_sheet_is_audited),
		BENCH_TEST(test_score__total_is_the_mean_of_the_parts),
		BENCH_TEST(test_score__part_without_points_leaves_no_total),
		BENCH_TEST(test_score__sheet_without_parts_has_no_total),
	};

	return cmocka_run_group_tests_name("score: sheets", tests, NULL, NULL);
}
