#include "report/r_disputes.h"

#include "ledger/agingscan.h"
#include "ledger/dispute.h"
#include "ledger/item.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct column columns[] = {
    {"case", "Case", CELL_INT, 0, 0, 0},
    {"customer", "Customer", CELL_CODE, 0, 0, 0},
    {"document", "Document", CELL_CODE, 0, 0, 0},
    {"reason", "Reason", CELL_CODE, 0, 0, 0},
    {"owner", "Owner", CELL_TEXT, 2, 0, 0},
    {"opened", "Opened", CELL_DATE, 4, 0, 0},
    {"age_days", "Days", CELL_INT, 1, 0, 0},
    {"currency", "Cur", CELL_CODE, 1, 0, 0},
    {"amount", "Amount", CELL_MONEY, 0, 0, COLUMN_TOTAL},
    {"text", "What is said", CELL_TEXT, 6, 20, 0},
    {"status", "Status", CELL_CODE, 2, 0, 0},
    {"due", "Due", CELL_DATE, 3, 0, 0},
    {"over_days", "Over", CELL_INT, 3, 0, 0},
    {"level", "Up", CELL_INT, 5, 0, 0},
    {"to_escalate", "Higher", CELL_CODE, 5, 0, 0},
};

static bool was_open(const struct dispute *d, struct date as_of)
{
    return d->opened.day <= as_of.day && !(date_is(d->closed) && d->closed.day <= as_of.day);
}

static bool is_currency(const struct dispute *d, const struct aging_options *options)
{
    return !options->currency || strcmp(d->currency.code, options->currency) == 0;
}

static enum err dispute_row(const struct dispute *d, struct date as_of, struct sink *sink)
{
    const int over = date_is(d->due) ? as_of.day - d->due.day : 0;
    const bool higher = date_is(d->escalate) && d->escalate.day <= as_of.day;
    const struct cell cells[] = {
        cell_int(d->id),
        cell_code(d->customer),
        cell_code(d->number),
        cell_code(d->reason),
        cell_text(d->owner),
        cell_date(d->opened),
        cell_int(as_of.day - d->opened.day),
        cell_code(d->currency.code),
        cell_money(money_of(d->amount, d->currency)),
        cell_text(d->text),
        cell_code(dispute_status_word(d->status)),
        cell_date(d->due),
        over > 0 ? cell_int(over) : cell_none(),
        d->level ? cell_int(d->level) : cell_none(),
        cell_code(higher ? "now" : ""),
    };
    return sink_row(sink, d->id, over > 0 ? '!' : '*', cells);
}

enum err disputes_table(struct book *book, const struct aging_options *options, struct sink *sink)
{
    struct arena arena = {0};
    struct dispute *disputes;
    char as_of[DATE_TEXT], subtitle[64];
    int count;
    enum err e;

    TRY_OUT(dispute_list_on(book, options->customer_id, true, options->as_of, &arena, &disputes,
                            &count));
    snprintf(subtitle, sizeof subtitle, "open on %s", date_iso(options->as_of, as_of));
    const struct table_head head = {"Disputes", subtitle, columns,
                                    (int)(sizeof columns / sizeof *columns)};
    TRY_OUT(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++)
        if (is_currency(&disputes[i], options))
            TRY_OUT(dispute_row(&disputes[i], options->as_of, sink));
    e = sink->foot(sink->self, NULL);
out:
    arena_done(&arena);
    return e;
}

/* ---- gathered ------------------------------------------------------------------------------- */

const char *const dispute_group_words[] = {"case", "reason", "owner", "cause", "age", NULL};

static const struct column group_columns[] = {
    {.name = "group", .title = "", .kind = CELL_CODE},
    {.name = "open", .title = "Open", .kind = CELL_INT, .flags = COLUMN_TOTAL},
    {.name = "overdue", .title = "Late", .kind = CELL_INT, .worth = 2, .flags = COLUMN_TOTAL},
    {.name = "oldest_days", .title = "Oldest", .kind = CELL_INT, .worth = 1},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 3},
    {.name = "value", .title = "In dispute", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "share_percent", .title = "Of all owed", .kind = CELL_PERCENT, .flags = COLUMN_TENTHS},
    {.name = "closed", .title = "Closed", .kind = CELL_INT, .flags = COLUMN_TOTAL},
    {.name = "closed_value", .title = "Value", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "cycle_days", .title = "Days to close", .kind = CELL_PERCENT},
};

/* One case as the groups count it. */
struct weighed {
    const struct dispute *dispute;
    bool open;    /* on the day; else closed within the months */
    int64_t base; /* open: what counts of it, min(open, cases); closed: the whole case */
    int days;     /* since it was opened, or until it was closed */
};
struct casebook {
    struct book *book;
    struct arena arena;
    struct weighed *cases;
    int count;
    struct date as_of, from;
    int64_t owed; /* all that is open and owed to us */
};

static enum err owed_add(void *self, const struct aging_item *item)
{
    int64_t *sum = self;

