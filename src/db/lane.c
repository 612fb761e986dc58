#include "base/rights.h"
#include "db/lane.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum {
    CARD = 256,     /* bytes of the holder's card at the beginning of the side file */
    QUIET_MS = 300, /* waiting shorter than this is nobody's business */
    ASK_MS = 100
};

/* Whoever stood still with the lane in hand (Ctrl-Z, or a word to a terminal from the background)
 * would keep all others waiting: such a stop waits until no lane of this process is held. */
static struct {
    int lanes;
    sigset_t before;
} stops;

static void stops_hold(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTSTP);
    sigaddset(&set, SIGTTOU);
    if (stops.lanes++ == 0)
        sigprocmask(SIG_BLOCK, &set, &stops.before);
}

static void stops_let(void)
{
    if (--stops.lanes == 0)
        sigprocmask(SIG_SETMASK, &stops.before, NULL);
}

void lane_init(struct lane *lane, int wait_ms)
{
    memset(lane, 0, sizeof *lane);
    lane->fd = -1;
    lane->wait_ms = wait_ms;
}

void lane_done(struct lane *lane)
{
    lane_leave(lane);
    if (lane->fd >= 0)
        close(lane->fd);
    free(lane->path);
    lane_init(lane, lane->wait_ms);
}

static enum err open_file(struct lane *lane, struct note *note)
{
    struct stat is;
    rights_raise(lane->shared);
    lane->fd = open(lane->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, lane->mode);
    rights_lower();
    if (lane->fd >= 0) {
        /* The umask of its first user must not shut the others out. */
        if (fstat(lane->fd, &is) == 0 && is.st_uid == geteuid() && is.st_size == 0)
            (void)fchmod(lane->fd, lane->mode);
        return ERR_OK;
    }
    return fail(note, errno == EACCES || errno == EPERM || errno == EROFS ? ERR_DENIED : ERR_IO,
                "the file %s, by which the clerks take turns, cannot be opened [%s]", lane->path,
                strerror(errno));
}

enum err lane_open(struct lane *lane, const char *book, mode_t mode, bool shared,
                   struct note *note)
{
    if (asprintf(&lane->path, "%s-lane", book) < 0)
        lane->path = NULL;
    must(lane->path != NULL);
    lane->mode = mode & 0666;
    lane->shared = shared;
    return open_file(lane, note);
}

/* Keeps `room` bytes of text, whole characters only, no control bytes: others will show it. */
static void copy_shown(char *to, size_t room, const char *from)
{
    size_t len = strnlen(from, room);
    if (len == room)
        for (len = room - 1; len > 0 && ((unsigned char)from[len] & 0xC0) == 0x80; len--)
            continue;
    for (size_t i = 0; i < len; i++)
        to[i] = (unsigned char)from[i] < 0x20 || from[i] == 0x7F ? ' ' : from[i];
    to[len] = '\0';
}

void lane_who(struct lane *lane, const char *actor, const char *command)
{
    copy_shown(lane->actor, sizeof lane->actor, actor != NULL ? actor : "");
    copy_shown(lane->command, sizeof lane->command, command != NULL ? command : "");
}

static void write_card(const struct lane *lane)
{
    char card[CARD] = {0};
    snprintf(card, sizeof card, "%s (%s%sprocess %ld)",
             lane->actor[0] != '\0' ? lane->actor : "another program", lane->command,
             lane->command[0] != '\0' ? ", " : "", (long)getpid());
    /* Only for people who wait: without it the lane works as well. */
    if (pwrite(lane->fd, card, sizeof card, 0) < 0)
        return;
}

static void read_card(const struct lane *lane, char holder[CARD])
{
    char card[CARD] = {0};
    if (pread(lane->fd, card, sizeof card - 1, 0) <= 0)
        card[0] = '\0';
    copy_shown(holder, CARD, card[0] != '\0' ? card : "another program");
}

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void wake(int number)
{
    (void)number;
}

/* The alarm that takes us out of the kernel's queue now and then; what was there before returns. */
struct alarm {
    struct sigaction action;
    sigset_t mask;
    struct itimerval timer;
};

