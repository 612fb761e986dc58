/* revaluation: what open foreign items are worth on a day. */
#include "ledger/revaluation.h"

#include "ledger/agingscan.h"
#include "ledger/local.h"
#include "ledger/master.h"
#include "ledger/proofparts.h"

#include <stdio.h>
#include <string.h>

#define CURRENCIES_MAX 200 /* of the world, on both control accounts */

struct valuing {
    struct book *book;
    struct date day;
    enum account_control control;
    struct revaluation *rows;
    int count;
};

static enum err row_of(struct valuing *valuing, const char *code, struct revaluation **out)
{
    for (int i = 0; i < valuing->count; i++)
        if (valuing->rows[i].control == valuing->control &&
            strcmp(valuing->rows[i].currency.code, code) == 0) {
            *out = &valuing->rows[i];
            return ERR_OK;
        }
    if (valuing->count == CURRENCIES_MAX)
        return fail(valuing->book->note, ERR_LIMIT, "more than %d currencies are open",
                    CURRENCIES_MAX);
    struct revaluation *row = &valuing->rows[valuing->count++];
    *row = (struct revaluation){.control = valuing->control,
                                .currency = book_currency_of(valuing->book, code)};
    TRY(rate_on(valuing->book, row->currency, valuing->day, &row->rate));
    *out = row;
    return ERR_OK;
}

/* Rounded item by item: so each item's part is what its customer can be told. */
static enum err value_item(void *self, const struct aging_item *item)
{
    struct valuing *valuing = self;
    struct revaluation *row = NULL;
    int64_t worth = 0, gain = 0;

    if (strcmp(item->currency, valuing->book->currency.code) == 0)
        return ERR_OK;
    TRY(row_of(valuing, item->currency, &row));
    TRY(amount_convert(item->open, row->currency, valuing->book->currency, row->rate, &worth));
    TRY(amount_sub(worth, item->open_base, &gain));
    row->items++;
    TRY(amount_add(row->open, item->open, &row->open));
    TRY(amount_add(row->base, item->open_base, &row->base));
    return amount_add(row->gain, gain, &row->gain);
}

static enum err value_open(struct valuing *valuing)
{
    static const enum account_control controls[] = {CONTROL_RECEIVABLE, CONTROL_UNIDENTIFIED};

    for (int i = 0; i < 2; i++) {
        const struct aging_query query = {.as_of = valuing->day, .control = controls[i]};
        valuing->control = controls[i];
        TRY(aging_scan(valuing->book, &query, value_item, valuing));
    }
    return ERR_OK;
}

/* The documents say in their reference of what they are: "receivables USD". */
static const char *subject(const struct revaluation *row, char out[64])
{
    snprintf(out, 64, "%s %s", row->control == CONTROL_RECEIVABLE ? "receivables" : "unidentified",
             row->currency.code);
    return out;
}

/* What the day's runs posted; currencies that are not open any more are added, so that they are
 * undone too. */
static enum err read_before(struct valuing *valuing)
{
    struct stmt *q =
        db_sql(valuing->book->db, "SELECT reference, CAST(SUM(base_total) AS BIGINT) FROM document"
                                  " WHERE kind = $1 AND effective = $2 GROUP BY reference"
                                  " ORDER BY reference");
    enum err e = ERR_OK;

    bind_i64(q, 1, DOCUMENT_REVALUATION);
    bind_i64(q, 2, valuing->day.day);
    while (e == ERR_OK && stmt_row(q)) {
        const char *about = col_text(q, 0), *space = strrchr(about, ' ');
        struct revaluation *row = NULL;
        if (!space)
            continue;
        valuing->control =
            strncmp(about, "receivables", 11) == 0 ? CONTROL_RECEIVABLE : CONTROL_UNIDENTIFIED;
        e = row_of(valuing, space + 1, &row);
        if (e == ERR_OK)
            row->before = col_i64(q, 1);
    }
    return stmt_end_after(q, e);
}

static int64_t over(int64_t amount)
{
    return amount > 0 ? amount : 0;
}

/* The document of the day and its reversal on the next. */
static enum err post_rest(struct tx *tx, struct date day, struct revaluation *row, int64_t target)
{
    const int64_t rest = target - row->before;
    struct book *book = tx_book(tx);
    char about[64], text[120], open[MONEY_TEXT], rate[MONEY_TEXT];
    /* gains stay gains when they shrink: what earlier runs posted is moved where it stands */
    struct posting postings[3] = {
        {.account_id = account_of(book, ACCOUNT_PART_REVALUATION), .amount = rest, .base = rest},
        {.account_id = account_of(book, ACCOUNT_PART_FX_GAIN),
         .amount = over(row->before) - over(target),
         .base = over(row->before) - over(target)},
        {.account_id = account_of(book, ACCOUNT_PART_FX_LOSS),
         .amount = -over(-row->before) + over(-target),
         .base = -over(-row->before) + over(-target)}};
    struct document_made made, back;

    snprintf(text, sizeof text, "%s %s open at %s",
             money_plain(money_of(row->open, row->currency), open), row->currency.code,
             ratio_show(row->rate, rate));
    struct document_new doc = {.kind = DOCUMENT_REVALUATION,
                               .effective = day,
                               .posted = day,
                               .currency = book->currency,
                               .rate = {1, 1},
                               .total = rest,
                               .base_total = rest,
                               .base_given = true,
                               .reference = subject(row, about),
                               .text = text,
                               .postings = postings,
                               .posting_count = 3};
    TRY(period_judge(tx, date_add(day, 1)));
    TRY(document_post(tx, &doc, &made));
    snprintf(row->number, sizeof row->number, "%s", made.number);
    return document_reverse(tx, made.id, DOCUMENT_CONTRA, date_add(day, 1), "revaluation", &back);
}

enum err revaluation_post(struct tx *tx, struct date day, bool none, struct arena *arena,
                          struct revaluation **out, int *count)
{
    struct valuing valuing = {.book = tx_book(tx), .day = day};

    valuing.rows = arena_new(arena, CURRENCIES_MAX * sizeof *valuing.rows);
    TRY(period_judge(tx, day));
    TRY(value_open(&valuing));
    TRY(read_before(&valuing));
    for (int i = 0; i < valuing.count; i++) {
        struct revaluation *row = &valuing.rows[i];
        const int64_t target = none ? 0 : row->gain;
        if (target != row->before)
            TRY(post_rest(tx, day, row, target));
    }
    *out = valuing.rows;
    *count = valuing.count;
    return ERR_OK;
}

/* Every revaluation is gone again on the next day. */
enum err proof_revaluations(struct book *book, struct trouble *trouble)
{
    struct stmt *q = db_sql(
        book->db, "SELECT d.number FROM document d LEFT JOIN document r ON r.reverses_id = d.id"
                  " WHERE d.kind = $1 AND (r.id IS NULL OR r.effective <> d.effective + 1)"
                  " ORDER BY d.id");

    bind_i64(q, 1, DOCUMENT_REVALUATION);
    while (stmt_row(q))
        trouble_say(trouble, "revaluation %s is not taken back on the next day", col_text(q, 0));
    return stmt_end(q);
}
