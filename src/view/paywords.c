/* paywords: what the payment desk says of the payment that is entered: what must be seen before it
 * is posted, and what came of it. */
#include "view/paydesk.h"

#include <string.h>

static const char *figure(const struct paydesk *desk, int64_t minor, struct arena *arena)
{
    return money_show(money_of(minor, desk->payer.currency), &desk->session->notation,
                      arena_new(arena, MONEY_TEXT));
}

/* "84.33 of INV-2411 stays open": of papers that are paid in part. NULL = of none. */
static const char *open_words(const struct paydesk *desk, struct arena *arena)
{
    const char *paper = NULL;
    int64_t open = 0;
    int count = 0;

    for (int i = 0; i < desk->lines.count; i++) {
        const struct payline *line = &desk->lines.lines[i];
        const int64_t left = line->open - line->pays - line->discount - line->writeoff;
        if (line->pays <= 0 || left == 0)
            continue;
        open += left;
        count++;
        paper = line->instalment ? arena_format(arena, "%s/%d", line->number, line->instalment)
                                 : line->number;
    }
    if (count > 1)
        paper = arena_format(arena, "%d papers", count);
    return count ? arena_format(arena, "%s of %s stays open", figure(desk, open, arena), paper)
                 : NULL;
}

/* "INV-2411 in part, 84.33 of INV-2411 stays open" as the amount's hint begins it. */
static const char *proposal_words(const struct paydesk *desk, struct arena *arena)
{
    const char *hint = desk->form->fields[PAY_AMOUNT].hint, *open = open_words(desk, arena);
    bool any = false;

    for (int i = 0; i < desk->lines.count; i++)
        any = any || desk->lines.lines[i].pays != 0;
    if (!any || !hint || hint[0] != '=')
        return "nothing is marked";
    return open ? arena_format(arena, "%s; %s", hint + 2, open) : hint + 2;
}

/* "2019-01-20 is more than a year back"; a day that is over once for a whole stack, one to come
 * with every payment. NULL = there is no doubt. */
static const char *day_words(const struct paydesk *desk, struct arena *arena)
{
    const struct date today = book_today(desk->book);
    const char *doubt = payment_day_doubt(paydesk_method(desk), desk->date, today);
    char day[DATE_TEXT];

    return doubt && (desk->date.day > today.day || desk->date.day != desk->day_said.day)
               ? arena_format(arena, "%s is %s", date_iso(desk->date, day), doubt)
               : NULL;
}

const char *paydesk_caution(const struct paydesk *desk, bool is_new, struct arena *arena)
{
    const int64_t left = paydesk_left(desk);
    const char *words = day_words(desk, arena);

    if (is_new)
        words = arena_format(arena, "%s%sChanged: %s", words ? words : "", words ? "; " : "",
                             proposal_words(desk, arena));
    if (left > 0 && desk->payer.customer_id)
        words = arena_format(arena, "%s%s%s stays unapplied with %s", words ? words : "",
                             words ? "; " : "", figure(desk, left, arena), desk->payer.name);
    return words ? arena_format(arena, "%s: once more posts it%s.", words,
                                left > 0 && desk->payer.customer_id ? ", F6 proposes" : "")
                 : NULL;
}

/* Whose, behind what was typed when that is what was paid; a word once. */
static const char *what_words(const struct paydesk *desk, struct arena *arena)
{
    const char *what = desk->payer.code;

    for (int i = 0; i < desk->lines.count; i++)
        if (desk->lines.lines[i].named && desk->lines.lines[i].pays)
            what = desk->payer.document;
    return desk->payer.customer_id == 0 || strcmp(what, desk->payer.name) == 0
               ? desk->payer.name
               : arena_format(arena, "%s %s", what, desk->payer.name);
}

const char *paydesk_what(const struct paydesk *desk, struct arena *arena)
{
    return arena_format(arena, "%s %s", what_words(desk, arena),
                        figure(desk, desk->amount.minor, arena));
}

/* "; discount 2.00 on INV-2411 is unearned": an exception that whoever sits here allowed. */
static const char *unearned_words(const struct paydesk *desk, struct arena *arena)
{
    const char *paper = "";
    int64_t late = 0;
    int count = 0;

    for (int i = 0; i < desk->lines.count; i++) {
        const struct payline *line = &desk->lines.lines[i];
        if (line->pays <= 0 || !paylines_late(line))
            continue;
        late += paylines_late(line);
        count++;
        paper = line->number;
    }
    if (count > 1)
        paper = arena_format(arena, "%d papers", count);
    return count ? arena_format(arena, "; discount %s on %s is unearned", figure(desk, late, arena),
                                paper)
                 : "";
}

const char *paydesk_gone(const struct paydesk *desk, const struct outcome *outcome,
                         struct arena *arena)
{
    return outcome->waits ? arena_format(arena, "; %s", outcome->waits)
                          : unearned_words(desk, arena);
}

const char *paydesk_came(const struct paydesk *desk, const struct outcome *outcome,
                         struct arena *arena)
{
    const int64_t left = paydesk_left(desk);
    const char *words = "", *open = open_words(desk, arena);
    char day[DATE_TEXT];

    if (left > 0 && desk->payer.customer_id)
        words = arena_format(arena, ", %s unapplied", figure(desk, left, arena));
    if (desk->date.day > desk->session->today.day)
        words = arena_format(arena, "%s, in hand until %s", words, date_iso(desk->date, day));
    if (open)
        words = arena_format(arena, "%s; %s", words, open);
    words = arena_format(arena, "%s%s", words, paydesk_gone(desk, outcome, arena));
    return outcome->late ? arena_format(arena, "%s; %s", words, outcome->late) : words;
}

const char *paydesk_remark(const struct paydesk *desk, struct arena *arena)
{
    const char *lapsed = paydesk_lapsed(desk, arena);

    if (!desk->twin || desk->form->at == PAY_ITEMS)
        return lapsed ? lapsed : desk->twin;
    return desk->twin;
}
