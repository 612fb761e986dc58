/* accrual: the debits that may bear interest, customer by customer, and what each comes to. */
#include "ledger/accrual.h"

#include "ledger/accrualpart.h"
#include "ledger/customer.h"
#include "ledger/local.h"

#include <stdlib.h>

const char *accrual_kind_word(enum accrual_kind kind)
{
    return kind == ACCRUAL_LUMP ? "compensation" : "interest";
}

const char *accrual_reason_words(enum accrual_reason reason)
{
    static const char *const words[] = {
#define X(name, words_) [ACCRUAL_##name] = words_,
        ACCRUAL_REASONS(X)
#undef X
    };

    return words[reason];
}

/* ---- which items ---------------------------------------------------------------------------- */

/* What takes the place of paid items when a payment comes back (a deduction from its reversal)
 * counts from the day of that money. */
#define ITEMS                                                                                      \
    " SELECT i.id, d.id, c.id, i.seq, c.code, c.name, c.collector, c.kind, d.number,"              \
    " d.kind, i.currency, i.due, i.amount, i.base, EXISTS (SELECT 1 FROM document v"               \
    " WHERE v.reverses_id = d.id AND CASE $6 WHEN 1 THEN v.effective ELSE v.posted END <= $5),"    \
    " (SELECT a.after FROM amendment a WHERE a.document_id = d.id AND a.field = 'extension'"       \
    " ORDER BY a.id DESC LIMIT 1),"                                                                \
    " CASE d.kind WHEN $10 THEN (SELECT r.value FROM item x JOIN application a"                    \
    " ON a.credit_id = x.id JOIN item y ON y.id = a.debit_id JOIN document z"                      \
    " ON z.id = y.document_id AND z.kind = $12 JOIN receipt r ON r.document_id = z.related_id"     \
    " WHERE x.document_id = d.id AND x.amount < 0 LIMIT 1) END"                                    \
    " FROM wanted JOIN item i ON i.id = wanted.id JOIN document d ON d.id = i.document_id"         \
    " JOIN customer o ON o.id = i.customer_id JOIN customer c ON c.id = " STAYS(                   \
        "o") " WHERE d.kind IN ($8, $9, $10, $11) AND d.reverses_id IS NULL AND i.account_id = $3" \
             " AND ($4 = '' OR c.collector = $4 COLLATE NOCASE) AND ($7 = 0 OR c.id = $7)"         \
             " AND CASE $6 WHEN 1 THEN i.effective ELSE i.posted END <= $5"                        \
             " ORDER BY c.code, c.id, i.currency, i.due, i.id"

static struct stmt *items_ask(const struct accrual_reader *reader,
                              const struct accrual_query *query)
{
    struct book *book = reader->book;
    struct stmt *q = query->customer_id ? db_sql(book->db, ACCRUAL_WANTED(ACCRUAL_OF_ONE) ITEMS)
                                        : db_sql(book->db, ACCRUAL_WANTED("") ITEMS);

    bind_i64(q, 1, query->upto.day);
    bind_i64(q, 2, accrual_back(reader).day);
    bind_i64(q, 3, account_of(book, ACCOUNT_PART_RECEIVABLE));
    bind_text(q, 4, query->collector ? query->collector : "");
    bind_i64(q, 5, reader->known.day);
    bind_i64(q, 6, query->effective);
    bind_i64(q, 7, query->customer_id);
    bind_i64(q, 8, DOCUMENT_INVOICE);
    bind_i64(q, 9, DOCUMENT_DEBIT);
    bind_i64(q, 10, DOCUMENT_DEDUCTION);
    bind_i64(q, 11, DOCUMENT_CHARGE);
    bind_i64(q, 12, DOCUMENT_REVERSAL);
    return q;
}

/* ---- one customer and currency ------------------------------------------------------------- */

struct pass {
    struct book *book;
    const struct accrual_query *query;
    struct accrual_reader reader;
    struct arena arena; /* of the run: rate tables */
    struct arena group; /* of one customer and currency */
    struct accrual_item *items;
    int count, room;
    enum err (*each)(void *self, const struct accrual *accrual);
    void *self;
};

static struct accrual_item *item_place(struct pass *pass)
{
    if (pass->count == pass->room) {
        pass->room = pass->room ? pass->room * 2 : 64;
        pass->items = mem_resize(pass->items, (size_t)pass->room, sizeof *pass->items);
    }
    pass->items[pass->count] = (struct accrual_item){.start = DATE_NONE};
    return &pass->items[pass->count++];
}

