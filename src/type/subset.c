#include "type_private.h"

#include <hb-subset.h>
#include <string.h>

/* A PDF needs the outlines and their widths; text, names and layout are told
 * by the PDF itself. */
static const char dropped[][4] = {
	{ 'G', 'S', 'U', 'B' }, { 'G', 'P', 'O', 'S' }, { 'G', 'D', 'E', 'F' },
	{ 'B', 'A', 'S', 'E' }, { 'J', 'S', 'T', 'F' }, { 'M', 'A', 'T', 'H' },
	{ 'k', 'e', 'r', 'n' }, { 'n', 'a', 'm', 'e' }, { 'p', 'o', 's', 't' },
	{ 'O', 'S', '/', '2' }, { 'c', 'm', 'a', 'p' }, { 'g', 'a', 's', 'p' },
	{ 'D', 'S', 'I', 'G' }, { 'F', 'F', 'T', 'M' }, { 'm', 'e', 't', 'a' },
	{ 'S', 'T', 'A', 'T' }, { 'h', 'd', 'm', 'x' }, { 'V', 'D', 'M', 'X' },
	{ 'L', 'T', 'S', 'H' }, { 'P', 'C', 'L', 'T' }, { 'c', 'v', 't', ' ' },
	{ 'f', 'p', 'g', 'm' }, { 'p', 'r', 'e', 'p' },
};

static hb_subset_input_t *subset_input(const uint32_t *glyphs, size_t count)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_set_t *tables;

	if (input == NULL)
		return NULL;
	tables = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	for (size_t i = 0; i < sizeof(dropped) / sizeof(*dropped); i++)
		hb_set_add(tables,
			   HB_TAG(dropped[i][0], dropped[i][1], dropped[i][2], dropped[i][3]));
	hb_set_add(hb_subset_input_glyph_set(input), 0);
	for (size_t i = 0; i < count; i++)
		hb_set_add(hb_subset_input_glyph_set(input), glyphs[i]);
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
	return input;
}

static bool copy_bytes(struct type_subset *out, struct arena *arena, hb_face_t *face)
{
	hb_blob_t *blob = hb_face_reference_blob(face);
	unsigned length;
	const char *data = hb_blob_get_data(blob, &length);
	unsigned char *bytes = arena_alloc(arena, length);

	if (length > 0)
		memcpy(bytes, data, length);
	hb_blob_destroy(blob);
	out->bytes = bytes;
	out->length = length;
	return length > 0;
}

static bool copy_ids(struct type_subset *out, struct arena *arena, const hb_map_t *map,
		     const uint32_t *glyphs, size_t count)
{
	out->new_ids = arena_array(arena, uint32_t, count);
	for (size_t i = 0; i < count; i++) {
		out->new_ids[i] = hb_map_get(map, glyphs[i]);
		if (out->new_ids[i] == HB_MAP_VALUE_INVALID)
			return false;
	}
	return true;
}

static bool make(struct type_subset *out, struct arena *arena, hb_face_t *face,
		 const uint32_t *glyphs, size_t count)
{
	hb_subset_input_t *input = subset_input(glyphs, count);
	hb_subset_plan_t *plan = NULL;
	hb_face_t *subset = NULL;
	bool made = false;

	if (input != NULL && face != NULL)
		plan = hb_subset_plan_create_or_fail(face, input);
	if (plan != NULL)
		subset = hb_subset_plan_execute_or_fail(plan);
	if (subset != NULL)
		made = copy_bytes(out, arena, subset) &&
		       copy_ids(out, arena, hb_subset_plan_old_to_new_glyph_mapping(plan), glyphs,
				count);
	hb_face_destroy(subset);
	hb_subset_plan_destroy(plan);
	hb_subset_input_destroy(input);
	return made;
}

enum status type_subset_make(struct type_subset *out, struct arena *arena,
			     const struct type_face *face, const uint32_t *glyphs, size_t count,
			     struct diag *diag)
{
	struct place place = { .file = face->path };

	*out = (struct type_subset){ 0 };
	if (make(out, arena, face->inside->face, glyphs, count))
		return STATUS_OK;
	*out = (struct type_subset){ 0 };
	diag_error(
		diag, place, "font-subset",
		"riduzione del carattere «%s» non riuscita; reinstallare i caratteri del programma",
		face->name);
	return STATUS_LIBRARY;
}
