/* generate.c - plausible plans from word lists and a small random generator. */
#include "generate.h"

#include "base/escape.h"

#include <stdio.h>

#define YEAR 2022

struct maker {
	struct text *out;
	const struct generate_options *options;
	uint64_t state;
	int serial; /* of indicators, for ids */
};

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* xorshift64*: good enough to vary, the same everywhere. */
static uint64_t draw(struct maker *m)
{
	m->state ^= m->state >> 12;
	m->state ^= m->state << 25;
	m->state ^= m->state >> 27;
	return m->state * 0x2545F4914F6CDD1Du >> 11;
}

static int below(struct maker *m, int limit)
{
	return (int)(draw(m) % (uint64_t)limit);
}

static bool chance(struct maker *m, int percent)
{
	return below(m, 100) < percent;
}

static const char *const actions[] = {
	"Ridurre i tempi",         "Estendere il servizio", "Semplificare la procedura",
	"Misurare la qualità",     "Consolidare la rete",   "Rinnovare gli strumenti",
	"Verificare le posizioni", "Promuovere l’uso",      "Completare l’archivio",
	"Presidiare le scadenze",  "Ampliare l’offerta",    "Aggiornare gli elenchi",
};
static const char *const things[] = {
	"delle pratiche telematiche",
	"dello sportello per le imprese",
	"del registro delle imprese",
	"dell’orientamento al lavoro",
	"dei bandi per l’innovazione",
	"dell’internazionalizzazione",
	"della riscossione del diritto annuale",
	"degli acquisti verdi",
	"della formazione interna",
	"dei controlli sui prodotti",
	"della mediazione",
	"dell’amministrazione trasparente",
};
static const char *const manners[] = {
	"nelle sedi decentrate",
	"con strumenti digitali",
	"d’intesa con le associazioni di categoria",
	"a costi invariati",
	"entro i tempi concordati",
	"a vantaggio delle piccole imprese",
	"nel rispetto dell’equilibrio di bilancio",
	"con il concorso di tutti gli uffici",
};
static const char *const units[] = { "%", "n.", "gg", "euro", "%", "ore" };
static const char *const sources[] = { "Protocollo informatico", "Bilancio d’esercizio",
				       "Questionario annuale", "Rilevazione interna" };
static const char *const offices[] = { "Anagrafe economica", "Promozione e sviluppo",
				       "Risorse e patrimonio", "Regolazione del mercato",
				       "Segreteria generale" };

static void put(struct maker *m, const char *string)
{
	text_add(m->out, string);
}

static void put_phrase(struct maker *m)
{
	escape_markup(m->out, actions[below(m, COUNT(actions))]);
	put(m, " ");
	escape_markup(m->out, things[below(m, COUNT(things))]);
	put(m, " ");
	escape_markup(m->out, manners[below(m, COUNT(manners))]);
}

static void put_sentences(struct maker *m, int count)
{
	for (int i = 0; i < count; i++) {
		put(m, i > 0 ? ". " : "");
		put_phrase(m);
		if (chance(m, 60)) {
			put(m, ", così da ");
			put_phrase(m);
		}
	}
	put(m, ".");
}

/* A decimal with two digits. */
static void put_cents(struct maker *m, const char *open, long cents, const char *close)
{
	put(m, open);
	if (cents < 0)
		text_add_char(m->out, '-');
	cents = cents < 0 ? -cents : cents;
	text_addf(m->out, "%ld.%02ld", cents / 100, cents % 100);
	put(m, close);
}

static void put_date(struct maker *m, const char *open, const char *close)
{
	text_addf(m->out, "%s%d-%02d-%02d%s", open, YEAR, 1 + below(m, 12), 1 + below(m, 28),
		  close);
}

/* ---- indicators ------------------------------------------------------- */

static void number_values(struct maker *m, bool rising)
{
	long target = 1000 + below(m, 9000), gap = target / 100 * (1 + below(m, 40));
	long threshold = rising ? target - gap : target + gap;
	long actual = target + (rising ? 1 : -1) * (below(m, (int)gap * 3) - gap * 2 / 3);

	text_addf(m->out, "<target anno=\"%d\" op=\"%s\">", YEAR, rising ? "&gt;=" : "&lt;=");
	put_cents(m, "", target, "</target>\n");
	if (chance(m, 60)) {
		text_addf(m->out, "<soglia anno=\"%d\">", YEAR);
		put_cents(m, "", threshold, "</soglia>\n");
	}
	text_addf(m->out, "<consuntivo anno=\"%d\">", YEAR);
	put_cents(m, "", actual < 0 ? 0 : actual, "</consuntivo>\n");
}

