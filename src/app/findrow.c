#include "app/findrow.h"

#include "base/text.h"

#include <string.h>

const struct column findrow_columns[FINDROW_COLUMNS] = {
    {.name = "what", .title = "What", .kind = CELL_TEXT},
    {.name = "number", .title = "Number", .kind = CELL_CODE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE, .worth = 4},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .width = 14},
    {.name = "date", .title = "Date", .kind = CELL_DATE, .worth = 3},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 5},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .worth = 2},
    {.name = "open", .title = "Open", .kind = CELL_MONEY},
    {.name = "status", .title = "Status", .kind = CELL_TEXT, .worth = 6},
    {.name = "match", .title = "Found in", .kind = CELL_TEXT, .flags = COLUMN_HIDDEN},
    {.name = "text", .title = "Text", .kind = CELL_TEXT, .flags = COLUMN_HIDDEN},
    {.name = "where", .title = "Found in", .kind = CELL_TEXT, .width = 20, .flags = COLUMN_SCREEN},
};

static char mark_of(const struct found_row *row)
{
    if (strcmp(row->status, "overdue") == 0 || strcmp(row->status, "unidentified") == 0)
        return '!';
    return strcmp(row->status, "disputed") == 0 || strcmp(row->what, "dispute") == 0 ? '*' : ' ';
}

/* From shortly before the first word that was sought, so that it is seen in few cells. */
static const char *excerpt(const char *text, const struct sought *sought, struct arena *arena)
{
    size_t begin = 0; /* of the word before */

    for (size_t at = 0; text[at]; at++) {
        if (((unsigned char)text[at] & 0xC0) == 0x80)
            continue; /* within a character */
        const char *folded = text_fold(arena, text + at);
        for (int i = 0; i < sought->word_count; i++)
            if (text[at] != ' ' && strncmp(folded, sought->words[i], strlen(sought->words[i])) == 0)
                return begin > 0 ? arena_format(arena, "…%s", text + begin) : text;
        if (text[at] == ' ')
            begin = at + 1;
    }
    return text;
}

static const char *match_text(const struct found *found, struct arena *arena)
{
    const char *field = found_field_word(found->field);

    return found->rank == RANK_FUZZY ? arena_format(arena, "nearly %s", field) : field;
}

/* Where it was found, and what stands there unless another column says it. */
static const char *where_text(const struct found *found, const struct found_row *row,
                              const struct sought *sought, struct arena *arena)
{
    const char *field = match_text(found, arena);

    if (found->kind == FOUND_ENTRY || *row->text == 0)
        return field;
    return arena_format(arena, "%s: %s", field, excerpt(row->text, sought, arena));
}

int64_t findrow_id(const struct found *found)
{
    return found->id * 4 + (int64_t)found->kind;
}

enum err findrow_make(struct book *book, const struct found *found, const struct sought *sought,
                      struct arena *arena, struct row *out, struct found_row *read)
{
    struct cell *cells = arena_new(arena, FINDROW_COLUMNS * sizeof *cells);

    TRY(found_read(book, found, sought, arena, read));
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
        cell_text(match_text(found, arena)),
        cell_text(read->text),
        cell_text(where_text(found, read, sought, arena)),
    };
    memcpy(cells, all, sizeof all);
    *out = (struct row){ROW_DATA, findrow_id(found), mark_of(read), cells};
    return ERR_OK;
}
