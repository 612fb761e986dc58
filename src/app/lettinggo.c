#include "app/lettinggo.h"

#include "app/approving.h"
#include "app/say.h"
#include "ledger/customer.h"
#include "ledger/deposit.h"
#include "ledger/document.h"

#define USUAL_FEE 10 /* the tenth part of a payment */

/* The command that does it alone, later, on the same day. */
static enum err line_make(struct act *act, const char *noun, const char *verb,
                          const struct item *debit, const struct concession *concession,
                          const char **out)
{
    struct customer customer;
    struct args args;
    char day[DATE_TEXT];

    TRY(customer_get(act->book, debit->customer_id, act->arena, &customer));
    args_init(&args, command_find(noun, verb), act->arena, &act->session->habit, &notation_plain);
    TRY(args_set(&args, "invoice", arena_format(act->arena, "%s/%s", customer.code, debit->number),
                 act->note));
    TRY(args_set(&args, "amount", say_minor(act->arena, concession->amount.minor, debit->currency),
                 act->note));
    TRY(args_set(&args, "reason", concession->reason, act->note));
    TRY(args_set(&args, "date", date_iso(concession->day, day), act->note));
    TRY(args_set(&args, "instalment", arena_format(act->arena, "%d", debit->seq), act->note));
    *out = args_text(&args, true, act->arena);
    return ERR_OK;
}

static enum err one_ask(struct act *act, const struct item *debit, enum grant_kind kind,
                        int64_t amount, struct date day, bool *waits, const char **says)
{
    const bool discount = kind == GRANT_DISCOUNT;
    struct approving wish = {
        .concession = {.kind = kind,
                       .customer_id = debit->customer_id,
                       .item_id = debit->id,
                       .document_id = debit->document_id,
                       .amount = money_of(amount, debit->currency),
                       .day = day,
                       .reason = discount ? "unearned discount" : "small difference"}};

    TRY(line_make(act, discount ? "discount" : "writeoff", discount ? "allow" : "post", debit,
                  &wish.concession, &wish.command));
    TRY(approving_ask(act, &wish));
    *waits = wish.waits;
    if (wish.waits)
        *says = say_join(act->arena, *says, wish.says);
    return ERR_OK;
}

enum err lettinggo_ask(struct act *act, const struct item *debit, int64_t offered,
                       struct settle *settle, const char **says)
{
    const struct date today = book_today(act->book);
    const struct date day = settle->date.day > debit->effective.day ? settle->date
                            : today.day > debit->effective.day      ? today
                                                                    : debit->effective;
    bool any = false, waits = false;

    *says = "";
    if (settle->writeoff <= 0 && settle->discount <= offered)
        return ERR_OK;
    TRY(users_any(act->book, &any));
    if (!any)
        return ERR_OK;
    if (settle->writeoff > 0) {
        TRY(one_ask(act, debit, GRANT_WRITEOFF, settle->writeoff, day, &waits, says));
        if (waits)
            settle->writeoff = 0;
    }
    /* a discount that is unearned in a part waits whole: paid short, none of it is earned */
    if (settle->discount > offered) {
        const int64_t unearned = settle->discount - offered;
        TRY(one_ask(act, debit, GRANT_DISCOUNT, offered ? settle->discount : unearned, day, &waits,
                    says));
        if (waits)
            settle->discount = DISCOUNT_NONE;
    }
    return ERR_OK;
}

/* Is one of them money that somebody has in hand? */
static enum err in_hand(struct act *act, const int64_t *receipts, int count, bool *out)
{
    *out = false;
    for (int i = 0; i < count && !*out; i++) {
        struct receipt receipt = {.payer = ""};
        bool is = false;
        TRY(document_receipt(act->book, receipts[i], act->arena, &receipt, &is));
        *out = is && (METHOD_MASK(receipt.method) & METHODS_UNDEPOSITED) != 0;
    }
    return ERR_OK;
}

enum err lettinggo_missing(struct act *act, const int64_t *receipts, int count, int64_t missing,
                           struct date day, bool *waits)
{
    struct document first;
    bool asked = false;

    *waits = false;
    if (missing <= 0 || count == 0)
        return ERR_OK;
    TRY(in_hand(act, receipts, count, &asked));
    if (!asked)
        return ERR_OK;
    TRY(document_get(act->book, receipts[0], act->arena, &first));
    struct approving wish = {.concession = {.kind = GRANT_WRITEOFF,
                                            .amount = money_of(missing, first.currency),
                                            .day = day,
                                            .reason = "missing of cash and cheques"}};
    TRY(approving_ask(act, &wish));
    *waits = wish.waits;
    return ERR_OK;
}

/* What came is to be entered at once; the rest is written off by somebody who may. */
enum err lettinggo_fee(struct act *act, const struct payment *payment)
{
    struct concession concession = {.kind = GRANT_WRITEOFF,
                                    .customer_id = payment->customer_id,
                                    .amount = money_of(payment->fee, payment->amount.currency),
                                    .day = payment->date,
                                    .reason = "fee"};
    bool any = false, within = false;

    TRY(users_any(act->book, &any));
    if (!any || payment->fee <= payment->amount.minor / USUAL_FEE)
        return ERR_OK;
    TRY(concession_judge(act->tx, &concession, &within));
    if (within)
        return concession_write(act->tx, &concession, act->session->approving);
    const struct currency base = book_currency(act->book);
    return fail(act->note, ERR_DENIED,
                "--fee: more than a tenth of the money counts as a write-off, and %s %s is above "
                "the limit of %s, %s; receive what came, and the rest stays owed",
                say_minor(act->arena, concession.reached, base), concession.which,
                act->session->actor, say_money(act->arena, money_of(concession.allowed, base)));
}
