/* What bound paths and texts give in one place of the expansion. */
#include "expression.h"

#include <string.h>

/* ---- units ---------------------------------------------------------------------- */

/* Figures "in their own unit" take it from the nearest thing on their way that
 * has one, else from the loops around. */
static const char *unit_around(const struct environment *environment, int slot)
{
	for (; slot >= 0; slot--)
		if (environment->frames[slot].unit != NULL)
			return environment->frames[slot].unit;
	return NULL;
}

static const char *unit_of(const void *object, const struct model_field *field, const char *unit)
{
	struct model_datum datum;

	if (field == NULL || object == NULL)
		return unit;
	datum = model_get(object, field, 0);
	return datum.given ? datum.text : unit;
}

/* ---- picks ------------------------------------------------------------------------ */

static int year_of(struct environment *environment, const struct pick *pick)
{
	struct answer year;

	if (pick->year == NULL)
		return pick->offset;
	year = evaluate_path(environment, pick->year);
	return (year.datum.given ? year.datum.integer : environment->plan->year) + pick->offset;
}

static int year_for(struct environment *environment, const struct step *step)
{
	for (const struct pick *pick = step->picks; pick != NULL; pick = pick->next)
		if (pick->kind == PICK_YEAR)
			return year_of(environment, pick);
	return environment->plan->year;
}

static bool has_label(const struct model_field *field, const void *item, const char *label)
{
	const struct model_field *key = model_field_find(field->target, field->key);
	struct model_datum datum = model_get(item, key, 0);
	char year[16];

	if (datum.text != NULL)
		return strcmp(datum.text, label) == 0;
	if (!datum.given || datum.integer < 0 || datum.integer > 9999)
		return false;
	for (int i = 3, rest = datum.integer; i >= 0; i--, rest /= 10)
		year[i] = (char)('0' + rest % 10);
	year[4] = '\0';
	return strcmp(year, label) == 0;
}

/* A filter's slot may be that of a loop whose turn is under way: a cell of a
 * <gruppo> is written inside its rows' loop. So the frame is put back. */
static bool filter_passes(struct environment *environment, const struct pick *pick,
			  const struct model_class *class, const void *item)
{
	struct frame *frame = &environment->frames[pick->slot], before = *frame;
	bool passes;

	*frame = (struct frame){ .thing = { class, item } };
	passes = pick->filter != NULL && evaluate_condition(environment, pick->filter);
	*frame = before;
	return passes;
}

static bool is_picked(struct environment *environment, const struct step *step,
		      const struct pick *pick, const struct model_class *class, const void *item,
		      size_t index)
{
	switch (pick->kind) {
	case PICK_POSITION: return environment->frames[pick->slot].index == index;
	case PICK_LABEL: return has_label(step->field, item, pick->label);
	case PICK_YEAR:
		return has_label(
			step->field, item,
			arena_printf(environment->arena, "%d", year_of(environment, pick)));
	case PICK_FILTER: break;
	}
	return filter_passes(environment, pick, class, item);
}

static bool passes(struct environment *environment, const struct step *step,
		   const struct model_class *class, const void *item, size_t index)
{
	for (const struct pick *pick = step->picks; pick != NULL; pick = pick->next)
		if (!is_picked(environment, step, pick, class, item, index))
			return false;
	return true;
}

/* ---- walking a path ------------------------------------------------------------------ */

static struct model_datum thing_datum(struct model_thing thing)
{
	if (thing.class == &model_class_value)
		return format_value_of(thing.object);
	return (struct model_datum){ .type = MODEL_FIELD_ONE,
				     .given = thing.object != NULL,
				     .thing = thing };
}

static const void *object_of(const struct model_datum *datum)
{
	if (datum->type == MODEL_FIELD_VALUE || datum->type == MODEL_FIELD_YEARLY)
		return datum->value;
	return datum->type == MODEL_FIELD_ONE ? datum->thing.object : NULL;
}

static struct model_datum first_step(struct environment *environment, const struct path *path)
{
	const struct frame *frame = &environment->frames[path->slot];
	const struct step *step = &path->steps[0];

	switch (step->kind) {
	case STEP_SELF: return thing_datum(frame->thing);
	case STEP_KEY: return frame->key;
	case STEP_GROUP:
		return (struct model_datum){ .type = MODEL_FIELD_MANY,
					     .given = frame->group.count > 0,
					     .list = &frame->group };
	case STEP_FIELD: break;
	}
	if (frame->thing.object == NULL)
		return (struct model_datum){ .type = step->field->type, .field = step->field };
	return model_get(frame->thing.object, step->field, year_for(environment, step));
}

/* The first of a list that passes, as a thing. */
static struct model_datum first_of(struct environment *environment, const struct path *path,
				   size_t step, const struct model_list *list)
{
	struct model_thing thing = { path->steps[step].class, NULL };

	for (size_t i = 0; i < list->count && thing.object == NULL; i++)
		if (passes(environment, &path->steps[step], thing.class, list->items[i], i))
			thing.object = list->items[i];
	return thing_datum(thing);
}

