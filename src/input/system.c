/* system.c - <sistema>: the body's own measuring rules. */
#include "input_private.h"

#define RULE(member)       offsetof(struct model_rule, member)
#define BAND(member)       offsetof(struct model_band, member)
#define SYSTEM(member)     offsetof(struct model_system, member)
#define SCALE(member)      offsetof(struct model_scale, member)
#define JUDGEMENT(member)  offsetof(struct model_judgement, member)
#define PART(member)       offsetof(struct model_part, member)
#define EVALUATION(member) offsetof(struct model_evaluation, member)

static const struct word rule_types[] = {
	{ "lineare", MODEL_RULE_LINEAR }, { "rapporto", MODEL_RULE_RATIO },
	{ "fasce", MODEL_RULE_BANDS },    { "tutto-o-niente", MODEL_RULE_ALL_OR_NOTHING },
	{ "manuale", MODEL_RULE_MANUAL }, { NULL, 0 },
};
static const struct word band_measures[] = {
	{ "giorni-ritardo", MODEL_BAND_DAYS_LATE },
	{ "scostamento", MODEL_BAND_VARIANCE },
	{ NULL, 0 },
};
static const struct word treatments[] = { { "esclusi", MODEL_EXCLUDED },
					  { "zero", MODEL_ZERO },
					  { NULL, 0 } };
static const struct word aggregations[] = { { "media-ponderata", 0 }, { NULL, 0 } };
static const struct word signals[] = {
	{ "verde", 0 }, { "giallo", 1 }, { "rosso", 2 }, { "grigio", 3 }, { NULL, 0 }
};

static void read_band(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule attributes[] = {
		{ "fino-a", FORM_NUMBER, .offset = BAND(up_to) },
		{ "grado", FORM_NUMBER, .offset = BAND(degree), .required = true },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .attributes = attributes };

	input_read_into(reader, element, &rule, slot, sizeof(struct model_band));
}

static void read_rule(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule attributes[] = {
		{ "id", FORM_ID, .offset = RULE(id), .required = true },
		{ "tipo", FORM_WORD, .offset = RULE(type), .words = rule_types, .required = true },
		{ "minimo", FORM_NUMBER, .offset = RULE(minimum) },
		{ "massimo", FORM_NUMBER, .offset = RULE(maximum) },
		{ "misura", FORM_WORD, .offset = RULE(measure), .words = band_measures },
		{ .name = NULL },
	};
	static const struct child_rule children[] = {
		{ "fascia", read_band, .offset = RULE(bands), .most = INPUT_SYSTEM_MAX },
		{ .name = NULL },
	};
	static const struct element_rule table = { attributes, children, false };
	struct model_rule *rule =
		input_read_into(reader, element, &table, slot, sizeof(struct model_rule));

	if (rule->minimum.number == NULL)
		rule->minimum.number = number_from_int(reader->arena, 0);
	if (rule->maximum.number == NULL)
		rule->maximum.number = number_from_int(reader->arena, 100);
	input_put_id(reader, TARGET_RULE, rule->id, rule, element);
}

static void read_defaults(struct reader *reader, const struct element *element, void *owner)
{
	static const struct attribute_rule attributes[] = {
		{ "numero", FORM_REFERENCE, .offset = SYSTEM(default_number),
		  .target = TARGET_RULE },
		{ "data", FORM_REFERENCE, .offset = SYSTEM(default_date), .target = TARGET_RULE },
		{ "scelta", FORM_REFERENCE, .offset = SYSTEM(default_choice),
		  .target = TARGET_RULE },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .attributes = attributes };

	input_read_element(reader, element, &rule, owner);
}

static void read_aggregation(struct reader *reader, const struct element *element, void *owner)
{
	static const struct attribute_rule attributes[] = {
		{ "tipo", .form = FORM_LATER },
		{ "non-misurabili", FORM_WORD, .offset = SYSTEM(not_measurable),
		  .words = treatments },
		{ "vuoti", FORM_WORD, .offset = SYSTEM(empty), .words = treatments },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .attributes = attributes };
	const char *type = element_attribute(element, "tipo");
	int only;

	input_read_element(reader, element, &rule, owner);
	if (type != NULL)
		input_read_word(reader, (struct spot){ element, "tipo" }, type, aggregations,
				&only);
}

static void read_step(struct reader *reader, const struct element *element, void *owner)
{
	struct model_scale *scale = owner;
	struct model_step *step = arena_new(reader->arena, struct model_step);

	input_read_text_child(reader, element, &step->name);
	if (step->name == NULL) {
		diag_error(reader->diag, element->place, "gradino-vuoto",
			   "<gradino> senza nome: scrivere il nome del gradino, per esempio "
			   "<gradino>medio</gradino>");
		return;
	}
	step->rank = (int)scale->steps.count;
	step->scale = scale;
	model_list_add(reader->arena, &scale->steps, step);
}

static void read_scale(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule attributes[] = {
		{ "id", FORM_ID, .offset = SCALE(id), .required = true },
		{ .name = NULL },
	};
	static const struct child_rule children[] = {
		{ "gradino", read_step, .offset = 0, .most = INPUT_SYSTEM_MAX },
		{ .name = NULL },
	};
	static const struct element_rule rule = { attributes, children, false };
	struct model_scale *scale =
		input_read_into(reader, element, &rule, slot, sizeof(struct model_scale));

	input_put_id(reader, TARGET_SCALE, scale->id, scale, element);
}

