/* bench_clerks: sixteen programs post payments with three applications each on a book of 200,000
 * invoices, beside sixteen bare loops that write the same rows through the same lane (INVOICES,
 * SECONDS of each turn). Exit status 1 when the ratio is not kept.
 *
 * The loops are measured twice. "In turn" each gives way after a posting, as clerks' programs do,
 * which have work of their own between two postings: that is what the limit is of. A loop that
 * never gives way takes the lane again before the next one has woken: faster, and less fair. */
#include "bench/bare.h"
#include "bench/bareposting.h"
#include "bench/measure.h"
#include "bench/work.h"
#include "fault/clerk.h"

#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define SEED 20251231
#define LIMIT 1.5

enum { CLERKS = 16, TURNS = 5, EACH_MAX = 20000, TARGETS_MAX = 60000, PARTS = 8, ARMS = 3 };

/* What one arm did in all its turns; each clerk writes its own. */
struct arm {
    const char *name;
    char book[WORK_PATH];
    bool in_turn;
    void (*post)(const struct arm *arm, int seat);
    struct {
        int done;
        double waited[EACH_MAX];
    } clerks[CLERKS];
    volatile double close_at; /* the office closes */
};

struct office {
    struct arm arms[ARMS];
    struct target targets[TARGETS_MAX];
    size_t target_count;
};

static struct office *office;

/* Every clerk has targets of its own, in both arms the same; each is paid in parts, one a round. */
static void next_target(const struct arm *arm, int seat, struct target *out)
{
    const size_t own = office->target_count / CLERKS, done = (size_t)arm->clerks[seat].done;

    if (done >= EACH_MAX || done >= own * PARTS) {
        fprintf(stderr, "bench: nothing is left to be paid; take more INVOICES\n");
        _exit(1);
    }
    *out = office->targets[done % own * CLERKS + (size_t)seat];
    for (int i = 0; i < TARGETS; i++)
        out->open[i] -= (int64_t)(done / own) * out->pays[i];
}

static void note_posted(struct arm *arm, int seat, double begin)
{
    arm->clerks[seat].waited[arm->clerks[seat].done++] = measure_now() - begin;
}

static void post_program(const struct arm *arm, int seat)
{
    struct clerk clerk;
    struct target target;

    if (clerk_open(&clerk, arm->book) != ERR_OK)
        _exit(2);
    clerk.session.wait_seconds = 60;
    while (measure_now() < arm->close_at) {
        next_target(arm, seat, &target);
        const double begin = measure_now();
        if (clerk_do(&clerk, NULL, target.line) != ERR_OK) {
            fprintf(stderr, "bench: %s\n", clerk_words(&clerk));
            _exit(1);
        }
        note_posted((struct arm *)arm, seat, begin);
    }
    clerk_close(&clerk);
}

static void post_bare(const struct arm *arm, int seat)
{
    struct bareposting *bare = bareposting_open(arm->book);
    struct target target;

    while (measure_now() < arm->close_at) {
        next_target(arm, seat, &target);
        const double begin = measure_now();
        bareposting_post(bare, &target);
        note_posted((struct arm *)arm, seat, begin);
        if (arm->in_turn)
            sched_yield();
    }
    bareposting_close(bare);
}

static void turn(struct arm *arm, double seconds)
{
    pid_t children[CLERKS];

    arm->close_at = measure_now() + seconds;
    fflush(NULL);
    for (int i = 0; i < CLERKS; i++) {
        children[i] = fork();
        must(children[i] >= 0);
        if (children[i])
            continue;
        arm->post(arm, i);
        _exit(0);
    }
    for (int i = 0; i < CLERKS; i++) {
        int status = 0;
        must(waitpid(children[i], &status, 0) == children[i]);
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
            exit(1);
    }
}

static int done_of(const struct arm *arm)
{
    int done = 0;

    for (int i = 0; i < CLERKS; i++)
        done += arm->clerks[i].done;
    return done;
}

/* All arms turn by turn, since the machine drifts: seconds a posting of each, the median turn. */
static void turns(double seconds, double medians[ARMS])
{
    double times[ARMS][TURNS];

    for (int i = 0; i < TURNS; i++)
        for (int a = 0; a < ARMS; a++) {
            const int before = done_of(&office->arms[a]);
            turn(&office->arms[a], seconds);
            times[a][i] = seconds / (done_of(&office->arms[a]) - before);
        }
    for (int a = 0; a < ARMS; a++)
        medians[a] = measure_median(times[a], TURNS);
}

