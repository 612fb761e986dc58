/* deposit: receipts go to the bank in one sum, and a deposit is taken back whole. */
#include "ledger/deposit.h"

#include "ledger/bankmatch.h"
#include "ledger/local.h"

#include <stdlib.h>
#include <string.h>

#define CASH_VALUE_MAX INT64_C(1000000000000) /* of one note, in minor units */

/* What the receipts of a deposit that is being made come to. */
struct taking {
    int64_t account_id; /* of all of them; 0 before the first */
    struct currency currency;
    int64_t gross, base;
    int64_t cash; /* of the gross: what came as cash */
    struct date posted; /* of the one posted last */
    const char *first;  /* the number of the first */
};

static enum err overflow(struct tx *tx)
{
    return fail(tx_note(tx), ERR_LIMIT, "the deposit's receipts come to more than can be posted");
}

static enum err number_of(struct book *book, int64_t id, struct arena *arena, const char **out,
                          struct date *posted)
{
    struct document document;

    TRY(document_get(book, id, arena, &document));
    *out = document.number;
    *posted = document.posted;
    return ERR_OK;
}

enum err deposit_of(struct book *book, int64_t receipt_id, int64_t *deposit_id)
{
    return db_get(book->db, deposit_id, 0,
                  "SELECT l.deposit_id FROM deposit_line l WHERE l.receipt_id = $1 AND NOT EXISTS"
                  " (SELECT 1 FROM document v WHERE v.reverses_id = l.deposit_id)",
                  "i", receipt_id);
}

/* The last deposit that a receipt was freed of, by the document that voided it; 0 = none. */
static enum err freed_by(struct book *book, int64_t receipt_id, int64_t *void_id)
{
    return db_get(book->db, void_id, 0,
                  "SELECT v.id FROM deposit_line l JOIN document v ON v.reverses_id = l.deposit_id"
                  " WHERE l.receipt_id = $1 ORDER BY v.posted DESC, v.id DESC",
                  "i", receipt_id);
}

/* What happens to a receipt next cannot lie before the day on which a deposit gave it back. */
static enum err judge_freed(struct tx *tx, const struct document *receipt, struct date date,
                            const char *what, struct arena *arena)
{
    int64_t id = 0;
    const char *number = NULL;
    struct date posted = DATE_NONE;
    char day[DATE_TEXT];

    TRY(freed_by(tx_book(tx), receipt->id, &id));
    if (id == 0)
        return ERR_OK;
    TRY(number_of(tx_book(tx), id, arena, &number, &posted));
    if (date.day >= posted.day)
        return ERR_OK;
    return fail(tx_note(tx), ERR_CONFLICT,
                "%s was in another deposit until %s voided that on %s; it cannot be %s before",
                receipt->number, number, date_iso(posted, day), what);
}

static enum err judge_receipt(struct tx *tx, const struct document *receipt, struct date date,
                              struct arena *arena)
{
    struct book *book = tx_book(tx);
    char day[DATE_TEXT];
    int64_t standing = 0;

    if (receipt->kind != DOCUMENT_PAYMENT)
        return fail(book->note, ERR_CONFLICT, "%s is a %s; only payments go into a deposit",
                    receipt->number, document_kind_word(receipt->kind));
    if (receipt->reversed_by)
        return fail(book->note, ERR_CONFLICT, "%s is reversed; there is no money to deposit",
                    receipt->number);
    TRY(deposit_of(book, receipt->id, &standing));
    if (standing) {
        const char *number = NULL;
        struct date posted = DATE_NONE;
        TRY(number_of(book, standing, arena, &number, &posted));
        return fail(book->note, ERR_CONFLICT, "%s went to the bank with %s already",
                    receipt->number, number);
    }
    if (date.day < receipt->effective.day)
        return fail(book->note, ERR_CONFLICT, "%s came on %s; it cannot be deposited before that",
                    receipt->number, date_iso(receipt->effective, day));
    return judge_freed(tx, receipt, date, "deposited", arena);
}

static enum err add_cash(struct book *book, int64_t id, int64_t amount, struct arena *arena,
                         struct taking *taking)
{
    struct receipt receipt = {.method = METHOD_TRANSFER};
    bool is = false;

    TRY(document_receipt(book, id, arena, &receipt, &is));
    return receipt.method == METHOD_CASH ? amount_add(taking->cash, amount, &taking->cash) : ERR_OK;
}

