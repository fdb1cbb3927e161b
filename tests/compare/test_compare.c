/* What is the same thing in two plans, what changed in it, in which order it
 * is told; the text and the CSV of one pair (golden files in attesi/). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "golden.h"

#include "base/terminal.h"
#include "compare/compare.h"
#include "input/input.h"
#include "model/field.h"
#include "score/score.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define BYTES_MAX 10000000

#define HEAD(year)                                                                                 \
	"<piano xmlns='urn:relazione:piano:1' tipo='relazione' anno='" year "'>"                   \
	"<ente codice='e' denominazione='E'/><documento titolo='T'/>"                              \
	"<sistema><regola id='s' tipo='lineare'/><predefinite numero='s' data='s'/>"               \
	"<giudizi><giudizio da='95' etichetta='Raggiunto' segnale='verde'/>"                       \
	"<giudizio da='0' etichetta='Non raggiunto' segnale='rosso'/></giudizi></sistema>"         \
	"<struttura><unita id='u1' denominazione='Uno'/><unita id='u2' denominazione='Due'/>"      \
	"<incarico id='dir' ruolo='Dirigente'/></struttura>"
#define TAIL "</piano>"
/* An objective with one indicator. */
#define LEAF(attributes, target, actual)                                                           \
	"<obiettivo tipo='o' " attributes "><indicatore><nome>N</nome><target>" target             \
	"</target><consuntivo>" actual "</consuntivo></indicatore></obiettivo>"

struct fixture {
	struct arena *arena;
	struct diag diag;
};

static int setup(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	f->arena = arena_create(NULL);
	f->diag = diag_make(f->arena);
	*state = f;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *f = *state;

	arena_destroy(f->arena);
	free(f);
	return 0;
}

static struct model_plan *read_plan(struct fixture *f, const char *name, const char *xml)
{
	struct bytes source = { xml, strlen(xml) };
	struct model_plan *plan;
	enum status status = input_read(&plan, f->arena, name, source, NULL, &f->diag);

	if (status != STATUS_OK)
		print_message("%s\n", f->diag.entries[f->diag.count - 1].text);
	assert_int_equal(status, STATUS_OK);
	score_run(plan, &f->diag);
	return plan;
}

static struct model_comparison *compared(struct fixture *f, const char *before, const char *after)
{
	return compare_plans(f->arena, read_plan(f, "a.xml", before), read_plan(f, "b.xml", after),
			     &(struct compare_options){ 0 });
}

/* "cambiato O1; tolto O2": all but areas and what is the same. */
static const char *told(struct fixture *f, const struct model_comparison *comparison)
{
	struct text out = text_make(f->arena);

	for (size_t i = 0; i < comparison->entries.count; i++) {
		const struct model_compared *entry = comparison->entries.items[i];

		if (entry->kind == MODEL_COMPARED_INDICATOR || entry->kind == MODEL_COMPARED_AREA ||
		    entry->state == MODEL_SAME)
			continue;
		text_addf(&out, "%s%s %s", out.length > 0 ? "; " : "",
			  model_compared_states[entry->state], entry->title);
	}
	return out.bytes;
}

static const struct model_compared *entry_of(const struct model_comparison *comparison,
					     enum model_compared_kind kind)
{
	for (size_t i = 0; i < comparison->entries.count; i++) {
		const struct model_compared *entry = comparison->entries.items[i];

		if (entry->kind == kind)
			return entry;
	}
	fail();
	return NULL;
}

/* "peso: 20 -> 25 (5); …" of the first entry of a kind. */
static const char *changes(struct fixture *f, const struct model_comparison *comparison,
			   enum model_compared_kind kind)
{
	const struct model_compared *entry = entry_of(comparison, kind);
	struct text out = text_make(f->arena);

