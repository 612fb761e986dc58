#include "report/r_statement.h"

#include "ledger/activity.h"
#include "ledger/beside.h"
#include "ledger/customer.h"
#include "ledger/sent.h"
#include "report/openbook.h"
#include "report/paperfields.h"
#include "report/papertemplate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct column columns[] = {
    {"date", "Date", CELL_DATE, 0, 0, 0},
    {"document", "Document", CELL_CODE, 0, 0, 0},
    {"kind", "Kind", CELL_TEXT, 2, 0, 0},
    {"due", "Due", CELL_DATE, 1, 0, 0},
    {"currency", "Cur", CELL_CODE, 3, 0, 0},
    {"amount", "Amount", CELL_MONEY, 0, 0, 0},
    {"applied", "Applied", CELL_MONEY, 4, 0, 0},
    {"open", "Open", CELL_MONEY, 0, 0, 0},
    {"balance", "Balance", CELL_MONEY, 0, 0, 0},
    {"customer", "Customer", CELL_CODE, 0, 0, COLUMN_HIDDEN},
};
#define COLUMNS ((int)(sizeof columns / sizeof *columns))

/* An account whose items stand on the statement. */
struct account_on {
    struct customer customer;
    struct openbook open; /* as of options.to */
};

struct statement {
    struct book *book;
    struct statement_options options; /* kind decided */
    struct customer customer;         /* to whom it goes: the first account's */
    struct arena arena;
    struct account_on *accounts;
    int account_count;
    struct account_on *at; /* the account at hand */
    const char *node;      /* on the statement of which account; NULL = its own */
    struct currency *currencies;
    int currency_count;
    struct openitem *by_id; /* of the currency at hand, sorted by id */
    int by_id_count;
    struct currency currency;
    int64_t balance;
    struct sink *sink;
};

/* ---- what is open ---- */

static int id_cmp(const void *a, const void *b)
{
    const struct openitem *x = a, *y = b;
    return x->id < y->id ? -1 : x->id > y->id;
}

static const struct openline *line_of(const struct statement *s, const struct account_on *account)
{
    return openbook_line(&account->open, account->customer.id, s->currency.code);
}

static const struct openline *line_at_hand(const struct statement *s)
{
    return line_of(s, s->at);
}

static int64_t closing_of(const struct statement *s, const struct account_on *account)
{
    const struct openline *line = line_of(s, account);
    return line ? line->total : 0;
}

/* Of all accounts; currency_rows has shown that it can be added up. */
static int64_t closing(const struct statement *s)
{
    int64_t sum = 0;

    for (int i = 0; i < s->account_count; i++)
        sum += closing_of(s, &s->accounts[i]);
    return sum;
}

static bool any_line(const struct statement *s)
{
    for (int i = 0; i < s->account_count; i++)
        if (line_of(s, &s->accounts[i]))
            return true;
    return false;
}

static int64_t open_of(const struct statement *s, int64_t item_id)
{
    const struct openitem key = {.id = item_id};
    const struct openitem *found =
        s->by_id_count ? bsearch(&key, s->by_id, (size_t)s->by_id_count, sizeof key, id_cmp) : NULL;
    return found ? found->open : 0;
}

static enum err account_read(struct statement *s, int64_t customer_id, struct account_on *account)
{
    struct aging_options aging;
    struct openbook_plan plan;

    TRY(customer_get(s->book, customer_id, &s->arena, &account->customer));
    aging_options_init(&aging, s->book);
    aging.as_of = s->options.to;
    aging.customer_id = customer_id;
    aging.currency = s->options.currency;
    TRY(openbook_plan_make(s->book, &aging, CONTROL_RECEIVABLE, &plan));
    plan.items = true;
    s->account_count++;
    return openbook_read(&account->open, s->book, &plan);
}

/* A branch that is looked at by itself: its items go out on the statement of another. */
static enum err node_read(struct statement *s)
{
    struct customer node;
    int64_t id = 0;

    TRY(sent_node(s->book, s->options.customer_id, s->options.to, &id));
    if (id == s->options.customer_id)
        return ERR_OK;
    TRY(customer_get(s->book, id, &s->arena, &node));
    s->node = arena_text(&s->arena, node.code);
    return ERR_OK;
}

