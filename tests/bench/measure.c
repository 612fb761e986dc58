#include "bench/measure.h"

#include "base/err.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

double measure_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double cpu_of(const struct rusage *usage)
{
    return (double)(usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) +
           (double)(usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1e6;
}

double measure_cpu(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int by_size(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

double measure_median(double *seconds, size_t count)
{
    must(count > 0);
    qsort(seconds, count, sizeof *seconds, by_size);
    return seconds[count / 2];
}

#define MINDER "--mind" /* how this program is started to mind a child */

static void start(const char *const *words, const char *output)
{
    const int out = open(output, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const int in = open("/dev/null", O_RDONLY);

    if (out >= 0 && in >= 0 && dup2(out, 1) >= 0 && dup2(in, 0) >= 0)
        execv(words[0], (char *const *)words);
    _exit(127);
}

/* In the minder: words are where to tell, where the answer goes, and the program's own. */
static int mind(char **words)
{
    struct child child = {0};
    struct rusage usage;
    int status = 0;
    const double begin = measure_now();
    const pid_t pid = fork();

    must(pid >= 0);
    if (pid == 0)
        start((const char *const *)words + 2, words[1]);
    must(wait4(pid, &status, 0, &usage) == pid);
    child.seconds = measure_now() - begin;
    child.cpu = cpu_of(&usage);
    child.mib = (double)usage.ru_maxrss / 1024;
    child.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
    return write((int)strtol(words[0], NULL, 10), &child, sizeof child) == sizeof child ? 0 : 1;
}

void measure_main(int argc, char **argv)
{
    if (argc > 4 && strcmp(argv[1], MINDER) == 0)
        exit(mind(argv + 2));
}

struct child measure_child(const char *const *words, const char *output)
{
    struct child child = {0};
    int ends[2];
    char end[16];
    const char *all[64] = {"/proc/self/exe", MINDER, end, output ? output : "/dev/null"};

    must(pipe(ends) == 0);
    snprintf(end, sizeof end, "%d", ends[1]);
    for (int i = 0; words[i] && i < 58; i++)
        all[4 + i] = words[i];
    const pid_t pid = fork();
    must(pid >= 0);
    if (pid == 0) {
        execv(all[0], (char *const *)all);
        _exit(127);
    }
    close(ends[1]);
    must(read(ends[0], &child, sizeof child) == sizeof child);
    close(ends[0]);
    must(waitpid(pid, NULL, 0) == pid);
    return child;
}

bool measure_ratio(const char *what, double seconds, const char *of, double bare, double limit)
{
    const double ratio = seconds / bare;
    const bool kept = limit <= 0 || ratio <= limit;

    printf("  %-46s %10.3f ms  %-26s %10.3f ms  ratio %7.3f", what, seconds * 1e3, of, bare * 1e3,
           ratio);
    if (limit > 0)
        printf("  limit %.2f%s", limit, kept ? "" : "  NOT KEPT");
    putchar('\n');
    fflush(stdout);
    return kept;
}

bool measure_figure(const char *what, double figure, const char *unit, double limit)
{
    const bool kept = limit <= 0 || figure <= limit;

    printf("  %-46s %10.3f %s", what, figure, unit);
    if (limit > 0)
        printf("  limit %.0f%s", limit, kept ? "" : "  NOT KEPT");
    putchar('\n');
    fflush(stdout);
    return kept;
}
