/* returned: a payment does not count from a day on: the bank sent it back, or it was keyed wrongly.
 * */
#include "ledger/returned.h"

#include "ledger/deduction.h"
#include "ledger/dispute.h"
#include "ledger/local.h"
#include "ledger/payment.h"
#include "ledger/placement.h"
#include "rules/allocate.h"

#include <string.h>

/* A debit that the money of a payment paid, in applications that stand. */
struct paid {
    int64_t debit_id, amount;
};

/* By the payment's own item or by those that its money was moved to, as acts are found when they
 * are unapplied. */
#define PAID                                                                                       \
    " FROM moved JOIN item ci ON ci.document_id = moved.id"                                        \
    " JOIN application a ON a.credit_id = ci.id JOIN item di ON di.id = a.debit_id"                \
    " JOIN document dd ON dd.id = di.document_id WHERE dd.kind <> $2"                              \
    " AND dd.reverses_id IS NULL AND a.reverses_id IS NULL"                                        \
    " AND NOT EXISTS (SELECT 1 FROM application r WHERE r.reverses_id = a.id)"
#define MOVED                                                                                      \
    "WITH RECURSIVE moved (id) AS (SELECT CAST($1 AS BIGINT) UNION"                                \
    " SELECT d.id FROM moved JOIN document d ON d.related_id = moved.id WHERE d.kind = $2)"

static enum err read_paid(struct book *book, int64_t payment_id, struct arena *arena,
                          struct paid **out, int *count)
{
    int room = 8;
    struct stmt *q = db_sql(book->db, MOVED " SELECT a.debit_id, CAST(SUM(a.amount) AS BIGINT)" PAID
                                            " GROUP BY a.debit_id ORDER BY MIN(a.id)");

    *count = 0;
    *out = arena_new(arena, (size_t)room * sizeof **out);
    bind_i64(q, 1, payment_id);
    bind_i64(q, 2, DOCUMENT_TRANSFER);
    while (stmt_row(q)) {
        if (*count == room) {
            struct paid *more = arena_new(arena, (size_t)room * 2 * sizeof *more);
            memcpy(more, *out, (size_t)room * sizeof *more);
            *out = more;
            room *= 2;
        }
        (*out)[(*count)++] = (struct paid){col_i64(q, 0), col_i64(q, 1)};
    }
    return stmt_end(q);
}

/* The applications by which that money paid one of them. */
static enum err read_applications(struct book *book, int64_t payment_id, int64_t debit_id,
                                  struct arena *arena, int64_t **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM application WHERE debit_id = $1", "i",
               debit_id));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q =
        db_sql(book->db, MOVED " SELECT a.id" PAID " AND a.debit_id = $3 ORDER BY a.id");
    bind_i64(q, 1, payment_id);
    bind_i64(q, 2, DOCUMENT_TRANSFER);
    bind_i64(q, 3, debit_id);
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] = col_i64(q, 0);
    return stmt_end(q);
}

static enum err charge_fee(struct tx *tx, const struct document *payment, int64_t fee,
                           struct date date)
{
    struct book *book = tx_book(tx);
    struct item_new item = {.account_id = account_of(book, ACCOUNT_PART_RECEIVABLE),
                            .customer_id = payment->customer_id,
                            .amount = fee,
                            .due = date,
                            .value = date};
    struct posting posting = {.account_id = account_of(book, ACCOUNT_PART_NSF_FEE), .amount = -fee};
    const struct document_line line = {.text = "Returned payment fee",
                                       .quantity = MICRO,
                                       .net = fee,
                                       .account_id = posting.account_id};
    struct document_new doc = {.kind = DOCUMENT_CHARGE,
                               .customer_id = payment->customer_id,
                               .effective = date,
                               .currency = payment->currency,
                               .total = fee,
                               .related_id = payment->id,
                               .reference = payment->number,
                               .reason = "returned payment",
                               .lines = &line,
                               .line_count = 1,
                               .items = &item,
                               .item_count = 1,
                               .postings = &posting,
                               .posting_count = 1};
    struct document_made made;

    return document_post(tx, &doc, &made);
}

static bool is_chargeback(const char *reason)
{
    return strncmp(reason, "card-chargeback", 15) == 0;
}

