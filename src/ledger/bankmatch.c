/* bankmatch: which lines of the bank are which documents of ours, and what only the bank moved. */
#include "ledger/bankmatch.h"

#include "ledger/local.h"

#include <string.h>

#define STANDS(match)                                                                              \
    "NOT EXISTS (SELECT 1 FROM bank_unmatch u WHERE u.group_id = " match ".group_id)"

/* ---- what of ours moved the bank ------------------------------------------------------------ */

/* Only these kinds post on an account of the bank: money goes there over a deposit, or comes from
 * there. Payments do where a firm's settings bring them to the bank at once. */
_Static_assert(DOCUMENT_PAYMENT == 4 && DOCUMENT_REFUND == 5 && DOCUMENT_REVERSAL == 6 &&
                   DOCUMENT_VOID == 7 && DOCUMENT_CONTRA == 14 && DOCUMENT_DEPOSIT == 15 &&
                   DOCUMENT_BANKENTRY == 18,
               "the kinds that MOVES names");
#define MOVES                                                                                      \
    " AND d.kind IN (" KIND_PAYMENT ", " KIND_REFUND ", " KIND_REVERSAL ", " KIND_VOID             \
    ", " KIND_CONTRA ", " KIND_DEPOSIT ", " KIND_BANKENTRY ")"
#define ON_ACCOUNT(document)                                                                       \
    "EXISTS (SELECT 1 FROM posting z WHERE z.document_id = " document ".id"                        \
    " AND z.account_id = $1)"
/* Matched by then: what arrived later was on its way on that day. */
#define MATCHED(document)                                                                          \
    "EXISTS (SELECT 1 FROM bank_match w JOIN bank_match k ON k.group_id = w.group_id"              \
    " JOIN bank_line b ON b.id = k.line_id AND b.booked <= $2"                                     \
    " WHERE w.document_id = " document ".id AND w.account_id = $1 AND " STANDS("w") ")"
#define CANCELS(other)                                                                             \
    "NOT EXISTS (SELECT 1 FROM document x WHERE " other " AND x.posted <= $2"                      \
    " AND NOT " MATCHED("x") " AND " ON_ACCOUNT("x") ")"

enum err banked_each(struct book *book, const struct banked_query *query,
                     enum err (*each)(void *self, const struct banked *banked), void *self)
{
    struct stmt *q = db_sql(
        book->db,
        "SELECT d.id, d.customer_id, d.kind, d.number, c.code, d.reference, d.text, d.posted,"
        " d.currency, CAST(SUM(p.amount) AS BIGINT), (SELECT m.group_id FROM bank_match m"
        " WHERE m.document_id = d.id AND m.account_id = $1 AND " STANDS("m") ")"
        " FROM document d JOIN posting p ON p.document_id = d.id AND p.account_id = $1"
        " LEFT JOIN customer c ON c.id = d.customer_id WHERE d.posted <= $2" MOVES
        " AND ($3 = 0 OR (d.opening = 0 AND NOT EXISTS (SELECT 1 FROM bank_account f"
        " WHERE f.account_id = $1 AND d.posted < f.since) AND NOT " MATCHED("d") " AND " CANCELS(
            "x.reverses_id = d.id") " AND " CANCELS("x.id = d.reverses_id") "))"
        " AND ($4 = 0 OR d.id IN (SELECT g.document_id FROM bank_match g WHERE g.group_id = $4))"
        " GROUP BY d.id, d.customer_id, d.kind, d.number, c.code, d.reference, d.text, d.posted,"
        " d.currency HAVING SUM(p.amount) <> 0 ORDER BY d.posted, d.id");
    enum err e = ERR_OK;

