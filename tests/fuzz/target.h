/* target: what is fed with damaged input, and how it is fed.
 *
 * A target takes any bytes. It asks the module for an answer and holds what the module's contract
 * promises about it (must): what is read is within its limits, and what is shown reads back as the
 * same value. targets.c is the list; feed_*.c feed one module or a few that belong together.
 * Knows: the program's modules. Does not know: where the bytes come from. */
#ifndef FUZZ_TARGET_H
#define FUZZ_TARGET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct target {
    const char *name; /* of its folder of seeds */
    bool lines;       /* a seed is a line of a file, not the file */
    void (*feed)(const uint8_t *bytes, size_t len);
};

extern const struct target targets_all[]; /* name NULL ends it */

void feed_csv(const uint8_t *bytes, size_t len);
void feed_import(const uint8_t *bytes, size_t len);
void feed_bank(const uint8_t *bytes, size_t len);
void feed_bankcsv(const uint8_t *bytes, size_t len);
void feed_money(const uint8_t *bytes, size_t len);
void feed_date(const uint8_t *bytes, size_t len);
void feed_filter(const uint8_t *bytes, size_t len);
void feed_line(const uint8_t *bytes, size_t len);
void feed_terms(const uint8_t *bytes, size_t len);
void feed_text(const uint8_t *bytes, size_t len);
void feed_reference(const uint8_t *bytes, size_t len);
void feed_sought(const uint8_t *bytes, size_t len);
void feed_template(const uint8_t *bytes, size_t len);

/* The bytes as a C string (up to the first zero), to be freed. */
char *feed_string(const uint8_t *bytes, size_t len);
/* The same when they are clean text as it stands inside the program, else NULL. */
char *feed_clean(const uint8_t *bytes, size_t len);
/* A path under which the bytes can be opened once; feed_path_done gives it back. */
#define FEED_PATH 32
int feed_path(const uint8_t *bytes, size_t len, char out[FEED_PATH]);
void feed_path_done(int handle);

#endif