static void date_values(struct maker *m)
{
	text_addf(m->out, "<target anno=\"%d\" op=\"entro\">", YEAR);
	put_date(m, "", "</target>\n");
	text_addf(m->out, "<consuntivo anno=\"%d\">", YEAR);
	put_date(m, "", "</consuntivo>\n");
}

static void yes_no_values(struct maker *m)
{
	text_addf(m->out,
		  "<target anno=\"%d\">si</target>\n<consuntivo anno=\"%d\">%s</consuntivo>\n",
		  YEAR, YEAR, chance(m, 80) ? "si" : "no");
}

/* What an indicator lacks: an empty cell, no data, not measurable. */
static void missing_values(struct maker *m)
{
	text_addf(m->out, "<target anno=\"%d\" op=\"&gt;=\">75.00</target>\n", YEAR);
	switch (below(m, 3)) {
	case 0: text_addf(m->out, "<consuntivo anno=\"%d\"/>\n", YEAR); break;
	case 1:
		text_addf(m->out, "<consuntivo anno=\"%d\" stato=\"non-disponibile\"/>\n", YEAR);
		put(m, "<esito stato=\"non-disponibile\"/>\n");
		break;
	default: put(m, "<esito stato=\"non-misurabile\" motivo=\"Rilevazione sospesa\"/>\n");
	}
}

static void indicator_kind(struct maker *m, int kind)
{
	if (kind == 1)
		put(m, " tipo=\"data\"");
	else if (kind == 2)
		put(m, " tipo=\"si-no\"");
	else
		text_addf(m->out, " unita-misura=\"%s\"", units[below(m, COUNT(units))]);
	put(m, ">\n<nome>");
	put_phrase(m);
	put(m, "</nome>\n");
	if (chance(m, 50)) {
		put(m, "<descrizione>");
		put_sentences(m, 1 + below(m, 2));
		put(m, "</descrizione>\n");
	}
	text_addf(m->out, "<algoritmo fonte=\"%s\">", sources[below(m, COUNT(sources))]);
	put_phrase(m);
	put(m, " / ");
	put_phrase(m);
	put(m, "</algoritmo>\n");
}

static void put_indicator(struct maker *m, int percent)
{
	int draw_kind = m->options->plain ? 0 : below(m, 20);
	int kind = draw_kind < 3 ? 1 : draw_kind < 5 ? 2 : draw_kind == 5 ? 3 : 0;

	text_addf(
		m->out,
		"<indicatore id=\"k%d\" codice=\"kpi%d.%d\" peso=\"%d.00\" tipologia=\"Efficacia\"",
		m->serial, m->serial / 10, m->serial % 10, percent);
	m->serial++;
	indicator_kind(m, kind);
	switch (kind) {
	case 0: number_values(m, chance(m, 75)); break;
	case 1: date_values(m); break;
	case 2: yes_no_values(m); break;
	default: missing_values(m);
	}
	if (chance(m, 10)) {
		put(m, "<nota>");
		put_sentences(m, 1 + below(m, 4));
		put(m, "</nota>\n");
	}
	put(m, "</indicatore>\n");
}

static void put_indicators(struct maker *m)
{
	int count = m->options->indicators;

	for (int i = 0; i < count; i++)
		put_indicator(m, i + 1 < count ? 100 / count : 100 - 100 / count * (count - 1));
}

/* ---- objectives --------------------------------------------------------- */

static void put_objective_head(struct maker *m, const char *id, const char *kind)
{
	text_addf(m->out, "<obiettivo id=\"%s\" tipo=\"%s\" codice=\"%s\" unita=\"u%d\" titolo=\"",
		  id, kind, id, below(m, COUNT(offices)));
	put_phrase(m);
	put(m, "\">\n<descrizione>");
	put_sentences(m, 1 + below(m, 3));
	put(m, "</descrizione>\n");
}

static void put_objective(struct maker *m, int number)
{
	char id[32];

	snprintf(id, sizeof id, "OS%d", number);
	put_objective_head(m, id, "strategico");
	put_indicators(m);
	for (int i = 1; i <= m->options->operational; i++) {
		snprintf(id, sizeof id, "OP%d.%d", number, i);
		put_objective_head(m, id, "operativo");
		put_indicators(m);
		put(m, "</obiettivo>\n");
	}
	put(m, "</obiettivo>\n");
}

