/* depositread: deposits and their receipts as lists and slips show them, and what still waits. */
#include "ledger/deposit.h"

#include "ledger/local.h"

/* The receipt's posting on the account that its money lay on. */
#define MONEY_OF(column)                                                                           \
    "(SELECT CAST(SUM(p." column ") AS BIGINT) FROM posting p WHERE p.document_id = d.id"          \
    " AND p.account_id = r.account_id)"

#define RECEIPTS                                                                                   \
    "SELECT d.id, r.account_id, d.number, c.code, c.name, r.payer, d.reference,"                   \
    " (SELECT x.number FROM document x WHERE x.reverses_id = d.id), r.method, d.effective,"        \
    " d.posted, d.currency, " MONEY_OF("amount") ", " MONEY_OF("base")                             \
    " FROM receipt r JOIN document d ON d.id = r.document_id"                                      \
    " LEFT JOIN customer c ON c.id = d.customer_id"

static void read_receipt(struct book *book, struct stmt *q, struct deposit_receipt *out)
{
    *out = (struct deposit_receipt){
        .document_id = col_i64(q, 0),
        .account_id = col_i64(q, 1),
        .number = col_text(q, 2),
        .customer = col_text(q, 3),
        .name = col_text(q, 4),
        .payer = col_text(q, 5),
        .reference = col_text(q, 6),
        .reversal = col_text(q, 7),
        .method = (enum payment_method)col_i64(q, 8),
        .effective = col_date(q, 9),
        .posted = col_date(q, 10),
        .amount = money_of(col_i64(q, 12), book_currency_of(book, col_text(q, 11))),
        .base = col_i64(q, 13)};
}

enum err deposit_receipts(struct book *book, int64_t document_id, struct arena *arena,
                          struct deposit_receipt **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM deposit_line WHERE deposit_id = $1", "i",
               document_id));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(book->db, RECEIPTS " JOIN deposit_line l ON l.receipt_id = d.id"
                                               " WHERE l.deposit_id = $1 ORDER BY l.id");
    bind_i64(q, 1, document_id);
    while (stmt_row(q) && *count < (int)room) {
        struct deposit_receipt *row = &(*out)[(*count)++];
        read_receipt(book, q, row);
        row->number = arena_text(arena, row->number);
        row->customer = arena_text(arena, row->customer);
        row->name = arena_text(arena, row->name);
        row->payer = arena_text(arena, row->payer);
        row->reference = arena_text(arena, row->reference);
        row->reversal = arena_text(arena, row->reversal);
    }
    return stmt_end(q);
}

/* Money on the bank's own account, where a firm's settings bring it at once, waits for nothing. */
enum err deposit_pending(struct book *book, struct date as_of, unsigned methods,
                         const char *currency,
                         enum err (*each)(void *self, const struct deposit_receipt *receipt),
                         void *self)
{
    const int64_t clearing = account_of(book, ACCOUNT_PART_BANK_CLEARING);
    const bool apart = clearing != account_of(book, ACCOUNT_PART_UNDEPOSITED);
    struct stmt *q = db_sql(
        book->db,
        RECEIPTS " WHERE d.posted <= $1 AND ($2 = 0 OR (((1 << r.method) & $2) <> 0"
                 " AND (r.method <> $5 OR r.account_id <> $6)))"
                 " AND ($3 = '' OR d.currency = $3) AND r.account_id <> $4"
                 " AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = d.id"
                 " AND x.posted <= $1)"
                 " AND NOT EXISTS (SELECT 1 FROM deposit_line l JOIN document m"
                 " ON m.id = l.deposit_id WHERE l.receipt_id = d.id AND m.posted <= $1"
                 " AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = m.id"
                 " AND v.posted <= $1))"
                 " ORDER BY r.account_id, d.currency, d.posted, d.id");
    enum err e = ERR_OK;

    bind_i64(q, 1, as_of.day);
    bind_i64(q, 2, methods);
    bind_text(q, 3, currency ? currency : "");
    bind_i64(q, 4, account_of(book, ACCOUNT_PART_BANK));
    bind_i64(q, 5, METHOD_CHEQUE);
    bind_i64(q, 6, apart ? clearing : 0);
    while (e == ERR_OK && stmt_row(q)) {
        struct deposit_receipt receipt;
        read_receipt(book, q, &receipt);
        if (receipt.amount.minor != 0)
            e = each(self, &receipt);
    }
    return stmt_end_after(q, e);
}

