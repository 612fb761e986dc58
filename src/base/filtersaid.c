/* filtersaid: a filter as one says it, in one's own name: owner=me. */
#include "base/buf.h"
#include "base/filter.h"
#include "base/text.h"

#include <string.h>

/* Does a value begin behind this sign? */
static bool is_sign(char c)
{
    return c == '=' || c == '<' || c == '>' || c == '~';
}

const char *filter_said_by(const char *text, const char *me, struct arena *arena)
{
    struct buf out;
    bool quoted = false, value = false;

    buf_init(&out, (size_t)1 << 15);
    for (const char *at = text; *at;) {
        const size_t len = quoted ? 0 : strcspn(at, "&|()=<>~!\"");
        if (value && len && text_same(text_trim(arena_bytes(arena, at, len)), "me")) {
            buf_char(&out, '"');
            for (const char *c = me; *c; c++)
                buf_format(&out, *c == '"' ? "%c\"" : "%c", *c);
            buf_char(&out, '"');
            at += len;
        } else if (len) {
            buf_add(&out, at, len);
            value = value && text_is_blank(arena_bytes(arena, at, len));
            at += len;
        } else {
            quoted = *at == '"' ? !quoted : quoted;
            value = !quoted && is_sign(*at);
            buf_char(&out, *at++);
        }
    }
    const char *said = arena_text(arena, out.data);
    buf_done(&out);
    return said;
}
