/* How a figure came about, in words that an OIV can check. */
#include "bench.h"

#include <string.h>

#define SYSTEM                                                                                     \
	"<regola id='soglia' tipo='lineare'/><regola id='m' tipo='manuale'/>"                      \
	"<regola id='ritardo' tipo='fasce' misura='giorni-ritardo'>"                               \
	"<fascia fino-a='0' grado='100'/><fascia grado='90'/></regola>"                            \
	"<predefinite numero='soglia' data='ritardo' scelta='soglia'/>"
#define PLAN                                                                                       \
	"<struttura><incarico id='sg' ruolo='S'/></struttura><ambito codice='1' titolo='A'>"       \
	"<obiettivo id='O' codice='OS1' titolo='Obiettivo'>"                                       \
	"<indicatore id='i1' codice='K1' peso='30' unita-misura='%'><nome>Incasso</nome>"          \
	"<target op='&gt;='>75.00</target><soglia>65</soglia><consuntivo>71.21</consuntivo>"       \
	"</indicatore>"                                                                            \
	"<indicatore id='i2' codice='K2' peso='50' tipo='data'><nome>Entro giugno</nome>"          \
	"<target op='entro'>2022-06-30</target><consuntivo>2022-07-06</consuntivo></indicatore>"   \
	"<indicatore id='i3' codice='K3' peso='20'><nome>Sospeso</nome><target>1</target>"         \
	"<esito stato='non-disponibile'>fonte chiusa</esito></indicatore>"                         \
	"</obiettivo></ambito><assegnazione incarico='sg' anno='2022'>"                            \
	"<voce obiettivo='O' peso='100'/></assegnazione>"

static const char *explain(void **state, const char *name)
{
	struct bench *bench = *state;
	struct text text = text_make(bench->arena);

	bench_plan(bench, SYSTEM, PLAN);
	assert_int_equal(score_explain(&text, bench->plan, name, &bench->diag), STATUS_OK);
	return text.bytes;
}

static void assert_says(const char *text, const char *words)
{
	if (strstr(text, words) == NULL)
		print_message("in:\n%s", text);
	assert_non_null(strstr(text, words));
}

static void test_score__explains_a_degree(void **state)
{
	assert_string_equal(
		explain(state, "i1"),
		"indicatore K1 «Incasso» (riga 1)\n  Regola: soglia (lineare): 0 alla soglia, 100 "
		"al target, in proporzione fra i due; senza soglia 100 o 0\n  Target 2022: ≥ 75,00 "
		"%\n  Soglia 2022: 65 %\n  Consuntivo 2022: 71,21 %\n  Calcolo: in proporzione fra "
		"soglia e target: 100 × (71,21 − 65) / (75 − 65) = 62,1\n  Grado esatto: 62,1; "
		"stampato con due decimali: 62,10 %\n  Scostamento: consuntivo meno target = −3,79 "
		"%\n  Peso 30, dopo le esclusioni 37,50 % dell’obiettivo OS1\n  Giudizio sul "
		"valore esatto: Parzialmente raggiunto (Raggiunto da 95 %; Parzialmente raggiunto "
		"oltre 0 %; Non raggiunto da 0 %)\n");
}

static void test_score__explains_bands_and_exclusions(void **state)
{
	assert_says(explain(state, "K2"),
		    "  Calcolo: la prima fascia che comprende lo scarto, 6: 90\n");
	assert_says(explain(state, "K3"),
		    "non misurabile, escluso (non disponibile: fonte chiusa)");
}

static void test_score__explains_a_result(void **state)
{
	const char *text = explain(state, "OS1");

	assert_says(text, "K1                peso 30  quota 37,50 %  grado 62,1 %\n");
	assert_says(text, "K3                peso 20  escluso (non disponibile: fonte chiusa)\n");
	assert_says(text, "  I pesi di ciò che resta sommano 80 e sono riportati a 100\n");
	assert_says(text, "  Formula: (30 × 62,1 + 50 × 90) / 80\n");
	assert_says(text, "  Risultato esatto: 79,5375; stampato con due decimali: 79,54 %\n");
}

static void test_score__explains_areas_and_sheets(void **state)
{
	assert_says(explain(state, "1"), "ambito 1 «A»");
	assert_says(explain(state, "sg"), "scheda sg");
	assert_says(explain(state, "OS1"), "Ripete l’obiettivo OS1");
}

static void test_score__unknown_name_gets_the_nearest(void **state)
{
	struct bench *bench = *state;
	struct text text = text_make(bench->arena);

	bench_plan(bench, SYSTEM, PLAN);
	assert_int_equal(score_explain(&text, bench->plan, "OS2", &bench->diag), STATUS_DATA);
	assert_string_equal(bench_finding(bench, "codice-ignoto"),
			    "nessun indicatore, obiettivo, ambito o scheda ha id o codice «OS2»: "
			    "forse «OS1»");
	assert_string_equal(text.bytes, "");
}

int run_explain(void)
{
	const struct CMUnitTest tests[] = {
		BENCH_TEST(test_score__explains_a_degree),
		BENCH_TEST(test_score__explains_bands_and_exclusions),
		BENCH_TEST(test_score__explains_a_result),
		BENCH_TEST(test_score__explains_areas_and_sheets),
		BENCH_TEST(test_score__unknown_name_gets_the_nearest),
	};

	return cmocka_run_group_tests_name("score: explain", tests, NULL, NULL);
}
