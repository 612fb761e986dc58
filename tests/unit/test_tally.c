/* Lines of the bank and entries of ours: which are the same money, and when nobody can say. */
#include "rules/tally.h"

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

#define SIDE 6

struct case_line {
    const char *day;
    int64_t amount;
    const char *text;
};
struct case_entry {
    const char *day;
    int64_t amount;
    const char *number, *reference;
};
struct tally_row {
    const char *words;
    struct case_line lines[SIDE];
    struct case_entry entries[SIDE];
    const char *want; /* "reference 0=0; amount? 1=2": rule, "?" if only proposed, lines=entries */
};

static const struct tally_row rows[] = {
    {"a number that is quoted, with its amount",
     {{"2026-11-18", 24045, "BOREALIS DEP-1001"}},
     {{"2026-11-17", 24045, "DEP-1001", ""}, {"2026-11-18", 24045, "DEP-1002", ""}},
     "reference 0=0"},
    {"the customer's own reference counts like a number",
     {{"2026-11-18", 5000, "our order PO 4711/26"}},
     {{"2026-11-17", 5000, "DEP-1001", "4711/26"}, {"2026-11-17", 5000, "DEP-1002", ""}},
     "reference 0=0"},
    {"a number that is quoted over another sum is shown only",
     {{"2026-11-18", 24000, "BOREALIS DEP-1001"}},
     {{"2026-11-17", 24045, "DEP-1001", ""}},
     "reference? 0=0"},
    {"two numbers that come to it",
     {{"2026-11-18", 240450, "BOREALIS 10439 10440"}},
     {{"2026-11-17", 120450, "10439", ""}, {"2026-11-17", 120000, "10440", ""}},
     "reference 0=0,1"},
    {"amount and day, when neither side has another",
     {{"2026-11-18", 731000, "DEPOSIT"}},
     {{"2026-11-17", 731000, "DEP-1001", ""}, {"2026-11-01", 731000, "DEP-0999", ""}},
     "amount 0=0"},
    {"a day too far away is no match",
     {{"2026-11-18", 731000, "DEPOSIT"}},
     {{"2026-11-12", 731000, "DEP-1001", ""}},
     ""},
    {"the last day that counts",
     {{"2026-11-18", 731000, "DEPOSIT"}},
     {{"2026-11-13", 731000, "DEP-1001", ""}},
     "amount 0=0"},
    {"two of ours have the amount: the nearest is proposed, not taken",
     {{"2026-11-18", 5000, "DEPOSIT"}},
     {{"2026-11-14", 5000, "DEP-1", ""}, {"2026-11-17", 5000, "DEP-2", ""}},
     "amount? 0=1"},
    {"two lines have it: the same",
     {{"2026-11-17", 5000, "DEPOSIT"}, {"2026-11-18", 5000, "DEPOSIT"}},
     {{"2026-11-17", 5000, "DEP-1", ""}},
     "amount? 0=0"},
    {"a deposit of several receipts of one day",
     {{"2026-11-18", 3000, "CARDS"}},
     {{"2026-11-17", 1000, "P-1", ""}, {"2026-11-17", 2000, "P-2", ""},
      {"2026-11-17", 4500, "P-3", ""}},
     "several 0=0,1"},
    {"two choices come to it, so none is taken",
     {{"2026-11-18", 3000, "CARDS"}},
     {{"2026-11-17", 1000, "P-1", ""}, {"2026-11-17", 2000, "P-2", ""},
      {"2026-11-17", 1500, "P-3", ""}, {"2026-11-17", 1500, "P-4", ""}},
     ""},
    {"one deposit that the bank booked in parts",
     {{"2026-11-18", 1000, "CASH"}, {"2026-11-18", 2000, "CHEQUES"}},
     {{"2026-11-17", 3000, "DEP-1", ""}},
     "parts 0,1=0"},
    {"money out is not money in",
     {{"2026-11-18", -5000, "REFUND"}},
     {{"2026-11-18", 5000, "DEP-1", ""}, {"2026-11-18", -5000, "RFD-1", ""}},
     "amount 0=1"},
    {"nothing of ours: a charge of the bank",
     {{"2026-11-19", -1200, "SERVICE FEE"}},
     {{"2026-11-18", 1200, "DEP-1", ""}},
     ""},
    {"what a number took is not there for an amount",
     {{"2026-11-18", 5000, "DEP-1"}, {"2026-11-18", 5000, "other"}},
     {{"2026-11-18", 5000, "DEP-1", ""}, {"2026-11-18", 5000, "DEP-2", ""}},
     "reference 0=0; amount 1=1"},
};

static const char *places(struct arena *arena, const int *list, int count)
{
    const char *text = "";

    for (int i = 0; i < count; i++)
        text = arena_format(arena, "%s%s%d", text, i ? "," : "", list[i]);
    return text;
}

static const char *said(struct arena *arena, const struct tally_proposal *list, int count)
{
    const char *text = "";

    for (int i = 0; i < count; i++)
        text = arena_format(arena, "%s%s%s%s %s=%s", text, i ? "; " : "", tally_word(list[i].rule),
                            list[i].automatic ? "" : "?",
                            places(arena, list[i].lines, list[i].line_count),
                            places(arena, list[i].entries, list[i].entry_count));
    return text;
}

