#include "model/print.h"

#include "model_private.h"

#include <string.h>

static const char *dates_data(struct arena *arena, const struct model_value *value)
{
	struct text out = text_make(arena);

	for (size_t i = 0; i < value->date_count; i++)
		text_addf(&out, "%s%s", i > 0 ? " " : "", date_iso(arena, value->dates[i]));
	return out.bytes;
}

const char *model_dates_italian(struct arena *arena, const struct model_value *value,
				char *(*print)(struct arena *arena, date_days date))
{
	struct text out = text_make(arena);

	for (size_t i = 0; i < value->date_count; i++) {
		if (i > 0)
			text_add(&out, i + 1 == value->date_count ? " e " : ", ");
		text_add(&out, print(arena, value->dates[i]));
	}
	return out.bytes;
}

static const char *number_words(struct arena *arena, const struct model_figure *figure,
				const char *unit)
{
	const char *digits;

	if (figure->number == NULL)
		return NULL;
	digits = number_italian(arena, figure->number, figure->decimals);
	return text_unit_counts(unit) ? digits : arena_printf(arena, "%s %s", digits, unit);
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
	case MODEL_DATE: return model_dates_italian(arena, value, date_italian);
	case MODEL_YES_NO: return value->yes ? "sì" : "no";
	case MODEL_SCALE: return value->step != NULL ? value->step->name : value->text;
	case MODEL_TEXT: break;
	}
	return value->text;
}

const char *model_operator_italian(enum model_operator op)
{
	static const char *const words[] = {
		[MODEL_OP_NONE] = NULL,   [MODEL_AT_LEAST] = "≥", [MODEL_AT_MOST] = "≤",
		[MODEL_EQUAL] = "=",      [MODEL_MORE] = ">",     [MODEL_LESS] = "<",
		[MODEL_WITHIN] = "entro",
	};

	return words[op];
}

/* A form of its own, a milestone, a yes: by themselves they say what is wanted. */
const char *model_target_italian(struct arena *arena, const struct model_value *target,
				 enum model_operator op, const char *unit)
{
	const char *words = model_value_italian(arena, target, unit);

	if (words == NULL || op == MODEL_OP_NONE || target->state != MODEL_GIVEN ||
	    target->printed != NULL || target->kind == MODEL_TEXT || target->kind == MODEL_YES_NO)
		return words;
	return arena_printf(arena, "%s %s", model_operator_italian(op), words);
}

const char *model_operator_data(enum model_operator op)
{
	return op != MODEL_OP_NONE ? model_words_operator[op] : NULL;
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
	case MODEL_DATE: return dates_data(arena, value);
	case MODEL_YES_NO: return value->yes ? "si" : "no";
	case MODEL_SCALE: return value->step != NULL ? value->step->name : value->text;
	case MODEL_TEXT: break;
	}
	return value->text;
}

/* ---- as the XML writes it -------------------------------------------------------- */

/* Whole numbers up to here may be years: they are left as they are. */
#define UNGROUPED_DIGITS 4

static bool is_figure(const char *word)
{
	size_t length = strlen(word);

	return strchr(word, '.') != NULL ||
	       length > UNGROUPED_DIGITS + (size_t)(*word == '-' || *word == '+');
}

static const char *word_italian(struct arena *arena, const char *word)
{
	static const char *const signs[][2] = { { ">=", "≥" }, { "<=", "≤" } };
	const struct number *number;
	date_days date;
	int decimals;

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (text_starts(word, signs[i][0]))
			return arena_printf(arena, "%s%s", signs[i][1],
					    word_italian(arena, word + strlen(signs[i][0])));
	if (date_parse(&date, word))
		return date_italian(arena, date);
	if (is_figure(word) && number_parse(&number, &decimals, arena, word))
		return number_italian(arena, number, decimals);
	return word;
}

const char *model_written_italian(struct arena *arena, const char *written)
{
	struct text out = text_make(arena);

	if (written == NULL)
		return NULL;
	while (*(written += strspn(written, " ")) != '\0') {
		size_t length = strcspn(written, " ");

		text_add(&out, out.length > 0 ? " " : "");
		text_add(&out, word_italian(arena, arena_strndup(arena, written, length)));
		written += length;
	}
	return out.bytes;
}
