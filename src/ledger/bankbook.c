/* bankbook: the bank's statements and lines as they were read, and which account they are of. */
#include "ledger/bankbook.h"

#include "ledger/local.h"

#include <ctype.h>
#include <string.h>

/* ---- accounts ------------------------------------------------------------------------------- */

static const char *number_folded(struct arena *arena, const char *number)
{
    char *out = arena_text(arena, number ? number : ""), *to = out;

    for (const char *p = out; *p; p++)
        if (isalnum((unsigned char)*p))
            *to++ = (char)toupper((unsigned char)*p);
    *to = 0;
    return out;
}

#define ACCOUNTS                                                                                   \
    "SELECT b.account_id, a.code, a.name, b.number, b.currency, b.since FROM bank_account b"       \
    " JOIN account a ON a.id = b.account_id"

static void read_account(struct book *book, struct stmt *q, struct arena *arena,
                         struct bank_account *out)
{
    *out = (struct bank_account){.account_id = col_i64(q, 0),
                                 .code = arena_text(arena, col_text(q, 1)),
                                 .name = arena_text(arena, col_text(q, 2)),
                                 .number = arena_text(arena, col_text(q, 3)),
                                 .currency = book_currency_of(book, col_text(q, 4)),
                                 .since = col_date(q, 5)};
}

enum err bank_account_find(struct book *book, const char *number, struct arena *arena,
                           struct bank_account *out, bool *found)
{
    struct stmt *q = db_sql(book->db, ACCOUNTS " WHERE b.number = $1");

    bind_text(q, 1, number_folded(arena, number));
    *found = stmt_row(q);
    if (*found)
        read_account(book, q, arena, out);
    return stmt_end(q);
}

enum err bank_account_get(struct book *book, int64_t account_id, struct arena *arena,
                          struct bank_account *out)
{
    struct stmt *q = db_sql(book->db, ACCOUNTS " WHERE b.account_id = $1");
    struct account account;

    bind_i64(q, 1, account_id);
    const bool found = stmt_row(q);
    if (found)
        read_account(book, q, arena, out);
    TRY(stmt_end(q));
    if (found)
        return ERR_OK;
    TRY(account_get(book, account_id, arena, &account));
    return fail(book->note, ERR_MISSING,
                "%s %s has no account number at the bank yet: `bank account` says which one it is",
                account.code, account.name);
}

enum err bank_account_list(struct book *book, struct arena *arena, struct bank_account **out,
                           int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM bank_account", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(book->db, ACCOUNTS " ORDER BY a.code");
    while (stmt_row(q) && *count < (int)room)
        read_account(book, q, arena, &(*out)[(*count)++]);
    return stmt_end(q);
}

static enum err judge_account(struct tx *tx, int64_t account_id, const char *number,
                              struct arena *arena)
{
    struct book *book = tx_book(tx);
    struct account account;
    struct bank_account other;
    bool taken = false;

    TRY(account_get(book, account_id, arena, &account));
    if (account.control != CONTROL_NONE || account.kind != ACCOUNT_ASSET)
        return fail(book->note, ERR_CONFLICT, "%s %s is no bank account: an asset that is no"
                                              " control account is one",
                    account.code, account.name);
    if (*number)
        TRY(bank_account_find(book, number, arena, &other, &taken));
    if (taken && other.account_id != account_id)
        return fail(book->note, ERR_CONFLICT, "the bank's account %s is %s %s already", number,
                    other.code, other.name);
    return ERR_OK;
}

enum err bank_account_set(struct tx *tx, int64_t account_id, const char *number,
                          struct currency currency, struct date since)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    char was[DATE_TEXT], is[DATE_TEXT];
    struct bank_account before = {.number = NULL, .since = DATE_NONE};
    const char *folded = number_folded(&arena, number);
    struct date frozen = DATE_NONE;
    int64_t lines = 0;
    enum err e;

    /* look and judge */
    TRY_OUT(judge_account(tx, account_id, folded, &arena));
    struct stmt *q = db_sql(book->db, ACCOUNTS " WHERE b.account_id = $1");
    bind_i64(q, 1, account_id);
    if (stmt_row(q))
        read_account(book, q, &arena, &before);
    TRY_OUT(stmt_end(q));
    TRY_OUT(db_get(book->db, &lines, 0, "SELECT COUNT(*) FROM bank_line WHERE account_id = $1", "i",
                   account_id));
    if (before.number && lines && !currency_is(before.currency, currency)) {
        e = fail(book->note, ERR_CONFLICT, "%s %s has lines in %s; its currency stays", before.code,
                 before.name, before.currency.code);
        goto out;
    }

    TRY_OUT(bankbook_frozen(book, account_id, &frozen));
    if (date_is(frozen) && before.since.day != since.day) {
        e = fail(book->note, ERR_CONFLICT,
                 "%s %s is reconciled and approved to %s: the day from which it is followed stays",
                 before.code, before.name, date_iso(frozen, was));
        goto out;
    }

    /* write */
    TRY_OUT(db_run(book->db,
                   "INSERT INTO bank_account (account_id, number, currency, since)"
                   " VALUES ($1, $2, $3, $4) ON CONFLICT (account_id) DO UPDATE SET"
                   " number = excluded.number, currency = excluded.currency,"
                   " since = excluded.since",
                   "itti", account_id, *folded ? folded : NULL, currency.code,
                   (int64_t)since.day));
    if (before.number ? before.since.day != since.day : date_is(since))
        TRY_OUT(tx_change(tx, "bank account", account_id, "since",
                          before.number && date_is(before.since) ? date_iso(before.since, was)
                                                                 : NULL,
                          date_is(since) ? date_iso(since, is) : NULL));
    e = tx_change(tx, "bank account", account_id, "number", before.number, folded);
