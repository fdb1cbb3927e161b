/* job.h - plan + template + options become files.
 *
 * Gives:    the house (what is loaded once a process) and the jobs that join
 *           the stages: read and score, compose, compare, preview, web page.
 * Includes: every module before it.
 * Not here: processes, the clock, the command line.
 */
#ifndef JOB_JOB_H
#define JOB_JOB_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/status.h"
#include "model/plan.h"
#include "paint/paint.h"
#include "web/web.h"

/** Where the program's own files are. */
struct job_paths {
	const char *fonts;     /* folder: type faces, patterns, colour profile */
	const char *templates; /* folder of installed templates                */
	const char *schemas;   /* folder with piano.xsd                        */
	const char *site;      /* folder with the style sheet of web pages     */
};

/** Faces, patterns and schema, loaded once and used for many jobs. */
struct job_house;

/** Opens the house; faces are loaded when the first job needs them. */
struct job_house *job_house_open(struct arena *arena, const struct job_paths *paths);
/** Loads them now, for a process that will fork others to do the jobs. */
enum status job_house_load(struct job_house *house, struct diag *diag);
/** Bytes that faces, words and patterns take by now. They grow with each job. */
size_t job_house_size(const struct job_house *house);

/** Is told of each file beside the plan and the installed ones that a result
 *  depends on: images, templates, what they include. `bytes` NULL: it was
 *  looked for and is not there. A file may be told more than once. */
struct job_witness {
	void (*read)(void *user, const char *path, const struct bytes *bytes);
	void *user;
};
/** From now on; NULL: nobody is told. The witness is the caller's. */
void job_house_watch(struct job_house *house, const struct job_witness *witness);

/**
 * Reads a plan ("-": standard input), checks, scores and audits it.
 *
 * out   in `arena`. NULL unless STATUS_OK, or STATUS_DATA and only actuals
 *       are missing: then what can be scored is there.
 * diag  gets every finding; audit findings are notes and warnings.
 */
enum status job_read(struct model_plan **out, struct job_house *house, struct arena *arena,
		     const char *path, struct diag *diag);

/** "interna" or "pubblica": the latter leaves out what is individual. */
enum job_edition { JOB_INTERNAL, JOB_PUBLIC };

/** job_read(), and for the public edition what is individual left out: the plan
 *  that is shown, its `source` the one that may be handed on. */
enum status job_read_edition(struct model_plan **out, struct job_house *house, struct arena *arena,
			     const char *path, enum job_edition edition, struct diag *diag);

/** A plan expanded through a template: the one document that pages, pictures
 *  and web page are made of, so that a figure is the same in all of them. */
struct job_pages {
	struct model_plan *plan; /* of the edition that is shown; set by the caller */
	struct document *document;
	struct type_library *type;
};

/** Expands `pages->plan`, which job_read_edition() gave, and fills the rest.
 *  template  path or name; NULL: the default by the plan's type. */
enum status job_pages_expand(struct job_pages *pages, struct job_house *house, struct arena *arena,
			     const char *template, struct diag *diag);

/** The day of the last act on the document (approval, validation, <atto>), else
 *  of the last <modifica>. False when the plan tells of none. */
bool job_plan_day(date_days *out, const struct model_plan *plan);
/** What stands for it where a format demands a day: the end of the year that
 *  was measured, the beginning of the one that is planned. */
date_days job_assumed_day(bool report, int year);

struct job_compose {
	const char *plan;     /* path, or "-"                              */
	const char *template; /* path; NULL: the default by the plan's type */
	const char *out;      /* path of the PDF, or "-"                   */
	enum job_edition edition;
	bool bare;           /* no attachments: PDF/A-2a                  */
	bool untagged;       /* the benchmark only                        */
	long long epoch;     /* SOURCE_DATE_EPOCH; negative: the plan's own date */
	const char *version; /* of the program, for the file's producer   */
};

/** Makes one PDF. Nothing appears under `out` unless all went well. */
enum status job_compose(struct job_house *house, struct arena *arena, const struct job_compose *job,
			struct diag *diag);
/** The second half of job_compose(): the PDF of a document that is already
 *  there. Plan, template and edition are those of `pages`, not of `job`. */
enum status job_compose_write(const struct job_compose *job, const struct job_pages *pages,
			      struct job_house *house, struct arena *arena, struct diag *diag);

struct job_compare {
	const char *before, *after; /* paths; "-" for one of them              */
	const char *template;       /* path; NULL: "confronto"                 */
	const char *out;            /* path of the PDF, or "-"                 */
	enum job_edition edition;   /* of both plans                           */
	bool bare;                  /* no attachments: PDF/A-2a                */
	long long epoch;            /* SOURCE_DATE_EPOCH; negative: the second plan's own date */
	const char *version;        /* of the program                          */
};

/** Makes one PDF of what changes from a plan to another. Both are read, so
 *  that one run tells what is wrong with either. */
enum status job_compare(struct job_house *house, struct arena *arena, const struct job_compare *job,
			struct diag *diag);

struct job_sheets {
	const char *plan, *template; /* template NULL: "scheda" */
	const char *dir;
	const char *
		pattern; /* of file names: one that job_sheets_pattern() takes; NULL: the default */
	bool blank;      /* without actuals, also if they lack   */
	bool units;      /* also the sheets of services          */
	long long epoch;
	const char *version;
	void (*wrote)(void *user, const char *path); /* told of each file, or NULL */
	void *user;
};

/** Whether a pattern of file names is one: fields {anno} {incarico} {ruolo}
 *  {persona} {id} {ente} {n}, no folder, nothing that a file system refuses. */
bool job_sheets_pattern(const char *pattern);

/** Makes one PDF for each assignment. Two sheets that would have the same name
 *  are refused before anything is written; names never leave `dir`. The set is put
 *  in place when all are made: what fails leaves `dir` as it was. A link of such a
 *  name is replaced, a file that was read never is: STATUS_DATA. */
enum status job_sheets(struct job_house *house, struct arena *arena, const struct job_sheets *job,
		       struct diag *diag);

struct job_preview {
	const char *plan, *template;
	enum job_edition edition;
	struct paint_preview_options paint;
};

/** Makes one picture a page. */
enum status job_preview(struct job_house *house, struct arena *arena, const struct job_preview *job,
			struct diag *diag);

struct job_web {
	const char *out;              /* path of the page; its images go beside it */
	const char *assets;           /* folder of assets as seen from the page, such
	                                as "../../risorse"                        */
	bool bootstrap;               /* the folder has Bootstrap Italia too       */
	const char *home;             /* the index as seen from the page, or NULL  */
	const struct web_link *links; /* other forms of the same document         */
	size_t link_count;
	const char *version; /* of the program                            */
	const char *licence; /* address; NULL: not said                   */
	const char *date;    /* ISO; NULL: its approval's, if any         */
};

/** Writes the web page of a document and its images. The page appears last, and whole. */
enum status job_web_write(const struct job_web *job, const struct job_pages *pages,
			  struct arena *arena, struct diag *diag);

struct job_assets {
	const char *dir;       /* where they go; made when it is not there         */
	const char *bootstrap; /* folder with the built style sheet of Bootstrap Italia
	                          and its licence; NULL or not there: done without */
};

/** Copies what all pages of a site share: style sheets, type faces, licences.
 *  `*bootstrap` (may be NULL) tells whether Bootstrap Italia is among it. */
enum status job_web_assets(struct job_house *house, struct arena *arena,
			   const struct job_assets *job, bool *bootstrap, struct diag *diag);

#endif
