#include "ledger/savedview.h"

#include "ledger/local.h"

#include <string.h>

#define NAME_MOST 40

static enum err name_judge(struct book *book, const char *name)
{
    if (!*name || strlen(name) > NAME_MOST || strpbrk(name, " \t:;,/'\"{}") || strchr("-+", *name))
        return fail(book->note, ERR_INPUT,
                    "'%.50s' names no list; a name is one word of up to %d letters, as old-debts",
                    name, NAME_MOST);
    return ERR_OK;
}

enum err savedview_find(struct book *book, const char *name, struct arena *arena,
                        struct savedview *out)
{
    struct stmt *q =
        db_sql(book->db, "SELECT id, name, line, actor FROM saved_view WHERE name = $1");

    *out = (struct savedview){.name = "", .line = "", .actor = ""};
    bind_text(q, 1, name);
    if (stmt_row(q))
        *out = (struct savedview){col_i64(q, 0), arena_text(arena, col_text(q, 1)),
                                  arena_text(arena, col_text(q, 2)),
                                  arena_text(arena, col_text(q, 3))};
    return stmt_end(q);
}

enum err savedview_set(struct tx *tx, const char *name, const char *line, const char *actor)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct savedview old;
    int64_t id = 0;
    enum err e;

    TRY_OUT(name_judge(book, name));
    TRY_OUT(savedview_find(book, name, &arena, &old));
    TRY_OUT(db_get(book->db, &id, 0,
                   "INSERT INTO saved_view (name, line, actor) VALUES ($1, $2, $3)"
                   " ON CONFLICT (name) DO UPDATE SET name = excluded.name, line = excluded.line,"
                   " actor = excluded.actor RETURNING id",
                   "ttt", name, line, actor));
    e = tx_change(tx, "view", id, name, old.id ? old.line : NULL, line);
out:
    arena_done(&arena);
    return e;
}

enum err savedview_remove(struct tx *tx, const char *name)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct savedview old;
    enum err e;

    TRY_OUT(savedview_find(book, name, &arena, &old));
    if (!old.id) {
        e = fail(book->note, ERR_MISSING,
                 "no list is saved as %.50s; `view list` shows those that are", name);
        goto out;
    }
    TRY_OUT(db_run(book->db, "DELETE FROM saved_view WHERE id = $1", "i", old.id));
    e = tx_change(tx, "view", old.id, old.name, old.line, NULL);
out:
    arena_done(&arena);
    return e;
}

enum err savedview_list(struct book *book, struct arena *arena, struct savedview **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM saved_view", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(book->db, "SELECT id, name, line, actor FROM saved_view ORDER BY name");
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] = (struct savedview){col_i64(q, 0), arena_text(arena, col_text(q, 1)),
                                                arena_text(arena, col_text(q, 2)),
                                                arena_text(arena, col_text(q, 3))};
    return stmt_end(q);
}
