/* pdf_haru.c - the objects that libharu keeps: catalogue, information, fonts,
 * colour profile, attachments.
 *
 * Only libharu's object model is used. Its font code (no right ToUnicode, no
 * ligatures), its metadata and PDF/A helpers (wrong keys, no escaping), its
 * attachment helper (no relationship, no type) and its serializer (see
 * pdf_file.h) fail the standards; experiments are told in docs/architecture.md.
 * Streams and big trees are objects of pdf_file; a `stub` stands for them here.
 */
#include "pdf_private.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_utils.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if HPDF_VERSION_ID != 20300
#error "written for the structures of libharu 2.3.0"
#endif

#define ID_MASK 0x00FFFFFF

struct pdf_haru {
	HPDF_Doc doc;
	HPDF_Dict *stubs;
	size_t stub_count, stub_capacity;
	struct text out; /* what libharu's writer is writing */
};

/* libharu tells of each failure; the first is kept, as for all others. */
static void on_error(HPDF_STATUS error, HPDF_STATUS detail, void *user)
{
	struct pdf *pdf = user;

	pdf_fail(pdf, STATUS_LIBRARY,
		 arena_printf(pdf->arena, "libharu ha rifiutato un oggetto (errore 0x%04lX, %lu)",
			      (unsigned long)error, (unsigned long)detail));
}

static void close_haru(void *data)
{
	struct pdf_haru *haru = data;

	for (size_t i = 0; i < haru->stub_count; i++)
		HPDF_Dict_Free(haru->stubs[i]);
	HPDF_Free(haru->doc);
}

struct pdf_haru *pdf_haru_open(struct pdf *pdf)
{
	struct pdf_haru *haru = arena_new(pdf->arena, struct pdf_haru);

	haru->out = text_make(pdf->arena);
	haru->doc = HPDF_New(on_error, pdf);
	if (haru->doc == NULL)
		arena_exhausted(pdf->arena, 0);
	arena_defer(pdf->arena, close_haru, haru);
	return haru;
}

/* ---- small words ------------------------------------------------------- */

static HPDF_Dict new_dict(struct pdf *pdf)
{
	return HPDF_Dict_New(pdf->haru->doc->mmgr);
}

/* A dictionary with an object number of libharu's. */
static HPDF_Dict new_object(struct pdf *pdf)
{
	HPDF_Dict dict = new_dict(pdf);

	HPDF_Xref_Add(pdf->haru->doc->xref, dict);
	return dict;
}

static long id_of(const void *object)
{
	return (long)(((const HPDF_Obj_Header *)object)->obj_id & ID_MASK);
}

/* Stands for an object of pdf_file wherever libharu wants an object. */
static HPDF_Dict stub(struct pdf *pdf, long id)
{
	struct pdf_haru *haru = pdf->haru;
	HPDF_Dict dict = new_dict(pdf);

	dict->header.obj_id = (HPDF_UINT32)id | HPDF_OTYPE_INDIRECT;
	haru->stubs = pdf_room(pdf, haru->stubs, haru->stub_count, &haru->stub_capacity,
			       sizeof *haru->stubs);
	haru->stubs[haru->stub_count++] = dict;
	return dict;
}

static void add_ref(struct pdf *pdf, HPDF_Dict dict, const char *key, long id)
{
	HPDF_Dict_Add(dict, key, stub(pdf, id));
}

/* A text string: UTF-16BE with its mark. */
static void add_text(struct pdf *pdf, HPDF_Dict dict, const char *key, const char *value)
{
	struct text out = text_make(pdf->arena);
	uint32_t c;

	if (value == NULL || *value == '\0')
		return;
	text_add_n(&out, "\xFE\xFF", 2);
	while ((c = utf8_next(&value)) != 0) {
		if (c > 0xFFFF) {
			uint32_t high = 0xD800 + ((c - 0x10000) >> 10);

			text_add_char(&out, (char)(high >> 8));
			text_add_char(&out, (char)high);
			c = 0xDC00 + ((c - 0x10000) & 0x3FF);
		}
		text_add_char(&out, (char)(c >> 8));
		text_add_char(&out, (char)c);
	}
	HPDF_Dict_Add(dict, key,
		      HPDF_Binary_New(pdf->haru->doc->mmgr, (HPDF_BYTE *)out.bytes,
				      (HPDF_UINT)out.length));
}