/* The card's holder says that it was not right: what is open again is in dispute (R10). */
static enum err dispute_paid(struct tx *tx, const struct document *payment, const struct paid *paid,
                             int count, struct date date, struct arena *arena)
{
    for (int i = 0; i < count; i++) {
        struct item item;
        int64_t already = 0, id = 0;
        TRY(item_get(tx_book(tx), paid[i].debit_id, arena, &item));
        TRY(item_disputed(tx_book(tx), item.id, date, item.open, &already));
        const int64_t room = item.open - already;
        const struct dispute dispute = {
            .item_id = item.id,
            .amount = paid[i].amount < room ? paid[i].amount : room,
            .reason = "UNAUTH",
            .text = arena_format(arena, "card chargeback of %s", payment->number),
            .opened = date};
        if (dispute.amount > 0)
            TRY(dispute_open(tx, &dispute, &id));
    }
    return ERR_OK;
}

static enum err judge_reverse(struct tx *tx, const struct document *payment, int64_t fee)
{
    if (payment->kind != DOCUMENT_PAYMENT)
        return fail(tx_note(tx), ERR_CONFLICT, "%s is a %s, not a payment", payment->number,
                    document_kind_word(payment->kind));
    if (fee < 0 || (fee > 0 && payment->customer_id == 0))
        return fail(tx_note(tx), ERR_INPUT,
                    fee < 0 ? "a fee cannot be negative"
                            : "nobody can be charged a fee for unidentified money");
    return ERR_OK;
}

enum err payment_reverse(struct tx *tx, int64_t document_id, struct date date, const char *reason,
                         int64_t fee, struct document_made *out)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct document document, *keyed = NULL;
    struct paid *paid = NULL;
    int keyed_count = 0, paid_count = 0;
    enum err e;

    /* look and judge */
    TRY_OUT(document_get(book, document_id, &arena, &document));
    TRY_OUT(judge_reverse(tx, &document, fee));
    if (strcmp(reason, "keying") ==
        0) /* all that was keyed goes; of a returned cheque claims stay */
        TRY_OUT(deductions_keyed(book, &document, &arena, &keyed, &keyed_count));
    if (is_chargeback(reason))
        TRY_OUT(read_paid(book, document_id, &arena, &paid, &paid_count));

    /* write */
    for (int i = 0; i < keyed_count; i++)
        TRY_OUT(settlement_reverse(tx, keyed[i].id, date, reason, out));
    TRY_OUT(settlement_reverse(tx, document_id, date, reason, out));
    TRY_OUT(placement_return(tx, document_id, date, reason));
    TRY_OUT(dispute_paid(tx, &document, paid, paid_count, date, &arena));
    if (fee > 0)
        e = charge_fee(tx, &document, fee, date);
out:
    arena_done(&arena);
    return e;
}

/* ---- by debit memos ------------------------------------------------------------------------- */

static enum err judge_debits(struct tx *tx, const struct document *payment, int paid_count,
                             struct date date)
{
    char day[DATE_TEXT];

    if (payment->reversed_by || payment->reverses_id)
        return fail(tx_note(tx), ERR_CONFLICT, "%s is reversed already; a reversal is final",
                    payment->number);
    if (payment->customer_id == 0)
        return fail(tx_note(tx), ERR_CONFLICT,
                    "%s came without a name: nobody's account can be debited; reverse it whole",
                    payment->number);
    if (date.day < payment->effective.day)
        return fail_about(tx_note(tx), "date",
                          fail(tx_note(tx), ERR_CONFLICT,
                               "%s is dated %s; it cannot be reversed before that", payment->number,
                               date_iso(payment->effective, day)));
    return paid_count
               ? ERR_OK
               : fail(tx_note(tx), ERR_CONFLICT,
                      "nothing of %s is applied; reverse it without debit memos", payment->number);
}

/* Debits in other currencies or on other accounts were paid over transfers. */
static bool debit_stands_for(struct book *book, const struct document *payment,
                             const struct item *credit, const struct item *debit)
{
    return currency_is(debit->currency, payment->currency) &&
           account_control_of(book, credit->account_id) == CONTROL_RECEIVABLE;
}

/* The claim that was split off a debit, when something of it is decided already; "" = none. */
static enum err decided_claim(struct book *book, int64_t debit_id, struct arena *arena,
                              const char **out)
{
    struct stmt *q =
        db_sql(book->db,
               "SELECT d.number FROM application a JOIN item ci ON ci.id = a.credit_id"
               " JOIN document d ON d.id = ci.document_id AND d.kind = $2"
               " JOIN item i ON i.document_id = d.id AND i.amount > 0 AND i.open <> i.amount"
               " WHERE a.debit_id = $1 AND a.reverses_id IS NULL AND NOT EXISTS"
               " (SELECT 1 FROM application r WHERE r.reverses_id = a.id) ORDER BY d.id LIMIT 1");

    *out = "";
    bind_i64(q, 1, debit_id);
    bind_i64(q, 2, DOCUMENT_DEDUCTION);
    if (stmt_row(q))
        *out = arena_text(arena, col_text(q, 0));
    return stmt_end(q);
}

