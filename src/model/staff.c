#include "model/staff.h"

const char *model_staff_others(bool beside)
{
	return beside ? "Altre fasce, insieme" : "Tutte le fasce, insieme";
}

/* A band of nobody tells of nobody. */
bool model_staff_is_thin(const struct model_staff_group *group, long least)
{
	for (size_t i = 0; i < group->bands.count; i++) {
		const struct model_staff_band *band = group->bands.items[i];
		const struct number *number = band->number.number;

		if (number != NULL && number_sign(number) > 0 &&
		    number_to_double(number) < (double)least)
			return true;
	}
	return false;
}

long model_staff_least(const struct model_staff *staff)
{
	if (staff == NULL || staff->minimum.number == NULL)
		return MODEL_STAFF_LEAST;
	return (long)number_to_double(staff->minimum.number);
}
