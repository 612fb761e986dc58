/* approvalread: what waits or waited, with its customer, paper, and how it ended. */
#include "ledger/approval.h"
#include "ledger/local.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

const char *approval_status(const struct approval *approval)
{
    static const char *const words[] = {"waits", "approved", "rejected", "expired"};

    return approval->withdrawn ? "withdrawn" : words[approval->state];
}

static struct date clock_day(struct book *book)
{
    return moment_date(book_moment(book));
}

#define APPROVAL_COLUMNS                                                                           \
    "SELECT a.id, a.entry_id, a.kind, COALESCE(c.merged_into, a.customer_id), a.item_id,"          \
    " a.document_id, a.amount, a.base, a.day, a.expires, a.currency, a.maker, a.reason,"           \
    " a.command, m.moment,"                                                                        \
    " COALESCE(c.code, ''), COALESCE(c.name, ''), COALESCE(d.number, ''), z.approved,"             \
    " z.ran_entry, z.decided_by, z.reason, e.moment, EXISTS (SELECT 1 FROM user_sign s"            \
    " WHERE s.entry_id = z.entry_id AND s.kind = 2) FROM approval a"                               \
    " LEFT JOIN entry m ON m.id = a.entry_id LEFT JOIN customer c ON c.id = a.customer_id"         \
    " LEFT JOIN document d ON d.id = a.document_id"                                                \
    " LEFT JOIN approval_end z ON z.approval_id = a.id LEFT JOIN entry e ON e.id = z.entry_id"

static enum approval_state state_of(struct book *book, struct stmt *q, struct date expires)
{
    if (!col_is_null(q, 18))
        return col_i64(q, 18) == 1 ? APPROVAL_APPROVED : APPROVAL_REJECTED;
    return clock_day(book).day > expires.day ? APPROVAL_EXPIRED : APPROVAL_OPEN;
}

static void row_read(struct book *book, struct stmt *q, struct arena *arena, struct approval *out)
{
    *out = (struct approval){
        .id = col_i64(q, 0),
        .entry_id = col_i64(q, 1),
        .kind = (enum grant_kind)col_i64(q, 2),
        .customer_id = col_i64(q, 3),
        .item_id = col_i64(q, 4),
        .document_id = col_i64(q, 5),
        .amount = {col_i64(q, 6), book_currency_of(book, col_text(q, 10))},
        .base = col_i64(q, 7),
        .day = col_date(q, 8),
        .expires = col_date(q, 9),
        .maker = arena_text(arena, col_text(q, 11)),
        .reason = arena_text(arena, col_text(q, 12)),
        .command = arena_text(arena, col_text(q, 13)),
        .moment = col_i64(q, 14),
        .customer = arena_text(arena, col_text(q, 15)),
        .name = arena_text(arena, col_text(q, 16)),
        .document = arena_text(arena, col_text(q, 17)),
        .ran_entry = col_i64(q, 19),
        .decided_by = arena_text(arena, col_is_null(q, 20) ? "" : col_text(q, 20)),
        .why = arena_text(arena, col_is_null(q, 21) ? "" : col_text(q, 21)),
        .decided_at = col_i64(q, 22),
        .is_signed = col_i64(q, 23) == 1,
    };
    out->number = arena_format(arena, "A-%lld", (long long)out->id);
    out->state = state_of(book, q, out->expires);
    out->withdrawn = out->state == APPROVAL_REJECTED && strcmp(out->maker, out->decided_by) == 0;
}

enum err approval_find(struct book *book, const char *number, struct arena *arena,
                       struct approval *out)
{
    const char *digits = strncasecmp(number, "A-", 2) == 0 ? number + 2 : number;
    const int64_t id = strspn(digits, "0123456789") == strlen(digits) ? atoll(digits) : 0;
    struct stmt *q = db_sql(book->db, APPROVAL_COLUMNS " WHERE a.id = $1");

    bind_i64(q, 1, id);
    const bool is = stmt_row(q);
    if (is)
        row_read(book, q, arena, out);
    TRY(stmt_end(q));
    return is ? ERR_OK
              : fail(book->note, ERR_MISSING,
                     "there is no approval %.40s; `approval list` shows them", number);
}

enum err approval_of_entry(struct book *book, int64_t entry_id, int64_t *id)
{
    return db_get(book->db, id, 0,
                  "SELECT a.id FROM approval a JOIN entry e ON e.id = a.entry_id"
                  " WHERE a.entry_id = $1 AND e.ref = 'A-' || CAST(a.id AS TEXT)",
                  "i", entry_id);
}

static bool is_wanted(const struct approval_query *query, const struct approval *approval)
{
    if (query->open && approval->state != APPROVAL_OPEN)
        return false;
    if (query->customer_id && approval->customer_id != query->customer_id)
        return false;
    if (date_is(query->to) && approval->day.day > query->to.day)
        return false;
    return !query->waits_for || strcmp(approval->maker, query->waits_for) != 0;
}

enum err approval_list(struct book *book, const struct approval_query *query, struct arena *arena,
                       struct approval **out, int *count)
{
    struct stmt *q =
        query->open ? db_sql(book->db, APPROVAL_COLUMNS " WHERE z.id IS NULL AND a.expires >= $1"
                                                        " ORDER BY a.id DESC")
                    : db_sql(book->db, APPROVAL_COLUMNS " ORDER BY a.id DESC");
    int room = 0;

    *out = NULL;
    *count = 0;
    if (query->open)
        bind_i64(q, 1, clock_day(book).day);
    while (stmt_row(q)) {
        struct approval row;
        row_read(book, q, arena, &row);
        if (!is_wanted(query, &row))
            continue;
        *out = arena_grow(arena, *out, *count, &room, sizeof **out);
        (*out)[(*count)++] = row;
    }
    return stmt_end(q);
}

enum err granted_each(struct book *book, int64_t customer_id,
                      enum err (*each)(void *self, const struct granted_before *granted),
                      void *self)
{
    struct stmt *q = db_sql(book->db, "SELECT g.kind, COALESCE(d.number, ''), g.granted_by, g.base,"
                                      " g.approval_id, g.day FROM concession g LEFT JOIN document d"
                                      " ON d.id = g.document_id"
                                      " WHERE g.customer_id" OF_CUSTOMER("$1")
                                      " AND g.customer_id <> 0 ORDER BY g.id DESC");
    enum err e = ERR_OK;

    bind_i64(q, 1, customer_id);
    while (e == ERR_OK && stmt_row(q)) {
        const struct granted_before row = {.kind = (enum grant_kind)col_i64(q, 0),
                                           .document = col_text(q, 1),
                                           .by = col_text(q, 2),
                                           .base = col_i64(q, 3),
                                           .approval_id = col_i64(q, 4),
                                           .day = col_date(q, 5)};
        e = each(self, &row);
    }
    return stmt_end_after(q, e);
}