	for (size_t i = 0; i < entry->differences.count; i++) {
		const struct model_difference *change = entry->differences.items[i];

		text_addf(&out, "%s%s", out.length > 0 ? "; " : "", change->field);
		if (change->year != 0)
			text_addf(&out, " %d", change->year);
		text_addf(&out, ": %s -> %s", change->before_data ? change->before_data : "",
			  change->after_data ? change->after_data : "");
		if (change->variance.given)
			text_addf(&out, " (%s)",
				  number_xml(f->arena, change->variance.value,
					     change->variance.decimals));
	}
	return out.bytes;
}

/* ---- the same thing ---------------------------------------------------- */

static void test_compare__same_id_is_the_same_thing_wherever_it_stands(void **state)
{
	struct fixture *f = *state;
	const struct model_comparison *c =
		compared(f,
			 HEAD("2022") "<ambito titolo='A'>" LEAF("id='O' titolo='Uno'", "1",
								 "1") "</ambito>"
								      "<ambito titolo='B'/>" TAIL,
			 HEAD("2022") "<ambito titolo='A'/>"
				      "<ambito titolo='B'>" LEAF("id='O' titolo='Tutt’altro'", "1",
								 "1") "</ambito>" TAIL);

	assert_string_equal(told(f, c), "cambiato Tutt’altro");
	assert_string_equal(changes(f, c, MODEL_COMPARED_OBJECTIVE),
			    "posizione: A -> B; titolo: Uno -> Tutt’altro");
}

static void test_compare__same_code_is_the_same_thing(void **state)
{
	struct fixture *f = *state;
	const struct model_comparison *c =
		compared(f, HEAD("2022") LEAF("id='x' codice='1.1' titolo='Uno'", "1", "1") TAIL,
			 HEAD("2022") LEAF("id='y' codice='1.1' titolo='Due'", "1", "1") TAIL);

	assert_string_equal(told(f, c), "cambiato Due");
}

static void test_compare__repeated_code_counts_only_in_the_same_parent(void **state)
{
	struct fixture *f = *state;
#define TWICE(first, second)                                                                                \
	"<obiettivo id='P' tipo='s' titolo='P'>" LEAF(                                                      \
		"codice='a' titolo='" first "'", "1",                                                       \
		"1") "</obiettivo><obiettivo id='Q' tipo='s' titolo='Q'>" LEAF("codice='a' titolo='" second \
									       "'",                         \
									       "1",                         \
									       "1") "</obiettivo>"
	const struct model_comparison *c = compared(f, HEAD("2022") TWICE("Uno", "Due") TAIL,
						    HEAD("2022") TWICE("Tre", "Quattro") TAIL);

	assert_string_equal(told(f, c), "cambiato Tre; cambiato Quattro");
}

static void test_compare__similar_title_in_the_same_parent_is_the_same_thing(void **state)
{
	struct fixture *f = *state;
	const struct model_comparison *c = compared(
		f,
		HEAD("2022") LEAF("titolo='Migliorare i servizi digitali per le imprese'", "1", "1")
			LEAF("titolo='Ridurre i tempi dei pagamenti'", "1", "1") TAIL,
		HEAD("2022") LEAF("titolo='Ridurre i tempi medi dei pagamenti'", "1", "1")
			LEAF("titolo='Migliorare i servizi digitali per le piccole imprese'", "1",
			     "1") LEAF("titolo='Formare il personale'", "1", "1") TAIL);

	assert_string_equal(told(f, c),
			    "cambiato Ridurre i tempi medi dei pagamenti; "
			    "cambiato Migliorare i servizi digitali per le piccole imprese; "
			    "aggiunto Formare il personale");
}

/* An id that input made of the place in the tree says nothing. */
static void test_compare__place_is_no_identity(void **state)
{
	struct fixture *f = *state;
	const struct model_comparison *c =
		compared(f, HEAD("2022") LEAF("titolo='Aprire lo sportello'", "1", "1") TAIL,
			 HEAD("2022") LEAF("titolo='Formare il personale'", "1", "1") TAIL);

	assert_string_equal(told(f, c), "tolto Aprire lo sportello; aggiunto Formare il personale");
}

/* ---- what changed ------------------------------------------------------ */

