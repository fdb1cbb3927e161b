/* day.c - the day a document bears. */
#include "job/job.h"

static void take_later(struct model_day *latest, const struct model_day *day)
{
	if (day->given && (!latest->given || day->date > latest->date))
		*latest = *day;
}

static struct model_day last_act(const struct model_document *document)
{
	struct model_day latest = { 0 };

	if (document->approval != NULL)
		take_later(&latest, &document->approval->date);
	if (document->validation != NULL)
		take_later(&latest, &document->validation->date);
	for (size_t i = 0; i < document->acts.count; i++)
		take_later(&latest, &((const struct model_act *)document->acts.items[i])->date);
	return latest;
}

static struct model_day last_change(const struct model_list *indicators)
{
	struct model_day latest = { 0 };

	for (size_t i = 0; i < indicators->count; i++) {
		const struct model_indicator *indicator = indicators->items[i];

		for (size_t k = 0; k < indicator->changes.count; k++) {
			const struct model_change *change = indicator->changes.items[k];

			take_later(&latest, &change->date);
		}
	}
	return latest;
}

bool job_plan_day(date_days *out, const struct model_plan *plan)
{
	struct model_day day = { 0 };

	if (plan->document != NULL)
		day = last_act(plan->document);
	if (!day.given)
		day = last_change(&plan->indicators);
	*out = day.date;
	return day.given;
}

date_days job_assumed_day(bool report, int year)
{
	return report ? date_make(year, 12, 31) : date_make(year, 1, 1);
}