static enum err statement_read(struct statement *s, struct book *book,
                               const struct statement_options *options)
{
    int64_t *ids = NULL;
    int count = 0;

    *s = (struct statement){.book = book, .options = *options};
    TRY(customer_get(book, options->customer_id, &s->arena, &s->customer));
    if (s->options.kind == STATEMENT_BY_CUSTOMER)
        s->options.kind = s->customer.statement ? STATEMENT_ACTIVITY : STATEMENT_OPEN_ITEM;
    if (s->options.kind == STATEMENT_ACTIVITY && options->to.day < options->from.day) {
        char from[DATE_TEXT], to[DATE_TEXT];
        return fail(book_note(book), ERR_INPUT, "--to %s lies before --from %s",
                    date_iso(options->to, to), date_iso(options->from, from));
    }
    TRY(node_read(s));
    TRY(sent_branches(book, options->customer_id, options->to, &s->arena, &ids, &count));
    s->accounts = arena_new(&s->arena, (size_t)count * sizeof *s->accounts);
    for (int i = 0; i < count; i++)
        TRY(account_read(s, ids[i], &s->accounts[i]));
    s->at = s->accounts;
    return sent_currencies(book, options->customer_id, options->to, &s->arena, &s->currencies,
                           &s->currency_count);
}

static void statement_done(struct statement *s)
{
    for (int i = 0; i < s->account_count; i++)
        openbook_done(&s->accounts[i].open);
    arena_done(&s->arena);
}

/* ---- rows ---- */

static enum err balance_row(struct statement *s, struct date date, const char *word)
{
    struct cell cells[COLUMNS] = {{0}};

    cells[0] = cell_date(date);
    cells[1] = cell_code("");
    cells[2] = cell_text(word);
    cells[4] = cell_code(s->currency.code);
    cells[8] = cell_money(money_of(s->balance, s->currency));
    cells[9] = cell_code(s->at->customer.code);
    return sink_row(s->sink, 0, ' ', cells);
}

static enum err movement_row(struct statement *s, const struct activity *m, struct date date,
                             int64_t open)
{
    TRY(amount_add(s->balance, s->options.kind == STATEMENT_ACTIVITY ? m->amount : open,
                   &s->balance));
    const bool late = open > 0 && m->due.day < s->options.to.day;
    const struct cell cells[COLUMNS] = {
        cell_date(date),
        cell_code(m->number),
        cell_text(document_kind_word(m->kind)),
        m->amount > 0 ? cell_date(m->due) : cell_none(),
        cell_code(s->currency.code),
        cell_money(money_of(m->amount, s->currency)),
        cell_money(money_of(m->amount - open, s->currency)),
        cell_money(money_of(open, s->currency)),
        cell_money(money_of(s->balance, s->currency)),
        cell_code(s->at->customer.code),
    };
    return sink_row(s->sink, m->document_id, late ? '!' : ' ', cells);
}

static enum err each_movement(void *self, const struct activity *m)
{
    struct statement *s = self;
    return movement_row(s, m, m->posted, open_of(s, m->item_id));
}

static enum err activity_rows(struct statement *s)
{
    int64_t before = 0;

    TRY(activity_balance(s->book, s->at->customer.id, s->currency, date_add(s->options.from, -1),
                         &before));
    TRY(amount_add(s->balance, before, &s->balance));
    TRY(balance_row(s, s->options.from, "brought forward"));
    return activity_each(s->book, s->at->customer.id, s->currency, s->options.from, s->options.to,
                         each_movement, s);
}

static enum err open_rows(struct statement *s)
{
    const struct openline *line = line_at_hand(s);
    struct arena row = {0};
    enum err e = ERR_OK;

    if (!line)
        return ERR_OK;
    const struct openitem *items = openbook_items(&s->at->open, line, &s->arena);
    for (int i = 0; e == ERR_OK && i < line->items; i++) {
        struct item item;
        arena_reset(&row);
        e = item_get(s->book, items[i].id, &row, &item);
        if (e != ERR_OK)
            break;
        const struct activity m = {.item_id = item.id,
                                   .document_id = item.document_id,
                                   .due = items[i].due, /* as re-aged */
                                   .kind = item.kind,
                                   .number = item.number,
                                   .amount = item.amount};
        e = movement_row(s, &m, item.issued, items[i].open);
    }
    arena_done(&row);
    return e;
}

/* The rows of the account at hand in one currency, and what they must come to. */
static enum err account_rows(struct statement *s)
{
    const struct openline *line = line_at_hand(s);
    const int64_t before = s->balance;
    char one[MONEY_TEXT], other[MONEY_TEXT];

