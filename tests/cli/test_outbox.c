/* Mails meet a server: a run is received once, whatever the server does meanwhile.
 *
 * Needs ARLEDGER, and openssl for the encrypted lines. */
#include "cli/mailserver.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[] = "/tmp/outbox.XXXXXX";

/* ---- the clerk ---- */

static const char *now = "2026-11-22T12:00:00Z";
static int most_blocks; /* of 512 bytes that a file may have; 0 = as many as it takes */

/* Its exit status; what it said lies in the file `said`. */
static int clerk(const char *line)
{
    char command[2048], limit[40] = "";

    if (most_blocks)
        snprintf(limit, sizeof limit, "ulimit -f %d; ", most_blocks);
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
static struct server firm_with(struct server server, const char *how)
{
    char line[200];

    now = "2026-11-22T12:00:00Z";
    assert_int_equal(system("rm -f book.arl* received open"), 0);
    assert_int_equal(clerk("book new --company 'Harbour & Finch' --currency EUR --sandbox"), 0);
    assert_int_equal(clerk("customer add --code ACME --name 'Acmé Holdings' --email pay@acme.test"),
                     0);
    assert_int_equal(clerk("invoice issue --customer ACME --amount 100"), 0);
    assert_int_equal(clerk("book set --name mail.from --value ar@harbour.test"), 0);
    snprintf(line, sizeof line, "book set --name mail.line --value %s", how);
    assert_int_equal(clerk(line), 0);
    snprintf(line, sizeof line, "book set --name mail.server --value 127.0.0.1:%d", server.port);
    assert_int_equal(clerk(line), 0);
    assert_int_equal(clerk("mail send INV-1001"), 0);
    return server;
}

static struct server firm(const char *script)
{
    return firm_with(server_start(script), "none");
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
    /* blocks: about what the store writes at once; too few for what it shares between programs */
    enum { FRAME = 8, LEAST = 48 };
    struct server server = firm("oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo");
    int waits = 0, sending = 0, status = 1;

    assert_int_equal(system("cp book.arl template"), 0);
    for (int blocks = LEAST; status != 0; blocks += FRAME) {
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

/* ---- encrypted lines ---- */

static const char *const proofs[] = {"127.0.0.1", "127.0.0.2"};

/* The server is who it says; or, with `other`, another one. The login names what proves it. */
static void proved_by(bool other, bool known)
{
    char command[400];
    FILE *f;

    snprintf(
        command, sizeof command,
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "
        "-keyout key.pem -out cert.pem -subj /CN=mail -addext subjectAltName=IP:%s 2>/dev/null",
        proofs[other]);
    if (system("command -v openssl >/dev/null") != 0)
        skip();
    assert_int_equal(system(command), 0);
    f = fopen("login", "w");
    fputs(known ? "certificates = cert.pem\n" : "# nothing\n", f);
    fclose(f);
    chmod("login", 0600);
}

static void an_encrypted_line_is_taken(void **state)
{
    proved_by(false, true);
    struct server server = firm_with(server_start_tls("o"), "tls");

    assert_int_equal(clerk("outbox run --login login"), 0);
    assert_true(holds("said", "1 sent, 0 not"));
    assert_int_equal(received(), 1);
    assert_true(holds("received", "To: pay@acme.test\r\n"));
    server_stop(&server);
}

static void a_line_is_encrypted_before_anything_is_said(void **state)
{
    proved_by(false, true);
    struct server server = firm_with(server_start_starttls("o"), "starttls");

    assert_int_equal(clerk("outbox run --login login"), 0);
    assert_true(holds("said", "1 sent, 0 not"));
    assert_int_equal(received(), 1);
    assert_true(holds("open", "STARTTLS\r\n"));
    assert_false(holds("open", "MAIL"));
    server_stop(&server);
}

/* The mail waits; nobody who pretends to be the server gets it. */
static void refused(struct server server, const char *how)
{
    server = firm_with(server, how);
    assert_int_equal(clerk("outbox run --login login"), 77);
    assert_true(holds("said", "that can be trusted"));
    assert_int_equal(received(), 0);
    assert_int_equal(clerk("outbox list --open --format csv"), 0);
    assert_true(holds("said", "1,waiting,ACME"));
    assert_int_equal(clerk("book verify"), 0);
    server_stop(&server);
}

static void a_server_that_nobody_knows_gets_nothing(void **state)
{
    proved_by(false, false);
    refused(server_start_tls("o"), "tls");
    refused(server_start_starttls("o"), "starttls");
}

static void a_server_of_another_name_gets_nothing(void **state)
{
    proved_by(true, true);
    refused(server_start_tls("o"), "tls");
    refused(server_start_starttls("o"), "starttls");
}

static void a_line_that_cannot_be_encrypted_gets_nothing(void **state)
{
    proved_by(false, true);
    refused(server_start("o"), "starttls");
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
        cmocka_unit_test(an_encrypted_line_is_taken),
        cmocka_unit_test(a_line_is_encrypted_before_anything_is_said),
        cmocka_unit_test(a_server_that_nobody_knows_gets_nothing),
        cmocka_unit_test(a_server_of_another_name_gets_nothing),
        cmocka_unit_test(a_line_that_cannot_be_encrypted_gets_nothing),
    };
    alarm(120); /* a server that hangs is a failure */
    return cmocka_run_group_tests(tests, folder_make, folder_remove);
}
