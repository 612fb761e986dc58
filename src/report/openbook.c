#include "report/openbook.h"

#include "ledger/disputed.h"
#include "ledger/journal.h"
#include "report/whatif.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct debtor nobody = {.code = "",
                                     .name = "not identified",
                                     .collector = "",
                                     .salesperson = "",
                                     .class = "",
                                     .country = "",
                                     .terms = ""};

int code_cmp(const char *a, const char *b)
{
    const int order = strcasecmp(a, b);
    return order ? order : strcmp(a, b);
}

static void *grown(void *old, size_t *room, size_t size)
{
    *room = *room ? *room * 2 : 256;
    return mem_resize(old, *room, size);
}

/* ---- lines, found by customer ---- */

static size_t slot_of(const struct openbook *open, int64_t customer_id)
{
    size_t slot = (size_t)customer_id & (open->slot_count - 1);

    while (open->slots[slot].line && open->slots[slot].customer_id != customer_id)
        slot = (slot + 1) & (open->slot_count - 1);
    return slot;
}

static void slots_grow(struct openbook *open)
{
    free(open->slots);
    open->slot_count = open->slot_count ? open->slot_count * 2 : 1024;
    open->slots = mem_new(open->slot_count, sizeof *open->slots);
    for (size_t i = 0; i < open->line_count; i++) {
        const size_t slot = slot_of(open, open->lines[i].customer_id);
        if (!open->slots[slot].line)
            open->slots[slot] = (struct openslot){open->lines[i].customer_id, (uint32_t)i + 1};
    }
}

/* The currency of a code; a book has few, so those met already are looked at first. */
static enum err currency_of(struct openbook *open, const char code[4], struct currency *out)
{
    for (int i = 0; i < open->currency_count; i++)
        if (memcmp(open->currencies[i].code, code, sizeof open->currencies[i].code) == 0) {
            *out = open->currencies[i];
            return ERR_OK;
        }
    TRY(currency_find(code, out));
    if (open->currency_count < CURRENCIES_MAX)
        open->currencies[open->currency_count++] = *out;
    open->mixed = open->currency_count > 1;
    return ERR_OK;
}

static enum err line_new(struct openbook *open, const struct aging_item *item,
                         enum recourse recourse, uint32_t *out)
{
    if (open->line_count == open->line_room) {
        open->lines = grown(open->lines, &open->line_room, sizeof *open->lines);
        open->sums =
            mem_resize(open->sums, open->line_room * (size_t)open->buckets, sizeof *open->sums);
    }
    struct openline *line = &open->lines[open->line_count];
    *line = (struct openline){.customer_id = item->customer_id,
                              .recourse = recourse,
                              .oldest = DATE_NONE,
                              .first = NO_INDEX,
                              .sibling = NO_INDEX,
                              .debtor = &nobody};
    TRY(currency_of(open, item->currency, &line->currency));
    memset(open->sums + open->line_count * (size_t)open->buckets, 0,
           (size_t)open->buckets * sizeof *open->sums);
    *out = (uint32_t)open->line_count++;
    return ERR_OK;
}

static enum err line_of(struct openbook *open, const struct aging_item *item,
                        enum recourse recourse, uint32_t *out)
{
    if (open->line_count * 2 >= open->slot_count)
        slots_grow(open);
    const size_t slot = slot_of(open, item->customer_id);
    if (!open->slots[slot].line) {
        TRY(line_new(open, item, recourse, out));
        open->slots[slot] = (struct openslot){item->customer_id, *out + 1};
        return ERR_OK;
    }
    for (uint32_t at = open->slots[slot].line - 1;; at = open->lines[at].sibling) {
        if (memcmp(open->lines[at].currency.code, item->currency, sizeof item->currency) == 0 &&
            (!open->plan.split || open->lines[at].recourse == recourse)) {
            *out = at;
            return ERR_OK;
        }
        if (open->lines[at].sibling == NO_INDEX) {
            TRY(line_new(open, item, recourse, out));
            open->lines[at].sibling = *out;
            return ERR_OK;
        }
    }
}

