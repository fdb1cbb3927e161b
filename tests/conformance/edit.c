/* edit.c - edits applied, the file written again. */
#include "edit.h"

#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct editor {
	struct arena *arena;
	qpdf_data qpdf;
	bool failed;
};

/* ---- places --------------------------------------------------------------- */

static qpdf_oh step(struct editor *e, qpdf_oh from, const char *name)
{
	if (qpdf_oh_is_array(e->qpdf, from))
		return qpdf_oh_get_array_item(e->qpdf, from, atoi(name));
	if (qpdf_oh_is_stream(e->qpdf, from))
		from = qpdf_oh_get_dict(e->qpdf, from);
	return qpdf_oh_get_key(e->qpdf, from, arena_printf(e->arena, "/%s", name));
}

/* The `*left`-th element of a type below a structure object, in reading order. */
static bool find_tag(struct editor *e, qpdf_oh from, const char *type, int *left, qpdf_oh *found)
{
	qpdf_oh kids;
	int count;

	if (!qpdf_oh_is_dictionary(e->qpdf, from))
		return false;
	*found = from;
	if (qpdf_oh_is_name_and_equals(e->qpdf, step(e, from, "S"), type) && (*left)-- == 0)
		return true;
	kids = step(e, from, "K");
	if (!qpdf_oh_is_array(e->qpdf, kids))
		return find_tag(e, kids, type, left, found);
	count = qpdf_oh_get_array_n_items(e->qpdf, kids);
	for (int i = 0; i < count; i++)
		if (find_tag(e, qpdf_oh_get_array_item(e->qpdf, kids, i), type, left, found))
			return true;
	return false;
}

static qpdf_oh tag_place(struct editor *e, const char *name)
{
	const char *number = strchr(name, '#');
	int left = number != NULL ? atoi(number + 1) : 0;
	size_t length = number != NULL ? (size_t)(number - name) : strlen(name);
	const char *type = arena_printf(e->arena, "/%.*s", (int)length, name);
	qpdf_oh found = qpdf_oh_new_null(e->qpdf);

	if (!find_tag(e, step(e, step(e, qpdf_get_root(e->qpdf), "StructTreeRoot"), "K"), type,
		      &left, &found))
		e->failed = true;
	return found;
}

static qpdf_oh note_place(struct editor *e, const char *subtype)
{
	qpdf_oh notes = step(e, qpdf_get_page_n(e->qpdf, 0), "Annots");
	int count = qpdf_oh_get_array_n_items(e->qpdf, notes);
	const char *name = arena_printf(e->arena, "/%s", subtype);

	for (int i = 0; i < count; i++) {
		qpdf_oh note = qpdf_oh_get_array_item(e->qpdf, notes, i);

		if (qpdf_oh_is_name_and_equals(e->qpdf, step(e, note, "Subtype"), name))
			return note;
	}
	e->failed = true;
	return notes;
}

static qpdf_oh anchor(struct editor *e, const char *name)
{
	if (strncmp(name, "tag:", 4) == 0)
		return tag_place(e, name + 4);
	if (strncmp(name, "note:", 5) == 0)
		return note_place(e, name + 5);
	if (strncmp(name, "page", 4) == 0)
		return qpdf_get_page_n(e->qpdf, (size_t)atoi(name + 4));
	if (strcmp(name, "font") == 0)
		return step(e, step(e, step(e, qpdf_get_page_n(e->qpdf, 0), "Resources"), "Font"),
			    "F0");
	return step(e, qpdf_get_trailer(e->qpdf), name);
}

static qpdf_oh place(struct editor *e, const char *path)
{
	size_t length = strcspn(path, "/");
	qpdf_oh at = anchor(e, arena_strndup(e->arena, path, length));

	for (path += length; *path == '/'; path += length) {
		length = strcspn(++path, "/");
		at = step(e, at, arena_strndup(e->arena, path, length));
	}
	return at;
}

/* ---- objects ------------------------------------------------------------------ */

static qpdf_oh value_of(struct editor *e, const char *value)
{
	return *value == '@' ? place(e, value + 1) : qpdf_oh_parse(e->qpdf, value);
}

