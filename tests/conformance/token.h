/* token.h - the words of PDF: of content streams, character maps, raw files.
 *
 * Gives:    a tokenizer that stops at no byte and never reads past the end.
 * Includes: base.
 * Not here: what operators do.
 */
#ifndef CONFORM_TOKEN_H
#define CONFORM_TOKEN_H

#include "base/file.h"

#include <stdbool.h>

enum token_kind {
	TOKEN_END,
	TOKEN_NUMBER,
	TOKEN_NAME,     /* text: without the slash, #xx decoded */
	TOKEN_STRING,   /* bytes as meant                       */
	TOKEN_KEYWORD,  /* operators, true, false, null, R, obj  */
	TOKEN_OPEN,     /* [ */
	TOKEN_CLOSE,    /* ] */
	TOKEN_DICT,     /* << */
	TOKEN_DICT_END, /* >> */
	TOKEN_FAULT,    /* an unfinished string, a stray > or )  */
};

struct token {
	enum token_kind kind;
	double number;
	bool whole;          /* NUMBER: an integer            */
	struct bytes text;   /* in the arena, NUL-terminated  */
	size_t start, after; /* where in the input            */
};

struct tokenizer {
	struct arena *arena;
	struct bytes input;
	size_t at;
};

struct token token_next(struct tokenizer *tokenizer);
bool token_is(const struct token *token, const char *keyword);
/** Whether a byte is white space of PDF. */
bool token_blank(char byte);

#endif
