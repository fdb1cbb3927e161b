/* content.c - the content of pages: every mark, every character, every colour.
 *
 * Source: ISO 14289-1 7.1; ISO 19005-2 6.2; ISO 32000-1 8, 9, 14.6.
 */
#include "conform_private.h"

#include "base/text.h"

#include <string.h>

#define OPERANDS_MAX 2048
#define MARKS_MAX    64
#define STATES_MAX   28 /* Source: ISO 19005-2 6.1.13 */

enum action {
	SETS,
	SETS_COLOUR,
	OTHER_COLOUR,
	SETS_STATE,
	SETS_FONT,
	BUILDS,
	PAINTS,
	PAINTS_OBJECT,
	SHOWS,
	BEGINS_TEXT,
	ENDS_TEXT,
	SAVES,
	RESTORES,
	BEGINS_MARK,
	ENDS_MARK,
	NEVER,
};

static const struct operator_rule {
	const char *word;
	int operands;
	enum action action;
} operators[] = {
#define OPERATOR(word, operands, action) { word, operands, action },
#include "operators.inc"
#undef OPERATOR
};

enum mark_kind { MARK_TAG, MARK_ARTIFACT, MARK_SPAN };
struct mark {
	enum mark_kind kind;
	bool actual; /* ActualText, here or on the element */
};

/* Where in a page's content we are. */
struct content {
	struct conform *c;
	struct page_state *page;
	const struct object *resources;
	struct token *operands;
	size_t count; /* of operands, those in arrays and dictionaries too */
	size_t top;   /* of operands, an array or a dictionary being one   */
	int inside;   /* arrays and dictionaries open                      */
	struct mark marks[MARKS_MAX];
	int marked, states;
	bool text;       /* between BT and ET         */
	int text_marked; /* marks open at BT          */
	struct font *font;
};

static void fault(struct content *s, enum conform_clause clause, const char *what)
{
	conform_add(s->c, clause, s->page->id, "%s", what);
}

static bool within(const struct content *s, enum mark_kind kind)
{
	for (int i = 0; i < s->marked && i < MARKS_MAX; i++)
		if (s->marks[i].kind == kind)
			return true;
	return false;
}

static bool spoken(const struct content *s)
{
	for (int i = 0; i < s->marked && i < MARKS_MAX; i++)
		if (s->marks[i].actual)
			return true;
	return false;
}

/* ---- marks ----------------------------------------------------------------- */

/* The operand after a key of the inline dictionary of BDC; NULL. */
static const struct token *property(const struct content *s, const char *key)
{
	for (size_t i = 1; i + 1 < s->count; i++)
		if (s->operands[i].kind == TOKEN_NAME && strcmp(s->operands[i].text.data, key) == 0)
			return &s->operands[i + 1];
	return NULL;
}

struct tag *tag_of_mcid(struct conform *c, const struct page_state *page, long mcid)
{
	const struct object *to;

	if (mcid < 0 || (size_t)mcid >= page->parents->count)
		return NULL;
	to = &page->parents->items[mcid];
	if (to->kind != OBJECT_REFERENCE || (size_t)to->to >= c->object_count)
		return NULL;
	return c->element_of[to->to];
}

static bool element_spoken(struct conform *c, const struct tag *element)
{
	for (; element != NULL; element = element->parent)
		if (conform_get(c, element->object, "ActualText")->kind == OBJECT_STRING)
			return true;
	return false;
}

static void note_mcid(struct content *s, long mcid)
{
	struct page_state *page = s->page;

	if (mcid < 0 || (size_t)mcid >= page->mcids ||
	    page->parents->items[mcid].kind == OBJECT_NULL) {
		fault(s, CONFORM_MCID_LOST, arena_printf(s->c->arena, "%ld", mcid));
		return;
	}
	if (page->seen[mcid] & MCID_SHOWN)
		fault(s, CONFORM_MCID_TWICE, arena_printf(s->c->arena, "%ld", mcid));
	page->seen[mcid] |= MCID_SHOWN;
}

static void check_mark_language(struct content *s)
{
	const struct token *language = property(s, "Lang");

	if (language != NULL && !conform_language(language->text.data))
		fault(s, CONFORM_SPAN_LANGUAGE, language->text.data);
}

