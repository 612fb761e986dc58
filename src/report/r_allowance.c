#include "report/r_allowance.h"

#include "report/basetext.h"

#include <string.h>

const char *allowance_entry_words(const struct allowance *run)
{
    const int64_t entry = run->total - run->existing;

    return entry == 0 ? "nothing to post" : entry > 0 ? "to bad debts" : "back from bad debts";
}

/* "95.00 to bad debts" */
static const char *entry_text(struct book *book, const struct allowance *run, struct arena *arena)
{
    const int64_t entry = run->total - run->existing;

    if (entry == 0)
        return allowance_entry_words(run);
    return arena_format(arena, "%s %s", base_text(book, arena, entry < 0 ? -entry : entry),
                        allowance_entry_words(run));
}

static const char *foot_text(struct book *book, const struct allowance *run, struct arena *arena)
{
    if (*run->missing)
        return arena_format(arena, "No rate was entered by then for %s: allowance-rate set",
                            run->missing);
    return arena_format(arena, "Matrix %s + specific %s = %s; the account stands at %s: %s",
                        base_text(book, arena, run->matrix), base_text(book, arena, run->specific),
                        base_text(book, arena, run->total), base_text(book, arena, run->existing),
                        entry_text(book, run, arena));
}

static const char *class_text(const struct allowance *run, const char *segment)
{
    return *segment ? segment : run->options.by_class ? "(none)" : "all";
}

/* Classes with nothing in any bucket are left out. */
static bool segment_empty(const struct allowance *run, const char *segment)
{
    for (int i = 0; run->options.by_class && i < run->line_count; i++)
        if (strcmp(run->lines[i].segment, segment) == 0 && run->lines[i].gross)
            return false;
    return run->options.by_class;
}

/* ---- the table ---- */

