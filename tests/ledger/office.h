/* office: people of one book in memory, who type command lines under their names.
 *
 * The book is an empty sandbox of a firm that keeps EUR, made by adam; its day is 2026-11-22.
 * Memory: office_make to office_leave; what a command answers lives until the next one. */
#ifndef TESTS_OFFICE_H
#define TESTS_OFFICE_H

#include "app/command.h"

struct office {
    struct note note;
    struct arena arena;
    struct session session; /* its note is the book's */
    struct outcome out;     /* of the last command */
};

/* Moment: microseconds UTC, where the book's clock stands; 0 = the machine's. */
struct office *office_make(int64_t moment);
void office_leave(struct office *office);

/* A line as a person of the office types it. A line that cannot be read fails the test. */
enum err office_types(struct office *office, const char *name, const char *line);
void office_done(struct office *office, const char *name, const char *line); /* must succeed */

#endif
