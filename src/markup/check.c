/* check.c - what a source must be before libxml2 sees it: UTF-8, of sane
 * size, without a document type.
 *
 * libxml2's own limits are switched off (they differ from version to
 * version), so these are the only ones; its walks over the attributes of one
 * element are quadratic, which MARKUP_ATTRIBUTES_MAX makes harmless.
 */
#include "markup_private.h"

#include <string.h>
#include <strings.h>

#define SAVE_AS_UTF8                                                                               \
	"aprirlo con un editor di testo, salvarlo con codifica UTF-8 e scrivere "                  \
	"encoding=\"UTF-8\" nella prima riga"

/* ---- encoding ---- */

static const struct {
	const char *bytes;
	size_t length;
	const char *name;
} byte_orders[] = {
	{ "\xFF\xFE", 2, "UTF-16" },
	{ "\xFE\xFF", 2, "UTF-16" },
	{ "<\0", 2, "UTF-16" },
	{ "\0<", 2, "UTF-16" },
};

/* The name of an encoding with more than one byte a character, or NULL. */
static const char *wide_encoding(struct bytes source)
{
	size_t i;

	for (i = 0; i < sizeof byte_orders / sizeof byte_orders[0]; i++)
		if (source.length >= byte_orders[i].length &&
		    memcmp(source.data, byte_orders[i].bytes, byte_orders[i].length) == 0)
			return byte_orders[i].name;
	return NULL;
}

#define NAME_CHARACTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-"

/* The encoding that <?xml … ?> declares, or NULL. */
static char *declared_encoding(struct arena *arena, struct bytes source, size_t from)
{
	struct scanner scanner = scan_make(source, from);
	struct token token;
	const char *value;
	char *head;

	if (!scan_next(&scanner, &token) || token.kind != TOKEN_INSTRUCTION ||
	    strncmp(source.data + from, "<?xml", 5) != 0)
		return NULL;
	head = arena_strndup(arena, source.data + token.start, token.end - token.start);
	value = strstr(head, "encoding");
	value = value != NULL ? strpbrk(value, "\"'") : NULL;
	if (value == NULL)
		return NULL;
	return arena_strndup(arena, value + 1, strspn(value + 1, NAME_CHARACTERS));
}

static bool is_utf8_name(const char *name)
{
	static const char *const names[] = { "UTF-8", "UTF8", "US-ASCII", "ASCII" };
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcasecmp(name, names[i]) == 0)
			return true;
	return false;
}

static enum status check_encoding(size_t *skip, const char *file, struct bytes source,
				  struct diag *diag)
{
	struct place whole = { .file = file };
	const char *name = wide_encoding(source);

	if (source.length >= 3 && memcmp(source.data, "\xEF\xBB\xBF", 3) == 0)
		*skip = 3;
	if (name == NULL)
		name = declared_encoding(diag->arena, source, *skip);
	if (name == NULL || is_utf8_name(name))
		return STATUS_OK;
	diag_error(diag, whole, "codifica", "il file è in codifica «%s», qui serve UTF-8: %s", name,
		   SAVE_AS_UTF8);
	return STATUS_SYNTAX;
}

/* ---- what it is ---- */

static const struct {
	const char *opening, *what;
} other_files[] = {
	{ "PK\003\004", "un file compresso, come quelli di Excel, Word e LibreOffice" },
	{ "\320\317\021\340", "un file di una vecchia versione di Excel o Word" },
	{ "%PDF", "un PDF" },
	{ "{\\rtf", "un testo RTF" },
};

static const char *other_file(struct bytes source)
{
	size_t i;

	for (i = 0; i < sizeof other_files / sizeof other_files[0]; i++)
		if (source.length >= strlen(other_files[i].opening) &&
		    text_starts(source.data, other_files[i].opening))
			return other_files[i].what;
	return NULL;
}

/* That the first thing in the file is markup at all. */
static enum status check_kind(const struct scanner *scanner, const char *file, struct diag *diag)
{
	struct bytes source = scanner->source;
	struct place whole = { .file = file };
	const char *other = other_file(source);
	size_t at = scanner->at;

	while (at < source.length && strchr(" \t\r\n", source.data[at]) != NULL &&
	       source.data[at] != '\0')
		at++;
	if (at < source.length && source.data[at] == '<')
		return STATUS_OK;
	if (at == source.length)
		diag_error(diag, whole, "file-vuoto", "il file è vuoto: non c’è nulla da leggere");
	else if (other != NULL)
		diag_error(diag, whole, "non-xml", "il file non è un documento XML: è %s", other);
	else
		diag_error(diag, scan_place(scanner, file, at), "non-xml",
			   "il file non è un documento XML: deve cominciare con «<»");
	return STATUS_SYNTAX;
}

/* ---- characters ---- */

/* Bytes of the character at `at` if XML 1.0 allows it, else 0. */
static size_t character_length(const unsigned char *at, size_t left)
{
	size_t length = at[0] < 0xC0 ? 1 : at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : 4;

	if (at[0] < 0x80)
		return at[0] >= 0x20 || at[0] == '\t' || at[0] == '\n' || at[0] == '\r' ? 1 : 0;
	if (length > left || !utf8_valid((const char *)at, length))
		return 0;
	if (length == 3 && at[0] == 0xEF && at[1] == 0xBF && at[2] >= 0xBE)
		return 0; /* U+FFFE, U+FFFF */
	return length;
}

