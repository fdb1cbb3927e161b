/* Drawings: charts, trees, maps, images. */
#include "reader.h"

#include <string.h>

struct size {
	double width_pt, height_pt, width_percent;
};

static struct size read_size(struct reader *reader, const struct context *context,
			     const struct element *element)
{
	const char *width = reader_attribute(reader, context, element, "larghezza");
	size_t length = width != NULL ? strlen(width) : 0;
	struct size size = { 0, reader_length(reader, context, element, "altezza"), 0 };
	double percent;

	if (length > 1 && width[length - 1] == '%') {
		if (style_length(&percent, arena_strndup(reader->arena, width, length - 1)) &&
		    percent > 0 && percent <= 100)
			size.width_percent = percent;
		else
			reader_error(reader, element, "attributo-valore",
				     "larghezza=\"%s\" di <%s> non va bene: da 1%% a 100%%", width,
				     element->name);
	} else {
		size.width_pt = reader_length(reader, context, element, "larghezza");
	}
	return size;
}

/* ---- charts ---------------------------------------------------------------------- */

static void read_label(struct reader *reader, const struct context *context,
		       const struct element *element, struct chart_node *chart)
{
	struct parser parser = parser_make(reader, context, element, "voce", "");

	chart->label = read_path(reader, context, element, "voce");
	if (chart->label != NULL) {
		path_add_face(&parser, chart->label);
	} else if (element_attribute(element, "voce") == NULL) {
		parser = parser_make(reader, context, element, "voce",
				     context->scope->class != NULL ? context->scope->class->name
								   : "chiave");
		chart->label = parse_path(&parser);
		if (chart->label != NULL)
			path_add_face(&parser, chart->label);
	}
}

static void read_chart_signal(struct reader *reader, const struct context *context,
			      const struct element *element, struct chart_node *chart)
{
	chart->signal = read_path(reader, context, element, "segnale");
	/* Categories that are judgements bring their colours along. */
	if (chart->signal == NULL && chart->label != NULL &&
	    chart->label->type.class == &model_class_judgement)
		chart->signal = chart->label;
	if (chart->signal == NULL || chart->signal->type.class == &model_class_judgement)
		return;
	reader_error(reader, element, "segnale",
		     "in segnale=\"%s\" di <grafico>: serve un giudizio, per esempio giudizio",
		     chart->signal->source);
	chart->signal = NULL;
}

static size_t count_series(const struct node *first)
{
	size_t count = 0;

	for (const struct node *node = first; node != NULL; node = node->next)
		count += node->kind == NODE_SERIES ? 1 : 2 * count_series(node->first);
	return count;
}

static void check_series(struct reader *reader, const struct element *element,
			 const struct node *node)
{
	size_t count = count_series(node->first);
	enum document_chart_kind kind = node->as.chart->kind;

	if (count == 0)
		reader_error(reader, element, "serie",
			     "<grafico> vuole almeno una <serie nome=\"…\" valore=\"…\"/>");
	else if (count > 1 && (kind == DOCUMENT_PIE || kind == DOCUMENT_RING))
		reader_error(reader, element, "serie",
			     "una torta o una ciambella mostra una sola <serie>");
}

static void read_chart_attributes(struct reader *reader, const struct element *element,
				  const struct context *context, struct chart_node *chart)
{
	static const char *const kinds[] = { "colonne", "impilate",  "barre", "linee",
					     "torta",   "ciambella", NULL };
	static const char *const data[] = { "tabella", NULL };
	struct size size = read_size(reader, context, element);
	int kind = reader_word(reader, context, element, "tipo", kinds);

	chart->kind = kind < 0 ? DOCUMENT_COLUMNS : (enum document_chart_kind)kind;
	chart->width_pt = size.width_pt;
	chart->height_pt = size.height_pt;
	chart->width_percent = size.width_percent;
	chart->title = read_pattern(reader, context, element, "titolo");
	chart->alt = read_pattern(reader, context, element, "alt");
	chart->as_table = reader_word(reader, context, element, "dati", data) == 0;
	chart->path = read_things(reader, context, element, "di");
}

static void check_chart(struct reader *reader, const struct element *element,
			const struct context *context, const struct chart_node *chart)
{
	if (element_attribute(element, "tipo") == NULL)
		reader_missing(reader, element, "tipo",
			       "colonne, impilate, barre, linee, torta o ciambella");
	if (element_attribute(element, "di") == NULL)
		reader_missing(reader, element, "di", "l’elenco da disegnare");
	if (chart->as_table && context->in_cell)
		reader_error(reader, element, "tabella-in-cella",
			     "in una cella non c’è posto per la tabella dei dati: togliere "
			     "dati=\"tabella\"");
}

void read_chart(struct reader *reader, const struct element *element, const struct context *context,
		struct node *node)
{
	struct chart_node *chart = arena_new(reader->arena, struct chart_node);
	struct context own = inside(context, node);

