/* migrate: the schema of each version, and the way from one to the next. */
#include "db/store.h"

#include <stdio.h>

/* The steps, ascending: version and the file that leads to it, X(0001, books) for
 * data/schema/sqlite/0001_books.sql. A released step is never edited. */
#define STEP_LIST(X)                                                                               \
    X(0001, books)                                                                                 \
    X(0002, payer)                                                                                 \
    X(0003, batch)                                                                                 \
    X(0004, trouble)                                                                               \
    X(0006, find)                                                                                  \
    X(0007, period)                                                                                \
    X(0008, bank)                                                                                  \
    X(0009, collect)                                                                               \
    X(0010, counter)                                                                               \
    X(0011, people)                                                                                \
    X(0012, credit)                                                                                \
    X(0013, dunning)                                                                               \
    X(0014, charge)                                                                                \
    X(0015, dispute)                                                                               \
    X(0016, recourse)                                                                              \
    X(0017, customer)                                                                              \
    X(0018, profile)                                                                               \
    X(0019, sent)                                                                                  \
    X(0020, outbox)                                                                                \
    X(0021, allowance)                                                                             \
    X(0022, marks)                                                                                 \
    X(0023, recurring)                                                                             \
    X(0024, gather)                                                                                \
    X(0025, paper)                                                                                 \
    X(0026, sign)                                                                                  \
    X(0027, masters)                                                                               \
    X(0028, erase)                                                                                 \
    X(0029, report)                                                                                \
    X(0030, files)                                                                                 \
    X(0031, lateness)

/* Whole in the program: a book needs no other file. The assembler runs in the top folder of the
 * project. */
#define X(number, name)                                                                            \
    __asm__(".section .rodata\n"                                                                   \
            "schema_" #number ":\n"                                                                \
            ".incbin \"data/schema/sqlite/" #number "_" #name ".sql\"\n"                           \
            ".byte 0\n"                                                                            \
            ".previous\n");                                                                        \
    extern const char schema_##number[];
STEP_LIST(X)
#undef X

static const struct {
    int version;
    const char *sql;
} steps[] = {
/* the leading 1 keeps 0008 from being an octal number */
#define X(number, name) {1##number - 10000, schema_##number},
    STEP_LIST(X)
#undef X
};

/* Written down, since finding it out takes longer than most postings; test_db says when it is
 * another one. */
const char store_schema_known[HASH_TEXT] =
    "ac0083f0710f5fdd33b68436d49712806bc5071ab86596c1ddde4bb8afe08e89";

enum { STEPS = sizeof steps / sizeof steps[0] };

int db_version_wanted(void)
{
    return steps[STEPS - 1].version;
}

static enum err step_failed(struct db *db, int version, int rc)
{
    if ((rc & 0xff) != SQLITE_ERROR && (rc & 0xff) != SQLITE_CONSTRAINT)
        return store_fail(db, rc);
    return fail(db->note, ERR_CORRUPT, "the book could not be brought to version %d [%s]", version,
                sqlite3_errmsg(db->store));
}

enum err migrate_steps(struct db *db, int from)
{
    char mark[96];
    for (int i = 0; i < STEPS; i++) {
        if (steps[i].version <= from)
            continue;
        int rc = store_run(db, steps[i].sql);
        if (rc != SQLITE_OK)
            return step_failed(db, steps[i].version, rc);
    }
    snprintf(mark, sizeof mark, "PRAGMA application_id=%d; PRAGMA user_version=%d", STORE_MARK,
             db_version_wanted());
    int rc = store_run(db, mark);
    return rc == SQLITE_OK ? ERR_OK : store_fail(db, rc);
}

enum err db_migrate(struct db *db)
{
    if (db->version == db_version_wanted())
        return ERR_OK;
    TRY(db_begin(db)); /* sees to it that nobody else has done it meanwhile */
    int from = db->version;
    enum err e = migrate_steps(db, from);
    if (e != ERR_OK) {
        db_rollback(db);
        return e;
    }
    TRY(db_commit(db));
    db->version = db_version_wanted();
    return ERR_OK;
}
