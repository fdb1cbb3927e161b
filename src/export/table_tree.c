/* table_tree.c - open data: rows that tell of the tree, one kind a table. */
#include "export_private.h"

#include "model/print.h"

#include <string.h>

/* ---- the walk --------------------------------------------------------------------- */

struct rows {
	struct text *out;
	export_put_function *put;
};

static void put_node(void *user, const struct export_node *node)
{
	const struct rows *rows = user;

	rows->put(rows->out, node);
}

void export_put_tree(struct text *out, const struct model_plan *plan, export_put_function *put)
{
	static const struct export_visitor visitor = { .begin = put_node };
	struct rows rows = { out, put };

	export_walk_tree(plan, true, &visitor, &rows);
	export_walk_sheets(plan, true, &visitor, &rows);
}

/* ---- cells ------------------------------------------------------------------------- */

static void put_cells(struct text *out, const char *const *cells, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		export_csv_text(out, cells[i], ',');
		text_add(out, i + 1 < count ? "," : "\r\n");
	}
}
#define PUT_CELLS(out, ...)                                                                        \
	put_cells((out), (const char *const[]){ __VA_ARGS__ },                                     \
		  sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(const char *))

/* What the columns of calcola say of a thing. */
static const char *said(struct arena *arena, const struct export_node *node, const char *name)
{
	const struct export_column *column = export_columns;

	while (strcmp(column->name, name) != 0)
		column++;
	return column->cell(arena, node).text;
}

static const char *figure(struct arena *arena, const struct model_figure *figure)
{
	return figure->number != NULL ? number_xml(arena, figure->number, figure->decimals) : NULL;
}

static const char *year(struct arena *arena, int year)
{
	return arena_printf(arena, "%d", year);
}

/* ---- objectives, indicators, headings ------------------------------------------------ */

void export_put_objective(struct text *out, const struct export_node *node)
{
	if (node->what == EXPORT_OBJECTIVE)
		export_csv_row(out, node);
}

void export_put_indicator(struct text *out, const struct export_node *node)
{
	if (node->what == EXPORT_INDICATOR)
		export_csv_row(out, node);
}

void export_put_area(struct text *out, const struct export_node *node)
{
	const struct model_area *area = node->area;
	struct arena *arena = out->arena;

	if (node->what != EXPORT_AREA)
		return;
	PUT_CELLS(out, area->id, area->code, area->type, area->title,
		  area->area ? area->area->id : NULL, area->objective ? area->objective->id : NULL,
		  area->assignment ? area->assignment->id : NULL, said(arena, node, "peso"),
		  said(arena, node, "grado"), said(arena, node, "giudizio"),
		  said(arena, node, "motivo"), said(arena, node, "riga"));
}

void export_put_place(struct text *out, const struct export_node *node)
{
	if (node->what == EXPORT_OBJECTIVE && node->objective->area != NULL)
		PUT_CELLS(out, node->objective->id, node->objective->area->id);
}

/* ---- values -------------------------------------------------------------------------- */

/* What a target in words or a yes is compared by needs no sign. */
static const char *operator_of(const struct model_indicator *indicator,
			       const struct model_value *value)
{
	if (value->kind == MODEL_TEXT || value->kind == MODEL_YES_NO)
		return NULL;
	return model_operator_data(model_operator_of(indicator, value));
}

static const char *state_of(const struct model_value *value)
{
	switch (value->state) {
	case MODEL_GIVEN: break;
	case MODEL_EMPTY: return "vuoto";
	case MODEL_NOT_AVAILABLE: return "non-disponibile";
	}
	return NULL;
}

static void put_value(struct text *out, const struct model_indicator *indicator, const char *kind,
		      const struct model_value *value)
{
	struct arena *arena = out->arena;
	bool given = value->state == MODEL_GIVEN;

	PUT_CELLS(out, indicator->id, kind, year(arena, value->year),
		  strcmp(kind, "target") == 0 ? operator_of(indicator, value) : NULL,
		  given ? export_value(arena, value).text : NULL, figure(arena, &value->numerator),
		  figure(arena, &value->denominator), value->unit ? value->unit : indicator->unit,
		  state_of(value));
}

static void put_list(struct text *out, const struct model_indicator *indicator, const char *kind,
		     const struct model_list *values)
{
	for (size_t i = 0; i < values->count; i++)
		put_value(out, indicator, kind, values->items[i]);
}

void export_put_values(struct text *out, const struct export_node *node)
{
	const struct model_indicator *indicator = node->indicator;

	if (node->what != EXPORT_INDICATOR)
		return;
	put_list(out, indicator, "valore", &indicator->values);
	put_list(out, indicator, "target", &indicator->targets);
	put_list(out, indicator, "soglia", &indicator->thresholds);
	put_list(out, indicator, "consuntivo", &indicator->actuals);
}

/* ---- money, and who answers ------------------------------------------------------------ */

void export_put_resources(struct text *out, const struct export_node *node)
{
	if (node->what != EXPORT_OBJECTIVE)
		return;
	for (size_t i = 0; i < node->objective->resources.count; i++) {
		const struct model_resource *resource = node->objective->resources.items[i];

		PUT_CELLS(out, node->objective->id, year(out->arena, resource->year),
			  figure(out->arena, &resource->budget),
			  figure(out->arena, &resource->actual), resource->text);
	}
}

static void put_owners(struct text *out, const char *objective, const char *indicator,
		       const struct model_list *units, const struct model_list *posts)
{
	for (size_t i = 0; i < units->count; i++) {
		const struct model_unit *unit = units->items[i];

		PUT_CELLS(out, objective, indicator, "unita", unit->id, unit->name);
	}
	for (size_t i = 0; i < posts->count; i++) {
		const struct model_post *post = posts->items[i];

		PUT_CELLS(out, objective, indicator, "incarico", post->id, post->role);
	}
}

void export_put_owners(struct text *out, const struct export_node *node)
{
	const struct model_objective *objective = node->objective;
	const struct model_indicator *indicator = node->indicator;

	if (node->what == EXPORT_OBJECTIVE)
		put_owners(out, objective->id, NULL, &objective->units, &objective->owners);
	else if (node->what == EXPORT_INDICATOR)
		put_owners(out, node->parent, indicator->id, &indicator->units, &indicator->owners);
}
