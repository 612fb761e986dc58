/* receive: money comes in, by whatever method and currency, and is told from its twins. */
#include "ledger/advance.h"
#include "ledger/local.h"
#include "ledger/payment.h"
#include "ledger/remitter.h"
#include "ledger/setting.h"

const char *const payment_methods[] = {"cash", "cheque", "card", "transfer", "direct-debit", NULL};

const char *payment_method_word(enum payment_method method)
{
    must((unsigned)method < sizeof payment_methods / sizeof payment_methods[0] - 1);
    return payment_methods[method];
}

const char *payment_day_doubt(enum payment_method method, struct date date, struct date today)
{
    if (date.day < today.day - 366)
        return "more than a year back";
    if (date.day > today.day && method != METHOD_CHEQUE)
        return "still to come, and it is no cheque";
    return NULL;
}

static enum account_part method_account(enum payment_method method)
{
    switch (method) {
    case METHOD_CASH:
    case METHOD_CHEQUE: return ACCOUNT_PART_UNDEPOSITED;
    case METHOD_CARD: return ACCOUNT_PART_CARD_CLEARING;
    case METHOD_TRANSFER:
    case METHOD_DIRECT_DEBIT: break;
    }
    return ACCOUNT_PART_BANK_CLEARING;
}

/* One side of money that settles another currency: an item there, the currency clearing account
 * here. What the clearing account takes over in base and the item does not is realised. */
static enum err currency_side(struct tx *tx, struct item_new *item, struct currency currency,
                              const struct item *source, int64_t act_id, struct document_made *out)
{
    struct book *book = tx_book(tx);
    const int64_t carried = item->amount > 0 ? source->base : -source->base;
    const int64_t loss = -item->base - carried;
    struct posting postings[2] = {
        {.account_id = account_of(book, ACCOUNT_PART_CURRENCY_CLEARING),
         .amount = -item->amount,
         .base = carried},
        {.account_id = account_of(book, loss > 0 ? ACCOUNT_PART_FX_LOSS : ACCOUNT_PART_FX_GAIN),
         .base = loss},
    };
    const int64_t total = item->amount < 0 ? -item->amount : item->amount;
    struct document_new doc = {.kind = DOCUMENT_TRANSFER,
                               .customer_id = item->customer_id,
                               .effective = source->effective,
                               .posted = source->posted,
                               .currency = currency,
                               .rate = {1, 1},
                               .total = total,
                               .base_total = item->base < 0 ? -item->base : item->base,
                               .base_given = true,
                               .related_id = source->document_id,
                               .act_id = act_id,
                               .reason = "receipt in another currency",
                               .items = item,
                               .item_count = 1,
                               .postings = postings,
                               .posting_count = 2};

    return document_post(tx, &doc, out);
}

/* R12: both amounts come from the clerk or the bank. The base amount goes over unchanged into
 * another foreign currency; in the book's own an amount is its base, and the rest is realised. */
static enum err settle_other_currency(struct tx *tx, const struct payment *payment, int64_t item_id,
                                      int64_t *credit)
{
    struct book *book = tx_book(tx);
    struct item item;
    struct document_made from, to;
    const int64_t act = tx_next_act(tx);

    TRY(item_get(book, item_id, NULL, &item));
    struct item_new debit = {.account_id = item.account_id,
                             .customer_id = item.customer_id,
                             .amount = -item.amount,
                             .base = -item.base,
                             .due = item.effective,
                             .value = item.value};
    TRY(currency_side(tx, &debit, item.currency, &item, act, &from));
    const bool own = currency_is(payment->settles.currency, book->currency);
    struct item_new other = {.account_id = item.account_id,
                             .customer_id = item.customer_id,
                             .amount = -payment->settles.minor,
                             .base = own ? -payment->settles.minor : item.base,
                             .due = item.effective,
                             .value = item.value};
    TRY(currency_side(tx, &other, payment->settles.currency, &item, act, &to));
    const struct application_new pair = {.debit_id = from.first_item,
                                         .credit_id = item_id,
                                         .amount = -item.amount,
                                         .act_id = act,
                                         .reason = "receipt in another currency"};
    struct application_made made;
    TRY(application_post(tx, &pair, &made));
    must(made.fx == 0);
    *credit = to.first_item;
    return ERR_OK;
}

static enum err judge_receipt(struct tx *tx, const struct payment *payment)
{
    struct note *note = tx_note(tx);

    if (payment->amount.minor <= 0)
        return fail(note, ERR_INPUT, "a payment must be more than zero");
    if (!date_given(payment->date))
        return fail(note, ERR_INPUT, "the payment needs a date");
    if (payment->fee < 0 || payment->fee >= payment->amount.minor)
        return fail(note, ERR_INPUT, "the fee must be less than the payment");
    if (payment->keep == KEEP_PREPAYMENT && payment->customer_id == 0)
        return fail(note, ERR_INPUT, "a prepayment needs its customer");
    if (payment->settles.currency.code[0] && payment->customer_id == 0)
        return fail(note, ERR_INPUT, "money that settles another currency needs its customer");
    if (payment->settles.currency.code[0] &&
        (payment->settles.minor <= 0 ||
         currency_is(payment->settles.currency, payment->amount.currency)))
        return fail(note, ERR_INPUT,
                    "--settles is an amount above zero in the currency of the invoice");
    return ERR_OK;
}