    s->by_id_count = line ? line->items : 0;
    if (line) {
        s->by_id = openbook_items(&s->at->open, line, &s->arena);
        qsort(s->by_id, (size_t)line->items, sizeof *s->by_id, id_cmp);
    }
    TRY(s->options.kind == STATEMENT_ACTIVITY ? activity_rows(s) : open_rows(s));
    if (s->balance - before == closing_of(s, s->at))
        return ERR_OK;
    return fail(book_note(s->book), ERR_CORRUPT,
                "%s: the statement comes to %s, the open items to %s %s; `book verify` tells "
                "what was damaged",
                s->at->customer.code, money_plain(money_of(s->balance - before, s->currency), one),
                money_plain(money_of(closing_of(s, s->at), s->currency), other), s->currency.code);
}

/* Heads the rows of one account of several. */
static enum err account_head(struct statement *s)
{
    struct cell cells[COLUMNS] = {{0}};
    const struct row row = {.kind = ROW_GROUP, .mark = ' ', .cells = cells};

    cells[0] =
        cell_code(arena_format(&s->arena, "%s  %s", s->at->customer.code, s->at->customer.name));
    return s->sink->row(s->sink->self, &row);
}

static enum err account_sum(struct statement *s)
{
    struct cell cells[COLUMNS] = {{0}};
    const struct row row = {.kind = ROW_SUBTOTAL, .mark = ' ', .cells = cells};

    cells[1] = cell_code(s->at->customer.code);
    cells[2] = cell_text("sub-total");
    cells[4] = cell_code(s->currency.code);
    cells[7] = cell_money(money_of(closing_of(s, s->at), s->currency));
    return s->sink->row(s->sink->self, &row);
}

/* Was anything ever posted to the account at hand in this currency? */
static enum err was_used(struct statement *s, bool *out)
{
    struct currency *currencies = NULL;
    int count = 0;

    *out = line_at_hand(s) != NULL;
    if (*out || s->options.kind != STATEMENT_ACTIVITY)
        return ERR_OK;
    TRY(activity_currencies(s->book, s->at->customer.id, &s->arena, &currencies, &count));
    for (int i = 0; i < count && !*out; i++)
        *out = currency_is(currencies[i], s->currency);
    return ERR_OK;
}

static enum err currency_rows(struct statement *s, struct currency currency)
{
    s->currency = currency;
    s->balance = 0;
    for (int i = 0; i < s->account_count; i++) {
        bool used = true;
        s->at = &s->accounts[i];
        if (s->account_count > 1)
            TRY(was_used(s, &used));
        if (!used)
            continue;
        if (s->account_count > 1)
            TRY(account_head(s));
        TRY(account_rows(s));
        if (s->account_count > 1)
            TRY(account_sum(s));
    }
    s->at = s->accounts;
    return ERR_OK;
}

static bool currency_wanted(const struct statement *s, int i)
{
    const char *only = s->options.currency;
    return !only || strcmp(only, s->currencies[i].code) == 0;
}

static const char *subtitle(struct statement *s)
{
    char from[DATE_TEXT], to[DATE_TEXT];

    date_iso(s->options.from, from);
    date_iso(s->options.to, to);
    const char *text = s->options.kind == STATEMENT_ACTIVITY
                           ? arena_format(&s->arena, "%s, %s to %s", s->customer.name, from, to)
                           : arena_format(&s->arena, "%s, open on %s", s->customer.name, to);
    return s->node ? arena_format(&s->arena, "%s, on the statement of %s", text, s->node) : text;
}

enum err statement_table(struct book *book, const struct statement_options *options,
                         struct sink *sink)
{
    struct statement s;
    enum err e;

    TRY_OUT(statement_read(&s, book, options));
    const struct table_head head = {"Statement", subtitle(&s), columns, COLUMNS};
    s.sink = sink;
    TRY_OUT(sink->head(sink->self, &head));
    for (int i = 0; i < s.currency_count; i++)
        if (currency_wanted(&s, i))
            TRY_OUT(currency_rows(&s, s.currencies[i]));
    e = sink->foot(sink->self, NULL);
out:
    statement_done(&s);
    return e;
}

/* ---- the page ---- */

static enum err put_head(struct statement *s, struct fields *fields)
{
    TRY(paperfields_customer(s->book, &s->customer, s->options.to, fields));
    if (s->options.number)
        fields_put(fields, "number", cell_code(s->options.number));
    fields_date(fields, "date", s->options.to);
    fields_date(fields, "to", s->options.to);
    if (s->options.kind == STATEMENT_ACTIVITY) {
        fields_flag(fields, "activity", true);
        fields_date(fields, "from", s->options.from);
    }
    if (s->node)
        fields_put(fields, "node", cell_code(s->node));
    return ERR_OK;
}

