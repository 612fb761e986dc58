/* journal: the entries as they are read, by id, by operation id, by day. */
#include "ledger/journal.h"

#include "ledger/erase.h"
#include "ledger/local.h"

#include <string.h>

#define ENTRY                                                                                      \
    "SELECT e.id, e.moment, e.actor, e.command, e.ref, e.says, e.op_id, e.hash FROM entry e"

static void read_entry(struct stmt *q, struct arena *arena, struct entry *out)
{
    int len = 0;

    *out = (struct entry){.id = col_i64(q, 0),
                          .moment = col_i64(q, 1),
                          .actor = arena_text(arena, col_text(q, 2)),
                          .command = arena_text(arena, col_is_null(q, 3) ? ERASED : col_text(q, 3)),
                          .ref = arena_text(arena, col_text(q, 4)),
                          .says = arena_text(arena, col_text(q, 5)),
                          .op_id = arena_text(arena, col_text(q, 6))};
    const void *hash = col_blob(q, 7, &len);
    if (len == HASH_SIZE)
        memcpy(out->hash.bytes, hash, HASH_SIZE);
}

static enum err read_one(struct stmt *q, struct arena *arena, struct entry *out, bool *is)
{
    *is = stmt_row(q);
    if (*is)
        read_entry(q, arena, out);
    return stmt_end(q);
}

enum err journal_get(struct book *book, int64_t id, struct arena *arena, struct entry *out)
{
    struct stmt *q = db_sql(book->db, ENTRY " WHERE e.id = $1");
    bool is = false;

    bind_i64(q, 1, id);
    TRY(read_one(q, arena, out, &is));
    return is ? ERR_OK
              : fail(book->note, ERR_MISSING, "there is no journal entry %lld", (long long)id);
}

enum err journal_head(struct book *book, struct entry *out, struct arena *arena)
{
    bool is = false;

    TRY(read_one(db_sql(book->db, ENTRY " ORDER BY e.id DESC LIMIT 1"), arena, out, &is));
    return is ? ERR_OK : fail(book->note, ERR_CORRUPT, "the journal of this book is empty");
}

enum err journal_each(struct book *book, int64_t after, bool down, int64_t limit,
                      enum err (*each)(void *self, const struct entry *entry), void *self)
{
    struct arena arena = {0};
    enum err e = ERR_OK;
    struct stmt *q = down ? db_sql(book->db, ENTRY " WHERE e.id < $1 ORDER BY e.id DESC LIMIT $2")
                          : db_sql(book->db, ENTRY " WHERE e.id > $1 ORDER BY e.id LIMIT $2");

    bind_i64(q, 1, down && after == 0 ? INT64_MAX : after);
    bind_i64(q, 2, limit ? limit : INT64_MAX);
    while (e == ERR_OK && stmt_row(q)) {
        struct entry entry;
        arena_reset(&arena);
        read_entry(q, &arena, &entry);
        e = each(self, &entry);
    }
    e = stmt_end_after(q, e);
    arena_done(&arena);
    return e;
}

enum err journal_op_find(struct book *book, const char *op_id, const char *command,
                         struct arena *arena, struct entry *out, bool *found)
{
    struct hash hash;
    bool same = false;
    int len = 0;

    *found = false;
    command_digest(NULL, 0, command ? command : "", &hash);
    struct stmt *q = db_sql(
        book->db, "SELECT e.id, e.moment, e.actor, e.command, e.ref, e.says, e.op_id, e.hash,"
                  " e.op_hash FROM entry e WHERE e.op_id = $1");
    bind_text(q, 1, op_id);
    if (stmt_row(q)) {
        *found = true;
        read_entry(q, arena, out);
        const void *stored = col_blob(q, 8, &len);
        same = !command || (len == HASH_SIZE && memcmp(stored, hash.bytes, HASH_SIZE) == 0);
    }
    TRY(stmt_end(q));
    if (*found && !same)
        return fail(book->note, ERR_CONFLICT,
                    "operation id %s was used for journal entry %lld with other arguments; a new"
                    " operation needs a new id",
                    op_id, (long long)out->id);
    return ERR_OK;
}

enum err journal_known_on(struct book *book, struct date day, int64_t *entry_id)
{
    /* from the newest down: moments ascend, but for a clock that was set back */
    return db_get(book->db, entry_id, -1,
                  "SELECT id FROM entry WHERE moment < $1 ORDER BY id DESC LIMIT 1", "i",
                  date_moment_end(day));
}

/* From the newest down, until so many in a row were made before the day: moments ascend but for the
 * very thing that is looked for. */
#define BEFORE_MOST 1000
#define SET_BACK (3600 * MOMENT_SECOND)

enum err journal_set_back(struct book *book, struct date day, struct set_back *out)
{
    const int64_t from = date_moment_end(date_add(day, -1)), end = date_moment_end(day);
    struct stmt *q = db_sql(book->db, "SELECT id, moment FROM entry ORDER BY id DESC");
    int64_t next = INT64_MAX;
    int before = 0;

    *out = (struct set_back){0};
    while (!out->id && before < BEFORE_MOST && stmt_row(q)) {
        const int64_t moment = col_i64(q, 1);
        const bool on_day = (moment >= from && moment < end) || (next >= from && next < end);
        if (on_day && next < moment - SET_BACK)
            *out = (struct set_back){col_i64(q, 0) + 1, next, moment};
        before = moment < from ? before + 1 : 0;
        next = moment;
    }
    return stmt_end(q);
}
