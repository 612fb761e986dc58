/* settlement: what was settled is taken back: unapply, reverse, and the refund of a credit. */
#include "ledger/advance.h"
#include "ledger/local.h"
#include "ledger/payment.h"
#include "rules/allocate.h"

#include <stdio.h>
#include <string.h>

static struct date later(struct date a, struct date b)
{
    return a.day >= b.day ? a : b;
}

/* Standing acts, for those that are to be taken back. */
static enum err read_acts(struct stmt *q, struct arena *arena, struct unapplied **out, int *count)
{
    int room = 8;

    *count = 0;
    *out = arena_new(arena, (size_t)room * sizeof **out);
    while (stmt_row(q)) {
        if (*count == room) {
            struct unapplied *more = arena_new(arena, (size_t)room * 2 * sizeof *more);
            memcpy(more, *out, (size_t)room * sizeof *more);
            *out = more;
            room *= 2;
        }
        (*out)[(*count)++] = (struct unapplied){.act_id = col_i64(q, 0),
                                                .debit_id = col_i64(q, 1),
                                                .credit_id = col_i64(q, 2),
                                                .amount = col_i64(q, 3),
                                                .effective = col_date(q, 4)};
    }
    return stmt_end(q);
}

#define STANDING                                                                                   \
    " AND a.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM application r WHERE r.reverses_id "  \
    "= a.id)"

/* Money that an act moved on must come back first: what its transfers' credits paid since. */
static enum err unapply_moved(struct tx *tx, int64_t act_id, struct date date, const char *reason,
                              int *acts)
{
    struct arena arena = {0};
    struct unapplied *rows = NULL;
    int count = 0;
    enum err e;
    struct stmt *q = db_sql(
        tx_book(tx)->db,
        "SELECT i.id, 0, 0, 0, 0 FROM document d JOIN item i ON i.document_id = d.id"
        " WHERE d.act_id = $1 AND d.kind = " KIND_TRANSFER " AND i.amount < 0 ORDER BY i.id DESC");

    bind_i64(q, 1, act_id);
    TRY_OUT(read_acts(q, &arena, &rows, &count));
    for (int i = 0; i < count; i++) {
        struct unapplied *later_acts = NULL;
        int later_count = 0;
        q = db_sql(
            tx_book(tx)->db,
            "SELECT a.act_id, a.debit_id, a.credit_id, a.amount, a.effective FROM application a"
            " WHERE a.credit_id = $1 AND a.act_id <> $2" STANDING " ORDER BY a.id DESC");
        bind_i64(q, 1, rows[i].act_id); /* the item, in the first column */
        bind_i64(q, 2, act_id);
        TRY_OUT(read_acts(q, &arena, &later_acts, &later_count));
        for (int k = 0; k < later_count; k++) {
            TRY_OUT(unapply_moved(tx, later_acts[k].act_id, date, reason, acts));
            TRY_OUT(application_unapply(tx, later_acts[k].act_id, date, reason));
            (*acts)++;
        }
    }
out:
    arena_done(&arena);
    return e;
}

static enum err unapply_item(struct tx *tx, int64_t item_id, struct date date, const char *reason,
                             int *acts)
{
    struct arena arena = {0};
    struct unapplied *rows = NULL;
    int count = 0;
    enum err e;
    struct stmt *q =
        db_sql(tx_book(tx)->db,
               "SELECT DISTINCT a.act_id, 0, 0, 0, 0 FROM application a"
               " WHERE (a.debit_id = $1 OR a.credit_id = $1)" STANDING " ORDER BY a.act_id DESC");

    bind_i64(q, 1, item_id);
    TRY_OUT(read_acts(q, &arena, &rows, &count));
    for (int i = 0; i < count; i++) {
        TRY_OUT(unapply_moved(tx, rows[i].act_id, date, reason, acts));
        TRY_OUT(application_unapply(tx, rows[i].act_id, date, reason));
        (*acts)++;
    }
out:
    arena_done(&arena);
    return e;
}

static enum err read_made(struct book *book, int64_t id, struct arena *arena,
                          struct document_made *out)
{
    struct document document;

    TRY(document_get(book, id, arena, &document));
    *out = (struct document_made){.id = id};
    snprintf(out->number, sizeof out->number, "%s", document.number);
    return db_get(book->db, &out->first_item, 0, "SELECT MIN(id) FROM item WHERE document_id = $1",
                  "i", id);
}

