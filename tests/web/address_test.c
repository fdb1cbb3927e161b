/* address_test.c - which addresses may stand in a link. */
#include "room.h"

static void test_web__addresses_of_the_web_and_of_mail_are_links(void **state)
{
	(void)state;
	assert_true(web_address_is_safe("https://www.ente.example/a?b=1#c"));
	assert_true(web_address_is_safe("HTTP://ente.example"));
	assert_true(web_address_is_safe("mailto:urp@ente.example"));
	assert_true(web_address_is_safe("#capitolo-1"));
}

static void test_web__other_addresses_are_not(void **state)
{
	static const char *const addresses[] = {
		"",
		"#",
		"https://",
		"javascript:alert(1)",
		"java\tscript:alert(1)",
		" javascript:alert(1)",
		"JaVaScRiPt:x",
		"data:text/html,x",
		"file:///etc/passwd",
		"//ente.example",
		"/pagina",
		"pagina.html",
		"vbscript:x",
		"https://a\nb",
		"https://a b",
		"\x01javascript:x",
	};

	(void)state;
	assert_false(web_address_is_safe(NULL));
	for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++)
		if (web_address_is_safe(addresses[i]))
			fail_msg("«%s» is taken for safe", addresses[i]);
}

const struct CMUnitTest address_tests[] = {
	cmocka_unit_test(test_web__addresses_of_the_web_and_of_mail_are_links),
	cmocka_unit_test(test_web__other_addresses_are_not),
};
const size_t address_tests_count = sizeof address_tests / sizeof *address_tests;
