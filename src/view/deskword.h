/* deskword: what a key or the prompt can say to the desk itself: help, search, export ... */
#ifndef VIEW_DESKWORD_H
#define VIEW_DESKWORD_H

#include "view/desk.h"

struct desk_word {
    const char *name;
    const char *help;
    void (*run)(struct desk *desk);
};
const struct desk_word *desk_word_find(const char *name); /* NULL = no such word */

#endif
