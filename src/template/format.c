/* Values as Italian readers expect them: 1.234,56; 94,86 %; 31/12/2022.
 * Source: design section 5, "Text"; section 3, "Value". */
#include "format.h"

#include "model/print.h"

#include <string.h>

#define NO_BREAK_SPACE  "\u00a0"
#define DEGREE_DECIMALS 2 /* of scores and shares, when a template doesn't say */

/* ---- numbers ------------------------------------------------------------ */

static void add_number(struct text *out, const struct number *number, int decimals, bool plus)
{
	const struct number_style style = {
		.decimals = decimals, .point = ',', .group = true, .plus = plus, .true_minus = true
	};

	number_write(out, number, &style);
}

static void add_unit(struct text *out, const char *unit)
{
	if (text_unit_counts(unit))
		return;
	text_add(out, NO_BREAK_SPACE);
	text_add(out, strcmp(unit, "euro") == 0 || strcmp(unit, "Euro") == 0 ? "€" : unit);
}

/* What a number is, before a format has its say. */
struct figure {
	const struct number *number;
	int decimals;
	const char *unit;
	bool plus;
};

static void add_figure(struct text *out, const struct figure *figure,
		       const struct formatting *formatting)
{
	int decimals = formatting->decimals != FORMAT_DECIMALS_DEFAULT ? formatting->decimals
								       : figure->decimals;
	const char *unit = figure->unit;
	bool plus = figure->plus;

	switch (formatting->kind) {
	case FORMAT_NUMBER: unit = NULL; break;
	case FORMAT_PERCENT: unit = "%"; break;
	case FORMAT_EURO: unit = "euro"; break;
	case FORMAT_SIGN: plus = true; break;
	default: break;
	}
	add_number(out, figure->number, decimals, plus);
	add_unit(out, unit);
}

static const char *field_unit(const struct model_datum *datum, const char *unit)
{
	switch (datum->unit) {
	case MODEL_UNIT_PERCENT: return "%";
	case MODEL_UNIT_EURO: return "euro";
	case MODEL_UNIT_OWN: return unit;
	case MODEL_UNIT_NONE: break;
	}
	return NULL;
}

static void format_number(struct text *out, const struct model_datum *datum, const char *unit,
			  int decimals, const struct formatting *formatting)
{
	struct figure figure = { datum->number, decimals, field_unit(datum, unit), false };

	if (datum->number != NULL)
		add_figure(out, &figure, formatting);
}

static void format_integer(struct text *out, const struct model_datum *datum,
			   const struct formatting *formatting)
{
	struct figure figure = { number_from_int(out->arena, datum->integer), 0, NULL, false };

	if (!datum->given)
		return;
	/* A year is not grouped: 2022, not 2.022. */
	if (formatting->kind == FORMAT_DEFAULT && datum->type == MODEL_FIELD_INTEGER)
		text_addf(out, "%d", datum->integer);
	else
		add_figure(out, &figure, formatting);
}

static void format_score(struct text *out, const struct model_score *score,
			 const struct formatting *formatting)
{
	struct figure figure = { score->value, DEGREE_DECIMALS, "%", false };

	switch (score->state) {
	case MODEL_UNSCORED: break;
	case MODEL_SCORED: add_figure(out, &figure, formatting); break;
	case MODEL_NOT_MEASURABLE: text_add(out, "non misurabile"); break;
	case MODEL_NO_RESULT: text_add(out, "n.d."); break;
	}
}

static void format_variance(struct text *out, const struct model_variance *variance,
			    const struct formatting *formatting)
{
	struct figure figure = { variance->value, variance->decimals,
				 variance->days ? "gg" : variance->unit, true };
	struct formatting own = *formatting;

	if (!variance->given || variance->value == NULL)
		return;
	if (variance->days)
		own.decimals = 0;
	add_figure(out, &figure, &own);
}

/* ---- days and words ------------------------------------------------------ */

static void add_day(struct text *out, date_days date, const struct formatting *formatting)
{
	text_add(out, formatting->kind == FORMAT_LONG_DATE ? date_italian_long(out->arena, date)
							   : date_italian(out->arena, date));
}

static void add_dates(struct text *out, const struct model_value *value,
		      const struct formatting *formatting)
{
	text_add(out, model_dates_italian(out->arena, value,
					  formatting->kind == FORMAT_LONG_DATE ? date_italian_long
									       : date_italian));
}

static void add_yes_no(struct text *out, bool yes)
{
	text_add(out, yes ? "sì" : "no");
}

static void format_text(struct text *out, const struct model_datum *datum,
			const struct formatting *formatting)
{
	if (datum->text == NULL)
		return;
	if (formatting->kind == FORMAT_YES_NO && strcmp(datum->text, "si") == 0)
		text_add(out, "sì");
	else
		text_add(out, datum->text);
}

