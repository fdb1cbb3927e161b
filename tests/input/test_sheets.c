/* test_sheets.c - assignments, entries, parts, public value, what is silent. */
#include "fixture.h"

#define POSTS                                                                                       \
	"<sistema><valutazione ruolo='dirigente'><parte id='obiettivi' peso='60'/>"                 \
	"<parte id='comportamenti' peso='40'/></valutazione>"                                       \
	"<valutazione ruolo='altro'><parte id='comportamenti' peso='100'/></valutazione></sistema>" \
	"<struttura><unita id='legale'/><incarico id='sg' ruolo='SG' categoria='dirigente'/>"       \
	"<incarico id='rpct'/></struttura>"                                                         \
	"<obiettivo id='OP1' tipo='operativo' codice='1' titolo='Primo'>"                           \
	"<indicatore id='i1' peso='100'><target>1</target></indicatore></obiettivo>"                \
	"<obiettivo id='OP2' tipo='operativo' codice='2' titolo='Secondo'>"                         \
	"<indicatore id='i2'><target>1</target></indicatore></obiettivo>"

static void test_input__an_entry_is_an_objective_once_more(void **state)
{
	struct fixture *f = *state;
	struct model_plan *plan = plan_of(
		f, "piano",
		POSTS "<assegnazione incarico='sg rpct' anno='2022'>"
		      "<voce obiettivo='OP1' peso='16.00'/>"
		      "<ambito tipo='gruppo' titolo='G'><obiettivo id='sg-OP2' tipo='individuale' "
		      "rif='OP2' codice='SG2' peso='84.00'/></ambito></assegnazione>");
	const struct model_assignment *sheet = plan->assignments.items[0];
	const struct model_objective *entry = sheet->objectives.items[0];
	const struct model_objective *second = sheet->objectives.items[1];

	assert_string_equal(sheet->id, "sg-rpct");
	assert_int_equal(sheet->posts.count, 2);
	assert_ptr_equal(entry->same_as, objective_of(plan, "OP1"));
	assert_string_equal(entry->title, "Primo");
	assert_string_equal(figure(f, entry->weight), "16.00");
	assert_ptr_equal(entry->indicators.items[0], indicator_of(plan, "i1"));
	assert_ptr_equal(entry->assignment, sheet);
	assert_string_equal(second->code, "SG2");
	assert_string_equal(second->type, "individuale");
	assert_int_equal(plan->descendants.count, 2);
	assert_string_equal(entry->id, "obiettivo-s1.1");
}

static void test_input__a_part_is_of_the_evaluation_of_its_post(void **state)
{
	struct fixture *f = *state;
	struct model_plan *plan = plan_of(
		f, "piano",
		POSTS "<assegnazione incarico='sg'><voce obiettivo='OP1'/>"
		      "<parte rif='comportamenti' punteggio='92.5'>Buoni</parte></assegnazione>");
	const struct model_assignment *sheet = plan->assignments.items[0];
	const struct model_part_score *score = sheet->parts.items[1];

	assert_int_equal(sheet->parts.count, 2);
	assert_string_equal(((const struct model_part_score *)sheet->parts.items[0])->part->id,
			    "obiettivi");
	assert_string_equal(figure(f, score->part->weight), "40");
	assert_string_equal(figure(f, score->points), "92.5");
	assert_string_equal(score->note, "Buoni");
}

static void test_input__a_service_has_objectives_of_its_own(void **state)
{
	struct fixture *f = *state;
	struct model_plan *plan = plan_of(
		f, "piano",
		POSTS
		"<assegnazione unita='legale' pesi='scheda'><dichiarato peso='100.00'/>"
		"<obiettivo id='L1' padre='OP1'><indicatore id='l1' peso='60'><target>1</target>"
		"</indicatore><indicatore id='l2' peso='40'><target>1</target></indicatore>"
		"</obiettivo></assegnazione><assegnazione unita='legale'/>");
	const struct model_assignment *sheet = plan->assignments.items[0];
	const struct model_objective *own = sheet->objectives.items[0];

	assert_true(sheet->sheet_weights);
	assert_string_equal(sheet->unit->id, "legale");
	assert_string_equal(sheet->id, "legale");
	assert_string_equal(((struct model_assignment *)plan->assignments.items[1])->id,
			    "legale-2");
	assert_ptr_equal(own->parent, objective_of(plan, "OP1"));
	assert_string_equal(figure(f, sheet->declared->weight), "100.00");
	assert_int_equal(plan->source.data[sheet->end - 1], '>');
}

