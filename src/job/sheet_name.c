/* sheet_name.c - the names of the files of sheets. */
#include "sheet_private.h"

#include <string.h>
#include <strings.h>

#define NAME_BYTES_MAX 200           /* room is left for a temporary file's name */
#define REFUSED        "/\\:*?\"<>|" /* by one file system or another */
#define EXTENSION      ".pdf"

static bool is_refused(unsigned char c)
{
	return c < ' ' || c == 0x7F || strchr(REFUSED, c) != NULL;
}

/* A word of the plan as a part of a file name: what could lead elsewhere, or
 * what a file system refuses, becomes a hyphen. */
static void add_word(struct text *out, const char *word)
{
	for (; word != NULL && *word != '\0'; word++) {
		unsigned char c = (unsigned char)*word;

		text_add_char(out, c == ' ' || is_refused(c) || (c == '.' && out->length == 0)
					   ? '-'
					   : *word);
	}
}

/* ---- Fields ---------------------------------------------------------------------- */

static void add_year(struct text *out, const struct sheet_naming *naming)
{
	text_addf(out, "%d", naming->sheet->year ? naming->sheet->year : naming->plan->year);
}

static void add_holder(struct text *out, const struct sheet_naming *naming)
{
	const struct model_assignment *sheet = naming->sheet;

	for (size_t i = 0; i < sheet->posts.count; i++) {
		text_add(out, i > 0 ? "-" : "");
		add_word(out, ((const struct model_post *)sheet->posts.items[i])->id);
	}
	if (sheet->posts.count == 0 && sheet->unit != NULL)
		add_word(out, sheet->unit->id);
}

static void add_role(struct text *out, const struct sheet_naming *naming)
{
	const struct model_assignment *sheet = naming->sheet;

	for (size_t i = 0; i < sheet->posts.count; i++) {
		text_add(out, i > 0 ? "-" : "");
		add_word(out, ((const struct model_post *)sheet->posts.items[i])->role);
	}
	if (sheet->posts.count == 0 && sheet->unit != NULL)
		add_word(out, sheet->unit->name);
}

static void add_person(struct text *out, const struct sheet_naming *naming)
{
	const struct model_list *posts = &naming->sheet->posts;

	if (posts->count > 0)
		add_word(out, ((const struct model_post *)posts->items[0])->person);
}

static void add_id(struct text *out, const struct sheet_naming *naming)
{
	add_word(out, naming->sheet->id);
}

static void add_body(struct text *out, const struct sheet_naming *naming)
{
	add_word(out, naming->plan->body ? naming->plan->body->code : "ente");
}

static void add_number(struct text *out, const struct sheet_naming *naming)
{
	text_addf(out, "%zu", naming->number);
}

static const struct name_field {
	const char *name;
	void (*add)(struct text *out, const struct sheet_naming *naming);
} fields[] = {
	{ "anno", add_year },      { "incarico", add_holder }, { "ruolo", add_role },
	{ "persona", add_person }, { "id", add_id },           { "ente", add_body },
	{ "n", add_number },
};

/* The field whose name stands between braces at `open`, and where they end. */
static const struct name_field *field_at(const char *open, const char **end)
{
	size_t length;

	*end = strchr(open, '}');
	if (*end == NULL)
		return NULL;
	length = (size_t)(*end - open - 1);
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		if (strlen(fields[i].name) == length &&
		    strncmp(fields[i].name, open + 1, length) == 0)
			return &fields[i];
	return NULL;
}

/* ---- The pattern -------------------------------------------------------------------- */

bool job_sheets_pattern(const char *pattern)
{
	if (*pattern == '\0' || *pattern == '.' || *pattern == ' ')
		return false;
	for (const char *c = pattern; *c != '\0'; c++) {
		const char *end;

		if (*c == '}' || is_refused((unsigned char)*c))
			return false;
		if (*c == '{' && field_at(c, &end) == NULL)
			return false;
		if (*c == '{')
			c = end;
	}
	return true;
}

static void fill(struct text *out, const char *pattern, const struct sheet_naming *naming)
{
	for (const char *c = pattern; *c != '\0'; c++) {
		const struct name_field *field;

		if (*c != '{') {
			text_add_char(out, *c);
			continue;
		}
		field = field_at(c, &c);
		field->add(out, naming);
	}
}

