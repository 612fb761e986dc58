#include "base/pagetext.h"

#include <stdlib.h>
#include <string.h>

/* The kinds of cells by letter, in the order of enum cell_kind: a letter never changes. */
static const char cell_letters[] = "-tcimdopqfb";

/* ---- writing -------------------------------------------------------------------------------- */

static void text_put(struct buf *out, const char *text)
{
    for (; text && *text; text++)
        switch (*text) {
        case '\\': buf_text(out, "\\\\"); break;
        case '\n': buf_text(out, "\\n"); break;
        case '\t': buf_text(out, "\\t"); break;
        default: buf_char(out, *text);
        }
}

static void cell_put(struct buf *out, const struct cell *cell)
{
    buf_format(out, "\t%c", cell_letters[cell->kind]);
    switch (cell->kind) {
    case CELL_NONE: break;
    case CELL_TEXT:
    case CELL_CODE:
    case CELL_BAR: text_put(out, cell->text); break;
    case CELL_DATE: buf_format(out, "%ld", (long)cell->date.day); break;
    case CELL_MONEY:
        buf_format(out, "%s%lld", cell->money.currency.code, (long long)cell->money.minor);
        break;
    default: buf_format(out, "%lld", (long long)cell->number);
    }
}

/* A table whose figures are its own says how: "44 46 46". */
static void table_put(struct buf *out, const struct block *block)
{
    const struct table *table = block->table;
    const struct table_head *head = &table->head;

    buf_text(out, "A\t");
    text_put(out, head->title);
    buf_char(out, '\t');
    text_put(out, head->subtitle);
    if (block->notation.decimal)
        buf_format(out, "\t%d %d %d", block->notation.decimal, block->notation.group,
                   block->notation.dates);
    buf_char(out, '\n');
    for (int i = 0; i < head->count; i++) {
        const struct column *column = &head->columns[i];
        buf_format(out, "C\t%s\t", column->name);
        text_put(out, column->title);
        buf_format(out, "\t%c\t%d\t%d\t%u\n", cell_letters[column->kind], column->worth,
                   column->width, column->flags);
    }
    for (size_t i = 0; i < table->count; i++) {
        const struct row *row = &table->rows[i];
        buf_format(out, "R\t%d\t%lld\t%c", (int)row->kind, (long long)row->id, row->mark);
        for (int k = 0; k < head->count; k++)
            cell_put(out, &row->cells[k]);
        buf_char(out, '\n');
    }
    if (table->proof) {
        buf_text(out, "E\t");
        text_put(out, table->proof);
        buf_char(out, '\n');
    }
    buf_text(out, "Z\n");
}

/* What it shows and its series, then a line a label: its values, none where there is none. */
static void chart_put(struct buf *out, const struct chart *chart)
{
    buf_format(out, "D\t%d\t%u\t", (int)chart->kind, chart->digits);
    text_put(out, chart->title);
    buf_char(out, '\t');
    text_put(out, chart->unit);
    for (int s = 0; s < chart->series_count; s++) {
        buf_char(out, '\t');
        text_put(out, chart->series[s].name);
    }
    buf_char(out, '\n');
    for (int i = 0; i < chart->count; i++) {
        buf_text(out, "V\t");
        text_put(out, chart->labels[i]);
        for (int s = 0; s < chart->series_count; s++)
            if (chart->series[s].values[i] == CHART_NONE)
                buf_char(out, '\t');
            else
                buf_format(out, "\t%lld", (long long)chart->series[s].values[i]);
        buf_char(out, '\n');
    }
    buf_text(out, "Y\n");
}

static void block_put(struct buf *out, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_HEADING: buf_format(out, "H\t%d\t", block->level); break;
    case BLOCK_PAIR:
        buf_format(out, "P\t%zu\t", block->figure_len);
        text_put(out, block->label);
        buf_char(out, '\t');
        break;
    case BLOCK_TEXT: buf_text(out, "T\t"); break;
    case BLOCK_TABLE: table_put(out, block); return;
    case BLOCK_RULE: buf_text(out, "L"); break;
    case BLOCK_SPACE: buf_text(out, "S"); break;
    case BLOCK_BREAK: buf_text(out, "B"); break;
    case BLOCK_CODE:
        buf_text(out, "Q\t");
        text_put(out, block->label);
        buf_char(out, '\t');
        break;
    case BLOCK_CHART: chart_put(out, block->chart); return;
    }
    text_put(out, block->text);
    buf_char(out, '\n');
}

