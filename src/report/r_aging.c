#include "report/r_aging.h"

#include "report/agingparts.h"

#include <stdlib.h>
#include <string.h>

const char *const aging_by_words[] = {"customer", "collector", "parent",  "currency", "salesperson",
                                      "terms",    "class",     "country", "status",   NULL};
const char *const aging_promises_words[] = {"kept", "none", NULL};

void aging_options_init(struct aging_options *options, struct book *book)
{
    *options = (struct aging_options){.as_of = book_today(book), .known_on = DATE_NONE};
    must(bucket_set_parse(BUCKETS_DEFAULT, AGING_BY_DUE, &options->buckets, NULL) == ERR_OK);
}

bool aging_is_part(const struct aging_options *options)
{
    const struct aging_part *part = &options->part;

    return part->collector || part->salesperson || part->terms || part->class || part->country ||
           part->family;
}

/* ---- columns ---- */

static void column_add(struct aging *aging, struct column column)
{
    must(aging->count < AGING_COLUMNS);
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
        column_add(aging,
                   (struct column){bucket_name(&o->buckets, i, aging->names[i]),
                                   bucket_title(&o->buckets, i, aging->titles[i]), CELL_MONEY,
                                   bucket_worth(i, buckets), 0, COLUMN_TOTAL | COLUMN_ADDS});
    column_add(aging, (struct column){"unapplied", "Unapplied", CELL_MONEY, 4, 0,
                                      COLUMN_TOTAL | COLUMN_ADDS});
    column_add(aging, (struct column){"total", "Total", CELL_MONEY, 0, 0, COLUMN_TOTAL});
    column_add(aging, (struct column){"disputed", "Disputed", CELL_MONEY, 42, 0, COLUMN_TOTAL});
    if (o->detail || o->by != AGING_CUSTOMER)
        return;
    column_add(aging, (struct column){"owner", "Owner", CELL_CODE, 46, 0, 0});
    if (o->more) {
        column_add(aging, (struct column){"last_payment", "Last paid", CELL_DATE, 38, 0, 0});
        column_add(aging, (struct column){"promise", "Promise", CELL_DATE, 39, 0, 0});
        column_add(aging, (struct column){"promise_state", "Promised", CELL_CODE, 43, 0, 0});
    }
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
    if (o->promises != PROMISES_APART)
        text = arena_format(&aging->arena, "%s, WHAT IF %s promises are kept", text,
                            o->promises == PROMISES_KEPT ? "all" : "no");
    if (date_is(o->known_on))
        text = arena_format(&aging->arena, "%s, known on %s", text, date_iso(o->known_on, known));
    return text;
}

/* ---- figures ---- */

void figures_check(const struct aging *aging, const struct figures *figures)
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