#define AREA_OBJECTIVES 6

static void put_tree(struct maker *m)
{
	for (int i = 1; i <= m->options->objectives; i++) {
		if (i % AREA_OBJECTIVES == 1) {
			text_addf(m->out, "<ambito codice=\"%d\" titolo=\"",
				  i / AREA_OBJECTIVES + 1);
			put_phrase(m);
			put(m, "\">\n");
		}
		put_objective(m, i);
		if (i % AREA_OBJECTIVES == 0 || i == m->options->objectives)
			put(m, "</ambito>\n");
	}
}

/* ---- the rest -------------------------------------------------------------- */

static void put_head(struct maker *m)
{
	text_addf(
		m->out,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<piano xmlns=\"urn:relazione:piano:1\" tipo=\"relazione\" anno=\"%d\" stato=\"approvato\">\n"
		"<ente codice=\"ente-prova\" denominazione=\"Camera di commercio di Valserena\"/>\n"
		"<documento titolo=\"Relazione sulla performance\" periodo=\"%d-%d\">\n"
		"<approvazione organo=\"Giunta\" atto=\"deliberazione\" numero=\"85\" data=\"%d-06-13\"/>\n"
		"<firma ruolo=\"Presidente\"/></documento>\n",
		YEAR, YEAR, YEAR + 2, YEAR + 1);
	put(m,
	    "<sistema><regola id=\"soglia\" tipo=\"lineare\"/>"
	    "<predefinite numero=\"soglia\" data=\"soglia\" scelta=\"soglia\"/>"
	    "<aggregazione tipo=\"media-ponderata\" non-misurabili=\"esclusi\" vuoti=\"zero\"/><giudizi>"
	    "<giudizio da=\"95\" etichetta=\"Raggiunto\" segnale=\"verde\"/>"
	    "<giudizio oltre=\"0\" etichetta=\"Parzialmente raggiunto\" segnale=\"giallo\"/>"
	    "<giudizio da=\"0\" etichetta=\"Non raggiunto\" segnale=\"rosso\"/></giudizi></sistema>\n");
	put(m, "<struttura>");
	for (size_t i = 0; i < COUNT(offices); i++)
		text_addf(m->out, "<unita id=\"u%zu\" tipo=\"servizio\" denominazione=\"%s\"/>", i,
			  offices[i]);
	put(m, "<incarico id=\"sg\" ruolo=\"Segretario Generale\" unita=\"u4\"/></struttura>\n");
}

static void put_sheet(struct maker *m)
{
	int count = m->options->objectives < 4 ? m->options->objectives : 4;

	text_addf(m->out, "<assegnazione incarico=\"sg\" anno=\"%d\">\n", YEAR);
	for (int i = 1; i <= count; i++)
		text_addf(m->out, "<voce obiettivo=\"OS%d\" peso=\"%d.00\"/>\n", i, 100 / count);
	put(m, "</assegnazione>\n");
}

static void put_budget(struct maker *m)
{
	put(m, "<bilancio><serie id=\"diritto\" titolo=\"Diritto annuale\" unita-misura=\"euro\">");
	for (int year = YEAR - 4; year <= YEAR; year++)
		text_addf(m->out, "<punto voce=\"%d\" valore=\"%d\"/>", year,
			  18000000 + below(m, 4000000));
	put(m,
	    "</serie>\n<tavola id=\"spese\" titolo=\"Spese correnti\" unita-misura=\"euro\" categorie=\"2021 2022\">");
	for (int i = 0; i < 4; i++)
		text_addf(m->out, "<riga voce=\"%s\" valori=\"%d %d\"/>", offices[i],
			  1000000 + below(m, 9000000), 1000000 + below(m, 9000000));
	put(m, "</tavola></bilancio>\n");
}

static void put_text(struct maker *m)
{
	put(m, "<testo id=\"premessa\" titolo=\"Premessa\">\n");
	for (int i = 0; i < m->options->texts; i++) {
		put(m, "<p>");
		put_sentences(m, 3 + below(m, 5));
		put(m, "</p>\n");
	}
	put(m, "</testo>\n");
}

void generate_plan(struct text *out, const struct generate_options *options)
{
	struct maker m = { .out = out,
			   .options = options,
			   .state = options->seed * 2654435761u + 88172645463325252u };

	put_head(&m);
	put_tree(&m);
	if (options->sheets)
		put_sheet(&m);
	put_budget(&m);
	put_text(&m);
	put(&m, "</piano>\n");
}
