#include "base/filter.h"

#include "base/buf.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const struct column columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT},
    {.name = "over-90", .title = "over 90", .kind = CELL_MONEY},
    {.name = "1-30", .title = "1-30", .kind = CELL_MONEY},
    {.name = "days_past_due", .title = "Days", .kind = CELL_INT},
    {.name = "due", .title = "Due", .kind = CELL_DATE},
    {.name = "rate", .title = "Rate", .kind = CELL_PERCENT},
    {.name = "disputed", .title = "Disp", .kind = CELL_FLAG},
    {.name = "collector", .title = "Owner", .kind = CELL_TEXT},
    {.name = "trend", .title = "", .kind = CELL_BAR},
};

static bool matches(const char *text)
{
    struct currency eur = {"EUR", 2};
    struct cell cells[] = {
        cell_code("ACME"),
        cell_text("Müller & Söhne (UK)"),
        cell_money(money_of(500050, eur)), /* 5000.50 */
        cell_money(money_of(0, eur)),
        cell_int(95),
        cell_date(date_of(2026, 11, 22)),
        cell_number(CELL_PERCENT, 25000),
        cell_number(CELL_FLAG, 1),
        cell_none(),
        {.kind = CELL_BAR, .text = "####"},
    };
    struct date_habit habit = {.today = date_of(2026, 11, 22), .order = DATE_YMD};
    struct filter *filter;
    struct note note = {0};
    if (filter_parse(text, columns, COUNT(columns), &habit, &filter, &note) != ERR_OK)
        fail_msg("%s: %s", text, note.text);
    bool yes = filter_match(filter, cells);
    assert_int_equal(filter_match(filter, cells), yes); /* asking changes nothing */
    filter_done(filter);
    return yes;
}

static void filters_say_which_rows(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool yes;
    } cases[] = {
        {"", true},
        {"   ", true},
        {"over-90 > 5000", true},
        {"over-90>5000.50", false},
        {"over-90 >= 5000.50", true},
        {"over-90 = 5000.5", true},
        {"over-90 != 5000.50", false},
        {"over-90 < 5000", false},
        {"over-90 > 5000 EUR", true},
        {"over-90 > 1 USD", false},
        {"over-90 != 5000.50 USD", true},
        {"over 90 > 5000", true}, /* the title on the screen */
        {"OVER-90 > -1", true},
        {"1-30 = 0", true},
        {"1-30 <= 0", true},
        {"days_past_due >= 95 & days_past_due <= 95", true},
        {"days > 95", false},
        {"due = 2026-11-22", true},
        {"due < t", false},
        {"due <= t", true},
        {"due < +7", true},
        {"rate = 2.5%", true},
        {"rate > 2.5", false},
        {"customer = acme", true},
        {"customer == acme", true},
        {"customer <> acme", false},
        {"customer = acm", false},
        {"name ~ muller", true},
        {"name ~ \"MÜLLER & söhne\"", true},
        {"name = \"muller  & sohne (uk)\"", true},
        {"name > a & name < n", true},
        {"disputed", true},
        {"!disputed", false},
        {"disputed = no", false},
        {"disputed != yes", false},
        {"collector = \"\"", true},
        {"collector != \"\"", false},
        {"collector = anna", false},
        {"collector != anna", true},
        {"collector < zzz", false}, /* nothing there is not before everything */
        {"customer != \"\"", true},
        {"muller", true},
        {"acme", true},
        {"5,000.50", true},
        {"5000.50", true},
        {"2026-11", true},
        {"####", false}, /* a bar is a drawing */
        {"birnen", false},
        {"acme birnen", false},
        {"\"say \"\"hi\"\"\"", false},
        {"!birnen", true},
        {"!!disputed", true},
        {"over-90 > 5000 & !(collector = anna | name ~ \"acme\")", true},
        {"over-90 > 5000 & !(collector = anna | name ~ sohne)", false},
        {"birnen | acme & disputed", true},
        {"acme | birnen & birnen", true}, /* & binds closer */
        {"(acme | birnen) & birnen", false},
        {"acme && disputed || birnen", true},
        {"acme (birnen)", false},
        {"acme !birnen", true},
        {"customer != other & disputed", true},
        {"90+ > 5000", true}, /* as one says it */
        {"90+ < 5000", false},
        {"over-90", true}, /* figures and days by name alone: something is there */
        {"!over-90", false},
        {"1-30", false},
        {"over-90 & !1-30 & due", true},
        {"\"1-30\"", false}, /* in quotes it is a text */
        {"name ~ 'muller & sohne (uk)' & disputed", true}, /* single quotes quote as well */
        {"name ~ 'muller & disputed'", false},
        {"customer = 'acme'", true},
        {"'1-30'", false},
        {"collector = ''", true},
        {"name = 'it''s'", false},
        {"name ~ 't hooft | name ~ o'brien | acme", true}, /* as names are written */
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        if (matches(cases[i].text) != cases[i].yes)
            fail_msg("%s", cases[i].text);
}