static const char *starting_unit(struct environment *environment, const struct path *path)
{
	const struct frame *frame = &environment->frames[path->slot];

	return unit_of(frame->thing.object, path->steps[0].unit_field,
		       unit_around(environment, path->slot));
}

struct answer evaluate_path(struct environment *environment, const struct path *path)
{
	struct answer answer = { first_step(environment, path), starting_unit(environment, path) };

	for (size_t i = 1;; i++) {
		const void *object;

		if (answer.datum.type == MODEL_FIELD_MANY && answer.datum.list != NULL)
			answer.datum = first_of(environment, path, i - 1, answer.datum.list);
		if (i == path->count)
			return answer;
		object = object_of(&answer.datum);
		answer.unit = unit_of(object, path->steps[i].unit_field, answer.unit);
		if (object == NULL)
			answer.datum = (struct model_datum){ .type = path->type.field };
		else
			answer.datum = model_get(object, path->steps[i].field,
						 year_for(environment, &path->steps[i]));
		if (object == NULL)
			return answer;
	}
}

struct answer evaluate_face(struct environment *environment, const struct path *path,
			    struct answer answer)
{
	for (size_t i = 0; i < path->face_count; i++) {
		const void *object = object_of(&answer.datum);

		if (object == NULL) {
			answer.datum = (struct model_datum){ .type = path->shown.field };
			return answer;
		}
		answer.datum = model_get(object, path->face[i], environment->plan->year);
	}
	return answer;
}

struct answer evaluate_shown(struct environment *environment, const struct path *path)
{
	return evaluate_face(environment, path, evaluate_path(environment, path));
}

const void *evaluate_owner(struct environment *environment, const struct path *path)
{
	struct path owner = *path;
	struct answer answer;

	owner.count--;
	if (owner.count == 0)
		return environment->frames[path->slot].thing.object;
	answer = evaluate_path(environment, &owner);
	return object_of(&answer.datum);
}

/* ---- what stands in the document ------------------------------------------------------- */

void environment_show(struct environment *environment, const void *thing)
{
	if (thing != NULL && thing != environment->plan)
		map_put(&environment->shown, arena_printf(environment->arena, "%p", thing),
			environment);
}

bool environment_shows(const struct environment *environment, const void *thing)
{
	return map_find(&environment->shown, arena_printf(environment->arena, "%p", thing)) != NULL;
}

/* ---- collections ----------------------------------------------------------------------- */

struct collecting {
	struct environment *environment;
	const struct path *path;
	struct model_list *found;
	const char *unit;
};

static void collect(struct collecting *collecting, size_t step, struct model_datum datum,
		    const char *unit);

static void collect_next(struct collecting *collecting, size_t step, const void *object,
			 const char *unit)
{
	const struct path *path = collecting->path;
	const struct step *next;

	if (object == NULL)
		return;
	if (step + 1 == path->count) {
		model_list_add(collecting->environment->arena, collecting->found,
			       (void *)(uintptr_t)object);
		collecting->unit = unit;
		return;
	}
	next = &path->steps[step + 1];
	collect(collecting, step + 1,
		model_get(object, next->field, year_for(collecting->environment, next)),
		unit_of(object, next->unit_field, unit));
}

static void collect_list(struct collecting *collecting, size_t step, const struct model_list *list,
			 const char *unit)
{
	const struct model_class *class = collecting->path->steps[step].class;

	for (size_t i = 0; i < list->count; i++)
		if (passes(collecting->environment, &collecting->path->steps[step], class,
			   list->items[i], i))
			collect_next(collecting, step, list->items[i], unit);
}

/* Recursion is bounded by TEMPLATE_STEPS_MAX. */
static void collect(struct collecting *collecting, size_t step, struct model_datum datum,
		    const char *unit)
{
	if (datum.type == MODEL_FIELD_MANY) {
		if (datum.list != NULL)
			collect_list(collecting, step, datum.list, unit);
	} else {
		collect_next(collecting, step, object_of(&datum), unit);
	}
}

/* A whole field without choices is the plan's own list, not a copy. */
static bool is_plain_list(const struct path *path, const struct model_datum *datum)
{
	return path->count == 1 && datum->type == MODEL_FIELD_MANY && datum->list != NULL &&
	       path->steps[0].picks == NULL;
}

struct model_list evaluate_list(struct environment *environment, const struct path *path,
				const char **unit)
{
	struct model_list found = { 0 };
	struct collecting collecting = { environment, path, &found, NULL };
	struct model_datum datum = first_step(environment, path);

	collecting.unit = starting_unit(environment, path);
	if (is_plain_list(path, &datum))
		found = *datum.list;
	else
		collect(&collecting, 0, datum, collecting.unit);
	if (unit != NULL)
		*unit = collecting.unit;
	return found;
}

/* ---- numbers ------------------------------------------------------------------------------ */

const struct number *answer_number(const struct answer *answer)
{
	const struct model_datum *datum = &answer->datum;

	switch (datum->type) {
	case MODEL_FIELD_VALUE:
	case MODEL_FIELD_YEARLY:
		return datum->value != NULL && datum->value->state == MODEL_GIVEN
			       ? datum->value->figure.number
			       : NULL;
	case MODEL_FIELD_SCORE:
		return datum->score != NULL && datum->score->state == MODEL_SCORED
			       ? datum->score->value
			       : NULL;
	case MODEL_FIELD_VARIANCE: return datum->given ? datum->number : NULL;
	default: return datum->number;
	}
}

