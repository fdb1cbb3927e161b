/* house.c - what is loaded once and used for many jobs. */
#include "job_private.h"

#include "input/input.h"

struct job_house *job_house_open(struct arena *arena, const struct job_paths *paths)
{
	struct job_house *house = arena_new(arena, struct job_house);

	house->arena = arena;
	house->paths = *paths;
	return house;
}

enum status job_house_type(struct job_house *house, struct type_library **out, struct diag *diag)
{
	struct type_options options = {
		.fonts_dir = house->paths.fonts,
		.patterns = file_join(house->arena, house->paths.fonts, "hyph_it_IT.dic"),
	};
	enum status status = STATUS_OK;

	if (house->type == NULL)
		status = type_library_open(&house->type, house->arena, &options, diag);
	*out = house->type;
	return status;
}

enum status job_house_schema(struct job_house *house, struct markup_schema **out, struct diag *diag)
{
	enum status status = STATUS_OK;

	if (house->schema == NULL)
		status =
			input_schema_load(&house->schema, house->arena, house->paths.schemas, diag);
	*out = house->schema;
	return status;
}
