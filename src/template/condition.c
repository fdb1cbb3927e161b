/* Conditions: "tipo = strategico e (indicatori o non nota)". */
#include "reader.h"

#include <string.h>

static struct condition *parse_or(struct parser *parser);

static struct condition *make(struct parser *parser, enum condition_kind kind)
{
	struct condition *condition = arena_new(parser->reader->arena, struct condition);

	condition->kind = kind;
	if (++parser->terms > TEMPLATE_TERMS_MAX)
		parser_error(parser, "condizione-lunga", "più di %d termini in una condizione",
			     TEMPLATE_TERMS_MAX);
	return condition;
}

/* ---- operators and right-hand sides ------------------------------------------ */

static bool parse_operator(struct parser *parser, enum comparison *out)
{
	static const struct {
		const char *spelling;
		enum comparison comparison;
	} operators[] = {
		{ "!=", COMPARE_DIFFERENT }, { "<=", COMPARE_AT_MOST }, { ">=", COMPARE_AT_LEAST },
		{ "=", COMPARE_EQUAL },      { "<", COMPARE_LESS },     { ">", COMPARE_MORE },
	};

	parser_skip_blanks(parser);
	for (size_t i = 0; i < sizeof(operators) / sizeof(*operators); i++) {
		size_t length = strlen(operators[i].spelling);

		if (strncmp(parser->at, operators[i].spelling, length) == 0) {
			parser->at += length;
			*out = operators[i].comparison;
			return true;
		}
	}
	return false;
}

static size_t count_words(const char *const *words)
{
	size_t count = 0;

	while (words != NULL && words[count] != NULL)
		count++;
	return count;
}

static bool is_word_of(const char *const *words, const char *word)
{
	for (size_t i = 0; words[i] != NULL; i++)
		if (strcmp(words[i], word) == 0)
			return true;
	return false;
}

/* A closed list refuses a word that is not in it; an open one takes any. */
static void check_word(struct parser *parser, const struct type *type, const char *word)
{
	if (type->field != MODEL_FIELD_WORD || is_word_of(type->words, word))
		return;
	parser_error(parser, "parola-ignota", "«%s» non è fra i valori possibili%s", word,
		     reader_perhaps(parser->reader,
				    text_nearest(word, type->words, count_words(type->words))));
}

static bool takes_text(enum model_field_type type)
{
	return type == MODEL_FIELD_TEXT || type == MODEL_FIELD_WORD || type == MODEL_FIELD_FLAG ||
	       type == MODEL_FIELD_VALUE || type == MODEL_FIELD_YEARLY;
}

static bool takes_number(enum model_field_type type)
{
	return type == MODEL_FIELD_TEXT || format_suits(FORMAT_NUMBER, type);
}

static void check_kind(struct parser *parser, bool suits, const char *literal, const char *wants)
{
	if (!suits)
		parser_error(parser, "confronto",
			     "«%s» non si può confrontare con questo campo, che è %s", literal,
			     wants);
}

static const char *type_words(enum model_field_type type)
{
	if (type == MODEL_FIELD_DAY)
		return "una data (si scrive 2022-12-31)";
	if (type == MODEL_FIELD_FLAG)
		return "un sì o no (si scrive si, no)";
	if (format_suits(FORMAT_NUMBER, type))
		return "un numero (si scrive 95 o 7.5)";
	return "una parola o un testo (si scrive 'testo')";
}

static void literal_text(struct parser *parser, struct condition *condition,
			 const struct type *type, const char *text)
{
	condition->literal = LITERAL_TEXT;
	condition->text = text;
	check_kind(parser, takes_text(type->field), text, type_words(type->field));
	check_word(parser, type, text);
}

static void literal_number(struct parser *parser, struct condition *condition,
			   const struct type *type, const char *text)
{
	struct arena *arena = parser->reader->arena;

	if (date_parse(&condition->date, text)) {
		condition->literal = LITERAL_DATE;
		check_kind(parser,
			   type->field == MODEL_FIELD_DAY || type->field == MODEL_FIELD_VALUE ||
				   type->field == MODEL_FIELD_YEARLY,
			   text, type_words(type->field));
		return;
	}
	if (!number_parse(&condition->number, NULL, arena, text)) {
		parser_error(parser, "confronto", "«%s» non è un numero né una data", text);
		return;
	}
	condition->literal = LITERAL_NUMBER;
	condition->text = text;
	check_kind(parser, takes_number(type->field), text, type_words(type->field));
	if (type->field == MODEL_FIELD_TEXT)
		condition->literal = LITERAL_TEXT;
}

