#include "room.h"

#include "base/file.h"
#include "input/input.h"
#include "score/score.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TEMPLATE_HEAD "<modello xmlns='urn:relazione:modello:1'>"
#define PLAN_HEAD                                                                                  \
	"<piano xmlns='urn:relazione:piano:1' tipo='relazione' anno='2022'>"                       \
	"<ente codice='e' denominazione='Ente di prova' logo='logo.png'/>"                         \
	"<documento titolo='Relazione' periodo='2022-2024'>"                                       \
	"<approvazione organo='Giunta' atto='deliberazione' numero='85' data='2023-06-13'/>"       \
	"<firma ruolo='Presidente'/><firma ruolo='Segretario'/></documento>"                       \
	"<sistema><giudizi>"                                                                       \
	"<giudizio da='95' etichetta='Raggiunto' segnale='verde'/>"                                \
	"<giudizio oltre='0' etichetta='Parzialmente raggiunto' segnale='giallo'/>"                \
	"<giudizio da='0' etichetta='Non raggiunto' segnale='rosso'/></giudizi></sistema>"

int room_setup(void **state)
{
	struct arena *arena = arena_create(NULL);
	struct room *room = arena_new(arena, struct room);

	room->arena = arena;
	room->diag = diag_make(arena);
	strcpy(room->folder, "/tmp/modelliXXXXXX");
	assert_non_null(mkdtemp(room->folder));
	*state = room;
	return 0;
}

static void remove_folder(const struct room *room)
{
	char *command = arena_printf(room->arena, "rm -rf '%s'", room->folder);

	assert_int_equal(system(command), 0);
}

int room_teardown(void **state)
{
	struct room *room = *state;

	remove_folder(room);
	arena_destroy(room->arena);
	return 0;
}

void room_write(struct room *room, const char *name, const char *text)
{
	const char *path = file_join(room->arena, room->folder, name);
	struct file_out *out;

	assert_int_equal(file_make_dirs(file_dir(room->arena, path), &room->diag), STATUS_OK);
	out = file_out_open(room->arena, path);
	file_out_puts(out, text);
	assert_int_equal(file_out_commit(out, &room->diag), STATUS_OK);
}

const char *room_findings(struct room *room)
{
	struct text out = text_make(room->arena);
	size_t folder = strlen(room->folder) + 1;

	diag_sort(&room->diag);
	for (size_t i = 0; i < room->diag.count; i++) {
		struct diag_entry entry = room->diag.entries[i];

		if (entry.place.file != NULL && text_starts(entry.place.file, room->folder))
			entry.place.file += folder;
		diag_format(&out, &entry);
		text_add(&out, "\n");
	}
	return out.bytes;
}

void room_plan(struct room *room, const char *body)
{
	char *xml = arena_printf(room->arena, PLAN_HEAD "%s</piano>", body);
	struct bytes source = { xml, strlen(xml) };
	enum status status =
		input_read(&room->plan, room->arena, "piano.xml", source, NULL, &room->diag);

	if (status != STATUS_OK)
		print_message("%s", room_findings(room));
	assert_int_equal(status, STATUS_OK);
	score_run(room->plan, &room->diag);
	/* Warnings about the plan are not what these tests are about. */
	room->diag = diag_make(room->arena);
}

