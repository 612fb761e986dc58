/* trouble: the store's failures in a bookkeeper's words. */
#include "db/store.h"

#include <errno.h>

static bool disk_is_full(struct db *db, int rc)
{
    if ((rc & 0xff) == SQLITE_FULL)
        return true;
    if ((rc & 0xff) != SQLITE_IOERR)
        return false;
    int reason = sqlite3_system_errno(db->store);
    return reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
}

static enum err fail_constraint(struct db *db, int rc, const char *said)
{
    switch (rc) {
    case SQLITE_CONSTRAINT_TRIGGER: /* written by the schema, for people */
        return fail(db->note, ERR_CONFLICT, "%s", said);
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        return fail(db->note, ERR_CONFLICT, "this is in the book already [%s]", said);
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        return fail(db->note, ERR_CONFLICT,
                    "something that this entry refers to is not in the book [%s]", said);
    default: return fail(db->note, ERR_CONFLICT, "the book does not allow such a value [%s]", said);
    }
}

enum err store_dead(struct db *db)
{
    if (db->dead != ERR_OK && db->note && !db->note->text[0])
        return fail(db->note, db->dead,
                    "the store took back all that was to be posted: nothing was"
                    " posted; try again");
    return db->dead;
}

enum err store_fail(struct db *db, int rc)
{
    const char *said = db->store != NULL ? sqlite3_errmsg(db->store) : sqlite3_errstr(rc);
    if (disk_is_full(db, rc))
        return fail(db->note, ERR_FULL,
                    "the disk is full: nothing was posted; free some space and try again [%s]",
                    said);
    switch (rc & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return fail(db->note, ERR_BUSY,
                    "another program is using the book; try again in a moment [%s]", said);
    case SQLITE_NOMEM:
        return fail(db->note, ERR_UNAVAILABLE,
                    "the computer has no memory left: nothing was posted [%s]", said);
    case SQLITE_IOERR:
        if (rc == SQLITE_IOERR_NOMEM || rc == SQLITE_IOERR_SHMMAP)
            return fail(db->note, ERR_UNAVAILABLE,
                        "the computer has no memory left: nothing was posted [%s]", said);
        return fail(db->note, ERR_IO, "the disk reported an error: nothing was posted [%s, %d]",
                    said, rc);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return fail(db->note, ERR_CORRUPT, "%s [%s]",
                    db->mode == DB_PROVE
                        ? "this copy of a book is damaged"
                        : "the book is damaged: stop working in it and restore the last backup",
                    said);
    case SQLITE_READONLY:
        return fail(db->note, ERR_DENIED, "%s [%s]",
                    db->readonly ? "this book is open for reading only"
                                 : "only a command may change the book",
                    said);
    case SQLITE_PERM:
    case SQLITE_AUTH: return fail(db->note, ERR_DENIED, "this is not allowed here [%s]", said);
    case SQLITE_CONSTRAINT: return fail_constraint(db, rc, said);
    case SQLITE_INTERRUPT:
        return fail(db->note, ERR_CANCELLED, "stopped as you asked; nothing was posted");
    case SQLITE_TOOBIG:
        return fail(db->note, ERR_LIMIT, "a text is too long for the book [%s]", said);
    case SQLITE_MISMATCH:
        return fail(db->note, ERR_INPUT, "a value is of the wrong kind [%s]", said);
    case SQLITE_CANTOPEN:
        return fail(db->note, ERR_IO, "the book's files cannot be opened [%s, %d]", said, rc);
    default: /* arithmetic overflow, or a book without the tables that this program asks for */
        return fail(db->note, ERR_CORRUPT, "the book cannot answer this [%s]", said);
    }
}

/* A commit that broke in the middle may still turn up after a power cut (its records can be
 * complete in the log although the disk reported an error), so the words must not promise. */
enum err store_fail_commit(struct db *db, int rc)
{
    if ((rc & 0xff) != SQLITE_IOERR || disk_is_full(db, rc))
        return store_fail(db, rc);
    return fail(
        db->note, ERR_IO,
        "the disk reported an error while this was being posted; it is not in the book now: "
        "look again before entering it a second time [%s, %d]",
        sqlite3_errmsg(db->store), rc);
}
