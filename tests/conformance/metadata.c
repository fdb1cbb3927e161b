/* metadata.c - the XMP packet: claims, schema, agreement with /Info.
 *
 * Source: ISO 14289-1 5 and 7.1; ISO 19005-2 6.6.
 */
#include "conform_private.h"

#include "base/text.h"

#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#define NS_RDF    "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define NS_DC     "http://purl.org/dc/elements/1.1/"
#define NS_XMP    "http://ns.adobe.com/xap/1.0/"
#define NS_PDF    "http://ns.adobe.com/pdf/1.3/"
#define NS_PDFA   "http://www.aiim.org/pdfa/ns/id/"
#define NS_UA     "http://www.aiim.org/pdfua/ns/id/"
#define NS_MM     "http://ns.adobe.com/xap/1.0/mm/"
#define NS_EXT    "http://www.aiim.org/pdfa/ns/extension/"
#define NS_SCHEMA "http://www.aiim.org/pdfa/ns/schema#"
#define NS_FIELD  "http://www.aiim.org/pdfa/ns/property#"

static bool named(const xmlNode *node, const char *space, const char *name)
{
	return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
	       strcmp((const char *)node->ns->href, space) == 0 &&
	       (name == NULL || strcmp((const char *)node->name, name) == 0);
}

static xmlNode *next_node(xmlNode *node, const xmlNode *top)
{
	if (node->children != NULL && node->type == XML_ELEMENT_NODE)
		return node->children;
	while (node != NULL && node != top && node->next == NULL)
		node = node->parent;
	return node == NULL || node == top ? NULL : node->next;
}

/* The first element of a name at any depth below `top`. */
static xmlNode *find(xmlNode *top, const char *space, const char *name)
{
	for (xmlNode *node = top; node != NULL; node = next_node(node, top))
		if (named(node, space, name))
			return node;
	return NULL;
}

/* The text of a property, at any depth in it; NULL when it is not there. */
static const char *property(struct conform *c, xmlNode *top, const char *space, const char *name)
{
	xmlNode *node = find(top, space, name);
	xmlChar *content;
	char *text;

	if (node == NULL)
		return NULL;
	content = xmlNodeGetContent(node);
	text = text_fold_space(c->arena, content != NULL ? (const char *)content : "");
	xmlFree(content);
	return text;
}

static void check_claims(struct conform *c, xmlNode *top)
{
	const char *part = property(c, top, NS_PDFA, "part");
	const char *level = property(c, top, NS_PDFA, "conformance");
	const char *ua = property(c, top, NS_UA, "part");
	const char *title = property(c, top, NS_DC, "title");

	c->part = part != NULL ? atoi(part) : 0;
	if ((c->part != 2 && c->part != 3) || level == NULL || strcmp(level, "A") != 0)
		conform_breach(c, CONFORM_PDFA_CLAIM, 0);
	if (ua == NULL || strcmp(ua, "1") != 0)
		conform_breach(c, CONFORM_UA_CLAIM, 0);
	if (title == NULL || *title == '\0')
		conform_breach(c, CONFORM_XMP_TITLE, 0);
}

/* ---- extension schema -------------------------------------------------- */

/* Whether a schema block describes a property of a name space. */
static bool describes(struct conform *c, xmlNode *schema, const char *space, const char *name)
{
	const char *uri = property(c, schema, NS_SCHEMA, "namespaceURI");
	xmlNode *list = find(schema, NS_SCHEMA, "property");

	if (uri == NULL || list == NULL || strcmp(uri, space) != 0)
		return false;
	for (xmlNode *n = list; n != NULL; n = next_node(n, list)) {
		const char *known =
			named(n, NS_FIELD, "name") ? property(c, n, NS_FIELD, "name") : NULL;

		if (known != NULL && strcmp(known, name) == 0)
			return find(n->parent, NS_FIELD, "valueType") != NULL &&
			       find(n->parent, NS_FIELD, "category") != NULL &&
			       find(n->parent, NS_FIELD, "description") != NULL;
	}
	return false;
}

static bool described(struct conform *c, xmlNode *top, const xmlNode *node)
{
	xmlNode *schemas = find(top, NS_EXT, "schemas");

	for (xmlNode *n = schemas; n != NULL; n = next_node(n, schemas))
		if (named(n, NS_RDF, "li") &&
		    describes(c, n, (const char *)node->ns->href, (const char *)node->name))
			return true;
	return false;
}

