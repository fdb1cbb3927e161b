/* address.c - which addresses may stand in a link. */
#include "web_private.h"

#include <strings.h>

static const char *const safe_beginnings[] = { "https://", "http://", "mailto:" };

/* A browser drops tabs and line ends in an address, so none may pass. */
static bool has_controls(const char *address)
{
	for (; *address != '\0'; address++)
		if ((unsigned char)*address <= ' ' || *address == 0x7f)
			return true;
	return false;
}

bool web_address_is_safe(const char *address)
{
	if (address == NULL || has_controls(address))
		return false;
	if (*address == '#')
		return address[1] != '\0';
	for (size_t i = 0; i < sizeof safe_beginnings / sizeof *safe_beginnings; i++) {
		size_t length = strlen(safe_beginnings[i]);

		if (strncasecmp(address, safe_beginnings[i], length) == 0)
			return address[length] != '\0';
	}
	return false;
}
