/* lane: the one write lane of a book: a lock on the side file "<book>-lane", queued by the kernel.
 *
 * Every write transaction and every checkpoint of every process runs inside it (TRUST.md 0). The
 * kernel frees it when its holder dies, however it dies; its holder cannot be stopped by Ctrl-Z.
 * Knows: the side file and signals; nothing of the store.
 * Holds: fd >= 0 once the side file was opened; held only between lane_take and lane_leave.
 * Fails with: BUSY, CANCELLED, DENIED, IO. */
#ifndef DB_LANE_H
#define DB_LANE_H

#include "base/err.h"

#include <stdbool.h>
#include <sys/types.h>

struct lane {
    bool shared; /* its file is opened with the group's right */
    char *path;
    int fd;
    mode_t mode; /* of the book: whoever may write in it may take the lane */
    int wait_ms;
    bool held;
    char actor[64];
    char command[128];
};

void lane_init(struct lane *lane, int wait_ms);
void lane_done(struct lane *lane);
/* Where the side file is; `mode` are the permissions of the book, `shared` as in db/disk.h. */
enum err lane_open(struct lane *lane, const char *book, mode_t mode, bool shared,
                   struct note *note);
void lane_who(struct lane *lane, const char *actor, const char *command);
/* Waits its turn, at most wait_ms. After 0.3 s `stop` is asked about ten times a second. */
enum err lane_take(struct lane *lane, bool (*stop)(void *self, const char *holder), void *self,
                   struct note *note);
bool lane_try(struct lane *lane); /* only if it is free now */
void lane_leave(struct lane *lane);

#endif
