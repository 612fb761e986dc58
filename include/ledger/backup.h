/* backup: whole copies of a book: made while others work, put back, and made before a migration.
 *
 * Holds: a copy counts only when it was opened again and every figure in it was proved; nothing is
 * ever overwritten: what stood at the place of a restored book is kept beside it.
 * A sealed copy (base/seal.h) is proved before it is sealed, and opened again after it.
 * Knows: db, proof. Fails with: CREATE (the file is there), CORRUPT (what is to be restored does
 * not prove), BUSY (somebody has the target open), INPUT (sealed, without its key), and what
 * db_backup and seal_undo say. */
#ifndef LEDGER_BACKUP_H
#define LEDGER_BACKUP_H

#include "base/arena.h"
#include "base/seal.h"
#include "ledger/proof.h"

#define BEFORE_RESTORE ".before-restore" /* the ending of what was there */

/* Who hears of it, and by which key the copy is sealed or opened; each may be NULL. */
struct backup_watch {
    proof_say *say; /* a trouble in the copy */
    bool (*progress)(void *self, int done, int total); /* true = stop */
    void *self;
    const struct seal_secret *secret;
};

/* *found counts the troubles of the copy, which are those of the book. */
enum err book_backup(struct book *book, const char *to, const struct backup_watch *watch,
                     int *found);
/* A copy into a folder, named by book and moment; then those that rules/rotation.h does not keep
 * are taken away, and no other file. *name is the new one, *removed how many went. */
enum err book_backup_rotated(struct book *book, const char *folder,
                             const struct backup_watch *watch, struct arena *arena,
                             const char **name, int *removed, int *found);
/* What a copy holds: opened where it lies, unsealed beside it, and proved; with an anchor its
 * journal must hold that head. */
struct backup_state {
    int64_t entries;
    struct hash head;
    bool sealed;
    int found;
};
enum err backup_prove(const char *from, const struct hash *anchor,
                      const struct backup_watch *watch, struct note *note,
                      struct backup_state *out);
/* `to` is a book again that proves, of one state of `from`. A book that stood there, which nobody
 * may be using, is `to`BEFORE_RESTORE now, and *kept says so. */
enum err book_restore(const char *from, const char *to, const struct backup_watch *watch,
                      struct note *note, bool *kept);
/* Brings the book to this program's version; with a difference `copy` is a copy of the book as it
 * was: PATH.version-N, or PATH.version-N.2 where that is taken. */
struct book_migration {
    int before, after;
    const char *copy;
};
enum err book_migrate(const char *path, struct arena *arena, struct note *note,
                      struct book_migration *out);

#endif
