#include "report/r_aging.h"

#include "ledger/beside.h"
#include "ledger/control.h"
#include "ledger/period.h"
#include "ledger/item.h"
#include "report/openbook.h"

#include <stdlib.h>
#include <string.h>

const char *const aging_by_words[] = {"customer",    "collector", "parent", "currency",
                                      "salesperson", "terms",     "class",  NULL};

#define COLUMNS_MAX (BUCKETS_MAX + 16)

struct aging {
    struct book *book;
    const struct aging_options *options;
    struct sink *sink;
    struct arena arena;
    struct openbook open;
    struct column columns[COLUMNS_MAX];
    char names[BUCKETS_MAX][BUCKET_NAME], titles[BUCKETS_MAX][BUCKET_NAME];
    int count;        /* of columns */
    int first_figure; /* column of the first bucket */
};

/* One row's figures: what is summed into groups and totals. */
struct figures {
    int64_t buckets[BUCKETS_MAX];
    int64_t unapplied, total, disputed;
    bool overdue;
};

void aging_options_init(struct aging_options *options, struct book *book)
{
    *options = (struct aging_options){.as_of = book_today(book), .known_on = DATE_NONE};
    must(bucket_set_parse(BUCKETS_DEFAULT, AGING_BY_DUE, &options->buckets, NULL) == ERR_OK);
}

/* ---- columns ---- */

static void column_add(struct aging *aging, struct column column)
{
    must(aging->count < COLUMNS_MAX);
    aging->columns[aging->count++] = column;
}

/* Places among the columns that a narrow screen leaves out: total, current, 1-30, over 90,
 * unapplied, then the others (SCREENS.md). */
static int bucket_worth(int bucket, int buckets)
{
    if (bucket < 2)
        return 1 + bucket;
    return bucket == buckets - 1 ? 3 : 3 + bucket;
}

static void columns_make(struct aging *aging)
{
    const struct aging_options *o = aging->options;
    const bool customers = o->detail || o->by == AGING_CUSTOMER;
    const int buckets = aging->open.buckets;

    column_add(aging, (struct column){"customer", customers ? "Customer" : "Group", CELL_CODE,
                                      customers ? 40 : 0, 0, 0});
    column_add(aging, (struct column){"name", "Name", CELL_TEXT, customers ? 0 : 40, 14, 0});
    if (o->detail) {
        column_add(aging, (struct column){"document", "Document", CELL_CODE, 0, 0, 0});
        column_add(aging, (struct column){"kind", "Kind", CELL_TEXT, 44, 0, 0});
        column_add(aging, (struct column){"instalment", "No.", CELL_INT, 45, 0, 0});
        column_add(aging, (struct column){"issued", "Issued", CELL_DATE, 43, 0, 0});
        column_add(aging, (struct column){"due", "Due", CELL_DATE, 0, 0, 0});
        column_add(aging, (struct column){"days_past_due", "Days", CELL_INT, 30, 0, 0});
    }
    column_add(aging,
               (struct column){"currency", "Cur", CELL_CODE, aging->open.mixed ? 0 : 41, 0, 0});
    aging->first_figure = aging->count;
    for (int i = 0; i < buckets; i++)
        column_add(aging, (struct column){bucket_name(&o->buckets, i, aging->names[i]),
                                          bucket_title(&o->buckets, i, aging->titles[i]),
                                          CELL_MONEY, bucket_worth(i, buckets), 0, COLUMN_TOTAL});
    column_add(aging, (struct column){"unapplied", "Unapplied", CELL_MONEY, 4, 0, COLUMN_TOTAL});
    column_add(aging, (struct column){"total", "Total", CELL_MONEY, 0, 0, COLUMN_TOTAL});
    column_add(aging, (struct column){"disputed", "Disputed", CELL_MONEY, 42, 0, COLUMN_TOTAL});
}

