/* image.c - images from beside the plan or the template, and from nowhere else. */
#include "job_private.h"

#include "figure/figure.h"

#include <string.h>

/* A name that stays in its folder: relative, no step upward. */
static bool stays_inside(const char *name)
{
	const char *part = name;

	if (*name == '\0' || *name == '/')
		return false;
	while (part != NULL) {
		if (strncmp(part, "..", 2) == 0 && (part[2] == '/' || part[2] == '\0'))
			return false;
		part = strchr(part, '/');
		part = part != NULL ? part + 1 : NULL;
	}
	return true;
}

static enum status load(void *user, struct document_image *out, struct arena *arena,
			const char *name, enum template_origin origin, const char *beside,
			struct place place, struct diag *diag)
{
	char *path = file_join(arena, file_dir(arena, beside), name);
	struct bytes bytes;
	enum status status;

	(void)user;
	(void)origin;
	if (!stays_inside(name)) {
		diag_error(
			diag, place, "immagine-fuori",
			"l’immagine «%s» sta fuori dalla cartella del documento; metterla accanto "
			"e indicarla con un percorso relativo",
			name);
		return STATUS_DATA;
	}
	if (!file_exists(path)) {
		diag_error(diag, place, "immagine-mancante",
			   "l’immagine «%s» non esiste; il percorso parte dalla cartella di «%s»",
			   name, beside);
		return STATUS_DATA;
	}
	status = file_read(&bytes, arena, path, JOB_IMAGE_MAX, diag);
	if (status != STATUS_OK)
		return status;
	out->png = (const unsigned char *)bytes.data;
	out->png_length = bytes.length;
	return figure_image_check(out, place, diag);
}

const struct template_loader job_images = { .image = load };
