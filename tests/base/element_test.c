#include "base/element.h"
#include "base_test.h"

static struct element *add_element(struct arena *arena, struct element *parent, const char *name,
				   const char *text)
{
	struct element *element = arena_new(arena, struct element);

	element->name = name;
	element->text = text;
	element->parent = parent;
	if (parent == NULL)
		return element;
	if (parent->last != NULL)
		parent->last->next = element;
	else
		parent->first = element;
	parent->last = element;
	return element;
}

static void test_element__text_is_all_that_stands_below(void **state)
{
	struct element *root = add_element(*state, NULL, "p", NULL), *strong;

	assert_string_equal(element_text(*state, root), "");
	add_element(*state, root, NULL, "\n uno ");
	strong = add_element(*state, root, "forte", NULL);
	add_element(*state, strong, NULL, " due");
	add_element(*state, strong, "vuoto", NULL);
	add_element(*state, root, NULL, ", tre\n");
	assert_string_equal(element_text(*state, root), "uno due, tre");
	assert_string_equal(element_text(*state, strong), "due");
	assert_string_equal(element_text(*state, strong->first), "due");
}

/* Siblings and parents of the element asked for are not below it. */
static void test_element__text_stops_at_the_end_of_the_element(void **state)
{
	struct element *root = add_element(*state, NULL, "p", NULL);
	struct element *first = add_element(*state, root, "a", NULL);

	add_element(*state, root, NULL, "fuori");
	assert_string_equal(element_text(*state, first), "");
}

static void test_element__a_very_deep_tree_has_its_text(void **state)
{
	struct arena *arena = arena_create(NULL);
	struct element *root = add_element(arena, NULL, "b", NULL), *deep = root;

	(void)state;
	for (int i = 0; i < 200000; i++)
		deep = add_element(arena, deep, "b", NULL);
	add_element(arena, deep, NULL, "fondo");
	assert_string_equal(element_text(arena, root), "fondo");
	arena_destroy(arena);
}

static void test_element__children_and_attributes_are_found_by_name(void **state)
{
	struct attribute attributes[] = { { "peso", "25" }, { "id", "" } };
	struct element *root = add_element(*state, NULL, "p", NULL), *first, *second;

	root->attributes = attributes;
	root->attribute_count = 2;
	add_element(*state, root, NULL, "testo");
	first = add_element(*state, root, "a", NULL);
	add_element(*state, root, NULL, "testo");
	second = add_element(*state, root, "b", NULL);
	assert_string_equal(element_attribute(root, "peso"), "25");
	assert_string_equal(element_attribute(root, "id"), "");
	assert_null(element_attribute(root, "Peso"));
	assert_null(element_attribute(first, "peso"));
	assert_ptr_equal(element_child(root, "b"), second);
	assert_null(element_child(root, "c"));
	assert_ptr_equal(element_skip_text(root->first), first);
	assert_ptr_equal(element_skip_text(first->next), second);
	assert_null(element_skip_text(second->next));
	assert_true(element_is(root, "p"));
	assert_false(element_is(root->first, "p"));
	assert_false(element_is(NULL, "p"));
}

int run_element_tests(void)
{
	static const struct CMUnitTest tests[] = {
		arena_test(test_element__text_is_all_that_stands_below),
		arena_test(test_element__text_stops_at_the_end_of_the_element),
		cmocka_unit_test(test_element__a_very_deep_tree_has_its_text),
		arena_test(test_element__children_and_attributes_are_found_by_name),
	};

	return cmocka_run_group_tests_name("element", tests, NULL, NULL);
}
