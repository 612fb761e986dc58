/* proofdeposits: receipts with the deposits that took them to the bank (R9 6). */
#include "ledger/proofparts.h"

static struct currency currency_of(struct book *book, const char *code)
{
    struct currency currency;

    /* a code that was changed is told by the chain */
    return currency_find(code, &currency) == ERR_OK ? currency : book->currency;
}

/* A receipt is in one standing deposit at most, and in nothing that is no deposit. */
static enum err tell_lines(struct book *book, struct trouble *trouble)
{
    struct stmt *q = db_sql(
        book->db, "SELECT d.number, COUNT(*) FROM deposit_line l JOIN document d"
                  " ON d.id = l.receipt_id LEFT JOIN document v ON v.reverses_id = l.deposit_id"
                  " WHERE v.id IS NULL GROUP BY l.receipt_id, d.number HAVING COUNT(*) > 1");
    while (stmt_row(q))
        trouble_say(trouble, "payment %s is in %lld deposits that stand", col_text(q, 0),
                    (long long)col_i64(q, 1));
    TRY(stmt_end(q));
    q = db_sql(book->db, "SELECT l.id, l.receipt_id FROM deposit_line l LEFT JOIN document d"
                         " ON d.id = l.deposit_id LEFT JOIN document r ON r.id = l.receipt_id"
                         " WHERE d.id IS NULL OR d.kind <> $1 OR r.id IS NULL OR r.kind <> $2"
                         " ORDER BY l.id");
    bind_i64(q, 1, DOCUMENT_DEPOSIT);
    bind_i64(q, 2, DOCUMENT_PAYMENT);
    while (stmt_row(q))
        trouble_say(trouble, "row %lld of the deposits puts document %lld into no deposit",
                    (long long)col_i64(q, 0), (long long)col_i64(q, 1));
    return stmt_end(q);
}

/* What a deposit takes off the receipts' account is what they brought there; its total is what the
 * bank got. That the charges and differences make up the rest is that the document balances. */
#define TAKEN(column)                                                                              \
    "(SELECT CAST(COALESCE(SUM(p." column "), 0) AS BIGINT) FROM deposit_line l JOIN receipt r"    \
    " ON r.document_id = l.receipt_id JOIN document m ON m.id = r.document_id"                     \
    " JOIN posting p ON p.document_id = r.document_id AND p.account_id = r.account_id"             \
    " WHERE l.deposit_id = d.id AND m.currency = d.currency)"
#define IN_ACCOUNTS                                                                                \
    " p.account_id IN (SELECT r.account_id FROM deposit_line l JOIN receipt r"                     \
    " ON r.document_id = l.receipt_id WHERE l.deposit_id = d.id)"
#define CREDITED(column)                                                                           \
    "(SELECT CAST(COALESCE(SUM(-p." column "), 0) AS BIGINT) FROM posting p"                       \
    " WHERE p.document_id = d.id AND p.seq > 1 AND" IN_ACCOUNTS ")"

static enum err tell_sums(struct book *book, struct trouble *trouble)
{
    struct stmt *q = db_sql(book->db,
                            "SELECT d.number, d.currency, d.total, COALESCE(b.amount, 0), " TAKEN(
                                "amount") ", " CREDITED("amount") ", " TAKEN("base") ", " CREDITED(
                                "base") " FROM document d LEFT JOIN posting b"
                                        " ON b.document_id = d.id AND b.seq = 1 WHERE d.kind = $1"
                                        " ORDER BY d.id");
    char is[MONEY_TEXT], should[MONEY_TEXT];

