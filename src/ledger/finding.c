/* finding: one search over the whole book. */
#include "ledger/finding.h"

#include "ledger/dispute.h"
#include "ledger/documentlist.h"
#include "ledger/findingparts.h"
#include "ledger/journal.h"

#include <stdlib.h>
#include <string.h>

const char *found_field_word(enum found_field field)
{
    static const char *const words[] = {
#define X(field, word) [FOUND_IN_##field] = word,
        FOUND_FIELDS(X)
#undef X
    };

    must((unsigned)field < sizeof words / sizeof words[0]);
    return words[field];
}

/* ---- customers ---- */

static bool name_wanted(const struct finding *finding, const struct name *name)
{
    return (!finding->query.customer_id || finding->query.customer_id == name->id) &&
           (!finding->query.open_only || name->owed != 0);
}

/* What each row is worth, in the order in which the rows lie in memory. */
static size_t rows_match(struct finding *finding, struct name_match *matches, bool slips)
{
    const struct names *names = finding->names;
    size_t count = 0;

    for (size_t i = 0; i < names->count; i++) {
        const struct name *name = &names->rows[i];
        matches[i] = name_match(name, finding->query.sought, slips);
        if (!slips)
            finding->words[name->id] = (uint16_t)matches[i].words;
        if (matches[i].rank != RANK_NONE && !name_wanted(finding, name))
            matches[i].rank = RANK_NONE;
        count += matches[i].rank != RANK_NONE;
    }
    return count;
}

/* One rank behind the other; of one rank those first that owe most. */
static void customers_sort(struct finding *finding, const struct name_match *matches)
{
    const struct names *names = finding->names;
    size_t ends[RANK_CODE + 2] = {0};

    for (size_t i = 0; i < names->count; i++)
        ends[RANK_CODE - matches[i].rank + 1]++;
    for (int i = 1; i <= RANK_CODE; i++)
        ends[i] += ends[i - 1];
    for (size_t i = 0; i < names->count; i++) {
        const uint32_t row = names->order[i];
        const struct name_match *match = &matches[row];
        if (match->rank != RANK_NONE)
            finding->customers[ends[RANK_CODE - match->rank]++] =
                (struct name_hit){row, (uint8_t)match->rank, (uint8_t)match->field};
    }
}

static void customers_find(struct finding *finding)
{
    struct name_match *matches = mem_new(finding->names->count + 1, sizeof *matches);
    size_t count = rows_match(finding, matches, false);

    if (count == 0)
        count = rows_match(finding, matches, true);
    if (finding_wants(finding, FINDING_CUSTOMERS) && !sought_wants_amount(finding->query.sought)) {
        finding->customers = mem_new(count + 1, sizeof *finding->customers);
        finding->customer_count = count;
        customers_sort(finding, matches);
    }
    free(matches);
}

/* ---- begin and done ---- */

/* Which decimals occur, so that no amount is looked for in a currency that nobody uses. */
static enum err digits_read(struct finding *finding)
{
    struct stmt *q =
        db_sql(finding->book->db, "SELECT DISTINCT currency FROM period_total ORDER BY currency");

    while (stmt_row(q))
        finding->digits[book_currency_of(finding->book, col_text(q, 0)).digits] = true;
    return stmt_end(q);
}

static enum err begin(struct finding *finding)
{
    TRY(names_of(finding->book, &finding->names));
    if (finding->names->figured < 0)
        TRY(names_figures(finding->book));
    const size_t count = finding->names->count;
    finding->words_count = count ? finding->names->rows[count - 1].id + 1 : 0;
    finding->words = mem_new((size_t)finding->words_count + 1, sizeof *finding->words);
    if (finding->query.sought->word_count > 0)
        customers_find(finding);
    TRY(digits_read(finding));
    TRY(merged_load(finding->book, &finding->arena, &finding->merged));
    TRY(finding_quick(finding));
    return finding_plan(finding);
}

enum err finding_begin(struct book *book, const struct finding_query *query, struct finding **out)
{
    struct finding *finding = mem_new(1, sizeof *finding);

