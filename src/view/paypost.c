/* What the payment desk hands to `payment receive`. */
#include "view/paydesk.h"

#include "base/text.h"
#include "ledger/payment.h"
#include "view/applyrow.h"

#include <string.h>

enum payment_method paydesk_method(const struct paydesk *desk)
{
    const char *word = form_text(desk->form, PAY_METHOD);

    for (enum payment_method method = METHOD_CASH; method <= METHOD_DIRECT_DEBIT; method++)
        if (strcmp(payment_method_word(method), word) == 0)
            return method;
    return METHOD_TRANSFER;
}

const char *paydesk_twin(struct paydesk *desk, struct arena *arena)
{
    const struct form *form = desk->form;
    const struct payment payment = {.customer_id = desk->payer.customer_id,
                                    .amount = desk->amount,
                                    .date = desk->date,
                                    .method = paydesk_method(desk),
                                    .reference = form_text(form, PAY_REFERENCE)};
    struct document twin;
    char day[DATE_TEXT], figure[MONEY_TEXT];
    int64_t id = 0;
    bool stop = false;

    if (!desk->resolved || desk->amount.minor == 0)
        return NULL;
    if (payment_twin(desk->book, &payment, &id, &stop) != ERR_OK || id == 0 ||
        document_get(desk->book, id, arena, &twin) != ERR_OK)
        return NULL;
    if (payment.method == METHOD_CHEQUE && twin.total.minor != payment.amount.minor)
        return arena_format(arena, "%s of %s over %s is a cheque of the same number", twin.number,
                            date_iso(twin.effective, day),
                            money_show(twin.total, &desk->session->notation, figure));
    return arena_format(arena, "%s of %s is the same%s", twin.number, date_iso(twin.effective, day),
                        stop ? " cheque" : "");
}

/* The rows of --apply while they are made. */
struct applying {
    const struct paydesk *desk;
    struct arena *arena;
    int64_t *left; /* per line: what its debit still has to get, its credit still has to give */
    const char *rows;
};

/* Discount and small difference close the paper: they stand in its last row. */
static void row_add(struct applying *a, const struct payline *line, int64_t amount, bool closes,
                    const char *from)
{
    const struct applyrow row = {.number = line->number,
                                 .amount = amount,
                                 .discount = closes ? line->discount : 0,
                                 .writeoff = closes ? line->writeoff : 0,
                                 .currency = a->desk->payer.currency,
                                 .instalment = line->instalment,
                                 .from = from};
    const char *text = applyrow_text(&row, a->arena);

    a->rows = a->rows ? arena_format(a->arena, "%s; %s", a->rows, text) : text;
}

/* One credit to the debits, the oldest first. What a credit memo pays of a paper lowers the
 * discount that the money earns on it, so those without one come before. */
static void credit_give(struct applying *a, int credit)
{
    const struct paylines *lines = &a->desk->lines;

    for (int with = 0; with < 2; with++)
        for (int i = 0; i < lines->count && a->left[credit] > 0; i++) {
            const struct payline *line = &lines->lines[i];
            const int64_t part = a->left[i] < a->left[credit] ? a->left[i] : a->left[credit];
            if (line->pays <= 0 || part == 0 ||
                (line->discount + line->writeoff != 0) != (with == 1))
                continue;
            a->left[i] -= part;
            a->left[credit] -= part;
            row_add(a, line, part, a->left[i] == 0, lines->lines[credit].source);
        }
}

/* Credits first; the money pays the rest, and a discount closes its paper in the last row of it. */
static enum err apply_set(const struct paydesk *desk, struct arena *arena, struct args *args,
                          struct note *note)
{
    const struct paylines *lines = &desk->lines;
    struct applying a = {.desk = desk, .arena = arena};

    a.left = arena_new(arena, ((size_t)lines->count + 1) * sizeof *a.left);
    for (int i = 0; i < lines->count; i++)
        a.left[i] = lines->lines[i].pays < 0 ? -lines->lines[i].pays : lines->lines[i].pays;
    for (int i = 0; i < lines->count; i++)
        if (lines->lines[i].pays < 0)
            credit_give(&a, i);
    for (int i = 0; i < lines->count; i++)
        if (lines->lines[i].pays > 0 && a.left[i] > 0)
            row_add(&a, &lines->lines[i], a.left[i], true, NULL);
    return a.rows ? args_set(args, "apply", a.rows, note) : ERR_OK;
}

enum err paydesk_args(const struct paydesk *desk, struct arena *arena, struct args *out,
                      struct note *note)
{
    const struct form *form = desk->form;
    const char *reference = form_text(form, PAY_REFERENCE);
    char text[MONEY_TEXT], iso[DATE_TEXT];

    args_init(out, command_find("payment", "receive"), arena, &desk->session->habit,
              &notation_plain);
    TRY(args_set(out, "amount", money_plain(desk->amount, text), note));
    if (desk->payer.customer_id)
        TRY(args_set(out, "customer", desk->payer.code, note));
    TRY(args_set(out, "date", date_iso(desk->date, iso), note));
    TRY(args_set(out, "method", form_text(form, PAY_METHOD), note));
    if (!text_is_blank(reference))
        TRY(args_set(out, "reference", reference, note));
    if (!currency_is(desk->payer.currency, desk->payer.account))
        TRY(args_set(out, "currency", desk->payer.currency.code, note));
    return apply_set(desk, arena, out, note);
}