    bind_i64(q, 1, query->account_id);
    bind_i64(q, 2, date_is(query->to) ? query->to.day : INT32_MAX);
    bind_i64(q, 3, query->unmatched);
    bind_i64(q, 4, query->group);
    while (e == ERR_OK && stmt_row(q)) {
        const struct banked banked = {.document_id = col_i64(q, 0),
                                      .customer_id = col_i64(q, 1),
                                      .kind = (enum document_kind)col_i64(q, 2),
                                      .number = col_text(q, 3),
                                      .customer = col_text(q, 4),
                                      .reference = col_text(q, 5),
                                      .text = col_text(q, 6),
                                      .posted = col_date(q, 7),
                                      .currency = book_currency_of(book, col_text(q, 8)),
                                      .amount = col_i64(q, 9),
                                      .group = col_i64(q, 10)};
        e = each(self, &banked);
    }
    return stmt_end_after(q, e);
}

/* ---- made ----------------------------------------------------------------------------------- */

struct sides {
    int64_t bank, ours;
    struct date day; /* of the last line: the day on which the bank confirmed it */
    struct currency currency;
};

static enum err line_take(struct tx *tx, const struct bankmatch_new *match, int64_t id,
                          struct arena *arena, struct sides *sides)
{
    struct bankbook_line line;

    TRY(bankbook_line_get(tx_book(tx), id, arena, &line));
    if (line.account_id != match->account_id)
        return fail(tx_note(tx), ERR_CONFLICT, "line %lld is of another account at the bank",
                    (long long)id);
    if (line.group)
        return fail(tx_note(tx), ERR_CONFLICT, "line %lld is matched already; unmatch it first",
                    (long long)id);
    if (!date_is(sides->day) || line.booked.day > sides->day.day)
        sides->day = line.booked;
    sides->currency = line.currency;
    return amount_add(sides->bank, line.amount, &sides->bank);
}

static enum err document_take(struct tx *tx, const struct bankmatch_new *match, int64_t id,
                              struct arena *arena, struct sides *sides)
{
    struct book *book = tx_book(tx);
    struct document document;
    int64_t amount = 0, standing = 0;

    TRY(document_get(book, id, arena, &document));
    TRY(db_get(book->db, &amount, 0,
               "SELECT CAST(SUM(amount) AS BIGINT) FROM posting WHERE document_id = $1"
               " AND account_id = $2",
               "ii", id, match->account_id));
    if (amount == 0)
        return fail(book->note, ERR_CONFLICT, "%s did not move this account of the bank",
                    document.number);
    if (!currency_is(document.currency, sides->currency))
        return fail(book->note, ERR_CONFLICT, "%s is in %s, the line of the bank in %s",
                    document.number, document.currency.code, sides->currency.code);
    TRY(db_get(book->db, &standing, 0,
               "SELECT m.group_id FROM bank_match m WHERE m.document_id = $1 AND m.account_id = $2"
               " AND " STANDS("m"),
               "ii", id, match->account_id));
    if (standing)
        return fail(book->note, ERR_CONFLICT, "%s is matched already; unmatch it first",
                    document.number);
    return amount_add(sides->ours, amount, &sides->ours);
}

static enum err row_write(struct tx *tx, const struct bankmatch_new *match, struct date day,
                          int64_t line_id, int64_t document_id, int64_t *group)
{
    int64_t next = 0, id = 0;
    const char *const texts[] = {match->rule ? match->rule : "hand", match->why ? match->why : ""};

    if (*group == 0) {
        TRY(db_get(tx->book->db, &next, 0, "SELECT MAX(id) FROM bank_match", ""));
        *group = next + 1;
    }
    const int64_t numbers[] = {tx->entry_id, *group, match->account_id,
                               line_id,      document_id, day.day};
    struct stmt *q = db_sql(tx->book->db,
                            "INSERT INTO bank_match (entry_id, group_id, account_id, line_id,"
                            " document_id, day, rule, why) VALUES ($1, $2, $3, NULLIF($4, 0),"
                            " NULLIF($5, 0), $6, $7, $8) RETURNING id");
    return fact_write_row(tx, FACT_BANK_MATCH, q, numbers, 6, texts, 2, &id);
}

