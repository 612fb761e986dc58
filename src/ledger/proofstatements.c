/* proofstatements: statements that were sent, against what was owed when they were written. */
#include "ledger/proofparts.h"

/* Of one account, by the day of the statement, as known when it was written. */
#define OWED(customer)                                                                             \
    "(SELECT CAST(COALESCE(SUM(i.amount), 0) AS BIGINT) FROM item i JOIN document d"               \
    " ON d.id = i.document_id JOIN account k ON k.id = i.account_id"                               \
    " WHERE i.customer_id = " customer " AND i.currency = s.currency AND i.posted <= s.day"        \
    " AND d.entry_id <= s.entry_id AND k.control = 1)"
#define GATHERED                                                                                   \
    "(SELECT CAST(COALESCE(SUM(a.balance), 0) AS BIGINT) FROM statement_account a"                 \
    " WHERE a.statement_id = s.id)"

static enum err tell_balances(struct book *book, struct trouble *trouble)
{
    struct stmt *q =
        db_sql(book->db, "SELECT s.number, s.currency, s.balance, " GATHERED
                         " + " OWED("s.customer_id") " FROM statement s ORDER BY s.id");
    char told[MONEY_TEXT], owed[MONEY_TEXT];

    while (stmt_row(q)) {
        const struct currency currency = book_currency_of(book, col_text(q, 1));
        if (col_i64(q, 2) != col_i64(q, 3))
            trouble_say(trouble, "statement %s says %s %s, but %s was owed then", col_text(q, 0),
                        money_plain(money_of(col_i64(q, 2), currency), told), currency.code,
                        money_plain(money_of(col_i64(q, 3), currency), owed));
    }
    return stmt_end(q);
}

static enum err tell_gathered(struct book *book, struct trouble *trouble)
{
    struct stmt *q = db_sql(
        book->db,
        "SELECT s.number, c.code, s.entry_id = a.entry_id AND a.customer_id <> s.customer_id"
        " AND a.balance = " OWED(
            "a.customer_id") " FROM statement_account a JOIN statement s"
                             " ON s.id = a.statement_id JOIN customer c"
                             " ON c.id = a.customer_id ORDER BY a.id");

    while (stmt_row(q))
        if (!col_i64(q, 2))
            trouble_say(trouble, "statement %s gathers %s with what it did not owe then",
                        col_text(q, 0), col_text(q, 1));
    return stmt_end(q);
}

enum err proof_series(struct book *book, struct trouble *trouble, const char *serials,
                      const char *series)
{
    struct stmt *q = db_sql_once(book->db, serials);
    int64_t next = 0, says = 0;

    TRY(db_get(book->db, &next, 0, "SELECT first FROM counter WHERE series = $1", "t", series));
    for (; stmt_row(q); next++) {
        const int64_t serial = col_i64(q, 0);
        if (serial > next)
            trouble_say(trouble, "the series of %ss has a gap before %lld", series,
                        (long long)serial);
        next = serial;
    }
    TRY(stmt_end(q));
    TRY(db_get(book->db, &says, 0, "SELECT next FROM counter WHERE series = $1", "t", series));
    if (says != next)
        trouble_say(trouble,
                    "the series of %ss says that %lld comes next, but its %ss end before %lld",
                    series, (long long)says, series, (long long)next);
    return ERR_OK;
}

enum err proof_statements(struct book *book, struct trouble *trouble)
{
    TRY(tell_balances(book, trouble));
    TRY(tell_gathered(book, trouble));
    return proof_series(book, trouble, "SELECT serial FROM statement ORDER BY serial", "statement");
}