const struct openline *openbook_line(const struct openbook *open, int64_t customer_id,
                                     const char *currency)
{
    if (!open->line_count)
        return NULL;
    const size_t slot = slot_of(open, customer_id);
    for (uint32_t at = open->slots[slot].line ? open->slots[slot].line - 1 : NO_INDEX;
         at != NO_INDEX; at = open->lines[at].sibling)
        if (strcmp(open->lines[at].currency.code, currency) == 0)
            return &open->lines[at];
    return NULL;
}

/* ---- items ---- */

int64_t openbook_disputed(const struct openbook *open, int64_t item_id, int64_t amount_open)
{
    size_t low = 0, high = open->dispute_count;

    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (open->disputes[middle].item_id < item_id)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == open->dispute_count || open->disputes[low].item_id != item_id || amount_open <= 0)
        return 0;
    return open->disputes[low].amount < amount_open ? open->disputes[low].amount : amount_open;
}

static void item_keep(struct openbook *open, struct openline *line, const struct aging_item *item)
{
    if (open->item_count == open->item_room)
        open->items = grown(open->items, &open->item_room, sizeof *open->items);
    open->items[open->item_count] = (struct openitem){.id = item->id,
                                                      .open = item->open,
                                                      .due = item->due,
                                                      .effective = item->effective,
                                                      .next = line->first};
    line->first = (uint32_t)open->item_count++;
}

static enum err each_item(void *self, const struct aging_item *of)
{
    struct openbook *open = self;
    const struct openbook_plan *plan = &open->plan;
    struct aging_item copy, *item = &copy;
    uint32_t at;

    copy = *of;
    if (open->whatif)
        TRY(whatif_pay(open->whatif, item));
    if (item->open == 0)
        return ERR_OK;

    if (plan->currency && strcmp(plan->currency, item->currency) != 0)
        return ERR_OK;
    const enum recourse recourse = recourse_of_item(&open->recourse, item->customer_id, item->id);
    TRY(line_of(open, item, recourse, &at));
    struct openline *line = &open->lines[at];
    if (recourse > line->recourse)
        line->recourse = recourse;
    line->items++;
    TRY(amount_add(open->base, item->open_base, &open->base));
    TRY(amount_add(line->total, item->open, &line->total));
    if (item->open < 0 && plan->credits != CREDITS_BUCKET) {
        TRY(amount_add(line->credits, item->open, &line->credits));
    } else {
        const int bucket =
            bucket_of_item(&plan->buckets, plan->scan.as_of, item->effective, item->due);
        int64_t *sum = &open->sums[at * (size_t)open->buckets + (size_t)bucket];
        TRY(amount_add(*sum, item->open, sum));
    }
    if (item->open > 0 && item->due.day < plan->scan.as_of.day &&
        (!plan->ours || recourse == RECOURSE_OURS)) {
        TRY(amount_add(line->overdue, item->open, &line->overdue));
        TRY(amount_add(line->overdue_base, item->open_base, &line->overdue_base));
        if (!date_is(line->oldest) || item->due.day < line->oldest.day)
            line->oldest = item->due;
    }
    if (open->dispute_count)
        TRY(amount_add(line->disputed, openbook_disputed(open, item->id, item->open),
                       &line->disputed));
    if (plan->items)
        item_keep(open, line, item);
    return ERR_OK;
}

static enum err each_dispute(void *self, const struct disputed *disputed)
{
    struct openbook *open = self;

    if (open->dispute_count == open->dispute_room)
        open->disputes = grown(open->disputes, &open->dispute_room, sizeof *open->disputes);
    open->disputes[open->dispute_count++] =
        (struct disputed_sum){disputed->item_id, disputed->amount};
    return ERR_OK;
}

static int due_cmp(const void *a, const void *b)
{
    const struct openitem *x = a, *y = b;

    if (x->due.day != y->due.day)
        return x->due.day < y->due.day ? -1 : 1;
    return x->id < y->id ? -1 : x->id > y->id;
}