static void test_input__a_level_is_an_indicator_once_more(void **state)
{
	struct model_plan *plan = plan_of(
		*state, "piano",
		POSTS "<valore-pubblico><dimensione obiettivo='OP1' titolo='D'>"
		      "<livello tipo='efficacia' rif='i1'/>"
		      "<livello tipo='volume'><nome>Altro</nome><target>5</target></livello>"
		      "</dimensione><nota>N</nota></valore-pubblico>");
	const struct model_dimension *dimension = plan->public_value->dimensions.items[0];
	const struct model_level *repeated = dimension->levels.items[0];
	const struct model_level *own = dimension->levels.items[1];

	assert_ptr_equal(dimension->objective, objective_of(plan, "OP1"));
	assert_string_equal(repeated->type, "efficacia");
	assert_ptr_equal(repeated->indicator->target, indicator_of(plan, "i1")->target);
	assert_string_equal(own->indicator->name, "Altro");
	assert_int_equal(own->indicator->target->kind, MODEL_NUMBER);
	assert_int_equal(plan->public_value->notes.count, 1);
}

/* ---- What is fine and must stay silent (report_with() and plan_of() see to it) ---- */

static void test_input__weights_of_zero_or_none_are_fine(void **state)
{
	report_with(
		*state,
		"<obiettivo><indicatore peso='0'><target>1</target></indicatore>"
		"<indicatore peso='100'><target>1</target><consuntivo>1</consuntivo>"
		"</indicatore></obiettivo>"
		"<obiettivo><indicatore><target>1</target><consuntivo>1</consuntivo></indicatore>"
		"<indicatore><target>1</target><consuntivo>1</consuntivo></indicatore>"
		"</obiettivo>");
}

static void test_input__a_sheet_of_points_adds_up_as_a_whole(void **state)
{
	plan_of(*state, "piano",
		POSTS "<assegnazione unita='legale' pesi='scheda'><voce obiettivo='OP1' peso='10'/>"
		      "<obiettivo peso='20'><indicatore peso='15'><target>1</target></indicatore>"
		      "<indicatore peso='5'><target>1</target></indicatore></obiettivo>"
		      "<obiettivo><indicatore peso='70'><target>1</target></indicatore></obiettivo>"
		      "</assegnazione>");
}

static void test_input__children_may_stand_for_the_actual(void **state)
{
	struct model_plan *plan = report_with(
		*state,
		"<obiettivo><indicatore id='f' da='figli'><target>100</target></indicatore>"
		"<obiettivo><indicatore><target>1</target><consuntivo>1</consuntivo></indicatore>"
		"</obiettivo></obiettivo>"
		"<obiettivo><indicatore da='figli'><target>100</target><consuntivo>90</consuntivo>"
		"</indicatore></obiettivo>");

	assert_true(indicator_of(plan, "f")->from_children);
}

static void test_input__a_listed_objective_may_be_empty(void **state)
{
	report_with(*state,
		    "<obiettivo id='S'><indicatore><target>1</target><consuntivo>1</consuntivo>"
		    "</indicatore><obiettivo titolo='Solo un titolo'/></obiettivo>");
}

static void test_input__a_plan_needs_no_actuals(void **state)
{
	plan_of(*state, "piano",
		"<obiettivo><indicatore><target>1</target></indicatore>"
		"<indicatore tipo='testo'><target>Annuale</target></indicatore>"
		"<indicatore><valore anno='2021'>3</valore></indicatore></obiettivo>");
}

static void test_input__the_samples_are_clean(void **state)
{
	struct fixture *f = *state;
	struct model_plan *plan;

	load_schema(f);
	assert_int_equal(input_read_file(&plan, f->arena, SOURCE_DIR "/samples/minimo/piano.xml",
					 f->schema, &f->diag),
			 STATUS_OK);
	assert_string_equal(findings(f), "");
	assert_int_equal(input_read_file(&plan, f->arena, SOURCE_DIR "/samples/torino/piano.xml",
					 f->schema, &f->diag),
			 STATUS_OK);
	assert_false(diag_has_errors(&f->diag));
}

int run_sheets(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(test_input__an_entry_is_an_objective_once_more),
		TEST(test_input__a_part_is_of_the_evaluation_of_its_post),
		TEST(test_input__a_service_has_objectives_of_its_own),
		TEST(test_input__a_level_is_an_indicator_once_more),
		TEST(test_input__weights_of_zero_or_none_are_fine),
		TEST(test_input__a_sheet_of_points_adds_up_as_a_whole),
		TEST(test_input__children_may_stand_for_the_actual),
		TEST(test_input__a_listed_objective_may_be_empty),
		TEST(test_input__a_plan_needs_no_actuals),
		TEST(test_input__the_samples_are_clean),
	};

	return cmocka_run_group_tests_name("sheets", tests, NULL, NULL);
}
