/* period: which months are closed, and by which steps they came to be. */
#include "ledger/period.h"

#include "ledger/local.h"

#include <stdio.h>
#include <string.h>

const char *period_state_word(enum period_state state)
{
    static const char *const words[] = {"open", "soft-closed", "closed"};

    return words[state];
}

const char *period_text(int month, char out[PERIOD_TEXT])
{
    char day[DATE_TEXT];

    snprintf(out, PERIOD_TEXT, "%.7s", date_iso(date_month_first(month), day));
    return out;
}

enum err period_parse(const char *text, int *month, struct note *note)
{
    char first[DATE_TEXT];
    struct date day;

    snprintf(first, sizeof first, "%s%s", text, strlen(text) == PERIOD_TEXT - 1 ? "-01" : "");
    if (strlen(text) >= DATE_TEXT || date_parse_iso(first, &day) != ERR_OK)
        return fail(note, ERR_INPUT, "\"%.40s\" is no month; 2026-10 is one", text);
    *month = date_month(day);
    return ERR_OK;
}

enum err period_bounds(struct book *book, struct period_bounds *out)
{
    struct stmt *q =
        db_sql(book->db, "SELECT soft_to, closed_to FROM period_step ORDER BY id DESC LIMIT 1");

    *out = (struct period_bounds){DATE_NONE, DATE_NONE};
    if (stmt_row(q))
        *out = (struct period_bounds){col_date(q, 0), col_date(q, 1)};
    return stmt_end(q);
}

enum err period_first(struct book *book, int *month)
{
    int64_t first = 0;

    TRY(db_get(book->db, &first, date_month(book->today), "SELECT MIN(month) FROM period_total",
               ""));
    *month = (int)first;
    return ERR_OK;
}

enum period_state period_state_on(const struct period_bounds *bounds, struct date day)
{
    return day.day <= bounds->closed_to.day ? PERIOD_CLOSED
           : day.day <= bounds->soft_to.day ? PERIOD_SOFT
                                            : PERIOD_OPEN;
}

enum err period_words(struct book *book, struct date day, struct arena *arena, const char **out)
{
    struct period_bounds bounds;
    char month[PERIOD_TEXT];

    *out = "";
    TRY(period_bounds(book, &bounds));
    if (date_is(bounds.soft_to))
        *out = arena_format(arena, ", %s %s", period_text(date_month(day), month),
                            period_state_word(period_state_on(&bounds, day)));
    return ERR_OK;
}

#define STEP                                                                                       \
    "SELECT s.id, s.entry_id, s.month, s.step, s.actor, s.admitted, s.reason, s.head, e.moment"    \
    " FROM period_step s LEFT JOIN entry e ON e.id = s.entry_id"

static void read_step(struct stmt *q, struct arena *arena, struct period_step *out)
{
    *out = (struct period_step){.id = col_i64(q, 0),
                                .entry_id = col_i64(q, 1),
                                .month = (int)col_i64(q, 2),
                                .act = (enum period_act)col_i64(q, 3),
                                .actor = arena_text(arena, col_text(q, 4)),
                                .admitted = arena_text(arena, col_text(q, 5)),
                                .reason = arena_text(arena, col_text(q, 6)),
                                .head = arena_text(arena, col_text(q, 7)),
                                .moment = col_i64(q, 8)};
}

enum err period_steps(struct book *book, int month, struct arena *arena, struct period_step **out,
                      int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM period_step", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(book->db, STEP " WHERE $1 < 0 OR s.month = $1 ORDER BY s.id DESC");
    bind_i64(q, 1, month);
    while (stmt_row(q) && *count < (int)room)
        read_step(q, arena, &(*out)[(*count)++]);
    return stmt_end(q);
}

/* A close stands until its month is reopened. */
#define STANDS                                                                                     \
    " s.step = 2 AND NOT EXISTS (SELECT 1 FROM period_step r WHERE r.step = 3"                     \
    " AND r.month = s.month AND r.id > s.id)"

enum err period_closing(struct book *book, int month, struct arena *arena, struct period_step *out,
                        bool *is)
{
    struct stmt *q = db_sql(book->db, STEP " WHERE s.month = $1 AND" STANDS);

    bind_i64(q, 1, month);
    *is = stmt_row(q);
    if (*is)
        read_step(q, arena, out);
    return stmt_end(q);
}

enum err period_known(struct book *book, struct date day, int64_t *entry_id)
{
    return db_get(book->db, entry_id, 0,
                  "SELECT s.entry_id FROM period_step s WHERE s.month >= $1 AND" STANDS
                  " ORDER BY s.month LIMIT 1",
                  "i", (int64_t)date_month(day));
}