enum err bankmatch_make(struct tx *tx, const struct bankmatch_new *match, int64_t *group)
{
    struct arena arena = {0};
    struct sides sides = {.day = DATE_NONE};
    char bank[MONEY_TEXT], ours[MONEY_TEXT];
    enum err e = ERR_OK;

    /* look and judge */
    *group = 0;
    if (match->line_count == 0 || match->document_count == 0)
        return fail(tx_note(tx), ERR_INPUT, "a match needs a line of the bank and a document");
    for (int i = 0; i < match->line_count; i++)
        TRY_OUT(line_take(tx, match, match->lines[i], &arena, &sides));
    for (int i = 0; i < match->document_count; i++)
        TRY_OUT(document_take(tx, match, match->documents[i], &arena, &sides));
    if (sides.bank != sides.ours) {
        e = fail(tx_note(tx), ERR_CONFLICT,
                 "the bank says %s and the documents come to %s: they are not the same money",
                 money_plain(money_of(sides.bank, sides.currency), bank),
                 money_plain(money_of(sides.ours, sides.currency), ours));
        goto out;
    }

    /* write; a line or document that is named twice is refused by the store */
    for (int i = 0; i < match->line_count; i++)
        TRY_OUT(row_write(tx, match, sides.day, match->lines[i], 0, group));
    for (int i = 0; i < match->document_count; i++)
        TRY_OUT(row_write(tx, match, sides.day, 0, match->documents[i], group));
out:
    arena_done(&arena);
    return e;
}

/* ---- taken back ----------------------------------------------------------------------------- */

static enum err judge_frozen(struct tx *tx, int64_t group)
{
    int64_t day = 0;
    char until[DATE_TEXT];

    TRY(db_get(tx_book(tx)->db, &day, INT64_MIN,
               "SELECT MAX(r.day) FROM bank_match m JOIN bank_line l ON l.id = m.line_id"
               " JOIN reconciliation r ON r.account_id = l.account_id AND l.booked <= r.day"
               " JOIN reconciliation_verdict v ON v.reconciliation_id = r.id AND v.approved = 1"
               " WHERE m.group_id = $1",
               "i", group));
    return day == INT64_MIN
               ? ERR_OK
               : fail(tx_note(tx), ERR_CONFLICT,
                      "the account is reconciled and approved to %s; what is matched there stays",
                      date_iso((struct date){(int32_t)day}, until));
}

enum err bankmatch_undo(struct tx *tx, int64_t group, const char *reason)
{
    struct book *book = tx_book(tx);
    int64_t rows = 0, undone = 0, id = 0;
    const int64_t numbers[] = {tx->entry_id, group, book_today(book).day};
    const char *const texts[] = {reason ? reason : ""};

    TRY(db_get(book->db, &rows, 0, "SELECT COUNT(*) FROM bank_match WHERE group_id = $1", "i",
               group));
    TRY(db_get(book->db, &undone, 0, "SELECT id FROM bank_unmatch WHERE group_id = $1", "i",
               group));
    if (rows == 0 || undone)
        return fail(book->note, ERR_CONFLICT,
                    rows ? "match %lld was taken back already" : "there is no match %lld",
                    (long long)group);
    TRY(judge_frozen(tx, group));
    struct stmt *q = db_sql(book->db, "INSERT INTO bank_unmatch (entry_id, group_id, day, reason)"
                                      " VALUES ($1, $2, $3, $4) RETURNING id");
    return fact_write_row(tx, FACT_BANK_UNMATCH, q, numbers, 3, texts, 1, &id);
}

enum err bankmatch_free(struct tx *tx, const struct document *document)
{
    struct stmt *q = db_sql(tx_book(tx)->db,
                            "SELECT l.id, l.booked FROM bank_match m JOIN bank_match k"
                            " ON k.group_id = m.group_id JOIN bank_line l ON l.id = k.line_id"
                            " WHERE m.document_id = $1 AND " STANDS("m") " ORDER BY l.id");
    char day[DATE_TEXT];
    enum err e = ERR_OK;

