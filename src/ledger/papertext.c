#include "ledger/papertext.h"

#include "ledger/local.h"
#include "ledger/setting.h"

#include <ctype.h>
#include <string.h>

static enum err language_judge(struct book *book, const char *language)
{
    if (strlen(language) != 2 || !islower((unsigned char)language[0]) ||
        !islower((unsigned char)language[1]))
        return fail(book->note, ERR_INPUT,
                    "a language is two small letters, as en or de, not '%.20s'", language);
    return ERR_OK;
}

enum err papertext_language(struct book *book, const char *own, struct arena *arena,
                            const char **out)
{
    *out = own;
    return own && *own ? ERR_OK : setting_text(book, "language", arena, out);
}

static enum err row_find(struct book *book, const char *paper, const char *language,
                         struct arena *arena, struct papertext *out)
{
    struct stmt *q = db_sql(book->db, "SELECT id, paper, language, body, actor FROM paper_template"
                                      " WHERE paper = $1 AND language = $2");

    *out = (struct papertext){.text = NULL};
    bind_text(q, 1, paper);
    bind_text(q, 2, language);
    if (stmt_row(q))
        *out = (struct papertext){col_i64(q, 0), arena_text(arena, col_text(q, 1)),
                                  arena_text(arena, col_text(q, 2)),
                                  arena_text(arena, col_text(q, 3)),
                                  arena_text(arena, col_text(q, 4))};
    return stmt_end(q);
}

enum err papertext_find(struct book *book, const char *paper, const char *language,
                        struct arena *arena, const char **text)
{
    struct papertext row;

    TRY(row_find(book, paper, language, arena, &row));
    *text = row.text;
    return ERR_OK;
}

enum err papertext_set(struct tx *tx, const char *paper, const char *language, const char *text,
                       const char *actor)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct papertext old;
    int64_t id = 0;
    enum err e;

    TRY_OUT(language_judge(book, language));
    TRY_OUT(row_find(book, paper, language, &arena, &old));
    TRY_OUT(db_get(book->db, &id, 0,
                   "INSERT INTO paper_template (paper, language, body, actor)"
                   " VALUES ($1, $2, $3, $4) ON CONFLICT (paper, language) DO UPDATE SET"
                   " body = excluded.body, actor = excluded.actor RETURNING id",
                   "tttt", paper, language, text, actor));
    if (!old.id || strcmp(old.text, text) != 0)
        e = tx_change(tx, "template", id, arena_format(&arena, "%s.%s", paper, language), old.text,
                      text);
out:
    arena_done(&arena);
    return e;
}

enum err papertext_remove(struct tx *tx, const char *paper, const char *language)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct papertext old;
    enum err e;

    TRY_OUT(row_find(book, paper, language, &arena, &old));
    if (!old.id) {
        e = fail(book->note, ERR_MISSING,
                 "the book has no template of its own for %.40s in '%.20s'; `template list` shows "
                 "those that there are",
                 paper, language);
        goto out;
    }
    TRY_OUT(db_run(book->db, "DELETE FROM paper_template WHERE id = $1", "i", old.id));
    e = tx_change(tx, "template", old.id, arena_format(&arena, "%s.%s", paper, old.language),
                  old.text, NULL);
out:
    arena_done(&arena);
    return e;
}

enum err papertext_list(struct book *book, struct arena *arena, struct papertext **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM paper_template", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(book->db, "SELECT id, paper, language, body, actor FROM paper_template"
                                      " ORDER BY paper, language");
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] = (struct papertext){col_i64(q, 0), arena_text(arena, col_text(q, 1)),
                                                arena_text(arena, col_text(q, 2)),
                                                arena_text(arena, col_text(q, 3)),
                                                arena_text(arena, col_text(q, 4))};
    return stmt_end(q);
}
