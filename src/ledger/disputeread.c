/* disputeread: cases as they stand, from their facts. */
#include "ledger/dispute.h"

#include "ledger/local.h"

const char *dispute_status_word(enum dispute_status status)
{
    static const char *const words[] = {
#define X(name, word) word,
        DISPUTE_STATUSES(X)
#undef X
    };
    return words[status];
}

/* The last step by the day that is bound as $1; a case of an older book may have none. */
#define CASE                                                                                       \
    "SELECT p.id, p.item_id, p.amount, p.reason, COALESCE(s.owner, p.owner), p.text,"              \
    " z.resolution, p.opened, z.closed, d.number, c.code, i.currency, s.due, s.escalate, s.level," \
    " s.status, i.customer_id, i.document_id, c.name, o.kind, o.cause, o.amount, x.number"         \
    " FROM dispute p JOIN item i ON i.id = p.item_id"                                              \
    " JOIN document d ON d.id = i.document_id LEFT JOIN customer c ON c.id = i.customer_id"        \
    " LEFT JOIN dispute_closing z ON z.dispute_id = p.id AND z.closed <= $1"                       \
    " LEFT JOIN dispute_outcome o ON o.dispute_id = z.dispute_id"                                  \
    " LEFT JOIN document x ON x.id = o.document_id"                                                \
    " LEFT JOIN dispute_step s ON s.id = (SELECT MAX(t.id) FROM dispute_step t"                    \
    " WHERE t.dispute_id = p.id AND t.day <= $1)"

static void case_read(struct book *book, struct stmt *q, struct arena *arena, struct dispute *out)
{
    *out = (struct dispute){.id = col_i64(q, 0),
                            .item_id = col_i64(q, 1),
                            .amount = col_i64(q, 2),
                            .reason = arena_text(arena, col_text(q, 3)),
                            .owner = arena_text(arena, col_text(q, 4)),
                            .text = arena_text(arena, col_text(q, 5)),
                            .resolution = arena_text(arena, col_text(q, 6)),
                            .opened = col_date(q, 7),
                            .closed = col_date(q, 8),
                            .number = arena_text(arena, col_text(q, 9)),
                            .customer = arena_text(arena, col_text(q, 10)),
                            .currency = book_currency_of(book, col_text(q, 11)),
                            .due = col_date(q, 12),
                            .escalate = col_date(q, 13),
                            .level = (int)col_i64(q, 14),
                            .status = (enum dispute_status)col_i64(q, 15),
                            .customer_id = col_i64(q, 16),
                            .document_id = col_i64(q, 17),
                            .name = arena_text(arena, col_text(q, 18)),
                            .outcome = col_is_null(q, 19) ? DISPUTE_OTHER
                                                          : (enum dispute_resolution)col_i64(q, 19),
                            .cause = arena_text(arena, col_text(q, 20)),
                            .taken_off = col_i64(q, 21),
                            .paper = arena_text(arena, col_text(q, 22))};
    if (date_is(out->closed))
        out->status = DISPUTE_STATUS_CLOSED;
}

enum err dispute_get(struct book *book, int64_t id, struct arena *arena, struct dispute *out)
{
    struct stmt *q = db_sql(book->db, CASE " WHERE p.id = $2");
    bool is = false;

    bind_i64(q, 1, DATE_NEVER.day);
    bind_i64(q, 2, id);
    if (stmt_row(q)) {
        case_read(book, q, arena, out);
        is = true;
    }
    TRY(stmt_end(q));
    return is ? ERR_OK
              : fail(book->note, ERR_MISSING, "there is no dispute %lld; `dispute list` shows them",
                     (long long)id);
}

enum err dispute_list_on(struct book *book, int64_t customer_id, bool only_open, struct date as_of,
                         struct arena *arena, struct dispute **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM dispute", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q =
        db_sql(book->db, CASE " WHERE p.opened <= $1 AND ($2 = 0 OR i.customer_id" OF_CUSTOMER(
                             "$2") ")"
                                   " AND ($3 = 0 OR z.closed IS NULL) ORDER BY p.id");
    bind_i64(q, 1, as_of.day);
    bind_i64(q, 2, customer_id);
    bind_i64(q, 3, only_open);
    while (stmt_row(q) && *count < (int)room)
        case_read(book, q, arena, &(*out)[(*count)++]);
    return stmt_end(q);
}

enum err dispute_list(struct book *book, int64_t customer_id, bool only_open, struct arena *arena,
                      struct dispute **out, int *count)
{
    return dispute_list_on(book, customer_id, only_open, DATE_NEVER, arena, out, count);
}