static void add_string(struct pdf *pdf, HPDF_Dict dict, const char *key, const char *value)
{
	HPDF_Dict_Add(dict, key, HPDF_String_New(pdf->haru->doc->mmgr, value, NULL));
}

static HPDF_Array add_array(struct pdf *pdf, HPDF_Dict dict, const char *key)
{
	HPDF_Array array = HPDF_Array_New(pdf->haru->doc->mmgr);

	HPDF_Dict_Add(dict, key, array);
	return array;
}

/* ---- fonts ----------------------------------------------------------------- */

/* Advance widths, two decimals, by CID. */
static void add_widths(struct pdf *pdf, HPDF_Dict cid_font, const struct pdf_font *font)
{
	HPDF_Array all = add_array(pdf, cid_font, "W");
	HPDF_Array widths = HPDF_Array_New(pdf->haru->doc->mmgr);

	HPDF_Array_AddNumber(all, 1);
	HPDF_Array_Add(all, widths);
	for (size_t cid = 1; cid < font->count; cid++)
		HPDF_Array_AddReal(
			widths, (HPDF_REAL)(floor((double)font->cids[cid].width * 100 + .5) / 100));
}

#define FLAG_SYMBOLIC 4 /* Source: ISO 32000-1 table 123 */
#define FLAG_ITALIC   64
#define STEM_REGULAR  80 /* StemV: no table of the face tells it */
#define STEM_BOLD     140

static HPDF_Dict descriptor(struct pdf *pdf, const struct type_face *face,
			    const struct pdf_fontfile *file, long stream)
{
	HPDF_Dict dict = new_object(pdf);
	HPDF_Array box;

	HPDF_Dict_AddName(dict, "Type", "FontDescriptor");
	HPDF_Dict_AddName(dict, "FontName", file->name);
	HPDF_Dict_AddNumber(dict, "Flags", FLAG_SYMBOLIC | (face->italic ? FLAG_ITALIC : 0));
	box = add_array(pdf, dict, "FontBBox");
	for (int i = 0; i < 4; i++)
		HPDF_Array_AddNumber(box, (HPDF_INT32)face->box[i]);
	HPDF_Dict_AddNumber(dict, "ItalicAngle", (HPDF_INT32)face->italic_angle);
	HPDF_Dict_AddNumber(dict, "Ascent", (HPDF_INT32)face->ascent);
	HPDF_Dict_AddNumber(dict, "Descent", -(HPDF_INT32)face->descent);
	HPDF_Dict_AddNumber(dict, "CapHeight", (HPDF_INT32)face->cap_height);
	HPDF_Dict_AddNumber(dict, "StemV", face->bold ? STEM_BOLD : STEM_REGULAR);
	add_ref(pdf, dict, "FontFile2", stream);
	return dict;
}

static HPDF_Dict cid_font(struct pdf *pdf, const struct pdf_font *font,
			  const struct pdf_fontfile *file)
{
	HPDF_Dict dict = new_object(pdf), system = new_dict(pdf);
	long bytes = pdf_new_id(pdf->file), map = pdf_new_id(pdf->file);
	char length[40];

	snprintf(length, sizeof length, "/Length1 %zu", file->subset.length);
	pdf_stream(pdf->file, bytes, length, file->subset.bytes, file->subset.length);
	pdf_stream(pdf->file, map, "", file->to_glyph.bytes, file->to_glyph.length);
	HPDF_Dict_AddName(dict, "Type", "Font");
	HPDF_Dict_AddName(dict, "Subtype", "CIDFontType2");
	HPDF_Dict_AddName(dict, "BaseFont", file->name);
	add_string(pdf, system, "Registry", "Adobe");
	add_string(pdf, system, "Ordering", "Identity");
	HPDF_Dict_AddNumber(system, "Supplement", 0);
	HPDF_Dict_Add(dict, "CIDSystemInfo", system);
	HPDF_Dict_Add(dict, "FontDescriptor", descriptor(pdf, font->face, file, bytes));
	add_ref(pdf, dict, "CIDToGIDMap", map);
	HPDF_Dict_AddNumber(dict, "DW", 0);
	add_widths(pdf, dict, font);
	return dict;
}

