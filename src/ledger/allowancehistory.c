#include "ledger/allowancehistory.h"

#include "ledger/agingscan.h"
#include "ledger/allowancerate.h"
#include "ledger/debtor.h"
#include "ledger/local.h"
#include "rules/rollrate.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---- classes ---- */

static int name_cmp(const void *a, const void *b)
{
    return strcasecmp(*(const char *const *)a, *(const char *const *)b);
}

static enum err names_read(struct book *book, struct arena *arena, struct allowance_segments *out)
{
    int64_t room = 0;

    TRY(db_get(book->db, &room, 0,
               "SELECT COUNT(*) FROM (SELECT DISTINCT class FROM customer) AS classes", ""));
    out->names = arena_new(arena, ((size_t)room + 1) * sizeof *out->names);
    out->names[0] = "";
    out->count = 1;
    struct stmt *q = db_sql(book->db, "SELECT DISTINCT class FROM customer WHERE class <> ''");
    while (stmt_row(q) && out->count <= (int)room) {
        int k = 0;
        while (k < out->count && strcasecmp(out->names[k], col_text(q, 0)) != 0)
            k++;
        if (k == out->count)
            out->names[out->count++] = arena_text(arena, col_text(q, 0));
    }
    TRY(stmt_end(q));
    qsort(out->names, (size_t)out->count, sizeof *out->names, name_cmp);
    return ERR_OK;
}

static enum err debtor_take(void *self, const struct debtor *debtor)
{
    struct allowance_segments *segments = self;

    if (debtor->id >= segments->customer_room) {
        const int64_t old = segments->customer_room;
        segments->customer_room = debtor->id * 2 + 64;
        segments->of_customer = mem_resize(segments->of_customer, (size_t)segments->customer_room,
                                           sizeof *segments->of_customer);
        memset(segments->of_customer + old, 0,
               (size_t)(segments->customer_room - old) * sizeof *segments->of_customer);
    }
    const char *class = debtor->class;
    const char **name = bsearch(&class, segments->names, (size_t)segments->count,
                                sizeof *segments->names, name_cmp);
    segments->of_customer[debtor->id] = name ? (int32_t)(name - segments->names) : 0;
    return ERR_OK;
}

enum err allowance_segments_read(struct book *book, const struct allowance_options *options,
                                 struct arena *arena, struct allowance_segments *out)
{
    static const char *all[] = {""};

    *out = (struct allowance_segments){.names = all, .count = 1};
    if (!options->by_class)
        return ERR_OK;
    TRY(names_read(book, arena, out));
    return debtors_each(book, options->day, debtor_take, out);
}

int segment_of(const struct allowance_segments *segments, int64_t customer_id)
{
    return customer_id < segments->customer_room ? segments->of_customer[customer_id] : 0;
}

/* ---- rates as entered ---- */

struct entered {
    const struct allowance_rate *rows; /* by day */
    int count;
    struct date day;
};

/* Of the class, else of all. */
static bool entered_find(const struct entered *entered, enum allowance_rate_kind kind,
                         const char *segment, const char *bucket, int64_t *ppm)
{
    bool own = false, any = false;

    for (int i = 0; i < entered->count; i++) {
        const struct allowance_rate *row = &entered->rows[i];
        if (row->from.day > entered->day.day || row->kind != kind ||
            strcmp(row->bucket, bucket) != 0)
            continue;
        const bool is_own = *segment && strcasecmp(row->segment, segment) == 0;
        if (!is_own && (*row->segment || own))
            continue;
        own = own || is_own;
        any = true;
        *ppm = row->ppm;
    }
    return any;
}

static void losses_entered(const struct entered *entered, struct arena *arena,
                           struct allowance *run)
{
    for (int i = 0; i < run->line_count; i++) {
        struct allowance_line *line = &run->lines[i];
        line->factor_ppm = PPM;
        line->loss_ppm = 0;
        if (!entered_find(entered, ALLOWANCE_LOSS, line->segment, line->name, &line->loss_ppm) &&
            line->gross)
            run->missing =
                arena_format(arena, "%s%s%s%s%s", run->missing, *run->missing ? ", " : "",
                             line->name, *line->segment ? " of class " : "", line->segment);
    }
}

