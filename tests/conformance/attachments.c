/* attachments.c - files carried along. Source: ISO 19005-3 6.8; ISO 14289-1 7.11. */
#include "conform_private.h"

#include "base/text.h"

#include <string.h>

static bool in_array(struct conform *c, const struct object *array, int id)
{
	for (size_t i = 0; array->kind == OBJECT_ARRAY && i < array->count; i++)
		if (conform_item(c, array, i)->id == id)
			return true;
	return false;
}

struct search {
	int id;
	bool found;
};

static void take_name(struct conform *c, const struct object *key, const struct object *value,
		      void *user)
{
	struct search *search = user;

	(void)c;
	(void)key;
	if (value->kind == OBJECT_REFERENCE && value->to == search->id)
		search->found = true;
}

static void check_listed(struct conform *c, const struct object *spec)
{
	struct search search = { spec->id, false };

	if (!in_array(c, conform_get(c, c->catalogue, "AF"), spec->id))
		conform_breach(c, CONFORM_FILE_LISTED, spec->id);
	conform_tree(c, conform_find(c, c->catalogue, "Names/EmbeddedFiles"), "Names", take_name,
		     &search);
	if (!search.found)
		conform_breach(c, CONFORM_FILE_TREE, spec->id);
}

static bool known_relation(const char *name)
{
	static const char *const names[] = { "Source", "Data", "Alternative", "Supplement",
					     "Unspecified" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

static bool has_text(struct conform *c, const struct object *spec, const char *key)
{
	const char *text = object_text(c->arena, conform_get(c, spec, key));

	return text != NULL && !text_blank(text);
}

/* Size and checksum are those of the file as it comes out. */
static void check_sum(struct conform *c, const struct object *stream)
{
	const struct object *params = conform_get(c, stream, "Params");
	const struct object *sum = conform_get(c, params, "CheckSum");
	unsigned char digest[16];
	struct bytes data;

	if (!object_data(c->file, stream, &data)) {
		conform_breach(c, CONFORM_FILE_SUM, stream->id);
		return;
	}
	md5_of(data, digest);
	if (conform_get(c, params, "Size")->number != (double)data.length ||
	    sum->string.length != sizeof digest ||
	    memcmp(sum->string.data, digest, sizeof digest) != 0)
		conform_breach(c, CONFORM_FILE_SUM, stream->id);
}

static void check_stream(struct conform *c, const struct object *stream)
{
	const char *type = object_name(conform_get(c, stream, "Subtype"));
	const char *slash = strchr(type, '/');

	if (slash == NULL || slash == type || slash[1] == '\0')
		conform_add(c, CONFORM_FILE_TYPE, stream->id, "%s", type);
	check_sum(c, stream);
}

static void check_file(struct conform *c, const struct object *spec)
{
	const struct object *stream = conform_find(c, spec, "EF/F");

	check_listed(c, spec);
	if (!known_relation(object_name(conform_get(c, spec, "AFRelationship"))))
		conform_breach(c, CONFORM_FILE_RELATION, spec->id);
	if (!has_text(c, spec, "F") || !has_text(c, spec, "UF") || stream->kind != OBJECT_STREAM)
		conform_breach(c, CONFORM_FILE_NAMES, spec->id);
	if (stream->kind == OBJECT_STREAM)
		check_stream(c, stream);
	if (c->part == 2)
		conform_breach(c, CONFORM_FILE_PART, spec->id);
}

void conform_attachments(struct conform *c)
{
	for (size_t id = 1; id < c->object_count; id++) {
		const struct object *object = object_at(c->file, (int)id);

		if (object->kind == OBJECT_DICTIONARY &&
		    object_raw(object, "EF")->kind != OBJECT_NULL)
			check_file(c, object);
	}
}
