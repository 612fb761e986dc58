/* batch: batches are opened, filled, corrected, and marked as posted or dropped. */
#include "ledger/batch.h"

#include "base/text.h"
#include "ledger/local.h"

#include <string.h>

#define NUMBER_TEXT 32

/* ---- judging ---- */

static enum err judge_open(struct book *book, const struct batch *batch)
{
    if (batch_state_is_open(batch->state))
        return ERR_OK;
    return fail(book->note, ERR_CONFLICT, "batch %s is %s already, by %s", batch->number,
                batch->state == BATCH_DROPPED ? "dropped" : "posted", batch->ended_by);
}

static enum err open_get(struct tx *tx, int64_t id, struct arena *arena, struct batch *out)
{
    TRY(batch_get(tx_book(tx), id, arena, out));
    return judge_open(tx_book(tx), out);
}

static enum err judge_reason(struct tx *tx, const char *reason, const char *what)
{
    if (!reason || text_is_blank(reason))
        return fail(tx_note(tx), ERR_INPUT, "--reason: say why %s", what);
    return ERR_OK;
}

static enum err judge_control(struct tx *tx, const struct batch_new *control)
{
    if (control->count <= 0)
        return fail(tx_note(tx), ERR_INPUT, "--count: a batch expects at least one payment");
    if (control->total <= 0)
        return fail(tx_note(tx), ERR_INPUT, "--total: a batch comes to more than 0.00");
    return ERR_OK;
}

/* ---- what happened ---- */

static enum err happened(struct tx *tx, int64_t id, const char *field, const char *before,
                         const char *after)
{
    return tx_change(tx, "batch", id, field, before, after);
}

/* "14 4310.00": a line as it is kept when it is taken out. */
static const char *line_text(const struct batch_line *line, const struct batch *batch,
                             struct arena *arena)
{
    char text[MONEY_TEXT];

    return arena_format(arena, "%lld %s", (long long)line->seq,
                        money_plain(money_of(line->amount, batch->currency), text));
}

/* ---- opening ---- */

/* 0 is A, 25 Z, 26 AA. */
static void letters_of(int64_t place, char out[NUMBER_TEXT])
{
    char turned[NUMBER_TEXT];
    int len = 0;

    for (place++; place > 0; place = (place - 1) / 26)
        turned[len++] = (char)('A' + (place - 1) % 26);
    for (int i = 0; i < len; i++)
        out[i] = turned[len - 1 - i];
    out[len] = 0;
}

enum err batch_open(struct tx *tx, const struct batch_new *batch, int64_t *id)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    char day[DATE_TEXT], letters[NUMBER_TEXT];
    int64_t before = 0;
    enum err e;

    TRY_OUT(judge_control(tx, batch));
    if (account_control_of(book, batch->account_id) != CONTROL_NONE)
        TRY_OUT(fail(book->note, ERR_CONFLICT, "--bank: a control account is no bank account"));
    if (batch->account_id)
        TRY_OUT(account_suits(book, batch->account_id, ACCOUNT_PART_BANK));
    TRY_OUT(db_get(book->db, &before, 0, "SELECT COUNT(*) FROM batch WHERE day = $1", "i",
                   (int64_t)batch->day.day));
    letters_of(before, letters);

    struct stmt *q =
        db_sql(book->db, "INSERT INTO batch (entry_id, number, day, account_id, currency, count,"
                         " total, tape) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id");
    bind_i64(q, 1, tx->entry_id);
    bind_text(q, 2, arena_format(&arena, "%s/%s", date_iso(batch->day, day), letters));
    bind_i64(q, 3, batch->day.day);
    bind_i64(q, 4, batch->account_id);
    bind_text(q, 5, batch->currency.code);
    bind_i64(q, 6, batch->count);
    bind_i64(q, 7, batch->total);
    bind_text(q, 8, batch->tape ? batch->tape : "");
    *id = 0;
    if (stmt_row(q))
        *id = col_i64(q, 0);
    e = stmt_end(q);
