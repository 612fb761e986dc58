#include "report/batchlook.h"

#include "base/buf.h"
#include "base/figures.h"
#include "rules/tape.h"

#include <string.h>

static const struct notation grouped = {.decimal = '.', .group = ','};

static const char *figure(struct arena *arena, int64_t minor, const struct batch *batch,
                          const struct notation *notation)
{
    char text[MONEY_TEXT];

    return arena_text(arena, money_show(money_of(minor, batch->currency), notation, text));
}

const char *batchlook_progress(const struct batch *batch, const struct notation *notation,
                               struct arena *arena)
{
    const int64_t left = batch->total - batch->entered;
    const char *words =
        arena_format(arena, "%lld of %lld entered, %s of %s %s", (long long)batch->lines,
                     (long long)batch->count, figure(arena, batch->entered, batch, notation),
                     figure(arena, batch->total, batch, notation), batch->currency.code);

    if (left != 0)
        return arena_format(arena, "%s, %s %s", words, left > 0 ? "to go" : "too much by",
                            figure(arena, left > 0 ? left : -left, batch, notation));
    return arena_format(arena, "%s, difference %s%s", words, figure(arena, 0, batch, notation),
                        batch->lines == batch->count  ? ""
                        : batch->lines < batch->count ? "; lines are missing"
                                                      : "; there are too many lines");
}

/* ---- tape and difference ---- */

static enum err tape_look(struct book *book, struct batchlook *look,
                          const struct notation *notation, struct arena *arena)
{
    struct tape tape;
    struct note note = {0};
    struct buf missing;

    look->missing = "";
    if (!look->batch.tape[0])
        return ERR_OK;
    if (tape_parse(look->batch.tape, &notation_plain, look->batch.currency, arena, &tape, &note) !=
        ERR_OK)
        return fail(book_note(book), ERR_CORRUPT, "the tape of batch %s: %s", look->batch.number,
                    note.text);
    const size_t lines = (size_t)look->count + 1;
    int64_t *amounts = arena_new(arena, lines * sizeof *amounts);
    int *of_line = arena_new(arena, lines * sizeof *of_line),
        *of_tape = arena_new(arena, ((size_t)tape.count + 1) * sizeof *of_tape);
    for (int i = 0; i < look->count; i++)
        amounts[i] = look->lines[i].amount;
    tape_tick(&tape, amounts, look->count, of_line, of_tape);
    look->taped = arena_new(arena, lines * sizeof *look->taped);
    for (int i = 0; i < look->count; i++)
        look->taped[i] = of_line[i] >= 0;
    buf_init(&missing, (size_t)1 << 16);
    for (int j = 0; j < tape.count; j++)
        if (of_tape[j] < 0)
            buf_format(&missing, "%s%s", missing.len ? ", " : "",
                       figure(arena, tape.amounts[j], &look->batch, notation));
    look->missing = arena_text(arena, missing.data);
    buf_done(&missing);
    return ERR_OK;
}

/* Only once as many lines are there as are expected: what is still to go means nothing. A line that
 * the tape has is right. */
static void swap_look(struct batchlook *look, const struct notation *notation, struct arena *arena)
{
    const struct batch *batch = &look->batch;
    const int64_t difference = batch->entered - batch->total;
    const char *where = "";

    if (batch->lines != batch->count || !difference_is_swap(difference))
        return;
    for (int i = 0; i < look->count; i++) {
        const struct batch_line *line = &look->lines[i];
        const int64_t meant = amount_unswapped(line->amount, difference);
        if (meant && !(look->taped && look->taped[i]))
            where = arena_format(arena, "%s%s line %lld (%s for %s)", where, *where ? ", or" : "",
                                 (long long)line->seq, figure(arena, line->amount, batch, notation),
                                 figure(arena, meant, batch, notation));
    }
    look->swap = arena_format(arena, "difference %s is divisible by nine: %s%s?",
                              figure(arena, difference, batch, notation),
                              *where ? "swapped in" : "two figures swapped", where);
}

enum err batchlook_make(struct book *book, int64_t batch_id, const struct notation *notation,
                        struct arena *arena, struct batchlook *out)
{
    *out = (struct batchlook){.missing = ""};
    TRY(batch_get(book, batch_id, arena, &out->batch));
    TRY(batch_lines(book, batch_id, arena, &out->lines, &out->count));
    TRY(tape_look(book, out, notation, arena));
    swap_look(out, notation, arena);
    return ERR_OK;
}

/* ---- lines ---- */

