/* applicationread: applications as they stand, of one item or as lists show them. */
#include "ledger/application.h"

#include "ledger/local.h"

enum err applications_of_item(struct book *book, int64_t item_id, struct arena *arena,
                              struct application **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0,
               "SELECT COUNT(*) FROM application WHERE debit_id = $1 OR credit_id = $1", "i",
               item_id));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q =
        db_sql(book->db,
               "SELECT a.id, a.entry_id, a.act_id, a.debit_id, a.credit_id, a.amount, a.debit_base,"
               " a.credit_base, a.reverses_id, (SELECT r.id FROM application r WHERE r.reverses_id "
               "= a.id),"
               " a.effective, a.posted, a.reason FROM application a"
               " WHERE a.debit_id = $1 OR a.credit_id = $1 ORDER BY a.id");
    bind_i64(q, 1, item_id);
    while (stmt_row(q))
        (*out)[(*count)++] = (struct application){.id = col_i64(q, 0),
                                                  .entry_id = col_i64(q, 1),
                                                  .act_id = col_i64(q, 2),
                                                  .debit_id = col_i64(q, 3),
                                                  .credit_id = col_i64(q, 4),
                                                  .amount = col_i64(q, 5),
                                                  .debit_base = col_i64(q, 6),
                                                  .credit_base = col_i64(q, 7),
                                                  .reverses_id = col_i64(q, 8),
                                                  .reversed_by = col_i64(q, 9),
                                                  .effective = col_date(q, 10),
                                                  .posted = col_date(q, 11),
                                                  .reason = arena_text(arena, col_text(q, 12))};
    return stmt_end(q);
}

/* The discount and write-off that the act gave on the same debit, seen from its principal row; a
 * reversing row shows them negative. */
#define SAME_ACT(kind_)                                                                            \
    "(SELECT CAST(SUM(b.amount) AS BIGINT) FROM application b JOIN item bi ON bi.id = b.credit_id" \
    " JOIN document bd ON bd.id = bi.document_id WHERE b.act_id = a.act_id AND b.debit_id = "      \
    "a.debit_id"                                                                                   \
    " AND bd.kind = " kind_ " AND (b.amount > 0) = (a.amount > 0))"

enum err applications_each(struct book *book, const struct application_query *query,
                           enum err (*each)(void *self, const struct application_line *line),
                           void *self)
{
    enum err e = ERR_OK;
    /* 8 discount and 9 write-off of an act stand on its principal row; 6 reversal, 7 void and
     * 14 contra only close a document; 10 a transfer is named by the money that it moved */
    struct stmt *q = db_sql(
        book->db,
        "SELECT a.id, a.entry_id, a.act_id, c.code, CASE WHEN cd.kind = " KIND_TRANSFER
        " THEN source.number ELSE "
        "cd.number "
        "END,"
        " dd.number, a.reason, CASE WHEN cd.kind = " KIND_TRANSFER
        " THEN source.kind ELSE cd.kind END, dd.kind, "
        "di.seq, a.effective,"
        " di.currency, a.amount, " SAME_ACT("8") ", " SAME_ACT(
            "9") " FROM application a JOIN item di ON di.id = a.debit_id JOIN document dd ON dd.id "
                 "= di.document_id"
                 " JOIN item ci ON ci.id = a.credit_id JOIN document cd ON cd.id = ci.document_id"
                 " LEFT JOIN customer c ON c.id = di.customer_id LEFT JOIN document source ON "
                 "source.id = cd.related_id"
                 " WHERE a.posted BETWEEN $1 AND $2"
                 " AND ($3 = 0 OR di.customer_id" OF_CUSTOMER(
                     "$3") ")"
                           " AND ($4 = 0 OR di.document_id = $4 OR ci.document_id = $4"
                           " OR (cd.kind = " KIND_TRANSFER " AND cd.related_id = $4))"
                           " AND cd.kind NOT IN (" KIND_REVERSAL ", " KIND_VOID ", " KIND_DISCOUNT
                           ", " KIND_CONTRA ") AND dd.kind NOT IN (" KIND_REVERSAL ", " KIND_VOID
                           ", " KIND_TRANSFER ", " KIND_CONTRA ")"
                           " AND (cd.kind <> " KIND_WRITEOFF
                           " OR cd.act_id IS NULL) AND ($5 = 0 OR a.entry_id = $5)"
                           " ORDER BY a.id");
    bind_i64(q, 1, date_given(query->from) ? query->from.day : INT32_MIN);
    bind_i64(q, 2, date_given(query->to) ? query->to.day : DATE_NEVER.day);
    bind_i64(q, 3, query->customer_id);
    bind_i64(q, 4, query->document_id);
    bind_i64(q, 5, query->entry_id);
    while (e == ERR_OK && stmt_row(q)) {
        const struct application_line line = {.id = col_i64(q, 0),
                                              .entry_id = col_i64(q, 1),
                                              .act_id = col_i64(q, 2),
                                              .customer = col_text(q, 3),
                                              .credit_number = col_text(q, 4),
                                              .debit_number = col_text(q, 5),
                                              .reason = col_text(q, 6),
                                              .credit_kind = (enum document_kind)col_i64(q, 7),
                                              .debit_kind = (enum document_kind)col_i64(q, 8),
                                              .instalment = (int)col_i64(q, 9),
                                              .date = col_date(q, 10),
                                              .currency = book_currency_of(book, col_text(q, 11)),
                                              .amount = col_i64(q, 12),
                                              .discount = col_i64(q, 13),
                                              .writeoff = col_i64(q, 14)};
        e = each(self, &line);
    }
    return stmt_end_after(q, e);
}
