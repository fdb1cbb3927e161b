/* reader.c - an element read by its table. */
#include "input_private.h"

#include <assert.h>

#define CHILDREN_MAX 32 /* rows of the longest table of children */

/* ---- What was meant ----------------------------------------------------------------- */

static const char *meant_key(struct reader *reader, struct place place, const char *name)
{
	return arena_printf(reader->arena, "%d:%d/%s", place.line, place.column, name);
}

void input_keep_meant(struct reader *reader, struct place place, const char *name)
{
	map_put(&reader->meant, meant_key(reader, place, name), reader);
}

bool input_was_meant(struct reader *reader, struct place place, const char *name)
{
	return map_find(&reader->meant, meant_key(reader, place, name)) != NULL;
}

/* A thing that could not be read, or whose id was misspelt: who refers to it is right. */
static void keep_lost(struct reader *reader, const char *id)
{
	if (!text_blank(id))
		map_put(&reader->lost, text_fold_space(reader->arena, id), reader);
}

/* ---- Attributes --------------------------------------------------------------------- */

static size_t count_attributes(const struct attribute_rule *rules)
{
	size_t count = 0;

	while (rules != NULL && rules[count].name != NULL)
		count++;
	return count;
}

static size_t count_children(const struct child_rule *rules)
{
	size_t count = 0;

	while (rules != NULL && rules[count].name != NULL)
		count++;
	return count;
}

static const char **attribute_names(struct reader *reader, const struct attribute_rule *rules)
{
	size_t count = count_attributes(rules);
	const char **names = arena_array(reader->arena, const char *, count);

	for (size_t i = 0; i < count; i++)
		names[i] = rules[i].name;
	return names;
}

static const char **child_names(struct reader *reader, const struct child_rule *rules)
{
	size_t count = count_children(rules);
	const char **names = arena_array(reader->arena, const char *, count);

	for (size_t i = 0; i < count; i++)
		names[i] = rules[i].name;
	return names;
}

static void keep_meant_attribute(struct reader *reader, const struct element *element,
				 const char *name, const char *value)
{
	input_keep_meant(reader, element->place, arena_printf(reader->arena, "@%s", name));
	if (text_equal(name, "id"))
		keep_lost(reader, value);
}

static void refuse_attribute(struct reader *reader, const struct element *element,
			     const struct element_rule *rule, const struct attribute *attribute)
{
	size_t count = count_attributes(rule->attributes);
	const char **names = attribute_names(reader, rule->attributes);
	const char *nearest = text_nearest(attribute->name, names, count);
	const char *name = input_shown(reader, attribute->name);

	if (nearest != NULL)
		keep_meant_attribute(reader, element, nearest, attribute->value);
	if (nearest != NULL)
		diag_error(reader->diag, element->place, "attributo-ignoto",
			   "<%s> non ha l’attributo «%s»: forse «%s»", element->name, name,
			   nearest);
	else if (count == 0)
		diag_error(reader->diag, element->place, "attributo-ignoto",
			   "<%s> non ha attributi: togliere «%s»", element->name, name);
	else
		diag_error(reader->diag, element->place, "attributo-ignoto",
			   "<%s> non ha l’attributo «%s»: toglierlo; ci sono %s", element->name,
			   name, input_join_names(reader->arena, names, count));
}

static const struct attribute_rule *find_attribute(const struct attribute_rule *rules,
						   const char *name)
{
	for (; rules != NULL && rules->name != NULL; rules++)
		if (text_equal(rules->name, name))
			return rules;
	return NULL;
}

static void read_attribute(struct reader *reader, const struct element *element,
			   const struct attribute_rule *rule, const char *value, void *thing)
{
	size_t errors = reader->diag->counts[DIAG_ERROR];

	input_read_attribute(reader, element, rule, value, thing);
	if (reader->diag->counts[DIAG_ERROR] > errors)
		keep_meant_attribute(reader, element, rule->name, value);
}

