/* source: a file's bytes as blocks of text: unpacked, decoded, checked.
 *
 * Holds: a block is valid UTF-8 without NUL and without byte order mark, and ends between
 * characters. Trouble comes after the good text in front of it, so the caller knows where it stands
 * and adds the place to source_trouble's words. Memory: constant. Fails with: MISSING, DENIED, IO,
 * USAGE, INPUT, LIMIT. */
#ifndef IO_SOURCE_H
#define IO_SOURCE_H

#include "base/err.h"
#include "base/hash.h"

#include <stdint.h>

struct source;

enum err source_open(const char *path, const char *encoding, int64_t bytes_max, struct note *note,
                     struct source **out);
void source_close(struct source *source);
/* The first bytes, unpacked and otherwise as they are, before the first source_next; they stay. */
const char *source_peek(struct source *source, size_t *len);
/* Another encoding, after a look at them. */
enum err source_recode(struct source *source, const char *encoding, struct note *note);
enum err source_next(struct source *source, const char **text, size_t *len); /* *len 0 at the end */
const char *source_trouble(const struct source *source);
int64_t source_bytes(const struct source *source);
void source_digest(const struct source *source, struct hash *out);

#endif
