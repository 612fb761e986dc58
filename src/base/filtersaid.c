/* filtersaid: a filter as one says it, in one's own name: owner=me. */
#include "base/buf.h"
#include "base/filter.h"
#include "base/text.h"
#include "base/filterquote.h"

#include <string.h>

/* Does a value begin behind this sign? */
static bool is_sign(char c)
{
    return c == '=' || c == '<' || c == '>' || c == '~';
}

const char *filter_said_by(const char *text, const char *me, struct arena *arena)
{
    struct buf out;
    bool value = false;

    buf_init(&out, (size_t)1 << 15);
    for (const char *at = text; *at;) {
        const size_t blanks = strspn(at, " \t\r\n");
        buf_add(&out, at, blanks);
        at += blanks;
        const char *closing = filter_quote_end(at);
        const size_t len = closing ? (size_t)(closing - at) + 1 : strcspn(at, "&|()=<>~!\"");
        if (len && !closing && value && text_same(text_trim(arena_bytes(arena, at, len)), "me")) {
            buf_quoted(&out, me);
        } else {
            buf_add(&out, at, len);
        }
        at += len;
        if (len)
            value = false;
        else if (*at) {
            value = is_sign(*at);
            buf_char(&out, *at++);
        }
    }
    const char *said = arena_text(arena, out.data);
    buf_done(&out);
    return said;
}
