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

static const struct model_part_score *part(const struct model_assignment *sheet, size_t i)
{
	return sheet->parts.items[i];
}

/* The role says which parts there are; nobody has begun to evaluate. */
static void test_score__sheet_without_parts_has_no_total(void **state)
{
	const struct model_assignment *found = sheet(state, SYSTEM EVALUATION, SHEET(""));

	assert_int_equal(found->total.state, MODEL_UNSCORED);
	assert_string_equal(bench_figure(*state, &found->result), "58.00");
	assert_string_equal(found->evaluation->role, "dirigente");
	assert_int_equal(found->parts.count, 3);
	assert_string_equal(bench_figure(*state, &part(found, 1)->result), "58.00");
	assert_int_equal(part(found, 2)->result.state, MODEL_UNSCORED);
}

/* 30 of 90, 40 of 58, 30 of 92,5: what each brings adds up to the total. */
static void test_score__parts_say_what_they_bring(void **state)
{
	const struct model_assignment *found =
		sheet(state, SYSTEM EVALUATION,
		      SHEET("<parte rif='comportamenti' punteggio='92.5'/>"
			    "<parte rif='unita' punteggio='90'/>"));
	struct arena *arena = ((struct bench *)*state)->arena;

	assert_string_equal(number_exact(arena, part(found, 0)->contribution.number), "27");
	assert_string_equal(number_exact(arena, part(found, 1)->contribution.number), "23.2");
	assert_string_equal(number_exact(arena, part(found, 2)->contribution.number), "27.75");
	assert_string_equal(number_exact(arena, part(found, 1)->share.number), "40");
	assert_string_equal(
		number_exact(arena, bench_objective(*state, "OP1")->contribution.number), "50");
	assert_string_equal(
		number_exact(arena, ((const struct model_objective *)found->objectives.items[0])
					    ->contribution.number),
		"16");
}

/* Weights of 30, 40 and 30 where the objectives can't be measured: 60 remain. */
static void test_score__part_that_cannot_be_measured_leaves_the_others(void **state)
{
	const struct model_assignment *found =
		sheet(state, SYSTEM EVALUATION,
		      "<assegnazione incarico='sg' anno='2022'><obiettivo id='x' titolo='X' "
		      "tipo='individuale'><indicatore id='y'><nome>y</nome><target>1</target>"
		      "<esito stato='non-misurabile'/></indicatore></obiettivo>"
		      "<parte rif='comportamenti' punteggio='80'/><parte rif='unita' "
		      "punteggio='90'/></assegnazione>");

	assert_string_equal(bench_figure(*state, &found->total), "85.00");
	assert_string_equal(bench_figure(*state, &part(found, 1)->result),
			    "(tutto ciò che lo compone è escluso)");
	assert_null(part(found, 1)->contribution.number);
}

#define LED_BY(posts, units, sheets)                                                               \
	"<struttura><unita id='u' denominazione='U'/><unita id='v' denominazione='V'/>"            \
	"<incarico id='sg' ruolo='Segretario' categoria='dirigente' unita='" units                 \
	"'/></struttura><assegnazione incarico='" posts "' anno='2022'><parte "                    \
	"rif='comportamenti' punteggio='80'/><parte rif='obiettivi' punteggio='80'/>"              \
	"</assegnazione>" sheets
#define OF_UNIT(id) LED_SHEET("u", id)
#define LED_SHEET(unit, id)                                                                        \
	"<assegnazione unita='" unit "' anno='2022'><obiettivo id='" id                            \
	"' titolo='L'>" GIVEN(id "i", "100", "70") "</obiettivo></assegnazione>"

static const char *total_of_leader(void **state, const char *content)
{
	struct bench *bench = *state;
	const struct model_assignment *leader;

	bench_plan(bench, SYSTEM EVALUATION, content);
	leader = bench->plan->assignments.items[0];
	return bench_figure(bench, &leader->total);
}

/* The part «unita» takes the result of the unit's own sheet: 30 % of 70. */
static void test_score__unit_part_takes_the_sheet_of_the_unit(void **state)
{
	assert_string_equal(total_of_leader(state, LED_BY("sg", "u", OF_UNIT("a"))), "77.00");
}

/* Of two units, or two sheets, nobody knows which: the body must say. */
static void test_score__unit_part_is_never_guessed(void **state)
{
	const char *missing = "(«unita»: manca il punteggio)";

	assert_string_equal(total_of_leader(state, LED_BY("sg", "u", "")), missing);
	assert_string_equal(total_of_leader(state, LED_BY("sg", "u v", OF_UNIT("a"))), missing);
	assert_string_equal(total_of_leader(state, LED_BY("sg", "u", OF_UNIT("a") OF_UNIT("b"))),
			    missing);
	assert_string_equal(total_of_leader(state, LED_BY("sg", "v", OF_UNIT("a"))), missing);
}

/* Each role its own parts, and those of everybody for the others. */
static void test_score__role_says_which_evaluation(void **state)
{
	struct bench *bench = *state;
	const struct model_assignment *first, *second;

	bench_plan(bench,
		   SYSTEM EVALUATION
		   "<valutazione><parte id='obiettivi' titolo='O' peso='100'/></valutazione>",
		   "<struttura><incarico id='sg' ruolo='Segretario' categoria='dirigente'/>"
		   "<incarico id='po' ruolo='Posizione'/></struttura><assegnazione incarico='po "
		   "sg'/><assegnazione incarico='po'><obiettivo id='a' titolo='A'>" GIVEN(
			   "i", "100", "70") "</obiettivo></assegnazione>");
	first = bench->plan->assignments.items[0];
	second = bench->plan->assignments.items[1];
	assert_string_equal(first->evaluation->role, "dirigente");
	assert_null(second->evaluation->role);
	assert_string_equal(bench_figure(bench, &second->total), "70.00");
}

/* Published as 87,92: the exact 87,916 is rounded once. */
static void test_score__total_is_rounded_once(void **state)
{
	const struct model_assignment *found = sheet(
		state,
		SYSTEM "<valutazione ruolo='dirigente'><parte id='a' peso='40'/><parte id='b' "
		       "peso='60'/></valutazione>",
		SHEET("<parte rif='a' punteggio='88.5'/><parte rif='b' punteggio='87.52666'/>"));

	assert_string_equal(bench_figure(*state, &found->total), "87.92");
	assert_string_equal(number_exact(((struct bench *)*state)->arena, found->total.value),
			    "87.915996");
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
		BENCH_TEST(test_score__parts_say_what_they_bring),
		BENCH_TEST(test_score__part_that_cannot_be_measured_leaves_the_others),
		BENCH_TEST(test_score__unit_part_takes_the_sheet_of_the_unit),
		BENCH_TEST(test_score__unit_part_is_never_guessed),
		BENCH_TEST(test_score__role_says_which_evaluation),
		BENCH_TEST(test_score__total_is_rounded_once),
	};

	return cmocka_run_group_tests_name("score: sheets", tests, NULL, NULL);
}