static const struct column line_columns[] = {
    {.name = "line", .title = "Name", .kind = CELL_CODE, .flags = COLUMN_HIDDEN},
    {.name = "place", .title = "Line", .kind = CELL_INT},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 4, .width = 12},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 6},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "taped", .title = "Tape", .kind = CELL_TEXT, .worth = 5},
    {.name = "method", .title = "Method", .kind = CELL_TEXT, .worth = 3},
    {.name = "reference", .title = "Reference", .kind = CELL_CODE, .worth = 1},
    /* in files, and with figures as people read them: whole or not at all */
    {.name = "pays", .title = "Pays", .kind = CELL_CODE, .flags = COLUMN_HIDDEN},
    {.name = "for", .title = "Pays", .kind = CELL_CODE, .worth = 2, .flags = COLUMN_SCREEN},
    {.name = "by", .title = "By", .kind = CELL_TEXT, .worth = 5},
    {.name = "payment", .title = "Posted as", .kind = CELL_CODE, .worth = 2},
};
#define LINE_COLUMNS ((int)(sizeof line_columns / sizeof *line_columns))

static enum err lines_push(const struct batchlook *look, struct arena *arena, struct sink *sink)
{
    const struct batch *batch = &look->batch;

    for (int i = 0; i < look->count; i++) {
        const struct batch_line *line = &look->lines[i];
        const bool off = look->taped && !look->taped[i];
        const struct cell cells[LINE_COLUMNS] = {
            cell_code(arena_format(arena, "%s/%lld", batch->number, (long long)line->seq)),
            cell_int(line->seq),
            cell_code(*line->customer ? line->customer : "?"),
            cell_text(line->name),
            cell_code(batch->currency.code),
            cell_money(money_of(line->amount, batch->currency)),
            cell_text(!look->taped ? ""
                      : off        ? "no"
                                   : "yes"),
            cell_text(payment_method_word(line->method)),
            cell_code(line->reference),
            cell_code(figures_plain(line->pays, arena)),
            cell_code(figures_show(line->pays, &grouped, arena)),
            cell_text(line->actor),
            cell_code(line->posted)};
        TRY(sink_row(sink, line->id, off ? '!' : ' ', cells));
    }
    return ERR_OK;
}

static enum err lines_table(const struct batchlook *look, const char *title, const char *proof,
                            struct arena *arena, struct sink *sink)
{
    const struct table_head head = {title, NULL, line_columns, LINE_COLUMNS};

    TRY(sink->head(sink->self, &head));
    TRY(lines_push(look, arena, sink));
    return sink->foot(sink->self, proof);
}

enum err batchlook_table(struct book *book, int64_t batch_id, struct sink *sink)
{
    struct arena arena = {0};
    struct batchlook look;
    enum err e;

    TRY_OUT(batchlook_make(book, batch_id, &grouped, &arena, &look));
    e = lines_table(&look, arena_format(&arena, "Batch %s", look.batch.number), NULL, &arena, sink);
out:
    arena_done(&arena);
    return e;
}

/* ---- the page ---- */

static const char *moment_text(struct arena *arena, int64_t moment)
{
    const struct cell cell = cell_number(CELL_MOMENT, moment);

    return cell_show(&cell, &grouped, arena);
}

static void page_head(const struct batchlook *look, struct page *page)
{
    const struct batch *batch = &look->batch;
    struct arena *arena = &page->arena;
    char day[DATE_TEXT];

    page->title = arena_format(arena, "Batch %s", batch->number);
    page_pair(page, "Date", arena_text(arena, date_iso(batch->day, day)));
    page_pair(page, "Bank", arena_format(arena, "%s %s", batch->bank, batch->bank_name));
    page_pair(page, "Opened",
              arena_format(arena, "%s by %s", moment_text(arena, batch->moment), batch->actor));
    page_pair(page, "State",
              *batch->ended_by ? arena_format(arena, "%s %s by %s", batch_state_word(batch->state),
                                              moment_text(arena, batch->ended_at), batch->ended_by)
                               : batch_state_word(batch->state));
    page_pair(page, "Expected",
              arena_format(arena, "%lld, %s %s", (long long)batch->count,
                           figure(arena, batch->total, batch, &grouped), batch->currency.code));
    page_pair(page, "Entered",
              arena_format(arena, "%lld, %s %s", (long long)batch->lines,
                           figure(arena, batch->entered, batch, &grouped), batch->currency.code));
    page_pair(page, "Difference",
              arena_format(arena, "%lld, %s %s", (long long)(batch->lines - batch->count),
                           figure(arena, batch->entered - batch->total, batch, &grouped),
                           batch->currency.code));
    if (batch->accepted_by)
        page_pair(page, "Accepted",
                  arena_format(arena, "by %s: %s", batch->accepted_by, batch->accepted_why));
    if (*look->missing)
        page_pair(page, "Missing", arena_format(arena, "of the tape: %s", look->missing));
    if (look->swap)
        page_text(page, arena_format(arena, "! %s", look->swap));
    page_space(page);
}