out:
    arena_done(&arena);
    return e;
}

/* ---- statements ----------------------------------------------------------------------------- */

enum err bankbook_statement_add(struct tx *tx, const struct bankbook_statement *statement,
                                int64_t *id)
{
    const int64_t numbers[] = {tx->entry_id,
                               statement->account_id,
                               statement->first.day,
                               statement->last.day,
                               statement->has_opening,
                               statement->has_opening ? statement->opening : 0,
                               statement->has_closing,
                               statement->has_closing ? statement->closing : 0};
    const char *const texts[] = {statement->number ? statement->number : "",
                                 statement->currency.code};
    struct stmt *q = db_sql(tx->book->db,
                            "INSERT INTO bank_statement (entry_id, account_id, first_day, last_day,"
                            " has_opening, opening, has_closing, closing, number, currency)"
                            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id");

    return fact_write_row(tx, FACT_BANK_STATEMENT, q, numbers, 8, texts, 2, id);
}

enum err bankbook_closing(struct book *book, int64_t account_id, struct date day,
                          struct arena *arena, struct bankbook_statement *out, bool *found)
{
    struct stmt *q = db_sql(
        book->db, "SELECT id, first_day, last_day, has_opening, opening, closing, number, currency"
                  " FROM bank_statement WHERE account_id = $1 AND last_day <= $2"
                  " AND has_closing = 1 ORDER BY last_day DESC, id DESC LIMIT 1");

    bind_i64(q, 1, account_id);
    bind_i64(q, 2, day.day);
    *found = stmt_row(q);
    if (*found)
        *out = (struct bankbook_statement){.id = col_i64(q, 0),
                                           .account_id = account_id,
                                           .first = col_date(q, 1),
                                           .last = col_date(q, 2),
                                           .has_opening = col_i64(q, 3) != 0,
                                           .has_closing = true,
                                           .opening = col_i64(q, 4),
                                           .closing = col_i64(q, 5),
                                           .number = arena_text(arena, col_text(q, 6)),
                                           .currency = book_currency_of(book, col_text(q, 7))};
    return stmt_end(q);
}

/* ---- lines ---------------------------------------------------------------------------------- */

void bankbook_key(const struct bankbook_line *line, int64_t occurrence, struct hash *out)
{
    const int64_t numbers[] = {line->account_id, line->booked.day, line->amount, occurrence};
    const char *const texts[] = {line->currency.code, line->name,     line->party, line->reference,
                                 line->bank_ref,      line->text};

    fact_digest(numbers, 4, texts, 6, out);
}

enum err bankbook_has(struct book *book, const struct hash *key, bool *out)
{
    struct stmt *q = db_sql(book->db, "SELECT id FROM bank_line WHERE key = $1");

    bind_blob(q, 1, key->bytes, HASH_SIZE);
    *out = stmt_row(q);
    return stmt_end(q);
}

enum err bankbook_frozen(struct book *book, int64_t account_id, struct date *out)
{
    int64_t day = 0;

    TRY(db_get(book->db, &day, DATE_NONE.day,
               "SELECT MAX(r.day) FROM reconciliation r JOIN reconciliation_verdict v"
               " ON v.reconciliation_id = r.id WHERE r.account_id = $1 AND v.approved = 1",
               "i", account_id));
    *out = (struct date){(int32_t)day};
    return ERR_OK;
}

enum err bankbook_line_add(struct tx *tx, const struct bankbook_line *line, const struct hash *key,
                           int64_t *id)
{
    struct date frozen = DATE_NONE;
    char booked[DATE_TEXT], until[DATE_TEXT];
    const int64_t numbers[] = {tx->entry_id,     line->statement_id, line->account_id,
                               line->booked.day, line->value.day,    line->amount,
                               line->returned};
    const char *const texts[] = {line->currency.code, line->name, line->party, line->reference,
                                 line->bank_ref,      line->text, line->code,  line->reason};

    TRY(bankbook_frozen(tx->book, line->account_id, &frozen));
    if (date_is(frozen) && line->booked.day <= frozen.day)
        return fail(tx_note(tx), ERR_CONFLICT,
                    "a line of %s is new, but the account is reconciled and approved to %s; ask the"
                    " bank what it changed",
                    date_iso(line->booked, booked), date_iso(frozen, until));
    struct stmt *q =
        db_sql(tx->book->db,
               "INSERT INTO bank_line (entry_id, statement_id, account_id, booked, value, amount,"
               " returned, currency, name, party, reference, bank_ref, text, code, reason, key)"
               " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"
               " RETURNING id");
    bind_blob(q, 16, key->bytes, HASH_SIZE);
    return fact_write_row(tx, FACT_BANK_LINE, q, numbers, 7, texts, 8, id);
}

#define LINES                                                                                      \
    "SELECT l.id, l.statement_id, l.account_id, l.booked, l.value, l.amount, l.returned,"          \
    " l.currency, l.name, l.party, l.reference, l.bank_ref, l.text, l.code, l.reason,"             \
    " (SELECT m.group_id FROM bank_match m WHERE m.line_id = l.id AND NOT EXISTS"                  \
    " (SELECT 1 FROM bank_unmatch u WHERE u.group_id = m.group_id)) FROM bank_line l"

static void read_line(struct book *book, struct stmt *q, struct bankbook_line *out)
{
    *out = (struct bankbook_line){.id = col_i64(q, 0),
                                  .statement_id = col_i64(q, 1),
                                  .account_id = col_i64(q, 2),
                                  .booked = col_date(q, 3),
                                  .value = col_date(q, 4),
                                  .amount = col_i64(q, 5),
                                  .returned = col_i64(q, 6) != 0,
                                  .currency = book_currency_of(book, col_text(q, 7)),
                                  .name = col_text(q, 8),
                                  .party = col_text(q, 9),
                                  .reference = col_text(q, 10),
                                  .bank_ref = col_text(q, 11),
                                  .text = col_text(q, 12),
                                  .code = col_text(q, 13),
                                  .reason = col_text(q, 14),
                                  .group = col_i64(q, 15)};
}

void bankbook_line_keep(struct bankbook_line *line, struct arena *arena)
{
    line->name = arena_text(arena, line->name);
    line->party = arena_text(arena, line->party);
    line->reference = arena_text(arena, line->reference);
    line->bank_ref = arena_text(arena, line->bank_ref);
    line->text = arena_text(arena, line->text);
    line->code = arena_text(arena, line->code);
    line->reason = arena_text(arena, line->reason);
}

enum err bankbook_line_get(struct book *book, int64_t id, struct arena *arena,
                           struct bankbook_line *out)
{
    struct stmt *q = db_sql(book->db, LINES " WHERE l.id = $1");

    bind_i64(q, 1, id);
    const bool found = stmt_row(q);
    if (found) {
        read_line(book, q, out);
        bankbook_line_keep(out, arena);
    }
    TRY(stmt_end(q));
    return found ? ERR_OK
                 : fail(book->note, ERR_MISSING,
                        "the bank has no line %lld here; `bank list` shows them", (long long)id);
}

enum err bankbook_each(struct book *book, const struct bankbook_query *query,
                       enum err (*each)(void *self, const struct bankbook_line *line), void *self)
{
    struct stmt *q = db_sql(
        book->db, LINES " WHERE ($1 = 0 OR l.account_id = $1) AND l.booked BETWEEN $2 AND $3"
                        " AND ($4 = 0 OR (NOT EXISTS (SELECT 1 FROM bank_match m"
                        " WHERE m.line_id = l.id AND NOT EXISTS (SELECT 1 FROM bank_unmatch u"
                        " WHERE u.group_id = m.group_id)) AND NOT EXISTS (SELECT 1"
                        " FROM bank_account f WHERE f.account_id = l.account_id"
                        " AND l.booked < f.since))) ORDER BY l.booked, l.id");
    enum err e = ERR_OK;

    bind_i64(q, 1, query->account_id);
    bind_i64(q, 2, date_is(query->from) ? query->from.day : INT32_MIN);
    bind_i64(q, 3, date_is(query->to) ? query->to.day : INT32_MAX);
    bind_i64(q, 4, query->unmatched);
    while (e == ERR_OK && stmt_row(q)) {
        struct bankbook_line line;
        read_line(book, q, &line);
        e = each(self, &line);
    }
    return stmt_end_after(q, e);
}
