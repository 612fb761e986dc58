#include "report/r_periods.h"

#include "ledger/control.h"
#include "ledger/debtor.h"
#include "ledger/journal.h"
#include "report/basetext.h"
#include "rules/aging.h"

#include <string.h>

#define HEAD_CELLS 12 /* of the chain's head, where all of it has no room */

static const struct column list_columns[] = {
    {.name = "month", .title = "Month", .kind = CELL_CODE},
    {.name = "state", .title = "State", .kind = CELL_CODE},
    {.name = "receivable", .title = "Receivable", .kind = CELL_MONEY},
    {.name = "unidentified", .title = "Unidentified", .kind = CELL_MONEY, .worth = 4},
    {.name = "prepaid", .title = "Prepaid", .kind = CELL_MONEY, .worth = 3},
    {.name = "by", .title = "By", .kind = CELL_CODE, .worth = 1},
    {.name = "on", .title = "On", .kind = CELL_DATE, .worth = 2},
    {.name = "entry", .title = "Entry", .kind = CELL_INT, .worth = 5},
    {.name = "head", .title = "Head", .kind = CELL_CODE, .flags = COLUMN_HIDDEN},
    {.name = "head_begins", .title = "Head", .kind = CELL_CODE, .worth = 6, .flags = COLUMN_SCREEN},
};
enum { LIST_COLUMNS = sizeof list_columns / sizeof list_columns[0] };

static enum err list_row(struct book *book, const struct period_bounds *bounds, int month,
                         struct arena *arena, struct sink *sink)
{
    const struct currency base = book_currency(book);
    const struct date end = date_month_last(month);
    int64_t sums[CONTROL_PREPAID + 1] = {0};
    struct period_step *steps = NULL;
    char text[PERIOD_TEXT];
    int count = 0;

    for (int control = CONTROL_RECEIVABLE; control <= CONTROL_PREPAID; control++)
        TRY(control_balance(book, (enum account_control)control, end, &sums[control]));
    TRY(period_steps(book, month, arena, &steps, &count));
    const bool any = count > 0;
    const struct cell cells[LIST_COLUMNS] = {
        cell_code(arena_text(arena, period_text(month, text))),
        cell_code(period_state_word(period_state_on(bounds, end))),
        cell_money(money_of(sums[CONTROL_RECEIVABLE], base)),
        cell_money(money_of(-sums[CONTROL_UNIDENTIFIED], base)),
        cell_money(money_of(-sums[CONTROL_PREPAID], base)),
        any ? cell_code(steps[0].actor) : cell_none(),
        any ? cell_date(moment_date(steps[0].moment)) : cell_none(),
        any ? cell_int(steps[0].entry_id) : cell_none(),
        any ? cell_code(steps[0].head) : cell_none(),
        any ? cell_code(arena_format(arena, "%.*s", HEAD_CELLS, steps[0].head)) : cell_none(),
    };
    return sink_row(sink, month + 1, ' ', cells);
}

enum err periods_table(struct book *book, struct sink *sink)
{
    struct arena arena = {0};
    struct period_bounds bounds;
    int first = 0;
    enum err e;

    TRY_OUT(period_bounds(book, &bounds));
    TRY_OUT(period_first(book, &first));
    int month = date_month(book_today(book));
    if (date_is(bounds.soft_to) && date_month(bounds.soft_to) > month)
        month = date_month(bounds.soft_to);
    const struct table_head head = {
        "Periods",
        arena_format(&arena, "balances at the month's end, in %s", book_currency(book).code),
        list_columns, LIST_COLUMNS};
    TRY_OUT(sink->head(sink->self, &head));
    for (; month >= first; month--) {
        struct arena row = {0};
        e = list_row(book, &bounds, month, &row, sink);
        arena_done(&row);
        if (e != ERR_OK)
            goto out;
    }
    e = sink->foot(sink->self, NULL);
out:
    arena_done(&arena);
    return e;
}

