/* preview_write.c - a kept page becomes a PNG or an SVG file. */
#include "preview_private.h"

#include <cairo-svg.h>
#include <math.h>

#define DPI_DEFAULT    96.0
#define POINTS_INCH    72.0
#define SIDE_MAX_PX    32767       /* Source: Cairo's image surfaces */
#define PICTURE_MAX_PX 200000000.0 /* 800 MB while it is drawn */

/* file_out keeps its own failures until the commit. */
static cairo_status_t write_more(void *closure, const unsigned char *bytes, unsigned length)
{
	file_out_write(closure, bytes, length);
	return CAIRO_STATUS_SUCCESS;
}

/* The same look on every machine, with nothing moved to whole dots. */
static void set_look(cairo_t *cr)
{
	cairo_font_options_t *look = cairo_font_options_create();

	cairo_font_options_set_antialias(look, CAIRO_ANTIALIAS_GRAY);
	cairo_font_options_set_hint_style(look, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(look, CAIRO_HINT_METRICS_OFF);
	cairo_set_font_options(cr, look);
	cairo_font_options_destroy(look);
	cairo_set_antialias(cr, CAIRO_ANTIALIAS_GOOD);
}

/* White, then the page; the surface is kept by the caller. */
static void draw_page(struct preview *preview, const struct preview_page *page,
		      cairo_surface_t *surface, double scale)
{
	cairo_t *cr = cairo_create(surface);

	set_look(cr);
	cairo_set_source_rgb(cr, 1, 1, 1);
	cairo_paint(cr);
	cairo_set_source_rgb(cr, 0, 0, 0);
	cairo_scale(cr, scale, scale);
	preview_draw(preview, cr, page->first);
	preview_check(preview, cairo_status(cr));
	cairo_destroy(cr);
}

static void write_svg(struct preview *preview, const struct preview_page *page,
		      struct file_out *out)
{
	cairo_surface_t *surface =
		cairo_svg_surface_create_for_stream(write_more, out, page->width, page->height);

	cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PT);
	draw_page(preview, page, surface, 1);
	cairo_surface_finish(surface);
	preview_check(preview, cairo_surface_status(surface));
	cairo_surface_destroy(surface);
}

static void write_png(struct preview *preview, const struct preview_page *page,
		      struct file_out *out)
{
	double dpi = preview->options.dpi > 0 ? preview->options.dpi : DPI_DEFAULT;
	double scale = dpi / POINTS_INCH;
	double width = fmax(1, round(page->width * scale));
	double height = fmax(1, round(page->height * scale));
	cairo_surface_t *surface;

	if (width > SIDE_MAX_PX || height > SIDE_MAX_PX || width * height > PICTURE_MAX_PX) {
		preview_fail(preview, STATUS_LIMIT,
			     arena_printf(preview->arena,
					  "a %.0f punti per pollice la pagina misura %.0f × %.0f "
					  "punti, troppi per un PNG; chiederne meno o usare SVG",
					  dpi, width, height));
		return;
	}
	surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width, (int)height);
	draw_page(preview, page, surface, scale);
	if (preview->failed == STATUS_OK)
		preview_check(preview, cairo_surface_write_to_png_stream(surface, write_more, out));
	cairo_surface_destroy(surface);
}

enum status preview_write(struct preview *preview, int index, int digits, struct diag *diag)
{
	bool svg = preview->options.format == PAINT_SVG;
	char *path = file_join(preview->arena, preview->options.dir,
			       arena_printf(preview->arena, "pagina-%0*d.%s", digits, index + 1,
					    svg ? "svg" : "png"));
	struct file_out *out = file_out_open(preview->arena, path);
	enum status status;

	(svg ? write_svg : write_png)(preview, &preview->pages[index], out);
	if (preview->failed != STATUS_OK) {
		file_out_abort(out);
		diag_error(diag, (struct place){ .file = path }, "anteprima", "%s", preview->why);
		return preview->failed;
	}
	status = file_out_commit(out, diag);
	if (status == STATUS_OK && preview->options.wrote != NULL)
		preview->options.wrote(preview->options.user, path);
	return status;
}
