/* A value given in two parts: a numerator and a denominator, or two terms. */
#include "model/plan.h"

struct operation {
	const char *sign;  /* as written */
	const char *shown; /* to people  */
	const struct number *(*combine)(struct arena *arena, const struct number *a,
					const struct number *b);
	bool divides;
};

/* The first one is usual. */
static const struct operation operations[] = {
	{ "/", "/", number_div, true },  { ":", "/", number_div, true },
	{ "÷", "/", number_div, true },  { "-", "−", number_sub, false },
	{ "−", "−", number_sub, false }, { "–", "−", number_sub, false },
	{ "+", "+", number_add, false }, { "×", "×", number_mul, false },
	{ "*", "×", number_mul, false }, { "x", "×", number_mul, false },
};

static const struct operation *find_operation(const char *sign)
{
	for (size_t i = 0; i < sizeof operations / sizeof *operations; i++)
		if (text_equal(operations[i].sign, sign))
			return &operations[i];
	return NULL;
}

static const struct operation *operation_of(const struct model_formula *formula)
{
	const struct operation *found = formula ? find_operation(formula->operator) : NULL;

	return found != NULL ? found : &operations[0];
}

bool model_parts_has_sign(const char *sign)
{
	return find_operation(sign) != NULL;
}

const char *model_parts_sign(const struct model_formula *formula)
{
	return operation_of(formula)->shown;
}

bool model_parts_divide(const struct model_formula *formula)
{
	return operation_of(formula)->divides;
}

/* Only a quotient turns into a percentage by itself. */
static const struct number *factor_of(struct arena *arena, const struct model_formula *formula,
				      const char *unit)
{
	if (formula != NULL && formula->factor.number != NULL)
		return formula->factor.number;
	return number_from_int(
		arena, model_parts_divide(formula) && unit != NULL && unit[0] == '%' ? 100 : 1);
}

const struct number *model_parts_value(struct arena *arena, const struct model_formula *formula,
				       const struct model_value *value, const char *unit)
{
	const struct number *above = value->numerator.number, *below = value->denominator.number;
	const struct operation *operation = operation_of(formula);

	if (value->kind != MODEL_NUMBER || above == NULL || below == NULL ||
	    (operation->divides && number_sign(below) == 0))
		return NULL;
	return number_mul(arena, factor_of(arena, formula, unit),
			  operation->combine(arena, above, below));
}
