/* flatten.c - the tree of inlines becomes one text with looks and marks. */
#include "text_private.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Where the walk through the inlines is. */
struct flatten {
	struct passage *passage;
	const struct setting *setting;
	const struct document_inline *link; /* the outermost link that is open */
	int link_mark;
};

/* ---- contrast ------------------------------------------------------------ */

static double linear(int channel)
{
	double c = channel / 255.0;

	return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(document_colour colour)
{
	return 0.2126 * linear(colour >> 16 & 255) + 0.7152 * linear(colour >> 8 & 255) +
	       0.0722 * linear(colour & 255);
}

/* Source: WCAG 2.1, 1.4.3: text needs 4.5 to 1 against what is behind it. */
static bool has_contrast(document_colour text, document_colour behind)
{
	double a = luminance(text) + 0.05, b = luminance(behind) + 0.05;

	return (a > b ? a / b : b / a) >= 4.5;
}

/* ---- marks ------------------------------------------------------------------ */

/* The mark of a piece of text in the language of its characters. */
static int mark_of(struct flatten *flatten, const struct document_character *character)
{
	struct passage *passage = flatten->passage;
	const char *around = passage->language != NULL
				     ? passage->language
				     : flatten->setting->layout->document->language;
	int last = passage->mark_count - 1;

	if (flatten->link != NULL)
		return flatten->link_mark;
	if (character->language == NULL || text_equal(character->language, around))
		return -1;
	if (last >= 0 && passage->marks[last].link == NULL &&
	    text_equal(passage->marks[last].language, character->language))
		return last;
	return passage_add_mark(
		passage, (struct mark){ .role = PAGE_SPAN, .language = character->language });
}

static struct span look_for(struct flatten *flatten, const struct document_inline *in)
{
	return (struct span){ .look = look_of(in->character),
			      .mark = mark_of(flatten, in->character) };
}

static bool leads_somewhere(const struct document_inline *in)
{
	return in->uri != NULL || in->target != NULL;
}

static void open_link(struct flatten *flatten, const struct document_inline *in)
{
	struct mark mark = { .link = in, .role = PAGE_LINK };

	if (flatten->link != NULL || flatten->setting->running != NULL || !leads_somewhere(in))
		return;
	if (in->kind == DOCUMENT_REFERENCE && in->to == NULL)
		return;
	flatten->link = in;
	flatten->link_mark = passage_add_mark(flatten->passage, mark);
}

static void close_link(struct flatten *flatten, const struct document_inline *in)
{
	if (flatten->link == in)
		flatten->link = NULL;
}

/* ---- leaves -------------------------------------------------------------------- */

static void add_text(struct flatten *flatten, const struct document_inline *in, const char *text)
{
	struct span look = look_for(flatten, in);

	if (text == NULL || *text == '\0')
		return;
	if (in->character->small_capitals)
		passage_add_capitals(flatten->passage, &look, text);
	else
		passage_add(flatten->passage, &look, text);
}

static void add_late(struct flatten *flatten, const struct document_inline *in)
{
	struct span look = look_for(flatten, in);

	look.late = anchor_of(flatten->setting->layout, in->to);
	passage_add(flatten->passage, &look, late_digits(flatten->setting->layout));
}

static void add_reference(struct flatten *flatten, const struct document_inline *in)
{
	open_link(flatten, in);
	if (in->show == DOCUMENT_SHOW_PAGE && in->to != NULL && flatten->setting->running == NULL)
		add_late(flatten, in);
	else
		add_text(flatten, in, in->text);
	close_link(flatten, in);
}

static document_colour behind(const struct setting *setting)
{
	if (setting->cell != NULL && setting->cell->background != DOCUMENT_NO_COLOUR)
		return setting->cell->background;
	return 0xFFFFFF;
}

/* The word wears the colour of its shape only where it can be read in it. */
static void add_signal(struct flatten *flatten, const struct document_inline *in)
{
	struct span look = look_for(flatten, in);
	document_colour colour = page_signal_colour(in->signal);

	if (in->signal == NULL || in->text == NULL || *in->text == '\0') {
		add_text(flatten, in, in->text);
		return;
	}
	if (has_contrast(colour, behind(flatten->setting)))
		look.look.colour = colour;
	look.signal = in->signal;
	passage_add(flatten->passage, &look, in->text + strspn(in->text, " \t\r\n"));
}

static void add_number(struct flatten *flatten, const struct document_inline *in, int number)
{
	char digits[16];

	snprintf(digits, sizeof(digits), "%d", number);
	add_text(flatten, in, digits);
}

static void add_running(struct flatten *flatten, const struct document_inline *in)
{
	const struct running *running = flatten->setting->running;

	if (running == NULL)
		return;
	if (in->kind == DOCUMENT_PAGE_NUMBER)
		add_number(flatten, in, running->page);
	else if (in->kind == DOCUMENT_PAGE_COUNT)
		add_number(flatten, in, running->pages);
	else if (in->level >= 1 && in->level <= LAYOUT_LEVELS)
		add_text(flatten, in, running->note->running[in->level - 1]);
}

static void add_control(struct flatten *flatten, const struct document_inline *in, char control)
{
	struct span look = look_for(flatten, in);

	passage_add_control(flatten->passage, &look, control);
}

/* ---- the walk --------------------------------------------------------------------- */

static void enter(struct flatten *flatten, const struct document_inline *in)
{
	switch (in->kind) {
	case DOCUMENT_TEXT: add_text(flatten, in, in->text); break;
	case DOCUMENT_LINK: open_link(flatten, in); break;
	case DOCUMENT_REFERENCE: add_reference(flatten, in); break;
	case DOCUMENT_SIGNAL: add_signal(flatten, in); break;
	case DOCUMENT_BREAK: add_control(flatten, in, PASSAGE_BREAK); break;
	case DOCUMENT_SPRING: add_control(flatten, in, PASSAGE_SPRING); break;
	case DOCUMENT_PAGE_NUMBER:
	case DOCUMENT_PAGE_COUNT:
	case DOCUMENT_RUNNING: add_running(flatten, in); break;
	case DOCUMENT_SPAN:
	case DOCUMENT_CONTINUED: break;
	}
}

static bool has_visible_children(const struct flatten *flatten, const struct document_inline *in)
{
	if (in->first == NULL)
		return false;
	if (in->kind == DOCUMENT_CONTINUED)
		return flatten->setting->repeat;
	return in->kind == DOCUMENT_SPAN || in->kind == DOCUMENT_LINK;
}

/* Without recursion: templates may nest as deep as they like. */
void passage_add_inlines(struct passage *passage, const struct setting *setting,
			 const struct document_inline *first)
{
	struct flatten flatten = { .passage = passage, .setting = setting, .link_mark = -1 };
	const struct document_inline *in = first, *root = first != NULL ? first->parent : NULL;

	while (in != NULL) {
		enter(&flatten, in);
		if (has_visible_children(&flatten, in)) {
			in = in->first;
			continue;
		}
		close_link(&flatten, in);
		while (in != root && in != NULL && in->next == NULL) {
			in = in->parent;
			if (in != root && in != NULL)
				close_link(&flatten, in);
		}
		if (in == root || in == NULL)
			return;
		in = in->next;
	}
}
