/* Charts and images from the plan's data. */
#include "expand.h"

#include <string.h>

static struct document_block *add_figure(struct expansion *expansion, struct target target,
					 enum document_figure_kind kind, const struct node *node,
					 const struct pattern *title, const struct pattern *alt)
{
	struct document_block *block = expand_add(expansion, target, DOCUMENT_FIGURE, node);
	struct document_figure *figure = block->as.figure;

	figure->kind = kind;
	figure->style = node->style;
	figure->title = evaluate_pattern(&expansion->environment, title);
	figure->alt = evaluate_pattern(&expansion->environment, alt);
	if (text_blank(figure->title))
		figure->title = NULL;
	if (text_blank(figure->alt))
		figure->alt = NULL;
	return block;
}

/* ---- charts ---------------------------------------------------------------------------- */

struct chart_build {
	struct expansion *expansion;
	const struct chart_node *node;
	struct document_chart *chart;
	struct model_list items;
	const char *unit;         /* of the collection                  */
	const char **signals;     /* one a category, or NULL            */
	const char **words;       /* what they say                      */
	struct model_list series; /* document_series                    */
	int decimals;
	bool has_decimals;
};

static void set_item(struct chart_build *build, size_t index)
{
	build->expansion->environment.frames[build->node->slot] = (struct frame){
		.thing = { build->node->path->type.class, build->items.items[index] },
		.unit = build->unit,
		.index = index,
		.count = build->items.count,
	};
}

static const char *label_of(struct chart_build *build)
{
	struct environment *environment = &build->expansion->environment;
	const struct formatting plain = { .decimals = FORMAT_DECIMALS_DEFAULT, .bare = true };
	struct text text = text_make(environment->arena);
	struct answer answer;

	if (build->node->label == NULL)
		return "";
	answer = evaluate_shown(environment, build->node->label);
	format_datum(&text, &answer.datum, answer.unit, &plain);
	return text.bytes;
}

static void note_signal(struct chart_build *build, size_t category)
{
	const struct model_judgement *judgement;

	judgement = evaluate_path(&build->expansion->environment, build->node->signal)
			    .datum.thing.object;
	if (judgement == NULL)
		return;
	build->signals[category] = judgement->signal;
	build->words[category] = judgement->label;
}

static void make_signals(struct chart_build *build, size_t count)
{
	if (build->node->signal == NULL)
		return;
	build->signals = arena_array(build->expansion->arena, const char *, count + 1);
	build->words = arena_array(build->expansion->arena, const char *, count + 1);
}

static void make_categories(struct chart_build *build)
{
	struct arena *arena = build->expansion->arena;
	size_t count = build->items.count;

	build->chart->category_count = count;
	build->chart->categories = arena_array(arena, const char *, count + 1);
	make_signals(build, count);
	for (size_t i = 0; i < count; i++) {
		set_item(build, i);
		build->chart->categories[i] = label_of(build);
		if (build->signals != NULL)
			note_signal(build, i);
	}
}

/* Labels have the decimals of the data; degrees, which are exact, two. */
static void note_answer(struct chart_build *build, const struct answer *answer)
{
	const struct model_datum *datum = &answer->datum;
	int decimals = datum->decimals;
	const char *unit = answer->unit;

	switch (datum->type) {
	case MODEL_FIELD_SCORE:
	case MODEL_FIELD_NUMBER: decimals = 2; break;
	case MODEL_FIELD_VALUE:
	case MODEL_FIELD_YEARLY:
		decimals = datum->value != NULL ? datum->value->figure.decimals : 0;
		unit = datum->value != NULL ? datum->value->unit : NULL;
		break;
	case MODEL_FIELD_VARIANCE: unit = datum->variance->unit; break;
	default: break;
	}
	if (datum->unit == MODEL_UNIT_PERCENT)
		unit = "%";
	else if (datum->unit == MODEL_UNIT_EURO)
		unit = "euro";
	else if (datum->type == MODEL_FIELD_COUNT || datum->type == MODEL_FIELD_INTEGER)
		unit = NULL;
	if (decimals > build->decimals)
		build->decimals = decimals;
	if (build->chart->unit == NULL)
		build->chart->unit = unit;
}

static const struct number *value_of(struct chart_build *build, const struct path *path)
{
	struct answer answer = evaluate_shown(&build->expansion->environment, path);
	const struct model_datum *datum = &answer.datum;

	if (datum->given &&
	    (datum->type == MODEL_FIELD_COUNT || datum->type == MODEL_FIELD_INTEGER)) {
		note_answer(build, &answer);
		return number_from_int(build->expansion->arena, datum->integer);
	}
	if (answer_number(&answer) != NULL)
		note_answer(build, &answer);
	return answer_number(&answer);
}

