/* periodfigures: what is open at the end of a month by customer, currency, account and bucket, and
 * whether it is still what the close froze (R9 8). */
#include "ledger/agingscan.h"
#include "ledger/local.h"
#include "ledger/proofparts.h"
#include "rules/aging.h"

#include <stdlib.h>
#include <string.h>

struct gathering {
    struct book *book;
    struct date end;
    struct bucket_set set;
    struct period_figure *rows;
    size_t count, room;
};

static void add_row(struct gathering *gathering, const struct period_figure *row)
{
    if (gathering->count == gathering->room) {
        gathering->room = gathering->room ? gathering->room * 2 : 256;
        gathering->rows = mem_resize(gathering->rows, gathering->room, sizeof *gathering->rows);
    }
    gathering->rows[gathering->count++] = *row;
}

static enum err take_item(void *self, const struct aging_item *item)
{
    struct gathering *gathering = self;
    struct period_figure row = {.account_id = item->account_id,
                                .customer_id = item->customer_id,
                                .amount = item->open,
                                .base = item->open_base};

    row.bucket = item->open < 0 ? PERIOD_CREDITS
                                : bucket_of(&gathering->set, aging_days(gathering->end, item->due));
    memcpy(row.currency, item->currency, sizeof row.currency);
    add_row(gathering, &row);
    return ERR_OK;
}

