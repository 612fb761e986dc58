/* Mails meet a server: a run is received once, whatever the server does meanwhile.
 *
 * The server is a child on the loopback; what it got lies in a file. Needs ARLEDGER. */
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
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[] = "/tmp/outbox.XXXXXX";

/* ---- the server ---- */

/* What it does with the n-th connection: o takes it, 4 and 5 refuse the mailbox for now and for
 * good, c breaks the line when it has the whole message, h before it has any of it. */
struct server {
    int port;
    pid_t child;
};

static void line_get(FILE *from, char line[1024])
{
    if (!fgets(line, 1024, from))
        line[0] = 0;
}

/* true = the line is to be broken */
static bool message_take(FILE *from, FILE *to, char how)
{
    FILE *got = fopen("received", "a");
    char line[1024];

    fputs("354 go on\r\n", to);
    fflush(to);
    for (line_get(from, line); line[0] && strcmp(line, ".\r\n") != 0; line_get(from, line))
        fputs(line, got);
    fputs("====\n", got);
    fclose(got);
    if (how == 'c')
        return true;
    fputs("250 taken\r\n", to);
    return false;
}

static void talk(int line_of, char how)
{
    FILE *from = fdopen(line_of, "r"), *to = fdopen(dup(line_of), "w");
    char line[1024];
    bool breaks = how == 'h';

    fputs("220 here\r\n", to);
    fflush(to);
    while (!breaks) {
        line_get(from, line);
        if (!line[0] || strncmp(line, "QUIT", 4) == 0)
            break;
        if (strncmp(line, "EHLO", 4) == 0)
            fputs("250-here\r\n250 8BITMIME\r\n", to);
        else if (strncmp(line, "RCPT", 4) == 0 && (how == '4' || how == '5'))
            fprintf(to, "%c50 no such mailbox\r\n", how);
        else if (strncmp(line, "DATA", 4) == 0)
            breaks = message_take(from, to, how);
        else
            fputs("250 yes\r\n", to);
        fflush(to);
    }
    fclose(from);
    fclose(to);
}

static struct server server_start(const char *script)
{
    struct sockaddr_in place = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t len = sizeof place;
    struct server server;
    const int door = socket(AF_INET, SOCK_STREAM, 0);

    assert_int_equal(bind(door, (struct sockaddr *)&place, sizeof place), 0);
    assert_int_equal(listen(door, 8), 0);
    assert_int_equal(getsockname(door, (struct sockaddr *)&place, &len), 0);
    server.port = ntohs(place.sin_port);
    fflush(NULL);
    server.child = fork();
    if (server.child == 0) {
        for (; *script; script++)
            talk(accept(door, NULL, NULL), *script);
        _exit(0);
    }
    close(door);
    return server;
}

static void server_stop(struct server *server)
{
    kill(server->child, SIGKILL);
    waitpid(server->child, NULL, 0);
}

/* ---- the clerk ---- */

static const char *now = "2026-11-22T12:00:00Z";
static int most_blocks; /* of 512 bytes that a file may have; 0 = as many as it takes */

