#include "report/counterpage.h"

#include "ledger/activity.h"
#include "ledger/agingscan.h"
#include "ledger/application.h"
#include "ledger/book.h"
#include "report/letterhead.h"

#include <stdlib.h>
#include <string.h>

static const struct column columns[] = {
    {.name = "number", .title = "Number", .kind = CELL_CODE},
    {.name = "date", .title = "Date", .kind = CELL_DATE, .worth = 2},
    {.name = "kind", .title = "Kind", .kind = CELL_TEXT, .worth = 3},
    {.name = "ours", .title = "Ours", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "theirs", .title = "Theirs", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "difference", .title = "Difference", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "status", .title = "Status", .kind = CELL_CODE},
    {.name = "why", .title = "Why", .kind = CELL_TEXT, .worth = 1},
};

struct open_amount {
    int64_t item_id, open;
};

/* A document of the customer's account; `item` is its first one. */
struct paper {
    int64_t document_id, item_id;
    enum document_kind kind;
    struct date issued;
};

struct counter {
    struct book *book;
    const struct counter_options *options;
    struct open_amount *opens; /* by item */
    int open_count, open_room;
    struct paper *papers; /* one beside each of `ours` */
    struct counter_ours *ours;
    int our_count, our_room;
    struct counter_row *rows;
    int row_count;
    int64_t our_sum, their_sum;
};

/* ---- our side ------------------------------------------------------------------------------- */

static enum err take_open(void *self, const struct aging_item *item)
{
    struct counter *c = self;

    if (strcmp(item->currency, c->options->currency.code) != 0)
        return ERR_OK;
    if (c->open_count == c->open_room)
        c->opens = arena_grow(c->options->arena, c->opens, c->open_count, &c->open_room,
                          sizeof *c->opens);
    c->opens[c->open_count++] = (struct open_amount){item->id, item->open};
    return amount_add(c->our_sum, item->open, &c->our_sum);
}

static int open_cmp(const void *a, const void *b)
{
    const struct open_amount *x = a, *y = b;

    return (x->item_id > y->item_id) - (x->item_id < y->item_id);
}

static int64_t open_of(const struct counter *c, int64_t item_id)
{
    const struct open_amount key = {.item_id = item_id};
    const struct open_amount *found =
        c->open_count ? bsearch(&key, c->opens, (size_t)c->open_count, sizeof key, open_cmp) : NULL;

    return found ? found->open : 0;
}

/* Instalments of one document come one after the other. */
static enum err take_movement(void *self, const struct activity *m)
{
    struct counter *c = self;
    struct arena *arena = c->options->arena;
    const int64_t open = open_of(c, m->item_id);
    int last = c->our_count - 1;

    if (last < 0 || c->papers[last].document_id != m->document_id) {
        if (++last == c->our_room) {
            int room = c->our_room;
            c->papers = arena_grow(arena, c->papers, last, &room, sizeof *c->papers);
            c->ours = arena_grow(arena, c->ours, last, &c->our_room, sizeof *c->ours);
        }
        c->our_count++;
        c->papers[last] = (struct paper){m->document_id, m->item_id, m->kind, m->issued};
        c->ours[last] =
            (struct counter_ours){.number = arena_text(arena, m->number),
                                  .other = *m->reference ? arena_text(arena, m->reference) : NULL};
    }
    TRY(amount_add(c->ours[last].amount, m->amount, &c->ours[last].amount));
    return amount_add(c->ours[last].open, open, &c->ours[last].open);
}

static enum err counter_read(struct counter *c, struct book *book,
                             const struct counter_options *options)
{
    const struct aging_query query = {.as_of = options->as_of,
                                      .by = BY_POSTED,
                                      .customer_id = options->customer->id,
                                      .control = CONTROL_RECEIVABLE};

    *c = (struct counter){.book = book, .options = options};
    TRY(aging_scan(book, &query, take_open, c));
    if (c->open_count)
        qsort(c->opens, (size_t)c->open_count, sizeof *c->opens, open_cmp);
    TRY(activity_each(book, options->customer->id, options->currency, (struct date){INT32_MIN},
                      options->as_of, take_movement, c));
    TRY(counter_compare(c->ours, c->our_count, options->theirs, options->their_count,
                        options->arena, &c->rows, &c->row_count, book_note(book)));
    for (int i = 0; i < c->row_count; i++)
        TRY(amount_add(c->their_sum, c->rows[i].their_sum, &c->their_sum));
    return ERR_OK;
}

