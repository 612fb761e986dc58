/* writeoff: small differences, under and over, become payment differences. */
#include "ledger/writeoff.h"

#include "ledger/application.h"
#include "ledger/customer.h"
#include "ledger/local.h"
#include "ledger/setting.h"
#include "rules/allocate.h"
#include "rules/tolerance.h"

/* The limits of a customer and of whoever posts; the lower one binds (RULES.md R5). */
static enum err limits_allowed(struct book *book, int64_t who, int64_t due, int64_t *out)
{
    const struct tolerance amount = {.limit = setting_int_for(book, who, "tolerance.amount"),
                                     .ppm = PPM};
    const struct tolerance share = {.limit = MONEY_MAX,
                                    .ppm = setting_int_for(book, who, "tolerance.percent")};

    return tolerance_allowed(due, amount, share, out);
}

/* An amount of an item in the book's own currency, at the rate that it is carried at. */
static enum err in_base(struct book *book, const struct item *item, int64_t amount, int64_t *out)
{
    *out = amount;
    if (currency_is(item->currency, book->currency) || item->amount == 0)
        return ERR_OK;
    return amount_scale(item->base, amount, item->amount, out);
}

/* What was let go of an item as small; a bad debt is no small difference. */
static enum err let_go_of(struct book *book, int64_t debit_id, int64_t *out)
{
    int64_t bad = 0;

    TRY(credited(book, debit_id, DOCUMENT_WRITEOFF, out));
    if (*out == 0)
        return ERR_OK;
    TRY(db_get(book->db, &bad, 0,
               "SELECT CAST(COALESCE(SUM(w.total), 0) AS BIGINT) FROM bad_debt b JOIN document w"
               " ON w.id = b.document_id WHERE b.item_id = $1"
               " AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = w.id)",
               "i", debit_id));
    *out -= bad;
    return ERR_OK;
}

enum err writeoff_allowed(struct book *book, const struct item *debit, struct date date,
                          int64_t *out)
{
    int64_t disputed = 0, before = 0, due = 0, allowed = 0;

    *out = 0;
    if (debit->open <= 0)
        return ERR_OK;
    TRY(item_disputed(book, debit->id, date, debit->open, &disputed));
    TRY(let_go_of(book, debit->id, &before));
    if (disputed > 0 || before > 0)
        return ERR_OK;
    TRY(in_base(book, debit, debit->amount, &due));
    TRY(limits_allowed(book, debit->customer_id, due, &allowed));
    *out = allowed;
    return due == debit->amount ? ERR_OK : amount_scale(debit->amount, allowed, due, out);
}

/* What one receipt let go so far, and what was due of it, in the book's own currency. */
static enum err read_let_go(struct book *book, int64_t credit_id, int64_t *let_go, int64_t *due)
{
    struct stmt *q = db_sql(
        book->db,
        "WITH RECURSIVE source (id) AS (SELECT i.document_id FROM item i WHERE i.id = $1 UNION"
        " SELECT d.related_id FROM source s JOIN document d ON d.id = s.id"
        " WHERE d.kind = " KIND_TRANSFER " AND d.related_id IS NOT NULL),"
        " moved (id) AS (SELECT id FROM source UNION"
        " SELECT d.id FROM moved m JOIN document d ON d.related_id = m.id"
        " WHERE d.kind = " KIND_TRANSFER "),"
        " acts (id) AS (SELECT DISTINCT a.act_id FROM moved m JOIN item c ON c.document_id = m.id"
        " JOIN application a ON a.credit_id = c.id)"
        " SELECT CAST(SUM(w.base_total) AS BIGINT), CAST(SUM(i.base) AS BIGINT) FROM acts"
        " JOIN document w ON w.act_id = acts.id AND w.kind = " KIND_WRITEOFF " JOIN item wi ON"
        " wi.document_id = w.id AND wi.amount < 0 JOIN application x ON x.credit_id = wi.id"
        " AND x.act_id = acts.id AND x.reverses_id IS NULL JOIN item i ON i.id = x.debit_id"
        " WHERE NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = w.id)");

    *let_go = *due = 0;
    bind_i64(q, 1, credit_id);
    if (stmt_row(q)) {
        *let_go = col_i64(q, 0);
        *due = col_i64(q, 1);
    }
    return stmt_end(q);
}

