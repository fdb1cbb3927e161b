/* column.c - the columns of a thing: what it says, as text and exactly. */
#include "export_private.h"

#include "model/print.h"

#define NOTHING ((struct export_cell){ .kind = EXPORT_NOTHING })

static struct export_cell words(const char *text)
{
	return text != NULL ? (struct export_cell){ .kind = EXPORT_TEXT, .text = text } : NOTHING;
}

static struct export_cell whole(struct arena *arena, int number)
{
	return (struct export_cell){ .kind = EXPORT_NUMBER,
				     .text = arena_printf(arena, "%d", number) };
}

struct export_cell export_number(struct arena *arena, const struct number *number, int decimals)
{
	if (number == NULL)
		return NOTHING;
	return (struct export_cell){ .kind = EXPORT_NUMBER,
				     .text = number_xml(arena, number, decimals),
				     .exact = number_exact(arena, number) };
}

struct export_cell export_percent(struct arena *arena, const struct model_score *score)
{
	return export_number(arena, score->state == MODEL_SCORED ? score->value : NULL,
			     EXPORT_RESULT_DECIMALS);
}

/* ---- who and where ----------------------------------------------------- */

static struct export_cell level(struct arena *arena, const struct export_node *node)
{
	return whole(arena, node->level);
}

static struct export_cell kind(struct arena *arena, const struct export_node *node)
{
	(void)arena;
	switch (node->what) {
	case EXPORT_AREA: return words(node->area->type);
	case EXPORT_OBJECTIVE: return words(node->objective->type);
	case EXPORT_INDICATOR: return words("indicatore");
	case EXPORT_SHEET: return words("assegnazione");
	}
	return NOTHING;
}

static struct export_cell id(struct arena *arena, const struct export_node *node)
{
	(void)arena;
	switch (node->what) {
	case EXPORT_AREA: return words(node->area->id);
	case EXPORT_OBJECTIVE: return words(node->objective->id);
	case EXPORT_INDICATOR: return words(node->indicator->id);
	case EXPORT_SHEET: return words(node->sheet->id);
	}
	return NOTHING;
}

static struct export_cell code(struct arena *arena, const struct export_node *node)
{
	(void)arena;
	switch (node->what) {
	case EXPORT_AREA: return words(node->area->code);
	case EXPORT_OBJECTIVE: return words(node->objective->code);
	case EXPORT_INDICATOR: return words(node->indicator->code);
	case EXPORT_SHEET: break;
	}
	return NOTHING;
}

static struct export_cell parent(struct arena *arena, const struct export_node *node)
{
	(void)arena;
	return words(node->parent);
}

/* A sheet without a title is called after who has it. */
static const char *sheet_title(struct arena *arena, const struct model_assignment *sheet)
{
	struct text roles = text_make(arena);

	if (sheet->title != NULL)
		return sheet->title;
	if (sheet->unit != NULL)
		return sheet->unit->name != NULL ? sheet->unit->name : sheet->unit->id;
	for (size_t i = 0; i < sheet->posts.count; i++) {
		const struct model_post *post = sheet->posts.items[i];

		text_addf(&roles, "%s%s", i > 0 ? ", " : "", post->role ? post->role : post->id);
	}
	return roles.bytes;
}

const char *export_title(struct arena *arena, const struct export_node *node)
{
	switch (node->what) {
	case EXPORT_AREA: return node->area->title;
	case EXPORT_OBJECTIVE: return node->objective->title;
	case EXPORT_INDICATOR: return node->indicator->name;
	case EXPORT_SHEET: return sheet_title(arena, node->sheet);
	}
	return NULL;
}

static struct export_cell title(struct arena *arena, const struct export_node *node)
{
	return words(export_title(arena, node));
}

static struct export_cell line(struct arena *arena, const struct export_node *node)
{
	switch (node->what) {
	case EXPORT_AREA: return whole(arena, node->area->place.line);
	case EXPORT_OBJECTIVE: return whole(arena, node->objective->place.line);
	case EXPORT_INDICATOR: return whole(arena, node->indicator->place.line);
	case EXPORT_SHEET: return whole(arena, node->sheet->place.line);
	}
	return NOTHING;
}

/* ---- what was measured ------------------------------------------------- */

static struct export_cell weight(struct arena *arena, const struct export_node *node)
{
	const struct model_figure *figure = NULL;

	switch (node->what) {
	case EXPORT_AREA: figure = &node->area->weight; break;
	case EXPORT_OBJECTIVE: figure = &node->objective->weight; break;
	case EXPORT_INDICATOR: figure = &node->indicator->weight; break;
	case EXPORT_SHEET: return NOTHING;
	}
	return export_number(arena, figure->number, figure->decimals);
}

/* A value may have a unit of its own. */
static struct export_cell unit(struct arena *arena, const struct export_node *node)
{
	const struct model_indicator *indicator = node->indicator;

	(void)arena;
	if (indicator == NULL)
		return NOTHING;
	if (indicator->target != NULL && indicator->target->unit != NULL)
		return words(indicator->target->unit);
	if (indicator->actual != NULL && indicator->actual->unit != NULL)
		return words(indicator->actual->unit);
	return words(indicator->unit);
}

/* As in the plan document: model_operator_of() when nothing was written. A
   milestone in words or a yes takes none. */
