/* docs/formato-piano.md against the schema: its examples are valid, it names
 * all elements and attributes, and none that does not exist. */
#include "markup_test.h"

#include "markup_private.h"

#include <string.h>

#define DOCUMENT_FILE SOURCE_DIR "/docs/formato-piano.md"
#define NAMES_MAX     16 /* elements that one heading is about */

/* What the examples stand in; the word after "```xml". */
static const struct {
	const char *name, *open, *close;
} contexts[] = {
	{ "intero", "", "" },
	{ "piano", ROOT, "</piano>" },
	{ "documento", ROOT "<documento>", "</documento></piano>" },
	{ "sistema", ROOT "<sistema>", "</sistema></piano>" },
	{ "regola", ROOT "<sistema><regola id='r' tipo='fasce'>", "</regola></sistema></piano>" },
	{ "giudizi", ROOT "<sistema><giudizi>", "</giudizi></sistema></piano>" },
	{ "valutazione", ROOT "<sistema><valutazione>", "</valutazione></sistema></piano>" },
	{ "struttura", ROOT "<struttura>", "</struttura></piano>" },
	{ "ambito", ROOT "<ambito>", "</ambito></piano>" },
	{ "obiettivo", ROOT "<obiettivo>", "</obiettivo></piano>" },
	{ "indicatore", ROOT "<obiettivo><indicatore>", "</indicatore></obiettivo></piano>" },
	{ "assegnazione", ROOT "<assegnazione>", "</assegnazione></piano>" },
	{ "valore-pubblico", ROOT "<valore-pubblico>", "</valore-pubblico></piano>" },
	{ "dimensione", ROOT "<valore-pubblico><dimensione>",
	  "</dimensione></valore-pubblico></piano>" },
	{ "premi", ROOT "<premi>", "</premi></piano>" },
	{ "categoria", ROOT "<premi><categoria nome='n'>", "</categoria></premi></piano>" },
	{ "bilancio", ROOT "<bilancio>", "</bilancio></piano>" },
	{ "serie", ROOT "<bilancio><serie id='s'>", "</serie></bilancio></piano>" },
	{ "tavola", ROOT "<bilancio><tavola id='t' categorie='1 2'>",
	  "</tavola></bilancio></piano>" },
	{ "testo", ROOT "<testo>", "</testo></piano>" },
	{ "p", ROOT "<testo><p>", "</p></testo></piano>" },
	{ "elenco", ROOT "<testo><elenco>", "</elenco></testo></piano>" },
	{ "tabella", ROOT "<testo><tabella colonne='1fr'>", "</tabella></testo></piano>" },
	{ "riga", ROOT "<testo><tabella colonne='1fr'><riga>",
	  "</riga></tabella></testo></piano>" },
	{ "grafico", ROOT "<testo><grafico tipo='barre' di='x'>", "</grafico></testo></piano>" },
};

static char *read_document(struct room *room)
{
	struct bytes source;

	assert_int_equal(file_read(&source, room->arena, DOCUMENT_FILE, 1 << 20, &room->diag),
			 STATUS_OK);
	return arena_strndup(room->arena, source.data, source.length);
}

/* The example in its context; NULL: no such context. */
static char *in_context(struct room *room, const char *context, const char *example)
{
	for (size_t i = 0; i < sizeof contexts / sizeof contexts[0]; i++)
		if (strcmp(contexts[i].name, context) == 0)
			return arena_printf(room->arena, "%s%s%s", contexts[i].open, example,
					    contexts[i].close);
	return NULL;
}

static void test_markup__examples_of_the_document_are_valid(void **state)
{
	static const char fence[] = "\n```xml";
	struct room *room = *state;
	char *at = read_document(room);
	int count = 0;

	for (; (at = strstr(at, fence)) != NULL; count++) {
		char *context = at + strlen(fence), *example = strchr(context, '\n'), *source;
		char *end = strstr(example, "\n```");

		*example++ = *end = '\0';
		source = in_context(room, text_fold_space(room->arena, context), example);
		assert_non_null(source);
		read_source(room, source);
		if (room->diag.count > 0)
			fail_msg("%s\n%s", example, findings(room));
		at = end + 1;
	}
	assert_true(count > 60);
}

/* ---- names ---- */

/* A section: the elements that its heading names, and its text. */
struct section {
	const char *names[NAMES_MAX]; /* none: attributes of all elements of texts */
	size_t count;
	const char *body;
};

static void read_heading(struct room *room, struct section *section, char *heading)
{
	char *end;

	while (section->count < NAMES_MAX && (heading = strstr(heading, "`<")) != NULL) {
		heading += strlen("`<");
		end = strchr(heading, '>');
		section->names[section->count++] =
			arena_strndup(room->arena, heading, (size_t)(end - heading));
		heading = end;
	}
}

/* Cuts the document at its "### ". */
static size_t read_sections(struct room *room, struct section *sections, size_t max)
{
	static const char mark[] = "\n### ";
	char *at = strstr(read_document(room), mark), *body;
	size_t count = 0;

	while (at != NULL && count < max) {
		body = strchr(at + strlen(mark), '\n');
		*body++ = '\0';
		read_heading(room, &sections[count], at + strlen(mark));
		sections[count++].body = body;
		at = strstr(body, mark);
		if (at != NULL)
			*at = '\0'; /* the end of this body; the search goes on after it */
	}
	return count;
}

/* The table row of an attribute. */
static bool has_row(struct room *room, const struct section *section, const char *attribute)
{
	return strstr(section->body, arena_printf(room->arena, "\n| `%s` |", attribute)) != NULL;
}