static const char *subtitle(struct aging *aging)
{
    const struct aging_options *o = aging->options;
    char as_of[DATE_TEXT], known[DATE_TEXT];
    const char *text = arena_format(&aging->arena, "as of %s, by %s date, %s",
                                    date_iso(o->as_of, as_of), aging_basis_name(o->buckets.basis),
                                    o->by_date == BY_POSTED ? "posted" : "effective");

    if (o->credits == CREDITS_BUCKET)
        text = arena_format(&aging->arena, "%s, credits by their own date", text);
    if (o->credits == CREDITS_OLDEST)
        text = arena_format(&aging->arena, "%s, credits off the oldest", text);
    if (aging->open.line_count && !aging->open.mixed)
        text = arena_format(&aging->arena, "%s, %s", text, aging->open.lines[0].currency.code);
    if (date_is(o->known_on))
        text = arena_format(&aging->arena, "%s, known on %s", text, date_iso(o->known_on, known));
    return text;
}

/* ---- figures ---- */

static void figures_check(const struct aging *aging, const struct figures *figures)
{
    int64_t sum = figures->unapplied;

    for (int i = 0; i < aging->open.buckets; i++)
        must(amount_add(sum, figures->buckets[i], &sum) == ERR_OK);
    must(sum == figures->total); /* R9 5 */
}

static struct figures line_figures(const struct aging *aging, uint32_t index)
{
    const struct openline *line = &aging->open.lines[index];
    struct figures figures = {.unapplied = line->credits,
                              .total = line->total,
                              .disputed = line->disputed,
                              .overdue = line->overdue > 0};

    memcpy(figures.buckets, aging->open.sums + index * (size_t)aging->open.buckets,
           (size_t)aging->open.buckets * sizeof *figures.buckets);
    if (aging->options->credits == CREDITS_OLDEST)
        figures.unapplied =
            -aging_offset_oldest(figures.buckets, aging->open.buckets, -line->credits);
    figures_check(aging, &figures);
    return figures;
}

static enum err figures_add(struct figures *sum, const struct figures *figures, int buckets)
{
    for (int i = 0; i < buckets; i++)
        TRY(amount_add(sum->buckets[i], figures->buckets[i], &sum->buckets[i]));
    TRY(amount_add(sum->unapplied, figures->unapplied, &sum->unapplied));
    TRY(amount_add(sum->total, figures->total, &sum->total));
    TRY(amount_add(sum->disputed, figures->disputed, &sum->disputed));
    sum->overdue |= figures->overdue;
    return ERR_OK;
}

static void figures_cells(const struct aging *aging, const struct figures *figures,
                          const struct currency *currency, struct cell *cells)
{
    int at = aging->first_figure;

    cells[at - 1] = cell_code(currency->code);
    for (int i = 0; i < aging->open.buckets; i++)
        cells[at++] = cell_money(money_of(figures->buckets[i], *currency));
    cells[at++] = cell_money(money_of(figures->unapplied, *currency));
    cells[at++] = cell_money(money_of(figures->total, *currency));
    cells[at] = cell_money(money_of(figures->disputed, *currency));
}

static char figures_mark(const struct figures *figures)
{
    return figures->overdue ? '!' : figures->disputed ? '*' : ' ';
}

/* ---- rows of customers and groups ---- */

struct ranked {
    const char *key, *name;
    uint32_t line;
};

static struct ranked rank(struct aging *aging, uint32_t index)
{
    const struct openline *line = &aging->open.lines[index];
    const struct debtor *d = line->debtor;

    switch (aging->options->by) {
    case AGING_CUSTOMER: return (struct ranked){d->code, d->name, index};
    case AGING_COLLECTOR: return (struct ranked){d->collector, "", index};
    case AGING_PARENT:
        d = openbook_root(&aging->open, d);
        return (struct ranked){d->code, d->name, index};
    case AGING_CURRENCY: return (struct ranked){line->currency.code, "", index};
    case AGING_SALESPERSON: return (struct ranked){d->salesperson, "", index};
    case AGING_TERMS: return (struct ranked){d->terms, "", index};
    case AGING_CLASS: return (struct ranked){d->class, "", index};
    }
    return (struct ranked){d->code, d->name, index};
}

static int ranked_cmp(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    const int order = code_cmp(x->key, y->key);
    return order ? order : x->line < y->line ? -1 : x->line > y->line;
}

/* The lines that are wanted, by group. Customers come in order of code already. */
static struct ranked *ranked_lines(struct aging *aging, size_t *count)
{
    const uint32_t *order = openbook_order(&aging->open);
    struct ranked *ranked = arena_new(&aging->arena, (aging->open.line_count + 1) * sizeof *ranked);

