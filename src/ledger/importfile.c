/* importfile: the memory of imports. */
#include "ledger/importfile.h"

#include "ledger/local.h"

#include <string.h>

enum err importfile_find(struct book *book, const struct hash *hash, int64_t *entry_id)
{
    struct stmt *q = db_sql(book->db, "SELECT entry_id FROM import_file WHERE hash = $1");

    *entry_id = 0;
    bind_blob(q, 1, hash->bytes, HASH_SIZE);
    if (stmt_row(q))
        *entry_id = col_i64(q, 0);
    return stmt_end(q);
}

enum err importfile_add(struct tx *tx, const struct hash *hash, const char *name, const char *kind,
                        int64_t rows)
{
    struct stmt *q =
        db_sql(tx_book(tx)->db, "INSERT INTO import_file (hash, entry_id, name, kind, rows)"
                                " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (hash) DO NOTHING");

    bind_blob(q, 1, hash->bytes, HASH_SIZE);
    bind_i64(q, 2, tx->entry_id);
    bind_text(q, 3, name);
    bind_text(q, 4, kind);
    bind_i64(q, 5, rows);
    return stmt_run(q);
}

/* Was what the entry posted taken back whole, by `journal reverse`? */
static enum err entry_is_undone(struct book *book, int64_t entry_id, bool *out)
{
    int64_t undone = 0;

    TRY(db_get(book->db, &undone, 0,
               "SELECT d.id FROM document d JOIN document r ON r.reverses_id = d.id"
               " JOIN entry e ON e.id = r.entry_id WHERE d.entry_id = $1"
               " AND e.command LIKE 'journal reverse %' LIMIT 1",
               "i", entry_id));
    *out = undone != 0;
    return ERR_OK;
}

enum err importrow_find(struct book *book, struct hash *key, bool *out)
{
    for (;;) {
        struct stmt *q = db_sql(book->db, "SELECT entry_id FROM import_row WHERE key = $1");
        struct hasher h;
        int64_t entry_id = 0;
        bool undone = false;

        bind_blob(q, 1, key->bytes, HASH_SIZE);
        *out = stmt_row(q);
        if (*out)
            entry_id = col_i64(q, 0);
        TRY(stmt_end(q));
        if (!*out)
            return ERR_OK;
        TRY(entry_is_undone(book, entry_id, &undone));
        if (!undone)
            return ERR_OK;
        hasher_init(&h);
        hasher_bytes(&h, key->bytes, HASH_SIZE);
        hasher_i64(&h, entry_id);
        hasher_end(&h, key);
    }
}

enum err importrow_add(struct tx *tx, const struct hash *key)
{
    struct stmt *q =
        db_sql(tx_book(tx)->db, "INSERT INTO import_row (key, entry_id) VALUES ($1, $2)");

    bind_blob(q, 1, key->bytes, HASH_SIZE);
    bind_i64(q, 2, tx->entry_id);
    return stmt_run(q);
}

/* ---- profiles ------------------------------------------------------------------------------- */

const char *profile_kind_word(enum profile_kind kind)
{
    return kind == PROFILE_BANK ? "bank files" : "imports";
}

static void row_read(struct stmt *q, struct arena *arena, struct profile *out)
{
    int len = 0;

    *out = (struct profile){.kind = (enum profile_kind)col_i64(q, 0),
                            .name = arena_text(arena, col_text(q, 1)),
                            .text = arena_text(arena, col_text(q, 3))};
    const void *bytes = col_blob(q, 2, &len);
    if (len == HASH_SIZE)
        memcpy(out->header.bytes, bytes, HASH_SIZE);
}

static enum err by_name(struct book *book, const char *name, struct arena *arena,
                        struct profile *out, bool *found)
{
    struct stmt *q = db_sql(book->db, "SELECT kind, name, header, text FROM profile"
                                      " WHERE name = $1");

    bind_text(q, 1, name);
    *found = stmt_row(q);
    if (*found)
        row_read(q, arena, out);
    return stmt_end(q);
}

static enum err judge_kind(struct book *book, const struct profile *is, enum profile_kind kind)
{
    return is->kind == kind ? ERR_OK
                            : fail(book->note, ERR_CONFLICT,
                                   "the profile %s reads %s, not %s; take another name",
                                   is->name, profile_kind_word(is->kind), profile_kind_word(kind));
}

enum err profile_add(struct tx *tx, const struct profile *profile)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct profile old;
    bool found = false;
    enum err e;

    TRY_OUT(by_name(book, profile->name, &arena, &old, &found));
    if (found)
        TRY_OUT(judge_kind(book, &old, profile->kind));

    struct stmt *q =
        db_sql(book->db, "INSERT INTO profile (name, header, text, kind) VALUES ($1, $2, $3, $4)"
                         " ON CONFLICT (name) DO UPDATE SET header = excluded.header,"
                         " text = excluded.text");
    bind_text(q, 1, profile->name);
    bind_blob(q, 2, profile->header.bytes, HASH_SIZE);
    bind_text(q, 3, profile->text);
    bind_i64(q, 4, profile->kind);
    TRY_OUT(stmt_run(q));
    e = tx_change(tx, "profile", 0, profile->name, found ? old.text : NULL, profile->text);
out:
    arena_done(&arena);
    return e;
}

enum err profile_remove(struct tx *tx, const char *name)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct profile old;
    bool found = false;
    enum err e;

    TRY_OUT(by_name(book, name, &arena, &old, &found));
    if (!found) {
        e = fail(book->note, ERR_MISSING, "there is no profile %s", name);
        goto out;
    }
    struct stmt *q = db_sql(book->db, "DELETE FROM profile WHERE name = $1");
    bind_text(q, 1, name);
    TRY_OUT(stmt_run(q));
    e = tx_change(tx, "profile", 0, old.name, old.text, NULL);
out:
    arena_done(&arena);
    return e;
}

enum err profile_find(struct book *book, enum profile_kind kind, const char *name,
                      const struct hash *header, struct arena *arena, struct profile *out,
                      bool *found)
{
    if (name) {
        TRY(by_name(book, name, arena, out, found));
        return *found ? judge_kind(book, out, kind) : ERR_OK;
    }
    struct stmt *q = db_sql(book->db, "SELECT kind, name, header, text FROM profile"
                                      " WHERE header = $1 AND kind = $2 ORDER BY name");
    bind_blob(q, 1, header->bytes, HASH_SIZE);
    bind_i64(q, 2, kind);
    *found = stmt_row(q);
    if (*found)
        row_read(q, arena, out);
    return stmt_end(q);
}

enum err profile_each(struct book *book,
                      enum err (*each)(void *self, const struct profile *profile), void *self)
{
    struct arena arena = {0};
    enum err e = ERR_OK;
    struct stmt *q = db_sql(book->db, "SELECT kind, name, header, text FROM profile ORDER BY name");

    while (e == ERR_OK && stmt_row(q)) {
        struct profile profile;
        arena_reset(&arena);
        row_read(q, &arena, &profile);
        e = each(self, &profile);
    }
    e = stmt_end_after(q, e);
    arena_done(&arena);
    return e;
}
