#include "cli/secretword.h"

#include "base/text.h"
#include "cli/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define FILE_MOST (2 * SECRET_MAX + 4)

static enum err word_check(struct cli *cli, const char *text, size_t len, struct secret *out)
{
    size_t bad;

    if (memchr(text, 0, len) || !text_utf8(text, len, &bad))
        return fail(cli->session.note, ERR_INPUT, "the password is not valid UTF-8");
    return secret_set(out, text, len)
               ? ERR_OK
               : fail(cli->session.note, ERR_INPUT, "a password has at most %d bytes", SECRET_MAX);
}

/* ---- from a file ---- */

static enum err lines_take(struct cli *cli, const char *text, size_t len)
{
    for (const char *end = text + len; text < end;) {
        const char *newline = memchr(text, '\n', (size_t)(end - text));
        size_t line = (size_t)((newline ? newline : end) - text);
        const char *next = newline ? newline + 1 : end;
        if (line > 0 && text[line - 1] == '\r')
            line--;
        if (cli->secret_count == 2)
            return fail(cli->session.note, ERR_INPUT,
                        "--password-file: it has a line for the present password and one for a new "
                        "one, no more");
        TRY(word_check(cli, text, line, &cli->secrets[cli->secret_count++]));
        text = next;
    }
    return cli->secret_count ? ERR_OK
                             : fail(cli->session.note, ERR_INPUT, "--password-file: it is empty");
}

static enum err file_read(struct cli *cli)
{
    const bool in = strcmp(cli->password_file, "-") == 0;
    int fd = STDIN_FILENO;
    char text[FILE_MOST];
    size_t len = 0;
    enum err e = ERR_OK;

    if (!in)
        TRY(secret_open(cli->password_file, "--password-file", cli->session.note, &fd));
    while (e == ERR_OK && len < sizeof text) {
        const ssize_t got = read(fd, text + len, sizeof text - len);
        if (got == 0)
            break;
        if (got < 0 && errno != EINTR)
            e = fail(cli->session.note, ERR_IO, "--password-file: %s", strerror(errno));
        len += got > 0 ? (size_t)got : 0;
    }
    if (!in)
        close(fd);
    if (e == ERR_OK && len == sizeof text)
        e = fail(cli->session.note, ERR_INPUT, "--password-file: that is more than two passwords");
    if (e == ERR_OK)
        e = lines_take(cli, text, len);
    explicit_bzero(text, sizeof text);
    return e;
}

static enum err file_word(struct cli *cli, enum secret_kind kind, struct secret *out)
{
    if (cli->secret_count == 0)
        TRY(file_read(cli));
    cli->secret_present = cli->secret_present || kind == SECRET_NOW;
    if (kind != SECRET_NOW && cli->secret_present && cli->secret_count == 1)
        return fail(cli->session.note, ERR_INPUT,
                    "--password-file: its first line is the present password; a second one has the "
                    "new");
    *out = cli->secrets[kind == SECRET_NOW ? 0 : cli->secret_count - 1];
    return ERR_OK;
}

void secretword_forget(struct cli *cli)
{
    secret_forget(&cli->secrets[0]);
    secret_forget(&cli->secrets[1]);
    cli->secret_count = 0;
}

/* ---- from a person ---- */

/* A signal that comes just before the wait counts: it is let in within the wait alone. */
static bool key_wait(int tty)
{
    struct pollfd ready = {.fd = tty, .events = POLLIN};
    sigset_t ends, before;

    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGHUP);
    sigprocmask(SIG_BLOCK, &ends, &before);
    const bool is = !terminal_interrupted() && ppoll(&ready, 1, NULL, &before) > 0;
    sigprocmask(SIG_SETMASK, &before, NULL);
    return is && !terminal_interrupted();
}

/* One line, as it comes; false at an interruption or the end. */
static bool line_read(int tty, char *text, size_t room, size_t *len)
{
    char c;

    for (*len = 0;;) {
        if (!key_wait(tty) || read(tty, &c, 1) <= 0)
            return false;
        if (c == '\n')
            return true;
        if (*len < room)
            text[(*len)++] = c;
    }
}

static enum err person_word(struct cli *cli, const char *prompt, struct secret *out)
{
    const int tty = cli->session.no_input ? -1 : open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    struct termios before, unseen;
    char text[SECRET_MAX + 2];
    size_t len = 0;

    if (tty < 0 || tcgetattr(tty, &before) != 0) {
        if (tty >= 0)
            close(tty);
        return fail(cli->session.note, ERR_USAGE,
                    "nobody can be asked for this: %s; --password-file FILE may have it", prompt);
    }
    terminal_work_ends(cli);
    unseen = before;
    unseen.c_lflag &= ~(tcflag_t)(ECHO | ECHOE | ECHOK | ECHONL);
    unseen.c_cc[VSUSP] = _POSIX_VDISABLE; /* not stopped while nothing is shown */
    tcsetattr(tty, TCSAFLUSH, &unseen);
    (void)!write(tty, prompt, strlen(prompt));
    (void)!write(tty, ": ", 2);
    const bool typed = line_read(tty, text, sizeof text, &len);
    tcsetattr(tty, TCSAFLUSH, &before);
    (void)!write(tty, "\n", 1);
    close(tty);
    terminal_work_begins(cli);
    const enum err e = typed ? word_check(cli, text, len, out)
                             : fail(cli->session.note, ERR_CANCELLED,
                                    "no password was given; nothing was changed");
    explicit_bzero(text, sizeof text);
    return e;
}

enum err secretword_ask(void *self, enum secret_kind kind, const char *prompt, struct secret *out)
{
    struct cli *cli = self;

    return cli->password_file ? file_word(cli, kind, out) : person_word(cli, prompt, out);
}
