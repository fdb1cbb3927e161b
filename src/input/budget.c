/* budget.c - <bilancio>: series and tables for charts. */
#include "input_private.h"

#define SERIES(member) offsetof(struct model_series, member)
#define POINT(member)  offsetof(struct model_point, member)
#define TABLE(member)  offsetof(struct model_table, member)
#define ROW(member)    offsetof(struct model_row, member)

static void read_point(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule attributes[] = {
		{ "voce", FORM_TEXT, .offset = POINT(label), .required = true },
		{ "valore", FORM_NUMBER, .offset = POINT(value) },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .attributes = attributes };

	input_read_into(reader, element, &rule, slot, sizeof(struct model_point));
}

static void read_series(struct reader *reader, const struct element *element, void *owner)
{
	static const struct attribute_rule attributes[] = {
		{ "id", FORM_ID, .offset = SERIES(id), .required = true },
		{ "titolo", FORM_TEXT, .offset = SERIES(title) },
		{ "unita-misura", FORM_TEXT, .offset = SERIES(unit) },
		{ .name = NULL },
	};
	static const struct child_rule children[] = {
		{ "punto", read_point, .offset = SERIES(points) },
		{ "nota", input_read_text_child, .offset = SERIES(note), .most = 1 },
		{ .name = NULL },
	};
	static const struct element_rule rule = { attributes, children, false };
	struct model_plan *plan = owner;
	struct model_series *series =
		input_read_into(reader, element, &rule, &plan->series, sizeof(struct model_series));

	input_put_id(reader, TARGET_SERIES, series->id, series, element);
}

/* A cell without a figure is written as a hyphen. */
static void add_cell(struct reader *reader, const struct element *element, struct model_row *row,
		     const char *label, const char *text)
{
	struct model_point *point = input_make_thing(reader, element, sizeof *point);

	point->label = label;
	if (!text_equal(text, "-"))
		input_read_number(reader, (struct spot){ element, "valori" }, text, &point->value);
	model_list_add(reader->arena, &row->values, point);
}

static void read_cells(struct reader *reader, const struct element *element,
		       const struct model_table *table, struct model_row *row)
{
	const char *text = element_attribute(element, "valori");
	struct model_list cells = input_split_words(reader->arena, text != NULL ? text : "");

	if (cells.count != table->categories.count)
		diag_error(reader->diag, element->place, "tavola-valori",
			   "la riga «%s» non ha un valore per categoria (%zu su %zu): scriverli "
			   "tutti, con «-» dove il dato manca",
			   row->label != NULL ? row->label : "", cells.count,
			   table->categories.count);
	for (size_t i = 0; i < cells.count && i < table->categories.count; i++) {
		const struct model_words *category = table->categories.items[i];

		add_cell(reader, element, row, category->text, cells.items[i]);
	}
}

static void read_row(struct reader *reader, const struct element *element, void *owner)
{
	static const struct attribute_rule attributes[] = {
		{ "voce", FORM_TEXT, .offset = ROW(label), .required = true },
		{ "valori", .form = FORM_LATER, .required = true },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .attributes = attributes };
	struct model_table *table = owner;
	struct model_row *row =
		input_read_into(reader, element, &rule, &table->rows, sizeof(struct model_row));

	if (!text_blank(element_attribute(element, "valori")))
		read_cells(reader, element, table, row);
}

/* Before the rows, which are checked against them. */
static void read_categories(struct reader *reader, const struct element *element,
			    struct model_table *table)
{
	const char *text = element_attribute(element, "categorie");
	struct model_list names = input_split_words(reader->arena, text != NULL ? text : "");

	for (size_t i = 0; i < names.count; i++) {
		struct model_words *words = input_make_thing(reader, element, sizeof *words);

		words->text = names.items[i];
		model_list_add(reader->arena, &table->categories, words);
	}
}

static void read_table(struct reader *reader, const struct element *element, void *owner)
{
	static const struct attribute_rule attributes[] = {
		{ "id", FORM_ID, .offset = TABLE(id), .required = true },
		{ "titolo", FORM_TEXT, .offset = TABLE(title) },
		{ "unita-misura", FORM_TEXT, .offset = TABLE(unit) },
		{ "categorie", .form = FORM_LATER, .required = true },
		{ .name = NULL },
	};
	static const struct child_rule children[] = {
		{ "riga", read_row, .offset = 0 },
		{ "nota", input_read_text_child, .offset = TABLE(note), .most = 1 },
		{ .name = NULL },
	};
	static const struct element_rule rule = { attributes, children, false };
	struct model_plan *plan = owner;
	struct model_table *table = input_make_thing(reader, element, sizeof *table);

	read_categories(reader, element, table);
	input_read_element(reader, element, &rule, table);
	input_put_id(reader, TARGET_TABLE, table->id, table, element);
	model_list_add(reader->arena, &plan->tables, table);
}

void input_read_budget(struct reader *reader, const struct element *element, void *owner)
{
	static const struct child_rule children[] = {
		{ "serie", read_series, .offset = 0 },
		{ "tavola", read_table, .offset = 0 },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .children = children };

	input_read_element(reader, element, &rule, owner);
}