static void set(struct editor *e, const struct edit *edit)
{
	qpdf_oh at = place(e, edit->at), value = value_of(e, edit->value);

	if (qpdf_oh_is_stream(e->qpdf, at))
		at = qpdf_oh_get_dict(e->qpdf, at);
	if (qpdf_oh_is_array(e->qpdf, at))
		qpdf_oh_set_array_item(e->qpdf, at, atoi(edit->key), value);
	else if (qpdf_oh_is_dictionary(e->qpdf, at))
		qpdf_oh_replace_key(e->qpdf, at, arena_printf(e->arena, "/%s", edit->key), value);
	else
		e->failed = true;
}

static void set_long(struct editor *e, const struct edit *edit)
{
	size_t length = strtoul(edit->value, NULL, 10);
	char *value = arena_alloc(e->arena, length + 3);

	memset(value, 'a', length + 2);
	value[0] = '(';
	value[length + 1] = ')';
	set(e, &(struct edit){ EDIT_SET, edit->at, edit->key, value });
}

static void take_away(struct editor *e, const struct edit *edit)
{
	qpdf_oh at = place(e, edit->at);
	const char *key = arena_printf(e->arena, "/%s", edit->key);

	if (qpdf_oh_is_stream(e->qpdf, at))
		at = qpdf_oh_get_dict(e->qpdf, at);
	if (qpdf_oh_is_array(e->qpdf, at))
		qpdf_oh_erase_item(e->qpdf, at, atoi(edit->key));
	else if (qpdf_oh_is_dictionary(e->qpdf, at) && qpdf_oh_has_key(e->qpdf, at, key))
		qpdf_oh_remove_key(e->qpdf, at, key);
	else
		e->failed = true;
}

static void swap(struct editor *e, const struct edit *edit)
{
	qpdf_oh at = place(e, edit->at);
	int a = atoi(edit->key), b = atoi(edit->value);
	qpdf_oh first = qpdf_oh_get_array_item(e->qpdf, at, a);
	qpdf_oh second = qpdf_oh_get_array_item(e->qpdf, at, b);

	qpdf_oh_set_array_item(e->qpdf, at, a, second);
	qpdf_oh_set_array_item(e->qpdf, at, b, first);
}

/* ---- bytes ---------------------------------------------------------------------- */

static bool matches(const char *at, const char *pattern)
{
	for (; *pattern != '\0'; at++, pattern++)
		if (*pattern != '~' && *at != *pattern)
			return false;
	return true;
}

/* The first match of a pattern; the length when there is none. */
static size_t find(struct bytes bytes, const char *pattern)
{
	size_t length = strlen(pattern), at = 0;

	while (at + length <= bytes.length && !matches(bytes.data + at, pattern))
		at++;
	return at + length <= bytes.length ? at : bytes.length;
}

/* The value; each ~ in it is the next byte that a ~ of the pattern met. */
static void add_value(struct text *out, const struct edit *edit, const char *met)
{
	const char *wild = edit->key;

	for (const char *v = edit->value; *v != '\0'; v++) {
		if (*v != '~') {
			text_add_char(out, *v);
			continue;
		}
		wild += strcspn(wild, "~");
		text_add_char(out, met[wild - edit->key]);
		wild++;
	}
}

static struct bytes replaced(struct editor *e, struct bytes from, const struct edit *edit)
{
	struct text out = text_make(e->arena);
	size_t at = find(from, edit->key), after = at + strlen(edit->key);

	if (at == from.length) {
		e->failed = true;
		return from;
	}
	text_add_n(&out, from.data, at);
	add_value(&out, edit, from.data + at);
	text_add_n(&out, from.data + after, from.length - after);
	return (struct bytes){ out.bytes, out.length };
}

static void change_data(struct editor *e, const struct edit *edit)
{
	qpdf_oh stream = place(e, edit->at);
	unsigned char *buffer = NULL;
	size_t length = 0;
	struct bytes data;

	if (!qpdf_oh_is_stream(e->qpdf, stream)) {
		e->failed = true;
		return;
	}
	qpdf_oh_get_stream_data(e->qpdf, stream, qpdf_dl_generalized, NULL, &buffer, &length);
	data = replaced(e, (struct bytes){ (const char *)buffer, length }, edit);
	qpdf_oh_replace_stream_data(e->qpdf, stream, (const unsigned char *)data.data, data.length,
				    qpdf_oh_new_null(e->qpdf), qpdf_oh_new_null(e->qpdf));
	free(buffer);
}