enum err settlement_reverse(struct tx *tx, int64_t document_id, struct date date,
                            const char *reason, struct document_made *out)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct document document;
    struct item *items = NULL;
    int count = 0, acts = 0;
    enum err e;

    /* look */
    TRY_OUT(document_get(book, document_id, &arena, &document));
    TRY_OUT(items_of_document(book, document_id, &arena, &items, &count));

    /* judge: a document that is part of an act goes with the act, not alone */
    if (document.reversed_by || document.reverses_id) {
        e = fail(book->note, ERR_CONFLICT,
                 document.reversed_by ? "%s is reversed already; a reversal is final"
                                      : "%s is itself a reversal; enter the document again",
                 document.number);
        goto out;
    }
    TRY_OUT(baddebt_judge_reversal(book, &document));
    const bool own_act =
        document.kind == DOCUMENT_TRANSFER || document.kind == DOCUMENT_DEDUCTION ||
        (document.kind == DOCUMENT_WRITEOFF && items[0].amount > 0); /* a surplus */
    if (document.act_id && !own_act) {
        e = fail(book->note, ERR_CONFLICT,
                 "%s was made with an application; unapply that, and it is taken back too",
                 document.number);
        goto out;
    }

    /* write */
    for (int i = 0; i < count; i++) {
        TRY_OUT(unapply_item(tx, items[i].id, date, reason, &acts));
        if (!own_act)
            continue;
        /* when its own act took it back, its other item is closed by the contra, for good */
        TRY_OUT(document_get(book, document_id, &arena, &document));
        if (document.reversed_by) {
            e = read_made(book, document.reversed_by, &arena, out);
            goto out;
        }
    }
    const enum document_kind kind =
        document.kind == DOCUMENT_PAYMENT || document.kind == DOCUMENT_REFUND ? DOCUMENT_REVERSAL
        : document.kind == DOCUMENT_WRITEOFF                                  ? DOCUMENT_CONTRA
                                                                              : DOCUMENT_VOID;
    e = document_reverse(tx, document_id, kind, date, reason, out);
out:
    arena_done(&arena);
    return e;
}

/* The acts by which a credit document, or money moved from it, paid debits. */
static enum err acts_of(struct book *book, int64_t credit_document, int64_t debit_document,
                        struct arena *arena, struct unapplied **out, int *count)
{
    struct stmt *q = db_sql(
        book->db,
        "WITH RECURSIVE moved (id) AS (SELECT CAST($1 AS BIGINT) UNION"
        " SELECT d.id FROM moved JOIN document d ON d.related_id = moved.id"
        " WHERE d.kind = " KIND_TRANSFER
        ") SELECT a.act_id, a.debit_id, a.credit_id, a.amount, a.effective FROM moved"
        " JOIN document cd ON cd.id = moved.id"
        " JOIN item ci ON ci.document_id = cd.id JOIN application a ON a.credit_id = ci.id"
        " JOIN item di ON di.id = a.debit_id JOIN document dd ON dd.id = di.document_id"
        " WHERE dd.kind <> " KIND_TRANSFER " AND ($2 = 0 OR dd.id = $2) AND dd.reverses_id IS NULL"
        " AND cd.reverses_id IS NULL" STANDING " ORDER BY a.id DESC");

    bind_i64(q, 1, credit_document);
    bind_i64(q, 2, debit_document);
    return read_acts(q, arena, out, count);
}

/* The credit that an act took its money from: where the act moved it first, the transfer went with
 * the act, and the money is back at its source. */
static enum err credit_behind(struct tx *tx, const struct unapplied *act, int64_t *out)
{
    return db_get(
        tx_book(tx)->db, out, act->credit_id,
        "SELECT a.credit_id FROM application a JOIN item i ON i.id = a.debit_id"
        " JOIN document d ON d.id = i.document_id WHERE a.act_id = $1 AND d.kind = " KIND_TRANSFER
        " AND d.act_id = $1 ORDER BY a.id",
        "i", act->act_id);
}

enum err payment_unapply_look(struct book *book, int64_t credit_document, int64_t debit_document,
                              int64_t amount, struct date date, const char *reason,
                              struct arena *arena, struct unapplied **out, int *count)
{
    const bool keying = strcmp(reason ? reason : "", "keying") == 0;
    struct document document;
    struct period_bounds bounds;
    int64_t applied = 0, left = amount;
    int all = 0;
    char text[MONEY_TEXT];

