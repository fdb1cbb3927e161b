/* sample.c - two pages, made with the calls that layout makes. */
#include "sample.h"

#include "page/page.h"

#include <cairo.h>
#include <string.h>
#include <unistd.h>

#define PAGE_WIDTH  595.28
#define PAGE_HEIGHT 841.89
#define LEFT        50.0
#define SIZE        10.0
#define LEADING     14.0
#define INK         0x222222
#define BYTES_MAX   ((size_t)16 << 20)

/** What is being built. */
struct build {
	struct arena *arena;
	struct type_library *type;
	struct page_sink *sink;
	struct page *page;
	struct page_tag *in; /* the tag that is open */
	double y;
};

static struct page_tag *begin(struct build *b, enum page_role role)
{
	struct page_tag *tag = arena_new(b->arena, struct page_tag);

	tag->arena = b->arena;
	tag->role = role;
	tag->parent = b->in;
	b->sink->open_tag(b->sink, tag);
	if (b->in != NULL)
		page_tag_add_kid(
			b->arena, b->in,
			(struct page_kid){ .kind = PAGE_KID_TAG, .reference = tag->reference });
	b->in = tag;
	return tag;
}

static void end(struct build *b)
{
	b->sink->close_tag(b->sink, b->in);
	b->in = b->in->parent;
}

/* Puts a drawing where we are; it belongs to the open tag. */
static void put(struct build *b, const struct page_drawing *drawing, double x)
{
	page_mark(b->page, b->in, PAGE_ARTIFACT_LAYOUT);
	page_place(b->page, drawing, x, b->y, NULL, b->in);
}

static void write_at(struct build *b, double x, const char *text)
{
	struct page_drawing *drawing = page_drawing_create(b->arena, 400, LEADING);

	page_draw_text(drawing, b->type, TYPE_REGULAR, SIZE, INK, 0, SIZE, text);
	put(b, drawing, x);
}

static void write_line(struct build *b, const char *text)
{
	write_at(b, LEFT, text);
	b->y += LEADING;
}

/* An element with one line of text. */
static void line(struct build *b, enum page_role role, const char *text)
{
	begin(b, role);
	write_line(b, text);
	end(b);
}

static void heading(struct build *b, int level, const char *text)
{
	struct page_outline entry = { level, text, b->page->index, b->y };

	b->sink->target(b->sink, text, b->page->index, b->y);
	b->sink->outline(b->sink, &entry);
	line(b, PAGE_H1 + level - 1, text);
}

static void link_to(struct build *b, enum page_annotation_kind kind, const char *to,
		    const char *text)
{
	double box[4] = { LEFT, b->y, LEFT + 100, b->y + LEADING };
	struct page_tag *link = begin(b, PAGE_LINK);

	write_line(b, text);
	page_annotate(b->page, link, kind, box, to, text);
	end(b);
}

static void contents(struct build *b)
{
	begin(b, PAGE_TOC);
	begin(b, PAGE_TOCI);
	begin(b, PAGE_REFERENCE);
	link_to(b, PAGE_LINK_TARGET, "Obiettivi", "Obiettivi, pagina 1");
	end(b);
	end(b);
	end(b);
}

/* Text whose halves are read as one word, in another language, and a link. */
static void paragraph(struct build *b)
{
	struct page_drawing *drawing = page_drawing_create(b->arena, 400, LEADING);

	begin(b, PAGE_P);
	page_draw_span(drawing, "rendicontazione");
	page_draw_text(drawing, b->type, TYPE_REGULAR, SIZE, INK, 0, SIZE, "rendicon- tazione");
	page_draw_span_end(drawing);
	put(b, drawing, LEFT);
	b->y += LEADING;
	begin(b, PAGE_SPAN)->language = "en";
	write_line(b, "performance");
	end(b);
	link_to(b, PAGE_LINK_URI, "https://example.org/", "sito");
	end(b);
}

