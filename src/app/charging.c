#include "app/charging.h"

#include "app/say.h"
#include "ledger/customer.h"
#include "ledger/item.h"

enum err charging_run(struct act *act, int64_t *id)
{
    *id = args_number(act->args, "run", 0);
    if (*id == 0)
        TRY(charge_run_waiting(act->book, id));
    return *id ? ERR_OK : fail(act->note, ERR_MISSING, "no run waits; `charge run` makes one");
}

enum err charging_item(struct act *act, struct document *document, int64_t *item_id)
{
    const int64_t part = args_number(act->args, "instalment", 1);
    struct item *items = NULL;
    int count = 0;

    TRY(document_find(act->book, args_get(act->args, "document"), 0, act->arena, document));
    TRY(items_of_document(act->book, document->id, act->arena, &items, &count));
    if (part < 1 || part > count)
        return fail(act->note, ERR_INPUT, "--instalment: %s has %d", document->number, count);
    *item_id = items[part - 1].id;
    return ERR_OK;
}

enum err charging_customer(struct act *act, int64_t *id)
{
    struct customer customer = {.id = 0};

    if (args_given(act->args, "customer"))
        TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    *id = customer.id;
    return ERR_OK;
}

static const struct column columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 6},
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "instalment", .title = "Part", .kind = CELL_INT, .worth = 9},
    {.name = "kind", .title = "Kind", .kind = CELL_CODE, .worth = 5},
    {.name = "due", .title = "Due", .kind = CELL_DATE, .worth = 3},
    {.name = "days", .title = "Days", .kind = CELL_INT},
    {.name = "rate", .title = "Rate", .kind = CELL_PERCENT, .worth = 2},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 7},
    {.name = "open", .title = "Open", .kind = CELL_MONEY, .worth = 8},
    {.name = "accrued", .title = "Accrued", .kind = CELL_MONEY, .worth = 1, .flags = COLUMN_TOTAL},
    {.name = "charged", .title = "Charged", .kind = CELL_MONEY, .worth = 4, .flags = COLUMN_TOTAL},
    {.name = "proposed", .title = "Proposed", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "reason", .title = "Left out", .kind = CELL_TEXT},
};
#define COLUMNS (int)(sizeof columns / sizeof columns[0])

enum err charging_head(struct act *act, struct sink *sink, const char *title, struct date upto)
{
    const struct table_head head = {
        title, arena_format(act->arena, "up to %s", say_day(act->arena, upto)), columns, COLUMNS};

    return sink->head(sink->self, &head);
}

enum err charging_row(struct sink *sink, const struct accrual *row, char mark, const char *left_out)
{
    const struct cell cells[COLUMNS] = {
        cell_code(row->customer),
        cell_text(row->name),
        cell_code(row->number),
        cell_int(row->instalment),
        cell_code(accrual_kind_word(row->kind)),
        cell_date(row->due),
        row->kind == ACCRUAL_LUMP ? cell_none() : cell_int(row->days),
        row->ppm ? cell_number(CELL_PERCENT, row->ppm) : cell_none(),
        cell_code(row->currency.code),
        cell_money(money_of(row->open, row->currency)),
        cell_money(money_of(row->accrued, row->currency)),
        cell_money(money_of(row->charged, row->currency)),
        cell_money(money_of(row->proposed, row->currency)),
        cell_text(left_out),
    };

    return sink_row(sink, row->item_id * 2 + (row->kind == ACCRUAL_LUMP), mark, cells);
}

void charging_count(struct charging_sums *sums, const struct accrual *row)
{
    if (row->proposed == 0)
        return;
    sums->lines++;
    say_sum(&sums->sums, money_of(row->proposed, row->currency));
    if (row->proposed > 0 && (sums->charges == 0 || sums->customer_id != row->customer_id ||
                              !currency_is(sums->currency, row->currency))) {
        sums->charges++;
        sums->customer_id = row->customer_id;
        sums->currency = row->currency;
    }
}

const char *charging_said(struct arena *arena, const struct charging_sums *sums)
{
    if (sums->lines == 0)
        return NULL;
    return arena_format(arena, "%d charge%s with %d line%s over %s", sums->charges,
                        sums->charges == 1 ? "" : "s", sums->lines, sums->lines == 1 ? "" : "s",
                        say_sums(arena, &sums->sums));
}