#define INDICATOR(attributes, content)                                                             \
	HEAD("2022")                                                                               \
	"<obiettivo id='O' tipo='o' titolo='T'><indicatore id='I' " attributes                     \
	"><nome>N</nome>" content "</indicatore></obiettivo>" TAIL

static void test_compare__planned_figures_are_compared_exactly(void **state)
{
	struct fixture *f = *state;
	const struct model_comparison *c =
		compared(f,
			 INDICATOR("peso='100' unita-misura='%'",
				   "<target op='&gt;='>75.0</target><soglia>65</soglia>"
				   "<consuntivo>71.21</consuntivo>"),
			 INDICATOR("peso='50.00' unita-misura='n.'",
				   "<target op='&gt;'>75</target><soglia>60.5</soglia>"
				   "<consuntivo>71.21</consuntivo>"));

	assert_string_equal(changes(f, c, MODEL_COMPARED_INDICATOR),
			    "peso: 100 -> 50.00 (-50.00); unita-misura: % -> n.; "
			    "operatore: >= -> >; soglia: 65 -> 60.5 (-4.5)");
	assert_int_equal(c->counts[MODEL_COMPARED_INDICATOR].counts[MODEL_CHANGED], 1);
	assert_int_equal(c->counts[MODEL_COMPARED_OBJECTIVE].counts[MODEL_SAME], 1);
}

static void test_compare__dates_differ_by_days(void **state)
{
	struct fixture *f = *state;
	const struct model_comparison *c =
		compared(f,
			 INDICATOR("tipo='data'", "<target op='entro'>2022-06-30</target>"
						  "<consuntivo>2022-06-01</consuntivo>"),
			 INDICATOR("tipo='data'", "<target op='entro'>2022-12-31</target>"
						  "<consuntivo>2022-06-01</consuntivo>"));

	assert_string_equal(changes(f, c, MODEL_COMPARED_INDICATOR),
			    "target: 2022-06-30 -> 2022-12-31 (184)");
}

/* What was reached changes no plan. */
static void test_compare__an_actual_is_a_result_and_no_change(void **state)
{
	struct fixture *f = *state;
	const struct model_comparison *c =
		compared(f, INDICATOR("", "<target>10</target><consuntivo>10</consuntivo>"),
			 INDICATOR("", "<target>10</target><consuntivo>8</consuntivo>"));
	const struct model_compared *objective = entry_of(c, MODEL_COMPARED_OBJECTIVE);

	assert_string_equal(changes(f, c, MODEL_COMPARED_INDICATOR), "consuntivo: 10 -> 8 (-2)");
	assert_int_equal(c->counts[MODEL_COMPARED_INDICATOR].counts[MODEL_SAME], 1);
	assert_true(objective->judgement_changed);
	assert_string_equal(number_xml(f->arena, objective->difference, 2), "-100.00");
	assert_int_equal(c->worse, 1);
	assert_int_equal(c->judged_differently, 1);
}

static void test_compare__each_year_of_plans_of_one_year_is_compared(void **state)
{
	struct fixture *f = *state;
	const struct model_comparison *c =
		compared(f,
			 INDICATOR("", "<target>1</target><target anno='2023'>2</target>"
				       "<consuntivo>1</consuntivo>"),
			 INDICATOR("", "<target>1</target><target anno='2023'>3</target>"
				       "<target anno='2024'>4</target><consuntivo>1</consuntivo>"));

	assert_string_equal(changes(f, c, MODEL_COMPARED_INDICATOR),
			    "target 2023: 2 -> 3 (1); target 2024:  -> 4");
}

static void test_compare__plans_of_two_years_are_compared_each_in_its_own(void **state)
{
	struct fixture *f = *state;
	const struct model_comparison *c =
		compared(f, HEAD("2022") LEAF("id='O' titolo='T'", "1", "1") TAIL,
			 HEAD("2023") LEAF("id='O' titolo='T'", "2", "2") TAIL);

	assert_string_equal(changes(f, c, MODEL_COMPARED_INDICATOR),
			    "target: 1 -> 2 (1); consuntivo: 1 -> 2 (1)");
	assert_int_equal(c->level, 1);
}