long pdf_haru_font(struct pdf *pdf, const struct pdf_font *font, struct diag *diag)
{
	struct pdf_fontfile file = { 0 };
	HPDF_Dict dict;
	long unicode;

	if (pdf_fontfile_make(pdf, &file, font, diag) != STATUS_OK) {
		pdf_fail(pdf, STATUS_LIBRARY, "un carattere non si può incorporare");
		return 0;
	}
	unicode = pdf_new_id(pdf->file);
	pdf_stream(pdf->file, unicode, "", file.to_unicode.bytes, file.to_unicode.length);
	dict = new_object(pdf);
	HPDF_Dict_AddName(dict, "Type", "Font");
	HPDF_Dict_AddName(dict, "Subtype", "Type0");
	HPDF_Dict_AddName(dict, "BaseFont", file.name);
	HPDF_Dict_AddName(dict, "Encoding", "Identity-H");
	HPDF_Array_Add(add_array(pdf, dict, "DescendantFonts"), cid_font(pdf, font, &file));
	add_ref(pdf, dict, "ToUnicode", unicode);
	return id_of(dict);
}

/* ---- what the file says of itself --------------------------------------------- */

static void add_information(struct pdf *pdf)
{
	const struct paint_pdf_options *options = pdf->options;
	HPDF_Dict info = pdf->haru->doc->info;
	char date[32];

	pdf_date(date, options->date, false);
	add_text(pdf, info, "Title", options->title);
	add_text(pdf, info, "Author", options->author);
	add_text(pdf, info, "Subject", options->subject);
	add_text(pdf, info, "Keywords", options->keywords);
	add_text(pdf, info, "Producer", options->producer);
	add_string(pdf, info, "CreationDate", date);
	add_string(pdf, info, "ModDate", date);
}

/* The packet stays readable to programs that know nothing of PDF: no filter. */
static void add_metadata(struct pdf *pdf, HPDF_Dict catalogue)
{
	struct text packet = text_make(pdf->arena);
	long id = pdf_new_id(pdf->file);

	pdf_xmp(&packet, pdf->options);
	pdf_stream_raw(pdf->file, id, "/Type/Metadata/Subtype/XML", packet.bytes, packet.length);
	add_ref(pdf, catalogue, "Metadata", id);
}

#define ICC_BYTES_MAX ((size_t)4 << 20)

/* All colours are sRGB. Source: ISO 19005-2 6.2.3. */
static void add_profile(struct pdf *pdf, HPDF_Dict catalogue, struct diag *diag)
{
	HPDF_Dict intent = new_object(pdf);
	struct bytes icc;
	long id;

	if (file_read_own(&icc, pdf->arena, pdf->options->icc_path, ICC_BYTES_MAX, diag) !=
	    STATUS_OK) {
		pdf_fail(pdf, STATUS_IO, NULL);
		return;
	}
	id = pdf_new_id(pdf->file);
	pdf_stream(pdf->file, id, "/N 3", icc.data, icc.length);
	HPDF_Dict_AddName(intent, "Type", "OutputIntent");
	HPDF_Dict_AddName(intent, "S", "GTS_PDFA1");
	add_string(pdf, intent, "OutputConditionIdentifier", "sRGB IEC61966-2.1");
	add_string(pdf, intent, "Info", "sRGB IEC61966-2.1");
	add_ref(pdf, intent, "DestOutputProfile", id);
	HPDF_Array_Add(add_array(pdf, catalogue, "OutputIntents"), intent);
}

