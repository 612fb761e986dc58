/* transfer: money moves to another customer or control account over a document of its own (R0,
 * R15). */
#include "ledger/advance.h"
#include "ledger/customer.h"
#include "ledger/local.h"
#include "ledger/payment.h"
#include "rules/allocate.h"

static enum err judge(struct book *book, const struct item *credit, int64_t amount,
                      struct date date)
{
    char left[MONEY_TEXT], day[DATE_TEXT];

    if (amount <= 0 || amount > -credit->open)
        return fail(
            book->note, ERR_CONFLICT, "%s has %s left; more than that cannot be moved",
            credit->number,
            money_plain(money_of(credit->open < 0 ? -credit->open : 0, credit->currency), left));
    return date.day < credit->effective.day
               ? fail(book->note, ERR_CONFLICT, "%s came on %s; it cannot be moved before that",
                      credit->number, date_iso(credit->effective, day))
               : ERR_OK;
}

enum err transfer_post(struct tx *tx, int64_t credit_id, int64_t amount, int64_t customer_id,
                       int64_t account_id, struct date date, const char *reason,
                       struct document_made *out, int64_t *item)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct item credit;
    struct posting taxes[ADVANCE_POSTINGS];
    int tax_count = 0;
    int64_t base = 0;
    struct application_made made;
    enum err e;

    /* look and judge */
    TRY_OUT(item_get(book, credit_id, &arena, &credit));
    TRY_OUT(judge(book, &credit, amount, date));
    TRY_OUT(allocate_base(amount, -credit.open, -credit.open_base, &base));
    TRY_OUT(advance_used(book, &credit, amount, taxes, &tax_count));

    /* write */
    struct item_new items[2] = {
        {.account_id = credit.account_id,
         .customer_id = credit.customer_id,
         .amount = amount,
         .base = base,
         .due = date,
         .value = credit.value},
        {.account_id = account_id,
         .customer_id = customer_id,
         .amount = -amount,
         .base = -base,
         .due = date,
         .value = credit.value},
    };
    const int64_t act = tx_next_act(tx);
    struct document_new doc = {
        .kind = DOCUMENT_TRANSFER,
        .customer_id = customer_id,
        .effective = date,
        .currency = credit.currency,
        .posted = period_open_from(tx, credit.posted.day > date.day ? credit.posted : date),
        .rate = {1, 1},
        .total = amount,
        .base_total = base,
        .base_given = true,
        .related_id = credit.document_id,
        .act_id = act,
        .reference = credit.number,
        .reason = reason,
        .items = items,
        .item_count = 2,
        .postings = taxes,
        .posting_count = tax_count};
    TRY_OUT(document_post(tx, &doc, out));
    const struct application_new pair = {.debit_id = out->first_item,
                                         .credit_id = credit_id,
                                         .amount = amount,
                                         .date = date,
                                         .act_id = act,
                                         .reason = reason};
    TRY_OUT(application_post(tx, &pair, &made));
    must(made.fx == 0);
    *item = out->first_item + 1;
out:
    arena_done(&arena);
    return e;
}

enum err payment_identify(struct tx *tx, int64_t document_id, int64_t customer_id, struct date date,
                          struct document_made *transfer)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct document document;
    struct item *items = NULL;
    int count = 0;
    int64_t item = 0;
    enum err e;

    TRY_OUT(document_get(book, document_id, &arena, &document));
    TRY_OUT(items_of_document(book, document_id, &arena, &items, &count));
    if (document.kind != DOCUMENT_PAYMENT || document.customer_id != 0 || count != 1) {
        e = fail(book->note, ERR_CONFLICT, "%s is not an unidentified payment", document.number);
        goto out;
    }
    if (items[0].open == 0) {
        e = fail(book->note, ERR_CONFLICT, "%s has been identified already", document.number);
        goto out;
    }
    e = transfer_post(tx, items[0].id, -items[0].open, customer_id,
                      account_of(book, ACCOUNT_PART_RECEIVABLE), date, "identified", transfer,
                      &item);
out:
    arena_done(&arena);
    return e;
}

enum err transfer_undo(struct tx *tx, int64_t document_id, struct date date, const char *reason,
                       struct document_made *out)
{
    struct arena arena = {0};
    struct document document;
    struct item *items = NULL;
    int count = 0;
    enum err e;

    TRY_OUT(document_get(tx_book(tx), document_id, &arena, &document));
    TRY_OUT(items_of_document(tx_book(tx), document_id, &arena, &items, &count));
    if (document.kind != DOCUMENT_TRANSFER || count != 2)
        e = fail(tx_note(tx), ERR_CONFLICT,
                 document.kind == DOCUMENT_TRANSFER
                     ? "%s is one side of money that settled another currency; reverse the payment"
                     : "%s is not a transfer",
                 document.number);
    else
        e = settlement_reverse(tx, document_id, date, reason, out);
out:
    arena_done(&arena);
    return e;
}
