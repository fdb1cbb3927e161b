/* Paths: names bound to fields, from the innermost scope outward. */
#include "reader.h"

#include <string.h>

#define NAMES_MAX 512 /* candidates for "forse «…»" */

static const struct model_field *unit_field_of(const struct model_class *class)
{
	return class != NULL ? model_field_find(class, "unita-misura") : NULL;
}

static struct type type_of_field(const struct model_field *field)
{
	struct type type = { .field = field->type, .words = field->words };

	if (field->type == MODEL_FIELD_ONE || field->type == MODEL_FIELD_MANY)
		type.class = field->target;
	return type;
}

static struct type type_of_thing(const struct model_class *class)
{
	return (struct type){ .field = MODEL_FIELD_ONE, .class = class };
}

/* ---- the first name --------------------------------------------------------- */

static void begin(struct path *path, const struct scope *scope, enum step_kind kind,
		  const struct model_field *field, struct type type)
{
	path->slot = scope->slot;
	path->steps[0].kind = kind;
	path->steps[0].field = field;
	path->steps[0].class = type.class;
	path->steps[0].unit_field = unit_field_of(scope->class);
	path->count = 1;
	path->type = type;
}

static bool begin_in_group(struct path *path, const struct scope *scope, const char *name)
{
	struct type group = { .field = MODEL_FIELD_MANY, .class = scope->group_class };

	if (strcmp(name, "chiave") == 0)
		begin(path, scope, STEP_KEY, NULL, scope->key->type);
	else if (strcmp(name, "gruppo") == 0)
		begin(path, scope, STEP_GROUP, NULL, group);
	else
		return false;
	return true;
}

static bool begin_in_scope(struct path *path, const struct scope *scope, const char *name)
{
	const struct model_field *field;

	if (scope->class == NULL)
		return begin_in_group(path, scope, name);
	field = model_field_find(scope->class, name);
	if (field != NULL)
		begin(path, scope, STEP_FIELD, field, type_of_field(field));
	else if (model_class_find(name) == scope->class)
		begin(path, scope, STEP_SELF, NULL, type_of_thing(scope->class));
	else
		return false;
	return true;
}

static size_t add_names(const struct scope *scope, const char **names, size_t count)
{
	if (scope->class == NULL) {
		names[count++] = "chiave";
		names[count++] = "gruppo";
		return count;
	}
	names[count++] = scope->class->name;
	for (const struct model_field *field = scope->class->fields; field->name != NULL; field++)
		if (count < NAMES_MAX - 2)
			names[count++] = field->name;
	return count;
}

static void report_first_name(struct parser *parser, const char *name)
{
	const char *names[NAMES_MAX];
	struct text where = text_make(parser->reader->arena);
	size_t count = 0;

	for (const struct scope *scope = parser->context->scope; scope != NULL;
	     scope = scope->outer) {
		if (count < NAMES_MAX - 4)
			count = add_names(scope, names, count);
		text_addf(&where, "%s%s", where.length > 0 ? ", " : "",
			  scope->class != NULL ? scope->class->name : "gruppo");
	}
	parser_error(parser, "campo-ignoto", "«%s» non è un campo (cercato in: %s)%s", name,
		     where.bytes, reader_perhaps(parser->reader, text_nearest(name, names, count)));
}

static bool parse_first(struct parser *parser, struct path *path, const char *name)
{
	for (const struct scope *scope = parser->context->scope; scope != NULL;
	     scope = scope->outer)
		if (begin_in_scope(path, scope, name))
			return true;
	report_first_name(parser, name);
	return false;
}

/* ---- further names ------------------------------------------------------------ */

static const struct model_class *class_of_type(const struct type *type)
{
	switch (type->field) {
	case MODEL_FIELD_ONE:
	case MODEL_FIELD_MANY: return type->class;
	case MODEL_FIELD_VALUE:
	case MODEL_FIELD_YEARLY: return &model_class_value;
	default: return NULL;
	}
}

static bool add_step(struct parser *parser, struct path *path, const char *name)
{
	const struct model_class *class = class_of_type(&path->type);
	const struct model_field *field;
	struct step *step;

	if (class == NULL) {
		parser_error(parser, "campo-ignoto",
			     "prima di «.%s» non c’è una cosa che abbia campi", name);
		return false;
	}
	field = model_field_find(class, name);
	if (field == NULL) {
		parser_error(parser, "campo-ignoto", "«%s» non è un campo di %s%s", name,
			     class->name,
			     reader_perhaps(parser->reader, model_field_nearest(class, name)));
		return false;
	}
	if (path->count == TEMPLATE_STEPS_MAX) {
		parser_error(parser, "percorso-lungo", "più di %d nomi in un percorso",
			     TEMPLATE_STEPS_MAX);
		return false;
	}
	step = &path->steps[path->count++];
	step->kind = STEP_FIELD;
	step->field = field;
	step->unit_field = unit_field_of(class);
	path->type = type_of_field(field);
	step->class = path->type.class;
	return true;
}

/* ---- what stands in brackets ---------------------------------------------------- */

