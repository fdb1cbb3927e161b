/* What is told of the staff as a whole: shares and sums of <premi>, and
 * <valutati>, counted from the individual sheets.
 *
 * People are counted so that nobody can be told apart, nor be worked out, even
 * by who knows these rules: a category of few says nothing; bands of few are
 * told as one, and with them the next smallest ones until that one is of many,
 * and could be made up in more ways than one. All in one band may be said: that
 * is what law asks for.
 *
 * Source: D.Lgs. 33/2013, art. 20, c. 2; Regole deontologiche per trattamenti a
 * fini statistici (GU 14 January 2019), art. 5, c. 1, lett. a, e, f. */
#include "score_private.h"

#include "base/map.h"

/* ---- Counting ---------------------------------------------------------------- */

/* One category: how many people got each judgement. */
struct tally {
	const char *name;
	int people;
	int *counts;  /* by judgement              */
	bool *pooled; /* told together with others */
	struct map who;
};

struct census {
	const struct score_context *context;
	size_t judgements;
	long least;
	struct map tallies; /* in order of appearance */
};

static struct tally *tally_of(struct census *census, const char *name)
{
	struct arena *arena = census->context->arena;
	struct tally *tally = map_find(&census->tallies, name);

	if (tally != NULL)
		return tally;
	tally = arena_new(arena, struct tally);
	tally->name = name;
	tally->counts = arena_array(arena, int, census->judgements + 1);
	tally->pooled = arena_array(arena, bool, census->judgements + 1);
	tally->who = map_make(arena);
	map_put(&census->tallies, name, tally);
	return tally;
}

/* The evaluation that its first post falls under; the rest are one category. */
static const char *category_of(const struct model_post *post)
{
	if (post->evaluation != NULL && post->evaluation->role != NULL)
		return post->evaluation->role;
	return post->category != NULL ? post->category : "altri incarichi";
}

static size_t place_of(const struct census *census, const struct model_judgement *judgement)
{
	const struct model_list *all = &census->context->plan->system->judgements;
	size_t i = 0;

	while (i < all->count && all->items[i] != judgement)
		i++;
	return i;
}

/* A person counts once in a category, by the first sheet. */
static void count_sheet(struct census *census, const struct model_assignment *sheet)
{
	bool whole = sheet->total.state == MODEL_SCORED;
	const struct model_post *post = sheet->posts.count > 0 ? sheet->posts.items[0] : NULL;
	struct tally *tally;
	const char *who;

	if (post == NULL || sheet->year != census->context->plan->year ||
	    (!whole && sheet->result.state != MODEL_SCORED))
		return;
	tally = tally_of(census, category_of(post));
	who = post->person != NULL ? post->person : post->id;
	if (map_find(&tally->who, who) != NULL)
		return;
	map_put(&tally->who, who, tally);
	tally->people++;
	tally->counts[place_of(census, whole ? sheet->total_judgement : sheet->judgement)]++;
}

/* ---- Few made many -------------------------------------------------------------- */

/* The smallest count that stands alone so far; `judgements` + 1 when none does. */
static size_t smallest_alone(const struct census *census, const struct tally *tally)
{
	size_t found = census->judgements + 1;

	for (size_t i = 0; i <= census->judgements; i++)
		if (!tally->pooled[i] && tally->counts[i] > 0 &&
		    (found > census->judgements || tally->counts[i] < tally->counts[found]))
			found = i;
	return found;
}

/* What is told together. */
struct pool {
	int people, bands;
	int largest; /* band in it */
};

/* Whether a band of `next` people may stay out. Bands that are all just below
 * the least could be nothing else; and were one of two alike left out, the
 * other would be known by it. */
static bool is_closed(const struct census *census, const struct pool *pool, int next)
{
	if (pool->bands == 0)
		return true;
	return pool->bands > 1 && pool->people >= census->least &&
	       pool->people != pool->bands * (census->least - 1) && next != pool->largest;
}

/* Returns how many people are told together. */
static int pool_bands(const struct census *census, struct tally *tally)
{
	struct pool pool = { 0 };

	for (;;) {
		size_t next = smallest_alone(census, tally);
		int count = next > census->judgements ? 0 : tally->counts[next];

		if (count == 0 || (count >= census->least && is_closed(census, &pool, count)))
			return pool.people;
		tally->pooled[next] = true;
		pool.people += count;
		pool.bands++;
		pool.largest = count;
	}
}

/* ---- The category as it may be told ------------------------------------------------ */

static struct model_figure whole_number(const struct score_context *context, int value)
{
	return (struct model_figure){ .number = number_from_int(context->arena, value) };
}

static void add_band(const struct census *census, struct model_staff_group *group,
		     const char *label, bool others, int number)
{
	struct model_staff_band *band = arena_new(census->context->arena, struct model_staff_band);

	band->label = label;
	band->others = others;
	band->number = whole_number(census->context, number);
	model_list_add(census->context->arena, &group->bands, band);
}

static void add_bands(const struct census *census, struct model_staff_group *group,
		      struct tally *tally)
{
	const struct model_list *judgements = &census->context->plan->system->judgements;
	int together = pool_bands(census, tally);