static enum err read_money(struct book *book, int64_t id, int64_t *account, int64_t *amount,
                           int64_t *base)
{
    struct stmt *q = db_sql(
        book->db, "SELECT r.account_id, CAST(SUM(p.amount) AS BIGINT), CAST(SUM(p.base) AS BIGINT)"
                  " FROM receipt r JOIN posting p ON p.document_id = r.document_id"
                  " AND p.account_id = r.account_id WHERE r.document_id = $1"
                  " GROUP BY r.account_id");

    *account = *amount = *base = 0;
    bind_i64(q, 1, id);
    if (stmt_row(q)) {
        *account = col_i64(q, 0);
        *amount = col_i64(q, 1);
        *base = col_i64(q, 2);
    }
    return stmt_end(q);
}

/* One sum at the bank has one currency and comes from one account. */
static enum err judge_same(struct tx *tx, const struct taking *taking,
                           const struct document *receipt, int64_t account_id, struct arena *arena)
{
    struct account one, other;

    if (!currency_is(taking->currency, receipt->currency))
        return fail(tx_note(tx), ERR_CONFLICT, "%s is in %s and %s in %s: make a deposit of each",
                    taking->first, taking->currency.code, receipt->number, receipt->currency.code);
    if (taking->account_id == account_id)
        return ERR_OK;
    TRY(account_get(tx_book(tx), taking->account_id, arena, &one));
    TRY(account_get(tx_book(tx), account_id, arena, &other));
    return fail(tx_note(tx), ERR_CONFLICT,
                "the money of %s lies on %s %s and that of %s on %s %s: make a deposit of each",
                taking->first, one.code, one.name, receipt->number, other.code, other.name);
}

static enum err take_receipt(struct tx *tx, int64_t id, struct date date, struct arena *arena,
                             struct taking *taking)
{
    struct book *book = tx_book(tx);
    struct document receipt;
    int64_t account = 0, amount = 0, base = 0;

    TRY(document_get(book, id, arena, &receipt));
    TRY(judge_receipt(tx, &receipt, date, arena));
    TRY(read_money(book, id, &account, &amount, &base));
    if (amount <= 0)
        return fail(book->note, ERR_CONFLICT, "%s brought no money that could be deposited",
                    receipt.number);
    if (taking->account_id)
        TRY(judge_same(tx, taking, &receipt, account, arena));
    else
        *taking = (struct taking){.account_id = account,
                                  .currency = receipt.currency,
                                  .posted = receipt.posted,
                                  .first = receipt.number};
    if (receipt.posted.day > taking->posted.day)
        taking->posted = receipt.posted;
    TRY(add_cash(book, id, amount, arena, taking));
    if (amount_add(taking->gross, amount, &taking->gross) != ERR_OK ||
        amount_add(taking->base, base, &taking->base) != ERR_OK)
        return overflow(tx);
    return ERR_OK;
}

static enum err judge_bank(struct tx *tx, int64_t bank_id, int64_t account_id, struct arena *arena)
{
    struct account bank;

    TRY(account_get(tx_book(tx), bank_id, arena, &bank));
    if (bank.control != CONTROL_NONE ||
        (bank.kind != ACCOUNT_ASSET && bank.kind != ACCOUNT_LIABILITY))
        return fail(tx_note(tx), ERR_CONFLICT, "%s %s is no bank account; money cannot go there",
                    bank.code, bank.name);
    if (bank_id == account_id)
        return fail(tx_note(tx), ERR_CONFLICT, "the money lies on %s %s already", bank.code,
                    bank.name);
    return ERR_OK;
}

static enum err judge_sums(struct tx *tx, const struct deposit_new *deposit,
                           const struct taking *taking, int64_t *net)
{
    char gross[MONEY_TEXT];

    if (deposit->fee < 0)
        return fail(tx_note(tx), ERR_INPUT, "a fee cannot be negative");
    if (amount_sub(taking->gross, deposit->fee, net) != ERR_OK ||
        amount_sub(*net, deposit->missing, net) != ERR_OK || *net > MONEY_MAX)
        return overflow(tx);
    if (*net <= 0)
        return fail(tx_note(tx), ERR_INPUT,
                    "the receipts come to %s; with the fee and what is missing taken off nothing"
                    " would reach the bank",
                    money_plain(money_of(taking->gross, taking->currency), gross));
    return ERR_OK;
}

