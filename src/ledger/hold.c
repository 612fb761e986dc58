/* hold: holds set and released. */
#include "ledger/hold.h"

#include "ledger/contact.h"
#include "ledger/local.h"

#define NO_DAY INT32_MIN

static enum err set_judge(struct book *book, const struct hold *hold)
{
    struct arena arena = {0};
    struct hold *standing;
    int count;
    enum err e = ERR_OK;

    if (!hold->reason || !hold->reason[0])
        return fail(book->note, ERR_INPUT, "a hold needs a reason");
    if (date_is(hold->until) && hold->until.day < hold->day.day)
        return fail(book->note, ERR_INPUT, "a hold cannot end before it begins");
    TRY_OUT(hold_list(book, hold->customer_id, hold->day, &arena, &standing, &count));
    for (int i = 0; i < count; i++)
        if (!standing[i].document_id == !hold->document_id)
            TRY_OUT(fail(book->note, ERR_CONFLICT,
                         "%s is on hold already: %s; release it first, to say it otherwise",
                         standing[i].customer, standing[i].reason));
out:
    arena_done(&arena);
    return e;
}

/* Among what was said to the customer and of it: whoever calls sees when orders stopped and why. */
static enum err history_note(struct tx *tx, int64_t customer_id, int64_t document_id,
                             struct date day, const char *text)
{
    const struct contact note = {.customer_id = customer_id,
                                 .document_id = document_id,
                                 .kind = CONTACT_NOTE,
                                 .day = day,
                                 .next_day = DATE_NONE,
                                 .text = text};
    int64_t id = 0;

    return contact_log(tx, &note, &id);
}

static enum err set_note(struct tx *tx, const struct hold *hold)
{
    struct arena arena = {0};
    char day[DATE_TEXT];
    const char *until = date_is(hold->until)
                            ? arena_format(&arena, " until %s", date_iso(hold->until, day))
                            : "";
    const enum err e =
        history_note(tx, hold->customer_id, hold->document_id, hold->day,
                     arena_format(&arena, "on hold%s%s: %s", hold->document_id ? " by rule" : "",
                                  until, hold->reason));

    arena_done(&arena);
    return e;
}

enum err hold_set(struct tx *tx, const struct hold *hold, int64_t *id)
{
    TRY(set_judge(tx->book, hold));
    TRY(set_note(tx, hold));

    const int64_t numbers[] = {tx->entry_id, hold->customer_id, hold->document_id, hold->day.day,
                               date_is(hold->until) ? hold->until.day : NO_DAY};
    const char *const texts[] = {hold->reason};
    return fact_write(tx, FACT_HOLD,
                      "INSERT INTO hold (entry_id, customer_id, document_id, day, until, reason)"
                      " VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
                      numbers, 5, texts, 1, id);
}

enum err hold_release(struct tx *tx, int64_t customer_id, struct date day, const char *reason,
                      int *count)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct hold *standing;
    int64_t id;
    enum err e;

    /* look */
    TRY_OUT(hold_list(book, customer_id, day, &arena, &standing, count));

    /* judge */
    if (*count == 0)
        TRY_OUT(fail(book->note, ERR_CONFLICT,
                     "no hold stands there on that day; rules that are broken are let pass by "
                     "`hold override`"));
    if (!reason || !reason[0])
        TRY_OUT(fail(book->note, ERR_INPUT, "a release needs a reason"));

    /* write */
    for (int i = 0; i < *count; i++) {
        const int64_t numbers[] = {tx->entry_id, standing[i].id, day.day};
        const char *const texts[] = {reason};
        TRY_OUT(fact_write(tx, FACT_HOLD_END,
                           "INSERT INTO hold_end (entry_id, hold_id, day, reason)"
                           " VALUES ($1, $2, $3, $4) RETURNING id",
                           numbers, 3, texts, 1, &id));
    }
    e = history_note(tx, customer_id, 0, day, arena_format(&arena, "hold released: %s", reason));
out:
    arena_done(&arena);
    return e;
}

#define HOLD                                                                                       \
    "SELECT h.id, c.id, h.document_id, h.day, h.until, h.reason, h.entry_id, c.code,"              \
    " c.name, d.number, e.actor, z.day, z.reason FROM hold h" JOIN_STAYS(                          \
        "h") " LEFT JOIN document d ON d.id = h.document_id"                                       \
             " LEFT JOIN entry e ON e.id = h.entry_id LEFT JOIN hold_end z ON z.hold_id = h.id"

/* A release counts from its day on. */
static bool stands_on(const struct hold *hold, struct date day)
{
    return hold->day.day <= day.day && (!date_is(hold->until) || day.day <= hold->until.day) &&
           (!date_is(hold->ended) || day.day < hold->ended.day);
}

enum err hold_list(struct book *book, int64_t customer_id, struct date standing,
                   struct arena *arena, struct hold **out, int *count)
{
    struct stmt *q = customer_id ? db_sql(book->db, HOLD
                                          " WHERE h.customer_id" OF_CUSTOMER("$1") " ORDER BY h.id")
                                 : db_sql(book->db, HOLD " ORDER BY 2, h.id");
    int room = 16;

    *count = 0;
    *out = arena_new(arena, (size_t)room * sizeof **out);
    if (customer_id)
        bind_i64(q, 1, customer_id);
    while (stmt_row(q)) {
        const struct hold hold = {.id = col_i64(q, 0),
                                  .customer_id = col_i64(q, 1),
                                  .document_id = col_i64(q, 2),
                                  .day = col_date(q, 3),
                                  .until = col_date(q, 4),
                                  .reason = arena_text(arena, col_text(q, 5)),
                                  .entry_id = col_i64(q, 6),
                                  .customer = arena_text(arena, col_text(q, 7)),
                                  .name = arena_text(arena, col_text(q, 8)),
                                  .number = arena_text(arena, col_text(q, 9)),
                                  .actor = arena_text(arena, col_text(q, 10)),
                                  .ended = col_date(q, 11),
                                  .end_reason = arena_text(arena, col_text(q, 12))};
        if (date_is(standing) && !stands_on(&hold, standing))
            continue;
        if (*count == room) {
            struct hold *more = arena_new(arena, (size_t)room * 2 * sizeof *more);
            for (int i = 0; i < *count; i++)
                more[i] = (*out)[i];
            *out = more;
            room *= 2;
        }
        (*out)[(*count)++] = hold;
    }
    return stmt_end(q);
}
