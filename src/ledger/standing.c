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
    row->paid = !paid;
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

/* Of all instalments of one document, which stand together or apart; false when said already. */
static bool sum_of(const struct standing *rows, int count, int at, struct standing *out)
{
    for (int i = 0; i < at; i++)
        if (strcmp(rows[i].number, rows[at].number) == 0)
            return false;
    *out = rows[at];
    for (int i = at + 1; i < count; i++) {
        if (strcmp(rows[i].number, rows[at].number) != 0)
            continue;
        out->amount += rows[i].amount;
        out->discount += rows[i].discount;
        out->writeoff += rows[i].writeoff;
    }
    return true;
}

static const char *amount_of(const struct standing *row, int64_t minor, struct arena *arena)
{
    return money_plain(money_of(minor, row->currency), arena_new(arena, MONEY_TEXT));
}

static const char *stands_words(const struct standing *row, struct arena *arena)
{
    return arena_format(arena, "%s of %s", amount_of(row, row->amount, arena), row->number);
}

/* "100.00 of INV-1 (with its discount of 2.00)": a discount falls with the money that earned it. */
static const char *freed_words(const struct standing *row, struct arena *arena)
{
    const int64_t gone = row->paid ? row->discount + row->writeoff : 0;
    const char *words = arena_format(arena, "%s of %s", amount_of(row, row->amount + gone, arena),
                                     row->number);

    if (!gone)
        return words;
    if (!row->writeoff)
        return arena_format(arena, "%s (with its discount of %s)", words,
                            amount_of(row, row->discount, arena));
    if (!row->discount)
        return arena_format(arena, "%s (with its small write-off of %s)", words,
                            amount_of(row, row->writeoff, arena));
    return arena_format(arena, "%s (with its discount of %s and its small write-off of %s)", words,
                        amount_of(row, row->discount, arena),
                        amount_of(row, row->writeoff, arena));
}

/* Paper after paper, in the words of one. */
static enum err all_words(struct book *book, const struct document *document, struct arena *arena,
                          const char *(*words)(const struct standing *row, struct arena *arena),
                          const char **out)
{
    struct standing *rows = NULL, sum;
    int count = 0;

    *out = NULL;
    TRY(standing_read(book, document, arena, &rows, &count));
    for (int i = 0; i < count; i++)
        if (sum_of(rows, count, i, &sum))
            *out =
                *out ? arena_format(arena, "%s, %s", *out, words(&sum, arena)) : words(&sum, arena);
    return ERR_OK;
}

enum err standing_words(struct book *book, const struct document *document, struct arena *arena,
                        const char **out)
{
    return all_words(book, document, arena, stands_words, out);
}

enum err standing_freed(struct book *book, const struct document *document, struct arena *arena,
                        const char **out)
{
    return all_words(book, document, arena, freed_words, out);
}