	for (size_t i = 0; i < judgements->count; i++) {
		const struct model_judgement *judgement = judgements->items[i];

		/* Beside a pool, a band of nobody would tell what is not in it. */
		if (!tally->pooled[i] && (tally->counts[i] > 0 || together == 0))
			add_band(census, group, judgement->label, false, tally->counts[i]);
	}
	if (!tally->pooled[judgements->count] && tally->counts[judgements->count] > 0)
		add_band(census, group, "Senza giudizio", false, tally->counts[judgements->count]);
	if (together > 0)
		add_band(census, group, model_staff_others(group->bands.count > 0), true, together);
}

static void add_group(const struct census *census, struct model_staff *staff, struct tally *tally)
{
	struct model_staff_group *group =
		arena_new(census->context->arena, struct model_staff_group);

	group->name = tally->name;
	model_list_add(census->context->arena, &staff->groups, group);
	if (tally->people < census->least)
		return;
	group->evaluated = whole_number(census->context, tally->people);
	if (census->judgements > 0)
		add_bands(census, group, tally);
}

/* Nothing is told where every category is of few. */
static bool is_told(const struct census *census)
{
	for (size_t i = 0; i < census->tallies.count; i++) {
		const struct tally *tally = census->tallies.entries[i].value;

		if (tally->people >= census->least)
			return true;
	}
	return false;
}

static void count_people(const struct score_context *context, struct model_plan *plan)
{
	struct census census = { .context = context,
				 .judgements = plan->system->judgements.count,
				 .least = model_staff_least(plan->evaluated),
				 .tallies = map_make(context->arena) };

	for (size_t i = 0; i < plan->assignments.count; i++)
		count_sheet(&census, plan->assignments.items[i]);
	if (!is_told(&census))
		return;
	if (plan->evaluated == NULL) {
		plan->evaluated = arena_new(context->arena, struct model_staff);
		plan->evaluated->year = plan->year;
	}
	plan->evaluated->counted = true;
	plan->evaluated->minimum = whole_number(context, (int)census.least);
	plan->evaluated->groups = (struct model_list){ 0 };
	for (size_t i = 0; i < census.tallies.count; i++)
		add_group(&census, plan->evaluated, census.tallies.entries[i].value);
}

/* ---- Shares and sums -------------------------------------------------------------- */

static const struct number *percent(const struct score_context *context, const struct number *part,
				    const struct number *whole)
{
	if (part == NULL || whole == NULL || number_sign(whole) == 0)
		return NULL;
	return number_div(context->arena, number_mul(context->arena, part, context->hundred),
			  whole);
}

static const struct number *people_of(const struct score_context *context,
				      const struct model_staff_group *group)
{
	const struct number *sum = context->zero;

	for (size_t i = 0; i < group->bands.count; i++) {
		const struct model_staff_band *band = group->bands.items[i];

		if (band->number.number == NULL)
			return NULL;
		sum = number_add(context->arena, sum, band->number.number);
	}
	return sum;
}

/* Gini's index of heterogeneity over its maximum, k / (k - 1) × (1 - Σ share²).
 * What is told together with others can't be measured. */
static const struct number *spread_of(const struct score_context *context,
				      const struct model_staff_group *group)
{
	struct arena *arena = context->arena;
	long bands = (long)group->bands.count;
	const struct number *rest = context->one;

	for (size_t i = 0; i < group->bands.count; i++) {
		const struct model_staff_band *band = group->bands.items[i];
		const struct number *share;

		if (band->others || band->share == NULL)
			return NULL;
		share = number_div(arena, band->share, context->hundred);
		rest = number_sub(arena, rest, number_mul(arena, share, share));
	}
	return bands < 2 ? NULL
			 : number_mul(arena, rest, number_ratio(arena, 100 * bands, bands - 1));
}

static void score_group(const struct score_context *context, struct model_staff_group *group)
{
	const struct number *people = people_of(context, group);

	group->paid_share = percent(context, group->paid.number, group->set_aside.number);
	for (size_t i = 0; i < group->bands.count; i++) {
		struct model_staff_band *band = group->bands.items[i];

		band->share = percent(context, band->number.number, people);
	}
	group->spread = spread_of(context, group);
}

static const struct number *plus(const struct score_context *context, const struct number *sum,
				 const struct model_figure *figure)
{
	if (figure->number == NULL)
		return sum;
	return sum == NULL ? figure->number : number_add(context->arena, sum, figure->number);
}

static void score_groups(const struct score_context *context, struct model_staff *staff)
{
	staff->set_aside = staff->paid = NULL;
	for (size_t i = 0; i < staff->groups.count; i++) {
		struct model_staff_group *group = staff->groups.items[i];

		score_group(context, group);
		staff->set_aside = plus(context, staff->set_aside, &group->set_aside);
		staff->paid = plus(context, staff->paid, &group->paid);
	}
}

void score_staff(const struct score_context *context, struct model_plan *plan)
{
	const struct model_staff *written = plan->evaluated;

	if (plan->report && (written == NULL || written->counted || written->groups.count == 0))
		count_people(context, plan);
	if (plan->evaluated != NULL)
		score_groups(context, plan->evaluated);
	for (size_t i = 0; i < plan->bonuses.count; i++)
		score_groups(context, plan->bonuses.items[i]);
}