static void tell_character(struct place place, unsigned char byte, struct diag *diag)
{
	if (byte < 0x20)
		diag_error(diag, place, "carattere",
			   "carattere di controllo 0x%02X, che un file XML non può "
			   "contenere: cancellarlo",
			   byte);
	else
		diag_error(diag, place, "codifica",
			   "il byte 0x%02X non è testo UTF-8 (il file sembra salvato in "
			   "«Windows-1252» o «ANSI»): %s",
			   byte, SAVE_AS_UTF8);
}

static enum status check_characters(const struct scanner *scanner, const char *file,
				    struct diag *diag)
{
	const unsigned char *data = (const unsigned char *)scanner->source.data;
	size_t length, at = scanner->at;

	for (; at < scanner->source.length; at += length) {
		length = character_length(data + at, scanner->source.length - at);
		if (length == 0) {
			tell_character(scan_place(scanner, file, at), data[at], diag);
			return STATUS_SYNTAX;
		}
	}
	return STATUS_OK;
}

/* ---- limits ---- */

struct tally {
	size_t depth, nodes;
};

static void count(struct tally *tally, const struct token *token)
{
	tally->nodes += token->kind == TOKEN_TEXT || token->kind == TOKEN_OPEN ||
			token->kind == TOKEN_EMPTY;
	if (token->kind == TOKEN_OPEN)
		tally->depth++;
	else if (token->kind == TOKEN_CLOSE && tally->depth > 0)
		tally->depth--;
}

/* The sentence about the limit that a token passes (one %zu: the limit), or NULL. */
static const char *limit_passed(const struct tally *tally, const struct token *token, size_t *limit)
{
	bool tag = token->kind == TOKEN_OPEN || token->kind == TOKEN_EMPTY;
	const struct {
		bool passed;
		size_t limit;
		const char *sentence;
	} limits[] = {
		{ tally->depth > MARKUP_DEPTH_MAX, MARKUP_DEPTH_MAX,
		  "elementi annidati per più di %zu livelli" },
		{ tally->nodes > MARKUP_NODES_MAX, MARKUP_NODES_MAX,
		  "più di %zu elementi e testi in un file" },
		{ tag && token->values > MARKUP_ATTRIBUTES_MAX, MARKUP_ATTRIBUTES_MAX,
		  "più di %zu attributi in un elemento" },
		{ tag && token->end - token->start > MARKUP_TAG_MAX, MARKUP_TAG_MAX,
		  "un elemento i cui attributi superano %zu byte" },
		{ !tag && token->end - token->start > MARKUP_TEXT_MAX, MARKUP_TEXT_MAX,
		  "un testo di più di %zu byte" },
	};
	size_t i;

	for (i = 0; i < sizeof limits / sizeof limits[0]; i++) {
		*limit = limits[i].limit;
		if (limits[i].passed)
			return limits[i].sentence;
	}
	return NULL;
}

static enum status tell_limit(struct place place, const char *sentence, size_t limit,
			      struct diag *diag)
{
	struct text text = text_make(diag->arena);
	const char *number = strstr(sentence, "%zu");

	text_add_n(&text, sentence, (size_t)(number - sentence));
	text_addf(&text, "%zu%s", limit, number + strlen("%zu"));
	diag_error(diag, place, "limite", "troppo grande: %s; dividere o controllare il file",
		   text.bytes);
	return STATUS_LIMIT;
}

static enum status check_tokens(struct scanner scanner, const char *file, struct diag *diag)
{
	struct tally tally = { 0 };
	const char *sentence;
	struct token token;
	struct place place;
	size_t limit;

	while (scan_next(&scanner, &token)) {
		place = (struct place){ file, token.line, token.column };
		if (token.kind == TOKEN_DOCTYPE &&
		    text_starts(scanner.source.data + token.start, "<!DOCTYPE")) {
			diag_error(diag, place, "doctype",
				   "«<!DOCTYPE» non è ammesso (né serve): togliere la riga, "
				   "e scrivere i caratteri speciali come tali");
			return STATUS_SYNTAX;
		}
		count(&tally, &token);
		if ((sentence = limit_passed(&tally, &token, &limit)) != NULL)
			return tell_limit(place, sentence, limit, diag);
	}
	return STATUS_OK;
}

enum status check_source(size_t *skip, const char *file, struct bytes source, struct diag *diag)
{
	struct place whole = { .file = file };
	struct scanner scanner;
	enum status status;

	*skip = 0;
	if (source.length > MARKUP_BYTES_MAX)
		return tell_limit(whole, "un file di più di %zu byte", MARKUP_BYTES_MAX, diag);
	if ((status = check_encoding(skip, file, source, diag)) != STATUS_OK)
		return status;
	scanner = scan_make(source, *skip);
	if ((status = check_kind(&scanner, file, diag)) != STATUS_OK)
		return status;
	if ((status = check_characters(&scanner, file, diag)) != STATUS_OK)
		return status;
	return check_tokens(scanner, file, diag);
}