static void alarm_set(struct alarm *before, int first_ms, int then_ms)
{
    struct sigaction action = {.sa_handler = wake}; /* no SA_RESTART: flock must return */
    sigemptyset(&action.sa_mask);
    sigaction(SIGALRM, &action, &before->action);
    sigset_t alarm_only;
    sigemptyset(&alarm_only);
    sigaddset(&alarm_only, SIGALRM);
    sigprocmask(SIG_UNBLOCK, &alarm_only, &before->mask);
    struct itimerval timer = {
        .it_value = {first_ms / 1000, (first_ms % 1000) * 1000 + 1},
        .it_interval = {then_ms / 1000, (then_ms % 1000) * 1000},
    };
    setitimer(ITIMER_REAL, &timer, &before->timer);
}

static void alarm_restore(const struct alarm *before)
{
    struct itimerval none = {0};
    setitimer(ITIMER_REAL, &none, NULL);
    sigaction(SIGALRM, &before->action, NULL);
    sigprocmask(SIG_SETMASK, &before->mask, NULL);
    setitimer(ITIMER_REAL, &before->timer, NULL);
}

/* One waiting in the kernel's queue, which is fair; returns when it has the lock or gives up. */
static enum err wait_turn(struct lane *lane, bool (*stop)(void *self, const char *holder),
                          void *self, struct note *note)
{
    char holder[CARD];
    int64_t start = now_ms(), left = lane->wait_ms;
    struct alarm before;
    enum err e = ERR_OK;
    alarm_set(&before, stop != NULL && left > QUIET_MS ? QUIET_MS : (int)left, ASK_MS);
    while (flock(lane->fd, LOCK_EX) != 0) {
        int reason = errno;
        left = lane->wait_ms - (now_ms() - start);
        read_card(lane, holder);
        if (reason != EINTR)
            e = fail(note, ERR_IO, "the lock of the book failed [%s]", strerror(reason));
        else if (left <= 0)
            e = fail(note, ERR_BUSY, "%s is writing in the book; try again", holder);
        else if (stop != NULL && lane->wait_ms - left >= QUIET_MS && stop(self, holder))
            e = fail(note, ERR_CANCELLED, "you stopped waiting for %s; nothing was posted", holder);
        else
            continue;
        break;
    }
    alarm_restore(&before);
    return e;
}

/* Somebody may have removed or replaced the side file while we waited: then the lock guards
 * nothing. */
static bool still_there(const struct lane *lane)
{
    struct stat mine, there;
    rights_raise(lane->shared);
    const int rc = stat(lane->path, &there);
    rights_lower();
    return rc == 0 && fstat(lane->fd, &mine) == 0 && mine.st_ino == there.st_ino &&
           mine.st_dev == there.st_dev;
}

bool lane_try(struct lane *lane)
{
    if (lane->path == NULL || lane->fd < 0)
        return false;
    if (lane->held)
        return true;
    stops_hold();
    if (flock(lane->fd, LOCK_EX | LOCK_NB) == 0) {
        lane->held = still_there(lane);
        if (!lane->held)
            flock(lane->fd, LOCK_UN);
    }
    if (!lane->held)
        stops_let();
    return lane->held;
}

static enum err take(struct lane *lane, bool (*stop)(void *self, const char *holder), void *self,
                     struct note *note)
{
    for (int tries = 0; tries < 100; tries++) {
        if (lane->fd < 0)
            TRY(open_file(lane, note));
        if (flock(lane->fd, LOCK_EX | LOCK_NB) != 0) {
            if (lane->wait_ms <= 0) {
                char holder[CARD];
                read_card(lane, holder);
                return fail(note, ERR_BUSY, "%s is writing in the book; try again", holder);
            }
            TRY(wait_turn(lane, stop, self, note));
        }
        if (still_there(lane)) {
            lane->held = true;
            write_card(lane);
            return ERR_OK;
        }
        close(lane->fd);
        lane->fd = -1;
    }
    return fail(note, ERR_IO, "the file %s is replaced again and again", lane->path);
}

enum err lane_take(struct lane *lane, bool (*stop)(void *self, const char *holder), void *self,
                   struct note *note)
{
    must(!lane->held && lane->path != NULL);
    stops_hold();
    const enum err e = take(lane, stop, self, note);
    if (e != ERR_OK)
        stops_let();
    return e;
}

void lane_leave(struct lane *lane)
{
    if (!lane->held)
        return;
    flock(lane->fd, LOCK_UN);
    lane->held = false;
    stops_let();
}