/* A number in the file made larger, with as many digits. */
static struct bytes grown(struct editor *e, struct bytes from, const struct edit *edit)
{
	size_t at = find(from, edit->key) + strlen(edit->key);
	size_t digits = at < from.length ? strspn(from.data + at, "0123456789") : 0;
	char *copy = arena_alloc(e->arena, from.length + 1), number[24];

	e->failed = e->failed || digits == 0;
	memcpy(copy, from.data, from.length);
	snprintf(number, sizeof number, "%0*ld", (int)digits,
		 atol(from.data + at) + atol(edit->value));
	memcpy(copy + at, number, digits);
	return (struct bytes){ copy, from.length };
}

/* ---- the whole -------------------------------------------------------------------- */

static void change_object(struct editor *e, const struct edit *edit)
{
	switch (edit->kind) {
	case EDIT_SET: set(e, edit); break;
	case EDIT_REMOVE: take_away(e, edit); break;
	case EDIT_SWAP: swap(e, edit); break;
	case EDIT_LONG: set_long(e, edit); break;
	case EDIT_DATA: change_data(e, edit); break;
	case EDIT_NONE:
	case EDIT_BYTES:
	case EDIT_GROW:
	case EDIT_LOCK: break;
	}
}

static void lock(struct editor *e)
{
	qpdf_set_r6_encryption_parameters2(e->qpdf, "", "chiave", QPDF_TRUE, QPDF_TRUE, QPDF_TRUE,
					   QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, qpdf_r3p_full,
					   QPDF_TRUE);
}

static struct bytes write_again(struct editor *e, bool locked)
{
	size_t length;
	char *copy;

	qpdf_init_write_memory(e->qpdf);
	qpdf_set_newline_before_endstream(e->qpdf, QPDF_TRUE);
	qpdf_set_static_ID(e->qpdf, QPDF_TRUE);
	if (locked)
		lock(e);
	if (qpdf_write(e->qpdf) & QPDF_ERRORS)
		e->failed = true;
	length = qpdf_get_buffer_length(e->qpdf);
	copy = arena_alloc(e->arena, length + 1);
	if (length > 0)
		memcpy(copy, qpdf_get_buffer(e->qpdf), length);
	return (struct bytes){ copy, length };
}

/* Edits of objects need the file to be written again by libqpdf. */
static bool needs_objects(const struct edit edits[EDITS_MAX])
{
	for (int i = 0; i < EDITS_MAX; i++)
		if (edits[i].kind != EDIT_NONE && edits[i].kind != EDIT_BYTES &&
		    edits[i].kind != EDIT_GROW)
			return true;
	return false;
}

static struct bytes change_objects(struct editor *e, struct bytes pdf,
				   const struct edit edits[EDITS_MAX])
{
	bool locked = false;
	struct bytes written;

	e->qpdf = qpdf_init();
	qpdf_silence_errors(e->qpdf);
	qpdf_set_suppress_warnings(e->qpdf, QPDF_TRUE);
	qpdf_read_memory(e->qpdf, "pdf", pdf.data, pdf.length, NULL);
	for (int i = 0; i < EDITS_MAX; i++) {
		change_object(e, &edits[i]);
		locked = locked || edits[i].kind == EDIT_LOCK;
	}
	if (qpdf_has_error(e->qpdf) && qpdf_get_error(e->qpdf) != NULL)
		e->failed = true;
	written = write_again(e, locked);
	qpdf_cleanup(&e->qpdf);
	return written;
}

struct bytes edit_apply(struct arena *arena, struct bytes pdf, const struct edit edits[EDITS_MAX])
{
	struct editor e = { .arena = arena };

	if (needs_objects(edits))
		pdf = change_objects(&e, pdf, edits);
	for (int i = 0; i < EDITS_MAX; i++) {
		if (edits[i].kind == EDIT_BYTES)
			pdf = replaced(&e, pdf, &edits[i]);
		if (edits[i].kind == EDIT_GROW)
			pdf = grown(&e, pdf, &edits[i]);
	}
	return e.failed ? (struct bytes){ NULL, 0 } : pdf;
}
