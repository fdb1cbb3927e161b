/* The elements of a template: one row each. */
#include "reader.h"

#include <string.h>

#define INLINE     CONTENT_INLINE
#define BLOCKS     CONTENT_BLOCKS
#define ROWS       CONTENT_ROWS
#define CELLS      CONTENT_CELLS
#define ITEMS      CONTENT_ITEMS
#define SERIES     CONTENT_SERIES
#define SIGNATURES CONTENT_SIGNATURES
#define SECTIONS   CONTENT_SECTIONS
#define ANYWHERE   (INLINE | BLOCKS | ROWS | CELLS | ITEMS | SERIES | SIGNATURES | SECTIONS)

#define FIGURE_ATTRIBUTES " titolo alt larghezza altezza"

static const struct element_rule rules[] = {
	/* name, where, block, rich, style, own attributes, reader, node */
	{ "t", INLINE, false, true, "t", "", read_text_span, NODE_SPAN },
	{ "b", INLINE, false, true, "b", "", read_text_span, NODE_SPAN },
	{ "i", INLINE, false, true, "i", "", read_text_span, NODE_SPAN },
	{ "a", INLINE, false, true, "a", "href", read_link, NODE_LINK },
	{ "rif", INLINE, false, true, "rif", "a mostra", read_reference, NODE_REFERENCE },
	{ "segnale", INLINE, false, false, "segnale", "di", read_signal, NODE_SIGNAL },
	{ "valore", INLINE, false, true, NULL, "di formato se-manca", read_value, NODE_TEXT },
	{ "br", INLINE, false, true, NULL, "", read_empty, NODE_BREAK },
	{ "spinta", INLINE, false, true, NULL, "", read_empty, NODE_SPRING },
	{ "segue", INLINE, false, true, "t", "", read_continued, NODE_CONTINUED },

	{ "sezione", SECTIONS, true, false, "sezione", "pagina", read_section, NODE_SECTION },
	{ "riquadro", BLOCKS, true, true, "riquadro", "", read_box, NODE_BOX },
	{ "titolo", BLOCKS, true, true, NULL, "livello numero da serie", read_heading,
	  NODE_HEADING },
	{ "p", BLOCKS, true, true, NULL, "", read_paragraph, NODE_PARAGRAPH },
	{ "elenco", BLOCKS, true, true, "elenco", "tipo", read_list, NODE_LIST },
	{ "punto", ITEMS, false, true, "punto", "", read_item, NODE_ITEM },
	{ "tabella", BLOCKS, true, true, "tabella", "colonne didascalia riassunto", read_table,
	  NODE_TABLE },
	{ "grafico", BLOCKS, true, true, "figura", "tipo di voce dati segnale" FIGURE_ATTRIBUTES,
	  read_chart, NODE_CHART },
	{ "albero", BLOCKS, true, false, "figura", "di livelli" FIGURE_ATTRIBUTES, read_tree,
	  NODE_TREE },
	{ "mappa", BLOCKS, true, false, "figura", "di livelli" FIGURE_ATTRIBUTES, read_map,
	  NODE_TREE },
	{ "immagine", BLOCKS, true, true, "figura", "di file didascalia" FIGURE_ATTRIBUTES,
	  read_image, NODE_IMAGE },
	{ "indice", BLOCKS, true, false, "indice", "livelli", read_contents, NODE_CONTENTS },
	{ "firme", BLOCKS, true, false, "firme", "", read_signatures, NODE_SIGNATURES },
	{ "contenuto", BLOCKS, true, false, NULL, "di", read_rich, NODE_RICH },

	{ "testata", ROWS, false, true, NULL, "", read_head, NODE_HEAD },
	{ "riga", ROWS, false, true, "riga", "ripeti dividi con-precedente con-successivo",
	  read_row, NODE_ROW },
	{ "gruppo", ROWS, false, true, NULL, "", read_group, NODE_GROUP },
	{ "capo", CELLS, false, true, NULL, "span righe allinea ambito", read_cell, NODE_CELL },
	{ "cella", CELLS, false, true, NULL, "span righe allinea", read_cell, NODE_CELL },
	{ "serie", SERIES, false, true, NULL, "nome valore", read_series, NODE_SERIES },
	{ "firma", SIGNATURES, false, false, NULL, "ruolo campo", read_signature, NODE_SIGNATURE },

	{ "per-ogni", ANYWHERE, false, true, NULL, "di ordina raggruppa tra", read_loop,
	  NODE_LOOP },
	{ "usa", ANYWHERE, false, false, NULL, NULL, read_use, NODE_USE },
};
#define RULES (sizeof(rules) / sizeof(*rules))

const struct element_rule *rule_find(const char *name)
{
	for (size_t i = 0; i < RULES; i++)
		if (strcmp(rules[i].name, name) == 0)
			return &rules[i];
	return NULL;
}

const char *rule_nearest(const char *name, unsigned content, bool rich)
{
	const char *names[RULES], *nearest;
	size_t count = 0;

	for (size_t i = 0; i < RULES; i++)
		if ((rules[i].content & content) != 0 && (!rich || rules[i].rich))
			names[count++] = rules[i].name;
	nearest = text_nearest(name, names, count);
	/* A lone misspelt block makes its place look like one of text. */
	if (nearest == NULL && content != ANYWHERE)
		return rule_nearest(name, ANYWHERE, rich);
	return nearest;
}

char *rule_names(struct arena *arena, unsigned content, bool rich)
{
	struct text out = text_make(arena);

	for (size_t i = 0; i < RULES; i++)
		if ((rules[i].content & content) != 0 && (!rich || rules[i].rich))
			text_addf(&out, "%s<%s>", out.length > 0 ? " " : "", rules[i].name);
	return out.bytes;
}
