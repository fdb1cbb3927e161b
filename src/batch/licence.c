/* licence.c - a licence as plans name it, and as metadata do. */
#include "metadata.h"

#include <strings.h>

#define ATTRIBUTION   "http://purl.org/adms/licencetype/Attribution"
#define SHARE_ALIKE   "http://purl.org/adms/licencetype/ShareAlike-CopyLeft"
#define PUBLIC_DOMAIN "http://purl.org/adms/licencetype/PublicDomain"

/* The first is in force where a plan says nothing. Source: AgID, linee guida sui
 * dati aperti, requisito 20; CAD art. 52. */
static const struct licence known[] = {
	{ "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/",
	  "Creative Commons Attribuzione 4.0 Internazionale (CC BY 4.0)", "4.0", ATTRIBUTION },
	{ "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/",
	  "Creative Commons CC0 1.0 Universale (CC0 1.0)", "1.0", PUBLIC_DOMAIN },
	{ "CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/",
	  "Creative Commons Attribuzione - Condividi allo stesso modo 4.0 (CC BY-SA 4.0)", "4.0",
	  SHARE_ALIKE },
	{ "CC-BY-3.0-IT", "https://creativecommons.org/licenses/by/3.0/it/",
	  "Creative Commons Attribuzione 3.0 Italia (CC BY 3.0 IT)", "3.0", ATTRIBUTION },
	{ "IODL-2.0", "https://www.dati.gov.it/iodl/2.0/",
	  "Italian Open Data License 2.0 (IODL 2.0)", "2.0", ATTRIBUTION },
};

#define COUNT (sizeof known / sizeof *known)

/* "CC BY 4.0", "cc-by-4.0" and "CC_BY_4.0" are one name. */
static bool same_name(const char *a, const char *b)
{
	for (; *a != '\0' && *b != '\0'; a++, b++) {
		bool gap = strchr(" -_", *a) != NULL && strchr(" -_", *b) != NULL;

		if (!gap && strncasecmp(a, b, 1) != 0)
			return false;
	}
	return *a == *b;
}

static bool is_address(const char *written)
{
	return text_starts(written, "https://") || text_starts(written, "http://");
}

/* With or without "s" and last slash, and the page of a language below it. */
static bool same_address(const char *written, const char *address)
{
	const char *a = strstr(written, "://"), *b = strstr(address, "://");
	size_t length = strlen(b) - strlen("/");

	return a != NULL && strncmp(a, b, length) == 0 && (a[length] == '\0' || a[length] == '/');
}

struct licence metadata_licence(const char *written)
{
	if (text_blank(written))
		return known[0];
	for (size_t i = 0; i < COUNT; i++)
		if (same_name(written, known[i].code) || text_equal(written, known[i].name) ||
		    (is_address(written) && same_address(written, known[i].address)))
			return known[i];
	return (struct licence){ .address = is_address(written) ? written : NULL, .name = written };
}

const char *metadata_licences(struct arena *arena)
{
	struct text out = text_make(arena);

	for (size_t i = 0; i < COUNT; i++)
		text_addf(&out, "%s%s", i > 0 ? ", " : "", known[i].code);
	return out.bytes;
}
