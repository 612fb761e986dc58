#include "line.h"

#include "base/err.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#define TODAY "2026-11-22"

static char folder[64];
static char answer[512];

static const char *program(void)
{
    const char *name = getenv("ARLEDGER");

    return name ? name : "build/release/arledger";
}

const char *line_book_run(const char *command)
{
    char line[1024];

    snprintf(line, sizeof line, "'%s' -q -b '%s/b.arl' %s", program(), folder, command);
    FILE *out = popen(line, "r");
    must(out != NULL);
    const size_t len = fread(answer, 1, sizeof answer - 1, out);
    answer[len] = 0;
    answer[strcspn(answer, "\n")] = 0;
    if (pclose(out) != 0)
        fail_msg("%s", line);
    return answer;
}

int64_t line_book_figure(const char *sql)
{
    char line[600];

    snprintf(line, sizeof line, "--format csv book sql --readonly \"%s\" | tail -1", sql);
    return strtoll(line_book_run(line), NULL, 10);
}

int line_book_make(const char *command, ...)
{
    va_list commands;

    snprintf(folder, sizeof folder, "/tmp/desk.XXXXXX");
    must(mkdtemp(folder) != NULL);
    setenv("XDG_STATE_HOME", folder, 1); /* where drafts are kept */
    line_book_run("book new --company Lights --currency EUR --sandbox");
    va_start(commands, command);
    for (; command; command = va_arg(commands, const char *))
        line_book_run(command);
    va_end(commands);
    return 0;
}

int line_book_remove(void **state)
{
    char line[128];

    (void)state;
    snprintf(line, sizeof line, "rm -rf '%s'", folder);
    return system(line);
}

void line_book_is_whole(void)
{
    line_book_run("book verify");
}

struct line *line_words(const char *actor, const char *const *words)
{
    struct line *line = calloc(1, sizeof *line);
    struct winsize size = {.ws_row = 24, .ws_col = 80};
    const char *all[24] = {"arledger", "-b", NULL, "--today", TODAY, "--actor", actor};
    char book[128];

    must(line != NULL);
    snprintf(book, sizeof book, "%s/b.arl", folder);
    all[2] = book;
    for (int i = 0; words[i]; i++)
        all[7 + i] = words[i];
    line->child = forkpty(&line->fd, NULL, NULL, &size);
    must(line->child >= 0);
    if (line->child == 0) {
        setenv("TERM", "xterm", 1);
        execv(program(), (char *const *)all);
        _exit(127);
    }
    return line;
}

struct line *line_open(const char *actor)
{
    static const char *const none[] = {NULL};

    return line_words(actor, none);
}

struct line *line_command(const char *actor, const char *noun, const char *verb)
{
    const char *const words[] = {noun, verb, NULL};

    return line_words(actor, words);
}

bool line_book_has(const char *words)
{
    char line[256];

    snprintf(line, sizeof line, "grep -r -a -q -F '%s' '%s'", words, folder);
    return system(line) == 0;
}

int64_t line_now_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

int64_t line_cpu_ms(const struct line *line)
{
    char name[64], text[1024] = "";
    unsigned long user = 0, kernel = 0;

    snprintf(name, sizeof name, "/proc/%ld/stat", (long)line->child);
    FILE *file = fopen(name, "r");
    must(file != NULL && fgets(text, sizeof text, file) != NULL);
    fclose(file);
    const char *at = strrchr(text, ')'); /* the name of the program may have blanks */
    must(at != NULL && sscanf(at + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user,
                              &kernel) == 2);
    return (int64_t)(user + kernel) * 1000 / sysconf(_SC_CLK_TCK);
}

/* Takes what has been drawn, if anything. */
static void line_read(struct line *line, const char *words)
{
    const ssize_t n = read(line->fd, line->seen + line->len, sizeof line->seen - line->len - 1);

    if (n <= 0)
        fail_msg("it left before '%s' was drawn", words);
    line->len += (size_t)n;
    line->seen[line->len] = 0;
}

/* What was drawn instead, without what steers the terminal. */
static void never_drawn(struct line *const *lines, int count, const char *words)
{
    for (int i = 0; i < count; i++) {
        for (const char *p = lines[i]->seen; *p; p++)
            fputc((unsigned char)*p < ' ' ? '.' : *p, stderr);
        fputc('\n', stderr);
    }
    fail_msg("'%s' was never drawn", words);
}

struct line *line_wait_either(struct line *a, struct line *b, const char *words)
{
    struct line *lines[] = {a, b};
    const int count = a == b ? 1 : 2;
    const int64_t end = line_now_ms() + LINE_PATIENCE_MS;

    for (;;) {
        struct pollfd ready[] = {{.fd = a->fd, .events = POLLIN}, {.fd = b->fd, .events = POLLIN}};
        for (int i = 0; i < count; i++)
            if (strstr(lines[i]->seen, words))
                return lines[i];
        if (line_now_ms() > end || poll(ready, (nfds_t)count, 200) < 0)
            never_drawn(lines, count, words);
        for (int i = 0; i < count; i++)
            if (ready[i].revents & (POLLIN | POLLHUP))
                line_read(lines[i], words);
    }
}

void line_wait(struct line *line, const char *words)
{
    line_wait_either(line, line, words);
}

void line_forget(struct line *line)
{
    line->len = 0;
    line->seen[0] = 0;
}

void line_drop(struct line *line)
{
    struct pollfd ready = {.fd = line->fd, .events = POLLIN};

    line_forget(line);
    while (poll(&ready, 1, 0) > 0 && (ready.revents & POLLIN)) {
        line_read(line, "what comes next");
        line_forget(line);
    }
}

const char *line_book_path(void)
{
    static char path[96];

    snprintf(path, sizeof path, "%s/b.arl", folder);
    return path;
}

void line_type(struct line *line, const char *keys)
{
    assert_int_equal(write(line->fd, keys, strlen(keys)), (ssize_t)strlen(keys));
}

int line_end(struct line *line, int within_ms)
{
    int64_t end = line_now_ms() + within_ms;
    int status = -1;

    while (waitpid(line->child, &status, WNOHANG) == 0) {
        struct pollfd ready = {.fd = line->fd, .events = POLLIN};
        if (line_now_ms() > end) {
            kill(line->child, SIGKILL);
            waitpid(line->child, &status, 0);
            fail_msg("it is still there after %d ms", within_ms);
        }
        /* what it draws must not keep it */
        if (line->fd >= 0 && poll(&ready, 1, 20) > 0 && (ready.revents & POLLIN) &&
            read(line->fd, line->seen, sizeof line->seen) < 0 && errno != EIO)
            break;
        if (line->fd < 0)
            poll(NULL, 0, 20);
    }
    if (line->fd >= 0)
        close(line->fd);
    free(line);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
