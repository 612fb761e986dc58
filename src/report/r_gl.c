#include "report/r_gl.h"

#include "ledger/period.h"
#include "report/basetext.h"

#include <stdlib.h>
#include <string.h>

static const struct column line_columns[] = {
    {.name = "batch", .title = "Batch", .kind = CELL_INT, .worth = 6},
    {.name = "date", .title = "Date", .kind = CELL_DATE},
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "kind", .title = "Kind", .kind = CELL_CODE, .worth = 2},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE, .worth = 3},
    {.name = "reference", .title = "Reference", .kind = CELL_TEXT, .worth = 5},
    {.name = "account", .title = "Account", .kind = CELL_CODE},
    {.name = "account_name", .title = "Name", .kind = CELL_TEXT, .worth = 4},
    {.name = "account_kind", .title = "Type", .kind = CELL_CODE, .flags = COLUMN_HIDDEN},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 1},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY},
    {.name = "base", .title = "In base", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
};
enum { LINE_COLUMNS = sizeof line_columns / sizeof line_columns[0] };

struct export
{
    struct book *book;
    const struct glbatch *batch;
    struct sink *sink;
    struct arena arena;
    struct glsum *sums; /* of a summary */
    size_t count, room;
};

/* One line of a summary: a month's documents of one kind on one account in one currency. */
struct glsum {
    int month;
    enum document_kind kind;
    struct account account; /* texts in the arena */
    struct currency currency;
    int64_t amount, base;
};

static enum err put_line(struct export *export, int64_t id, const struct glline *line)
{
    const struct cell cells[LINE_COLUMNS] = {
        cell_int(export->batch->id),
        cell_date(line->posted),
        cell_code(line->number),
        cell_code(document_kind_word(line->kind)),
        cell_code(line->customer),
        cell_text(line->reference),
        cell_code(line->account.code),
        cell_text(line->account.name),
        cell_code(account_kind_word(line->account.kind)),
        cell_code(line->currency.code),
        cell_money(money_of(line->amount, line->currency)),
        cell_money(money_of(line->base, book_currency(export->book))),
    };

    return sink_row(export->sink, id, ' ', cells);
}

static enum err each_line(void *self, const struct glline *line)
{
    return put_line(self, line->document_id, line);
}

static int sum_cmp(const void *a, const void *b)
{
    const struct glsum *x = a, *y = b;
    int by = (x->month > y->month) - (x->month < y->month);

    if (by == 0)
        by = (x->kind > y->kind) - (x->kind < y->kind);
    if (by == 0)
        by = strcmp(x->account.code, y->account.code);
    return by ? by : strcmp(x->currency.code, y->currency.code);
}

static enum err add_line(void *self, const struct glline *line)
{
    struct export *export = self;
    struct glsum key = {.month = date_month(line->posted),
                        .kind = line->kind,
                        .account = line->account,
                        .currency = line->currency};
    size_t at = 0;

    while (at < export->count && sum_cmp(&export->sums[at], &key) != 0)
        at++;
    if (at == export->count) {
        if (export->count == export->room) {
            export->room = export->room * 2 + 64;
            export->sums = mem_resize(export->sums, export->room, sizeof *export->sums);
        }
        key.account.code = arena_text(&export->arena, line->account.code);
        key.account.name = arena_text(&export->arena, line->account.name);
        export->sums[export->count++] = key;
    }
    TRY(amount_add(export->sums[at].amount, line->amount, &export->sums[at].amount));
    return amount_add(export->sums[at].base, line->base, &export->sums[at].base);
}

