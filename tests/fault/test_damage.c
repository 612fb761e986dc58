/* Damaged books: bits, bytes, pages and tails of a good book are changed at random. Whatever comes
 * of it, the program neither crashes nor hangs nor takes memory beyond measure, and no wrong figure
 * is shown as proved.
 *
 * DAMAGE_BOOKS tells how many books are damaged (200), DAMAGE_SEED the first (1). Each is opened in
 * a process of its own, within 2 seconds of processor time and 64 MB. */
#include "fault/clerk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#ifdef __SANITIZE_ADDRESS__
enum { SECONDS = 60, MEGABYTES = 4096 };
#else
enum { SECONDS = 2, MEGABYTES = 64 };
#endif
enum { REFUSED = 10, FOUND = 11, PROVED = 12, WRONG = 13 };

static char folder[40], original[64], book[64];
static int64_t open_sum;

static const char *const lines[] = {
    "customer add --code ACME --name Acme",
    "customer add --code BOLT --name 'Bolt & Nut'",
    "tax add --code VAT20 --rate 20%",
    "invoice issue --customer ACME --number A1 --amount 100 --date 2026-06-01",
    "invoice issue --customer ACME --number A2 --amount 200 --date 2026-06-25",
    "invoice issue --customer BOLT --number B1 --amount 80 --date 2026-06-02",
    "payment receive --customer ACME --amount 120 --apply 'A1; A2=20.00' --date 2026-06-28",
    "payment receive --customer BOLT --amount 10 --date 2026-06-28",
    "credit issue --customer BOLT --number C1 --amount 5 --date 2026-06-10",
    "dispute open --invoice A2 --reason price --text 'not what we ordered'",
};

#define OPEN_SUM "SELECT SUM(open) FROM item"

static int found_book(void **state)
{
    struct clerk clerk;

    clerk_folder(folder, sizeof folder, "damage");
    snprintf(original, sizeof original, "%s/original", folder);
    snprintf(book, sizeof book, "%s/book", folder);
    assert_int_equal(clerk_found(&clerk, original), ERR_OK);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        if (clerk_do(&clerk, NULL, lines[i]) != ERR_OK)
            fail_msg("%s: %s", lines[i], clerk_words(&clerk));
    open_sum = clerk_figure(&clerk, OPEN_SUM);
    assert_true(open_sum != 0);
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

static uint64_t chance(uint64_t *state)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return *state >> 33;
}

/* One kind of damage: a bit, some bytes, a page of rubbish, a page twice, a tail cut off. */
static void damage(uint64_t seed)
{
    FILE *file = fopen(book, "r+b");
    unsigned char bytes[4096];
    uint64_t state = seed * 7919 + 1;

    assert_non_null(file);
    fseek(file, 0, SEEK_END);
    const long size = ftell(file), pages = size / 4096;
    /* every third one near the beginnings of pages, where the store keeps what leads it */
    long at = (long)(chance(&state) % (uint64_t)size);
    if (seed % 3 == 0)
        at = at / 4096 * 4096 + (long)(chance(&state) % 120);
    switch (chance(&state) % 8) {
    default:
        fseek(file, at, SEEK_SET);
        const int was = fgetc(file);
        fseek(file, at, SEEK_SET);
        fputc(was ^ 1 << chance(&state) % 8, file);
        break;
    case 5:
        for (int i = 0; i < 16; i++)
            bytes[i] = (unsigned char)chance(&state);
        fseek(file, at, SEEK_SET);
        fwrite(bytes, 1, 1 + chance(&state) % 16, file);
        break;
    case 6: {
        const long to = (long)(chance(&state) % (uint64_t)pages) * 4096;
        fseek(file, at / 4096 * 4096, SEEK_SET);
        if (chance(&state) % 2 || fread(bytes, 1, sizeof bytes, file) != sizeof bytes)
            for (size_t i = 0; i < sizeof bytes; i++)
                bytes[i] = (unsigned char)chance(&state);
        fseek(file, to, SEEK_SET);
        fwrite(bytes, 1, sizeof bytes, file);
        break;
    }
    case 7: must(ftruncate(fileno(file), at) == 0); break;
    }
    fclose(file);
}

static int try_book(void)
{
    static const char *const looks[] = {"report aging", "customer list", "invoice list",
                                        "report statement --customer ACME", "book verify"};
    const struct rlimit time = {SECONDS, SECONDS + 1};
    struct clerk clerk;
    char words[256];
    bool whole = true;

    setrlimit(RLIMIT_CPU, &time);
    if (clerk_open(&clerk, book) != ERR_OK)
        return clerk_words(&clerk)[0] ? REFUSED : WRONG;
    for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++)
        if (clerk_do(&clerk, NULL, looks[i]) != ERR_OK) {
            whole = false;
            if (clerk_words(&clerk)[0] == '\0')
                return WRONG;
        }
    (void)clerk_do(&clerk, NULL, "payment receive --customer BOLT --amount 1");
    const bool proved = clerk_proof(&clerk, words, sizeof words) == 0;
    if (!whole || !proved)
        return FOUND;
    const int64_t now = clerk_figure(&clerk, OPEN_SUM);
    return now == open_sum || now == open_sum - 100 ? PROVED : WRONG;
}

static void no_damage_crashes_or_lies(void **state)
{
    const char *count = getenv("DAMAGE_BOOKS"), *first = getenv("DAMAGE_SEED");
    const long books = count && *count ? strtol(count, NULL, 10) : 200;
    const uint64_t seed = first && *first ? strtoull(first, NULL, 10) : 1;
    long refused = 0, found = 0, proved = 0, wrong = 0, most = 0;
    uint64_t worst = 0;

    for (long i = 0; i < books; i++) {
        struct rusage used;
        int status = 0;
        clerk_remove(book);
        clerk_copy(original, book);
        damage(seed + (uint64_t)i);
        fflush(NULL);
        const pid_t child = fork();
        must(child >= 0);
        if (child == 0) {
            if (freopen("/dev/null", "w", stderr) == NULL) /* must() says why it ends */
                _exit(1);
            _exit(try_book());
        }
        must(wait4(child, &status, 0, &used) == child);
        const int end = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        most = used.ru_maxrss > most ? used.ru_maxrss : most;
        refused += end == REFUSED, found += end == FOUND, proved += end == PROVED;
        if ((end != REFUSED && end != FOUND && end != PROVED) ||
            used.ru_maxrss > MEGABYTES * 1024L) {
            wrong++;
            worst = worst ? worst : seed + (uint64_t)i;
            print_message("# book %llu: status %d, %ld kB\n",
                          (unsigned long long)(seed + (uint64_t)i), status, used.ru_maxrss);
        }
    }
    print_message("# %ld damaged books: %ld refused, %ld with the damage named, %ld proved as they"
                  " were, %ld wrong; %ld MB at most\n",
                  books, refused, found, proved, wrong, most / 1024);
    print_message("# tally tried %ld lost 0 doubled 0 corrupt %ld half 0\n", books, wrong);
    if (wrong)
        fail_msg("DAMAGE_BOOKS=1 DAMAGE_SEED=%llu is the first", (unsigned long long)worst);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(no_damage_crashes_or_lies)};

    return cmocka_run_group_tests_name("damaged books", tests, found_book, remove_book);
}
