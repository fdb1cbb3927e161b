/* cycle.c - circles of rif and padre, and chains too long.
 *
 * What is found is said and cut, so that everything after may follow `rif`,
 * `padre` and content without looking out for circles, and by recursion. */
#include "input_private.h"

#include <string.h>

/* ---- Chains: each thing has at most one next --------------------------------- */

static void *next_indicator(const void *thing)
{
	return ((const struct model_indicator *)thing)->same_as;
}

static void *next_objective(const void *thing)
{
	return ((const struct model_objective *)thing)->same_as;
}

/* A repeated objective has the parent of the one it repeats. */
static void *next_parent(const void *thing)
{
	const struct model_objective *objective = thing;

	while (objective->parent == NULL && objective->same_as != NULL)
		objective = objective->same_as;
	return objective->parent;
}

static void *next_unit(const void *thing)
{
	return ((const struct model_unit *)thing)->parent;
}

/* Steps until the chain ends or comes back to `thing`, at most `limit` + 1. */
static int walk_chain(void *(*next)(const void *), void *thing, int limit, bool *circle)
{
	void *at = next(thing);
	int steps = 0;

	for (; at != NULL && at != thing && steps <= limit; at = next(at))
		steps++;
	*circle = at == thing;
	return steps;
}

static void say_circle(struct reader *reader, const struct element *element, const char *attribute)
{
	diag_error(reader->diag, element->place, "rif-ciclo",
		   "%s di <%s>: «%s» porta in circolo fino a qui: togliere uno dei riferimenti",
		   attribute, element->name, element_attribute(element, attribute));
}

static void say_long(struct reader *reader, const struct element *element, const char *attribute,
		     int limit)
{
	diag_error(reader->diag, element->place, "limite",
		   "%s di <%s>: catena di più di %d passaggi: accorciarla", attribute,
		   element->name, limit);
}

/** One reference of a chain, and where it stands. */
struct link {
	const struct element *element;
	const char *attribute;
	void *(*next)(const void *thing);
	void *thing;
	void *slot; /* the pointer that the reference filled */
	int limit;
};

/* Circles first: a chain that runs into one would look too long. */
static void cut_link(struct reader *reader, struct link link, bool circles)
{
	void *const nothing = NULL;
	bool circle;
	int steps = walk_chain(link.next, link.thing, link.limit, &circle);

	if (circles && circle)
		say_circle(reader, link.element, link.attribute);
	else if (!circles && steps > link.limit)
		say_long(reader, link.element, link.attribute, link.limit);
	else
		return;
	memcpy(link.slot, &nothing, sizeof nothing);
}

static void cut_repeated(struct reader *reader, const struct named *named, bool circles)
{
	struct model_indicator *indicator = named->thing;
	struct model_objective *objective = named->thing;

	if (named->target == TARGET_INDICATOR)
		cut_link(reader,
			 (struct link){ named->element, "rif", next_indicator, indicator,
					&indicator->same_as, INPUT_CHAIN_MAX },
			 circles);
	else
		cut_link(reader,
			 (struct link){ named->element,
					element_is(named->element, "voce") ? "obiettivo" : "rif",
					next_objective, objective, &objective->same_as,
					INPUT_CHAIN_MAX },
			 circles);
}

static void cut_parent(struct reader *reader, const struct named *named, bool circles)
{
	struct model_objective *objective = named->thing;

	if (named->target == TARGET_OBJECTIVE && named->inside == NULL && objective->parent != NULL)
		cut_link(reader,
			 (struct link){ named->element, "padre", next_parent, objective,
					&objective->parent, INPUT_DEPTH_MAX },
			 circles);
}

static void cut_units(struct reader *reader, bool circles)
{
	for (size_t i = 0; i < reader->plan->units.count; i++) {
		struct model_unit *unit = reader->plan->units.items[i];
		const struct element **element;

		if (unit->parent == NULL || unit->id == NULL)
			continue;
		element = map_find(&reader->places[TARGET_UNIT], unit->id);
		cut_link(reader,
			 (struct link){ *element, "padre", next_unit, unit, &unit->parent,
					INPUT_DEPTH_MAX },
			 circles);
	}
}

static void cut_chains(struct reader *reader,
		       void (*cut)(struct reader *, const struct named *, bool))
{
	for (int circles = 1; circles >= 0; circles--)
		for (size_t i = 0; i < reader->named.count; i++)
			cut(reader, reader->named.items[i], circles);
}

/* The parent of an objective is the one it is written in; `padre` that says
 * another has no effect. Source: design "Place". */
static void place_objectives(struct reader *reader)
{
	for (size_t i = 0; i < reader->named.count; i++) {
		const struct named *named = reader->named.items[i];
		struct model_objective *objective = named->thing;

		if (named->target != TARGET_OBJECTIVE || named->inside == NULL)
			continue;
		if (objective->parent != NULL && objective->parent != named->inside)
			diag_warning(reader->diag, named->element->place, "padre-diverso",
				     "padre di <obiettivo>: «%s», ma l’obiettivo è scritto dentro "
				     "«%s», che vale: togliere «padre» o spostarlo",
				     objective->parent->id, named->inside->id);
		objective->parent = named->inside;
	}
}

/* ---- Content and rif together: an objective that in the end holds itself -------- */