static const struct column columns[] = {
    {.name = "kind", .title = "Kind", .kind = CELL_CODE},
    {.name = "class", .title = "Class", .kind = CELL_CODE, .worth = 1},
    {.name = "bucket", .title = "Bucket", .kind = CELL_CODE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "open", .title = "Open", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "credits", .title = "Credits", .kind = CELL_MONEY, .worth = 2,
     .flags = COLUMN_TOTAL | COLUMN_ADDS},
    {.name = "tax", .title = "Tax", .kind = CELL_MONEY, .worth = 3,
     .flags = COLUMN_TOTAL | COLUMN_ADDS},
    {.name = "base", .title = "Base", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "rate", .title = "Rate", .kind = CELL_PERCENT},
    {.name = "allowance", .title = "Allowance", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
};
enum { COLUMNS = sizeof columns / sizeof columns[0] };

static enum err line_put(const struct allowance *run, const struct allowance_line *line,
                         struct currency base, struct sink *sink)
{
    const struct cell cells[COLUMNS] = {cell_code("matrix"),
                                        cell_code(class_text(run, line->segment)),
                                        cell_code(line->name),
                                        cell_none(),
                                        cell_none(),
                                        cell_money(money_of(line->gross, base)),
                                        cell_money(money_of(line->credits, base)),
                                        cell_money(money_of(line->tax, base)),
                                        cell_money(money_of(line->base, base)),
                                        cell_number(CELL_PERCENT, line->rate_ppm),
                                        cell_money(money_of(line->amount, base))};

    return sink_row(sink, 0, ' ', cells);
}

static enum err part_put(const struct allowance_part *part, struct currency base, struct sink *sink)
{
    const struct cell cells[COLUMNS] = {cell_code("specific"),
                                        cell_none(),
                                        cell_none(),
                                        cell_code(part->customer),
                                        *part->document ? cell_code(part->document) : cell_none(),
                                        cell_money(money_of(part->gross, base)),
                                        cell_money(money_of(part->gross - part->open, base)),
                                        cell_money(money_of(part->open - part->base, base)),
                                        cell_money(money_of(part->base, base)),
                                        cell_none(),
                                        cell_money(money_of(part->amount, base))};

    return sink_row(sink, part->customer_id, '*', cells);
}

enum err allowance_table(struct book *book, const struct allowance *run, struct sink *sink)
{
    const struct currency base = book_currency(book);
    struct arena arena = {0};
    char day[DATE_TEXT];
    const struct table_head head = {
        "Allowance for doubtful accounts",
        arena_format(&arena, "%s, as of %s", base.code, date_iso(run->options.day, day)), columns,
        COLUMNS};
    enum err e;

    TRY_OUT(sink->head(sink->self, &head));
    for (int i = 0; i < run->line_count; i++)
        if (!segment_empty(run, run->lines[i].segment))
            TRY_OUT(line_put(run, &run->lines[i], base, sink));
    for (int i = 0; i < run->part_count; i++)
        if (run->parts[i].kind == ALLOWANCE_SPECIFIC)
            TRY_OUT(part_put(&run->parts[i], base, sink));
    e = sink->foot(sink->self, foot_text(book, run, &arena));
out:
    arena_done(&arena);
    return e;
}

/* ---- the page ---- */

static enum err matrix_put(struct book *book, const struct allowance *run, struct page *page)
{
    static const struct column all[] = {
        {.name = "class", .title = "Class", .kind = CELL_CODE},
        {.name = "bucket", .title = "Days past due", .kind = CELL_CODE},
        {.name = "open", .title = "Open", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
        {.name = "credits", .title = "- Credits", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
        {.name = "tax", .title = "- Tax", .kind = CELL_MONEY, .worth = 2,
         .flags = COLUMN_TOTAL | COLUMN_ADDS},
        {.name = "base", .title = "= Base", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
        {.name = "loss", .title = "Lost %", .kind = CELL_PERCENT},
        {.name = "forward", .title = "x Forward", .kind = CELL_PERCENT, .worth = 1},
        {.name = "rate", .title = "= Rate %", .kind = CELL_PERCENT},
        {.name = "allowance", .title = "Allowance", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    };
    enum { ALL = sizeof all / sizeof all[0] };
    const int skip = run->options.by_class ? 0 : 1;
    const struct currency base = book_currency(book);
    const struct table_head head = {"The matrix", NULL, all + skip, ALL - skip};
    struct sink sink = table_sink(page_table(page));

    TRY(sink.head(sink.self, &head));
    for (int i = 0; i < run->line_count; i++) {
        const struct allowance_line *line = &run->lines[i];
        if (segment_empty(run, line->segment))
            continue;
        const struct cell cells[ALL] = {
            cell_code(class_text(run, line->segment)), cell_code(line->name),
            cell_money(money_of(line->gross, base)),   cell_money(money_of(line->credits, base)),
            cell_money(money_of(line->tax, base)),     cell_money(money_of(line->base, base)),
            cell_number(CELL_PERCENT, line->loss_ppm), cell_number(CELL_PERCENT, line->factor_ppm),
            cell_number(CELL_PERCENT, line->rate_ppm), cell_money(money_of(line->amount, base))};
        TRY(sink_row(&sink, 0, ' ', cells + skip));
    }
    return sink.foot(sink.self, *run->missing ? foot_text(book, run, &page->arena) : NULL);
}

static int parts_of(const struct allowance *run, bool specific)
{
    int count = 0;

    for (int i = 0; i < run->part_count; i++)
        count += (run->parts[i].kind == ALLOWANCE_SPECIFIC) == specific;
    return count;
}

static enum err specific_put(struct book *book, const struct allowance *run, struct page *page)
{
    static const struct column of[] = {
        {.name = "customer", .title = "Customer", .kind = CELL_CODE},
        {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 1},
        {.name = "document", .title = "Document", .kind = CELL_CODE},
        {.name = "base", .title = "Base", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
        {.name = "allowance", .title = "Allowance", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
        {.name = "reason", .title = "Why", .kind = CELL_TEXT, .worth = 2},
    };
    const struct currency base = book_currency(book);
    const struct table_head head = {"One by one", NULL, of, sizeof of / sizeof of[0]};
    struct sink sink = table_sink(page_table(page));

    TRY(sink.head(sink.self, &head));
    for (int i = 0; i < run->part_count; i++) {
        const struct allowance_part *part = &run->parts[i];
        if (part->kind != ALLOWANCE_SPECIFIC)
            continue;
        const struct cell cells[] = {cell_code(part->customer),
                                     cell_text(part->name),
                                     cell_code(*part->document ? part->document : "all"),
                                     cell_money(money_of(part->base, base)),
                                     cell_money(money_of(part->amount, base)),
                                     cell_text(part->reason)};
        TRY(sink_row(&sink, part->customer_id, ' ', cells));
    }
    return sink.foot(sink.self, NULL);
}

static enum err watched_put(struct book *book, const struct allowance *run, struct page *page)
{
    static const struct column of[] = {
        {.name = "customer", .title = "Customer", .kind = CELL_CODE},
        {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 1},
        {.name = "state", .title = "State", .kind = CELL_CODE},
        {.name = "open", .title = "Open", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
        {.name = "judged", .title = "One by one", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
        {.name = "matrix", .title = "In the matrix", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    };
    const struct currency base = book_currency(book);
    const struct table_head head = {"Insolvent, with agencies, at law", NULL, of,
                                    sizeof of / sizeof of[0]};
    struct sink sink = table_sink(page_table(page));

    TRY(sink.head(sink.self, &head));
    for (int i = 0; i < run->part_count; i++) {
        const struct allowance_part *part = &run->parts[i];
        if (part->kind == ALLOWANCE_SPECIFIC)
            continue;
        const struct cell cells[] = {cell_code(part->customer),
                                     cell_text(part->name),
                                     cell_code(allowance_part_word(part->kind)),
                                     cell_money(money_of(part->open, base)),
                                     cell_money(money_of(part->base, base)),
                                     cell_money(money_of(part->open - part->base, base))};
        TRY(sink_row(&sink, part->customer_id, part->open > part->base ? '!' : ' ', cells));
    }
    return sink.foot(sink.self, "! = what is not judged one by one stands in the matrix.");
}

/* The month ends of one class: a row each, a column a bucket. */
static enum err inputs_put(struct book *book, const struct allowance *run, const char *segment,
                           struct page *page)
{
    const struct currency base = book_currency(book);
    const int buckets = bucket_count(&run->options.buckets);
    char titles[BUCKETS_MAX][BUCKET_NAME];
    struct column of[BUCKETS_MAX + 1] = {
        {.name = "month_end", .title = "Month end", .kind = CELL_DATE}};
    struct cell cells[BUCKETS_MAX + 1];

    for (int b = 0; b < buckets; b++)
        of[b + 1] = (struct column){.name = bucket_title(&run->options.buckets, b, titles[b]),
                                    .title = titles[b],
                                    .kind = CELL_MONEY};
    const char *title =
        run->options.by_class
            ? arena_format(&page->arena, "What was open in class %s", class_text(run, segment))
            : "What was open at the end of each month";
    const struct table_head head = {title, NULL, of, buckets + 1};
    struct sink sink = table_sink(page_table(page));
    TRY(sink.head(sink.self, &head));
    for (int i = 0; i < run->input_count; i++) {
        const struct allowance_input *input = &run->inputs[i];
        if (strcmp(input->segment, segment) != 0)
            continue;
        cells[0] = cell_date(input->day);
        cells[input->bucket + 1] = cell_money(money_of(input->open, base));
        if (input->bucket == buckets - 1)
            TRY(sink_row(&sink, 0, ' ', cells));
    }
    return sink.foot(sink.self, "The loss of a bucket: the average part that moved on into the "
                                "next, from it to the last, x what is lost of the last.");
}

static enum err history_put(struct book *book, const struct allowance *run, struct page *page)
{
    for (int i = 0; run->input_count && i < run->line_count; i++)
        if (run->lines[i].bucket == 0 && !segment_empty(run, run->lines[i].segment)) {
            page_space(page);
            TRY(inputs_put(book, run, run->lines[i].segment, page));
        }
    return ERR_OK;
}

static void head_put(struct book *book, const struct allowance *run, struct page *page)
{
    struct arena *arena = &page->arena;
    char day[DATE_TEXT], made[DATE_TEXT];

    page->title = arena_format(arena, "%s: allowance for doubtful accounts", book_company(book));
    page->subtitle = arena_format(arena, "as of %s, %s", date_iso(run->options.day, day),
                                  book_currency(book).code);
    page_pair(page, "Run",
              run->id ? arena_format(arena, "%s, by %s on %s", run->number, run->actor,
                                     date_iso(moment_date(run->moment), made))
                      : "a preview; nothing is kept of it");
    page_pair(page, "Rates",
              run->options.rolled
                  ? arena_format(arena, "from the roll rates of %d months", run->options.months)
                  : "as they were entered");
    page_pair(page, "Base",
              run->options.net_of_tax ? "open, less credits off the oldest, less recoverable tax"
                                      : "open, less credits off the oldest");
    page_figure(page, "Receivables", base_text(book, arena, run->open), "");
    if (run->unused)
        page_figure(page, "Credits left", base_text(book, arena, run->unused),
                    " of customers who owe less than that");
    page_figure(page, "Matrix", base_text(book, arena, run->matrix), "");
    page_figure(page, "One by one", base_text(book, arena, run->specific), "");
    page_figure(page, "Allowance", base_text(book, arena, run->total), "");
    page_figure(page, "It stands at", base_text(book, arena, run->existing), " on that day");
    page_figure(page, "Entry", base_text(book, arena, run->total - run->existing),
                *run->document ? arena_format(arena, " posted by %s", run->document)
                               : arena_format(arena, " %s", allowance_entry_words(run)));
    page_space(page);
}

enum err allowance_page(struct book *book, const struct allowance *run, struct page *page)
{
    head_put(book, run, page);
    TRY(matrix_put(book, run, page));
    if (parts_of(run, true)) {
        page_space(page);
        TRY(specific_put(book, run, page));
    }
    if (parts_of(run, false)) {
        page_space(page);
        TRY(watched_put(book, run, page));
    }
    return history_put(book, run, page);
}