static void lines_meet_entries(void **state)
{
    const struct tally_options options = {TALLY_DAYS, TALLY_WORK};

    for (size_t n = 0; n < sizeof rows / sizeof *rows; n++) {
        struct arena arena = {0};
        struct tally_line lines[SIDE];
        struct tally_entry entries[SIDE];
        struct tally_case given = {.lines = lines, .entries = entries};
        struct tally_proposal *out = NULL;
        int count = 0;

        assert_int_equal(currency_find("EUR", &given.currency), ERR_OK);
        for (; given.line_count < SIDE && rows[n].lines[given.line_count].day; given.line_count++) {
            const struct case_line *line = &rows[n].lines[given.line_count];
            lines[given.line_count] =
                (struct tally_line){line->amount, day(line->day), line->text};
        }
        for (; given.entry_count < SIDE && rows[n].entries[given.entry_count].day;
             given.entry_count++) {
            const struct case_entry *entry = &rows[n].entries[given.entry_count];
            entries[given.entry_count] = (struct tally_entry){
                entry->amount, day(entry->day), entry->number, entry->reference, 0};
        }
        assert_int_equal(tally_find(&given, &options, &arena, &out, &count), ERR_OK);
        const char *got = said(&arena, out, count);
        if (strcmp(got, rows[n].want) != 0)
            fail_msg("%s: \"%s\", not \"%s\"", rows[n].words, got, rows[n].want);
        for (int i = 0; i < count; i++)
            assert_true(out[i].why && *out[i].why);
        arena_done(&arena);
    }
}

/* The same numbers in every run. */
static uint64_t random_next(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005U + 1442695040888963407U;
    return *seed >> 33;
}

/* Whatever comes: nothing stands in two proposals, and what is automatic comes to the same. */
static void both_sides_of_an_automatic_one_are_equal(void **state)
{
    enum { LINES = 60, ENTRIES = 80 };
    const struct tally_options options = {TALLY_DAYS, TALLY_WORK};
    uint64_t seed = 17;

    for (int round = 0; round < 200; round++) {
        struct arena arena = {0};
        struct tally_line lines[LINES];
        struct tally_entry entries[ENTRIES];
        bool line_seen[LINES] = {false}, entry_seen[ENTRIES] = {false};
        struct tally_case given = {lines, LINES, entries, ENTRIES, {{0}, 0}};
        struct tally_proposal *out = NULL;
        int count = 0;

        assert_int_equal(currency_find("EUR", &given.currency), ERR_OK);
        for (int i = 0; i < ENTRIES; i++)
            entries[i] = (struct tally_entry){
                (int64_t)(random_next(&seed) % 400) * 25 - 3000 + 1,
                {(int32_t)(random_next(&seed) % 90)},
                arena_format(&arena, "DEP-%d", i),
                "",
                0};
        for (int i = 0; i < LINES; i++)
            lines[i] = (struct tally_line){
                (int64_t)(random_next(&seed) % 400) * 25 - 3000 + 1,
                {(int32_t)(random_next(&seed) % 90)},
                arena_format(&arena, "DEP-%d", (int)(random_next(&seed) % 400))};
        assert_int_equal(tally_find(&given, &options, &arena, &out, &count), ERR_OK);
        for (int i = 0; i < count; i++) {
            int64_t bank = 0, ours = 0;
            for (int k = 0; k < out[i].line_count; k++) {
                assert_false(line_seen[out[i].lines[k]]);
                line_seen[out[i].lines[k]] = true;
                bank += lines[out[i].lines[k]].amount;
            }
            for (int k = 0; k < out[i].entry_count; k++) {
                assert_false(entry_seen[out[i].entries[k]]);
                entry_seen[out[i].entries[k]] = true;
                ours += entries[out[i].entries[k]].amount;
            }
            if (out[i].automatic)
                assert_int_equal(bank, ours);
        }
        arena_done(&arena);
    }
}

/* All that came together is taken before any other choice, unless two lots come to the same. */
static void what_came_together_is_one_line(void **state)
{
    enum { MANY = 40 }; /* more than any search for a sum could try */
    const struct tally_options options = {TALLY_DAYS, TALLY_WORK};
    const struct tally_line line = {MANY * 100, {20}, "LOCKBOX"};
    struct tally_entry entries[2 * MANY];
    struct tally_case given = {&line, 1, entries, 2 * MANY, {{0}, 0}};

    (void)state;
    assert_int_equal(currency_find("EUR", &given.currency), ERR_OK);
    for (int i = 0; i < 2 * MANY; i++)
        entries[i] = (struct tally_entry){100, {19}, "P", "", i < MANY ? 7 : 0};
    for (int lots = 1; lots <= 2; lots++) {
        struct arena arena = {0};
        struct tally_proposal *out = NULL;
        int count = 0;

        assert_int_equal(tally_find(&given, &options, &arena, &out, &count), ERR_OK);
        assert_int_equal(count, lots == 1 ? 1 : 0);
        for (int i = 0; i < count; i++) {
            assert_true(out[i].automatic);
            assert_int_equal(out[i].rule, TALLY_SEVERAL);
            assert_int_equal(out[i].entry_count, MANY);
            assert_true(out[i].entries[MANY - 1] < MANY);
        }
        for (int i = MANY; i < 2 * MANY; i++)
            entries[i].lot = 8;
        arena_done(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_meet_entries),
        cmocka_unit_test(both_sides_of_an_automatic_one_are_equal),
        cmocka_unit_test(what_came_together_is_one_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