/* ---- why ------------------------------------------------------------------------------------ */

/* With what the item was paid last, "" when nothing stands. */
static enum err paid_by(const struct counter *c, int64_t item_id, const char **out)
{
    struct arena *arena = c->options->arena;
    struct application *rows;
    struct item other;
    char day[DATE_TEXT];
    int count;

    *out = "";
    TRY(applications_of_item(c->book, item_id, arena, &rows, &count));
    for (int i = count - 1; i >= 0; i--) {
        if (rows[i].reverses_id || rows[i].reversed_by ||
            rows[i].posted.day > c->options->as_of.day)
            continue;
        TRY(item_get(c->book, rows[i].debit_id == item_id ? rows[i].credit_id : rows[i].debit_id,
                     arena, &other));
        *out = arena_format(arena, "%s on %s", other.number,
                            date_iso(rows[i].posted, day));
        return ERR_OK;
    }
    return ERR_OK;
}

/* A number of theirs that is not among this customer's items by that day. */
static enum err why_unknown(const struct counter *c, const char *number, const char **out)
{
    struct arena *arena = c->options->arena;
    struct document document;
    const enum err e = document_find(c->book, number, ~0u, arena, &document);

    *out = "we know no such number";
    if (e == ERR_MISSING)
        return ERR_OK;
    TRY(e);
    if (document.customer_id != c->options->customer->id)
        *out = document.customer && *document.customer
                   ? arena_format(arena, "%s is of %s here", document.number, document.customer)
                   : arena_format(arena, "%s is nobody's here yet", document.number);
    else if (!currency_is(document.currency, c->options->currency))
        *out = arena_format(arena, "it is in %s here", document.currency.code);
    else
        *out = "it was posted later here, or is not on the receivables";
    return ERR_OK;
}

static enum err why_row(const struct counter *c, const struct counter_row *row, const char **out)
{
    struct arena *arena = c->options->arena;
    const char *paid = "";
    char text[MONEY_TEXT];

    *out = "";
    if (row->status == COUNTER_MISSING_HERE)
        return why_unknown(c, c->options->theirs[row->theirs].number, out);
    if (row->status == COUNTER_MISSING_THERE) {
        *out = row->our_open > 0 ? "not on their statement" : "they have not taken it off";
        return ERR_OK;
    }
    if (row->status == COUNTER_AGREED)
        return ERR_OK;
    const struct counter_ours *ours = &c->ours[row->ours];
    TRY(paid_by(c, c->papers[row->ours].item_id, &paid));
    if (row->status == COUNTER_PAID_HERE)
        *out = arena_format(arena, "settled here by %s", *paid ? paid : "its reversal");
    else if (row->their_sum == ours->amount && *paid)
        *out = arena_format(arena, "paid in part here by %s", paid);
    else if (row->their_sum == -row->our_open)
        *out = "the same with the other sign";
    else
        *out = arena_format(arena, "they have %s %s",
                            money_plain(money_of(row->difference < 0 ? -row->difference
                                                                     : row->difference,
                                                 c->options->currency),
                                        text),
                            row->difference < 0 ? "less" : "more");
    if (row->lines > 1)
        *out = arena_format(arena, "%s; %d lines of theirs", *out, row->lines);
    return ERR_OK;
}

/* ---- table and letter ----------------------------------------------------------------------- */

static enum err row_pass(const struct counter *c, const struct counter_row *row, struct sink *sink)
{
    const struct currency currency = c->options->currency;
    const struct paper *paper = row->ours >= 0 ? &c->papers[row->ours] : NULL;
    const char *why;

