/* What `rif` gives: the same thing once more.
 * Source: design "Again": what is not given here comes from there. */
#include "model_private.h"

/* Zero is "not given" in each of these. */
#define TAKE(to, from, member) ((to)->member = (to)->member ? (to)->member : (from)->member)
#define TAKE_FIGURE(to, from, member)                                                              \
	((to)->member = (to)->member.number != NULL ? (to)->member : (from)->member)
#define TAKE_LIST(to, from, member)                                                                \
	((to)->member = (to)->member.count > 0 ? (to)->member : (from)->member)

/* Years given here win; the other years come from there, in their order. */
static void take_years(struct arena *arena, struct model_list *here, const struct model_list *there)
{
	struct model_list all = { 0 };

	if (here->count == 0) {
		*here = *there;
		return;
	}
	for (size_t i = 0; i < there->count; i++) {
		struct model_value *value = there->items[i];

		if (model_value_of_year(here, value->year) == NULL)
			model_list_add(arena, &all, value);
	}
	for (size_t i = 0; i < here->count; i++)
		model_list_add(arena, &all, here->items[i]);
	*here = all;
}

static void take_words(struct model_indicator *to, const struct model_indicator *from)
{
	TAKE(to, from, code);
	TAKE(to, from, name);
	TAKE(to, from, description);
	TAKE(to, from, kind);
	TAKE(to, from, unit);
	TAKE(to, from, formula);
	TAKE(to, from, declared);
	TAKE_LIST(to, from, changes);
	TAKE_LIST(to, from, signs);
	TAKE_LIST(to, from, notes);
	TAKE_LIST(to, from, units);
	TAKE_LIST(to, from, owners);
}

static void take_measure(struct arena *arena, struct model_indicator *to,
			 const struct model_indicator *from)
{
	TAKE_FIGURE(to, from, weight);
	TAKE(to, from, type); /* the default, a number, is never written against another */
	TAKE(to, from, scale);
	TAKE(to, from, direction);
	TAKE(to, from, rule);
	TAKE(to, from, from_children);
	take_years(arena, &to->values, &from->values);
	take_years(arena, &to->targets, &from->targets);
	take_years(arena, &to->thresholds, &from->thresholds);
	take_years(arena, &to->actuals, &from->actuals);
	if (to->outcome == MODEL_OUTCOME_NONE) {
		to->outcome = from->outcome;
		TAKE(to, from, outcome_reason);
	}
	TAKE_FIGURE(to, from, manual);
	TAKE(to, from, manual_reason);
}

/* The thing at the head of a chain is complete, so each takes from the one
 * before it; a chain is walked without recursion, for it can be long. */
void model_inherit_indicator(struct arena *arena, struct model_indicator *indicator)
{
	struct model_list chain = { 0 };

	for (; indicator != NULL && !indicator->shared; indicator = indicator->same_as) {
		indicator->shared = true;
		model_list_add(arena, &chain, indicator);
	}
	while (chain.count > 0) {
		struct model_indicator *to = chain.items[--chain.count];

		if (to->same_as == NULL)
			continue;
		take_words(to, to->same_as);
		take_measure(arena, to, to->same_as);
	}
}

/* With a rule of its own the same indicators score differently here, so they
 * are used once more instead of shared. */
static void take_indicators(struct arena *arena, struct model_objective *to,
			    const struct model_objective *from)
{
	if (to->indicators.count > 0)
		return;
	if (to->rule == NULL || to->rule == from->rule) {
		to->indicators = from->indicators;
		return;
	}
	for (size_t i = 0; i < from->indicators.count; i++) {
		struct model_indicator *original = from->indicators.items[i];
		struct model_indicator *again = arena_new(arena, struct model_indicator);

		again->place = to->place;
		again->id = original->id;
		again->same_as = original;
		again->objective = to;
		model_inherit_indicator(arena, again);
		model_list_add(arena, &to->indicators, again);
	}
}

static void take_structure(struct arena *arena, struct model_objective *to,
			   const struct model_objective *from)
{
	take_indicators(arena, to, from);
	TAKE(to, from, rule);
	TAKE(to, from, parent);
	if (to->content.count > 0)
		return;
	to->content = from->content;
	to->areas = from->areas;
	to->objectives = from->objectives;
	to->descendants = from->descendants;
}

static void take_description(struct model_objective *to, const struct model_objective *from)
{
	TAKE(to, from, code);
	TAKE(to, from, title);
	TAKE(to, from, description);
	TAKE(to, from, benefit);
	TAKE(to, from, type);
	TAKE_FIGURE(to, from, weight);
	TAKE(to, from, declared);
	TAKE_LIST(to, from, units);
	TAKE_LIST(to, from, owners);
	TAKE_LIST(to, from, stakeholders);
	TAKE_LIST(to, from, externals);
	TAKE_LIST(to, from, programmes);
	TAKE_LIST(to, from, missions);
	TAKE_LIST(to, from, resources);
	TAKE_LIST(to, from, signs);
	TAKE_LIST(to, from, notes);
}

void model_inherit_objective(struct arena *arena, struct model_objective *objective)
{
	struct model_list chain = { 0 };

	for (; objective != NULL && !objective->shared; objective = objective->same_as) {
		objective->shared = true;
		model_list_add(arena, &chain, objective);
	}
	while (chain.count > 0) {
		struct model_objective *to = chain.items[--chain.count];

		if (to->same_as == NULL)
			continue;
		take_description(to, to->same_as);
		take_structure(arena, to, to->same_as);
	}
}
