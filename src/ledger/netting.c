/* netting: setting off, and taking it back. */
#include "ledger/netting.h"

#include "ledger/application.h"
#include "ledger/local.h"
#include "ledger/payment.h"
#include "ledger/proofparts.h"

#include <string.h>

/* Both sides of one customer and currency on a day. */
struct sides {
    struct item *items; /* debits on the receivables, oldest due first */
    struct payable *payables;
    int item_count, payable_count;
    int64_t owed, owing;
};

static int64_t smaller(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static enum err read_sides(struct book *book, int64_t customer_id, struct currency currency,
                           struct date day, struct arena *arena, struct sides *out)
{
    struct item *items = NULL;
    struct payable *payables = NULL;
    int item_count = 0, payable_count = 0;

    *out = (struct sides){.owed = 0};
    TRY(items_open(book, customer_id, arena, &items, &item_count));
    TRY(payable_list(book, customer_id, true, arena, &payables, &payable_count));
    out->items = items;
    out->payables = payables;
    for (int i = 0; i < item_count; i++) {
        if (items[i].open <= 0 || items[i].effective.day > day.day ||
            !currency_is(items[i].currency, currency) ||
            account_control_of(book, items[i].account_id) != CONTROL_RECEIVABLE)
            continue;
        TRY(amount_add(out->owed, items[i].open, &out->owed));
        out->items[out->item_count++] = items[i];
    }
    for (int i = 0; i < payable_count; i++) {
        if (!currency_is(payables[i].currency, currency))
            continue;
        TRY(amount_add(out->owing, payables[i].open, &out->owing));
        out->payables[out->payable_count++] = payables[i];
    }
    return ERR_OK;
}

/* What was agreed in writing with the customer or one that was merged into it; "" = nothing. */
static enum err agreement(struct book *book, int64_t customer_id, struct arena *arena,
                          const char **out)
{
    struct stmt *q = db_sql(
        book->db, "SELECT reference FROM netting_agreement WHERE customer_id" OF_CUSTOMER(
                      "$1") " AND reference <> '' ORDER BY customer_id <> $1, customer_id LIMIT 1");

    *out = "";
    bind_i64(q, 1, customer_id);
    if (stmt_row(q))
        *out = arena_text(arena, col_text(q, 0));
    return stmt_end(q);
}

enum err netting_propose(struct book *book, int64_t customer_id, struct date day,
                         struct arena *arena, struct netting_proposal **out, int *count)
{
    int64_t room = 0;
    int rows = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM payable", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q =
        db_sql(book->db, "SELECT DISTINCT c.id, p.currency, c.code FROM payable p" JOIN_STAYS(
                             "p") " WHERE $1 = 0 OR c.id = $1 ORDER BY c.code, p.currency");
    bind_i64(q, 1, customer_id);
    while (stmt_row(q) && rows < (int)room)
        (*out)[rows++] =
            (struct netting_proposal){.customer_id = col_i64(q, 0),
                                      .currency = book_currency_of(book, col_text(q, 1)),
                                      .customer = arena_text(arena, col_text(q, 2))};
    TRY(stmt_end(q));
    for (int i = 0; i < rows; i++) {
        struct netting_proposal row = (*out)[i];
        struct sides sides;
        TRY(agreement(book, row.customer_id, arena, &row.reference));
        if (!*row.reference)
            continue;
        TRY(read_sides(book, row.customer_id, row.currency, day, arena, &sides));
        row.owed = sides.owed;
        row.owing = sides.owing;
        row.amount = smaller(sides.owed, sides.owing);
        if (row.amount > 0)
            (*out)[(*count)++] = row;
    }
    return ERR_OK;
}

static enum err judge(struct tx *tx, const char *agreed, const struct sides *sides,
                      struct currency currency, int64_t *amount)
{
    const int64_t most = smaller(sides->owed, sides->owing);
    char text[MONEY_TEXT];

    if (!*agreed)
        return fail(tx_note(tx), ERR_CONFLICT,
                    "netting was not agreed with this customer in writing; `netting agree` notes"
                    " it");
    if (most <= 0)
        return fail(tx_note(tx), ERR_CONFLICT, "there is nothing to set off in %s: %s",
                    currency.code,
                    sides->owing ? "nothing is owed to us on that day" : "we owe nothing");
    if (*amount > most)
        return fail(tx_note(tx), ERR_CONFLICT, "at most %s %s can be set off",
                    money_plain(money_of(most, currency), text), currency.code);
    if (*amount == 0)
        *amount = most;
    return ERR_OK;
}

/* The credit pays the oldest debits: those of an account that was merged into the customer's over a
 * transfer. */
static enum err pay_items(struct tx *tx, const struct sides *sides, int64_t customer_id,
                          int64_t credit_id, int64_t amount, struct date day)
{
    for (int i = 0; i < sides->item_count && amount > 0; i++) {
        const struct item *debit = &sides->items[i];
        struct application_new pair = {.debit_id = debit->id,
                                       .credit_id = credit_id,
                                       .amount = smaller(amount, debit->open),
                                       .date = day,
                                       .reason = "netting"};
        struct application_made made;
        struct document_made moved;
        if (debit->customer_id != customer_id) {
            pair.act_id = tx_next_act(tx);
            TRY(transfer_post(tx, credit_id, pair.amount, debit->customer_id, debit->account_id,
                              day, pair.reason, &moved, &pair.credit_id));
        }
        TRY(application_post(tx, &pair, &made));
        amount -= pair.amount;
    }
    must(amount == 0);
    return ERR_OK;
}

static enum err pay_payables(struct tx *tx, const struct sides *sides, int64_t document_id,
                             int64_t amount)
{
    for (int i = 0; i < sides->payable_count && amount > 0; i++) {
        const int64_t part = smaller(amount, sides->payables[i].open);
        const int64_t numbers[] = {tx->entry_id, document_id, sides->payables[i].id, part};
        int64_t id = 0;
        TRY(fact_write(tx, FACT_NETTING,
                       "INSERT INTO netting_line (entry_id, document_id, payable_id, amount)"
                       " VALUES ($1, $2, $3, $4) RETURNING id",
                       numbers, 4, NULL, 0, &id));
        amount -= part;
    }
    must(amount == 0);
    return ERR_OK;
}

enum err netting_post(struct tx *tx, int64_t customer_id, struct currency currency, int64_t amount,
                      struct date day, struct document_made *out)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    const char *agreed = "";
    struct sides sides;
    enum err e;

    /* look and judge */
    TRY_OUT(read_sides(book, customer_id, currency, day, &arena, &sides));
    TRY_OUT(agreement(book, customer_id, &arena, &agreed));
    TRY_OUT(judge(tx, agreed, &sides, currency, &amount));

    /* write */
    struct item_new item = {.account_id = account_of(book, ACCOUNT_PART_RECEIVABLE),
                            .customer_id = customer_id,
                            .amount = -amount};
    struct posting other = {.account_id = account_of(book, ACCOUNT_PART_PAYABLE), .amount = amount};
    struct document_new doc = {.kind = DOCUMENT_NETTING,
                               .customer_id = customer_id,
                               .effective = day,
                               .currency = currency,
                               .total = amount,
                               .text = "set off against what we owe",
                               .items = &item,
                               .item_count = 1,
                               .postings = &other,
                               .posting_count = 1};
    TRY_OUT(document_post(tx, &doc, out));
    TRY_OUT(pay_items(tx, &sides, customer_id, out->first_item, amount, day));
    e = pay_payables(tx, &sides, out->id, amount);
out:
    arena_done(&arena);
    return e;
}

