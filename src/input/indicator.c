/* indicator.c - <indicatore>, and <livello>, an indicator once more. */
#include "input_private.h"

#include "model/print.h"

#define INDICATOR(member) offsetof(struct model_indicator, member)
#define FORMULA(member)   offsetof(struct model_formula, member)
#define CHANGE(member)    offsetof(struct model_change, member)

static const struct word directions[] = { { "crescente", MODEL_RISING },
					  { "decrescente", MODEL_FALLING },
					  { NULL, 0 } };
static const struct word derivations[] = { { "figli", 1 }, { NULL, 0 } };
static const struct word outcomes[] = {
	{ "validato", MODEL_VALIDATED },
	{ "non-disponibile", MODEL_OUTCOME_NOT_AVAILABLE },
	{ "non-misurabile", MODEL_OUTCOME_NOT_MEASURABLE },
	{ NULL, 0 },
};

/* ---- Its parts --------------------------------------------------------------- */

static bool has_own_text(const struct element *element)
{
	for (const struct element *child = element->first; child != NULL; child = child->next)
		if (child->text != NULL && !text_blank(child->text))
			return true;
	return false;
}

static const char *formula_text(struct reader *reader, const struct element *element,
				const struct model_formula *formula)
{
	if (has_own_text(element) || formula->numerator == NULL)
		return input_text_of(reader, element);
	if (formula->denominator == NULL)
		return formula->numerator;
	return arena_printf(reader->arena, "%s %s %s", formula->numerator, formula->operator,
			    formula->denominator);
}

static void check_sign(struct reader *reader, const struct element *element,
		       struct model_formula *formula)
{
	if (formula->operator!= NULL && !model_parts_has_sign(formula->operator))
		diag_error(reader->diag, element->place, "parola-ignota",
			   "operatore di <algoritmo>: «%s» non è ammesso: scrivere uno di /, -, +, "
			   "×",
			   input_shown(reader, formula->operator));
	if (formula->operator== NULL)
		formula->operator= "/";
}

static void read_formula(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule attributes[] = {
		{ "fonte", FORM_TEXT, .offset = FORMULA(source) },
		{ "operatore", FORM_TEXT, .offset = FORMULA(operator) },
		{ "fattore", FORM_NUMBER, .offset = FORMULA(factor) },
		{ .name = NULL },
	};
	static const struct child_rule children[] = {
		{ "numeratore", input_read_text_child, .offset = FORMULA(numerator), .most = 1 },
		{ "denominatore", input_read_text_child, .offset = FORMULA(denominator),
		  .most = 1 },
		{ .name = NULL },
	};
	static const struct element_rule rule = { attributes, children, true };
	struct model_formula *formula = input_make_thing(reader, element, sizeof *formula);

	input_read_element(reader, element, &rule, formula);
	check_sign(reader, element, formula);
	if ((formula->numerator == NULL) != (formula->denominator == NULL))
		diag_warning(reader->diag, element->place, "frazione",
			     "<algoritmo> ha il %s ma non il %s: aggiungerlo, o scrivere tutto "
			     "come testo",
			     formula->numerator != NULL ? "numeratore" : "denominatore",
			     formula->numerator != NULL ? "denominatore" : "numeratore");
	formula->text = formula_text(reader, element, formula);
	*(struct model_formula **)slot = formula;
}

static void read_outcome(struct reader *reader, const struct element *element, void *owner)
{
	static const struct attribute_rule attributes[] = {
		{ "stato", FORM_WORD, .offset = INDICATOR(outcome), .words = outcomes,
		  .required = true },
		{ "motivo", FORM_TEXT, .offset = INDICATOR(outcome_reason) },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .attributes = attributes, .text = true };
	struct model_indicator *indicator = owner;

	input_read_element(reader, element, &rule, indicator);
	if (indicator->outcome_reason == NULL)
		indicator->outcome_reason = input_text_of(reader, element);
}

/* Source: design section 4, `manuale`: given with its reason. */
static void read_manual(struct reader *reader, const struct element *element, void *owner)
{
	static const struct attribute_rule attributes[] = {
		{ "grado", FORM_NUMBER, .offset = INDICATOR(manual), .required = true },
		{ "motivo", FORM_TEXT, .offset = INDICATOR(manual_reason) },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .attributes = attributes, .text = true };
	struct model_indicator *indicator = owner;

	input_read_element(reader, element, &rule, indicator);
	if (indicator->manual_reason == NULL)
		indicator->manual_reason = input_text_of(reader, element);
	if (indicator->manual_reason == NULL)
		diag_error(reader->diag, element->place, "manuale-motivo",
			   "<manuale> senza motivo: un grado dato a mano va spiegato, scrivere "
			   "motivo=\"…\"");
}

static void read_change(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule attributes[] = {
		{ "data", FORM_DAY, .offset = CHANGE(date) },
		{ "atto", FORM_TEXT, .offset = CHANGE(act) },
		{ "campo", FORM_TEXT, .offset = CHANGE(field) },
		{ "anno", FORM_YEAR, .offset = CHANGE(year) },
		{ "da", FORM_TEXT, .offset = CHANGE(from) },
		{ "a", FORM_TEXT, .offset = CHANGE(to) },
		{ "motivo", FORM_TEXT, .offset = CHANGE(reason) },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .attributes = attributes, .text = true };
	struct model_change *change =
		input_read_into(reader, element, &rule, slot, sizeof(struct model_change));

	if (change->reason == NULL)
		change->reason = input_text_of(reader, element);
	if (change->year == 0)
		change->year = reader->plan->year;
	change->from = model_written_italian(reader->arena, change->from);
	change->to = model_written_italian(reader->arena, change->to);
}

