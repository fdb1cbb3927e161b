/* web.c - the report as a web page, and what all pages of a site share. */
#include "job_private.h"

#include "web/web.h"

#include <string.h>

/* ---- one page --------------------------------------------------------------------- */

static enum status write_bytes(struct arena *arena, const char *path, const void *bytes,
			       size_t length, struct diag *diag)
{
	struct file_out *out = file_out_open(arena, path);

	file_out_write(out, bytes, length);
	return file_out_commit(out, diag);
}

/* They come first: who finds the page finds them too. */
static enum status write_files(struct arena *arena, const struct job_web *job,
			       const struct web_file *file, struct diag *diag)
{
	enum status status = STATUS_OK;

	for (; file != NULL && status == STATUS_OK; file = file->next)
		status = write_bytes(arena, file_join(arena, file_dir(arena, job->out), file->name),
				     file->bytes, file->length, diag);
	return status;
}

enum status job_web_write(const struct job_web *job, const struct job_pages *pages,
			  struct arena *arena, struct diag *diag)
{
	struct text html = text_make(arena);
	struct web_options options = {
		.type = pages->type,
		.diag = diag,
		.assets = job->assets,
		.bootstrap = job->bootstrap,
		.owner = pages->plan->body != NULL ? pages->plan->body->name : NULL,
		.home = job->home,
		.links = job->links,
		.link_count = job->link_count,
		.licence = job->licence,
		.date = job->date,
		.version = job->version,
	};
	const struct web_file *files = web_page(&html, pages->document, &options);
	enum status status = write_files(arena, job, files, diag);

	return status == STATUS_OK ? write_bytes(arena, job->out, html.bytes, html.length, diag)
				   : status;
}

/* ---- what all pages share ----------------------------------------------------------- */

#define ASSET_BYTES_MAX ((size_t)16 << 20)

enum asset_origin { ASSET_SITE, ASSET_FONTS, ASSET_BOOTSTRAP };

static const struct asset {
	enum asset_origin origin;
	const char *name;
} assets[] = {
	{ ASSET_SITE, WEB_STYLE_OWN },
	{ ASSET_SITE, WEB_STYLE_INDEX },
	{ ASSET_SITE, WEB_SCRIPT_INDEX },
	{ ASSET_FONTS, "TitilliumWeb-Regular.ttf" },
	{ ASSET_FONTS, "TitilliumWeb-Bold.ttf" },
	{ ASSET_FONTS, "TitilliumWeb-Italic.ttf" },
	{ ASSET_FONTS, "TitilliumWeb-BoldItalic.ttf" },
	{ ASSET_FONTS, "TitilliumWeb-OFL.txt" },
	{ ASSET_BOOTSTRAP, WEB_STYLE_BOOTSTRAP },
	{ ASSET_BOOTSTRAP, "bootstrap-italia-LICENSE.txt" },
};

static enum status copy(struct arena *arena, const char *from, const char *to, const char *name,
			struct diag *diag)
{
	struct bytes bytes;
	enum status status =
		file_read(&bytes, arena, file_join(arena, from, name), ASSET_BYTES_MAX, diag);

	if (status != STATUS_OK)
		return status;
	return write_bytes(arena, file_join(arena, to, name), bytes.data, bytes.length, diag);
}

enum status job_web_assets(struct job_house *house, struct arena *arena,
			   const struct job_assets *job, bool *bootstrap, struct diag *diag)
{
	const char *const folders[] = {
		[ASSET_SITE] = house->paths.site,
		[ASSET_FONTS] = house->paths.fonts,
		[ASSET_BOOTSTRAP] = job->bootstrap,
	};
	bool has = job->bootstrap != NULL &&
		   file_exists(file_join(arena, job->bootstrap, WEB_STYLE_BOOTSTRAP));
	enum status status = file_make_dirs(job->dir, diag);

	if (bootstrap != NULL)
		*bootstrap = has;
	for (size_t i = 0; i < sizeof assets / sizeof *assets && status == STATUS_OK; i++)
		if (assets[i].origin != ASSET_BOOTSTRAP ||
		    (has && file_exists(file_join(arena, job->bootstrap, assets[i].name))))
			status = copy(arena, folders[assets[i].origin], job->dir, assets[i].name,
				      diag);
	return status;
}
