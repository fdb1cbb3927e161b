/* carry.c - walks /Root /AF and the tree /Names /EmbeddedFiles with libqpdf. */
#include "carry/carry.h"

#include "base/map.h"

#include <qpdf/qpdf-c.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define TREE_DEPTH_MAX 32 /* of a name tree                                     */
#define PIECE_BYTES    16384
#define NAME_BYTES_MAX 200 /* of a file; a number may come before it, up to 255 */

struct reader {
	struct arena *arena;
	qpdf_data pdf;
	struct carry_files *out;
	size_t left;      /* bytes that may still be unpacked */
	struct map names; /* taken: two files of one name get different ones */
	size_t capacity;
	struct place place;
	struct diag *diag;
	bool broken;
};

static void complain(struct reader *reader, const char *what)
{
	diag_error(reader->diag, reader->place, "pdf-danneggiato",
		   "%s: il PDF è danneggiato; procurarsene una copia integra", what);
	reader->broken = true;
}

static const char *text_of(struct reader *reader, qpdf_oh dict, const char *key)
{
	qpdf_oh value = qpdf_oh_get_key(reader->pdf, dict, key);

	if (!qpdf_oh_is_string(reader->pdf, value))
		return NULL;
	return arena_strdup(reader->arena, qpdf_oh_get_utf8_value(reader->pdf, value));
}

/* The last part of a name, with what a file name can't hold replaced: an
 * attachment must never be written outside the folder it was asked for. */
static char *plain_name(struct arena *arena, const char *name)
{
	const char *last = name;
	char *plain;
	size_t length;

	for (const char *c = name; *c != '\0'; c++)
		if ((*c == '/' || *c == '\\') && c[1] != '\0')
			last = c + 1;
	length = strlen(last);
	if (length > NAME_BYTES_MAX)
		for (length = NAME_BYTES_MAX; ((unsigned char)last[length] & 0xC0) == 0x80;)
			length--;
	plain = arena_strndup(arena, last, length);
	for (char *c = plain; *c != '\0'; c++)
		if ((unsigned char)*c < 0x20 || strchr("/\\:*?\"<>|\x7f", *c) != NULL)
			*c = '_';
	if (*plain == '\0' || strcmp(plain, ".") == 0 || strcmp(plain, "..") == 0)
		return arena_strdup(arena, "allegato");
	if (*plain == '.')
		*plain = '_';
	return plain;
}

/* The name, or the name with a number before it when it is taken. */
static const char *free_name(struct reader *reader, const char *wanted)
{
	const char *name = wanted;

	for (int n = 2; map_find(&reader->names, name) != NULL; n++)
		name = arena_printf(reader->arena, "%d-%s", n, wanted);
	map_put(&reader->names, name, reader);
	return name;
}

static struct carry_file *add_file(struct reader *reader)
{
	struct carry_files *out = reader->out;

	if (out->count == reader->capacity) {
		size_t capacity = reader->capacity ? reader->capacity * 2 : 8;

		out->items =
			arena_grow(reader->arena, out->items, reader->capacity * sizeof *out->items,
				   capacity * sizeof *out->items);
		reader->capacity = capacity;
	}
	return &out->items[out->count++];
}

/* ---- unpacking ------------------------------------------------------------- */

/* The library would unpack a kilobyte into gigabytes before it told us, so what
 * is deflated is inflated here, up to what is left of the limit. */
static bool inflate_all(struct reader *reader, const unsigned char *packed, size_t length,
			struct bytes *out)
{
	z_stream zip = { .next_in = (unsigned char *)(uintptr_t)packed,
			 .avail_in = (unsigned)length };
	struct text text = text_make(reader->arena);
	unsigned char piece[PIECE_BYTES];
	int code = Z_OK;

	if (inflateInit(&zip) != Z_OK)
		arena_exhausted(reader->arena, 0);
	while (code == Z_OK && text.length <= reader->left) {
		zip.next_out = piece;
		zip.avail_out = sizeof piece;
		code = inflate(&zip, Z_NO_FLUSH);
		text_add_n(&text, (char *)piece, sizeof piece - zip.avail_out);
	}
	inflateEnd(&zip);
	*out = (struct bytes){ .data = text.bytes, .length = text.length };
	return code == Z_STREAM_END && text.length <= reader->left;
}

enum packing { PACKED_NOT, PACKED_FLATE, PACKED_ELSE };

static enum packing packing_of(struct reader *reader, qpdf_oh stream)
{
	qpdf_oh dict = qpdf_oh_get_dict(reader->pdf, stream);
	qpdf_oh filter = qpdf_oh_get_key(reader->pdf, dict, "/Filter");

	if (qpdf_oh_is_array(reader->pdf, filter) &&
	    qpdf_oh_get_array_n_items(reader->pdf, filter) == 1)
		filter = qpdf_oh_get_array_item(reader->pdf, filter, 0);
	if (qpdf_oh_is_null(reader->pdf, filter))
		return PACKED_NOT;
	if (qpdf_oh_has_key(reader->pdf, dict, "/DecodeParms") ||
	    !qpdf_oh_is_name(reader->pdf, filter) ||
	    strcmp(qpdf_oh_get_name(reader->pdf, filter), "/FlateDecode") != 0)
		return PACKED_ELSE;
	return PACKED_FLATE;
}

