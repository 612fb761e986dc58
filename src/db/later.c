/* later: indexes that are left out while a bulk load writes rows, and made before its commit. */
#include "db/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static enum err leave_out(struct db *db, const char *name)
{
    char drop[128];
    struct stmt *q = db_sql(db, "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = $1");

    must(db->later_count < STORE_LATER_MAX);
    bind_text(q, 1, name);
    if (stmt_row(q)) {
        must(strncmp(col_text(q, 0), "CREATE INDEX", 12) == 0); /* a unique one guards the facts */
        db->later[db->later_count] = strdup(col_text(q, 0));
        must(db->later[db->later_count++] != NULL);
    }
    TRY(stmt_end(q));
    snprintf(drop, sizeof drop, "DROP INDEX IF EXISTS %s", name);
    const int rc = store_run(db, drop);
    return rc == SQLITE_OK ? ERR_OK : store_fail(db, rc);
}

enum err db_index_later(struct db *db, const char *const *names)
{
    must(db->writing && db->open_count == 0);
    for (; *names != NULL; names++)
        TRY(leave_out(db, *names));
    return ERR_OK;
}

enum err later_make(struct db *db)
{
    for (int i = 0; i < db->later_count; i++) {
        const int rc = store_run(db, db->later[i]);
        if (rc != SQLITE_OK)
            return store_fail(db, rc);
    }
    return ERR_OK;
}

void later_forget(struct db *db)
{
    while (db->later_count > 0)
        free(db->later[--db->later_count]);
}