static void test_compare__who_is_responsible_is_compared(void **state)
{
	struct fixture *f = *state;
	const struct model_comparison *c =
		compared(f, HEAD("2022") LEAF("id='O' titolo='T' unita='u1'", "1", "1") TAIL,
			 HEAD("2022") LEAF("id='O' titolo='T' unita='u1 u2' responsabile='dir'",
					   "1", "1") TAIL);

	assert_string_equal(changes(f, c, MODEL_COMPARED_OBJECTIVE),
			    "unita: Uno -> Uno; Due; responsabili:  -> Dirigente");
}

/* ---- order ------------------------------------------------------------- */

static void test_compare__what_was_removed_stands_where_it_was(void **state)
{
	struct fixture *f = *state;
#define O(id) LEAF("id='" id "' titolo='" id "'", "1", "1")
	const struct model_comparison *c =
		compared(f, HEAD("2022") O("a") O("b") O("c") O("d") O("e") TAIL,
			 HEAD("2022") O("d") O("x") O("b") TAIL);
	struct text order = text_make(f->arena);

	for (size_t i = 0; i < c->entries.count; i++) {
		const struct model_compared *entry = c->entries.items[i];

		if (entry->kind == MODEL_COMPARED_OBJECTIVE)
			text_add(&order, entry->id);
	}
	assert_string_equal(order.bytes, "adexbc");
}

static void test_compare__what_left_a_removed_parent_is_not_removed(void **state)
{
	struct fixture *f = *state;
	const struct model_comparison *c =
		compared(f,
			 HEAD("2022") "<obiettivo id='P' tipo='s' titolo='P'>" O("a")
				 O("b") "</obiettivo>" O("z") TAIL,
			 HEAD("2022") O("z") O("a") TAIL);

	assert_string_equal(told(f, c), "tolto P; tolto b; cambiato a");
}

static void test_compare__a_plan_does_not_differ_from_itself(void **state)
{
	struct fixture *f = *state;
	struct text out = text_make(f->arena);
	struct bytes xml;
	const struct model_comparison *c;

	assert_int_equal(file_read(&xml, f->arena, SOURCE_DIR "/samples/torino/piano.xml",
				   BYTES_MAX, &f->diag),
			 STATUS_OK);
	c = compared(f, xml.data, xml.data);
	for (int kind = 0; kind < MODEL_COMPARED_KINDS; kind++)
		assert_int_equal(c->counts[kind].counts[MODEL_ADDED] +
					 c->counts[kind].counts[MODEL_REMOVED] +
					 c->counts[kind].counts[MODEL_CHANGED],
				 0);
	compare_text(&out, c, 80);
	assert_non_null(strstr(out.bytes, "I due piani non differiscono\n"));
}

static void test_compare__public_edition_leaves_sheets_out(void **state)
{
	struct fixture *f = *state;
	struct model_plan *a = read_plan(f, "a.xml", HEAD("2022") O("a") TAIL);
	struct model_plan *b = read_plan(
		f, "b.xml",
		HEAD("2022") O("a") "<assegnazione incarico='dir'>" O("p") "</assegnazione>" TAIL);
	struct compare_options public = { .public_edition = true };

	assert_int_equal(compare_plans(f->arena, a, b, &public)->entries.count, 2);
	assert_int_equal(
		compare_plans(f->arena, a, b, &(struct compare_options){ 0 })->entries.count, 5);
}

/* More of one kind than are compared word by word. */
static void test_compare__many_children_are_matched_in_time(void **state)
{
	struct fixture *f = *state;
	struct text a = text_make(f->arena), b = text_make(f->arena);
	const struct model_comparison *c;

	text_add(&a, HEAD("2022"));
	text_add(&b, HEAD("2022"));
	for (int i = 0; i < 4000; i++) {
		text_addf(&a, "<obiettivo tipo='o' titolo='Obiettivo numero %d'/>", i);
		text_addf(&b, "<obiettivo tipo='o' titolo='Obiettivo numero %d'/>", i + 1);
	}
	text_add(&a, TAIL);
	text_add(&b, TAIL);
	c = compared(f, a.bytes, b.bytes);
	assert_string_equal(told(f, c), "cambiato Obiettivo numero 4000");
}