/* The figures of a month: frozen, or as they are now. */
static enum err figures_of(struct book *book, int month, struct arena *arena,
                           struct period_figure **out, size_t *count, bool *frozen)
{
    struct period_step closing;

    TRY(period_closing(book, month, arena, &closing, frozen));
    return *frozen ? period_frozen(book, closing.id, arena, out, count)
                   : period_figures(book, date_month_last(month), arena, out, count);
}

static const struct column total_columns[] = {
    {.name = "account", .title = "Account", .kind = CELL_CODE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE},
    {.name = "bucket", .title = "Bucket", .kind = CELL_CODE},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "base", .title = "In base", .kind = CELL_MONEY, .worth = 1, .flags = COLUMN_TOTAL},
};

static const char *bucket_text(const struct bucket_set *set, int bucket, char out[BUCKET_NAME])
{
    return bucket == PERIOD_CREDITS ? "credits" : bucket_name(set, bucket, out);
}

static enum err total_row(struct book *book, const struct bucket_set *set,
                          const struct period_figure *figure, struct arena *arena,
                          struct sink *sink)
{
    struct currency currency = book_currency(book);
    struct account account;
    struct debtor debtor = {.code = ""};
    char name[BUCKET_NAME];

    TRY(account_get(book, figure->account_id, arena, &account));
    if (figure->customer_id)
        TRY(debtor_get(book, figure->customer_id, book_today(book), arena, &debtor));
    (void)currency_find(figure->currency, &currency);
    const struct cell cells[] = {
        cell_code(account.code),
        cell_code(debtor.code),
        cell_code(figure->currency),
        cell_code(bucket_text(set, figure->bucket, name)),
        cell_money(money_of(figure->amount, currency)),
        cell_money(money_of(figure->base, book_currency(book))),
    };
    return sink_row(sink, figure->customer_id, ' ', cells);
}

enum err period_table(struct book *book, int month, struct sink *sink)
{
    struct arena arena = {0};
    struct period_figure *figures = NULL;
    struct bucket_set set;
    size_t count = 0;
    bool frozen = false;
    char text[PERIOD_TEXT];
    enum err e;

    TRY_OUT(bucket_set_parse(BUCKETS_DEFAULT, AGING_BY_DUE, &set, book_note(book)));
    TRY_OUT(figures_of(book, month, &arena, &figures, &count, &frozen));
    const struct table_head head = {"Totals of a period",
                                    arena_format(&arena, "%s, %s", period_text(month, text),
                                                 frozen
                                                     ? "as frozen by its close"
                                                     : "as they are now: the month is not closed"),
                                    total_columns, sizeof total_columns / sizeof total_columns[0]};
    TRY_OUT(sink->head(sink->self, &head));
    for (size_t i = 0; i < count; i++) {
        struct arena row = {0};
        e = total_row(book, &set, &figures[i], &row, sink);
        arena_done(&row);
        if (e != ERR_OK)
            goto out;
    }
    e = sink->foot(sink->self, NULL);
out:
    arena_done(&arena);
    return e;
}

/* ---- the close report ---- */

#define SUM_COLUMNS_MAX (BUCKETS_MAX + 6)

/* One line of sums: a control account and currency. */
struct sum_line {
    int64_t account_id, customers, last_customer;
    char currency[4];
    int64_t buckets[BUCKETS_MAX], credits, total, base;
};

static enum err sum_add(struct sum_line *line, const struct period_figure *figure)
{
    int64_t *place = figure->bucket == PERIOD_CREDITS ? &line->credits
                     : figure->bucket >= 0 && figure->bucket < BUCKETS_MAX
                         ? &line->buckets[figure->bucket]
                         : &line->total;

    if (line->customers == 0 || line->last_customer != figure->customer_id)
        line->customers++;
    line->last_customer = figure->customer_id;
    if (place != &line->total)
        TRY(amount_add(*place, figure->amount, place));
    TRY(amount_add(line->total, figure->amount, &line->total));
    return amount_add(line->base, figure->base, &line->base);
}

