#include "report/counterpage.h"

#include "ledger/activity.h"
#include "ledger/agingscan.h"
#include "ledger/application.h"
#include "ledger/book.h"
#include "report/paperfields.h"
#include "report/papertemplate.h"

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

/* With what the item was paid last; *is false = nothing stands. */
static enum err put_paid(const struct counter *c, int64_t item_id, struct fields *row, bool *is)
{
    struct arena *arena = c->options->arena;
    struct application *rows;
    struct item other;
    int count;

    *is = false;
    TRY(applications_of_item(c->book, item_id, arena, &rows, &count));
    for (int i = count - 1; i >= 0 && !*is; i--) {
        if (rows[i].reverses_id || rows[i].reversed_by ||
            rows[i].posted.day > c->options->as_of.day)
            continue;
        TRY(item_get(c->book, rows[i].debit_id == item_id ? rows[i].credit_id : rows[i].debit_id,
                     arena, &other));
        fields_put(row, "paid", cell_code(other.number));
        fields_date(row, "paid_on", rows[i].posted);
        *is = true;
    }
    return ERR_OK;
}

/* A number of theirs that is not among this customer's items by that day. */
static enum err why_unknown(const struct counter *c, const char *number, struct fields *row)
{
    struct document document;
    const enum err e = document_find(c->book, number, ~0u, c->options->arena, &document);
    const char *why = "it was posted later here, or is not on the receivables";

    if (e == ERR_MISSING) {
        fields_sentence(row, "why", "we know no such number");
        return ERR_OK;
    }
    TRY(e);
    if (document.customer_id != c->options->customer->id) {
        const bool known = document.customer && *document.customer;
        if (known)
            fields_put(row, "whose", cell_code(document.customer));
        why = known ? "{number} is of {whose} here" : "{number} is nobody's here yet";
    } else if (!currency_is(document.currency, c->options->currency)) {
        fields_put(row, "currency", cell_code(document.currency.code));
        why = "it is in {currency} here";
    }
    fields_sentence(row, "why", why);
    return ERR_OK;
}

static enum err why_known(const struct counter *c, const struct counter_row *row,
                          struct fields *to)
{
    const struct counter_ours *ours = &c->ours[row->ours];
    const int64_t apart = row->difference < 0 ? -row->difference : row->difference;
    const char *why;
    bool paid;

    TRY(put_paid(c, c->papers[row->ours].item_id, to, &paid));
    fields_money(to, "apart", money_of(apart, c->options->currency));
    if (row->status == COUNTER_PAID_HERE)
        why = paid ? "settled here by {paid} on {paid_on}" : "settled here by its reversal";
    else if (row->their_sum == ours->amount && paid)
        why = "paid in part here by {paid} on {paid_on}";
    else if (row->their_sum == -row->our_open)
        why = "the same with the other sign";
    else
        why = row->difference < 0 ? "they have {apart} less" : "they have {apart} more";
    fields_sentence(to, "why", why);
    if (row->lines > 1) {
        fields_put(to, "lines", cell_int(row->lines));
        fields_sentence(to, "also", "; {lines} lines of theirs");
    }
    return ERR_OK;
}

static enum err put_why(const struct counter *c, const struct counter_row *row, struct fields *to)
{
    if (row->status == COUNTER_AGREED)
        return ERR_OK;
    if (row->status == COUNTER_MISSING_HERE)
        return why_unknown(c, c->options->theirs[row->theirs].number, to);
    if (row->status != COUNTER_MISSING_THERE)
        return why_known(c, row, to);
    fields_sentence(to, "why",
                    row->our_open > 0 ? "not on their statement" : "they have not taken it off");
    return ERR_OK;
}

/* ---- table and letter ----------------------------------------------------------------------- */

static enum err put_row(const struct counter *c, const struct counter_row *row, struct fields *to)
{
    const struct currency currency = c->options->currency;
    const struct paper *paper = row->ours >= 0 ? &c->papers[row->ours] : NULL;