static bool begins_function(const char *at, const char *name)
{
	size_t length = strlen(name);

	return strncmp(at, name, length) == 0 && at[length + strspn(at + length, " ")] == '(';
}

/* The right-hand side is a field only where no word is meant: with a point,
 * or the key of a group. */
static bool begins_path(const struct parser *parser, const char *name)
{
	if (parser->at[strlen(name)] == '.')
		return true;
	for (const struct scope *scope = parser->context->scope; scope != NULL;
	     scope = scope->outer)
		if (scope->class == NULL)
			return strcmp(name, "chiave") == 0;
	return false;
}

static void parse_other(struct parser *parser, struct condition *condition)
{
	condition->literal = LITERAL_EXPRESSION;
	if (parse_expression(parser, &condition->other) && condition->other.kind == EXPRESSION_PATH)
		path_add_face(parser, condition->other.path);
}

static void parse_parameter_right(struct parser *parser, struct condition *condition,
				  const struct type *type)
{
	const char *name = parser_name(parser);
	const struct parameter *parameter =
		name != NULL ? reader_parameter(parser->context, name, strlen(name)) : NULL;

	if (parameter == NULL)
		parser_error(parser, "parametro-ignoto", "qui non c’è un parametro «%s»",
			     name != NULL ? name : "");
	else if (number_parse(&condition->number, NULL, parser->reader->arena, parameter->value))
		literal_number(parser, condition, type, parameter->value);
	else
		literal_text(parser, condition, type, parameter->value);
}

static void parse_function_right(struct parser *parser, struct condition *condition,
				 const struct type *type)
{
	condition->literal = LITERAL_EXPRESSION;
	parse_expression(parser, &condition->other);
	check_kind(parser, takes_number(type->field), "conta/somma", type_words(type->field));
}

static void parse_right(struct parser *parser, struct condition *condition, const struct type *type)
{
	const char *text = parser_quoted(parser);

	if (text != NULL || parser->failed)
		literal_text(parser, condition, type, text != NULL ? text : "");
	else if (parser_take(parser, '@'))
		parse_parameter_right(parser, condition, type);
	else if (begins_function(parser->at, "conta") || begins_function(parser->at, "somma"))
		parse_function_right(parser, condition, type);
	else if ((text = parser_peek_name(parser)) != NULL && begins_path(parser, text))
		parse_other(parser, condition);
	else if ((text = parser_number(parser)) != NULL)
		literal_number(parser, condition, type, text);
	else if ((text = parser_name(parser)) != NULL)
		literal_text(parser, condition, type, text);
	else
		parser_error(
			parser, "confronto",
			"dopo il confronto serve un numero, una data, una parola o un 'testo'");
}

/* ---- constants: conditions on parameters ---------------------------------------- */

static bool compare_text_constant(enum comparison comparison, const char *a, const char *b)
{
	int order = strcmp(a, b);

	switch (comparison) {
	case COMPARE_EQUAL: return order == 0;
	case COMPARE_DIFFERENT: return order != 0;
	default: return false;
	}
}

static struct condition *parse_parameter(struct parser *parser)
{
	static const struct type text_type = { .field = MODEL_FIELD_TEXT };
	struct condition *condition = make(parser, CONDITION_CONSTANT);
	const char *name = parser_name(parser);
	const struct parameter *parameter =
		name != NULL ? reader_parameter(parser->context, name, strlen(name)) : NULL;
	struct condition right = { 0 };

	if (parameter == NULL) {
		parser_error(parser, "parametro-ignoto", "qui non c’è un parametro «%s»",
			     name != NULL ? name : "");
		return condition;
	}
	if (!parse_operator(parser, &right.comparison)) {
		condition->constant = parameter->value[0] != '\0';
		return condition;
	}
	if (right.comparison != COMPARE_EQUAL && right.comparison != COMPARE_DIFFERENT)
		parser_error(parser, "confronto",
			     "un parametro è un testo: si confronta con = e !=");
	parse_right(parser, &right, &text_type);
	if (!parser->failed)
		condition->constant = compare_text_constant(right.comparison, parameter->value,
							    right.text != NULL ? right.text : "");
	return condition;
}

/* ---- the grammar -------------------------------------------------------------------- */

static bool take_word(struct parser *parser, const char *word)
{
	const char *name = parser_peek_name(parser);

	if (name == NULL || strcmp(name, word) != 0)
		return false;
	parser->at += strlen(word);
	return true;
}

