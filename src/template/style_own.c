/* The program's own styles: what a template looks like that defines none.
 * They are written as a template would write them. */
#include "style_private.h"

#include <string.h>

#define ACCENT "#1f4e5f"
#define INK    "#1d2629"
#define RULE   "0.5pt #c3ced2"

static const struct attribute document[] = {
	{ "nome", "documento" }, { "corpo", "10pt" },     { "interlinea", "1.42" },
	{ "colore", INK },       { "sfondo", "nessuno" }, { "allinea", "sinistra" },
	{ "sillaba", "si" },
};
static const struct attribute paragraph[] = { { "nome", "p" }, { "spazio-dopo", "6pt" } };
static const struct attribute heading1[] = {
	{ "nome", "titolo-1" },  { "corpo", "20pt" },       { "interlinea", "1.2" },
	{ "grassetto", "si" },   { "colore", ACCENT },      { "sillaba", "no" },
	{ "spazio-prima", "0" }, { "spazio-dopo", "10pt" }, { "allinea", "sinistra" },
};
static const struct attribute heading2[] = {
	{ "nome", "titolo-2" },     { "da", "titolo-1" },     { "corpo", "15pt" },
	{ "spazio-prima", "18pt" }, { "spazio-dopo", "6pt" },
};
static const struct attribute heading3[] = {
	{ "nome", "titolo-3" },     { "da", "titolo-2" },     { "corpo", "12pt" },
	{ "spazio-prima", "14pt" }, { "spazio-dopo", "4pt" },
};
static const struct attribute heading4[] = {
	{ "nome", "titolo-4" },     { "da", "titolo-3" },     { "corpo", "10.5pt" },
	{ "spazio-prima", "10pt" }, { "spazio-dopo", "3pt" },
};
static const struct attribute heading5[] = { { "nome", "titolo-5" }, { "da", "titolo-4" } };
static const struct attribute heading6[] = { { "nome", "titolo-6" }, { "da", "titolo-4" } };
static const struct attribute list[] = { { "nome", "elenco" }, { "spazio-dopo", "6pt" } };
static const struct attribute item[] = {
	{ "nome", "punto" },
	{ "rientro-sinistra", "14pt" },
	{ "spazio-dopo", "2pt" },
};
static const struct attribute item_text[] = { { "nome", "p-punto" }, { "spazio-dopo", "2pt" } };
static const struct attribute box[] = { { "nome", "riquadro" } };
static const struct attribute section[] = { { "nome", "sezione" } };
static const struct attribute table[] = {
	{ "nome", "tabella" },     { "corpo", "9pt" },        { "interlinea", "1.3" },
	{ "allinea", "sinistra" }, { "spazio-prima", "6pt" }, { "spazio-dopo", "12pt" },
};
static const struct attribute row[] = { { "nome", "riga" } };
static const struct attribute cell[] = {
	{ "nome", "cella" },
	{ "margine-interno", "3.5pt 5pt" },
	{ "bordo-sotto", RULE },
};
static const struct attribute head_cell[] = {
	{ "nome", "capo" },        { "da", "cella" },       { "grassetto", "si" },
	{ "sillaba", "si" },       { "colore", "#ffffff" }, { "sfondo", ACCENT },
	{ "allinea", "sinistra" },
};
static const struct attribute row_head[] = {
	{ "nome", "capo-riga" },
	{ "da", "cella" },
	{ "grassetto", "si" },
};
static const struct attribute group_cell[] = { { "nome", "cella-gruppo" }, { "da", "cella" } };
static const struct attribute cell_text[] = { { "nome", "p-cella" }, { "spazio-dopo", "2pt" } };
static const struct attribute caption[] = {
	{ "nome", "didascalia" }, { "corpo", "9pt" },   { "interlinea", "1.3" },
	{ "grassetto", "si" },    { "colore", ACCENT }, { "spazio-dopo", "3pt" },
};
static const struct attribute figure[] = {
	{ "nome", "figura" },      { "corpo", "8.5pt" },      { "interlinea", "1.25" },
	{ "spazio-prima", "6pt" }, { "spazio-dopo", "12pt" }, { "sillaba", "no" },
};
static const struct attribute contents[] = { { "nome", "indice" }, { "spazio-dopo", "12pt" } };
static const struct attribute contents1[] = {
	{ "nome", "indice-1" },    { "grassetto", "si" },    { "sillaba", "no" },
	{ "spazio-prima", "7pt" }, { "spazio-dopo", "1pt" },
};
static const struct attribute contents2[] = {
	{ "nome", "indice-2" },
	{ "rientro-sinistra", "12pt" },
	{ "sillaba", "no" },
};
static const struct attribute contents3[] = {
	{ "nome", "indice-3" },
	{ "corpo", "9pt" },
	{ "rientro-sinistra", "26pt" },
	{ "sillaba", "no" },
};
static const struct attribute contents4[] = { { "nome", "indice-4" }, { "da", "indice-3" } };
static const struct attribute contents5[] = { { "nome", "indice-5" }, { "da", "indice-3" } };
static const struct attribute contents6[] = { { "nome", "indice-6" }, { "da", "indice-3" } };
static const struct attribute signatures[] = {
	{ "nome", "firme" },
	{ "spazio-prima", "24pt" },
};
static const struct attribute head[] = {
	{ "nome", "testa" },
	{ "corpo", "8pt" },
	{ "colore", "#4a5a60" },
};
static const struct attribute foot[] = { { "nome", "pie" }, { "da", "testa" } };
static const struct attribute running_text[] = { { "nome", "p-pagina" } };
static const struct attribute bold[] = { { "nome", "b" }, { "grassetto", "si" } };
static const struct attribute italic[] = { { "nome", "i" }, { "corsivo", "si" } };
static const struct attribute link[] = {
	{ "nome", "a" },
	{ "colore", "#1b5e78" },
	{ "sottolineato", "si" },
};
static const struct attribute reference[] = { { "nome", "rif" }, { "colore", "#1b5e78" } };
static const struct attribute plain[] = { { "nome", "t" } };
static const struct attribute signal[] = { { "nome", "segnale" } };