/** What is known of an objective; `depth` holds its number here meanwhile. */
struct visit {
	const struct named *named;
	enum { VISIT_NEW, VISIT_OPEN, VISIT_DONE } state;
	int height;  /* objectives inside one another, rif followed   */
	size_t size; /* objectives and indicators, repeated ones each */
};

struct walk {
	struct reader *reader;
	struct visit *visits;
	size_t circles; /* found so far */
};

#define CIRCLE (-1) /* instead of a height */

static int visit_objective(struct walk *walk, struct model_objective *objective, int level,
			   size_t *size);

static int higher(int a, int b)
{
	return a == CIRCLE || b == CIRCLE ? CIRCLE : a > b ? a : b;
}

static int visit_content(struct walk *walk, const struct model_list *content, int level,
			 size_t *size)
{
	int height = 0;

	for (size_t i = 0; height != CIRCLE && i < content->count; i++) {
		const struct model_item *item = content->items[i];

		if (item->area != NULL)
			height = higher(height,
					visit_content(walk, &item->area->content, level + 1, size));
		else
			height = higher(height,
					visit_objective(walk, item->objective, level + 1, size));
	}
	return height;
}

static void cut_rif(struct walk *walk, struct visit *visit, struct model_objective *objective,
		    int height, size_t size)
{
	const struct element *element = visit->named->element;
	const char *attribute = element_is(element, "voce") ? "obiettivo" : "rif";

	if (height == CIRCLE && ++walk->circles <= INPUT_SUGGESTIONS_MAX)
		say_circle(walk->reader, element, attribute);
	else if (size > INPUT_USES_MAX)
		diag_error(walk->reader->diag, element->place, "limite",
			   "%s di <%s>: seguendo i rif il piano supera %d tra obiettivi e "
			   "indicatori: ridurli",
			   attribute, element->name, INPUT_USES_MAX);
	else if (height != CIRCLE)
		say_long(walk->reader, element, attribute, INPUT_DEPTH_MAX);
	objective->same_as = NULL;
}

/* The reference is what can be cut; what is written inside stays. After many
 * circles the rest is cut unsaid: the plan is refused, the walk must end. */
static int visit_same(struct walk *walk, struct visit *visit, struct model_objective *objective,
		      int level, size_t *size)
{
	size_t more = 0;
	int height = CIRCLE;

	if (objective->same_as == NULL)
		return 0;
	if (walk->circles < INPUT_SUGGESTIONS_MAX)
		height = visit_objective(walk, objective->same_as, level + 1, &more);
	if (height != CIRCLE && height < INPUT_DEPTH_MAX && *size + more <= INPUT_USES_MAX) {
		*size += more;
		return height;
	}
	cut_rif(walk, visit, objective, height, *size + more);
	return 0;
}

static int visit_objective(struct walk *walk, struct model_objective *objective, int level,
			   size_t *size)
{
	struct visit *visit = &walk->visits[objective->depth];
	size_t inside = 1 + objective->indicators.count;
	int height;

	if (visit->state == VISIT_OPEN)
		return CIRCLE;
	if (level > INPUT_DEPTH_MAX)
		return INPUT_DEPTH_MAX; /* the nearest rif above is cut; this is seen later */
	if (visit->state == VISIT_NEW) {
		visit->state = VISIT_OPEN;
		height = visit_content(walk, &objective->content, level, &inside);
		visit->state = VISIT_NEW;
		if (height == CIRCLE)
			return CIRCLE;
		visit->state = VISIT_OPEN;
		height = higher(height, visit_same(walk, visit, objective, level, &inside));
		visit->state = VISIT_DONE;
		visit->height = height + 1;
		visit->size = inside;
	}
	*size += visit->size;
	return visit->height;
}

/* All that the references of the plan repeat, together. */
static void cut_excess(struct walk *walk)
{
	size_t repeated = 0;
	bool said = false;

	for (size_t i = 0; i < walk->reader->named.count; i++) {
		struct visit *visit = &walk->visits[i];
		struct model_objective *objective = visit->named->thing;

		if (visit->named->target != TARGET_OBJECTIVE || objective->same_as == NULL)
			continue;
		repeated += walk->visits[objective->same_as->depth].size;
		if (repeated <= INPUT_USES_MAX)
			continue;
		if (!said)
			cut_rif(walk, visit, objective, 0, repeated);
		objective->same_as = NULL;
		said = true;
	}
}

static void cut_nests(struct reader *reader)
{
	struct walk walk = { reader, arena_array(reader->arena, struct visit, reader->named.count),
			     0 };
	size_t size = 0;

	for (size_t i = 0; i < reader->named.count; i++) {
		const struct named *named = reader->named.items[i];

		walk.visits[i].named = named;
		if (named->target == TARGET_OBJECTIVE)
			((struct model_objective *)named->thing)->depth = (int)i;
	}
	for (size_t i = 0; i < reader->named.count; i++)
		if (walk.visits[i].named->target == TARGET_OBJECTIVE)
			visit_objective(&walk, walk.visits[i].named->thing, 0, &size);
	cut_excess(&walk);
}

void input_cut_cycles(struct reader *reader)
{
	cut_chains(reader, cut_repeated);
	cut_nests(reader);
	place_objectives(reader);
	cut_chains(reader, cut_parent);
	cut_units(reader, true);
	cut_units(reader, false);
}
