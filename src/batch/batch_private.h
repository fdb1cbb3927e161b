/* batch_private.h - what the parts of a batch share.
 *
 * Gives:    checksums, folders, the list of jobs, entries of the site, the
 *           journal, the workers, the pages over all.
 * Includes: base, job.
 * Not here: what only one file needs.
 */
#ifndef BATCH_PRIVATE_H
#define BATCH_PRIVATE_H

#include "batch/batch.h"

#include "base/file.h"
#include "base/map.h"
#include "base/text.h"

#include <stdint.h>
#include <string.h>

/* ---- checksums (hash.c) -------------------------------------------------- */

#define HASH_LENGTH 64 /* hexadecimal digits of a SHA-256 */

struct hash;
struct hash *hash_begin(struct arena *arena);
void hash_add(struct hash *hash, const void *data, size_t length);
/** With its NUL, so that two strings are not one; NULL counts as "". */
void hash_add_string(struct hash *hash, const char *string);
const char *hash_end(struct hash *hash, struct arena *arena);
const char *hash_bytes(struct arena *arena, const void *data, size_t length);
/** False, and errno, when the file can't be read. */
bool hash_file(const char **hex, unsigned long long *size, struct arena *arena, const char *path);

/* ---- folders (folder.c) ---------------------------------------------------- */

/** Paths in an arena, sorted by their bytes. */
struct names {
	struct arena *arena;
	const char **items;
	size_t count, capacity;
};
void names_add(struct names *names, const char *name);
void names_sort(struct names *names);
/** What is in a folder: names, sorted; without "." and "..". Empty when it can't be read. */
struct names folder_entries(struct arena *arena, const char *dir);
/** All files below a folder, relative to it, sorted. What is neither file nor
 *  folder (a link, a pipe) counts as a file. Links are not followed. */
struct names folder_files(struct arena *arena, const char *dir);
/** Removes a folder and all in it; no fault when it is not there. */
void folder_remove(struct arena *arena, const char *dir);
/** Puts a folder in the place of another, in one step; what stood there is
 *  removed afterwards. */
enum status folder_replace(struct arena *arena, const char *from, const char *to,
			   struct diag *diag);
/** Whether a path is a file, not a link, a pipe, a folder or nothing. */
bool folder_is_file(const char *path);
enum status folder_copy_file(struct arena *arena, const char *from, const char *to,
			     struct diag *diag);
/** When it returns STATUS_OK all that was written to the file system of this folder
 *  is on the disk. */
enum status folder_sync(const char *dir, struct diag *diag);

/* ---- the list (list.c, list_read.c) ---------------------------------------- */

#define LIST_SPACE "urn:relazione:elenco:1"

/** One plan to publish. */
struct batch_job {
	const char *plan;     /* path */
	const char *template; /* path or name, or NULL */
	const char *body;     /* as a folder's name; NULL: neither list nor plan say */
	int year;             /* 0: not known */
	const char *key;      /* "body/year": the folder in the site; NULL: none */
	struct place place;   /* in the list, or the plan */
	const char *source;   /* the plan as the manifest calls it */
	const char *hash;     /* of the plan's bytes; NULL: it can't be read */
	const char *print;    /* of all that the result depends on */
	const char *fault;    /* why it can't be begun, or NULL */
	const char *fault_code;
	bool found;     /* in a folder: it may be no plan at all */
	int make, keep; /* parts to be made, and to be taken from the site: enum batch_what */
	int gone;       /* parts that the site has, of another version of the plan          */
};

struct batch_list {
	const char *path;
	struct batch_job *jobs;
	size_t count, capacity;
	struct stamps *stamps; /* plans that need not be read again, or NULL */
};

/** A new job at the end of the list, all zero. */
struct batch_job *list_add(struct batch_list *list, struct arena *arena);
/** Why a job can't be begun; the first reason stays. */
void list_fault(struct batch_job *job, const char *code, const char *text);
/** The plan as the site names it: relative to the folder `dir` of the list when it
 *  stands below it, else by its file's name (list_source.c). */
const char *list_source(struct arena *arena, const char *dir, const char *plan);
/** The plans below a folder, by path (list_folder.c). */
void list_folder(struct batch_list *list, struct arena *arena, const char *path, const char *site);

/** Rows of a list or plans of a folder, in order, keys not yet known. What is
 *  in the site or its work folder is no plan to publish. */
enum status list_read(struct batch_list *out, struct arena *arena, const char *path,
		      const char *site, struct diag *diag);
/** A word as the name of a folder: letters, digits, "-", "_" and "."; never
 *  begins with "." or "-", never empty, at most 100 bytes. */
