/* baddebt: what is written off, recovered and relieved, as documents. */
#include "ledger/baddebt.h"

#include "ledger/baddebttax.h"
#include "ledger/deferredtax.h"
#include "ledger/dispute.h"
#include "ledger/local.h"
#include "ledger/payment.h"
#include "ledger/setting.h"

#include <string.h>

enum step_kind { STEP_RECOVERY, STEP_RELIEF, STEP_GIVEN_BACK };

const char *baddebt_method_word(enum baddebt_method method)
{
    return method == BADDEBT_ALLOWANCE ? "allowance" : "direct";
}

static enum err method_read(struct book *book, enum baddebt_method *out)
{
    struct arena arena = {0};
    const char *word = "";
    const enum err e = setting_text(book, "baddebt.method", &arena, &word);

    *out = e == ERR_OK && strcmp(word, "allowance") == 0 ? BADDEBT_ALLOWANCE : BADDEBT_DIRECT;
    arena_done(&arena);
    return e;
}

/* What bears the loss. */
static int64_t loss_account(struct book *book, enum baddebt_method method)
{
    return account_of(book,
                      method == BADDEBT_ALLOWANCE ? ACCOUNT_PART_ALLOWANCE : ACCOUNT_PART_BAD_DEBT);
}

/* ---- written off ---------------------------------------------------------------------------- */

static enum err judge_write_off(struct tx *tx, const struct item *debit, int64_t amount,
                                struct date date, const char *reason)
{
    struct note *note = tx_note(tx);
    char open[MONEY_TEXT], day[DATE_TEXT];

    if (account_control_of(tx_book(tx), debit->account_id) != CONTROL_RECEIVABLE)
        return fail(note, ERR_CONFLICT, "%s is not owed to us", debit->number);
    if (amount <= 0 || amount > debit->open)
        return fail(
            note, ERR_CONFLICT, "%s has %s open: what is written off is above zero and not more",
            debit->number,
            money_plain(money_of(debit->open < 0 ? 0 : debit->open, debit->currency), open));
    if (!reason || !reason[strspn(reason, " ")])
        return fail(note, ERR_INPUT, "say why nobody will pay it");
    if (date.day < debit->effective.day)
        return fail(note, ERR_INPUT, "%s is of %s; it cannot be written off before that",
                    debit->number, date_iso(debit->effective, day));
    return ERR_OK;
}

static enum err baddebt_write(struct tx *tx, const struct item *debit, int64_t document_id,
                              enum baddebt_method method, const char *reason)
{
    const int64_t numbers[] = {tx->entry_id, document_id, debit->id, debit->customer_id, method};
    const char *const texts[] = {reason};
    int64_t id = 0;

    return fact_write(tx, FACT_BAD_DEBT,
                      "INSERT INTO bad_debt (entry_id, document_id, item_id, customer_id, method,"
                      " reason) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
                      numbers, 5, texts, 1, &id);
}

enum err baddebt_write_off(struct tx *tx, int64_t debit_id, int64_t amount, struct date date,
                           const char *reason, struct document_made *out)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    enum baddebt_method method;
    struct item debit;
    enum err e;

    /* look */
    TRY_OUT(item_get(book, debit_id, &arena, &debit));
    TRY_OUT(method_read(book, &method));

    /* judge */
    TRY_OUT(judge_write_off(tx, &debit, amount, date, reason));

    /* write */
    const struct posting loss = {.account_id = loss_account(book, method), .amount = amount};
    TRY_OUT(close_part(tx, &debit, DOCUMENT_WRITEOFF, amount, &loss, 1, date, 0, reason, out));
    TRY_OUT(baddebt_write(tx, &debit, out->id, method, reason));
    if (amount == debit.open) /* what was questioned of it is decided */
        e = dispute_drop(tx, debit.id, date, arena_format(&arena, "write-off %s", out->number));
out:
    arena_done(&arena);
    return e;
}

/* ---- steps ---------------------------------------------------------------------------------- */

static enum err step_write(struct tx *tx, int64_t baddebt_id, enum step_kind kind,
                           int64_t document_id, int64_t payment_id, int64_t amount)
{
    const int64_t numbers[] = {tx->entry_id, baddebt_id, kind, document_id, payment_id, amount};
    int64_t id = 0;

    return fact_write(tx, FACT_BAD_DEBT_STEP,
                      "INSERT INTO bad_debt_step (entry_id, bad_debt_id, kind, document_id,"
                      " payment_id, amount) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
                      numbers, 6, NULL, 0, &id);
}

/* A bad debt that stands, with its item and paper. */
struct standing_debt {
    struct baddebt debt;
    struct item item;
    struct document writeoff, paper;
};

