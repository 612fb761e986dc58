/* reconciliation: the bank and the books held against each other on a day. */
#include "ledger/reconciliation.h"

#include "ledger/bankmatch.h"
#include "ledger/local.h"

#include <string.h>

/* ---- how it stands -------------------------------------------------------------------------- */

static enum err line_sum(void *self, const struct bankbook_line *line)
{
    struct reconciliation *r = self;

    r->unmatched_count++;
    return amount_add(r->unmatched, line->amount, &r->unmatched);
}

static enum err banked_sum(void *self, const struct banked *banked)
{
    struct reconciliation *r = self;

    if (!currency_is(banked->currency, r->currency))
        return ERR_OK;
    if (banked->amount > 0) {
        r->transit_count++;
        return amount_add(r->transit, banked->amount, &r->transit);
    }
    r->unpresented_count++;
    return amount_sub(r->unpresented, banked->amount, &r->unpresented);
}

static enum err ledger_on(struct book *book, const struct reconciliation *r, struct date day,
                          int64_t *out)
{
    return db_get(book->db, out, 0,
                  "SELECT CAST(SUM(p.amount) AS BIGINT) FROM posting p JOIN document d"
                  " ON d.id = p.document_id WHERE p.account_id = $1 AND p.posted <= $2"
                  " AND d.currency = $3",
                  "iit", r->account_id, (int64_t)day.day, r->currency.code);
}

static enum err approved_read(struct book *book, struct reconciliation *r, struct date *from)
{
    struct stmt *q = db_sql(
        book->db, "SELECT r.closing, r.day FROM reconciliation r JOIN reconciliation_verdict v"
                  " ON v.reconciliation_id = r.id WHERE r.account_id = $1 AND v.approved = 1"
                  " AND r.day < $2 ORDER BY r.day DESC, r.id DESC LIMIT 1");

    bind_i64(q, 1, r->account_id);
    bind_i64(q, 2, r->day.day);
    if (stmt_row(q)) {
        r->has_opening = true;
        r->opening = col_i64(q, 0);
        *from = (struct date){(int32_t)(col_i64(q, 1) + 1)};
    }
    return stmt_end(q);
}

static enum err lines_between(struct book *book, int64_t account_id, int64_t first, int64_t last,
                              int64_t *out)
{
    return db_get(book->db, out, 0,
                  "SELECT CAST(SUM(amount) AS BIGINT) FROM bank_line WHERE account_id = $1"
                  " AND booked BETWEEN $2 AND $3",
                  "iii", account_id, first, last);
}

/* The bank's own balance where the book begins to follow it: before `since`, or before its first
 * statement. *first: that day. */
static enum err bank_began(struct book *book, struct reconciliation *r, struct date since,
                           struct arena *arena, struct date *first)
{
    struct bankbook_statement before;
    int64_t more = 0, less = 0;

    *first = since;
    if (date_is(since)) {
        TRY(bankbook_closing(book, r->account_id, (struct date){since.day - 1}, arena, &before,
                             &r->has_opening));
        if (r->has_opening) {
            TRY(lines_between(book, r->account_id, before.last.day + 1, since.day - 1, &more));
            return amount_add(before.closing, more, &r->opening);
        }
    }
    struct stmt *q = db_sql(book->db, "SELECT opening, first_day FROM bank_statement"
                                      " WHERE account_id = $1 AND has_opening = 1"
                                      " ORDER BY first_day, id LIMIT 1");
    bind_i64(q, 1, r->account_id);
    r->has_opening = stmt_row(q);
    if (r->has_opening) {
        r->opening = col_i64(q, 0);
        *first = col_date(q, 1);
    }
    TRY(stmt_end(q));
    if (!r->has_opening || !date_is(since))
        return ERR_OK;
    TRY(lines_between(book, r->account_id, first->day, since.day - 1, &more));
    TRY(lines_between(book, r->account_id, since.day, first->day - 1, &less));
    *first = since;
    TRY(amount_add(r->opening, more, &r->opening));
    return amount_sub(r->opening, less, &r->opening);
}

/* What the books say that the bank has on a day: theirs, less what is on its way. */
static enum err books_say(struct book *book, struct reconciliation *r, struct date day,
                          int64_t *out)
{
    const struct banked_query ours = {.account_id = r->account_id, .to = day, .unmatched = true};

    TRY(ledger_on(book, r, day, &r->ledger));
    TRY(banked_each(book, &ours, banked_sum, r));
    TRY(amount_sub(r->ledger, r->transit, out));
    return amount_add(*out, r->unpresented, out);
}

/* Where the account stood before: approved, or where the book began to follow the bank; there the
 * bank and the books may differ by what nobody has entered yet. */