struct openitem *openbook_items(struct openbook *open, const struct openline *line,
                                struct arena *arena)
{
    struct openitem *items = arena_new(arena, ((size_t)line->items + 1) * sizeof *items);
    size_t count = 0;

    for (uint32_t at = line->first; at != NO_INDEX; at = open->items[at].next)
        items[count++] = open->items[at];
    must(count == (size_t)line->items);
    qsort(items, count, sizeof *items, due_cmp);
    return items;
}

/* ---- names ---- */

static struct debtor debtor_copy(struct arena *arena, const struct debtor *debtor)
{
    return (struct debtor){
        .id = debtor->id,
        .parent_id = debtor->parent_id,
        .code = arena_text(arena, debtor->code),
        .name = arena_text(arena, debtor->name),
        .collector = *debtor->collector ? arena_text(arena, debtor->collector) : "",
        .salesperson = *debtor->salesperson ? arena_text(arena, debtor->salesperson) : "",
        .class = *debtor->class ? arena_text(arena, debtor->class) : "",
        .country = *debtor->country ? arena_text(arena, debtor->country) : "",
        .terms = *debtor->terms ? arena_text(arena, debtor->terms) : ""};
}

static enum err each_debtor(void *self, const struct debtor *debtor)
{
    struct openbook *open = self;
    const size_t slot = slot_of(open, debtor->id);

    if (open->plan.all_debtors) {
        if (open->debtor_count == open->debtor_room)
            open->debtors = grown(open->debtors, &open->debtor_room, sizeof *open->debtors);
        open->debtors[open->debtor_count++] = debtor_copy(&open->arena, debtor);
    }
    if (!open->slots[slot].line)
        return ERR_OK;
    struct debtor *copy = arena_new(&open->arena, sizeof *copy);
    *copy = debtor_copy(&open->arena, debtor);
    for (uint32_t at = open->slots[slot].line - 1; at != NO_INDEX; at = open->lines[at].sibling)
        open->lines[at].debtor = copy;
    return ERR_OK;
}

static enum err names_read(struct openbook *open)
{
    struct debtor debtor;

    if (!open->line_count)
        return ERR_OK;
    if (!open->plan.scan.customer_id || open->plan.all_debtors)
        return debtors_each(open->book, open->plan.scan.as_of, each_debtor, open);
    TRY(debtor_get(open->book, open->plan.scan.customer_id, open->plan.scan.as_of, &open->arena,
                   &debtor));
    return each_debtor(open, &debtor);
}

