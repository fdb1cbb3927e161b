/* image.c - images from beside the plan or the template, and from nowhere else. */
#include "job_private.h"

#include "figure/figure.h"

#include <string.h>
#include <sys/stat.h>

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

/* A pipe or a device in its place would keep us waiting. */
static bool is_file(const char *path)
{
	struct stat info;

	return stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

static const char *folder_said(struct arena *arena, const char *beside)
{
	return strcmp(beside, "-") == 0 ? "in cui si lavora"
					: arena_printf(arena, "di «%s»", beside);
}

static enum status load(void *user, struct document_image *out, struct arena *arena,
			const char *name, enum template_origin origin, const char *beside,
			struct place place, struct diag *diag)
{
	char *path = file_join(arena, file_dir(arena, beside), name);
	struct bytes bytes;
	enum status status;

	(void)origin;
	if (!stays_inside(name)) {
		diag_error(
			diag, place, "immagine-fuori",
			"l’immagine «%s» sta fuori dalla cartella del documento; metterla accanto "
			"e indicarla con un percorso relativo",
			name);
		return STATUS_DATA;
	}
	if (!is_file(path)) {
		job_house_tell(user, path, NULL);
		diag_error(diag, place, "immagine-mancante",
			   "l’immagine «%s» non c’è; il percorso parte dalla cartella %s", name,
			   folder_said(arena, beside));
		return STATUS_DATA;
	}
	status = file_read(&bytes, arena, path, JOB_IMAGE_MAX, diag);
	if (status != STATUS_OK)
		return status;
	job_house_tell(user, path, &bytes);
	out->png = (const unsigned char *)bytes.data;
	out->png_length = bytes.length;
	return figure_image_check(out, (struct place){ .file = path }, diag);
}

struct template_loader job_images(struct job_house *house)
{
	return (struct template_loader){ .image = load, .user = house };
}
