/* sheet_blank.c - a plan without what was measured, evaluated or spent. */
#include "sheet_private.h"

#include "input/input.h"

#include <string.h>

static void forget_indicator(struct model_indicator *indicator)
{
	indicator->actuals = (struct model_list){ 0 };
	indicator->actual = indicator->derived_actual = NULL;
	indicator->outcome = MODEL_OUTCOME_NONE;
	indicator->outcome_reason = indicator->manual_reason = NULL;
	indicator->manual = indicator->share = (struct model_figure){ 0 };
	indicator->degree = (struct model_score){ 0 };
	indicator->variance = (struct model_variance){ 0 };
	indicator->judgement = NULL;
	indicator->declared = NULL;
}

static void forget_objective(struct model_objective *objective)
{
	for (size_t i = 0; i < objective->indicators.count; i++)
		forget_indicator(objective->indicators.items[i]);
	for (size_t i = 0; i < objective->resources.count; i++)
		((struct model_resource *)objective->resources.items[i])->actual =
			(struct model_figure){ 0 };
	objective->result = (struct model_score){ 0 };
	objective->judgement = NULL;
	objective->declared = NULL;
	objective->share = objective->contribution = (struct model_figure){ 0 };
	objective->distribution = (struct model_list){ 0 };
}

static void forget_objectives(const struct model_list *objectives)
{
	for (size_t i = 0; i < objectives->count; i++)
		forget_objective(objectives->items[i]);
}

/* Depth of recursion is that of the document (MARKUP_DEPTH_MAX). */
static void forget_areas(const struct model_list *areas)
{
	for (size_t i = 0; i < areas->count; i++) {
		struct model_area *area = areas->items[i];

		area->result = (struct model_score){ 0 };
		area->judgement = NULL;
		area->declared = NULL;
		area->distribution = (struct model_list){ 0 };
		forget_areas(&area->areas);
	}
}

static void forget_part(struct model_part_score *part)
{
	const struct model_part_score blank = { .place = part->place, .part = part->part };

	*part = blank;
}

static void forget_sheet(struct model_assignment *sheet)
{
	forget_objectives(&sheet->descendants);
	forget_areas(&sheet->areas);
	for (size_t i = 0; i < sheet->parts.count; i++)
		forget_part(sheet->parts.items[i]);
	sheet->result = sheet->total = (struct model_score){ 0 };
	sheet->judgement = sheet->total_judgement = NULL;
	sheet->distribution = (struct model_list){ 0 };
}

static void make_blank(struct model_plan *plan)
{
	plan->report = false;
	plan->type = "piano";
	plan->result = (struct model_score){ 0 };
	plan->judgement = NULL;
	plan->distribution = (struct model_list){ 0 };
	forget_objectives(&plan->descendants);
	forget_areas(&plan->areas);
	for (size_t i = 0; i < plan->assignments.count; i++)
		forget_sheet(plan->assignments.items[i]);
}

/* ---- reading ------------------------------------------------------------------- */

#define MISSING_ACTUAL "consuntivo-mancante"

/* In January no actual is there: that tells nobody anything. */
static void tell(const struct diag *found, struct diag *diag)
{
	for (size_t i = 0; i < found->count; i++) {
		const struct diag_entry *entry = &found->entries[i];

		if (strcmp(entry->code, MISSING_ACTUAL) != 0)
			diag_add(diag, entry->level, entry->place, entry->code, "%s", entry->text);
	}
}

/* Not scored: what was measured is not shown. A plan that lacks nothing but
 * actuals comes back although it is refused. */
enum status sheet_read_blank(struct model_plan **out, struct job_house *house, struct arena *arena,
			     const char *path, struct diag *diag)
{
	struct diag found = diag_make(arena);
	struct markup_schema *schema;
	enum status status = job_house_schema(house, &schema, diag);

	*out = NULL;
	if (status == STATUS_OK)
		status = input_read_file(out, arena, path, schema, &found);
	tell(&found, diag);
	if (*out == NULL)
		return status;
	make_blank(*out);
	return STATUS_OK;
}