static void read_limit(struct reader *reader, const struct element *element,
		       struct model_judgement *judgement)
{
	const char *from = element_attribute(element, "da");
	const char *above = element_attribute(element, "oltre");

	if (input_was_meant(reader, element->place, "@da") ||
	    input_was_meant(reader, element->place, "@oltre"))
		return;
	if ((from == NULL) == (above == NULL)) {
		diag_error(reader->diag, element->place, "giudizio-limite",
			   "<giudizio> vuole uno solo tra «da» e «oltre»: scrivere da=\"95\" per "
			   "«95 o più», oltre=\"0\" per «più di 0»");
		return;
	}
	judgement->above = above != NULL;
	input_read_number(reader, (struct spot){ element, above != NULL ? "oltre" : "da" },
			  above != NULL ? above : from, &judgement->from);
}

static void read_judgement(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule attributes[] = {
		{ "da", .form = FORM_LATER },
		{ "oltre", .form = FORM_LATER },
		{ "etichetta", FORM_TEXT, .offset = JUDGEMENT(label), .required = true },
		{ "segnale", FORM_TEXT, .offset = JUDGEMENT(signal) },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .attributes = attributes };
	struct model_judgement *judgement =
		input_read_into(reader, element, &rule, slot, sizeof(struct model_judgement));
	int only;

	read_limit(reader, element, judgement);
	if (judgement->signal != NULL)
		input_read_word(reader, (struct spot){ element, "segnale" }, judgement->signal,
				signals, &only);
}

static void read_judgements(struct reader *reader, const struct element *element, void *slot)
{
	static const struct child_rule children[] = {
		{ "giudizio", read_judgement, .offset = 0, .most = INPUT_SYSTEM_MAX },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .children = children };

	input_read_element(reader, element, &rule, slot);
}

/* Each evaluation may have its own `obiettivi`: a sheet's <parte rif> looks in
 * that of its post (sheet.c), so the ids of parts are no space of their own. */
static void read_part(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule attributes[] = {
		{ "id", FORM_ID, .offset = PART(id), .required = true },
		{ "titolo", FORM_TEXT, .offset = PART(title) },
		{ "peso", FORM_NUMBER, .offset = PART(weight) },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .attributes = attributes };

	input_read_into(reader, element, &rule, slot, sizeof(struct model_part));
}

static void read_evaluation(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule attributes[] = {
		{ "ruolo", FORM_TEXT, .offset = EVALUATION(role) },
		{ .name = NULL },
	};
	static const struct child_rule children[] = {
		{ "parte", read_part, .offset = EVALUATION(parts), .most = INPUT_SYSTEM_MAX },
		{ .name = NULL },
	};
	static const struct element_rule rule = { attributes, children, false };

	input_read_into(reader, element, &rule, slot, sizeof(struct model_evaluation));
}

void input_read_system(struct reader *reader, const struct element *element, void *slot)
{
	static const struct child_rule children[] = {
		{ "regola", read_rule, .offset = SYSTEM(rules), .most = INPUT_SYSTEM_MAX },
		{ "predefinite", read_defaults, .offset = 0, .most = 1 },
		{ "aggregazione", read_aggregation, .offset = 0, .most = 1 },
		{ "scala", read_scale, .offset = SYSTEM(scales), .most = INPUT_SYSTEM_MAX },
		{ "giudizi", read_judgements, .offset = SYSTEM(judgements), .most = 1 },
		{ "valutazione", read_evaluation, .offset = SYSTEM(evaluations),
		  .most = INPUT_SYSTEM_MAX },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .children = children };
	struct model_system *system = *(struct model_system **)slot;

	system->place = element->place;
	system->given = true;
	input_read_element(reader, element, &rule, system);
}

/* A type of rule that needs no more said may be named without a <regola>.
 * Source: <predefinite scelta="tutto-o-niente"> in design section 3. */
static struct model_rule *built_in_rule(struct reader *reader, const char *name)
{
	struct model_rule *rule;

	for (const struct word *word = rule_types; word->spelling != NULL; word++) {
		if (!text_equal(word->spelling, name) || word->value == MODEL_RULE_BANDS)
			continue;
		rule = arena_new(reader->arena, struct model_rule);
		rule->place = reader->plan->system->place;
		rule->id = word->spelling;
		rule->type = (enum model_rule_type)word->value;
		rule->minimum.number = number_from_int(reader->arena, 0);
		rule->maximum.number = number_from_int(reader->arena, 100);
		map_put(&reader->ids[TARGET_RULE], rule->id, rule);
		return rule;
	}
	return NULL;
}

struct model_rule *input_find_rule(struct reader *reader, const char *name)
{
	struct model_rule *rule = map_find(&reader->ids[TARGET_RULE], name);

	return rule != NULL ? rule : built_in_rule(reader, name);
}

void input_finish_system(struct reader *reader)
{
	struct model_system *system = reader->plan->system;
	const struct model_rule **defaults[] = { &system->default_number, &system->default_date,
						 &system->default_choice };

	for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++)
		if (*defaults[i] == NULL)
			*defaults[i] = input_find_rule(reader, "lineare");
}