static enum err above_limits(struct book *book, int64_t who, struct money money, const char *what)
{
    const struct money limit =
        money_of(setting_int_for(book, who, "tolerance.amount"), book->currency);
    char text[MONEY_TEXT], most[MONEY_TEXT];

    return fail(book->note, ERR_DENIED,
                "%s%s is above the small write-off limit (%s %s and %lld %% of what was due): "
                "issue a credit memo, or raise tolerance.amount and tolerance.percent",
                what, money_plain(money, text), money_plain(limit, most), book->currency.code,
                (long long)(setting_int_for(book, who, "tolerance.percent") / 10000));
}

static enum err judge(struct tx *tx, const struct item *debit, int64_t amount, struct date date)
{
    struct book *book = tx_book(tx);
    int64_t disputed = 0, before = 0, due = 0, part = 0, allowed = 0;
    char open[MONEY_TEXT];

    if (amount <= 0 || amount > debit->open)
        return fail(book->note, ERR_CONFLICT,
                    "%s has %s open: the write-off must be above zero and not more", debit->number,
                    money_plain(money_of(debit->open, debit->currency), open));
    TRY(item_disputed(book, debit->id, date, debit->open, &disputed));
    if (disputed > 0)
        return fail(book->note, ERR_CONFLICT,
                    "%s is in dispute over %s: what is let go of it is part of the dispute",
                    debit->number, money_plain(money_of(disputed, debit->currency), open));
    TRY(let_go_of(book, debit->id, &before));
    if (before > 0)
        return fail(book->note, ERR_CONFLICT,
                    "%s had a small write-off of %s already; it is let go once only", debit->number,
                    money_plain(money_of(before, debit->currency), open));
    TRY(in_base(book, debit, debit->amount, &due));
    TRY(in_base(book, debit, amount, &part));
    TRY(limits_allowed(book, debit->customer_id, due, &allowed));
    if (part > allowed)
        return above_limits(book, debit->customer_id, money_of(amount, debit->currency), "");
    if (amount < debit->open)
        return fail(book->note, ERR_CONFLICT,
                    "%s has %s open: a small write-off must close the instalment", debit->number,
                    money_plain(money_of(debit->open, debit->currency), open));
    return ERR_OK;
}

static enum err judge_receipt(struct tx *tx, const struct item *debit, int64_t credit_id,
                              int64_t amount)
{
    struct book *book = tx_book(tx);
    int64_t let_go = 0, due = 0, own = 0, part = 0, allowed = 0;

    TRY(read_let_go(book, credit_id, &let_go, &due));
    if (let_go == 0)
        return ERR_OK;
    TRY(in_base(book, debit, debit->amount, &own));
    TRY(in_base(book, debit, amount, &part));
    TRY(limits_allowed(book, debit->customer_id, due + own, &allowed));
    return let_go + part <= allowed
               ? ERR_OK
               : above_limits(book, debit->customer_id, money_of(let_go + part, book->currency),
                              "what one receipt lets go, ");
}

static enum err write_off(struct tx *tx, int64_t debit_id, int64_t credit_id, int64_t amount,
                          struct date date, int64_t act_id, const char *reason,
                          struct document_made *out)
{
    struct item debit;
    struct arena arena = {0};
    enum err e;

    TRY_OUT(item_get(tx_book(tx), debit_id, &arena, &debit));
    TRY_OUT(judge(tx, &debit, amount, date));
    if (credit_id)
        TRY_OUT(judge_receipt(tx, &debit, credit_id, amount));
    const struct posting posting = {.account_id = account_of(tx_book(tx), ACCOUNT_PART_OVER_SHORT),
                                    .amount = amount};
    e = close_part(tx, &debit, DOCUMENT_WRITEOFF, amount, &posting, 1, date, act_id, reason, out);
out:
    arena_done(&arena);
    return e;
}

enum err writeoff_in_act(struct tx *tx, int64_t debit_id, int64_t credit_id, int64_t amount,
                         struct date date, int64_t act_id, struct document_made *out)
{
    return write_off(tx, debit_id, credit_id, amount, date, act_id, "small difference", out);
}

enum err writeoff_post(struct tx *tx, int64_t debit_id, int64_t amount, struct date date,
                       const char *reason, struct document_made *out)
{
    const struct date day = !date_given(date) ? book_today(tx_book(tx)) : date;

    return write_off(tx, debit_id, 0, amount, day, 0, reason, out);
}