static struct condition *parse_turn(struct parser *parser, enum condition_kind kind)
{
	struct condition *condition = make(parser, kind);
	const struct scope *turning = scope_turning(parser->context);

	if (turning == NULL)
		parser_error(parser, "ciclo", "primo e ultimo valgono solo dentro <per-ogni>");
	else
		condition->slot = turning->slot;
	return condition;
}

static struct condition *parse_shown(struct parser *parser)
{
	struct condition *condition = make(parser, CONDITION_SHOWN);

	condition->slot = parser->context->scope->slot;
	return condition;
}

static bool is_comparable(struct parser *parser, const struct expression *expression)
{
	if (expression->kind != EXPRESSION_PATH)
		return true;
	if (expression->path->type.field == MODEL_FIELD_MANY) {
		parser_error(parser, "confronto",
			     "«%s» è un elenco: si confronta conta(…) o un suo campo",
			     expression->path->source);
		return false;
	}
	return path_add_face(parser, expression->path);
}

static struct condition *parse_comparison(struct parser *parser)
{
	struct condition *condition = make(parser, CONDITION_TRUTH);
	struct type type;

	if (!parse_expression(parser, &condition->expression))
		return condition;
	if (!parse_operator(parser, &condition->comparison))
		return condition;
	condition->kind = CONDITION_COMPARE;
	if (!is_comparable(parser, &condition->expression))
		return condition;
	type = expression_type(&condition->expression);
	parse_right(parser, condition, &type);
	return condition;
}

static struct condition *parse_not(struct parser *parser)
{
	struct condition *condition;

	if (++parser->nesting > TEMPLATE_SCOPES_MAX) {
		parser_error(parser, "troppi-annidamenti", "troppe parentesi una dentro l’altra");
		return make(parser, CONDITION_CONSTANT);
	}
	if (take_word(parser, "non")) {
		condition = make(parser, CONDITION_NOT);
		condition->left = parse_not(parser);
	} else if (parser_take(parser, '(')) {
		condition = parse_or(parser);
		if (!parser_take(parser, ')'))
			parser_error(parser, "parentesi", "manca la ) che chiude");
	} else if (parser_take(parser, '@')) {
		condition = parse_parameter(parser);
	} else if (take_word(parser, "primo")) {
		condition = parse_turn(parser, CONDITION_FIRST);
	} else if (take_word(parser, "ultimo")) {
		condition = parse_turn(parser, CONDITION_LAST);
	} else if (take_word(parser, "mostrato")) {
		condition = parse_shown(parser);
	} else {
		condition = parse_comparison(parser);
	}
	parser->nesting--;
	return condition;
}

static struct condition *join(struct parser *parser, enum condition_kind kind,
			      struct condition *left, struct condition *right)
{
	struct condition *condition = make(parser, kind);

	condition->left = left;
	condition->right = right;
	return condition;
}

static struct condition *parse_and(struct parser *parser)
{
	struct condition *condition = parse_not(parser);

	while (!parser->failed && take_word(parser, "e"))
		condition = join(parser, CONDITION_AND, condition, parse_not(parser));
	return condition;
}

static struct condition *parse_or(struct parser *parser)
{
	struct condition *condition = parse_and(parser);

	while (!parser->failed && take_word(parser, "o"))
		condition = join(parser, CONDITION_OR, condition, parse_and(parser));
	return condition;
}

struct condition *parse_condition(struct parser *parser)
{
	return parse_or(parser);
}

struct condition *read_condition(struct reader *reader, const struct context *context,
				 const struct element *element, const char *name)
{
	const char *text = reader_attribute(reader, context, element, name);
	struct condition *condition;
	struct parser parser;

	if (text == NULL)
		return NULL;
	parser = parser_make(reader, context, element, name, text);
	condition = parse_condition(&parser);
	parser_skip_blanks(&parser);
	if (*parser.at != '\0')
		parser_error(&parser, "espressione", "«%s» è di troppo", parser.at);
	return parser.failed ? NULL : condition;
}

bool condition_known(const struct condition *condition, bool *value)
{
	bool left, right;

	switch (condition->kind) {
	case CONDITION_CONSTANT: *value = condition->constant; return true;
	case CONDITION_NOT:
		if (!condition_known(condition->left, &left))
			return false;
		*value = !left;
		return true;
	case CONDITION_AND:
	case CONDITION_OR:
		if (!condition_known(condition->left, &left) ||
		    !condition_known(condition->right, &right))
			return false;
		*value = condition->kind == CONDITION_AND ? left && right : left || right;
		return true;
	default: return false;
	}
}