static void list(struct build *b)
{
	begin(b, PAGE_L)->ordered = true;
	begin(b, PAGE_LI);
	line(b, PAGE_LBL, "1.");
	line(b, PAGE_LBODY, "primo punto");
	end(b);
	end(b);
}

struct cell {
	enum page_role role;
	const char *text, *id;
	char scope;
	int columns, rows;
	double x;
};

static void row(struct build *b, const struct cell *cells, size_t count)
{
	static const char *heads[] = { "gruppo", "target", NULL };

	begin(b, PAGE_TR);
	for (size_t i = 0; i < count; i++) {
		struct page_tag *tag = begin(b, cells[i].role);

		tag->scope = cells[i].scope;
		tag->columns = cells[i].columns;
		tag->rows = cells[i].rows;
		tag->id = cells[i].id;
		if (cells[i].role == PAGE_TD)
			tag->headers = heads;
		write_at(b, cells[i].x, cells[i].text);
		end(b);
	}
	end(b);
	b->y += LEADING;
}

static void table_head(struct build *b)
{
	static const struct cell above[] = {
		{ PAGE_TH, "Indicatore", "indicatore", 'C', 1, 2, 50 },
		{ PAGE_TH, "2022", "gruppo", 'C', 2, 1, 150 },
	};
	static const struct cell below[] = {
		{ PAGE_TH, "Target", "target", 'C', 1, 1, 150 },
		{ PAGE_TH, "Risultato", "risultato", 'C', 1, 1, 250 },
	};

	begin(b, PAGE_THEAD);
	row(b, above, 2);
	row(b, below, 2);
	end(b);
}

static void table(struct build *b)
{
	static const struct cell first[] = {
		{ PAGE_TH, "Tempi medi", NULL, 'R', 1, 1, 50 },
		{ PAGE_TD, "75 %", NULL, 0, 1, 1, 150 },
		{ PAGE_TD, "71,21 %", NULL, 0, 1, 1, 250 },
	};
	static const struct cell second[] = {
		{ PAGE_TH, "Costi", NULL, 'R', 1, 1, 50 },
		{ PAGE_TD, "non misurabile", NULL, 0, 2, 1, 150 },
	};

	begin(b, PAGE_TABLE)->summary = "Indicatori e risultati";
	line(b, PAGE_CAPTION, "Tabella 1");
	table_head(b);
	begin(b, PAGE_TBODY);
	row(b, first, 3);
	row(b, second, 2);
	end(b);
	end(b);
}

static cairo_status_t take_png(void *closure, const unsigned char *bytes, unsigned length)
{
	text_add_n(closure, (const char *)bytes, length);
	return CAIRO_STATUS_SUCCESS;
}

/* A few pixels, half of them clear. */
static struct text small_png(struct arena *arena)
{
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 4, 4);
	cairo_t *cairo = cairo_create(surface);
	struct text png = text_make(arena);

	cairo_set_source_rgba(cairo, .2, .4, .6, .5);
	cairo_rectangle(cairo, 0, 0, 2, 4);
	cairo_fill(cairo);
	cairo_surface_write_to_png_stream(surface, take_png, &png);
	cairo_destroy(cairo);
	cairo_surface_destroy(surface);
	return png;
}

static void figure(struct build *b)
{
	struct page_drawing *drawing = page_drawing_create(b->arena, 80, 40);
	struct text png = small_png(b->arena);
	double box[4] = { LEFT, b->y, LEFT + 80, b->y + 40 };

	begin(b, PAGE_FIGURE)->alt = "Stemma della Camera";
	page_draw_rect(drawing, 0, 0, 30, 40, 0x1F4E5F);
	page_draw_image(drawing, 40, 0, 40, 40, (const unsigned char *)png.bytes, png.length, 4, 4);
	put(b, drawing, LEFT);
	page_tag_set_box(b->in, b->page, box);
	end(b);
	b->y += 50;
}

static void signature(struct build *b)
{
	double box[4] = { LEFT, b->y, LEFT + 150, b->y + 40 };

	page_annotate(b->page, begin(b, PAGE_FORM), PAGE_FIELD_SIGNATURE, box, "firma1",
		      "Firma del Presidente");
	end(b);
	b->y += 50;
}