/* Windows keeps these for devices, whatever follows the first point. */
static bool is_device(const char *name)
{
	static const char *const devices[] = { "con", "prn", "aux", "nul", "com", "lpt" };
	size_t length = strcspn(name, ".");

	for (size_t i = 0; i < sizeof devices / sizeof *devices; i++) {
		bool numbered = i >= 4;

		if (strncasecmp(name, devices[i], 3) == 0 && length == (numbered ? 4 : 3) &&
		    (!numbered || strchr("0123456789", name[3]) != NULL))
			return true;
	}
	return false;
}

static bool has_extension(const struct text *name)
{
	size_t length = sizeof EXTENSION - 1;

	return name->length > length &&
	       strcasecmp(name->bytes + name->length - length, EXTENSION) == 0;
}

enum status sheet_name(const char **out, struct arena *arena, const char *pattern,
		       const struct sheet_naming *naming, struct diag *diag)
{
	struct text name = text_make(arena);

	fill(&name, pattern, naming);
	if (!has_extension(&name))
		text_add(&name, EXTENSION);
	*out = is_device(name.bytes) ? arena_printf(arena, "-%s", name.bytes) : name.bytes;
	if (name.length <= NAME_BYTES_MAX)
		return STATUS_OK;
	diag_error(diag, naming->sheet->place, "nome-lungo",
		   "il nome della scheda «%s» è di %zu byte, più di %d: accorciarlo, per esempio "
		   "con --nome \"{anno}-{n}.pdf\"",
		   naming->sheet->id, name.length, NAME_BYTES_MAX);
	return STATUS_DATA;
}

/* ---- Which names are one ---------------------------------------------------------- */

/* Source: UnicodeData.txt, "Character_Decomposition_Mapping" of Latin capitals:
 * a combining mark, and letter by letter the plain one and the one that bears it. */
static const struct {
	uint32_t mark;
	const char *letters;
} accents[] = {
	{ 0x0300, "AÀEÈIÌNǸOÒUÙWẀYỲ" },
	{ 0x0301, "AÁCĆEÉGǴIÍKḰLĹMḾNŃOÓPṔRŔSŚUÚWẂYÝZŹ" },
	{ 0x0302, "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶZẐ" },
	{ 0x0303, "AÃEẼIĨNÑOÕUŨVṼYỸ" },
	{ 0x0304, "AĀEĒGḠIĪOŌUŪYȲ" },
	{ 0x0306, "AĂEĔGĞIĬOŎUŬ" },
	{ 0x0307, "AȦCĊEĖGĠHḢIİMṀNṄOȮSṠTṪZŻ" },
	{ 0x0308, "AÄEËHḦIÏOÖUÜWẄXẌYŸ" },
	{ 0x030A, "AÅUŮ" },
	{ 0x030B, "OŐUŰ" },
	{ 0x030C, "AǍCČDĎEĚGǦHȞIǏKǨLĽNŇOǑRŘSŠTŤUǓZŽ" },
	{ 0x0326, "SȘTȚ" },
	{ 0x0327, "CÇEȨGĢHḨKĶLĻNŅRŖSŞTŢ" },
	{ 0x0328, "AĄEĘIĮOǪUŲ" },
};

/* The letter with its accent apart, or as it is. */
static void add_apart(struct text *out, uint32_t letter)
{
	for (size_t i = 0; i < sizeof accents / sizeof *accents; i++) {
		for (const char *at = accents[i].letters; *at != '\0';) {
			uint32_t plain = utf8_next(&at);

			if (utf8_next(&at) != letter)
				continue;
			text_add_utf8(out, plain);
			text_add_utf8(out, accents[i].mark);
			return;
		}
	}
	text_add_utf8(out, letter);
}

const char *sheet_name_key(struct arena *arena, const char *name)
{
	const char *upper = text_upper(arena, name);
	struct text out = text_make(arena);
	uint32_t letter;

	while ((letter = utf8_next(&upper)) != 0)
		add_apart(&out, letter);
	return out.bytes;
}
