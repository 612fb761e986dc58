/* callbook: whom to call: the overdue accounts of a day with everything that decides how urgent it
 * is, scored by rules/worklist.h. callorder_next gives the lines in that order; ties by what is
 * overdue, in base currency at the rate of the day; behind them, in the same order, those who are
 * not to be called that day.
 *
 * One line a customer and currency. On it are the accounts with at least the setting
 * worklist.minimum overdue, and, whatever they owe, those whose promise falls due, whose next
 * action is due, or on whom an invoice put a hold that nobody has talked about yet.
 * A broken promise counts until another one is taken and while something is overdue.
 * Read with `ours`, what others collect (ledger/recourse.h) weighs nothing; who owes nothing else
 * is not on it, but for a next action that is due.
 * Knows: open items, disputes, promises, contacts, limits, holds, who was late before.
 * Memory: callbook_done gives back. Fails with: what the store says, LIMIT. */
#ifndef REPORT_CALLBOOK_H
#define REPORT_CALLBOOK_H

#include "ledger/awaited.h"
#include "ledger/contact.h"
#include "report/openbook.h"
#include "rules/worklist.h"

struct callline {
    int64_t customer_id;
    struct currency currency;
    const struct openline *open;   /* NULL = nothing is open */
    const struct touch *touch;     /* NULL = never in touch */
    const struct promise *promise; /* the last broken one, else the one waited for; NULL = none */
    struct worklist_facts facts;
    struct worklist_score score;
    int64_t worth; /* what is overdue, in base at the rate of the day; not rated: as it is */
    bool rated;
    const char *code; /* of the customer */
    /* To be called that day: it has points, nobody was in touch that day, and no next action of
     * another day stands, unless a promise is broken or due. */
    bool waits;
    bool asked;  /* whether it was late before is known, or weighs nothing */
    size_t rank; /* of a list that is worked on */
};

struct callbook {
    struct book *book;
    struct date as_of;
    struct openbook open;
    struct arena arena;
    struct worklist_weights weights;
    struct promise *promises; /* by customer */
    int promise_count;
    struct awaited *awaited; /* by item */
    int awaited_count;
    struct touch *touches; /* by customer */
    size_t touch_count, touch_room;
    int64_t *late; /* customers that were late with what came open again since, ascending */
    size_t late_count, late_room;
    struct ratio *rates; /* of the day, by currency of the open lines; 0 = none */
    struct callline *lines;
    size_t count, room;
    struct callline **queue; /* of callorder */
    size_t queued;
    size_t to_call; /* of the lines */
};
/* `ours`: without what others collect; else it weighs like anything else. */
enum err callbook_read(struct callbook *calls, struct book *book,
                       const struct aging_options *options, bool ours);
void callbook_done(struct callbook *calls);
/* How it stands with a customer; NULL = never in touch. */
const struct touch *callbook_touch(const struct callbook *calls, int64_t customer_id);

#endif
