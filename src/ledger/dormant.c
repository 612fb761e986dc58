#include "ledger/dormant.h"

#include "ledger/application.h"
#include "ledger/customer.h"
#include "ledger/jurisdiction.h"
#include "ledger/local.h"
#include "ledger/setting.h"

static enum err law_read(struct book *book, int64_t customer_id, struct arena *arena,
                         const struct jurisdiction **out)
{
    struct jurisdiction *rows = NULL;
    struct customer customer;
    int count = 0;

    *out = NULL;
    if (!customer_id)
        return ERR_OK;
    TRY(jurisdiction_list(book, arena, &rows, &count));
    TRY(customer_get(book, customer_id, arena, &customer));
    *out = jurisdiction_of(rows, count, customer.country, customer.kind);
    return ERR_OK;
}

static enum err judge(struct book *book, const struct item *credit, const struct jurisdiction *law,
                      struct date date)
{
    const int years =
        law && law->dormant_years ? law->dormant_years : (int)setting_int(book, "dormant.years");
    const struct date since = date_add_months(credit->effective, years * 12);
    char day[DATE_TEXT];

    if (credit->open >= 0)
        return fail(book->note, ERR_CONFLICT, "nothing is left of %s", credit->number);
    if (account_control_of(book, credit->account_id) == CONTROL_PREPAID)
        return fail(book->note, ERR_CONFLICT,
                    "%s is a prepayment: it is for what is billed yet, or goes back",
                    credit->number);
    if (!setting_int(book, "dormant.income"))
        return fail(book->note, ERR_DENIED,
                    "credits of customers are not taken to income (setting dormant.income); pay %s "
                    "back, or to the state, with `refund pay`",
                    credit->number);
    if (law && !law->income)
        return fail(book->note, ERR_DENIED,
                    "the law of %s forbids to take credits to income (%s); pay %s back, or to the "
                    "state, with `refund pay`",
                    law->name, law->source, credit->number);
    if (date.day < since.day)
        return fail(book->note, ERR_CONFLICT, "%s is not dormant before %s", credit->number,
                    date_iso(since, day));
    return ERR_OK;
}

enum err dormant_take(struct tx *tx, int64_t credit_id, struct date date, const char *reason,
                      struct document_made *out)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    const struct jurisdiction *law = NULL;
    struct application_made made;
    struct item credit;
    enum err e;

    /* look */
    TRY_OUT(item_get(book, credit_id, &arena, &credit));
    TRY_OUT(law_read(book, credit.customer_id, &arena, &law));

    /* judge */
    TRY_OUT(judge(book, &credit, law, date));

    /* write */
    struct item_new item = {.account_id = credit.account_id,
                            .customer_id = credit.customer_id,
                            .amount = -credit.open,
                            .base = -credit.open_base,
                            .due = date,
                            .value = date};
    struct posting posting = {.account_id = account_of(book, ACCOUNT_PART_DORMANT),
                              .amount = credit.open,
                              .base = credit.open_base};
    struct document_new doc = {.kind = DOCUMENT_WRITEOFF,
                               .customer_id = credit.customer_id,
                               .effective = date,
                               .currency = credit.currency,
                               .rate = {1, 1},
                               .total = -credit.open,
                               .base_total = -credit.open_base,
                               .base_given = true,
                               .related_id = credit.document_id,
                               .reference = credit.number,
                               .reason = reason && *reason ? reason : "dormant credit",
                               .items = &item,
                               .item_count = 1,
                               .postings = &posting,
                               .posting_count = 1};
    TRY_OUT(document_post(tx, &doc, out));
    const struct application_new pair = {.debit_id = out->first_item,
                                         .credit_id = credit.id,
                                         .amount = item.amount,
                                         .date = date,
                                         .reason = doc.reason};
    TRY_OUT(application_post(tx, &pair, &made));
    must(made.fx == 0);
out:
    arena_done(&arena);
    return e;
}
