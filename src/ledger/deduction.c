/* deduction: a part of a debit becomes an item of its own, which the customer disputes. */
#include "ledger/deduction.h"

#include "ledger/application.h"
#include "ledger/dispute.h"
#include "ledger/disputereason.h"
#include "ledger/local.h"
#include "ledger/payment.h"
#include "ledger/taxpart.h"
#include "rules/allocate.h"

static enum err judge_split(struct tx *tx, const struct deduction *deduction,
                            const struct item *debit)
{
    char open[MONEY_TEXT], wanted[MONEY_TEXT];

    if (debit->amount <= 0)
        return fail(tx_note(tx), ERR_CONFLICT, "%s is not a debit: nothing can be deducted from it",
                    debit->number);
    if (deduction->amount <= 0)
        return fail(tx_note(tx), ERR_INPUT, "a deduction must be more than zero");
    if (deduction->amount > debit->open)
        return fail(tx_note(tx), ERR_CONFLICT, "%s has only %s open; %s cannot be deducted from it",
                    debit->number, money_plain(money_of(debit->open, debit->currency), open),
                    money_plain(money_of(deduction->amount, debit->currency), wanted));
    return ERR_OK;
}

/* Tax that waits on the new debit, as a paper posts it: first what waits, in the order of the
 * lines, then where it comes from. */
struct waits {
    struct tax_line lines[TAX_PARTS_MAX];
    int line_count;
    struct posting postings[2 * TAX_PARTS_MAX];
    int count; /* of lines with tax */
};

static void read_waits(struct book *book, const struct deduction_taxes *taxes, struct waits *out)
{
    const int64_t account_id = account_of(book, ACCOUNT_PART_DEFERRED_TAX);
    int at = 0;

    *out = (struct waits){.count = taxes->count};
    must(taxes->count <= TAX_PARTS_MAX && taxes->line_count <= TAX_PARTS_MAX);
    for (int i = 0; i < taxes->line_count; i++) {
        const struct deferredtax_part *part = at < taxes->count ? &taxes->parts[at] : NULL;
        struct tax_line line = taxes->lines[i];
        if (part && part->line.tax_id == line.tax_id) {
            line.tax = part->amount;
            out->postings[at] = (struct posting){
                .account_id = account_id, .amount = -part->amount, .base = -part->base};
            out->postings[out->count + at++] = (struct posting){
                .account_id = line.account_id, .amount = part->amount, .base = part->base};
        }
        if (line.net || line.tax)
            out->lines[out->line_count++] = line;
    }
    must(at == taxes->count);
}

enum err deduction_taxes_of(struct book *book, const struct item *debit, const int64_t *ids,
                            int id_count, int64_t coming, struct arena *arena,
                            struct deduction_taxes *out)
{
    struct deferredtax_part *parts = NULL;
    bool waits = false;

    *out = (struct deduction_taxes){.count = 0};
    TRY(deferredtax_stands(book, debit->document_id, &waits));
    if (!waits)
        return ERR_OK;
    TRY(coming ? deferredtax_coming(book, debit, coming, arena, &parts, &out->count)
               : deferredtax_came(book, debit, ids, id_count, arena, &parts, &out->count));
    out->parts = parts;
    return taxnets_moved(book, debit, ids, id_count, coming, arena, &out->lines, &out->line_count);
}

enum err deduction_post(struct tx *tx, const struct item *debit, const struct item *like,
                        int64_t amount, const struct deduction_taxes *taxes, struct date date,
                        const char *reason, struct document_made *out)
{
    int64_t base = 0;
    struct waits waits;
    struct application_made made;

    read_waits(tx_book(tx), taxes, &waits);
    TRY(allocate_base(amount, debit->open, debit->open_base, &base));
    struct item_new items[2] = {
        {.account_id = debit->account_id,
         .customer_id = like->customer_id,
         .amount = amount,
         .base = base,
         .due = like->due,
         .value = date},
        {.account_id = debit->account_id,
         .customer_id = debit->customer_id,
         .amount = -amount,
         .base = -base,
         .due = like->due,
         .value = date},
    };
    const int64_t act = tx_next_act(tx);
    struct document_new doc = {
        .kind = DOCUMENT_DEDUCTION,
        .customer_id = like->customer_id,
        .issued = like->issued,
        .effective = date,
        .posted = period_open_from(tx, debit->posted.day > date.day ? debit->posted : date),
        .currency = debit->currency,
        .rate = {1, 1},
        .total = amount,
        .base_total = base,
        .base_given = true,
        .related_id = like->document_id,
        .act_id = act,
        .reference = like->number,
        .reason = reason,
        .taxes = waits.lines,
        .tax_count = waits.line_count,
        .items = items,
        .item_count = 2,
        .postings = waits.postings,
        .posting_count = 2 * waits.count};
    TRY(document_post(tx, &doc, out));
    const struct application_new pair = {.debit_id = debit->id,
                                         .credit_id = out->first_item + 1,
                                         .amount = amount,
                                         .date = date,
                                         .act_id = act,
                                         .reason = reason};
    TRY(application_post(tx, &pair, &made));
    must(made.fx == 0);
    return ERR_OK;
}