const char *list_folder_name(struct arena *arena, const char *word);
/** Body and year as the plan's own tags give them; members stay when they don't. */
struct list_scan {
	const char *body;
	int year;
};
struct list_scan list_scan(struct arena *arena, const char *source);
/** Reads the plans, gives each job its key, marks those that share one; files
 *  of a folder that are no plans go. STATUS_DATA when nothing is left. */
enum status list_settle(struct batch_list *list, struct arena *arena, struct diag *diag);
/** From 1 to `parts`: the share a key belongs to. */
int list_share(const char *key, int parts);

/* ---- an entry of the site (entry.c) ---------------------------------------- */

#define ENTRY_FILE "voce.xml"

struct entry_file {
	const char *path; /* in the job's folder */
	const char *hash;
	unsigned long long size;
};

/** One kind of objectives and how many got a judgement. */
struct entry_bar {
	const char *type, *judgement, *signal;
	int number;
};

/** A body and year of the site: all that the pages over all need. */
struct entry {
	const char *key, *body, *name, *title, *type, *status;
	int year;
	const char *date;    /* ISO; "": the plan tells of none  */
	const char *day;     /* the same, or what formats that demand one get: job_assumed_day() */
	const char *licence; /* address */
	const char *result, *judgement, *signal; /* of the plan; or NULL */
	const char *source, *source_hash;
	const char *version;
	const char *hash; /* of the entry's own file; set when read */
	unsigned long long size;
	struct entry_bar *bars;
	size_t bar_count;
	struct entry_file *files;
	size_t file_count;
};

void entry_write(struct text *out, const struct entry *entry);
/** Reads SITO/key/voce.xml; NULL when it is not there or not ours. */
struct entry *entry_read(struct arena *arena, const char *site, const char *key);
/** The file of that path, or NULL. */
const struct entry_file *entry_file(const struct entry *entry, const char *path);
/** Which parts of a publication it has: enum batch_what (entry_parts.c). */
int entry_parts(const struct entry *entry);
/** Copies the files of a part into another folder; false when one isn't what it was. */
bool entry_copy_part(const struct entry *entry, struct arena *arena, const char *site,
		     enum batch_what part, const char *dir);
/** Copies what stands in its folder but is not ours, so that it isn't lost when
 *  the folder is replaced. */
enum status entry_copy_foreign(const struct entry *entry, struct arena *arena, const char *site,
			       const char *dir, struct diag *diag);

struct entries {
	struct entry **items;
	size_t count;
};
/** The last of their days. */
const char *entries_last_day(const struct entries *entries);
/** All of a site, by body, newest year first. */
struct entries entries_read(struct arena *arena, const char *site);

/* ---- one job (build.c) ------------------------------------------------------ */

/** Makes all that one plan gives in the folder `dir`. */
enum status build_job(struct job_house *house, struct arena *arena, const struct batch_job *job,
		      const struct batch_options *options, const char *dir, struct diag *diag);

/* ---- the journal (journal.c) -------------------------------------------------- */

/** How a job ended. */
enum ending { ENDING_NONE, ENDING_DONE, ENDING_FAILED };

struct record {
	enum ending ending;
	const char *key;      /* or the plan's path when it has none */
	const char *print;    /* of what it was made of              */
	const char *needs;    /* files beside the plan: needs.h      */
	const char *findings; /* JSON array on one line              */
	const char *lines;    /* as cli prints them                  */
};

struct journal;
/** Opens the journal of a work folder, reads what it holds; a torn or spoilt line is ignored. */
enum status journal_open(struct journal **out, struct arena *arena, const char *work,
			 struct diag *diag);
const struct record *journal_find(const struct journal *journal, const char *key);
/** Adds a line; it counts when journal_flush() has written it. */
void journal_add(struct journal *journal, const struct record *record);
/** Whether nothing was ever written in it. */
bool journal_is_empty(const struct journal *journal);
void journal_forget(struct journal *journal, const char *key);
enum status journal_flush(struct journal *journal, struct diag *diag);
/** One line a job again, if anything was added. */
enum status journal_close(struct journal *journal, struct arena *arena, struct diag *diag);

/* ---- findings of a job (outcome.c) ---------------------------------------------- */

/** As a JSON array on one line; and as lines of text, of which those of a job that
 *  failed are its errors only. */
void outcome_findings(struct text *json, struct text *lines, struct diag *diag);
/** How many of that level are in such an array. */
size_t outcome_count(const char *json, enum diag_level level);
/** When the errors are of no line of the plan (it can't be read, its template
 *  is not there), says on which row of the list it stands. */
void outcome_name_row(struct diag *diag, const struct batch_job *job);

/* ---- how a run ended (summary.c) ------------------------------------------------- */