static void begin_mark(struct content *s)
{
	const struct token *mcid = property(s, "MCID");
	struct mark mark = { .kind = MARK_SPAN, .actual = property(s, "ActualText") != NULL };

	if (s->count > 1 && s->operands[1].kind == TOKEN_NAME)
		fault(s, CONFORM_CONTENT_OPERATOR, "BDC con proprietà fuori dal contenuto");
	if (s->operands[0].kind == TOKEN_NAME &&
	    strcmp(s->operands[0].text.data, "Artifact") == 0) {
		mark.kind = MARK_ARTIFACT;
		if (within(s, MARK_TAG))
			fault(s, CONFORM_ARTIFACT_IN_TAG, "");
	} else if (mcid != NULL) {
		mark.kind = MARK_TAG;
		if (within(s, MARK_ARTIFACT))
			fault(s, CONFORM_TAG_IN_ARTIFACT, "");
		note_mcid(s, (long)mcid->number);
		mark.actual = mark.actual ||
			      element_spoken(s->c, tag_of_mcid(s->c, s->page, (long)mcid->number));
	}
	check_mark_language(s);
	if (s->marked < MARKS_MAX)
		s->marks[s->marked] = mark;
	s->marked++;
}

static void end_mark(struct content *s)
{
	if (s->marked == (s->text ? s->text_marked : 0))
		fault(s, CONFORM_CONTENT_BALANCE, "EMC");
	else
		s->marked--;
}

static void check_marked(struct content *s, const char *what)
{
	if (!within(s, MARK_TAG) && !within(s, MARK_ARTIFACT))
		fault(s, CONFORM_UNMARKED, what);
}

/* ---- text ------------------------------------------------------------------- */

static const struct object *resource(struct content *s, const char *kind)
{
	const struct object *found;

	if (s->operands[0].kind != TOKEN_NAME)
		return object_at(s->c->file, 0);
	found = conform_get(s->c, conform_get(s->c, s->resources, kind), s->operands[0].text.data);
	if (found->kind == OBJECT_NULL)
		fault(s, CONFORM_CONTENT_RESOURCE, s->operands[0].text.data);
	return found;
}

static void set_font(struct content *s)
{
	const struct object *font = resource(s, "Font");

	s->font = font->kind == OBJECT_DICTIONARY ? font_read(s->c, font) : NULL;
}

static void show(struct content *s)
{
	check_marked(s, "testo");
	if (!s->text)
		fault(s, CONFORM_CONTENT_BALANCE, "testo fuori da BT ed ET");
	for (size_t i = 0; i < s->count; i++)
		if (s->operands[i].kind == TOKEN_STRING && s->font != NULL)
			font_show(s->c, s->font, s->operands[i].text, spoken(s), s->page->id);
}

static void begin_text(struct content *s)
{
	if (s->text)
		fault(s, CONFORM_CONTENT_BALANCE, "BT");
	s->text = true;
	s->text_marked = s->marked;
}

static void end_text(struct content *s)
{
	if (!s->text || s->marked != s->text_marked)
		fault(s, CONFORM_CONTENT_BALANCE, "ET");
	s->text = false;
}

/* ---- states, colours, objects --------------------------------------------------- */

static void save(struct content *s)
{
	if (++s->states > STATES_MAX)
		fault(s, CONFORM_LIMIT_STATES, "");
}

static void restore(struct content *s)
{
	if (s->states == 0)
		fault(s, CONFORM_CONTENT_BALANCE, "Q");
	else
		s->states--;
}

static void check_colour(struct content *s)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->operands[i].number < 0 || s->operands[i].number > 1)
			fault(s, CONFORM_COLOUR, "componente fuori da 0 e 1");
}

static void check_image(struct content *s, const struct object *image)
{
	struct conform *c = s->c;
	const struct object *space = conform_get(c, image, "ColorSpace");
	const struct object *mask = conform_get(c, image, "SMask");

	if (!object_is_name(space, "DeviceRGB") && !object_is_name(space, "DeviceGray"))
		conform_add(c, CONFORM_COLOUR, image->id, "immagine");
	if (conform_get(c, image, "Interpolate")->number != 0 ||
	    object_raw(image, "Alternates")->kind != OBJECT_NULL ||
	    object_raw(image, "OPI")->kind != OBJECT_NULL)
		conform_breach(c, CONFORM_IMAGE, image->id);
	if (mask->kind == OBJECT_STREAM)
		check_image(s, mask);
}

static void paint_object(struct content *s)
{
	const struct object *object = resource(s, "XObject");

	check_marked(s, "immagine");
	if (object->kind != OBJECT_STREAM)
		return;
	if (object_is_name(conform_get(s->c, object, "Subtype"), "Image"))
		check_image(s, object);
	else
		conform_breach(s->c, CONFORM_XOBJECT, object->id);
}

/* ---- operators --------------------------------------------------------------------- */

static const struct operator_rule *rule_of(const char *word)
{
	for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
		if (strcmp(word, operators[i].word) == 0)
			return &operators[i];
	return NULL;
}