    *count = 0;
    for (size_t i = 0; i < aging->open.line_count; i++)
        if (openbook_wanted(&aging->open, order[i]))
            ranked[(*count)++] = rank(aging, order[i]);
    if (aging->options->by != AGING_CUSTOMER)
        qsort(ranked, *count, sizeof *ranked, ranked_cmp);
    return ranked;
}

static enum err group_row(struct aging *aging, const struct ranked *group,
                          const struct figures *figures, const struct currency *currency)
{
    struct cell cells[COLUMNS_MAX] = {{0}};
    const bool customers = aging->options->by == AGING_CUSTOMER;

    cells[0] = cell_code(*group->key ? group->key : "(none)");
    cells[1] = *group->name ? cell_text(group->name) : cell_none();
    figures_cells(aging, figures, currency, cells);
    return sink_row(aging->sink, customers ? aging->open.lines[group->line].customer_id : 0,
                    figures_mark(figures), cells);
}

/* The currencies among lines, in the order in which they come; a book has few. */
static int currencies_of(const struct aging *aging, const struct ranked *ranked, size_t count,
                         struct currency out[CURRENCIES_MAX])
{
    int found = 0;

    for (size_t i = 0; i < count; i++) {
        const struct currency currency = aging->open.lines[ranked[i].line].currency;
        int k = 0;
        while (k < found && !currency_is(out[k], currency))
            k++;
        if (k == found && found < CURRENCIES_MAX)
            out[found++] = currency;
        if (!aging->open.mixed)
            break;
    }
    return found;
}

static enum err lines_sum(const struct aging *aging, const struct ranked *ranked, size_t count,
                          struct currency currency, struct figures *sum)
{
    *sum = (struct figures){.total = 0};
    for (size_t i = 0; i < count; i++) {
        if (!currency_is(aging->open.lines[ranked[i].line].currency, currency))
            continue;
        const struct figures figures = line_figures(aging, ranked[i].line);
        TRY(figures_add(sum, &figures, aging->open.buckets));
    }
    figures_check(aging, sum);
    return ERR_OK;
}

/* One row a currency of lines that are of one group. */
static enum err group_rows(struct aging *aging, const struct ranked *ranked, size_t count)
{
    struct currency currencies[CURRENCIES_MAX];
    const int found = currencies_of(aging, ranked, count, currencies);

    for (int i = 0; i < found; i++) {
        struct figures sum;
        TRY(lines_sum(aging, ranked, count, currencies[i], &sum));
        TRY(group_row(aging, ranked, &sum, &currencies[i]));
    }
    return ERR_OK;
}

static enum err summary_rows(struct aging *aging, const struct ranked *ranked, size_t count)
{
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count && code_cmp(ranked[from].key, ranked[to].key) == 0; to++)
            ;
        TRY(group_rows(aging, ranked + from, to - from));
    }
    return ERR_OK;
}

/* ---- rows of items ---- */

static int older_cmp(const void *a, const void *b)
{
    const struct openitem *const *x = a, *const *y = b;
    const int first = (*x)->due.day, second = (*y)->due.day;
    return first != second ? (first < second ? -1 : 1) : (*x)->id < (*y)->id ? -1 : 1;
}

/* Credits off the oldest debits, item by item: what is left of each, in the order of `items`. */
static int64_t *items_left(struct aging *aging, const struct openitem *items, int count,
                           struct arena *arena)
{
    const struct aging_options *o = aging->options;
    int64_t *left = arena_new(arena, ((size_t)count + 1) * sizeof *left);
    const struct openitem **debits = arena_new(arena, ((size_t)count + 1) * sizeof *debits);
    int64_t credit = 0, debit = 0;
    size_t debit_count = 0;

    for (int i = 0; i < count; i++) {
        left[i] = items[i].open;
        if (items[i].open > 0) {
            debits[debit_count++] = &items[i];
            debit += items[i].open;
        } else
            credit -= items[i].open;
    }
    if (o->credits != CREDITS_OLDEST || credit == 0)
        return left;
    int64_t taken = credit < debit ? credit : debit, given = taken;
    qsort(debits, debit_count, sizeof *debits, older_cmp);
    for (int bucket = aging->open.buckets - 1; bucket >= 0; bucket--)
        for (size_t k = 0; k < debit_count; k++) {
            const struct openitem *d = debits[k];
            if (bucket_of_item(&o->buckets, o->as_of, d->effective, d->due) != bucket)
                continue;
            const int64_t part = d->open < taken ? d->open : taken;
            left[d - items] -= part;
            taken -= part;
        }
    for (int i = 0; i < count; i++)
        if (items[i].open < 0) {
            const int64_t part = -items[i].open < given ? -items[i].open : given;
            left[i] += part;
            given -= part;
        }
    return left;
}

