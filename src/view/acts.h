/* acts: what can be done with the paper under the cursor and with its customer.
 *
 * Read from the table of commands: whatever takes such a thing first. So a new command is offered
 * without being told here. Memory: the desk's arena. */
#ifndef VIEW_ACTS_H
#define VIEW_ACTS_H

#include "view/desk.h"

#define ACTS_MAX 120

struct acts {
    struct choice choices[ACTS_MAX]; /* id: place in `lines` */
    const char *lines[ACTS_MAX];     /* what desk_run does */
    size_t count;
};

/* With `customer_too` the customer of a paper comes behind it, so that a card offers both. */
enum err acts_collect(struct desk *desk, bool customer_too, struct acts *out);
void acts_run(struct desk *desk); /* lets choose one, and does it */

#endif
