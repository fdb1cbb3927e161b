/* pdf_file.c - objects packed, compressed and cross-referenced as they come. */
#include "pdf_file.h"

#include <hpdf.h>
#include <hpdf_utils.h>
#include <stdio.h>
#include <string.h>
#include <zlib.h>

#define PACK_OBJECTS 500 /* in one object stream               */
#define PACK_BYTES   ((size_t)1 << 18)

/* One cross-reference entry. Source: ISO 32000-1 table 18. */
struct entry {
	uint64_t at;    /* type 1: offset in the file; type 2: number of the object stream */
	uint16_t index; /* type 2: place in the object stream */
	uint8_t type;   /* 0 free, 1 in the file, 2 in an object stream */
};

struct packed {
	long id;
	size_t offset;
};

struct pdf_file {
	struct arena *arena;
	struct file_out *out;
	struct entry *entries;
	size_t capacity;
	long next;
	struct packed pack[PACK_OBJECTS];
	int pack_count;
	struct text body;   /* of the object stream being filled */
	struct text joined; /* its index and body                */
	struct text packed; /* compressed bytes                  */
	struct text dict;   /* entries of a stream's dictionary  */
	z_stream zip;
	HPDF_MD5_CTX md5;
};

static void write_out(struct pdf_file *file, const void *bytes, size_t length)
{
	file_out_write(file->out, bytes, length);
	HPDF_MD5Update(&file->md5, bytes, (HPDF_UINT32)length);
}

static void write_string(struct pdf_file *file, const char *string)
{
	write_out(file, string, strlen(string));
}

static void end_zip(void *file)
{
	deflateEnd(&((struct pdf_file *)file)->zip);
}

struct pdf_file *pdf_file_open(struct arena *arena, struct file_out *out, long first_own, int level)
{
	/* The second line's high bytes tell transfer programs that it is binary. */
	static const char header[] = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
	struct pdf_file *file = arena_new(arena, struct pdf_file);

	file->arena = arena;
	file->out = out;
	file->next = first_own;
	file->body = text_make(arena);
	file->joined = text_make(arena);
	file->packed = text_make(arena);
	file->dict = text_make(arena);
	if (deflateInit(&file->zip, level) != Z_OK)
		arena_exhausted(arena, 0);
	arena_defer(arena, end_zip, file);
	HPDF_MD5Init(&file->md5);
	write_out(file, header, sizeof header - 1);
	return file;
}

long pdf_new_id(struct pdf_file *file)
{
	return file->next++;
}

static void set_entry(struct pdf_file *file, long id, struct entry entry)
{
	size_t need = (size_t)id + 1;

	if (need > file->capacity) {
		size_t capacity = file->capacity ? file->capacity * 2 : 1024;

		if (capacity < need)
			capacity = need;
		file->entries = arena_grow(file->arena, file->entries,
					   file->capacity * sizeof *file->entries,
					   capacity * sizeof *file->entries);
		file->capacity = capacity;
	}
	file->entries[id] = entry;
}

static void set_here(struct pdf_file *file, long id)
{
	set_entry(file, id, (struct entry){ .type = 1, .at = file_out_length(file->out) });
}

/* Makes room for `length` more bytes and hands them to zlib's output. */
static void reserve(struct text *text, size_t length)
{
	if (text->capacity >= text->length + length + 1)
		return;
	text->bytes =
		arena_grow(text->arena, text->bytes, text->capacity, text->length + length + 1);
	text->capacity = text->length + length + 1;
}

/* zlib counts in unsigned int, so long input goes in by pieces. */
#define ZIP_PIECE ((size_t)1 << 30)

static void deflate_into(struct pdf_file *file, const void *bytes, size_t length)
{
	const unsigned char *from = bytes;
	struct text *to = &file->packed;

	text_clear(to);
	reserve(to, compressBound(length));
	deflateReset(&file->zip);
	file->zip.next_out = (unsigned char *)to->bytes;
	do {
		size_t piece = length < ZIP_PIECE ? length : ZIP_PIECE;
		size_t room = to->capacity - (size_t)((char *)file->zip.next_out - to->bytes);

		memcpy(&file->zip.next_in, &from, sizeof from);
		file->zip.avail_in = (unsigned)piece;
		file->zip.avail_out = (unsigned)(room < UINT32_MAX ? room : UINT32_MAX);
		deflate(&file->zip, length == piece ? Z_FINISH : Z_NO_FLUSH);
		from += piece;
		length -= piece;
	} while (length > 0);
	to->length = (size_t)((char *)file->zip.next_out - to->bytes);
}

static void begin_object(struct pdf_file *file, long id)
{
	char number[32];

	set_here(file, id);
	snprintf(number, sizeof number, "%ld 0 obj\n", id);
	write_string(file, number);
}