    bind_i64(q, 1, document->id);
    if (stmt_row(q))
        e = fail(tx_note(tx), ERR_CONFLICT,
                 "the bank confirmed %s on %s, with line %lld; unmatch it first", document->number,
                 date_iso(col_date(q, 1), day), (long long)col_i64(q, 0));
    return stmt_end_after(q, e);
}

enum err bankmatch_history(struct book *book, int64_t line_id,
                           enum err (*each)(void *self, const struct bankmatch *match), void *self)
{
    struct stmt *q = db_sql(
        book->db, "SELECT m.group_id, m.entry_id, m.rule, m.why, e.actor, m.day, u.day, u.reason"
                  " FROM bank_match m JOIN entry e ON e.id = m.entry_id"
                  " LEFT JOIN bank_unmatch u ON u.group_id = m.group_id"
                  " WHERE m.line_id = $1 ORDER BY m.id");
    enum err e = ERR_OK;

    bind_i64(q, 1, line_id);
    while (e == ERR_OK && stmt_row(q)) {
        const struct bankmatch match = {.group = col_i64(q, 0),
                                        .entry_id = col_i64(q, 1),
                                        .rule = col_text(q, 2),
                                        .why = col_text(q, 3),
                                        .actor = col_text(q, 4),
                                        .day = col_date(q, 5),
                                        .undone = col_date(q, 6),
                                        .reason = col_text(q, 7)};
        e = each(self, &match);
    }
    return stmt_end_after(q, e);
}

/* ---- what only the bank moved --------------------------------------------------------------- */

static enum err judge_entry(struct tx *tx, const struct bank_entry *entry, struct arena *arena)
{
    struct account contra;

    if (entry->amount == 0)
        return fail(tx_note(tx), ERR_INPUT, "an entry of the bank is more or less than zero");
    TRY(account_get(tx_book(tx), entry->contra_id, arena, &contra));
    if (contra.control != CONTROL_NONE)
        return fail(tx_note(tx), ERR_CONFLICT,
                    "%s %s has an item for every posting; a payment or refund moves it, no entry of"
                    " the bank",
                    contra.code, contra.name);
    if (entry->contra_id == entry->bank_id)
        return fail(tx_note(tx), ERR_CONFLICT, "%s %s cannot be both sides", contra.code,
                    contra.name);
    return ERR_OK;
}

enum err bank_entry_post(struct tx *tx, const struct bank_entry *entry, struct document_made *out)
{
    struct arena arena = {0};
    struct posting postings[] = {{.account_id = entry->bank_id, .amount = entry->amount},
                                 {.account_id = entry->contra_id, .amount = -entry->amount}};
    struct document_new doc = {.kind = DOCUMENT_BANKENTRY,
                               .effective = entry->date,
                               .currency = entry->currency,
                               .total = entry->amount,
                               .opening = entry->opening,
                               .reference = entry->reference,
                               .text = entry->text,
                               .postings = postings,
                               .posting_count = 2};
    const enum err e = judge_entry(tx, entry, &arena);

    arena_done(&arena);
    return e != ERR_OK ? e : document_post(tx, &doc, out);
}

enum err bank_entry_void(struct tx *tx, int64_t document_id, struct date date, const char *reason,
                         struct document_made *out)
{
    struct arena arena = {0};
    struct document entry;
    enum err e;

    TRY_OUT(document_get(tx_book(tx), document_id, &arena, &entry));
    if (entry.kind != DOCUMENT_BANKENTRY) {
        e = fail(tx_note(tx), ERR_CONFLICT, "%s is a %s, not an entry of the bank", entry.number,
                 document_kind_word(entry.kind));
        goto out;
    }
    TRY_OUT(bankmatch_free(tx, &entry));
    e = document_reverse(tx, document_id, DOCUMENT_VOID, date, reason, out);
out:
    arena_done(&arena);
    return e;
}
