/* picture: a PNG as it came, to be drawn on papers.
 *
 * Holds: bytes that begin as a PNG does, with width and height as its head tells, whole up to its
 * end mark; not more than PICTURE_BYTES and PICTURE_DOTS a side. Whether it can be drawn is out's
 * to say (out/pdf.h).
 * Memory: the arena given. Fails with: INPUT (no PNG), LIMIT (too large). */
#ifndef BASE_PICTURE_H
#define BASE_PICTURE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/hash.h"

#define PICTURE_BYTES ((size_t)512 << 10)
#define PICTURE_DOTS 3000

struct picture {
    const unsigned char *bytes; /* NULL: only its name is known */
    size_t len;
    int width, height; /* in dots */
    char sha256[HASH_TEXT];
};

/* The bytes are borrowed. */
enum err picture_read(const unsigned char *bytes, size_t len, struct picture *out,
                      struct note *note);
/* As text of the base64 alphabet, and back: CORRUPT when it was none. */
const char *picture_text(const struct picture *picture, struct arena *arena);
enum err picture_parse(const char *text, struct arena *arena, struct picture *out,
                       struct note *note);

#endif
