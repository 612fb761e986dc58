/* deskword: what a key or the prompt can say to the desk itself: help, search, export ... */
#ifndef VIEW_DESKWORD_H
#define VIEW_DESKWORD_H

#include "view/desk.h"

struct desk_word {
    const char *name; /* NULL ends the table */
    const char *help;
    void (*run)(struct desk *desk);
};
extern const struct desk_word desk_words[];
const struct desk_word *desk_word_find(const char *name);

#endif
