/* agingtravel: the aging's day, its basis, and what its keys turn.
 *
 * Knows: view/desk.h. Memory: the view's state. */
#ifndef VIEW_AGINGTRAVEL_H
#define VIEW_AGINGTRAVEL_H

#include "view/desk.h"

#define COLUMNS_MAX 40
#define WIDE 100 /* from here on cents and a wider name fit */
#define NAME_NARROW 14

/* What is looked at. Texts are words of the command or lie in view->life. */
struct travel {
    struct date day;      /* NONE = today, whenever that is */
    const char *said;     /* how a day that moves was called: "month-end -1"; NULL = it was not */
    struct date said_day; /* what that is today */
    struct date known_on; /* NONE = all that is known */
    const char *basis, *by_date, *credits, *by, *buckets;
    const char *promises; /* "" = as the books stand; kept, none = what-if */
    const char *group;    /* the group that was entered: " --collector anna", "" = all */
    const char *sort;     /* as it was saved, "" = by code */
    /* of the load */
    struct sink behind;
    struct column columns[COLUMNS_MAX];
    struct cell cells[COLUMNS_MAX];
    int count, first, unapplied, total, name; /* columns; the buckets are [first, unapplied) */
    bool whole, mixed;                        /* whole units; rows of two currencies */
    struct cell sums[COLUMNS_MAX];
};

enum err travel_start(struct view *view);
struct date travel_day(struct view *view);
const char *travel_line(struct view *view); /* the command that shows it */
extern const struct view_word travel_words[];

#endif
