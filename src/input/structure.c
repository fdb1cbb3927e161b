/* structure.c - <ente>, <documento>, <struttura>. */
#include "input_private.h"

#define BODY(member)      offsetof(struct model_body, member)
#define DOCUMENT(member)  offsetof(struct model_document, member)
#define ACT(member)       offsetof(struct model_act, member)
#define UNIT(member)      offsetof(struct model_unit, member)
#define POST(member)      offsetof(struct model_post, member)
#define SIGNATURE(member) offsetof(struct model_signature, member)

void input_read_body(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule attributes[] = {
		{ "codice", FORM_TEXT, .offset = BODY(code) },
		{ "denominazione", FORM_TEXT, .offset = BODY(name) },
		{ "logo", FORM_TEXT, .offset = BODY(logo) },
		{ "sito", FORM_TEXT, .offset = BODY(site) },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .attributes = attributes };
	struct model_body *body = input_make_thing(reader, element, sizeof *body);

	input_read_element(reader, element, &rule, body);
	*(struct model_body **)slot = body;
}

/* <approvazione atto="deliberazione"> and <atto tipo="deliberazione"> are of
 * one kind; either word is understood in both. */
static const struct attribute_rule act_attributes[] = {
	{ "organo", FORM_TEXT, .offset = ACT(organ) },
	{ "tipo", FORM_TEXT, .offset = ACT(type) },
	{ "atto", FORM_TEXT, .offset = ACT(type) },
	{ "numero", FORM_TEXT, .offset = ACT(number) },
	{ "data", FORM_DAY, .offset = ACT(date) },
	{ "oggetto", FORM_TEXT, .offset = ACT(subject) },
	{ .name = NULL },
};
static const struct element_rule act_rule = { .attributes = act_attributes };

static void read_one_act(struct reader *reader, const struct element *element, void *slot)
{
	struct model_act *act = input_make_thing(reader, element, sizeof *act);

	input_read_element(reader, element, &act_rule, act);
	*(struct model_act **)slot = act;
}

static void read_act(struct reader *reader, const struct element *element, void *slot)
{
	input_read_into(reader, element, &act_rule, slot, sizeof(struct model_act));
}

static void read_signature(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule attributes[] = {
		{ "ruolo", FORM_TEXT, .offset = SIGNATURE(role), .required = true },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .attributes = attributes };

	input_read_into(reader, element, &rule, slot, sizeof(struct model_signature));
}

void input_read_document(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule attributes[] = {
		{ "titolo", FORM_TEXT, .offset = DOCUMENT(title) },
		{ "periodo", FORM_TEXT, .offset = DOCUMENT(period) },
		{ "versione", FORM_TEXT, .offset = DOCUMENT(version) },
		{ "ufficio", FORM_TEXT, .offset = DOCUMENT(office) },
		{ "licenza", FORM_TEXT, .offset = DOCUMENT(licence) },
		{ .name = NULL },
	};
	static const struct child_rule children[] = {
		{ "approvazione", read_one_act, .offset = DOCUMENT(approval), .most = 1 },
		{ "validazione", read_one_act, .offset = DOCUMENT(validation), .most = 1 },
		{ "atto", read_act, .offset = DOCUMENT(acts) },
		{ "firma", read_signature, .offset = DOCUMENT(signatures) },
		{ "nota", input_read_note, .offset = DOCUMENT(notes) },
		{ .name = NULL },
	};
	static const struct element_rule rule = { attributes, children, false };
	struct model_document *document = input_make_thing(reader, element, sizeof *document);

	input_read_element(reader, element, &rule, document);
	*(struct model_document **)slot = document;
}

static void read_unit(struct reader *reader, const struct element *element, void *owner)
{
	static const struct attribute_rule attributes[] = {
		{ "id", FORM_ID, .offset = UNIT(id), .required = true },
		{ "tipo", FORM_TEXT, .offset = UNIT(type) },
		{ "codice", FORM_TEXT, .offset = UNIT(code) },
		{ "denominazione", FORM_TEXT, .offset = UNIT(name) },
		{ "padre", FORM_REFERENCE, .offset = UNIT(parent), .target = TARGET_UNIT },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .attributes = attributes };
	struct model_plan *plan = owner;
	struct model_unit *unit =
		input_read_into(reader, element, &rule, &plan->units, sizeof(struct model_unit));

	input_put_id(reader, TARGET_UNIT, unit->id, unit, element);
}

static void read_post(struct reader *reader, const struct element *element, void *owner)
{
	static const struct attribute_rule attributes[] = {
		{ "id", FORM_ID, .offset = POST(id), .required = true },
		{ "ruolo", FORM_TEXT, .offset = POST(role) },
		{ "unita", FORM_REFERENCES, .offset = POST(units), .target = TARGET_UNIT },
		{ "persona", FORM_TEXT, .offset = POST(person) },
		{ "categoria", FORM_TEXT, .offset = POST(category) },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .attributes = attributes };
	struct model_plan *plan = owner;
	struct model_post *post =
		input_read_into(reader, element, &rule, &plan->posts, sizeof(struct model_post));

	input_put_id(reader, TARGET_POST, post->id, post, element);
}

void input_read_structure(struct reader *reader, const struct element *element, void *owner)
{
	static const struct child_rule children[] = {
		{ "unita", read_unit, .offset = 0 },
		{ "incarico", read_post, .offset = 0 },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .children = children };

	input_read_element(reader, element, &rule, owner);
}