static enum err standing_read(struct book *book, int64_t id, struct arena *arena,
                              struct standing_debt *out)
{
    const struct baddebt_query query = {.id = id};
    struct baddebt *rows = NULL;
    int count = 0;

    TRY(baddebt_list(book, &query, arena, &rows, &count));
    if (count == 0)
        return fail(book->note, ERR_MISSING, "there is no bad debt %lld", (long long)id);
    out->debt = rows[0];
    if (out->debt.reversed)
        return fail(book->note, ERR_CONFLICT, "%s is taken back already", out->debt.number);
    TRY(item_get(book, out->debt.item_id, arena, &out->item));
    TRY(document_get(book, out->debt.document_id, arena, &out->writeoff));
    return document_get(book, out->item.document_id, arena, &out->paper);
}

static enum err judge_day(struct book *book, const struct standing_debt *debt, struct date date)
{
    char day[DATE_TEXT];

    if (date.day < debt->writeoff.effective.day)
        return fail(book->note, ERR_INPUT, "%s was written off on %s; nothing of it is before that",
                    debt->debt.number, date_iso(debt->writeoff.effective, day));
    return ERR_OK;
}

/* The part `done` + `now` of a whole less the part `done`: parts of a sum that come to the sum. */
static enum err part_of(int64_t whole, int64_t done, int64_t now, int64_t of, int64_t *out)
{
    int64_t before = 0, after = 0;

    TRY(amount_scale(whole, done, of, &before));
    TRY(amount_scale(whole, done + now, of, &after));
    *out = after - before;
    return ERR_OK;
}

/* ---- relief --------------------------------------------------------------------------------- */

/* A relief document: for the office, what is less owed of each tax; `sign` -1 gives it back. */
static enum err relief_post(struct tx *tx, const struct standing_debt *debt,
                            const struct tax_line *parts, int count, int sign, struct date date,
                            struct document_made *out)
{
    struct posting postings[TAX_PARTS_MAX + 1];
    int64_t total = 0;

    must(count <= TAX_PARTS_MAX);
    for (int i = 0; i < count; i++) {
        postings[i] =
            (struct posting){.account_id = parts[i].account_id, .amount = sign * parts[i].tax};
        total += parts[i].tax;
    }
    postings[count] = (struct posting){.account_id = loss_account(tx_book(tx), debt->debt.method),
                                       .amount = -sign * total};
    struct document_new doc = {.kind = DOCUMENT_RELIEF,
                               .customer_id = debt->debt.customer_id,
                               .effective = date,
                               .currency = debt->item.currency,
                               .rate = debt->paper.rate,
                               .total = total,
                               .related_id = debt->paper.id,
                               .reference = debt->debt.number,
                               .reason =
                                   sign > 0 ? "tax on a bad debt" : "recovered: tax given back",
                               .postings = postings,
                               .posting_count = count + 1};
    TRY(document_post(tx, &doc, out));
    out->total = total;
    return ERR_OK;
}

/* In the window that the law leaves: from so many months after the later of supply and due day. */
static enum err judge_window(struct book *book, const struct standing_debt *debt, struct date date)
{
    struct date from, until;
    char day[DATE_TEXT];

    baddebt_window(book, debt->item.effective, debt->item.due, 0, &from, &until);

    if (date.day < from.day)
        return fail(book->note, ERR_CONFLICT, "the tax on %s may be asked back from %s on",
                    debt->paper.number, date_iso(from, day));
    if (date.day > until.day)
        return fail(book->note, ERR_CONFLICT, "the time to ask the tax on %s back ended on %s",
                    debt->paper.number, date_iso(until, day));
    return ERR_OK;
}

enum err baddebt_relieve(struct tx *tx, int64_t baddebt_id, struct date date,
                         struct document_made *out)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct standing_debt debt;
    struct tax_line *parts = NULL;
    int64_t total = 0;
    int count = 0;
    bool waits = false;
    enum err e;

    /* look */
    TRY_OUT(standing_read(book, baddebt_id, &arena, &debt));
    TRY_OUT(deferredtax_of(book, debt.paper.id, &waits));
    TRY_OUT(baddebt_taxes_in(book, debt.writeoff.id, debt.debt.recovered,
                             debt.debt.amount - debt.debt.recovered, &arena, &parts, &count,
                             &total));

    /* judge */
    TRY_OUT(judge_day(book, &debt, date));
    if (waits)
        TRY_OUT(
            fail(book->note, ERR_CONFLICT,
                 "the tax on %s was never owed to the office: it waited for the money, and went "
                 "off with %s",
                 debt.paper.number, debt.debt.number));
    if (debt.debt.relief)
        TRY_OUT(fail(book->note, ERR_CONFLICT,
                     "the tax on %s is taken back from the office already", debt.debt.number));
    if (total <= 0)
        TRY_OUT(fail(book->note, ERR_CONFLICT, "%s has no tax that could be asked back",
                     debt.paper.number));
    TRY_OUT(judge_window(book, &debt, date));

    /* write */
    TRY_OUT(relief_post(tx, &debt, parts, count, 1, date, out));
    e = step_write(tx, baddebt_id, STEP_RELIEF, out->id, 0, total);
