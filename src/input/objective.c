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
		read_into(reader, element, &rule, slot, sizeof(struct model_programme));

	programme->title = text_of(reader, element);
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
		read_into(reader, element, &rule, slot, sizeof(struct model_resource));

	if (resource->year == 0)
		resource->year = reader->plan->year;
	resource->text = text_of(reader, element);
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
	{ "descrizione", read_text_child, .offset = OBJECTIVE(description), .once = true },
	{ "beneficio", read_text_child, .offset = OBJECTIVE(benefit), .once = true },
	{ "stakeholder", read_words_child, .offset = OBJECTIVE(stakeholders) },
	{ "soggetto-esterno", read_words_child, .offset = OBJECTIVE(externals) },
	{ "programma", read_programme, .offset = OBJECTIVE(programmes) },
	{ "missione", read_programme, .offset = OBJECTIVE(missions) },
	{ "risorse", read_resource, .offset = OBJECTIVE(resources) },
	{ "segno", read_sign, .offset = OBJECTIVE(signs) },
	{ "dichiarato", read_declared_child, .offset = OBJECTIVE(declared), .once = true },
	{ "nota", read_note, .offset = OBJECTIVE(notes) },
	{ "indicatore", read_indicator, .offset = OBJECTIVE(indicators) },
	{ "ambito", read_area, .offset = OBJECTIVE(content) },
	{ "obiettivo", read_objective, .offset = OBJECTIVE(content) },
	{ "voce", read_entry, .offset = OBJECTIVE(content) },
	{ .name = NULL },
};

static void read_by(struct reader *reader, const struct element *element,
		    const struct element_rule *rule, struct model_list *content)
{
	struct model_objective *objective = make_thing(reader, element, sizeof *objective);
	struct scope outer = enter_item(reader);

	objective->start = element->start;
	objective->end = element->end;
	name_thing(reader, (struct named){ TARGET_OBJECTIVE, objective, element,
					   .inside = outer.objective,
					   .id = &objective->id,
					   .code = &objective->code,
					   .position = reader->scope.position });
	reader->scope.objective = objective;
	read_element(reader, element, rule, objective);
	add_item(reader, content, NULL, objective);
	leave_item(reader, outer);
}

void read_objective(struct reader *reader, const struct element *element, void *slot)
{
	static const struct element_rule rule = { attributes, children, false };

	read_by(reader, element, &rule, slot);
}

/* Source: <voce obiettivo="OP1" peso="16.00"/> in design section 3. */
void read_entry(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule entry_attributes[] = {
		{ "id", FORM_ID, .offset = OBJECTIVE(id) },
		{ "codice", FORM_TEXT, .offset = OBJECTIVE(code) },
		{ "obiettivo", FORM_REFERENCE, .offset = OBJECTIVE(same_as), .target = TARGET_OBJECTIVE,
		  .required = true },
		{ "peso", FORM_NUMBER, .offset = OBJECTIVE(weight) },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .attributes = entry_attributes };

	read_by(reader, element, &rule, slot);
}