out:
    arena_done(&arena);
    return e;
}

enum err batch_correct(struct tx *tx, int64_t id, const struct batch_new *control,
                       const char *reason)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct batch batch;
    char before[MONEY_TEXT], after[MONEY_TEXT];
    enum err e;

    TRY_OUT(open_get(tx, id, &arena, &batch));
    TRY_OUT(judge_control(tx, control));
    TRY_OUT(judge_reason(tx, reason, "the control total changes"));

    if (control->count != batch.count)
        TRY_OUT(happened(tx, id, "count", arena_format(&arena, "%lld", (long long)batch.count),
                         arena_format(&arena, "%lld", (long long)control->count)));
    if (control->total != batch.total)
        TRY_OUT(happened(tx, id, "total",
                         money_plain(money_of(batch.total, batch.currency), before),
                         money_plain(money_of(control->total, batch.currency), after)));
    if (control->tape && strcmp(control->tape, batch.tape) != 0)
        TRY_OUT(happened(tx, id, "tape", batch.tape, control->tape));
    TRY_OUT(happened(tx, id, "reason", NULL, reason));
    e = db_run(book->db, "UPDATE batch SET count = $1, total = $2, tape = $3 WHERE id = $4", "iiti",
               control->count, control->total, control->tape ? control->tape : batch.tape, id);
out:
    arena_done(&arena);
    return e;
}

/* ---- lines ---- */

/* The payment that an entry made. */
static enum err payment_of(struct tx *tx, int64_t entry_id, int64_t *id)
{
    TRY(db_get(tx_book(tx)->db, id, 0,
               "SELECT id FROM document WHERE id >= $1 AND kind = $2 AND entry_id = $3 ORDER BY id"
               " LIMIT 1",
               "iii", tx->first_document, (int64_t)DOCUMENT_PAYMENT, entry_id));
    must(*id != 0);
    return ERR_OK;
}

enum err batch_line_tried(struct tx *tx, struct arena *arena, struct batch_line_new *out)
{
    struct book *book = tx_book(tx);
    struct receipt receipt = {.payer = ""};
    struct document document;
    int64_t room = 0, document_id = 0;
    bool is = false;

    TRY(payment_of(tx, tx->trial.entry, &document_id));
    TRY(document_get(book, document_id, arena, &document));
    TRY(document_receipt(book, document_id, arena, &receipt, &is));
    *out = (struct batch_line_new){.customer_id = document.customer_id,
                                   .amount = document.total,
                                   .method = receipt.method,
                                   .reference = document.reference};
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM application WHERE id >= $1", "i",
               tx->trial.application));
    out->pays = arena_new(arena, ((size_t)room * 2 + 1) * sizeof *out->pays);
    struct stmt *q =
        db_sql(book->db, "SELECT debit_id, CAST(SUM(amount) AS BIGINT) FROM application"
                         " WHERE id >= $1 AND debit_id < $2 GROUP BY debit_id UNION ALL"
                         " SELECT credit_id, CAST(SUM(amount) AS BIGINT) FROM application"
                         " WHERE id >= $1 AND credit_id < $2 GROUP BY credit_id ORDER BY 1");
    bind_i64(q, 1, tx->trial.application);
    bind_i64(q, 2, tx->trial.item);
    while (stmt_row(q) && out->pay_count < (int)room * 2)
        out->pays[out->pay_count++] = (struct batch_pay){col_i64(q, 0), col_i64(q, 1)};
    return stmt_end(q);
}

