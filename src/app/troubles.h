/* troubles: what a check found, as a table of one sentence a row, begun with the first.
 *
 * For people no news is good news: nothing is printed when nothing was found. A program that asked
 * for csv or json gets its empty table. */
#ifndef APP_TROUBLES_H
#define APP_TROUBLES_H

#include "app/command.h"

struct troubles {
    struct act *act;
    const char *title;
    bool begun;
    enum err code;
};

void troubles_say(void *self, const char *sentence); /* self: the struct troubles */
enum err troubles_end(struct troubles *troubles);

#endif
