/* allowance: a run frozen with all that it stands on, posted and taken back. */
#include "ledger/allowance.h"

#include "ledger/local.h"
#include "ledger/setting.h"

#include <string.h>

enum err allowance_options_init(struct allowance_options *options, struct book *book)
{
    struct arena arena = {0};
    const char *buckets = "", *rates = "", *by = "";
    enum err e;

    *options =
        (struct allowance_options){.day = book_today(book),
                                   .months = (int)setting_int(book, "allowance.months"),
                                   .net_of_tax = setting_int(book, "allowance.net-of-tax") == 1};
    TRY_OUT(setting_text(book, "allowance.buckets", &arena, &buckets));
    TRY_OUT(setting_text(book, "allowance.rates", &arena, &rates));
    TRY_OUT(setting_text(book, "allowance.by", &arena, &by));
    options->rolled = strcmp(rates, "roll") == 0;
    options->by_class = strcmp(by, "class") == 0;
    e = bucket_set_parse(buckets, AGING_BY_DUE, &options->buckets, book->note);
out:
    arena_done(&arena);
    return e;
}

/* ---- frozen --------------------------------------------------------------------------------- */

static enum err run_write(struct tx *tx, struct arena *arena, struct allowance *run)
{
    int64_t serial = 0;

    TRY(tx_series_take(tx, "allowance-run", arena, &serial, &run->number));
    const int64_t numbers[] = {tx->entry_id,
                               serial,
                               run->options.day.day,
                               run->options.rolled,
                               run->options.months,
                               run->options.by_class,
                               run->options.net_of_tax,
                               run->open,
                               run->unused,
                               run->matrix,
                               run->specific,
                               run->existing};
    const char *const texts[] = {run->number, run->buckets};
    return fact_write(tx, FACT_ALLOWANCE_RUN,
                      "INSERT INTO allowance_run (entry_id, serial, day, rolled, months, by_class,"
                      " net_of_tax, open, unused, matrix, specific, existing, number, buckets)"
                      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
                      " RETURNING id",
                      numbers, 12, texts, 2, &run->id);
}

static enum err line_write(struct tx *tx, int64_t run_id, const struct allowance_line *line)
{
    const int64_t numbers[] = {tx->entry_id,   run_id,           line->bucket,
                               line->gross,    line->credits,    line->tax,
                               line->loss_ppm, line->factor_ppm, line->amount};
    const char *const texts[] = {line->segment, line->name};
    int64_t id = 0;

    return fact_write(tx, FACT_ALLOWANCE_LINE,
                      "INSERT INTO allowance_line (entry_id, run_id, bucket, gross, credits, tax,"
                      " loss_ppm, factor_ppm, amount, segment, name) VALUES ($1, $2, $3, $4, $5,"
                      " $6, $7, $8, $9, $10, $11) RETURNING id",
                      numbers, 9, texts, 2, &id);
}

static enum err part_write(struct tx *tx, int64_t run_id, const struct allowance_part *part)
{
    const int64_t numbers[] = {tx->entry_id,      run_id,        part->kind,  part->specific_id,
                               part->customer_id, part->item_id, part->gross, part->open,
                               part->base,        part->amount};
    int64_t id = 0;

    return fact_write(tx, FACT_ALLOWANCE_PART,
                      "INSERT INTO allowance_part (entry_id, run_id, kind, specific_id,"
                      " customer_id, item_id, gross, open, base, amount) VALUES ($1, $2, $3, $4,"
                      " $5, $6, $7, $8, $9, $10) RETURNING id",
                      numbers, 10, NULL, 0, &id);
}

static enum err input_write(struct tx *tx, int64_t run_id, const struct allowance_input *input)
{
    const int64_t numbers[] = {tx->entry_id, run_id, input->day.day, input->bucket, input->open};
    const char *const texts[] = {input->segment};
    int64_t id = 0;

    return fact_write(tx, FACT_ALLOWANCE_INPUT,
                      "INSERT INTO allowance_input (entry_id, run_id, day, bucket, open, segment)"
                      " VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
                      numbers, 5, texts, 1, &id);
}

enum err allowance_run(struct tx *tx, const struct allowance_options *options, struct arena *arena,
                       struct allowance *out)
{
    char day[DATE_TEXT], today[DATE_TEXT];

