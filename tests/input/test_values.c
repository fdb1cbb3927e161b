/* test_values.c - the grammar of values. Source: design "Value". */
#include "fixture.h"

static struct model_value *first(const struct model_list *values)
{
	assert_int_not_equal(values->count, 0);
	return values->items[0];
}

static void test_input__a_number_keeps_its_decimals(void **state)
{
	struct fixture *f = *state;
	struct model_plan *plan = report_with(
		f,
		"<obiettivo id='O'><indicatore id='i' unita-misura='%'>"
		"<valore anno='2021' numeratore='32' denominatore='660'>4.84</valore>"
		"<target anno='2022' op='&gt;='>105.00</target><target anno='2023'>106.0</target>"
		"<soglia>95</soglia><consuntivo>110.58</consuntivo></indicatore></obiettivo>");
	const struct model_indicator *indicator = indicator_of(plan, "i");
	const struct model_value *baseline = first(&indicator->values);

	assert_string_equal(figure(f, indicator->target->figure), "105.00");
	assert_int_equal(indicator->target->op, MODEL_AT_LEAST);
	assert_int_equal(indicator->targets.count, 2);
	assert_string_equal(figure(f, indicator->threshold->figure), "95");
	assert_int_equal(indicator->threshold->year, 2022); /* the plan's, when none is given */
	assert_string_equal(figure(f, indicator->actual->figure), "110.58");
	assert_string_equal(indicator->actual->unit, "%");
	assert_int_equal(baseline->year, 2021);
	assert_string_equal(figure(f, baseline->figure), "4.84");
	assert_string_equal(figure(f, baseline->numerator), "32");
	assert_string_equal(figure(f, baseline->denominator), "660");
}

static void test_input__several_dates_are_one_value(void **state)
{
	struct model_plan *plan = report_with(
		*state, "<obiettivo><indicatore id='i' tipo='data'>"
			"<target op='entro'> 2022-06-30\n 2022-12-31 </target>"
			"<consuntivo>2022-06-29 2022-12-31</consuntivo></indicatore></obiettivo>");
	const struct model_value *target = indicator_of(plan, "i")->target;

	assert_int_equal(target->kind, MODEL_DATE);
	assert_int_equal(target->op, MODEL_WITHIN);
	assert_int_equal(target->date_count, 2);
	assert_int_equal(target->dates[0], date_make(2022, 6, 30));
	assert_int_equal(target->dates[1], date_make(2022, 12, 31));
	assert_string_equal(target->text, "2022-06-30 2022-12-31");
}

static void test_input__choices_and_words_are_read_by_kind(void **state)
{
	struct model_plan *plan = plan_of(
		*state, "piano",
		"<sistema><scala id='livello'><gradino>basso</gradino><gradino>medio</gradino>"
		"<gradino>alto</gradino></scala><scala id='altra'><gradino>a</gradino>"
		"<gradino>b</gradino></scala></sistema>"
		"<obiettivo><indicatore id='i1' tipo='si-no'><target>si</target></indicatore>"
		"<indicatore id='i2' tipo='scala' scala='livello'><target op='&gt;='>Medio</target>"
		"</indicatore>"
		"<indicatore id='i3' tipo='testo'><target>  Una volta\n l'anno </target></indicatore>"
		"<indicatore id='i4'><target tipo='testo'>Anno di rilevazione</target>"
		"<target anno='2023'>1</target></indicatore></obiettivo>");

	assert_true(indicator_of(plan, "i1")->target->yes);
	assert_int_equal(indicator_of(plan, "i2")->target->step->rank, 1);
	assert_string_equal(indicator_of(plan, "i2")->target->step->name, "medio");
	assert_string_equal(indicator_of(plan, "i3")->target->text, "Una volta l'anno");
	assert_int_equal(indicator_of(plan, "i4")->target->kind, MODEL_TEXT);
	assert_int_equal(indicator_of(plan, "i4")->type, MODEL_NUMBER);
}

