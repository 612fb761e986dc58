/* The power fails in the middle of a clerk's day, at any write or sync, and un-synced sectors are
 * kept, lost or torn: when the computer is back, the book is as after some line of the day, no line
 * that was acknowledged is missing, and the rest of the day leaves exactly what it leaves without.
 *
 * FAULT_CUTS tells how many cuts (600); FAULT_SEED which ones. */
#include "fault/clerk.h"
#include "fault/power.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { DIED = 99 };

static char folder[40];
static char original[64], book[64];

static const char *const founding[] = {
    "customer add --code ACME --name Acme",
    "terms add --code 2-10 --due 'net 30' --discount '2% 10'",
    "tax add --code VAT20 --rate 20%",
    "invoice issue --customer ACME --number A1 --amount 100 --date 2026-06-01",
    "invoice issue --customer ACME --number A2 --amount 100 --date 2026-06-25 --terms 2-10",
};

/* "" closes the book and opens it again: the log is brought into the book. */
static const char *const workday[] = {
    "invoice issue --customer ACME --line 'text=Lamp; qty=2; price=10.00; tax=VAT20'",
    "payment receive --number P1 --amount 150 --apply 'A1; A2=50.00' --date 2026-06-28",
    "",
    "customer set --code ACME --limit 900",
    "payment receive --customer ACME --number P2 --amount 49 --date 2026-06-28",
    "payment apply --payment P2 --to A2 --discount 1.00",
    "credit issue --customer ACME --number C1 --amount 30 --reason goods",
    "",
    "payment unapply --payment P1 --from A1",
    "",
    "payment reverse --payment P1 --reason keying",
    "refund pay --from C1 --amount 30",
};
enum { LINES = sizeof workday / sizeof workday[0] };

static struct hash after[LINES + 1]; /* the book after so many lines */

static int found_book(void **state)
{
    struct clerk clerk;

    clerk_folder(folder, sizeof folder, "power");
    snprintf(original, sizeof original, "%s/original", folder);
    snprintf(book, sizeof book, "%s/book", folder);
    if (clerk_found(&clerk, original) != ERR_OK)
        fail_msg("%s", clerk_words(&clerk));
    for (size_t i = 0; i < sizeof founding / sizeof founding[0]; i++)
        if (clerk_do(&clerk, NULL, founding[i]) != ERR_OK)
            fail_msg("%s: %s", founding[i], clerk_words(&clerk));
    clerk_close(&clerk);
    return 0;
}

static int remove_book(void **state)
{
    clerk_remove(book);
    clerk_remove(original);
    rmdir(folder);
    return 0;
}

static enum err line_do(struct clerk *clerk, int i)
{
    char op_id[16];

    if (workday[i][0] == '\0') {
        clerk_close(clerk);
        return clerk_open(clerk, book);
    }
    snprintf(op_id, sizeof op_id, "line-%d", i);
    return clerk_do(clerk, op_id, workday[i]);
}

static void fresh_book(void)
{
    clerk_remove(book);
    clerk_copy(original, book);
}

/* The day without a power cut: what the book is after each line. */
static void day_known(void)
{
    struct clerk clerk;

    fresh_book();
    assert_int_equal(clerk_open(&clerk, book), ERR_OK);
    assert_int_equal(clerk_print(&clerk, &after[0]), ERR_OK);
    for (int i = 0; i < LINES; i++) {
        if (line_do(&clerk, i) != ERR_OK)
            fail_msg("%s: %s", workday[i], clerk_words(&clerk));
        assert_int_equal(clerk_print(&clerk, &after[i + 1]), ERR_OK);
    }
    clerk_close(&clerk);
}

/* The day in a process of its own; each line that is done is a byte in the channel. With n = 0 the
 * whole day passes, and *calls tells how many writes and syncs it has. */
