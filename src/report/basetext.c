#include "report/basetext.h"

#include "base/money.h"

const char *base_text(struct book *book, struct arena *arena, int64_t minor)
{
    const struct notation grouped = {.decimal = '.', .group = ','};
    char text[MONEY_TEXT];

    return arena_text(arena, money_show(money_of(minor, book_currency(book)), &grouped, text));
}