static void read_attributes(struct reader *reader, const struct element *element,
			    const struct element_rule *rule, void *thing)
{
	for (size_t i = 0; i < element->attribute_count; i++) {
		const struct attribute *attribute = &element->attributes[i];
		const struct attribute_rule *found =
			find_attribute(rule->attributes, attribute->name);

		if (found == NULL)
			refuse_attribute(reader, element, rule, attribute);
		else if (found->form != FORM_LATER)
			read_attribute(reader, element, found, attribute->value, thing);
	}
}

static void require_attributes(struct reader *reader, const struct element *element,
			       const struct element_rule *rule)
{
	const struct attribute_rule *wanted = rule->attributes;

	for (; wanted != NULL && wanted->name != NULL; wanted++)
		if (wanted->required && text_blank(element_attribute(element, wanted->name)) &&
		    !input_was_meant(reader, element->place,
				     arena_printf(reader->arena, "@%s", wanted->name)))
			diag_error(reader->diag, element->place, "attributo-mancante",
				   "a <%s> manca l’attributo «%s»: aggiungerlo", element->name,
				   wanted->name);
}

static void refuse_child(struct reader *reader, const struct element *parent,
			 const struct element_rule *rule, const struct element *child)
{
	size_t count = count_children(rule->children);
	const char **names = child_names(reader, rule->children);
	const char *nearest = text_nearest(child->name, names, count);
	const char *name = input_shown(reader, child->name);

	keep_lost(reader, element_attribute(child, "id"));
	if (nearest != NULL)
		input_keep_meant(reader, parent->place, nearest);
	if (nearest != NULL)
		diag_error(reader->diag, child->place, "elemento-ignoto",
			   "<%s> non può contenere <%s>: forse <%s>", parent->name, name, nearest);
	else if (count == 0)
		diag_error(reader->diag, child->place, "elemento-ignoto",
			   "<%s> non può contenere altri elementi: togliere <%s>", parent->name,
			   name);
	else
		diag_error(reader->diag, child->place, "elemento-ignoto",
			   "<%s> non può contenere <%s>: toglierlo o spostarlo; qui possono stare "
			   "%s",
			   parent->name, name, input_join_names(reader->arena, names, count));
}

/* Of the first character that is seen. */
static struct place place_of_text(const struct element *text)
{
	struct place place = text->place;

	for (const char *at = text->text; *at == ' ' || *at == '\t' || *at == '\n'; at++) {
		place.column = *at == '\n' ? 1 : place.column + 1;
		place.line += *at == '\n';
	}
	return place;
}

static void refuse_text(struct reader *reader, const struct element *parent,
			const struct element *text)
{
	diag_error(reader->diag, place_of_text(text), "testo-fuori-posto",
		   "testo fuori posto in <%s>: «%s»; toglierlo o metterlo in un elemento",
		   parent->name, input_shown(reader, text->text));
}

static int find_child(const struct child_rule *rules, const char *name)
{
	for (int i = 0; rules != NULL && rules[i].name != NULL; i++)
		if (text_equal(rules[i].name, name))
			return i;
	return -1;
}

/* Whether one more of these children may stand here; `count` counts them. */
static bool has_room(struct reader *reader, const struct element *parent,
		     const struct child_rule *rule, const struct element *child, size_t *count)
{
	if (rule->most == 0 || ++*count <= rule->most)
		return true;
	if (rule->most == 1)
		diag_error(reader->diag, child->place, "elemento-doppio",
			   "<%s> può contenere un solo <%s>: togliere questo o unirlo al primo",
			   parent->name, child->name);
	else
		diag_error(reader->diag, child->place, "limite",
			   "<%s> può contenere al più %zu <%s>: toglierne", parent->name,
			   rule->most, child->name);
	return false;
}

static void read_child_of(struct reader *reader, const struct element *parent,
			  const struct element_rule *rule, const struct element *child, void *thing,
			  size_t *counts)
{
	int found = find_child(rule->children, child->name);
	const struct child_rule *row;

	if (found < 0) {
		refuse_child(reader, parent, rule, child);
		return;
	}
	row = &rule->children[found];
	if (has_room(reader, parent, row, child, &counts[found]))
		row->read(reader, child, (char *)thing + row->offset);
}