static enum err opening_read(struct book *book, struct reconciliation *r, struct date since,
                             struct arena *arena, struct date *from)
{
    struct reconciliation then = *r;
    int64_t books = 0;

    *from = DATE_NONE;
    r->began = DATE_NONE;
    TRY(approved_read(book, r, from));
    if (r->has_opening)
        return ERR_OK;
    *from = since;
    TRY(bank_began(book, r, since, arena, &r->began));
    if (!date_is(r->began) || r->began.day > r->day.day)
        return ERR_OK;
    TRY(books_say(book, &then, (struct date){r->began.day - 1}, &books));
    if (!r->has_opening) {
        r->has_opening = true;
        r->opening = books;
        return ERR_OK;
    }
    return amount_sub(r->opening, books, &r->before);
}

static enum err closing_read(struct book *book, struct reconciliation *r, const int64_t *given,
                             struct arena *arena)
{
    struct bankbook_statement statement;
    bool found = false;

    TRY(bankbook_closing(book, r->account_id, r->day, arena, &statement, &found));
    if (given) {
        r->has_closing = true;
        r->closing = *given;
    } else if (found) {
        /* what came after that statement is counted on to the day */
        int64_t since = 0;
        TRY(lines_between(book, r->account_id, statement.last.day + 1, r->day.day, &since));
        r->has_closing = true;
        TRY(amount_add(statement.closing, since, &r->closing));
    }
    return ERR_OK;
}

enum err reconciliation_look(struct book *book, int64_t account_id, struct date day,
                             const int64_t *closing_given, struct arena *arena,
                             struct reconciliation *out)
{
    struct bank_account account;
    struct date from = DATE_NONE;
    int64_t books = 0;

    TRY(bank_account_get(book, account_id, arena, &account));
    *out = (struct reconciliation){.account_id = account_id,
                                   .day = day,
                                   .currency = account.currency,
                                   .prepared_by = "",
                                   .decided_by = "",
                                   .reason = ""};
    TRY(opening_read(book, out, account.since, arena, &from));
    TRY(closing_read(book, out, closing_given, arena));
    TRY(lines_between(book, account_id, date_is(from) ? (int64_t)from.day : (int64_t)INT32_MIN,
                      day.day, &out->lines));
    TRY(books_say(book, out, day, &books));
    const struct bankbook_query lines = {
        .account_id = account_id, .from = DATE_NONE, .to = day, .unmatched = true};
    TRY(bankbook_each(book, &lines, line_sum, out));
    out->file_difference = out->closing - out->opening - out->lines;
    out->ledger_difference = out->closing - books;
    return ERR_OK;
}

/* ---- submitted and decided ------------------------------------------------------------------ */

static enum err judge_submit(struct tx *tx, const struct bank_account *account,
                             const struct reconciliation *r)
{
    struct book *book = tx_book(tx);
    const struct notation grouped = {.decimal = '.', .group = ','};
    char figure[MONEY_TEXT], had[MONEY_TEXT], plain[MONEY_TEXT], day[DATE_TEXT];
    struct date frozen = DATE_NONE;
    int64_t waiting = 0;

    if (!r->has_opening)
        return fail(book->note, ERR_CONFLICT,
                    "no statement up to %s says an opening balance: import one that does, or say "
                    "what the account had with `bank account --since DAY --opening MONEY`",
                    date_iso(r->day, day));
    if (!r->has_closing)
        return fail(book->note, ERR_CONFLICT,
                    "no statement up to %s says a closing balance: import one that does, or give "
                    "it with --closing",
                    date_iso(r->day, day));
    if (r->file_difference != 0)
        return fail(book->note, ERR_CONFLICT,
                    "opening + lines differ from closing by %s: a statement is missing, or one is"
                    " there twice",
                    money_plain(money_of(r->file_difference, r->currency), figure));
    if (r->before != 0 && r->ledger_difference != 0)
        return fail(book->note, ERR_CONFLICT,
                    "before %s the bank had %s and the books differ from it by %s: `bank account "
                    "--account %s --opening %s` enters that",
                    date_iso(r->began, day),
                    money_show(money_of(r->opening, r->currency), &grouped, had),
                    money_show(money_of(r->before, r->currency), &grouped, figure),
                    account->code, money_plain(money_of(r->opening, r->currency), plain));
    if (r->ledger_difference != 0)
        return fail(book->note, ERR_CONFLICT,
                    "the books differ from the bank by %s: %lld line%s of the bank %s not matched",
                    money_plain(money_of(r->ledger_difference, r->currency), figure),
                    (long long)r->unmatched_count, r->unmatched_count == 1 ? "" : "s",
                    r->unmatched_count == 1 ? "is" : "are");
    if (r->unmatched_count)
        return fail(book->note, ERR_CONFLICT,
                    "%lld lines of the bank are not matched, though they cancel each other",
                    (long long)r->unmatched_count);
    TRY(bankbook_frozen(book, r->account_id, &frozen));
    if (date_is(frozen) && r->day.day <= frozen.day)
        return fail(book->note, ERR_CONFLICT, "the account is reconciled and approved to %s",
                    date_iso(frozen, day));
    TRY(db_get(book->db, &waiting, 0,
               "SELECT r.id FROM reconciliation r WHERE r.account_id = $1 AND NOT EXISTS"
               " (SELECT 1 FROM reconciliation_verdict v WHERE v.reconciliation_id = r.id)",
               "i", r->account_id));
    return waiting ? fail(book->note, ERR_CONFLICT,
                          "reconciliation %lld of this account waits for its approval",
                          (long long)waiting)
                   : ERR_OK;
}