enum err deduction_split(struct tx *tx, const struct deduction *deduction,
                         struct deduction_made *out)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct item debit;
    struct dispute_reason reason;
    struct deduction_taxes taxes;
    struct date date = deduction->date;
    enum err e;

    /* look */
    TRY_OUT(item_get(book, deduction->debit_id, &arena, &debit));

    /* judge */
    TRY_OUT(dispute_reason_find(book, deduction->reason, &arena, &reason));
    TRY_OUT(judge_split(tx, deduction, &debit));
    if (!date_given(date)) {
        const struct date from =
            date_given(deduction->from) && deduction->from.day > debit.effective.day
                ? deduction->from
                : debit.effective;
        TRY_OUT(application_room(tx, &debit, deduction->amount, from, &date));
    }

    /* write: the case is of the new item, and of all of it */
    TRY_OUT(deduction_taxes_of(book, &debit, NULL, 0, deduction->amount, &arena, &taxes));
    TRY_OUT(deduction_post(tx, &debit, &debit, deduction->amount, &taxes, date, reason.code,
                           &out->document));
    out->date = date;
    const struct dispute dispute = {.item_id = out->document.first_item,
                                    .amount = deduction->amount,
                                    .reason = reason.code,
                                    .owner = deduction->owner,
                                    .text = deduction->text,
                                    .opened = date};
    e = dispute_open(tx, &dispute, &out->dispute_id);
out:
    arena_done(&arena);
    return e;
}

enum err deduction_undo(struct tx *tx, int64_t document_id, struct date date, const char *reason,
                        struct document_made *out)
{
    struct arena arena = {0};
    struct document document;
    enum err e;

    TRY_OUT(document_get(tx_book(tx), document_id, &arena, &document));
    if (document.kind != DOCUMENT_DEDUCTION) {
        e = fail(tx_note(tx), ERR_CONFLICT, "%s is a %s, not a deduction", document.number,
                 document_kind_word(document.kind));
        goto out;
    }
    e = settlement_reverse(tx, document_id, date, reason, out);
out:
    arena_done(&arena);
    return e;
}

enum err deductions_keyed(struct book *book, const struct document *payment, struct arena *arena,
                          struct document **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0,
               "SELECT COUNT(*) FROM document WHERE entry_id = $1 AND kind = " KIND_DEDUCTION, "i",
               payment->entry_id));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    if (room == 0)
        return ERR_OK;
    struct stmt *q = db_sql(
        book->db,
        "SELECT d.id FROM document d WHERE d.entry_id = $1 AND d.kind = " KIND_DEDUCTION
        " AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id)"
        " AND EXISTS (SELECT 1 FROM item p JOIN application a ON a.credit_id = p.id"
        " JOIN item i ON i.id = a.debit_id WHERE (p.document_id = $2 OR p.document_id IN"
        " (SELECT t.id FROM document t WHERE t.related_id = $2 AND t.kind = " KIND_TRANSFER "))"
        " AND i.document_id = d.related_id) ORDER BY d.id DESC");
    bind_i64(q, 1, payment->entry_id);
    bind_i64(q, 2, payment->id);
    while (stmt_row(q))
        (*out)[(*count)++].id = col_i64(q, 0);
    TRY(stmt_end(q));
    for (int i = 0; i < *count; i++)
        TRY(document_get(book, (*out)[i].id, arena, &(*out)[i]));
    return ERR_OK;
}