enum err batch_line_twin(struct book *book, const struct batch_line_new *line, int64_t replaces,
                         struct arena *arena, const char **name, bool *stop)
{
    *name = NULL;
    *stop = false;
    if (!line->customer_id || !line->reference[0])
        return ERR_OK;
    struct stmt *q =
        db_sql(book->db, "SELECT b.number, l.seq, l.method FROM batch_line l JOIN batch b"
                         " ON b.id = l.batch_id WHERE l.customer_id = $1 AND l.amount = $2"
                         " AND l.reference = $3 AND l.document_id IS NULL AND l.id <> $4"
                         " AND NOT EXISTS (SELECT 1 FROM change x WHERE x.subject = 'batch'"
                         " AND x.subject_id = b.id AND x.field = 'dropped') ORDER BY l.id");
    bind_i64(q, 1, line->customer_id);
    bind_i64(q, 2, line->amount.minor);
    bind_text(q, 3, line->reference);
    bind_i64(q, 4, replaces);
    while (!*stop && stmt_row(q)) {
        *name = arena_format(arena, "%s/%lld", col_text(q, 0), (long long)col_i64(q, 1));
        *stop = line->method == METHOD_CHEQUE && col_i64(q, 2) == METHOD_CHEQUE;
    }
    return stmt_end(q);
}

/* A cheque that is in another draft already would only be refused when that one is posted. */
static enum err judge_cheque(struct tx *tx, const struct batch_line_new *line, int64_t replaces)
{
    struct arena arena = {0};
    const char *name;
    bool stop;
    enum err e = batch_line_twin(tx_book(tx), line, replaces, &arena, &name, &stop);

    if (e == ERR_OK && stop)
        e = fail(tx_note(tx), ERR_CONFLICT,
                 "%s is the same cheque: it has this number, payer and amount; a cheque is not"
                 " taken twice",
                 name);
    arena_done(&arena);
    return e;
}

static int64_t size_of(int64_t open)
{
    return open < 0 ? -open : open;
}

/* Two lines of one batch that pay more than is open could never be posted together. */
static enum err judge_pay(struct tx *tx, int64_t batch_id, const struct batch_pay *pay,
                          int64_t replaces)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct item item;
    int64_t others = 0, seq = 0;
    char taken[MONEY_TEXT], wanted[MONEY_TEXT];
    enum err e;

    TRY_OUT(item_get(book, pay->item_id, &arena, &item));
    TRY_OUT(db_get(book->db, &others, 0,
                   "SELECT CAST(SUM(p.amount) AS BIGINT) FROM batch_pays p JOIN batch_line l"
                   " ON l.id = p.line_id WHERE p.item_id = $1 AND l.batch_id = $2 AND l.id <> $3",
                   "iii", pay->item_id, batch_id, replaces));
    if (others == 0 || pay->amount <= size_of(item.open) - others)
        goto out;
    TRY_OUT(db_get(book->db, &seq, 0,
                   "SELECT MAX(l.seq) FROM batch_pays p JOIN batch_line l ON l.id = p.line_id"
                   " WHERE p.item_id = $1 AND l.batch_id = $2 AND l.id <> $3",
                   "iii", pay->item_id, batch_id, replaces));
    e = fail(book->note, ERR_CONFLICT,
             "%s: line %lld of this batch %s it already: %s of %s is spoken for", item.number,
             (long long)seq, item.open < 0 ? "uses" : "pays",
             money_plain(money_of(others, item.currency), taken),
             money_plain(money_of(size_of(item.open), item.currency), wanted));
out:
    arena_done(&arena);
    return e;
}

static enum err line_write(struct tx *tx, int64_t batch_id, const struct batch_line_new *line,
                           int64_t seq)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    int64_t id = 0;
    enum err e;

    struct stmt *q =
        db_sql(book->db, "INSERT INTO batch_line (batch_id, seq, entry_id, command, op_id,"
                         " customer_id, amount, method, reference)"
                         " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id");
    bind_i64(q, 1, batch_id);
    bind_i64(q, 2, seq);
    bind_i64(q, 3, tx->entry_id);
    bind_text(q, 4, line->command);
    bind_text(q, 5,
              line->op_id ? line->op_id
                          : arena_format(&arena, "batch-line-%lld", (long long)tx->entry_id));
    if (line->customer_id)
        bind_i64(q, 6, line->customer_id);
    else
        bind_null(q, 6);
    bind_i64(q, 7, line->amount.minor);
    bind_i64(q, 8, line->method);
    bind_text(q, 9, line->reference ? line->reference : "");
    if (stmt_row(q))
        id = col_i64(q, 0);
    TRY_OUT(stmt_end(q));
    for (int i = 0; i < line->pay_count; i++)
        TRY_OUT(db_run(book->db,
                       "INSERT INTO batch_pays (line_id, item_id, amount) VALUES ($1, $2, $3)",
                       "iii", id, line->pays[i].item_id, line->pays[i].amount));