/* What is settled for good: moment, size of the paper, figures, foot. */
static void sheet_put(struct buf *out, const struct page_sheet *sheet)
{
    buf_format(out, "M\t%lld\t%d\t%d\t%d\t", (long long)sheet->moment, sheet->letter,
               sheet->notation.decimal, sheet->notation.group);
    text_put(out, sheet->foot);
    buf_char(out, '\n');
}

/* In English there is nothing to be kept. */
static void words_put(struct buf *out, const struct page_words *words)
{
    const char *const said[] = {words->sheet, words->sheets, words->total, words->carried,
                                words->brought};

    if (words->sheet == page_words_english.sheet)
        return;
    buf_char(out, 'W');
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        buf_char(out, '\t');
        text_put(out, said[i]);
    }
    buf_char(out, '\n');
}

void pagetext_write(const struct page *page, struct buf *out)
{
    buf_text(out, "G\t");
    text_put(out, page->title);
    buf_char(out, '\t');
    text_put(out, page->subtitle);
    buf_char(out, '\n');
    if (page->sheet.moment)
        sheet_put(out, &page->sheet);
    words_put(out, &page->words);
    if (page->logo)
        buf_format(out, "I\t%s\n", page->logo->sha256);
    for (const struct block *block = page->first; block; block = block->next)
        block_put(out, block);
}

/* A cell begins with the letter of its kind, which is no letter of its text. */
void pagetext_words(const char *text, struct buf *out)
{
    for (const char *line = text, *end; *line; line = *end ? end + 1 : end) {
        end = line + strcspn(line, "\n");
        const bool row = line[0] == 'R' && line[1] == '\t';
        for (const char *p = line; p < end; p++) {
            const bool escaped = *p == '\\' && p + 1 < end;
            const bool parts = *p == '\t' || (escaped && p[1] != '\\');
            buf_char(out, parts ? ' ' : *p);
            p += escaped || (row && *p == '\t' && p + 1 < end);
        }
        buf_char(out, '\n');
    }
}

/* ---- reading -------------------------------------------------------------------------------- */

#define PARTS_MAX 64

struct reading {
    struct page *page;
    struct note *note;
    char *parts[PARTS_MAX]; /* of the line */
    int count;
    struct table *table;            /* that is being read */
    const struct page_words *words; /* of its letter; NULL = English */
    struct sink sink;
    struct column columns[PARTS_MAX];
    int column_count;
    const char *title, *subtitle, *proof;
    bool headed;
    bool charting; /* a chart is being read */
    struct chart chart;
    const char **labels;
    int64_t *values[CHART_SERIES_MOST];
    int labels_room, values_room[CHART_SERIES_MOST];
};

static enum err broken(const struct reading *r)
{
    return fail(r->note, ERR_CORRUPT, "a page that was kept is not whole");
}

static void unescape(char *text)
{
    char *to = text;

    for (; *text; text++) {
        if (*text == '\\' && text[1]) {
            text++;
            *to++ = *text == 'n' ? '\n' : *text == 't' ? '\t' : *text;
        } else {
            *to++ = *text;
        }
    }
    *to = 0;
}

static enum err line_part(struct reading *r, char *line)
{
    r->count = 0;
    for (char *at = line; at; r->count++) {
        if (r->count == PARTS_MAX)
            return broken(r);
        r->parts[r->count] = at;
        at = strchr(at, '\t');
        if (at)
            *at++ = 0;
    }
    for (int i = 0; i < r->count; i++)
        unescape(r->parts[i]);
    return ERR_OK;
}

static int kind_of(char letter)
{
    const char *at = letter ? strchr(cell_letters, letter) : NULL;

    return at ? (int)(at - cell_letters) : -1;
}

static enum err cell_take(const struct reading *r, const char *text, struct cell *out)
{
    const int kind = kind_of(*text);

    if (kind < 0)
        return broken(r);
    text++;
    switch ((enum cell_kind)kind) {
    case CELL_NONE: *out = cell_none(); break;
    case CELL_TEXT: *out = cell_text(text); break;
    case CELL_CODE: *out = cell_code(text); break;
    case CELL_DATE: *out = cell_date((struct date){(int32_t)strtol(text, NULL, 10)}); break;
    case CELL_MONEY: {
        struct currency currency;
        char code[4] = {0};
        if (strlen(text) < 4)
            return broken(r);
        memcpy(code, text, 3);
        TRY(currency_find(code, &currency));
        *out = cell_money(money_of(strtoll(text + 3, NULL, 10), currency));
        break;
    }
    case CELL_BAR: *out = cell_drawn(text); break;
    default: *out = cell_number((enum cell_kind)kind, strtoll(text, NULL, 10));
    }
    return ERR_OK;
}