out:
    arena_done(&arena);
    return e;
}

/* What of the relief belongs to a recovered part goes back to the office. Relief was asked for what
 * was not recovered then, so the part is of the tax in all that was written off. */
static enum err give_back(struct tx *tx, const struct standing_debt *debt, int64_t amount,
                          struct date date, struct arena *arena)
{
    struct tax_line *parts = NULL;
    struct document_made made;
    int64_t total = 0;
    int count = 0;

    if (debt->debt.relief <= 0)
        return ERR_OK;
    TRY(baddebt_taxes_in(tx_book(tx), debt->writeoff.id, debt->debt.recovered, amount, arena,
                         &parts, &count, &total));
    if (total <= 0)
        return ERR_OK;
    TRY(relief_post(tx, debt, parts, count, -1, date, &made));
    return step_write(tx, debt->debt.id, STEP_GIVEN_BACK, made.id, 0, total);
}

/* ---- recovered ------------------------------------------------------------------------------ */

/* What the debt is owed again with: the loss that is made good, and the tax that waits again. */
struct recovery {
    int64_t amount, base;
    struct tax_line taxes[TAX_PARTS_MAX];
    struct posting postings[TAX_PARTS_MAX + 1];
    int tax_count, posting_count;
};

/* Of papers whose tax waits the nets that are owed again, without tax too: they are reported with
 * the money. */
static enum err recovery_nets(struct book *book, const struct standing_debt *debt,
                              struct arena *arena, struct recovery *out)
{
    struct tax_line *lines = NULL;
    int64_t total = 0;
    int count = 0;
    bool waits = false;

    TRY(deferredtax_stands(book, debt->paper.id, &waits));
    if (!waits)
        return ERR_OK;
    TRY(baddebt_taxes_in(book, debt->writeoff.id, debt->debt.recovered, out->amount, arena, &lines,
                         &count, &total));
    for (int i = 0; i < count; i++) {
        int at = 0;
        while (at < out->posting_count && out->taxes[at].tax_id != lines[i].tax_id)
            at++;
        if (at < out->posting_count)
            out->taxes[at].net = lines[i].net;
        else if (lines[i].net && !lines[i].tax && out->tax_count < TAX_PARTS_MAX)
            out->taxes[out->tax_count++] = lines[i];
    }
    return ERR_OK;
}

/* Where the tax waited for the money, it went off with the debt: its part waits for the money
 * again. In base by what it is in the paper's currency, so that no line of it is 0 there alone. */
static enum err recovery_taxes(struct book *book, const struct standing_debt *debt,
                               struct arena *arena, struct recovery *out)
{
    const int64_t done = debt->debt.recovered, of = debt->debt.amount;
    struct deferredtax_part *parts = NULL;
    int count = 0;

    TRY(deferredtax_taken(book, &debt->item, debt->writeoff.id, arena, &parts, &count));
    for (int i = 0; i < count; i++) {
        struct tax_line *line = &out->taxes[out->tax_count];
        int64_t before = 0, base = 0;
        *line = parts[i].line;
        TRY(amount_scale(parts[i].amount, done, of, &before));
        TRY(part_of(parts[i].amount, done, out->amount, of, &line->tax));
        if (line->tax == 0)
            continue;
        TRY(part_of(parts[i].base, before, line->tax, parts[i].amount, &base));
        out->tax_count++;
        out->postings[out->posting_count++] =
            (struct posting){.account_id = account_of(book, ACCOUNT_PART_DEFERRED_TAX),
                             .amount = -line->tax,
                             .base = -base};
    }
    return recovery_nets(book, debt, arena, out);
}

static enum err recovery_parts(struct book *book, const struct standing_debt *debt,
                               struct arena *arena, struct recovery *out)
{
    struct posting loss = {.account_id = account_of(book, debt->debt.method == BADDEBT_ALLOWANCE
                                                              ? ACCOUNT_PART_ALLOWANCE
                                                              : ACCOUNT_PART_RECOVERED)};

    TRY(part_of(debt->writeoff.base_total, debt->debt.recovered, out->amount, debt->debt.amount,
                &out->base));
    TRY(recovery_taxes(book, debt, arena, out));
    loss.amount = -out->amount;
    loss.base = -out->base;
    for (int i = 0; i < out->posting_count; i++) {
        loss.amount -= out->postings[i].amount;
        loss.base -= out->postings[i].base;
    }
    out->postings[out->posting_count++] = loss;
    return ERR_OK;
}

