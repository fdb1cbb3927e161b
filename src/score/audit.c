#include "audit_private.h"

/* What a plan that is no report declares are its weights and parents; the
 * figures themselves have nothing to be held against. */
void score_audit(struct model_plan *plan, struct diag *diag)
{
	struct score_context context = score_context_make(plan, diag);

	for (size_t i = 0; i < plan->descendants.count; i++)
		score_audit_objective(&context, plan->descendants.items[i]);
	for (size_t i = 0; i < plan->areas.count; i++)
		score_audit_area(&context, plan->areas.items[i]);
	for (size_t i = 0; i < plan->assignments.count; i++)
		score_audit_sheet(&context, plan->assignments.items[i]);
}
