/* dunletterread: letters and runs of dunning as lists and pages show them. */
#include "ledger/dunletter.h"

#include "ledger/local.h"

#include <string.h>

#define LETTERS(body)                                                                              \
    "SELECT l.id, l.run_id, l.customer_id, l.serial, l.level, l.day, l.due, l.held, l.amount,"     \
    " l.fee, l.fee_id, l.currency, l.number, l.language, l.sha256, " body                          \
    ", c.code, c.name, e.actor, z.day, z.fee_id, u.day, u.reason,"                                 \
    " (SELECT COUNT(*) FROM dunning_item x WHERE x.letter_id = l.id)"                              \
    " FROM dunning_letter l JOIN customer c ON c.id = l.customer_id"                               \
    " LEFT JOIN entry e ON e.id = l.entry_id"                                                      \
    " LEFT JOIN dunning_release z ON z.letter_id = l.id"                                           \
    " LEFT JOIN dunning_undo u ON u.letter_id = l.id"

const char *dunletter_state_word(enum dunletter_state state)
{
    static const char *const words[] = {"sent", "held", "undone"};

    return words[state];
}

static void letter_read(struct book *book, struct stmt *q, struct dunletter *out)
{
    *out = (struct dunletter){.id = col_i64(q, 0),
                              .run_id = col_i64(q, 1),
                              .customer_id = col_i64(q, 2),
                              .serial = col_i64(q, 3),
                              .level = (int)col_i64(q, 4),
                              .day = col_date(q, 5),
                              .due = col_date(q, 6),
                              .held = col_i64(q, 7) != 0,
                              .amount = col_i64(q, 8),
                              .fee = col_i64(q, 9),
                              .fee_id = col_i64(q, 10) ? col_i64(q, 10) : col_i64(q, 20),
                              .currency = book_currency_of(book, col_text(q, 11)),
                              .number = col_text(q, 12),
                              .language = col_text(q, 13),
                              .sha256 = col_text(q, 14),
                              .body = col_text(q, 15),
                              .customer = col_text(q, 16),
                              .name = col_text(q, 17),
                              .actor = col_text(q, 18),
                              .released = col_date(q, 19),
                              .undone = col_date(q, 21),
                              .reason = col_text(q, 22),
                              .items = (int)col_i64(q, 23)};
    if (date_is(out->undone))
        out->state = DUNLETTER_UNDONE;
    else if (out->held && !date_is(out->released))
        out->state = DUNLETTER_HELD;
}

static void letter_keep(struct dunletter *letter, struct arena *arena)
{
    const char **texts[] = {&letter->number,   &letter->language, &letter->sha256, &letter->body,
                            &letter->customer, &letter->name,     &letter->actor,  &letter->reason};

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        *texts[i] = arena_text(arena, *texts[i] ? *texts[i] : "");
}

enum err dunletter_find(struct book *book, const char *number, struct arena *arena,
                        struct dunletter *out)
{
    struct stmt *q = db_sql(book->db, LETTERS("l.body") " WHERE l.number = $1");
    bool there;

    bind_text(q, 1, number);
    if ((there = stmt_row(q))) {
        letter_read(book, q, out);
        letter_keep(out, arena);
    }
    TRY(stmt_end(q));
    return there ? ERR_OK
                 : fail(book->note, ERR_MISSING, "there is no letter %s; `dunning list` shows them",
                        number);
}

enum err dunletter_customer(struct book *book, const char *number, int64_t *customer_id)
{
    return db_get(book->db, customer_id, 0,
                  "SELECT customer_id FROM dunning_letter WHERE number = $1", "t", number);
}

enum err dunletter_each(struct book *book, const struct dunletter_query *query,
                        enum err (*each)(void *self, const struct dunletter *letter), void *self)
{
    struct stmt *q =
        query->run_id
            ? db_sql(book->db,
                     LETTERS("''") " WHERE l.run_id = $1 AND ($2 = 0 OR l.customer_id" OF_CUSTOMER(
                         "$2") ") AND l.day BETWEEN $3 AND $4 ORDER BY l.id")
        : query->customer_id
            ? db_sql(book->db, LETTERS("''") " WHERE l.customer_id" OF_CUSTOMER(
                                   "$2") " AND $1 = 0 AND l.day"
                                         " BETWEEN $3 AND $4 ORDER BY l.id")
            : db_sql(book->db, LETTERS("''") " WHERE $1 = 0 AND $2 = 0 AND l.day BETWEEN $3 AND $4"
                                             " ORDER BY l.id");
    enum err e = ERR_OK;

    bind_i64(q, 1, query->run_id);
    bind_i64(q, 2, query->customer_id);
    bind_i64(q, 3, date_is(query->from) ? query->from.day : INT32_MIN);
    bind_i64(q, 4, date_is(query->to) ? query->to.day : INT32_MAX);
    while (e == ERR_OK && stmt_row(q)) {
        struct dunletter letter;
        letter_read(book, q, &letter);
        if (query->state < 0 || query->state == (int)letter.state)
            e = each(self, &letter);
    }
    return stmt_end_after(q, e);
}

enum err dunrun_list(struct book *book, struct arena *arena, struct dunrun **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM dunning_run", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(
        book->db,
        "SELECT r.id, r.day, COALESCE(e.actor, ''), COUNT(l.id), COUNT(DISTINCT l.customer_id),"
        " COUNT(CASE WHEN l.held = 1 AND z.id IS NULL AND u.id IS NULL THEN 1 END), COUNT(u.id),"
        " COUNT(CASE WHEN l.fee > 0 THEN 1 END)"
        " FROM dunning_run r LEFT JOIN entry e ON e.id = r.entry_id LEFT JOIN dunning_letter l"
        " ON l.run_id = r.id LEFT JOIN dunning_release z ON z.letter_id = l.id"
        " LEFT JOIN dunning_undo u ON u.letter_id = l.id GROUP BY r.id, r.day, e.actor"
        " ORDER BY r.id DESC");
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] = (struct dunrun){.id = col_i64(q, 0),
                                             .day = col_date(q, 1),
                                             .actor = arena_text(arena, col_text(q, 2)),
                                             .letters = col_i64(q, 3),
                                             .customers = col_i64(q, 4),
                                             .held = col_i64(q, 5),
                                             .undone = col_i64(q, 6),
                                             .fees = col_i64(q, 7)};
    return stmt_end(q);
}
