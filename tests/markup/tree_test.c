#include "markup_test.h"

#include <stdio.h>
#include <string.h>

/* An element by line and column, and the bytes it takes. */
static void assert_place(const struct element *element, const char *source, int line, int column,
			 const char *bytes)
{
	assert_int_equal(element->place.line, line);
	assert_int_equal(element->place.column, column);
	assert_int_equal(element->end - element->start, strlen(bytes));
	assert_memory_equal(source + element->start, bytes, strlen(bytes));
}

static const char plan[] = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
			   "<!-- è <finto> -->\n"
			   "<piano xmlns='" SPACE "' titolo='a>b'>\n"
			   "  èè<ente nome=\"x\"/>A &amp; B<![CDATA[ <c> ]]>&#232;<!-- -->.\n"
			   "\t<ambito\n"
			   "\ttitolo=\"a  \n\t&lt;&#232;\"></ambito >\n"
			   "</piano>\n<!-- fine -->\n";

static void test_markup__places_are_those_of_the_source(void **state)
{
	struct room *room = *state;
	const struct element *at;

	assert_int_equal(read_source(room, plan), STATUS_OK);
	assert_int_equal(room->root->place.line, 3);
	assert_int_equal(room->root->place.column, 1);
	assert_null(room->root->parent);
	at = room->root->first;
	assert_place(at, plan, 3, 51, "\n  èè");
	at = at->next;
	assert_place(at, plan, 4, 5, "<ente nome=\"x\"/>");
	at = at->next;
	assert_place(at, plan, 4, 21, "A &amp; B<![CDATA[ <c> ]]>&#232;<!-- -->.\n\t");
	assert_string_equal(at->text, "A & B <c> è.\n\t");
	at = at->next;
	assert_place(at, plan, 5, 2, "<ambito\n\ttitolo=\"a  \n\t&lt;&#232;\"></ambito >");
	assert_ptr_equal(at->parent, room->root);
	assert_string_equal(element_attribute(at, "titolo"), "a    <è");
}

static void test_markup__byte_order_mark_is_no_column(void **state)
{
	struct room *room = *state;

	assert_int_equal(read_source(room, "\xEF\xBB\xBF" ROOT "</piano>"), STATUS_OK);
	assert_int_equal(room->root->place.column, 1);
	assert_int_equal(room->root->start, 3);
	assert_int_equal(read_source(room, "\xEF\xBB\xBF" ROOT "\n&x;</piano>"), STATUS_SYNTAX);
	assert_int_equal(room->diag.entries[0].place.line, 2);
	assert_int_equal(room->diag.entries[0].place.column, 1);
}

static void test_markup__lines_beyond_65535_are_counted(void **state)
{
	struct room *room = *state;
	struct text source = text_make(room->arena);

	text_add(&source, ROOT);
	for (int line = 1; line < 200000; line++)
		text_add(&source, line % 2 ? "\r\n" : "\n");
	text_add(&source, " <ambito/>");
	text_add(&source, "</piano>");
	assert_int_equal(read_source(room, source.bytes), STATUS_OK);
	assert_int_equal(room->root->last->place.line, 200000);
	assert_int_equal(room->root->last->place.column, 2);
	source.bytes[source.length - 2] = 'x';
	assert_int_equal(read_source(room, source.bytes), STATUS_SYNTAX);
	assert_int_equal(room->diag.entries[0].place.line, 200000);
	assert_int_equal(room->diag.entries[0].place.column, 11);
}

static void test_markup__foreign_attributes_are_left_out(void **state)
{
	struct room *room = *state;

	assert_int_equal(read_source(room, "<piano xmlns='" SPACE "' xml:lang='it' xmlns:xsi="
					   "'http://www.w3.org/2001/XMLSchema-instance' anno='1' "
					   "xsi:schemaLocation='a b' xml:space='preserve'/>"),
			 STATUS_OK);
	assert_int_equal(room->root->attribute_count, 1);
	assert_string_equal(room->root->attributes[0].name, "anno");
}

static void test_markup__prefixed_elements_are_read_as_others(void **state)
{
	struct room *room = *state;

	assert_int_equal(read_source(room, "<p:piano xmlns:p='" SPACE "'><p:ente/></p:piano>"),
			 STATUS_OK);
	assert_string_equal(room->root->first->name, "ente");
}

static void test_markup__elements_answer_questions(void **state)
{
	struct room *room = *state;
	const struct element *p;

	assert_int_equal(read_source(room, ROOT " <p>Un <b>bel\n <i>giorno</i></b> &#160;d </p><x/>"
						"</piano>"),
			 STATUS_OK);
	p = element_child(room->root, "p");
	assert_string_equal(element_text(room->arena, p), "Un bel giorno \u00a0d");
	assert_string_equal(element_text(room->arena, p->next), "");
	assert_true(element_is(element_skip_text(room->root->first), "p"));
	assert_null(element_child(room->root, "b"));
	assert_null(element_attribute(p, "se"));
	assert_null(element_skip_text(NULL));
	assert_false(element_is(room->root->first, "p")); /* a text */
}

int run_tree_tests(void)
{
	const struct CMUnitTest tests[] = {
		room_test(test_markup__places_are_those_of_the_source),
		room_test(test_markup__byte_order_mark_is_no_column),
		room_test(test_markup__lines_beyond_65535_are_counted),
		room_test(test_markup__foreign_attributes_are_left_out),
		room_test(test_markup__prefixed_elements_are_read_as_others),
		room_test(test_markup__elements_answer_questions),
	};

	return cmocka_run_group_tests_name("markup: tree", tests, NULL, NULL);
}