static enum err put_sums(struct export *export)
{
    TRY(glbatch_lines(export->book, export->batch, add_line, export));
    if (export->count)
        qsort(export->sums, export->count, sizeof *export->sums, sum_cmp);
    for (size_t i = 0; i < export->count; i++) {
        const struct glsum *sum = &export->sums[i];
        const struct date end = date_month_last(sum->month);
        char month[PERIOD_TEXT];
        const struct glline line = {
            .kind = sum->kind,
            .number = arena_format(&export->arena, "GL-%lld-%s-%s", (long long)export->batch->id,
                                   period_text(sum->month, month), document_kind_word(sum->kind)),
            .customer = "",
            .reference = "",
            .posted = end.day > export->batch->to.day ? export->batch->to : end,
            .currency = sum->currency,
            .account = sum->account,
            .amount = sum->amount,
            .base = sum->base};
        if (sum->amount == 0 && sum->base == 0)
            continue;
        TRY(put_line(export, ((int64_t)sum->month << 8) + (int64_t)sum->kind + 1, &line));
    }
    return ERR_OK;
}

enum err glbatch_table(struct book *book, const struct glbatch *batch, bool summary,
                       struct sink *sink)
{
    struct export export = {.book = book, .batch = batch, .sink = sink};
    char from[DATE_TEXT], to[DATE_TEXT];
    enum err e;

    TRY_OUT(glbatch_verify(book, batch));
    const struct table_head head = {"Postings",
                                    arena_format(&export.arena, "batch %lld, posted %s to %s%s",
                                                 (long long)batch->id, date_iso(batch->from, from),
                                                 date_iso(batch->to, to),
                                                 summary ? ", in sums" : ""),
                                    line_columns, LINE_COLUMNS};
    TRY_OUT(sink->head(sink->self, &head));
    TRY_OUT(summary ? put_sums(&export) : glbatch_lines(book, batch, each_line, &export));
    e = sink->foot(sink->self,
                   arena_format(&export.arena, "%lld document%s, debits %s = credits, hash %.16s",
                                (long long)batch->documents, batch->documents == 1 ? "" : "s",
                                base_text(book, &export.arena, batch->debits), batch->hash));
out:
    free(export.sums);
    arena_done(&export.arena);
    return e;
}

static const struct column batch_columns[] = {
    {.name = "batch", .title = "Batch", .kind = CELL_INT},
    {.name = "from", .title = "From", .kind = CELL_DATE},
    {.name = "to", .title = "To", .kind = CELL_DATE},
    {.name = "documents", .title = "Documents", .kind = CELL_INT, .flags = COLUMN_TOTAL},
    {.name = "postings", .title = "Postings", .kind = CELL_INT, .worth = 2, .flags = COLUMN_TOTAL},
    {.name = "debits", .title = "Debits", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "entry", .title = "Entry", .kind = CELL_INT, .worth = 3},
    {.name = "hash", .title = "Hash", .kind = CELL_CODE, .flags = COLUMN_HIDDEN},
};
enum { BATCH_COLUMNS = sizeof batch_columns / sizeof batch_columns[0] };

enum err glbatches_table(struct book *book, struct sink *sink)
{
    const struct table_head head = {"Batches of the general ledger", NULL, batch_columns,
                                    BATCH_COLUMNS};
    struct arena arena = {0};
    struct glbatch *batches = NULL;
    int count = 0;
    enum err e;

    TRY_OUT(glbatch_list(book, &arena, &batches, &count));
    TRY_OUT(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct glbatch *batch = &batches[i];
        const struct cell cells[BATCH_COLUMNS] = {
            cell_int(batch->id),       cell_date(batch->from),
            cell_date(batch->to),      cell_int(batch->documents),
            cell_int(batch->postings), cell_money(money_of(batch->debits, book_currency(book))),
            cell_int(batch->entry_id), cell_code(batch->hash),
        };
        TRY_OUT(sink_row(sink, batch->id, ' ', cells));
    }
    e = sink->foot(sink->self, NULL);
out:
    arena_done(&arena);
    return e;
}

/* ---- both books ---- */

static const struct column tie_columns[] = {
    {.name = "account", .title = "Account", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 1},
    {.name = "items", .title = "Sub-ledger", .kind = CELL_MONEY},
    {.name = "ledger", .title = "Ledger", .kind = CELL_MONEY},
    {.name = "difference", .title = "Difference", .kind = CELL_MONEY},
    {.name = "outside", .title = "Outside", .kind = CELL_MONEY},
    {.name = "outside_difference", .title = "Difference", .kind = CELL_MONEY},
};
enum { TIE_COLUMNS = sizeof tie_columns / sizeof tie_columns[0] };