/* As they stood on the day n: what was taken back or arrived later was not yet. */
#define DEPOSITS(n)                                                                                \
    "SELECT d.id, b.account_id, d.number, a.code, a.name, d.reference, d.text,"                    \
    " (SELECT v.number FROM document v WHERE v.reverses_id = d.id AND v.posted <= " n "),"         \
    " d.effective, d.posted,"                                                                      \
    " (SELECT COUNT(*) FROM deposit_line l WHERE l.deposit_id = d.id), d.currency,"                \
    " (SELECT CAST(SUM(p.amount) AS BIGINT) FROM deposit_line l JOIN receipt r"                    \
    " ON r.document_id = l.receipt_id JOIN posting p ON p.document_id = r.document_id"             \
    " AND p.account_id = r.account_id WHERE l.deposit_id = d.id), d.total,"                        \
    " (SELECT MAX(n.booked) FROM bank_match w JOIN bank_match k ON k.group_id = w.group_id"        \
    " JOIN bank_line n ON n.id = k.line_id WHERE w.document_id = d.id AND n.booked <= " n          \
    " AND w.account_id = b.account_id AND NOT EXISTS (SELECT 1 FROM bank_unmatch u"                \
    " WHERE u.group_id = w.group_id))"                                                             \
    " FROM document d JOIN posting b ON b.document_id = d.id AND b.seq = 1"                        \
    " JOIN account a ON a.id = b.account_id"

static void read_deposit(struct book *book, struct stmt *q, struct deposit *out)
{
    const struct currency currency = book_currency_of(book, col_text(q, 11));

    *out = (struct deposit){.document_id = col_i64(q, 0),
                            .bank_id = col_i64(q, 1),
                            .number = col_text(q, 2),
                            .bank = col_text(q, 3),
                            .bank_name = col_text(q, 4),
                            .reference = col_text(q, 5),
                            .text = col_text(q, 6),
                            .voided = col_text(q, 7),
                            .date = col_date(q, 8),
                            .posted = col_date(q, 9),
                            .arrived = col_date(q, 14),
                            .count = col_i64(q, 10),
                            .gross = money_of(col_i64(q, 12), currency),
                            .total = money_of(col_i64(q, 13), currency)};
}

enum err deposit_get(struct book *book, int64_t document_id, struct arena *arena,
                     struct deposit *out)
{
    struct stmt *q = db_sql(book->db, DEPOSITS("$3") " WHERE d.id = $1 AND d.kind = $2");
    bool is = false;

    bind_i64(q, 1, document_id);
    bind_i64(q, 2, DOCUMENT_DEPOSIT);
    bind_i64(q, 3, DATE_NEVER.day);
    if (stmt_row(q)) {
        read_deposit(book, q, out);
        out->number = arena_text(arena, out->number);
        out->bank = arena_text(arena, out->bank);
        out->bank_name = arena_text(arena, out->bank_name);
        out->reference = arena_text(arena, out->reference);
        out->text = arena_text(arena, out->text);
        out->voided = arena_text(arena, out->voided);
        is = true;
    }
    TRY(stmt_end(q));
    return is ? ERR_OK
              : fail(book->note, ERR_MISSING, "there is no deposit with id %lld",
                     (long long)document_id);
}

enum err deposits_each(struct book *book, struct date from, struct date to, const char *currency,
                       enum err (*each)(void *self, const struct deposit *deposit), void *self)
{
    struct stmt *q =
        db_sql(book->db, DEPOSITS("$2") " WHERE d.posted BETWEEN $1 AND $2 AND d.kind = $3"
                                        " AND ($4 = '' OR d.currency = $4)"
                                        " ORDER BY d.posted, d.id");
    enum err e = ERR_OK;

    bind_i64(q, 1, from.day);
    bind_i64(q, 2, to.day);
    bind_i64(q, 3, DOCUMENT_DEPOSIT);
    bind_text(q, 4, currency ? currency : "");
    while (e == ERR_OK && stmt_row(q)) {
        struct deposit deposit;
        read_deposit(book, q, &deposit);
        e = each(self, &deposit);
    }
    return stmt_end_after(q, e);
}
