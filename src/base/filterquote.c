#include "base/filterquote.h"

#include <stddef.h>
#include <string.h>

static int closes_word(char next)
{
    return !next || strchr(" \t\r\n&|()=<>~!\"", next) != NULL;
}

const char *filter_quote_end(const char *at)
{
    const char quote = *at;

    if (quote != '"' && quote != '\'')
        return NULL;
    for (at++; *at; at++) {
        if (*at != quote)
            continue;
        if (at[1] == quote)
            at++; /* two are one quote inside */
        else if (quote == '"' || closes_word(at[1]))
            return at;
    }
    return NULL;
}
