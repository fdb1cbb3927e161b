#include "model_private.h"

#include <string.h>

const struct model_class *const model_classes[] = {
	&model_class_plan,
	&model_class_body,
	&model_class_document,
	&model_class_act,
	&model_class_signature,
	&model_class_unit,
	&model_class_post,
	&model_class_area,
	&model_class_objective,
	&model_class_indicator,
	&model_class_value,
	&model_class_formula,
	&model_class_declared,
	&model_class_change,
	&model_class_judgement,
	&model_class_distribution,
	&model_class_programme,
	&model_class_resource,
	&model_class_sign,
	&model_class_note,
	&model_class_words,
	&model_class_assignment,
	&model_class_part_score,
	&model_class_evaluation,
	&model_class_part,
	&model_class_public_value,
	&model_class_dimension,
	&model_class_level,
	&model_class_budget,
	&model_class_series,
	&model_class_point,
	&model_class_table,
	&model_class_row,
	&model_class_text,
	&model_class_bonus,
	&model_class_evaluated,
	&model_class_staff_group,
	&model_class_staff_band,
	&model_class_comparison,
	&model_class_compared,
	&model_class_difference,
	&model_class_compared_count,
	&model_class_compared_judgement,
	NULL,
};

#define FIELDS_MAX 64 /* of one class, for suggestions */

static char same_letter(char c)
{
	return c == '_' ? '-' : c;
}

static bool same_name(const char *a, const char *b)
{
	while (*a != '\0' && same_letter(*a) == same_letter(*b)) {
		a++;
		b++;
	}
	return same_letter(*a) == same_letter(*b);
}

const struct model_class *model_class_find(const char *name)
{
	for (size_t i = 0; model_classes[i] != NULL; i++)
		if (same_name(model_classes[i]->name, name))
			return model_classes[i];
	return NULL;
}

const struct model_field *model_field_find(const struct model_class *class, const char *name)
{
	for (const struct model_field *field = class->fields; field->name != NULL; field++)
		if (same_name(field->name, name))
			return field;
	return NULL;
}

const char *model_field_nearest(const struct model_class *class, const char *name)
{
	const char *names[FIELDS_MAX];
	size_t count = 0;

	for (const struct model_field *field = class->fields; field->name != NULL; field++)
		if (count < FIELDS_MAX)
			names[count++] = field->name;
	return text_nearest(name, names, count);
}

/* The member itself, or NULL when the pointer that leads to it is not set. */
static const void *member_of(const void *object, const struct model_field *field)
{
	const char *base = object;

	if (base != NULL && field->via != 0)
		memcpy(&base, base + field->via - 1, sizeof(base));
	return base != NULL ? base + field->offset : NULL;
}

static const void *pointer_at(const void *member)
{
	const void *pointer;

	memcpy(&pointer, member, sizeof(pointer));
	return pointer;
}

static void get_word(struct model_datum *datum, const void *member)
{
	memcpy(&datum->integer, member, sizeof(int));
	datum->text = datum->field->words[datum->integer];
	datum->given = datum->text[0] != '\0';
}

static void get_figure(struct model_datum *datum, const struct model_figure *figure)
{
	datum->number = figure->number;
	datum->decimals = figure->decimals;
	datum->given = figure->number != NULL;
}

static void get_day(struct model_datum *datum, const struct model_day *day)
{
	datum->date = day->date;
	datum->given = day->given;
}

static void get_value(struct model_datum *datum, const struct model_value *value)
{
	datum->value = value;
	datum->given = value != NULL;
}

static void get_list(struct model_datum *datum, const struct model_list *list)
{
	datum->list = list;
	datum->given = list->count > 0;
}

static void get_one(struct model_datum *datum, const void *object)
{
	datum->thing = (struct model_thing){ datum->field->target, object };
	datum->given = object != NULL;
}

static void get_score(struct model_datum *datum, const struct model_score *score)
{
	datum->score = score;
	datum->number = score->value;
	datum->given = score->state != MODEL_UNSCORED;
}

static void get_variance(struct model_datum *datum, const struct model_variance *variance)
{
	datum->variance = variance;
	datum->number = variance->value;
	datum->decimals = variance->decimals;
	datum->given = variance->given;
}

static void get_scalar(struct model_datum *datum, const void *member)
{
	switch (datum->type) {
	case MODEL_FIELD_FLAG:
		datum->flag = *(const bool *)member;
		datum->given = datum->flag;
		break;
	case MODEL_FIELD_INTEGER:
	case MODEL_FIELD_COUNT:
		datum->integer = *(const int *)member;
		datum->given = datum->type == MODEL_FIELD_COUNT || datum->integer != 0;
		break;
	case MODEL_FIELD_NUMBER:
		datum->number = pointer_at(member);
		datum->given = datum->number != NULL;
		break;
	case MODEL_FIELD_RICH:
		datum->rich = pointer_at(member);
		datum->given = datum->rich != NULL;
		break;
	default:
		datum->text = pointer_at(member);
		datum->given = datum->text != NULL && datum->text[0] != '\0';
		break;
	}
}

struct model_datum model_get(const void *object, const struct model_field *field, int year)
{
	struct model_datum datum = { .type = field->type, .unit = field->unit, .field = field };
	const void *member = member_of(object, field);

	if (member == NULL)
		return datum;
	switch (field->type) {
	case MODEL_FIELD_WORD: get_word(&datum, member); break;
	case MODEL_FIELD_FIGURE: get_figure(&datum, member); break;
	case MODEL_FIELD_DAY: get_day(&datum, member); break;
	case MODEL_FIELD_VALUE: get_value(&datum, pointer_at(member)); break;
	case MODEL_FIELD_MANY: get_list(&datum, member); break;
	case MODEL_FIELD_YEARLY:
		datum.list = member;
		get_value(&datum, model_value_of_year(member, year));
		break;
	case MODEL_FIELD_SCORE: get_score(&datum, member); break;
	case MODEL_FIELD_VARIANCE: get_variance(&datum, member); break;
	case MODEL_FIELD_ONE: get_one(&datum, field->inside ? member : pointer_at(member)); break;
	default: get_scalar(&datum, member); break;
	}
	return datum;
}
