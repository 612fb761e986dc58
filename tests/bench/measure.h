/* measure: clocks, medians, child programs with their memory, and the table that a run prints.
 *
 * The machine drifts and its cores are shared, so only ratios count: both sides are timed turn by
 * turn in the same run, and a ratio is made of the medians. What only computes (files lie in
 * memory) is measured in processor time, what waits for the disk or for a program in time on the
 * wall. */
#ifndef BENCH_MEASURE_H
#define BENCH_MEASURE_H

#include <stdbool.h>
#include <stddef.h>

double measure_now(void); /* seconds */
double measure_cpu(void); /* seconds of processor that this program has had */
double measure_median(double *seconds, size_t count);

struct child {
    double seconds, cpu;
    double mib; /* the most memory it held */
    int status;
};
/* A program's memory counts what it was forked from, so a small one of its own stands between: main
 * begins with this call, which does not return there. */
void measure_main(int argc, char **argv);
/* Runs a program to its end; its answer goes to `output` (NULL: nowhere), its words to stderr. */
struct child measure_child(const char *const *words, const char *output);

/* One line of the table. limit 0 = none, it is only told; false when it is not kept. */
bool measure_ratio(const char *what, double seconds, const char *of, double bare, double limit);
bool measure_figure(const char *what, double figure, const char *unit, double limit);

#endif
