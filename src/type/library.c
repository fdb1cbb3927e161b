#include "type_private.h"

#include "base/file.h"

enum { FACE_FALLBACK = TYPE_VARIANTS, FACE_FALLBACK_BOLD };

/* In the order of the indexes: the variants, then the two fallbacks. */
static const char *const face_files[FACES_MAX] = {
	[TYPE_REGULAR] = "TitilliumWeb-Regular.ttf",
	[TYPE_BOLD] = "TitilliumWeb-Bold.ttf",
	[TYPE_ITALIC] = "TitilliumWeb-Italic.ttf",
	[TYPE_BOLD_ITALIC] = "TitilliumWeb-BoldItalic.ttf",
	[FACE_FALLBACK] = "DejaVuSans.ttf",
	[FACE_FALLBACK_BOLD] = "DejaVuSans-Bold.ttf",
};

/* The bold fallback knows fewer characters than the regular one. */
static const int fallbacks[TYPE_VARIANTS][CHAIN_MAX - 1] = {
	[TYPE_REGULAR] = { FACE_FALLBACK, FACE_FALLBACK_BOLD },
	[TYPE_BOLD] = { FACE_FALLBACK_BOLD, FACE_FALLBACK },
	[TYPE_ITALIC] = { FACE_FALLBACK, FACE_FALLBACK_BOLD },
	[TYPE_BOLD_ITALIC] = { FACE_FALLBACK_BOLD, FACE_FALLBACK },
};

static struct type_library *library_new(struct arena *arena)
{
	struct type_library *library = arena_new(arena, struct type_library);

	library->arena = arena;
	library->cache = cache_make(arena);
	library->shaper = shaper_make(arena);
	return library;
}

static enum status load_faces(struct type_library *library, const char *dir, struct diag *diag)
{
	for (int i = 0; i < FACES_MAX; i++) {
		char *path = file_join(library->arena, dir, face_files[i]);
		enum status status = face_load(&library->faces[i], i, library->arena, path, diag);

		if (status != STATUS_OK)
			return status;
		library->face_count++;
	}
	return STATUS_OK;
}

/* The last resort must exist, or an unknown character could only be .notdef. */
static enum status check_replacement(const struct type_library *library, struct diag *diag)
{
	const struct type_face *face = &library->faces[FACE_FALLBACK];
	struct place place = { .file = arena_strdup(diag->arena, face->path) };

	if (face_glyph(face, REPLACEMENT) != 0)
		return STATUS_OK;
	diag_error(diag, place, "font",
		   "nel carattere di riserva manca il segno U+FFFD; reinstallare il programma");
	return STATUS_LIBRARY;
}

static void measure_blanks(struct type_library *library)
{
	for (int i = 0; i < TYPE_VARIANTS; i++) {
		const struct type_face *face = &library->faces[i];

		library->blanks[i] = face_width(face, face_glyph(face, ' '));
	}
}

enum status type_library_open(struct type_library **out, struct arena *arena,
			      const struct type_options *options, struct diag *diag)
{
	struct type_library *library = library_new(arena);
	enum status status;

	*out = NULL;
	if ((status = load_faces(library, options->fonts_dir, diag)) != STATUS_OK ||
	    (status = check_replacement(library, diag)) != STATUS_OK)
		return status;
	measure_blanks(library);
	status = patterns_load(&library->patterns, arena, options->patterns, diag);
	if (status != STATUS_OK)
		return status;
	*out = library;
	return STATUS_OK;
}

struct type_library *type_library_fake(struct arena *arena, const char *patterns)
{
	struct type_library *library = library_new(arena);
	struct diag unheard = diag_make(arena);

	for (int i = 0; i < TYPE_VARIANTS; i++)
		face_fake(&library->faces[i], i, arena);
	library->face_count = TYPE_VARIANTS;
	measure_blanks(library);
	if (patterns != NULL)
		patterns_load(&library->patterns, arena, patterns, &unheard);
	return library;
}

size_t type_face_count(const struct type_library *library)
{
	return library->face_count;
}

const struct type_face *type_face_at(const struct type_library *library, size_t index)
{
	return index < library->face_count ? &library->faces[index] : NULL;
}

const struct type_face *type_face_of(const struct type_library *library, enum type_variant variant)
{
	return &library->faces[variant];
}

double type_blank(struct type_library *library, enum type_variant variant)
{
	return library->blanks[variant];
}

size_t library_chain(const struct type_library *library, enum type_variant variant,
		     const struct type_face *chain[CHAIN_MAX])
{
	chain[0] = &library->faces[variant];
	if (library->face_count <= TYPE_VARIANTS)
		return 1;
	for (int i = 1; i < CHAIN_MAX; i++)
		chain[i] = &library->faces[fallbacks[variant][i - 1]];
	return CHAIN_MAX;
}
