#include "out/safe.h"

#include "base/text.h"

#include <string.h>

static bool is_plain(const char *text)
{
    for (; *text != 0; text++)
        if (*text < ' ' || *text > '~')
            return false;
    return true;
}

const char *safe_line(struct buf *scratch, const char *text)
{
    if (text == NULL)
        return "";
    if (is_plain(text))
        return text;
    buf_reset(scratch);
    while (*text != 0) {
        size_t n = strcspn(text, "\t\r\n");

        text_safe(scratch, text, n);
        text += n;
        if (*text != 0) {
            text += text[0] == '\r' && text[1] == '\n' ? 2 : 1;
            buf_char(scratch, ' ');
        }
    }
    return scratch->data;
}
