#include "app/findrow.h"

#include <string.h>

const struct column findrow_columns[FINDROW_COLUMNS] = {
    {.name = "what", .title = "What", .kind = CELL_TEXT},
    {.name = "number", .title = "Number", .kind = CELL_CODE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE, .worth = 4},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .width = 16},
    {.name = "date", .title = "Date", .kind = CELL_DATE, .worth = 3},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 5},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .worth = 2},
    {.name = "open", .title = "Open", .kind = CELL_MONEY},
    {.name = "status", .title = "Status", .kind = CELL_TEXT, .worth = 6},
    {.name = "match", .title = "Found in", .kind = CELL_TEXT, .flags = COLUMN_HIDDEN},
    {.name = "text", .title = "Text", .kind = CELL_TEXT, .flags = COLUMN_HIDDEN},
    {.name = "where", .title = "Found in", .kind = CELL_TEXT, .width = 14, .flags = COLUMN_SCREEN},
};

static char mark_of(const struct found_row *row)
{
    if (strcmp(row->status, "overdue") == 0 || strcmp(row->status, "unidentified") == 0)
        return '!';
    return strcmp(row->status, "disputed") == 0 || strcmp(row->what, "dispute") == 0 ? '*' : ' ';
}

enum err findrow_make(struct book *book, const struct found *found, const struct sought *sought,
                      struct arena *arena, struct row *out, struct found_row *read)
{
    struct cell *cells = arena_new(arena, FINDROW_COLUMNS * sizeof *cells);

    TRY(found_read(book, found, sought, arena, read));
    const char *match = found_field_word(read->field);
    const bool money = found->kind != FOUND_ENTRY;
    const struct cell all[FINDROW_COLUMNS] = {
        cell_text(read->what),
        cell_code(read->number),
        cell_code(read->customer),
        cell_text(read->name),
        cell_date(read->date),
        money ? cell_code(arena_text(arena, read->currency.code)) : cell_none(),
        read->has_amount ? cell_money(money_of(read->amount, read->currency)) : cell_none(),
        money ? cell_money(money_of(read->open, read->currency)) : cell_none(),
        cell_text(read->status),
        cell_text(match),
        cell_text(read->text),
        cell_text(*read->text ? arena_format(arena, "%s: %s", match, read->text) : match),
    };
    memcpy(cells, all, sizeof all);
    *out = (struct row){ROW_DATA, found->id * 4 + (int64_t)found->kind, mark_of(read), cells};
    return ERR_OK;
}