out:
    arena_done(&arena);
    return e;
}

static enum err line_delete(struct tx *tx, int64_t id)
{
    struct db *db = tx_book(tx)->db;

    TRY(db_run(db, "DELETE FROM batch_pays WHERE line_id = $1", "i", id));
    return db_run(db, "DELETE FROM batch_line WHERE id = $1", "i", id);
}

/* The number behind the last one. */
static enum err seq_next(struct tx *tx, int64_t batch_id, int64_t *out)
{
    TRY(db_get(tx_book(tx)->db, out, 0, "SELECT MAX(seq) FROM batch_line WHERE batch_id = $1", "i",
               batch_id));
    ++*out;
    return ERR_OK;
}

static enum err judge_line(struct tx *tx, const struct batch *batch,
                           const struct batch_line_new *line, int64_t replaces)
{
    int64_t entered = 0;

    if (!currency_is(line->amount.currency, batch->currency))
        return fail(tx_note(tx), ERR_INPUT, "batch %s is in %s, and this came in %s",
                    batch->number, batch->currency.code, line->amount.currency.code);
    TRY(amount_add(batch->entered, line->amount.minor, &entered));
    TRY(judge_cheque(tx, line, replaces));
    for (int i = 0; i < line->pay_count; i++)
        TRY(judge_pay(tx, batch->id, &line->pays[i], replaces));
    return ERR_OK;
}

enum err batch_line_add(struct tx *tx, int64_t batch_id, const struct batch_line_new *line,
                        int64_t replaces, int64_t *seq)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct batch batch;
    struct batch_line before = {0};
    enum err e;

    /* look */
    TRY_OUT(open_get(tx, batch_id, &arena, &batch));
    if (replaces) {
        TRY_OUT(batch_line_get(book, replaces, &arena, &before));
        if (before.batch_id != batch_id)
            TRY_OUT(fail(book->note, ERR_CONFLICT, "--line: it is in another batch than %s",
                         batch.number));
    }

    /* judge */
    TRY_OUT(judge_line(tx, &batch, line, replaces));

    /* write */
    *seq = before.seq;
    if (replaces) {
        TRY_OUT(happened(tx, batch_id, "line", line_text(&before, &batch, &arena), "changed"));
        TRY_OUT(line_delete(tx, replaces));
    } else {
        TRY_OUT(seq_next(tx, batch_id, seq));
    }
    e = line_write(tx, batch_id, line, *seq);
out:
    arena_done(&arena);
    return e;
}

enum err batch_line_remove(struct tx *tx, int64_t line_id)
{
    struct arena arena = {0};
    struct batch_line line;
    struct batch batch;
    enum err e;

    TRY_OUT(batch_line_get(tx_book(tx), line_id, &arena, &line));
    TRY_OUT(open_get(tx, line.batch_id, &arena, &batch));
    TRY_OUT(happened(tx, batch.id, "line", line_text(&line, &batch, &arena), "removed"));
    e = line_delete(tx, line_id);
out:
    arena_done(&arena);
    return e;
}