    *count = 0;
    TRY(acts_of(book, credit_document, debit_document, arena, out, &all));
    for (int i = 0; i < all; i++)
        applied += (*out)[i].amount;
    if (all == 0 || amount > applied)
        TRY(document_get(book, credit_document, arena, &document));
    if (all == 0)
        return fail(book->note, ERR_CONFLICT, "nothing of %s is applied%s", document.number,
                    debit_document ? " to that document" : "");
    if (amount > applied)
        return fail(book->note, ERR_CONFLICT,
                    "%s has %s applied%s; that is all that can be taken back", document.number,
                    money_plain(money_of(applied, document.currency), text),
                    debit_document ? " to that document" : "");
    /* newest first; of the last one that is touched only a part comes back. What was keyed wrongly
     * comes back on its own day, unless its month is closed (R2) */
    TRY(period_bounds(book, &bounds));
    for (; *count < all && (amount == 0 || left > 0); ++*count) {
        struct unapplied *act = &(*out)[*count];
        const bool own = keying && period_state_on(&bounds, act->effective) == PERIOD_OPEN;
        act->day = date_given(date) ? date
                   : own            ? act->effective
                                    : later(book_today(book), act->effective);
        act->taken = amount && act->amount > left ? left : act->amount;
        left -= act->taken;
    }
    return ERR_OK;
}

enum err payment_unapply(struct tx *tx, int64_t credit_document, int64_t debit_document,
                         int64_t amount, struct date date, const char *reason, int *acts)
{
    struct arena arena = {0};
    struct unapplied *rows = NULL;
    int count = 0;
    enum err e;

    /* look and judge */
    *acts = 0;
    TRY_OUT(payment_unapply_look(tx_book(tx), credit_document, debit_document, amount, date, reason,
                                 &arena, &rows, &count));

    /* write */
    for (; *acts < count; ++*acts) {
        const struct unapplied *act = &rows[*acts];
        TRY_OUT(application_unapply(tx, act->act_id, act->day, reason));
        if (act->taken < act->amount) {
            /* from the day on which the whole came back: until then it stands applied */
            const struct settle rest = {
                .debit_id = act->debit_id, .amount = act->amount - act->taken, .date = act->day};
            struct settled settled;
            int64_t credit = 0;
            TRY_OUT(credit_behind(tx, act, &credit));
            TRY_OUT(payment_apply(tx, credit, &rest, &settled));
        }
    }
out:
    arena_done(&arena);
    return e;
}

enum err refund_pay(struct tx *tx, int64_t credit_id, int64_t amount, struct date date,
                    const char *reason, struct document_made *out)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct item credit;
    struct posting postings[1 + ADVANCE_POSTINGS];
    int tax_count = 0;
    int64_t base = 0;
    struct application_made made;
    enum err e;

    /* look and judge */
    TRY_OUT(item_get(book, credit_id, &arena, &credit));
    if (amount <= 0 || credit.open >= 0 || amount > -credit.open) {
        char left[MONEY_TEXT];
        e = fail(book->note, ERR_CONFLICT,
                 "%s has %s left; a refund is above zero and never more than that", credit.number,
                 money_plain(money_of(credit.open < 0 ? -credit.open : 0, credit.currency), left));
        goto out;
    }
    /* at the carrying rate: another rate at the bank is a difference of the bank account */
    TRY_OUT(allocate_base(amount, -credit.open, -credit.open_base, &base));
    TRY_OUT(advance_used(book, &credit, amount, postings + 1, &tax_count));

    /* write */
    struct item_new item = {.account_id = credit.account_id,
                            .customer_id = credit.customer_id,
                            .amount = amount,
                            .base = base,
                            .due = date,
                            .value = date};
    postings[0] = (struct posting){
        .account_id = account_of(book, ACCOUNT_PART_BANK), .amount = -amount, .base = -base};
    struct document_new doc = {.kind = DOCUMENT_REFUND,
                               .customer_id = credit.customer_id,
                               .effective = date,
                               .currency = credit.currency,
                               .rate = {1, 1},
                               .total = amount,
                               .base_total = base,
                               .base_given = true,
                               .related_id = credit.document_id,
                               .reference = credit.number,
                               .reason = reason,
                               .items = &item,
                               .item_count = 1,
                               .postings = postings,
                               .posting_count = 1 + tax_count};
    TRY_OUT(document_post(tx, &doc, out));
    const struct application_new pair = {.debit_id = out->first_item,
                                         .credit_id = credit_id,
                                         .amount = amount,
                                         .date = date,
                                         .reason = reason};
    TRY_OUT(application_post(tx, &pair, &made));
    must(made.fx == 0);
out:
    arena_done(&arena);
    return e;
}
