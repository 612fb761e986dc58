#include "app/troubles.h"

#include "ledger/book.h"

#include <string.h>

static const struct column columns[] = {
    {.name = "trouble", .title = "Trouble", .kind = CELL_CODE},
};

static enum err begin(struct troubles *troubles)
{
    struct sink *sink = troubles->act->sink;
    const struct book *book = troubles->act->book; /* none where a copy is looked at */
    const struct table_head head = {troubles->title, book ? book_company(book) : NULL, columns, 1};

    troubles->begun = true;
    return sink->head(sink->self, &head);
}

void troubles_say(void *self, const char *sentence)
{
    struct troubles *troubles = self;
    const struct cell cells[] = {cell_code(sentence)};

    if (troubles->code == ERR_OK && !troubles->begun)
        troubles->code = begin(troubles);
    if (troubles->code == ERR_OK)
        troubles->code = sink_row(troubles->act->sink, 0, '!', cells);
}

enum err troubles_end(struct troubles *troubles)
{
    struct sink *sink = troubles->act->sink;

    TRY(troubles->code);
    if (!troubles->begun && strcmp(troubles->act->session->format, "text") != 0)
        TRY(begin(troubles));
    return troubles->begun ? sink->foot(sink->self, NULL) : ERR_OK;
}
