#include "ledger/disputereason.h"

#include "base/text.h"
#include "ledger/local.h"

#include <string.h>

#define REASON                                                                                     \
    "SELECT id, code, name, owner, cause, due_days, stops_dunning, stops_interest, spares_credit," \
    " active FROM dispute_reason"
#define CAUSE "SELECT id, code, name, active FROM dispute_cause"

static void reason_read(struct stmt *q, struct arena *arena, struct dispute_reason *out)
{
    *out = (struct dispute_reason){.id = col_i64(q, 0),
                                   .code = arena_text(arena, col_text(q, 1)),
                                   .name = arena_text(arena, col_text(q, 2)),
                                   .owner = arena_text(arena, col_text(q, 3)),
                                   .cause = arena_text(arena, col_text(q, 4)),
                                   .due_days = (int)col_i64(q, 5),
                                   .stops_dunning = col_i64(q, 6) != 0,
                                   .stops_interest = col_i64(q, 7) != 0,
                                   .spares_credit = col_i64(q, 8) != 0,
                                   .active = col_i64(q, 9) != 0};
}

static void cause_read(struct stmt *q, struct arena *arena, struct dispute_cause *out)
{
    *out = (struct dispute_cause){.id = col_i64(q, 0),
                                  .code = arena_text(arena, col_text(q, 1)),
                                  .name = arena_text(arena, col_text(q, 2)),
                                  .active = col_i64(q, 3) != 0};
}

/* "PRICE QTY SHORT": the codes in use, for a sentence that refuses another one. */
static enum err codes_in_use(struct stmt *q, struct arena *arena, const char **out)
{
    *out = "";
    while (stmt_row(q))
        *out = arena_format(arena, "%s%s%s", *out, **out ? " " : "", col_text(q, 0));
    return stmt_end(q);
}

enum err dispute_reason_get(struct book *book, const char *code, struct arena *arena,
                            struct dispute_reason *out, bool *is)
{
    struct stmt *q = db_sql(book->db, REASON " WHERE code = $1");

    bind_text(q, 1, code ? code : "");
    *is = stmt_row(q);
    if (*is)
        reason_read(q, arena, out);
    return stmt_end(q);
}

enum err dispute_reason_find(struct book *book, const char *code, struct arena *arena,
                             struct dispute_reason *out)
{
    const char *codes = NULL;
    bool is = false;

    TRY(dispute_reason_get(book, code, arena, out, &is));
    if (is && out->active)
        return ERR_OK;
    TRY(codes_in_use(
        db_sql(book->db, "SELECT code FROM dispute_reason WHERE active = 1 ORDER BY id"), arena,
        &codes));
    if (!code || !*code)
        return fail(book->note, ERR_INPUT, "a dispute needs its reason: one of %s", codes);
    return fail(book->note, ERR_INPUT, "%s is no reason of a dispute%s: one of %s", code,
                is ? " any more" : "", codes);
}

static const char *flag(bool is)
{
    return is ? "1" : "0";
}

static enum err changed(struct tx *tx, const char *subject, int64_t id, const char *field,
                        const char *before, const char *after)
{
    return before && strcmp(before, after) == 0 ? ERR_OK
                                                : tx_change(tx, subject, id, field, before, after);
}

static enum err reason_changes(struct tx *tx, const struct dispute_reason *was,
                               const struct dispute_reason *is, int64_t id, struct arena *arena)
{
    static const char subject[] = "dispute reason";

    TRY(changed(tx, subject, id, "name", was ? was->name : NULL, is->name));
    TRY(changed(tx, subject, id, "owner", was ? was->owner : "", is->owner));
    TRY(changed(tx, subject, id, "cause", was ? was->cause : "", is->cause));
    TRY(changed(tx, subject, id, "due-days", was ? arena_format(arena, "%d", was->due_days) : NULL,
                arena_format(arena, "%d", is->due_days)));
    TRY(changed(tx, subject, id, "dunning", was ? flag(was->stops_dunning) : NULL,
                flag(is->stops_dunning)));
    TRY(changed(tx, subject, id, "interest", was ? flag(was->stops_interest) : NULL,
                flag(is->stops_interest)));
    TRY(changed(tx, subject, id, "credit", was ? flag(was->spares_credit) : NULL,
                flag(is->spares_credit)));
    return changed(tx, subject, id, "active", was ? flag(was->active) : NULL, flag(is->active));
}

static enum err code_judge(struct book *book, const char *code, const char *name)
{
    if (!code || !*code || strpbrk(code, " ,;="))
        return fail(book->note, ERR_INPUT, "a code is one word, as PRICE");
    if (!name || !*name)
        return fail(book->note, ERR_INPUT, "%s: say with --name what it means", code);
    return ERR_OK;
}

