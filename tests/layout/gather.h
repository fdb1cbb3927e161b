/* gather.h - a sink that keeps what it is given, to be asked by tests.
 *
 * Gives:    every word with its place and whether it is content, tags with
 *           their balance, targets, heads.
 * Includes: page.
 * Not here: what must hold.
 */
#ifndef TESTS_LAYOUT_GATHER_H
#define TESTS_LAYOUT_GATHER_H

#include "page/page.h"

struct gathered_word {
	int page;
	double x0, x1, baseline, size;
	const char *text;
	bool content; /* false: an artifact */
	enum page_artifact artifact;
	bool space;
};

struct gathered_tag {
	enum page_role role;
	long parent; /* reference; 0: none */
	bool open;
	size_t kids;
	int columns, rows;
	char scope;
};

struct gather {
	struct page_sink sink;
	struct arena *arena;
	struct gathered_word *words;
	size_t word_count, word_capacity;
	struct gathered_tag *tags; /* by reference - 1 */
	size_t tag_count, tag_capacity;
	int pages;   /* as finish() said  */
	int shipped; /* calls of page()   */
	int faults;  /* rules of the sink that were broken */
	int links;
	double width, height; /* of the last page  */
	struct text heads;    /* running heads, one a line */
	struct text targets;  /* "id page" a line  */
	size_t painted;       /* rectangles and lines */
};

struct gather *gather_create(struct arena *arena);
/** Content words in the order of the pages, joined by blanks where one is
 *  copied; hyphens of broken words left out. */
char *gather_text(const struct gather *gather);
/** The word of that text, or NULL. */
const struct gathered_word *gather_find(const struct gather *gather, const char *text);
size_t gather_count(const struct gather *gather, enum page_role role);
/** Words of that text, whether content or not. */
size_t gather_times(const struct gather *gather, const char *text);
bool gather_all_closed(const struct gather *gather);

#endif