static enum err item_row(struct aging *aging, const struct openline *line,
                         const struct openitem *item, int64_t left, struct arena *arena)
{
    const struct aging_options *o = aging->options;
    struct cell cells[COLUMNS_MAX] = {{0}};
    struct item paper;
    struct figures figures = {.total = left,
                              .disputed = openbook_disputed(&aging->open, item->id, item->open),
                              .overdue = item->open > 0 && item->due.day < o->as_of.day};

    TRY(item_get(aging->book, item->id, arena, &paper));
    if (item->open < 0 && o->credits != CREDITS_BUCKET)
        figures.unapplied = left;
    else
        figures.buckets[bucket_of_item(&o->buckets, o->as_of, item->effective, item->due)] = left;
    figures_check(aging, &figures);
    cells[0] = cell_code(line->debtor->code);
    cells[1] = cell_text(line->debtor->name);
    cells[2] = cell_code(paper.number);
    cells[3] = cell_text(document_kind_word(paper.kind));
    cells[4] = cell_int(paper.seq);
    cells[5] = cell_date(paper.issued);
    cells[6] = cell_date(item->due);
    cells[7] = item->open > 0 ? cell_int(aging_days(o->as_of, item->due)) : cell_none();
    figures_cells(aging, &figures, &line->currency, cells);
    return sink_row(aging->sink, paper.document_id, figures_mark(&figures), cells);
}

static enum err detail_rows(struct aging *aging, const struct ranked *ranked, size_t count)
{
    struct arena kept = {0}, row = {0};
    enum err e = ERR_OK;

    for (size_t i = 0; e == ERR_OK && i < count; i++) {
        const struct openline *line = &aging->open.lines[ranked[i].line];
        arena_reset(&kept);
        const struct openitem *items = openbook_items(&aging->open, line, &kept);
        const int64_t *left = items_left(aging, items, line->items, &kept);
        for (int k = 0; e == ERR_OK && k < line->items; k++) {
            arena_reset(&row);
            e = item_row(aging, line, &items[k], left[k], &row);
        }
    }
    arena_done(&row);
    arena_done(&kept);
    return e;
}

/* ---- totals and proof ---- */

/* Several currencies cannot be summed in one line: one total each. A single one the writer sums. */
static enum err total_rows(struct aging *aging, const struct ranked *ranked, size_t count)
{
    struct currency currencies[CURRENCIES_MAX];
    const int found = aging->open.mixed ? currencies_of(aging, ranked, count, currencies) : 0;

    for (int i = 0; i < found; i++) {
        struct cell cells[COLUMNS_MAX] = {{0}};
        struct figures sum;
        TRY(lines_sum(aging, ranked, count, currencies[i], &sum));
        cells[0] = cell_code("Total");
        figures_cells(aging, &sum, &currencies[i], cells);
        const struct row row = {.kind = ROW_TOTAL, .mark = ' ', .cells = cells};
        TRY(aging->sink->row(aging->sink->self, &row));
    }
    return ERR_OK;
}

static const char *base_text(struct aging *aging, int64_t minor)
{
    char out[MONEY_TEXT];
    const struct notation grouped = {.decimal = '.', .group = ','};
    return arena_text(&aging->arena,
                      money_show(money_of(minor, book_currency(aging->book)), &grouped, out));
}

/* Deposits and unidentified money are debts of ours, in no customer's total. */
static enum err beside(struct aging *aging, const char **proof)
{
    static const struct {
        enum account_control control;
        const char *word;
    } rows[] = {{CONTROL_PREPAID, "prepayments"}, {CONTROL_UNIDENTIFIED, "unidentified receipts"}};

