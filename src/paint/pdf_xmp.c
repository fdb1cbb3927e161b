/* pdf_xmp.c - the metadata packet: what the file is and what it claims.
 *
 * Source: ISO 19005-2 and -3 6.6.2 (metadata), 6.6.4 (claim), ISO 14289-1 5.
 */
#include "pdf_private.h"

#include "base/date.h"
#include "base/escape.h"

#include <stdio.h>

#define DAY_SECONDS 86400

void pdf_date(char out[32], long long seconds, bool iso)
{
	long long days = seconds / DAY_SECONDS, rest = seconds % DAY_SECONDS;
	int year, month, day, h, m, s;

	date_split((date_days)days, &year, &month, &day);
	h = (int)(rest / 3600);
	m = (int)(rest / 60 % 60);
	s = (int)(rest % 60);
	snprintf(out, 32,
		 iso ? "%04d-%02d-%02dT%02d:%02d:%02d+00:00" : "D:%04d%02d%02d%02d%02d%02d+00'00'",
		 year % 10000, month, day, h, m, s);
}

static void element(struct text *out, const char *open, const char *value, const char *close)
{
	if (value == NULL || *value == '\0')
		return;
	text_add(out, open);
	escape_markup(out, value);
	text_add(out, close);
}

/* pdfuaid is no schema that PDF/A knows, so it is described here. */
static void extension_schema(struct text *out)
{
	text_add(
		out,
		"<rdf:Description rdf:about=\"\""
		" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
		" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
		" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
		"<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
		"<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
		"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
		"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
		"<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
		"<pdfaProperty:name>part</pdfaProperty:name>\n"
		"<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
		"<pdfaProperty:category>internal</pdfaProperty:category>\n"
		"<pdfaProperty:description>The part of ISO 14289 that the file keeps"
		"</pdfaProperty:description>\n"
		"</rdf:li></rdf:Seq></pdfaSchema:property>\n"
		"</rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n");
}

static void claims(struct text *out, const struct paint_pdf_options *options)
{
	text_addf(out,
		  "<pdfaid:part>%d</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"
		  "<pdfuaid:part>1</pdfuaid:part>\n",
		  options->attachment_count > 0 ? 3 : 2);
}

static void properties(struct text *out, const struct paint_pdf_options *options)
{
	char date[32];

	pdf_date(date, options->date, true);
	element(out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", options->title,
		"</rdf:li></rdf:Alt></dc:title>\n");
	element(out, "<dc:creator><rdf:Seq><rdf:li>", options->author,
		"</rdf:li></rdf:Seq></dc:creator>\n");
	element(out, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", options->subject,
		"</rdf:li></rdf:Alt></dc:description>\n");
	element(out, "<dc:language><rdf:Bag><rdf:li>", options->language,
		"</rdf:li></rdf:Bag></dc:language>\n");
	element(out, "<pdf:Keywords>", options->keywords, "</pdf:Keywords>\n");
	element(out, "<pdf:Producer>", options->producer, "</pdf:Producer>\n");
	element(out, "<xmp:CreateDate>", date, "</xmp:CreateDate>\n");
	element(out, "<xmp:ModifyDate>", date, "</xmp:ModifyDate>\n");
}

void pdf_xmp(struct text *out, const struct paint_pdf_options *options)
{
	text_add(out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
		      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
		      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
		      "<rdf:Description rdf:about=\"\""
		      " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
		      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
		      " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
		      " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
		      " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n");
	properties(out, options);
	if (!options->untagged)
		claims(out, options);
	text_add(out, "</rdf:Description>\n");
	if (!options->untagged)
		extension_schema(out);
	text_add(out, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");
}
