/* The staff as a whole: nobody can be told apart, nor worked out (staff.c). */
#include "bench.h"

#define JUDGEMENTS                                                                                 \
	"<giudizi><giudizio da='90' etichetta='A'/><giudizio da='70' etichetta='B'/>"              \
	"<giudizio da='50' etichetta='C'/><giudizio da='0' etichetta='D'/></giudizi>"
#define SYSTEM                                                                                     \
	"<regola id='r' tipo='lineare'/><predefinite numero='r'/>" JUDGEMENTS                      \
	"<valutazione ruolo='x'><parte id='p' titolo='P' peso='100'/></valutazione>"
#define TREE                                                                                       \
	"<obiettivo id='O' tipo='operativo' titolo='O'><indicatore id='I'><nome>I</nome>"          \
	"<target>1</target><consuntivo>1</consuntivo></indicatore></obiettivo>"

/* A plan with one sheet a letter, of people who got that judgement. */
static void evaluate(struct bench *bench, const char *letters, const char *more)
{
	static const int points[] = { 95, 80, 60, 10 };
	struct text posts = text_make(bench->arena), sheets = text_make(bench->arena);

	for (int i = 0; letters[i] != '\0'; i++) {
		text_addf(&posts, "<incarico id='i%d' ruolo='R' categoria='x' persona='p%d'/>", i,
			  i);
		text_addf(&sheets,
			  "<assegnazione incarico='i%d' anno='2022'><voce obiettivo='O'/>"
			  "<parte rif='p' punteggio='%d'/></assegnazione>",
			  i, points[letters[i] - 'A']);
	}
	bench_plan(bench, SYSTEM,
		   arena_printf(bench->arena, "<struttura>%s</struttura>" TREE "%s%s", posts.bytes,
				sheets.bytes, more));
}

/* "20: A 12, + 8" when eight people are told together. */
static const char *told(struct bench *bench, const char *letters, const char *more)
{
	struct text out = text_make(bench->arena);
	const struct model_staff_group *group;

	evaluate(bench, letters, more);
	if (bench->plan->evaluated == NULL || bench->plan->evaluated->groups.count == 0)
		return "nothing";
	group = bench->plan->evaluated->groups.items[0];
	text_addf(&out, "%s:", number_xml(bench->arena, group->evaluated.number, 0));
	for (size_t i = 0; i < group->bands.count; i++) {
		const struct model_staff_band *band = group->bands.items[i];

		text_addf(&out, "%s %s %s", i > 0 ? "," : "", band->others ? "+" : band->label,
			  number_xml(bench->arena, band->number.number, 0));
	}
	return out.bytes;
}

static const char *spread(struct bench *bench, const char *letters)
{
	const struct model_staff_group *group;

	evaluate(bench, letters, "");
	group = bench->plan->evaluated->groups.items[0];
	return group->spread != NULL ? number_xml(bench->arena, group->spread, 2) : "none";
}

static void test_score__people_are_counted_by_judgement(void **state)
{
	assert_string_equal(told(*state, "AAABBBB", ""), "7: A 3, B 4, C 0, D 0");
	assert_string_equal(told(*state, "AAAAA", ""), "5: A 5, B 0, C 0, D 0");
}

static void test_score__few_people_are_told_together(void **state)
{
	assert_string_equal(told(*state, "AAAAACCD", ""), "8: A 5, + 3");
	/* One alone would follow from the total: the next smallest goes with it. */
	assert_string_equal(told(*state, "AAAAAAABBBBC", ""), "12: A 7, + 5");
	assert_string_equal(told(*state, "AAAAB", ""), "5: + 5");
}

/* Who knows the rules must find more than one way to fill what is told together. */
static void test_score__few_people_cannot_be_worked_out(void **state)
{
	/* "A 3, + 4" could only be 2 and 2: with 1 and 3, A might have been taken. */
	assert_string_equal(told(*state, "AAABBCC", ""), "7: + 7");
	assert_string_equal(told(*state, "AAAAAAABBCCDD", ""), "13: + 13");
	assert_string_equal(told(*state, "AAAAAAABBCCD", ""), "12: A 7, + 5");
	/* Of two alike, both or none. */
	assert_string_equal(told(*state, "AAAABBBCDDD", ""), "11: A 4, + 7");
}

static void test_score__a_category_of_few_says_nothing(void **state)
{
	assert_string_equal(told(*state, "AB", ""), "nothing");
	assert_string_equal(told(*state, "AAAA", "<valutati minimo='5'/>"), "nothing");
	assert_string_equal(told(*state, "AAAAABBBB", "<valutati minimo='5'/>"), "9: + 9");
}

/* What a body writes itself is not counted again. */
static void test_score__people_written_are_taken(void **state)
{
	assert_string_equal(told(*state, "AAAAA",
				 "<valutati><categoria nome='n' valutati='40'>"
				 "<fascia etichetta='z' numero='30'/><fascia altri='si' "
				 "numero='10'/></categoria></valutati>"),
			    "40: z 30, + 10");
}

static void test_score__spread_goes_from_none_to_even(void **state)
{
	assert_string_equal(spread(*state, "AAAA"), "0.00");
	assert_string_equal(spread(*state, "AAABBBCCCDDD"), "100.00");
	assert_string_equal(spread(*state, "AAABBB"), "66.67");
	/* What is told together must not be worked out from it. */
	assert_string_equal(spread(*state, "AAAAAAABBBBC"), "none");
}

static void test_score__money_adds_up(void **state)
{
	struct bench *bench = *state;
	const struct model_staff *bonus;
	const struct model_staff_group *first;

	evaluate(bench, "A",
		 "<premi><categoria nome='a' stanziato='100.10' distribuito='50.05'/>"
		 "<categoria nome='b' stanziato='0.20'/></premi>");
	bonus = bench->plan->bonuses.items[0];
	first = bonus->groups.items[0];
	assert_string_equal(number_xml(bench->arena, bonus->set_aside, 2), "100.30");
	assert_string_equal(number_xml(bench->arena, bonus->paid, 2), "50.05");
	assert_string_equal(number_xml(bench->arena, first->paid_share, 2), "50.00");
}

int run_staff(void)
{
	static const struct CMUnitTest tests[] = {
		BENCH_TEST(test_score__people_are_counted_by_judgement),
		BENCH_TEST(test_score__few_people_are_told_together),
		BENCH_TEST(test_score__few_people_cannot_be_worked_out),
		BENCH_TEST(test_score__a_category_of_few_says_nothing),
		BENCH_TEST(test_score__people_written_are_taken),
		BENCH_TEST(test_score__spread_goes_from_none_to_even),
		BENCH_TEST(test_score__money_adds_up),
	};

	return cmocka_run_group_tests_name("staff", tests, NULL, NULL);
}