/* Why the applications to one debit must stand; stays NULL when they need not. Money that came
 * through the placement itself just did not come: what they have is to be collected again. */
static enum err stands_why(struct book *book, const struct document *payment,
                           const struct item *debit, struct date date, struct arena *arena,
                           const char **why)
{
    struct placed placed;
    const char *claim = "";
    int64_t theirs = 0;
    bool is = false;
    char day[DATE_TEXT];

    TRY(placed_on(book, debit->id, date, &is, &placed, arena));
    if (is)
        TRY(db_get(book->db, &theirs, 0,
                   "SELECT COUNT(*) FROM placement_recovery"
                   " WHERE placement_id = $1 AND payment_id = $2",
                   "ii", placed.placement_id, payment->id));
    if (is && theirs == 0) {
        *why = arena_format(arena, "%s is with %s %s since %s", debit->number,
                            placed.kind == PLACEMENT_AGENCY ? "the agency" : "the lawyers",
                            placed.agency, date_iso(placed.since, day));
        return ERR_OK;
    }
    TRY(decided_claim(book, debit->id, arena, &claim));
    if (*claim)
        *why = arena_format(arena, "%s was charged back in part, and of %s something is decided",
                            debit->number, claim);
    return ERR_OK;
}

enum err returned_stands_why(struct book *book, const struct document *payment, struct date date,
                             const char *reason, struct arena *arena, const char **why)
{
    struct item *items = NULL;
    struct paid *paid = NULL;
    int count = 0, paid_count = 0;

    *why = NULL;
    if (payment->customer_id == 0 ||
        (strncmp(reason, "nsf", 3) != 0 && strncmp(reason, "dd-return", 9) != 0 &&
         !is_chargeback(reason)))
        return ERR_OK;
    TRY(items_of_document(book, payment->id, arena, &items, &count));
    TRY(read_paid(book, payment->id, arena, &paid, &paid_count));
    for (int i = 0; i < paid_count; i++) {
        struct item debit;
        TRY(item_get(book, paid[i].debit_id, arena, &debit));
        if (!debit_stands_for(book, payment, &items[0], &debit)) {
            *why = NULL; /* no debit memo could stand for it: it comes back */
            return ERR_OK;
        }
        if (!*why)
            TRY(stands_why(book, payment, &debit, date, arena, why));
    }
    return ERR_OK;
}

/* The cash goes back as a debit of the payer's account over the whole sum. */
static enum err post_reversal(struct tx *tx, const struct document *payment, struct date date,
                              const char *reason, struct arena *arena, struct document_made *out)
{
    struct posting *postings = NULL;
    int count = 0, others = 0;
    int64_t from = 0, to = 0, control = account_of(tx_book(tx), ACCOUNT_PART_RECEIVABLE);
    const struct date later = payment->posted.day > date.day ? payment->posted : date;

    TRY(deposit_moved(tx, payment, date, &from, &to));
    TRY(document_postings(tx_book(tx), payment->id, arena, &postings, &count));
    for (int i = 0; i < count; i++) {
        if (account_control_of(tx_book(tx), postings[i].account_id) != CONTROL_NONE) {
            control = postings[i].account_id;
            continue;
        }
        const bool moved = to && postings[i].account_id == from;
        postings[others++] = (struct posting){.account_id = moved ? to : postings[i].account_id,
                                              .amount = -postings[i].amount,
                                              .base = -postings[i].base};
    }
    struct item_new item = {.account_id = control,
                            .customer_id = payment->customer_id,
                            .amount = payment->total.minor,
                            .base = payment->base_total,
                            .due = date,
                            .value = date};
    struct document_new doc = {.kind = DOCUMENT_REVERSAL,
                               .customer_id = payment->customer_id,
                               .effective = date,
                               .posted = period_open_from(tx, later),
                               .currency = payment->currency,
                               .rate = payment->rate,
                               .total = payment->total.minor,
                               .base_total = payment->base_total,
                               .base_given = true,
                               .reverses_id = payment->id,
                               .related_id = payment->id,
                               .reference = payment->number,
                               .reason = reason,
                               .items = &item,
                               .item_count = 1,
                               .postings = postings,
                               .posting_count = others};
    return document_post(tx, &doc, out);
}

