#include "bench.h"

#include <string.h>

/* a1 { O1 { x { P1, y { P2 } }, P3 }, O2 }, O3 */
struct tree {
	struct model_plan *plan;
	struct model_area *a1, *x, *y;
	struct model_objective *o1, *p1, *p2, *p3, *o2, *o3;
};

static struct tree plant(struct arena *arena)
{
	struct tree tree = { .plan = bench_plan(arena) };

	tree.a1 = bench_area(arena, &tree.plan->content, "a1");
	tree.o1 = bench_objective(arena, &tree.a1->content, "O1");
	tree.x = bench_area(arena, &tree.o1->content, "x");
	tree.p1 = bench_objective(arena, &tree.x->content, "P1");
	tree.y = bench_area(arena, &tree.x->content, "y");
	tree.p2 = bench_objective(arena, &tree.y->content, "P2");
	tree.p3 = bench_objective(arena, &tree.o1->content, "P3");
	tree.o2 = bench_objective(arena, &tree.a1->content, "O2");
	tree.o3 = bench_objective(arena, &tree.plan->content, "O3");
	return tree;
}

/* "O1 P1 P2" */
static const char *ids(struct arena *arena, const struct model_list *objectives)
{
	struct text text = text_make(arena);

	for (size_t i = 0; i < objectives->count; i++)
		text_addf(&text, "%s%s", i > 0 ? " " : "",
			  ((const struct model_objective *)objectives->items[i])->id);
	return text.bytes;
}

static void test_model__children_are_seen_through_areas(void **state)
{
	struct tree tree = plant(*state);

	model_link(tree.plan);
	assert_string_equal(ids(*state, &tree.plan->objectives), "O1 O2 O3");
	assert_string_equal(ids(*state, &tree.o1->objectives), "P1 P2 P3");
	assert_string_equal(ids(*state, &tree.a1->objectives), "O1 O2");
	assert_string_equal(ids(*state, &tree.x->objectives), "P1 P2");
	assert_int_equal(tree.plan->areas.count, 1);
	assert_int_equal(tree.o1->areas.count, 1);
	assert_ptr_equal(tree.x->areas.items[0], tree.y);
}

static void test_model__descendants_are_depth_first(void **state)
{
	struct tree tree = plant(*state);

	model_link(tree.plan);
	assert_string_equal(ids(*state, &tree.plan->descendants), "O1 P1 P2 P3 O2 O3");
	assert_string_equal(ids(*state, &tree.o1->descendants), "P1 P2 P3");
	assert_string_equal(ids(*state, &tree.a1->descendants), "O1 P1 P2 P3 O2");
	assert_string_equal(ids(*state, &tree.y->descendants), "P2");
	assert_int_equal(tree.o3->descendants.count, 0);
}

static void test_model__things_know_what_is_around_them(void **state)
{
	struct tree tree = plant(*state);

	model_link(tree.plan);
	assert_ptr_equal(tree.p2->parent, tree.o1);
	assert_ptr_equal(tree.p2->area, tree.y);
	assert_ptr_equal(tree.p3->area, tree.a1);
	assert_ptr_equal(tree.y->area, tree.x);
	assert_ptr_equal(tree.y->objective, tree.o1);
	assert_null(tree.o3->area);
	assert_null(tree.o1->parent);
	assert_int_equal(tree.p2->depth, 2);
	assert_int_equal(tree.o3->depth, 1);
	assert_int_equal(tree.y->depth, 3);
}

/* The parent is the one it is written in; elsewhere `padre` says it. */
static void test_model__padre_stands_only_elsewhere(void **state)
{
	struct tree tree = plant(*state);

	tree.p1->parent = tree.o3;
	tree.o2->parent = tree.o3;
	model_link(tree.plan);
	assert_ptr_equal(tree.p1->parent, tree.o1);
	assert_ptr_equal(tree.o2->parent, tree.o3);
	assert_int_equal(tree.o3->objectives.count, 0);
}

static void test_model__indicators_belong_to_their_objective(void **state)
{
	struct tree tree = plant(*state);
	struct model_indicator *second = bench_indicator(*state, tree.p2, "i2");
	struct model_indicator *first = bench_indicator(*state, tree.o1, "i1");

	model_link(tree.plan);
	assert_ptr_equal(second->objective, tree.p2);
	assert_int_equal(tree.plan->indicators.count, 2);
	assert_ptr_equal(tree.plan->indicators.items[0], first);
}