void pdf_stream_raw(struct pdf_file *file, long id, const char *dict, const void *bytes,
		    size_t length)
{
	char number[32];

	begin_object(file, id);
	write_string(file, "<<");
	write_string(file, dict);
	snprintf(number, sizeof number, "/Length %zu>>\nstream\n", length);
	write_string(file, number);
	write_out(file, bytes, length);
	/* CR LF: a stream that ends in CR must not glue with a bare LF. ISO 19005-2 6.1.7.1 */
	write_string(file, "\r\nendstream\nendobj\n");
}

void pdf_stream(struct pdf_file *file, long id, const char *dict, const void *bytes, size_t length)
{
	struct text *entries = &file->dict;

	text_clear(entries);
	text_add(entries, dict);
	text_add(entries, "/Filter/FlateDecode");
	deflate_into(file, bytes, length);
	pdf_stream_raw(file, id, entries->bytes, file->packed.bytes, file->packed.length);
}

void pdf_foreign(struct pdf_file *file, long id, const char *bytes, size_t length)
{
	begin_object(file, id);
	write_out(file, bytes, length);
	write_string(file, "\nendobj\n");
}

/* Writes the object stream that has been filled. Source: ISO 32000-1 7.5.7. */
static void flush_pack(struct pdf_file *file)
{
	struct text *joined = &file->joined;
	char dict[64];
	long id;
	size_t first;

	if (file->pack_count == 0)
		return;
	text_clear(joined);
	for (int i = 0; i < file->pack_count; i++)
		text_addf(joined, "%ld %zu ", file->pack[i].id, file->pack[i].offset);
	first = joined->length;
	text_add_n(joined, file->body.bytes, file->body.length);
	id = pdf_new_id(file);
	for (int i = 0; i < file->pack_count; i++)
		set_entry(file, file->pack[i].id,
			  (struct entry){ .type = 2, .at = (uint64_t)id, .index = (uint16_t)i });
	snprintf(dict, sizeof dict, "/Type/ObjStm/N %d/First %zu", file->pack_count, first);
	file->pack_count = 0;
	pdf_stream(file, id, dict, joined->bytes, joined->length);
	text_clear(&file->body);
}

struct text *pdf_begin(struct pdf_file *file, long id)
{
	if (file->pack_count == PACK_OBJECTS || file->body.length > PACK_BYTES)
		flush_pack(file);
	if (file->pack_count > 0)
		text_add_char(&file->body, '\n');
	file->pack[file->pack_count++] = (struct packed){ .id = id, .offset = file->body.length };
	return &file->body;
}

void pdf_digest(struct pdf_file *file, unsigned char digest[16])
{
	HPDF_MD5_CTX copy;

	flush_pack(file);
	copy = file->md5;
	HPDF_MD5Final(digest, &copy);
}

#define XREF_COLUMNS 8 /* 1 type, 5 offset or stream, 2 index */

static void put_entry(unsigned char row[XREF_COLUMNS], const struct entry *entry)
{
	row[0] = entry->type;
	for (int i = 0; i < 5; i++)
		row[1 + i] = (unsigned char)(entry->at >> (8 * (4 - i)));
	row[6] = (unsigned char)(entry->index >> 8);
	row[7] = (unsigned char)entry->index;
}

/* Rows with PNG predictor 2 (up): consecutive offsets compress well. */
static void xref_rows(struct pdf_file *file, struct text *rows, long count)
{
	unsigned char before[XREF_COLUMNS] = { 0 }, row[XREF_COLUMNS];

	for (long i = 0; i < count; i++) {
		put_entry(row, &file->entries[i]);
		text_add_char(rows, 2);
		for (int k = 0; k < XREF_COLUMNS; k++)
			text_add_char(rows, (char)(row[k] - before[k]));
		memcpy(before, row, sizeof row);
	}
}

bool pdf_file_close(struct pdf_file *file, const char *trailer, size_t length)
{
	struct text rows = text_make(file->arena), dict = text_make(file->arena);
	unsigned long long start;
	long id;

	flush_pack(file);
	id = pdf_new_id(file);
	if (file->next > PDF_OBJECTS_MAX)
		return false;
	start = file_out_length(file->out);
	set_here(file, id);
	set_entry(file, 0, (struct entry){ .index = 0xFFFF });
	xref_rows(file, &rows, file->next);
	text_addf(&dict, "/Type/XRef/Size %ld/W[1 5 2]/DecodeParms<</Predictor 12/Columns %d>>",
		  file->next, XREF_COLUMNS);
	text_add_n(&dict, trailer, length);
	pdf_stream(file, id, dict.bytes, rows.bytes, rows.length);
	text_clear(&dict);
	text_addf(&dict, "startxref\n%llu\n%%%%EOF\n", start);
	write_string(file, dict.bytes);
	return true;
}
