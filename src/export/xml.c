/* xml.c - elements named as in the plan document, with what came out.
 *
 * Namespace urn:relazione:risultati:1. A column is an attribute of the same
 * name with "-" for "_"; beside a number stands its exact value, under the
 * name with "-esatto".
 */
#include "export_private.h"

#include "base/escape.h"

struct xml {
	struct text *out;
	int depth;
};

static void new_line(struct xml *xml)
{
	text_add_char(xml->out, '\n');
	for (int i = 0; i < xml->depth; i++)
		text_add(xml->out, "  ");
}

static void put_attribute(struct text *out, const char *name, const char *suffix, const char *value)
{
	if (value == NULL)
		return;
	text_add_char(out, ' ');
	for (const char *c = name; *c != '\0'; c++)
		text_add_char(out, *c == '_' ? '-' : *c);
	text_addf(out, "%s=\"", suffix);
	escape_markup(out, value);
	text_add_char(out, '"');
}

static void put_text(struct text *out, const char *name, const char *text)
{
	put_attribute(out, name, "", text);
}

static void put_cell(struct text *out, const char *name, const struct export_cell *cell)
{
	if (cell->kind == EXPORT_NOTHING)
		return;
	put_attribute(out, name, "", cell->text);
	put_attribute(out, name, "-esatto", cell->exact);
}

static void put_columns(struct text *out, const struct export_column *columns,
			const struct export_node *node)
{
	for (const struct export_column *column = columns; column->name != NULL; column++) {
		struct export_cell cell = column->cell(out->arena, node);

		put_cell(out, column->name, &cell);
	}
}

/* ---- sheets ------------------------------------------------------------ */

static void put_sheet(struct xml *xml, const struct model_assignment *sheet)
{
	struct export_cell total = export_percent(xml->out->arena, &sheet->total);

	text_addf(xml->out, " anno=\"%d\"", sheet->year);
	if (sheet->unit != NULL)
		put_text(xml->out, "unita", sheet->unit->id);
	put_cell(xml->out, "totale", &total);
	if (sheet->total_judgement != NULL)
		put_text(xml->out, "giudizio_totale", sheet->total_judgement->label);
}

static void put_part(struct xml *xml, const struct model_part_score *score)
{
	struct arena *arena = xml->out->arena;
	const struct model_part *part = score->part;
	struct export_cell weight =
		export_number(arena, part->weight.number, part->weight.decimals);
	struct export_cell result = export_percent(arena, &score->result);

	new_line(xml);
	text_add(xml->out, "<parte");
	put_text(xml->out, "id", part->id);
	put_text(xml->out, "titolo", part->title);
	put_cell(xml->out, "peso", &weight);
	put_cell(xml->out, "grado", &result);
	if (score->result.state != MODEL_SCORED)
		put_text(xml->out, "motivo", score->result.reason);
	text_add(xml->out, "/>");
}

/* Who has the sheet, and the parts of the evaluation. */
static void put_inside(struct xml *xml, const struct model_assignment *sheet)
{
	for (size_t i = 0; i < sheet->posts.count; i++) {
		const struct model_post *post = sheet->posts.items[i];

		new_line(xml);
		text_add(xml->out, "<incarico");
		put_text(xml->out, "id", post->id);
		put_text(xml->out, "ruolo", post->role);
		text_add(xml->out, "/>");
	}
	for (size_t i = 0; i < sheet->parts.count; i++)
		put_part(xml, sheet->parts.items[i]);
}

/* ---- the walk ---------------------------------------------------------- */

static const char *const elements[] = {
	[EXPORT_AREA] = "ambito",
	[EXPORT_OBJECTIVE] = "obiettivo",
	[EXPORT_INDICATOR] = "indicatore",
	[EXPORT_SHEET] = "assegnazione",
};

static void begin(void *user, const struct export_node *node)
{
	struct xml *xml = user;

	new_line(xml);
	text_addf(xml->out, "<%s", elements[node->what]);
	put_columns(xml->out, export_columns, node);
	put_columns(xml->out, export_more, node);
	if (node->what == EXPORT_SHEET)
		put_sheet(xml, node->sheet);
	text_add(xml->out, node->what == EXPORT_INDICATOR ? "/>" : ">");
	xml->depth++;
	if (node->what == EXPORT_SHEET)
		put_inside(xml, node->sheet);
}

static void end(void *user, const struct export_node *node)
{
	struct xml *xml = user;

	xml->depth--;
	if (node->what == EXPORT_INDICATOR)
		return;
	new_line(xml);
	text_addf(xml->out, "</%s>", elements[node->what]);
}

static void put_plan(struct text *out, const struct model_plan *plan)
{
	struct export_cell result = export_percent(out->arena, &plan->result);

	text_add(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		      "<risultati xmlns=\"" EXPORT_NAMESPACE "\"");
	put_text(out, "tipo", plan->type);
	text_addf(out, " anno=\"%d\"", plan->year);
	put_text(out, "stato", plan->status);
	if (plan->body != NULL) {
		put_text(out, "ente", plan->body->code);
		put_text(out, "denominazione", plan->body->name);
	}
	if (plan->document != NULL)
		put_text(out, "titolo", plan->document->title);
	put_cell(out, "grado", &result);
	if (plan->judgement != NULL)
		put_text(out, "giudizio", plan->judgement->label);
	text_add(out, ">");
}

void export_xml(struct text *out, const struct model_plan *plan,
		const struct export_options *options)
{
	static const struct export_visitor visitor = { .begin = begin, .end = end };
	struct xml xml = { out, 1 };

	put_plan(out, plan);
	export_walk_tree(plan, options->public_edition, &visitor, &xml);
	export_walk_sheets(plan, options->public_edition, &visitor, &xml);
	text_add(out, "\n</risultati>\n");
}