/* The count by denomination is the cash that came, less what is missing of it. */
static enum err judge_cash(struct tx *tx, const struct deposit_new *deposit,
                           const struct taking *taking)
{
    int64_t counted = 0, part = 0;
    char sum[MONEY_TEXT], due[MONEY_TEXT];

    if (deposit->cash_count == 0)
        return ERR_OK;
    for (int i = 0; i < deposit->cash_count; i++) {
        const struct deposit_cash *cash = &deposit->cash[i];
        if (cash->value <= 0 || cash->value > CASH_VALUE_MAX || cash->count <= 0)
            return fail(tx_note(tx), ERR_INPUT,
                        "a denomination and how often it was counted are more than zero");
        if (amount_scale(cash->value, cash->count, 1, &part) != ERR_OK ||
            amount_add(counted, part, &counted) != ERR_OK)
            return overflow(tx);
    }
    if (counted == taking->cash - deposit->missing)
        return ERR_OK;
    return fail(tx_note(tx), ERR_CONFLICT,
                "the cash counted is %s, but the cash receipts%s come to %s: count again, or say"
                " what is short or over",
                money_plain(money_of(counted, taking->currency), sum),
                deposit->missing ? " with what is short or over" : "",
                money_plain(money_of(taking->cash - deposit->missing, taking->currency), due));
}

static const struct document_line *cash_lines(const struct deposit_new *deposit, int64_t bank_id,
                                              struct currency currency, struct arena *arena)
{
    struct document_line *lines =
        arena_new(arena, ((size_t)deposit->cash_count + 1) * sizeof *lines);
    int64_t unit = MICRO;

    for (unsigned i = 0; i < currency.digits; i++)
        unit /= 10;
    for (int i = 0; i < deposit->cash_count; i++)
        lines[i] = (struct document_line){.text = "cash",
                                          .quantity = deposit->cash[i].count * MICRO,
                                          .price = deposit->cash[i].value * unit,
                                          .net = deposit->cash[i].value * deposit->cash[i].count,
                                          .account_id = bank_id};
    return lines;
}

/* The bank first. In base the receipts leave with what they came with: another rate at the bank is
 * a difference of the bank account, as with refunds. */
static enum err post(struct tx *tx, const struct deposit_new *deposit, int64_t bank_id,
                     const struct taking *taking, int64_t net, struct arena *arena,
                     struct document_made *out)
{
    struct book *book = tx_book(tx);
    int64_t fee = 0, missing = 0;

    TRY(amount_scale(taking->base, deposit->fee, taking->gross, &fee));
    TRY(amount_scale(taking->base, deposit->missing, taking->gross, &missing));
    const int64_t rest = taking->base - fee - missing;
    struct posting postings[] = {
        {.account_id = bank_id, .amount = net, .base = rest},
        {.account_id = account_of(book, ACCOUNT_PART_BANK_CHARGES),
         .amount = deposit->fee,
         .base = fee},
        {.account_id = account_of(book, ACCOUNT_PART_OVER_SHORT),
         .amount = deposit->missing,
         .base = missing},
        {.account_id = taking->account_id, .amount = -taking->gross, .base = -taking->base},
    };
    const struct date last =
        taking->posted.day > deposit->date.day ? taking->posted : deposit->date;
    struct document_new doc = {.kind = DOCUMENT_DEPOSIT,
                               .effective = deposit->date,
                               .posted = period_open_from(tx, last),
                               .currency = taking->currency,
                               .rate = {1, 1},
                               .total = net,
                               .base_total = rest,
                               .base_given = true,
                               .reference = deposit->reference,
                               .text = deposit->text,
                               .lines = cash_lines(deposit, bank_id, taking->currency, arena),
                               .line_count = deposit->cash_count,
                               .postings = postings,
                               .posting_count = 4};

    return document_post(tx, &doc, out);
}

static enum err write_line(struct tx *tx, int64_t deposit_id, int64_t receipt_id)
{
    struct stmt *q = db_sql(tx->book->db, "INSERT INTO deposit_line (entry_id, deposit_id,"
                                          " receipt_id) VALUES ($1, $2, $3) RETURNING id");
    const int64_t numbers[] = {tx->entry_id, deposit_id, receipt_id};
    int64_t id = 0;

    return fact_write_row(tx, FACT_DEPOSIT, q, numbers, 3, NULL, 0, &id);
}

static int by_id(const void *a, const void *b)
{
    const int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

    return (x > y) - (x < y);
}

static enum err judge_twice(struct tx *tx, const struct deposit_new *deposit, struct arena *arena)
{
    const size_t count = (size_t)deposit->count;
    int64_t *ids = arena_new(arena, count * sizeof *ids);
    const char *number = NULL;
    struct date posted = DATE_NONE;

