/* charge: runs of late charges from draft to document, and back. */
#include "ledger/charge.h"

#include "ledger/application.h"
#include "ledger/invoice.h"
#include "ledger/local.h"
#include "ledger/setting.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- drafts --------------------------------------------------------------------------------- */

static enum err draft_judge(struct tx *tx, int64_t id, struct arena *arena, struct charge_run *run)
{
    struct note *note = tx_note(tx);

    TRY(charge_run_get(tx_book(tx), id, arena, run));
    if (run->state == CHARGE_POSTED)
        return fail(note, ERR_CONFLICT, "run %lld is posted; `charge undo` takes it back",
                    (long long)id);
    if (run->state == CHARGE_DROPPED)
        return fail(note, ERR_CONFLICT, "run %lld was dropped; make another one", (long long)id);
    return ERR_OK;
}

static struct accrual_query query_of(const struct charge_run *run)
{
    return (struct accrual_query){.upto = run->upto,
                                  .as_of = DATE_NONE,
                                  .customer_id = run->customer_id,
                                  .collector = *run->collector ? run->collector : NULL};
}

struct drafting {
    struct tx *tx;
    int64_t run_id;
    int lines;
};

static enum err draft_add(void *self, const struct accrual *row)
{
    struct drafting *drafting = self;

    if (row->proposed == 0)
        return ERR_OK;
    drafting->lines++;
    struct stmt *q = db_sql(drafting->tx->book->db,
                            "INSERT INTO charge_draft (run_id, item_id, kind, customer_id,"
                            " proposed) VALUES ($1, $2, $3, $4, $5)"
                            " ON CONFLICT (run_id, item_id, kind)"
                            " DO UPDATE SET proposed = excluded.proposed");
    bind_i64(q, 1, drafting->run_id);
    bind_i64(q, 2, row->item_id);
    bind_i64(q, 3, row->kind);
    bind_i64(q, 4, row->customer_id);
    bind_i64(q, 5, row->proposed);
    return stmt_run(q);
}

enum err charge_run_make(struct tx *tx, const struct accrual_query *query, int64_t *id)
{
    struct book *book = tx_book(tx);
    struct drafting drafting = {.tx = tx};
    const char *const texts[] = {query->collector ? query->collector : ""};
    const int64_t numbers[] = {tx->entry_id, query->upto.day, query->customer_id};
    int64_t other = 0;

    /* look */
    TRY(db_get(book->db, &other, 0,
               "SELECT r.id FROM charge_run r WHERE NOT EXISTS (SELECT 1 FROM charge_run_end e"
               " WHERE e.run_id = r.id) AND (r.customer_id = 0 OR $1 = 0 OR r.customer_id = $1)"
               " ORDER BY r.id LIMIT 1",
               "i", query->customer_id));

    /* judge */
    if (other)
        return fail(book->note, ERR_CONFLICT,
                    "run %lld waits: post it, drop it, or work it out anew with `charge run --run"
                    " %lld`",
                    (long long)other, (long long)other);
    if (query->upto.day > book->today.day)
        return fail(book->note, ERR_INPUT,
                    "interest is charged for days that are over; `charge preview` shows those to"
                    " come");

    /* write */
    TRY(fact_write(tx, FACT_CHARGE_RUN,
                   "INSERT INTO charge_run (entry_id, upto, customer_id, collector)"
                   " VALUES ($1, $2, $3, $4) RETURNING id",
                   numbers, 3, texts, 1, id));
    drafting.run_id = *id;
    TRY(accrual_each(book, query, draft_add, &drafting));
    return drafting.lines ? ERR_OK
                          : fail(book->note, ERR_CONFLICT,
                                 "nothing is to be charged; `charge preview --all` says why");
}

enum err charge_run_again(struct tx *tx, int64_t id)
{
    struct book *book = tx_book(tx);
    struct drafting drafting = {.tx = tx, .run_id = id};
    struct arena arena = {0};
    struct charge_run run;
    enum err e;

    /* look and judge */
    TRY_OUT(draft_judge(tx, id, &arena, &run));

    /* write: lines that are left out stay, the others are what they are now */
    const struct accrual_query query = query_of(&run);
    TRY_OUT(
        db_run(book->db, "DELETE FROM charge_draft WHERE run_id = $1 AND left_out = 0", "i", id));
    e = accrual_each(book, &query, draft_add, &drafting);
out:
    arena_done(&arena);
    return e;
}