static void item_take(struct pass *pass, struct stmt *q)
{
    struct accrual_item *item = item_place(pass);
    struct accrual *row = &item->row;

    *row = (struct accrual){.item_id = col_i64(q, 0),
                            .document_id = col_i64(q, 1),
                            .customer_id = col_i64(q, 2),
                            .instalment = (int)col_i64(q, 3),
                            .customer = arena_text(&pass->group, col_text(q, 4)),
                            .name = arena_text(&pass->group, col_text(q, 5)),
                            .collector = arena_text(&pass->group, col_text(q, 6)),
                            .number = arena_text(&pass->group, col_text(q, 8)),
                            .document_kind = (enum document_kind)col_i64(q, 9),
                            .currency = book_currency_of(pass->book, col_text(q, 10)),
                            .due = col_date(q, 11),
                            .upto = pass->query->upto,
                            .amount = col_i64(q, 12),
                            .charged_to = DATE_NONE};
    item->consumer = col_i64(q, 7) == 1;
    item->base = col_i64(q, 13);
    item->reversed = col_i64(q, 14) != 0;
    struct date extended;
    if (date_parse_iso(col_text(q, 15), &extended) == ERR_OK && extended.day > row->due.day)
        row->due = extended;
    item->start = row->due;
    if (!col_is_null(q, 16) && col_i64(q, 16) > item->start.day)
        item->start.day = (int32_t)col_i64(q, 16);
}

static bool is_same_group(const struct accrual *a, const struct accrual *b)
{
    return a->customer_id == b->customer_id && currency_is(a->currency, b->currency);
}

/* Hands the rows of the items before `kept` on; the one behind them begins the next group. */
static enum err group_end(struct pass *pass, int count)
{
    struct accrual_item next = {.start = DATE_NONE};
    const bool more = count < pass->count;
    enum err e = ERR_OK;

    if (more)
        next = pass->items[count];
    if (count > 0)
        e = accrual_group(&pass->reader, pass->items, count, &pass->group, pass->each, pass->self);
    if (more) { /* its texts outlive the arena's reset */
        struct arena fresh = {0};
        next.row.customer = arena_text(&fresh, next.row.customer);
        next.row.name = arena_text(&fresh, next.row.name);
        next.row.collector = arena_text(&fresh, next.row.collector);
        next.row.number = arena_text(&fresh, next.row.number);
        arena_done(&pass->group);
        pass->group = fresh;
        pass->items[0] = next;
    }
    pass->count = more;
    return e;
}

enum err accrual_each(struct book *book, const struct accrual_query *query,
                      enum err (*each)(void *self, const struct accrual *accrual), void *self)
{
    const struct date known = date_given(query->as_of) ? query->as_of : DATE_NEVER;
    struct accrual_query of = *query;
    struct pass pass = {.book = book, .query = &of, .each = each, .self = self};
    enum err e = ERR_OK;

    if (of.customer_id)
        TRY(customer_stays(book, of.customer_id, &of.customer_id));

    pass.reader = (struct accrual_reader){.book = book,
                                          .upto = query->upto,
                                          .known = known,
                                          .effective = query->effective,
                                          .arena = &pass.arena};
    TRY_OUT(insolvent_load(book, query->upto, &pass.arena, &pass.reader.insolvent));
    TRY_OUT(placed_load(book, of.upto, of.customer_id, &pass.arena, &pass.reader.placed));
    TRY_OUT(accrual_load(&pass.reader, of.customer_id));
    struct stmt *q = items_ask(&pass.reader, &of);
    while (e == ERR_OK && stmt_row(q)) {
        item_take(&pass, q);
        if (pass.count > 1 &&
            !is_same_group(&pass.items[pass.count - 2].row, &pass.items[pass.count - 1].row))
            e = group_end(&pass, pass.count - 1);
    }
    e = stmt_end_after(q, e);
    if (e == ERR_OK)
        e = group_end(&pass, pass.count);
out:
    free(pass.items);
    accrual_load_done(&pass.reader.load);
    arena_done(&pass.group);
    arena_done(&pass.arena);
    return e;
}

/* ---- sums of one customer ------------------------------------------------------------------- */

struct sums {
    struct charge_accrued rows[64];
    int count;
};

static enum err sum_add(void *self, const struct accrual *accrual)
{
    struct sums *sums = self;
    struct charge_accrued *row = NULL;

    if (accrual->proposed == 0)
        return ERR_OK;
    for (int i = 0; i < sums->count && !row; i++)
        if (currency_is(sums->rows[i].currency, accrual->currency))
            row = &sums->rows[i];
    if (!row) {
        must(sums->count < (int)(sizeof sums->rows / sizeof sums->rows[0]));
        row = &sums->rows[sums->count++];
        *row = (struct charge_accrued){.currency = accrual->currency};
    }
    TRY(amount_add(row->amount, accrual->proposed, &row->amount));
    return amount_add(row->base, accrual->proposed_base, &row->base);
}

enum err charge_accrued(struct book *book, int64_t customer_id, struct date day,
                        struct arena *arena, struct charge_accrued **out, int *count)
{
    const bool past = day.day < book->today.day;
    const struct accrual_query query = {
        .upto = day, .as_of = past ? day : DATE_NONE, .customer_id = customer_id};
    struct sums *sums = arena_new(arena, sizeof *sums);

    TRY(accrual_each(book, &query, sum_add, sums));
    *out = sums->rows;
    *count = sums->count;
    return ERR_OK;
}
