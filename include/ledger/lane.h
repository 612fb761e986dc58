/* lane: how a command waits for the books: who is shown to others, how long, who may stop it; and the
 * snapshot in which a report reads.
 *
 * Only app/command.c includes it. Knows: db. Fails with: what the store says. */
#ifndef LEDGER_LANE_H
#define LEDGER_LANE_H

#include "ledger/book.h"

struct lane {
    const char *actor, *command; /* shown to others while this book holds the lane */
    int wait_seconds;
    /* Asked about ten times a second while waiting (`holder` has the lane) or working (NULL); true
     * stops with CANCELLED. May be NULL. */
    bool (*stop)(void *self, const char *holder);
    void *self;
};

void lane_set(struct book *book, const struct lane *lane);
enum err lane_read_begin(struct book *book); /* a read snapshot over several queries; nests */
void lane_read_end(struct book *book);

#endif