/* ---- as templates see it ------------------------------------------------ */

static const struct model_compared *child_of(const struct model_list *list, const char *title)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct model_compared *entry = list->items[i];

		if (text_equal(entry->title, title))
			return entry;
	}
	fail();
	return NULL;
}

static struct model_datum field_of(const struct model_class *class, const void *object,
				   const char *name)
{
	const struct model_field *field = model_field_find(class, name);

	assert_non_null(field);
	return model_get(object, field, 2023);
}

static void test_compare__the_second_plan_carries_the_comparison(void **state)
{
	struct fixture *f = *state;
	struct model_plan *a = read_plan(f, "a.xml", HEAD("2022") LEAF("id='O'", "1", "1") TAIL);
	struct model_plan *b = read_plan(f, "b.xml", HEAD("2023") LEAF("id='O'", "1", "1") TAIL);
	const struct model_comparison *c =
		compare_plans(f->arena, a, b, &(struct compare_options){ 0 });
	struct model_datum datum = field_of(&model_class_plan, b, "confronto");

	assert_ptr_equal(b->comparison, c);
	assert_null(a->comparison);
	assert_ptr_equal(datum.thing.object, c);
	assert_ptr_equal(field_of(&model_class_comparison, c, "prima").thing.object, a);
	assert_false(field_of(&model_class_comparison, c, "stesso-anno").flag);
}

static void test_compare__entries_know_what_they_stand_in(void **state)
{
	struct fixture *f = *state;
	const struct model_comparison *c =
		compared(f,
			 HEAD("2022") "<ambito titolo='A'>" LEAF("id='O' titolo='Uno'", "1",
								 "1") "</ambito>" TAIL,
			 HEAD("2022") "<ambito titolo='A'/>" TAIL);
	const struct model_compared *area = child_of(&c->content, "A");
	const struct model_compared *objective = child_of(&area->content, "Uno");

	assert_ptr_equal(objective->parent, area);
	assert_int_equal(objective->state, MODEL_REMOVED);
	assert_int_equal(child_of(&objective->content, "N")->depth, 3);
	assert_string_equal(field_of(&model_class_compared, objective, "esito").text, "tolto");
	assert_string_equal(field_of(&model_class_compared, objective, "tipo").text, "o");
}

/* A value is that of its own plan's year, and a result that one side lacks is
 * absent, not nought. */
static void test_compare__each_side_has_its_own_values(void **state)
{
	struct fixture *f = *state;
	const struct model_comparison *c =
		compared(f, HEAD("2022") LEAF("id='O' titolo='T'", "10", "9") TAIL,
			 HEAD("2023") LEAF("id='O' titolo='T'", "20", "20")
				 LEAF("id='P' titolo='U'", "1", "1") TAIL);
	const struct model_compared *indicator =
		child_of(&child_of(&c->content, "T")->content, "N");
	const struct model_compared *added = child_of(&c->content, "U");

	assert_string_equal(field_of(&model_class_compared, indicator, "target-prima").value->text,
			    "10");
	assert_string_equal(
		field_of(&model_class_compared, indicator, "consuntivo-dopo").value->text, "20");
	assert_false(field_of(&model_class_compared, added, "risultato-prima").given);
	assert_true(field_of(&model_class_compared, added, "risultato-dopo").given);
	assert_true(field_of(&model_class_compared, added, "risultato-cambiato").flag);
}

