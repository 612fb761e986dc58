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
    struct stmt *q = db_sql(tx_book(tx)->db,
                            "INSERT INTO import_file (hash, entry_id, name, kind, rows)"
                            " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (hash) DO NOTHING");

    bind_blob(q, 1, hash->bytes, HASH_SIZE);
    bind_i64(q, 2, tx->entry_id);
    bind_text(q, 3, name);
    bind_text(q, 4, kind);
    bind_i64(q, 5, rows);
    return stmt_run(q);
}

enum err importrow_find(struct book *book, const struct hash *key, bool *out)
{
    struct stmt *q = db_sql(book->db, "SELECT 1 FROM import_row WHERE key = $1");

    bind_blob(q, 1, key->bytes, HASH_SIZE);
    *out = stmt_row(q);
    return stmt_end(q);
}

enum err importrow_add(struct tx *tx, const struct hash *key)
{
    struct stmt *q =
        db_sql(tx_book(tx)->db, "INSERT INTO import_row (key, entry_id) VALUES ($1, $2)");

    bind_blob(q, 1, key->bytes, HASH_SIZE);
    bind_i64(q, 2, tx->entry_id);
    return stmt_run(q);
}

enum err profile_add(struct tx *tx, const struct profile *profile)
{
    struct book *book = tx_book(tx);
    struct stmt *q = db_sql(book->db, "INSERT INTO profile (name, header, text) VALUES ($1, $2, $3)"
                                      " ON CONFLICT (name) DO UPDATE SET header = excluded.header,"
                                      " text = excluded.text");

    bind_text(q, 1, profile->name);
    bind_blob(q, 2, profile->header.bytes, HASH_SIZE);
    bind_text(q, 3, profile->text);
    TRY(stmt_run(q));
    return tx_change(tx, "profile", 0, profile->name, NULL, profile->text);
}

enum err profile_find(struct book *book, const char *name, const struct hash *header,
                      struct arena *arena, struct profile *out, bool *found)
{
    struct stmt *q = name ? db_sql(book->db, "SELECT name, header, text FROM profile"
                                             " WHERE name = $1")
                          : db_sql(book->db, "SELECT name, header, text FROM profile"
                                             " WHERE header = $1 ORDER BY name");
    int len = 0;

    *found = false;
    if (name)
        bind_text(q, 1, name);
    else
        bind_blob(q, 1, header->bytes, HASH_SIZE);
    if (stmt_row(q)) {
        *found = true;
        out->name = arena_text(arena, col_text(q, 0));
        const void *bytes = col_blob(q, 1, &len);
        if (len == HASH_SIZE)
            memcpy(out->header.bytes, bytes, HASH_SIZE);
        out->text = arena_text(arena, col_text(q, 2));
    }
    return stmt_end(q);
}