/* ---- rates from history ---- */

struct history {
    const struct allowance_options *options;
    const struct allowance_segments *segments;
    struct date day;
    int64_t (*bands)[BUCKETS_MAX]; /* of all segments, of the month end that is read */
};

static enum err history_take(void *self, const struct aging_item *item)
{
    const struct history *history = self;

    if (item->open < 0)
        return ERR_OK;
    int64_t *band =
        &history->bands[segment_of(history->segments, item->customer_id)][bucket_of_item(
            &history->options->buckets, history->day, item->effective, item->due)];
    return amount_add(*band, item->open_base, band);
}

/* Whole months only: the last one ends on the day itself or before it. */
static struct date history_day(const struct allowance_options *options, int back)
{
    const int month = date_month(options->day);
    const bool whole = date_month_last(month).day == options->day.day;

    return date_month_last(month - back - (whole ? 0 : 1));
}

static enum err history_read(struct book *book, struct history *history,
                             int64_t (*all)[BUCKETS_MAX], struct arena *arena,
                             struct allowance *run)
{
    const int months = history->options->months + 1, segments = history->segments->count;
    const int buckets = bucket_count(&history->options->buckets);

    run->inputs = arena_new(arena, (size_t)months * (size_t)run->line_count * sizeof *run->inputs);
    for (int t = 0; t < months; t++) {
        history->day = history_day(history->options, months - 1 - t);
        history->bands = all + (size_t)t * (size_t)segments;
        const struct aging_query query = {.as_of = history->day, .control = CONTROL_RECEIVABLE};
        TRY(aging_scan(book, &query, history_take, history));
        for (int i = 0; i < run->line_count; i++)
            run->inputs[run->input_count++] =
                (struct allowance_input){run->lines[i].segment, history->day, i % buckets,
                                         history->bands[i / buckets][i % buckets]};
    }
    return ERR_OK;
}

/* The rates of one segment: what rolls on from each bucket to the end, x what is lost there. */
static void losses_rolled(const struct history *history, const struct entered *entered,
                          const int64_t (*all)[BUCKETS_MAX], int segment, struct allowance *run)
{
    const int months = history->options->months + 1,
              buckets = bucket_count(&history->options->buckets);
    int64_t(*bands)[BUCKETS_MAX] = mem_new((size_t)months, sizeof *bands);
    struct allowance_line *lines = run->lines + (size_t)segment * (size_t)buckets;
    int64_t rates[BUCKETS_MAX], losses[BUCKETS_MAX], last = PPM, factor = PPM;

    for (int t = 0; t < months; t++)
        memcpy(bands[t], all[(size_t)t * (size_t)history->segments->count + (size_t)segment],
               sizeof bands[t]);
    (void)entered_find(entered, ALLOWANCE_LOSS, lines->segment, lines[buckets - 1].name, &last);
    (void)entered_find(entered, ALLOWANCE_FORWARD, lines->segment, "", &factor);
    roll_rates((const int64_t(*)[BUCKETS_MAX])bands, months, buckets, rates);
    roll_losses(rates, buckets, last, losses);
    for (int b = 0; b < buckets; b++) {
        lines[b].loss_ppm = losses[b];
        lines[b].factor_ppm = factor;
    }
    free(bands);
}

enum err allowance_rates_find(struct book *book, const struct allowance_options *options,
                              const struct allowance_segments *segments, struct arena *arena,
                              struct allowance *run)
{
    struct allowance_rate *rows = NULL;
    struct entered entered = {.day = options->day};
    struct history history = {.options = options, .segments = segments};

    TRY(allowance_rates(book, arena, &rows, &entered.count));
    entered.rows = rows;
    if (!options->rolled) {
        losses_entered(&entered, arena, run);
        return ERR_OK;
    }
    int64_t(*all)[BUCKETS_MAX] =
        mem_new((size_t)(options->months + 1) * (size_t)segments->count, sizeof *all);
    const enum err e = history_read(book, &history, all, arena, run);
    for (int s = 0; e == ERR_OK && s < segments->count; s++)
        losses_rolled(&history, &entered, (const int64_t(*)[BUCKETS_MAX])all, s, run);
    free(all);
    return e;
}
