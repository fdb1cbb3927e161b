/* json.c - nested as the plan is. Source: RFC 8259; design section 8.
 *
 * A thing is an object whose own members stand on one line. A number is
 * written with the decimals it has in print, and beside it, under the name
 * with `_esatto`, its exact value as a string.
 */
#include "export_private.h"

#include "base/escape.h"

struct json {
	struct text *out;
	int depth;
	bool first; /* of the list that is open */
};

static void new_line(struct json *json)
{
	text_add_char(json->out, '\n');
	for (int i = 0; i < json->depth; i++)
		text_add(json->out, "  ");
}

static void put_name(struct text *out, const char *name)
{
	text_addf(out, ", \"%s\": ", name);
}

static void put_text(struct text *out, const char *name, const char *text)
{
	if (text == NULL)
		return;
	put_name(out, name);
	escape_json(out, text);
}

static void put_cell(struct text *out, const char *name, const struct export_cell *cell)
{
	if (cell->kind == EXPORT_TEXT)
		put_text(out, name, cell->text);
	if (cell->kind != EXPORT_NUMBER)
		return;
	put_name(out, name);
	text_add(out, cell->text);
	if (cell->exact != NULL)
		text_addf(out, ", \"%s_esatto\": \"%s\"", name, cell->exact);
}

static void put_columns(struct text *out, const struct export_column *columns,
			const struct export_node *node)
{
	for (const struct export_column *column = columns; column->name != NULL; column++) {
		struct export_cell cell = column->cell(out->arena, node);

		put_cell(out, column->name, &cell);
	}
}

/* ---- lists ------------------------------------------------------------- */

static void open_list(struct json *json, const char *name)
{
	text_addf(json->out, ", \"%s\": [", name);
	json->depth++;
	json->first = true;
}

static void close_list(struct json *json)
{
	json->depth--;
	if (!json->first)
		new_line(json);
	text_add_char(json->out, ']');
	json->first = false;
}

static void open_item(struct json *json, const char *element)
{
	if (!json->first)
		text_add_char(json->out, ',');
	json->first = false;
	new_line(json);
	text_addf(json->out, "{\"elemento\": \"%s\"", element);
}

/* ---- sheets ------------------------------------------------------------ */

static void put_posts(struct json *json, const struct model_assignment *sheet)
{
	open_list(json, "incarichi");
	for (size_t i = 0; i < sheet->posts.count; i++) {
		const struct model_post *post = sheet->posts.items[i];

		open_item(json, "incarico");
		put_text(json->out, "id", post->id);
		put_text(json->out, "ruolo", post->role);
		text_add_char(json->out, '}');
	}
	close_list(json);
}

static void put_part(struct json *json, const struct model_part_score *score)
{
	struct arena *arena = json->out->arena;
	const struct model_part *part = score->part;
	struct export_cell weight =
		export_number(arena, part->weight.number, part->weight.decimals);
	struct export_cell result = export_percent(arena, &score->result);

	open_item(json, "parte");
	put_text(json->out, "id", part->id);
	put_text(json->out, "titolo", part->title);
	put_cell(json->out, "peso", &weight);
	put_cell(json->out, "grado", &result);
	if (score->result.state != MODEL_SCORED)
		put_text(json->out, "motivo", score->result.reason);
	text_add_char(json->out, '}');
}

static void put_sheet(struct json *json, const struct model_assignment *sheet)
{
	struct export_cell total = export_percent(json->out->arena, &sheet->total);

	text_addf(json->out, ", \"anno\": %d", sheet->year);
	if (sheet->unit != NULL)
		put_text(json->out, "unita", sheet->unit->id);
	put_posts(json, sheet);
	put_cell(json->out, "totale", &total);
	if (sheet->total_judgement != NULL)
		put_text(json->out, "giudizio_totale", sheet->total_judgement->label);
	open_list(json, "parti");
	for (size_t i = 0; i < sheet->parts.count; i++)
		put_part(json, sheet->parts.items[i]);
	close_list(json);
}

/* ---- the walk ---------------------------------------------------------- */

static void begin(void *user, const struct export_node *node)
{
	static const char *const elements[] = {
		[EXPORT_AREA] = "ambito",
		[EXPORT_OBJECTIVE] = "obiettivo",
		[EXPORT_INDICATOR] = "indicatore",
		[EXPORT_SHEET] = "assegnazione",
	};
	struct json *json = user;

	open_item(json, elements[node->what]);
	put_columns(json->out, export_columns, node);
	put_columns(json->out, export_more, node);
	if (node->what == EXPORT_SHEET)
		put_sheet(json, node->sheet);
	if (node->what == EXPORT_OBJECTIVE)
		open_list(json, "indicatori");
	else if (node->what != EXPORT_INDICATOR)
		open_list(json, "contenuto");
}

static void content(void *user, const struct export_node *node)
{
	(void)node;
	close_list(user);
	open_list(user, "contenuto");
}

static void end(void *user, const struct export_node *node)
{
	struct json *json = user;

	if (node->what != EXPORT_INDICATOR)
		close_list(json);
	text_add_char(json->out, '}');
}

static void put_plan(struct json *json, const struct model_plan *plan)
{
	struct export_cell result = export_percent(json->out->arena, &plan->result);

	text_add(json->out, "{\"formato\": \"" EXPORT_NAMESPACE "\"");
	put_text(json->out, "tipo", plan->type);
	text_addf(json->out, ", \"anno\": %d", plan->year);
	put_text(json->out, "stato", plan->status);
	if (plan->body != NULL) {
		put_text(json->out, "ente", plan->body->code);
		put_text(json->out, "denominazione", plan->body->name);
	}
	if (plan->document != NULL)
		put_text(json->out, "titolo", plan->document->title);
	put_cell(json->out, "grado", &result);
	if (plan->judgement != NULL)
		put_text(json->out, "giudizio", plan->judgement->label);
}

void export_json(struct text *out, const struct model_plan *plan,
		 const struct export_options *options)
{
	static const struct export_visitor visitor = { begin, content, end };
	struct json json = { .out = out };

	put_plan(&json, plan);
	open_list(&json, "contenuto");
	export_walk_tree(plan, options->public_edition, &visitor, &json);
	close_list(&json);
	open_list(&json, "assegnazioni");
	export_walk_sheets(plan, options->public_edition, &visitor, &json);
	close_list(&json);
	text_add(out, "}\n");
}
