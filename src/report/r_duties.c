#include "report/r_duties.h"

#include "ledger/duty.h"

#include <stdio.h>

static const struct column columns[] = {
    {"date", "Date", CELL_DATE, 0, 0, 0},
    {"user", "User", CELL_CODE, 0, 0, 0},
    {"customer", "Customer", CELL_CODE, 2, 0, 0},
    {"document", "Document", CELL_CODE, 1, 0, 0},
    {"currency", "Cur", CELL_CODE, 4, 0, 0},
    {"amount", "Amount", CELL_MONEY, 3, 0, 0},
    {"why", "What does not go together", CELL_TEXT, 0, 0, 0},
};

struct duties {
    struct book *book;
    struct sink *sink;
    int64_t rows;
};

static enum err duty_row(void *self, const struct duty_case *one)
{
    struct duties *duties = self;
    const struct currency base = book_currency(duties->book);
    const struct cell cells[] = {
        date_is(one->day) ? cell_date(one->day) : cell_none(),
        cell_code(one->user),
        cell_code(one->customer),
        cell_code(one->document),
        one->base ? cell_code(base.code) : cell_none(),
        one->base ? cell_money(money_of(one->base, base)) : cell_none(),
        cell_text(one->words),
    };

    return sink_row(duties->sink, ++duties->rows, '!', cells);
}

enum err duties_table(struct book *book, struct date from, struct date to, struct sink *sink)
{
    char first[DATE_TEXT], last[DATE_TEXT], words[80];
    struct duties duties = {.book = book, .sink = sink};

    snprintf(words, sizeof words, "%s to %s, in %s", date_iso(from, first), date_iso(to, last),
             book_currency(book).code);
    const struct table_head head = {"Duties of one person", words, columns,
                                    sizeof columns / sizeof *columns};
    TRY(sink->head(sink->self, &head));
    TRY(duty_each(book, from, to, duty_row, &duties));
    return sink->foot(sink->self, NULL);
}
