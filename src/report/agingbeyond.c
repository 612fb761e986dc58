/* agingbeyond: who follows up what a customer owes, what was paid last, and what is promised. */
#include "ledger/promise.h"
#include "ledger/receipts.h"
#include "report/agingparts.h"

struct beyond {
    struct promise *promises; /* by customer */
    int promise_count;
};

enum err aging_beyond_read(struct aging *aging)
{
    const struct aging_options *o = aging->options;
    struct beyond *beyond = aging->beyond = arena_new(&aging->arena, sizeof *beyond);

    /* on a day to come, a promise of today is not broken but waited for */
    const struct date day = o->promises == PROMISES_APART ? o->as_of : book_today(aging->book);
    return promise_list(aging->book, o->customer_id, day, &aging->arena, &beyond->promises,
                        &beyond->promise_count);
}

enum err aging_beyond_cells(struct aging *aging, const struct openline *line, struct cell *cells)
{
    const struct beyond *beyond = aging->beyond;
    const int at = aging->count - (beyond ? 4 : 1);
    struct date paid;

    cells[at] = cell_code(line->debtor->collector);
    if (!beyond)
        return ERR_OK;
    const struct promise *promise = promise_awaited(beyond->promises, beyond->promise_count,
                                                    line->customer_id, line->currency);
    TRY(receipt_last_day(aging->book, line->customer_id, aging->options->as_of, &paid));
    cells[at + 1] = cell_date(paid);
    if (!promise)
        return ERR_OK;
    cells[at + 2] = cell_date(promise_next(promise->parts, promise->part_count)->day);
    cells[at + 3] = cell_code(promise_state_word(promise->state));
    return ERR_OK;
}
