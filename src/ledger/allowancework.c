/* The allowance of a day worked out: one pass over the open items, customer after customer. */
#include "ledger/agingscan.h"
#include "ledger/allowancehistory.h"
#include "ledger/allowancerate.h"
#include "ledger/claim.h"
#include "ledger/debtor.h"
#include "ledger/insolvency.h"
#include "ledger/local.h"
#include "ledger/placement.h"
#include "rules/provision.h"

#include <stdlib.h>
#include <string.h>

#define WATCHED 3 /* kinds of customers and items that are to be seen */

struct working {
    struct book *book;
    const struct allowance_options *options;
    struct arena *arena;
    struct allowance *out;
    struct allowance_specific *specifics; /* standing, by customer, item */
    int specific_count;
    struct allowance_segments segments;
    struct placed_set placed;
    struct insolvent_set insolvent;
    int buckets, part_room;
    /* of the customer that passes */
    int64_t customer_id;
    struct allowance_part watched[WATCHED], whole;
};

/* The one of the item, else the one of its customer. */
static const struct allowance_specific *specific_of(const struct working *w,
                                                    const struct claim *claim)
{
    const struct allowance_specific *whole = NULL;
    int low = 0, high = w->specific_count;

    while (low < high) {
        const int mid = low + (high - low) / 2;
        if (w->specifics[mid].customer_id < claim->customer_id)
            low = mid + 1;
        else
            high = mid;
    }
    for (; low < w->specific_count && w->specifics[low].customer_id == claim->customer_id; low++) {
        if (w->specifics[low].item_id == claim->id)
            return &w->specifics[low];
        if (w->specifics[low].item_id == 0)
            whole = &w->specifics[low];
    }
    return whole;
}

static struct allowance_part *part_add(struct working *w, const struct allowance_part *part)
{
    struct allowance *out = w->out;

    out->parts =
        arena_grow(w->arena, out->parts, out->part_count, &w->part_room, sizeof *out->parts);
    out->parts[out->part_count] = *part;
    return &out->parts[out->part_count++];
}

/* ---- one customer ---- */

/* Recoverable tax in what is left of an item, where the option takes it out. */
static enum err tax_of(struct working *w, const struct claim *claim,
                       const struct provision_item *figures, int64_t *tax)
{
    *tax = 0;
    if (!w->options->net_of_tax || figures->net == 0)
        return ERR_OK;
    struct stmt *q = db_sql(w->book->db, "SELECT CAST(SUM(t.tax) AS BIGINT), d.total FROM item i"
                                         " JOIN document d ON d.id = i.document_id JOIN tax_line t"
                                         " ON t.document_id = d.id WHERE i.id = $1 GROUP BY d.id,"
                                         " d.total");
    enum err e = ERR_OK;
    bind_i64(q, 1, claim->id);
    if (stmt_row(q))
        e = provision_tax(figures->net, col_i64(q, 0), col_i64(q, 1), tax);
    return stmt_end_after(q, e);
}

static enum err specific_close(struct working *w, struct allowance_part *part,
                               const struct allowance_specific *specific)
{
    TRY(provision_specific(part->base, specific->by_rate, specific->value, &part->amount));
    part_add(w, part);
    return amount_add(w->out->specific, part->amount, &w->out->specific);
}

static int watched_as(const struct working *w, const struct claim *claim)
{
    if (insolvent_find(&w->insolvent, claim->customer_id))
        return ALLOWANCE_INSOLVENT;
    const struct placed *placed = placed_find(&w->placed, claim->customer_id, claim->id);
    return !placed                            ? ALLOWANCE_SPECIFIC
           : placed->kind == PLACEMENT_AGENCY ? ALLOWANCE_AGENCY
                                              : ALLOWANCE_LEGAL;
}

static enum err watch(struct working *w, const struct claim *claim,
                      const struct provision_item *figures, bool judged)
{
    const int kind = watched_as(w, claim);

    if (kind == ALLOWANCE_SPECIFIC)
        return ERR_OK;
    struct allowance_part *part = &w->watched[kind - 1];
    part->kind = (enum allowance_part_kind)kind;
    part->customer_id = claim->customer_id;
    TRY(amount_add(part->gross, figures->base, &part->gross));
    TRY(amount_add(part->open, figures->net, &part->open));
    return judged ? amount_add(part->base, figures->net, &part->base) : ERR_OK;
}

static enum err debit_pass(struct working *w, const struct claim *claim,
                           const struct provision_item *figures)
{
    const struct allowance_specific *specific = specific_of(w, claim);
    const int bucket =
        bucket_of_item(&w->options->buckets, w->options->day, claim->effective, claim->due);
    int64_t tax = 0;

    TRY(tax_of(w, claim, figures, &tax));
    TRY(watch(w, claim, figures, specific != NULL));
    if (specific) {
        struct allowance_part own = {.specific_id = specific->id,
                                     .customer_id = claim->customer_id,
                                     .item_id = specific->item_id};
        struct allowance_part *part = specific->item_id ? &own : &w->whole;
        part->specific_id = specific->id;
        part->customer_id = claim->customer_id;
        TRY(amount_add(part->gross, figures->base, &part->gross));
        TRY(amount_add(part->open, figures->net, &part->open));
        TRY(amount_add(part->base, figures->net - tax, &part->base));
        return specific->item_id ? specific_close(w, part, specific) : ERR_OK;
    }
    struct allowance_line *line =
        &w->out->lines[w->buckets * segment_of(&w->segments, claim->customer_id) + bucket];
    TRY(amount_add(line->gross, figures->base, &line->gross));
    TRY(amount_add(line->credits, figures->credits, &line->credits));
    return amount_add(line->tax, tax, &line->tax);
}

