/* Sets of numbers: what a printed figure can stand for. */
#include "audit_private.h"

#include <stdlib.h>

void score_set_add(struct arena *arena, struct score_set *set, struct score_range range)
{
	size_t size = sizeof(struct score_range);

	if (set->count == 0)
		set->ranges = arena_array(arena, struct score_range, 1);
	else if ((set->count & (set->count - 1)) == 0)
		set->ranges =
			arena_grow(arena, set->ranges, set->count * size, 2 * set->count * size);
	set->ranges[set->count++] = range;
}

struct score_set score_set_point(struct arena *arena, const struct number *value)
{
	struct score_set set = { 0 };

	score_set_add(arena, &set, (struct score_range){ value, value, false, false });
	return set;
}

/* Half away from zero: the end nearer to zero belongs to the figure, the
 * other does not, and around zero neither does. */
struct score_set score_set_printed(struct arena *arena, const struct model_figure *figure)
{
	const struct number *half = number_div(arena, number_power10(arena, -figure->decimals),
					       number_from_int(arena, 2));
	int sign = number_sign(figure->number);
	struct score_set set = { 0 };

	score_set_add(arena, &set,
		      (struct score_range){ number_sub(arena, figure->number, half),
					    number_add(arena, figure->number, half), sign <= 0,
					    sign >= 0 });
	return set;
}

static int by_low_end(const void *left, const void *right)
{
	const struct score_range *a = left, *b = right;
	int order = number_compare(a->low, b->low);

	return order != 0 ? order : a->low_open - b->low_open;
}

/* Whether `b`, which begins no earlier, leaves no gap after `a`. */
static bool touches(const struct score_range *a, const struct score_range *b)
{
	int order = number_compare(b->low, a->high);

	return order < 0 || (order == 0 && !(a->high_open && b->low_open));
}

static void join(struct score_range *a, const struct score_range *b)
{
	int order = number_compare(b->high, a->high);

	if (order > 0) {
		a->high = b->high;
		a->high_open = b->high_open;
	} else if (order == 0) {
		a->high_open = a->high_open && b->high_open;
	}
}

/* The two neighbours with the smallest gap become one range: the set only
 * grows, so a figure is never found wrong because of it. */
static void join_nearest(struct arena *arena, struct score_set *set)
{
	const struct number *smallest = NULL;
	size_t at = 0;

	for (size_t i = 0; i + 1 < set->count; i++) {
		const struct number *gap =
			number_sub(arena, set->ranges[i + 1].low, set->ranges[i].high);

		if (smallest == NULL || number_compare(gap, smallest) < 0) {
			smallest = gap;
			at = i;
		}
	}
	join(&set->ranges[at], &set->ranges[at + 1]);
	for (size_t i = at + 1; i + 1 < set->count; i++)
		set->ranges[i] = set->ranges[i + 1];
	set->count--;
}

void score_set_settle(struct arena *arena, struct score_set *set)
{
	size_t kept = 0;

	if (set->count < 2)
		return;
	qsort(set->ranges, set->count, sizeof(*set->ranges), by_low_end);
	for (size_t i = 1; i < set->count; i++) {
		if (touches(&set->ranges[kept], &set->ranges[i]))
			join(&set->ranges[kept], &set->ranges[i]);
		else
			set->ranges[++kept] = set->ranges[i];
	}
	set->count = kept + 1;
	while (set->count > SCORE_SET_MAX)
		join_nearest(arena, set);
}

struct score_set score_set_union(struct arena *arena, const struct score_set *a,
				 const struct score_set *b)
{
	struct score_set out = { 0 };

	for (size_t i = 0; i < a->count; i++)
		score_set_add(arena, &out, a->ranges[i]);
	for (size_t i = 0; i < b->count; i++)
		score_set_add(arena, &out, b->ranges[i]);
	score_set_settle(arena, &out);
	return out;
}

static bool ends_before(const struct score_range *a, const struct score_range *b)
{
	int order = number_compare(a->high, b->low);

	return order < 0 || (order == 0 && (a->high_open || b->low_open));
}

bool score_set_meets(const struct score_set *a, const struct score_set *b)
{
	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < b->count; k++)
			if (!ends_before(&a->ranges[i], &b->ranges[k]) &&
			    !ends_before(&b->ranges[k], &a->ranges[i]))
				return true;
	return false;
}

typedef const struct number *combine_function(struct arena *arena, const struct number *a,
					      const struct number *b);

/* Both ends of each range with `other`. */
static struct score_set combined(struct arena *arena, const struct score_set *set,
				 combine_function *combine, const struct number *other)
{
	struct score_set out = { 0 };

	for (size_t i = 0; i < set->count; i++) {
		struct score_range range = set->ranges[i];

		range.low = combine(arena, range.low, other);
		range.high = combine(arena, range.high, other);
		score_set_add(arena, &out, range);
	}
	return out;
}

