#include "model/print.h"

static const char *join_dates(struct arena *arena, const struct model_value *value,
			      char *(*print)(struct arena *arena, date_days date),
			      const char *between)
{
	struct text out = text_make(arena);

	for (size_t i = 0; i < value->date_count; i++)
		text_addf(&out, "%s%s", i > 0 ? between : "", print(arena, value->dates[i]));
	return out.bytes;
}

static bool is_counting(const char *unit)
{
	static const char *const counting[] = { "", "n", "n.", "N", "N.", "numero", "Numero" };

	for (size_t i = 0; i < sizeof counting / sizeof *counting; i++)
		if (text_equal(counting[i], unit))
			return true;
	return unit == NULL;
}

static const char *number_words(struct arena *arena, const struct model_figure *figure,
				const char *unit)
{
	const char *digits;

	if (figure->number == NULL)
		return NULL;
	digits = number_italian(arena, figure->number, figure->decimals);
	return is_counting(unit) ? digits : arena_printf(arena, "%s %s", digits, unit);
}

const char *model_value_italian(struct arena *arena, const struct model_value *value,
				const char *unit)
{
	if (value == NULL || value->state == MODEL_EMPTY)
		return NULL;
	if (value->printed != NULL)
		return value->printed;
	if (value->state == MODEL_NOT_AVAILABLE)
		return "n.d.";
	switch (value->kind) {
	case MODEL_NUMBER: return number_words(arena, &value->figure, unit);
	case MODEL_DATE: return join_dates(arena, value, date_italian, ", ");
	case MODEL_YES_NO: return value->yes ? "sì" : "no";
	case MODEL_SCALE: return value->step != NULL ? value->step->name : value->text;
	case MODEL_TEXT: break;
	}
	return value->text;
}

const char *model_value_data(struct arena *arena, const struct model_value *value)
{
	if (value == NULL || value->state == MODEL_EMPTY)
		return NULL;
	if (value->state == MODEL_NOT_AVAILABLE)
		return "n.d.";
	switch (value->kind) {
	case MODEL_NUMBER:
		return value->figure.number == NULL
			       ? NULL
			       : number_xml(arena, value->figure.number, value->figure.decimals);
	case MODEL_DATE: return join_dates(arena, value, date_iso, " ");
	case MODEL_YES_NO: return value->yes ? "si" : "no";
	case MODEL_SCALE: return value->step != NULL ? value->step->name : value->text;
	case MODEL_TEXT: break;
	}
	return value->text;
}
