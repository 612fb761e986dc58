/* A time that comes again, in words: cron's fields, its test of the day, and the words back. */
#include "rules/cronwhen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct {
    const char *text, *fields, *said; /* fields NULL: refused, and `said` is in the words */
} cases[] = {
    {"daily 07:00", "0 7 * * *", "each day at 07:00"},
    {"every day at 7:05", "5 7 * * *", "each day at 07:05"},
    {"mon 07:00", "0 7 * * 1", "each Monday at 07:00"},
    {"Sunday 23:59", "59 23 * * 0", "each Sunday at 23:59"},
    {"mon,thu 18:30", "30 18 * * 1,4", "each Monday and Thursday at 18:30"},
    {"mon, thu and sun 18:30", "30 18 * * 1,4,0", "each Monday and Thursday and Sunday at 18:30"},
    {"mon-fri 0:00", "0 0 * * 1-5", "each day from Monday to Friday at 00:00"},
    {"sat-mon 6:00", "0 6 * * 1,6,0", "each Monday and Saturday and Sunday at 06:00"},
    {"business days 07:00", "0 7 * * 1-5", "each day from Monday to Friday at 07:00"},
    {"working days at 07:00", "0 7 * * 1-5", "each day from Monday to Friday at 07:00"},
    {"monthly 1 07:00", "0 7 1 * *", "on day 1 of each month at 07:00"},
    {"monthly day 28 07:00", "0 7 28 * *", "on day 28 of each month at 07:00"},
    {"monthly last 07:00", "0 7 28-31 * *", "on the last day of each month at 07:00"},
    {"every month on the last day at 07:00", "0 7 28-31 * *",
     "on the last day of each month at 07:00"},
    {"monthly 29 07:00", NULL, "not every month has a day 29"},
    {"monthly 31 07:00", NULL, "monthly last"},
    {"monthly 32 07:00", NULL, "no time that comes again"},
    {"monthly 0 07:00", NULL, "no time"},
    {"monthly 07:00", NULL, "no time"},
    {"monthly 1 2 07:00", NULL, "no time"},
    {"daily", NULL, "daily 07:00"},
    {"07:00", NULL, "no time"},
    {"mon 24:00", NULL, "no time"},
    {"mon 7:60", NULL, "no time"},
    {"mon 7", NULL, "no time"},
    {"mo 7:00", NULL, "no time"},
    {"mon-xyz 7:00", NULL, "no time"},
    {"business mon 7:00", NULL, "no time"},
    {"", NULL, "no time"},
    {"a b c d e f g h i j k l m n 7:00", NULL, "no time"},
};

static void words_become_fields(void **state)
{
    struct arena arena = {0};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct note note = {0};
        struct cronwhen when;
        const enum err e = cronwhen_parse(cases[i].text, &when, &note);
        if (!cases[i].fields) {
            if (e != ERR_INPUT || !strstr(note.text, cases[i].said))
                fail_msg("\"%s\": %d, %s", cases[i].text, e, note.text);
            continue;
        }
        if (e != ERR_OK)
            fail_msg("\"%s\": %s", cases[i].text, note.text);
        assert_string_equal(cronwhen_fields(&when, &arena), cases[i].fields);
        assert_string_equal(cronwhen_said(&when, &arena), cases[i].said);
        assert_int_equal(*cronwhen_test(&when) != 0, when.month_day == 31);
    }
    arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(words_become_fields)};

    return cmocka_run_group_tests_name("cronwhen", tests, NULL, NULL);
}
