/* plan.c - <piano>, the root: its attributes and what stands at the top. */
#include "input_private.h"

static const struct word plan_types[] = { { "relazione", 1 }, { "piano", 0 }, { NULL, 0 } };

static const struct attribute_rule attributes[] = {
	{ "tipo", .form = FORM_LATER, .required = true },
	{ "anno", .form = FORM_LATER, .required = true },
	{ "stato", FORM_TEXT, .offset = offsetof(struct model_plan, status) },
	{ .name = NULL },
};

static const struct child_rule children[] = {
	{ "ente", input_read_body, .offset = offsetof(struct model_plan, body), .most = 1 },
	{ "documento", input_read_document, .offset = offsetof(struct model_plan, document),
	  .most = 1 },
	{ "sistema", input_read_system, .offset = offsetof(struct model_plan, system), .most = 1 },
	{ "struttura", input_read_structure, .offset = 0, .most = 1 },
	{ "ambito", input_read_area, .offset = offsetof(struct model_plan, content) },
	{ "obiettivo", input_read_objective, .offset = offsetof(struct model_plan, content) },
	{ "assegnazione", input_read_assignment,
	  .offset = offsetof(struct model_plan, assignments) },
	{ "valore-pubblico", input_read_public_value,
	  .offset = offsetof(struct model_plan, public_value), .most = 1 },
	{ "bilancio", input_read_budget, .offset = 0, .most = 1 },
	{ "premi", input_read_bonus, .offset = offsetof(struct model_plan, bonuses) },
	{ "valutati", input_read_evaluated, .offset = offsetof(struct model_plan, evaluated),
	  .most = 1 },
	{ "testo", input_read_rich_text, .offset = offsetof(struct model_plan, texts) },
	{ .name = NULL },
};

static const struct element_rule rule = { attributes, children, false };

/* Before all else: whether the plan is scored decides what is asked of it. */
static void read_type(struct reader *reader, const struct element *root)
{
	const char *type = element_attribute(root, "tipo");
	int report = 1;

	if (!text_blank(type))
		input_read_word(reader, (struct spot){ root, "tipo" }, type, plan_types, &report);
	reader->plan->report = report != 0;
	reader->plan->type = plan_types[report != 0 ? 0 : 1].spelling;
}

static void read_plan_year(struct reader *reader, const struct element *root)
{
	const char *year = element_attribute(root, "anno");

	if (!text_blank(year))
		input_read_year(reader, (struct spot){ root, "anno" }, year, &reader->plan->year);
}

void input_read_plan(struct reader *reader, const struct element *root)
{
	reader->scope.position = "";
	read_type(reader, root);
	read_plan_year(reader, root);
	input_read_element(reader, root, &rule, reader->plan);
}
