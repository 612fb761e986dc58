#include "play/model.h"

int64_t model_open(const struct model *model, int item, int day, bool posted, int64_t known)
{
    const struct model_item *it = &model->items[item];

    if ((posted ? it->posted : it->effective) > day || (known && it->entry > known))
        return 0;
    int64_t open = it->amount;
    for (int i = 0; i < model->move_count; i++) {
        const struct model_move *move = &model->moves[i];
        if ((move->debit != item && move->credit != item) || (known && move->entry > known) ||
            (posted ? move->posted : move->effective) > day)
            continue;
        open += it->amount > 0 ? -move->amount : move->amount;
    }
    return open;
}

int64_t model_room(const struct model *model, int item, int from, bool posted)
{
    int64_t least = INT64_MAX;

    /* the open amount changes only on days of moves, and on the day itself */
    for (int i = -1; i < model->move_count; i++) {
        int day = from;
        if (i >= 0) {
            const struct model_move *move = &model->moves[i];
            if (move->debit != item && move->credit != item)
                continue;
            day = posted ? move->posted : move->effective;
            if (day < from)
                continue;
        }
        int64_t open = model_open(model, item, day, posted, 0);
        if (open < 0)
            open = -open;
        if (open < least)
            least = open;
    }
    return least;
}

int model_first(const struct model *model, int debit, int credit, int from, bool posted,
                int64_t amount)
{
    int best = -1;

    for (int i = -1; i < model->move_count; i++) {
        const int day =
            i < 0 ? from : (posted ? model->moves[i].posted : model->moves[i].effective);
        if (day < from || (best >= 0 && day >= best))
            continue;
        if (model_room(model, debit, day, posted) >= amount &&
            model_room(model, credit, day, posted) >= amount)
            best = day;
    }
    return best;
}
