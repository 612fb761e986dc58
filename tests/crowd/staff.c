#include "crowd/staff.h"

#include "base/err.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

static pid_t children[STAFF_MAX]; /* 0 = the place is free */

pid_t staff_start(int seat, void (*work)(int seat))
{
    int at = 0;

    while (at < STAFF_MAX && children[at] != 0)
        at++;
    must(at < STAFF_MAX);
    fflush(NULL);
    const pid_t child = fork();
    must(child >= 0);
    if (child == 0) {
        work(seat);
        _exit(0);
    }
    children[at] = child;
    return child;
}

static int64_t now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec;
}

static bool forget(pid_t child)
{
    bool left = false;

    for (int i = 0; i < STAFF_MAX; i++) {
        if (children[i] == child)
            children[i] = 0;
        left = left || children[i] != 0;
    }
    return left;
}

void staff_home(void)
{
    for (int i = 0; i < STAFF_MAX; i++)
        if (children[i] != 0) {
            kill(children[i], SIGKILL);
            waitpid(children[i], NULL, 0);
            children[i] = 0;
        }
}

/* The next one that goes; 0 when the patience ended. A child's end interrupts the pause. */
static pid_t next_gone(pid_t which, int64_t end, int *status)
{
    const struct timespec pause = {0, 2000000};

    for (;;) {
        const pid_t child = waitpid(which, status, WNOHANG);
        if (child != 0 || now_s() > end)
            return child;
        nanosleep(&pause, NULL);
    }
}

void staff_wait(const char *trouble)
{
    const int64_t end = now_s() + STAFF_PATIENCE_S;
    bool left = true;

    while (left) {
        int status = 0;
        const pid_t child = next_gone(-1, end, &status);
        if (child <= 0) {
            staff_home();
            fail_msg("somebody is still there after %d s", STAFF_PATIENCE_S);
        }
        left = forget(child);
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
            staff_home();
            fail_msg("a clerk left with %d: %s", status, trouble);
        }
    }
}

int staff_wait_one(pid_t child)
{
    int status = 0;

    if (next_gone(child, now_s() + STAFF_PATIENCE_S, &status) != child) {
        staff_home();
        fail_msg("somebody is still there after %d s", STAFF_PATIENCE_S);
    }
    forget(child);
    return status;
}
