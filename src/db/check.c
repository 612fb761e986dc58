/* check: the store looks for damage by itself: pages, indexes, references. */
#include "db/store.h"

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
