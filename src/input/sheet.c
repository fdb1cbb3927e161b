/* sheet.c - <assegnazione>, the individual or service sheet, and
 * <valore-pubblico>. */
#include "input_private.h"

#define SHEET(member)     offsetof(struct model_assignment, member)
#define SCORE(member)     offsetof(struct model_part_score, member)
#define DIMENSION(member) offsetof(struct model_dimension, member)
#define VALUE(member)     offsetof(struct model_public_value, member)

static const struct word sheet_weights[] = { { "scheda", 1 }, { NULL, 0 } };

/* `rif` waits for the posts (sheet_parts.c): each evaluation has its own parts. */
static void read_part_score(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule attributes[] = {
		{ "rif", .form = FORM_LATER, .required = true },
		{ "punteggio", FORM_NUMBER, .offset = SCORE(points) },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .attributes = attributes, .text = true };
	struct model_part_score *score =
		input_read_into(reader, element, &rule, slot, sizeof(struct model_part_score));
	struct pending_part *pending = arena_new(reader->arena, struct pending_part);

	score->note = input_text_of(reader, element);
	if (score->points.number != NULL &&
	    (number_sign(score->points.number) < 0 ||
	     number_compare(score->points.number, number_from_int(reader->arena, 100)) > 0))
		diag_error(reader->diag, element->place, "punteggio-limiti",
			   "punteggio di <parte>: %s non è tra 0 e 100: scriverlo in percentuale",
			   input_figure_text(reader, &score->points));
	*pending = (struct pending_part){ reader->sheet, element, score };
	model_list_add(reader->arena, &reader->parts, pending);
}

static const struct attribute_rule attributes[] = {
	{ "id", FORM_ID, .offset = SHEET(id) },
	{ "titolo", FORM_TEXT, .offset = SHEET(title) },
	{ "incarico", FORM_REFERENCES, .offset = SHEET(posts), .target = TARGET_POST },
	{ "unita", FORM_REFERENCE, .offset = SHEET(unit), .target = TARGET_UNIT },
	{ "anno", FORM_YEAR, .offset = SHEET(year) },
	{ "pesi", FORM_FLAG, .offset = SHEET(sheet_weights), .words = sheet_weights },
	{ .name = NULL },
};

static const struct child_rule children[] = {
	{ "dichiarato", input_read_declared_child, .offset = SHEET(declared), .most = 1 },
	{ "segno", input_read_sign, .offset = SHEET(signs) },
	{ "nota", input_read_note, .offset = SHEET(notes) },
	{ "voce", input_read_entry, .offset = SHEET(content) },
	{ "obiettivo", input_read_objective, .offset = SHEET(content) },
	{ "ambito", input_read_area, .offset = SHEET(content) },
	{ "parte", read_part_score, .offset = SHEET(parts) },
	{ .name = NULL },
};

static void check_holder(struct reader *reader, const struct element *element)
{
	bool posts = !text_blank(element_attribute(element, "incarico"));
	bool unit = !text_blank(element_attribute(element, "unita"));

	if (!posts && !unit)
		diag_error(reader->diag, element->place, "attributo-mancante",
			   "<assegnazione> non dice di chi è: aggiungere «incarico» o «unita»");
	else if (posts && unit)
		diag_error(reader->diag, element->place, "assegnazione-doppia",
			   "<assegnazione> ha sia «incarico» sia «unita»: tenere «incarico» per "
			   "una scheda individuale, «unita» per quella di un servizio");
}

/* The ids of its posts, or the unit's; a number follows when it comes again. */
static const char *sheet_id(struct reader *reader, const struct element *element)
{
	const char *holder = element_attribute(element, "incarico");
	struct model_list names;
	struct text id = text_make(reader->arena);

	if (text_blank(holder))
		holder = element_attribute(element, "unita");
	names = input_split_words(reader->arena, holder != NULL ? holder : "");
	for (size_t i = 0; i < names.count; i++) {
		if (i > 0)
			text_add_char(&id, '-');
		text_add(&id, names.items[i]);
	}
	if (names.count > 0 && map_find(&reader->ids[TARGET_SHEET], id.bytes) == NULL)
		return id.bytes;
	return arena_printf(reader->arena, "%s-%s", names.count > 0 ? id.bytes : "scheda",
			    reader->scope.position + 1);
}

void input_read_assignment(struct reader *reader, const struct element *element, void *slot)
{
	static const struct element_rule rule = { attributes, children, false };
	struct model_assignment *sheet = input_make_thing(reader, element, sizeof *sheet);
	struct model_list *sheets = slot;
	struct scope outer = reader->scope;

	sheet->start = element->start;
	sheet->end = element->end;
	sheet->year = reader->plan->year;
	reader->sheet = sheet;
	reader->scope = (struct scope){
		.position = arena_printf(reader->arena, "s%zu", sheets->count + 1),
	};
	check_holder(reader, element);
	input_read_element(reader, element, &rule, sheet);
	if (sheet->id == NULL)
		sheet->id = sheet_id(reader, element);
	input_put_id(reader, TARGET_SHEET, sheet->id, sheet, element);
	model_list_add(reader->arena, sheets, sheet);
	reader->scope = outer;
	reader->sheet = NULL;
}

/* ---- Public value ---------------------------------------------------------------- */

static void read_dimension(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule dimension_attributes[] = {
		{ "obiettivo", FORM_REFERENCE, .offset = DIMENSION(objective),
		  .target = TARGET_OBJECTIVE },
		{ "titolo", FORM_TEXT, .offset = DIMENSION(title) },
		{ .name = NULL },
	};
	static const struct child_rule dimension_children[] = {
		{ "livello", input_read_level, .offset = DIMENSION(levels) },
		{ .name = NULL },
	};
	static const struct element_rule rule = { dimension_attributes, dimension_children, false };

	input_read_into(reader, element, &rule, slot, sizeof(struct model_dimension));
}

void input_read_public_value(struct reader *reader, const struct element *element, void *slot)
{
	static const struct child_rule value_children[] = {
		{ "dimensione", read_dimension, .offset = VALUE(dimensions) },
		{ "nota", input_read_note, .offset = VALUE(notes) },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .children = value_children };
	struct model_public_value *value = input_make_thing(reader, element, sizeof *value);

	input_read_element(reader, element, &rule, value);
	*(struct model_public_value **)slot = value;
}