enum err reconciliation_submit(struct tx *tx, const struct reconciliation *looked, int64_t *id)
{
    struct arena arena = {0};
    struct bank_account account;
    struct reconciliation r;
    enum err e;

    /* look and judge: as it stands now, whatever was seen before */
    TRY_OUT(reconciliation_look(tx_book(tx), looked->account_id, looked->day, &looked->closing,
                                &arena, &r));
    r.has_closing = looked->has_closing;
    TRY_OUT(bank_account_get(tx_book(tx), r.account_id, &arena, &account));
    TRY_OUT(judge_submit(tx, &account, &r));

    /* write */
    const int64_t numbers[] = {tx->entry_id, r.account_id, r.day.day,
                               r.opening,    r.lines,      r.closing,
                               r.ledger,     r.transit,    r.unpresented};
    const char *const texts[] = {tx->actor};
    struct stmt *q =
        db_sql(tx->book->db, "INSERT INTO reconciliation (entry_id, account_id, day, opening,"
                             " lines, closing, ledger, transit, unpresented, prepared_by)"
                             " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id");
    e = fact_write_row(tx, FACT_RECONCILIATION, q, numbers, 9, texts, 1, id);
out:
    arena_done(&arena);
    return e;
}

enum err reconciliation_open(struct tx *tx, int64_t account_id, int64_t opening,
                             struct document_made *out)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct bank_account account;
    struct date frozen = DATE_NONE, first = DATE_NONE;
    char day[DATE_TEXT], is[MONEY_TEXT];
    int64_t books = 0;
    enum err e;

    /* look and judge */
    *out = (struct document_made){.id = 0};
    TRY_OUT(bank_account_get(book, account_id, &arena, &account));
    struct reconciliation r = {
        .account_id = account_id, .day = {INT32_MAX}, .currency = account.currency};
    TRY_OUT(bankbook_frozen(book, account_id, &frozen));
    if (date_is(frozen))
        TRY_OUT(fail(book->note, ERR_CONFLICT,
                     "the account is reconciled and approved to %s: what it had before stays",
                     date_iso(frozen, day)));
    TRY_OUT(bank_began(book, &r, account.since, &arena, &first));
    if (!date_is(first))
        TRY_OUT(fail(book->note, ERR_USAGE,
                     "no statement says when the account begins: say with --since before which "
                     "day it had that"));
    if (r.has_opening && r.opening != opening)
        TRY_OUT(fail(book->note, ERR_CONFLICT, "before %s the bank itself says %s",
                     date_iso(first, day), money_plain(money_of(r.opening, r.currency), is)));
    TRY_OUT(books_say(book, &r, (struct date){first.day - 1}, &books));

    /* write */
    struct bank_entry entry = {.bank_id = account_id,
                               .contra_id = account_of(book, ACCOUNT_PART_OPENING),
                               .date = {first.day - 1},
                               .currency = account.currency,
                               .reference = "",
                               .text = "opening balance of the bank",
                               .opening = true};
    TRY_OUT(amount_sub(opening, books, &entry.amount));
    if (entry.amount == 0)
        goto out;
    TRY_OUT(bank_entry_post(tx, &entry, out));

    /* assert */
    r.transit = r.unpresented = 0;
    TRY_OUT(books_say(book, &r, entry.date, &books));
    if (books != opening)
        e = fail(book->note, ERR_CLOSED,
                 "%s is in a closed period, and the books could not begin with it that day: say a "
                 "later --since",
                 date_iso(entry.date, day));
out:
    arena_done(&arena);
    return e;
}

/* Nothing it stands on may have changed since it was submitted. */
static enum err judge_unchanged(struct tx *tx, const struct reconciliation *r, struct arena *arena)
{
    struct reconciliation now;