static enum err sums_of(const struct period_figure *figures, size_t count, struct arena *arena,
                        struct sum_line **out, int *lines)
{
    *out = arena_new(arena, (count + 1) * sizeof **out);
    *lines = 0;
    for (size_t i = 0; i < count; i++) {
        int at = 0;
        while (at < *lines && ((*out)[at].account_id != figures[i].account_id ||
                               strcmp((*out)[at].currency, figures[i].currency) != 0))
            at++;
        if (at == *lines) {
            (*out)[at] = (struct sum_line){.account_id = figures[i].account_id};
            memcpy((*out)[at].currency, figures[i].currency, sizeof(*out)[at].currency);
            ++*lines;
        }
        TRY(sum_add(&(*out)[at], &figures[i]));
    }
    return ERR_OK;
}

static int sum_columns(const struct bucket_set *set, struct arena *arena, struct column *out)
{
    char name[BUCKET_NAME];
    int n = 0;

    out[n++] = (struct column){.name = "account", .title = "Account", .kind = CELL_CODE};
    out[n++] =
        (struct column){.name = "customers", .title = "Customers", .kind = CELL_INT, .worth = 9};
    out[n++] = (struct column){.name = "currency", .title = "Cur", .kind = CELL_CODE};
    for (int i = 0; i < bucket_count(set); i++)
        out[n++] = (struct column){.name = arena_text(arena, bucket_name(set, i, name)),
                                   .title = arena_text(arena, bucket_title(set, i, name)),
                                   .kind = CELL_MONEY};
    out[n++] = (struct column){.name = "credits", .title = "Credits", .kind = CELL_MONEY};
    out[n++] = (struct column){.name = "total", .title = "Total", .kind = CELL_MONEY};
    out[n++] = (struct column){.name = "base", .title = "In base", .kind = CELL_MONEY, .worth = 8};
    return n;
}

static enum err sum_row(struct book *book, const struct bucket_set *set,
                        const struct sum_line *line, struct page *page, struct sink *sink)
{
    struct currency currency = book_currency(book);
    struct cell cells[SUM_COLUMNS_MAX];
    struct account account;
    int n = 0;

    TRY(account_get(book, line->account_id, &page->arena, &account));
    (void)currency_find(line->currency, &currency);
    cells[n++] = cell_code(account.code);
    cells[n++] = cell_int(line->customers);
    cells[n++] = cell_code(currency.code);
    for (int i = 0; i < bucket_count(set); i++)
        cells[n++] = cell_money(money_of(line->buckets[i], currency));
    cells[n++] = cell_money(money_of(line->credits, currency));
    cells[n++] = cell_money(money_of(line->total, currency));
    cells[n++] = cell_money(money_of(line->base, book_currency(book)));
    return sink_row(sink, 0, ' ', cells);
}

static enum err add_sums(struct book *book, int month, struct page *page, bool *frozen)
{
    struct arena arena = {0};
    struct period_figure *figures = NULL;
    struct sum_line *lines = NULL;
    struct bucket_set set;
    struct column columns[SUM_COLUMNS_MAX];
    size_t count = 0;
    int line_count = 0;
    int64_t control = 0, receivable = 0;
    enum err e;

    TRY_OUT(bucket_set_parse(BUCKETS_DEFAULT, AGING_BY_DUE, &set, book_note(book)));
    TRY_OUT(figures_of(book, month, &arena, &figures, &count, frozen));
    TRY_OUT(sums_of(figures, count, &arena, &lines, &line_count));
    page_space(page);
    page_heading(page, 2, *frozen ? "What was open, as frozen" : "What is open at its end");
    const struct table_head head = {NULL, NULL, columns, sum_columns(&set, &page->arena, columns)};
    struct sink sink = table_sink(page_table(page));
    TRY_OUT(sink.head(sink.self, &head));
    for (int i = 0; i < line_count; i++) {
        if (lines[i].account_id == account_of(book, ACCOUNT_PART_RECEIVABLE))
            TRY_OUT(amount_add(receivable, lines[i].base, &receivable));
        TRY_OUT(sum_row(book, &set, &lines[i], page, &sink));
    }
    TRY_OUT(control_balance(book, CONTROL_RECEIVABLE, date_month_last(month), &control));
    e = sink.foot(sink.self,
                  arena_format(&page->arena, "Sub-ledger %s %s control account, difference %s",
                               base_text(book, &page->arena, receivable),
                               receivable == control ? "=" : "is not the",
                               base_text(book, &page->arena, receivable - control)));
out:
    arena_done(&arena);
    return e;
}