    finding->book = book;
    finding->query = *query;
    const enum err e = begin(finding);
    if (e != ERR_OK) {
        finding_done(finding);
        finding = NULL;
    }
    *out = finding;
    return e;
}

void finding_done(struct finding *finding)
{
    if (!finding)
        return;
    arena_done(&finding->arena);
    arena_done(&finding->scratch);
    free(finding->words);
    free(finding->customers);
    free(finding->found);
    free(finding->slots);
    free(finding->order);
    free(finding);
}

/* ---- in order ---- */

#define OF_CUSTOMERS (1u << 31)

static int found_compare(const void *a, const void *b, void *self)
{
    const struct finding *finding = self;
    const struct found *x = &finding->found[*(const uint32_t *)a],
                       *y = &finding->found[*(const uint32_t *)b];

    if (x->rank != y->rank)
        return x->rank > y->rank ? -1 : 1;
    if (x->open_base != y->open_base)
        return x->open_base > y->open_base ? -1 : 1;
    if (x->owes != y->owes)
        return x->owes > y->owes ? -1 : 1;
    if (x->day != y->day)
        return x->day > y->day ? -1 : 1;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    return (x->id < y->id) - (x->id > y->id);
}

/* Does the customer stand before the paper? */
static bool customer_first(const struct finding *finding, size_t customer, uint32_t paper)
{
    const struct name_hit *hit = &finding->customers[customer];
    const struct found *found = &finding->found[paper];
    const struct name *name = &finding->names->rows[hit->row];

    if (hit->rank != (uint8_t)found->rank)
        return hit->rank > (uint8_t)found->rank;
    return name->owed >= found->open_base;
}

static void order_make(struct finding *finding)
{
    const size_t papers = finding->found_count, customers = finding->customer_count;
    uint32_t *sorted = mem_new(papers + 1, sizeof *sorted);
    size_t at = 0, paper = 0, customer = 0;

    for (size_t i = 0; i < papers; i++)
        sorted[i] = (uint32_t)i;
    qsort_r(sorted, papers, sizeof *sorted, found_compare, finding);
    finding->order = mem_resize(finding->order, papers + customers + 1, sizeof *finding->order);
    while (customer < customers || paper < papers) {
        if (paper == papers ||
            (customer < customers && customer_first(finding, customer, sorted[paper])))
            finding->order[at++] = (uint32_t)customer++ | OF_CUSTOMERS;
        else
            finding->order[at++] = sorted[paper++];
    }
    free(sorted);
    finding->ordered = true;
}

size_t finding_count(const struct finding *finding)
{
    return finding->customer_count + finding->found_count;
}

static const enum found_field name_fields[NAME_FIELDS] = {
    [NAME_CODE] = FOUND_IN_CODE,       [NAME_NAME] = FOUND_IN_NAME,
    [NAME_CONTACT] = FOUND_IN_CONTACT, [NAME_PHONE] = FOUND_IN_PHONE,
    [NAME_EMAIL] = FOUND_IN_EMAIL,     [NAME_TAX] = FOUND_IN_TAX,
    [NAME_ADDRESS] = FOUND_IN_ADDRESS, [NAME_ALIAS] = FOUND_IN_ALIAS};

struct found finding_at(struct finding *finding, size_t at)
{
    must(at < finding_count(finding));
    if (!finding->ordered)
        order_make(finding);
    if (!(finding->order[at] & OF_CUSTOMERS))
        return finding->found[finding->order[at]];
    const struct name_hit *hit = &finding->customers[finding->order[at] & ~OF_CUSTOMERS];
    const struct name *name = &finding->names->rows[hit->row];
    return (struct found){.kind = FOUND_CUSTOMER,
                          .id = name->id,
                          .rank = (enum rank)hit->rank,
                          .field = name_fields[hit->field],
                          .open_base = name->owed < 0 ? -name->owed : name->owed,
                          .day = name->last};
}

bool finding_is_cut(const struct finding *finding)
{
    return finding->cut;
}
