/* proofbank: matches with the bank, and the reconciliations that stand on them (R9 6, R18). */
#include "ledger/proofparts.h"

#define STANDING                                                                                   \
    " NOT EXISTS (SELECT 1 FROM bank_unmatch u WHERE u.group_id = m.group_id)"

static struct currency currency_of(struct book *book, const char *code)
{
    struct currency currency;

    return currency_find(code, &currency) == ERR_OK ? currency : book->currency;
}

/* What the bank says of a group is what its documents moved on the account. */
static enum err tell_sums(struct book *book, struct trouble *trouble)
{
    struct stmt *q = db_sql(
        book->db,
        "SELECT m.group_id, b.currency, CAST(SUM(COALESCE(l.amount, 0)) AS BIGINT),"
        " CAST(SUM(COALESCE((SELECT SUM(p.amount) FROM posting p"
        " WHERE p.document_id = m.document_id AND p.account_id = m.account_id), 0)) AS BIGINT)"
        " FROM bank_match m LEFT JOIN bank_account b ON b.account_id = m.account_id"
        " LEFT JOIN bank_line l ON l.id = m.line_id AND l.account_id = m.account_id"
        " WHERE" STANDING " GROUP BY m.group_id, b.currency ORDER BY m.group_id");
    char bank[MONEY_TEXT], ours[MONEY_TEXT];

    while (stmt_row(q)) {
        const struct currency currency = currency_of(book, col_text(q, 1));
        if (col_i64(q, 2) != col_i64(q, 3))
            trouble_say(trouble, "match %lld: the bank says %s and its documents come to %s",
                        (long long)col_i64(q, 0),
                        money_plain(money_of(col_i64(q, 2), currency), bank),
                        money_plain(money_of(col_i64(q, 3), currency), ours));
    }
    return stmt_end(q);
}

static enum err tell_twice(struct book *book, struct trouble *trouble)
{
    struct stmt *q = db_sql(
        book->db, "SELECT COALESCE(m.line_id, 0), d.number, COUNT(*) FROM bank_match m"
                  " LEFT JOIN document d ON d.id = m.document_id WHERE" STANDING
                  " GROUP BY m.account_id, m.line_id, m.document_id, d.number"
                  " HAVING COUNT(*) > 1 ORDER BY 1, 2");

    while (stmt_row(q)) {
        if (col_i64(q, 0))
            trouble_say(trouble, "line %lld of the bank is in %lld matches that stand",
                        (long long)col_i64(q, 0), (long long)col_i64(q, 2));
        else
            trouble_say(trouble, "%s is in %lld matches with the bank that stand", col_text(q, 1),
                        (long long)col_i64(q, 2));
    }
    return stmt_end(q);
}

/* Whoever approved is not who prepared, and no line of an approved day waits. */
static enum err tell_approved(struct book *book, struct trouble *trouble)
{
    struct stmt *q = db_sql(
        book->db, "SELECT r.id, r.prepared_by = v.decided_by, (SELECT COUNT(*) FROM bank_line l"
                  " WHERE l.account_id = r.account_id AND l.booked <= r.day"
                  " AND l.booked >= (SELECT b.since FROM bank_account b"
                  " WHERE b.account_id = r.account_id) AND NOT EXISTS"
                  " (SELECT 1 FROM bank_match m WHERE m.line_id = l.id AND" STANDING "))"
                  " FROM reconciliation r JOIN reconciliation_verdict v"
                  " ON v.reconciliation_id = r.id WHERE v.approved = 1 ORDER BY r.id");

    while (stmt_row(q)) {
        if (col_i64(q, 1))
            trouble_say(trouble, "reconciliation %lld was approved by whoever prepared it",
                        (long long)col_i64(q, 0));
        if (col_i64(q, 2))
            trouble_say(trouble,
                        "reconciliation %lld is approved, but %lld lines of its days are in no"
                        " match",
                        (long long)col_i64(q, 0), (long long)col_i64(q, 2));
    }
    return stmt_end(q);
}

enum err proof_bank(struct book *book, struct trouble *trouble)
{
    TRY(tell_sums(book, trouble));
    TRY(tell_twice(book, trouble));
    return tell_approved(book, trouble);
}