/* The claims of one customer and currency: credits off the oldest debits, then each by itself. */
static enum err group_pass(struct working *w, const struct claim *claims, size_t count)
{
    struct provision_item *items = mem_new(count, sizeof *items);
    int64_t credit = 0, credit_base = 0, rest = 0, used = 0;
    int debits = 0;
    enum err e = ERR_OK;

    for (size_t i = 0; i < count; i++) {
        TRY_OUT(amount_add(w->out->open, claims[i].base, &w->out->open));
        if (claims[i].open > 0)
            items[debits++] =
                (struct provision_item){.open = claims[i].open, .base = claims[i].base};
        else {
            credit -= claims[i].open;
            credit_base -= claims[i].base;
        }
    }
    TRY_OUT(provision_net(items, debits, credit, &rest));
    for (int i = 0; i < debits; i++) {
        used += items[i].credits;
        TRY_OUT(debit_pass(w, &claims[i], &items[i]));
    }
    /* in foreign money a credit was worth something else than the debit that it is taken off */
    e = amount_add(w->out->unused, credit_base - used, &w->out->unused);
out:
    free(items);
    return e;
}

static enum err customer_end(struct working *w)
{
    for (int i = 0; i < WATCHED; i++)
        if (w->watched[i].customer_id)
            part_add(w, &w->watched[i]);
    memset(w->watched, 0, sizeof w->watched);
    if (!w->whole.customer_id)
        return ERR_OK;
    const struct claim key = {.customer_id = w->whole.customer_id};
    const struct allowance_specific *specific = specific_of(w, &key);
    struct allowance_part part = w->whole;
    w->whole = (struct allowance_part){.kind = ALLOWANCE_SPECIFIC};
    return specific_close(w, &part, specific);
}

static enum err claims_take(void *self, struct claim *claims, size_t count)
{
    struct working *w = self;

    if (claims->customer_id != w->customer_id)
        TRY(customer_end(w));
    w->customer_id = claims->customer_id;
    return group_pass(w, claims, count);
}

/* ---- the matrix ---- */

static void lines_make(struct working *w)
{
    const struct allowance_segments *segments = &w->segments;
    struct allowance *out = w->out;
    char name[BUCKET_NAME];

    out->line_count = segments->count * w->buckets;
    out->lines = arena_new(w->arena, (size_t)out->line_count * sizeof *out->lines);
    for (int i = 0; i < out->line_count; i++) {
        struct allowance_line *line = &out->lines[i];
        line->segment = segments->names[i / w->buckets];
        line->bucket = i % w->buckets;
        line->name = arena_text(w->arena, bucket_name(&w->options->buckets, line->bucket, name));
    }
}

static enum err lines_close(struct working *w)
{
    struct allowance *out = w->out;

    TRY(allowance_rates_find(w->book, w->options, &w->segments, w->arena, out));
    for (int i = 0; i < out->line_count; i++) {
        struct allowance_line *line = &out->lines[i];
        line->base = line->gross - line->credits - line->tax;
        TRY(provision_rate(line->loss_ppm, line->factor_ppm, &line->rate_ppm));
        TRY(amount_ppm(line->base, line->rate_ppm, &line->amount));
        TRY(amount_add(out->matrix, line->amount, &out->matrix));
    }
    return ERR_OK;
}

static enum err assert_whole(const struct allowance *out)
{
    int64_t sum = -out->unused;

    for (int i = 0; i < out->line_count; i++)
        sum += out->lines[i].gross - out->lines[i].credits;
    for (int i = 0; i < out->part_count; i++)
        if (out->parts[i].kind == ALLOWANCE_SPECIFIC)
            sum += out->parts[i].open;
    must(sum == out->open);
    return ERR_OK;
}

static enum err work(struct working *w)
{
    const struct date day = w->options->day;
    const struct aging_query query = {.as_of = day, .control = CONTROL_RECEIVABLE};
    struct allowance *out = w->out;

    /* look */
    TRY(allowance_specifics(w->book, day, w->arena, &w->specifics, &w->specific_count));
    TRY(allowance_segments_read(w->book, w->options, w->arena, &w->segments));
    TRY(placed_load(w->book, day, 0, w->arena, &w->placed));
    TRY(insolvent_load(w->book, day, w->arena, &w->insolvent));
    lines_make(w);

    /* the arithmetic */
    TRY(claims_each(w->book, &query, claims_take, w));
    TRY(customer_end(w));
    TRY(lines_close(w));
    TRY(amount_add(out->matrix, out->specific, &out->total));
    TRY(account_balance(w->book, account_of(w->book, ACCOUNT_PART_ALLOWANCE), day, &out->existing));
    out->existing = -out->existing; /* an allowance is a credit on its account */
    return assert_whole(out);
}

enum err allowance_work(struct book *book, const struct allowance_options *options,
                        struct arena *arena, struct allowance *out)
{
    struct working w = {.book = book,
                        .options = options,
                        .arena = arena,
                        .out = out,
                        .buckets = bucket_count(&options->buckets)};
    char buckets[BUCKET_SET_TEXT];

    *out = (struct allowance){.number = "", .options = *options, .missing = "", .actor = "",
                              .document = ""};
    out->buckets = arena_text(arena, bucket_set_text(&options->buckets, buckets));
    const enum err e = work(&w);
    free(w.segments.of_customer);
    return e;
}
