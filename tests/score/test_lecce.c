/* Lecce 2021: the published points of its dettaglio, by ratio, bands of days
 * late, exclusion of what is not available and means of children. */
#include "bench.h"

#define SAMPLE SOURCE_DIR "/samples/lecce/piano.xml"

#define SYSTEM                                                                                     \
	"<regola id='rapporto' tipo='rapporto' minimo='0' massimo='100'/>"                         \
	"<regola id='ritardo' tipo='fasce' misura='giorni-ritardo'>"                               \
	"<fascia fino-a='0' grado='100'/><fascia fino-a='30' grado='90'/>"                         \
	"<fascia fino-a='61' grado='85'/><fascia grado='0'/></regola>"                             \
	"<predefinite numero='rapporto' data='ritardo' scelta='rapporto'/>"                        \
	"<aggregazione tipo='media-ponderata' non-misurabili='esclusi' vuoti='zero'/>"
#define KPI(id, weight, unit, values)                                                              \
	"<indicatore id='" id "' peso='" weight "' unita-misura='" unit "'><nome>" id              \
	"</nome>" values "<esito stato='validato'/></indicatore>"
#define AT_LEAST(target, actual)                                                                   \
	"<target op='&gt;='>" target "</target><consuntivo>" actual "</consuntivo>"
#define NOT_AVAILABLE(id, weight)                                                                  \
	"<indicatore id='" id "' peso='" weight "'><nome>" id "</nome>"                            \
	"<target op='&gt;='>7</target><esito stato='non-disponibile'/></indicatore>"
#define CHILDREN(id, values)                                                                       \
	"<indicatore id='" id "' peso='100' unita-misura='%' da='figli'><nome>" id                 \
	"</nome>" values "</indicatore>"
#define DEGREE(degree)         "<dichiarato grado='" degree "'/>"
#define OBJECTIVE(id, content) "<obiettivo id='" id "' titolo='" id "'>" content "</obiettivo>"

static void score(void **state, const char *objectives)
{
	struct bench *bench = *state;

	bench_plan(bench, SYSTEM,
		   arena_printf(bench->arena, "<ambito titolo='A'>%s</ambito>", objectives));
}

/* C.1: 92,08 of 99,73, 84,42 and one not available. */
static void test_score__lecce_c1(void **state)
{
	score(state, OBJECTIVE("C.1", DEGREE("92.08") KPI("1", "33", "N.",
							  AT_LEAST("1", "0.9973") DEGREE("99.73"))
					      KPI("2", "33", "%",
						  AT_LEAST("100.00", "84.42") DEGREE("84.42"))
						      NOT_AVAILABLE("3", "33")));
	assert_string_equal(bench_result(*state, "C.1"), "92.08");
	assert_string_equal(bench_findings(*state), "");
}

/* B.2: 54,18 of 50,84 (70) and 61,98 (30; 18,60 of 30 as printed gives 62,00). */
static void test_score__lecce_b2(void **state)
{
	score(state,
	      OBJECTIVE("B.2",
			DEGREE("54.18") KPI("1", "70", "%",
					    AT_LEAST("100.00", "50.84") DEGREE("50.84"))
				KPI("2", "30", "%", AT_LEAST("30.00", "18.60") DEGREE("61.98"))));
	assert_string_equal(bench_result(*state, "B.2"), "54.19");
	assert_string_equal(bench_findings(*state), "");
}

/* B.1: the result uses 80,5, the printed degree 80,10 contradicts itself. */
static void test_score__lecce_b1(void **state)
{
	score(state, OBJECTIVE("B.1", DEGREE("90.25") KPI("1", "50", "%",
							  AT_LEAST("10.00", "8.05") DEGREE("80.10"))
					      KPI("2", "50", "%",
						  AT_LEAST("10.00", "19.95") DEGREE("100.00"))));
	assert_string_equal(bench_result(*state, "B.1"), "90.25");
	assert_string_equal(bench_findings(*state), "grado-dichiarato");
}

/* A.1.3: its actual is the mean of 100 and 11,34; the printed 100 is wrong. */
static void test_score__lecce_a13(void **state)
{
	score(state,
	      OBJECTIVE("A.1.3",
			DEGREE("55.67") CHILDREN("k",
						 "<target op='&gt;='>100.00</target><consuntivo>"
						 "55.67</consuntivo>" DEGREE("100.00"))
				OBJECTIVE("A.1.3.1", KPI("a", "100", "N.", AT_LEAST("1", "1")))
					OBJECTIVE("A.1.3.2",
						  DEGREE("11.34") KPI("b", "100", "N.",
								      AT_LEAST("1.00", "0.11")
									      DEGREE("11.34")))));
	assert_string_equal(bench_result(*state, "A.1.3"), "55.67");
	assert_string_equal(bench_findings(*state), "grado-dichiarato");
}

/* A.1.4: 100, 100 and 20 give 73,33 without a given actual. */
static void test_score__lecce_a14(void **state)
{
	score(state,
	      OBJECTIVE(
		      "A.1.4",
		      DEGREE("73.33") CHILDREN("k", "<target op='&gt;='>100.00</target>") OBJECTIVE(
			      "1", KPI("a", "100", "N.", AT_LEAST("1.50", "3.75")))
			      OBJECTIVE("2", KPI("b", "100", "N.", AT_LEAST("2", "3"))) OBJECTIVE(
				      "3", DEGREE("20.00") KPI("c", "60", "N.", AT_LEAST("2", "0"))
						   KPI("d", "40", "N.", AT_LEAST("1", "0.50")))));
	assert_string_equal(bench_result(*state, "A.1.4"), "73.33");
	assert_string_equal(bench_findings(*state), "");
}

/* The sample: every published result lies in what its inputs allow. */
static void test_score__lecce_sample_gives_the_published_results(void **state)
{
	struct bench *bench = *state;

	if (!file_exists(SAMPLE))
		skip();
	bench_file(bench, SAMPLE);
	assert_null(bench_finding(bench, "risultato-dichiarato"));
	assert_string_equal(bench_result(bench, "A.1.3"), "55.67");
	assert_string_equal(bench_result(bench, "A.1.4"), "73.33");
	assert_string_equal(bench_result(bench, "B.1"), "90.25");
	assert_string_equal(bench_result(bench, "C.1"), "92.08");
}

int run_lecce(void)
{
	const struct CMUnitTest tests[] = {
		BENCH_TEST(test_score__lecce_c1),
		BENCH_TEST(test_score__lecce_b2),
		BENCH_TEST(test_score__lecce_b1),
		BENCH_TEST(test_score__lecce_a13),
		BENCH_TEST(test_score__lecce_a14),
		BENCH_TEST(test_score__lecce_sample_gives_the_published_results),
	};

	return cmocka_run_group_tests_name("score: Lecce 2021", tests, NULL, NULL);
}