/* The value waits until the kind of its indicator is known. */
static void wait_for_kind(struct reader *reader, const struct element *element, void *slot)
{
	struct pending_value *pending = arena_new(reader->arena, struct pending_value);

	pending->indicator = reader->indicator;
	pending->element = element;
	pending->list = slot;
	model_list_add(reader->arena, &reader->values, pending);
}

/* ---- The indicator ------------------------------------------------------------ */

#define OF_USE                                                                                     \
	{ "id", FORM_ID, .offset = INDICATOR(id) },                                                \
		{ "codice", FORM_TEXT, .offset = INDICATOR(code) },                                \
		{ "peso", FORM_NUMBER, .offset = INDICATOR(weight) },                              \
		{ "tipologia", FORM_TEXT, .offset = INDICATOR(kind) },                             \
		{ "unita-misura", FORM_TEXT, .offset = INDICATOR(unit) },                          \
		{ "verso", FORM_WORD, .offset = INDICATOR(direction), .words = directions },       \
		{ "regola", FORM_REFERENCE, .offset = INDICATOR(rule), .target = TARGET_RULE },    \
		{ "scala", FORM_REFERENCE, .offset = INDICATOR(scale), .target = TARGET_SCALE },   \
	{                                                                                          \
		"rif", FORM_REFERENCE, .offset = INDICATOR(same_as), .target = TARGET_INDICATOR    \
	}

static const struct attribute_rule attributes[] = {
	OF_USE,
	{ "tipo", FORM_WORD, .offset = INDICATOR(type), .words = input_value_kinds },
	{ "da", FORM_FLAG, .offset = INDICATOR(from_children), .words = derivations },
	{ "unita", FORM_REFERENCES, .offset = INDICATOR(units), .target = TARGET_UNIT },
	{ "responsabile", FORM_REFERENCES, .offset = INDICATOR(owners), .target = TARGET_POST },
	{ .name = NULL },
};

static const struct child_rule children[] = {
	{ "nome", input_read_text_child, .offset = INDICATOR(name), .most = 1 },
	{ "descrizione", input_read_text_child, .offset = INDICATOR(description), .most = 1 },
	{ "algoritmo", read_formula, .offset = INDICATOR(formula), .most = 1 },
	{ "valore", wait_for_kind, .offset = INDICATOR(values) },
	{ "target", wait_for_kind, .offset = INDICATOR(targets) },
	{ "soglia", wait_for_kind, .offset = INDICATOR(thresholds) },
	{ "consuntivo", wait_for_kind, .offset = INDICATOR(actuals) },
	{ "esito", read_outcome, .offset = 0, .most = 1 },
	{ "manuale", read_manual, .offset = 0, .most = 1 },
	{ "dichiarato", input_read_declared_child, .offset = INDICATOR(declared), .most = 1 },
	{ "modifica", read_change, .offset = INDICATOR(changes) },
	{ "segno", input_read_sign, .offset = INDICATOR(signs) },
	{ "nota", input_read_note, .offset = INDICATOR(notes) },
	{ .name = NULL },
};

static void read_by(struct reader *reader, const struct element *element,
		    const struct element_rule *rule, struct model_indicator *indicator)
{
	reader->indicator = indicator;
	if (!text_blank(element_attribute(element, "scala")))
		indicator->type = MODEL_SCALE; /* unless `tipo` says otherwise */
	input_read_element(reader, element, rule, indicator);
	reader->indicator = NULL;
}

static const char *indicator_position(struct reader *reader)
{
	struct scope *scope = &reader->scope;

	return arena_printf(reader->arena, "%s.%zu", scope->position, ++scope->indicators);
}

void input_read_indicator(struct reader *reader, const struct element *element, void *slot)
{
	static const struct element_rule rule = { attributes, children, false };
	struct model_indicator *indicator = input_make_thing(reader, element, sizeof *indicator);

	indicator->objective = reader->scope.objective;
	input_name_thing(reader, (struct named){ TARGET_INDICATOR, indicator, element,
						 .id = &indicator->id, .code = &indicator->code,
						 .position = indicator_position(reader) });
	read_by(reader, element, &rule, indicator);
	model_list_add(reader->arena, slot, indicator);
}

/* `tipo` of a level is its own, the kind comes from the indicator it repeats.
 * A level has no place in the tree, so nothing can input_refer to it. */
void input_read_level(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule level_attributes[] = {
		OF_USE,
		{ "tipo", .form = FORM_LATER },
		{ .name = NULL },
	};
	static const struct element_rule rule = { level_attributes, children, false };
	struct model_level *level = input_make_thing(reader, element, sizeof *level);
	struct model_indicator *indicator = input_make_thing(reader, element, sizeof *indicator);

	level->type = element_attribute(element, "tipo");
	level->indicator = indicator;
	read_by(reader, element, &rule, indicator);
	if (indicator->id == NULL)
		indicator->id = arena_printf(reader->arena, "livello-%zu", ++reader->levels);
	model_list_add(reader->arena, &reader->level_indicators, indicator);
	model_list_add(reader->arena, slot, level);
}
