#include "ledger/standing.h"

#include <string.h>

struct gathering {
    struct arena *arena;
    const struct document *document;
    struct standing *rows;
    int count, room;
};

static struct standing *row_of(struct gathering *g, const char *number, int instalment)
{
    for (int i = 0; i < g->count; i++)
        if (g->rows[i].instalment == instalment && strcmp(g->rows[i].number, number) == 0)
            return &g->rows[i];
    g->rows = arena_grow(g->arena, g->rows, g->count, &g->room, sizeof *g->rows);
    struct standing *row = &g->rows[g->count++];
    *row = (struct standing){.number = arena_text(g->arena, number), .instalment = instalment};
    return row;
}

static enum err line_add(void *self, const struct application_line *line)
{
    struct gathering *g = self;
    const bool paid = strcmp(line->debit_number, g->document->number) == 0 &&
                      line->debit_kind == g->document->kind;

    if (!paid && g->document->kind == DOCUMENT_DEDUCTION)
        return ERR_OK; /* how it was split off, which paid nothing */
    struct standing *row =
        row_of(g, paid ? line->credit_number : line->debit_number, line->instalment);

    row->kind = paid ? line->credit_kind : line->debit_kind;
    row->date = line->date;
    row->currency = line->currency;
    row->amount += line->amount;
    row->discount += line->discount;
    row->writeoff += line->writeoff;
    return ERR_OK;
}

enum err standing_read(struct book *book, const struct document *document, struct arena *arena,
                       struct standing **out, int *count)
{
    struct gathering g = {.arena = arena, .document = document};
    const struct application_query query = {
        .document_id = document->id, .from = DATE_NONE, .to = DATE_NONE};
    int kept = 0;

    TRY(applications_each(book, &query, line_add, &g));
    for (int i = 0; i < g.count; i++)
        if (g.rows[i].amount != 0)
            g.rows[kept++] = g.rows[i];
    *out = g.rows;
    *count = kept;
    return ERR_OK;
}

enum err standing_words(struct book *book, const struct document *document, struct arena *arena,
                        const char **out)
{
    struct standing *rows = NULL;
    int count = 0;
    char text[MONEY_TEXT];

    *out = NULL;
    TRY(standing_read(book, document, arena, &rows, &count));
    for (int i = 0; i < count; i++) {
        int64_t amount = rows[i].amount; /* of all instalments, which stand together or apart */
        bool said = false;
        for (int k = 0; k < i; k++)
            said = said || strcmp(rows[k].number, rows[i].number) == 0;
        for (int k = i + 1; k < count; k++)
            if (strcmp(rows[k].number, rows[i].number) == 0)
                amount += rows[k].amount;
        if (!said)
            *out =
                arena_format(arena, "%s%s%s of %s", *out ? *out : "", *out ? ", " : "",
                             money_plain(money_of(amount, rows[i].currency), text), rows[i].number);
    }
    return ERR_OK;
}