static bool is_about(const struct section *section, const char *element)
{
	for (size_t i = 0; i < section->count; i++)
		if (strcmp(section->names[i], element) == 0)
			return true;
	return false;
}

#define SECTIONS_MAX 100

struct document {
	struct section sections[SECTIONS_MAX];
	size_t count;
};

static const struct document *read_whole(struct room *room)
{
	struct document *document = arena_new(room->arena, struct document);

	document->count = read_sections(room, document->sections, SECTIONS_MAX);
	assert_true(document->count > 50);
	return document;
}

/* The section that has an attribute of an element: its own, or the one about all texts. */
static const struct section *section_of(struct room *room, const struct document *document,
					const char *element, const char *attribute)
{
	for (size_t i = 0; i < document->count; i++) {
		const struct section *section = &document->sections[i];

		if ((section->count == 0 || is_about(section, element)) &&
		    (attribute == NULL || has_row(room, section, attribute)))
			return section;
	}
	return NULL;
}

static void assert_words(struct room *room, const struct section *section,
			 const struct grammar_attribute *attribute)
{
	for (size_t i = 0; attribute->simple != NULL && i < attribute->simple->word_count; i++) {
		const char *word = attribute->simple->words[i];

		if (strstr(section->body, arena_printf(room->arena, "`%s`", word)) == NULL)
			fail_msg("«%s» of «%s» is not in the document", word, attribute->name);
	}
}

static void test_markup__document_names_all_that_the_schema_allows(void **state)
{
	struct room *room = *state;
	const struct document *document = read_whole(room);
	const struct grammar_type *all = &room->schema->grammar.all;

	for (size_t i = 0; i < all->child_count; i++) {
		const struct grammar_child *child = &all->children[i];

		if (section_of(room, document, child->name, NULL) == NULL)
			fail_msg("<%s> has no section in the document", child->name);
		for (size_t j = 0; j < child->type->attribute_count; j++) {
			const struct grammar_attribute *attribute = &child->type->attributes[j];
			const struct section *section =
				section_of(room, document, child->name, attribute->name);

			if (section == NULL)
				fail_msg("«%s» of <%s> is not in the document", attribute->name,
					 child->name);
			assert_words(room, section, attribute);
		}
	}
}

/* Some element of that name, anywhere in the language, has the attribute. */
static bool exists(const struct grammar_type *all, const char *element, const char *attribute)
{
	for (size_t i = 0; i < all->child_count; i++)
		if (strcmp(all->children[i].name, element) == 0 &&
		    (attribute == NULL ||
		     grammar_attribute(all->children[i].type, attribute) != NULL))
			return true;
	return false;
}

static void assert_rows_exist(struct room *room, const struct section *section)
{
	static const char mark[] = "\n| `";
	const struct grammar_type *all = &room->schema->grammar.all;
	const char *row = section->body, *name;
	bool found;

	while ((row = strstr(row, mark)) != NULL) {
		row += strlen(mark);
		name = arena_strndup(room->arena, row, strcspn(row, "`"));
		found = section->count == 0 && exists(all, "p", name);
		for (size_t i = 0; i < section->count; i++)
			found = found || exists(all, section->names[i], name);
		if (!found)
			fail_msg("attribute «%s» is in the document, not in the schema", name);
	}
}

static void test_markup__document_names_nothing_else(void **state)
{
	struct room *room = *state;
	const struct document *document = read_whole(room);

	for (size_t i = 0; i < document->count; i++) {
		const struct section *section = &document->sections[i];

		for (size_t j = 0; j < section->count; j++)
			if (!exists(&room->schema->grammar.all, section->names[j], NULL))
				fail_msg("<%s> is in the document, not in the schema",
					 section->names[j]);
		assert_rows_exist(room, section);
	}
}

/* ---- the schema itself, and plans that are used elsewhere ---- */

/* Editors show these texts. */
static void assert_documented(const struct element *element)
{
	for (; element != NULL; element = element->next) {
		if ((element_is(element, "attribute") || element_is(element, "element") ||
		     element_is(element, "simpleType")) &&
		    element_child(element, "annotation") == NULL)
			fail_msg("line %d: no documentation", element->place.line);
		if (element->name != NULL)
			assert_documented(element->first);
	}
}

static void test_markup__schema_documents_each_element_and_attribute(void **state)
{
	struct room *room = *state;

	assert_documented(room->schema->grammar.schema->first);
}

static void test_markup__samples_are_valid(void **state)
{
	static const char *const samples[] = { "minimo", "torino" };
	struct room *room = *state;
	struct bytes source;

	for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
		const char *path = arena_printf(room->arena, "%s/samples/%s/piano.xml", SOURCE_DIR,
						samples[i]);

		assert_int_equal(
			file_read(&source, room->arena, path, MARKUP_BYTES_MAX, &room->diag),
			STATUS_OK);
		read_bytes(room, source.data, source.length);
		assert_string_equal(findings(room), "");
	}
}

int run_format_tests(void)
{
	const struct CMUnitTest tests[] = {
		schema_test(test_markup__examples_of_the_document_are_valid),
		schema_test(test_markup__document_names_all_that_the_schema_allows),
		schema_test(test_markup__document_names_nothing_else),
		schema_test(test_markup__schema_documents_each_element_and_attribute),
		schema_test(test_markup__samples_are_valid),
	};

	return cmocka_run_group_tests_name("markup: the format", tests, NULL, NULL);
}
