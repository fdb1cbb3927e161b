/* change.c - what a pair says differently, by the table of fields. */
#include "compare_private.h"

#include "model/print.h"

/* Fields that are compared, by class, in this order; what was measured and
 * the yearly values come after them. */
static const char *const area_fields[] = {
	"codice", "titolo", "tipo", "descrizione", "peso", NULL
};
static const char *const objective_fields[] = {
	"codice",    "titolo",   "tipo",         "descrizione", "beneficio",
	"peso",      "unita",    "responsabili", "stakeholder", "soggetti-esterni",
	"programmi", "missioni", "risorse",      NULL,
};
static const char *const indicator_fields[] = {
	"codice", "nome",  "descrizione", "tipologia",    "peso",  "tipo", "unita-misura",
	"verso",  "fonte", "unita",       "responsabili", "esito", NULL,
};
static const char *const sheet_fields[] = { "titolo", NULL };

static const char *const *const fields_of[] = {
	[MODEL_COMPARED_AREA] = area_fields,
	[MODEL_COMPARED_OBJECTIVE] = objective_fields,
	[MODEL_COMPARED_INDICATOR] = indicator_fields,
	[MODEL_COMPARED_SHEET] = sheet_fields,
};

/* What one plan says: for people, as data, and exactly. */
struct said {
	const char *words, *data;
	const struct number *number;
	int decimals;
	const char *unit; /* of a value; else NULL */
};

struct comparing {
	struct arena *arena;
	const struct side *before, *after;
	struct model_list changes;
};

/* ---- one field --------------------------------------------------------- */

static struct said said_text(const char *text)
{
	return (struct said){ .words = text, .data = text };
}

static struct said said_number(struct arena *arena, const struct number *number, int decimals)
{
	return (struct said){ .words = number_italian(arena, number, decimals),
			      .data = number_xml(arena, number, decimals),
			      .number = number,
			      .decimals = decimals };
}

static struct said said_datum(struct arena *arena, const struct model_datum *datum);

/* A thing is called by the field that its class shows. */
static struct said said_thing(struct arena *arena, const struct model_class *class,
			      const void *object)
{
	const struct model_field *face =
		class->face != NULL ? model_field_find(class, class->face) : NULL;
	struct model_datum datum;

	if (face == NULL || object == NULL)
		return (struct said){ .words = NULL };
	datum = model_get(object, face, 0);
	return said_datum(arena, &datum);
}

static struct said said_list(struct arena *arena, const struct model_datum *datum)
{
	struct text words = text_make(arena);

	for (size_t i = 0; i < datum->list->count; i++) {
		struct said one = said_thing(arena, datum->field->target, datum->list->items[i]);

		if (one.words != NULL)
			text_addf(&words, "%s%s", words.length > 0 ? "; " : "", one.words);
	}
	return said_text(words.length > 0 ? words.bytes : NULL);
}

static struct said said_datum(struct arena *arena, const struct model_datum *datum)
{
	if (!datum->given)
		return (struct said){ .words = NULL };
	switch (datum->type) {
	case MODEL_FIELD_FIGURE:
	case MODEL_FIELD_NUMBER: return said_number(arena, datum->number, datum->decimals);
	case MODEL_FIELD_MANY: return said_list(arena, datum);
	case MODEL_FIELD_ONE: return said_thing(arena, datum->thing.class, datum->thing.object);
	case MODEL_FIELD_FLAG: return said_text(datum->flag ? "sì" : "no");
	default: return said_text(datum->text);
	}
}

/* ---- a change ---------------------------------------------------------- */

/* What a field is called in a sentence, where its name is not a word of the language. */
static const char *label_of(const char *field)
{
	static const char *const labels[][2] = {
		{ "algoritmo", "formula" },
		{ "esito", "esito della validazione" },
		{ "operatore", "confronto con il target" },
		{ "soggetti-esterni", "soggetti esterni" },
		{ "unita", "unità organizzative" },
		{ "unita-misura", "unità di misura" },
	};

	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (text_equal(labels[i][0], field))
			return labels[i][1];
	return field;
}

static struct model_difference *add_change(struct comparing *comparing, const char *field,
					   struct said before, struct said after)
{
	struct model_difference *change = arena_new(comparing->arena, struct model_difference);

