/* baddebtread: bad debts as they stand, from their papers. */
#include "ledger/baddebt.h"

#include "ledger/local.h"

#define STANDS(id) " AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = " id ")"
#define STEPS(kind)                                                                                \
    "(SELECT CAST(COALESCE(SUM(s.amount), 0) AS BIGINT) FROM bad_debt_step s"                      \
    " WHERE s.bad_debt_id = b.id AND s.kind = " kind STANDS("s.document_id") ")"
#define RELIEF STEPS("1") " - " STEPS("2")
#define BAD_DEBTS                                                                                  \
    "SELECT b.id, b.document_id, b.item_id, b.customer_id, b.method, b.reason, w.number,"          \
    " p.number, c.code, c.name, COALESCE(e.actor, ''), w.effective, w.posted, w.currency,"         \
    " w.total, " STEPS("0") ", " RELIEF ", EXISTS (SELECT 1 FROM document v"                       \
    " WHERE v.reverses_id = w.id) FROM bad_debt b JOIN document w ON w.id = b.document_id"         \
    " JOIN item i ON i.id = b.item_id JOIN document p ON p.id = i.document_id"                     \
    " JOIN customer c ON c.id = b.customer_id LEFT JOIN entry e ON e.id = b.entry_id"              \
    " WHERE ($1 = 0 OR b.id = $1) AND ($2 = 0 OR b.document_id = $2)"                              \
    " AND ($3 = 0 OR b.customer_id" OF_CUSTOMER("$3") ") AND ($4 = 0 OR b.item_id = $4)"           \
    " AND w.posted BETWEEN $5 AND $6 AND ($7 = 0 OR NOT EXISTS (SELECT 1 FROM document v"          \
    " WHERE v.reverses_id = w.id)) ORDER BY w.posted, b.id"

enum err baddebt_list(struct book *book, const struct baddebt_query *query, struct arena *arena,
                      struct baddebt **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM bad_debt", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(book->db, BAD_DEBTS);
    bind_i64(q, 1, query->id);
    bind_i64(q, 2, query->document_id);
    bind_i64(q, 3, query->customer_id);
    bind_i64(q, 4, query->item_id);
    bind_i64(q, 5, date_given(query->from) ? query->from.day : INT32_MIN);
    bind_i64(q, 6, date_given(query->to) ? query->to.day : DATE_NEVER.day);
    bind_i64(q, 7, query->standing);
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] = (struct baddebt){.id = col_i64(q, 0),
                                              .document_id = col_i64(q, 1),
                                              .item_id = col_i64(q, 2),
                                              .customer_id = col_i64(q, 3),
                                              .method = (enum baddebt_method)col_i64(q, 4),
                                              .reason = arena_text(arena, col_text(q, 5)),
                                              .number = arena_text(arena, col_text(q, 6)),
                                              .invoice = arena_text(arena, col_text(q, 7)),
                                              .customer = arena_text(arena, col_text(q, 8)),
                                              .name = arena_text(arena, col_text(q, 9)),
                                              .actor = arena_text(arena, col_text(q, 10)),
                                              .day = col_date(q, 11),
                                              .posted = col_date(q, 12),
                                              .currency = book_currency_of(book, col_text(q, 13)),
                                              .amount = col_i64(q, 14),
                                              .recovered = col_i64(q, 15),
                                              .relief = col_i64(q, 16),
                                              .reversed = col_i64(q, 17) != 0};
    return stmt_end(q);
}

enum err baddebt_find(struct book *book, const char *number, struct arena *arena,
                      struct baddebt *out)
{
    struct document document;
    struct baddebt *rows = NULL;
    int count = 0;

    TRY(document_find(book, number, DOCUMENT_MASK(DOCUMENT_WRITEOFF), arena, &document));
    const struct baddebt_query query = {.document_id = document.id};
    TRY(baddebt_list(book, &query, arena, &rows, &count));
    if (count == 0)
        return fail(book->note, ERR_CONFLICT,
                    "%s is a small difference, not a bad debt; `baddebt list` shows those",
                    document.number);
    *out = rows[0];
    return ERR_OK;
}

static const char *kind_word(bool bad, bool in_act, int64_t amount)
{
    if (bad)
        return "bad-debt";
    if (amount < 0)
        return in_act ? "surplus" : "dormant";
    return in_act ? "difference" : "small";
}

/* Write-offs posted in the days $1 to $2, and reversals of write-offs posted in them; recovered is
 * what stood on the last day. */
#define WRITEOFFS                                                                                  \
    "SELECT x.id, x.number, COALESCE(c.code, ''), COALESCE(c.name, ''), w.reference,"              \
    " x.reason, COALESCE(e.actor, ''), x.posted, w.currency,"                                      \
    " (SELECT CAST(-SUM(i.amount) AS BIGINT) FROM item i WHERE i.document_id = x.id),"             \
    " w.act_id IS NOT NULL, b.id IS NOT NULL,"                                                     \
    " (SELECT CAST(COALESCE(SUM(s.amount), 0) AS BIGINT) FROM bad_debt_step s"                     \
    " JOIN document y ON y.id = s.document_id WHERE s.bad_debt_id = b.id AND s.kind = 0"           \
    " AND x.id = w.id AND y.posted <= $2" UNREVERSED_ON("y.id", "$2") "),"                         \
    " CASE WHEN x.id <> w.id THEN w.number END"                                                    \
    " FROM document x JOIN document w ON w.id = COALESCE(x.reverses_id, x.id)"                     \
    " LEFT JOIN bad_debt b ON b.document_id = w.id"                                                \
    " LEFT JOIN customer c ON c.id = w.customer_id"                                                \
    " LEFT JOIN entry e ON e.id = x.entry_id WHERE x.posted BETWEEN $1 AND $2"                     \
    " AND x.kind IN ($3, $5) AND w.kind = $3 AND ($4 = 0 OR w.customer_id" OF_CUSTOMER("$4") ")"   \
    " ORDER BY x.posted, x.id"

enum err writeoffs_each(struct book *book, struct date from, struct date to, int64_t customer_id,
                        enum err (*each)(void *self, const struct writeoff_row *row), void *self)
{
    struct stmt *q = db_sql(book->db, WRITEOFFS);
    enum err e = ERR_OK;

    bind_i64(q, 1, from.day);
    bind_i64(q, 2, to.day);
    bind_i64(q, 3, DOCUMENT_WRITEOFF);
    bind_i64(q, 4, customer_id);
    bind_i64(q, 5, DOCUMENT_CONTRA);
    while (e == ERR_OK && stmt_row(q)) {
        const char *takes_back = col_is_null(q, 13) ? "" : col_text(q, 13);
        const int64_t amount = col_i64(q, 9);
        const struct writeoff_row row = {.document_id = col_i64(q, 0),
                                         .number = col_text(q, 1),
                                         .customer = col_text(q, 2),
                                         .name = col_text(q, 3),
                                         .document = col_text(q, 4),
                                         .reason = col_text(q, 5),
                                         .actor = col_text(q, 6),
                                         .posted = col_date(q, 7),
                                         .currency = book_currency_of(book, col_text(q, 8)),
                                         .amount = amount,
                                         .kind = kind_word(col_i64(q, 11) != 0, col_i64(q, 10) != 0,
                                                           *takes_back ? -amount : amount),
                                         .recovered = col_i64(q, 12),
                                         .takes_back = takes_back};
        e = each(self, &row);
    }
    return stmt_end_after(q, e);
}