static struct pick *add_pick(struct parser *parser, struct step *step, enum pick_kind kind)
{
	struct pick *pick = arena_new(parser->reader->arena, struct pick);
	struct pick **end = &step->picks;

	while (*end != NULL)
		end = &(*end)->next;
	pick->kind = kind;
	*end = pick;
	return pick;
}

/* The text of the next bracket if it is nothing but one word or number. */
static const char *lone_word(struct parser *parser)
{
	const char *start = parser->at;
	size_t length = strcspn(start, "]");
	const char *word = text_fold_space(parser->reader->arena,
					   arena_strndup(parser->reader->arena, start, length));

	return strpbrk(word, "=<>()[ ") == NULL ? word : NULL;
}

static bool is_digits(const char *word)
{
	return *word != '\0' && word[strspn(word, "0123456789")] == '\0' && strlen(word) <= 4;
}

/* anno, anno-1, anno+2 */
static bool is_year_word(const char *word, int *offset)
{
	*offset = 0;
	if (strncmp(word, "anno", 4) != 0)
		return false;
	if (word[4] == '\0')
		return true;
	if ((word[4] != '-' && word[4] != '+') || !is_digits(word + 5))
		return false;
	for (const char *digit = word + 5; *digit != '\0'; digit++)
		*offset = *offset * 10 + (*digit - '0');
	if (word[4] == '-')
		*offset = -*offset;
	return true;
}

static const struct path *year_path(struct parser *parser)
{
	struct path *path = arena_new(parser->reader->arena, struct path);

	return parse_first(parser, path, "anno") ? path : NULL;
}

static int number_of(const char *digits)
{
	int value = 0;

	for (; *digits != '\0'; digits++)
		value = value * 10 + (*digits - '0');
	return value;
}

static bool pick_year(struct parser *parser, struct step *step, const char *word)
{
	struct pick *pick;
	int offset;

	if (is_digits(word)) {
		pick = add_pick(parser, step, PICK_YEAR);
		pick->offset = number_of(word);
		return true;
	}
	if (!is_year_word(word, &offset))
		return false;
	pick = add_pick(parser, step, PICK_YEAR);
	pick->offset = offset;
	pick->year = year_path(parser);
	return true;
}

static bool pick_position(struct parser *parser, struct step *step, const char *word)
{
	const struct scope *turning = scope_turning(parser->context);

	if (strcmp(word, "n") != 0 || turning == NULL)
		return false;
	add_pick(parser, step, PICK_POSITION)->slot = turning->slot;
	return true;
}

/* [x] picks by the key of a collection, unless x is a field: then it asks
 * whether the field has a value. */
static bool pick_label(struct parser *parser, struct step *step, const char *word)
{
	const struct model_field *field = step->field;
	size_t length = strlen(word);

	if (field == NULL || field->key == NULL)
		return false;
	if (word[0] == '@') {
		const struct parameter *parameter =
			reader_parameter(parser->context, word + 1, length - 1);

		word = parameter != NULL ? parameter->value : word;
	} else if (word[0] == '\'' && length > 1 && word[length - 1] == '\'') {
		word = arena_strndup(parser->reader->arena, word + 1, length - 2);
	} else if (model_field_find(field->target, word) != NULL) {
		return false;
	}
	add_pick(parser, step, PICK_LABEL)->label = word;
	return true;
}

static void pick_filter(struct parser *parser, struct path *path, struct step *step)
{
	struct context within = *parser->context;
	const struct context *around = parser->context;
	struct pick *pick = add_pick(parser, step, PICK_FILTER);

	enter_scope(parser->reader, parser->element, &within, path->type.class, false);
	pick->slot = within.scope->slot;
	parser->context = &within;
	pick->filter = parse_condition(parser);
	parser->context = around;
}

static bool is_keyed_by_year(const struct step *step)
{
	return step->field != NULL && step->field->key != NULL;
}

static bool pick_by_word(struct parser *parser, const struct path *path, struct step *step,
			 const char *word)
{
	if (path->type.field == MODEL_FIELD_YEARLY)
		return pick_year(parser, step, word);
	if (pick_position(parser, step, word))
		return true;
	return (is_keyed_by_year(step) && pick_year(parser, step, word)) ||
	       pick_label(parser, step, word);
}

static bool can_pick(struct parser *parser, const struct path *path)
{
	if (path->type.field == MODEL_FIELD_MANY || path->type.field == MODEL_FIELD_YEARLY)
		return true;
	parser_error(parser, "parentesi",
		     "[…] sceglie da un elenco o un anno di un valore: qui non "
		     "c’è né l’uno né l’altro");
	return false;
}

