/* work: the folder of a run, and the books that the program makes there of an invented firm. */
#ifndef BENCH_WORK_H
#define BENCH_WORK_H

#include "bench/measure.h"

#include <stddef.h>

#define WORK_PATH 4096

struct work {
    const char *program, *folder; /* ARLEDGER and WORK of the environment */
};

bool work_open(struct work *work); /* false, with words, when they are not there */
void work_path(const struct work *work, const char *name, size_t size, char out[WORK_PATH]);
void work_remove(const char *path); /* a book with what lies beside it */
/* Runs the program on a book, on the day of the firm; it must succeed. */
struct child work_run(const struct work *work, const char *book, const char *const *words);
void work_book(const struct work *work, const char *path); /* a new one, in EUR */
/* Imports what firm_write_history and firm_write_payments wrote. */
struct child work_history(const struct work *work, const char *book, const char *file);
struct child work_payments(const struct work *work, const char *book, const char *file);

#endif