static int order(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int figure_cmp(const void *a, const void *b)
{
    const struct period_figure *x = a, *y = b;
    int by = order(x->account_id, y->account_id);

    if (by == 0)
        by = order(x->customer_id, y->customer_id);
    if (by == 0)
        by = strcmp(x->currency, y->currency);
    return by ? by : order(x->bucket, y->bucket);
}

/* Rows of one place are summed; what comes to nothing is left out. */
static enum err sum_rows(struct gathering *gathering, struct arena *arena,
                         struct period_figure **out, size_t *count)
{
    *out = arena_new(arena, (gathering->count + 1) * sizeof **out);
    *count = 0;
    if (gathering->count > 0)
        qsort(gathering->rows, gathering->count, sizeof *gathering->rows, figure_cmp);
    for (size_t i = 0; i < gathering->count; i++) {
        struct period_figure *last = *count ? &(*out)[*count - 1] : NULL;
        if (!last || figure_cmp(last, &gathering->rows[i]) != 0) {
            (*out)[(*count)++] = gathering->rows[i];
            continue;
        }
        if (amount_add(last->amount, gathering->rows[i].amount, &last->amount) != ERR_OK ||
            amount_add(last->base, gathering->rows[i].base, &last->base) != ERR_OK)
            return fail(gathering->book->note, ERR_LIMIT,
                        "the open items add up to more than can be counted");
    }
    return ERR_OK;
}

enum err period_figures(struct book *book, struct date end, struct arena *arena,
                        struct period_figure **out, size_t *count)
{
    struct gathering gathering = {.book = book, .end = end};
    enum err e = bucket_set_parse(BUCKETS_DEFAULT, AGING_BY_DUE, &gathering.set, book->note);

    for (int control = CONTROL_RECEIVABLE; e == ERR_OK && control <= CONTROL_PREPAID; control++) {
        const struct aging_query query = {
            .as_of = end, .control = (enum account_control)control, .as_posted = true};
        e = aging_scan(book, &query, take_item, &gathering);
    }
    if (e == ERR_OK)
        e = sum_rows(&gathering, arena, out, count);
    free(gathering.rows);
    return e;
}

enum err period_frozen(struct book *book, int64_t step_id, struct arena *arena,
                       struct period_figure **out, size_t *count)
{
    struct gathering gathering = {.book = book};
    struct stmt *q = db_sql(book->db, "SELECT account_id, customer_id, currency, bucket, amount,"
                                      " base FROM period_frozen WHERE step_id = $1");

    bind_i64(q, 1, step_id);
    while (stmt_row(q)) {
        struct period_figure row = {.account_id = col_i64(q, 0),
                                    .customer_id = col_i64(q, 1),
                                    .bucket = (int)col_i64(q, 3),
                                    .amount = col_i64(q, 4),
                                    .base = col_i64(q, 5)};
        const char *code = col_text(q, 2);
        memcpy(row.currency, code, strnlen(code, 3));
        add_row(&gathering, &row);
    }
    enum err e = stmt_end(q);
    if (e == ERR_OK)
        e = sum_rows(&gathering, arena, out, count);
    free(gathering.rows);
    return e;
}

/* ---- the proof ---- */

static const char *where_text(struct book *book, const struct period_figure *figure,
                              struct arena *arena)
{
    struct bucket_set set;
    char name[BUCKET_NAME];
    const char *code = "nobody known";
    struct stmt *q = db_sql(book->db, "SELECT code FROM customer WHERE id = $1");

    bind_i64(q, 1, figure->customer_id);
    if (stmt_row(q))
        code = arena_text(arena, col_text(q, 0));
    (void)stmt_end(q);
    const bool credits = figure->bucket == PERIOD_CREDITS ||
                         bucket_set_parse(BUCKETS_DEFAULT, AGING_BY_DUE, &set, NULL) != ERR_OK ||
                         figure->bucket < 0 || figure->bucket >= bucket_count(&set);
    return arena_format(arena, "%s, %s, %s", code, figure->currency,
                        credits ? "credits" : bucket_name(&set, figure->bucket, name));
}

/* What stands on one side only, or with another figure. */
static void tell_other(struct book *book, struct trouble *trouble, int month,
                       const struct period_figure *was, const struct period_figure *is)
{
    struct arena arena = {0};
    char text[PERIOD_TEXT], before[MONEY_TEXT], now[MONEY_TEXT];
    const struct period_figure *place = was ? was : is;
    const bool base = was && is && was->amount == is->amount;
    const struct currency currency =
        base ? book->currency : book_currency_of(book, place->currency);
    const int64_t froze = !was ? 0 : base ? was->base : was->amount;
    const int64_t says = !is ? 0 : base ? is->base : is->amount;

    trouble_say(trouble, "%s was closed with %s (%s), but its items come to %s now",
                period_text(month, text), money_plain(money_of(froze, currency), before),
                where_text(book, place, &arena), money_plain(money_of(says, currency), now));
    arena_done(&arena);
}

static enum err prove_month(struct book *book, struct trouble *trouble, int64_t step_id, int month)
{
    struct arena arena = {0};
    struct period_figure *was = NULL, *is = NULL;
    size_t was_count = 0, is_count = 0, i = 0, j = 0;
    enum err e;

    TRY_OUT(period_frozen(book, step_id, &arena, &was, &was_count));
    TRY_OUT(period_figures(book, date_month_last(month), &arena, &is, &is_count));
    while (i < was_count || j < is_count) {
        const int by = i == was_count ? 1 : j == is_count ? -1 : figure_cmp(&was[i], &is[j]);
        if (by != 0 || was[i].amount != is[j].amount || was[i].base != is[j].base)
            tell_other(book, trouble, month, by <= 0 ? &was[i] : NULL, by >= 0 ? &is[j] : NULL);
        i += by <= 0;
        j += by >= 0;
    }
out:
    arena_done(&arena);
    return e;
}

enum err proof_periods(struct book *book, struct trouble *trouble)
{
    struct arena arena = {0};
    struct period_step *steps = NULL, closing;
    int count = 0;
    bool is = false;
    enum err e;

    TRY_OUT(period_steps(book, -1, &arena, &steps, &count));
    for (int i = count - 1; i >= 0; i--) {
        if (steps[i].act != PERIOD_CLOSE)
            continue;
        TRY_OUT(period_closing(book, steps[i].month, &arena, &closing, &is));
        if (is && closing.id == steps[i].id)
            TRY_OUT(prove_month(book, trouble, closing.id, closing.month));
    }
out:
    arena_done(&arena);
    return e;
}
