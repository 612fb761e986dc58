/* bench_tally: lines of a bank told from entries of ours, beside reading the same rows.
 *
 * The rows are of a year: LINES (100,000) of the bank against ENTRIES (1,000,000) of ours; a third
 * quotes a number, a third has amount and day of an entry, a third is like nothing. Reading is one
 * pass over both sides, every text and figure of it.
 */
#include "base/err.h"
#include "bench/measure.h"
#include "rules/tally.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TURNS 3
#define DAYS 365
#define SLOWEST 60.0 /* seconds that it may take at most, when it has gone quadratic */

struct rows {
    struct arena arena;
    struct tally_line *lines;
    struct tally_entry *entries;
    int line_count, entry_count;
};

static uint64_t random_next(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

static void rows_make(struct rows *rows)
{
    uint64_t seed = 4711;

    rows->lines = arena_new(&rows->arena, (size_t)rows->line_count * sizeof *rows->lines);
    rows->entries = arena_new(&rows->arena, (size_t)rows->entry_count * sizeof *rows->entries);
    for (int i = 0; i < rows->entry_count; i++)
        rows->entries[i] = (struct tally_entry){
            .amount = 100 + (int64_t)(random_next(&seed) % 100000000),
            .day = {20000 + (int32_t)(random_next(&seed) % DAYS)},
            .number = arena_format(&rows->arena, "DEP-%d", 100000 + i),
            .reference = ""};
    for (int i = 0; i < rows->line_count; i++) {
        const struct tally_entry *entry =
            &rows->entries[random_next(&seed) % (uint64_t)rows->entry_count];
        const bool named = i % 3 == 0, like = i % 3 == 1;
        rows->lines[i] = (struct tally_line){
            .amount = named || like ? entry->amount
                                    : 200000000 + (int64_t)(random_next(&seed) % 100000000),
            .day = entry->day,
            .text = named ? arena_format(&rows->arena, "BOREALIS %s thank you", entry->number)
                          : "TRANSFER with many thanks"};
    }
}

/* Every byte of the rows, as a program must read them at least. */
static int64_t rows_read(const struct rows *rows)
{
    int64_t sum = 0;

    for (int i = 0; i < rows->entry_count; i++)
        sum += rows->entries[i].amount + rows->entries[i].day.day +
               (int64_t)strlen(rows->entries[i].number);
    for (int i = 0; i < rows->line_count; i++)
        sum += rows->lines[i].amount + rows->lines[i].day.day +
               (int64_t)strlen(rows->lines[i].text);
    return sum;
}

static int count_of(const char *name, int otherwise)
{
    const char *text = getenv(name);

    return text ? (int)strtol(text, NULL, 10) : otherwise;
}

int main(void)
{
    const struct tally_options options = {TALLY_DAYS, TALLY_WORK};
    struct rows rows = {.line_count = count_of("LINES", 100000),
                        .entry_count = count_of("ENTRIES", 1000000)};
    struct tally_case given = {.line_count = rows.line_count, .entry_count = rows.entry_count};
    double told[TURNS], bare[TURNS];
    int automatic = 0, proposed = 0;
    int64_t sum = 0;

    rows_make(&rows);
    given.lines = rows.lines;
    given.entries = rows.entries;
    if (currency_find("EUR", &given.currency) != ERR_OK)
        return 1;
    for (int turn = 0; turn < TURNS; turn++) {
        struct arena arena = {0};
        struct tally_proposal *out = NULL;
        double start = measure_cpu();
        sum += rows_read(&rows);
        bare[turn] = measure_cpu() - start;
        start = measure_cpu();
        if (tally_find(&given, &options, &arena, &out, &proposed) != ERR_OK)
            return 1;
        told[turn] = measure_cpu() - start;
        automatic = 0;
        for (int i = 0; i < proposed; i++)
            automatic += out[i].automatic;
        arena_done(&arena);
    }
    printf("%d lines against %d entries: %d sure, %d only proposed (%lld)\n", rows.line_count,
           rows.entry_count, automatic, proposed - automatic, (long long)(sum % 10));
    const double seconds = measure_median(told, TURNS);
    bool kept = measure_ratio("lines told from entries", seconds, "reading the rows",
                              measure_median(bare, TURNS), 0);
    kept = measure_figure("lines told from entries", seconds, "s", SLOWEST) && kept;
    arena_done(&rows.arena);
    return kept ? 0 : 1;
}
