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

enum status job_house_load(struct job_house *house, struct diag *diag)
{
	struct markup_schema *schema;
	struct type_library *type;
	enum status status = job_house_schema(house, &schema, diag);

	return status == STATUS_OK ? job_house_type(house, &type, diag) : status;
}

size_t job_house_size(const struct job_house *house)
{
	return arena_used(house->arena);
}

void job_house_watch(struct job_house *house, const struct job_witness *witness)
{
	house->witness = witness;
}

void job_house_tell(const struct job_house *house, const char *path, const struct bytes *bytes)
{
	if (house->witness != NULL)
		house->witness->read(house->witness->user, path, bytes);
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
