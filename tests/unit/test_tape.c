/* The adding machine's tape beside what was entered (RULES.md R14). */
#include "rules/tape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct currency eur(void)
{
    struct currency currency;

    assert_int_equal(currency_find("EUR", &currency), ERR_OK);
    return currency;
}

static void amounts_stand_apart_by_blanks_plus_or_semicolons(void **state)
{
    struct arena arena = {0};
    struct note note = {0};
    struct tape tape;
    (void)state;

    assert_int_equal(
        tape_parse("  100.00 250+12.5;\n3", &notation_plain, eur(), &arena, &tape, &note), ERR_OK);
    assert_int_equal(tape.count, 4);
    assert_int_equal(tape.total, 36550);
    assert_string_equal(tape_text(&tape, eur(), &arena), "100.00 250.00 12.50 3.00");
    const struct notation german = {.decimal = ',', .group = '.'};
    assert_int_equal(tape_parse("1.234,5 6", &german, eur(), &arena, &tape, &note), ERR_OK);
    assert_int_equal(tape.total, 124050);
    arena_done(&arena);
}

static void what_is_no_payment_is_refused(void **state)
{
    static const struct {
        const char *text, *words;
    } cases[] = {
        {"", "no amount"},        {" + ", "no amount"},   {"100 x", "x"},
        {"100 -5", "above zero"}, {"0.00", "above zero"}, {"100.005", "100.005"},
        {"1000000000000000", ""},
    };
    struct arena arena = {0};
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct note note = {0};
        struct tape tape;
        const enum err e = tape_parse(cases[i].text, &notation_plain, eur(), &arena, &tape, &note);
        if (e == ERR_OK || !strstr(note.text, cases[i].words))
            fail_msg("'%s': %s", cases[i].text, note.text);
    }
    arena_done(&arena);
}

static void each_line_is_ticked_off_once(void **state)
{
    int64_t typed[] = {100, 250, 100, 70}, lines[] = {250, 100, 90, 100, 100};
    const struct tape tape = {typed, 4, 520};
    int of_line[5], of_tape[4];
    (void)state;

    tape_tick(&tape, lines, 5, of_line, of_tape);
    const int want_line[] = {1, 0, -1, 2, -1}, want_tape[] = {1, 0, 3, -1};
    assert_memory_equal(of_line, want_line, sizeof want_line);
    assert_memory_equal(of_tape, want_tape, sizeof want_tape);
}

/* The difference is what was entered less what was meant, in cents. */
static void two_figures_that_were_swapped_are_found(void **state)
{
    static const struct {
        int64_t entered, meant; /* meant 0 = it explains nothing */
        int64_t difference;
    } cases[] = {
        {132000, 123000, 9000},  /* 1,320.00 for 1,230.00 */
        {123000, 132000, -9000}, /* and the other way */
        {9100, 1900, 7200},      /* 91.00 for 19.00 */
        {1900, 9100, -7200},
        {105, 150, -45},        /* cents */
        {901, 0, 9},            /* divisible, but no two neighbours make it */
        {100000, 10000, 90000}, /* 1,000.00 for 0100.00: a figure in the wrong place */
        {5500, 0, 9000},        /* the same figure twice cannot be swapped */
        {100, 0, 900},          /* would be below zero */
        {132000, 0, 9001},
        {132000, 0, 0},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(amount_unswapped(cases[i].entered, cases[i].difference), cases[i].meant);
    assert_true(difference_is_swap(-27000));
    assert_false(difference_is_swap(0));
    assert_false(difference_is_swap(100));
}

/* Every amount up to 1,000.00 with every pair of neighbours swapped: found again, and divisible. */
static void every_swap_of_neighbours_is_found(void **state)
{
    (void)state;

    for (int64_t meant = 1; meant <= 100000; meant += 7)
        for (int64_t unit = 1; unit <= 10000; unit *= 10) {
            const int64_t low = meant / unit % 10, high = meant / unit / 10 % 10;
            const int64_t entered = meant + (high - low) * unit + (low - high) * unit * 10;
            if (entered == meant || entered <= 0)
                continue;
            assert_true(difference_is_swap(entered - meant));
            assert_int_equal(amount_unswapped(entered, entered - meant), meant);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(amounts_stand_apart_by_blanks_plus_or_semicolons),
        cmocka_unit_test(what_is_no_payment_is_refused),
        cmocka_unit_test(each_line_is_ticked_off_once),
        cmocka_unit_test(two_figures_that_were_swapped_are_found),
        cmocka_unit_test(every_swap_of_neighbours_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
