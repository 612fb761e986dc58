#include "app/columns.h"

#include "base/arena.h"
#include "base/card.h"
#include "io/amounttext.h"

#include <string.h>

static int find(const struct reader *reader, const struct file_column *column)
{
    for (int i = 0; column->names[i]; i++) {
        const int at = reader_column(reader, column->names[i]);
        if (at >= 0)
            return at;
    }
    return -1;
}

const char *const columns_decimals[] = {".", ",", NULL};

static enum err lacks(const struct columns *columns, const char *column)
{
    const struct reader_row *head = reader_head(columns->reader);
    struct arena arena = {0};
    const char *there = "";

    for (int i = 0; i < head->count; i++)
        there = arena_format(&arena, "%s%s%s", there, i ? ", " : "", head->fields[i]);
    const enum err e = fail(columns->note, ERR_INPUT, "%s: no column %s; the file has %.300s",
                            reader_name(columns->reader), column, there);
    arena_done(&arena);
    return e;
}

enum err columns_open(struct columns *columns, const struct args *args, const char *name,
                      const struct file_column *list, int count, struct note *note)
{
    const struct reader_options options = {.encoding = args_get(args, "encoding")};

    must(count <= COLUMNS_MAX_FILE);
    *columns = (struct columns){
        .list = list, .count = count, .notation = notation_plain, .note = note};
    if (args_given(args, "decimal"))
        columns->notation = args_choice(args, "decimal", 0)
                                ? (struct notation){.decimal = ',', .group = '.'}
                                : (struct notation){.decimal = '.', .group = ','};
    TRY(reader_open(args_get(args, name), &options, note, &columns->reader));
    for (int i = 0; i < count; i++) {
        columns->at[i] = find(columns->reader, &list[i]);
        if (columns->at[i] < 0 && list[i].required)
            return lacks(columns, list[i].names[0]);
    }
    return ERR_OK;
}

enum err columns_next(struct columns *columns)
{
    TRY(reader_next(columns->reader, &columns->row));
    for (int n = 0; columns->row && n < columns->count; n++)
        if (card_in(columns_text(columns, n)))
            return columns_fail(columns, ERR_INPUT, n, CARD_REFUSED);
    return ERR_OK;
}

bool columns_has(const struct columns *columns, int n)
{
    return columns->at[n] >= 0;
}

const char *columns_text(const struct columns *columns, int n)
{
    return columns->at[n] < 0 ? "" : columns->row->fields[columns->at[n]];
}

enum err columns_fail(const struct columns *columns, enum err code, int n, const char *words)
{
    return reader_fail(columns->reader, code, columns->row->line, columns->at[n], "%s", words);
}

enum err columns_money(const struct columns *columns, int n, struct currency currency, int64_t *out)
{
    struct note inner = {0};
    struct money money = {0};
    const char *text = columns_text(columns, n);
    char bare[AMOUNT_TEXT_MAX], named[4] = "";

    *out = 0;
    if (!text[strspn(text, " ")])
        return ERR_OK;
    if (amount_bare(text, bare, named) && *bare)
        text = bare;
    const enum err e = money_parse(text, &columns->notation, currency, &money, &inner);
    if (e == ERR_OK && *named && !amount_currency_is(named, currency.code))
        return columns_fail(columns, ERR_INPUT, n, "it is in another currency");
    *out = money.minor;
    return e == ERR_OK ? e : columns_fail(columns, e, n, inner.text);
}

enum err columns_date(const struct columns *columns, int n, enum date_order order, struct date *out)
{
    struct note inner = {0};
    const char *text = columns_text(columns, n);

    *out = DATE_NONE;
    if (!text[strspn(text, " ")])
        return ERR_OK;
    const enum err e = date_parse_file(text, order, out, &inner);
    return e == ERR_OK ? e : columns_fail(columns, e, n, inner.text);
}

void columns_close(struct columns *columns)
{
    reader_close(columns->reader);
    columns->reader = NULL;
}
