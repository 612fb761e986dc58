/* Terms of payment: due dates, discount tiers and instalments, as they stand on invoices. */
#include "rules/terms.h"

#include "base/money.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct date day(const char *iso)
{
    struct date d;
    assert_int_equal(date_parse_iso(iso, &d), ERR_OK);
    return d;
}

static const struct {
    const char *rule, *dated, *due;
} due_dates[] = {
    {"net 30", "2026-01-15", "2026-02-14"},
    {"net 30", "2026-01-31", "2026-03-02"},
    {"net 0", "2026-02-28", "2026-02-28"},
    {"14", "2026-12-24", "2027-01-07"},
    {"net 60", "2023-12-31", "2024-02-29"},
    {"eom", "2026-02-10", "2026-02-28"},
    {"eom", "2024-02-29", "2024-02-29"},
    {"eom+30", "2026-01-15", "2026-03-02"},
    {"eom + 30", "2026-10-31", "2026-11-30"},
    {"EOM+10", "2026-12-01", "2027-01-10"},
    /* the 10th of next month; from the 26th on, of the month after it */
    {"day 10 month+1 cutoff 25", "2026-01-25", "2026-02-10"},
    {"day 10 month+1 cutoff 25", "2026-01-26", "2026-03-10"},
    {"day 10 month+1 cutoff 25", "2026-12-26", "2027-02-10"},
    {"day 10 month+1", "2026-01-31", "2026-02-10"},
    /* on the 10th: an invoice of the 10th is due the same day, one of the 11th a month later */
    {"day 10 month+0", "2026-11-10", "2026-11-10"},
    {"day 10 month+0", "2026-11-11", "2026-12-10"},
    {"day 10", "2026-11-09", "2026-11-10"},
    {"day 10 month+0", "2026-12-11", "2027-01-10"},
    {"day 10 month+0 cutoff 5", "2026-11-06", "2026-12-10"},
    /* a day that the month does not have is its last */
    {"day 31 month+1", "2026-01-15", "2026-02-28"},
    {"day 31 month+1", "2024-01-15", "2024-02-29"},
    {"day 31 month+0", "2026-04-30", "2026-04-30"},
    {"day 30 month+0", "2026-01-31", "2026-02-28"},
    /* 2026-11-21 is a Saturday, 2026-11-22 a Sunday */
    {"net 1 roll next", "2026-11-20", "2026-11-23"},
    {"net 2 roll next", "2026-11-20", "2026-11-23"},
    {"net 3 roll next", "2026-11-20", "2026-11-23"},
    {"net 1 roll previous", "2026-11-20", "2026-11-20"},
    {"net 2 roll previous", "2026-11-20", "2026-11-20"},
    {"net 2 roll none", "2026-11-20", "2026-11-22"},
    {"eom roll previous", "2026-02-03", "2026-02-27"},
    /* never before the invoice itself */
    {"net 0 roll previous", "2026-11-21", "2026-11-23"},
    {"net 0 roll previous", "2026-11-22", "2026-11-23"},
};

static void test_due_dates(void **state)
{
    for (size_t i = 0; i < sizeof due_dates / sizeof due_dates[0]; i++) {
        struct due_rule rule;
        struct note note = {.text = ""};
        char text[DATE_TEXT];
        assert_int_equal(due_rule_parse(due_dates[i].rule, &rule, &note), ERR_OK);
        struct date due = due_rule_date(&rule, day(due_dates[i].dated));
        if (strcmp(date_iso(due, text), due_dates[i].due) != 0)
            fail_msg("%s from %s: due %s, not %s", due_dates[i].rule, due_dates[i].dated, text,
                     due_dates[i].due);
    }
}

static const struct {
    const char *typed, *kept;
} rule_texts[] = {
    {" NET  30 ", "net 30"},
    {"30 days", "net 30"},
    {"net 30d", "net 30"},
    {"eom", "eom"},
    {"eom+0", "eom"},
    {"Eom + 45 Roll Next", "eom+45 roll next"},
    {"day 10", "day 10 month+0"},
    {"day 10 month +1 cutoff 25", "day 10 month+1 cutoff 25"},
    {"day 31 month+2 roll previous", "day 31 month+2 roll previous"},
    {"net 10 roll none", "net 10"},
};

static void test_rule_texts(void **state)
{
    for (size_t i = 0; i < sizeof rule_texts / sizeof rule_texts[0]; i++) {
        struct due_rule rule, again;
        char text[TERMS_TEXT], second[TERMS_TEXT];
        assert_int_equal(due_rule_parse(rule_texts[i].typed, &rule, NULL), ERR_OK);
        assert_string_equal(due_rule_text(&rule, text), rule_texts[i].kept);
        assert_int_equal(due_rule_parse(text, &again, NULL), ERR_OK);
        assert_string_equal(due_rule_text(&again, second), text);
    }
}

