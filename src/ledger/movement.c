/* movement: sums of postings by account, currency, month and kind. */
#include "ledger/movement.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

#define ROOM_FIRST 64

static size_t place_of(const struct movements *movements, int64_t account_id, const char *currency,
                       int32_t month, int kind)
{
    uint64_t h = (uint64_t)account_id * 0x9E3779B97F4A7C15u;
    for (int i = 0; i < 3 && currency[i]; i++)
        h = (h ^ (uint8_t)currency[i]) * 0x100000001B3u;
    h ^= ((uint64_t)(uint32_t)month << 8) ^ (uint64_t)kind;
    h *= 0x9E3779B97F4A7C15u;
    size_t place = (size_t)(h >> 32) & (movements->room - 1);
    while (movements->cells[place].used) {
        const struct movement *cell = &movements->cells[place];
        if (cell->account_id == account_id && cell->month == month && cell->kind == kind &&
            strcmp(cell->currency, currency) == 0)
            break;
        place = (place + 1) & (movements->room - 1);
    }
    return place;
}

static void grow(struct movements *movements)
{
    struct movement *old = movements->cells;
    const size_t room = movements->room;

    movements->room = room ? room * 2 : ROOM_FIRST;
    movements->cells = mem_new(movements->room, sizeof *movements->cells);
    for (size_t i = 0; i < room; i++)
        if (old[i].used)
            movements->cells[place_of(movements, old[i].account_id, old[i].currency, old[i].month,
                                      old[i].kind)] = old[i];
    free(old);
}

void movements_add(struct movements *movements, int64_t account_id, const char *currency,
                   int32_t month, int kind, int64_t amount, int64_t base)
{
    char code[4] = "";

    memcpy(code, currency, strnlen(currency, sizeof code - 1));
    if (movements->count * 2 >= movements->room)
        grow(movements);
    struct movement *cell = &movements->cells[place_of(movements, account_id, code, month, kind)];
    if (!cell->used) {
        *cell =
            (struct movement){.account_id = account_id, .month = month, .kind = kind, .used = true};
        memcpy(cell->currency, code, sizeof code);
        movements->count++;
    }
    cell->amount += amount; /* amounts are bounded by MONEY_MAX, so 9,000 of the largest fit */
    cell->base += base;
}

static int by_account(const void *a, const void *b)
{
    const struct movement *x = a, *y = b;

    if (x->used != y->used)
        return x->used ? -1 : 1;
    if (x->account_id != y->account_id)
        return x->account_id < y->account_id ? -1 : 1;
    if (x->month != y->month)
        return x->month < y->month ? -1 : 1;
    const int currency = strcmp(x->currency, y->currency);
    return currency ? currency : (x->kind > y->kind) - (x->kind < y->kind);
}

void movements_sort(struct movements *movements)
{
    if (movements->room)
        qsort(movements->cells, movements->room, sizeof *movements->cells, by_account);
}

void movements_done(struct movements *movements)
{
    free(movements->cells);
    *movements = (struct movements){0};
}