static void test_model__values_of_the_year_are_picked(void **state)
{
	struct tree tree = plant(*state);
	struct model_indicator *indicator = bench_indicator(*state, tree.o1, "i");
	struct model_value *target, *actual;
	date_days dates[] = { date_make(2022, 5, 1), date_make(2022, 9, 1) };

	bench_value(*state, &indicator->targets, 2021);
	target = bench_value(*state, &indicator->targets, 2022);
	target->op = MODEL_AT_MOST;
	actual = bench_value(*state, &indicator->actuals, 2022);
	actual->kind = MODEL_DATE;
	actual->dates = dates;
	actual->date_count = 2;
	model_link(tree.plan);
	assert_ptr_equal(indicator->target, target);
	assert_ptr_equal(indicator->actual, actual);
	assert_null(indicator->threshold);
	assert_int_equal(indicator->op, MODEL_AT_MOST);
	assert_true(actual->day.given);
	assert_int_equal(actual->day.date, dates[0]);
}

static void test_model__notes_are_joined_with_their_marks(void **state)
{
	struct tree tree = plant(*state);
	struct model_note plain = { .text = "Prima." },
			  marked = { .mark = "*", .text = "Seconda." };

	model_list_add(*state, &tree.o1->notes, &plain);
	model_list_add(*state, &tree.o1->notes, &marked);
	model_link(tree.plan);
	assert_string_equal(tree.o1->note_text, "Prima. * Seconda.");
	assert_null(tree.o2->note_text);
}

static void test_model__sheets_have_trees_of_their_own(void **state)
{
	struct tree tree = plant(*state);
	struct model_assignment *sheet = arena_new(*state, struct model_assignment);
	struct model_area *group = bench_area(*state, &sheet->content, "g");
	struct model_objective *objective = bench_objective(*state, &group->content, "S1");

	model_list_add(*state, &tree.plan->assignments, sheet);
	model_link(tree.plan);
	assert_string_equal(ids(*state, &sheet->objectives), "S1");
	assert_string_equal(ids(*state, &sheet->descendants), "S1");
	assert_string_equal(ids(*state, &tree.plan->descendants), "O1 P1 P2 P3 O2 O3");
	assert_ptr_equal(objective->assignment, sheet);
	assert_ptr_equal(group->assignment, sheet);
	assert_null(objective->parent);
}

static void test_model__posts_get_the_evaluation_of_their_role(void **state)
{
	struct tree tree = plant(*state);
	struct model_evaluation evaluation = { .role = "dirigente" };
	struct model_post by_category = { .role = "Segretario", .category = "dirigente" };
	struct model_post by_role = { .role = "dirigente" }, neither = { .role = "altro" };

	model_list_add(*state, &tree.plan->system->evaluations, &evaluation);
	model_list_add(*state, &tree.plan->posts, &by_category);
	model_list_add(*state, &tree.plan->posts, &by_role);
	model_list_add(*state, &tree.plan->posts, &neither);
	model_link(tree.plan);
	assert_ptr_equal(by_category.evaluation, &evaluation);
	assert_ptr_equal(by_role.evaluation, &evaluation);
	assert_null(neither.evaluation);
}

int run_link(void)
{
	const struct CMUnitTest tests[] = {
		BENCH_TEST(test_model__children_are_seen_through_areas),
		BENCH_TEST(test_model__descendants_are_depth_first),
		BENCH_TEST(test_model__things_know_what_is_around_them),
		BENCH_TEST(test_model__padre_stands_only_elsewhere),
		BENCH_TEST(test_model__indicators_belong_to_their_objective),
		BENCH_TEST(test_model__values_of_the_year_are_picked),
		BENCH_TEST(test_model__notes_are_joined_with_their_marks),
		BENCH_TEST(test_model__sheets_have_trees_of_their_own),
		BENCH_TEST(test_model__posts_get_the_evaluation_of_their_role),
	};

	return cmocka_run_group_tests_name("model: link", tests, NULL, NULL);
}
