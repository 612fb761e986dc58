/* driver: feeds a target with its seeds, and with what a fixed sequence of chances makes of them.
 *
 * Holds: the same seeds give the same inputs in the same order, so that `make check` is the same
 * everywhere. `make fuzz` feeds the same targets by what code an input reaches (fuzz_readers.c).
 * Memory: seeds_read/seeds_done. */
#ifndef FUZZ_DRIVER_H
#define FUZZ_DRIVER_H

#include "fuzz/target.h"

#include <stdio.h>

#define INPUT_MOST ((size_t)1 << 18) /* bytes of one input */

struct seeds {
    struct seed {
        uint8_t *bytes;
        size_t len;
    } * list;
    size_t count, room;
};

/* What was fed last. */
struct feeding {
    int64_t runs;
    size_t len;
    uint8_t bytes[INPUT_MOST];
};

/* The files of FOLDER/<name of the target>, or the lines of these files. */
void seeds_read(struct seeds *seeds, const char *folder, const struct target *target);
void seeds_done(struct seeds *seeds);

/* Every seed once, then changed seeds until `runs` are done. */
void feed_seeds(const struct target *target, struct seeds *seeds, int64_t runs,
                struct feeding *feeding);
/* The input that was fed last, as one would write it in a C string. */
void feeding_show(const struct feeding *feeding, FILE *out);

#endif
