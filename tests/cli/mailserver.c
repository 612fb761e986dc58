#include "cli/mailserver.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <arpa/inet.h>
#include <cmocka.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define LINE 1024

static void line_get(FILE *from, char line[LINE])
{
    if (!fgets(line, LINE, from))
        line[0] = 0;
}

static void say(FILE *to, const char *words)
{
    fputs(words, to);
    fflush(to);
}

/* true = the line is to be broken */
static bool message_take(FILE *from, FILE *to, char how)
{
    FILE *got = fopen("received", "a");
    char line[LINE];

    say(to, "354 go on\r\n");
    for (line_get(from, line); line[0] && strcmp(line, ".\r\n") != 0; line_get(from, line))
        fputs(line, got);
    fputs("====\n", got);
    fclose(got);
    if (how == 'c')
        return true;
    fputs("250 taken\r\n", to);
    return false;
}

/* From the first EHLO on: before it s_server tells of the line itself. */
static void talk(FILE *from, FILE *to, char how)
{
    char line[LINE];
    bool breaks = how == 'h', begun = false;

    while (!breaks) {
        line_get(from, line);
        begun = begun || strncmp(line, "EHLO", 4) == 0;
        if (!line[0] || (begun && strncmp(line, "QUIT", 4) == 0))
            break;
        if (strncmp(line, "EHLO", 4) == 0)
            fputs("250-here\r\n250 8BITMIME\r\n", to);
        else if (strncmp(line, "RCPT", 4) == 0 && (how == '4' || how == '5'))
            fprintf(to, "%c50 no such mailbox\r\n", how);
        else if (strncmp(line, "DATA", 4) == 0)
            breaks = message_take(from, to, how);
        else if (begun)
            fputs("250 yes\r\n", to);
        fflush(to);
    }
    fclose(from);
    fclose(to);
}

static int place_open(bool listens, int *port)
{
    struct sockaddr_in place = {.sin_family = AF_INET,
                                .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
                                .sin_port = htons((uint16_t)*port)};
    socklen_t len = sizeof place;
    const int door = socket(AF_INET, SOCK_STREAM, 0);

    if (!listens)
        return connect(door, (struct sockaddr *)&place, sizeof place) == 0 ? door : -1;
    assert_int_equal(bind(door, (struct sockaddr *)&place, sizeof place), 0);
    assert_int_equal(listen(door, 8), 0);
    assert_int_equal(getsockname(door, (struct sockaddr *)&place, &len), 0);
    *port = ntohs(place.sin_port);
    return door;
}

static pid_t fork_here(void)
{
    fflush(NULL);
    return fork();
}

struct server server_start(const char *script)
{
    struct server server = {.port = 0};
    const int door = place_open(true, &server.port);

    server.children[0] = fork_here();
    if (server.children[0] == 0) {
        for (; *script; script++) {
            const int line = accept(door, NULL, NULL);
            FILE *to = fdopen(dup(line), "w");
            say(to, "220 here\r\n");
            talk(fdopen(line, "r"), to, *script);
        }
        _exit(0);
    }
    close(door);
    return server;
}

/* ---- encrypted ---- */

/* openssl at a port of its own, listening; what it decrypts comes out of `from`. */
static pid_t secure_open(int *port, FILE **from, FILE **to)
{
    int in[2], out[2];
    char line[LINE];

    assert_int_equal(pipe(in), 0);
    assert_int_equal(pipe(out), 0);
    const pid_t child = fork_here();
    if (child == 0) {
        dup2(in[0], STDIN_FILENO);
        dup2(out[1], STDOUT_FILENO);
        for (int i = 0; i < 2; i++)
            close(in[i]), close(out[i]);
        if (!freopen("/dev/null", "w", stderr))
            _exit(127);
        execlp("openssl", "openssl", "s_server", "-accept", "127.0.0.1:0", "-cert", "cert.pem",
               "-key", "key.pem", "-naccept", "1", (char *)NULL);
        _exit(127);
    }
    close(in[0]);
    close(out[1]);
    *from = fdopen(out[0], "r");
    *to = fdopen(in[1], "w");
    do
        line_get(*from, line);
    while (line[0] && sscanf(line, "ACCEPT 127.0.0.1:%d", port) != 1);
    assert_true(line[0]);
    return child;
}

/* The talk of an encrypted line, in a child. */
static pid_t secure_talk(FILE *from, FILE *to, bool greets, char how)
{
    const pid_t child = fork_here();

    if (child == 0) {
        if (greets)
            say(to, "220 here\r\n");
        talk(from, to, how);
        _exit(0);
    }
    fclose(from);
    fclose(to);
    return child;
}

struct server server_start_tls(const char *script)
{
    struct server server = {.port = 0};
    FILE *from, *to;

    server.children[0] = secure_open(&server.port, &from, &to);
    server.children[1] = secure_talk(from, to, true, *script);
    return server;
}

static bool bytes_pass(int from, int to)
{
    char bytes[4096];
    const ssize_t len = read(from, bytes, sizeof bytes);

    return len > 0 && write(to, bytes, (size_t)len) == len;
}

/* What is encrypted goes to openssl and back. */
static void relay(int client, int port)
{
    struct pollfd both[2] = {{.fd = client, .events = POLLIN},
                             {.fd = place_open(false, &port), .events = POLLIN}};
    bool goes = both[1].fd >= 0;

    while (goes && poll(both, 2, -1) > 0)
        for (int i = 0; i < 2 && goes; i++)
            if (both[i].revents)
                goes = bytes_pass(both[i].fd, both[!i].fd);
    close(both[1].fd);
    close(client);
}

/* Up to STARTTLS; all that is heard is written down. */
static bool upgrade_wait(FILE *from, FILE *to)
{
    FILE *heard = fopen("open", "w");
    char line[LINE];
    bool asked = false;

    say(to, "220 here\r\n");
    while (!asked) {
        line_get(from, line);
        if (!line[0])
            break;
        fputs(line, heard);
        asked = strncmp(line, "STARTTLS", 8) == 0;
        say(to, asked                           ? "220 go on\r\n"
                : strncmp(line, "EHLO", 4) == 0 ? "250-here\r\n250 STARTTLS\r\n"
                                                : "250 yes\r\n");
    }
    fclose(heard);
    return asked;
}

struct server server_start_starttls(const char *script)
{
    struct server server = {.port = 0};
    const int door = place_open(true, &server.port);
    FILE *from, *to;
    int port = 0;

    server.children[0] = secure_open(&port, &from, &to);
    server.children[1] = secure_talk(from, to, false, *script);
    server.children[2] = fork_here();
    if (server.children[2] == 0) {
        const int client = accept(door, NULL, NULL);
        if (upgrade_wait(fdopen(dup(client), "r"), fdopen(dup(client), "w")))
            relay(client, port);
        _exit(0);
    }
    close(door);
    return server;
}

void server_stop(struct server *server)
{
    for (int i = 0; i < 3; i++)
        if (server->children[i]) {
            kill(server->children[i], SIGKILL);
            waitpid(server->children[i], NULL, 0);
        }
}
