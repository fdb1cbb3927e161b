#include "model/plan.h"

#define FIRST_CAPACITY 4

/* The capacity is not kept: it is the smallest power of two that holds the
 * count, so a list is full exactly when its count is such a power. */
static bool is_full(size_t count)
{
	return count == 0 || (count >= FIRST_CAPACITY && (count & (count - 1)) == 0);
}

void model_list_add(struct arena *arena, struct model_list *list, void *item)
{
	if (list->count == 0)
		list->items = arena_array(arena, void *, FIRST_CAPACITY);
	else if (is_full(list->count))
		list->items = arena_grow(arena, list->items, list->count * sizeof(void *),
					 2 * list->count * sizeof(void *));
	list->items[list->count++] = item;
}

struct model_value *model_value_of_year(const struct model_list *values, int year)
{
	for (size_t i = 0; i < values->count; i++) {
		struct model_value *value = values->items[i];

		if (value->year == year)
			return value;
	}
	return NULL;
}
