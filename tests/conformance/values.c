/* values.c - every value of every object: limits, filters, scripts.
 *
 * Source: ISO 19005-2 6.1.7, 6.1.13, 6.5.
 */
#include "conform_private.h"

#include <string.h>

#define STRING_MAX  32767
#define NAME_MAX_   127
#define INTEGER_MAX 2147483647.0
#define REAL_MAX    3.403e38

static bool one_of(const char *name, const char *const *names)
{
	for (; *names != NULL; names++)
		if (strcmp(name, *names) == 0)
			return true;
	return false;
}

static void check_filter(struct conform *c, const struct object *filter)
{
	static const char *const allowed[] = { "FlateDecode",     "DCTDecode",
					       "ASCIIHexDecode",  "ASCII85Decode",
					       "RunLengthDecode", "CCITTFaxDecode",
					       "JBIG2Decode",     NULL };

	if (filter->kind == OBJECT_NAME && !one_of(filter->string.data, allowed))
		conform_add(c, CONFORM_STREAM_FILTER, filter->id, "%s", filter->string.data);
	for (size_t i = 0; filter->kind == OBJECT_ARRAY && i < filter->count; i++)
		check_filter(c, conform_item(c, filter, i));
}

static void check_stream(struct conform *c, const struct object *stream)
{
	static const char *const outside[] = { "F", "FFilter", "FDecodeParms" };

	check_filter(c, conform_get(c, stream, "Filter"));
	for (size_t i = 0; i < sizeof outside / sizeof *outside; i++)
		if (object_raw(stream, outside[i])->kind != OBJECT_NULL)
			conform_add(c, CONFORM_STREAM_EXTERNAL, stream->id, "%s", outside[i]);
}

/* Actions that PDF/A forbids, wherever they hang, and triggers. */
static void check_actions(struct conform *c, const struct object *dict)
{
	static const char *const forbidden[] = { "Launch",    "Sound",       "Movie",
						 "ResetForm", "ImportData",  "JavaScript",
						 "Hide",      "SetOCGState", "Rendition",
						 "Trans",     "GoTo3DView",  NULL };
	const char *kind = object_name(object_raw(dict, "S"));

	if (one_of(kind, forbidden))
		conform_add(c, CONFORM_SCRIPTS, dict->id, "%s", kind);
	if (object_raw(dict, "AA")->kind != OBJECT_NULL)
		conform_add(c, CONFORM_SCRIPTS, dict->id, "AA");
}

static void check_name(struct conform *c, const char *name, int id)
{
	if (strlen(name) > NAME_MAX_)
		conform_add(c, CONFORM_LIMIT_NAME, id, "%.40s…", name);
}

static void check_number(struct conform *c, const struct object *value)
{
	double limit = value->kind == OBJECT_INTEGER ? INTEGER_MAX : REAL_MAX;

	if (value->number > limit || value->number < -limit - 1)
		conform_add(c, CONFORM_LIMIT_NUMBER, value->id, "%g", value->number);
}

static void check_value(struct conform *c, const struct object *value)
{
	switch (value->kind) {
	case OBJECT_INTEGER:
	case OBJECT_REAL: check_number(c, value); break;
	case OBJECT_NAME: check_name(c, value->string.data, value->id); break;
	case OBJECT_STRING:
		if (value->string.length > STRING_MAX)
			conform_add(c, CONFORM_LIMIT_STRING, value->id, "%zu byte",
				    value->string.length);
		break;
	case OBJECT_ARRAY:
		for (size_t i = 0; i < value->count; i++)
			check_value(c, &value->items[i]);
		break;
	case OBJECT_STREAM: check_stream(c, value); /* fall through */
	case OBJECT_DICTIONARY:
		check_actions(c, value);
		for (size_t i = 0; i < value->count; i++) {
			check_name(c, value->entries[i].key, value->id);
			check_value(c, &value->entries[i].value);
		}
		break;
	case OBJECT_NULL:
	case OBJECT_BOOLEAN:
	case OBJECT_REFERENCE: break;
	}
}

void conform_values(struct conform *c)
{
	for (size_t id = 1; id < c->object_count; id++)
		check_value(c, object_at(c->file, (int)id));
}