/** What SITO.lavoro/esito.json says. */
struct summary {
	const char *version; /* of the program                 */
	int part, parts;     /* 1 of 1: the whole list         */
	struct batch_progress count;
	size_t removed;       /* not read                       */
	struct text jobs;     /* a JSON object a line           */
	struct text failures; /* findings as cli prints them    */
	struct text warned;   /* of what is published; not read */
};

struct summary summary_make(struct arena *arena, const char *version);
/** `ending`: fatto, invariato or fallito; `record`: NULL when nothing is known of it. */
void summary_add(struct summary *summary, const struct batch_job *job, const char *ending,
		 const struct record *record);
/** Adds the jobs of a part after those that are there. */
void summary_join(struct summary *whole, const struct summary *part);
enum status summary_write(const struct summary *summary, struct arena *arena, const char *work,
			  struct diag *diag);
/** Of a work folder; missing or spoilt: a finding and STATUS_DATA. */
enum status summary_read(struct summary *out, struct arena *arena, const char *work,
			 struct diag *diag);
/** A run begins: what the last one said no longer counts. */
void summary_forget(struct arena *arena, const char *work);

/* ---- the workers (pool.c) -------------------------------------------------------- */

struct reply {
	size_t job;
	bool failed;
	bool machine; /* failed for the machine's sake: the next run tries again */
	const char *needs, *findings, *lines;
	double seconds;
};

struct pool_options {
	const struct batch_options *batch;
	const struct job_paths *paths;
	const struct batch_list *list;
	const size_t *queue; /* places in the list */
	size_t queue_count;
	const char *work; /* folder; a job is made below it, in WORK_MAKING */
	/* A job has ended, its folder (NULL: failed) is ready to be moved. What
	 * isn't STATUS_OK ends the run: the machine has failed. */
	enum status (*ended)(void *user, const struct reply *reply, const char *dir);
	void (*tick)(void *user); /* some times a second */
	void *user;
};

/** Runs the queue through worker processes; a death costs one job at most. When it
 *  returns no worker is left. `stopped`: the signal that asked for an end before
 *  it, or 0. */
enum status pool_run(int *stopped, struct arena *arena, const struct pool_options *options,
		     struct diag *diag);

/* ---- over all (site.c, index_*.c, feed.c, catalog.c, manifest.c) ---------------- */

struct site {
	const char *path;
	const char *address; /* ends with "/"; NULL: not known */
	const char *version;
	struct entries entries;
};

#define SITE_ASSETS   "risorse"
#define SITE_INDEX    "index.html"
#define SITE_FEED     "feed.xml"
#define SITE_MAP      "sitemap.xml"
#define SITE_CATALOG  "catalogo.jsonld"
#define SITE_MANIFEST "manifesto.csv"
#define SITE_SUMS     "SHA256SUMS"

/** All of them, NULL at the end: no body's folder can have such a name. */
extern const char *const site_names[];

/** Writes what stands over all the entries; whole files, put in place one by one. */
enum status site_finish(const struct job_paths *paths, struct arena *arena, const char *site,
			const char *work, const char *address, const char *bootstrap,
			const char *version, struct diag *diag);
/** A form that an entry may have; of `site_forms` the last has no path. */
struct site_form {
	const char *path, *name, *type;
};
extern const struct site_form site_forms[];
/** The form that people open first. */
const struct site_form *site_face(const struct entry *entry);
/** "90,90 %", or NULL. */
const char *site_result(struct arena *arena, const struct entry *entry);
/** `value` escaped, between two pieces of markup. */
void site_add(struct text *out, const char *before, const char *value, const char *after);
void site_index(struct text *out, const struct site *site, bool bootstrap);
/** An entry in the list of the index; its `number` there, from 1. */
void site_card(struct text *out, const struct entry *entry, size_t number);
/** Takes the entries whose keys are not `wanted` out of the site; `gone`: their keys. */
enum status site_clean(struct names *gone, struct arena *arena, const char *site, const char *work,
		       const struct map *wanted, struct diag *diag);
/** "12,3 kB" */
void site_size(struct text *out, unsigned long long size);
void site_feed(struct text *out, const struct site *site);
void site_map(struct text *out, const struct site *site);
void site_catalog(struct text *out, const struct site *site);
/** `others`: files over all, with checksums. */
void site_manifest(struct text *csv, struct text *sums, const struct site *site,
		   const struct entry_file *others, size_t other_count);

/** Seconds of a clock that is never set. */
double work_clock(void);
#define WORK_JOURNAL "giornale.tsv"
#define WORK_MAKING  "in-corso" /* what is not yet whole */

/** Takes the one lock of a work folder; -1 and a finding when another run has it. */
int work_lock(struct arena *arena, const char *work, struct diag *diag);
/** "SITO.lavoro" for "SITO/"; beside the folder itself for ".". */
const char *work_path(struct arena *arena, const char *site);

#endif
