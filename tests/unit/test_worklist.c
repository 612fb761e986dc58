/* The score of the worklist: the sum of the weights of what is true (RULES.md R19). */
#include "base/buf.h"
#include "base/money.h"
#include "rules/worklist.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct worklist_weights usual = {
    .of = {40, 30, 30, 25, 20, 5, 15, 10, 10, 10, 10, 50}, .old_days = 60, .silent_days = 14};

#define LATE(...)                                                                                  \
    {                                                                                              \
        .overdue = 1000, __VA_ARGS__                                                               \
    }

static const struct {
    const char *words;
    struct worklist_facts facts;
    int64_t total;
    const char *why;
} cases[] = {
    {"nothing", {.contact_days = -1}, 0, ""},
    {"overdue, and somebody was in touch", LATE(.oldest_days = 5), 0, ""},
    {"a promise was not kept", LATE(.broken_promises = 1), 40, "promise broken"},
    {"a promise is of today", LATE(.promise_today = true), 30, "promise today"},
    {"call back today, though nothing is overdue",
     {.call_today = true, .contact_days = 3},
     30,
     "call back"},
    {"60 days are not long yet", LATE(.oldest_days = 60), 0, ""},
    {"61 days are", LATE(.oldest_days = 61), 25, "over 60 d"},
    {"the largest of all", LATE(.share_ppm = PPM), 20, ""},
    {"in the middle: half of 20", LATE(.share_ppm = PPM / 2), 10, ""},
    {"a third of 20 is 6.67", LATE(.share_ppm = 333333), 7, ""},
    {"dunning level 3", LATE(.dunning_level = 3), 15, "dunning"},
    {"over the limit", LATE(.over_limit = true), 15, "over limit"},
    {"orders are stopped", {.on_hold = true, .contact_days = 3}, 10, "on hold"},
    {"a dispute was to be decided by now", LATE(.case_late = true), 10, "dispute overdue"},
    {"late for the first time", LATE(.first_late = true), 10, "first time"},
    {"14 days without a contact are not silence yet", LATE(.contact_days = 14), 0, ""},
    {"15 are", LATE(.contact_days = 15), 10, "no contact"},
    {"never in touch", LATE(.contact_days = -1), 10, "no contact"},
    {"all is disputed, promised or in hand", LATE(.spoken_for = 1000), -50, "spoken for"},
    {"all but a cent", LATE(.spoken_for = 999), 0, ""},
    {"the most first",
     LATE(.broken_promises = 1, .oldest_days = 112, .share_ppm = PPM, .contact_days = 20), 95,
     "promise broken, over 60 d, no contact"},
};

static void the_score_is_the_sum_of_what_is_true(void **state)
{
    struct buf why;
    (void)state;

    buf_init(&why, 4096);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct worklist_facts facts = cases[i].facts;
        struct worklist_score score;
        int64_t sum = 0;
        assert_int_equal(worklist_score(&usual, &facts, &score), ERR_OK);
        buf_reset(&why);
        worklist_why(&usual, &score, &why);
        if (score.total != cases[i].total || strcmp(why.data, cases[i].why) != 0)
            fail_msg("%s: %lld, '%s'", cases[i].words, (long long)score.total, why.data);
        for (int rule = 0; rule < WORKLIST_COUNT; rule++)
            sum += score.points[rule];
        assert_int_equal(sum, score.total);
    }
    buf_done(&why);
}

static void every_term_is_said_and_the_sum(void **state)
{
    const struct worklist_facts facts = LATE(.oldest_days = 61, .spoken_for = 1000);
    struct worklist_score score;
    struct buf text;
    (void)state;

    buf_init(&text, 4096);
    assert_int_equal(worklist_score(&usual, &facts, &score), ERR_OK);
    worklist_sum(&usual, &score, &text);
    assert_string_equal(text.data, "-50 all overdue is disputed, promised or in hand; 25 the "
                                   "oldest is overdue for long (more than 60 days); -25 in all");
    buf_done(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_score_is_the_sum_of_what_is_true),
        cmocka_unit_test(every_term_is_said_and_the_sum),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