static enum err add_checklist(struct book *book, int month, struct page *page)
{
    struct period_finding *findings = NULL;
    int count = 0;

    TRY(period_check(book, month, &page->arena, &findings, &count));
    page_space(page);
    page_heading(page, 2, "Checklist");
    if (count == 0)
        page_text(page, "Nothing blocks and nothing is to be warned of.");
    for (int i = 0; i < count; i++)
        page_pair(page, findings[i].blocks ? "blocks" : "note", findings[i].text);
    return ERR_OK;
}

/* Every step of the month, the first one first: who let it be closed and who opened it again. */
static enum err add_steps(struct book *book, int month, struct page *page)
{
    static const char *const words[] = {[PERIOD_SOFT_CLOSE] = "soft-closed",
                                        [PERIOD_CLOSE] = "closed",
                                        [PERIOD_REOPEN] = "reopened",
                                        [PERIOD_ADMIT] = "admitted"};
    struct period_step *steps = NULL;
    int count = 0;

    TRY(period_steps(book, month, &page->arena, &steps, &count));
    if (count) {
        page_space(page);
        page_heading(page, 2, "Steps");
    }
    for (int i = count - 1; i >= 0; i--) {
        const struct cell moment = cell_number(CELL_MOMENT, steps[i].moment);
        page_pair(page, words[steps[i].act],
                  arena_format(&page->arena, "%s by %s, entry %lld%s%s%s%s",
                               steps[i].moment ? cell_show(&moment, NULL, &page->arena) : "now",
                               steps[i].actor, (long long)steps[i].entry_id,
                               steps[i].admitted[0] ? ": " : "", steps[i].admitted,
                               steps[i].reason[0] ? "; " : "", steps[i].reason));
        if (steps[i].act == PERIOD_CLOSE && i > 0) /* of the last one it stands above */
            page_pair(page, "on the head", steps[i].head);
    }
    return ERR_OK;
}

static enum err add_state(struct book *book, int month, struct page *page)
{
    struct period_bounds bounds;
    struct period_step closing;
    struct entry entry;
    bool is = false;
    char text[PERIOD_TEXT], hex[HASH_TEXT];

    TRY(period_bounds(book, &bounds));
    TRY(period_closing(book, month, &page->arena, &closing, &is));
    page_pair(page, "Period", arena_text(&page->arena, period_text(month, text)));
    page_pair(page, "State", period_state_word(period_state_on(&bounds, date_month_last(month))));
    if (!is)
        return ERR_OK;
    page_pair(page, "Closed by", closing.actor);
    page_pair(page, "On the head", closing.head);
    if (closing.moment) { /* not while the close itself is being written */
        TRY(journal_get(book, closing.entry_id, &page->arena, &entry));
        page_pair(page, "Its entry", arena_format(&page->arena, "%lld", (long long)entry.id));
        page_pair(page, "Its hash", arena_text(&page->arena, hash_hex(&entry.hash, hex)));
    }
    return ERR_OK;
}

enum err period_page(struct book *book, int month, struct page *page)
{
    bool frozen = false;
    char text[PERIOD_TEXT];

    page->title = arena_format(&page->arena, "%s: close report", book_company(book));
    page->subtitle = arena_text(&page->arena, period_text(month, text));
    TRY(add_state(book, month, page));
    TRY(add_checklist(book, month, page));
    TRY(add_sums(book, month, page, &frozen));
    return add_steps(book, month, page);
}
