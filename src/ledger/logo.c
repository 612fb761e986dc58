#include "ledger/logo.h"

#include "ledger/local.h"
#include "ledger/proofparts.h"
#include "ledger/setting.h"

#include <string.h>

#define SETTING "company.logo"

static enum err picture_id(struct book *book, const char *sha256, int64_t *id)
{
    return db_get(book->db, id, 0, "SELECT id FROM picture WHERE sha256 = $1", "t", sha256);
}

enum err logo_set(struct tx *tx, const struct picture *picture)
{
    struct arena arena = {0};
    int64_t id = 0;
    enum err e;

    TRY_OUT(picture_id(tx->book, picture->sha256, &id));
    if (id == 0) {
        const int64_t numbers[] = {tx->entry_id, picture->width, picture->height};
        const char *const texts[] = {picture->sha256, picture_text(picture, &arena)};
        TRY_OUT(fact_write(tx, FACT_PICTURE,
                           "INSERT INTO picture (entry_id, width, height, sha256, body)"
                           " VALUES ($1, $2, $3, $4, $5) RETURNING id",
                           numbers, 3, texts, 2, &id));
    }
    e = setting_set(tx, SETTING, picture->sha256);
out:
    arena_done(&arena);
    return e;
}

enum err logo_remove(struct tx *tx)
{
    const char *sha256 = NULL;
    struct arena arena = {0};
    enum err e;

    TRY_OUT(setting_text(tx->book, SETTING, &arena, &sha256));
    if (*sha256)
        e = setting_set(tx, SETTING, "");
    else
        e = fail(tx_note(tx), ERR_CONFLICT, "there is no logo; `logo set` gives the book one");
out:
    arena_done(&arena);
    return e;
}

enum err logo_find(struct book *book, const char *sha256, struct arena *arena, struct picture *out)
{
    struct stmt *q = db_sql(book->db, "SELECT body FROM picture WHERE sha256 = $1");
    const bool there = (bind_text(q, 1, sha256), stmt_row(q));
    enum err e = ERR_OK;

    if (there)
        e = picture_parse(col_text(q, 0), arena, out, book->note);
    const enum err end = stmt_end(q);
    TRY(e);
    TRY(end);
    return there ? ERR_OK
                 : fail(book->note, ERR_MISSING,
                        "the book has no picture %.12s...; `logo set FILE` brings one in", sha256);
}

enum err logo_get(struct book *book, struct arena *arena, struct picture *out, bool *is)
{
    const char *sha256 = NULL;

    TRY(setting_text(book, SETTING, arena, &sha256));
    *is = *sha256 != 0;
    return *is ? logo_find(book, sha256, arena, out) : ERR_OK;
}

enum err logo_fill(struct book *book, struct page *page)
{
    if (!page->logo || page->logo->bytes)
        return ERR_OK;
    struct picture *logo = arena_new(&page->arena, sizeof *logo);
    TRY(logo_find(book, page->logo->sha256, &page->arena, logo));
    page->logo = logo;
    return ERR_OK;
}

enum err logo_judge(struct book *book, const char *sha256)
{
    int64_t id = 0;

    TRY(picture_id(book, sha256, &id));
    return id ? ERR_OK
              : fail(book->note, ERR_INPUT,
                     SETTING " is set by `logo set FILE`, which brings the picture in");
}

/* ---- the proof ---- */

enum err proof_pictures(struct book *book, struct trouble *trouble)
{
    struct stmt *q = db_sql(book->db, "SELECT id, sha256, body FROM picture ORDER BY id");
    struct arena arena = {0};

    while (stmt_row(q)) {
        struct picture picture;
        arena_reset(&arena);
        if (picture_parse(col_text(q, 2), &arena, &picture, NULL) != ERR_OK ||
            strcmp(picture.sha256, col_text(q, 1)) != 0)
            trouble_say(trouble, "picture %lld (%.12s...) was changed afterwards",
                        (long long)col_i64(q, 0), col_text(q, 1));
    }
    arena_done(&arena);
    return stmt_end(q);
}