struct score_set score_set_moved(struct arena *arena, const struct score_set *set,
				 const struct number *by)
{
	return combined(arena, set, number_add, by);
}

struct score_set score_set_scaled(struct arena *arena, const struct score_set *set,
				  const struct number *factor)
{
	return combined(arena, set, number_mul, factor);
}

/* ---- Sums ---- */

static struct score_range hull(const struct score_set *set)
{
	const struct score_range *first = &set->ranges[0], *last = &set->ranges[set->count - 1];

	return (struct score_range){ first->low, last->high, first->low_open, last->high_open };
}

static struct score_set pairwise(struct arena *arena, const struct score_set *a,
				 const struct score_set *b)
{
	struct score_set out = { 0 };

	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < b->count; k++) {
			const struct score_range *x = &a->ranges[i], *y = &b->ranges[k];

			score_set_add(arena, &out,
				      (struct score_range){ number_add(arena, x->low, y->low),
							    number_add(arena, x->high, y->high),
							    x->low_open || y->low_open,
							    x->high_open || y->high_open });
		}
	score_set_settle(arena, &out);
	return out;
}

/* Sets of one range add up end by end; only the jumps multiply, and beyond
 * SCORE_JUMPS_MAX of them the rest count as whole ranges. */
struct score_set score_set_sum(struct arena *arena, const struct score_set *sets, size_t count)
{
	const struct number **lows = arena_array(arena, const struct number *, count);
	const struct number **highs = arena_array(arena, const struct number *, count);
	const struct score_set *jumps[SCORE_JUMPS_MAX];
	struct score_range whole = { 0 };
	struct score_set out = { 0 };
	size_t jump_count = 0, plain = 0;

	for (size_t i = 0; i < count; i++) {
		struct score_range range;

		if (sets[i].count > 1 && jump_count < SCORE_JUMPS_MAX) {
			jumps[jump_count++] = &sets[i];
			continue;
		}
		range = hull(&sets[i]);
		lows[plain] = range.low;
		highs[plain++] = range.high;
		whole.low_open |= range.low_open;
		whole.high_open |= range.high_open;
	}
	whole.low = number_sum(arena, lows, plain);
	whole.high = number_sum(arena, highs, plain);
	score_set_add(arena, &out, whole);
	for (size_t i = 0; i < jump_count; i++)
		out = pairwise(arena, &out, jumps[i]);
	return out;
}

/* ---- Cuts ---- */

static int by_value(const void *left, const void *right)
{
	const struct number *const *a = left, *const *b = right;

	return number_compare(*a, *b);
}

static void cut_range(struct arena *arena, struct score_set *out, struct score_range range,
		      const struct score_breaks *breaks)
{
	for (size_t i = 0; i < breaks->count; i++) {
		const struct number *point = breaks->points[i];
		int from_low = number_compare(point, range.low);

		if (from_low < 0 || (from_low == 0 && range.low_open) ||
		    number_compare(point, range.high) > 0 ||
		    (number_equal(point, range.high) && range.high_open))
			continue;
		if (from_low > 0)
			score_set_add(
				arena, out,
				(struct score_range){ range.low, point, range.low_open, true });
		score_set_add(arena, out, (struct score_range){ point, point, false, false });
		if (number_equal(point, range.high))
			return;
		range.low = point;
		range.low_open = true;
	}
	score_set_add(arena, out, range);
}

struct score_set score_set_cut(struct arena *arena, const struct score_set *set,
			       const struct score_breaks *breaks)
{
	struct score_set out = { 0 };

	qsort(breaks->points, breaks->count, sizeof(*breaks->points), by_value);
	for (size_t i = 0; i < set->count; i++)
		cut_range(arena, &out, set->ranges[i], breaks);
	return out;
}

const struct number *score_range_inside(struct arena *arena, const struct score_range *range)
{
	return number_div(arena, number_add(arena, range->low, range->high),
			  number_from_int(arena, 2));
}

/* ---- In words ---- */

#define RANGES_SHOWN 4

char *score_set_text(struct arena *arena, const struct score_set *set, int decimals)
{
	struct text text = text_make(arena);

	for (size_t i = 0; i < set->count && i < RANGES_SHOWN; i++) {
		const char *low = number_italian(arena, set->ranges[i].low, decimals);
		const char *high = number_italian(arena, set->ranges[i].high, decimals);

		text_add(&text, i > 0 ? " o " : "");
		if (text_equal(low, high))
			text_add(&text, low);
		else
			text_addf(&text, "da %s a %s", low, high);
	}
	if (set->count > RANGES_SHOWN)
		text_add(&text, " …");
	return text.bytes;
}