void figures_cells(const struct aging *aging, const struct figures *figures,
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

char figures_mark(const struct figures *figures)
{
    return figures->overdue ? '!' : figures->disputed ? '*' : ' ';
}

/* ---- rows of customers and groups ---- */

struct ranked {
    const char *key, *name;
    uint32_t line;
    const char *code; /* of the customer */
};

static struct ranked rank(struct aging *aging, uint32_t index)
{
    const struct openline *line = &aging->open.lines[index];
    const struct debtor *d = line->debtor;

    switch (aging->options->by) {
    case AGING_CUSTOMER: return (struct ranked){d->code, d->name, index, d->code};
    case AGING_COLLECTOR: return (struct ranked){d->collector, "", index, d->code};
    case AGING_PARENT: {
        const struct debtor *top = openbook_branch(&aging->open, d, aging->options->part.family);
        return (struct ranked){top->code, top->name, index, d->code};
    }
    case AGING_CURRENCY: return (struct ranked){line->currency.code, "", index, d->code};
    case AGING_SALESPERSON: return (struct ranked){d->salesperson, "", index, d->code};
    case AGING_TERMS: return (struct ranked){d->terms, "", index, d->code};
    case AGING_CLASS: return (struct ranked){d->class, "", index, d->code};
    case AGING_COUNTRY: return (struct ranked){d->country, "", index, d->code};
    case AGING_STATUS: return (struct ranked){recourse_word(line->recourse), "", index, d->code};
    }
    return (struct ranked){d->code, d->name, index, d->code};
}

static int ranked_cmp(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    int order = code_cmp(x->key, y->key);

    if (!order)
        order = code_cmp(x->code, y->code);
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
    struct cell cells[AGING_COLUMNS] = {{0}};
    const bool customers = aging->options->by == AGING_CUSTOMER;

    cells[0] = cell_code(*group->key ? group->key : "(none)");
    cells[1] = *group->name ? cell_text(group->name) : cell_none();
    figures_cells(aging, figures, currency, cells);
    if (customers)
        TRY(aging_beyond_cells(aging, &aging->open.lines[group->line], cells));
    return sink_row(aging->sink, customers ? aging->open.lines[group->line].customer_id : 0,
                    figures_mark(figures), cells);
}

static int currency_place(const void *a, const void *b, void *base)
{
    const struct currency *x = a, *y = b;

    return currency_order(x->code, y->code, base);
}

/* The currencies among lines, the base first; a book has few. */
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
    struct currency base = book_currency(aging->book);
    qsort_r(out, (size_t)found, sizeof *out, currency_place, base.code);
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

static bool of_family(const struct aging_options *options)
{
    return options->by == AGING_PARENT || options->part.family;
}

/* Below the items of a customer of a family: what they come to. */
static enum err customer_sum(struct aging *aging, const struct ranked *ranked)
{
    const struct figures figures = line_figures(aging, ranked->line);
    const struct openline *line = &aging->open.lines[ranked->line];
    struct cell cells[AGING_COLUMNS] = {{0}};
    const struct row row = {.kind = ROW_SUBTOTAL, .mark = figures_mark(&figures), .cells = cells};

    cells[0] = cell_code(line->debtor->code);
    cells[1] = cell_text(line->debtor->name);
    figures_cells(aging, &figures, &line->currency, cells);
    return aging->sink->row(aging->sink->self, &row);
}

static enum err detail_rows(struct aging *aging, const struct ranked *ranked, size_t count)
{
    struct arena kept = {0};
    enum err e = ERR_OK;

    for (size_t i = 0; e == ERR_OK && i < count; i++) {
        e = aging_items(aging, &aging->open.lines[ranked[i].line], &kept);
        if (e == ERR_OK && of_family(aging->options))
            e = customer_sum(aging, &ranked[i]);
    }
    arena_done(&kept);
    return e;
}

/* ---- totals ---- */

/* Several currencies cannot be summed in one line: one total each. A single one the writer sums. */
static enum err total_rows(struct aging *aging, const struct ranked *ranked, size_t count)
{
    struct currency currencies[CURRENCIES_MAX];
    const int found = aging->open.mixed ? currencies_of(aging, ranked, count, currencies) : 0;

    for (int i = 0; i < found; i++) {
        struct cell cells[AGING_COLUMNS] = {{0}};
        struct figures sum;
        TRY(lines_sum(aging, ranked, count, currencies[i], &sum));
        cells[0] = cell_drawn("Total");
        figures_cells(aging, &sum, &currencies[i], cells);
        const struct row row = {.kind = ROW_TOTAL, .mark = ' ', .cells = cells};
        TRY(aging->sink->row(aging->sink->self, &row));
    }
    return ERR_OK;
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
    TRY(aging_proof(aging, &proof));
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
        plan.split = options->by == AGING_STATUS;
        plan.all_debtors = plan.all_debtors || options->by == AGING_PARENT;
        e = openbook_read(&aging->open, book, &plan);
    }
    if (e == ERR_OK && options->more && options->by == AGING_CUSTOMER && !options->detail)
        e = aging_beyond_read(aging);
    if (e == ERR_OK)
        e = write_out(aging);
    openbook_done(&aging->open);
    arena_done(&aging->arena);
    free(aging);
    return e;
}
