/* documentreverse: the contra document, which closes what it reverses. */
#include "ledger/application.h"
#include "ledger/dispute.h"
#include "ledger/local.h"

/* Pairs each item of the contra document with the one that it reverses. */
static enum err pair_items(struct tx *tx, const struct item *items, int count, int64_t first,
                           struct date date, const char *reason)
{
    for (int i = 0; i < count; i++) {
        if (items[i].amount == 0)
            continue;
        const bool debit = items[i].amount > 0;
        const struct application_new pair = {
            .debit_id = debit ? items[i].id : first + i,
            .credit_id = debit ? first + i : items[i].id,
            .amount = debit ? items[i].amount : -items[i].amount,
            .date = date,
            .reason = reason,
        };
        struct application_made made;
        TRY(application_post(tx, &pair, &made));
        /* a contra document has the stored base amounts, so nothing is realised */
        must(made.fx == 0);
    }
    return ERR_OK;
}

/* Nothing of the item may be applied on the day of its reversal, nor later. */
static enum err judge_free(struct tx *tx, const struct item *item, struct date date)
{
    struct date first = date;
    char day[DATE_TEXT];

    if (item->open != item->amount)
        return fail(tx_note(tx), ERR_CONFLICT, "%s is applied; unapply it before it is reversed",
                    item->number);
    if (item->amount != 0)
        TRY(item_room_from(tx, item, date, &first));
    if (first.day != date.day)
        return fail_about(tx_note(tx), "date",
                          fail(tx_note(tx), ERR_CONFLICT,
                               "%s was applied until %s; it cannot be reversed before that day",
                               item->number, date_iso(first, day)));
    return ERR_OK;
}

static enum err judge(struct tx *tx, const struct document *old, const struct item *items,
                      int item_count, struct date date)
{
    char day[DATE_TEXT];

    if (old->reversed_by)
        return fail(tx_note(tx), ERR_CONFLICT,
                    "%s %s is reversed already; it cannot be reversed again",
                    document_kind_word(old->kind), old->number);
    if (old->reverses_id)
        return fail(tx_note(tx), ERR_CONFLICT,
                    "%s is itself a reversal; enter the document again instead", old->number);
    if (date.day < old->effective.day)
        return fail_about(tx_note(tx), "date",
                          fail(tx_note(tx), ERR_CONFLICT,
                               "%s is dated %s; it cannot be reversed before that", old->number,
                               date_iso(old->effective, day)));
    for (int i = 0; i < item_count; i++)
        TRY(judge_free(tx, &items[i], date));
    return ERR_OK;
}

enum err document_reverse(struct tx *tx, int64_t id, enum document_kind kind, struct date date,
                          const char *reason, struct document_made *out)
{
    struct book *book = tx->book;
    struct arena arena = {0};
    struct document old;
    struct item *items = NULL;
    struct posting *postings = NULL;
    int item_count = 0, posting_count = 0;
    int64_t moved_from = 0, moved_to = 0; /* a receipt that is at the bank goes back from there */
    enum err e;

    /* look */
    TRY_OUT(document_get(book, id, &arena, &old));
    TRY_OUT(items_of_document(book, id, &arena, &items, &item_count));
    TRY_OUT(document_postings(book, id, &arena, &postings, &posting_count));

    /* judge */
    TRY_OUT(judge(tx, &old, items, item_count, date));
    if (old.kind == DOCUMENT_PAYMENT)
        TRY_OUT(deposit_moved(tx, &old, date, &moved_from, &moved_to));

    /* write */
    struct item_new *news = arena_new(&arena, ((size_t)item_count + 1) * sizeof *news);
    for (int i = 0; i < item_count; i++)
        news[i] = (struct item_new){.account_id = items[i].account_id,
                                    .customer_id = items[i].customer_id,
                                    .amount = -items[i].amount,
                                    .base = -items[i].base,
                                    .due = date,
                                    .value = date};
    int others = 0;
    for (int i = 0; i < posting_count; i++)
        if (account_control_of(book, postings[i].account_id) == CONTROL_NONE)
            postings[others++] = (struct posting){
                .account_id = moved_to && postings[i].account_id == moved_from
                                  ? moved_to
                                  : postings[i].account_id,
                .amount = -postings[i].amount,
                .base = -postings[i].base};
    struct document_new doc = {
        .kind = kind,
        .customer_id = old.customer_id,
        .effective = date,
        .currency = old.currency,
        .posted = period_open_from(tx, old.posted.day > date.day ? old.posted : date),
        .rate = old.rate,
        .total = old.total.minor,
        .base_total = old.base_total,
        .base_given = true,
        .reverses_id = id,
        .related_id = id,
        .reference = old.number,
        .reason = reason,
        .items = news,
        .item_count = item_count,
        .postings = postings,
        .posting_count = others};
    TRY_OUT(document_post(tx, &doc, out));
    TRY_OUT(pair_items(tx, items, item_count, out->first_item, date, reason));
    if (old.kind == DOCUMENT_DEDUCTION) /* the claim is the debit's again, or nobody's */
        e = dispute_drop(tx, items[0].id, date, "deduction taken back");
out:
    arena_done(&arena);
    return e;
}
