/* object.c - libqpdf's handles turned into values, each object once. */
#include "object.h"

#include "base/text.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#define DEPTH_MAX 100 /* values inside one another in one object */

struct object_file {
	struct arena *arena;
	qpdf_data qpdf;
	const struct object **objects; /* by number */
	size_t capacity;
	struct object trailer;
};

static const struct object null_object = { .kind = OBJECT_NULL };

static void close_file(void *data)
{
	struct object_file *file = data;

	if (qpdf_has_error(file->qpdf))
		qpdf_get_error(file->qpdf); /* or libqpdf complains that nobody asked */
	qpdf_cleanup(&file->qpdf);
}

/* A name as its bytes, without the slash. */
static struct bytes take_name(struct object_file *file, const char *name)
{
	size_t length = strlen(name);

	if (length > 0) {
		name++;
		length--;
	}
	return (struct bytes){ arena_strndup(file->arena, name, length), length };
}

static struct bytes take_string(struct object_file *file, qpdf_oh handle)
{
	size_t length = 0;
	const char *bytes = qpdf_oh_get_binary_string_value(file->qpdf, handle, &length);
	char *copy = arena_alloc(file->arena, length + 1);

	memcpy(copy, bytes, length);
	return (struct bytes){ copy, length };
}

static struct object take(struct object_file *file, qpdf_oh handle, int id, int depth);

/* A value inside another: references stay references. */
static struct object take_inside(struct object_file *file, qpdf_oh handle, int id, int depth)
{
	struct object object = { .kind = OBJECT_REFERENCE, .id = id };

	if (qpdf_oh_is_indirect(file->qpdf, handle))
		object.to = qpdf_oh_get_object_id(file->qpdf, handle);
	else
		object = take(file, handle, id, depth + 1);
	qpdf_oh_release(file->qpdf, handle);
	return object;
}

static void take_items(struct object_file *file, struct object *object, qpdf_oh handle, int depth)
{
	int count = qpdf_oh_get_array_n_items(file->qpdf, handle);

	object->count = count > 0 ? (size_t)count : 0;
	object->items = arena_array(file->arena, struct object, object->count);
	for (int i = 0; i < count; i++)
		object->items[i] = take_inside(file, qpdf_oh_get_array_item(file->qpdf, handle, i),
					       object->id, depth);
}

static void take_keys(struct object_file *file, struct object *object, qpdf_oh handle)
{
	size_t capacity = 0;

	qpdf_oh_begin_dict_key_iter(file->qpdf, handle);
	while (qpdf_oh_dict_more_keys(file->qpdf)) {
		struct bytes key = take_name(file, qpdf_oh_dict_next_key(file->qpdf));

		if (object->count == capacity) {
			size_t more = capacity ? capacity * 2 : 8;

			object->entries = arena_grow(file->arena, object->entries,
						     capacity * sizeof *object->entries,
						     more * sizeof *object->entries);
			capacity = more;
		}
		object->entries[object->count++] = (struct object_entry){ .key = key.data };
	}
}

static void take_entries(struct object_file *file, struct object *object, qpdf_oh handle, int depth)
{
	take_keys(file, object, handle);
	for (size_t i = 0; i < object->count; i++) {
		const char *key = arena_printf(file->arena, "/%s", object->entries[i].key);

		object->entries[i].value = take_inside(
			file, qpdf_oh_get_key(file->qpdf, handle, key), object->id, depth);
	}
}

static void take_dictionary(struct object_file *file, struct object *object, qpdf_oh handle,
			    int depth)
{
	qpdf_oh dict = qpdf_oh_get_dict(file->qpdf, handle);

	take_entries(file, object, dict, depth);
	qpdf_oh_release(file->qpdf, dict);
}

static struct object take(struct object_file *file, qpdf_oh handle, int id, int depth)
{
	qpdf_data q = file->qpdf;
	struct object o = { .id = id };

	if (depth > DEPTH_MAX)
		return o;
	switch (qpdf_oh_get_type_code(q, handle)) {
	case ot_boolean:
		o.kind = OBJECT_BOOLEAN;
		o.number = qpdf_oh_get_bool_value(q, handle);
		break;
	case ot_integer:
		o.kind = OBJECT_INTEGER;
		o.number = (double)qpdf_oh_get_int_value(q, handle);
		break;
	case ot_real:
		o.kind = OBJECT_REAL;
		o.number = qpdf_oh_get_numeric_value(q, handle);
		break;
	case ot_name:
		o.kind = OBJECT_NAME;
		o.string = take_name(file, qpdf_oh_get_name(q, handle));
		break;
	case ot_string:
		o.kind = OBJECT_STRING;
		o.string = take_string(file, handle);
		break;
	case ot_array:
		o.kind = OBJECT_ARRAY;
		take_items(file, &o, handle, depth);
		break;
	case ot_dictionary:
		o.kind = OBJECT_DICTIONARY;
		take_entries(file, &o, handle, depth);
		break;
	case ot_stream:
		o.kind = OBJECT_STREAM;
		take_dictionary(file, &o, handle, depth);
		break;
	default: break;
	}
	return o;
}

struct object_file *object_open(struct arena *arena, struct bytes bytes)
{
	struct object_file *file = arena_new(arena, struct object_file);
	qpdf_oh trailer;

	file->arena = arena;
	file->qpdf = qpdf_init();
	arena_defer(arena, close_file, file);
	qpdf_silence_errors(file->qpdf);
	qpdf_set_suppress_warnings(file->qpdf, QPDF_TRUE);
	if (qpdf_read_memory(file->qpdf, "pdf", bytes.data, bytes.length, NULL) & QPDF_ERRORS)
		return NULL;
	trailer = qpdf_get_trailer(file->qpdf);
	file->trailer = take(file, trailer, 0, 0);
	qpdf_oh_release(file->qpdf, trailer);
	return file;
}