static enum err head_give(struct reading *r)
{
    const struct table_head head = {r->title, r->subtitle, r->columns, r->column_count};

    if (r->headed)
        return ERR_OK;
    r->headed = true;
    return r->sink.head(r->sink.self, &head);
}

static enum err column_take(struct reading *r)
{
    if (r->count != 7 || r->column_count == PARTS_MAX || kind_of(*r->parts[3]) < 0)
        return broken(r);
    r->columns[r->column_count++] =
        (struct column){.name = arena_text(&r->page->arena, r->parts[1]),
                        .title = arena_text(&r->page->arena, r->parts[2]),
                        .kind = (enum cell_kind)kind_of(*r->parts[3]),
                        .worth = (int)strtol(r->parts[4], NULL, 10),
                        .width = (int)strtol(r->parts[5], NULL, 10),
                        .flags = (unsigned)strtoul(r->parts[6], NULL, 10)};
    return ERR_OK;
}

static enum err row_take(struct reading *r)
{
    struct cell cells[PARTS_MAX];

    if (r->count != r->column_count + 4)
        return broken(r);
    TRY(head_give(r));
    for (int i = 0; i < r->column_count; i++)
        TRY(cell_take(r, r->parts[4 + i], &cells[i]));
    const struct row row = {.kind = (enum row_kind)strtol(r->parts[1], NULL, 10),
                            .id = strtoll(r->parts[2], NULL, 10),
                            .mark = *r->parts[3],
                            .cells = cells};
    return r->sink.row(r->sink.self, &row);
}

static void notation_take(const char *text, struct notation *out)
{
    char *end;

    out->decimal = (char)strtol(text, &end, 10);
    out->group = (char)strtol(end, &end, 10);
    out->dates = (char)strtol(end, &end, 10);
}

/* A line of a table: its head, a column, a row, the proof, the end. */
static enum err table_take(struct reading *r, char letter)
{
    struct arena *arena = &r->page->arena;

    if (letter == 'A') {
        if (r->table || (r->count != 3 && r->count != 4))
            return broken(r);
        r->table = page_table(r->page);
        r->page->last->words = r->words ? r->words : &page_words_english;
        if (r->count == 4)
            notation_take(r->parts[3], &r->page->last->notation);
        r->sink = table_sink(r->table);
        r->title = *r->parts[1] ? arena_text(arena, r->parts[1]) : NULL;
        r->subtitle = *r->parts[2] ? arena_text(arena, r->parts[2]) : NULL;
        r->proof = NULL;
        r->column_count = 0;
        r->headed = false;
        return ERR_OK;
    }
    if (!r->table)
        return broken(r);
    if (letter == 'C')
        return column_take(r);
    if (letter == 'R')
        return row_take(r);
    if (letter == 'E') {
        r->proof = r->count == 2 ? arena_text(arena, r->parts[1]) : NULL;
        return ERR_OK;
    }
    TRY(head_give(r));
    r->table = NULL;
    return r->sink.foot(r->sink.self, r->proof);
}

/* What a chart shows, one of its labels with the values, its end. */
static enum err chart_begin(struct reading *r)
{
    const int series = r->count - 5;
    const long kind = r->count > 1 ? strtol(r->parts[1], NULL, 10) : -1;

    if (r->charting || series < 1 || series > CHART_SERIES_MOST || kind < CHART_BARS ||
        kind > CHART_LINES)
        return broken(r);
    r->charting = true;
    r->chart = (struct chart){.kind = (enum chart_kind)kind,
                              .digits = (unsigned)strtoul(r->parts[2], NULL, 10),
                              .title = arena_text(&r->page->arena, r->parts[3]),
                              .unit = arena_text(&r->page->arena, r->parts[4]),
                              .series_count = series};
    for (int s = 0; s < series; s++)
        r->chart.series[s].name = arena_text(&r->page->arena, r->parts[5 + s]);
    r->labels = NULL;
    r->labels_room = 0;
    memset(r->values, 0, sizeof r->values);
    memset(r->values_room, 0, sizeof r->values_room);
    return ERR_OK;
}

