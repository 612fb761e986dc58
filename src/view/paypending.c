/* What drafts would pay of the lines at the payment desk. */
#include "base/text.h"
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

const char *paydesk_pending(const struct paydesk *desk)
{
    const struct grid *grid = desk->form->fields[PAY_ITEMS].grid;
    const bool in_grid = desk->form->at == PAY_ITEMS;

    for (int i = 0; desk->resolved && i < desk->lines.count; i++) {
        const struct payline *line = &desk->lines.lines[i];
        if (line->pending && (in_grid ? i == grid->row : line->pays != 0))
            return line->pending;
    }
    return NULL;
}
