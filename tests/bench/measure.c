#include "bench/measure.h"

#include "base/err.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
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

struct child measure_child(const char *const *words, const char *output)
{
    struct child child = {0};
    struct rusage usage;
    int status = 0;
    const double begin = measure_now();
    const pid_t pid = fork();

    must(pid >= 0);
    if (pid == 0) {
        const int out = open(output ? output : "/dev/null", O_WRONLY | O_CREAT | O_TRUNC, 0600);
        const int in = open("/dev/null", O_RDONLY);
        if (out < 0 || in < 0 || dup2(out, 1) < 0 || dup2(in, 0) < 0)
            _exit(127);
        execv(words[0], (char *const *)words);
        _exit(127);
    }
    must(wait4(pid, &status, 0, &usage) == pid);
    child.seconds = measure_now() - begin;
    child.mib = (double)usage.ru_maxrss / 1024;
    child.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
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