static const struct number *number_in(struct environment *environment, const struct answer *answer)
{
	const struct model_datum *datum = &answer->datum;

	if (datum->given &&
	    (datum->type == MODEL_FIELD_COUNT || datum->type == MODEL_FIELD_INTEGER))
		return number_from_int(environment->arena, datum->integer);
	return answer_number(answer);
}

/* All but the last name lead to the things whose field is added. */
static struct model_list summed_things(struct environment *environment, const struct path *path,
				       const char **unit)
{
	struct path things = *path;

	things.count = path->count - 1;
	if (things.count > 0)
		return evaluate_list(environment, &things, unit);
	*unit = NULL;
	return (struct model_list){ 0 };
}

static struct answer evaluate_sum(struct environment *environment, const struct path *path)
{
	const struct step *last = &path->steps[path->count - 1];
	struct answer sum = { .datum = { .type = MODEL_FIELD_FIGURE } };
	struct model_list things = summed_things(environment, path, &sum.unit);
	const struct number **terms =
		arena_array(environment->arena, const struct number *, things.count + 1);
	size_t count = 0;

	if (path->count == 1)
		return evaluate_path(environment, path);
	for (size_t i = 0; i < things.count; i++) {
		struct answer one = {
			model_get(things.items[i], last->field, year_for(environment, last)), NULL
		};
		const struct number *number = number_in(environment, &one);

		sum.unit = unit_of(things.items[i], last->unit_field, sum.unit);
		if (number == NULL)
			continue;
		terms[count++] = number;
		if (one.datum.decimals > sum.datum.decimals)
			sum.datum.decimals = one.datum.decimals;
	}
	sum.datum.unit = last->field->unit;
	sum.datum.number = number_sum(environment->arena, terms, count);
	sum.datum.given = count > 0;
	return sum;
}

static struct answer count_answer(size_t count)
{
	return (struct answer){
		.datum = { .type = MODEL_FIELD_COUNT, .given = true, .integer = (int)count }
	};
}

static struct answer year_answer(struct environment *environment,
				 const struct expression *expression)
{
	struct answer year = evaluate_shown(environment, expression->path);

	year.datum.integer += expression->offset;
	return year;
}

struct answer evaluate_expression(struct environment *environment,
				  const struct expression *expression)
{
	switch (expression->kind) {
	case EXPRESSION_PATH: return evaluate_shown(environment, expression->path);
	case EXPRESSION_COUNT:
		return count_answer(evaluate_list(environment, expression->path, NULL).count);
	case EXPRESSION_SUM: return evaluate_sum(environment, expression->path);
	case EXPRESSION_YEAR: return year_answer(environment, expression);
	case EXPRESSION_POSITION:
		return count_answer(environment->frames[expression->slot].index + 1);
	default: return (struct answer){ .datum = { .type = MODEL_FIELD_TEXT } };
	}
}

/* ---- texts ---------------------------------------------------------------------------------- */

/* A list prints what its things show, parted by commas. */
static void add_list(struct environment *environment, const struct part *part, struct text *out)
{
	const struct path *path = part->expression.path;
	struct answer answer = { .unit = NULL };
	struct model_list list = evaluate_list(environment, path, &answer.unit);
	struct formatting format = part->format;
	size_t start = out->length, before;

	format.missing = NULL;
	for (size_t i = 0; i < list.count; i++) {
		before = out->length;
		if (before > start)
			text_add(out, ", ");
		answer.datum = thing_datum((struct model_thing){ path->type.class, list.items[i] });
		answer = evaluate_face(environment, path, answer);
		format_datum(out, &answer.datum, answer.unit, &format);
		if (before > start && out->length == before + 2) {
			out->length = before;
			out->bytes[before] = '\0';
		}
	}
	if (out->length == start && part->format.missing != NULL)
		text_add(out, part->format.missing);
}

void evaluate_part(struct environment *environment, const struct part *part, struct text *out)
{
	struct answer answer;

	if (part->literal != NULL) {
		text_add(out, part->literal);
		return;
	}
	if (part->expression.kind == EXPRESSION_PATH &&
	    part->expression.path->type.field == MODEL_FIELD_MANY) {
		add_list(environment, part, out);
		return;
	}
	answer = evaluate_expression(environment, &part->expression);
	format_datum(out, &answer.datum, answer.unit, &part->format);
}

const char *evaluate_pattern(struct environment *environment, const struct pattern *pattern)
{
	struct text *out = &environment->buffer;

	if (pattern == NULL)
		return NULL;
	if (pattern->count == 1 && pattern->parts[0].literal != NULL)
		return pattern->parts[0].literal;
	text_clear(out);
	for (size_t i = 0; i < pattern->count; i++)
		evaluate_part(environment, &pattern->parts[i], out);
	return arena_strndup(environment->arena, out->bytes, out->length);
}