/* The bytes of an embedded file. */
static bool read_stream(struct reader *reader, qpdf_oh stream, struct bytes *out)
{
	unsigned char *data = NULL;
	enum packing packing;
	size_t length = 0;
	bool good;

	if (!qpdf_oh_is_stream(reader->pdf, stream))
		return false;
	packing = packing_of(reader, stream);
	good = packing != PACKED_ELSE &&
	       (qpdf_oh_get_stream_data(reader->pdf, stream, qpdf_dl_none, NULL, &data, &length) &
		QPDF_ERRORS) == 0 &&
	       length <= reader->left;
	if (good && packing == PACKED_FLATE)
		good = inflate_all(reader, data, length, out);
	else if (good)
		*out = (struct bytes){ .data = arena_strndup(reader->arena, (char *)data, length),
				       .length = length };
	free(data);
	if (good)
		reader->left -= out->length;
	return good;
}

static void read_file(struct reader *reader, qpdf_oh spec)
{
	const char *name = text_of(reader, spec, "/UF");
	qpdf_oh files = qpdf_oh_get_key(reader->pdf, spec, "/EF");
	struct carry_file file = { .description = text_of(reader, spec, "/Desc") };
	qpdf_oh relationship = qpdf_oh_get_key(reader->pdf, spec, "/AFRelationship");

	if (name == NULL)
		name = text_of(reader, spec, "/F");
	if (!qpdf_oh_is_dictionary(reader->pdf, files))
		return;
	if (!read_stream(reader, qpdf_oh_get_key(reader->pdf, files, "/F"), &file.bytes) &&
	    !read_stream(reader, qpdf_oh_get_key(reader->pdf, files, "/UF"), &file.bytes)) {
		diag_error(reader->diag, reader->place, "allegato",
			   "un allegato è danneggiato, troppo grande o compresso in un modo che "
			   "relazione non usa; indicare un PDF scritto da relazione");
		reader->broken = true;
		return;
	}
	if (qpdf_oh_is_name(reader->pdf, relationship))
		file.relationship = arena_strdup(reader->arena,
						 qpdf_oh_get_name(reader->pdf, relationship) + 1);
	file.name = free_name(reader, plain_name(reader->arena, name ? name : "allegato"));
	*add_file(reader) = file;
}

/* The library prints, when it is closed, an error that nobody has asked for. */
static void take_error(qpdf_data pdf)
{
	if (qpdf_has_error(pdf))
		(void)qpdf_get_error(pdf);
}

/* A node of the name tree: pairs in /Names, children in /Kids. */
static void read_tree(struct reader *reader, qpdf_oh node, int depth)
{
	qpdf_oh names = qpdf_oh_get_key(reader->pdf, node, "/Names");
	qpdf_oh kids = qpdf_oh_get_key(reader->pdf, node, "/Kids");
	int count;

	if (depth > TREE_DEPTH_MAX || reader->out->count >= CARRY_FILES_MAX) {
		complain(reader, "troppi allegati, o annidati troppo in profondità");
		return;
	}
	count = qpdf_oh_is_array(reader->pdf, names) ? qpdf_oh_get_array_n_items(reader->pdf, names)
						     : 0;
	for (int i = 1; i < count && !reader->broken && reader->out->count < CARRY_FILES_MAX;
	     i += 2)
		read_file(reader, qpdf_oh_get_array_item(reader->pdf, names, i));
	count = qpdf_oh_is_array(reader->pdf, kids) ? qpdf_oh_get_array_n_items(reader->pdf, kids)
						    : 0;
	for (int i = 0; i < count && !reader->broken; i++)
		read_tree(reader, qpdf_oh_get_array_item(reader->pdf, kids, i), depth + 1);
}

static void read_all(struct reader *reader)
{
	qpdf_oh root = qpdf_get_root(reader->pdf), names, tree;

	if (!qpdf_oh_is_dictionary(reader->pdf, root)) {
		complain(reader, "manca il catalogo");
		return;
	}
	names = qpdf_oh_get_key(reader->pdf, root, "/Names");
	if (!qpdf_oh_is_dictionary(reader->pdf, names))
		return;
	tree = qpdf_oh_get_key(reader->pdf, names, "/EmbeddedFiles");
	if (qpdf_oh_is_dictionary(reader->pdf, tree))
		read_tree(reader, tree, 0);
}

enum status carry_read(struct carry_files *out, struct arena *arena, const char *path,
		       struct diag *diag)
{
	struct reader reader = {
		.arena = arena, .out = out, .diag = diag, .place = { .file = path }
	};
	struct bytes bytes;
	enum status status = file_read(&bytes, arena, path, CARRY_BYTES_MAX, diag);

	*out = (struct carry_files){ 0 };
	if (status != STATUS_OK)
		return status;
	reader.left = CARRY_UNPACKED_MAX;
	reader.names = map_make(arena);
	reader.pdf = qpdf_init();
	qpdf_silence_errors(reader.pdf);
	qpdf_set_suppress_warnings(reader.pdf, QPDF_TRUE);
	if ((qpdf_read_memory(reader.pdf, path, bytes.data, bytes.length, NULL) & QPDF_ERRORS) != 0)
		diag_error(diag, reader.place, "pdf-illeggibile",
			   "non è un PDF leggibile; indicare un PDF scritto da relazione"),
			reader.broken = true;
	else
		read_all(&reader);
	take_error(reader.pdf);
	qpdf_cleanup(&reader.pdf);
	return reader.broken ? STATUS_DATA : STATUS_OK;
}
