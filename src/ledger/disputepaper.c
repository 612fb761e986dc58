#include "ledger/disputepaper.h"

#include "ledger/application.h"
#include "ledger/creditlines.h"
#include "ledger/invoice.h"
#include "ledger/local.h"

enum err dispute_room(struct book *book, const struct dispute *dispute, int64_t amount,
                      int64_t *out)
{
    struct arena arena = {0};
    struct item item;
    char text[MONEY_TEXT];
    enum err e;

    TRY_OUT(item_get(book, dispute->item_id, &arena, &item));
    const int64_t most = item.open < dispute->amount ? item.open : dispute->amount;
    *out = amount ? amount : most;
    if (item.open <= 0)
        e = fail(book->note, ERR_CONFLICT, "nothing is open on %s any more: resolve it as paid",
                 item.number);
    else if (*out <= 0)
        e = fail(book->note, ERR_INPUT, "what is taken off must be more than zero");
    else if (*out > dispute->amount)
        e = fail(book->note, ERR_CONFLICT,
                 "dispute %lld is over %s; more is a credit memo of its "
                 "own",
                 (long long)dispute->id,
                 money_plain(money_of(dispute->amount, dispute->currency), text));
    else if (*out > item.open)
        e = fail(book->note, ERR_CONFLICT, "%s has only %s open", item.number,
                 money_plain(money_of(item.open, item.currency), text));
out:
    arena_done(&arena);
    return e;
}

enum err dispute_credit(struct tx *tx, const struct dispute *dispute, int64_t amount,
                        struct date date, const char *reason, struct document_made *out)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct document invoice;
    struct paper_line *lines = NULL;
    struct application_made made;
    int count = 0;
    enum err e;

    /* look and judge */
    TRY_OUT(dispute_room(book, dispute, amount, &amount));
    TRY_OUT(credit_billed(book, dispute->document_id, &arena, &invoice));
    TRY_OUT(credit_lines(
        book, &invoice, amount,
        arena_format(&arena, "Dispute %lld on %s", (long long)dispute->id, dispute->number), &arena,
        &lines, &count));

    /* write */
    const struct paper paper = {.kind = DOCUMENT_CREDIT,
                                .customer_id = dispute->customer_id,
                                .date = date,
                                .due = DATE_NONE,
                                .posted = DATE_NONE,
                                .currency = dispute->currency,
                                .rate = invoice.rate,
                                .reference = dispute->number,
                                .reason = reason,
                                .related_id = invoice.id,
                                .lines = lines,
                                .line_count = count};
    TRY_OUT(invoice_issue(tx, &paper, out));
    const struct application_new pair = {.debit_id = dispute->item_id,
                                         .credit_id = out->first_item,
                                         .amount = amount,
                                         .date = date,
                                         .reason = reason};
    TRY_OUT(application_post(tx, &pair, &made));

    /* assert */
    must(out->total == amount);
out:
    arena_done(&arena);
    return e;
}

enum err dispute_write_off(struct tx *tx, const struct dispute *dispute, int64_t amount,
                           struct date date, const char *reason, struct document_made *out)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct item item;
    enum err e;

    /* look and judge */
    TRY_OUT(dispute_room(book, dispute, amount, &amount));
    TRY_OUT(item_get(book, dispute->item_id, &arena, &item));

    /* write: an allowance on what was sold, not a difference of a payment */
    const struct posting posting = {.account_id = account_of(book, ACCOUNT_PART_RETURNS),
                                    .amount = amount};
    e = close_part(tx, &item, DOCUMENT_WRITEOFF, amount, &posting, 1, date, 0, reason, out);
out:
    arena_done(&arena);
    return e;
}

enum err dispute_taken(struct book *book, const struct dispute *dispute, int64_t document_id,
                       int64_t *out)
{
    return db_get(book->db, out, 0,
                  "SELECT CAST(SUM(a.amount) AS BIGINT) FROM application a"
                  " JOIN item i ON i.id = a.credit_id WHERE a.debit_id = $1 AND i.document_id = $2",
                  "ii", dispute->item_id, document_id);
}
