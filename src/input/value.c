/* value.c - <valore>, <target>, <soglia>, <consuntivo>: one grammar.
 * Source: design "Value". */
#include "input_private.h"

#include <string.h>

#define VALUE(member) offsetof(struct model_value, member)

const struct word input_value_kinds[] = {
	{ "numero", MODEL_NUMBER }, { "data", MODEL_DATE },  { "si-no", MODEL_YES_NO },
	{ "scala", MODEL_SCALE },   { "testo", MODEL_TEXT }, { NULL, 0 },
};
static const struct word operators[] = {
	{ ">=", MODEL_AT_LEAST },
	{ "<=", MODEL_AT_MOST },
	{ "=", MODEL_EQUAL },
	{ ">", MODEL_MORE },
	{ "<", MODEL_LESS },
	{ "entro", MODEL_WITHIN },
	{ NULL, 0 },
};
static const struct word states[] = { { "non-disponibile", MODEL_NOT_AVAILABLE }, { NULL, 0 } };
static const struct word answers[] = { { "si", 1 }, { "no", 0 }, { NULL, 0 } };

static const struct attribute_rule attributes[] = {
	{ "anno", FORM_YEAR, .offset = VALUE(year) },
	{ "tipo", FORM_WORD, .offset = VALUE(kind), .words = input_value_kinds },
	{ "unita-misura", FORM_TEXT, .offset = VALUE(unit) },
	{ "op", FORM_WORD, .offset = VALUE(op), .words = operators },
	{ "stato", FORM_WORD, .offset = VALUE(state), .words = states },
	{ "stampato", FORM_TEXT, .offset = VALUE(printed) },
	{ "richiamo", FORM_TEXT, .offset = VALUE(mark) },
	{ "numeratore", FORM_NUMBER, .offset = VALUE(numerator) },
	{ "denominatore", FORM_NUMBER, .offset = VALUE(denominator) },
	{ "motivo", FORM_TEXT, .offset = VALUE(reason) },
	{ .name = NULL },
};
static const struct element_rule rule = { .attributes = attributes, .text = true };

/* ---- What the indicator says, or the one it repeats ------------------------------ */

/* The default kind, a number, is never written against another. */
static enum model_kind kind_of(const struct model_indicator *indicator)
{
	while (indicator->type == MODEL_NUMBER && indicator->same_as != NULL)
		indicator = indicator->same_as;
	return indicator->type;
}

static const char *unit_of(const struct model_indicator *indicator)
{
	while (indicator->unit == NULL && indicator->same_as != NULL)
		indicator = indicator->same_as;
	return indicator->unit;
}

static const struct model_formula *formula_of(const struct model_indicator *indicator)
{
	while (indicator->formula == NULL && indicator->same_as != NULL)
		indicator = indicator->same_as;
	return indicator->formula;
}

/* Without `scala`, the only one of <sistema>. */
static const struct model_scale *scale_of(struct reader *reader,
					  const struct model_indicator *indicator)
{
	const struct model_list *scales = &reader->plan->system->scales;

	while (indicator->scale == NULL && indicator->same_as != NULL)
		indicator = indicator->same_as;
	if (indicator->scale == NULL && scales->count == 1)
		return scales->items[0];
	return indicator->scale;
}

/* ---- Content by kind --------------------------------------------------------------- */

/* A number that is none is often a value of another kind. */
static const char *likely_kind(const char *text)
{
	date_days date;

	for (const struct word *word = answers; word->spelling != NULL; word++)
		if (text_equal(word->spelling, text))
			return "si-no";
	if (date_parse(&date, text))
		return "data";
	return strpbrk(text, "0123456789") == NULL ? "testo" : NULL;
}

static void read_figure(struct reader *reader, struct spot spot, struct model_value *value)
{
	const char *kind = likely_kind(value->text);

	if (kind == NULL)
		input_read_number(reader, spot, value->text, &value->figure);
	else
		diag_error(reader->diag, value->place, "valore-tipo",
			   "%s: «%s» non è un numero: se l’indicatore non si misura con un numero "
			   "aggiungere tipo=\"%s\"",
			   input_spot_label(reader, spot), input_shown(reader, value->text), kind);
}

static void read_dates(struct reader *reader, struct spot spot, struct model_value *value)
{
	struct model_list words = input_split_words(reader->arena, value->text);

	if (words.count > INPUT_DATES_MAX) {
		diag_error(reader->diag, value->place, "limite",
			   "%s: %zu date in un solo valore: scriverne al più %d",
			   input_spot_label(reader, spot), words.count, INPUT_DATES_MAX);
		return;
	}
	value->dates = arena_array(reader->arena, date_days, words.count);
	for (size_t i = 0; i < words.count; i++)
		if (input_read_day(reader, spot, words.items[i], &value->dates[value->date_count]))
			value->date_count++;
}