static void me_is_who_says_it(void **state)
{
    static const struct {
        const char *text, *said;
    } cases[] = {
        {"owner=me", "owner=\"anna\""},
        {"owner = me & total > 5", "owner =\"anna\"& total > 5"},
        {"owner != me", "owner !=\"anna\""},
        {"owner=\"me\"", "owner=\"me\""},
        {"owner='me' & name='a = me'", "owner='me' & name='a = me'"},
        {"name ~ o'brien & owner=me", "name ~ o'brien & owner=\"anna\""},
        {"me", "me"},
        {"name ~ mend", "name ~ mend"},
        {"(owner=me | owner=\"\")", "(owner=\"anna\"| owner=\"\")"},
    };
    struct arena arena = {0};

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        /* blanks mean nothing outside of quotes */
        char said[200], wanted[200], *to = said;
        for (const char *c = filter_said_by(cases[i].text, "anna", &arena); *c; c++)
            if (*c != ' ')
                *to++ = *c;
        *to = 0;
        to = wanted;
        for (const char *c = cases[i].said; *c; c++)
            if (*c != ' ')
                *to++ = *c;
        *to = 0;
        assert_string_equal(said, wanted);
    }
    assert_string_equal(filter_said_by("o=me", "a\"b", &arena), "o=\"a\"\"b\"");
    arena_done(&arena);
}

static void mistakes_are_named_with_their_place(void **state)
{
    (void)state;
    static const struct {
        const char *text, *words;
    } cases[] = {
        {"colector = anna", "no column \"colector\" (character 1"},
        {"colector = anna", "there are: customer, name, over-90"},
        {"disputed & colector=x", "character 12"},
        {"due > soon", "a day such as 2026-11-22"},
        {"over-90 > lots", "an amount such as 1234.50"},
        {"days > 1.5", "a number"},
        {"rate > x", "a percentage"},
        {"disputed = maybe", "yes or no"},
        {"name =", "a value is missing at character 7"},
        {"name = & disputed", "a value is missing"},
        {"= 5", "missing at character 1"},
        {"disputed &", "before its end"},
        {"| disputed", "missing at character 1"},
        {"(disputed", "opens at character 1 of the filter is never closed"},
        {"disputed)", "character 9 of the filter was never opened"},
        {"()", "missing at character 2"},
        {"!", "missing at character 2"},
        {"name = \"acme", "opens at character 8"},
        {"name = acme name = x", "compares nothing"},
        {"a\xFF", "UTF-8"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct filter *filter = NULL;
        struct note note = {0};
        enum err e = filter_parse(cases[i].text, columns, COUNT(columns), NULL, &filter, &note);
        assert_int_equal(e, ERR_INPUT);
        assert_null(filter);
        if (!strstr(note.text, cases[i].words))
            fail_msg("%s says: %s", cases[i].text, note.text);
    }
}

static void repeat(struct buf *out, const char *part, int times)
{
    for (int i = 0; i < times; i++)
        buf_text(out, part);
}

static void expect_refused(const char *text, const char *words)
{
    struct filter *filter;
    struct note note = {0};
    assert_int_equal(filter_parse(text, columns, COUNT(columns), NULL, &filter, &note), ERR_INPUT);
    if (!strstr(note.text, words))
        fail_msg("%s", note.text);
}

static void filters_have_limits(void **state)
{
    (void)state;
    struct buf text;
    buf_init(&text, 10000);
    repeat(&text, "(", 49);
    buf_text(&text, "disputed");
    repeat(&text, ")", 49);
    assert_true(matches(text.data));
    buf_reset(&text);
    repeat(&text, "!", 60);
    buf_text(&text, "disputed");
    expect_refused(text.data, "deeper than 50");
    buf_reset(&text);
    repeat(&text, "a&", 1999);
    buf_text(&text, "a");
    assert_true(matches(text.data)); /* long, but not deep */
    buf_reset(&text);
    repeat(&text, "x", 4001);
    expect_refused(text.data, "longer than 4000");
    buf_done(&text);
    filter_done(NULL);
    assert_true(filter_match(NULL, NULL));
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(me_is_who_says_it),
        cmocka_unit_test(filters_say_which_rows),
        cmocka_unit_test(mistakes_are_named_with_their_place),
        cmocka_unit_test(filters_have_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
