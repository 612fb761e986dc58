/* modal: the picture of the desk, the next key, and what must be answered before anything else. */
#ifndef VIEW_MODAL_H
#define VIEW_MODAL_H

#include "view/desk.h"

void desk_picture(struct desk *desk); /* draws all of it, and does not show it yet */
/* The next key, after the picture is shown; waits at most `wait_ms` (-1 = for ever). */
struct key desk_key(struct desk *desk, int wait_ms);

#endif