enum err dispute_reason_set(struct tx *tx, const struct dispute_reason *reason)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct dispute_reason was;
    struct dispute_cause cause;
    bool is = false;
    int64_t id = 0;
    enum err e;

    /* look and judge */
    TRY_OUT(code_judge(book, reason->code, reason->name));
    TRY_OUT(dispute_reason_get(book, reason->code, &arena, &was, &is));
    if (*reason->cause)
        TRY_OUT(dispute_cause_find(book, reason->cause, &arena, &cause));
    if (reason->due_days < 0 || reason->due_days > 3650) {
        e = fail(book->note, ERR_INPUT, "a case is due within 0 to 3650 days");
        goto out;
    }

    /* write */
    struct stmt *q = db_sql(
        book->db, "INSERT INTO dispute_reason (code, name, owner, cause, due_days, stops_dunning,"
                  " stops_interest, spares_credit, active)"
                  " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (code) DO UPDATE SET"
                  " name = $2, owner = $3, cause = $4, due_days = $5, stops_dunning = $6,"
                  " stops_interest = $7, spares_credit = $8, active = $9 RETURNING id");
    bind_text(q, 1, reason->code);
    bind_text(q, 2, reason->name);
    bind_text(q, 3, reason->owner);
    bind_text(q, 4, *reason->cause ? cause.code : "");
    bind_i64(q, 5, reason->due_days);
    bind_i64(q, 6, reason->stops_dunning);
    bind_i64(q, 7, reason->stops_interest);
    bind_i64(q, 8, reason->spares_credit);
    bind_i64(q, 9, reason->active);
    if (stmt_row(q))
        id = col_i64(q, 0);
    TRY_OUT(stmt_end(q));
    e = reason_changes(tx, is ? &was : NULL, reason, id, &arena);
out:
    arena_done(&arena);
    return e;
}

enum err dispute_reason_list(struct book *book, bool all, struct arena *arena,
                             struct dispute_reason **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM dispute_reason", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(book->db, REASON " WHERE $1 = 1 OR active = 1 ORDER BY id");
    bind_i64(q, 1, all);
    while (stmt_row(q) && *count < (int)room)
        reason_read(q, arena, &(*out)[(*count)++]);
    return stmt_end(q);
}

/* ---- root causes ---------------------------------------------------------------------------- */

enum err dispute_cause_get(struct book *book, const char *code, struct arena *arena,
                           struct dispute_cause *out, bool *is)
{
    struct stmt *q = db_sql(book->db, CAUSE " WHERE code = $1");

    bind_text(q, 1, code ? code : "");
    *is = stmt_row(q);
    if (*is)
        cause_read(q, arena, out);
    return stmt_end(q);
}

enum err dispute_cause_find(struct book *book, const char *code, struct arena *arena,
                            struct dispute_cause *out)
{
    const char *codes = NULL;
    bool is = false;

    TRY(dispute_cause_get(book, code, arena, out, &is));
    if (is && out->active)
        return ERR_OK;
    TRY(codes_in_use(
        db_sql(book->db, "SELECT code FROM dispute_cause WHERE active = 1 ORDER BY id"), arena,
        &codes));
    if (!code || !*code)
        return fail(book->note, ERR_INPUT, "a closed dispute has its root cause: one of %s", codes);
    return fail(book->note, ERR_INPUT, "%s is no root cause%s: one of %s", code,
                is ? " any more" : "", codes);
}

enum err dispute_cause_set(struct tx *tx, const struct dispute_cause *cause)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct dispute_cause was;
    bool is = false;
    int64_t id = 0;
    enum err e;

    /* look and judge */
    TRY_OUT(code_judge(book, cause->code, cause->name));
    TRY_OUT(dispute_cause_get(book, cause->code, &arena, &was, &is));

    /* write */
    struct stmt *q =
        db_sql(book->db, "INSERT INTO dispute_cause (code, name, active) VALUES ($1, $2, $3)"
                         " ON CONFLICT (code) DO UPDATE SET name = $2, active = $3 RETURNING id");
    bind_text(q, 1, cause->code);
    bind_text(q, 2, cause->name);
    bind_i64(q, 3, cause->active);
    if (stmt_row(q))
        id = col_i64(q, 0);
    TRY_OUT(stmt_end(q));
    TRY_OUT(changed(tx, "dispute cause", id, "name", is ? was.name : NULL, cause->name));
    e = changed(tx, "dispute cause", id, "active", is ? flag(was.active) : NULL,
                flag(cause->active));
out:
    arena_done(&arena);
    return e;
}

enum err dispute_cause_list(struct book *book, bool all, struct arena *arena,
                            struct dispute_cause **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM dispute_cause", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(book->db, CAUSE " WHERE $1 = 1 OR active = 1 ORDER BY id");
    bind_i64(q, 1, all);
    while (stmt_row(q) && *count < (int)room)
        cause_read(q, arena, &(*out)[(*count)++]);
    return stmt_end(q);
}
