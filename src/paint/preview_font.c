/* preview_font.c - type faces and pictures for Cairo, loaded once each. */
#include "preview_private.h"

#include "png_surface.h"

#include <cairo-ft.h>
#include <string.h>
#include FT_MODULE_H

/* Cairo keeps faces in a cache of its own after we have let them go: each
 * holds FreeType by a reference, and is done with when Cairo says so. */
static void done_with(void *data)
{
	FT_Face face = data;
	FT_Library freetype = face->glyph->library;

	FT_Done_Face(face);
	FT_Done_Library(freetype);
}

static cairo_font_face_t *wrap(struct preview *preview, FT_Face face)
{
	static const cairo_user_data_key_t key;
	cairo_font_face_t *made =
		cairo_ft_font_face_create_for_ft_face(face, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP);

	FT_Reference_Library(preview->freetype);
	if (cairo_font_face_set_user_data(made, &key, face, done_with) != CAIRO_STATUS_SUCCESS)
		arena_exhausted(preview->arena, 0);
	return made;
}

static cairo_font_face_t *load(struct preview *preview, const struct type_face *face)
{
	FT_Face loaded;

	if (preview->freetype == NULL && FT_Init_FreeType(&preview->freetype) != 0)
		arena_exhausted(preview->arena, 0);
	if (face->bytes != NULL && FT_New_Memory_Face(preview->freetype, face->bytes,
						      (FT_Long)face->length, 0, &loaded) == 0)
		return wrap(preview, loaded);
	preview_fail(
		preview, STATUS_LIBRARY,
		arena_printf(preview->arena, "il carattere «%s» non si può leggere", face->name));
	return NULL;
}

cairo_font_face_t *preview_face(struct preview *preview, const struct type_face *face)
{
	cairo_font_face_t **slot = &preview->faces[face->index];

	if (*slot == NULL)
		*slot = load(preview, face);
	return *slot;
}

/* ---- pictures ---------------------------------------------------------- */

static cairo_surface_t *decode(struct preview *preview, const unsigned char *png, size_t length)
{
	cairo_surface_t *picture = png_surface(png, length);

	if (picture == NULL)
		preview_fail(preview, STATUS_DATA, "un’immagine PNG non si può leggere");
	return picture;
}

cairo_surface_t *preview_image(struct preview *preview, const unsigned char *png, size_t length)
{
	char *key = arena_printf(preview->arena, "%p", (const void *)png);
	cairo_surface_t *picture = map_find(&preview->images, key);

	if (picture == NULL && (picture = decode(preview, png, length)) != NULL)
		map_put(&preview->images, key, picture);
	return picture;
}

void preview_release(struct preview *preview)
{
	for (size_t i = 0; i < preview->images.count; i++)
		cairo_surface_destroy(preview->images.entries[i].value);
	for (size_t i = 0; i < preview->face_count; i++)
		if (preview->faces[i] != NULL)
			cairo_font_face_destroy(preview->faces[i]);
	if (preview->freetype != NULL)
		FT_Done_Library(preview->freetype);
}
