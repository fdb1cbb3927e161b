/* figure.c - charts drawn for two widths of screen, images; trees and maps go
 * on to node.c. */
#include "web_private.h"

#include <math.h>

/* A chart is drawn twice, so that its letters are readable on a phone too; the
 * style sheet shows the one that fits. Points of drawing: what is shown has 1.5
 * pixels for each. */
#define WIDE_PT          500.0
#define WIDE_HEIGHT_PT   520.0
#define NARROW_PT        228.0
#define NARROW_HEIGHT_PT 420.0
#define LETTERS_PT       10.0
#define IMAGE_DATA_MAX   4096 /* bytes of an image that stands in the page itself */
#define PX_PER_PT        (4.0 / 3)

/* ---- the figure around ------------------------------------------------------------ */

static void open_figure(struct web *web, const struct document_block *block, const char *name)
{
	text_add(web->out, "<figure");
	web_add_class(web->out, web_space_class(web, block->style), name);
	web_add_id_attribute(web->out, "id", block->id);
	if (!text_equal(block->language, web->document->language))
		escape_attribute(web->out, "lang", block->language);
	text_add(web->out, ">\n");
}

static void add_figure_caption(struct web *web, const char *title, const char *unit)
{
	if (text_blank(title))
		return;
	text_add(web->out, "<figcaption>");
	escape_markup(web->out, title);
	if (!text_blank(unit)) {
		text_add(web->out, " <span class=\"unita\">");
		escape_markup(web->out, unit);
		text_add(web->out, "</span>");
	}
	text_add(web->out, "</figcaption>\n");
}

static const char *alternative(const struct document_figure *figure)
{
	if (!text_blank(figure->alt))
		return figure->alt;
	return text_blank(figure->title) ? "Figura" : figure->title;
}

/* ---- charts -------------------------------------------------------------------------- */

/* The figure without the title, which the page shows as text, and in letters
 * that suit a screen. */
static struct document_figure for_screen(struct web *web, const struct document_figure *figure)
{
	struct document_figure copy = *figure;
	struct document_style *style = arena_new(web->arena, struct document_style);

	if (figure->style != NULL)
		*style = *figure->style;
	style->character.size_pt = fmax(style->character.size_pt, LETTERS_PT);
	copy.style = style;
	copy.title = NULL;
	copy.width_pt = copy.width_percent = 0;
	return copy;
}

static const struct page_drawing *draw(struct web *web, const struct document_block *block,
				       const struct document_figure *figure,
				       struct figure_space space)
{
	return figure_draw(web->arena, web->options->type, figure, space, block->place,
			   web->options->diag)
		->items[0];
}

static void say_svg(struct web_svg *how, const struct document_figure *figure)
{
	if (figure->decorative)
		return;
	how->title = text_blank(figure->title) ? NULL : figure->title;
	how->desc = alternative(figure);
}

static void add_drawing(struct web *web, const struct document_block *block,
			const struct document_figure *figure, struct figure_space space,
			const char *class_name, char letter)
{
	struct web_svg how = {
		.id_prefix = arena_printf(web->arena, "figura.%d%c", web->figures, letter),
		.class_name = class_name,
	};

	say_svg(&how, block->as.figure);
	web_drawing_svg(web->out, draw(web, block, figure, space), &how);
}

static const char *add_file(struct web *web, const char *name, const void *bytes, size_t length)
{
	struct web_file *file = arena_new(web->arena, struct web_file);

	*file = (struct web_file){ .name = name, .bytes = bytes, .length = length };
	if (web->files_last != NULL)
		web->files_last->next = file;
	else
		web->files = file;
	web->files_last = file;
	return name;
}

/* To be used elsewhere: with its title, which in the page is text. */
static const char *chart_file(struct web *web, const struct document_block *block,
			      struct document_figure figure, struct figure_space space)
{
	struct web_svg how = { .id_prefix = "grafico", .alone = true };
	struct text svg = text_make(web->arena);

