/* acts: what can be done with the paper or the customer under the cursor.
 *
 * Read from the table of commands: whatever takes such a paper first. So a new command is offered
 * without being told here. Memory: the desk's arena. */
#ifndef VIEW_ACTS_H
#define VIEW_ACTS_H

#include "view/desk.h"

#define ACTS_MAX 60

struct acts {
    struct choice choices[ACTS_MAX]; /* id: place in `lines` */
    const char *lines[ACTS_MAX];     /* what desk_run does */
    size_t count;
};

enum err acts_collect(struct desk *desk, struct acts *out);
void acts_run(struct desk *desk); /* lets choose one, and does it */

#endif
