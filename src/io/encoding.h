/* encoding: from the ways in which files were written to UTF-8.
 *
 * Knows: iconv. Holds: nothing is replaced or dropped: a byte without meaning stops.
 * Fails with: USAGE (unknown name), UNAVAILABLE (this system cannot), INPUT. */
#ifndef IO_ENCODING_H
#define IO_ENCODING_H

#include "base/err.h"

#define ENCODING_GROWTH 4 /* one byte becomes at most so many */

struct encoding {
    const char *name; /* as we write it: "cp1252" */
    void *converter;  /* NULL: it is UTF-8 already */
};

enum err encoding_open(struct encoding *encoding, const char *name, struct note *note);
void encoding_close(struct encoding *encoding);
/* Converts from *in as far as it goes: *used bytes became *made bytes of out. ERR_INPUT when the
 * byte at in[*used] has no meaning; the rest of an incomplete character is simply not used. */
enum err encoding_convert(struct encoding *encoding, const char *in, size_t len, size_t *used,
                          char *out, size_t room, size_t *made);

#endif