    TRY(reconciliation_look(tx_book(tx), r->account_id, r->day, &r->closing, arena, &now));
    if (now.opening == r->opening && now.lines == r->lines && now.ledger == r->ledger &&
        now.transit == r->transit && now.unpresented == r->unpresented &&
        now.unmatched_count == 0)
        return ERR_OK;
    return fail(tx_note(tx), ERR_CONFLICT,
                "reconciliation %lld is out of date: lines or documents up to its day came since;"
                " reject it and submit a new one",
                (long long)r->id);
}

enum err reconciliation_decide(struct tx *tx, int64_t id, bool approve, const char *reason)
{
    struct arena arena = {0};
    struct reconciliation r;
    int64_t row = 0;
    enum err e;

    /* look and judge */
    TRY_OUT(reconciliation_get(tx_book(tx), id, &arena, &r));
    if (r.decided)
        TRY_OUT(fail(tx_note(tx), ERR_CONFLICT, "reconciliation %lld was %s by %s already",
                     (long long)id, r.approved ? "approved" : "rejected", r.decided_by));
    if (approve && strcmp(r.prepared_by, tx->actor) == 0)
        TRY_OUT(fail(tx_note(tx), ERR_DENIED,
                     "you prepared reconciliation %lld yourself; somebody else approves it",
                     (long long)id));
    if (approve)
        TRY_OUT(judge_unchanged(tx, &r, &arena));

    /* write */
    const int64_t numbers[] = {tx->entry_id, id, approve};
    const char *const texts[] = {tx->actor, reason ? reason : ""};
    struct stmt *q = db_sql(tx->book->db,
                            "INSERT INTO reconciliation_verdict (entry_id, reconciliation_id,"
                            " approved, decided_by, reason) VALUES ($1, $2, $3, $4, $5)"
                            " RETURNING id");
    e = fact_write_row(tx, FACT_VERDICT, q, numbers, 3, texts, 2, &row);
out:
    arena_done(&arena);
    return e;
}

/* ---- read ----------------------------------------------------------------------------------- */

#define RECONCILIATIONS                                                                            \
    "SELECT r.id, r.account_id, r.day, b.currency, r.opening, r.lines, r.closing, r.ledger,"       \
    " r.transit, r.unpresented, r.prepared_by, v.decided_by, v.reason, v.approved"                 \
    " FROM reconciliation r JOIN bank_account b ON b.account_id = r.account_id"                    \
    " LEFT JOIN reconciliation_verdict v ON v.reconciliation_id = r.id"

static void read_row(struct book *book, struct stmt *q, struct arena *arena,
                     struct reconciliation *out)
{
    *out = (struct reconciliation){.id = col_i64(q, 0),
                                   .account_id = col_i64(q, 1),
                                   .day = col_date(q, 2),
                                   .currency = book_currency_of(book, col_text(q, 3)),
                                   .opening = col_i64(q, 4),
                                   .lines = col_i64(q, 5),
                                   .closing = col_i64(q, 6),
                                   .has_opening = true,
                                   .has_closing = true,
                                   .ledger = col_i64(q, 7),
                                   .transit = col_i64(q, 8),
                                   .unpresented = col_i64(q, 9),
                                   .prepared_by = arena_text(arena, col_text(q, 10)),
                                   .decided_by = arena_text(arena, col_text(q, 11)),
                                   .reason = arena_text(arena, col_text(q, 12)),
                                   .decided = !col_is_null(q, 13),
                                   .approved = col_i64(q, 13) != 0};
}

enum err reconciliation_get(struct book *book, int64_t id, struct arena *arena,
                            struct reconciliation *out)
{
    struct stmt *q = db_sql(book->db, RECONCILIATIONS " WHERE r.id = $1");

    bind_i64(q, 1, id);
    const bool found = stmt_row(q);
    if (found)
        read_row(book, q, arena, out);
    TRY(stmt_end(q));
    return found ? ERR_OK
                 : fail(book->note, ERR_MISSING,
                        "there is no reconciliation %lld; `bank reconciliations` lists them",
                        (long long)id);
}

enum err reconciliation_list(struct book *book, int64_t account_id, struct arena *arena,
                             struct reconciliation **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM reconciliation", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q =
        db_sql(book->db, RECONCILIATIONS " WHERE ($1 = 0 OR r.account_id = $1)"
                                         " ORDER BY r.day, r.id");
    bind_i64(q, 1, account_id);
    while (stmt_row(q) && *count < (int)room)
        read_row(book, q, arena, &(*out)[(*count)++]);
    return stmt_end(q);
}