/* ---- over ----------------------------------------------------------------------------------- */

/* What the money of a payment paid, in all that was due of it; 0 when something of it is still open
 * or disputed: then nothing came too much. */
static enum err read_paid_whole(struct book *book, int64_t payment_id, struct date date,
                                int64_t *due)
{
    int64_t open = 0, disputed = 0;
    struct stmt *q = db_sql(
        book->db,
        "SELECT CAST(SUM(i.base) AS BIGINT), CAST(SUM(i.open) AS BIGINT),"
        " (SELECT COUNT(*) FROM dispute p LEFT JOIN dispute_closing z ON z.dispute_id = p.id"
        " WHERE p.opened <= $2 AND (z.closed IS NULL OR z.closed > $2) AND p.item_id IN"
        " (SELECT a.debit_id FROM item c JOIN application a ON a.credit_id = c.id"
        " WHERE c.document_id = $1)) FROM item i WHERE i.id IN (SELECT a.debit_id FROM item c"
        " JOIN application a ON a.credit_id = c.id WHERE c.document_id = $1"
        " AND a.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM application r"
        " WHERE r.reverses_id = a.id)) AND i.amount > 0");

    *due = 0;
    bind_i64(q, 1, payment_id);
    bind_i64(q, 2, date.day);
    if (stmt_row(q)) {
        *due = col_i64(q, 0);
        open = col_i64(q, 1);
        disputed = col_i64(q, 2);
    }
    if (open != 0 || disputed != 0)
        *due = 0;
    return stmt_end(q);
}

static enum err post_surplus(struct tx *tx, const struct item *credit, struct document_made *out)
{
    struct book *book = tx_book(tx);
    const int64_t act = tx_next_act(tx);
    struct application_made made;
    struct item_new item = {.account_id = credit->account_id,
                            .customer_id = credit->customer_id,
                            .amount = -credit->open,
                            .base = -credit->open_base,
                            .due = credit->effective,
                            .value = credit->effective};
    struct posting posting = {.account_id = account_of(book, ACCOUNT_PART_OVER_SHORT),
                              .amount = credit->open,
                              .base = credit->open_base};
    struct document_new doc = {.kind = DOCUMENT_WRITEOFF,
                               .customer_id = credit->customer_id,
                               .effective = credit->effective,
                               .posted = credit->posted,
                               .currency = credit->currency,
                               .rate = {1, 1},
                               .total = -credit->open,
                               .base_total = -credit->open_base,
                               .base_given = true,
                               .related_id = credit->document_id,
                               .act_id = act,
                               .reference = credit->number,
                               .reason = "small surplus",
                               .items = &item,
                               .item_count = 1,
                               .postings = &posting,
                               .posting_count = 1};

    TRY(document_post(tx, &doc, out));
    const struct application_new pair = {.debit_id = out->first_item,
                                         .credit_id = credit->id,
                                         .amount = item.amount,
                                         .act_id = act,
                                         .reason = doc.reason};
    TRY(application_post(tx, &pair, &made));
    must(made.fx == 0);
    return ERR_OK;
}

enum err writeoff_surplus(struct tx *tx, int64_t payment_id, int64_t *taken,
                          struct document_made *out)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct item *items = NULL;
    struct customer customer;
    int64_t due = 0, allowed = 0;
    int count = 0;
    enum err e;

    /* look and judge */
    *taken = 0;
    TRY_OUT(items_of_document(book, payment_id, &arena, &items, &count));
    if (count != 1 || items[0].open >= 0 || items[0].customer_id == 0 ||
        account_control_of(book, items[0].account_id) != CONTROL_RECEIVABLE)
        goto out;
    TRY_OUT(customer_get(book, items[0].customer_id, &arena, &customer));
    if (!customer.overpayment)
        goto out;
    TRY_OUT(read_paid_whole(book, payment_id, items[0].effective, &due));
    TRY_OUT(limits_allowed(book, customer.id, due, &allowed));
    if (tolerance_judge(-items[0].open_base, allowed, true) != TOLERANCE_OVER)
        goto out;

    /* write */
    TRY_OUT(post_surplus(tx, &items[0], out));
    *taken = -items[0].open;
out:
    arena_done(&arena);
    return e;
}
