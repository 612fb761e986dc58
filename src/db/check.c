/* check: the store looks for damage by itself: pages, indexes, references; and for a schema that is
 * not this program's. */
#include "base/arena.h"
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
    char *kind, *name, *sql;
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
static enum err parts_read(struct db *db, struct parts *out)
{
    struct stmt *q = db_sql(db, "SELECT type, name, COALESCE(sql, '') FROM sqlite_schema"
                                " WHERE NOT (type = 'index' AND name LIKE 'sqlite!_autoindex!_%'"
                                " ESCAPE '!' AND sql IS NULL)"
                                " AND NOT (type = 'table' AND name IN ('sqlite_sequence',"
                                " 'sqlite_stat1', 'sqlite_stat4')) ORDER BY name, type");
    while (stmt_row(q)) {
        if (out->count == out->room) {
            out->room = out->room ? out->room * 2 : 256;
            out->list = mem_resize(out->list, out->room, sizeof *out->list);
        }
        out->list[out->count++] =
            (struct part){kept(col_text(q, 0)), kept(col_text(q, 1)), kept(col_text(q, 2))};
    }
    return stmt_end(q);
}

static void parts_done(struct parts *parts)
{
    for (size_t i = 0; i < parts->count; i++) {
        free(parts->list[i].kind);
        free(parts->list[i].name);
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

static void compare(const struct parts *theirs, struct finding *f)
{
    size_t a = 0, b = 0;
    while (a < ours.count || b < theirs->count) {
        const struct part *mine = a < ours.count ? &ours.list[a] : NULL;
        const struct part *found = b < theirs->count ? &theirs->list[b] : NULL;
        const int order = !mine ? 1 : !found ? -1 : strcmp(mine->name, found->name);
        if (order < 0)
            tell_part(f, mine, "is missing");
        else if (order > 0)
            tell_part(f, found, "was put there by somebody else");
        else if (strcmp(mine->kind, found->kind) != 0 || strcmp(mine->sql, found->sql) != 0)
            tell_part(f, found, "was changed");
        a += order <= 0;
        b += order >= 0;
    }
}

enum err db_check_schema(struct db *db, void (*say)(void *self, const char *line), void *self,
                         int *found)
{
    struct finding f = {say, self, 0};
    struct parts theirs = {0};
    *found = 0;
    TRY(ours_read(db->note));
    enum err e = parts_read(db, &theirs);
    if (e == ERR_OK)
        compare(&theirs, &f);
    parts_done(&theirs);
    *found = f.found;
    return e;
}
