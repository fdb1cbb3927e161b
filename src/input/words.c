/* words.c - <testo>: rich text, kept as it is read.
 *
 * Only the names of its elements are looked at here, so that a slip is found
 * by `controlla`; what they mean is the template's to say. */
#include "input_private.h"

static const char *const rich_names[] = {
	"a",     "b",        "capo",    "cella",   "elenco", "grafico", "gruppo",
	"i",     "immagine", "p",       "punto",   "rif",    "riga",    "riquadro",
	"serie", "t",        "tabella", "testata", "titolo", "valore",
};

static void check_name(struct reader *reader, const struct element *element)
{
	size_t count = sizeof rich_names / sizeof *rich_names;
	const char *nearest;

	for (size_t i = 0; i < count; i++)
		if (element_is(element, rich_names[i]))
			return;
	nearest = text_nearest(element->name, rich_names, count);
	diag_error(reader->diag, element->place, "elemento-ignoto",
		   "<testo> non può contenere <%s>: %s%s%s", input_shown(reader, element->name),
		   nearest != NULL ? "forse <"
				   : "usare p, titolo, elenco, tabella, immagine, grafico",
		   nearest != NULL ? nearest : "", nearest != NULL ? ">" : "");
}

/* Recursion is bounded by MARKUP_DEPTH_MAX. */
static void check_names(struct reader *reader, const struct element *element)
{
	for (const struct element *child = element->first; child != NULL; child = child->next) {
		if (child->name == NULL)
			continue;
		check_name(reader, child);
		check_names(reader, child);
	}
}

static void check_attributes(struct reader *reader, const struct element *element,
			     struct model_text *text)
{
	static const struct attribute_rule attributes[] = {
		{ "id", FORM_ID, .offset = offsetof(struct model_text, id) },
		{ "titolo", FORM_TEXT, .offset = offsetof(struct model_text, title) },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .attributes = attributes, .text = true };
	struct element alone = *element;

	alone.first = alone.last = NULL;
	input_read_element(reader, &alone, &rule, text);
}

void input_read_rich_text(struct reader *reader, const struct element *element, void *slot)
{
	struct model_list *texts = slot;
	struct model_text *text = input_make_thing(reader, element, sizeof *text);

	check_attributes(reader, element, text);
	check_names(reader, element);
	if (text->id == NULL)
		text->id = arena_printf(reader->arena, "testo-%zu", texts->count + 1);
	input_put_id(reader, TARGET_TEXT, text->id, text, element);
	text->content = element;
	model_list_add(reader->arena, texts, text);
}