static int by_size(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* Prints what an arm did. */
static void told(const struct arm *arm, double seconds)
{
    double *times = calloc((size_t)CLERKS * EACH_MAX, sizeof *times);
    size_t count = 0;
    int least = arm->clerks[0].done, most = least;

    must(times != NULL);
    for (int i = 0; i < CLERKS; i++) {
        memcpy(times + count, arm->clerks[i].waited, (size_t)arm->clerks[i].done * sizeof *times);
        count += (size_t)arm->clerks[i].done;
        least = arm->clerks[i].done < least ? arm->clerks[i].done : least;
        most = arm->clerks[i].done > most ? arm->clerks[i].done : most;
    }
    must(count > 0);
    qsort(times, count, sizeof *times, by_size);
    printf("  %-22s %7.0f a second  p50 %6.1f ms  p99 %6.1f ms  max %6.1f ms  by each %d to %d\n",
           arm->name, (double)count / seconds, times[count / 2] * 1e3,
           times[count * 99 / 100] * 1e3, times[count - 1] * 1e3, least, most);
    free(times);
}

static void targets_read(const char *path)
{
    struct note note = {0};
    struct book *book = NULL;

    if (book_open(path, BOOK_READ, &note, &book) != ERR_OK) {
        fprintf(stderr, "bench: %s\n", note.text);
        exit(1);
    }
    office->target_count = targets_find(book, PARTS, office->targets, TARGETS_MAX);
    book_close(book);
}

static void book_make(const struct work *work, size_t invoices, const char *path)
{
    struct firm firm;
    char file[WORK_PATH];

    firm_make(&firm, invoices, SEED);
    work_path(work, "rows.csv", invoices, file);
    work_book(work, path);
    firm_write_history(&firm, file);
    work_history(work, path, file);
    firm_write_payments(&firm, file);
    work_payments(work, path, file);
    unlink(file);
    firm_done(&firm);
}

/* One book a kind, all the same at first. */
static void arms_make(const struct work *work, size_t invoices)
{
    static const struct {
        const char *name, *book;
        bool in_turn;
        void (*post)(const struct arm *arm, int seat);
    } kinds[ARMS] = {
        {"arledger", "clerks.arl", false, post_program},
        {"bare loop, in turn", "inturn.arl", true, post_bare},
        {"bare loop, as it comes", "asitcomes.arl", false, post_bare},
    };

    for (int i = 0; i < ARMS; i++) {
        struct arm *arm = &office->arms[i];
        arm->name = kinds[i].name;
        arm->in_turn = kinds[i].in_turn;
        arm->post = kinds[i].post;
        work_path(work, kinds[i].book, invoices, arm->book);
        work_remove(arm->book);
        if (i == 0)
            book_make(work, invoices, arm->book);
        else
            clerk_copy(office->arms[0].book, arm->book);
    }
}

static long number_of(const char *name, long otherwise)
{
    const char *text = getenv(name);

    return text && *text ? strtol(text, NULL, 10) : otherwise;
}

int main(int argc, char **argv)
{
    struct work work;
    double medians[ARMS];

    measure_main(argc, argv);
    if (!work_open(&work))
        return 2;
    const size_t invoices = (size_t)number_of("INVOICES", 200000);
    const double seconds = (double)number_of("SECONDS", 2);
    office = mmap(NULL, sizeof *office, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    must(office != MAP_FAILED);
    printf("%d programs post payments with %d applications each on %zu invoices\n", CLERKS, TARGETS,
           invoices);
    arms_make(&work, invoices);
    targets_read(office->arms[0].book);
    turns(seconds, medians);
    for (int i = 0; i < ARMS; i++) {
        told(&office->arms[i], seconds * TURNS);
        work_remove(office->arms[i].book);
    }
    measure_ratio("a payment with three applications, of 16", medians[0],
                  "the same rows, as it comes", medians[2], 0);
    return measure_ratio("a payment with three applications, of 16", medians[0],
                         "the same rows, in turn", medians[1], LIMIT)
               ? 0
               : 1;
}