	figure.title = block->as.figure->title;
	say_svg(&how, block->as.figure);
	text_add(&svg, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	web_drawing_svg(&svg, draw(web, block, &figure, space), &how);
	return add_file(web, arena_printf(web->arena, "grafico-%d.svg", ++web->chart_count),
			svg.bytes, svg.length);
}

static void offer_chart(struct web *web, const struct document_figure *figure, const char *file)
{
	text_add(web->out, "<p class=\"scarica\"><a");
	escape_attribute(web->out, "href", file);
	text_add(web->out, " type=\"image/svg+xml\" download=\"\">Grafico in SVG");
	if (!text_blank(figure->title)) {
		text_add(web->out, "<span class=\"solo-voce\">: ");
		escape_markup(web->out, figure->title);
		text_add(web->out, "</span>");
	}
	text_add(web->out, "</a></p>\n");
}

static void add_chart(struct web *web, const struct document_block *block)
{
	struct document_figure figure = for_screen(web, block->as.figure);
	struct figure_space wide = { WIDE_PT, WIDE_HEIGHT_PT, WIDE_HEIGHT_PT };
	struct figure_space narrow = { NARROW_PT, NARROW_HEIGHT_PT, NARROW_HEIGHT_PT };

	open_figure(web, block, "grafico");
	add_figure_caption(web, block->as.figure->title, NULL);
	add_drawing(web, block, &figure, wide, "largo", 'a');
	add_drawing(web, block, &figure, narrow, "stretto", 'b');
	web_chart_data(web, block->as.figure);
	if (!block->as.figure->decorative)
		offer_chart(web, block->as.figure, chart_file(web, block, figure, wide));
	text_add(web->out, "</figure>\n");
}

/* ---- images ---------------------------------------------------------------------------- */

/* The same picture shown again is one file. */
static const char *image_file(struct web *web, const struct document_image *image)
{
	const char *begin = web->options->images != NULL ? web->options->images : "immagine-";

	for (const struct web_file *file = web->files; file != NULL; file = file->next)
		if (file->length == image->png_length &&
		    memcmp(file->bytes, image->png, file->length) == 0)
			return file->name;
	return add_file(web, arena_printf(web->arena, "%s%d.png", begin, ++web->image_count),
			image->png, image->png_length);
}

static void add_source(struct web *web, const struct document_image *image)
{
	if (image->png_length > IMAGE_DATA_MAX) {
		escape_attribute(web->out, "src", image_file(web, image));
		return;
	}
	text_add(web->out, " src=\"data:image/png;base64,");
	web_add_base64(web->out, image->png, image->png_length);
	text_add(web->out, "\"");
}

/* In pixels, as wide as on paper. */
static double shown_width(const struct document_figure *figure)
{
	const struct document_image *image = figure->as.image;
	double ratio = image->height_px > 0 ? (double)image->width_px / image->height_px : 1;

	if (figure->width_pt > 0)
		return figure->width_pt * PX_PER_PT;
	if (figure->height_pt > 0)
		return figure->height_pt * ratio * PX_PER_PT;
	return image->width_px * 96 / (image->dpi > 0 ? image->dpi : 96);
}

static void add_size(struct web *web, const struct document_figure *figure)
{
	const struct document_image *image = figure->as.image;
	double width = fmin(fmax(1, round(shown_width(figure))), 4000);
	double height = round(width * image->height_px / fmax(1, image->width_px));

	text_addf(web->out, " width=\"%.0f\" height=\"%.0f\"", width, fmax(1, height));
}

static void add_image(struct web *web, const struct document_block *block)
{
	const struct document_figure *figure = block->as.figure;

	open_figure(web, block, "immagine");
	text_add(web->out, "<img");
	if (figure->width_percent > 0)
		web_add_class(web->out, web_column_class(web, fmin(figure->width_percent, 100)),
			      "");
	add_source(web, figure->as.image);
	add_size(web, figure);
	escape_attribute(web->out, "alt", figure->decorative ? "" : alternative(figure));
	text_add(web->out, "/>\n");
	add_figure_caption(web, figure->title, NULL);
	text_add(web->out, "</figure>\n");
}

/* ---- any figure ---------------------------------------------------------------------------- */

void web_figure(struct web *web, const struct document_block *block)
{
	web->figures++;
	switch (block->as.figure->kind) {
	case DOCUMENT_CHART: add_chart(web, block); break;
	case DOCUMENT_IMAGE: add_image(web, block); break;
	case DOCUMENT_TREE: web_nodes(web, block, "albero"); break;
	case DOCUMENT_MAP: web_nodes(web, block, "mappa"); break;
	}
}
