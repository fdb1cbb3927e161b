/* catalogue.c - what the catalogue says of the whole document.
 *
 * Source: ISO 14289-1 6.2, 7.1, 7.2; ISO 19005-2 6.2.3, 6.4, 6.10, 6.11.
 */
#include "conform_private.h"

#include <string.h>

static bool is_true(const struct object *object)
{
	return object->kind == OBJECT_BOOLEAN && object->number != 0;
}

static void check_marks(struct conform *c)
{
	const struct object *info = conform_get(c, c->catalogue, "MarkInfo");

	if (!is_true(conform_get(c, info, "Marked")))
		conform_breach(c, CONFORM_MARKED, c->catalogue->id);
	if (is_true(conform_get(c, info, "Suspects")))
		conform_breach(c, CONFORM_SUSPECTS, c->catalogue->id);
	if (c->root->kind != OBJECT_DICTIONARY)
		conform_breach(c, CONFORM_STRUCTURE_ROOT, c->catalogue->id);
}

static void check_language(struct conform *c)
{
	const char *tag = object_text(c->arena, conform_get(c, c->catalogue, "Lang"));

	if (tag == NULL || *tag == '\0')
		conform_breach(c, CONFORM_LANGUAGE, c->catalogue->id);
	else if (!conform_language(tag))
		conform_add(c, CONFORM_LANGUAGE_FORM, c->catalogue->id, "%s", tag);
}

static void check_title(struct conform *c)
{
	const struct object *shown =
		conform_find(c, c->catalogue, "ViewerPreferences/DisplayDocTitle");

	if (shown->kind != OBJECT_BOOLEAN)
		conform_breach(c, CONFORM_TITLE_PREFERENCE, c->catalogue->id);
	else if (!is_true(shown))
		conform_breach(c, CONFORM_TITLE_SHOWN, c->catalogue->id);
}

/* What the program never writes, so that it needs no judgement. */
static void check_absent(struct conform *c)
{
	static const struct {
		const char *path;
		enum conform_clause clause;
	} absent[] = {
		{ "OCProperties", CONFORM_OPTIONAL_CONTENT },
		{ "AcroForm/XFA", CONFORM_XFA },
		{ "OpenAction", CONFORM_SCRIPTS },
		{ "Names/JavaScript", CONFORM_SCRIPTS },
		{ "NeedsRendering", CONFORM_XFA },
		{ "Names/AlternatePresentations", CONFORM_CATALOGUE_KEYS },
		{ "Requirements", CONFORM_CATALOGUE_KEYS },
		{ "Perms", CONFORM_CATALOGUE_KEYS },
		{ "Collection", CONFORM_CATALOGUE_KEYS },
	};

	for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
		if (conform_find(c, c->catalogue, absent[i].path)->kind != OBJECT_NULL)
			conform_add(c, absent[i].clause, c->catalogue->id, "%s", absent[i].path);
}

/* Offsets in the header of a profile. Source: ICC.1 7.2. */
#define ICC_HEADER 128
#define ICC_MAJOR  8
#define ICC_CLASS  12
#define ICC_SPACE  16
#define ICC_MAGIC  36

static bool good_profile(struct conform *c, const struct object *stream)
{
	struct bytes icc;

	if (conform_get(c, stream, "N")->number != 3 || !object_data(c->file, stream, &icc) ||
	    icc.length < ICC_HEADER)
		return false;
	return icc.data[ICC_MAJOR] <= 4 && memcmp(icc.data + ICC_MAGIC, "acsp", 4) == 0 &&
	       memcmp(icc.data + ICC_SPACE, "RGB ", 4) == 0 &&
	       (memcmp(icc.data + ICC_CLASS, "mntr", 4) == 0 ||
		memcmp(icc.data + ICC_CLASS, "prtr", 4) == 0);
}

static void check_intent(struct conform *c)
{
	const struct object *intents = conform_get(c, c->catalogue, "OutputIntents");
	bool found = false;

	for (size_t i = 0; intents->kind == OBJECT_ARRAY && i < intents->count; i++) {
		const struct object *intent = conform_item(c, intents, i);

		if (!object_is_name(conform_get(c, intent, "S"), "GTS_PDFA1"))
			continue;
		found = conform_get(c, intent, "OutputConditionIdentifier")->kind == OBJECT_STRING;
		if (!good_profile(c, conform_get(c, intent, "DestOutputProfile")))
			conform_breach(c, CONFORM_OUTPUT_PROFILE, intent->id);
	}
	if (!found)
		conform_breach(c, CONFORM_OUTPUT_INTENT, c->catalogue->id);
}

void conform_catalogue(struct conform *c)
{
	check_marks(c);
	check_language(c);
	check_title(c);
	check_absent(c);
	check_intent(c);
}
