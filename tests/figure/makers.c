/* makers.c - figures for the tests. */
#include "figure_test.h"

#include <string.h>

int setup(void **state)
{
	struct arena *arena = arena_create(NULL);
	struct fixture *f = arena_new(arena, struct fixture);

	f->arena = arena;
	f->faces = arena_create(NULL);
	f->type = type_library_fake(f->faces, SOURCE_DIR "/fonts/hyph_it_IT.dic");
	f->diag = diag_make(arena);
	f->style = (struct document_style){ .character = { .size_pt = 9.5 } };
	f->space = (struct figure_space){ 480, 700, 700 };
	f->easel = (struct easel){
		.arena = arena, .type = f->type, .space = f->space, .diag = &f->diag, .size = 8
	};
	*state = f;
	return 0;
}

int teardown(void **state)
{
	struct fixture *f = *state;

	arena_destroy(f->faces);
	arena_destroy(f->arena);
	return 0;
}

/* Parts of a text parted by '|'. */
static const char **split(struct fixture *f, const char *text, size_t *count)
{
	const char **parts = arena_array(f->arena, const char *, strlen(text) + 1);

	*count = 0;
	for (;;) {
		size_t length = strcspn(text, "|");

		parts[(*count)++] = arena_strndup(f->arena, text, length);
		if (text[length] == '\0')
			return parts;
		text += length + 1;
	}
}

static struct document_figure *make_figure(struct fixture *f, enum document_figure_kind kind)
{
	struct document_figure *figure = arena_new(f->arena, struct document_figure);

	figure->kind = kind;
	figure->style = &f->style;
	return figure;
}

#define SERIES_MAX 40

struct document_figure *make_chart(struct fixture *f, enum document_chart_kind kind,
				   const char *categories)
{
	struct document_figure *figure = make_figure(f, DOCUMENT_CHART);
	struct document_chart *chart = arena_new(f->arena, struct document_chart);

	chart->kind = kind;
	chart->categories = split(f, categories, &chart->category_count);
	chart->series = arena_array(f->arena, struct document_series, SERIES_MAX);
	figure->as.chart = chart;
	return figure;
}

struct document_series *add_series(struct fixture *f, struct document_figure *figure,
				   const char *name, const char *values)
{
	struct document_chart *chart = figure->as.chart;
	struct document_series *series = &chart->series[chart->series_count++];
	size_t count;
	const char **parts = split(f, values, &count);

	assert_true(chart->series_count <= SERIES_MAX);
	series->name = name;
	series->values = arena_array(f->arena, const struct number *, chart->category_count);
	for (size_t i = 0; i < count && i < chart->category_count; i++)
		if (strcmp(parts[i], "-") != 0)
			assert_true(number_parse(&series->values[i], NULL, f->arena, parts[i]));
	return series;
}

void set_signals(struct fixture *f, struct document_series *series, const char *signals)
{
	size_t count;

	series->signals = split(f, signals, &count);
}

void set_words(struct fixture *f, struct document_series *series, const char *words)
{
	size_t count;

	series->words = split(f, words, &count);
}

struct document_figure *make_nodes(struct fixture *f, enum document_figure_kind kind)
{
	return make_figure(f, kind);
}

static struct document_node *last_root(struct document_figure *figure)
{
	struct document_node *node = figure->as.nodes;

	while (node != NULL && node->next != NULL)
		node = node->next;
	return node;
}

struct document_node *add_node(struct fixture *f, struct document_figure *figure,
			       struct document_node *parent, const char *code, const char *title)
{
	static const char *const kinds[] = { "ambito", "strategico", "operativo", "azione" };
	struct document_node *node = arena_new(f->arena, struct document_node);
	struct document_node *before = parent == NULL ? last_root(figure) : parent->last;

	node->code = code;
	node->title = title;
	node->parent = parent;
	node->level = parent == NULL ? 0 : parent->level + 1;
	node->kind = kinds[node->level < 0 ? 0 : node->level < 3 ? node->level : 3];
	if (before != NULL)
		before->next = node;
	else if (parent != NULL)
		parent->first = node;
	else
		figure->as.nodes = node;
	if (parent != NULL)
		parent->last = node;
	return node;
}

static void judge(struct document_node *node, unsigned lot)
{
	static const char *const judgements[][3] = {
		{ "verde", "Raggiunto", "100,00 %" },
		{ "giallo", "Parzialmente raggiunto", "94,86 %" },
		{ "rosso", "Non raggiunto", "0,00 %" },
		{ "grigio", "Non misurabile", NULL },
	};

	node->signal = judgements[lot % 4][0];
	node->word = judgements[lot % 4][1];
	node->figure = judgements[lot % 4][2];
}

#define AMBITI      5
#define STRATEGIC   14
#define OPERATIONAL 100

struct document_figure *make_real_tree(struct fixture *f)
{
	struct document_figure *figure = make_nodes(f, DOCUMENT_TREE);
	struct document_node *ambiti[AMBITI], *strategic[STRATEGIC];
	unsigned seed = 7;

	figure->title = "Albero della performance";
	for (unsigned i = 0; i < AMBITI; i++)
		ambiti[i] = add_node(f, figure, NULL, arena_printf(f->arena, "A%u", i + 1),
				     random_text(f, &seed, 5));
	for (unsigned i = 0; i < STRATEGIC; i++) {
		strategic[i] =
			add_node(f, figure, ambiti[i * AMBITI / STRATEGIC],
				 arena_printf(f->arena, "OS%u", i + 1), random_text(f, &seed, 9));
		judge(strategic[i], i);
	}
	for (unsigned i = 0; i < OPERATIONAL; i++) {
		struct document_node *node =
			add_node(f, figure, strategic[i * STRATEGIC / OPERATIONAL],
				 arena_printf(f->arena, "OP%u", i + 1), random_text(f, &seed, 12));

		judge(node, i);
		node->target = arena_printf(f->arena, "scheda-%u", i + 1);
	}
	return figure;
}

struct figure_drawings *draw(struct fixture *f, const struct document_figure *figure)
{
	struct place place = { "piano.xml", 3, 5 };

	return figure_draw(f->arena, f->type, figure, f->space, place, &f->diag);
}

unsigned next_random(unsigned *seed, unsigned limit)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 8) % limit;
}

char *random_text(struct fixture *f, unsigned *seed, unsigned words)
{
	static const char *const lexicon[] = {
		"garantire",
		"la",
		"qualità",
		"dei",
		"servizi",
		"alle",
		"imprese",
		"del",
		"territorio",
		"digitalizzazione",
		"e",
		"dell’ente",
		"semplificazione",
		"internazionalizzazione",
		"per",
		"sviluppo",
		"competenze",
		"2022",
		"n.",
		"€",
	};
	struct text text = text_make(f->arena);

	for (unsigned i = 0; i < words; i++) {
		if (i > 0)
			text_add_char(&text, ' ');
		text_add(&text, lexicon[next_random(seed, sizeof lexicon / sizeof *lexicon)]);
	}
	return text.bytes;
}