static void read_answer(struct reader *reader, struct spot spot, struct model_value *value)
{
	int yes = text_equal(value->text, "sì");

	if (yes || input_read_word(reader, spot, value->text, answers, &yes))
		value->yes = yes != 0;
}

static const struct model_step *find_step(struct reader *reader, const struct model_scale *scale,
					  const char *name)
{
	const char *wanted = text_upper(reader->arena, name);

	for (size_t i = 0; i < scale->steps.count; i++) {
		const struct model_step *step = scale->steps.items[i];

		if (text_equal(text_upper(reader->arena, step->name), wanted))
			return step;
	}
	return NULL;
}

static const char *step_names(struct reader *reader, const struct model_scale *scale)
{
	const char **names = arena_array(reader->arena, const char *, scale->steps.count);

	for (size_t i = 0; i < scale->steps.count; i++)
		names[i] = ((const struct model_step *)scale->steps.items[i])->name;
	return input_join_names(reader->arena, names, scale->steps.count);
}

static void read_step(struct reader *reader, struct spot spot,
		      const struct model_indicator *indicator, struct model_value *value)
{
	const struct model_scale *scale = scale_of(reader, indicator);

	if (scale == NULL && element_attribute(spot.element->parent, "scala") != NULL)
		return; /* the reference has its finding */
	if (scale == NULL) {
		diag_error(reader->diag, value->place, "scala-mancante",
			   "%s: non si sa di quale scala è «%s»: aggiungere scala=\"…\" "
			   "all’indicatore, con l’id di una <scala> di <sistema>",
			   input_spot_label(reader, spot), input_shown(reader, value->text));
		return;
	}
	value->step = find_step(reader, scale, value->text);
	if (value->step == NULL)
		diag_error(reader->diag, value->place, "gradino-ignoto",
			   "%s: «%s» non è un gradino della scala «%s»: scrivere uno di %s",
			   input_spot_label(reader, spot), input_shown(reader, value->text),
			   scale->id != NULL ? scale->id : "", step_names(reader, scale));
}

/* Without the type it was meant to have, nothing can be said of it. */
static bool has_lost_type(struct reader *reader, const struct model_indicator *indicator,
			  const struct model_value *value)
{
	return input_was_meant(reader, indicator->place, "@tipo") ||
	       input_was_meant(reader, value->place, "@tipo");
}

static void read_content(struct reader *reader, struct spot spot,
			 const struct model_indicator *indicator, struct model_value *value)
{
	if (has_lost_type(reader, indicator, value))
		return;
	switch (value->kind) {
	case MODEL_NUMBER: read_figure(reader, spot, value); break;
	case MODEL_DATE: read_dates(reader, spot, value); break;
	case MODEL_YES_NO: read_answer(reader, spot, value); break;
	case MODEL_SCALE: read_step(reader, spot, indicator, value); break;
	case MODEL_TEXT: break;
	}
}

/* ---- Numerator and denominator ------------------------------------------------------ */

/* A value that is only its two parts is what they make, so that no reader meets
 * a figure without a number. Two decimals, as nothing was printed. */
static bool take_parts(struct reader *reader, const struct model_indicator *indicator,
		       struct model_value *value)
{
	const struct number *made =
		model_parts_value(reader->arena, formula_of(indicator), value, value->unit);

	if (made != NULL)
		value->figure = (struct model_figure){ made, 2 };
	return made != NULL;
}

static void check_fraction(struct reader *reader, const struct element *element,
			   const struct model_indicator *indicator, const struct model_value *value)
{
	bool above = element_attribute(element, "numeratore") != NULL;
	bool below = element_attribute(element, "denominatore") != NULL;

	if (above != below)
		diag_error(reader->diag, value->place, "frazione",
			   "<%s> ha il %s ma non il %s: aggiungerlo o togliere l’altro",
			   element->name, above ? "numeratore" : "denominatore",
			   above ? "denominatore" : "numeratore");
	else if (above && value->kind != MODEL_NUMBER)
		diag_error(reader->diag, value->place, "frazione",
			   "<%s> ha numeratore e denominatore ma non è un numero: toglierli",
			   element->name);
	if (value->denominator.number != NULL && number_sign(value->denominator.number) == 0 &&
	    model_parts_divide(formula_of(indicator)))
		diag_error(reader->diag, value->place, "denominatore-zero",
			   "<%s> ha denominatore zero e non si può dividere: correggerlo o segnare "
			   "stato=\"non-disponibile\"",
			   element->name);
}

/* ---- The value ---------------------------------------------------------------------- */