/* ---- attachments ---------------------------------------------------------------- */

/* The embedded file. Source: ISO 19005-3 6.8; ISO 32000-1 7.11.4. */
static long put_file(struct pdf *pdf, const struct paint_attachment *file)
{
	struct text dict = text_make(pdf->arena);
	long id = pdf_new_id(pdf->file);
	unsigned char sum[16];
	HPDF_MD5_CTX md5;
	char date[32];

	HPDF_MD5Init(&md5);
	HPDF_MD5Update(&md5, (const HPDF_BYTE *)file->bytes.data, (HPDF_UINT32)file->bytes.length);
	HPDF_MD5Final(sum, &md5);
	pdf_date(date, pdf->options->date, false);
	text_add(&dict, "/Type/EmbeddedFile/Subtype");
	pdf_name(&dict, file->mime);
	text_addf(&dict, "/Params<</Size %zu/ModDate(%s)/CheckSum", file->bytes.length, date);
	pdf_digits(&dict, sum);
	text_add(&dict, ">>");
	pdf_stream(pdf->file, id, dict.bytes, file->bytes.data, file->bytes.length);
	return id;
}

static HPDF_Dict file_spec(struct pdf *pdf, const struct paint_attachment *file)
{
	HPDF_Dict spec = new_object(pdf), files = new_dict(pdf);
	long id = put_file(pdf, file);

	HPDF_Dict_AddName(spec, "Type", "Filespec");
	add_text(pdf, spec, "F", file->name);
	add_text(pdf, spec, "UF", file->name);
	add_text(pdf, spec, "Desc", file->description);
	HPDF_Dict_AddName(spec, "AFRelationship", file->relationship);
	add_ref(pdf, files, "F", id);
	add_ref(pdf, files, "UF", id);
	HPDF_Dict_Add(spec, "EF", files);
	return spec;
}

static int by_name(const void *a, const void *b)
{
	return strcmp((*(const struct paint_attachment *const *)a)->name,
		      (*(const struct paint_attachment *const *)b)->name);
}

/* Listed twice: as associated files in the order given, by name for readers. */
static void add_attachments(struct pdf *pdf, HPDF_Dict catalogue, HPDF_Dict names)
{
	size_t count = pdf->options->attachment_count;
	const struct paint_attachment **sorted =
		arena_array(pdf->arena, const struct paint_attachment *, count);
	HPDF_Dict *specs = arena_array(pdf->arena, HPDF_Dict, count), tree;
	HPDF_Array listed, associated;

	if (count == 0)
		return;
	associated = add_array(pdf, catalogue, "AF");
	for (size_t i = 0; i < count; i++) {
		sorted[i] = &pdf->options->attachments[i];
		specs[i] = file_spec(pdf, sorted[i]);
		HPDF_Array_Add(associated, specs[i]);
	}
	qsort(sorted, count, sizeof *sorted, by_name);
	tree = new_dict(pdf);
	HPDF_Dict_Add(names, "EmbeddedFiles", tree);
	listed = add_array(pdf, tree, "Names");
	for (size_t i = 0; i < count; i++) {
		HPDF_Array_Add(listed,
			       HPDF_String_New(pdf->haru->doc->mmgr, sorted[i]->name, NULL));
		HPDF_Array_Add(listed, specs[sorted[i] - pdf->options->attachments]);
	}
}

/* ---- the catalogue -------------------------------------------------------------- */

static void add_structure(struct pdf *pdf, HPDF_Dict catalogue)
{
	HPDF_Dict mark;

	if (pdf->options->untagged)
		return;
	mark = new_dict(pdf);
	HPDF_Dict_AddBoolean(mark, "Marked", HPDF_TRUE);
	HPDF_Dict_Add(catalogue, "MarkInfo", mark);
	add_ref(pdf, catalogue, "StructTreeRoot", pdf->root_tag);
}