static enum err recovery_post(struct tx *tx, const struct standing_debt *debt,
                              struct recovery *recovery, struct date date,
                              struct document_made *out)
{
    struct item_new item = {.account_id = debt->item.account_id,
                            .customer_id = debt->item.customer_id,
                            .amount = recovery->amount,
                            .base = recovery->base,
                            .due = debt->item.due,
                            .value = date};
    struct document_new doc = {.kind = DOCUMENT_RECOVERY,
                               .customer_id = debt->item.customer_id,
                               .issued = debt->paper.issued,
                               .effective = date,
                               .currency = debt->item.currency,
                               .rate = debt->paper.rate,
                               .total = recovery->amount,
                               .base_total = recovery->base,
                               .base_given = true,
                               .related_id = debt->paper.id,
                               .reference = debt->paper.number,
                               .reason = debt->debt.number,
                               .taxes = recovery->taxes,
                               .tax_count = recovery->tax_count,
                               .items = &item,
                               .item_count = 1,
                               .postings = recovery->postings,
                               .posting_count = recovery->posting_count};
    return document_post(tx, &doc, out);
}

enum err baddebt_recover(struct tx *tx, int64_t baddebt_id, int64_t amount, int64_t payment_id,
                         struct date date, struct document_made *out)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct standing_debt debt;
    struct recovery recovery = {.amount = amount};
    char left[MONEY_TEXT];
    enum err e;

    /* look */
    TRY_OUT(standing_read(book, baddebt_id, &arena, &debt));

    /* judge */
    TRY_OUT(judge_day(book, &debt, date));
    if (amount <= 0 || amount > debt.debt.amount - debt.debt.recovered)
        TRY_OUT(fail(
            book->note, ERR_CONFLICT,
            "%s stands with %s: what is recovered is above zero and not more", debt.debt.number,
            money_plain(money_of(debt.debt.amount - debt.debt.recovered, debt.debt.currency),
                        left)));

    /* write */
    TRY_OUT(recovery_parts(book, &debt, &arena, &recovery));
    TRY_OUT(recovery_post(tx, &debt, &recovery, date, out));
    TRY_OUT(step_write(tx, baddebt_id, STEP_RECOVERY, out->id, payment_id, amount));
    e = give_back(tx, &debt, amount, date, &arena);
out:
    arena_done(&arena);
    return e;
}

/* ---- taken back ----------------------------------------------------------------------------- */

/* A paper of a bad debt that stands on this document and has no reversal of its own. */
static enum err judge_last(struct book *book, const struct document *document)
{
    struct stmt *q = db_sql(
        book->db, "SELECT d.number, s.kind FROM bad_debt_step s JOIN document d"
                  " ON d.id = s.document_id WHERE NOT EXISTS (SELECT 1 FROM document v"
                  " WHERE v.reverses_id = d.id) AND ((s.bad_debt_id IN (SELECT b.id FROM bad_debt b"
                  " WHERE b.document_id = $1)) OR (s.kind = 2 AND s.bad_debt_id IN (SELECT"
                  " r.bad_debt_id FROM bad_debt_step r WHERE r.document_id = $1 AND r.kind = 1)))"
                  " ORDER BY d.id DESC LIMIT 1");
    enum err e = ERR_OK;

    bind_i64(q, 1, document->id);
    if (stmt_row(q))
        e = fail(book->note, ERR_CONFLICT, "%s stands on %s: take that back first", col_text(q, 0),
                 document->number);
    return stmt_end_after(q, e);
}

enum err baddebt_judge_reversal(struct book *book, const struct document *document)
{
    if (document->kind != DOCUMENT_WRITEOFF && document->kind != DOCUMENT_RELIEF)
        return ERR_OK;
    return judge_last(book, document);
}

/* The relief that was given back with a recovery. */
static enum err given_back_with(struct book *book, int64_t document_id, int64_t *out)
{
    return db_get(book->db, out, 0,
                  "SELECT g.document_id FROM bad_debt_step r JOIN bad_debt_step g"
                  " ON g.bad_debt_id = r.bad_debt_id AND g.entry_id = r.entry_id AND g.kind = 2"
                  " AND g.id > r.id WHERE r.document_id = $1 AND r.kind = 0 AND NOT EXISTS"
                  " (SELECT 1 FROM document v WHERE v.reverses_id = g.document_id)"
                  " ORDER BY g.id LIMIT 1",
                  "i", document_id);
}

enum err baddebt_reverse(struct tx *tx, int64_t document_id, struct date date, const char *reason,
                         struct document_made *out)
{
    struct document_made back;
    int64_t given = 0;

    TRY(given_back_with(tx_book(tx), document_id, &given));
    if (given)
        TRY(settlement_reverse(tx, given, date, reason, &back));
    return settlement_reverse(tx, document_id, date, reason, out);
}