    return item->open_base > 0 ? amount_add(*sum, item->open_base, sum) : ERR_OK;
}

/* Of several cases on an item the first ones take what is open. */
static enum err case_weigh(struct casebook *book, const struct dispute *d, int64_t *taken,
                           struct weighed *out)
{
    struct item item;
    int64_t open = 0, part = d->amount;

    TRY(item_get(book->book, d->item_id, &book->arena, &item));
    if (out->open) {
        TRY(item_open_on(book->book, &item, book->as_of, &open));
        open -= *taken;
        part = open <= 0 ? 0 : part < open ? part : open;
        *taken += part;
    }
    return amount_scale(part, item.base, item.amount, &out->base);
}

static int by_item(const void *a, const void *b)
{
    const struct dispute *x = a, *y = b;

    if (x->item_id != y->item_id)
        return x->item_id < y->item_id ? -1 : 1;
    return x->id < y->id ? -1 : x->id > y->id;
}

static enum err casebook_read(struct casebook *book, const struct aging_options *options,
                              int months)
{
    const struct aging_query query = {.as_of = options->as_of,
                                      .control = CONTROL_RECEIVABLE,
                                      .customer_id = options->customer_id};
    struct dispute *all;
    int count;
    int64_t item = 0, taken = 0;

    book->as_of = options->as_of;
    book->from = date_month_first(date_month(options->as_of) - months + 1);
    TRY(aging_scan(book->book, &query, owed_add, &book->owed));
    TRY(dispute_list_on(book->book, options->customer_id, false, options->as_of, &book->arena, &all,
                        &count));
    book->cases = arena_new(&book->arena, ((size_t)count + 1) * sizeof *book->cases);
    if (count)
        qsort(all, (size_t)count, sizeof *all, by_item);
    for (int i = 0; i < count; i++) {
        const struct dispute *d = &all[i];
        struct weighed weighed = {.dispute = d, .open = was_open(d, options->as_of)};
        if (!is_currency(d, options) || (!weighed.open && d->closed.day < book->from.day))
            continue;
        taken = d->item_id == item ? taken : 0;
        item = d->item_id;
        weighed.days = (weighed.open ? book->as_of.day : d->closed.day) - d->opened.day;
        TRY(case_weigh(book, d, &taken, &weighed));
        book->cases[book->count++] = weighed;
    }
    return ERR_OK;
}

static const char *age_word(int days)
{
    return days <= 14   ? "0-14"
           : days <= 30 ? "15-30"
           : days <= 60 ? "31-60"
           : days <= 90 ? "61-90"
                        : "over 90";
}

static const char *group_of(const struct weighed *w, enum dispute_group group)
{
    switch (group) {
    case DISPUTES_BY_CASE:
    case DISPUTES_BY_REASON: return w->dispute->reason;
    case DISPUTES_BY_OWNER: return w->dispute->owner;
    case DISPUTES_BY_CAUSE: return w->open ? "" : w->dispute->cause;
    case DISPUTES_BY_AGE: return age_word(w->days);
    }
    return "";
}

struct sum {
    const char *word;
    int64_t open, late, oldest, value, closed, closed_value, days;
};

static enum err sum_add(struct sum *sum, const struct weighed *w, struct date as_of)
{
    if (!w->open) {
        sum->closed++;
        sum->days += w->days;
        return amount_add(sum->closed_value, w->base, &sum->closed_value);
    }
    sum->open++;
    sum->late += date_is(w->dispute->due) && w->dispute->due.day < as_of.day;
    sum->oldest = w->days > sum->oldest ? w->days : sum->oldest;
    return amount_add(sum->value, w->base, &sum->value);
}

/* In per mille steps: more would only look exact. */
static enum err share(int64_t part, int64_t whole, struct cell *out)
{
    int64_t permille;

    *out = cell_none();
    if (whole <= 0)
        return ERR_OK;
    TRY(amount_scale(1000, part, whole, &permille));
    *out = cell_number(CELL_PERCENT, permille * (PPM / 1000));
    return ERR_OK;
}

static enum err sum_row(const struct casebook *book, const struct sum *sum, struct sink *sink)
{
    const struct currency base = book_currency(book->book);
    struct cell part;
    int64_t days = 0;

    TRY(share(sum->value, book->owed, &part));
    if (sum->closed)
        TRY(amount_scale(sum->days, 1, sum->closed, &days));
    const struct cell cells[] = {
        cell_code(sum->word),
        cell_int(sum->open),
        cell_int(sum->late),
        sum->open ? cell_int(sum->oldest) : cell_none(),
        cell_code(base.code),
        cell_money(money_of(sum->value, base)),
        part,
        cell_int(sum->closed),
        cell_money(money_of(sum->closed_value, base)),
        sum->closed ? cell_int(days) : cell_none(),
    };
    return sink_row(sink, 0, sum->late ? '!' : ' ', cells);
}

