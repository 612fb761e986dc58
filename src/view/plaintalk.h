/* plaintalk: one question and its answer, as lines of text. */
#ifndef VIEW_PLAINTALK_H
#define VIEW_PLAINTALK_H

#include "view/desk.h"

#include <stdio.h>

struct plain {
    FILE *in, *out;
    struct desk desk;
    char *line;
    size_t room;
    bool ended;                    /* the input is over */
    const struct command *command; /* of the form that is asked */
};

void plain_say(struct plain *plain, const char *words); /* nothing for "" */
/* The answer without its line end, in plain->line; NULL at the end of the input. */
const char *plain_ask(struct plain *plain, const char *question);
/* Goes through the form on top of the desk, which is of this command, and runs it. Pops it. */
void plain_form(struct plain *plain, const struct command *command);

#endif
