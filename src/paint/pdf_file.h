/* pdf_file.h - the bytes of a PDF file: objects, streams, cross references.
 *
 * Gives:    numbers for objects, plain objects packed into object streams,
 *           compressed streams, a cross-reference stream. Everything goes out
 *           as it is said, so memory does not grow with the file.
 * Includes: base, zlib.
 * Not here: what the objects mean. libharu's objects are handed over as bytes.
 *
 * Why not libharu's own serializer: it keeps the whole file in memory, writes
 * structure uncompressed (8 MB per 200 dense pages) and loses files over 2 GiB
 * in silence.
 */
#ifndef PAINT_PDF_FILE_H
#define PAINT_PDF_FILE_H

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

#define PDF_OBJECTS_MAX 8388607 /* Source: ISO 19005-2 6.1.13, indirect objects */

struct pdf_file;

/** Writes the header to `out`. `first_own`: numbers below it are given by the
 *  caller (libharu), from it on by pdf_new_id(). */
struct pdf_file *pdf_file_open(struct arena *arena, struct file_out *out, long first_own,
			       int level);

long pdf_new_id(struct pdf_file *file);
/** Begins a plain object; append its text (without obj/endobj) to the result. */
struct text *pdf_begin(struct pdf_file *file, long id);
/** Writes a stream, compressed. `dict` holds further entries, or "". */
void pdf_stream(struct pdf_file *file, long id, const char *dict, const void *bytes, size_t length);
/** Writes a stream as it is; `dict` says its /Filter if it has one. */
void pdf_stream_raw(struct pdf_file *file, long id, const char *dict, const void *bytes,
		    size_t length);
/** An object serialized elsewhere that holds a stream: its whole text. */
void pdf_foreign(struct pdf_file *file, long id, const char *bytes, size_t length);
/** A digest of everything written so far, 16 bytes. */
void pdf_digest(struct pdf_file *file, unsigned char digest[16]);
/** Cross references and trailer; `trailer` holds /Root, /Info, /ID. False when
 *  there are more than PDF_OBJECTS_MAX objects. */
bool pdf_file_close(struct pdf_file *file, const char *trailer, size_t length);

/* ---- appending to an object ------------------------------------------ */

void pdf_ref(struct text *out, long id); /* "12 0 R "            */
void pdf_int(struct text *out, long value);
void pdf_real(struct text *out, double value); /* two decimals at most */
/** A text string: PDFDocEncoding's ASCII part as it is, else UTF-16BE. */
void pdf_text(struct text *out, const char *string);
/** A byte string; holds NULs when the bytes do. */
void pdf_bytes(struct text *out, const void *bytes, size_t length);
/** A digest, as a hexadecimal string: it may stand in the dictionary of a stream. */
void pdf_digits(struct text *out, const unsigned char digest[16]);
void pdf_name(struct text *out, const char *name); /* "/Name", escaped     */

#endif