static void add_views(struct pdf *pdf, HPDF_Dict catalogue, const struct pdf_trees *trees)
{
	HPDF_Dict viewer = new_dict(pdf), labels = new_dict(pdf), style = new_dict(pdf);
	HPDF_Array ranges;

	HPDF_Dict_AddBoolean(viewer, "DisplayDocTitle", HPDF_TRUE);
	HPDF_Dict_Add(catalogue, "ViewerPreferences", viewer);
	HPDF_Dict_Add(catalogue, "PageLabels", labels);
	ranges = add_array(pdf, labels, "Nums");
	HPDF_Array_AddNumber(ranges, 0);
	HPDF_Array_Add(ranges, style);
	HPDF_Dict_AddName(style, "S", "D");
	if (trees->outlines == 0)
		return;
	add_ref(pdf, catalogue, "Outlines", trees->outlines);
	HPDF_Dict_AddName(catalogue, "PageMode", "UseOutlines");
}

static void fill_catalogue(struct pdf *pdf, const struct pdf_trees *trees, struct diag *diag)
{
	HPDF_Dict catalogue = pdf->haru->doc->catalog, names = new_dict(pdf);

	add_ref(pdf, catalogue, "Pages", trees->pages);
	add_string(pdf, catalogue, "Lang", pdf->options->language);
	add_structure(pdf, catalogue);
	add_views(pdf, catalogue, trees);
	add_information(pdf);
	add_metadata(pdf, catalogue);
	add_profile(pdf, catalogue, diag);
	HPDF_Dict_Add(catalogue, "Names", names);
	if (trees->destinations != 0)
		add_ref(pdf, names, "Dests", trees->destinations);
	add_attachments(pdf, catalogue, names);
	if (trees->form != 0)
		add_ref(pdf, catalogue, "AcroForm", trees->form);
}

/* ---- serializing ------------------------------------------------------------------ */

static HPDF_STATUS take_bytes(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT length)
{
	text_add_n(stream->attr, (const char *)bytes, length);
	return HPDF_OK;
}

static void write_object(struct pdf *pdf, HPDF_Stream writer, HPDF_UINT id)
{
	HPDF_XrefEntry entry = HPDF_List_ItemAt(pdf->haru->doc->xref->entries, id);
	struct text *out = &pdf->haru->out, *to;

	/* The page tree that libharu began is not the file's. */
	if (entry->entry_typ == HPDF_FREE_ENTRY || entry->obj == pdf->haru->doc->root_pages)
		return;
	text_clear(out);
	HPDF_Obj_WriteValue(entry->obj, writer, NULL);
	to = pdf_begin(pdf->file, (long)id);
	text_add_n(to, out->bytes, out->length);
}

void pdf_haru_finish(struct pdf *pdf, const struct pdf_trees *trees, struct diag *diag)
{
	HPDF_Doc doc = pdf->haru->doc;
	HPDF_Stream writer;

	fill_catalogue(pdf, trees, diag);
	if (doc->xref->entries->count > PDF_HARU_IDS) {
		pdf_fail(pdf, STATUS_LIMIT, "troppi caratteri o allegati per un solo PDF");
		return;
	}
	writer = HPDF_CallbackWriter_New(doc->mmgr, take_bytes, &pdf->haru->out);
	for (HPDF_UINT id = 1; id < doc->xref->entries->count; id++)
		write_object(pdf, writer, id);
	HPDF_Stream_Free(writer);
	if (HPDF_GetError(doc) != HPDF_OK)
		on_error(HPDF_GetError(doc), 0, pdf);
}

void pdf_haru_trailer(struct pdf *pdf, struct text *out)
{
	text_addf(out, "/Root %ld 0 R/Info %ld 0 R", id_of(pdf->haru->doc->catalog),
		  id_of(pdf->haru->doc->info));
}