enum err batch_line_move(struct tx *tx, int64_t line_id, int64_t to_batch, int64_t *seq)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct batch_line line;
    struct batch from, to;
    enum err e;

    TRY_OUT(batch_line_get(book, line_id, &arena, &line));
    TRY_OUT(open_get(tx, line.batch_id, &arena, &from));
    TRY_OUT(open_get(tx, to_batch, &arena, &to));
    if (from.id == to.id)
        TRY_OUT(fail(book->note, ERR_CONFLICT, "--to: the line is in batch %s", to.number));
    if (!currency_is(from.currency, to.currency))
        TRY_OUT(fail(book->note, ERR_CONFLICT, "--to: batch %s is in %s, and the line is in %s",
                     to.number, to.currency.code, from.currency.code));
    TRY_OUT(seq_next(tx, to.id, seq));
    TRY_OUT(happened(tx, from.id, "line", line_text(&line, &from, &arena),
                     arena_format(&arena, "moved to %s/%lld", to.number, (long long)*seq)));
    e = db_run(book->db, "UPDATE batch_line SET batch_id = $1, seq = $2 WHERE id = $3", "iii",
               to.id, *seq, line_id);
out:
    arena_done(&arena);
    return e;
}

/* ---- ending ---- */

static bool is_balanced(const struct batch *batch)
{
    return batch->lines == batch->count && batch->entered == batch->total;
}

enum err batch_accept(struct tx *tx, int64_t id, const char *reason)
{
    struct arena arena = {0};
    struct batch batch;
    enum err e;

    TRY_OUT(open_get(tx, id, &arena, &batch));
    if (batch.lines == 0)
        TRY_OUT(fail(tx_note(tx), ERR_CONFLICT, "batch %s has no line yet", batch.number));
    if (is_balanced(&batch))
        TRY_OUT(fail(tx_note(tx), ERR_CONFLICT, "batch %s has no difference to be accepted",
                     batch.number));
    TRY_OUT(judge_reason(tx, reason, "the difference is accepted"));
    e = happened(tx, id, "accepted", batch_difference_text(&batch, &arena), reason);
out:
    arena_done(&arena);
    return e;
}

enum err batch_drop(struct tx *tx, int64_t id, const char *reason)
{
    struct arena arena = {0};
    struct batch batch;
    enum err e;

    TRY_OUT(open_get(tx, id, &arena, &batch));
    TRY_OUT(judge_reason(tx, reason, "the batch is dropped"));
    e = happened(tx, id, "dropped", NULL, reason);
out:
    arena_done(&arena);
    return e;
}

enum err batch_post_judge(struct book *book, const struct batch *batch)
{
    char entered[MONEY_TEXT], total[MONEY_TEXT], difference[MONEY_TEXT];

    TRY(judge_open(book, batch));
    if (batch->lines == 0)
        return fail(book->note, ERR_CONFLICT, "batch %s has no line yet", batch->number);
    if (is_balanced(batch) || batch->accepted_by)
        return ERR_OK;
    return fail(book->note, ERR_CONFLICT,
                "batch %s does not come to its control total: %lld of %lld entered, %s of %s,"
                " difference %s",
                batch->number, (long long)batch->lines, (long long)batch->count,
                money_plain(money_of(batch->entered, batch->currency), entered),
                money_plain(money_of(batch->total, batch->currency), total),
                money_plain(money_of(batch->entered - batch->total, batch->currency), difference));
}

enum err batch_line_posted(struct tx *tx, int64_t line_id)
{
    int64_t document_id = 0;

    TRY(payment_of(tx, tx->next_entry - 1, &document_id));
    return db_run(tx_book(tx)->db,
                  "UPDATE batch_line SET document_id = $1, command = '' WHERE id = $2", "ii",
                  document_id, line_id);
}

enum err batch_posted(struct tx *tx, int64_t id)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct batch batch;
    int64_t left = 0;
    enum err e;

    TRY_OUT(open_get(tx, id, &arena, &batch));
    TRY_OUT(batch_post_judge(book, &batch));
    TRY_OUT(happened(tx, id, "posted", NULL, batch_difference_text(&batch, &arena)));
    TRY_OUT(db_get(book->db, &left, 0,
                   "SELECT COUNT(*) FROM batch_line WHERE batch_id = $1 AND document_id IS NULL",
                   "i", id));
    must(left == 0);
out:
    arena_done(&arena);
    return e;
}