/* Its exit status; what it said lies in the file `said`. */
static int clerk(const char *line)
{
    char command[2048], limit[60] = "";

    if (most_blocks)
        snprintf(limit, sizeof limit, "ulimit -f %d; GCOV_PREFIX=/dev/null ", most_blocks);
    snprintf(command, sizeof command,
             "%sHOME=. XDG_CONFIG_HOME= ARLEDGER_BOOK=book.arl \"$ARLEDGER\" --now %s --actor anna "
             "--locale C.UTF-8 --no-input %s >said 2>&1",
             limit, now, line);
    const int status = system(command);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static bool holds(const char *file, const char *text)
{
    static char all[1 << 20];
    FILE *f = fopen(file, "r");
    size_t len = f ? fread(all, 1, sizeof all - 1, f) : 0;

    if (f)
        fclose(f);
    all[len] = 0;
    return strstr(all, text) != NULL;
}

static int received(void)
{
    char line[1024];
    int count = 0;
    FILE *f = fopen("received", "r");

    while (f && fgets(line, sizeof line, f))
        count += strcmp(line, "====\n") == 0;
    if (f)
        fclose(f);
    return count;
}

/* A firm with one invoice, its mail in the outbox, and a server. */
static struct server firm(const char *script)
{
    struct server server = server_start(script);
    char line[200];

    now = "2026-11-22T12:00:00Z";
    assert_int_equal(system("rm -f book.arl* received"), 0);
    assert_int_equal(clerk("book new --company 'Harbour & Finch' --currency EUR --sandbox"), 0);
    assert_int_equal(clerk("customer add --code ACME --name 'Acmé Holdings' --email pay@acme.test"),
                     0);
    assert_int_equal(clerk("invoice issue --customer ACME --amount 100"), 0);
    assert_int_equal(clerk("book set --name mail.from --value ar@harbour.test"), 0);
    assert_int_equal(clerk("book set --name mail.line --value none"), 0);
    snprintf(line, sizeof line, "book set --name mail.server --value 127.0.0.1:%d", server.port);
    assert_int_equal(clerk(line), 0);
    assert_int_equal(clerk("mail send INV-1001"), 0);
    return server;
}

static void a_run_is_received_once(void **state)
{
    struct server server = firm("oo");

    assert_int_equal(clerk("mail send INV-1001 --to boss@acme.test,other@acme.test"), 0);
    assert_int_equal(clerk("outbox run"), 0);
    assert_true(holds("said", "2 sent, 0 not"));
    assert_int_equal(received(), 2);
    assert_true(holds("received", "To: pay@acme.test\r\n"));
    assert_true(holds("received", "To: boss@acme.test,\r\n other@acme.test\r\n"));
    assert_true(holds("received", "filename*=UTF-8''INV-1001-ACME.pdf"));
    assert_int_equal(clerk("outbox run"), 0); /* nobody listens any more: nothing is asked */
    assert_true(holds("said", "0 sent, 0 not"));
    assert_int_equal(received(), 2);
    assert_int_equal(clerk("outbox drop 1"), 65);
    assert_int_equal(clerk("book verify"), 0);
    server_stop(&server);
}

static void a_refusal_for_now_is_tried_later(void **state)
{
    struct server server = firm("4ho");

    assert_int_equal(clerk("outbox run"), 1);
    assert_int_equal(clerk("outbox list"), 0);
    assert_true(holds("said", "waiting"));
    assert_int_equal(clerk("outbox run"), 0); /* too early */
    assert_true(holds("said", "0 sent, 0 not"));
    now = "2026-11-22T12:05:01Z";
    assert_int_equal(clerk("outbox run"), 1);
    now = "2026-11-22T12:10:02Z"; /* ten minutes now */
    assert_int_equal(clerk("outbox run"), 0);
    assert_true(holds("said", "0 sent, 0 not"));
    now = "2026-11-22T12:15:02Z";
    assert_int_equal(clerk("outbox run"), 0);
    assert_true(holds("said", "1 sent, 0 not"));
    assert_int_equal(received(), 1);
    assert_int_equal(clerk("book verify"), 0);
    server_stop(&server);
}

static void a_refusal_for_good_is_not(void **state)
{
    struct server server = firm("5o");

    assert_int_equal(clerk("outbox run"), 1);
    now = "2026-11-25T12:00:00Z";
    assert_int_equal(clerk("outbox run"), 0);
    assert_int_equal(received(), 0);
    assert_int_equal(clerk("outbox list --where 'state = refused' --format csv"), 0);
    assert_true(holds("said", "no such mailbox"));
    assert_int_equal(clerk("outbox again 1 --reason 'mended'"), 0);
    assert_int_equal(clerk("outbox run"), 0);
    assert_int_equal(received(), 1);
    server_stop(&server);
}

/* It may have arrived, and here it did: only a person may send it again. */
static void what_was_cut_is_unknown_and_not_sent_again(void **state)
{
    struct server server = firm("co");

    assert_int_equal(clerk("outbox run"), 1);
    assert_int_equal(clerk("outbox list"), 0);
    assert_true(holds("said", "unknown"));
    now = "2026-11-23T12:00:00Z";
    assert_int_equal(clerk("outbox run"), 0);
    assert_int_equal(received(), 1);
    assert_int_equal(clerk("outbox again 1"), 0);
    assert_int_equal(clerk("outbox run"), 0);
    assert_int_equal(received(), 2);
    assert_int_equal(clerk("book verify"), 0);
    server_stop(&server);
}

/* The program dies between both entries: what a crash leaves is the first of them. */
static void a_dead_run_leaves_it_unknown(void **state)
{
    struct server server = firm("o");

    assert_int_equal(clerk("outbox mark --mail 1 --step sending"), 0);
    assert_int_equal(clerk("outbox run"), 0);
    assert_true(holds("said", "0 sent, 0 not"));
    assert_int_equal(clerk("outbox list"), 0);
    assert_true(holds("said", "sending"));
    now = "2026-11-22T13:00:00Z";
    assert_int_equal(clerk("outbox run"), 0);
    assert_int_equal(received(), 0);
    assert_int_equal(clerk("outbox list"), 0);
    assert_true(holds("said", "unknown"));
    assert_int_equal(clerk("outbox drop 1 --reason 'they have it'"), 0);
    server_stop(&server);
}

/* The disk is full from some place on: the mail still waits, or it went and nobody could note so;
 * then it is unknown, and not sent again. */
static void a_full_disk_loses_no_mail_and_sends_none_twice(void **state)
{
    enum { FRAME = 8 }; /* blocks, about what the store writes at once */
    struct server server = firm("oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo");
    int waits = 0, sending = 0, status = 1;

    assert_int_equal(system("cp book.arl template"), 0);
    for (int blocks = FRAME; status != 0; blocks += FRAME) {
        assert_true(blocks < 4096);
        assert_int_equal(system("rm -f book.arl* received; cp template book.arl"), 0);
        now = "2026-11-22T12:00:00Z";
        most_blocks = blocks;
        status = clerk("outbox run");
        most_blocks = 0;
        assert_int_equal(clerk("outbox list"), 0);
        const bool still_waits = holds("said", "waiting"), is_sending = holds("said", "sending");
        assert_int_equal(received(), still_waits ? 0 : 1);
        assert_true(still_waits || is_sending || status == 0);
        waits += still_waits;
        sending += is_sending;
        now = "2026-11-22T13:00:00Z";
        assert_int_equal(clerk("outbox run"), 0);
        assert_int_equal(received(), 1);
        assert_int_equal(clerk("outbox list"), 0);
        assert_int_equal(holds("said", "unknown"), is_sending);
        assert_int_equal(clerk("book verify"), 0);
    }
    assert_true(waits > 0 && sending > 0);
    print_message("# the disk was full before %d mails and after %d: 0 lost, 0 sent twice\n", waits,
                  sending);
    server_stop(&server);
}

static void a_login_is_for_ones_own_eyes(void **state)
{
    struct server server = firm("o");
    FILE *f = fopen("login", "w");

    fputs("user = ar\npassword = hush-hush\n", f);
    fclose(f);
    chmod("login", 0640);
    assert_int_equal(clerk("outbox run --login login"), 77);
    assert_true(holds("said", "can be read by others"));
    assert_false(holds("said", "hush"));
    chmod("login", 0600);
    assert_int_equal(symlink("login", "link"), 0);
    assert_int_equal(clerk("outbox run --login link"), 77);
    assert_int_equal(unlink("link"), 0);
    assert_int_equal(clerk("outbox run --login nowhere"), 65);
    assert_int_equal(received(), 0);
    assert_int_equal(clerk("book set --name mail.server --value 192.0.2.1:25"), 0);
    assert_int_equal(clerk("outbox run"), 77); /* not encrypted, and not here */
    assert_int_equal(clerk("outbox list --format csv"), 0);
    assert_true(holds("said", "not be encrypted"));
    server_stop(&server);
}

static int folder_make(void **state)
{
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int folder_remove(void **state)
{
    char command[100];

    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_run_is_received_once),
        cmocka_unit_test(a_refusal_for_now_is_tried_later),
        cmocka_unit_test(a_refusal_for_good_is_not),
        cmocka_unit_test(what_was_cut_is_unknown_and_not_sent_again),
        cmocka_unit_test(a_dead_run_leaves_it_unknown),
        cmocka_unit_test(a_full_disk_loses_no_mail_and_sends_none_twice),
        cmocka_unit_test(a_login_is_for_ones_own_eyes),
    };
    alarm(120); /* a server that hangs is a failure */
    return cmocka_run_group_tests(tests, folder_make, folder_remove);
}
