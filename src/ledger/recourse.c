#include "ledger/recourse.h"

#include "ledger/local.h"

#include <stdlib.h>

const char *recourse_word(enum recourse recourse)
{
    static const char *const words[] = {"ours", "agency", "legal", "insolvent"};

    must((unsigned)recourse < sizeof words / sizeof words[0]);
    return words[recourse];
}

static enum recourse of_placed(const struct placed *placed)
{
    if (!placed)
        return RECOURSE_OURS;
    return placed->kind == PLACEMENT_LEGAL ? RECOURSE_LEGAL : RECOURSE_AGENCY;
}

/* By customer, the gravest first. */
static int partly_cmp(const void *a, const void *b)
{
    const struct placed *x = a, *y = b;

    if (x->customer_id != y->customer_id)
        return x->customer_id < y->customer_id ? -1 : 1;
    return (int)y->kind - (int)x->kind;
}

enum err recourse_load(struct book *book, struct date as_of, int64_t customer_id,
                       struct arena *arena, struct recourse_set *out)
{
    *out = (struct recourse_set){.partly_count = 0};
    TRY(placed_load(book, as_of, customer_id, arena, &out->placed));
    TRY(insolvent_load(book, as_of, arena, &out->insolvent));
    const int count = out->placed.item_count + out->placed.customer_count;
    out->partly = arena_new(arena, ((size_t)count + 1) * sizeof *out->partly);
    for (int i = 0; i < out->placed.item_count; i++)
        out->partly[out->partly_count++] = out->placed.items[i];
    for (int i = 0; i < out->placed.customer_count; i++)
        out->partly[out->partly_count++] = out->placed.customers[i];
    qsort(out->partly, (size_t)out->partly_count, sizeof *out->partly, partly_cmp);
    return ERR_OK;
}

enum recourse recourse_of_item(const struct recourse_set *set, int64_t customer_id, int64_t item_id)
{
    if (customer_id && insolvent_find(&set->insolvent, customer_id))
        return RECOURSE_INSOLVENT;
    return of_placed(placed_find(&set->placed, customer_id, item_id));
}

enum recourse recourse_of_customer(const struct recourse_set *set, int64_t customer_id)
{
    int low = 0, high = set->partly_count;

    if (insolvent_find(&set->insolvent, customer_id))
        return RECOURSE_INSOLVENT;
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (set->partly[middle].customer_id < customer_id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < set->partly_count && set->partly[low].customer_id == customer_id
               ? of_placed(&set->partly[low])
               : RECOURSE_OURS;
}

/* ---- in words ------------------------------------------------------------------------------- */

static const char *join(struct arena *arena, const char *before, const char *more)
{
    return *before ? arena_format(arena, "%s; %s", before, more) : more;
}

/* One placement, with how many invoices. */
static const char *placed_words(const struct placed *placed, int items, struct arena *arena)
{
    char day[DATE_TEXT];
    const char *what =
        items ? arena_format(arena, "%d invoice%s", items, items == 1 ? "" : "s") : "all";

    return arena_format(arena, "%s: %s with %s since %s%s%s",
                        placed->kind == PLACEMENT_LEGAL ? "legal" : "agency", what, placed->agency,
                        date_iso(placed->since, day), *placed->reference ? ", " : "",
                        placed->reference);
}

enum err recourse_words(struct book *book, int64_t customer_id, struct date as_of,
                        struct arena *arena, const char **out)
{
    struct placed_set placed;
    struct insolvency insolvency;
    bool is = false;
    char day[DATE_TEXT];

    *out = "";
    TRY(insolvency_of(book, customer_id, as_of, arena, &is, &insolvency));
    if (is && (!date_is(insolvency.ended) || insolvency.ended.day > as_of.day))
        *out = arena_format(arena, "insolvent since %s%s%s", date_iso(insolvency.day, day),
                            *insolvency.reference ? ", " : "", insolvency.reference);
    TRY(placed_load(book, as_of, customer_id, arena, &placed));
    for (int i = 0; i < placed.customer_count; i++)
        *out = join(arena, *out, placed_words(&placed.customers[i], 0, arena));
    for (int i = 0; i < placed.item_count; i++) {
        int items = 0, before = 0;
        for (int k = 0; k < placed.item_count; k++) {
            const bool same = placed.items[k].placement_id == placed.items[i].placement_id;
            items += same;
            before += same && k < i;
        }
        for (int k = 0; k < placed.customer_count; k++)
            before += placed.customers[k].placement_id == placed.items[i].placement_id;
        if (!before)
            *out = join(arena, *out, placed_words(&placed.items[i], items, arena));
    }
    return ERR_OK;
}
