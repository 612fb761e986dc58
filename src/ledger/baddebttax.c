/* baddebttax: the tax in bad debts as it stood on a day. */
#include "ledger/baddebttax.h"

#include "ledger/deferredtax.h"
#include "ledger/local.h"
#include "ledger/payment.h"
#include "ledger/setting.h"
#include "ledger/taxleft.h"

void baddebt_window(struct book *book, struct date supply, struct date due, int months,
                    struct date *from, struct date *until)
{
    const struct date later = due.day > supply.day ? due : supply;
    const int wait = months ? months : (int)setting_int(book, "baddebt.relief-months");

    *from = date_add(date_add_months(later, wait), 1);
    *until = date_add_months(later, (int)setting_int(book, "baddebt.relief-window"));
}

static enum err part_in(int64_t *whole, int64_t done, int64_t now, int64_t of)
{
    int64_t before = 0, after = 0;

    TRY(amount_scale(*whole, done, of, &before));
    TRY(amount_scale(*whole, done + now, of, &after));
    *whole = after - before;
    return ERR_OK;
}

enum err baddebt_taxes_in(struct book *book, int64_t writeoff_id, int64_t done, int64_t now,
                          struct arena *arena, struct tax_line **out, int *count, int64_t *total)
{
    struct tax_left left;
    bool is = false;

    *total = 0;
    *count = 0;
    TRY(taxleft_before(book, writeoff_id, arena, &left, &is));
    if (!is)
        return ERR_OK;
    if (left.count > TAX_PARTS_MAX)
        return fail(book->note, ERR_LIMIT, "a bad debt has more than %d taxes", TAX_PARTS_MAX);
    *out = left.lines;
    *count = left.count;
    for (int i = 0; i < *count; i++) {
        struct tax_line *line = &(*out)[i];
        TRY(part_in(&line->net, done, now, left.gross));
        TRY(part_in(&line->tax, done, now, left.gross));
        *total += line->tax;
    }
    return ERR_OK;
}

/* What of the debt a relief is of: asked back for all that was not recovered by then, given back
 * for what was recovered with it. */
enum err baddebt_relieved(struct book *book, int64_t relief_id, struct arena *arena,
                          struct tax_line **out, int *count)
{
    int64_t writeoff_id = 0, done = 0, now = 0, total = 0;
    struct stmt *q = db_sql(
        book->db,
        "SELECT w.id, x.done, CASE WHEN x.kind = 1 THEN w.total - x.done ELSE x.recovered END"
        " FROM (SELECT s.kind, b.document_id,"
        " (SELECT CAST(COALESCE(SUM(r.amount), 0) AS BIGINT) FROM bad_debt_step r"
        " WHERE r.bad_debt_id = b.id AND r.kind = 0 AND r.entry_id < s.entry_id"
        " AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = r.document_id"
        " AND v.entry_id < s.entry_id)) AS done,"
        " (SELECT CAST(COALESCE(SUM(r.amount), 0) AS BIGINT) FROM bad_debt_step r"
        " WHERE r.bad_debt_id = b.id AND r.kind = 0 AND r.entry_id = s.entry_id) AS recovered"
        " FROM bad_debt_step s JOIN bad_debt b ON b.id = s.bad_debt_id"
        " WHERE s.document_id = $1) x JOIN document w ON w.id = x.document_id");

    *count = 0;
    bind_i64(q, 1, relief_id);
    if (stmt_row(q)) {
        writeoff_id = col_i64(q, 0);
        done = col_i64(q, 1);
        now = col_i64(q, 2);
    }
    TRY(stmt_end(q));
    return writeoff_id ? baddebt_taxes_in(book, writeoff_id, done, now, arena, out, count, &total)
                       : ERR_OK;
}

/* What stood of a document at the end of the day. */
#define STOOD(d)                                                                                   \
    d ".posted <= $1 AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = " d            \
      ".id AND v.posted <= $1)"
#define STEPS(kind, figure)                                                                        \
    "(SELECT CAST(COALESCE(SUM(" figure "), 0) AS BIGINT) FROM bad_debt_step s"                    \
    " JOIN document d ON d.id = s.document_id"                                                     \
    " WHERE s.bad_debt_id = b.id AND s.kind = " kind " AND " STOOD("d") ")"

static enum err tax_left(struct book *book, struct arena *arena, struct baddebt_tax *row)
{
    struct item item;
    struct tax_line *parts = NULL;
    int count = 0;
    bool waits = false;

    TRY(item_get(book, row->item_id, arena, &item));
    TRY(deferredtax_of(book, item.document_id, &waits));
    if (waits || row->asked)
        return ERR_OK;
    return baddebt_taxes_in(book, row->document_id, row->recovered, row->amount - row->recovered,
                            arena, &parts, &count, &row->tax);
}

enum err baddebt_taxes(struct book *book, const struct baddebt_tax_query *query,
                       struct arena *arena, struct baddebt_tax **out, int *count)
{
    int64_t room = 0;
    struct stmt *q;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM bad_debt", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    /* what was recovered, asked back, given back */
    q = db_sql(book->db,
               "SELECT b.id, b.item_id, w.number, w.total, "
               STEPS("0", "s.amount") ", " STEPS("1", "s.amount") ", " STEPS("2", "s.amount")
               ", " STEPS("1", "d.base_total") " - " STEPS("2", "d.base_total")
               ", w.id FROM bad_debt b JOIN document w ON w.id = b.document_id WHERE " STOOD("w")
               " AND ($2 = 0 OR b.customer_id = $2) AND ($3 = '' OR w.currency = $3)"
               " ORDER BY b.id");
    bind_i64(q, 1, query->as_of.day);
    bind_i64(q, 2, query->customer_id);
    bind_text(q, 3, query->currency ? query->currency : "");
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] = (struct baddebt_tax){.baddebt_id = col_i64(q, 0),
                                                  .item_id = col_i64(q, 1),
                                                  .writeoff = arena_text(arena, col_text(q, 2)),
                                                  .amount = col_i64(q, 3),
                                                  .recovered = col_i64(q, 4),
                                                  .asked = col_i64(q, 5),
                                                  .back = col_i64(q, 6),
                                                  .base = col_i64(q, 7),
                                                  .document_id = col_i64(q, 8)};
    TRY(stmt_end(q));
    for (int i = 0; i < *count; i++)
        TRY(tax_left(book, arena, &(*out)[i]));
    return ERR_OK;
}

enum err baddebt_taxes_posted(struct book *book, const struct baddebt_tax_query *query,
                              int64_t *out)
{
    struct stmt *q = db_sql(
        book->db,
        "SELECT CAST(COALESCE(SUM(p.base), 0) AS BIGINT) FROM document d"
        " LEFT JOIN document r ON r.id = d.reverses_id JOIN posting p ON p.document_id = d.id"
        " WHERE d.posted <= $1 AND (d.kind = $4 OR r.kind = $4)"
        " AND ($2 = 0 OR d.customer_id = $2) AND ($3 = '' OR d.currency = $3)"
        " AND (p.account_id = $5 OR p.account_id IN (SELECT t.account_id FROM tax t))");

    *out = 0;
    bind_i64(q, 1, query->as_of.day);
    bind_i64(q, 2, query->customer_id);
    bind_text(q, 3, query->currency ? query->currency : "");
    bind_i64(q, 4, DOCUMENT_RELIEF);
    bind_i64(q, 5, account_of(book, ACCOUNT_PART_TAX));
    if (stmt_row(q))
        *out = col_i64(q, 0);
    return stmt_end(q);
}