/* The reason of the case that is open on an item, while it is in use; else as it was. */
static enum err reason_before(struct book *book, int64_t item_id, struct date date,
                              struct arena *arena, const char **out)
{
    struct stmt *q = db_sql(
        book->db, "SELECT p.reason FROM dispute p JOIN dispute_reason r ON r.code = p.reason"
                  " AND r.active = 1 LEFT JOIN dispute_closing z ON z.dispute_id = p.id"
                  " WHERE p.item_id = $1 AND p.opened <= $2 AND (z.closed IS NULL OR z.closed > $2)"
                  " ORDER BY p.id LIMIT 1");

    bind_i64(q, 1, item_id);
    bind_i64(q, 2, date.day);
    if (stmt_row(q))
        *out = arena_text(arena, col_text(q, 0));
    return stmt_end(q);
}

/* The case of the item that was paid, on the debit that takes its place. */
static enum err dispute_follow(struct tx *tx, const struct item *paid, int64_t amount,
                               int64_t item_id, struct date date, const char *reason,
                               struct arena *arena)
{
    int64_t disputed = 0, id = 0;
    const char *why = "OTHER";

    TRY(item_disputed(tx_book(tx), paid->id, date, amount, &disputed));
    TRY(reason_before(tx_book(tx), paid->id, date, arena, &why));
    if (is_chargeback(reason))
        disputed = amount;
    if (disputed == 0)
        return ERR_OK;
    const struct dispute dispute = {.item_id = item_id,
                                    .amount = disputed,
                                    .reason = is_chargeback(reason) ? "UNAUTH" : why,
                                    .text = "as on what was paid",
                                    .opened = date};
    return dispute_open(tx, &dispute, &id);
}

/* The tax that fell due with money that did not come waits again, on the debit that is new. */
static enum err post_debits(struct tx *tx, int64_t payment_id, int64_t reversal_item,
                            const struct paid *paid, int count, struct date date,
                            const char *reason, struct arena *arena)
{
    for (int i = 0; i < count; i++) {
        struct item whole, like;
        struct document_made made;
        struct deduction_taxes taxes;
        int64_t *ids = NULL;
        int id_count = 0;
        TRY(item_get(tx_book(tx), reversal_item, arena, &whole));
        TRY(item_get(tx_book(tx), paid[i].debit_id, arena, &like));
        TRY(read_applications(tx_book(tx), payment_id, like.id, arena, &ids, &id_count));
        TRY(deduction_taxes_of(tx_book(tx), &like, ids, id_count, 0, arena, &taxes));
        TRY(deduction_post(tx, &whole, &like, paid[i].amount, &taxes, date, reason, &made));
        TRY(dispute_follow(tx, &like, paid[i].amount, made.first_item, date, reason, arena));
    }
    return ERR_OK;
}

enum err payment_reverse_by_debits(struct tx *tx, int64_t document_id, struct date date,
                                   const char *reason, int64_t fee, struct document_made *out)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct document document;
    struct item *items = NULL;
    struct paid *paid = NULL;
    struct application_made made;
    int count = 0, paid_count = 0;
    enum err e;

    /* look and judge */
    TRY_OUT(document_get(book, document_id, &arena, &document));
    TRY_OUT(judge_reverse(tx, &document, fee));
    TRY_OUT(items_of_document(book, document_id, &arena, &items, &count));
    TRY_OUT(read_paid(book, document_id, &arena, &paid, &paid_count));
    TRY_OUT(judge_debits(tx, &document, paid_count, date));
    for (int i = 0; i < paid_count; i++) {
        struct item debit;
        TRY_OUT(item_get(book, paid[i].debit_id, &arena, &debit));
        if (!debit_stands_for(book, &document, &items[0], &debit)) {
            e = fail(book->note, ERR_CONFLICT,
                     "%s paid %s over another currency or account; it cannot be reversed by debit "
                     "memos",
                     document.number, debit.number);
            goto out;
        }
    }

    /* write: what was never applied closes with the cash, the rest is owed anew */
    TRY_OUT(post_reversal(tx, &document, date, reason, &arena, out));
    TRY_OUT(placement_return(tx, document_id, date, reason));
    TRY_OUT(post_debits(tx, document_id, out->first_item, paid, paid_count, date, reason, &arena));
    const struct application_new rest = {.debit_id = out->first_item,
                                         .credit_id = items[0].id,
                                         .amount = -items[0].open,
                                         .reason = reason};
    if (rest.amount > 0)
        TRY_OUT(application_post(tx, &rest, &made));
    if (fee > 0)
        e = charge_fee(tx, &document, fee, date);
out:
    arena_done(&arena);
    return e;
}
