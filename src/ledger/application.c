/* application: pairing debits with credits, and taking an act back. */
#include "ledger/application.h"

#include "ledger/deferredtax.h"
#include "ledger/local.h"
#include "ledger/shortage.h"
#include "rules/allocate.h"
#include "rules/settle.h"

#include <stdio.h>
#include <stdlib.h>

/* What has been applied to one item, on one basis: the rules find the day from which there is room.
 * */
struct moves {
    struct settle_move *effective, *posted; /* each ascending */
    int count;
    struct date last_posted; /* of all rows; NONE when there are none */
};

static int by_date(const void *a, const void *b)
{
    const struct settle_move *x = a, *y = b;
    return (x->date.day > y->date.day) - (x->date.day < y->date.day);
}

static enum err read_moves(struct tx *tx, const struct item *item, struct arena *arena,
                           struct moves *out)
{
    *out = (struct moves){.last_posted = DATE_NONE};
    if (item->id >= tx->first_item && item->open == item->amount && !tx->unapplied)
        return ERR_OK; /* made just now and untouched */
    struct stmt *q =
        item->amount > 0
            ? db_sql(tx->book->db,
                     "SELECT posted, amount, effective FROM application WHERE debit_id = $1"
                     " ORDER BY posted")
            : db_sql(tx->book->db,
                     "SELECT posted, amount, effective FROM application WHERE credit_id = $1"
                     " ORDER BY posted");
    int room = 0;
    bind_i64(q, 1, item->id);
    while (stmt_row(q)) {
        if (out->count == room) {
            room = room ? room * 2 : 8;
            struct settle_move *effective = arena_new(arena, (size_t)room * sizeof *effective);
            struct settle_move *posted = arena_new(arena, (size_t)room * sizeof *posted);
            for (int i = 0; i < out->count; i++) {
                effective[i] = out->effective[i];
                posted[i] = out->posted[i];
            }
            out->effective = effective;
            out->posted = posted;
        }
        out->last_posted = col_date(q, 0);
        out->posted[out->count] = (struct settle_move){out->last_posted, col_i64(q, 1)};
        out->effective[out->count++] = (struct settle_move){col_date(q, 2), col_i64(q, 1)};
    }
    TRY(stmt_end(q));
    if (out->count > 1)
        qsort(out->effective, (size_t)out->count, sizeof *out->effective, by_date);
    return ERR_OK;
}

static struct date later(struct date a, struct date b)
{
    return a.day >= b.day ? a : b;
}

/* The first day from `from` on at which both items have room for the amount. */
static struct date room_from(const struct item *debit, const struct moves *debit_moves,
                             const struct item *credit, const struct moves *credit_moves,
                             bool posted, struct date from, int64_t amount)
{
    const struct date a =
        settle_from(debit->amount, posted ? debit_moves->posted : debit_moves->effective,
                    (size_t)debit_moves->count, from, amount);
    const struct date b =
        settle_from(-credit->amount, posted ? credit_moves->posted : credit_moves->effective,
                    (size_t)credit_moves->count, from, amount);
    return !date_is(a) || !date_is(b) ? DATE_NONE : later(a, b);
}

enum err item_room_from(struct tx *tx, const struct item *item, struct date from, struct date *out)
{
    struct arena arena = {0};
    struct moves moves;
    const enum err e = read_moves(tx, item, &arena, &moves);

    if (e == ERR_OK)
        *out = settle_from(item->amount > 0 ? item->amount : -item->amount, moves.effective,
                           (size_t)moves.count, from, item->amount > 0 ? item->open : -item->open);
    arena_done(&arena);
    return e;
}

enum err application_room(struct tx *tx, const struct item *item, int64_t amount, struct date from,
                          struct date *out)
{
    struct arena arena = {0};
    struct moves moves;
    enum err e;

    TRY_OUT(read_moves(tx, item, &arena, &moves));
    *out = settle_from(item->amount < 0 ? -item->amount : item->amount, moves.effective,
                       (size_t)moves.count, from, amount);
    if (!date_is(*out)) /* more than is open: whoever posts it finds the words */
        *out = from;
out:
    arena_done(&arena);
    return e;
}

static enum err item_short(struct tx *tx, const struct item *item, int64_t left, int64_t wanted,
                           const char *way)
{
    char words[MONEY_TEXT + 40], figure[MONEY_TEXT];

    snprintf(words, sizeof words, "%s cannot be applied %s it",
             money_plain(money_of(wanted, item->currency), figure), way);
    return shortage_fail(tx->book, &(struct shortage){.document_id = item->document_id,
                                                      .instalment = item->seq > 1 ? item->seq : 0,
                                                      .left = money_of(left, item->currency),
                                                      .so = words});
}

