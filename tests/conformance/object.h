/* object.h - the objects of a PDF file as plain values.
 *
 * Gives:    the values of a file that libqpdf reads, references followed,
 *           text decoded, data of streams.
 * Includes: base, libqpdf (in object.c only).
 * Not here: what any object means.
 */
#ifndef CONFORM_OBJECT_H
#define CONFORM_OBJECT_H

#include "base/arena.h"
#include "base/file.h"

#include <stdbool.h>
#include <stddef.h>

enum object_kind {
	OBJECT_NULL,
	OBJECT_BOOLEAN,
	OBJECT_INTEGER,
	OBJECT_REAL,
	OBJECT_NAME,
	OBJECT_STRING,
	OBJECT_ARRAY,
	OBJECT_DICTIONARY,
	OBJECT_STREAM,
	OBJECT_REFERENCE,
};

struct object_entry;

struct object {
	enum object_kind kind;
	int id;                       /* of the indirect object that it is or stands in */
	double number;                /* BOOLEAN, INTEGER, REAL                         */
	struct bytes string;          /* NAME without its slash, STRING                 */
	size_t count;                 /* ARRAY, DICTIONARY, STREAM                      */
	struct object *items;         /* ARRAY                                 */
	struct object_entry *entries; /* DICTIONARY, STREAM                    */
	int to;                       /* REFERENCE                             */
};

struct object_entry {
	const char *key; /* without its slash */
	struct object value;
};

struct object_file;

/** Opens a file in memory; NULL when libqpdf cannot read it at all. `bytes`
 *  must outlive the arena, that closes the file. */
struct object_file *object_open(struct arena *arena, struct bytes bytes);
/** The first complaint of the reader since the last call, or NULL. */
const char *object_complaint(struct object_file *file);
bool object_encrypted(const struct object_file *file);

const struct object *object_trailer(const struct object_file *file);
/** An indirect object; the null object when there is none. */
const struct object *object_at(struct object_file *file, int id);
/** What a reference leads to; any other value is itself. Never NULL. */
const struct object *object_follow(struct object_file *file, const struct object *object);
/** The value of a key, followed; the null object when there is none. */
const struct object *object_get(struct object_file *file, const struct object *from,
				const char *key);
/** The same by a path of keys and indices: "Root/MarkInfo", "Kids/0". */
const struct object *object_find(struct object_file *file, const struct object *from,
				 const char *path);
/** An item of an array, followed. */
const struct object *object_item(struct object_file *file, const struct object *array, size_t i);
/** As object_get() and object_item(), references left as they are. */
const struct object *object_raw(const struct object *from, const char *key);

bool object_is_name(const struct object *object, const char *name);
bool object_is_number(const struct object *object);
bool object_has_entries(const struct object *object); /* a dictionary or a stream */
/** A name as a string, or "". */
const char *object_name(const struct object *object);
/** A text string in UTF-8; NULL when it is none. */
const char *object_text(struct arena *arena, const struct object *object);

/** The data of a stream, decoded; false when that fails. */
bool object_data(struct object_file *file, const struct object *stream, struct bytes *out);

#endif
