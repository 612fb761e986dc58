/* check: the store looks for damage by itself: pages, indexes, references; and for a schema that is
 * not this program's. */
#include "base/arena.h"
#include "base/hash.h"
#include "db/store.h"

#include <stdlib.h>
#include <string.h>

struct finding {
    void (*say)(void *self, const char *line);
    void *self;
    int found;
};

static void tell(struct finding *f, const char *line)
{
    f->found++;
    if (f->say != NULL)
        f->say(f->self, line);
}

static enum err check_pages(struct db *db, struct finding *f)
{
    struct stmt *q = db_sql(db, "PRAGMA integrity_check");
    while (stmt_row(q))
        if (strcmp(col_text(q, 0), "ok") != 0)
            tell(f, col_text(q, 0));
    return stmt_end(q);
}

static enum err check_references(struct db *db, struct finding *f)
{
    struct note line;
    struct stmt *q = db_sql(db, "PRAGMA foreign_key_check");
    while (stmt_row(q)) {
        fail(&line, ERR_FOUND, "%s %lld refers to a %s that is not in the book", col_text(q, 0),
             (long long)col_i64(q, 1), col_text(q, 2));
        tell(f, line.text);
    }
    return stmt_end(q);
}

enum err db_check(struct db *db, void (*say)(void *self, const char *line), void *self, int *found)
{
    struct finding f = {say, self, 0};
    enum err e = check_pages(db, &f);
    /* Damage so deep that the store stops looking is a finding too, not a reason to say nothing. */
    if (e == ERR_OK)
        e = check_references(db, &f);
    if (e == ERR_CORRUPT) {
        tell(&f, db->note != NULL ? db->note->text : "the book is damaged");
        e = ERR_OK;
    }
    *found = f.found;
    return e;
}

/* ---- the schema ---- */

struct part {
    char *kind, *name, *on,
        *sql; /* on: the table of an index or a trigger, else the same as name */
};
struct parts {
    struct part *list;
    size_t count, room;
};

/* What this program makes, for as long as it runs. */
static struct parts ours;

static char *kept(const char *text)
{
    char *copy = strdup(text);
    must(copy != NULL);
    return copy;
}

/* All but what the store makes for itself. */
#define PARTS                                                                                      \
    "SELECT type, name, tbl_name, COALESCE(sql, '') FROM sqlite_schema"                            \
    " WHERE NOT (type = 'index' AND name LIKE 'sqlite!_autoindex!_%' ESCAPE '!' AND sql IS NULL)"  \
    " AND NOT (type = 'table' AND name IN ('sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4'))"    \
    " ORDER BY name, type"

static enum err parts_read(struct db *db, struct parts *out)
{
    struct stmt *q = db_sql(db, PARTS);
    while (stmt_row(q)) {
        if (out->count == out->room) {
            out->room = out->room ? out->room * 2 : 256;
            out->list = mem_resize(out->list, out->room, sizeof *out->list);
        }
        out->list[out->count++] = (struct part){kept(col_text(q, 0)), kept(col_text(q, 1)),
                                                kept(col_text(q, 2)), kept(col_text(q, 3))};
    }
    return stmt_end(q);
}

static void parts_done(struct parts *parts)
{
    for (size_t i = 0; i < parts->count; i++) {
        free(parts->list[i].kind);
        free(parts->list[i].name);
        free(parts->list[i].on);
        free(parts->list[i].sql);
    }
    free(parts->list);
    *parts = (struct parts){0};
}

static enum err ours_read(struct note *note)
{
    struct db *db = NULL;
    if (ours.count > 0)
        return ERR_OK;
    TRY(db_open(NULL, DB_MEMORY, note, &db));
    enum err e = parts_read(db, &ours);
    db_close(db);
    if (e != ERR_OK)
        parts_done(&ours);
    return e;
}

static void tell_part(struct finding *f, const struct part *part, const char *what)
{
    struct note line;
    fail(&line, ERR_FOUND, "the %.20s %.80s of the schema %s", part->kind, part->name, what);
    tell(f, line.text);
}

/* A part that nothing of ours is made of, but that runs or is asked when ours is written. */
static bool is_on_ours(const struct part *part)
{
    for (size_t i = 0; i < ours.count; i++)
        if (strcmp(ours.list[i].name, part->on) == 0)
            return true;
    return false;
}

/* `touching`: only what can change what a posting does, be it that it is missing. */
static void compare(const struct parts *theirs, bool touching, struct finding *f)
{
    size_t a = 0, b = 0;
    while (a < ours.count || b < theirs->count) {
        const struct part *mine = a < ours.count ? &ours.list[a] : NULL;
        const struct part *found = b < theirs->count ? &theirs->list[b] : NULL;
        const int order = !mine ? 1 : !found ? -1 : strcmp(mine->name, found->name);
        if (order < 0)
            tell_part(f, mine, "is missing");
        else if (order > 0 && (!touching || is_on_ours(found)))
            tell_part(f, found, "was put there by somebody else");
        else if (order > 0)
            ; /* a table of somebody's own */
        else if (strcmp(mine->kind, found->kind) != 0 || strcmp(mine->sql, found->sql) != 0)
            tell_part(f, found, "was changed");
        a += order <= 0;
        b += order >= 0;
    }
}

static enum err schema_check(struct db *db, bool touching,
                             void (*say)(void *self, const char *line), void *self, int *found)
{
    struct finding f = {say, self, 0};
    struct parts theirs = {0};
    *found = 0;
    TRY(ours_read(db->note));
    enum err e = parts_read(db, &theirs);
    if (e == ERR_OK)
        compare(&theirs, touching, &f);
    parts_done(&theirs);
    *found = f.found;
    return e;
}

enum err db_check_schema(struct db *db, void (*say)(void *self, const char *line), void *self,
                         int *found)
{
    return schema_check(db, false, say, self, found);
}

/* ---- before anything is posted ---- */

enum err store_schema_hash(struct db *db, struct hash *out)
{
    struct hasher hasher;
    struct stmt *q = db_sql(db, PARTS);
    hasher_init(&hasher);
    while (stmt_row(q))
        for (int i = 0; i < 4; i++)
            hasher_text(&hasher, col_text(q, i));
    hasher_end(&hasher, out);
    return stmt_end(q);
}

static void keep_first(void *self, const char *line)
{
    struct note *first = self;
    if (first->text[0] == '\0')
        (void)fail(first, ERR_FOUND, "%s", line);
}

/* Comparing part by part takes a whole schema in memory: only where the hash is another one. */
enum err store_schema_judge(struct db *db)
{
    struct hash hash, known;
    struct note first = {0};
    int64_t version = 0;
    int found = 0;
    const int rc = store_own(db, OWN_SCHEMA, &version);
    if (rc != SQLITE_OK)
        return store_fail(db, rc);
    TRY(store_schema_hash(db, &hash));
    must(hash_parse(store_schema_known, &known) == 0);
    if (hash_cmp(&hash, &known) != 0)
        TRY(schema_check(db, true, keep_first, &first, &found));
    if (found > 0)
        return fail(db->note, ERR_CORRUPT,
                    "%s: nothing is posted in this book; `book verify` tells all that was changed, "
                    "and the last backup has the book as it was",
                    first.text);
    db->schema_seen = version;
    return ERR_OK;
}