static bool parse_bracket(struct parser *parser, struct path *path)
{
	struct step *step = &path->steps[path->count - 1];
	const char *word;

	if (!can_pick(parser, path) || ++parser->nesting > TEMPLATE_SCOPES_MAX)
		return false;
	word = lone_word(parser);
	if (word != NULL && pick_by_word(parser, path, step, word)) {
		parser->at += strcspn(parser->at, "]");
	} else if (path->type.field == MODEL_FIELD_YEARLY) {
		parser_error(parser, "anno", "tra [ ] serve un anno: 2021, anno, anno-1");
	} else {
		pick_filter(parser, path, step);
	}
	parser->nesting--;
	if (!parser->failed && !parser_take(parser, ']'))
		parser_error(parser, "parentesi", "manca la ] che chiude la scelta");
	return !parser->failed;
}

/* ---- whole paths ------------------------------------------------------------------- */

/* @x at the start of a path: the parameter's text is read in its place. */
static bool splice_parameter(struct parser *parser)
{
	const struct parameter *parameter;
	const char *name;

	if (!parser_take(parser, '@'))
		return true;
	name = parser_name(parser);
	parameter = name != NULL ? reader_parameter(parser->context, name, strlen(name)) : NULL;
	if (parameter == NULL) {
		parser_error(parser, "parametro-ignoto", "qui non c’è un parametro «%s»",
			     name != NULL ? name : "");
		return false;
	}
	parser->at = arena_printf(parser->reader->arena, "%s%s", parameter->value, parser->at);
	return true;
}

static bool parse_steps(struct parser *parser, struct path *path)
{
	const char *name;

	for (;;) {
		if (*parser->at == '[') {
			parser->at++;
			if (!parse_bracket(parser, path))
				return false;
		} else if (*parser->at == '.') {
			parser->at++;
			name = parser_name(parser);
			if (name == NULL) {
				parser_error(parser, "espressione", "dopo il punto serve un nome");
				return false;
			}
			if (!add_step(parser, path, name))
				return false;
		} else {
			return true;
		}
	}
}

struct path *parse_path(struct parser *parser)
{
	struct path *path = arena_new(parser->reader->arena, struct path);
	const char *start, *name;

	if (!splice_parameter(parser))
		return NULL;
	parser_skip_blanks(parser);
	start = parser->at;
	name = parser_name(parser);
	if (name == NULL) {
		parser_error(parser, "espressione", "qui serve il nome di un campo: «%s»",
			     parser->at);
		return NULL;
	}
	if (!parse_first(parser, path, name) || !parse_steps(parser, path))
		return NULL;
	path->source = arena_strndup(parser->reader->arena, start, (size_t)(parser->at - start));
	path->shown = path->type;
	return path;
}

/* ---- what a thing shows --------------------------------------------------------------- */

static bool is_thing(const struct type *type)
{
	return (type->field == MODEL_FIELD_ONE || type->field == MODEL_FIELD_MANY) &&
	       type->class != &model_class_value;
}

static bool report_no_face(struct parser *parser, const struct model_class *class)
{
	parser_error(parser, "non-stampabile",
		     "«%s» non si può stampare da solo: indicare un suo campo", class->name);
	return false;
}

bool path_add_face(struct parser *parser, struct path *path)
{
	struct type type = path->type;

	path->face_count = 0;
	while (is_thing(&type) && path->face_count < EXPRESSION_FACE_MAX) {
		const struct model_field *field =
			type.class->face != NULL ? model_field_find(type.class, type.class->face)
						 : NULL;

		if (field == NULL)
			return report_no_face(parser, type.class);
		path->face[path->face_count++] = field;
		type = type_of_field(field);
	}
	if (type.field == MODEL_FIELD_RICH) {
		parser_error(parser, "testo-ricco",
			     "«%s» è un testo con paragrafi: usare <contenuto di=\"…\"/>",
			     path->source);
		return false;
	}
	if (is_thing(&type))
		return report_no_face(parser, type.class);
	path->shown = type.class == &model_class_value ? (struct type){ .field = MODEL_FIELD_VALUE }
						       : type;
	return true;
}

/* ---- paths in attributes ------------------------------------------------------------------ */

static bool at_end(struct parser *parser)
{
	parser_skip_blanks(parser);
	if (*parser->at != '\0')
		parser_error(parser, "espressione", "«%s» è di troppo", parser->at);
	return !parser->failed;
}

struct path *read_path(struct reader *reader, const struct context *context,
		       const struct element *element, const char *name)
{
	const char *text = reader_attribute(reader, context, element, name);
	struct parser parser;
	struct path *path;

	if (text == NULL)
		return NULL;
	parser = parser_make(reader, context, element, name, text);
	path = parse_path(&parser);
	return path != NULL && at_end(&parser) ? path : NULL;
}

struct path *read_things(struct reader *reader, const struct context *context,
			 const struct element *element, const char *name)
{
	struct path *path = read_path(reader, context, element, name);

	if (path == NULL || path->type.class != NULL)
		return path;
	if (path->type.field == MODEL_FIELD_YEARLY || path->type.field == MODEL_FIELD_VALUE) {
		path->type = type_of_thing(&model_class_value);
		return path;
	}
	reader_error(reader, element, "elenco",
		     "in %s=\"%s\" di <%s>: serve un elenco o una cosa con i suoi campi", name,
		     path->source, element->name);
	return NULL;
}