/* What was corrected and taken out, one sentence each. */
static enum err page_events(struct book *book, int64_t id, struct page *page)
{
    struct batch_event *events;
    int count;

    TRY(batch_events(book, id, &page->arena, &events, &count));
    for (int i = 0; i < count; i++) {
        const struct batch_event *event = &events[i];
        const char *when = moment_text(&page->arena, event->moment);
        if (strcmp(event->field, "line") == 0)
            page_text(page, arena_format(&page->arena, "%s %s: line %s %s", when, event->actor,
                                         event->before, event->after));
        else if (strcmp(event->field, "reason") == 0 || strcmp(event->field, "dropped") == 0)
            page_text(page, arena_format(&page->arena, "%s %s: %s%s", when, event->actor,
                                         event->field[0] == 'd' ? "dropped: " : "because ",
                                         event->after));
        else if (strcmp(event->field, "accepted") == 0)
            page_text(page, arena_format(&page->arena, "%s %s: difference %s accepted: %s", when,
                                         event->actor, event->before, event->after));
        else if (strcmp(event->field, "posted") != 0)
            page_text(page, arena_format(&page->arena, "%s %s: %s %s, then %s", when, event->actor,
                                         event->field, *event->before ? event->before : "none",
                                         event->after));
    }
    return ERR_OK;
}

enum err batchlook_page(struct book *book, int64_t batch_id, struct page *page)
{
    struct batchlook look;

    TRY(batchlook_make(book, batch_id, &grouped, &page->arena, &look));
    page_head(&look, page);
    struct sink sink = table_sink(page_table(page));
    TRY(lines_table(&look, NULL, batchlook_progress(&look.batch, &grouped, &page->arena),
                    &page->arena, &sink));
    page_space(page);
    return page_events(book, batch_id, page);
}

/* ---- all of them ---- */

static const struct column batch_columns[] = {
    {.name = "batch", .title = "Batch", .kind = CELL_CODE},
    {.name = "date", .title = "Date", .kind = CELL_DATE, .worth = 5},
    {.name = "bank", .title = "Bank", .kind = CELL_CODE, .worth = 4},
    {.name = "count", .title = "Expected", .kind = CELL_INT, .worth = 1},
    {.name = "lines", .title = "Entered", .kind = CELL_INT},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 3},
    {.name = "total", .title = "Total", .kind = CELL_MONEY},
    {.name = "entered", .title = "So far", .kind = CELL_MONEY},
    {.name = "difference", .title = "Difference", .kind = CELL_MONEY},
    {.name = "state", .title = "State", .kind = CELL_TEXT},
    {.name = "by", .title = "By", .kind = CELL_TEXT, .worth = 2},
};
#define BATCH_COLUMNS ((int)(sizeof batch_columns / sizeof *batch_columns))

static enum err batch_push(const struct batch *batch, struct sink *sink)
{
    const struct cell cells[BATCH_COLUMNS] = {
        cell_code(batch->number),
        cell_date(batch->day),
        cell_code(batch->bank),
        cell_int(batch->count),
        cell_int(batch->lines),
        cell_code(batch->currency.code),
        cell_money(money_of(batch->total, batch->currency)),
        cell_money(money_of(batch->entered, batch->currency)),
        cell_money(money_of(batch->entered - batch->total, batch->currency)),
        cell_text(batch_state_word(batch->state)),
        cell_text(batch->actor)};

    return sink_row(sink, batch->id, batch_state_is_open(batch->state) ? '*' : ' ', cells);
}

enum err batchlook_list(struct book *book, bool only_open, struct sink *sink)
{
    const struct table_head head = {only_open ? "Open batches" : "Batches", NULL, batch_columns,
                                    BATCH_COLUMNS};
    struct arena arena = {0};
    struct batch *list;
    int count;
    enum err e;

    TRY_OUT(batches(book, only_open, &arena, &list, &count));
    TRY_OUT(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++)
        TRY_OUT(batch_push(&list[i], sink));
    e = sink->foot(sink->self, NULL);
out:
    arena_done(&arena);
    return e;
}
