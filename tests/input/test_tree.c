/* test_tree.c - document, tree, budget, texts. */
#include "fixture.h"

static void test_input__the_document_is_read(void **state)
{
	struct model_plan *plan = report_with(
		*state,
		"<ente codice='x' denominazione='Camera' logo='logo.png' sito='https://x.example'/>"
		"<documento titolo='Relazione' periodo='2022-2024' versione='aggiornata' "
		"ufficio='Controllo'><approvazione organo='Giunta' atto='deliberazione' numero='85' "
		"data='2023-06-13'/><validazione organo='OIV' data='2023-06-20'/>"
		"<atto tipo='determina' numero='1' oggetto='Avvio'/><firma ruolo='Presidente'/>"
		"</documento>");
	const struct model_document *document = plan->document;
	const struct model_act *act = document->acts.items[0];

	assert_string_equal(plan->body->name, "Camera");
	assert_string_equal(document->approval->type, "deliberazione");
	assert_int_equal(document->approval->date.date, date_make(2023, 6, 13));
	assert_string_equal(document->validation->organ, "OIV");
	assert_string_equal(act->type, "determina");
	assert_string_equal(((struct model_signature *)document->signatures.items[0])->role,
			    "Presidente");
	assert_true(plan->report);
	assert_int_equal(plan->year, 2022);
	assert_int_equal(plan->source.data[0], '<');
}

static void test_input__children_are_seen_through_headings(void **state)
{
	struct model_plan *plan = plan_of(
		*state, "piano",
		"<ambito codice='1' titolo='A'><obiettivo id='S' tipo='strategico' titolo='S'>"
		"<indicatore id='s1'><target>1</target></indicatore>"
		"<ambito tipo='programma-operativo' titolo='P'><ambito titolo='Q'>"
		"<obiettivo id='O1' tipo='operativo'><indicatore id='o1'><target>1</target>"
		"</indicatore></obiettivo></ambito></ambito>"
		"<obiettivo id='O2'><indicatore id='o2'><target>1</target></indicatore></obiettivo>"
		"</obiettivo></ambito>");
	const struct model_objective *top = objective_of(plan, "S");
	const struct model_objective *below = objective_of(plan, "O1");

	assert_int_equal(top->objectives.count, 2);
	assert_ptr_equal(below->parent, top);
	assert_string_equal(below->area->title, "Q");
	assert_string_equal(below->area->area->title, "P");
	assert_int_equal(plan->descendants.count, 3);
	assert_int_equal(plan->indicators.count, 3);
	assert_string_equal(top->type, "strategico");
}

static void test_input__what_belongs_to_an_objective_is_read(void **state)
{
	struct fixture *f = *state;
	struct model_plan *plan = plan_of(
		f, "piano",
		"<obiettivo id='O' peso='100' titolo='T'><descrizione>D</descrizione>"
		"<beneficio>B</beneficio><stakeholder>Imprese</stakeholder>"
		"<stakeholder>Cittadini</stakeholder><soggetto-esterno>nessuno</soggetto-esterno>"
		"<programma codice='003' riferimento='D.M. 27/03/2013'>Servizi</programma>"
		"<missione codice='011'/>"
		"<risorse preventivo='955000.00' consuntivo='941200.00'/><risorse anno='2023'/>"
		"<segno nome='comune'>Transizione</segno>"
		"<dichiarato grado='94.86' giudizio='Raggiunto'/>"
		"<indicatore id='i'><target>1</target></indicatore></obiettivo>");
	const struct model_objective *objective = objective_of(plan, "O");
	const struct model_resource *resource = objective->resources.items[0];
	const struct model_resource *next = objective->resources.items[1];

	assert_int_equal(objective->stakeholders.count, 2);
	assert_string_equal(((struct model_programme *)objective->programmes.items[0])->title,
			    "Servizi");
	assert_string_equal(((struct model_programme *)objective->missions.items[0])->code, "011");
	assert_int_equal(resource->year, 2022);
	assert_string_equal(figure(f, resource->budget), "955000.00");
	assert_null(next->budget.number);
	assert_int_equal(next->year, 2023);
	assert_string_equal(((struct model_sign *)objective->signs.items[0])->text, "Transizione");
	assert_string_equal(objective->declared->judgement, "Raggiunto");
	assert_int_equal(plan->source.data[objective->start], '<');
	assert_int_equal(plan->source.data[objective->end - 1], '>');
}

