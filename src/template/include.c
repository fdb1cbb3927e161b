/* Files of a template: the one asked for and those that <includi> names,
 * which stand beside it or in the folder of installed templates. */
#include "template_private.h"

#include "base/file.h"
#include "markup/markup.h"

#include <string.h>

/** A file being read, and the one that includes it. */
struct open_file {
	const char *path;
	const struct open_file *outer;
};

struct including {
	struct arena *arena;
	struct diag *diag;
	const char *beside;    /* folder of the template asked for, "" for the current one */
	const char *installed; /* or NULL */
	const struct template_options *options;
	struct model_list *elements;
	struct map done; /* files included already: path -> including */
	size_t files;
};

static void tell(const struct including *including, const char *path, const struct bytes *bytes)
{
	if (including->options->read != NULL)
		including->options->read(including->options->user, path, bytes);
}

static enum status read_file(struct including *including, const char *path, struct element **root)
{
	struct bytes bytes;
	enum status status =
		file_read(&bytes, including->arena, path, TEMPLATE_BYTES_MAX, including->diag);

	tell(including, path, status == STATUS_OK ? &bytes : NULL);
	if (status != STATUS_OK)
		return status;
	return markup_read(root, including->arena, path, bytes, TEMPLATE_NAMESPACE, NULL,
			   including->diag);
}

/* ---- which file ------------------------------------------------------------------- */

static bool is_safe_name(const char *name)
{
	if (*name == '\0' || *name == '/' || strchr(name, '\\') != NULL)
		return false;
	for (const char *at = name; at != NULL; at = strchr(at, '/')) {
		at += *at == '/';
		if (strncmp(at, "..", 2) == 0 && (at[2] == '/' || at[2] == '\0'))
			return false;
	}
	return true;
}

static const char *find_file(struct including *including, const char *name)
{
	const char *path = file_join(including->arena, including->beside, name);

	if (file_exists(path))
		return path;
	tell(including, path, NULL);
	if (including->installed == NULL)
		return NULL;
	path = file_join(including->arena, including->installed, name);
	return file_exists(path) ? path : NULL;
}

static void report(struct including *including, const struct element *element, const char *code,
		   const char *name, const char *text)
{
	diag_error(including->diag, element->place, code, "«%s» %s", name, text);
}

static void gather(struct including *including, const struct open_file *open,
		   const struct element *root);

static bool is_open(const struct open_file *open, const char *path)
{
	for (; open != NULL; open = open->outer)
		if (strcmp(open->path, path) == 0)
			return true;
	return false;
}

static void include_path(struct including *including, const struct open_file *outer,
			 const struct element *element, const char *path)
{
	const struct open_file open = { path, outer };
	struct element *root;

	if (is_open(outer, path)) {
		report(including, element, "inclusione-circolare", path,
		       "finirebbe per includere sé stesso: togliere una delle inclusioni");
		return;
	}
	/* Shared styles may be asked for by several files: once is enough. */
	if (map_find(&including->done, path) != NULL)
		return;
	map_put(&including->done, path, including);
	if (++including->files >= TEMPLATE_FILES_MAX) {
		report(including, element, "troppe-inclusioni", path,
		       "non si legge: i file inclusi sono troppi");
		return;
	}
	if (read_file(including, path, &root) == STATUS_OK)
		gather(including, &open, root);
}

static void include_named(struct including *including, const struct open_file *open,
			  const struct element *element)
{
	const char *name = element_attribute(element, "file");
	const char *path;

	if (name == NULL) {
		report(including, element, "attributo-mancante", "includi",
		       "vuole file=\"…\": il file da includere");
		return;
	}
	if (!is_safe_name(name)) {
		report(including, element, "inclusione-fuori", name,
		       "sta fuori dalla cartella del modello: si includono solo file accanto al "
		       "modello o fra quelli installati, senza ..");
		return;
	}
	path = find_file(including, name);
	if (path == NULL)
		report(including, element, "file-mancante", name,
		       "non c’è né accanto al modello né fra quelli installati");
	else
		include_path(including, open, element, path);
}

/* Recursion is bounded by TEMPLATE_FILES_MAX. */
static void gather(struct including *including, const struct open_file *open,
		   const struct element *root)
{
	for (struct element *child = root->first; child != NULL; child = child->next) {
		if (element_is(child, "includi"))
			include_named(including, open, child);
		else if (child->name != NULL || !text_blank(child->text))
			model_list_add(including->arena, including->elements, child);
	}
}

/* A bare word ("relazione") is an installed template, even where a folder has
 * that name; a name without folder that is no file here may be one too. */
static const char *template_path(struct arena *arena, const struct template_options *options)
{
	bool word = strpbrk(options->file, "/.") == NULL;
	const char *path;

	if (options->folder == NULL || strchr(options->file, '/') != NULL)
		return options->file;
	path = file_join(arena, options->folder, options->file);
	if (word)
		path = arena_printf(arena, "%s.xml", path);
	if (!file_exists(path) || (!word && file_exists(options->file)))
		return options->file;
	return path;
}

enum status include_all(struct arena *arena, const struct template_options *options,
			struct element **root, struct model_list *elements, struct diag *diag)
{
	const char *path = template_path(arena, options);
	struct including including = { .arena = arena,
				       .diag = diag,
				       .elements = elements,
				       .installed = options->folder,
				       .options = options };
	const struct open_file open = { path, NULL };
	enum status status;

	including.beside = file_dir(arena, path);
	including.done = map_make(arena);
	map_put(&including.done, path, &including);
	status = read_file(&including, path, root);
	if (status == STATUS_OK)
		gather(&including, &open, *root);
	return status;
}
