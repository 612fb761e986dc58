#include "report/agebands.h"

#include "base/arena.h"

#include <stdlib.h>

struct reading {
    const struct bucket_set *set;
    struct ageband_row *row;
};

static enum err item_take(void *self, const struct aging_item *item)
{
    const struct reading *reading = self;
    struct ageband_row *row = reading->row;

    TRY(amount_add(row->total, item->open_base, &row->total));
    if (item->open < 0)
        return amount_add(row->credits, item->open_base, &row->credits);
    int64_t *band = &row->bands[bucket_of_item(reading->set, row->day, item->effective, item->due)];
    return amount_add(*band, item->open_base, band);
}

enum err agebands_read(struct agebands *out, struct book *book, const struct bucket_set *set,
                       enum aging_basis_date by, struct date day, int count)
{
    const int last = date_month(day);

    *out = (struct agebands){bucket_count(set), mem_new((size_t)count, sizeof *out->rows), count};
    for (int i = 0; i < count; i++) {
        struct reading reading = {set, &out->rows[i]};
        const int back = count - 1 - i;
        reading.row->day = back ? date_month_last(last - back) : day;
        const struct aging_query query = {
            .as_of = reading.row->day, .by = by, .control = CONTROL_RECEIVABLE};
        TRY(aging_scan(book, &query, item_take, &reading));
    }
    return ERR_OK;
}

void agebands_done(struct agebands *bands)
{
    free(bands->rows);
    *bands = (struct agebands){.rows = NULL};
}