    const char *before = "; not in it:";
    struct beside sums;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t base = 0;
        TRY(control_balance(aging->book, rows[i].control, aging->options->as_of, &base));
        if (!base)
            continue;
        *proof = arena_format(&aging->arena, "%s%s %s %s", *proof, before, rows[i].word,
                              base_text(aging, -base));
        before = ",";
    }
    TRY(beside_read(aging->book, 0, NULL, aging->options->as_of, &sums));
    if (sums.receipts)
        *proof = arena_format(&aging->arena, "%s%s %s", *proof, before,
                              beside_in_hand(&sums, &aging->arena));
    return ERR_OK;
}

/* Of one customer nothing is proved, but what it paid beside the balance is told. */
static enum err beside_one(struct aging *aging, const char **proof)
{
    const struct aging_options *o = aging->options;
    struct beside sums;
    struct currency currency;

    if (!o->currency || currency_find(o->currency, &currency) != ERR_OK)
        currency = book_currency(aging->book);
    TRY(beside_read(aging->book, o->customer_id, o->currency ? &currency : NULL, o->as_of, &sums));
    const char *prepaid = beside_prepaid(&sums, &aging->arena);
    const char *in_hand = beside_in_hand(&sums, &aging->arena);
    if (*prepaid || *in_hand)
        *proof = arena_format(&aging->arena, "Not in it: %s%s%s", prepaid,
                              *prepaid && *in_hand ? "; " : "", in_hand);
    return ERR_OK;
}

static enum err proof_make(struct aging *aging, const char **proof)
{
    const struct aging_options *o = aging->options;
    int64_t control = 0, late_count = 0, late = 0;
    char as_of[DATE_TEXT];

    *proof = NULL;
    if (o->customer_id && !o->collector)
        return beside_one(aging, proof);
    if (o->collector || o->currency)
        return ERR_OK; /* a part of the book has no account of its own */
    if (aging->open.plan.scan.known_entry) {
        *proof = arena_format(&aging->arena, "Sub-ledger %s as it was known then",
                              base_text(aging, aging->open.base));
        return ERR_OK;
    }
    TRY(control_balance(aging->book, CONTROL_RECEIVABLE, o->as_of, &control));
    date_iso(o->as_of, as_of);
    if (o->by_date == BY_EFFECTIVE) {
        TRY(control_late(aging->book, o->as_of, &late_count, &late));
        *proof = arena_format(
            &aging->arena,
            "Sub-ledger %s, control account %s on %s: late facts %lld, %s, difference %s",
            base_text(aging, aging->open.base), base_text(aging, control), as_of,
            (long long)late_count, base_text(aging, late),
            base_text(aging, aging->open.base - control - late));
    } else {
        const char *period = "";
        const int64_t difference = aging->open.base - control;
        TRY(period_words(aging->book, o->as_of, &aging->arena, &period));
        *proof =
            arena_format(&aging->arena, "Sub-ledger %s %s control account on %s, difference %s%s",
                         base_text(aging, aging->open.base), difference ? "is not the" : "=", as_of,
                         base_text(aging, difference), period);
    }
    return beside(aging, proof);
}

/* ---- the report ---- */

static enum err write_out(struct aging *aging)
{
    size_t count;
    const char *proof;

    columns_make(aging);
    const struct table_head head = {aging->options->detail ? "Aging, item by item" : "Aging",
                                    subtitle(aging), aging->columns, aging->count};
    TRY(aging->sink->head(aging->sink->self, &head));
    const struct ranked *ranked = ranked_lines(aging, &count);
    TRY(aging->options->detail ? detail_rows(aging, ranked, count)
                               : summary_rows(aging, ranked, count));
    TRY(total_rows(aging, ranked, count));
    TRY(proof_make(aging, &proof));
    return aging->sink->foot(aging->sink->self, proof);
}

enum err aging_table(struct book *book, const struct aging_options *options, struct sink *sink)
{
    struct aging *aging = mem_new(1, sizeof *aging);
    struct openbook_plan plan;
    enum err e;

    *aging = (struct aging){.book = book, .options = options, .sink = sink};
    e = openbook_plan_make(book, options, CONTROL_RECEIVABLE, &plan);
    if (e == ERR_OK) {
        plan.items = options->detail;
        plan.all_debtors = options->by == AGING_PARENT;
        e = openbook_read(&aging->open, book, &plan);
    }
    if (e == ERR_OK)
        e = write_out(aging);
    openbook_done(&aging->open);
    arena_done(&aging->arena);
    free(aging);
    return e;
}