enum err charge_leave_out(struct tx *tx, int64_t run_id, int64_t item_id, bool out, int *lines)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct charge_run run;
    int64_t count = 0;
    enum err e;

    /* look and judge */
    TRY_OUT(draft_judge(tx, run_id, &arena, &run));
    TRY_OUT(db_get(book->db, &count, 0,
                   "SELECT COUNT(*) FROM charge_draft WHERE run_id = $1 AND item_id = $2", "ii",
                   run_id, item_id));
    if (count == 0)
        TRY_OUT(fail(book->note, ERR_MISSING,
                     "run %lld has no line on it; `charge list --run"
                     " %lld` shows them",
                     (long long)run_id, (long long)run_id));

    /* write */
    e = db_run(book->db, "UPDATE charge_draft SET left_out = $3 WHERE run_id = $1 AND item_id = $2",
               "iii", run_id, item_id, (int64_t)out);
    *lines = (int)count;
out:
    arena_done(&arena);
    return e;
}

static enum err run_end(struct tx *tx, int64_t id, enum charge_state state, struct date day)
{
    const int64_t numbers[] = {tx->entry_id, id, state == CHARGE_POSTED, day.day};
    int64_t row = 0;

    TRY(fact_write(tx, FACT_CHARGE_RUN_END,
                   "INSERT INTO charge_run_end (entry_id, run_id, kind, day)"
                   " VALUES ($1, $2, $3, $4) RETURNING id",
                   numbers, 4, NULL, 0, &row));
    return db_run(tx->book->db, "DELETE FROM charge_draft WHERE run_id = $1", "i", id);
}

enum err charge_run_drop(struct tx *tx, int64_t id)
{
    struct arena arena = {0};
    struct charge_run run;
    enum err e;

    TRY_OUT(draft_judge(tx, id, &arena, &run));
    e = run_end(tx, id, CHARGE_DROPPED, tx->book->today);
out:
    arena_done(&arena);
    return e;
}

/* ---- posting: what is charged --------------------------------------------------------------- */

struct posting_run {
    struct tx *tx;
    struct arena *arena;
    int64_t run_id;
    struct accrual *rows;
    int count, room;
    int changed;
    const char *first; /* what is first among the changed, as a sentence */
};

static void changed_note(struct posting_run *posting, const struct charge_draft *draft)
{
    char now[MONEY_TEXT], was[MONEY_TEXT];
    const struct accrual *row = draft->now;

    if (posting->changed++ > 0)
        return;
    posting->first = arena_format(posting->arena, "%s was %s and is %s now", row->number,
                                  money_plain(money_of(draft->drafted, row->currency), was),
                                  money_plain(money_of(row->proposed, row->currency), now));
}

static enum err row_take(void *self, const struct charge_draft *draft)
{
    struct posting_run *posting = self;
    const struct accrual *row = draft->now;

    if (draft->left_out)
        return ERR_OK;
    if (row->proposed != draft->drafted) {
        changed_note(posting, draft);
        return ERR_OK;
    }
    if (posting->count == posting->room) {
        posting->room = posting->room ? posting->room * 2 : 64;
        posting->rows = mem_resize(posting->rows, (size_t)posting->room, sizeof *posting->rows);
    }
    struct accrual *kept = &posting->rows[posting->count++];
    *kept = *row;
    kept->customer = arena_text(posting->arena, row->customer);
    kept->number = arena_text(posting->arena, row->number);
    struct interest_piece *pieces =
        arena_new(posting->arena, ((size_t)row->piece_count + 1) * sizeof *pieces);
    if (row->piece_count)
        memcpy(pieces, row->pieces, (size_t)row->piece_count * sizeof *pieces);
    kept->pieces = pieces;
    return ERR_OK;
}

/* ---- posting: documents --------------------------------------------------------------------- */

static const char *rate_text(int64_t ppm, struct arena *arena)
{
    const char *text =
        arena_format(arena, "%lld.%04lld", (long long)(ppm / 10000), (long long)(ppm % 10000));
    size_t len = strlen(text);

    while (text[len - 1] == '0')
        len--;
    if (text[len - 1] == '.')
        len--;
    return arena_bytes(arena, text, len);
}

/* As it stands on the paper: what it is for, and how it comes about where one line tells it. */
static const char *line_text(const struct accrual *row, struct arena *arena)
{
    char due[DATE_TEXT], upto[DATE_TEXT], open[MONEY_TEXT], before[MONEY_TEXT];
    const char *text;

    date_iso(row->due, due);
    if (row->kind == ACCRUAL_LUMP)
        return arena_format(arena, "Compensation for late payment of %s, due %s", row->number, due);
    date_iso(row->upto, upto);
    const struct interest_piece *piece = row->pieces;
    if (row->piece_count == 1)
        text =
            arena_format(arena, "Interest on %s, due %s: %s at %s %% for %d days to %s",
                         row->number, due, money_plain(money_of(piece->open, row->currency), open),
                         rate_text(piece->ppm, arena), row->days, date_iso(piece->to, upto));
    else
        text = arena_format(arena, "Interest on %s, due %s: %d days to %s", row->number, due,
                            row->days, upto);
    if (row->charged == 0)
        return text;
    return arena_format(arena, "%s, less %s charged before", text,
                        money_plain(money_of(row->charged, row->currency), before));
}

