/* payment: money is applied, with early-payment discount and small write-off. */
#include "ledger/payment.h"

#include "ledger/customer.h"
#include "ledger/deferredtax.h"
#include "ledger/local.h"
#include "ledger/setting.h"
#include "ledger/shortage.h"
#include "ledger/taxleft.h"
#include "rules/allocate.h"
#include "rules/discount.h"

#include <string.h>

enum err credited(struct book *book, int64_t debit_id, enum document_kind kind, int64_t *out)
{
    return db_get(
        book->db, out, 0,
        "SELECT CAST(SUM(a.amount) AS BIGINT) FROM application a JOIN item i ON i.id = a.credit_id"
        " JOIN document d ON d.id = i.document_id WHERE a.debit_id = $1 AND d.kind = $2",
        "ii", debit_id, (int64_t)kind);
}

/* The offer of one instalment: its share of what the document offers (R4). */
static enum err read_offer(struct book *book, const struct item *debit, struct arena *arena,
                           struct discount_offer *out, struct document *document, int *tax_mode)
{
    struct offer *offers = NULL;
    struct customer customer;
    int count = 0;
    int64_t memos = 0;

    *out = (struct discount_offer){.original = debit->amount};
    TRY(document_offers(book, debit->document_id, arena, &offers, &count));
    if (count == 0 || debit->customer_id == 0)
        return ERR_OK;
    TRY(document_get(book, debit->document_id, arena, document));
    TRY(customer_get(book, debit->customer_id, arena, &customer));
    TRY(credited(book, debit->id, DOCUMENT_DISCOUNT, &out->taken));
    TRY(credited(book, debit->id, DOCUMENT_CREDIT, &memos));
    for (int i = 0; i < count && i < DISCOUNT_TIERS; i++)
        out->tiers[out->count++] = (struct discount_deadline){offers[i].ppm, offers[i].until};
    *tax_mode = offers[0].tax_mode;
    out->grace_days = customer.grace_days;
    out->parts_allowed = setting_int_for(book, debit->customer_id, "discount.parts") != 0;
    TRY(amount_scale(offers[0].discountable, debit->amount, document->total.minor,
                     &out->discountable));
    TRY(amount_scale(out->discountable, debit->amount - memos, debit->amount,
                     &out->discountable_left));
    return ERR_OK;
}

enum err discount_on(struct book *book, int64_t debit_id, struct date value, int64_t paid,
                     int64_t *discount, bool *earned)
{
    struct arena arena = {0};
    struct item debit;
    struct discount_offer offer;
    struct document document;
    int tax_mode = 0;
    enum err e;

    *discount = 0;
    *earned = false;
    TRY_OUT(item_get(book, debit_id, &arena, &debit));
    TRY_OUT(read_offer(book, &debit, &arena, &offer, &document, &tax_mode));
    if (offer.count == 0 || debit.open <= 0)
        goto out;
    e = paid > 0 ? discount_for_cash(&offer, debit.open, paid, value, discount)
                 : discount_available(&offer, debit.open, value, discount);
    *earned = *discount > 0;
out:
    arena_done(&arena);
    return e;
}

enum err close_part(struct tx *tx, const struct item *debit, enum document_kind kind,
                    int64_t amount, const struct posting *split, int split_count, struct date date,
                    int64_t act_id, const char *reason, struct document_made *out)
{
    struct posting postings[TAX_PARTS_MAX + 2];
    int64_t base = 0, rest = 0;

    must(split_count <= TAX_PARTS_MAX + 2);
    TRY(allocate_base(amount, debit->open, debit->open_base, &base));
    rest = base;
    for (int i = 0; i < split_count; i++) {
        postings[i] = split[i];
        TRY(amount_scale(base, split[i].amount, amount, &postings[i].base));
        if (i == split_count - 1)
            postings[i].base = rest;
        rest -= postings[i].base;
    }
    struct item_new item = {.account_id = debit->account_id,
                            .customer_id = debit->customer_id,
                            .amount = -amount,
                            .base = -base,
                            .due = date,
                            .value = date};
    struct document_new doc = {
        .kind = kind,
        .customer_id = debit->customer_id,
        .effective = date,
        .currency = debit->currency,
        .rate = {1, 1},
        .total = amount,
        .base_total = base,
        .base_given = true,
        .posted = period_open_from(tx, debit->posted.day > date.day ? debit->posted : date),
        .related_id = debit->document_id,
        .act_id = act_id,
        .reference = debit->number,
        .reason = reason,
        .items = &item,
        .item_count = 1,
        .postings = postings,
        .posting_count = split_count};
    TRY(document_post(tx, &doc, out));
    const struct application_new pair = {.debit_id = debit->id,
                                         .credit_id = out->first_item,
                                         .amount = amount,
                                         .date = date,
                                         .act_id = act_id,
                                         .reason = reason};
    struct application_made made;
    TRY(application_post(tx, &pair, &made));
    must(made.fx == 0);
    return ERR_OK;
}

/* The postings of a discount: its net on sales discounts, its tax part by code on the tax accounts,
 * of the tax that credit memos left. */
