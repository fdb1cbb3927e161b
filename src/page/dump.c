/* dump.c - a sink that writes pages as text, for golden files.
 *
 * One line an operation, positions in points with one decimal, so that a
 * reviewer can read a change of layout in a diff.
 */
#include "page/page.h"

struct dump {
	struct page_sink sink;
	struct text *out;
	long tags; /* handed out so far */
};

static struct dump *of(struct page_sink *sink)
{
	return (struct dump *)sink;
}

static long open_tag(struct page_sink *sink, struct page_tag *tag)
{
	struct dump *dump = of(sink);

	tag->reference = ++dump->tags;
	text_addf(dump->out, "<%s #%ld", page_role_name(tag->role), tag->reference);
	if (tag->parent != NULL)
		text_addf(dump->out, " in #%ld", tag->parent->reference);
	if (tag->scope != 0)
		text_addf(dump->out, " scope=%c", tag->scope);
	if (tag->columns > 1)
		text_addf(dump->out, " columns=%d", tag->columns);
	if (tag->rows > 1)
		text_addf(dump->out, " rows=%d", tag->rows);
	if (tag->alt != NULL)
		text_addf(dump->out, " alt=\"%s\"", tag->alt);
	text_add(dump->out, ">\n");
	return tag->reference;
}

static void close_tag(struct page_sink *sink, const struct page_tag *tag)
{
	struct dump *dump = of(sink);

	text_addf(dump->out, "</%s #%ld", page_role_name(tag->role), tag->reference);
	for (size_t i = 0; i < tag->kid_count; i++) {
		const struct page_kid *kid = &tag->kids[i];

		if (kid->kind == PAGE_KID_TAG)
			text_addf(dump->out, " #%ld", kid->reference);
		else
			text_addf(dump->out, " %s%d.%d",
				  kid->kind == PAGE_KID_CONTENT ? "" : "link ", kid->page + 1,
				  kid->number);
	}
	text_add(dump->out, ">\n");
}

static void dump_mark(struct text *out, const struct page_op *op)
{
	static const char *const artifacts[] = { "artifact", "artifact header", "artifact footer",
						 "artifact background" };

	if (op->as.mark.tag == NULL)
		text_addf(out, "  %s\n", artifacts[op->as.mark.artifact]);
	else
		text_addf(out, "  mark %d\n", op->as.mark.mcid);
}

static void dump_text(struct text *out, const struct page_op *op)
{
	text_addf(out, "  %.1f %.1f %s %.1f #%06X \"", op->as.text.x, op->as.text.y,
		  op->as.text.count ? op->as.text.words[0].run->face->name : "-",
		  (double)op->as.text.size, (unsigned)op->as.text.colour);
	for (size_t i = 0; i < op->as.text.count; i++) {
		if (op->as.text.words[i].space)
			text_add(out, " ");
		for (const struct type_run *run = op->as.text.words[i].run; run != NULL;
		     run = run->next)
			text_add_n(out, run->text, run->length);
	}
	text_add(out, "\"\n");
}

/* The path's bounding box says enough for a golden file. */
static void dump_path(struct text *out, const struct page_op *op, const char *verb)
{
	double x0 = 1e9, y0 = 1e9, x1 = -1e9, y1 = -1e9;

	for (size_t i = 0; i < op->as.path.count; i++) {
		const struct page_segment *s = &op->as.path.segments[i];
		int used = s->verb == PAGE_CURVE ? 6 : s->verb == PAGE_CLOSE ? 0 : 2;

		for (int k = 0; k < used; k += 2) {
			x0 = s->p[k] < x0 ? s->p[k] : x0;
			x1 = s->p[k] > x1 ? s->p[k] : x1;
			y0 = s->p[k + 1] < y0 ? s->p[k + 1] : y0;
			y1 = s->p[k + 1] > y1 ? s->p[k + 1] : y1;
		}
	}
	text_addf(out, "  %s %.1f %.1f %.1f %.1f #%06X\n", verb, x0, y0, x1, y1,
		  (unsigned)op->as.path.colour);
}

static void dump_ops(struct text *out, const struct page_op *op)
{
	for (; op != NULL; op = op->next) {
		switch (op->kind) {
		case PAGE_OP_MARK: dump_mark(out, op); break;
		case PAGE_OP_TEXT: dump_text(out, op); break;
		case PAGE_OP_SPAN: text_addf(out, "  span \"%s\"\n", op->as.actual); break;
		case PAGE_OP_SPAN_END: text_add(out, "  span end\n"); break;
		case PAGE_OP_FILL: dump_path(out, op, "fill"); break;
		case PAGE_OP_STROKE: dump_path(out, op, "stroke"); break;
		case PAGE_OP_CLIP: dump_path(out, op, "clip"); break;
		case PAGE_OP_CLIP_END: text_add(out, "  clip end\n"); break;
		case PAGE_OP_IMAGE:
			text_addf(out, "  image %.1f %.1f %.1f %.1f\n", op->as.image.x,
				  op->as.image.y, op->as.image.width, op->as.image.height);
			break;
		}
	}
}

static void dump_page(struct page_sink *sink, const struct page *page)
{
	struct text *out = of(sink)->out;

	text_addf(out, "page %d %.1f x %.1f\n", page->index + 1, page->width, page->height);
	dump_ops(out, page->first);
	for (const struct page_annotation *a = page->annotations; a != NULL; a = a->next)
		text_addf(out, "  link %.1f %.1f %.1f %.1f %s \"%s\"\n", a->box[0], a->box[1],
			  a->box[2], a->box[3], a->to, a->contents ? a->contents : "");
}

static void dump_target(struct page_sink *sink, const char *id, int page, double y)
{
	text_addf(of(sink)->out, "target %s %d %.1f\n", id, page + 1, y);
}

static void dump_outline(struct page_sink *sink, const struct page_outline *entry)
{
	text_addf(of(sink)->out, "outline %d \"%s\" %d %.1f\n", entry->level, entry->title,
		  entry->page + 1, entry->y);
}

static void dump_late(struct page_sink *sink, int page, const struct page_drawing *drawing)
{
	text_addf(of(sink)->out, "late %d\n", page + 1);
	dump_ops(of(sink)->out, drawing->first);
}

static enum status finish(struct page_sink *sink, int pages, struct diag *diag)
{
	(void)diag;
	text_addf(of(sink)->out, "pages %d\n", pages);
	return STATUS_OK;
}

struct page_sink *page_dump_sink(struct arena *arena, struct text *out)
{
	struct dump *dump = arena_new(arena, struct dump);

	dump->out = out;
	dump->sink = (struct page_sink){
		.open_tag = open_tag,
		.close_tag = close_tag,
		.page = dump_page,
		.target = dump_target,
		.outline = dump_outline,
		.late = dump_late,
		.finish = finish,
	};
	return &dump->sink;
}
