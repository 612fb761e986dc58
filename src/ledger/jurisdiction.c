#include "ledger/jurisdiction.h"

#include "ledger/local.h"

#include <string.h>
#include <strings.h>

const char *const jurisdiction_kinds[] = {"business", "consumer", "either", NULL};

static enum err rows_read(struct book *book, struct arena *arena, struct jurisdiction **out,
                          int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM jurisdiction", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(book->db, "SELECT id, code, name, source, kind, years, counted,"
                                      " dormant_years, income FROM jurisdiction"
                                      " ORDER BY code, kind");
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] =
            (struct jurisdiction){.id = col_i64(q, 0),
                                  .code = arena_text(arena, col_text(q, 1)),
                                  .name = arena_text(arena, col_text(q, 2)),
                                  .source = arena_text(arena, col_text(q, 3)),
                                  .kind = (enum jurisdiction_kind)col_i64(q, 4),
                                  .years = (int)col_i64(q, 5),
                                  .counted = (enum limitation_counted)col_i64(q, 6),
                                  .dormant_years = (int)col_i64(q, 7),
                                  .income = col_i64(q, 8) != 0};
    return stmt_end(q);
}

enum err jurisdiction_list(struct book *book, struct arena *arena, struct jurisdiction **out,
                           int *count)
{
    return rows_read(book, arena, out, count);
}

/* What a row says, as one text for its history. */
static const char *row_words(const struct jurisdiction *row, struct arena *arena)
{
    return arena_format(arena, "%s: %d years from %s, dormant after %d, income %s (%s)", row->name,
                        row->years, row->counted ? "the end of the year" : "the due day",
                        row->dormant_years, row->income ? "yes" : "no", row->source);
}

static enum err judge(struct book *book, const struct jurisdiction *row)
{
    const char *code = row->code ? row->code : "";
    const size_t len = strlen(code);

    if (len != 2 && (len < 4 || len > 6 || code[2] != '-'))
        return fail(book->note, ERR_INPUT,
                    "'%s' is no jurisdiction: two letters as DE, or with a part as US-NY", code);
    if (row->years < 0 || row->years > 100 || row->dormant_years < 0 || row->dormant_years > 100)
        return fail(book->note, ERR_INPUT, "years are from 0 to 100");
    return ERR_OK;
}

enum err jurisdiction_set(struct tx *tx, const struct jurisdiction *row)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct jurisdiction *rows = NULL;
    const char *before = NULL;
    int64_t id = 0;
    int count = 0;
    enum err e;

    /* look */
    TRY_OUT(rows_read(book, &arena, &rows, &count));
    for (int i = 0; i < count; i++)
        if (strcasecmp(rows[i].code, row->code ? row->code : "") == 0 && rows[i].kind == row->kind)
            before = row_words(&rows[i], &arena);

    /* judge */
    TRY_OUT(judge(book, row));

    /* write */
    TRY_OUT(db_run(book->db,
                   "INSERT INTO jurisdiction (code, kind, name, years, counted, dormant_years,"
                   " income, source) VALUES (UPPER($1), $2, $3, $4, $5, $6, $7, $8)"
                   " ON CONFLICT (code, kind) DO UPDATE SET name = excluded.name,"
                   " years = excluded.years, counted = excluded.counted,"
                   " dormant_years = excluded.dormant_years, income = excluded.income,"
                   " source = excluded.source",
                   "titiiiit", row->code, (int64_t)row->kind, row->name, (int64_t)row->years,
                   (int64_t)row->counted, (int64_t)row->dormant_years, (int64_t)row->income,
                   row->source));
    TRY_OUT(db_get(book->db, &id, 0, "SELECT id FROM jurisdiction WHERE code = $1 AND kind = $2",
                   "ti", row->code, (int64_t)row->kind));
    e = tx_change(tx, "jurisdiction", id,
                  arena_format(&arena, "%s %s", row->code, jurisdiction_kinds[row->kind]), before,
                  row_words(row, &arena));
out:
    arena_done(&arena);
    return e;
}

/* The row of a code that is so long: its own kind before both. */
static const struct jurisdiction *row_of(const struct jurisdiction *rows, int count,
                                         const char *code, size_t len, int kind)
{
    const struct jurisdiction *found = NULL;

    for (int i = 0; i < count; i++) {
        if (strlen(rows[i].code) != len || strncasecmp(rows[i].code, code, len) != 0)
            continue;
        if ((int)rows[i].kind == kind)
            return &rows[i];
        if (rows[i].kind == JURISDICTION_EITHER)
            found = &rows[i];
    }
    return found;
}

const struct jurisdiction *jurisdiction_of(const struct jurisdiction *rows, int count,
                                           const char *country, int kind)
{
    const size_t len = strlen(country);
    const struct jurisdiction *found = row_of(rows, count, country, len, kind);

    return !found && len > 2 && country[2] == '-' ? row_of(rows, count, country, 2, kind) : found;
}

/* ---- said by somebody ----------------------------------------------------------------------- */

enum err limitation_set(struct tx *tx, int64_t item_id, struct date until, const char *reason)
{
    struct book *book = tx_book(tx);
    struct item item;
    int64_t id = 0;

    TRY(item_get(book, item_id, NULL, &item));
    if (item.amount <= 0)
        return fail(book->note, ERR_CONFLICT, "only what is owed to us lapses");
    if (until.day < item.effective.day)
        return fail(book->note, ERR_INPUT, "a claim cannot lapse before it is there");
    if (!reason || !reason[strspn(reason, " ")])
        return fail(book->note, ERR_INPUT, "say why it lapses on that day");
    const int64_t numbers[] = {tx->entry_id, item_id, until.day};
    const char *const texts[] = {reason};
    return fact_write(tx, FACT_LIMITATION,
                      "INSERT INTO limitation (entry_id, item_id, until, reason)"
                      " VALUES ($1, $2, $3, $4) RETURNING id",
                      numbers, 3, texts, 1, &id);
}

enum err limitation_said(struct book *book, int64_t item_id, struct arena *arena,
                         struct date *until, const char **reason)
{
    struct stmt *q = db_sql(book->db, "SELECT until, reason FROM limitation WHERE item_id = $1"
                                      " ORDER BY id DESC LIMIT 1");

    *until = DATE_NONE;
    *reason = "";
    bind_i64(q, 1, item_id);
    if (stmt_row(q)) {
        *until = col_date(q, 0);
        *reason = arena_text(arena, col_text(q, 1));
    }
    return stmt_end(q);
}
