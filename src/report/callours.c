#include "report/callours.h"

bool callours_item(const struct openbook *open, int64_t customer_id, int64_t item_id)
{
    return !open->plan.ours ||
           recourse_of_item(&open->recourse, customer_id, item_id) == RECOURSE_OURS;
}

bool callours_nothing(const struct openbook *open, const struct openline *line)
{
    bool any = false;

    for (uint32_t at = line ? line->first : NO_INDEX; at != NO_INDEX; at = open->items[at].next) {
        const struct openitem *item = &open->items[at];
        if (item->open > 0 && callours_item(open, line->customer_id, item->id))
            return false;
        any = any || item->open > 0;
    }
    return any;
}
