/* staff: the processes of a test: each runs a function and goes; all are waited for, with a bound.
 *
 * As soon as one of them fails, or the patience ends, all others are killed and the test fails:
 * nobody is left behind at a book that is gone. */
#ifndef CROWD_STAFF_H
#define CROWD_STAFF_H

#include <sys/types.h>

#define STAFF_MAX 24
#define STAFF_PATIENCE_S 120

/* In a new process: work(seat), then its end. */
pid_t staff_start(int seat, void (*work)(int seat));
/* Until all that were started have gone well; `trouble` is what a failing one left in words. */
void staff_wait(const char *trouble);
/* Until this one is gone; its status as waitpid tells it. Others that fail are not looked for. */
int staff_wait_one(pid_t child);
void staff_home(void); /* all that are left are killed */

#endif