    to->id = paper ? paper->document_id : 0;
    to->mark = row->status == COUNTER_AGREED ? ' ' : '!';
    fields_put(to, "number", cell_code(paper ? c->ours[row->ours].number
                                             : c->options->theirs[row->theirs].number));
    if (paper) {
        fields_date(to, "date", paper->issued);
        fields_word(to, "kind", document_kind_word(paper->kind));
        fields_money(to, "ours", money_of(row->our_open, currency));
    }
    if (row->lines)
        fields_money(to, "theirs", money_of(row->their_sum, currency));
    fields_money(to, "difference", money_of(row->difference, currency));
    fields_word(to, "status", counter_status_word(row->status));
    return put_why(c, row, to);
}

static struct cell cell_of(const struct fields *row, const char *name)
{
    const struct fields_value *value = fields_find(row, name);

    return value ? value->cell : cell_none();
}

/* The row as the table has it: the same values, in our own words. */
static enum err row_pass(const struct counter *c, const struct counter_row *row, struct sink *sink)
{
    struct arena *arena = c->options->arena;
    struct fields all, *to;

    fields_init(&all, arena, papertemplate_row("reconciliation")->vocabulary);
    to = fields_row(&all, "rows");
    TRY(put_row(c, row, to));
    const struct cell cells[] = {
        cell_of(to, "number"),
        cell_of(to, "date"),
        cell_of(to, "kind"),
        cell_of(to, "ours"),
        cell_of(to, "theirs"),
        cell_of(to, "difference"),
        cell_code(counter_status_word(row->status)),
        cell_text(arena_format(arena, "%s%s", template_plain(fields_find(to, "why"), arena),
                               template_plain(fields_find(to, "also"), arena)))};
    return sink_row(sink, to->id, to->mark, cells);
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

enum err counter_table(struct book *book, const struct counter_options *options, struct sink *sink)
{
    struct counter c;
    char day[DATE_TEXT];
    const struct table_head head = {"Against their statement",
                                    arena_format(options->arena, "%s, %s", options->customer->name,
                                                 date_iso(options->as_of, day)),
                                    columns, sizeof columns / sizeof *columns};

    TRY(counter_read(&c, book, options));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < c.row_count; i++)
        TRY(row_pass(&c, &c.rows[i], sink));
    return sink->foot(sink->self, proof_text(&c, options->arena));
}

static enum err put_rows(const struct counter *c, struct fields *fields)
{
    static const char *const names[COUNTER_STATUSES] = {
        [COUNTER_DIFFERENT] = "different",
        [COUNTER_PAID_HERE] = "paid_here",
        [COUNTER_MISSING_HERE] = "missing_here",
        [COUNTER_MISSING_THERE] = "missing_there",
    };
    bool found[COUNTER_STATUSES] = {false};

    for (int i = 0; i < c->row_count; i++) {
        TRY(put_row(c, &c->rows[i], fields_row(fields, "rows")));
        found[c->rows[i].status] = true;
    }
    /* what we ask for, by what was found */
    for (int status = 0; status < COUNTER_STATUSES; status++)
        if (found[status] && names[status])
            fields_flag(fields, names[status], true);
    return ERR_OK;
}

enum err counter_page(struct book *book, const struct counter_options *options, struct page *page)
{
    struct counter c;
    struct fields fields;

    TRY(counter_read(&c, book, options));
    TRY(papertemplate_begin(book, "reconciliation", page, &fields));
    TRY(paperfields_customer(book, options->customer, book_today(book), &fields));
    fields_date(&fields, "date", book_today(book));
    fields_date(&fields, "day", options->as_of);
    fields_money(&fields, "theirs", money_of(c.their_sum, options->currency));
    fields_money(&fields, "ours", money_of(c.our_sum, options->currency));
    fields_money(&fields, "apart", money_of(c.their_sum - c.our_sum, options->currency));
    fields_put(&fields, "left_out", cell_int(options->left_out));
    fields_flag(&fields, "same", c.their_sum == c.our_sum);
    TRY(put_rows(&c, &fields));
    return papertemplate_draw(book, "reconciliation", options->customer->language, &fields, page);
}