static enum err label_take(struct reading *r)
{
    struct arena *arena = &r->page->arena;
    struct chart *chart = &r->chart;
    const int at = chart->count;

    if (r->count != 2 + chart->series_count)
        return broken(r);
    r->labels = arena_grow(arena, r->labels, at, &r->labels_room, sizeof *r->labels);
    r->labels[at] = arena_text(arena, r->parts[1]);
    for (int s = 0; s < chart->series_count; s++) {
        const char *value = r->parts[2 + s];
        r->values[s] =
            arena_grow(arena, r->values[s], at, &r->values_room[s], sizeof *r->values[s]);
        r->values[s][at] = *value ? strtoll(value, NULL, 10) : CHART_NONE;
    }
    chart->count++;
    return ERR_OK;
}

static enum err chart_take(struct reading *r, char letter)
{
    if (letter == 'D')
        return chart_begin(r);
    if (!r->charting)
        return broken(r);
    if (letter == 'V')
        return label_take(r);
    r->charting = false;
    r->chart.labels = r->labels;
    for (int s = 0; s < r->chart.series_count; s++)
        r->chart.series[s].values = r->values[s];
    page_chart(r->page, &r->chart);
    return ERR_OK;
}

static enum err block_take(struct reading *r, char letter)
{
    struct page *page = r->page;

    if (letter == 'G' && r->count == 3) {
        page->words = page_words_english;
        if (!page->title) {
            page->title = arena_text(&page->arena, r->parts[1]);
            page->subtitle = arena_text(&page->arena, r->parts[2]);
        }
    } else if (letter == 'M' && r->count == 6) {
        page->sheet =
            (struct page_sheet){.moment = strtoll(r->parts[1], NULL, 10),
                                .letter = *r->parts[2] == '1',
                                .notation = {.decimal = (char)strtol(r->parts[3], NULL, 10),
                                             .group = (char)strtol(r->parts[4], NULL, 10)},
                                .foot = arena_text(&page->arena, r->parts[5])};
    } else if (letter == 'W' && r->count == 6) {
        struct page_words *words = arena_new(&page->arena, sizeof *words);
        *words = (struct page_words){.sheet = arena_text(&page->arena, r->parts[1]),
                                     .sheets = arena_text(&page->arena, r->parts[2]),
                                     .total = arena_text(&page->arena, r->parts[3]),
                                     .carried = arena_text(&page->arena, r->parts[4]),
                                     .brought = arena_text(&page->arena, r->parts[5])};
        page->words = *words;
        r->words = words;
    } else if (letter == 'I' && r->count == 2 && strlen(r->parts[1]) == HASH_TEXT - 1) {
        struct picture *logo = arena_new(&page->arena, sizeof *logo);
        memcpy(logo->sha256, r->parts[1], HASH_TEXT);
        page->logo = logo;
    } else if (letter == 'H' && r->count == 3) {
        page_heading(page, (int)strtol(r->parts[1], NULL, 10), r->parts[2]);
    } else if (letter == 'P' && r->count == 4) {
        page_pair(page, r->parts[2], r->parts[3]);
        page->last->figure_len = strtoul(r->parts[1], NULL, 10);
    } else if (letter == 'Q' && r->count == 3) {
        page_code(page, r->parts[1], r->parts[2]);
    } else if (letter == 'T' && r->count == 2) {
        page_text(page, r->parts[1]);
    } else if (letter == 'L') {
        page_rule(page);
    } else if (letter == 'S') {
        page_space(page);
    } else if (letter == 'B') {
        page_break(page);
    } else {
        return broken(r);
    }
    return ERR_OK;
}

enum err pagetext_read(const char *text, struct page *page, struct note *note)
{
    struct reading r = {.page = page, .note = note};

    while (*text) {
        const char *end = strchr(text, '\n');
        if (!end)
            return broken(&r);
        char *line = arena_bytes(&page->arena, text, (size_t)(end - text));
        TRY(line_part(&r, line));
        const char letter = *r.parts[0];
        if (letter && strchr("ACREZ", letter))
            TRY(table_take(&r, letter));
        else if (letter && strchr("DVY", letter))
            TRY(chart_take(&r, letter));
        else
            TRY(block_take(&r, letter));
        text = end + 1;
    }
    return r.table || r.charting ? broken(&r) : ERR_OK;
}