#define ROW(attributes)                                                                            \
	{                                                                                          \
		attributes, sizeof(attributes) / sizeof(*(attributes))                             \
	}
static const struct {
	const struct attribute *attributes;
	size_t count;
} own[] = {
	ROW(document),  ROW(paragraph), ROW(heading1),     ROW(heading2),   ROW(heading3),
	ROW(heading4),  ROW(heading5),  ROW(heading6),     ROW(list),       ROW(item),
	ROW(item_text), ROW(box),       ROW(section),      ROW(table),      ROW(row),
	ROW(cell),      ROW(head_cell), ROW(row_head),     ROW(group_cell), ROW(cell_text),
	ROW(caption),   ROW(figure),    ROW(contents),     ROW(contents1),  ROW(contents2),
	ROW(contents3), ROW(contents4), ROW(contents5),    ROW(contents6),  ROW(signatures),
	ROW(head),      ROW(foot),      ROW(running_text), ROW(bold),       ROW(italic),
	ROW(link),      ROW(reference), ROW(plain),        ROW(signal),
};

struct style_set style_set_make(struct arena *arena)
{
	struct style_set set = { .arena = arena };
	struct diag unused = diag_make(arena);

	set.specs = map_make(arena);
	set.looks = map_make(arena);
	set.characters = map_make(arena);
	for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++) {
		struct element element = { .name = "stile", .attribute_count = own[i].count };

		element.attributes = arena_array(arena, struct attribute, own[i].count);
		memcpy(element.attributes, own[i].attributes,
		       own[i].count * sizeof(*element.attributes));
		style_read(&set, &element, &unused);
	}
	return set;
}