	node->as.chart = chart;
	read_chart_attributes(reader, element, context, chart);
	check_chart(reader, element, context, chart);
	if (chart->path == NULL)
		return;
	enter_scope(reader, element, &own, chart->path->type.class, false);
	chart->slot = own.scope->slot;
	own.content = CONTENT_SERIES;
	read_label(reader, &own, element, chart);
	read_chart_signal(reader, &own, element, chart);
	read_children(reader, element, &own, node);
	check_series(reader, element, node);
}

void read_series(struct reader *reader, const struct element *element,
		 const struct context *context, struct node *node)
{
	struct parser parser = parser_make(reader, context, element, "valore", "");
	struct path *path = read_path(reader, context, element, "valore");

	node->as.series.name = read_pattern(reader, context, element, "nome");
	if (element_attribute(element, "valore") == NULL)
		reader_missing(reader, element, "valore", "il numero da disegnare");
	if (path == NULL || !path_add_face(&parser, path))
		return;
	if (format_suits(FORMAT_NUMBER, path->shown.field))
		node->as.series.value = path;
	else
		reader_error(reader, element, "serie",
			     "in valore=\"%s\" di <serie>: serve un numero", path->source);
}

/* ---- trees ------------------------------------------------------------------------- */

static bool is_tree_class(const struct model_class *class)
{
	return class == &model_class_plan || class == &model_class_area ||
	       class == &model_class_objective || class == &model_class_assignment;
}

static const char **read_levels(struct reader *reader, const struct context *context,
				const struct element *element)
{
	const char *text = reader_attribute(reader, context, element, "livelli");
	const char **levels;
	char *words, *rest = NULL;
	size_t count = 0;

	if (text == NULL)
		return NULL;
	words = arena_strdup(reader->arena, text);
	levels = arena_array(reader->arena, const char *, strlen(text) / 2 + 2);
	for (char *word = strtok_r(words, " ", &rest); word != NULL;
	     word = strtok_r(NULL, " ", &rest))
		levels[count++] = word;
	return levels;
}

static void read_tree_or_map(struct reader *reader, const struct element *element,
			     const struct context *context, struct node *node, bool map)
{
	struct tree_node *tree = arena_new(reader->arena, struct tree_node);
	struct size size = read_size(reader, context, element);

	node->as.tree = tree;
	tree->map = map;
	tree->width_pt = size.width_pt;
	tree->height_pt = size.height_pt;
	tree->width_percent = size.width_percent;
	tree->title = read_pattern(reader, context, element, "titolo");
	tree->alt = read_pattern(reader, context, element, "alt");
	tree->levels = read_levels(reader, context, element);
	tree->path = read_things(reader, context, element, "di");
	if (element_attribute(element, "di") == NULL)
		reader_missing(reader, element, "di", "per esempio ambiti, o piano");
	if (tree->path != NULL && !is_tree_class(tree->path->type.class))
		reader_error(
			reader, element, "albero",
			"in di=\"%s\" di <%s>: servono ambiti, obiettivi, assegnazioni o piano",
			tree->path->source, element->name);
	if (context->in_cell)
		reader_error(reader, element, "elemento-fuori-posto",
			     "<%s> non può stare in una cella", element->name);
}

void read_tree(struct reader *reader, const struct element *element, const struct context *context,
	       struct node *node)
{
	read_tree_or_map(reader, element, context, node, false);
}

void read_map(struct reader *reader, const struct element *element, const struct context *context,
	      struct node *node)
{
	read_tree_or_map(reader, element, context, node, true);
}

/* ---- images -------------------------------------------------------------------------- */

static void read_source(struct reader *reader, const struct element *element,
			const struct context *context, struct image_node *image)
{
	image->file = reader_attribute(reader, context, element, "file");
	image->path = read_path(reader, context, element, "di");
	image->origin =
		reader->rich || image->path != NULL ? TEMPLATE_FROM_PLAN : TEMPLATE_FROM_TEMPLATE;
	image->beside = element->place.file;
	if (image->file == NULL && element_attribute(element, "di") == NULL)
		reader_missing(reader, element, "file", "il nome di un file PNG (o di=\"…\")");
	if (image->path != NULL && image->path->type.field != MODEL_FIELD_TEXT)
		reader_error(reader, element, "immagine",
			     "in di=\"%s\" di <immagine>: serve un campo con il nome di un file, "
			     "per esempio ente.logo",
			     image->path->source);
}

void read_image(struct reader *reader, const struct element *element, const struct context *context,
		struct node *node)
{
	struct image_node *image = arena_new(reader->arena, struct image_node);
	struct size size = read_size(reader, context, element);
	const char *alt = element_attribute(element, "alt");

	node->as.image = image;
	image->width_pt = size.width_pt;
	image->height_pt = size.height_pt;
	image->width_percent = size.width_percent;
	read_source(reader, element, context, image);
	image->title = read_pattern(reader, context, element,
				    element_attribute(element, "didascalia") != NULL ? "didascalia"
										     : "titolo");
	image->alt = read_pattern(reader, context, element, "alt");
	image->decorative = alt != NULL && *alt == '\0';
	if (alt == NULL && image->title == NULL)
		reader_missing(reader, element, "alt",
			       "che cosa mostra, per chi non la vede (alt=\"\" se è solo "
			       "ornamento)");
}