enum err payment_receive(struct tx *tx, const struct payment *payment, struct document_made *out,
                         int64_t *item)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct posting postings[2 + ADVANCE_POSTINGS];
    struct tax_line tax;
    int taxes = 0;
    enum err e;

    /* judge */
    TRY(judge_receipt(tx, payment));
    if (payment->keep == KEEP_PREPAYMENT) {
        e = advance_tax(book, payment->amount.minor, &arena, postings, &taxes, &tax);
        arena_done(&arena);
        TRY(e);
    }

    /* write */
    const enum account_part control = payment->customer_id == 0          ? ACCOUNT_PART_UNIDENTIFIED
                                      : payment->keep == KEEP_PREPAYMENT ? ACCOUNT_PART_PREPAID
                                                                         : ACCOUNT_PART_RECEIVABLE;
    const struct date value = date_given(payment->value) ? payment->value : payment->date;
    const int64_t money =
        account_of(book, payment->lockbox ? ACCOUNT_PART_BANK_CLEARING
                                          : method_account(payment->method));
    struct item_new credit = {.account_id = account_of(book, control),
                              .customer_id = payment->customer_id,
                              .amount = -payment->amount.minor,
                              .due = payment->date,
                              .value = value};
    const enum account_part costs =
        payment->fee_is_commission ? ACCOUNT_PART_COLLECTION_COSTS : ACCOUNT_PART_BANK_CHARGES;
    postings[taxes] =
        (struct posting){.account_id = account_of(book, costs), .amount = payment->fee};
    postings[taxes + 1] =
        (struct posting){.account_id = money, .amount = payment->amount.minor - payment->fee};
    struct receipt receipt = {.method = payment->method,
                              .value = value,
                              .payer = payment->payer,
                              .keep = payment->keep,
                              .account_id = money};
    if (payment->settles.currency.code[0])
        receipt.settles = payment->settles;
    struct document_new doc = {.kind = DOCUMENT_PAYMENT,
                               .number = payment->number,
                               .customer_id = payment->customer_id,
                               .effective = payment->date,
                               .posted = payment->posted,
                               .currency = payment->amount.currency,
                               .rate = payment->rate,
                               .total = payment->amount.minor,
                               .reference = payment->reference,
                               .text = payment->text,
                               .items = &credit,
                               .item_count = 1,
                               .taxes = &tax,
                               .tax_count = taxes ? 1 : 0,
                               .postings = postings,
                               .posting_count = taxes + 2,
                               .receipt = &receipt};
    TRY(document_post(tx, &doc, out));
    *item = out->first_item;
    if (payment->payer_account && payment->payer_account[0])
        TRY(remitter_note(tx, out->id, payment->payer_account));
    if (payment->settles.currency.code[0])
        TRY(settle_other_currency(tx, payment, out->first_item, item));
    return ERR_OK;
}

enum twin { TWIN_CHEQUE, TWIN_RECEIPT, TWIN_NUMBER /* of a cheque over another amount */ };

/* The newest receipt of the same reference, amount and payer that stands. The payer is the
 * customer, or whoever the money was found to be of later, or the name when neither is known. */
static enum err twin_find(struct book *book, const struct payment *payment, enum twin twin,
                          int64_t *id)
{
    const bool cheque = twin != TWIN_RECEIPT;
    const int64_t days = setting_int(book, "duplicate.days");
    struct stmt *q = db_sql(
        book->db,
        "SELECT d.id FROM document d JOIN receipt r ON r.document_id = d.id"
        " WHERE d.kind = " KIND_PAYMENT
        " AND d.posted >= $1 AND d.effective BETWEEN $1 AND $2" /* posted never before it is */
        " AND ($9 = 1 OR (d.total = $3 AND d.currency = $4))"
        " AND d.reference = $5 AND ($6 = 0 OR r.method = 1)"
        " AND (d.customer_id = $7 OR (r.payer <> '' AND r.payer = $8 COLLATE NOCASE)"
        " OR (d.customer_id IS NULL AND EXISTS (SELECT 1 FROM document t WHERE t.related_id = d.id"
        " AND t.kind = " KIND_TRANSFER " AND t.customer_id = $7)))"
        " AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id)"
        " ORDER BY d.id DESC LIMIT 1");

    *id = 0;
    bind_i64(q, 1, cheque ? 0 : payment->date.day - days);
    bind_i64(q, 2, cheque ? DATE_NEVER.day : payment->date.day + days);
    bind_i64(q, 3, payment->amount.minor);
    bind_text(q, 4, payment->amount.currency.code);
    bind_text(q, 5, payment->reference);
    bind_i64(q, 6, cheque);
    bind_i64(q, 7, payment->customer_id);
    bind_text(q, 8, payment->payer ? payment->payer : "");
    bind_i64(q, 9, twin == TWIN_NUMBER);
    if (stmt_row(q))
        *id = col_i64(q, 0);
    return stmt_end(q);
}

enum err payment_twin(struct book *book, const struct payment *payment, int64_t *id, bool *stop)
{
    *id = 0;
    *stop = false;
    if (!payment->reference || !payment->reference[0] ||
        (!payment->customer_id && (!payment->payer || !payment->payer[0])))
        return ERR_OK;
    if (payment->method == METHOD_CHEQUE) {
        TRY(twin_find(book, payment, TWIN_CHEQUE, id));
        *stop = *id != 0;
    }
    if (*id == 0)
        TRY(twin_find(book, payment, TWIN_RECEIPT, id));
    return *id || payment->method != METHOD_CHEQUE ? ERR_OK
                                                   : twin_find(book, payment, TWIN_NUMBER, id);
}
