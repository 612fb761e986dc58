/* trouble: sentences about what is wrong with a book, said up to a limit and counted beyond it. */
#include "ledger/trouble.h"

#include <stdarg.h>
#include <stdio.h>

void trouble_say(struct trouble *trouble, const char *format, ...)
{
    char text[1024];
    va_list args;

    trouble->found++;
    if (!trouble->say || trouble->found > TROUBLES_SAID)
        return;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    trouble->say(trouble->self, text);
}

void trouble_end(struct trouble *trouble)
{
    char text[128];

    if (!trouble->say || trouble->found <= TROUBLES_SAID)
        return;
    snprintf(text, sizeof text, "and %d more", trouble->found - TROUBLES_SAID);
    trouble->say(trouble->self, text);
}
