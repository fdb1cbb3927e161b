#include "model/plan.h"

#include <strings.h>

enum model_operator model_operator_of(const struct model_indicator *indicator,
				      const struct model_value *target)
{
	enum model_kind kind = target != NULL ? target->kind : indicator->type;

	if (target != NULL && target->op != MODEL_OP_NONE)
		return target->op;
	if (indicator->direction == MODEL_RISING)
		return MODEL_AT_LEAST;
	/* "no" is wanted for itself: "at least no" would always be met. */
	if (kind == MODEL_YES_NO && target != NULL && !target->yes)
		return MODEL_EQUAL;
	if (indicator->direction == MODEL_FALLING || kind == MODEL_DATE)
		return kind == MODEL_DATE ? MODEL_WITHIN : MODEL_AT_MOST;
	return MODEL_AT_LEAST;
}

/* Kinds are free words: "Individuale" and "obiettivo individuale" say it too, and
 * what is left out by mistake does less harm than what is shown. */
static bool says_individual(const char *type)
{
	static const char word[] = "individual";

	for (; type != NULL && *type != '\0'; type++)
		if (strncasecmp(type, word, sizeof word - 1) == 0)
			return true;
	return false;
}

bool model_is_individual(const struct model_objective *objective)
{
	return says_individual(objective->type) ||
	       (objective->assignment != NULL && objective->assignment->posts.count > 0);
}