static void test_bad_rules(void **state)
{
    static const char *const bad[] = {
        "",
        "net",
        "net -1",
        "net 30 60",
        "net 3651",
        "net 99999999999999999999",
        "eom+",
        "eom-5",
        "eomm",
        "day",
        "day 0",
        "day 32",
        "day 10 month",
        "day 10 month 1",
        "day 10 month+25",
        "day 10 cutoff 0",
        "day 10 cutoff 32",
        "net 30 roll",
        "net 30 roll back",
        "due 30",
        "net 30; net 60",
        "2% 10",
        "net 1.5",
    };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct due_rule rule;
        struct note note = {.text = ""};
        if (due_rule_parse(bad[i], &rule, &note) != ERR_INPUT)
            fail_msg("\"%s\" was taken as a due rule", bad[i]);
        assert_non_null(strstr(note.text, "net 30"));
    }
}

/* Never before the document; and a later invoice is never due earlier than the one before. */
static void test_due_never_before_document(void **state)
{
    static const char *const rules[] = {
        "net 0 roll previous",     "net 7 roll next",          "eom roll previous",
        "day 1 month+0",           "day 10 month+1 cutoff 25", "day 31 month+0 roll previous",
        "day 15 month+0 cutoff 5", "day 30 month+0",
    };
    for (size_t r = 0; r < sizeof rules / sizeof rules[0]; r++) {
        struct due_rule rule;
        assert_int_equal(due_rule_parse(rules[r], &rule, NULL), ERR_OK);
        struct date before = DATE_NONE;
        for (int i = 0; i < 1500; i++) {
            struct date dated = date_add(day("2023-12-01"), i);
            struct date due = due_rule_date(&rule, dated);
            assert_true(due.day >= dated.day);
            if (rule.roll == ROLL_NONE && date_is(before))
                assert_true(due.day >= before.day);
            before = due;
        }
    }
}

static void test_discount_tiers(void **state)
{
    struct discount_tier tiers[DISCOUNT_TIERS];
    struct note note = {.text = ""};
    char text[TERMS_TEXT];
    int count;
    assert_int_equal(discount_tiers_parse("2% 10; 1% 20", tiers, &count, &note), ERR_OK);
    assert_int_equal(count, 2);
    assert_int_equal(tiers[0].ppm, 20000);
    assert_int_equal(tiers[0].days, 10);
    assert_int_equal(tiers[1].ppm, 10000);
    assert_int_equal(tiers[1].days, 20);
    assert_string_equal(discount_tiers_text(tiers, count, text), "2% 10; 1% 20");
    assert_int_equal(discount_tiers_parse(" 2.5 % 0 ;", tiers, &count, &note), ERR_OK);
    assert_string_equal(discount_tiers_text(tiers, count, text), "2.5% 0");
    assert_int_equal(discount_tiers_parse("", tiers, &count, &note), ERR_OK);
    assert_int_equal(count, 0);

    static const char *const bad[] = {
        "2 10",         "2%",
        "0% 10",        "100% 10",
        "2% 10 1% 20",  "1% 10; 2% 20",
        "2% 10; 1% 10", "2% 20; 1% 10",
        "2% 10; 2% 20", "5% 1; 4% 2; 3% 3; 2% 4; 1% 5",
        "-2% 10",       "2.00001% 10",
    };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        if (discount_tiers_parse(bad[i], tiers, &count, &note) != ERR_INPUT)
            fail_msg("\"%s\" was taken as discount tiers", bad[i]);
}

static void test_instalments_text(void **state)
{
    struct instalment_part parts[INSTALMENTS_MAX];
    struct note note = {.text = ""};
    char text[TERMS_TEXT];
    int count;
    const char *typed = "33.3333% 30; 33.3333% Net 60;33.3334% day 10 month+3 cutoff 25 roll next";
    assert_int_equal(instalments_parse(typed, parts, &count, &note), ERR_OK);
    assert_int_equal(count, 3);
    assert_string_equal(
        instalments_text(parts, count, text),
        "33.3333% net 30; 33.3333% net 60; 33.3334% day 10 month+3 cutoff 25 roll next");

    assert_int_equal(instalments_parse("50% net 30; 49.9% net 60", parts, &count, &note),
                     ERR_INPUT);
    assert_non_null(strstr(note.text, "99.9%"));
    static const char *const bad[] = {
        "50% net 30",
        "50 net 30; 50 net 60",
        "50%; 50%",
        "0% net 1; 100% net 2",
        "60% net 1; 60% net 2",
        "7% 1;7% 2;7% 3;7% 4;7% 5;7% 6;7% 7;7% 8;7% 9;7% 10;7% 11;7% 12;16% 13",
    };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        if (instalments_parse(bad[i], parts, &count, &note) != ERR_INPUT)
            fail_msg("\"%s\" was taken as instalments", bad[i]);
}