static void test_input__empty_missing_and_unavailable_are_kept_apart(void **state)
{
	struct fixture *f = *state;
	struct model_plan *plan = report_with(
		f,
		"<obiettivo>"
		"<indicatore id='i1'><target>1</target><consuntivo/></indicatore>"
		"<indicatore id='i2'><target>1</target>"
		"<consuntivo stato='non-disponibile' motivo='In ritardo'/></indicatore>"
		"<indicatore id='i3'><target>1</target>"
		"<esito stato='non-misurabile'>Norma cambiata</esito></indicatore>"
		"<indicatore id='i4'><target stampato='zero'>0</target><consuntivo>0</consuntivo>"
		"</indicatore></obiettivo>");
	const struct model_indicator *last = indicator_of(plan, "i4");

	assert_int_equal(indicator_of(plan, "i1")->actual->state, MODEL_EMPTY);
	assert_int_equal(indicator_of(plan, "i2")->actual->state, MODEL_NOT_AVAILABLE);
	assert_string_equal(indicator_of(plan, "i2")->actual->reason, "In ritardo");
	assert_null(indicator_of(plan, "i3")->actual);
	assert_int_equal(indicator_of(plan, "i3")->outcome, MODEL_OUTCOME_NOT_MEASURABLE);
	assert_string_equal(indicator_of(plan, "i3")->outcome_reason, "Norma cambiata");
	assert_string_equal(last->target->printed, "zero");
	assert_int_equal(last->target->state, MODEL_GIVEN);
}

/* Source: design section 4: times `fattore`: 100 if the unit is %, else 1. */
static void test_input__two_parts_alone_make_a_figure(void **state)
{
	struct fixture *f = *state;
	struct model_plan *plan = report_with(
		f, "<obiettivo>"
		   "<indicatore id='i1' unita-misura='%'><target>1</target>"
		   "<consuntivo numeratore='1' denominatore='3'/></indicatore>"
		   "<indicatore id='i2'><algoritmo fattore='1000'>Ogni mille</algoritmo>"
		   "<target>1</target><consuntivo numeratore='1' denominatore='8'/></indicatore>"
		   "</obiettivo>");

	assert_string_equal(figure(f, indicator_of(plan, "i1")->actual->figure), "33.33");
	assert_string_equal(figure(f, indicator_of(plan, "i2")->actual->figure), "125.00");
	assert_int_equal(indicator_of(plan, "i1")->actual->state, MODEL_GIVEN);
}

static void test_input__a_mark_points_to_the_nearest_note_upwards(void **state)
{
	struct model_plan *plan = plan_of(
		*state, "piano",
		"<documento><nota segno='*'>del documento</nota><nota segno='**'>due</nota>"
		"</documento>"
		"<ambito titolo='A'><nota segno='*'>dell'ambito</nota><obiettivo>"
		"<indicatore id='i1'><nota segno='*'>mia</nota><target richiamo='*'>1</target>"
		"</indicatore><indicatore id='i2'><target richiamo='*'>1</target>"
		"<target anno='2023' richiamo='**'>1</target></indicatore></obiettivo></ambito>"
		"<obiettivo><indicatore id='i3'><target richiamo='*'>1</target></indicatore>"
		"</obiettivo>");
	const struct model_value *second = indicator_of(plan, "i2")->targets.items[1];

	assert_string_equal(indicator_of(plan, "i1")->target->note->text, "mia");
	assert_string_equal(indicator_of(plan, "i2")->target->note->text, "dell'ambito");
	assert_string_equal(indicator_of(plan, "i3")->target->note->text, "del documento");
	assert_string_equal(second->note->text, "due");
}

