/* A clock that is wrong: entries stay in their order and prove, nobody but a manager posts when it
 * was set back by more than a day, and the business date is another matter (TRUST.md F16). */
#include "ledger/book.h"
#include "ledger/journal.h"
#include "office.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#define HOUR INT64_C(3600000000)
#define DAY (24 * HOUR)
#define NOON INT64_C(1795348800000000) /* 2026-11-22T12:00:00Z */

static int office_open(void **state)
{
    struct office *office = office_make(NOON);

    office_done(office, "adam", "customer add --code ACME --name Acme");
    office_done(office, "adam", "user add --name adam --role admin");
    office_done(office, "adam", "user add --name carl --role clerk");
    office_done(office, "adam", "user add --name mary --role manager");
    *state = office;
    return 0;
}

static int office_close(void **state)
{
    office_leave(*state);
    return 0;
}

static void clock_at(struct office *office, int64_t moment)
{
    book_moment_set(office->session.book, moment);
}

static enum err posts(struct office *office, const char *name)
{
    return office_types(office, name, "payment receive --customer ACME --amount 1");
}

static int64_t last_moment(struct office *office)
{
    struct arena arena = {0};
    struct entry head;

    assert_int_equal(journal_head(office->session.book, &head, &arena), ERR_OK);
    arena_done(&arena);
    return head.moment;
}

static void proves(struct office *office)
{
    int found = -1;

    assert_int_equal(journal_verify(office->session.book, NULL, NULL, NULL, &found), ERR_OK);
    assert_int_equal(found, 0);
}

static void a_little_back_changes_nothing(void **state)
{
    struct office *office = *state;

    clock_at(office, NOON - 2 * HOUR);
    assert_int_equal(posts(office, "carl"), ERR_OK);
    assert_int_equal(last_moment(office), NOON - 2 * HOUR); /* as the clock said, in its order */
    clock_at(office, NOON);
    assert_int_equal(posts(office, "carl"), ERR_OK);
    proves(office);
}

static void a_day_back_is_for_a_manager(void **state)
{
    struct office *office = *state;

    clock_at(office, NOON - DAY);
    assert_int_equal(posts(office, "carl"), ERR_OK);
    clock_at(office, NOON);
    assert_int_equal(posts(office, "carl"), ERR_OK);
    clock_at(office, NOON - DAY - 1);
    assert_int_equal(posts(office, "carl"), ERR_DENIED);
    assert_non_null(strstr(office->session.note->text, "says 2026-11-21T11:59, but the last entry "
                                                       "was made at 2026-11-22T12:00"));
    assert_int_equal(posts(office, "mary"), ERR_OK);
    assert_int_equal(posts(office, "carl"), ERR_OK); /* counted from hers */
    proves(office);
}

/* Nobody is kept out for ever by a clock that ran ahead once. */
static void far_ahead_and_right_again(void **state)
{
    struct office *office = *state;

    clock_at(office, NOON + 400 * DAY);
    assert_int_equal(posts(office, "carl"), ERR_OK);
    clock_at(office, NOON);
    assert_int_equal(posts(office, "carl"), ERR_DENIED);
    assert_int_equal(posts(office, "mary"), ERR_OK);
    assert_int_equal(posts(office, "carl"), ERR_OK);
    proves(office);
}

static void the_business_date_is_another_matter(void **state)
{
    struct office *office = *state;

    assert_int_equal(office->session.today.day, date_of(2026, 11, 22).day);
    clock_at(office, NOON + 30 * HOUR);
    assert_int_equal(office_types(office, "carl",
                                  "payment receive --customer ACME --amount 1 --date 2026-11-01"),
                     ERR_OK);
    assert_int_equal(last_moment(office), NOON + 30 * HOUR);
    proves(office);
}

/* Between two and three there are two hours, an hour in spring there is none: days come out right,
 * and moments, which are UTC, keep their order. */
static void summer_time_ends_and_begins(void **state)
{
    static const struct {
        int64_t moment; /* half an hour before and after the change, an hour apart */
        int year, month, day;
    } changes[] = {
        {INT64_C(1792888200000000), 2026, 10, 25}, /* 00:30Z: 02:30 CEST */
        {INT64_C(1792891800000000), 2026, 10, 25}, /* 01:30Z: 02:30 CET */
        {INT64_C(1806193800000000), 2027, 3, 28},  /* 00:30Z: 01:30 CET */
        {INT64_C(1806197400000000), 2027, 3, 28},  /* 01:30Z: 03:30 CEST */
        {INT64_C(1806188400000000), 2027, 3, 28},  /* 23:00Z: midnight, the day begins */
        {INT64_C(1806188399999999), 2027, 3, 27},
    };

    setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
    tzset();
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        const struct date day = date_of(changes[i].year, changes[i].month, changes[i].day);
        assert_int_equal(moment_date(changes[i].moment).day, day.day);
    }
    setenv("TZ", "UTC", 1);
    tzset();
}

static void one_alone_is_a_manager(void **state)
{
    struct office *office = office_make(NOON);

    office_done(office, "adam", "customer add --code ACME --name Acme");
    clock_at(office, NOON - 40 * DAY);
    assert_int_equal(posts(office, "adam"), ERR_OK);
    proves(office);
    office_leave(office);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, office_open, office_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(a_little_back_changes_nothing),
        CASE(a_day_back_is_for_a_manager),
        CASE(far_ahead_and_right_again),
        CASE(the_business_date_is_another_matter),
        cmocka_unit_test(summer_time_ends_and_begins),
        cmocka_unit_test(one_alone_is_a_manager),
    };
    return cmocka_run_group_tests_name("wrong clocks", tests, NULL, NULL);
}