static enum err line_write(struct tx *tx, int64_t run_id, int64_t document_id,
                           const struct accrual *row)
{
    const int64_t numbers[] = {tx->entry_id,  run_id,    document_id,  row->item_id, row->kind,
                               row->upto.day, row->days, row->accrued, row->charged, row->proposed};
    int64_t id = 0, piece_id = 0;

    TRY(fact_write(tx, FACT_CHARGE_LINE,
                   "INSERT INTO charge_line (entry_id, run_id, document_id, item_id, kind, upto,"
                   " days, accrued, before, amount)"
                   " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id",
                   numbers, 10, NULL, 0, &id));
    for (int i = 0; i < row->piece_count; i++) {
        const struct interest_piece *piece = &row->pieces[i];
        const int64_t parts[] = {tx->entry_id, id,         piece->from.day, piece->to.day,
                                 piece->open,  piece->ppm, piece->divisor};
        TRY(fact_write(tx, FACT_CHARGE_PIECE,
                       "INSERT INTO charge_piece (entry_id, line_id, from_day, to_day, open, ppm,"
                       " divisor) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
                       parts, 7, NULL, 0, &piece_id));
    }
    return ERR_OK;
}

/* A credit for what was charged too much goes to the charges that it corrects, the last first. */
static enum err credit_apply(struct tx *tx, const struct accrual *row, int64_t credit_id,
                             struct date date, struct arena *arena)
{
    struct book *book = tx_book(tx);
    int64_t debits[32], left = -row->proposed;
    int count = 0;
    struct stmt *q = db_sql(book->db, "SELECT DISTINCT i.id FROM charge_line l JOIN item i"
                                      " ON i.document_id = l.document_id WHERE l.item_id = $1"
                                      " AND i.open > 0 ORDER BY i.id DESC");

    bind_i64(q, 1, row->item_id);
    while (stmt_row(q) && count < (int)(sizeof debits / sizeof debits[0]))
        debits[count++] = col_i64(q, 0);
    TRY(stmt_end(q));
    for (int i = 0; i < count && left > 0; i++) {
        struct item debit;
        struct application_made made;
        TRY(item_get(book, debits[i], arena, &debit));
        const struct application_new application = {.debit_id = debits[i],
                                                    .credit_id = credit_id,
                                                    .amount = left < debit.open ? left : debit.open,
                                                    .date = date,
                                                    .reason = "charged too much"};
        TRY(application_post(tx, &application, &made));
        left -= application.amount;
    }
    return ERR_OK;
}

/* One document over the rows from..to that are charges, or those that are credits. */
static enum err document_make(struct posting_run *posting, int from, int to, bool credit,
                              struct date date, struct charge_posted *out)
{
    struct tx *tx = posting->tx;
    struct book *book = tx_book(tx);
    const struct accrual *first = NULL;
    struct document_line *lines = arena_new(posting->arena, (size_t)(to - from) * sizeof *lines);
    struct document_made made;
    int64_t total = 0, source = 0;
    int count = 0;

    for (int i = from; i < to; i++) {
        const struct accrual *row = &posting->rows[i];
        if ((row->proposed < 0) != credit)
            continue;
        source = !first || source == row->document_id ? row->document_id : 0;
        first = first ? first : row;
        lines[count] =
            (struct document_line){.text = line_text(row, posting->arena),
                                   .quantity = MICRO,
                                   .net = credit ? -row->proposed : row->proposed,
                                   .account_id = account_of(book, ACCOUNT_PART_LATE_CHARGE)};
        TRY(amount_add(total, lines[count++].net, &total));
    }
    if (count == 0)
        return ERR_OK;
    const int days = credit ? 0 : (int)setting_int_for(book, first->customer_id, "charge.due");
    struct item_new item = {.account_id = account_of(book, ACCOUNT_PART_RECEIVABLE),
                            .customer_id = first->customer_id,
                            .amount = credit ? -total : total,
                            .due = date_add(date, days),
                            .value = date};
    struct posting income = {.account_id = account_of(book, ACCOUNT_PART_LATE_CHARGE),
                             .amount = credit ? total : -total};
    struct document_new doc = {.kind = credit ? DOCUMENT_CREDIT : DOCUMENT_CHARGE,
                               .customer_id = first->customer_id,
                               .issued = date,
                               .effective = date,
                               .currency = first->currency,
                               .total = total,
                               .related_id = source,
                               .reason = credit ? "charged too much" : "late payment",
                               .lines = lines,
                               .line_count = count,
                               .items = &item,
                               .item_count = 1,
                               .postings = &income,
                               .posting_count = 1};
    TRY(document_post(tx, &doc, &made));
    for (int i = from; i < to; i++)
        if ((posting->rows[i].proposed < 0) == credit) {
            if (credit)
                TRY(credit_apply(tx, &posting->rows[i], made.first_item, date, posting->arena));
            TRY(line_write(tx, posting->run_id, made.id, &posting->rows[i]));
        }
    if (!out->first[0])
        snprintf(out->first, sizeof out->first, "%s", made.number);
    out->lines += count;
    *(credit ? &out->credits : &out->charges) += 1;
    return ERR_OK;
}

