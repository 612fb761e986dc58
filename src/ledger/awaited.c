#include "ledger/awaited.h"

#include "ledger/beside.h"
#include "ledger/item.h"

#include <stdlib.h>

struct part {
    const struct promise *promise;
    struct date day;
    int64_t left;
};
struct room {
    int64_t item_id, open;
    struct date due;
};

/* Of one customer at a time. */
struct spreading {
    struct book *book;
    struct arena *arena;
    struct date as_of;
    struct part *parts;
    int part_count;
    struct room *rooms; /* by due date, then id */
    int room_count;
    struct awaited *rows;
    int count, row_room;
    int hand_count; /* of the rows: receipts in hand, the first ones */
};

static int part_cmp(const void *a, const void *b)
{
    const struct part *x = a, *y = b;

    if (x->day.day != y->day.day)
        return x->day.day < y->day.day ? -1 : 1;
    return (x->promise->id > y->promise->id) - (x->promise->id < y->promise->id);
}

static int room_cmp(const void *a, const void *b)
{
    const struct room *x = a, *y = b;

    if (x->due.day != y->due.day)
        return x->due.day < y->due.day ? -1 : 1;
    return (x->item_id > y->item_id) - (x->item_id < y->item_id);
}

static int row_cmp(const void *a, const void *b)
{
    const struct awaited *x = a, *y = b;

    if (x->item_id != y->item_id)
        return x->item_id < y->item_id ? -1 : 1;
    if (x->day.day != y->day.day)
        return x->day.day < y->day.day ? -1 : 1;
    return (x->promise_id > y->promise_id) - (x->promise_id < y->promise_id);
}

static enum err room_add(struct spreading *s, int64_t item_id)
{
    struct item item;
    int64_t open;

    for (int i = 0; i < s->room_count; i++)
        if (s->rooms[i].item_id == item_id)
            return ERR_OK;
    TRY(item_get(s->book, item_id, s->arena, &item));
    TRY(item_open_on(s->book, &item, s->as_of, &open));
    for (int i = 0; i < s->hand_count; i++) /* hardly any; they came first */
        open -= s->rows[i].item_id == item_id ? s->rows[i].amount : 0;
    s->rooms[s->room_count++] = (struct room){item_id, open, item.due};
    return ERR_OK;
}

static bool is_open(const struct promise *promise)
{
    return promise->state == PROMISE_OPEN;
}

/* Promises from..to are of one customer. */
static enum err group_take(struct spreading *s, const struct promise *promises, int from, int to)
{
    size_t parts = 1, items = 1;

    for (int i = from; i < to; i++) {
        parts += is_open(&promises[i]) ? (size_t)promises[i].part_count : 0;
        items += is_open(&promises[i]) ? (size_t)promises[i].item_count : 0;
    }
    s->parts = arena_new(s->arena, parts * sizeof *s->parts);
    s->rooms = arena_new(s->arena, items * sizeof *s->rooms);
    s->part_count = s->room_count = 0;
    for (int i = from; i < to; i++) {
        const struct promise *promise = &promises[i];
        for (int p = 0; is_open(promise) && p < promise->part_count; p++) {
            const struct promise_part *part = &promise->parts[p];
            if (part->state == PROMISE_OPEN && part->cash < part->amount)
                s->parts[s->part_count++] =
                    (struct part){promise, part->day, part->amount - part->cash};
        }
        for (int k = 0; is_open(promise) && k < promise->item_count; k++)
            TRY(room_add(s, promise->items[k]));
    }
    qsort(s->parts, (size_t)s->part_count, sizeof *s->parts, part_cmp);
    qsort(s->rooms, (size_t)s->room_count, sizeof *s->rooms, room_cmp);
    return ERR_OK;
}

static bool is_of(const struct promise *promise, int64_t item_id)
{
    for (int k = 0; k < promise->item_count; k++)
        if (promise->items[k] == item_id)
            return true;
    return false;
}

static void row_add(struct spreading *s, const struct awaited *row)
{
    if (s->count == s->row_room) {
        s->row_room = s->row_room * 2 + 64;
        s->rows = mem_resize(s->rows, (size_t)s->row_room, sizeof *s->rows);
    }
    s->rows[s->count++] = *row;
}

static enum err hand_take(void *self, const struct in_hand *row)
{
    struct spreading *s = self;

    row_add(s, &(struct awaited){row->item_id, 0, row->amount, row->day});
    s->hand_count = s->count;
    return ERR_OK;
}

static void group_spread(struct spreading *s)
{
    for (int p = 0; p < s->part_count; p++) {
        struct part *part = &s->parts[p];
        for (int i = 0; part->left > 0 && i < s->room_count; i++) {
            struct room *room = &s->rooms[i];
            const int64_t amount = room->open < part->left ? room->open : part->left;
            if (amount <= 0 || !is_of(part->promise, room->item_id))
                continue;
            row_add(s, &(struct awaited){room->item_id, part->promise->id, amount, part->day});
            room->open -= amount;
            part->left -= amount;
        }
    }
}

enum err awaited_read(struct book *book, const struct promise *promises, int promise_count,
                      struct date as_of, struct arena *arena, struct awaited **out, int *count)
{
    struct arena work = {0};
    struct spreading s = {.book = book, .arena = &work, .as_of = as_of};
    enum err e = in_hand_each(book, as_of, hand_take, &s);

    for (int from = 0, to; e == ERR_OK && from < promise_count; from = to) {
        for (to = from + 1;
             to < promise_count && promises[to].customer_id == promises[from].customer_id; to++)
            ;
        e = group_take(&s, promises, from, to);
        if (e == ERR_OK)
            group_spread(&s);
        arena_reset(&work);
    }
    *count = 0;
    if (e == ERR_OK) {
        *out = arena_new(arena, ((size_t)s.count + 1) * sizeof **out);
        for (; *count < s.count; ++*count)
            (*out)[*count] = s.rows[*count];
        qsort(*out, (size_t)s.count, sizeof **out, row_cmp);
    }
    free(s.rows);
    arena_done(&work);
    return e;
}

const struct awaited *awaited_of(const struct awaited *rows, int row_count, int64_t item_id,
                                 int *count)
{
    int low = 0, high = row_count;

    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (rows[middle].item_id < item_id)
            low = middle + 1;
        else
            high = middle;
    }
    *count = 0;
    while (low + *count < row_count && rows[low + *count].item_id == item_id)
        ++*count;
    return rows + low;
}
