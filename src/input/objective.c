/* objective.c - <obiettivo>, and <voce>, its short form in a sheet. */
#include "input_private.h"

#define OBJECTIVE(member) offsetof(struct model_objective, member)
#define PROGRAMME(member) offsetof(struct model_programme, member)
#define RESOURCE(member)  offsetof(struct model_resource, member)

static void read_programme(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule attributes[] = {
		{ "codice", FORM_TEXT, .offset = PROGRAMME(code) },
		{ "riferimento", FORM_TEXT, .offset = PROGRAMME(reference) },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .attributes = attributes, .text = true };
	struct model_programme *programme =
		input_read_into(reader, element, &rule, slot, sizeof(struct model_programme));

	programme->title = input_text_of(reader, element);
}

static void read_resource(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule attributes[] = {
		{ "anno", FORM_YEAR, .offset = RESOURCE(year) },
		{ "preventivo", FORM_NUMBER, .offset = RESOURCE(budget) },
		{ "consuntivo", FORM_NUMBER, .offset = RESOURCE(actual) },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .attributes = attributes, .text = true };
	struct model_resource *resource =
		input_read_into(reader, element, &rule, slot, sizeof(struct model_resource));

	if (resource->year == 0)
		resource->year = reader->plan->year;
	resource->text = input_text_of(reader, element);
}

static const struct attribute_rule attributes[] = {
	{ "id", FORM_ID, .offset = OBJECTIVE(id) },
	{ "tipo", FORM_TEXT, .offset = OBJECTIVE(type) },
	{ "codice", FORM_TEXT, .offset = OBJECTIVE(code) },
	{ "titolo", FORM_TEXT, .offset = OBJECTIVE(title) },
	{ "peso", FORM_NUMBER, .offset = OBJECTIVE(weight) },
	{ "unita", FORM_REFERENCES, .offset = OBJECTIVE(units), .target = TARGET_UNIT },
	{ "responsabile", FORM_REFERENCES, .offset = OBJECTIVE(owners), .target = TARGET_POST },
	{ "rif", FORM_REFERENCE, .offset = OBJECTIVE(same_as), .target = TARGET_OBJECTIVE },
	{ "padre", FORM_REFERENCE, .offset = OBJECTIVE(parent), .target = TARGET_OBJECTIVE },
	{ "regola", FORM_REFERENCE, .offset = OBJECTIVE(rule), .target = TARGET_RULE },
	{ .name = NULL },
};

static const struct child_rule children[] = {
	{ "descrizione", input_read_text_child, .offset = OBJECTIVE(description), .most = 1 },
	{ "beneficio", input_read_text_child, .offset = OBJECTIVE(benefit), .most = 1 },
	{ "stakeholder", input_read_words_child, .offset = OBJECTIVE(stakeholders) },
	{ "soggetto-esterno", input_read_words_child, .offset = OBJECTIVE(externals) },
	{ "programma", read_programme, .offset = OBJECTIVE(programmes) },
	{ "missione", read_programme, .offset = OBJECTIVE(missions) },
	{ "risorse", read_resource, .offset = OBJECTIVE(resources) },
	{ "segno", input_read_sign, .offset = OBJECTIVE(signs) },
	{ "dichiarato", input_read_declared_child, .offset = OBJECTIVE(declared), .most = 1 },
	{ "nota", input_read_note, .offset = OBJECTIVE(notes) },
	{ "indicatore", input_read_indicator, .offset = OBJECTIVE(indicators) },
	{ "ambito", input_read_area, .offset = OBJECTIVE(content) },
	{ "obiettivo", input_read_objective, .offset = OBJECTIVE(content) },
	{ "voce", input_read_entry, .offset = OBJECTIVE(content) },
	{ .name = NULL },
};

static void read_by(struct reader *reader, const struct element *element,
		    const struct element_rule *rule, struct model_list *content)
{
	struct model_objective *objective = input_make_thing(reader, element, sizeof *objective);
	struct scope outer = input_enter_item(reader);

	objective->start = element->start;
	objective->end = element->end;
	input_name_thing(reader, (struct named){ TARGET_OBJECTIVE, objective, element,
						 .inside = outer.objective, .id = &objective->id,
						 .code = &objective->code,
						 .position = reader->scope.position });
	reader->scope.objective = objective;
	input_read_element(reader, element, rule, objective);
	input_add_item(reader, content, NULL, objective);
	input_leave_item(reader, outer);
}

void input_read_objective(struct reader *reader, const struct element *element, void *slot)
{
	static const struct element_rule rule = { attributes, children, false };

	read_by(reader, element, &rule, slot);
}

/* Source: <voce obiettivo="OP1" peso="16.00"/> in design section 3. */
void input_read_entry(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule entry_attributes[] = {
		{ "id", FORM_ID, .offset = OBJECTIVE(id) },
		{ "codice", FORM_TEXT, .offset = OBJECTIVE(code) },
		{ "obiettivo", FORM_REFERENCE, .offset = OBJECTIVE(same_as),
		  .target = TARGET_OBJECTIVE, .required = true },
		{ "peso", FORM_NUMBER, .offset = OBJECTIVE(weight) },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .attributes = entry_attributes };

	read_by(reader, element, &rule, slot);
}
