/* qrcode: a text as the squares of a QR code (ISO/IEC 18004), and as half blocks of a terminal.
 *
 * Knows: libqrencode. Memory: the arena given. Fails with: INPUT (too long for a code). */
#ifndef BASE_QRCODE_H
#define BASE_QRCODE_H

#include "base/arena.h"
#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>

struct qrcode {
    int size;             /* squares a side */
    const uint8_t *dark;  /* row after row: 1 = dark */
};
/* Error correction M, as payment codes want it (EPC069-12); at most `version` 1 to 40. */
enum err qrcode_make(const char *text, int version_most, struct arena *arena, struct qrcode *out,
                     struct note *note);
bool qrcode_dark(const struct qrcode *code, int x, int y); /* outside of it: light */
/* Two rows of squares a line, with the light border of two that readers need. */
enum err qrcode_lines(const struct qrcode *code,
                      enum err (*each)(void *self, const char *text), void *self);

#endif
