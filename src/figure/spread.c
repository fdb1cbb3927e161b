/* spread.c - labels moved apart along a line.
 *
 * Items that would overlap are joined into a run whose middle is the mean of
 * where its items want to be; runs that then meet are joined in their turn.
 * Each item is joined once, so the work is proportional to their number.
 */
#include "figure_private.h"

#include <math.h>

struct run {
	size_t first, count;
	double sum;  /* of (want - offset in the run) */
	double size; /* of all its items              */
};

static double run_start(const struct run *run, double low, double high)
{
	double start = run->sum / (double)run->count;

	return fmax(low, fmin(start, high - run->size));
}

static void join(struct run *into, const struct run *next)
{
	into->sum += next->sum - (double)next->count * into->size;
	into->count += next->count;
	into->size += next->size;
}

static void settle(struct spread_item *items, const struct run *run, double low, double high)
{
	double at = run_start(run, low, high);

	for (size_t i = run->first; i < run->first + run->count; i++) {
		items[i].at = at + items[i].size / 2;
		at += items[i].size;
	}
}

bool spread(struct easel *easel, struct spread_item *items, size_t count, double low, double high)
{
	struct run *runs = arena_array(easel->arena, struct run, count);
	size_t used = 0;
	double total = 0;

	for (size_t i = 0; i < count; i++) {
		total += items[i].size;
		runs[used++] =
			(struct run){ i, 1, items[i].want - items[i].size / 2, items[i].size };
		while (used > 1 && run_start(&runs[used - 2], low, high) + runs[used - 2].size >
					   run_start(&runs[used - 1], low, high)) {
			join(&runs[used - 2], &runs[used - 1]);
			used--;
		}
	}
	for (size_t i = 0; i < used; i++)
		settle(items, &runs[i], low, high);
	return total <= high - low + 1e-6;
}
