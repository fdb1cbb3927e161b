/* test_identity.c - ids and what refers to them. Source: design "Identity". */
#include "fixture.h"

static void test_input__id_is_the_code_when_it_is_unique(void **state)
{
	struct model_plan *plan = plan_of(
		*state, "piano",
		"<obiettivo codice='OS1'><indicatore codice='K1'><target>1</target></indicatore>"
		"<indicatore codice='K2'><target>1</target></indicatore></obiettivo>"
		"<obiettivo codice='OS2'><indicatore id='altro' codice='K2'><target>1</target>"
		"</indicatore><indicatore rif='K1'/></obiettivo>");

	assert_non_null(objective_of(plan, "OS1"));
	assert_non_null(indicator_of(plan, "K1"));
	assert_non_null(indicator_of(plan, "indicatore-1.2")); /* K2 stands twice */
	assert_ptr_equal(indicator_of(plan, "indicatore-2.2")->same_as, indicator_of(plan, "K1"));
}

static void test_input__id_is_the_place_when_the_code_does_not_serve(void **state)
{
	struct model_plan *plan = plan_of(
		*state, "piano",
		"<ambito titolo='A'><obiettivo><indicatore><target>1</target></indicatore></obiettivo>"
		"<obiettivo codice='OS 2'><indicatore codice='X'><target>1</target></indicatore>"
		"</obiettivo></ambito>"
		"<obiettivo id='X'><indicatore id='indicatore-1.1.1'><target>1</target></indicatore>"
		"</obiettivo>");

	assert_non_null(objective_of(plan, "obiettivo-1.1"));
	assert_non_null(objective_of(plan, "obiettivo-1.2"));    /* its code has a blank   */
	assert_non_null(indicator_of(plan, "indicatore-1.2.1")); /* its code is another's id */
	assert_non_null(indicator_of(plan, "indicatore-1.1.1-2"));
	assert_string_equal(((struct model_area *)plan->areas.items[0])->id, "ambito-1");
}

static void test_input__lists_of_ids_become_lists_of_things(void **state)
{
	struct model_plan *plan = plan_of(
		*state, "piano",
		"<struttura><unita id='area-1' tipo='area' denominazione='Area I'/>"
		"<unita id='anagrafe' padre='area-1'/>"
		"<incarico id='sg' ruolo='Segretario' unita='area-1 anagrafe' persona='p1'/>"
		"<incarico id='rpct' persona='p1'/></struttura>"
		"<obiettivo id='O' unita=' anagrafe  area-1 ' responsabile='sg rpct'>"
		"<indicatore id='i' unita='anagrafe' responsabile='rpct'><target>1</target>"
		"</indicatore></obiettivo>");
	const struct model_objective *objective = objective_of(plan, "O");
	const struct model_post *post = objective->owners.items[0];

	assert_int_equal(objective->units.count, 2);
	assert_string_equal(((struct model_unit *)objective->units.items[0])->id, "anagrafe");
	assert_ptr_equal(((struct model_unit *)objective->units.items[0])->parent,
			 objective->units.items[1]);
	assert_string_equal(post->role, "Segretario");
	assert_int_equal(post->units.count, 2);
	assert_int_equal(indicator_of(plan, "i")->owners.count, 1);
}

static void test_input__a_type_of_rule_serves_without_a_rule(void **state)
{
	struct model_plan *plan = plan_of(
		*state, "piano",
		"<sistema><regola id='rapporto' tipo='rapporto' massimo='120'/>"
		"<predefinite numero='rapporto' scelta='tutto-o-niente'/></sistema>"
		"<obiettivo id='O' regola='lineare'><indicatore id='i'><target>1</target></indicatore>"
		"</obiettivo>");
	const struct model_system *system = plan->system;

	assert_ptr_equal(system->default_number, system->rules.items[0]);
	assert_int_equal(system->default_choice->type, MODEL_RULE_ALL_OR_NOTHING);
	assert_int_equal(system->default_date->type, MODEL_RULE_LINEAR);
	assert_ptr_equal(objective_of(plan, "O")->rule, system->default_date);
}

static void test_input__system_has_defaults(void **state)
{
	struct model_plan *plan = plan_of(*state, "piano", "");
	const struct model_system *system = plan->system;

	assert_false(system->given);
	assert_int_equal(system->default_number->type, MODEL_RULE_LINEAR);
	assert_int_equal(system->default_choice->type, MODEL_RULE_LINEAR);
	assert_int_equal(system->not_measurable, MODEL_EXCLUDED);
	assert_int_equal(system->empty, MODEL_ZERO);
	assert_int_equal(system->judgements.count, 0);
}

int run_identity(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(test_input__id_is_the_code_when_it_is_unique),
		TEST(test_input__id_is_the_place_when_the_code_does_not_serve),
		TEST(test_input__lists_of_ids_become_lists_of_things),
		TEST(test_input__a_type_of_rule_serves_without_a_rule),
		TEST(test_input__system_has_defaults),
	};

	return cmocka_run_group_tests_name("identity", tests, NULL, NULL);
}
