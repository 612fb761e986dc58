/* What the payment desk hands to `payment receive`. */
#include "view/paydesk.h"

#include "base/text.h"
#include "ledger/payment.h"

#include <string.h>

static enum payment_method method_of(const char *word)
{
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
                                    .method = method_of(form_text(form, PAY_METHOD)),
                                    .reference = form_text(form, PAY_REFERENCE)};
    struct document twin;
    char day[DATE_TEXT];
    int64_t id = 0;
    bool stop = false;

    if (!desk->resolved || desk->amount.minor == 0)
        return NULL;
    if (payment_twin(desk->book, &payment, &id, &stop) != ERR_OK || id == 0 ||
        document_get(desk->book, id, arena, &twin) != ERR_OK)
        return NULL;
    return arena_format(arena, "%s of %s is the same%s", twin.number, date_iso(twin.effective, day),
                        stop ? " cheque" : "");
}

/* A value of a row: quoted when it holds what parts values. */
static const char *row_value(const char *text, struct arena *arena)
{
    struct buf out;

    if (!strpbrk(text, ";=\" \t#"))
        return text;
    buf_init(&out, 1000);
    buf_char(&out, '"');
    for (; *text; text++) {
        if (*text == '"')
            buf_char(&out, '"');
        buf_char(&out, *text);
    }
    buf_char(&out, '"');
    const char *quoted = arena_text(arena, out.data);
    buf_done(&out);
    return quoted;
}

static const char *line_text(const struct paydesk *desk, const struct payline *line,
                             struct arena *arena)
{
    char pays[MONEY_TEXT], discount[MONEY_TEXT];
    const char *text = arena_format(arena, "%s=%s", row_value(line->number, arena),
                                    money_plain(money_of(line->pays, desk->payer.currency), pays));

    if (line->discount)
        text = arena_format(arena, "%s discount %s", text,
                            money_plain(money_of(line->discount, desk->payer.currency), discount));
    if (line->instalment)
        text = arena_format(arena, "%s instalment %d", text, line->instalment);
    return text;
}

static enum err apply_set(const struct paydesk *desk, struct arena *arena, struct args *args,
                          struct note *note)
{
    const char *rows = NULL;

    for (int i = 0; i < desk->lines.count; i++) {
        const struct payline *line = &desk->lines.lines[i];
        if (line->pays <= 0)
            continue;
        const char *text = line_text(desk, line, arena);
        rows = rows ? arena_format(arena, "%s; %s", rows, text) : text;
    }
    return rows ? args_set(args, "apply", rows, note) : ERR_OK;
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