static enum err judge_pair(struct tx *tx, const struct item *debit, const struct item *credit,
                           int64_t amount)
{
    struct note *note = tx_note(tx);

    if (debit->amount <= 0)
        return fail(note, ERR_CONFLICT, "%s is not a debit: nothing can be paid on it",
                    debit->number);
    if (credit->amount >= 0)
        return fail(note, ERR_CONFLICT, "%s is not a credit: it cannot pay anything",
                    credit->number);
    if (debit->customer_id != credit->customer_id || debit->account_id != credit->account_id)
        return fail(note, ERR_CONFLICT,
                    "%s and %s are not of one customer and account; a transfer is needed",
                    debit->number, credit->number);
    if (!currency_is(debit->currency, credit->currency))
        return fail(note, ERR_CONFLICT,
                    "%s is in %s but %s is in %s: say what was settled with --settles",
                    debit->number, debit->currency.code, credit->number, credit->currency.code);
    if (amount <= 0)
        return fail(note, ERR_INPUT, "the amount to apply must be more than zero");
    if (amount > debit->open)
        return item_short(tx, debit, debit->open, amount, "to");
    if (amount > -credit->open)
        return item_short(tx, credit, -credit->open, amount, "from");
    return ERR_OK;
}

/* Effective and posted day of the application (R1). */
static enum err judge_dates(struct tx *tx, const struct application_new *application,
                            const struct item *debit, const struct item *credit,
                            const struct moves moves[2], struct date *effective,
                            struct date *posted)
{
    const struct date first = later(debit->effective, credit->effective);
    const struct date from = date_given(application->date) ? application->date : first;
    char day[DATE_TEXT], since[DATE_TEXT];

    if (from.day < first.day)
        return fail(tx_note(tx), ERR_CONFLICT,
                    "%s cannot be applied to %s on %s: the later of them is dated %s",
                    credit->number, debit->number, date_iso(from, day), date_iso(first, since));
    *effective = room_from(debit, &moves[0], credit, &moves[1], false, from, application->amount);
    const struct date least =
        period_open_from(tx, later(*effective, later(debit->posted, credit->posted)));
    *posted = room_from(debit, &moves[0], credit, &moves[1], true, least, application->amount);
    must(date_is(*effective) && date_is(*posted)); /* open today is the room at the end of time */
    if (date_given(application->date) && effective->day != from.day)
        return fail(tx_note(tx), ERR_CONFLICT,
                    "%s and %s have room for this amount only from %s on, not on %s: later "
                    "applications were"
                    " taken back since",
                    debit->number, credit->number, date_iso(*effective, since),
                    date_iso(from, day));
    return ERR_OK;
}

static enum err store_open(struct tx *tx, const struct item *item, int64_t open,
                           struct date settled)
{
    struct stmt *q =
        db_sql(tx->book->db, "UPDATE item SET open = $1, settled_on = $2 WHERE id = $3");

    bind_i64(q, 1, open);
    bind_i64(q, 2, open == 0 ? settled.day : DATE_NEVER.day);
    bind_i64(q, 3, item->id);
    return stmt_run(q);
}

struct row {
    int64_t id, act_id, debit_id, credit_id, amount, debit_base, credit_base, reverses_id;
    struct date effective, posted;
    const char *reason;
};

static enum err write_row(struct tx *tx, const struct row *row)
{
    struct hash digest;

    TRY(period_judge(tx, row->posted));
    struct stmt *q = db_sql(
        tx->book->db,
        "INSERT INTO application (id, entry_id, act_id, debit_id, credit_id, amount, debit_base,"
        " credit_base, effective, posted, reverses_id, reason)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)");
    bind_i64(q, 1, row->id);
    bind_i64(q, 2, tx->entry_id);
    bind_i64(q, 3, row->act_id);
    bind_i64(q, 4, row->debit_id);
    bind_i64(q, 5, row->credit_id);
    bind_i64(q, 6, row->amount);
    bind_i64(q, 7, row->debit_base);
    bind_i64(q, 8, row->credit_base);
    bind_i64(q, 9, row->effective.day);
    bind_i64(q, 10, row->posted.day);
    if (row->reverses_id)
        bind_i64(q, 11, row->reverses_id);
    else
        bind_null(q, 11);
    bind_text(q, 12, row->reason ? row->reason : "");
    TRY(stmt_run(q));
    application_digest(row->id, tx->entry_id, row->act_id, row->debit_id, row->credit_id,
                       row->amount, row->debit_base, row->credit_base, row->effective.day,
                       row->posted.day, row->reverses_id, row->reason, &digest);
    tx_fact(tx, FACT_APPLICATION, row->id, &digest);
    period_take_late(tx, row->effective, row->posted);
    return ERR_OK;
}