static void test_input__the_system_is_read(void **state)
{
	struct fixture *f = *state;
	struct model_plan *plan = plan_of(
		f, "piano",
		"<sistema><regola id='r' tipo='fasce' misura='scostamento'>"
		"<fascia fino-a='0' grado='100'/><fascia fino-a='30' grado='90.5'/>"
		"<fascia grado='0'/></regola>"
		"<aggregazione tipo='media-ponderata' non-misurabili='zero' vuoti='esclusi'/>"
		"<giudizi><giudizio da='95' etichetta='Sì' segnale='verde'/>"
		"<giudizio oltre='0' etichetta='In parte'/><giudizio da='0' etichetta='No'/></giudizi>"
		"<valutazione ruolo='dirigente'><parte id='a' titolo='A' peso='30'/>"
		"<parte id='b' peso='70'/></valutazione></sistema>");
	const struct model_system *system = plan->system;
	const struct model_rule *rule = system->rules.items[0];
	const struct model_judgement *middle = system->judgements.items[1];

	assert_int_equal(rule->type, MODEL_RULE_BANDS);
	assert_int_equal(rule->measure, MODEL_BAND_VARIANCE);
	assert_int_equal(rule->bands.count, 3);
	assert_string_equal(figure(f, ((struct model_band *)rule->bands.items[1])->degree), "90.5");
	assert_int_equal(system->not_measurable, MODEL_ZERO);
	assert_int_equal(system->empty, MODEL_EXCLUDED);
	assert_true(middle->above);
	assert_string_equal(figure(f, middle->from), "0");
	assert_int_equal(system->evaluations.count, 1);
}

static void test_input__budget_and_texts_are_read(void **state)
{
	struct fixture *f = *state;
	struct model_plan *plan = plan_of(
		f, "piano",
		"<bilancio><serie id='diritto' titolo='D' unita-misura='euro'>"
		"<punto voce='2020' valore='100.5'/><punto voce='2021'/></serie>"
		"<tavola id='spese' unita-misura='euro' categorie='2021 2022'>"
		"<riga voce='Personale' valori='1.5 -'/></tavola></bilancio>"
		"<testo id='premessa' titolo='Premessa'><p>Uno <b>due</b></p></testo><testo/>");
	const struct model_series *series = plan->series.items[0];
	const struct model_table *table = plan->tables.items[0];
	const struct model_row *row = table->rows.items[0];
	const struct model_point *cell = row->values.items[0];
	const struct model_text *text = plan->texts.items[0];

	assert_int_equal(series->points.count, 2);
	assert_null(((struct model_point *)series->points.items[1])->value.number);
	assert_string_equal(cell->label, "2021");
	assert_string_equal(figure(f, cell->value), "1.5");
	assert_null(((struct model_point *)row->values.items[1])->value.number);
	assert_string_equal(text->title, "Premessa");
	assert_true(element_is(text->content, "testo"));
	assert_string_equal(((struct model_text *)plan->texts.items[1])->id, "testo-2");
}

int run_tree(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(test_input__the_document_is_read),
		TEST(test_input__children_are_seen_through_headings),
		TEST(test_input__what_belongs_to_an_objective_is_read),
		TEST(test_input__the_system_is_read),
		TEST(test_input__budget_and_texts_are_read),
	};

	return cmocka_run_group_tests_name("tree", tests, NULL, NULL);
}
