/* date.h - calendar days.
 *
 * Gives:    a date as a count of days, its reading and printing.
 * Includes: base/text.h.
 * Not here: the clock (only `cli` and `paint` know of SOURCE_DATE_EPOCH).
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/text.h"

#include <stdint.h>

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
typedef int32_t date_days;

/** Whether `text` is a valid ISO date (2022-12-31), years 1000 to 9999. */
bool date_parse(date_days *out, const char *text);
/** The day of a valid date (assert), years 1000 to 9999. */
date_days date_make(int year, int month, int day);
void date_split(date_days date, int *year, int *month, int *day);
int date_year(date_days date);

char *date_iso(struct arena *arena, date_days date);     /* 2022-12-31       */
char *date_italian(struct arena *arena, date_days date); /* 31/12/2022       */
/** "31 dicembre 2022", "1° gennaio 2023", with no-break spaces. */
char *date_italian_long(struct arena *arena, date_days date);

#endif
