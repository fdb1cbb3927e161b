/* Conditions in one place of the expansion. What is missing is never equal
 * to, less or more than anything; it is different from everything. */
#include "expression.h"

#include <string.h>

static bool holds(enum comparison comparison, int order)
{
	switch (comparison) {
	case COMPARE_EQUAL: return order == 0;
	case COMPARE_DIFFERENT: return order != 0;
	case COMPARE_LESS: return order < 0;
	case COMPARE_AT_MOST: return order <= 0;
	case COMPARE_MORE: return order > 0;
	case COMPARE_AT_LEAST: return order >= 0;
	}
	return false;
}

static bool find_number(struct environment *environment, const struct answer *answer,
			const struct number **out)
{
	const struct model_datum *datum = &answer->datum;

	if (datum->type == MODEL_FIELD_COUNT || datum->type == MODEL_FIELD_INTEGER)
		*out = datum->given ? number_from_int(environment->arena, datum->integer) : NULL;
	else
		*out = answer_number(answer);
	return *out != NULL;
}

static bool find_date(const struct answer *answer, date_days *out)
{
	const struct model_datum *datum = &answer->datum;

	if (datum->type == MODEL_FIELD_DAY) {
		*out = datum->date;
		return datum->given;
	}
	if (datum->value == NULL || datum->value->kind != MODEL_DATE ||
	    datum->value->date_count == 0)
		return false;
	*out = datum->value->dates[0];
	return true;
}

static const char *text_of_value(const struct model_value *value)
{
	if (value == NULL)
		return NULL;
	if (value->state == MODEL_NOT_AVAILABLE)
		return "non-disponibile";
	if (value->kind == MODEL_YES_NO)
		return value->yes ? "si" : "no";
	if (value->kind == MODEL_SCALE && value->step != NULL)
		return value->step->name;
	return value->text;
}

static const char *find_text(const struct answer *answer)
{
	const struct model_datum *datum = &answer->datum;

	switch (datum->type) {
	case MODEL_FIELD_FLAG: return datum->flag ? "si" : "no";
	case MODEL_FIELD_VALUE:
	case MODEL_FIELD_YEARLY: return text_of_value(datum->value);
	default: return datum->given ? datum->text : NULL;
	}
}

static int sign_of(date_days a, date_days b)
{
	return (a > b) - (a < b);
}

static bool compare_answers(struct environment *environment, const struct answer *a,
			    const struct answer *b, int *order)
{
	const struct number *left, *right;
	const char *text, *other;
	date_days date, other_date;

	if (find_number(environment, a, &left) && find_number(environment, b, &right)) {
		*order = number_compare(left, right);
		return true;
	}
	if (find_date(a, &date) && find_date(b, &other_date)) {
		*order = sign_of(date, other_date);
		return true;
	}
	text = find_text(a);
	other = find_text(b);
	if (text == NULL || other == NULL)
		return false;
	*order = strcmp(text, other);
	return true;
}

/* The order of the two sides; false when one is missing. */
static bool compare(struct environment *environment, const struct condition *condition,
		    const struct answer *answer, int *order)
{
	const struct number *number;
	struct answer other;
	const char *text;
	date_days date;

	switch (condition->literal) {
	case LITERAL_EXPRESSION:
		other = evaluate_expression(environment, &condition->other);
		return compare_answers(environment, answer, &other, order);
	case LITERAL_NUMBER:
		if (!find_number(environment, answer, &number))
			return false;
		*order = number_compare(number, condition->number);
		return true;
	case LITERAL_DATE:
		if (!find_date(answer, &date))
			return false;
		*order = sign_of(date, condition->date);
		return true;
	case LITERAL_TEXT:
		text = find_text(answer);
		if (text == NULL)
			return false;
		*order = strcmp(text, condition->text);
		return true;
	}
	return false;
}

static bool evaluate_comparison(struct environment *environment, const struct condition *condition)
{
	struct answer answer = evaluate_expression(environment, &condition->expression);
	int order;

	if (!compare(environment, condition, &answer, &order))
		return condition->comparison == COMPARE_DIFFERENT;
	return holds(condition->comparison, order);
}

/* A path alone asks whether it would print something. */
static bool evaluate_truth(struct environment *environment, const struct expression *expression)
{
	struct answer answer;

	if (expression->kind != EXPRESSION_PATH) {
		answer = evaluate_expression(environment, expression);
		return answer.datum.type == MODEL_FIELD_COUNT ? answer.datum.integer != 0
							      : answer.datum.given;
	}
	if (expression->path->type.field == MODEL_FIELD_MANY)
		return evaluate_list(environment, expression->path, NULL).count > 0;
	answer = evaluate_path(environment, expression->path);
	return format_shows(&answer.datum);
}

bool evaluate_condition(struct environment *environment, const struct condition *condition)
{
	const struct frame *frame;

	switch (condition->kind) {
	case CONDITION_CONSTANT: return condition->constant;
	case CONDITION_OR:
		return evaluate_condition(environment, condition->left) ||
		       evaluate_condition(environment, condition->right);
	case CONDITION_AND:
		return evaluate_condition(environment, condition->left) &&
		       evaluate_condition(environment, condition->right);
	case CONDITION_NOT: return !evaluate_condition(environment, condition->left);
	case CONDITION_TRUTH: return evaluate_truth(environment, &condition->expression);
	case CONDITION_COMPARE: return evaluate_comparison(environment, condition);
	case CONDITION_FIRST: return environment->frames[condition->slot].index == 0;
	case CONDITION_SHOWN:
		return environment_shows(environment,
					 environment->frames[condition->slot].thing.object);
	case CONDITION_LAST:
		frame = &environment->frames[condition->slot];
		return frame->index + 1 == frame->count;
	}
	return false;
}