    bind_i64(q, 1, DOCUMENT_DEPOSIT);
    while (stmt_row(q)) {
        const struct currency currency = currency_of(book, col_text(q, 1));
        if (col_i64(q, 4) != col_i64(q, 5) || col_i64(q, 4) == 0)
            trouble_say(trouble, "deposit %s takes over %s %s, but its receipts brought %s",
                        col_text(q, 0), money_plain(money_of(col_i64(q, 5), currency), is),
                        currency.code, money_plain(money_of(col_i64(q, 4), currency), should));
        else if (col_i64(q, 6) != col_i64(q, 7))
            trouble_say(trouble, "deposit %s takes over %s %s, but its receipts came with %s",
                        col_text(q, 0), money_plain(money_of(col_i64(q, 7), book->currency), is),
                        book->currency.code,
                        money_plain(money_of(col_i64(q, 6), book->currency), should));
        if (col_i64(q, 2) != col_i64(q, 3))
            trouble_say(trouble, "deposit %s says %s %s, but the bank got %s", col_text(q, 0),
                        money_plain(money_of(col_i64(q, 2), currency), is), currency.code,
                        money_plain(money_of(col_i64(q, 3), currency), should));
    }
    return stmt_end(q);
}

/* On every account where money waits, its balance is the receipts that wait: so what the receipts
 * brought that were reversed or deposited is gone again, over their reversals and deposits. */
#define GONE                                                                                       \
    "SELECT r.account_id AS account_id, m.currency AS currency, p.amount AS amount,"               \
    " p.base AS base FROM (SELECT x.reverses_id AS id FROM document x WHERE x.reverses_id IS NOT " \
    "NULL UNION SELECT l.receipt_id FROM deposit_line l WHERE NOT EXISTS (SELECT 1 FROM document " \
    "v WHERE v.reverses_id = l.deposit_id)) gone JOIN receipt r ON r.document_id = gone.id"        \
    " JOIN document m ON m.id = r.document_id JOIN posting p ON p.document_id = r.document_id"     \
    " AND p.account_id = r.account_id"
#define REVERSED                                                                                   \
    "SELECT p.account_id, x.currency, p.amount, p.base FROM document x JOIN receipt r"             \
    " ON r.document_id = x.reverses_id JOIN posting p ON p.document_id = x.id"                     \
    " AND p.account_id = r.account_id WHERE x.reverses_id IS NOT NULL"
#define DEPOSIT " d.id IN (SELECT deposit_id FROM deposit_line)"
#define DEPOSITED                                                                                  \
    "SELECT p.account_id, d.currency, p.amount, p.base FROM document d JOIN posting p"             \
    " ON p.document_id = d.id AND p.seq > 1 WHERE" DEPOSIT " AND" IN_ACCOUNTS
#define VOIDED                                                                                     \
    "SELECT p.account_id, d.currency, p.amount, p.base FROM document d JOIN document v"            \
    " ON v.reverses_id = d.id JOIN posting p ON p.document_id = v.id AND p.seq > 1"                \
    " WHERE" DEPOSIT " AND" IN_ACCOUNTS

static enum err tell_waiting(struct book *book, struct trouble *trouble)
{
    struct stmt *q = db_sql(
        book->db,
        "SELECT a.code, a.name, w.currency, CAST(SUM(w.amount) AS BIGINT),"
        " CAST(SUM(w.base) AS BIGINT) FROM (" GONE " UNION ALL " REVERSED " UNION ALL " DEPOSITED
        " UNION ALL " VOIDED ") w JOIN account a ON a.id = w.account_id"
        " GROUP BY a.code, a.name, w.currency HAVING SUM(w.amount) <> 0 OR SUM(w.base) <> 0"
        " ORDER BY a.code, w.currency");
    char amount[MONEY_TEXT], base[MONEY_TEXT];

    while (stmt_row(q))
        trouble_say(
            trouble, "%s %s has %s %s, %s %s, more than the receipts that wait there",
            col_text(q, 0), col_text(q, 1),
            money_plain(money_of(col_i64(q, 3), currency_of(book, col_text(q, 2))), amount),
            col_text(q, 2), money_plain(money_of(col_i64(q, 4), book->currency), base),
            book->currency.code);
    return stmt_end(q);
}

enum err proof_deposits(struct book *book, struct trouble *trouble)
{
    TRY(tell_lines(book, trouble));
    TRY(tell_sums(book, trouble));
    return tell_waiting(book, trouble);
}
