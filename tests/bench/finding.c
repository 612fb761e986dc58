#include "bench/finding.h"

#include "bench/measure.h"
#include "ledger/finding.h"
#include "ledger/names.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SHOWN 20 /* rows that a screen has */
#define ROUNDS 5
#define KEYS_MOST 40

static void ok(enum err e, struct book *book)
{
    if (e == ERR_OK)
        return;
    fprintf(stderr, "bench: %s\n", book_note(book)->text);
    exit(1);
}

/* Customers and what the indexes tell, and the rows of the first screen. */
static double key_time(struct book *book, const char *typed)
{
    const struct notation notation = {.decimal = '.', .group = ','};
    struct arena arena = {0};
    struct sought sought;
    struct finding *finding = NULL;
    const double begin = measure_cpu();

    ok(sought_parse(typed, &notation, &arena, &sought, book_note(book)), book);
    const struct finding_query query = {.sought = &sought};
    ok(finding_begin(book, &query, &finding), book);
    const size_t count = finding_count(finding);
    for (size_t i = 0; i < count && i < SHOWN; i++) {
        const struct found found = finding_at(finding, i);
        struct found_row row;
        ok(found_read(book, &found, &sought, &arena, &row), book);
    }
    finding_done(finding);
    arena_done(&arena);
    return measure_cpu() - begin;
}

static double scan_time(struct book *book, const char *needle)
{
    struct names *names;
    size_t found = 0;

    ok(names_of(book, &names), book);
    const double begin = measure_cpu();
    for (size_t i = 0; i < names->count; i++)
        found += strstr(names->rows[i].folded, needle) != NULL;
    const double end = measure_cpu();
    must(found <= names->count); /* so that it is not left out */
    return end - begin;
}

void finding_keys(struct book *book)
{
    static const char *const texts[] = {"customer 4711", "borealis", "r0004711", "123.45",
                                        "bench ~500"};
    const double begin = measure_cpu();

    ok(names_figures(book), book);
    measure_figure("find: names read and folded, what is owed", (measure_cpu() - begin) * 1e3, "ms",
                   0);
    for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
        double keys[KEYS_MOST * ROUNDS], scans[KEYS_MOST * ROUNDS];
        size_t count = 0;
        char typed[KEYS_MOST], what[96];
        for (int round = 0; round < ROUNDS; round++)
            for (size_t len = 1; len <= strlen(texts[t]); len++) {
                snprintf(typed, sizeof typed, "%.*s", (int)len, texts[t]);
                if (typed[len - 1] == '~' || typed[len - 1] == ' ')
                    continue;
                keys[count] = key_time(book, typed);
                scans[count++] = scan_time(book, typed);
            }
        const double key = measure_median(keys, count);
        snprintf(what, sizeof what, "find: a key of \"%s\"", texts[t]);
        measure_ratio(what, key, "scan of the folded names", measure_median(scans, count), 0);
        measure_figure("  the slowest key", keys[count - 1] * 1e3, "ms", 0);
    }
}

void finding_whole(struct book *book)
{
    static const char *const texts[] = {"borealis", "~123.45", "part 4711"};
    struct arena arena = {0};

    for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
        struct sought sought;
        struct finding *finding = NULL;
        double slowest = 0;
        char what[96];
        bool more = true;
        ok(sought_parse(texts[t], &notation_plain, &arena, &sought, book_note(book)), book);
        const struct finding_query query = {.sought = &sought};
        const double begin = measure_cpu();
        ok(finding_begin(book, &query, &finding), book);
        while (more) {
            const double slice = measure_cpu();
            ok(finding_step(finding, &more), book);
            const double took = measure_cpu() - slice;
            slowest = took > slowest ? took : slowest;
        }
        finding_done(finding);
        snprintf(what, sizeof what, "find: the whole book for \"%s\"", texts[t]);
        measure_figure(what, (measure_cpu() - begin) * 1e3, "ms", 0);
        measure_figure("  its longest slice", slowest * 1e3, "ms", 0);
    }
    arena_done(&arena);
}