static enum err discount_postings(struct book *book, const struct item *debit, int tax_mode,
                                  int64_t discount, int64_t earned, struct arena *arena,
                                  struct posting *out, int *count)
{
    struct tax_left left;
    int tax_count = 0;
    bool waits = false;
    int64_t amounts[TAX_PARTS_MAX], parts[TAX_PARTS_MAX], tax = 0;

    *count = 0;
    if (earned > 0 && tax_mode == DISCOUNT_TAX_ON_EARLY_PAYMENT) {
        TRY(taxleft_of(book, debit, TAXLEFT_NOW, DATE_NONE, arena, &left));
        tax_count = left.count < TAX_PARTS_MAX ? left.count : TAX_PARTS_MAX;
        for (int i = 0; i < tax_count; i++)
            amounts[i] = left.lines[i].tax;
        TRY(discount_tax_parts(earned, left.gross, amounts, tax_count, parts, &tax));
        TRY(deferredtax_of(book, debit->document_id, &waits));
        for (int i = 0; i < tax_count; i++)
            if (parts[i] != 0)
                out[(*count)++] = (struct posting){
                    .account_id = waits ? account_of(book, ACCOUNT_PART_DEFERRED_TAX)
                                        : left.lines[i].account_id,
                    .amount = parts[i]};
    }
    if (discount - earned > 0)
        out[(*count)++] =
            (struct posting){.account_id = account_of(book, ACCOUNT_PART_DISCOUNT_UNEARNED),
                             .amount = discount - earned};
    if (earned - tax > 0)
        out[(*count)++] = (struct posting){.account_id = account_of(book, ACCOUNT_PART_DISCOUNT),
                                           .amount = earned - tax};
    return ERR_OK;
}

/* After the cash of the act was applied, before its small write-off. */
static enum err give_discount(struct tx *tx, int64_t debit_id, const struct settled *settled,
                              struct date value)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct item debit;
    struct discount_offer offer;
    struct document document;
    struct posting postings[TAX_PARTS_MAX + 2];
    int64_t earned = 0, unearned = 0;
    int tax_mode = 0, count = 0;
    struct document_made made;
    enum err e;

    TRY_OUT(item_get(book, debit_id, &arena, &debit));
    TRY_OUT(read_offer(book, &debit, &arena, &offer, &document, &tax_mode));
    if (offer.count == 0) {
        e = fail(book->note, ERR_CONFLICT,
                 "%s offers no discount; use writeoff for a small difference", debit.number);
        goto out;
    }
    /* the open amount has the cash taken off already; what is let go closes the item like cash */
    const int64_t cash = settled->amount + settled->writeoff;
    TRY_OUT(discount_judge(&offer, debit.open + settled->amount, cash, settled->discount, value,
                           debit.currency.digits, &earned, &unearned, book->note));
    TRY_OUT(discount_postings(book, &debit, tax_mode, settled->discount, earned, &arena,
                              postings, &count));
    e = close_part(tx, &debit, DOCUMENT_DISCOUNT, settled->discount, postings, count, settled->date,
                   settled->act_id, unearned > 0 ? "unearned" : "early payment", &made);
out:
    arena_done(&arena);
    return e;
}

enum err discount_allow(struct tx *tx, int64_t debit_id, int64_t amount, struct date date,
                        const char *reason, struct document_made *out)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct item debit;
    struct discount_offer offer;
    struct document document;
    int64_t cap = 0;
    int tax_mode = 0;
    char most[MONEY_TEXT];
    enum err e;

    TRY_OUT(item_get(book, debit_id, &arena, &debit));
    TRY_OUT(read_offer(book, &debit, &arena, &offer, &document, &tax_mode));
    if (offer.count)
        TRY_OUT(discount_life_cap(&offer, &cap));
    if (cap > debit.open)
        cap = debit.open;
    if (amount <= 0 || amount > cap)
        TRY_OUT(fail(book->note, ERR_CONFLICT,
                     "%s may be allowed a discount of %s at most, by its terms and what is open",
                     debit.number, money_plain(money_of(cap, debit.currency), most)));
    const struct posting posting = {
        .account_id = account_of(book, ACCOUNT_PART_DISCOUNT_UNEARNED), .amount = amount};
    e = close_part(tx, &debit, DOCUMENT_DISCOUNT, amount, &posting, 1, date, 0, reason, out);
out:
    arena_done(&arena);
    return e;
}

