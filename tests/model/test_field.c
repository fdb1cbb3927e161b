#include "bench.h"

#include <string.h>

static struct model_datum get(const struct model_class *class, const void *object, const char *name)
{
	const struct model_field *field = model_field_find(class, name);

	assert_non_null(field);
	return model_get(object, field, 2022);
}

/* Names that design section 5 and its example use. */
static void test_model__names_of_the_contract_exist(void **state)
{
	static const char *const names[][2] = {
		{ "piano", "anno" },
		{ "piano", "edizione" },
		{ "piano", "ambiti" },
		{ "piano", "obiettivi" },
		{ "piano", "discendenti" },
		{ "piano", "distribuzione" },
		{ "piano", "testi" },
		{ "piano", "serie" },
		{ "piano", "bilancio" },
		{ "bilancio", "tavole" },
		{ "documento", "titolo" },
		{ "obiettivo", "codice" },
		{ "obiettivo", "unita" },
		{ "unita", "denominazione" },
		{ "obiettivo", "risultato" },
		{ "obiettivo", "giudizio" },
		{ "obiettivo", "profondita" },
		{ "obiettivo", "ambito" },
		{ "obiettivo", "padre" },
		{ "obiettivo", "obiettivo" },
		{ "obiettivo", "assegnazione" },
		{ "indicatore", "obiettivo" },
		{ "indicatore", "algoritmo" },
		{ "indicatore", "fonte" },
		{ "indicatore", "target" },
		{ "indicatore", "soglia" },
		{ "indicatore", "consuntivo" },
		{ "indicatore", "scostamento" },
		{ "indicatore", "grado" },
		{ "indicatore", "nota" },
		{ "indicatore", "peso" },
		{ "indicatore", "valore" },
		{ "livello", "codice" },
		{ "distribuzione", "tipo" },
		{ "distribuzione", "numero" },
		{ "distribuzione", "quota" },
		{ "distribuzione", "giudizio" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const struct model_class *class = model_class_find(names[i][0]);

		assert_non_null(class);
		assert_non_null(model_field_find(class, names[i][1]));
	}
}

/* Every row of the table is whole: things have a class, words a spelling. */
static void test_model__table_is_whole(void **state)
{
	(void)state;
	for (size_t i = 0; model_classes[i] != NULL; i++) {
		const struct model_class *class = model_classes[i];

		assert_ptr_equal(model_class_find(class->name), class);
		if (class->face != NULL)
			assert_non_null(model_field_find(class, class->face));
		for (const struct model_field *field = class->fields; field->name; field++) {
			assert_ptr_equal(model_field_find(class, field->name), field);
			assert_non_null(field->where);
			assert_non_null(field->about);
			if (field->type == MODEL_FIELD_ONE || field->type == MODEL_FIELD_MANY ||
			    field->type == MODEL_FIELD_VALUE || field->type == MODEL_FIELD_YEARLY)
				assert_non_null(field->target);
			if (field->type == MODEL_FIELD_WORD)
				assert_non_null(field->words);
			if (field->key != NULL)
				assert_non_null(model_field_find(field->target, field->key));
		}
	}
}

/* Any field of a thing that says nothing can be read, and says nothing. */
static void test_model__empty_things_can_be_read(void **state)
{
	void *empty = arena_alloc(*state, sizeof(struct model_plan));

	for (size_t i = 0; model_classes[i] != NULL; i++)
		for (const struct model_field *field = model_classes[i]->fields; field->name;
		     field++) {
			struct model_datum datum = model_get(empty, field, 2022);

			assert_true(!datum.given || field->type == MODEL_FIELD_COUNT ||
				    field->type == MODEL_FIELD_WORD || field->inside);
			assert_false(model_get(NULL, field, 2022).given);
		}
}

static void test_model__names_forgive_underscores_and_slips(void **state)
{
	(void)state;
	assert_non_null(model_field_find(&model_class_indicator, "unita_misura"));
	assert_null(model_field_find(&model_class_indicator, "unitamisura"));
	assert_string_equal(model_field_nearest(&model_class_indicator, "consuntvo"), "consuntivo");
	assert_ptr_equal(model_class_find("valore_pubblico"), &model_class_public_value);
}

static void test_model__words_are_spelled_as_in_the_document(void **state)
{
	struct model_indicator indicator = { .type = MODEL_YES_NO, .op = MODEL_AT_MOST };

	(void)state;
	assert_string_equal(get(&model_class_indicator, &indicator, "tipo").text, "si-no");
	assert_string_equal(get(&model_class_indicator, &indicator, "operatore").text, "<=");
	assert_false(get(&model_class_indicator, &indicator, "esito").given);
}

static void test_model__yearly_values_are_picked_by_year(void **state)
{
	struct model_indicator indicator = { 0 };
	struct model_value *before = bench_value(*state, &indicator.values, 2021);
	const struct model_field *field = model_field_find(&model_class_indicator, "valore");

	assert_ptr_equal(model_get(&indicator, field, 2021).value, before);
	assert_false(model_get(&indicator, field, 2022).given);
	assert_int_equal(model_get(&indicator, field, 2022).list->count, 1);
}

static void test_model__results_give_figure_and_reason(void **state)
{
	struct model_objective objective = { 0 };
	struct model_datum datum = get(&model_class_objective, &objective, "risultato");

	assert_false(datum.given);
	objective.result = (struct model_score){ MODEL_SCORED, number_from_int(*state, 7), NULL };
	datum = get(&model_class_objective, &objective, "risultato");
	assert_true(datum.given);
	assert_true(number_equal(datum.number, number_from_int(*state, 7)));
	assert_int_equal(datum.unit, MODEL_UNIT_PERCENT);
	objective.result = (struct model_score){ MODEL_NOT_MEASURABLE, NULL, "peso zero" };
	assert_string_equal(get(&model_class_objective, &objective, "motivo").text, "peso zero");
}

/* A level of the matrix has the fields of its indicator; its type is its own. */
static void test_model__level_reads_its_indicator(void **state)
{
	struct model_indicator indicator = { .code = "K1", .name = "Nome" };
	struct model_level level = { .type = "efficacia", .indicator = &indicator };

	(void)state;
	assert_string_equal(get(&model_class_level, &level, "codice").text, "K1");
	assert_string_equal(get(&model_class_level, &level, "tipo").text, "efficacia");
	level.indicator = NULL;
	assert_false(get(&model_class_level, &level, "codice").given);
}

/* bilancio.serie and serie are the same list. */
static void test_model__budget_stands_in_the_plan(void **state)
{
	struct model_plan *plan = bench_plan(*state);
	struct model_series series = { .id = "s" };
	struct model_datum budget;

	model_list_add(*state, &plan->series, &series);
	budget = get(&model_class_plan, plan, "bilancio");
	assert_true(budget.given);
	assert_ptr_equal(get(budget.thing.class, budget.thing.object, "serie").list, &plan->series);
}

/* A row of a table: valore[2021] picks the point of that category. */
static void test_model__row_values_are_picked_by_category(void **state)
{
	const struct model_field *field = model_field_find(&model_class_row, "valore");

	(void)state;
	assert_int_equal(field->type, MODEL_FIELD_MANY);
	assert_string_equal(field->key, "voce");
	assert_ptr_equal(field->target, &model_class_point);
}

static const char *printed(struct arena *arena, char format)
{
	struct text text = text_make(arena);

	model_fields_print(&text, format);
	return text.bytes;
}

static void test_model__table_is_printed_in_four_forms(void **state)
{
	assert_non_null(
		strstr(printed(*state, 't'), "\nobiettivo: Un obiettivo di qualunque tipo\n"));
	assert_non_null(strstr(printed(*state, 'm'), "\n## obiettivo\n"));
	assert_true(text_starts(printed(*state, 'c'), "classe,campo,tipo,unita,"));
	assert_non_null(strstr(printed(*state, 'c'), "\r\npiano,anno,intero,"));
	assert_true(text_starts(printed(*state, 'j'), "[\n  {\"classe\": \"piano\""));
	assert_non_null(strstr(printed(*state, 'j'), "\"campo\": \"anno\""));
}

int run_field(void)
{
	const struct CMUnitTest tests[] = {
		BENCH_TEST(test_model__names_of_the_contract_exist),
		BENCH_TEST(test_model__table_is_whole),
		BENCH_TEST(test_model__empty_things_can_be_read),
		BENCH_TEST(test_model__names_forgive_underscores_and_slips),
		BENCH_TEST(test_model__words_are_spelled_as_in_the_document),
		BENCH_TEST(test_model__yearly_values_are_picked_by_year),
		BENCH_TEST(test_model__results_give_figure_and_reason),
		BENCH_TEST(test_model__level_reads_its_indicator),
		BENCH_TEST(test_model__budget_stands_in_the_plan),
		BENCH_TEST(test_model__row_values_are_picked_by_category),
		BENCH_TEST(test_model__table_is_printed_in_four_forms),
	};

	return cmocka_run_group_tests_name("model: fields", tests, NULL, NULL);
}
