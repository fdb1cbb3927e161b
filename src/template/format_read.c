/* Formats as templates write them: "numero:2", "maiuscolo", "se-manca:—". */
#include "format.h"

#include "base/text.h"

#include <string.h>

enum modifier { MODIFIER_NONE, MODIFIER_UPPER, MODIFIER_MISSING };

#define BIT(type) (1u << MODEL_FIELD_##type)
#define NUMBERS                                                                                    \
	(BIT(INTEGER) | BIT(COUNT) | BIT(FIGURE) | BIT(NUMBER) | BIT(SCORE) | BIT(VARIANCE) |      \
	 BIT(VALUE) | BIT(YEARLY))
#define DAYS (BIT(DAY) | BIT(VALUE) | BIT(YEARLY))
#define ALL  (~0u)

static const struct rule {
	const char *name;
	enum format_kind kind;
	enum modifier modifier;
	bool decimals;  /* ":2" may follow */
	unsigned types; /* of fields that can be printed so, as bits */
} rules[] = {
	{ "numero", FORMAT_NUMBER, MODIFIER_NONE, true, NUMBERS },
	{ "percento", FORMAT_PERCENT, MODIFIER_NONE, true, NUMBERS },
	{ "euro", FORMAT_EURO, MODIFIER_NONE, true, NUMBERS },
	{ "valore", FORMAT_VALUE, MODIFIER_NONE, true, NUMBERS | BIT(DAY) },
	{ "segno", FORMAT_SIGN, MODIFIER_NONE, true, NUMBERS },
	{ "data", FORMAT_DATE, MODIFIER_NONE, false, DAYS },
	{ "data-lunga", FORMAT_LONG_DATE, MODIFIER_NONE, false, DAYS },
	{ "si-no", FORMAT_YES_NO, MODIFIER_NONE, false,
	  BIT(FLAG) | BIT(VALUE) | BIT(YEARLY) | BIT(TEXT) },
	{ "maiuscolo", FORMAT_DEFAULT, MODIFIER_UPPER, false, ALL },
	{ "se-manca", FORMAT_DEFAULT, MODIFIER_MISSING, false, ALL },
};
#define RULES (sizeof(rules) / sizeof(*rules))

static const char *nearest_format(const char *text, size_t length)
{
	const char *names[RULES];
	char name[32];

	if (length >= sizeof(name))
		return NULL;
	memcpy(name, text, length);
	name[length] = '\0';

	for (size_t i = 0; i < RULES; i++)
		names[i] = rules[i].name;
	return text_nearest(name, names, RULES);
}

static const struct rule *find_rule(const char *text, size_t length)
{
	for (size_t i = 0; i < RULES; i++)
		if (strlen(rules[i].name) == length && memcmp(rules[i].name, text, length) == 0)
			return &rules[i];
	return NULL;
}

static bool read_decimals(struct formatting *out, const char *text)
{
	int value = 0;

	if (*text == '\0' || strlen(text) > 2)
		return false;
	for (; *text >= '0' && *text <= '9'; text++)
		value = value * 10 + (*text - '0');
	out->decimals = value;
	return *text == '\0' && value <= FORMAT_DECIMALS_MAX;
}

static bool apply(struct formatting *out, const struct rule *rule, const char *argument)
{
	if (rule->modifier == MODIFIER_MISSING) {
		out->missing = argument != NULL ? argument : "";
		return argument != NULL;
	}
	if (rule->modifier == MODIFIER_UPPER) {
		out->upper = true;
		return argument == NULL;
	}
	if (out->kind != FORMAT_DEFAULT)
		return false;
	out->kind = rule->kind;
	if (argument == NULL)
		return true;
	return rule->decimals && read_decimals(out, argument);
}

bool format_read(struct formatting *out, const char *text, const char **nearest)
{
	const char *colon = strchr(text, ':');
	size_t length = colon != NULL ? (size_t)(colon - text) : strlen(text);
	const struct rule *rule = find_rule(text, length);

	*nearest = NULL;
	if (rule == NULL) {
		*nearest = nearest_format(text, length);
		return false;
	}
	return apply(out, rule, colon != NULL ? colon + 1 : NULL);
}

bool format_suits(enum format_kind kind, enum model_field_type type)
{
	for (size_t i = 0; i < RULES; i++)
		if (rules[i].kind == kind && rules[i].modifier == MODIFIER_NONE)
			return (rules[i].types >> type & 1) != 0;
	return true;
}
