/* What drafts would pay of the lines at the payment desk, and what of them is disputed. */
#include "base/text.h"
#include "ledger/dispute.h"
#include "ledger/pending.h"
#include "view/paydesk.h"

/* The line that is being changed here is nobody else's. */
static void others_keep(struct paydesk *desk, struct pending *list, int *count)
{
    int kept = 0;

    for (int i = 0; i < *count; i++) {
        const char *name =
            arena_format(&desk->arena, "%s/%lld", list[i].batch, (long long)list[i].seq);
        if (!text_same(name, desk->changes))
            list[kept++] = list[i];
    }
    *count = kept;
}

void paydesk_pending_read(struct paydesk *desk)
{
    char text[MONEY_TEXT];
    bool any = false;

    if (pending_is_any(desk->book, &any) != ERR_OK || !any)
        return;
    for (int i = 0; i < desk->lines.count; i++) {
        struct payline *line = &desk->lines.lines[i];
        struct pending *list;
        int count;
        if (pending_of_item(desk->book, line->item_id, &desk->arena, &list, &count) != ERR_OK)
            continue;
        others_keep(desk, list, &count);
        if (count > 0)
            line->pending =
                arena_format(&desk->arena, "pending %s, %s",
                             money_show(money_of(pending_sum(list, count), list[0].currency),
                                        &desk->session->notation, text),
                             pending_clause(list, count, book_today(desk->book), &desk->arena));
    }
}

/* One case of a line is named, the newest that has it; they are one sum. */
static void line_disputed(struct paydesk *desk, struct payline *line, const struct dispute *cases,
                          int count)
{
    const char *reason = "";
    char text[MONEY_TEXT];
    int64_t sum = 0;

    for (int i = 0; i < count; i++)
        if (cases[i].item_id == line->item_id) {
            sum += cases[i].amount;
            reason = cases[i].reason;
        }
    if (sum > line->open)
        sum = line->open;
    if (sum > 0)
        line->disputed = arena_format(
            &desk->arena, "disputed %s of %s: %s",
            money_show(money_of(sum, desk->payer.currency), &desk->session->notation, text),
            line->number, reason);
}

void paydesk_disputes_read(struct paydesk *desk)
{
    struct dispute *cases = NULL;
    int count = 0;

    if (desk->payer.customer_id == 0 || dispute_list(desk->book, desk->payer.customer_id, true,
                                                     &desk->arena, &cases, &count) != ERR_OK)
        return;
    for (int i = 0; count > 0 && i < desk->lines.count; i++)
        line_disputed(desk, &desk->lines.lines[i], cases, count);
}

const char *paydesk_pending(const struct paydesk *desk)
{
    const struct grid *grid = desk->form->fields[PAY_ITEMS].grid;
    const bool in_grid = desk->form->at == PAY_ITEMS;

    for (int i = 0; desk->resolved && i < desk->lines.count; i++) {
        const struct payline *line = &desk->lines.lines[i];
        const char *says = line->pending ? line->pending : line->disputed;
        if (says && (in_grid ? i == grid->row : line->pays != 0))
            return says;
    }
    return NULL;
}