static bool predefined(const char *space)
{
	static const char *const known[] = { NS_DC, NS_XMP, NS_PDF, NS_PDFA, NS_MM, NS_EXT };

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strcmp(space, known[i]) == 0)
			return true;
	return false;
}

/* Every property of a schema that PDF/A does not know is described. */
static void check_schemas(struct conform *c, xmlNode *top)
{
	for (xmlNode *n = top; n != NULL; n = next_node(n, top)) {
		if (n->type != XML_ELEMENT_NODE || n->ns == NULL || n->parent == NULL ||
		    !named(n->parent, NS_RDF, "Description"))
			continue;
		if (!predefined((const char *)n->ns->href) && !described(c, top, n))
			conform_add(c, CONFORM_EXTENSION_SCHEMA, 0, "%s", (const char *)n->name);
	}
}

/* ---- agreement with /Info ------------------------------------------------ */

/* "D:20230613120000+00'00'" as "2023-06-13T12:00:00+00:00". */
static const char *iso_date(struct conform *c, const char *date)
{
	if (strncmp(date, "D:", 2) != 0 || strlen(date) < 22)
		return date;
	date += 2;
	return arena_printf(c->arena, "%.4s-%.2s-%.2sT%.2s:%.2s:%.2s%.3s:%.2s", date, date + 4,
			    date + 6, date + 8, date + 10, date + 12, date + 14, date + 18);
}

static void check_information(struct conform *c, xmlNode *top)
{
	static const struct {
		const char *key, *space, *name;
		bool date;
	} pairs[] = {
		{ "Title", NS_DC, "title", false },
		{ "Author", NS_DC, "creator", false },
		{ "Subject", NS_DC, "description", false },
		{ "Keywords", NS_PDF, "Keywords", false },
		{ "Producer", NS_PDF, "Producer", false },
		{ "CreationDate", NS_XMP, "CreateDate", true },
		{ "ModDate", NS_XMP, "ModifyDate", true },
	};
	const struct object *info = conform_get(c, c->trailer, "Info");

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		const char *here = object_text(c->arena, conform_get(c, info, pairs[i].key));
		const char *there = property(c, top, pairs[i].space, pairs[i].name);

		if (here != NULL)
			here = pairs[i].date ? iso_date(c, here) : text_fold_space(c->arena, here);
		if (!text_equal(here, there))
			conform_add(c, CONFORM_INFORMATION, info->id, "%s: «%s» e «%s»",
				    pairs[i].key, here != NULL ? here : "",
				    there != NULL ? there : "");
	}
}

/* ---- the packet ------------------------------------------------------------- */

/* A packet that says its size or encoding in its header is refused. */
static bool good_header(const char *packet)
{
	const char *end = strstr(packet, "?>");
	char header[200] = "";

	if (strncmp(packet, "<?xpacket begin", 15) != 0 || end == NULL ||
	    (size_t)(end - packet) >= sizeof header)
		return false;
	memcpy(header, packet, (size_t)(end - packet));
	return strstr(header, "bytes=") == NULL && strstr(header, "encoding=") == NULL;
}

static void check_packet(struct conform *c, struct bytes packet, int id)
{
	xmlDoc *doc = xmlReadMemory(packet.data, (int)packet.length, "xmp", NULL,
				    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	xmlNode *top = doc != NULL ? xmlDocGetRootElement(doc) : NULL;

	if (top == NULL || !good_header(packet.data)) {
		conform_breach(c, CONFORM_METADATA_FORM, id);
	} else {
		check_claims(c, top);
		check_schemas(c, top);
		check_information(c, top);
	}
	xmlFreeDoc(doc);
}

void conform_metadata(struct conform *c)
{
	const struct object *stream = conform_get(c, c->catalogue, "Metadata");
	struct bytes packet;

	if (stream->kind != OBJECT_STREAM ||
	    !object_is_name(conform_get(c, stream, "Type"), "Metadata") ||
	    !object_is_name(conform_get(c, stream, "Subtype"), "XML") ||
	    !object_data(c->file, stream, &packet)) {
		conform_breach(c, CONFORM_METADATA, c->catalogue->id);
		return;
	}
	check_packet(c, packet, stream->id);
}