static enum err tie_row(struct book *book, const struct gltie *row, struct sink *sink,
                        bool *differs)
{
    const struct currency base = book_currency(book);
    const bool wrong = (row->is_control && row->items != row->ledger) ||
                       (row->is_noted && row->ledger != row->noted);
    const struct cell cells[TIE_COLUMNS] = {
        cell_code(row->account.code),
        cell_text(row->account.name),
        row->is_control ? cell_money(money_of(row->items, base)) : cell_none(),
        cell_money(money_of(row->ledger, base)),
        row->is_control ? cell_money(money_of(row->items - row->ledger, base)) : cell_none(),
        row->is_noted ? cell_money(money_of(row->noted, base)) : cell_none(),
        row->is_noted ? cell_money(money_of(row->ledger - row->noted, base)) : cell_none(),
    };

    *differs = *differs || wrong;
    return sink_row(sink, row->account.id, wrong ? '!' : ' ', cells);
}

enum err gltie_table(struct book *book, struct date as_of, struct sink *sink, bool *differs)
{
    struct arena arena = {0};
    struct gltie *rows = NULL;
    char day[DATE_TEXT];
    const char *period = "";
    int count = 0;
    enum err e;

    *differs = false;
    TRY_OUT(gltie_list(book, as_of, &arena, &rows, &count));
    TRY_OUT(period_words(book, as_of, &arena, &period));
    const struct table_head head = {"Ledgers side by side",
                                    arena_format(&arena, "as of %s, in %s, debits positive%s",
                                                 date_iso(as_of, day), book_currency(book).code,
                                                 period),
                                    tie_columns, TIE_COLUMNS};
    TRY_OUT(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++)
        TRY_OUT(tie_row(book, &rows[i], sink, differs));
    e = sink->foot(sink->self, *differs ? "they differ; `gl explain --account` looks for the reason"
                                        : "every difference is 0.00");
out:
    arena_done(&arena);
    return e;
}

static const struct column cause_columns[] = {
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "kind", .title = "Kind", .kind = CELL_CODE, .worth = 2},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE, .worth = 1},
    {.name = "posted", .title = "Posted", .kind = CELL_DATE},
    {.name = "date", .title = "Date", .kind = CELL_DATE, .worth = 3},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY},
    {.name = "why", .title = "Why", .kind = CELL_TEXT, .width = 20},
};
enum { CAUSE_COLUMNS = sizeof cause_columns / sizeof cause_columns[0] };

enum err glexplain_table(struct book *book, const struct glquestion *question, struct sink *sink,
                         int *found)
{
    struct arena arena = {0};
    struct glcause *causes = NULL;
    struct account account;
    int64_t difference = 0;
    char day[DATE_TEXT];
    enum err e;

    TRY_OUT(account_get(book, question->account_id, &arena, &account));
    TRY_OUT(gltie_explain(book, question, &arena, &causes, found, &difference));
    const struct table_head head = {
        "What may explain the difference",
        arena_format(&arena, "%s %s as of %s: ours less theirs %s", account.code, account.name,
                     date_iso(question->as_of, day), base_text(book, &arena, difference)),
        cause_columns, CAUSE_COLUMNS};
    TRY_OUT(sink->head(sink->self, &head));
    for (int i = 0; i < *found; i++) {
        const struct glcause *cause = &causes[i];
        const struct cell cells[CAUSE_COLUMNS] = {
            cell_code(cause->number),
            cell_code(cause->kind ? document_kind_word(cause->kind) : ""),
            cell_code(cause->customer),
            cell_date(cause->posted),
            cell_date(cause->effective),
            cell_money(money_of(cause->base, book_currency(book))),
            cell_text(cause->why),
        };
        TRY_OUT(sink_row(sink, i + 1, ' ', cells));
    }
    e = sink->foot(sink->self, NULL);
out:
    arena_done(&arena);
    return e;
}