/* Realised gain or loss: the item of the receivable is moved by what both sides relieved
 * differently. */
static enum err post_fx(struct tx *tx, const struct item *debit, int64_t gain,
                        const struct row *row)
{
    struct book *book = tx->book;
    struct item_new item = {.account_id = debit->account_id,
                            .customer_id = debit->customer_id,
                            .base = gain,
                            .due = row->effective,
                            .value = row->effective};
    struct posting other = {
        .account_id = account_of(book, gain > 0 ? ACCOUNT_PART_FX_GAIN : ACCOUNT_PART_FX_LOSS),
        .base = -gain};
    struct document_new doc = {.kind = DOCUMENT_FX,
                               .customer_id = debit->customer_id,
                               .effective = row->effective,
                               .posted = row->posted,
                               .currency = debit->currency,
                               .rate = {1, 1},
                               .base_total = gain,
                               .base_given = true,
                               .related_id = debit->document_id,
                               .act_id = row->act_id,
                               .reference = debit->number,
                               .items = &item,
                               .item_count = 1,
                               .postings = &other,
                               .posting_count = 1};
    struct document_made made;

    return document_post(tx, &doc, &made);
}

enum err application_post(struct tx *tx, const struct application_new *application,
                          struct application_made *out)
{
    struct arena arena = {0};
    struct item debit, credit;
    enum err e;

    TRY_OUT(item_get(tx->book, application->debit_id, &arena, &debit));
    TRY_OUT(item_get(tx->book, application->credit_id, &arena, &credit));
    e = application_pair(tx, application, &debit, &credit, out);
out:
    arena_done(&arena);
    return e;
}

enum err application_pair(struct tx *tx, const struct application_new *application,
                          const struct item *debit, const struct item *credit,
                          struct application_made *out)
{
    struct arena arena = {0};
    struct moves moves[2];
    struct row row = {.debit_id = application->debit_id,
                      .credit_id = application->credit_id,
                      .amount = application->amount,
                      .reason = application->reason};
    enum err e;

    /* judge */
    TRY_OUT(judge_pair(tx, debit, credit, application->amount));
    TRY_OUT(read_moves(tx, debit, &arena, &moves[0]));
    TRY_OUT(read_moves(tx, credit, &arena, &moves[1]));
    TRY_OUT(judge_dates(tx, application, debit, credit, moves, &row.effective, &row.posted));
    TRY_OUT(allocate_base(row.amount, debit->open, debit->open_base, &row.debit_base));
    TRY_OUT(allocate_base(row.amount, -credit->open, -credit->open_base, &row.credit_base));

    /* write */
    row.id = tx_application_id(tx);
    row.act_id = application->act_id ? application->act_id : row.id;
    TRY_OUT(write_row(tx, &row));
    TRY_OUT(
        store_open(tx, debit, debit->open - row.amount, later(row.posted, moves[0].last_posted)));
    TRY_OUT(
        store_open(tx, credit, credit->open + row.amount, later(row.posted, moves[1].last_posted)));
    const int64_t gain = row.credit_base - row.debit_base;
    if (gain != 0)
        TRY_OUT(post_fx(tx, debit, gain, &row));
    TRY_OUT(deferredtax_post(tx, &(struct deferredtax_act){.debit = debit,
                                                           .credit = credit,
                                                           .application_id = row.id,
                                                           .act_id = row.act_id,
                                                           .amount = row.amount,
                                                           .effective = row.effective,
                                                           .posted = row.posted}));
    *out = (struct application_made){.id = row.id,
                                     .act_id = row.act_id,
                                     .date = row.effective,
                                     .fx = gain,
                                     .moved = !date_given(application->date) &&
                                              row.effective.day >
                                                  later(debit->effective, credit->effective).day};
out:
    arena_done(&arena);
    return e;
}

/* The rows of an act that still stand, last first. */
static enum err read_act(struct book *book, int64_t act_id, struct arena *arena, struct row **out,
                         int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM application WHERE act_id = $1", "i",
               act_id));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(
        book->db,
        "SELECT a.id, a.debit_id, a.credit_id, a.amount, a.debit_base, a.credit_base, a.effective,"
        " a.posted FROM application a WHERE a.act_id = $1 AND a.reverses_id IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM application r WHERE r.reverses_id = a.id)"
        " ORDER BY a.id DESC");
    bind_i64(q, 1, act_id);
    while (stmt_row(q))
        (*out)[(*count)++] = (struct row){.id = col_i64(q, 0),
                                          .act_id = act_id,
                                          .debit_id = col_i64(q, 1),
                                          .credit_id = col_i64(q, 2),
                                          .amount = col_i64(q, 3),
                                          .debit_base = col_i64(q, 4),
                                          .credit_base = col_i64(q, 5),
                                          .effective = col_date(q, 6),
                                          .posted = col_date(q, 7)};
    return stmt_end(q);
}

