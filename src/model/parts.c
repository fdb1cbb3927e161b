/* A value given in two parts: a numerator and a denominator, or two terms. */
#include "model/plan.h"

struct operation {
	const char *sign;  /* as written */
	const char *shown; /* to people  */
	const struct number *(*combine)(struct arena *arena, const struct number *a,
					const struct number *b);
	bool divides;
};

/* Any other sign is read as the division that is usual. */
static const struct operation operations[] = {
	{ "-", "−", number_sub, false }, { "−", "−", number_sub, false },
	{ "–", "−", number_sub, false }, { "+", "+", number_add, false },
	{ "×", "×", number_mul, false }, { "*", "×", number_mul, false },
	{ "x", "×", number_mul, false }, { "/", "/", number_div, true },
};

static const struct operation *operation_of(const struct model_formula *formula)
{
	size_t last = sizeof operations / sizeof *operations - 1;

	for (size_t i = 0; formula != NULL && i < last; i++)
		if (text_equal(operations[i].sign, formula->operator))
			return &operations[i];
	return &operations[last];
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