    TRY(why_row(c, row, &why));
    const struct cell cells[] = {
        cell_code(paper ? c->ours[row->ours].number : c->options->theirs[row->theirs].number),
        paper ? cell_date(paper->issued) : cell_none(),
        cell_text(paper ? document_kind_word(paper->kind) : ""),
        paper ? cell_money(money_of(row->our_open, currency)) : cell_none(),
        row->lines ? cell_money(money_of(row->their_sum, currency)) : cell_none(),
        cell_money(money_of(row->difference, currency)),
        cell_code(counter_status_word(row->status)),
        cell_text(why),
    };
    return sink_row(sink, paper ? paper->document_id : 0,
                    row->status == COUNTER_AGREED ? ' ' : '!', cells);
}

static const char *proof_text(const struct counter *c, struct arena *arena)
{
    char ours[MONEY_TEXT], theirs[MONEY_TEXT], apart[MONEY_TEXT];
    const struct currency currency = c->options->currency;
    const char *proof = arena_format(
        arena, "Theirs %s less ours %s = %s %s",
        money_plain(money_of(c->their_sum, currency), theirs),
        money_plain(money_of(c->our_sum, currency), ours),
        money_plain(money_of(c->their_sum - c->our_sum, currency), apart), currency.code);

    return c->options->left_out
               ? arena_format(arena,
                              "%s; %d line%s of theirs left out: later days, other currencies",
                              proof, c->options->left_out, c->options->left_out == 1 ? "" : "s")
               : proof;
}

static enum err rows_pass(const struct counter *c, const char *title, struct sink *sink)
{
    char day[DATE_TEXT];
    const struct table_head head = {title,
                                    title ? arena_format(c->options->arena, "%s, %s",
                                                         c->options->customer->name,
                                                         date_iso(c->options->as_of, day))
                                          : NULL,
                                    columns, sizeof columns / sizeof *columns};

    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < c->row_count; i++)
        TRY(row_pass(c, &c->rows[i], sink));
    return sink->foot(sink->self, proof_text(c, c->options->arena));
}

enum err counter_table(struct book *book, const struct counter_options *options, struct sink *sink)
{
    struct counter c;

    TRY(counter_read(&c, book, options));
    return rows_pass(&c, "Against their statement", sink);
}

/* What we ask for, by what was found. */
static void page_requests(const struct counter *c, struct page *page)
{
    static const char *const requests[COUNTER_STATUSES] = {
        [COUNTER_DIFFERENT] = "Different: please tell us what your amount is made of.",
        [COUNTER_PAID_HERE] = "Paid here: please take these off; the payment is named beside each.",
        [COUNTER_MISSING_HERE] = "Missing here: please send us copies of these.",
        [COUNTER_MISSING_THERE] =
            "Missing there: please enter these; ask us for copies if you need them.",
    };
    bool found[COUNTER_STATUSES] = {false};

    for (int i = 0; i < c->row_count; i++)
        found[c->rows[i].status] = true;
    for (int status = 0; status < COUNTER_STATUSES; status++)
        if (found[status] && requests[status])
            page_text(page, requests[status]);
    if (c->their_sum == c->our_sum)
        page_text(page, "Both balances are the same.");
}

enum err counter_page(struct book *book, const struct counter_options *options, struct page *page)
{
    struct counter c;
    char day[DATE_TEXT];

    TRY(counter_read(&c, book, options));
    const struct letterhead head = {
        .title = "your statement and our books",
        .days = arena_text(&page->arena, date_iso(options->as_of, day)),
        .day = book_today(book)};
    TRY(letterhead_write(book, options->customer, &head, page));
    page_text(page,
              arena_format(&page->arena,
                           "We compared your statement with what is open in our books at the end "
                           "of %s. Yours comes to %s, ours to %s.",
                           day,
                           letter_money(&page->arena, money_of(c.their_sum, options->currency)),
                           letter_money(&page->arena, money_of(c.our_sum, options->currency))));
    page_space(page);
    struct sink sink = table_sink(page_table(page));
    TRY(rows_pass(&c, NULL, &sink));
    page_space(page);
    page_requests(&c, page);
    return ERR_OK;
}
