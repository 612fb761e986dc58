/* sweep: fails the n-th call of the file layer, for every n, and looks at the book after each.
 *
 * Each try runs in a process of its own on a fresh copy of the book: opens it, runs `post`, closes
 * it. `post` calls sweep_acknowledge when a commit has returned OK. Afterwards the book is opened
 * without faults, for reading and for writing: the store's own check must find nothing, `look` must
 * find nothing half done, and what was acknowledged must be there. With every kind but
 * DB_FAULT_EXIT a post that failed is tried once more on the same connection, as a clerk would
 * after making room on the disk, and must then succeed.
 * Knows: db only; the caller brings the operation. */
#ifndef FAULT_SWEEP_H
#define FAULT_SWEEP_H

#include "db/db.h"

struct sweep {
    enum db_fault kind;
    void (*make)(struct db *db); /* fills the new book, inside a transaction */
    enum err (*post)(struct db *db, struct sweep *sweep);
    /* whether what was posted is there; NULL, or in words what is there only half */
    const char *(*look)(struct db *db, bool *there);
    int channel; /* set by the sweep */
};

void sweep_acknowledge(struct sweep *sweep);
/* How many calls were made to fail; 0 and words in `trouble` when a book did not survive. */
int sweep_run(struct sweep *sweep, char *trouble, size_t room);

#endif