const char *object_complaint(struct object_file *file)
{
	qpdf_data q = file->qpdf;
	qpdf_error error = NULL;

	if (qpdf_has_error(q))
		error = qpdf_get_error(q);
	else if (qpdf_more_warnings(q))
		error = qpdf_next_warning(q);
	return error != NULL ? arena_strdup(file->arena, qpdf_get_error_full_text(q, error)) : NULL;
}

bool object_encrypted(const struct object_file *file)
{
	return qpdf_is_encrypted(file->qpdf);
}

const struct object *object_trailer(const struct object_file *file)
{
	return &file->trailer;
}

#define ID_MAX 8388607 /* Source: ISO 19005-2 6.1.13 */

static void make_room(struct object_file *file, size_t id)
{
	size_t more = file->capacity ? file->capacity : 1024;

	if (id < file->capacity)
		return;
	while (more <= id)
		more *= 2;
	file->objects =
		arena_grow(file->arena, file->objects, file->capacity * sizeof *file->objects,
			   more * sizeof *file->objects);
	file->capacity = more;
}

const struct object *object_at(struct object_file *file, int id)
{
	struct object *object;
	qpdf_oh handle;

	if (id < 1 || id > ID_MAX)
		return &null_object;
	make_room(file, (size_t)id);
	if (file->objects[id] != NULL)
		return file->objects[id];
	object = arena_new(file->arena, struct object);
	handle = qpdf_get_object_by_id(file->qpdf, id, 0);
	*object = take(file, handle, id, 0);
	qpdf_oh_release(file->qpdf, handle);
	file->objects[id] = object;
	return object;
}

const struct object *object_follow(struct object_file *file, const struct object *object)
{
	return object->kind == OBJECT_REFERENCE ? object_at(file, object->to) : object;
}

const struct object *object_raw(const struct object *from, const char *key)
{
	for (size_t i = 0; object_has_entries(from) && i < from->count; i++)
		if (strcmp(from->entries[i].key, key) == 0)
			return &from->entries[i].value;
	return &null_object;
}

const struct object *object_get(struct object_file *file, const struct object *from,
				const char *key)
{
	return object_follow(file, object_raw(from, key));
}

const struct object *object_item(struct object_file *file, const struct object *array, size_t i)
{
	if (array->kind != OBJECT_ARRAY || i >= array->count)
		return &null_object;
	return object_follow(file, &array->items[i]);
}

const struct object *object_find(struct object_file *file, const struct object *from,
				 const char *path)
{
	while (*path != '\0') {
		size_t length = strcspn(path, "/");
		char *step = arena_strndup(file->arena, path, length);

		if (from->kind == OBJECT_ARRAY)
			from = object_item(file, from, strtoul(step, NULL, 10));
		else
			from = object_get(file, from, step);
		path += length;
		path += *path == '/';
	}
	return from;
}

bool object_is_name(const struct object *object, const char *name)
{
	return object->kind == OBJECT_NAME && strcmp(object->string.data, name) == 0;
}

bool object_is_number(const struct object *object)
{
	return object->kind == OBJECT_INTEGER || object->kind == OBJECT_REAL;
}

bool object_has_entries(const struct object *object)
{
	return object->kind == OBJECT_DICTIONARY || object->kind == OBJECT_STREAM;
}

const char *object_name(const struct object *object)
{
	return object->kind == OBJECT_NAME ? object->string.data : "";
}

static const char *from_utf16(struct arena *arena, const unsigned char *bytes, size_t length)
{
	struct text out = text_make(arena);

	for (size_t i = 0; i + 1 < length; i += 2) {
		uint32_t unit = (uint32_t)bytes[i] << 8 | bytes[i + 1];

		if (unit >= 0xD800 && unit < 0xDC00 && i + 3 < length) {
			uint32_t low = (uint32_t)bytes[i + 2] << 8 | bytes[i + 3];

			unit = 0x10000 + ((unit - 0xD800) << 10) + ((low - 0xDC00) & 0x3FF);
			i += 2;
		}
		text_add_utf8(&out, unit);
	}
	return out.bytes;
}

const char *object_text(struct arena *arena, const struct object *object)
{
	const unsigned char *bytes = (const unsigned char *)object->string.data;
	size_t length = object->string.length;
	struct text out;

	if (object->kind != OBJECT_STRING)
		return NULL;
	if (length >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF)
		return from_utf16(arena, bytes + 2, length - 2);
	out = text_make(arena);
	for (size_t i = 0; i < length; i++) /* PDFDocEncoding, as far as it is Latin 1 */
		text_add_utf8(&out, bytes[i]);
	return out.bytes;
}

bool object_data(struct object_file *file, const struct object *stream, struct bytes *out)
{
	qpdf_oh handle = qpdf_get_object_by_id(file->qpdf, stream->id, 0);
	unsigned char *buffer = NULL;
	size_t length = 0;
	QPDF_BOOL decoded = QPDF_FALSE;
	char *copy;

	*out = (struct bytes){ "", 0 };
	if (stream->kind != OBJECT_STREAM)
		return false;
	qpdf_oh_get_stream_data(file->qpdf, handle, qpdf_dl_generalized, &decoded, &buffer,
				&length);
	qpdf_oh_release(file->qpdf, handle);
	copy = arena_alloc(file->arena, length + 1);
	if (length > 0)
		memcpy(copy, buffer, length);
	free(buffer);
	*out = (struct bytes){ copy, length };
	return decoded;
}