/* NULL = at the top. */
static const struct debtor *above(const struct openbook *open, const struct debtor *debtor)
{
    size_t low = 0, high = open->debtor_count;

    must(open->plan.all_debtors);
    if (!debtor->parent_id)
        return NULL;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (open->debtors[middle].id < debtor->parent_id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < open->debtor_count && open->debtors[low].id == debtor->parent_id
               ? &open->debtors[low]
               : NULL;
}

const struct debtor *openbook_branch(const struct openbook *open, const struct debtor *debtor,
                                     int64_t family)
{
    const struct debtor *next;

    for (int hop = 0; hop < 64 && debtor->id != family && (next = above(open, debtor)); hop++) {
        if (next->id == family)
            break;
        debtor = next;
    }
    return debtor;
}

static bool is_under(const struct openbook *open, const struct debtor *debtor, int64_t ancestor)
{
    for (int hop = 0; hop < 64 && debtor && debtor->id != ancestor; hop++)
        debtor = above(open, debtor);
    return debtor && debtor->id == ancestor;
}

/* `first` holds the first bytes of the code as strcasecmp sees them, so that most comparisons of a
 * hundred thousand customers are one of numbers. */
struct place {
    uint64_t first;
    const char *code, *currency;
    uint32_t line;
};

static uint64_t first_bytes(const char *code)
{
    uint64_t bytes = 0;

    for (int i = 0; i < 8; i++) {
        bytes = bytes << 8 | (uint8_t)tolower((unsigned char)*code);
        if (*code)
            code++;
    }
    return bytes;
}

static int place_cmp(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    const int order = code_cmp(x->code, y->code);
    return order ? order : strcmp(x->currency, y->currency);
}

uint32_t *openbook_order(struct openbook *open)
{
    struct place *places = mem_new(open->line_count + 1, sizeof *places);
    uint32_t *order = arena_new(&open->arena, (open->line_count + 1) * sizeof *order);
    bool sorted = true;

    for (size_t i = 0; i < open->line_count; i++)
        places[i] =
            (struct place){first_bytes(open->lines[i].debtor->code), open->lines[i].debtor->code,
                           open->lines[i].currency.code, (uint32_t)i};
    for (size_t i = 1; sorted && i < open->line_count; i++)
        sorted = place_cmp(&places[i - 1], &places[i]) <= 0;
    if (!sorted)
        qsort(places, open->line_count, sizeof *places, place_cmp);
    for (size_t i = 0; i < open->line_count; i++)
        order[i] = places[i].line;
    free(places);
    return order;
}

/* ---- life ---- */

enum err openbook_plan_make(struct book *book, const struct aging_options *options,
                            enum account_control control, struct openbook_plan *out)
{
    int64_t known = 0, revision = 0;

    if (date_is(options->known_on)) {
        TRY(journal_known_on(book, options->known_on, &known));
        TRY(book_revision(book, &revision));
        if (known == revision)
            known = 0;
    }
    *out = (struct openbook_plan){.scan = {.as_of = options->as_of,
                                           .known_entry = known,
                                           .by = options->by_date,
                                           .customer_id = options->customer_id,
                                           .control = control},
                                  .buckets = options->buckets,
                                  .credits = options->credits,
                                  .currency = options->currency,
                                  .part = options->part,
                                  .kept = options->promises == PROMISES_KEPT,
                                  .all_debtors = options->part.family != 0};
    return ERR_OK;
}

static bool is_wanted(const char *wanted, const char *text)
{
    return !wanted || strcasecmp(wanted, text) == 0;
}

bool part_has(const struct aging_part *part, const struct debtor *debtor)
{
    return is_wanted(part->collector, debtor->collector) &&
           is_wanted(part->salesperson, debtor->salesperson) &&
           is_wanted(part->terms, debtor->terms) && is_wanted(part->class, debtor->class) &&
           is_wanted(part->country, debtor->country);
}

bool openbook_wanted(const struct openbook *open, uint32_t line)
{
    const struct aging_part *part = &open->plan.part;
    const struct debtor *debtor = open->lines[line].debtor;

    return part_has(part, debtor) && (!part->family || is_under(open, debtor, part->family));
}

enum err openbook_read(struct openbook *open, struct book *book, const struct openbook_plan *plan)
{
    *open = (struct openbook){.book = book, .plan = *plan, .buckets = bucket_count(&plan->buckets)};
    int64_t known = 0;
    enum err e = aging_known(book, &plan->scan, &known);
    if (e == ERR_OK && plan->kept)
        e = whatif_read(book, plan->scan.as_of, &open->arena, &open->whatif);
    if (e == ERR_OK)
        e = disputed_each(book, plan->scan.as_of, known, plan->scan.customer_id, each_dispute,
                          open);
    if (e == ERR_OK)
        e = recourse_load(book, plan->scan.as_of, plan->scan.customer_id, &open->arena,
                          &open->recourse);
    if (e == ERR_OK)
        e = aging_scan(book, &plan->scan, each_item, open);
    if (e == ERR_OK)
        e = names_read(open);
    if (e == ERR_LIMIT && !book_note(book)->text[0])
        e = fail(book_note(book), e, "the open items add up to more than can be counted");
    return e;
}

void openbook_done(struct openbook *open)
{
    free(open->lines);
    free(open->sums);
    free(open->slots);
    free(open->items);
    free(open->disputes);
    free(open->debtors);
    arena_done(&open->arena);
    *open = (struct openbook){.line_count = 0};
}
