#include "base/qrcode.h"

#include "base/buf.h"

#include <errno.h>
#include <qrencode.h>
#include <string.h>

#define BORDER 2
#define LINE_MAX_BYTES 1024

enum err qrcode_make(const char *text, int version_most, struct arena *arena, struct qrcode *out,
                     struct note *note)
{
    QRcode *code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);

    if (!code || code->version > version_most) {
        QRcode_free(code);
        return fail(note, ERR_INPUT, "%zu bytes are too many for a code", strlen(text));
    }
    const size_t count = (size_t)code->width * (size_t)code->width;
    uint8_t *dark = arena_new(arena, count);
    for (size_t i = 0; i < count; i++)
        dark[i] = code->data[i] & 1;
    *out = (struct qrcode){.size = code->width, .dark = dark};
    QRcode_free(code);
    return ERR_OK;
}

bool qrcode_dark(const struct qrcode *code, int x, int y)
{
    return x >= 0 && y >= 0 && x < code->size && y < code->size && code->dark[y * code->size + x];
}

enum err qrcode_lines(const struct qrcode *code, enum err (*each)(void *self, const char *text),
                      void *self)
{
    static const char *const halves[] = {" ", "▄", "▀", "█"};
    struct buf line;
    enum err e = ERR_OK;

    buf_init(&line, LINE_MAX_BYTES);
    for (int y = -BORDER; e == ERR_OK && y < code->size + BORDER; y += 2) {
        buf_reset(&line);
        for (int x = -BORDER; x < code->size + BORDER; x++)
            buf_text(&line, halves[2 * qrcode_dark(code, x, y) + qrcode_dark(code, x, y + 1)]);
        e = each(self, line.data);
    }
    buf_done(&line);
    return e;
}
