/* agingbeyond: who follows up what a customer owes, what was paid last, and what is promised. */
#include "ledger/promise.h"
#include "ledger/receipts.h"
#include "report/agingparts.h"

#include <stdlib.h>

struct last_paid {
    int64_t customer_id;
    struct date posted;
};
struct beyond {
    struct aging *aging;
    struct last_paid *paid; /* by customer */
    size_t paid_count, paid_room;
    struct promise *promises; /* by customer */
    int promise_count;
};

static enum err paid_take(void *self, int64_t customer_id, struct date posted)
{
    struct beyond *beyond = self;

    if (beyond->paid_count == beyond->paid_room) {
        beyond->paid_room = beyond->paid_room ? beyond->paid_room * 2 : 1024;
        beyond->paid = mem_resize(beyond->paid, beyond->paid_room, sizeof *beyond->paid);
    }
    beyond->paid[beyond->paid_count++] = (struct last_paid){customer_id, posted};
    return ERR_OK;
}

enum err aging_beyond_read(struct aging *aging)
{
    const struct aging_options *o = aging->options;
    struct beyond *beyond = aging->beyond = arena_new(&aging->arena, sizeof *beyond);

    *beyond = (struct beyond){.aging = aging};
    TRY(receipts_last_each(aging->book, o->customer_id, o->as_of, paid_take, beyond));
    /* on a day to come, a promise of today is not broken but waited for */
    const struct date day = o->promises == PROMISES_APART ? o->as_of : book_today(aging->book);
    return promise_list(aging->book, o->customer_id, day, &aging->arena, &beyond->promises,
                        &beyond->promise_count);
}

static int paid_cmp(const void *a, const void *b)
{
    const struct last_paid *x = a, *y = b;

    return (x->customer_id > y->customer_id) - (x->customer_id < y->customer_id);
}

void aging_beyond_cells(struct aging *aging, const struct openline *line, struct cell *cells)
{
    const struct beyond *beyond = aging->beyond;
    const int at = aging->count - (beyond ? 4 : 1);
    const struct last_paid key = {.customer_id = line->customer_id};

    cells[at] = cell_code(line->debtor->collector);
    if (!beyond)
        return;
    const struct last_paid *paid =
        beyond->paid_count ? bsearch(&key, beyond->paid, beyond->paid_count, sizeof key, paid_cmp)
                           : NULL;
    const struct promise *promise =
        promise_awaited(beyond->promises, beyond->promise_count, line->customer_id, line->currency);
    cells[at + 1] = paid ? cell_date(paid->posted) : cell_none();
    if (!promise)
        return;
    cells[at + 2] = cell_date(promise_next(promise->parts, promise->part_count)->day);
    cells[at + 3] = cell_code(promise_state_word(promise->state));
}

void aging_beyond_done(struct aging *aging)
{
    if (aging->beyond)
        free(aging->beyond->paid);
}
