#include "base/date.h"

#include <assert.h>
#include <string.h>

/* Years are counted from March, so that the leap day is the last of its year;
 * 400 such years are one whole cycle of the calendar. */
#define DAYS_IN_CYCLE   146097
#define DAYS_IN_CENTURY 36524
#define DAYS_IN_4_YEARS 1461
#define EPOCH           719468 /* days from 0000-03-01 to 1970-01-01 */

static const char *const months[] = {
	"gennaio", "febbraio", "marzo",     "aprile",  "maggio",   "giugno",
	"luglio",  "agosto",   "settembre", "ottobre", "novembre", "dicembre",
};

static bool is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_in_month(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

static bool is_valid(int year, int month, int day)
{
	return year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
	       day <= days_in_month(year, month);
}

/* Days from 1 March to the first of a month, counted from March as 0: the
 * lengths repeat as 31 30 31 30 31, which is 153 days in five months. */
static int days_before(int month_from_march)
{
	return (153 * month_from_march + 2) / 5;
}

date_days date_make(int year, int month, int day)
{
	int years = month < 3 ? year - 1 : year;
	int month_from_march = (month + 9) % 12;

	assert(is_valid(year, month, day));
	return years * 365 + years / 4 - years / 100 + years / 400 + days_before(month_from_march) +
	       day - 1 - EPOCH;
}

void date_split(date_days date, int *year, int *month, int *day)
{
	int days = date + EPOCH;
	int cycle = days / DAYS_IN_CYCLE;
	int of_cycle = days % DAYS_IN_CYCLE;
	int year_of_cycle, of_year, month_from_march;

	year_of_cycle = (of_cycle - of_cycle / (DAYS_IN_4_YEARS - 1) + of_cycle / DAYS_IN_CENTURY -
			 of_cycle / (DAYS_IN_CYCLE - 1)) /
			365;
	of_year = of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
	month_from_march = (5 * of_year + 2) / 153;
	*day = of_year - days_before(month_from_march) + 1;
	*month = (month_from_march + 2) % 12 + 1;
	*year = cycle * 400 + year_of_cycle + (*month < 3);
}

int date_year(date_days date)
{
	int year, month, day;

	date_split(date, &year, &month, &day);
	return year;
}

/* The value of `count` digits, or -1 when one of them is none. */
static int read_digits(const char *text, int count)
{
	int value = 0;

	for (int i = 0; i < count; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		value = value * 10 + (text[i] - '0');
	}
	return value;
}

bool date_parse(date_days *out, const char *text)
{
	int year, month, day;

	*out = 0;
	if (text == NULL || strlen(text) != strlen("2022-12-31") || text[4] != '-' ||
	    text[7] != '-')
		return false;
	year = read_digits(text, 4);
	month = read_digits(text + 5, 2);
	day = read_digits(text + 8, 2);
	if (!is_valid(year, month, day))
		return false;
	*out = date_make(year, month, day);
	return true;
}

char *date_iso(struct arena *arena, date_days date)
{
	int year, month, day;

	date_split(date, &year, &month, &day);
	return arena_printf(arena, "%04d-%02d-%02d", year, month, day);
}

char *date_italian(struct arena *arena, date_days date)
{
	int year, month, day;

	date_split(date, &year, &month, &day);
	return arena_printf(arena, "%02d/%02d/%04d", day, month, year);
}

char *date_italian_long(struct arena *arena, date_days date)
{
	int year, month, day;

	date_split(date, &year, &month, &day);
	return arena_printf(arena, "%d%s\u00A0%s\u00A0%d", day, day == 1 ? "\u00B0" : "",
			    months[month - 1], year);
}