/* ---- values --------------------------------------------------------------- */

static void add_value_body(struct text *out, const struct model_value *value,
			   const struct formatting *formatting)
{
	struct figure figure = { value->figure.number, value->figure.decimals, value->unit, false };

	switch (value->kind) {
	case MODEL_NUMBER:
		if (value->figure.number != NULL)
			add_figure(out, &figure, formatting);
		break;
	case MODEL_DATE: add_dates(out, value, formatting); break;
	case MODEL_YES_NO: add_yes_no(out, value->yes); break;
	case MODEL_SCALE: text_add(out, value->step != NULL ? value->step->name : ""); break;
	case MODEL_TEXT: text_add(out, value->text != NULL ? value->text : ""); break;
	}
}

/* Only the forms that stand for the whole value show its comparison and mark. */
static bool shows_whole(const struct formatting *formatting)
{
	return !formatting->bare &&
	       (formatting->kind == FORMAT_DEFAULT || formatting->kind == FORMAT_VALUE);
}

static void add_mark(struct text *out, const struct model_value *value)
{
	if (value->mark != NULL)
		text_addf(out, NO_BREAK_SPACE "(%s)", value->mark);
}

static void cut(struct text *out, size_t length)
{
	out->length = length;
	out->bytes[length] = '\0';
}

static void add_given_value(struct text *out, const struct model_value *value,
			    const struct formatting *formatting)
{
	size_t start = out->length, body;

	if (shows_whole(formatting) && value->op != MODEL_OP_NONE)
		text_addf(out, "%s" NO_BREAK_SPACE, model_operator_italian(value->op));
	body = out->length;
	add_value_body(out, value, formatting);
	if (out->length == body)
		cut(out, start);
}

static void format_value(struct text *out, const struct model_value *value,
			 const struct formatting *formatting)
{
	if (value == NULL)
		return;
	if (value->printed != NULL)
		text_add(out, value->printed);
	else if (value->state == MODEL_NOT_AVAILABLE)
		text_add(out, "n.d.");
	else if (value->state == MODEL_GIVEN)
		add_given_value(out, value, formatting);
	if (shows_whole(formatting))
		add_mark(out, value);
}

struct model_datum format_value_of(const struct model_value *value)
{
	return (struct model_datum){ .type = MODEL_FIELD_VALUE,
				     .given = value != NULL,
				     .value = value };
}

/* ---- all ------------------------------------------------------------------ */

static void format_by_type(struct text *out, const struct model_datum *datum, const char *unit,
			   const struct formatting *formatting)
{
	switch (datum->type) {
	case MODEL_FIELD_TEXT:
	case MODEL_FIELD_WORD: format_text(out, datum, formatting); break;
	case MODEL_FIELD_FLAG: add_yes_no(out, datum->flag); break;
	case MODEL_FIELD_INTEGER:
	case MODEL_FIELD_COUNT: format_integer(out, datum, formatting); break;
	case MODEL_FIELD_FIGURE:
		format_number(out, datum, unit, datum->decimals, formatting);
		break;
	case MODEL_FIELD_NUMBER:
		format_number(out, datum, unit, DEGREE_DECIMALS, formatting);
		break;
	case MODEL_FIELD_DAY:
		if (datum->given)
			add_day(out, datum->date, formatting);
		break;
	case MODEL_FIELD_VALUE:
	case MODEL_FIELD_YEARLY: format_value(out, datum->value, formatting); break;
	case MODEL_FIELD_SCORE:
		if (datum->score != NULL)
			format_score(out, datum->score, formatting);
		break;
	case MODEL_FIELD_VARIANCE:
		if (datum->variance != NULL)
			format_variance(out, datum->variance, formatting);
		break;
	case MODEL_FIELD_ONE:
	case MODEL_FIELD_MANY:
	case MODEL_FIELD_RICH: break; /* bound to what they show, or refused */
	}
}

void format_datum(struct text *out, const struct model_datum *datum, const char *unit,
		  const struct formatting *formatting)
{
	size_t start = out->length;
	char *upper;

	format_by_type(out, datum, unit, formatting);
	if (out->length == start && formatting->missing != NULL) {
		text_add(out, formatting->missing);
	} else if (formatting->upper) {
		upper = text_upper(out->arena, out->bytes + start);
		cut(out, start);
		text_add(out, upper);
	}
}

bool format_shows(const struct model_datum *datum)
{
	switch (datum->type) {
	case MODEL_FIELD_FLAG: return datum->flag;
	case MODEL_FIELD_VALUE:
	case MODEL_FIELD_YEARLY:
		return datum->value != NULL &&
		       (datum->value->state != MODEL_EMPTY || datum->value->printed != NULL);
	default: return datum->given;
	}
}
