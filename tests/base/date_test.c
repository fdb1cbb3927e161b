#include "base/date.h"
#include "base_test.h"

static void test_date__reads_only_days_that_exist(void **state)
{
	static const char *const right[] = { "2022-12-31", "2024-02-29", "2000-02-29", "1000-01-01",
					     "9999-12-31" };
	static const char *const wrong[] = {
		"",           "2023-02-29", "1900-02-29",  "2022-13-01",  "2022-00-10",
		"2022-01-00", "2022-04-31", "0999-12-31",  "2022-1-1",    "2022/12/31",
		"31/12/2022", "2022-12-3a", "2022-12-311", "-022-12-31",  "2022-12-31Z",
		" 022-12-31", "2022-+1-01", "2022",        "2022-12-31 ", "20221231",
	};
	date_days date;

	(void)state;
	for (size_t i = 0; i < sizeof(right) / sizeof(*right); i++)
		assert_true(date_parse(&date, right[i]));
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_false(date_parse(&date, wrong[i]));
	assert_false(date_parse(&date, NULL));
}

static void test_date__counts_from_1970(void **state)
{
	(void)state;
	assert_int_equal(date_make(1970, 1, 1), 0);
	assert_int_equal(date_make(1969, 12, 31), -1);
	assert_int_equal(date_make(2000, 3, 1), 11017);
	assert_int_equal(date_make(2024, 2, 29) + 1, date_make(2024, 3, 1));
	assert_int_equal(date_make(1000, 1, 1), -354285);
	assert_int_equal(date_make(9999, 12, 31), 2932896);
}

/* Every day of nine thousand years follows the one before. */
static void test_date__every_day_is_split_as_it_was_made(void **state)
{
	int last_year = 999, last_month = 12, last_day = 31;

	(void)state;
	for (date_days date = date_make(1000, 1, 1); date <= date_make(9999, 12, 31); date++) {
		int year, month, day;

		date_split(date, &year, &month, &day);
		if (day == 1) {
			assert_int_equal(year * 12 + month, last_year * 12 + last_month + 1);
			assert_true(last_day >= 28);
		} else {
			assert_int_equal(day, last_day + 1);
			assert_int_equal(month, last_month);
		}
		assert_int_equal(date_make(year, month, day), date);
		last_year = year;
		last_month = month;
		last_day = day;
	}
}

static void test_date__prints_iso_and_italian(void **state)
{
	date_days last = date_make(2022, 12, 31), first = date_make(2023, 1, 1);

	assert_string_equal(date_iso(*state, last), "2022-12-31");
	assert_string_equal(date_italian(*state, first), "01/01/2023");
	assert_string_equal(date_italian_long(*state, last), "31\u00A0dicembre\u00A02022");
	assert_string_equal(date_italian_long(*state, first), "1°\u00A0gennaio\u00A02023");
	assert_int_equal(date_year(last), 2022);
	assert_int_equal(date_year(first), 2023);
}

int run_date_tests(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_date__reads_only_days_that_exist),
		cmocka_unit_test(test_date__counts_from_1970),
		cmocka_unit_test(test_date__every_day_is_split_as_it_was_made),
		arena_test(test_date__prints_iso_and_italian),
	};

	return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
