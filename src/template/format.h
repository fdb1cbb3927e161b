/* format.h - how values are printed, in Italian.
 *
 * Gives:    formatting, and format_datum().
 * Includes: base, model.
 * Not here: paths and texts with braces (expression.h).
 */
#ifndef TEMPLATE_FORMAT_H
#define TEMPLATE_FORMAT_H

#include "model/field.h"

#define FORMAT_DECIMALS_MAX     12
#define FORMAT_DECIMALS_DEFAULT (-1) /* as written in the plan */

enum format_kind {
	FORMAT_DEFAULT,
	FORMAT_NUMBER,
	FORMAT_PERCENT,
	FORMAT_EURO,
	FORMAT_VALUE,
	FORMAT_SIGN,
	FORMAT_DATE,
	FORMAT_LONG_DATE,
	FORMAT_YES_NO,
};

struct formatting {
	enum format_kind kind;
	int decimals;        /* FORMAT_DECIMALS_DEFAULT: as written   */
	bool upper;          /* maiuscolo                             */
	bool bare;           /* without comparison and mark: in a sentence */
	const char *missing; /* se-manca: what stands for nothing, or NULL */
};

/**
 * Appends what a datum prints. Not available is "n.d.", not measurable is
 * "non misurabile", absent is nothing (or `missing`).
 *
 * unit  of a number whose field is in the thing's own unit; NULL: none.
 */
void format_datum(struct text *out, const struct model_datum *datum, const char *unit,
		  const struct formatting *formatting);
/** Whether a datum prints anything. */
bool format_shows(const struct model_datum *datum);

/** Whether a type of field can be printed so. */
bool format_suits(enum format_kind kind, enum model_field_type type);
/** Reads "numero:2" into `out`. False: no such format, see `*nearest`. */
bool format_read(struct formatting *out, const char *text, const char **nearest);
/** The datum of a `valore` itself (a thing), as its printed form. */
struct model_datum format_value_of(const struct model_value *value);

#endif
