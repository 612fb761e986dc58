/* txlane: how a command waits for the books: who is shown to others, how long, who may stop it; and
 * the snapshot in which a report reads.
 *
 * Only app/command.c and app/paperlook.c include it. Knows: db. Fails with: what the store says. */
#ifndef LEDGER_TXLANE_H
#define LEDGER_TXLANE_H

#include "ledger/book.h"

struct txlane {
    const char *actor, *command; /* shown to others while this book holds the lane */
    int wait_seconds;
    /* Asked about ten times a second while waiting (`holder` has the lane) or working (NULL); true
     * stops with CANCELLED. May be NULL. */
    bool (*stop)(void *self, const char *holder);
    void *self;
};

void txlane_set(struct book *book, const struct txlane *lane);
enum err txlane_read_begin(struct book *book); /* a read snapshot over several queries; nests */
void txlane_read_end(struct book *book);

#endif
