/* filtermatch: does a row pass a filter? Part of filter. */
#include "base/filterparts.h"

#include "base/text.h"

#include <string.h>

__extension__ typedef __int128 wide;

static const char *cell_folded(const struct filter *filter, const struct cell *cell)
{
    return text_fold(filter->scratch, cell_plain(cell, filter->scratch));
}

static bool anywhere(const struct filter *filter, const struct operand *operand,
                     const struct cell *cells)
{
    for (int i = 0; i < filter->count; i++) {
        enum cell_kind kind = cells[i].kind;
        if (kind == CELL_NONE || kind == CELL_FLAG || kind == CELL_BAR)
            continue;
        const char *text = cell_folded(filter, &cells[i]);
        if (strstr(text, operand->text) ||
            (operand->digits && cell_is_right(kind) && strstr(text, operand->digits)))
            return true;
    }
    return false;
}

static int wide_order(wide a, wide b)
{
    return a < b ? -1 : a > b;
}

static int money_order(struct money money, int64_t at_scale)
{
    wide minor = money.minor;
    for (unsigned digits = money.currency.digits; digits < MONEY_SCALE; digits++)
        minor *= 10;
    return wide_order(minor, at_scale);
}

/* -1, 0, 1; false when the two cannot be compared at all. */
static bool cell_order(const struct filter *filter, const struct cell *cell,
                       const struct operand *operand, int *order)
{
    switch (cell->kind) {
    case CELL_TEXT:
    case CELL_CODE:
    case CELL_BAR: *order = strcmp(cell_folded(filter, cell), operand->text); return true;
    case CELL_MONEY:
        *order = money_order(cell->money, operand->number);
        return !operand->currency.code[0] || currency_is(cell->money.currency, operand->currency);
    case CELL_DATE: *order = wide_order(cell->date.day, operand->date.day); return true;
    case CELL_MOMENT:
        if (date_is(operand->date))
            *order = wide_order(moment_date(cell->number).day, operand->date.day);
        else
            *order = wide_order(cell->number, operand->number);
        return true;
    default: *order = wide_order(cell->number, operand->number); return true;
    }
}

static bool is_there(const struct cell *cell)
{
    switch (cell->kind) {
    case CELL_NONE: return false;
    case CELL_MONEY: return cell->money.minor != 0;
    case CELL_DATE: return date_is(cell->date);
    default: return cell->number != 0;
    }
}

static bool compares(const struct filter *filter, const struct node *node, const struct cell *cells)
{
    struct cell cell = cells[node->column];
    enum cell_kind kind = filter->columns[node->column].kind;
    if (kind == CELL_FLAG && cell.kind == CELL_NONE)
        cell = cell_number(CELL_FLAG, 0);
    if (node->op == OP_THERE)
        return is_there(&cell);
    if (node->op == OP_HAS)
        return strstr(cell_folded(filter, &cell), node->operand.text) != NULL;
    bool is_text = cell.kind == CELL_TEXT || cell.kind == CELL_CODE;
    bool empty = cell.kind == CELL_NONE || (is_text && text_is_blank(cell.text));
    if (empty || node->operand.empty)
        return node->op == (empty && node->operand.empty ? OP_EQ : OP_NE);
    bool read_as_text = kind == CELL_TEXT || kind == CELL_CODE || kind == CELL_BAR;
    int order;
    if ((cell.kind != kind && !(is_text && read_as_text)) ||
        !cell_order(filter, &cell, &node->operand, &order))
        return node->op == OP_NE;
    switch (node->op) {
    case OP_EQ: return order == 0;
    case OP_NE: return order != 0;
    case OP_LT: return order < 0;
    case OP_GT: return order > 0;
    case OP_LE: return order <= 0;
    case OP_GE: return order >= 0;
    default: return false;
    }
}

static bool node_match(const struct filter *filter, const struct node *node,
                       const struct cell *cells)
{
    switch (node->kind) {
    case NODE_NOT: return !node_match(filter, node->first, cells);
    case NODE_ANYWHERE: return anywhere(filter, &node->operand, cells);
    case NODE_COMPARE: return compares(filter, node, cells);
    case NODE_AND:
    case NODE_OR: break;
    }
    bool ends = node->kind == NODE_OR; /* the answer of a part that settles the whole */
    for (const struct node *part = node->first; part; part = part->next)
        if (node_match(filter, part, cells) == ends)
            return ends;
    return !ends;
}

bool filter_match(const struct filter *filter, const struct cell *cells)
{
    if (!filter)
        return true;
    arena_reset(filter->scratch);
    return node_match(filter, filter->root, cells);
}