enum err netting_undo(struct tx *tx, int64_t document_id, struct date day, const char *reason,
                      struct document_made *out)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct item *items = NULL;
    struct application *rows = NULL;
    int item_count = 0, count = 0;
    enum err e;

    TRY_OUT(items_of_document(book, document_id, &arena, &items, &item_count));
    must(item_count == 1);
    TRY_OUT(applications_of_item(book, items[0].id, &arena, &rows, &count));
    for (int i = count - 1; i >= 0; i--)
        if (!rows[i].reverses_id && !rows[i].reversed_by)
            TRY_OUT(application_unapply(tx, rows[i].act_id, day, reason));
    e = document_reverse(tx, document_id, DOCUMENT_CONTRA, day, reason, out);
out:
    arena_done(&arena);
    return e;
}

enum err netting_lines(struct book *book, int64_t customer_id, struct arena *arena,
                       struct netting_line **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM netting_line", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(
        book->db, "SELECT d.number, c.code, p.number, COALESCE(v.number, ''), d.effective,"
                  " p.currency, d.id, l.amount FROM netting_line l"
                  " JOIN document d ON d.id = l.document_id JOIN payable p ON p.id = l.payable_id"
                  " JOIN customer c ON c.id = p.customer_id"
                  " LEFT JOIN document v ON v.reverses_id = d.id"
                  " WHERE $1 = 0 OR p.customer_id" OF_CUSTOMER("$1") " ORDER BY l.id");
    bind_i64(q, 1, customer_id);
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] =
            (struct netting_line){.document = arena_text(arena, col_text(q, 0)),
                                  .customer = arena_text(arena, col_text(q, 1)),
                                  .payable = arena_text(arena, col_text(q, 2)),
                                  .undone = arena_text(arena, col_text(q, 3)),
                                  .date = col_date(q, 4),
                                  .currency = book_currency_of(book, col_text(q, 5)),
                                  .document_id = col_i64(q, 6),
                                  .amount = col_i64(q, 7)};
    return stmt_end(q);
}

enum err proof_nettings(struct book *book, struct trouble *trouble)
{
    struct stmt *q =
        db_sql(book->db, "SELECT d.number FROM document d WHERE d.kind = $1 AND d.total <>"
                         " (SELECT CAST(COALESCE(SUM(l.amount), 0) AS BIGINT) FROM netting_line l"
                         " WHERE l.document_id = d.id) ORDER BY d.id");
    bind_i64(q, 1, DOCUMENT_NETTING);
    while (stmt_row(q))
        trouble_say(trouble, "netting %s is not what was set off on our side", col_text(q, 0));
    TRY(stmt_end(q));
    q = db_sql(book->db, "SELECT p.number, c.code FROM payable p"
                         " JOIN customer c ON c.id = p.customer_id"
                         " WHERE p.amount < (SELECT CAST(COALESCE(SUM(l.amount), 0) AS BIGINT)"
                         " FROM netting_line l WHERE l.payable_id = p.id AND NOT EXISTS"
                         " (SELECT 1 FROM document v WHERE v.reverses_id = l.document_id))"
                         " ORDER BY p.id");
    while (stmt_row(q))
        trouble_say(trouble, "bill %s of %s is set off beyond its amount", col_text(q, 0),
                    col_text(q, 1));
    return stmt_end(q);
}