static struct export_cell operator(struct arena *arena, const struct export_node *node)
{
	static const char *const spelled[] = {
		[MODEL_OP_NONE] = NULL,   [MODEL_AT_LEAST] = ">=", [MODEL_AT_MOST] = "<=",
		[MODEL_EQUAL] = "=",      [MODEL_MORE] = ">",      [MODEL_LESS] = "<",
		[MODEL_WITHIN] = "entro",
	};
	const struct model_value *target;

	(void)arena;
	if (node->indicator == NULL)
		return NOTHING;
	target = node->indicator->target;
	if (target != NULL && (target->kind == MODEL_TEXT || target->kind == MODEL_YES_NO))
		return NOTHING;
	return words(spelled[node->indicator->op]);
}

struct export_cell export_value(struct arena *arena, const struct model_value *value)
{
	if (value != NULL && value->state == MODEL_GIVEN && value->kind == MODEL_NUMBER)
		return export_number(arena, value->figure.number, value->figure.decimals);
	return words(model_value_data(arena, value));
}

static struct export_cell target(struct arena *arena, const struct export_node *node)
{
	return node->indicator != NULL ? export_value(arena, node->indicator->target) : NOTHING;
}

static struct export_cell threshold(struct arena *arena, const struct export_node *node)
{
	return node->indicator != NULL ? export_value(arena, node->indicator->threshold) : NOTHING;
}

static struct export_cell actual(struct arena *arena, const struct export_node *node)
{
	return node->indicator != NULL ? export_value(arena, node->indicator->actual) : NOTHING;
}

static struct export_cell variance(struct arena *arena, const struct export_node *node)
{
	const struct model_indicator *indicator = node->indicator;

	if (indicator == NULL || !indicator->variance.given)
		return NOTHING;
	return export_number(arena, indicator->variance.value,
			     indicator->variance.days ? 0 : indicator->variance.decimals);
}

/* ---- what came out ----------------------------------------------------- */

const struct model_score *export_score(const struct export_node *node)
{
	switch (node->what) {
	case EXPORT_AREA: return &node->area->result;
	case EXPORT_OBJECTIVE: return &node->objective->result;
	case EXPORT_INDICATOR: return &node->indicator->degree;
	case EXPORT_SHEET: break;
	}
	return &node->sheet->result;
}

const struct model_judgement *export_judgement(const struct export_node *node)
{
	switch (node->what) {
	case EXPORT_AREA: return node->area->judgement;
	case EXPORT_OBJECTIVE: return node->objective->judgement;
	case EXPORT_INDICATOR: return node->indicator->judgement;
	case EXPORT_SHEET: break;
	}
	return node->sheet->judgement;
}

static struct export_cell degree(struct arena *arena, const struct export_node *node)
{
	return export_percent(arena, export_score(node));
}

static struct export_cell judgement(struct arena *arena, const struct export_node *node)
{
	const struct model_judgement *found = export_judgement(node);

	(void)arena;
	return found != NULL ? words(found->label) : NOTHING;
}

static struct export_cell reason(struct arena *arena, const struct export_node *node)
{
	(void)arena;
	return words(export_score(node)->reason);
}

const struct export_column export_columns[] = {
	{ "livello", level }, { "tipo", kind }, { "id", id }, { "codice", code },
	{ "padre", parent }, { "titolo", title }, { "peso", weight }, { "unita_misura", unit },
	{
		"operatore",
		operator},
		{ "target", target },
		{ "soglia", threshold },
		{ "consuntivo", actual },
		{ "scostamento", variance },
		{ "grado", degree },
		{ "giudizio", judgement },
		{ "motivo", reason },
		{ "riga", line },
		{ NULL, NULL },
	};

/* ---- what nested formats have room for --------------------------------- */

static bool is_hidden(const struct export_node *node, const struct model_objective *objective)
{
	return objective == NULL || (node->public_edition && model_is_individual(objective));
}

static struct export_cell same_as(struct arena *arena, const struct export_node *node)
{
	const struct model_objective *objective = node->objective;
	const struct model_indicator *indicator = node->indicator;

	(void)arena;
	if (objective != NULL && !is_hidden(node, objective->same_as))
		return words(objective->same_as->id);
	if (indicator != NULL && indicator->same_as != NULL &&
	    !is_hidden(node, indicator->same_as->objective))
		return words(indicator->same_as->id);
	return NOTHING;
}

/* The objective that `padre` names, where another thing stands around. */
static struct export_cell above(struct arena *arena, const struct export_node *node)
{
	const struct model_objective *objective = node->objective;

	(void)arena;
	if (objective == NULL || is_hidden(node, objective->parent) ||
	    text_equal(objective->parent->id, node->parent))
		return NOTHING;
	return words(objective->parent->id);
}

static struct export_cell share(struct arena *arena, const struct export_node *node)
{
	const struct number *number = node->objective   ? node->objective->share.number
				      : node->indicator ? node->indicator->share.number
							: NULL;

	return export_number(arena, number, EXPORT_RESULT_DECIMALS);
}

static struct export_cell signal(struct arena *arena, const struct export_node *node)
{
	const struct model_judgement *found = export_judgement(node);

	(void)arena;
	return found != NULL ? words(found->signal) : NOTHING;
}

const struct export_column export_more[] = {
	{ "rif", same_as }, { "obiettivo_padre", above }, { "quota", share }, { "segnale", signal },
	{ NULL, NULL },
};