static bool suits(enum model_operator op, enum model_kind kind)
{
	switch (kind) {
	case MODEL_DATE: return true;
	case MODEL_NUMBER:
	case MODEL_SCALE: return op != MODEL_WITHIN;
	case MODEL_YES_NO:
	case MODEL_TEXT: return op == MODEL_OP_NONE || op == MODEL_EQUAL;
	}
	return true;
}

static void check_operator(struct reader *reader, const struct element *element,
			   const struct model_indicator *indicator, const struct model_value *value)
{
	static const char *const allowed[] = {
		[MODEL_NUMBER] = "con un numero usare >=, <=, =, > o <",
		[MODEL_DATE] = "",
		[MODEL_YES_NO] = "con si o no l’operatore si toglie, o è =",
		[MODEL_SCALE] = "con una scala usare >=, <=, =, > o <",
		[MODEL_TEXT] = "con un testo l’operatore si toglie",
	};

	if (!suits(value->op, value->kind) && !has_lost_type(reader, indicator, value))
		diag_error(reader->diag, value->place, "operatore-tipo",
			   "op di <%s>: «%s» non va bene per questo tipo di valore: %s",
			   element->name, element_attribute(element, "op"), allowed[value->kind]);
}

static bool year_taken(const struct model_list *list, int year)
{
	return model_value_of_year(list, year) != NULL;
}

/* Whether the value may join its list: a year once, and not without end. */
/* Its year could not be read: it stands for no other. */
static bool has_wrong_year(struct reader *reader, const struct element *element, int year)
{
	const char *written = element_attribute(element, "anno");

	return written != NULL && !text_equal(text_fold_space(reader->arena, written),
					      arena_printf(reader->arena, "%d", year));
}

static bool has_room(struct reader *reader, const struct pending_value *pending, int year)
{
	const char *name = pending->element->name;

	if (pending->list->count >= INPUT_VALUES_MAX) {
		diag_error(reader->diag, pending->element->place, "limite",
			   "più di %d <%s> su un indicatore: toglierne", INPUT_VALUES_MAX, name);
		return false;
	}
	if (year_taken(pending->list, year)) {
		diag_error(reader->diag, pending->element->place, "anno-doppio",
			   "c’è già un <%s> per l’anno %d in questo indicatore: tenerne uno o "
			   "correggere l’anno",
			   name, year);
		return false;
	}
	return true;
}

/* An empty element is a cell printed empty, unless its state or its two parts
 * say more. */
static void read_state(struct reader *reader, const struct pending_value *pending,
		       struct model_value *value)
{
	value->text = input_text_of(reader, pending->element);
	if (value->text != NULL && value->state == MODEL_GIVEN)
		read_content(reader, (struct spot){ pending->element, NULL }, pending->indicator,
			     value);
	else if (value->state == MODEL_GIVEN && !take_parts(reader, pending->indicator, value))
		value->state = MODEL_EMPTY;
}

static struct model_value *start_value(struct reader *reader, const struct element *element,
				       const struct model_indicator *indicator)
{
	struct model_value *value = input_make_thing(reader, element, sizeof *value);

	value->year = reader->plan->year;
	value->kind = kind_of(indicator);
	value->unit = unit_of(indicator);
	return value;
}

static void read_value(struct reader *reader, const struct pending_value *pending)
{
	struct model_value *value = start_value(reader, pending->element, pending->indicator);

	input_read_element(reader, pending->element, &rule, value);
	check_fraction(reader, pending->element, pending->indicator, value);
	read_state(reader, pending, value);
	check_operator(reader, pending->element, pending->indicator, value);
	if (value->mark != NULL)
		input_keep_mark(reader, pending->element, value);
	if (has_wrong_year(reader, pending->element, value->year))
		input_keep_meant(reader, pending->indicator->place, pending->element->name);
	else if (has_room(reader, pending, value->year))
		model_list_add(reader->arena, pending->list, value);
}

static void read_declared(struct reader *reader, const struct pending_declared *pending)
{
	struct model_value *value = start_value(reader, pending->element, pending->indicator);

	value->text =
		text_fold_space(reader->arena, element_attribute(pending->element, "consuntivo"));
	if (*value->text == '\0')
		value->state = MODEL_EMPTY;
	else
		read_content(reader, (struct spot){ pending->element, "consuntivo" },
			     pending->indicator, value);
	pending->declared->actual = value;
}

void input_read_values(struct reader *reader)
{
	for (size_t i = 0; i < reader->values.count; i++)
		read_value(reader, reader->values.items[i]);
	for (size_t i = 0; i < reader->declared.count; i++)
		read_declared(reader, reader->declared.items[i]);
}
