/* area.c - <ambito>: a heading at any depth. */
#include "input_private.h"

#define AREA(member) offsetof(struct model_area, member)

struct scope input_enter_item(struct reader *reader)
{
	struct scope outer = reader->scope;
	const char *dot = *outer.position != '\0' ? "." : "";

	outer.items++;
	reader->scope = (struct scope){
		.position =
			arena_printf(reader->arena, "%s%s%zu", outer.position, dot, outer.items),
		.objective = outer.objective,
	};
	return outer;
}

void input_leave_item(struct reader *reader, struct scope outer)
{
	reader->scope = outer;
}

void input_add_item(struct reader *reader, struct model_list *content, struct model_area *area,
		    struct model_objective *objective)
{
	struct model_item *item = arena_new(reader->arena, struct model_item);

	*item = (struct model_item){ area, objective };
	model_list_add(reader->arena, content, item);
}

static const struct attribute_rule attributes[] = {
	{ "id", FORM_ID, .offset = AREA(id) },
	{ "codice", FORM_TEXT, .offset = AREA(code) },
	{ "titolo", FORM_TEXT, .offset = AREA(title) },
	{ "tipo", FORM_TEXT, .offset = AREA(type) },
	{ "peso", FORM_NUMBER, .offset = AREA(weight) },
	{ .name = NULL },
};

static const struct child_rule children[] = {
	{ "descrizione", input_read_text_child, .offset = AREA(description), .most = 1 },
	{ "segno", input_read_sign, .offset = AREA(signs) },
	{ "nota", input_read_note, .offset = AREA(notes) },
	{ "dichiarato", input_read_declared_child, .offset = AREA(declared), .most = 1 },
	{ "ambito", input_read_area, .offset = AREA(content) },
	{ "obiettivo", input_read_objective, .offset = AREA(content) },
	{ "voce", input_read_entry, .offset = AREA(content) },
	{ .name = NULL },
};

static const struct element_rule rule = { attributes, children, false };

void input_read_area(struct reader *reader, const struct element *element, void *slot)
{
	struct model_area *area = input_make_thing(reader, element, sizeof *area);
	struct scope outer = input_enter_item(reader);

	area->start = element->start;
	area->end = element->end;
	input_read_element(reader, element, &rule, area);
	if (area->id == NULL)
		area->id = arena_printf(reader->arena, "ambito-%s", reader->scope.position);
	input_put_id(reader, TARGET_AREA, area->id, area, element);
	input_add_item(reader, slot, area, NULL);
	input_leave_item(reader, outer);
}
