#include "ledger/logo.h"

#include "ledger/local.h"
#include "ledger/proofparts.h"
#include "ledger/setting.h"

#include <stdlib.h>
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

/* A picture never changes, since it is called by its SHA-256: one that was read is read for good,
 * as every paper of a run has the same. */
struct pictures {
    struct arena arena;
    struct picture picture;
    struct pictures *next;
};

void pictures_free(struct pictures *pictures)
{
    while (pictures) {
        struct pictures *next = pictures->next;
        arena_done(&pictures->arena);
        free(pictures);
        pictures = next;
    }
}

static enum err picture_row(struct book *book, const char *sha256, struct pictures *read)
{
    struct stmt *q = db_sql(book->db, "SELECT body FROM picture WHERE sha256 = $1");
    const bool there = (bind_text(q, 1, sha256), stmt_row(q));
    enum err e = ERR_OK;

    if (there)
        e = picture_parse(col_text(q, 0), &read->arena, &read->picture, book->note);
    TRY(stmt_end_after(q, e));
    if (!there)
        return fail(book->note, ERR_MISSING,
                    "the book has no picture %.12s...; `logo set FILE` brings one in", sha256);
    return strcmp(read->picture.sha256, sha256) == 0
               ? ERR_OK
               : fail(book->note, ERR_CORRUPT, "a picture that was kept is another one now");
}

static enum err picture_load(struct book *book, const char *sha256, const struct picture **out)
{
    struct pictures *read = mem_new(1, sizeof *read);
    const enum err e = picture_row(book, sha256, read);

    if (e != ERR_OK) {
        pictures_free(read);
        return e;
    }
    read->next = book->pictures;
    book->pictures = read;
    *out = &read->picture;
    return ERR_OK;
}

enum err logo_find(struct book *book, const char *sha256, const struct picture **out)
{
    for (const struct pictures *read = book->pictures; read; read = read->next)
        if (strcmp(read->picture.sha256, sha256) == 0) {
            *out = &read->picture;
            return ERR_OK;
        }
    return picture_load(book, sha256, out);
}

enum err logo_get(struct book *book, const struct picture **out)
{
    const char *sha256 = NULL;
    struct arena arena = {0};

    *out = NULL;
    enum err e = setting_text(book, SETTING, &arena, &sha256);
    if (e == ERR_OK && *sha256)
        e = logo_find(book, sha256, out);
    arena_done(&arena);
    return e;
}

enum err logo_fill(struct book *book, struct page *page)
{
    if (!page->logo || page->logo->bytes)
        return ERR_OK;
    return logo_find(book, page->logo->sha256, &page->logo);
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