static void act(struct content *s, const struct operator_rule *rule)
{
	switch (rule->action) {
	case SETS:
	case BUILDS: break;
	case SETS_COLOUR: check_colour(s); break;
	case OTHER_COLOUR: fault(s, CONFORM_COLOUR, rule->word); break;
	case SETS_STATE: fault(s, CONFORM_TRANSPARENCY, rule->word); break;
	case SETS_FONT: set_font(s); break;
	case PAINTS: check_marked(s, "tracciato"); break;
	case PAINTS_OBJECT: paint_object(s); break;
	case SHOWS: show(s); break;
	case BEGINS_TEXT: begin_text(s); break;
	case ENDS_TEXT: end_text(s); break;
	case SAVES: save(s); break;
	case RESTORES: restore(s); break;
	case BEGINS_MARK: begin_mark(s); break;
	case ENDS_MARK: end_mark(s); break;
	case NEVER: fault(s, CONFORM_CONTENT_OPERATOR, rule->word); break;
	}
}

static void run_operator(struct content *s, const struct token *token)
{
	const struct operator_rule *rule = rule_of(token->text.data);

	if (rule == NULL)
		fault(s, CONFORM_CONTENT_SYNTAX,
		      arena_printf(s->c->arena, "operatore %.20s", token->text.data));
	else if (s->inside != 0 || (rule->operands >= 0 && s->top != (size_t)rule->operands))
		fault(s, CONFORM_CONTENT_SYNTAX,
		      arena_printf(s->c->arena, "operandi di %s", rule->word));
	else
		act(s, rule);
	s->count = s->top = 0;
	s->inside = 0;
}

static bool value_word(const struct token *token)
{
	return token_is(token, "true") || token_is(token, "false") || token_is(token, "null");
}

static void take_operand(struct content *s, const struct token *token)
{
	bool closes = token->kind == TOKEN_CLOSE || token->kind == TOKEN_DICT_END;

	s->inside -= closes;
	if (s->inside == 0 && !closes)
		s->top++;
	s->inside += token->kind == TOKEN_OPEN || token->kind == TOKEN_DICT;
	if (s->count < OPERANDS_MAX)
		s->operands[s->count++] = *token;
	else
		fault(s, CONFORM_CONTENT_SYNTAX, "troppi operandi");
}

static void check_end(struct content *s)
{
	if (s->states != 0)
		fault(s, CONFORM_CONTENT_BALANCE, "q senza Q");
	if (s->marked != 0)
		fault(s, CONFORM_CONTENT_BALANCE, "BDC senza EMC");
	if (s->text)
		fault(s, CONFORM_CONTENT_BALANCE, "BT senza ET");
	if (s->count != 0)
		fault(s, CONFORM_CONTENT_SYNTAX, "operandi senza operatore");
}

static void run_content(struct content *s, struct bytes input)
{
	struct tokenizer words = { s->c->scratch, input, 0 };
	struct arena_mark mark = arena_mark(s->c->scratch);
	struct token token;

	while ((token = token_next(&words)).kind != TOKEN_END) {
		if (token.kind == TOKEN_FAULT)
			fault(s, CONFORM_CONTENT_SYNTAX, "stringa o segno fuori posto");
		else if (token.kind == TOKEN_KEYWORD && !value_word(&token))
			run_operator(s, &token);
		else
			take_operand(s, &token);
		if (s->count == 0)
			arena_release(s->c->scratch, mark);
	}
	check_end(s);
	arena_release(s->c->scratch, mark);
}

/* All streams of a page, one after the other. */
static struct bytes page_content(struct conform *c, const struct page_state *page)
{
	const struct object *contents = conform_get(c, page->object, "Contents");
	struct text all = text_make(c->arena);
	size_t count = contents->kind == OBJECT_ARRAY ? contents->count : 1;

	for (size_t i = 0; i < count; i++) {
		const struct object *stream =
			contents->kind == OBJECT_ARRAY ? conform_item(c, contents, i) : contents;
		struct bytes data;

		if (!object_data(c->file, stream, &data))
			conform_add(c, CONFORM_READABLE, page->id, "contenuto della pagina");
		text_add_n(&all, data.data, data.length);
		text_add_char(&all, '\n');
	}
	return (struct bytes){ all.bytes, all.length };
}

void conform_content(struct conform *c)
{
	struct content *s = arena_new(c->arena, struct content);

	s->operands = arena_array(c->arena, struct token, OPERANDS_MAX);
	for (size_t i = 0; i < c->page_count; i++) {
		struct token *operands = s->operands;

		*s = (struct content){ .c = c, .page = &c->pages[i], .operands = operands };
		s->resources = conform_get(c, c->pages[i].object, "Resources");
		run_content(s, page_content(c, s->page));
		if (object_raw(c->pages[i].object, "Group")->kind != OBJECT_NULL)
			fault(s, CONFORM_TRANSPARENCY, "Group");
	}
}