    /* judge the day, look */
    if (options->day.day > book_today(tx_book(tx)).day)
        return fail(tx_note(tx), ERR_INPUT,
                    "%s is still to come: a run is of a day up to today, %s",
                    date_iso(options->day, day), date_iso(book_today(tx_book(tx)), today));
    TRY(allowance_work(tx_book(tx), options, arena, out));

    /* judge */
    if (*out->missing)
        return fail(tx_note(tx), ERR_MISSING,
                    "no rate was entered by %s for %s: allowance-rate set --bucket %.*s --rate 5%%",
                    date_iso(options->day, day), out->missing, (int)strcspn(out->missing, ", "),
                    out->missing);

    /* write */
    TRY(run_write(tx, arena, out));
    for (int i = 0; i < out->line_count; i++)
        TRY(line_write(tx, out->id, &out->lines[i]));
    for (int i = 0; i < out->part_count; i++)
        TRY(part_write(tx, out->id, &out->parts[i]));
    for (int i = 0; i < out->input_count; i++)
        TRY(input_write(tx, out->id, &out->inputs[i]));
    return ERR_OK;
}

/* ---- posted --------------------------------------------------------------------------------- */

static enum err entry_post(struct tx *tx, const struct allowance *run, int64_t amount,
                           struct document_made *out)
{
    struct book *book = tx_book(tx);
    struct posting postings[] = {
        {.account_id = account_of(book, ACCOUNT_PART_BAD_DEBT), .amount = amount, .base = amount},
        {.account_id = account_of(book, ACCOUNT_PART_ALLOWANCE),
         .amount = -amount,
         .base = -amount}};
    struct document_new doc = {.kind = DOCUMENT_ALLOWANCE,
                               .effective = run->options.day,
                               .posted = run->options.day,
                               .currency = book->currency,
                               .rate = {1, 1},
                               .total = amount,
                               .base_total = amount,
                               .base_given = true,
                               .reference = run->number,
                               .postings = postings,
                               .posting_count = 2};

    return document_post(tx, &doc, out);
}

enum err allowance_post(struct tx *tx, const struct allowance *run, int64_t *existing,
                        struct document_made *out)
{
    struct book *book = tx_book(tx);
    char text[MONEY_TEXT];
    int64_t id = 0;

    /* look */
    TRY(account_balance(book, account_of(book, ACCOUNT_PART_ALLOWANCE), run->options.day,
                        existing));
    *existing = -*existing;

    /* judge */
    if (*run->document)
        return fail(book->note, ERR_CONFLICT, "%s is posted already, by %s", run->number,
                    run->document);
    TRY(period_judge(tx, run->options.day));
    const int64_t amount = run->total - *existing;
    if (amount == 0)
        return fail(book->note, ERR_CONFLICT,
                    "the allowance stands at %s already: there is nothing to post",
                    money_plain(money_of(*existing, book->currency), text));

    /* write */
    TRY(entry_post(tx, run, amount, out));
    const int64_t numbers[] = {tx->entry_id, run->id, out->id, *existing, amount};
    return fact_write(tx, FACT_ALLOWANCE_POSTING,
                      "INSERT INTO allowance_posting (entry_id, run_id, document_id, existing,"
                      " amount) VALUES ($1, $2, $3, $4, $5) RETURNING id",
                      numbers, 5, NULL, 0, &id);
}

enum err allowance_reverse(struct tx *tx, int64_t document_id, struct date date, const char *reason,
                           struct document_made *out)
{
    struct arena arena = {0};
    struct document document;
    enum err e;

    TRY_OUT(document_get(tx_book(tx), document_id, &arena, &document));
    if (document.kind != DOCUMENT_ALLOWANCE)
        TRY_OUT(
            fail(tx_note(tx), ERR_CONFLICT, "%s is no entry of the allowance", document.number));
    if (document.reversed_by)
        TRY_OUT(fail(tx_note(tx), ERR_CONFLICT, "%s is reversed already; a reversal is final",
                     document.number));
    e = document_reverse(tx, document_id, DOCUMENT_CONTRA, date, reason, out);
out:
    arena_done(&arena);
    return e;
}