void room_usual_plan(struct room *room)
{
	room_plan(
		room,
		"<struttura><unita id='a' tipo='area' denominazione='Area A'/>"
		"<unita id='b' tipo='area' denominazione='Area B'/>"
		"<incarico id='sg' ruolo='Segretario'/></struttura>"
		"<ambito codice='1' titolo='Servizi'>"
		"<obiettivo id='S1' tipo='strategico' codice='S1' titolo='Qualità' peso='50' "
		"unita='a b'>"
		"<indicatore id='I1' codice='I1' peso='60.00' unita-misura='%'><nome>Utenti</nome>"
		"<algoritmo fonte='Report'>A / B</algoritmo>"
		"<valore anno='2021' richiamo='*'>4.84</valore>"
		"<target anno='2022' op='&gt;='>75.00</target><target anno='2023'>80</target>"
		"<soglia anno='2022'>65</soglia>"
		"<consuntivo anno='2022'>71.21</consuntivo><nota segno='*'>Stima.</nota>"
		"</indicatore>"
		"<indicatore id='I2' codice='I2' peso='40' tipo='data'><nome>Avvio</nome>"
		"<target anno='2022' op='entro'>2022-12-31</target>"
		"<consuntivo anno='2022'>2022-11-23</consuntivo></indicatore>"
		"<obiettivo id='P1' tipo='operativo' codice='P10' titolo='Orari' unita='a'>"
		"<indicatore id='I3' tipo='si-no'><nome>Carta</nome><target "
		"anno='2022'>si</target><consuntivo anno='2022'>no</consuntivo></indicatore>"
		"</obiettivo>"
		"<obiettivo id='P2' tipo='operativo' codice='P2' titolo='Tempi' unita='b'>"
		"<indicatore id='I4' unita-misura='n.'><nome>Corsi</nome>"
		"<target anno='2022'>1200</target><consuntivo anno='2022'>1500</consuntivo>"
		"</indicatore></obiettivo></obiettivo></ambito>"
		"<ambito codice='2' titolo='Bilancio'>"
		"<obiettivo id='S2' tipo='strategico' codice='S2' titolo='Conti' peso='50'>"
		"<indicatore id='I5'><nome>Incassi</nome><target anno='2022'>10</target>"
		"<esito stato='non-misurabile' motivo='manca la legge'/></indicatore>"
		"<indicatore id='I6'><nome>Spesa</nome><target anno='2022'>10</target>"
		"<consuntivo anno='2022' stato='non-disponibile'/>"
		"<esito stato='non-disponibile' motivo='fonte chiusa'/></indicatore>"
		"</obiettivo></ambito>"
		"<assegnazione incarico='sg' anno='2022'><obiettivo id='X1' tipo='individuale' "
		"rif='P1' codice='X1' peso='100'/></assegnazione>"
		"<bilancio><serie id='diritto' titolo='Diritto annuale' unita-misura='euro'>"
		"<punto voce='2021' valore='1000000'/><punto voce='2022' valore='1250000.50'/></serie>"
		"<tavola id='spese' titolo='Spese' unita-misura='euro' categorie='2021 2022'>"
		"<riga voce='Personale' valori='10 20'/><riga voce='Altro' valori='5 6'/></tavola>"
		"</bilancio>");
}

enum status room_read(struct room *room)
{
	struct template_options options = {
		.file = file_join(room->arena, room->folder, "modello.xml"),
		.folder = file_join(room->arena, room->folder, "installati")
	};

	return template_read(&room->template, room->arena, &options, &room->diag);
}

enum status room_template(struct room *room, const char *inside)
{
	room_write(room, "modello.xml",
		   arena_printf(room->arena, TEMPLATE_HEAD "%s</modello>", inside));
	return room_read(room);
}

enum status room_body(struct room *room, const char *inside)
{
	return room_template(
		room, arena_printf(room->arena, "\n<corpo><sezione>%s</sezione></corpo>", inside));
}

static enum status load_image(void *user, struct document_image *out, struct arena *arena,
			      const char *name, enum template_origin origin, const char *beside,
			      struct place place, struct diag *diag)
{
	struct room *room = user;

	room->last_image = arena_printf(arena, "%s %s", name,
					origin == TEMPLATE_FROM_PLAN ? "piano" : "modello");
	(void)beside;
	if (strcmp(name, "manca.png") == 0) {
		diag_error(diag, place, "immagine", "«%s» non c’è", name);
		return STATUS_DATA;
	}
	out->width_px = 40;
	out->height_px = 20;
	out->dpi = 96;
	return STATUS_OK;
}

enum status room_expand(struct room *room)
{
	struct template_loader loader = { room, load_image };
	struct template_expand_options options = { room->item, &loader };

	return template_expand(&room->document, room->arena, room->template, room->plan, &options,
			       &room->diag);
}

const char *room_dump(struct room *room)
{
	struct text out = text_make(room->arena);
	const char *line;

	document_dump(&out, room->document);
	line = strchr(out.bytes, '\n');
	return line != NULL ? line + 1 : "";
}

void assert_template_refused(struct room *room, const char *inside, const char *findings)
{
	enum status status = room_template(room, inside);

	assert_string_equal(room_findings(room), findings);
	assert_int_equal(status, STATUS_DATA);
	assert_null(room->template);
	room->diag = diag_make(room->arena);
}

void assert_refused(struct room *room, const char *inside, const char *findings)
{
	assert_template_refused(
		room, arena_printf(room->arena, "\n<corpo><sezione>%s</sezione></corpo>", inside),
		findings);
}

static void expand_sound(struct room *room, const char *inside)
{
	enum status status;

	if (room->plan == NULL)
		room_usual_plan(room);
	room_body(room, inside);
	assert_string_equal(room_findings(room), "");
	status = room_expand(room);
	assert_string_equal(room_findings(room), "");
	assert_int_equal(status, STATUS_OK);
}

void assert_blocks(struct room *room, const char *inside, const char *expected)
{
	expand_sound(room, inside);
	assert_string_equal(room_dump(room), expected);
}

void assert_shows(struct room *room, const char *text, const char *expected)
{
	expand_sound(room, arena_printf(room->arena, "<p>%s</p>", text));
	assert_string_equal(
		room_dump(room),
		*expected == '\0' ? ""
				  : arena_printf(room->arena, "  paragraph .p \"%s\"\n", expected));
}
