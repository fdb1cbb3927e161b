/* image.c - a picture, as large as asked for, its ratio kept. */
#include "figure_private.h"

#include <math.h>

#define DEFAULT_DPI 96.0
#define TITLE_GAP   4.0

struct size {
	double width, height;
};

/* The size as asked for; without one, the picture's own. */
static struct size wanted_size(const struct easel *easel, const struct document_image *image)
{
	const struct document_figure *figure = easel->figure;
	double dpi = image->dpi > 0 ? image->dpi : DEFAULT_DPI;
	double ratio = (double)image->height_px / image->width_px;
	double width = figure->width_pt;

	if (!(width > 0) && figure->width_percent > 0)
		width = easel->space.width * figure->width_percent / 100;
	if (width > 0 && figure->height_pt > 0)
		width = fmin(width, figure->height_pt / ratio);
	else if (figure->height_pt > 0)
		width = figure->height_pt / ratio;
	else if (!(width > 0))
		width = image->width_px * 72 / dpi;
	return (struct size){ width, width * ratio };
}

static struct size fit(struct size size, double width, double height)
{
	double scale = fmin(1, fmin(width / size.width, height / size.height));

	return (struct size){ size.width * scale, size.height * scale };
}

struct page_drawing *image_draw(struct easel *easel)
{
	const struct document_image *image = easel->figure->as.image;
	struct lettering bold = { TYPE_BOLD, easel->size * 1.2, INK };
	struct label *title =
		label_make(easel, bold, NULL, easel->figure->title, easel->space.width, 4);
	double top = title->count > 0 ? title->height + TITLE_GAP : 0;
	struct page_drawing *drawing = page_drawing_create(easel->arena, 1, top + 1);
	struct size size;

	page_draw_mark(drawing, 0);
	label_draw(drawing, title, 0, 0, LABEL_LEFT);
	drawing->width = fmax(title->width, 1);
	if (image->width_px <= 0 || image->height_px <= 0)
		return drawing;
	size = fit(wanted_size(easel, image), easel->space.width,
		   fmax(easel->space.height - top, 1));
	page_draw_image(drawing, 0, top, size.width, size.height, image->png, image->png_length,
			image->width_px, image->height_px);
	drawing->width = fmax(title->width, size.width);
	drawing->height = top + size.height;
	return drawing;
}