static void read_children(struct reader *reader, const struct element *element,
			  const struct element_rule *rule, void *thing)
{
	size_t counts[CHILDREN_MAX] = { 0 }; /* one a row of the table */

	assert(count_children(rule->children) <= CHILDREN_MAX);
	for (const struct element *child = element->first; child != NULL; child = child->next) {
		if (child->name != NULL)
			read_child_of(reader, element, rule, child, thing, counts);
		else if (!rule->text && !text_blank(child->text))
			refuse_text(reader, element, child);
	}
}

void input_read_element(struct reader *reader, const struct element *element,
			const struct element_rule *rule, void *thing)
{
	read_attributes(reader, element, rule, thing);
	require_attributes(reader, element, rule);
	read_children(reader, element, rule, thing);
}

void *input_make_thing(struct reader *reader, const struct element *element, size_t size)
{
	struct place *thing = arena_alloc(reader->arena, size);

	*thing = element->place; /* every thing of the model begins with its place */
	return thing;
}

void *input_read_into(struct reader *reader, const struct element *element,
		      const struct element_rule *rule, struct model_list *list, size_t size)
{
	void *thing = input_make_thing(reader, element, size);

	input_read_element(reader, element, rule, thing);
	model_list_add(reader->arena, list, thing);
	return thing;
}

const char *input_text_of(struct reader *reader, const struct element *element)
{
	const char *text = element_text(reader->arena, element);

	return *text != '\0' ? text : NULL;
}

void input_read_text_child(struct reader *reader, const struct element *element, void *slot)
{
	static const struct element_rule rule = { .text = true };

	input_read_element(reader, element, &rule, NULL);
	*(const char **)slot = input_text_of(reader, element);
}

void input_read_words_child(struct reader *reader, const struct element *element, void *slot)
{
	static const struct element_rule rule = { .text = true };
	struct model_words *words =
		input_read_into(reader, element, &rule, slot, sizeof(struct model_words));

	words->text = input_text_of(reader, element);
}

void input_read_note(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule attributes[] = {
		{ "segno", FORM_TEXT, .offset = offsetof(struct model_note, mark) },
		{ "campo", FORM_TEXT, .offset = offsetof(struct model_note, field) },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .attributes = attributes, .text = true };
	struct model_note *note =
		input_read_into(reader, element, &rule, slot, sizeof(struct model_note));

	note->text = input_text_of(reader, element);
	input_keep_note(reader, element, note);
}

void input_read_sign(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule attributes[] = {
		{ "nome", FORM_TEXT, .offset = offsetof(struct model_sign, name),
		  .required = true },
		{ "valore", FORM_TEXT, .offset = offsetof(struct model_sign, value) },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .attributes = attributes, .text = true };
	struct model_sign *sign =
		input_read_into(reader, element, &rule, slot, sizeof(struct model_sign));

	sign->text = input_text_of(reader, element);
}

/* `consuntivo` waits: its grammar is that of the indicator around it. */
void input_read_declared_child(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule attributes[] = {
		{ "grado", FORM_NUMBER, .offset = offsetof(struct model_declared, degree) },
		{ "scostamento", FORM_NUMBER, .offset = offsetof(struct model_declared, variance) },
		{ "giudizio", FORM_TEXT, .offset = offsetof(struct model_declared, judgement) },
		{ "consuntivo", .form = FORM_LATER },
		{ "peso", FORM_NUMBER, .offset = offsetof(struct model_declared, weight) },
		{ "padre", FORM_TEXT, .offset = offsetof(struct model_declared, parent) },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .attributes = attributes };
	struct model_declared *declared =
		input_make_thing(reader, element, sizeof(struct model_declared));
	struct pending_declared *pending;

	input_read_element(reader, element, &rule, declared);
	*(struct model_declared **)slot = declared;
	if (reader->indicator == NULL || element_attribute(element, "consuntivo") == NULL)
		return;
	pending = arena_new(reader->arena, struct pending_declared);
	*pending = (struct pending_declared){ reader->indicator, element, declared };
	model_list_add(reader->arena, &reader->declared, pending);
}
