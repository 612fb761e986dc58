#include "ledger/savedview.h"

#include "ledger/local.h"
#include "ledger/user.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define NAME_MOST 40

static enum err name_judge(struct book *book, const char *name)
{
    if (!*name || strlen(name) > NAME_MOST || strpbrk(name, " \t:;,/'\"{}") || strchr("-+", *name))
        return fail(book->note, ERR_INPUT,
                    "'%.50s' names no list; a name is one word of up to %d letters, as old-debts",
                    name, NAME_MOST);
    return ERR_OK;
}

/* Under which name it is kept: one's own behind one's name, and no name of a list has a stroke. */
static const char *key_of(const char *name, const char *owner, struct arena *arena)
{
    return owner ? arena_format(arena, "%s/%s", owner, name) : name;
}

static void view_read(struct stmt *q, struct arena *arena, struct savedview *out)
{
    const char *key = arena_text(arena, col_text(q, 1));
    const char *stroke = strrchr(key, '/');

    *out = (struct savedview){.id = col_i64(q, 0),
                              .name = stroke ? stroke + 1 : key,
                              .line = arena_text(arena, col_text(q, 2)),
                              .actor = arena_text(arena, col_text(q, 3)),
                              .own = stroke != NULL};
}

static enum err key_find(struct book *book, const char *key, struct arena *arena,
                         struct savedview *out)
{
    struct stmt *q =
        db_sql(book->db, "SELECT id, name, line, actor FROM saved_view WHERE name = $1");

    *out = (struct savedview){.name = "", .line = "", .actor = ""};
    bind_text(q, 1, key);
    if (stmt_row(q))
        view_read(q, arena, out);
    return stmt_end(q);
}

enum err savedview_find(struct book *book, const char *name, const char *actor, struct arena *arena,
                        struct savedview *out)
{
    *out = (struct savedview){.name = "", .line = "", .actor = ""};
    if (strchr(name, '/')) /* somebody else's */
        return ERR_OK;
    TRY(key_find(book, key_of(name, actor, arena), arena, out));
    return out->id ? ERR_OK : key_find(book, name, arena, out);
}

/* What everybody has is not lost by one person's hand: in a book with users. */
static enum err change_judge(struct book *book, const struct savedview *old, const char *actor)
{
    bool any = false;
    unsigned roles = 0;

    if (!old->id || old->own || strcmp(old->actor, actor) == 0)
        return ERR_OK;
    TRY(user_roles(book, actor, &any, &roles));
    if (!any || role_may(roles, ROLE_MANAGER) || role_may(roles, ROLE_ADMIN))
        return ERR_OK;
    return fail(book->note, ERR_DENIED,
                "%.50s was saved for everybody by %.50s, who may change it, as may a manager or "
                "an admin; `view save --mine` keeps one of your own",
                old->name, old->actor);
}

enum err savedview_set(struct tx *tx, const char *name, const char *line, const char *actor,
                       bool own)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct savedview old;
    int64_t id = 0;
    enum err e;

    TRY_OUT(name_judge(book, name));
    const char *key = key_of(name, own ? actor : NULL, &arena);
    TRY_OUT(key_find(book, key, &arena, &old));
    TRY_OUT(change_judge(book, &old, actor));
    TRY_OUT(db_get(book->db, &id, 0,
                   "INSERT INTO saved_view (name, line, actor) VALUES ($1, $2, $3)"
                   " ON CONFLICT (name) DO UPDATE SET name = excluded.name, line = excluded.line,"
                   " actor = excluded.actor RETURNING id",
                   "ttt", key, line, actor));
    e = tx_change(tx, "view", id, key, old.id ? old.line : NULL, line);
out:
    arena_done(&arena);
    return e;
}

enum err savedview_remove(struct tx *tx, const char *name, const char *actor)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct savedview old;
    enum err e;

    TRY_OUT(savedview_find(book, name, actor, &arena, &old));
    if (!old.id) {
        e = fail(book->note, ERR_MISSING,
                 "no list is saved as %.50s; `view list` shows those that are", name);
        goto out;
    }
    TRY_OUT(change_judge(book, &old, actor));
    TRY_OUT(db_run(book->db, "DELETE FROM saved_view WHERE id = $1", "i", old.id));
    e = tx_change(tx, "view", old.id, key_of(old.name, old.own ? actor : NULL, &arena), old.line,
                  NULL);
out:
    arena_done(&arena);
    return e;
}

static int by_name(const void *a, const void *b)
{
    const struct savedview *one = a, *other = b;
    const int order = strcasecmp(one->name, other->name);

    return order ? order : other->own - one->own;
}

enum err savedview_list(struct book *book, const char *actor, struct arena *arena,
                        struct savedview **out, int *count)
{
    const char *mine = arena_format(arena, "%s/", actor);
    int room = 0;

    *count = 0;
    *out = NULL;
    struct stmt *q = db_sql(book->db, "SELECT id, name, line, actor FROM saved_view ORDER BY name");
    while (stmt_row(q)) {
        const char *key = col_text(q, 1);
        if (strchr(key, '/') && strncasecmp(key, mine, strlen(mine)) != 0)
            continue;
        *out = arena_grow(arena, *out, *count, &room, sizeof **out);
        view_read(q, arena, &(*out)[(*count)++]);
    }
    TRY(stmt_end(q));
    if (*count)
        qsort(*out, (size_t)*count, sizeof **out, by_name);
    return ERR_OK;
}