static enum err reverse_row(struct tx *tx, const struct row *old, struct date date,
                            const char *reason)
{
    struct item debit, credit;
    struct row row = *old;

    TRY(item_get(tx->book, old->debit_id, NULL, &debit));
    TRY(item_get(tx->book, old->credit_id, NULL, &credit));
    row.id = tx_application_id(tx);
    row.amount = -old->amount;
    row.debit_base = -old->debit_base;
    row.credit_base = -old->credit_base;
    row.effective = date;
    row.posted = period_open_from(tx, later(date, old->posted));
    row.reverses_id = old->id;
    row.reason = reason;
    TRY(write_row(tx, &row));
    tx->unapplied = true;
    TRY(store_open(tx, &debit, debit.open + old->amount, DATE_NEVER));
    return store_open(tx, &credit, credit.open - old->amount, DATE_NEVER);
}

/* Documents that the act made and that are not reversed yet. */
static enum err read_made(struct book *book, int64_t act_id, struct arena *arena, int64_t **out,
                          int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM document WHERE act_id = $1", "i", act_id));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q =
        db_sql(book->db, "SELECT d.id FROM document d WHERE d.act_id = $1 AND d.reverses_id IS NULL"
                         " AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id)"
                         " ORDER BY d.id DESC");
    bind_i64(q, 1, act_id);
    while (stmt_row(q))
        (*out)[(*count)++] = col_i64(q, 0);
    return stmt_end(q);
}

enum err application_unapply(struct tx *tx, int64_t act_id, struct date date, const char *reason)
{
    struct arena arena = {0};
    struct row *rows = NULL;
    int64_t *documents = NULL;
    int row_count = 0, document_count = 0;
    enum err e;

    /* look */
    TRY_OUT(read_act(tx->book, act_id, &arena, &rows, &row_count));
    TRY_OUT(read_made(tx->book, act_id, &arena, &documents, &document_count));

    /* judge */
    if (row_count == 0) {
        e = fail(tx_note(tx), ERR_CONFLICT, "this application has been taken back already");
        goto out;
    }
    for (int i = 0; i < row_count; i++)
        if (date.day < rows[i].effective.day) {
            char day[DATE_TEXT];
            e = fail_about(tx_note(tx), "date",
                           fail(tx_note(tx), ERR_CONFLICT,
                                "the application is dated %s; it cannot be taken back before that",
                                date_iso(rows[i].effective, day)));
            goto out;
        }

    /* write: rows first, so that the items of the act's own documents are open again */
    for (int i = 0; i < row_count; i++)
        TRY_OUT(reverse_row(tx, &rows[i], date, reason));
    for (int i = 0; i < document_count; i++) {
        struct document_made made;
        TRY_OUT(document_reverse(tx, documents[i], DOCUMENT_CONTRA, date, reason, &made));
    }
    e = ERR_OK;
out:
    arena_done(&arena);
    return e;
}

enum err application_unapply_entry(struct tx *tx, int64_t entry_id, struct date date,
                                   const char *reason, int *acts)
{
    struct arena arena = {0};
    struct act_day {
        int64_t act_id;
        struct date date;
    } * days;
    int64_t room = 0;
    int count = 0;
    enum err e;

    *acts = 0;
    TRY_OUT(db_get(tx->book->db, &room, 0, "SELECT COUNT(*) FROM application WHERE entry_id = $1",
                   "i", entry_id));
    days = arena_new(&arena, ((size_t)room + 1) * sizeof *days);
    struct stmt *q = db_sql(
        tx->book->db, "SELECT a.act_id, MAX(a.effective) FROM application a"
                      " WHERE a.entry_id = $1 AND a.reverses_id IS NULL"
                      " AND NOT EXISTS (SELECT 1 FROM application r WHERE r.reverses_id = a.id)"
                      " GROUP BY a.act_id ORDER BY a.act_id DESC");
    bind_i64(q, 1, entry_id);
    while (stmt_row(q)) {
        const struct date own = col_date(q, 1);
        days[count++] = (struct act_day){col_i64(q, 0), date_given(date) ? later(date, own) : own};
    }
    TRY_OUT(stmt_end(q));
    for (; *acts < count; ++*acts)
        TRY_OUT(application_unapply(tx, days[*acts].act_id, days[*acts].date, reason));
out:
    arena_done(&arena);
    return e;
}
