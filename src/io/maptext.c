#include "io/maptext.h"

#include "base/text.h"

#include <string.h>

/* In place: a value that stands in quotes without them; "" inside is one quote. */
static void unquote(char *value)
{
    const size_t len = strlen(value);
    char *to = value;

    if (len < 2 || value[0] != '"' || value[len - 1] != '"')
        return;
    for (size_t i = 1; i < len - 1; i++) {
        if (value[i] == '"' && value[i + 1] == '"' && i + 1 < len - 1)
            i++;
        *to++ = value[i];
    }
    *to = '\0';
}

void maptext_next(char **text, char **key, char **value)
{
    char *at = *text;

    *key = *value = NULL;
    while (*at != '\0') {
        char *part = at, *equals = NULL;
        bool quoted = false;

        for (; *at != '\0' && (quoted || *at != ';'); at++) {
            if (*at == '"')
                quoted = !quoted;
            else if (*at == '=' && !quoted && equals == NULL)
                equals = at;
        }
        if (*at != '\0')
            *at++ = '\0';
        if (text_is_blank(part))
            continue;
        if (equals != NULL) {
            *equals = '\0';
            *value = text_trim(equals + 1);
            /* a rate's reciprocal: 1/"FX rate" */
            unquote(strncmp(*value, "1/\"", 3) == 0 ? *value + 2 : *value);
        }
        *key = text_trim(part);
        break;
    }
    *text = at;
}

void maptext_add(struct buf *out, const char *value)
{
    if (*value != '\0' && value[strcspn(value, ";=\" \t\r\n")] == '\0') {
        buf_text(out, value);
        return;
    }
    buf_quoted(out, value);
}

void maptext_unread(struct buf *out, int nth, const char *name)
{
    if (nth < MAPTEXT_UNREAD)
        buf_format(out, "%s%s", nth > 0 ? ", " : "", name);
}

void maptext_unread_end(struct buf *out, int count)
{
    if (count > MAPTEXT_UNREAD)
        buf_format(out, " and %d more", count - MAPTEXT_UNREAD);
}