static enum err documents_make(struct posting_run *posting, struct date date,
                               struct charge_posted *out)
{
    for (int from = 0, to; from < posting->count; from = to) {
        const struct accrual *first = &posting->rows[from];
        for (to = from + 1; to < posting->count; to++)
            if (posting->rows[to].customer_id != first->customer_id ||
                !currency_is(posting->rows[to].currency, first->currency))
                break;
        TRY(document_make(posting, from, to, false, date, out));
        TRY(document_make(posting, from, to, true, date, out));
    }
    return ERR_OK;
}

enum err charge_run_post(struct tx *tx, int64_t id, struct date date, struct charge_posted *out)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct charge_run run;
    struct posting_run posting = {.tx = tx, .arena = &arena, .run_id = id};
    enum err e;

    /* look */
    *out = (struct charge_posted){.lines = 0};
    TRY_OUT(draft_judge(tx, id, &arena, &run));
    TRY_OUT(charge_draft_each(book, id, row_take, &posting));

    /* judge */
    if (posting.changed)
        TRY_OUT(fail(book->note, ERR_CONFLICT,
                     "run %lld does not fit the books any more: %s%s; work it out anew with `charge"
                     " run --run %lld`",
                     (long long)id, posting.first, posting.changed > 1 ? ", and others" : "",
                     (long long)id));
    if (posting.count == 0)
        TRY_OUT(fail(book->note, ERR_CONFLICT, "all lines of run %lld are left out; drop it",
                     (long long)id));
    if (date.day < run.upto.day)
        TRY_OUT(fail(book->note, ERR_INPUT,
                     "a charge is dated on the last day that it counts, or later"));

    /* write */
    TRY_OUT(documents_make(&posting, date, out));
    e = run_end(tx, id, CHARGE_POSTED, date);
out:
    free(posting.rows);
    arena_done(&arena);
    return e;
}

/* ---- taken back ----------------------------------------------------------------------------- */

enum err charge_run_undo(struct tx *tx, int64_t id, struct date date, const char *reason,
                         int *documents)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct charge_run run;
    struct document_made made;
    int64_t count = 0, *ids;
    enum err e;

    /* look */
    *documents = 0;
    TRY_OUT(charge_run_get(book, id, &arena, &run));
    TRY_OUT(
        db_get(book->db, &count, 0, "SELECT COUNT(*) FROM charge_line WHERE run_id = $1", "i", id));
    ids = arena_new(&arena, ((size_t)count + 1) * sizeof *ids);
    struct stmt *q = db_sql(book->db, "SELECT DISTINCT l.document_id FROM charge_line l"
                                      " WHERE l.run_id = $1 AND NOT EXISTS (SELECT 1"
                                      " FROM document v WHERE v.reverses_id = l.document_id)"
                                      " ORDER BY l.document_id");
    bind_i64(q, 1, id);
    while (stmt_row(q) && *documents < (int)count)
        ids[(*documents)++] = col_i64(q, 0);
    TRY_OUT(stmt_end(q));

    /* judge */
    if (run.state != CHARGE_POSTED)
        TRY_OUT(fail(book->note, ERR_CONFLICT, "run %lld is not posted", (long long)id));
    if (*documents == 0)
        TRY_OUT(
            fail(book->note, ERR_CONFLICT, "all of run %lld is taken back already", (long long)id));

    /* write: credits first, so that the charges they were set off against are whole again */
    for (int i = *documents; i-- > 0;)
        TRY_OUT(invoice_void(tx, ids[i], date, reason, &made));
out:
    arena_done(&arena);
    return e;
}