/* Source: design "Again": what is given wins, the rest comes from there. */
static void test_input__a_repeated_indicator_reads_its_values_by_the_first(void **state)
{
	struct fixture *f = *state;
	struct model_plan *plan = report_with(
		f, "<obiettivo><indicatore id='uso' rif='lontano' peso='40'>"
		   "<consuntivo>2022-03-01</consuntivo></indicatore>"
		   "<indicatore id='altro' peso='60'><target>1</target><consuntivo>1</consuntivo>"
		   "</indicatore></obiettivo>"
		   "<obiettivo><indicatore id='primo' tipo='data' unita-misura='gg'>"
		   "<nome>Nome</nome><target op='entro'>2022-12-31</target>"
		   "<consuntivo>2022-02-01</consuntivo></indicatore>"
		   "<indicatore id='lontano' rif='primo'/></obiettivo>");
	const struct model_indicator *use = indicator_of(plan, "uso");

	assert_int_equal(use->actual->kind, MODEL_DATE);
	assert_int_equal(use->actual->dates[0], date_make(2022, 3, 1));
	assert_int_equal(use->target->dates[0], date_make(2022, 12, 31));
	assert_string_equal(use->name, "Nome");
	assert_string_equal(figure(f, use->weight), "40");
	assert_ptr_equal(use->same_as->same_as, indicator_of(plan, "primo"));
}

static void test_input__what_belongs_to_an_indicator_is_read(void **state)
{
	struct fixture *f = *state;
	struct model_plan *plan = report_with(
		f, "<obiettivo id='O'>"
		   "<indicatore id='i' codice='K' peso='100' tipologia='efficacia' "
		   "verso='decrescente'>"
		   "<nome> Giorni \n medi</nome>"
		   "<algoritmo fonte='Protocollo' operatore='-'><numeratore>A</numeratore>"
		   "<denominatore>B</denominatore></algoritmo>"
		   "<target>30</target><consuntivo>20</consuntivo>"
		   "<dichiarato grado='94.86' scostamento='-10' consuntivo='20.5' "
		   "giudizio='Raggiunto'/>"
		   "<modifica data='2022-09-13' atto='deliberazione 142' campo='target' da='20' "
		   "a='30'>Nuova norma</modifica>"
		   "<segno nome='produttivita' valore='no'/><nota>Prima</nota><nota>Seconda</nota>"
		   "</indicatore></obiettivo>");
	const struct model_indicator *indicator = indicator_of(plan, "i");
	const struct model_change *change = indicator->changes.items[0];

	assert_string_equal(indicator->name, "Giorni medi");
	assert_int_equal(indicator->direction, MODEL_FALLING);
	assert_string_equal(indicator->formula->text, "A - B");
	assert_string_equal(indicator->formula->source, "Protocollo");
	assert_string_equal(figure(f, indicator->declared->degree), "94.86");
	assert_string_equal(figure(f, indicator->declared->actual->figure), "20.5");
	assert_string_equal(change->reason, "Nuova norma");
	assert_int_equal(change->year, 2022);
	assert_true(change->date.given);
	assert_int_equal(indicator->signs.count, 1);
	assert_int_equal(indicator->notes.count, 2);
}

static void test_input__a_degree_by_hand_is_kept_with_its_reason(void **state)
{
	struct fixture *f = *state;
	struct model_plan *plan = report_with(
		f, "<obiettivo><indicatore id='i' tipo='testo'><target>Relazione in Giunta</target>"
		   "<consuntivo>Presentata</consuntivo><manuale grado='80' motivo='In parte'/>"
		   "</indicatore></obiettivo>");
	const struct model_indicator *indicator = indicator_of(plan, "i");

	assert_string_equal(figure(f, indicator->manual), "80");
	assert_string_equal(indicator->manual_reason, "In parte");
}

int run_values(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(test_input__a_number_keeps_its_decimals),
		TEST(test_input__several_dates_are_one_value),
		TEST(test_input__choices_and_words_are_read_by_kind),
		TEST(test_input__empty_missing_and_unavailable_are_kept_apart),
		TEST(test_input__two_parts_alone_make_a_figure),
		TEST(test_input__a_mark_points_to_the_nearest_note_upwards),
		TEST(test_input__a_repeated_indicator_reads_its_values_by_the_first),
		TEST(test_input__what_belongs_to_an_indicator_is_read),
		TEST(test_input__a_degree_by_hand_is_kept_with_its_reason),
	};

	return cmocka_run_group_tests_name("values", tests, NULL, NULL);
}
