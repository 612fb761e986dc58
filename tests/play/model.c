#include "play/model.h"

int model_document_of(const struct model *model, int64_t id)
{
    for (int i = model->document_count - 1; i >= 0; i--)
        if (model->documents[i].id == id)
            return i;
    return -1;
}

int model_item_of(const struct model *model, int64_t id)
{
    int low = 0, high = model->item_count - 1; /* ids ascend */

    while (low <= high) {
        const int middle = (low + high) / 2;
        if (model->items[middle].id == id)
            return middle;
        if (model->items[middle].id < id)
            low = middle + 1;
        else
            high = middle - 1;
    }
    return -1;
}

int model_case_of(const struct model *model, int64_t id)
{
    for (int i = 0; i < model->case_count; i++)
        if (model->cases[i].id == id)
            return i;
    return -1;
}

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

static bool is_in(const struct model_deposit *deposit, int document)
{
    for (int i = 0; i < deposit->count; i++)
        if (deposit->receipts[i] == document)
            return true;
    return false;
}

bool model_waits(const struct model *model, int document, int day)
{
    const struct model_document *it = &model->documents[document];

    if (!it->waits || it->posted > day || it->reversed_posted <= day)
        return false;
    for (int i = 0; i < model->deposit_count; i++) {
        const struct model_document *deposit = &model->documents[model->deposits[i].document];
        if (is_in(&model->deposits[i], document) && deposit->posted <= day &&
            deposit->reversed_posted > day)
            return false;
    }
    return true;
}

int model_deposit_of(const struct model *model, int document)
{
    for (int i = 0; i < model->deposit_count; i++)
        if (is_in(&model->deposits[i], document) &&
            model->documents[model->deposits[i].document].reversed_posted == MODEL_NEVER)
            return i;
    return -1;
}

int model_freed(const struct model *model, int document)
{
    int last = -1;

    for (int i = 0; i < model->deposit_count; i++) {
        const int day = model->documents[model->deposits[i].document].reversed_posted;
        if (is_in(&model->deposits[i], document) && day != MODEL_NEVER && day > last)
            last = day;
    }
    return last;
}

int64_t model_disputed(const struct model *model, int item, int day, int64_t known)
{
    int64_t sum = 0;

    for (int i = 0; i < model->case_count; i++) {
        const struct model_case *it = &model->cases[i];
        const bool is_closed = it->closed <= day && (known == 0 || it->closing_entry <= known);
        if (it->item == item && it->opened <= day && (known == 0 || it->entry <= known) &&
            !is_closed)
            sum += it->amount;
    }
    return sum;
}
