#include "view/sitting.h"

#include "tui/term.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

void sitting_begin(struct sitting *sitting)
{
    snprintf(sitting->op_id, sizeof sitting->op_id, "desk-%" PRIx64 "-%lx-%u",
             (uint64_t)moment_now(), (unsigned long)getpid(), ++sitting->opened);
    sitting->said = false;
}

void sitting_show(struct view *view)
{
    struct sitting *sitting = view->state;
    const struct notation *notation = &view->desk->session->notation;
    char figure[MONEY_TEXT];

    view->where = "Payment";
    view->means = sitting->means;
    if (batchdesk_is(&sitting->batch)) {
        snprintf(sitting->where, sizeof sitting->where, "%s", batchdesk_where(&sitting->batch));
        snprintf(sitting->means, sizeof sitting->means, "%s", batchdesk_means(&sitting->batch));
        view->where = sitting->where;
        return;
    }
    size_t at =
        (size_t)snprintf(sitting->means, sizeof sitting->means, "%d posted", sitting->posted);

    for (int i = 0; i < SUMS && sitting->sums[i].currency.code[0]; i++)
        if (at < sizeof sitting->means)
            at += (size_t)snprintf(sitting->means + at, sizeof sitting->means - at, "%s%s %s",
                                   i ? ", " : "  ", money_show(sitting->sums[i], notation, figure),
                                   sitting->sums[i].currency.code);
}

void sitting_count(struct sitting *sitting, struct money amount, int by)
{
    sitting->posted += by;
    for (int i = 0; i < SUMS; i++) {
        struct money *sum = &sitting->sums[i];
        if (!sum->currency.code[0])
            sum->currency = amount.currency;
        if (currency_is(sum->currency, amount.currency)) {
            sum->minor += by * amount.minor;
            return;
        }
    }
}

void sitting_last_keep(struct sitting *sitting, const char *number)
{
    const struct form *form = sitting->desk.form;

    snprintf(sitting->last_who, sizeof sitting->last_who, "%s", sitting->desk.payer.code);
    snprintf(sitting->last_amount, sizeof sitting->last_amount, "%s", form_text(form, PAY_AMOUNT));
    snprintf(sitting->last_reference, sizeof sitting->last_reference, "%s",
             form_text(form, PAY_REFERENCE));
    sitting->last_money = sitting->desk.amount;
    snprintf(sitting->last_number, sizeof sitting->last_number, "%s", number ? number : "");
}

void sitting_typed(struct view *view, unsigned reaction)
{
    struct sitting *sitting = view->state;

    if (!(reaction & REACT_CHANGED) || term_key_waits())
        return; /* who types ahead does not read along */
    if (view->form.at == PAY_WHO)
        paydesk_look(&sitting->desk);
    else if (view->form.at == PAY_AMOUNT)
        paydesk_count(&sitting->desk);
    else if (view->form.at == PAY_DATE)
        paydesk_day(&sitting->desk);
}