static int day_run(long n, uint64_t seed, int *acknowledged, long *calls)
{
    int ends[2], status = 0;
    char bytes[LINES + sizeof *calls];

    must(pipe(ends) == 0);
    fflush(NULL);
    const pid_t child = fork();
    must(child >= 0);
    if (child == 0) {
        struct clerk clerk;
        power_cut_at(n, seed);
        must(clerk_open(&clerk, book) == ERR_OK);
        for (int i = 0; i < LINES; i++) {
            must(line_do(&clerk, i) == ERR_OK);
            must(write(ends[1], "y", 1) == 1);
        }
        clerk_close(&clerk);
        const long count = power_count();
        must(write(ends[1], &count, sizeof count) == sizeof count);
        _exit(0);
    }
    close(ends[1]);
    int len = 0;
    for (ssize_t got; (got = read(ends[0], bytes + len, sizeof bytes - (size_t)len)) > 0;)
        len += (int)got;
    close(ends[0]);
    must(waitpid(child, &status, 0) == child);
    if (len == (int)sizeof bytes)
        memcpy(calls, bytes + LINES, sizeof *calls);
    *acknowledged = len < LINES ? len : LINES;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

struct losses {
    long cuts, lost, doubled, corrupt, half;
    char first[300];
};

static void note_loss(struct losses *losses, long *which, long n, uint64_t seed, const char *words)
{
    ++*which;
    if (losses->first[0] == '\0')
        snprintf(losses->first, sizeof losses->first, "seed %llu, call %ld: %s",
                 (unsigned long long)seed, n, words);
}

/* The computer is back: what does the book say? */
static void look(struct losses *losses, long n, uint64_t seed, int acknowledged)
{
    struct clerk clerk;
    struct hash now;
    char words[256], shared[80];
    int there = -1;

    snprintf(shared, sizeof shared, "%s-shm", book); /* memory that nobody remembers */
    unlink(shared);
    if (clerk_open(&clerk, book) != ERR_OK) {
        note_loss(losses, &losses->corrupt, n, seed, clerk_words(&clerk));
        return;
    }
    if (clerk_proof(&clerk, words, sizeof words) != 0)
        note_loss(losses, &losses->corrupt, n, seed, words);
    else if (clerk_print(&clerk, &now) != ERR_OK)
        note_loss(losses, &losses->corrupt, n, seed, clerk_words(&clerk));
    else {
        for (int i = 0; i <= LINES; i++)
            if (hash_cmp(&now, &after[i]) == 0)
                there = i; /* the last that fits: opening again changes nothing */
        if (there < 0)
            note_loss(losses, &losses->half, n, seed, "the book is as after no line");
        else if (there < acknowledged)
            note_loss(losses, &losses->lost, n, seed, "what was acknowledged is not there");
    }
    enum err e = ERR_OK;
    for (int i = 0; e == ERR_OK && i < LINES; i++)
        if ((e = line_do(&clerk, i)) != ERR_OK)
            note_loss(losses, &losses->half, n, seed, clerk_words(&clerk));
    if (e == ERR_OK && (clerk_print(&clerk, &now) != ERR_OK || hash_cmp(&now, &after[LINES]) != 0))
        note_loss(losses, &losses->doubled, n, seed, "the day sent again is not there once");
    clerk_close(&clerk);
}

static uint64_t number_of(const char *name, uint64_t otherwise)
{
    const char *text = getenv(name);
    return text && *text ? strtoull(text, NULL, 10) : otherwise;
}

static void nothing_is_lost_when_the_power_fails(void **state)
{
    const long wanted = (long)number_of("FAULT_CUTS", 600);
    const uint64_t seed = number_of("FAULT_SEED", 1);
    struct losses losses = {0};
    int acknowledged = 0;
    long calls = 0;

    day_known();
    fresh_book();
    assert_int_equal(day_run(0, 0, &acknowledged, &calls), 0);
    assert_int_equal(acknowledged, LINES);
    assert_true(calls > 50);
    for (long i = 0; i < wanted; i++) {
        const long n = i % calls + 1; /* every place in turn, each time with other luck */
        fresh_book();
        assert_int_equal(day_run(n, seed * 1000003 + (uint64_t)i, &acknowledged, &calls), DIED);
        losses.cuts++;
        look(&losses, n, seed * 1000003 + (uint64_t)i, acknowledged);
    }
    print_message("# %ld power cuts at %ld places, seed %llu: %ld lost, %ld doubled, %ld corrupt, "
                  "%ld half done\n",
                  losses.cuts, calls, (unsigned long long)seed, losses.lost, losses.doubled,
                  losses.corrupt, losses.half);
    print_message("# tally tried %ld lost %ld doubled %ld corrupt %ld half %ld\n", losses.cuts,
                  losses.lost, losses.doubled, losses.corrupt, losses.half);
    if (losses.first[0] != '\0')
        fail_msg("%s", losses.first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_lost_when_the_power_fails),
    };

    power_install();
    return cmocka_run_group_tests_name("power cuts", tests, found_book, remove_book);
}
