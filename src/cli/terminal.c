#include "cli/terminal.h"

#include "base/text.h"
#include "cli/secretword.h"

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#define MICROSECONDS 1000000
#define PROGRESS_AFTER 300000 /* work shorter than this says nothing */
#define PROGRESS_EVERY 100000
#define LINE_MAX_BYTES ((size_t)4096)

/* A signal can leave a word nowhere else. */
static volatile sig_atomic_t interrupted;

static void on_signal(int number)
{
    (void)number;
    interrupted = 1;
}

bool terminal_interrupted(void)
{
    return interrupted != 0;
}

static int64_t clock_now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * MICROSECONDS + t.tv_nsec / 1000;
}

static bool progress(void *self, const char *what, int64_t done, int64_t total)
{
    struct cli *cli = self;
    int64_t now = clock_now();

    if (interrupted)
        return true;
    if (!isatty(STDERR_FILENO) || cli->session.quiet || now - cli->began < PROGRESS_AFTER ||
        now - cli->shown < PROGRESS_EVERY)
        return false;
    double seconds = (double)(now - cli->began) / MICROSECONDS;
    cli->shown = now;
    if (total > 0)
        fprintf(stderr, "\r%s: %" PRId64 " of %" PRId64 " (%d%%), %.0f/s   ", what, done, total,
                (int)((double)done * 100 / (double)total), (double)done / seconds);
    else if (done > 0)
        fprintf(stderr, "\r%s: %" PRId64 ", %.0f/s   ", what, done, (double)done / seconds);
    else
        fprintf(stderr, "\r%s: %.0f s   ", what, seconds);
    fflush(stderr);
    return false;
}

void terminal_work_begins(struct cli *cli)
{
    cli->began = clock_now();
    cli->shown = 0;
}

void terminal_work_ends(struct cli *cli)
{
    if (cli->shown)
        fprintf(stderr, "\r%*s\r", 78, "");
    cli->shown = 0;
}

static bool ask(void *self, const char *question)
{
    struct cli *cli = self;
    char answer[64];

    terminal_work_ends(cli);
    fprintf(stderr, "%s [y/N] ", question);
    fflush(stderr);
    if (!fgets(answer, sizeof answer, stdin))
        return false;
    terminal_work_begins(cli); /* thinking is no work */
    char *word = text_trim(answer);
    return text_same(word, "y") || text_same(word, "yes");
}

void terminal_start(struct cli *cli)
{
    struct sigaction action = {.sa_handler = on_signal}; /* no SA_RESTART: a question ends too */
    struct winsize size;

    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
    action.sa_handler = SIG_IGN; /* a reader that left is a failed write, not our end */
    sigaction(SIGPIPE, &action, NULL);
    sigaction(SIGXFSZ, &action, NULL); /* a file that may not grow is a failed write too */
    cli->session.self = cli;
    cli->session.progress = progress;
    cli->session.secret = secretword_ask;
    cli->session.terminal_out = isatty(STDOUT_FILENO) == 1;
    if (isatty(STDIN_FILENO) && isatty(STDERR_FILENO))
        cli->session.ask = ask;
    if (cli->session.terminal_out && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        cli->session.width = size.ws_col;
}

static void line_write(struct cli *cli, const char *before, const char *words)
{
    struct buf line;

    terminal_work_ends(cli);
    fflush(stdout);
    buf_init(&line, LINE_MAX_BYTES);
    text_safe(&line, words, strlen(words));
    fprintf(stderr, "%s%s\n", before, line.data);
    buf_done(&line);
}

void terminal_say(struct cli *cli, const char *words)
{
    line_write(cli, "arledger: ", words);
}

void terminal_tell(struct cli *cli, const char *words)
{
    if (!cli->session.quiet)
        line_write(cli, "", words);
}