    memcpy(ids, deposit->receipts, count * sizeof *ids);
    qsort(ids, count, sizeof *ids, by_id);
    for (size_t i = 1; i < count; i++) {
        if (ids[i] != ids[i - 1])
            continue;
        TRY(number_of(tx_book(tx), ids[i], arena, &number, &posted));
        return fail(tx_note(tx), ERR_INPUT, "%s is named twice", number);
    }
    return ERR_OK;
}

enum err deposit_make(struct tx *tx, const struct deposit_new *deposit, struct document_made *out)
{
    struct book *book = tx_book(tx);
    const int64_t bank =
        deposit->bank_id ? deposit->bank_id : account_of(book, ACCOUNT_PART_BANK);
    struct arena arena = {0};
    struct taking taking = {0};
    int64_t net = 0;
    enum err e;

    /* look and judge */
    if (deposit->count == 0)
        return fail(book->note, ERR_CONFLICT, "there is no receipt to deposit");
    TRY_OUT(judge_twice(tx, deposit, &arena));
    for (int i = 0; i < deposit->count; i++)
        TRY_OUT(take_receipt(tx, deposit->receipts[i], deposit->date, &arena, &taking));
    TRY_OUT(judge_bank(tx, bank, taking.account_id, &arena));
    TRY_OUT(judge_sums(tx, deposit, &taking, &net));
    TRY_OUT(judge_cash(tx, deposit, &taking));

    /* write */
    TRY_OUT(post(tx, deposit, bank, &taking, net, &arena, out));
    for (int i = 0; i < deposit->count; i++)
        TRY_OUT(write_line(tx, out->id, deposit->receipts[i]));
out:
    arena_done(&arena);
    return e;
}

/* ---- taken back ----------------------------------------------------------------------------- */

/* What the bank sent back was there: the deposit arrived, and stays. */
static enum err judge_returned(struct tx *tx, const struct document *deposit)
{
    struct stmt *q = db_sql(
        tx_book(tx)->db, "SELECT d.number, x.number FROM deposit_line l JOIN document d"
                         " ON d.id = l.receipt_id JOIN document x ON x.reverses_id = d.id"
                         " WHERE l.deposit_id = $1 ORDER BY d.id LIMIT 1");
    enum err e = ERR_OK;

    bind_i64(q, 1, deposit->id);
    if (stmt_row(q))
        e = fail(tx_note(tx), ERR_CONFLICT,
                 "%s of %s came back from the bank with %s, so the deposit was there; reverse"
                 " what was wrong of it receipt by receipt",
                 col_text(q, 0), deposit->number, col_text(q, 1));
    return stmt_end_after(q, e);
}

enum err deposit_void(struct tx *tx, int64_t document_id, struct date date, const char *reason,
                      struct document_made *out)
{
    struct arena arena = {0};
    struct document deposit;
    enum err e;

    TRY_OUT(document_get(tx_book(tx), document_id, &arena, &deposit));
    if (deposit.kind != DOCUMENT_DEPOSIT) {
        e = fail(tx_note(tx), ERR_CONFLICT, "%s is a %s, not a deposit", deposit.number,
                 document_kind_word(deposit.kind));
        goto out;
    }
    if (!deposit.reversed_by) {
        TRY_OUT(judge_returned(tx, &deposit));
        TRY_OUT(bankmatch_free(tx, &deposit));
    }
    e = document_reverse(tx, document_id, DOCUMENT_VOID, date, reason, out);
out:
    arena_done(&arena);
    return e;
}

enum err deposit_moved(struct tx *tx, const struct document *receipt, struct date date,
                       int64_t *from, int64_t *to)
{
    struct arena arena = {0};
    int64_t id = 0, amount = 0, base = 0;
    struct deposit deposit;
    char day[DATE_TEXT];
    enum err e;

    *from = *to = 0;
    TRY_OUT(deposit_of(tx_book(tx), receipt->id, &id));
    if (id == 0) {
        e = judge_freed(tx, receipt, date, "reversed", &arena);
        goto out;
    }
    TRY_OUT(deposit_get(tx_book(tx), id, &arena, &deposit));
    if (date.day < deposit.posted.day) {
        e = fail_about(tx_note(tx), "date",
                       fail(tx_note(tx), ERR_CONFLICT,
                            "%s went to the bank with %s on %s; it cannot be reversed before that",
                            receipt->number, deposit.number, date_iso(deposit.posted, day)));
        goto out;
    }
    TRY_OUT(read_money(tx_book(tx), receipt->id, from, &amount, &base));
    *to = deposit.bank_id;
out:
    arena_done(&arena);
    return e;
}