/* The age of what all accounts owe. */
static enum err aging_sum(const struct statement *s, int64_t *sums, int64_t *credits)
{
    *credits = 0;
    for (int i = 0; i < s->account_count; i++) {
        const struct openbook *open = &s->accounts[i].open;
        const struct openline *line = line_of(s, &s->accounts[i]);
        if (!line)
            continue;
        for (int k = 0; k < open->buckets; k++)
            TRY(amount_add(sums[k], open->sums[(line - open->lines) * open->buckets + k],
                           &sums[k]));
        TRY(amount_add(*credits, line->credits, credits));
    }
    return ERR_OK;
}

static enum err put_aging(struct statement *s, struct fields *fields)
{
    const struct bucket_set *set = &s->at->open.plan.buckets;
    int64_t sums[BUCKETS_MAX] = {0}, credits = 0;

    TRY(aging_sum(s, sums, &credits));
    for (int i = 0; i < s->at->open.buckets; i++) {
        struct fields *bucket = fields_row(fields, "buckets");
        char title[BUCKET_NAME];
        fields_word(bucket, "title", bucket_title(set, i, title));
        fields_money(bucket, "amount", money_of(sums[i], s->currency));
    }
    struct fields *row = fields_row(fields, "aging");
    fields_money(row, "unapplied", money_of(credits, s->currency));
    fields_money(row, "total", money_of(closing(s), s->currency));
    return ERR_OK;
}

/* What the customer paid already that is in no figure above. */
static enum err put_beside(struct statement *s, const struct account_on *account,
                           struct fields *fields)
{
    struct beside beside;

    TRY(beside_read(s->book, account->customer.id, &s->currency, s->options.to, &beside));
    if (!beside.prepaid && !beside.receipts)
        return ERR_OK;
    struct fields *row = fields_row(fields, "beside");
    if (s->account_count > 1)
        fields_put(row, "customer", cell_code(account->customer.code));
    if (beside.prepaid)
        fields_money(row, "prepaid", money_of(beside.prepaid, s->currency));
    if (beside.receipts) {
        fields_put(row, "receipts", cell_int(beside.receipts));
        fields_money(row, "in_hand", money_of(beside.in_hand, s->currency));
        fields_date(row, "next", beside.next);
    }
    return ERR_OK;
}

static enum err put_currency(struct statement *s, struct fields *fields)
{
    const struct table_head head = {NULL, NULL, columns, COLUMNS};
    struct fields_sink items = {.fields = fields, .list = "items", .word = "kind"};
    struct sink sink = fields_take(&items);

    s->sink = &sink;
    TRY(sink.head(sink.self, &head));
    TRY(currency_rows(s, s->currency));
    fields_put(fields, "currency", cell_code(s->currency.code));
    fields_money(fields, "balance", money_of(s->balance, s->currency));
    if (any_line(s))
        TRY(put_aging(s, fields));
    for (int i = 0; i < s->account_count; i++)
        TRY(put_beside(s, &s->accounts[i], fields));
    if (closing(s) <= 0)
        return ERR_OK;
    fields_money(fields, "due", money_of(closing(s), s->currency));
    return paperfields_payment(s->book, money_of(closing(s), s->currency), s->customer.code,
                               fields);
}

/* One sheet a currency; one that says so where nothing was ever posted. */
static enum err sheet_draw(struct statement *s, bool never, struct page *page)
{
    struct fields fields;

    TRY(papertemplate_begin(s->book, "statement", page, &fields));
    TRY(put_head(s, &fields));
    if (never)
        fields_flag(&fields, "never", true);
    else
        TRY(put_currency(s, &fields));
    return papertemplate_draw(s->book, "statement",
                              s->options.language ? s->options.language : s->customer.language,
                              &fields, page);
}

/* What is open says nothing about a currency in which nothing is; one sheet there always is. */
static bool sheet_wanted(struct statement *s, int i, int sheets)
{
    if (!currency_wanted(s, i))
        return false;
    s->currency = s->currencies[i];
    if (s->options.kind == STATEMENT_ACTIVITY || any_line(s))
        return true;
    for (int next = i + 1; next < s->currency_count; next++)
        if (currency_wanted(s, next))
            return false;
    if (!s->options.currency)
        s->currency = s->customer.currency;
    return sheets == 0;
}

enum err statement_page(struct book *book, const struct statement_options *options,
                        struct page *page)
{
    struct statement s;
    int sheets = 0;
    enum err e;

    TRY_OUT(statement_read(&s, book, options));
    for (int i = 0; i < s.currency_count; i++) {
        if (!sheet_wanted(&s, i, sheets))
            continue;
        if (sheets++)
            page_break(page);
        TRY_OUT(sheet_draw(&s, false, page));
    }
    if (sheets == 0)
        e = sheet_draw(&s, true, page);
out:
    statement_done(&s);
    return e;
}
