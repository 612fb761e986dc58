#include "ledger/beside.h"

#include "ledger/agingscan.h"
#include "ledger/journal.h"
#include "ledger/local.h"

#include <string.h>

struct summing {
    struct beside *out;
    bool base;
};

static enum err prepaid_add(void *self, const struct aging_item *item)
{
    struct summing *summing = self;
    struct beside *out = summing->out;

    if (summing->base)
        return amount_sub(out->prepaid, item->open_base, &out->prepaid);
    return strcmp(item->currency, out->currency.code) == 0
               ? amount_sub(out->prepaid, item->open, &out->prepaid)
               : ERR_OK;
}

/* The last document that the entry `known` or one before it wrote: ids ascend with the entries. */
static enum err document_until(struct book *book, int64_t known, int64_t *last)
{
    int64_t low = 0, high = 0, entry_id = 0;

    TRY(db_get(book->db, &high, 0, "SELECT MAX(id) FROM document", ""));
    while (low < high) {
        const int64_t middle = low + (high - low + 1) / 2;
        TRY(db_get(book->db, &entry_id, 0,
                   "SELECT entry_id FROM document WHERE id <= $1 ORDER BY id DESC LIMIT 1", "i",
                   middle));
        if (entry_id <= known)
            low = middle;
        else
            high = middle - 1;
    }
    *last = low;
    return ERR_OK;
}

static enum err known_until(struct book *book, struct date as_of, int64_t *known, int64_t *last)
{
    *known = INT64_MAX;
    *last = 0;
    if (as_of.day < book_today(book).day)
        TRY(journal_known_on(book, as_of, known));
    return document_until(book, *known, last);
}

/* Each day after D on which something is posted is asked for the receipts that were known by then:
 * hardly any, however many were posted since. */
#define LATER                                                                                      \
    "WITH RECURSIVE later (day) AS (SELECT MIN(posted) FROM document WHERE posted > $1"            \
    " UNION ALL SELECT (SELECT MIN(n.posted) FROM document n"                                      \
    " WHERE n.posted > later.day) FROM later WHERE later.day IS NOT NULL) "
#define IN_HAND                                                                                    \
    "SELECT COUNT(*), CAST(SUM(d.total) AS BIGINT), CAST(SUM(d.base_total) AS BIGINT),"            \
    " MIN(d.effective) FROM"
#define KNOWN_OF_DAY                                                                               \
    " d.kind = " KIND_PAYMENT                                                                      \
    " AND d.effective > $1 AND d.id <= $2 AND ($4 = '' OR d.currency = $4)"                        \
    " AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id AND v.id <= $2)"

static enum err read_in_hand(struct book *book, int64_t customer_id, bool base, struct date as_of,
                             struct beside *out)
{
    int64_t known, last;

    TRY(known_until(book, as_of, &known, &last));
    struct stmt *q = db_sql(
        book->db,
        customer_id
            ? IN_HAND " document d WHERE d.customer_id = $3 AND d.posted > $1 AND" KNOWN_OF_DAY
            : LATER IN_HAND
              " later CROSS JOIN document d WHERE d.posted = later.day AND $3 = 0"
              " AND" KNOWN_OF_DAY);
    bind_i64(q, 1, as_of.day);
    bind_i64(q, 2, last);
    bind_i64(q, 3, customer_id);
    bind_text(q, 4, base ? "" : out->currency.code);
    if (stmt_row(q) && col_i64(q, 0)) {
        out->receipts = col_i64(q, 0);
        out->in_hand = col_i64(q, base ? 2 : 1);
        out->next = col_date(q, 3);
    }
    return stmt_end(q);
}

enum err beside_read(struct book *book, int64_t customer_id, const struct currency *currency,
                     struct date as_of, struct beside *out)
{
    struct summing summing = {.out = out, .base = !currency};
    const struct aging_query query = {
        .as_of = as_of, .by = BY_POSTED, .customer_id = customer_id, .control = CONTROL_PREPAID};

    *out =
        (struct beside){.currency = currency ? *currency : book_currency(book), .next = DATE_NONE};
    TRY(aging_scan(book, &query, prepaid_add, &summing));
    return read_in_hand(book, customer_id, summing.base, as_of, out);
}

enum err in_hand_each(struct book *book, struct date as_of,
                      enum err (*each)(void *self, const struct in_hand *row), void *self)
{
    int64_t known, last;
    enum err e = ERR_OK;

    TRY(known_until(book, as_of, &known, &last));
    struct stmt *q = db_sql(
        book->db, LATER "SELECT a.debit_id, d.effective, CAST(SUM(a.amount) AS BIGINT) FROM later"
                        " CROSS JOIN document d CROSS JOIN item c ON c.document_id = d.id"
                        " CROSS JOIN application a ON a.credit_id = c.id"
                        " WHERE d.posted = later.day AND a.entry_id <= $3 AND" KNOWN_OF_DAY
                        " GROUP BY 1, 2 HAVING SUM(a.amount) > 0 ORDER BY 1, 2");

    bind_i64(q, 1, as_of.day);
    bind_i64(q, 2, last);
    bind_i64(q, 3, known);
    bind_text(q, 4, "");
    while (e == ERR_OK && stmt_row(q)) {
        const struct in_hand row = {
            .item_id = col_i64(q, 0), .amount = col_i64(q, 2), .day = col_date(q, 1)};
        e = each(self, &row);
    }
    return stmt_end_after(q, e);
}

enum err in_hand_until(struct book *book, int64_t document_id, struct date as_of,
                       struct date *until)
{
    int64_t day = 0;

    TRY(db_get(book->db, &day, 0,
               "SELECT MAX(settled_on) FROM item WHERE document_id = $1 AND open = 0"
               " AND settled_on > $2",
               "ii", document_id, (int64_t)as_of.day));
    *until = day ? (struct date){(int32_t)day} : DATE_NONE;
    return ERR_OK;
}

static const char *amount_text(const struct beside *beside, int64_t minor, struct arena *arena)
{
    const struct notation grouped = {.decimal = '.', .group = ','};
    char text[MONEY_TEXT];

    return arena_format(arena, "%s %s",
                        money_show(money_of(minor, beside->currency), &grouped, text),
                        beside->currency.code);
}

const char *beside_prepaid(const struct beside *beside, struct arena *arena)
{
    return beside->prepaid
               ? arena_format(arena, "prepaid %s", amount_text(beside, beside->prepaid, arena))
               : "";
}

const char *beside_in_hand(const struct beside *beside, struct arena *arena)
{
    char day[DATE_TEXT];

    if (!beside->receipts)
        return "";
    return arena_format(arena, "%lld receipt%s in hand, %s, next on %s",
                        (long long)beside->receipts, beside->receipts == 1 ? "" : "s",
                        amount_text(beside, beside->in_hand, arena), date_iso(beside->next, day));
}