static int by_word(const void *a, const void *b)
{
    const struct sum *x = a, *y = b;
    const bool old_x = strncmp(x->word, "over", 4) == 0, old_y = strncmp(y->word, "over", 4) == 0;

    return old_x != old_y ? old_x - old_y : strcmp(x->word, y->word);
}

static enum err groups_pass(struct casebook *book, enum dispute_group group, struct sink *sink)
{
    static const char *const heads[] = {"Reason", "Reason", "Owner", "Root cause", "Age in days"};
    static const char *const titles[] = {"By reason", "By reason", "By owner", "By root cause",
                                         "By age in days"};
    struct column shown[sizeof group_columns / sizeof *group_columns];
    struct sum *sums = arena_new(&book->arena, ((size_t)book->count + 1) * sizeof *sums);
    char day[DATE_TEXT], from[DATE_TEXT];
    int count = 0;

    for (int i = 0; i < book->count; i++) {
        const struct weighed *w = &book->cases[i];
        const char *word = group_of(w, group);
        int at = 0;
        if (group == DISPUTES_BY_CAUSE && w->open)
            continue; /* not known yet */
        while (at < count && strcmp(sums[at].word, word) != 0)
            at++;
        if (at == count)
            sums[count++] = (struct sum){.word = word};
        TRY(sum_add(&sums[at], w, book->as_of));
    }
    if (count)
        qsort(sums, (size_t)count, sizeof *sums, by_word);
    memcpy(shown, group_columns, sizeof shown);
    shown[0].name = dispute_group_words[group];
    shown[0].title = heads[group];
    shown[9].kind = CELL_INT;
    const struct table_head head = {titles[group],
                                    arena_format(&book->arena, "open on %s; closed from %s on",
                                                 date_iso(book->as_of, day),
                                                 date_iso(book->from, from)),
                                    shown, sizeof shown / sizeof *shown};
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++)
        TRY(sum_row(book, &sums[i], sink));
    return sink->foot(sink->self, NULL);
}

enum err disputes_grouped(struct book *book, const struct aging_options *options,
                          enum dispute_group group, int months, struct sink *sink)
{
    struct casebook cases = {.book = book};
    enum err e;

    if (group == DISPUTES_BY_CASE)
        return disputes_table(book, options, sink);
    TRY_OUT(casebook_read(&cases, options, months));
    e = groups_pass(&cases, group, sink);
out:
    arena_done(&cases.arena);
    return e;
}

/* ---- the page ------------------------------------------------------------------------------- */

static enum err figures_add(const struct casebook *book, struct page *page)
{
    const struct notation grouped = {.decimal = '.', .group = ','};
    struct sum all = {.word = ""};
    char value[MONEY_TEXT], from[DATE_TEXT];
    int64_t permille = 0, tenths = 0;

    for (int i = 0; i < book->count; i++)
        TRY(sum_add(&all, &book->cases[i], book->as_of));
    if (book->owed > 0)
        TRY(amount_scale(1000, all.value, book->owed, &permille));
    if (all.closed)
        TRY(amount_scale(10 * all.days, 1, all.closed, &tenths));
    page_pair(page, "Open cases",
              arena_format(&page->arena, "%lld, %lld of them past the due day", (long long)all.open,
                           (long long)all.late));
    page_pair(
        page, "In dispute",
        arena_format(&page->arena, "%s %s, %lld.%lld %% of all that is owed",
                     money_show(money_of(all.value, book_currency(book->book)), &grouped, value),
                     book_currency(book->book).code, (long long)(permille / 10),
                     (long long)(permille % 10)));
    page_pair(page, "Closed",
              all.closed
                  ? arena_format(&page->arena, "%lld since %s, after %lld.%lld days on average",
                                 (long long)all.closed, date_iso(book->from, from),
                                 (long long)(tenths / 10), (long long)(tenths % 10))
                  : arena_format(&page->arena, "none since %s", date_iso(book->from, from)));
    return ERR_OK;
}

enum err disputes_page(struct book *book, const struct aging_options *options,
                       enum dispute_group only, int months, struct page *page)
{
    struct casebook cases = {.book = book};
    char day[DATE_TEXT];
    enum err e;

    page->title = arena_format(&page->arena, "%s: disputes", book_company(book));
    page->subtitle = arena_format(&page->arena, "on %s", date_iso(options->as_of, day));
    TRY_OUT(casebook_read(&cases, options, months));
    TRY_OUT(figures_add(&cases, page));
    for (int group = DISPUTES_BY_AGE; cases.count && group > DISPUTES_BY_CASE; group--) {
        if (only != DISPUTES_BY_CASE && group != (int)only)
            continue;
        page_space(page);
        struct sink sink = table_sink(page_table(page));
        TRY_OUT(groups_pass(&cases, (enum dispute_group)group, &sink));
    }
    if (only != DISPUTES_BY_CASE)
        goto out;
    page_space(page);
    struct sink sink = table_sink(page_table(page));
    e = disputes_table(book, options, &sink);
out:
    arena_done(&cases.arena);
    return e;
}