/* How much of the credit goes to the debit, and with which discount. */
static enum err judge_amounts(struct tx *tx, const struct settle *settle, const struct item *credit,
                              const struct item *debit, struct settled *out)
{
    int64_t discount = settle->discount, amount = settle->amount;
    bool earned = false;

    if (discount == DISCOUNT_AUTO) {
        int64_t whole = 0;
        TRY(discount_on(tx_book(tx), debit->id, credit->value, 0, &whole, &earned));
        const int64_t cash = (settle->all ? -credit->open : amount) + settle->writeoff;
        discount = whole;
        if (cash + whole < debit->open)
            TRY(discount_on(tx_book(tx), debit->id, credit->value, cash, &discount, &earned));
        /* who names an amount gives up the discount that it leaves no room for */
        if (!settle->all && discount > debit->open - cash)
            discount = cash < debit->open ? debit->open - cash : 0;
    }
    if (settle->all) {
        amount = debit->open - discount - settle->writeoff;
        if (amount > -credit->open)
            amount = -credit->open;
    }
    const struct item *spent = debit->open == 0 ? debit : credit;
    if (amount <= 0 && spent->open == 0)
        return shortage_fail(tx_book(tx),
                             &(struct shortage){.document_id = spent->document_id,
                                                .instalment = spent->seq > 1 ? spent->seq : 0,
                                                .left = money_of(0, spent->currency)});
    if (amount <= 0)
        return fail(tx_note(tx), ERR_CONFLICT,
                    amount < 0 ? "%s has nothing open that %s could pay"
                               : "there is nothing to apply to %s from %s",
                    debit->number, credit->number);
    if (settle->writeoff > 0 && amount + discount + settle->writeoff != debit->open)
        return fail(tx_note(tx), ERR_CONFLICT,
                    "a small write-off must close the instalment: the parts do not come to what %s "
                    "has open",
                    debit->number);
    *out = (struct settled){.amount = amount, .discount = discount, .writeoff = settle->writeoff};
    return ERR_OK;
}

/* Neither the customer's own money nor a parent's: whose is whose, and what would be right. */
static enum err not_theirs(struct book *book, const struct item *credit, const struct item *debit)
{
    struct arena arena = {0};
    struct customer payer, debtor;
    enum err e;

    TRY_OUT(customer_get(book, credit->customer_id, &arena, &payer));
    TRY_OUT(customer_get(book, debit->customer_id, &arena, &debtor));
    e = fail(book->note, ERR_CONFLICT,
             "%s is owed by %s, and money of %s pays only what it or one below it owes; "
             "`payment transfer` moves money to another customer",
             debit->number, debtor.code, payer.code);
out:
    arena_done(&arena);
    return e;
}

/* A credit of a parent, or a prepayment, is moved first; the act begins with the transfer. */
static enum err cross(struct tx *tx, const struct item *credit, const struct item *debit,
                      int64_t amount, struct date *date, bool *moved, int64_t *credit_id,
                      int64_t *act_id)
{
    struct book *book = tx_book(tx);
    bool pays = false;
    struct document_made made;

    if (credit->account_id == account_of(book, ACCOUNT_PART_UNIDENTIFIED))
        return fail(book->note, ERR_CONFLICT,
                    "%s is unidentified money: say whose it is with `payment identify`",
                    credit->number);
    if (debit->customer_id != credit->customer_id) {
        TRY(customer_pays_for(book, credit->customer_id, debit->customer_id, &pays));
        if (!pays)
            return not_theirs(book, credit, debit);
    }
    if (!date_given(*date)) { /* the transfer is dated as the application will be */
        const struct date from =
            credit->effective.day > debit->effective.day ? credit->effective : debit->effective;
        TRY(application_room(tx, debit, amount, from, date));
        TRY(application_room(tx, credit, amount, *date, date));
        *moved = date->day > from.day;
    }
    *act_id = tx_next_act(tx);
    return transfer_post(tx, credit->id, amount, debit->customer_id, debit->account_id, *date,
                         "payment", &made, credit_id);
}

enum err payment_apply(struct tx *tx, int64_t credit_id, const struct settle *settle,
                       struct settled *out)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct item credit, debit;
    struct application_made made;
    struct application_new pair = {
        .debit_id = settle->debit_id, .credit_id = credit_id, .date = settle->date};
    bool moved = false;
    enum err e;

    /* look and judge */
    TRY_OUT(item_get(book, credit_id, &arena, &credit));
    TRY_OUT(item_get(book, settle->debit_id, &arena, &debit));
    TRY_OUT(judge_amounts(tx, settle, &credit, &debit, out));
    pair.amount = out->amount;

    /* write */
    if (currency_is(credit.currency, debit.currency) && credit.open < 0 &&
        (credit.customer_id != debit.customer_id || credit.account_id != debit.account_id))
        TRY_OUT(cross(tx, &credit, &debit, out->amount, &pair.date, &moved, &pair.credit_id,
                      &pair.act_id));
    if (pair.credit_id != credit_id)
        TRY_OUT(application_post(tx, &pair, &made));
    else
        TRY_OUT(application_pair(tx, &pair, &debit, &credit, &made));
    out->date = made.date;
    out->moved = made.moved || moved;
    out->fx = made.fx;
    out->act_id = made.act_id;
    if (out->discount > 0)
        TRY_OUT(give_discount(tx, debit.id, out, credit.value));
    if (out->writeoff > 0) {
        struct document_made writeoff;
        TRY_OUT(writeoff_in_act(tx, debit.id, credit_id, out->writeoff, made.date, made.act_id,
                                &writeoff));
    }
out:
    arena_done(&arena);
    return e;
}
