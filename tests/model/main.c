#include "bench.h"

int bench_setup(void **state)
{
	*state = arena_create(NULL);
	return 0;
}

int bench_teardown(void **state)
{
	arena_destroy(*state);
	return 0;
}

struct model_plan *bench_plan(struct arena *arena)
{
	struct model_plan *plan = arena_new(arena, struct model_plan);

	plan->arena = arena;
	plan->year = 2022;
	plan->report = true;
	plan->type = "relazione";
	plan->system = arena_new(arena, struct model_system);
	return plan;
}

static struct model_item *item(struct arena *arena, struct model_list *content)
{
	struct model_item *out = arena_new(arena, struct model_item);

	model_list_add(arena, content, out);
	return out;
}

struct model_area *bench_area(struct arena *arena, struct model_list *content, const char *id)
{
	struct model_area *area = arena_new(arena, struct model_area);

	area->id = id;
	item(arena, content)->area = area;
	return area;
}

struct model_objective *bench_objective(struct arena *arena, struct model_list *content,
					const char *id)
{
	struct model_objective *objective = arena_new(arena, struct model_objective);

	objective->id = id;
	item(arena, content)->objective = objective;
	return objective;
}

struct model_indicator *bench_indicator(struct arena *arena, struct model_objective *objective,
					const char *id)
{
	struct model_indicator *indicator = arena_new(arena, struct model_indicator);

	indicator->id = id;
	model_list_add(arena, &objective->indicators, indicator);
	return indicator;
}

struct model_value *bench_value(struct arena *arena, struct model_list *values, int year)
{
	struct model_value *value = arena_new(arena, struct model_value);

	value->year = year;
	model_list_add(arena, values, value);
	return value;
}

int main(void)
{
	return run_list() + run_link() + run_inherit() + run_field() + run_print();
}
