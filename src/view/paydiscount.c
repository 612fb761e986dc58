/* paydiscount: what early payment takes off the lines at the payment desk, and what it would have
 * taken off until a day that is over. */
#include "ledger/document.h"
#include "ledger/payment.h"
#include "view/paydesk.h"

static int64_t discount_of(struct paydesk *desk, const struct payline *line, struct date day)
{
    int64_t discount = 0;
    bool earned;

    if (discount_on(desk->book, line->item_id, day, 0, &discount, &earned) != ERR_OK)
        return 0; /* the command will say why, if it matters */
    return discount;
}

/* The largest of those whose day is over, when it is more than what is offered yet. */
static void lapsed_read(struct paydesk *desk, int64_t document_id, struct payline *line)
{
    struct offer *offers = NULL;
    int count = 0;

    if (document_offers(desk->book, document_id, &desk->arena, &offers, &count) != ERR_OK)
        return;
    for (int i = 0; i < count; i++) {
        if (offers[i].until.day >= desk->date.day)
            continue;
        const int64_t was = discount_of(desk, line, offers[i].until);
        if (was > line->offered && was > line->lapsed) {
            line->lapsed = was;
            line->lapsed_on = offers[i].until;
        }
    }
}

void paydesk_discounts_read(struct paydesk *desk)
{
    for (int i = 0; i < desk->lines.count; i++) {
        struct payline *line = &desk->lines.lines[i];
        line->offered = line->lapsed = 0;
        if (line->open <= 0)
            continue;
        line->offered = discount_of(desk, line, desk->date);
        lapsed_read(desk, desk->payer.items[i].document_id, line);
    }
}

/* In the lines the one under the cursor, else the first that is given late or could be. */
static const struct payline *lapsed_line(const struct paydesk *desk)
{
    const struct grid *grid = desk->form->fields[PAY_ITEMS].grid;
    const bool gives = paylines_lapsed(&desk->lines, desk->amount.minor);

    for (int i = 0; i < desk->lines.count; i++) {
        const struct payline *line = &desk->lines.lines[i];
        const bool is_short = line->pays > 0 && line->pays + line->discount < line->open;
        if (line->lapsed == 0)
            continue;
        if (desk->form->at == PAY_ITEMS ? i == grid->row
                                        : paylines_late(line) || (gives && is_short))
            return line;
    }
    return NULL;
}

const char *paydesk_lapsed(const struct paydesk *desk, struct arena *arena)
{
    const struct payline *line = desk->resolved ? lapsed_line(desk) : NULL;
    char figure[MONEY_TEXT], day[DATE_TEXT];

    if (!line)
        return NULL;
    const bool late = paylines_late(line) != 0;
    money_show(money_of(late ? paylines_late(line) : line->lapsed, desk->payer.currency),
               &desk->session->notation, figure);
    date_iso(line->lapsed_on, day);
    if (late)
        return arena_format(arena,
                            "%s: discount %s is unearned, it was until %s; F11 takes it back",
                            line->number, figure, day);
    return arena_format(arena, "%s: discount %s was until %s%s", line->number, figure, day,
                        paylines_lapsed(&desk->lines, desk->amount.minor)
                            ? "; F11 gives it as unearned"
                            : "");
}
