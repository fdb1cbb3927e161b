/* cases.c - one of everything that can be wrong: the words of cases.inc. */
#include "cases.h"

/* clang-format off */
#define SET(at, key, value)      { EDIT_SET, at, key, value }
#define REMOVE(at, key)          { EDIT_REMOVE, at, key, NULL }
#define SWAP(at, a, b)           { EDIT_SWAP, at, a, b }
#define DATA(at, pattern, value) { EDIT_DATA, at, pattern, value }
#define BYTES(pattern, value)    { EDIT_BYTES, NULL, pattern, value }
#define GROW(after, by)          { EDIT_GROW, NULL, after, by }
#define LONG(at, key, length)    { EDIT_LONG, at, key, length }
#define LOCK()                   { EDIT_LOCK, NULL, NULL, NULL }
#define ALSO(...)                .also = { __VA_ARGS__ }
#define BREACH(word, broken, ...) \
	{ .name = #word, .clause = CONFORM_##broken, .edits = __VA_ARGS__ },
/* clang-format on */

/* Places. */
#define INNER   "font/DescendantFonts/0"
#define CONTENT "page0/Contents/0"
#define XMP     "Root/Metadata"
#define FILE0   "Root/AF/0"

/* Values. */
#define TEN        "q q q q q q q q q q "
#define TEN_BACK   "Q Q Q Q Q Q Q Q Q Q "
#define LETTERS_64 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define LONG_NAME  "/" LETTERS_64 LETTERS_64
const struct breach breaches[] = {
#include "cases.inc"
};

const size_t breach_count = sizeof breaches / sizeof *breaches;
