/* edition.c - the public edition: a plan without what is individual.
 *
 * It is cut from the source before reading, not from the model after scoring,
 * so that the plan a reader finds attached gives the very figures printed.
 */
#include "job_private.h"

#include <stdlib.h>
#include <string.h>

struct cut {
	size_t start, end;
};

struct cuts {
	struct arena *arena;
	struct cut *items;
	size_t count, capacity;
};

static void add_cut(struct cuts *cuts, size_t start, size_t end)
{
	if (end <= start)
		return;
	if (cuts->count == cuts->capacity) {
		size_t capacity = cuts->capacity ? cuts->capacity * 2 : 16;

		cuts->items =
			arena_grow(cuts->arena, cuts->items, cuts->capacity * sizeof *cuts->items,
				   capacity * sizeof *cuts->items);
		cuts->capacity = capacity;
	}
	cuts->items[cuts->count++] = (struct cut){ start, end };
}

static int by_start(const void *a, const void *b)
{
	size_t x = ((const struct cut *)a)->start, y = ((const struct cut *)b)->start;

	return x < y ? -1 : x > y;
}

static void find_cuts(struct cuts *cuts, const struct model_plan *plan)
{
	for (size_t i = 0; i < plan->assignments.count; i++) {
		const struct model_assignment *sheet = plan->assignments.items[i];

		if (sheet->posts.count > 0)
			add_cut(cuts, sheet->start, sheet->end);
		for (size_t k = 0; k < sheet->descendants.count; k++) {
			const struct model_objective *o = sheet->descendants.items[k];

			if (model_is_individual(o))
				add_cut(cuts, o->start, o->end);
		}
	}
	for (size_t i = 0; i < plan->descendants.count; i++) {
		const struct model_objective *o = plan->descendants.items[i];

		if (model_is_individual(o))
			add_cut(cuts, o->start, o->end);
	}
	if (cuts->count > 1)
		qsort(cuts->items, cuts->count, sizeof *cuts->items, by_start);
}

/* Line ends stay, so that findings still name the lines of the source. */
static void copy_line_ends(struct text *out, const char *from, const char *to)
{
	for (; from < to; from++)
		if (*from == '\n')
			text_add_char(out, '\n');
}

struct bytes job_public_source(struct arena *arena, const struct model_plan *plan)
{
	struct cuts cuts = { .arena = arena };
	struct text out = text_make(arena);
	const char *data = plan->source.data;
	size_t at = 0;

	find_cuts(&cuts, plan);
	for (size_t i = 0; i < cuts.count; i++) {
		if (cuts.items[i].start < at || cuts.items[i].end > plan->source.length)
			continue; /* inside one that is already cut */
		text_add_n(&out, data + at, cuts.items[i].start - at);
		copy_line_ends(&out, data + cuts.items[i].start, data + cuts.items[i].end);
		at = cuts.items[i].end;
	}
	text_add_n(&out, data + at, plan->source.length - at);
	return (struct bytes){ .data = out.bytes, .length = out.length };
}