	change->field = field;
	change->label = label_of(field);
	change->before = before.words;
	change->after = after.words;
	change->before_data = before.data;
	change->after_data = after.data;
	change->numeric = (before.number != NULL || before.data == NULL) &&
			  (after.number != NULL || after.data == NULL);
	if (before.number != NULL && after.number != NULL) {
		change->variance = (struct model_variance){
			.given = true,
			.value = number_sub(comparing->arena, after.number, before.number),
			.decimals =
				before.decimals > after.decimals ? before.decimals : after.decimals,
			.unit = text_equal(before.unit, after.unit) ? after.unit : NULL,
		};
	}
	model_list_add(comparing->arena, &comparing->changes, change);
	return change;
}

static bool same_said(const struct said *a, const struct said *b)
{
	if (a->number != NULL && b->number != NULL)
		return number_equal(a->number, b->number);
	return text_equal(a->words, b->words);
}

static void compare_texts(struct comparing *comparing, const char *field, const char *before,
			  const char *after)
{
	if (!text_equal(before, after))
		add_change(comparing, field, said_text(before), said_text(after));
}

static void compare_field(struct comparing *comparing, const char *name,
			  const struct model_thing *then, const struct model_thing *now)
{
	const struct model_field *field = model_field_find(then->class, name);
	struct model_datum before = model_get(then->object, field, 0);
	struct model_datum after = model_get(now->object, field, 0);
	struct said a = said_datum(comparing->arena, &before);
	struct said b = said_datum(comparing->arena, &after);

	if (!same_said(&a, &b))
		add_change(comparing, name, a, b);
}

/* ---- values ------------------------------------------------------------ */

/* The operator of a target in force; none for other values. */
static enum model_operator operator_of(const struct model_indicator *indicator,
				       const struct model_value *value, bool target)
{
	if (!target || value == NULL || value->state != MODEL_GIVEN || value->kind == MODEL_TEXT)
		return MODEL_OP_NONE;
	return model_operator_of(indicator, value);
}

static bool same_dates(const struct model_value *a, const struct model_value *b)
{
	if (a->date_count != b->date_count)
		return false;
	for (size_t i = 0; i < a->date_count; i++)
		if (a->dates[i] != b->dates[i])
			return false;
	return true;
}

static bool same_value(struct arena *arena, const struct model_value *a,
		       const struct model_value *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	if (a->state != MODEL_GIVEN || b->state != MODEL_GIVEN)
		return a->state == b->state;
	if (a->kind == b->kind && a->figure.number != NULL && b->figure.number != NULL)
		return number_equal(a->figure.number, b->figure.number);
	if (a->kind == b->kind && a->kind == MODEL_DATE)
		return same_dates(a, b);
	return text_equal(model_value_data(arena, a), model_value_data(arena, b));
}

static struct said said_value(struct arena *arena, const struct model_indicator *indicator,
			      const struct model_value *value, enum model_operator op)
{
	const char *unit = value != NULL && value->unit != NULL ? value->unit : indicator->unit;
	struct said said = { .words = model_target_italian(arena, value, op, unit),
			     .data = model_value_data(arena, value) };

	if (said.words == NULL)
		return said;
	if (value->state == MODEL_GIVEN && value->kind == MODEL_NUMBER) {
		said.number = value->figure.number;
		said.decimals = value->figure.decimals;
		said.unit = text_unit_counts(unit) ? NULL : unit;
	}
	return said;
}

static void add_days(struct comparing *comparing, struct model_difference *change,
		     const struct model_value *before, const struct model_value *after)
{
	if (before == NULL || after == NULL || before->kind != MODEL_DATE ||
	    after->kind != MODEL_DATE || before->date_count != 1 || after->date_count != 1)
		return;
	change->variance = (struct model_variance){
		.given = true,
		.value = number_from_int(comparing->arena,
					 (long)after->dates[0] - (long)before->dates[0]),
		.days = true,
	};
}

/* Where values stand, and what they are called. */
struct series {
	const char *name;
	size_t offset; /* of the list in the indicator */
	bool target, measured;
};
static const struct series series[] = {
	{ "valore", offsetof(struct model_indicator, values), false, false },
	{ "target", offsetof(struct model_indicator, targets), true, false },
	{ "soglia", offsetof(struct model_indicator, thresholds), false, false },
	{ "consuntivo", offsetof(struct model_indicator, actuals), false, true },
};