static void visit_series(struct visitor *visitor, const struct node *node)
{
	struct chart_build *build = visitor->user;
	struct expansion *expansion = visitor->expansion;
	struct document_series *series = arena_new(expansion->arena, struct document_series);
	const char *name = evaluate_pattern(&expansion->environment, node->as.series.name);

	if (node->as.series.value == NULL)
		return;
	series->name = name != NULL ? name : "";
	series->signals = build->signals;
	series->words = build->words;
	series->values =
		arena_array(expansion->arena, const struct number *, build->items.count + 1);
	for (size_t i = 0; i < build->items.count; i++) {
		set_item(build, i);
		series->values[i] = value_of(build, node->as.series.value);
	}
	model_list_add(expansion->arena, &build->series, series);
}

static void keep_series(struct chart_build *build)
{
	struct document_chart *chart = build->chart;

	chart->series_count = build->series.count;
	chart->series = arena_array(build->expansion->arena, struct document_series,
				    chart->series_count + 1);
	for (size_t i = 0; i < chart->series_count; i++)
		chart->series[i] = *(struct document_series *)build->series.items[i];
	chart->decimals = build->decimals;
}

static bool has_values(const struct document_chart *chart)
{
	for (size_t i = 0; i < chart->series_count; i++)
		for (size_t j = 0; j < chart->category_count; j++)
			if (chart->series[i].values[j] != NULL)
				return true;
	return false;
}

/* A chart of no values leaves nothing behind. */
void expand_chart(struct expansion *expansion, struct target target, const struct node *node)
{
	const struct chart_node *from = node->as.chart;
	struct document_chart *chart = arena_new(expansion->arena, struct document_chart);
	struct chart_build build = { .expansion = expansion, .node = from, .chart = chart };
	struct visitor visitor = { expansion, visit_series, NULL, &build };
	struct document_figure *figure;

	if (from->path == NULL)
		return;
	build.items = evaluate_list(&expansion->environment, from->path, &build.unit);
	make_categories(&build);
	visit_children(&visitor, node);
	keep_series(&build);
	if (!has_values(chart))
		return;
	environment_show(&expansion->environment,
			 evaluate_owner(&expansion->environment, from->path));
	figure = add_figure(expansion, target, DOCUMENT_CHART, node, from->title, from->alt)
			 ->as.figure;
	chart->kind = from->kind;
	chart->as_table = from->as_table;
	figure->as.chart = chart;
	figure->width_pt = from->width_pt;
	figure->height_pt = from->height_pt;
	figure->width_percent = from->width_percent;
}

/* ---- images --------------------------------------------------------------------------------- */

static const char *image_name(struct expansion *expansion, const struct image_node *from)
{
	struct answer answer;

	if (from->path == NULL)
		return from->file;
	answer = evaluate_path(&expansion->environment, from->path);
	return answer.datum.given ? answer.datum.text : NULL;
}

static struct document_image *load_image(struct expansion *expansion, const struct image_node *from,
					 struct place place, const char *name)
{
	const struct template_loader *loader = expansion->options->loader;
	struct document_image *image = arena_new(expansion->arena, struct document_image);
	const char *beside = from->origin == TEMPLATE_FROM_PLAN ? expansion->environment.plan->file
								: from->beside;
	enum status status;

	if (loader == NULL) {
		diag_error(expansion->diag, place, "immagine",
			   "l’immagine «%s» non si può leggere in questo comando", name);
		return NULL;
	}
	status = loader->image(loader->user, image, expansion->arena, name, from->origin, beside,
			       place, expansion->diag);
	if (status == STATUS_IO && expansion->status == STATUS_OK)
		expansion->status = status;
	return status == STATUS_OK ? image : NULL;
}

void expand_image(struct expansion *expansion, struct target target, const struct node *node)
{
	const struct image_node *from = node->as.image;
	const char *name = image_name(expansion, from);
	struct document_image *image;
	struct document_figure *figure;

	if (text_blank(name))
		return;
	image = load_image(expansion, from, node->place, name);
	if (image == NULL)
		return;
	figure = add_figure(expansion, target, DOCUMENT_IMAGE, node, from->title, from->alt)
			 ->as.figure;
	figure->as.image = image;
	figure->decorative = from->decorative;
	figure->width_pt = from->width_pt;
	figure->height_pt = from->height_pt;
	figure->width_percent = from->width_percent;
	if (figure->alt == NULL)
		figure->alt = figure->title;
}