static const struct {
    const char *parts;
    int64_t total;
    int count;
    int64_t amounts[3];
    const char *dues[3];
} splits[] = {
    {"50% net 30; 50% net 60", 10000, 2, {5000, 5000}, {"2026-02-14", "2026-03-16"}},
    /* the last one takes the cent that is left */
    {"50% net 30; 50% net 60", 10001, 2, {5001, 5000}, {"2026-02-14", "2026-03-16"}},
    {"33.3333% 10; 33.3333% 20; 33.3334% 30",
     10000,
     3,
     {3333, 3333, 3334},
     {"2026-01-25", "2026-02-04", "2026-02-14"}},
    {"33.3333% 10; 33.3333% 20; 33.3334% 30",
     -10000,
     3,
     {-3333, -3333, -3334},
     {"2026-01-25", "2026-02-04", "2026-02-14"}},
    {"100% eom", 999, 1, {999}, {"2026-01-31"}},
    /* nothing is left for the second: one item, and none for an invoice of nothing */
    {"50% net 30; 50% net 60", 1, 1, {1}, {"2026-02-14"}},
    {"50% net 30; 50% net 60", 0, 0, {0}, {NULL}},
};

static void test_splits(void **state)
{
    for (size_t i = 0; i < sizeof splits / sizeof splits[0]; i++) {
        struct instalment_part parts[INSTALMENTS_MAX];
        struct instalment got[INSTALMENTS_MAX];
        char text[DATE_TEXT];
        int count, got_count;
        assert_int_equal(instalments_parse(splits[i].parts, parts, &count, NULL), ERR_OK);
        assert_int_equal(instalments_split(splits[i].total, parts, count, day("2026-01-15"), got,
                                           &got_count, NULL),
                         ERR_OK);
        assert_int_equal(got_count, splits[i].count);
        for (int k = 0; k < got_count; k++) {
            assert_int_equal(got[k].amount, splits[i].amounts[k]);
            assert_string_equal(date_iso(got[k].due, text), splits[i].dues[k]);
        }
    }
}

/* Three quarters of 2 cents round up to 3 shares of a cent: the last would owe us back. */
static void test_negative_last_part(void **state)
{
    struct instalment_part parts[INSTALMENTS_MAX];
    struct instalment got[INSTALMENTS_MAX];
    struct note note = {.text = ""};
    int count, got_count;
    assert_int_equal(instalments_parse("25% 1; 25% 2; 25% 3; 25% 4", parts, &count, NULL), ERR_OK);
    struct date dated = day("2026-01-15");
    assert_int_equal(instalments_split(2, parts, count, dated, got, &got_count, &note), ERR_INPUT);
    assert_non_null(strstr(note.text, "negative"));
    assert_int_equal(instalments_split(-2, parts, count, dated, got, &got_count, &note), ERR_INPUT);
}

static void test_splits_add_up(void **state)
{
    uint64_t seed = 20260115;
    struct instalment_part parts[INSTALMENTS_MAX];
    struct instalment got[INSTALMENTS_MAX];
    int count, got_count;
    assert_int_equal(
        instalments_parse("7.1% 1; 12.9% 2; 29.9999% 3; 50.0001% 4", parts, &count, NULL), ERR_OK);
    for (int i = 0; i < 2000; i++) {
        seed = seed * 6364136223846793005U + 1442695040888963407U;
        int64_t total = (int64_t)(seed >> 20) % MONEY_MAX + 100, sum = 0;
        assert_int_equal(
            instalments_split(total, parts, count, day("2026-01-15"), got, &got_count, NULL),
            ERR_OK);
        for (int k = 0; k < got_count; k++) {
            assert_true(got[k].amount > 0);
            sum += got[k].amount;
        }
        assert_true(sum == total);
    }
}

static void a_day_that_was_agreed_is_not_the_terms(void **state)
{
    const struct date dated = date_of(2026, 11, 22);

    (void)state;
    assert_true(due_rule_gives("net 30", dated, date_of(2026, 12, 22)));
    assert_false(due_rule_gives("net 30", dated, date_of(2026, 12, 3)));
    assert_false(due_rule_gives("", dated, dated));
    assert_false(due_rule_gives("as agreed", dated, dated));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_due_dates),      cmocka_unit_test(test_rule_texts),
        cmocka_unit_test(test_bad_rules),      cmocka_unit_test(test_due_never_before_document),
        cmocka_unit_test(test_discount_tiers), cmocka_unit_test(test_instalments_text),
        cmocka_unit_test(test_splits),         cmocka_unit_test(test_negative_last_part),
        cmocka_unit_test(test_splits_add_up),
        cmocka_unit_test(a_day_that_was_agreed_is_not_the_terms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