static void rule(struct build *b)
{
	struct page_drawing *drawing = page_drawing_create(b->arena, 400, 1);

	page_mark(b->page, NULL, PAGE_ARTIFACT_LAYOUT);
	page_draw_line(drawing, 0, 0, 400, 0, 0x777777, .5);
	page_place(b->page, drawing, LEFT, b->y, NULL, NULL);
	b->y += LEADING;
}

static void begin_page(struct build *b, int index)
{
	b->page = page_create(b->arena, index, PAGE_WIDTH, PAGE_HEIGHT);
	b->y = 50;
}

/* The running foot: an artifact that comes after all pages. */
static void foot(struct build *b, int page)
{
	struct page_drawing *drawing = page_drawing_create(b->arena, 400, LEADING);
	struct page_op *mark = page_op_add(&drawing->first, &drawing->last, b->arena, PAGE_OP_MARK);

	mark->as.mark.artifact = PAGE_ARTIFACT_PAGINATION_FOOTER;
	mark->as.mark.local = -1;
	page_draw_text(drawing, b->type, TYPE_REGULAR, 8, INK, LEFT, 800, "Pagina");
	b->sink->late(b->sink, page, drawing);
}

static void write_document(struct build *b)
{
	begin(b, PAGE_DOCUMENT);
	begin_page(b, 0);
	heading(b, 1, "Relazione sulla performance");
	contents(b);
	paragraph(b);
	rule(b);
	list(b);
	table(b);
	figure(b);
	signature(b);
	b->sink->page(b->sink, b->page);
	begin_page(b, 1);
	heading(b, 2, "Obiettivi");
	line(b, PAGE_P, "Un capoverso.");
	begin(b, PAGE_NOTE)->id = "nota1";
	write_line(b, "Una nota.");
	end(b);
	b->sink->page(b->sink, b->page);
	end(b);
	foot(b, 0);
	foot(b, 1);
}

static const struct paint_attachment attachments[] = {
	{ "piano.xml", "application/xml", "Il piano", "Source", { "<piano/>", 8 } },
	{ "dati.csv", "text/csv", "I dati", "Data", { "livello,tipo\n", 13 } },
};

static struct paint_pdf_options pdf_options(const struct sample_options *options)
{
	return (struct paint_pdf_options){
		.title = "Relazione «2022» & altro",
		.author = "Camera di commercio",
		.subject = "Performance",
		.keywords = "relazione, performance",
		.language = "it-IT",
		.producer = "relazione",
		.date = 1686657600,
		.icc_path = SOURCE_DIR "/fonts/sRGB.icc",
		.attachments = attachments,
		.attachment_count = options->plain ? 0 : 2,
		.untagged = options->untagged,
	};
}

static enum status write_file(struct arena *arena, const char *path,
			      const struct sample_options *options, struct diag *diag)
{
	static const struct type_options type = {
		.fonts_dir = SOURCE_DIR "/fonts",
		.patterns = SOURCE_DIR "/fonts/hyph_it_IT.dic",
	};
	struct paint_pdf_options pdf = pdf_options(options);
	struct build b = { .arena = arena };
	struct file_out *out;
	enum status status = type_library_open(&b.type, arena, &type, diag);

	if (status != STATUS_OK)
		return status;
	out = file_out_open(arena, path);
	b.sink = paint_pdf(arena, b.type, out, &pdf);
	write_document(&b);
	status = b.sink->finish(b.sink, 2, diag);
	return status == STATUS_OK ? file_out_commit(out, diag) : status;
}

struct bytes sample_make(struct arena *arena, const char *path,
			 const struct sample_options *options, struct diag *diag)
{
	struct bytes pdf = { NULL, 0 };

	if (write_file(arena, path, options, diag) == STATUS_OK)
		file_read(&pdf, arena, path, BYTES_MAX, diag);
	unlink(path);
	return pdf;
}