static const struct model_value *value_in(const struct model_indicator *indicator,
					  const struct series *kind, int year)
{
	const char *base = (const char *)indicator;

	/* An actual that comes from the children stands in no list. */
	if (kind->measured && indicator->actual != NULL && indicator->actual->year == year)
		return indicator->actual;
	return model_value_of_year((const struct model_list *)(const void *)(base + kind->offset),
				   year);
}

static struct said said_operator(enum model_operator op)
{
	return (struct said){ .words = model_operator_italian(op),
			      .data = model_operator_data(op) };
}

static void compare_operators(struct comparing *comparing, enum model_operator then,
			      enum model_operator now, int shown)
{
	if (then == now || then == MODEL_OP_NONE || now == MODEL_OP_NONE)
		return;
	add_change(comparing, "operatore", said_operator(then), said_operator(now))->year = shown;
}

/* The values of a year then and one now; `shown` is 0 for the plans' own. */
static void compare_values(struct comparing *comparing, const struct series *kind,
			   const struct model_indicator *then, const struct model_indicator *now,
			   int year_then, int year_now, int shown)
{
	const struct model_value *a = value_in(then, kind, year_then);
	const struct model_value *b = value_in(now, kind, year_now);
	enum model_operator op_a = operator_of(then, a, kind->target);
	enum model_operator op_b = operator_of(now, b, kind->target);
	struct model_difference *change;

	compare_operators(comparing, op_a, op_b, shown);
	if (same_value(comparing->arena, a, b))
		return;
	change = add_change(comparing, kind->name, said_value(comparing->arena, then, a, op_a),
			    said_value(comparing->arena, now, b, op_b));
	change->year = shown;
	change->measured = kind->measured;
	add_days(comparing, change, a, b);
}

/* In plans of one year each year of a series is compared: those of the first
 * plan, then those that only the second has. */
static void compare_other_years(struct comparing *comparing, const struct series *kind,
				const struct model_indicator *then,
				const struct model_indicator *now, int own)
{
	const struct model_indicator *const both[] = { then, now };

	for (int turn = 0; turn < 2; turn++) {
		const struct model_list *list =
			(const struct model_list *)(const void *)((const char *)both[turn] +
								  kind->offset);

		for (size_t i = 0; i < list->count; i++) {
			int year = ((const struct model_value *)list->items[i])->year;

			if (year == own || (turn == 1 && value_in(then, kind, year) != NULL))
				continue;
			compare_values(comparing, kind, then, now, year, year, year);
		}
	}
}

static void compare_indicators(struct comparing *comparing, const struct model_indicator *then,
			       const struct model_indicator *now)
{
	int before = comparing->before->plan->year, after = comparing->after->plan->year;

	compare_texts(comparing, "algoritmo", then->formula ? then->formula->text : NULL,
		      now->formula ? now->formula->text : NULL);
	compare_texts(comparing, "regola", then->rule ? then->rule->id : NULL,
		      now->rule ? now->rule->id : NULL);
	for (size_t i = 0; i < sizeof series / sizeof *series; i++) {
		compare_values(comparing, &series[i], then, now, before, after, 0);
		if (before == after)
			compare_other_years(comparing, &series[i], then, now, after);
	}
}

/* ---- a pair ------------------------------------------------------------ */

static const char *name_of(struct arena *arena, const struct node *node)
{
	if (node->code != NULL && node->title != NULL)
		return arena_printf(arena, "%s %s", node->code, node->title);
	return node->title != NULL ? node->title : node->id;
}

/* Where it stands, when its parent is not the one it had. */
static void compare_place(struct comparing *comparing, const struct node *then,
			  const struct node *now)
{
	if (then->parent->match != now->parent)
		add_change(comparing, "posizione",
			   said_text(name_of(comparing->arena, then->parent)),
			   said_text(name_of(comparing->arena, now->parent)));
}

struct model_list compare_changes(struct arena *arena, const struct side *before,
				  const struct side *after, const struct node *then,
				  const struct node *now)
{
	struct comparing comparing = { .arena = arena, .before = before, .after = after };

	compare_place(&comparing, then, now);
	for (const char *const *name = fields_of[now->kind]; *name != NULL; name++)
		compare_field(&comparing, *name, &then->thing, &now->thing);
	if (now->kind == MODEL_COMPARED_INDICATOR)
		compare_indicators(&comparing, then->thing.object, now->thing.object);
	return comparing.changes;
}
