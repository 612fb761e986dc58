/* paygrid: what is open of a payer as lines of the payment desk, and their figures on screen. */
#include "base/text.h"
#include "ledger/payment.h"
#include "view/applyrow.h"
#include "view/paydeskparts.h"

#include <string.h>

#define LINES_LEAST 8 /* that a screen shows */

const struct grid_column paydesk_columns[ITEM_COLUMNS] = {
    [ITEM_DOCUMENT] = {.title = "Document", .cells = 11, .flags = GRID_COMPUTED | GRID_FILLS},
    [ITEM_ISSUED] = {.title = "Issued", .cells = 10, .flags = GRID_COMPUTED, .worth = 3},
    [ITEM_DUE] = {.title = "Due", .cells = 10, .flags = GRID_COMPUTED},
    [ITEM_DAYS] = {.title = "Days", .cells = 4, .flags = GRID_COMPUTED | GRID_RIGHT, .worth = 2},
    [ITEM_OPEN] = {.title = "Open", .cells = 10, .flags = GRID_COMPUTED | GRID_RIGHT},
    [ITEM_DISCOUNT] = {.title = "Discount", .cells = 8, .flags = GRID_COMPUTED | GRID_RIGHT},
    [ITEM_PAYS] = {.title = "Pays", .cells = 10, .flags = GRID_RIGHT},
    [ITEM_LEFT] = {.title = "Left", .cells = 10, .flags = GRID_COMPUTED | GRID_RIGHT, .worth = 1},
};

struct grid *paydesk_grid(const struct paydesk *desk)
{
    return desk->form->fields[PAY_ITEMS].grid;
}

static void figure_set(struct paydesk *desk, int row, enum paydesk_column column, int64_t minor,
                       bool shown)
{
    char text[MONEY_TEXT] = "";

    if (shown)
        money_show(money_of(minor, desk->payer.currency), paydesk_notation(desk), text);
    const int cells = text_width(text);
    if (cells > desk->columns[column].cells)
        desk->columns[column].cells = cells;
    grid_set(paydesk_grid(desk), row, column, text);
}

/* Pays, discount and what is left of every line, as they now are. */
void paydesk_lines_show(struct paydesk *desk)
{
    struct grid *grid = paydesk_grid(desk);

    for (int i = 0; i < desk->lines.count; i++) {
        const struct payline *line = &desk->lines.lines[i];
        const bool paid = line->pays != 0;
        grid->rows[i].marked = line->marked;
        figure_set(desk, i, ITEM_PAYS, line->pays, paid);
        figure_set(desk, i, ITEM_DISCOUNT, paid ? line->discount : line->offered,
                   line->discount != 0 || (!paid && line->offered != 0));
        figure_set(desk, i, ITEM_LEFT, line->open - line->pays - line->discount - line->writeoff,
                   true);
    }
}

/* What was proposed is seen: the lines begin with the first that is marked, when it was out of
 * sight; else the cursor stays. */
void paydesk_proposal_show(struct paydesk *desk)
{
    struct grid *grid = paydesk_grid(desk);
    const int rows = grid->body_rows > LINES_LEAST ? grid->body_rows : LINES_LEAST;
    int first = 0;

    paydesk_lines_show(desk);
    while (first < desk->lines.count && !desk->lines.lines[first].marked)
        first++;
    if (first == desk->lines.count || (first >= grid->top && first < grid->top + rows))
        return;
    grid->top = first;
    grid_to(grid, first, ITEM_PAYS);
}

static void lines_fill(struct paydesk *desk)
{
    struct grid *grid = paydesk_grid(desk);
    const struct date today = book_today(desk->book);
    char text[DATE_TEXT];

    memcpy(desk->columns, paydesk_columns, sizeof paydesk_columns);
    grid_reset(grid);
    for (int i = 0; i < desk->lines.count; i++) {
        const struct payline *line = &desk->lines.lines[i];
        const int days = today.day - line->due.day;
        grid_add(grid, i);
        grid->rows[i].mark = line->pending || line->disputed ? '*'
                             : line->open > 0 && days > 0    ? '!'
                                                             : ' ';
        grid_set(grid, i, ITEM_DOCUMENT,
                 line->instalment
                     ? arena_format(&desk->arena, "%s/%d", line->number, line->instalment)
                     : line->number);
        grid_set(grid, i, ITEM_ISSUED, date_iso(line->issued, text));
        if (line->open > 0)
            grid_set(grid, i, ITEM_DUE, date_iso(line->due, text));
        if (line->open > 0 && days > 0)
            grid_set(grid, i, ITEM_DAYS, arena_format(&desk->arena, "%d", days));
        figure_set(desk, i, ITEM_OPEN, line->open, true);
    }
    grid_to(grid, 0, ITEM_PAYS);
    paydesk_lines_show(desk);
}

/* ---- the lines themselves ---- */

/* What may be let go of each line; a line in dispute has nothing of it. */
static void smalls_read(struct paydesk *desk)
{
    for (int i = 0; i < desk->payer.count; i++)
        if (writeoff_allowed(desk->book, &desk->payer.items[i], desk->date,
                             &desk->lines.lines[i].small) != ERR_OK)
            desk->lines.lines[i].small = 0; /* the command will say why, if it matters */
}

static int parts_of(const struct payer *payer, const struct item *item)
{
    int parts = 0;

    for (int i = 0; i < payer->count; i++)
        parts += payer->items[i].document_id == item->document_id;
    return parts;
}

void paydesk_lines_read(struct paydesk *desk)
{
    const struct payer *payer = &desk->payer;

    desk->lines = (struct paylines){
        .lines = arena_new(&desk->arena, (size_t)(payer->count + 1) * sizeof *desk->lines.lines),
        .count = payer->count,
        .words = ""};
    for (int i = 0; i < payer->count; i++) {
        const struct item *item = &payer->items[i];
        desk->lines.lines[i] = (struct payline){
            .item_id = item->id,
            .number = item->number,
            .instalment = item->seq > 1 || parts_of(payer, item) > 1 ? item->seq : 0,
            .named = payer->document_id && item->document_id == payer->document_id,
            .issued = item->issued,
            .due = item->due,
            .open = item->open};
        if (item->open < 0 &&
            applyrow_source(desk->book, item, &desk->arena, &desk->lines.lines[i].source) != ERR_OK)
            desk->lines.lines[i].source = item->number; /* the command will say why not */
    }
    paydesk_discounts_read(desk);
    smalls_read(desk);
    paydesk_pending_read(desk);
    paydesk_disputes_read(desk);
    lines_fill(desk);
}
