/* Ranking: how well a text fits what was typed, as a clerk would order it. */
#include "base/rank.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct ranked {
    const char *text, *typed;
    enum rank rank;
};

static void ranks_are(const struct ranked *cases, size_t count,
                      enum rank (*rank)(const char *text, const char *needle))
{
    struct arena arena = {0};

    for (size_t i = 0; i < count; i++) {
        const enum rank got =
            rank(text_fold(&arena, cases[i].text), text_fold(&arena, cases[i].typed));
        if (got != cases[i].rank)
            fail_msg("'%s' typed for %s: rank %d, not %d", cases[i].typed, cases[i].text, got,
                     cases[i].rank);
    }
    arena_done(&arena);
}

static void test_names(void **state)
{
    static const struct ranked cases[] = {
        {"Acme Holdings Ltd", "acme holdings ltd", RANK_NAME},
        {"Acme Holdings Ltd", "ACME", RANK_PREFIX},
        {"Acme Holdings Ltd", "hold", RANK_WORD},
        {"Acme Holdings Ltd", "oldin", RANK_INSIDE},
        {"Acme Holdings Ltd", "borealis", RANK_NONE},
        {"Acme Holdings Ltd", "", RANK_NONE},
        {"Cobalt & Sons (Nederland)", "neder", RANK_WORD},
        {"Banana Ana", "ana", RANK_WORD}, /* the better of two places */
        /* accents are not typed, or typed otherwise */
        {"Société Générale d'Éclairage", "societe", RANK_PREFIX},
        {"Société Générale d'Éclairage", "ÉCLAIR", RANK_WORD},
        {"Müller", "muller", RANK_NAME},
        {"Muller", "müller", RANK_NAME},
        {"Jo\xCC\x88rg AG", "jörg", RANK_PREFIX}, /* as two code points */
        {"Grüße & Co", "grusse", RANK_PREFIX},
        {"Ørsted", "ørs", RANK_PREFIX},
        /* Greek, also with a final sigma */
        {"ΕΛΛΗΝΙΚΗ ΕΤΑΙΡΕΙΑ", "ελληνική", RANK_PREFIX},
        {"Παπαδόπουλος ΑΕ", "παπαδοπουλοσ", RANK_PREFIX},
        /* Cyrillic */
        {"Светлана Свет", "СВЕТ", RANK_PREFIX},
        {"ООО Светлана", "светлана", RANK_WORD},
        {"ООО Светлана", "лана", RANK_INSIDE},
        /* Chinese has no blanks: every sign begins a word */
        {"北京东方照明有限公司", "北京", RANK_PREFIX},
        {"北京东方照明有限公司", "照明", RANK_WORD},
        {"北京东方照明有限公司", "上海", RANK_NONE},
        /* full-width letters and digits, as some banks send them */
        {"ＡＣＭＥ　１２３", "acme 123", RANK_NAME},
    };
    ranks_are(cases, sizeof cases / sizeof *cases, rank_text);
}

static void test_codes(void **state)
{
    static const struct ranked cases[] = {
        {"ACME", "acme", RANK_CODE},
        {"ACME", "acm", RANK_PREFIX},
        {"ACME-2", "2", RANK_NAME},
        {"00042", "42", RANK_CODE},
        {"42", "0042", RANK_CODE},
        {"00042", "00042", RANK_CODE},
        {"00042", "4", RANK_INSIDE},
        {"420", "42", RANK_PREFIX},
        {"142", "42", RANK_INSIDE},
        {"142", "0042", RANK_NONE},
        {"INV-1001", "inv-1001", RANK_CODE},
        {"INV-1001", "1001", RANK_NAME},
        {"INV-1001", "01001", RANK_NAME},
        {"INV-1001", "100", RANK_WORD},
        {"INV-1001", "001", RANK_INSIDE},
        {"INV-1001", "1", RANK_WORD},
        {"R00001001", "1001", RANK_NAME},
        {"R00001001", "1002", RANK_NONE},
        {"0", "0", RANK_CODE},
        {"000", "0", RANK_CODE},
        {"海尔", "海尔", RANK_CODE},
    };
    ranks_are(cases, sizeof cases / sizeof *cases, rank_code);
}

static void test_slips(void **state)
{
    static const struct ranked cases[] = {
        {"Borealis GmbH", "boraelis", RANK_FUZZY},  /* swapped */
        {"Borealis GmbH", "borelis", RANK_FUZZY},   /* one left out */
        {"Borealis GmbH", "borrealis", RANK_FUZZY}, /* one too many */
        {"Borealis GmbH", "bosealis", RANK_FUZZY},  /* another */
        {"Borealis GmbH", "boras", RANK_NONE},      /* two slips */
        {"Borealis GmbH", "bora", RANK_FUZZY},      /* the word is longer */
        {"Borealis GmbH", "bor", RANK_NONE},        /* too short for a guess */
        {"Borealis GmbH", "nborealis", RANK_NONE},  /* never the first letter */
        {"The Borealis GmbH", "borelis", RANK_FUZZY},
        {"Lampen 1001", "lampen 1002", RANK_NONE}, /* another number is another number */
        {"Светлана", "светалана", RANK_FUZZY},
        {"Παπαδόπουλος", "παπαδοπυολος", RANK_FUZZY},
    };
    ranks_are(cases, sizeof cases / sizeof *cases, rank_slip);
}

/* Of several texts behind each other only the first is looked at. */
static void test_a_text_ends_at_the_line(void **state)
{
    assert_int_equal(rank_text("acme\nborealis", "borealis"), RANK_NONE);
    assert_int_equal(rank_text("acme\nborealis", "acme"), RANK_NAME);
    assert_int_equal(rank_code("0042\n7", "42"), RANK_CODE);
    assert_int_equal(rank_slip("acme\nborealis", "borelis"), RANK_NONE);
    const char *both = "acme\nborealis lamps";
    assert_int_equal(rank_at(both, both + 5, 8), RANK_PREFIX);
    assert_int_equal(rank_at(both, both + 14, 5), RANK_WORD);
    assert_int_equal(rank_at(both, both, 4), RANK_NAME);
}

static void test_the_order_of_ranks(void **state)
{
    assert_true(RANK_CODE > RANK_NAME && RANK_NAME > RANK_PREFIX && RANK_PREFIX > RANK_WORD);
    assert_true(RANK_WORD > RANK_INSIDE && RANK_INSIDE > RANK_FUZZY && RANK_FUZZY > RANK_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_codes),
        cmocka_unit_test(test_slips),
        cmocka_unit_test(test_a_text_ends_at_the_line),
        cmocka_unit_test(test_the_order_of_ranks),
    };
    return cmocka_run_group_tests_name("rank", tests, NULL, NULL);
}