static void test_compare__judgements_are_counted_on_both_sides(void **state)
{
	struct fixture *f = *state;
	const struct model_comparison *c =
		compared(f, INDICATOR("", "<target>10</target><consuntivo>10</consuntivo>"),
			 INDICATOR("", "<target>10</target><consuntivo>8</consuntivo>"));
	struct text out = text_make(f->arena);

	for (size_t i = 0; i < c->judgements.count; i++) {
		const struct model_compared_judgement *row = c->judgements.items[i];

		text_addf(&out, "%s %s %d %d; ", row->type, row->judgement->label, row->before,
			  row->after);
	}
	assert_string_equal(out.bytes, "o Raggiunto 1 0; o Non raggiunto 0 1; ");
}

/* ---- printing ---------------------------------------------------------- */

static void assert_golden(struct fixture *f, const char *name, const struct text *got)
{
	golden_assert(f->arena, arena_printf(f->arena, TEST_DIR "/attesi/%s", name), got->bytes);
}

static struct model_comparison *golden_pair(struct fixture *f)
{
	struct bytes a, b;

	assert_int_equal(file_read(&a, f->arena, TEST_DIR "/prima.xml", BYTES_MAX, &f->diag),
			 STATUS_OK);
	assert_int_equal(file_read(&b, f->arena, TEST_DIR "/dopo.xml", BYTES_MAX, &f->diag),
			 STATUS_OK);
	return compare_plans(f->arena, read_plan(f, "prima.xml", a.data),
			     read_plan(f, "dopo.xml", b.data), &(struct compare_options){ 0 });
}

static void test_compare__text_is_the_golden_one(void **state)
{
	struct fixture *f = *state;
	struct text out = text_make(f->arena);

	compare_text(&out, golden_pair(f), 100);
	assert_golden(f, "confronto.txt", &out);
}

static void test_compare__csv_is_the_golden_one(void **state)
{
	struct fixture *f = *state;
	struct text plain = text_make(f->arena), excel = text_make(f->arena);

	compare_csv(&plain, golden_pair(f), false);
	assert_golden(f, "confronto.csv", &plain);
	compare_csv(&excel, golden_pair(f), true);
	assert_golden(f, "confronto-excel.csv", &excel);
}

static void test_compare__text_fits_every_width(void **state)
{
	struct fixture *f = *state;
	struct model_comparison *c = golden_pair(f);

	for (int width = 48; width < 160; width += 7) {
		struct text out = text_make(f->arena);
		char *line, *next;

		compare_text(&out, c, width);
		for (line = strtok_r(out.bytes, "\n", &next); line != NULL;
		     line = strtok_r(NULL, "\n", &next))
			assert_true(terminal_width(line) <= width);
	}
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		CASE(test_compare__same_id_is_the_same_thing_wherever_it_stands),
		CASE(test_compare__same_code_is_the_same_thing),
		CASE(test_compare__repeated_code_counts_only_in_the_same_parent),
		CASE(test_compare__similar_title_in_the_same_parent_is_the_same_thing),
		CASE(test_compare__place_is_no_identity),
		CASE(test_compare__planned_figures_are_compared_exactly),
		CASE(test_compare__dates_differ_by_days),
		CASE(test_compare__an_actual_is_a_result_and_no_change),
		CASE(test_compare__each_year_of_plans_of_one_year_is_compared),
		CASE(test_compare__plans_of_two_years_are_compared_each_in_its_own),
		CASE(test_compare__who_is_responsible_is_compared),
		CASE(test_compare__what_was_removed_stands_where_it_was),
		CASE(test_compare__what_left_a_removed_parent_is_not_removed),
		CASE(test_compare__a_plan_does_not_differ_from_itself),
		CASE(test_compare__public_edition_leaves_sheets_out),
		CASE(test_compare__many_children_are_matched_in_time),
		CASE(test_compare__the_second_plan_carries_the_comparison),
		CASE(test_compare__entries_know_what_they_stand_in),
		CASE(test_compare__each_side_has_its_own_values),
		CASE(test_compare__judgements_are_counted_on_both_sides),
		CASE(test_compare__text_is_the_golden_one),
		CASE(test_compare__csv_is_the_golden_one),
		CASE(test_compare__text_fits_every_width),
	};

	setlocale(LC_ALL, "");
	return cmocka_run_group_tests_name("compare", tests, NULL, NULL);
}
