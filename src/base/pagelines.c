/* pagelines: a page, or one table, as lines of text; part of page. */
#include "base/page.h"

#include "base/qrcode.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum {
    LINE_BYTES = 1 << 20,
    ROOM_LEAST = 8, /* a paragraph is not made narrower than this beside its label */
    MARK_CELLS = 2,
    CODE_VERSION = 13 /* the largest code that still fits a line */
};

/* Lines on their way out; `text` is the line that is being made. */
struct lines {
    enum err (*each)(void *self, const struct line *line);
    void *self;
    int width;
    const struct notation *notation;
    const char *total; /* what the sums of a table are called */
    struct buf text;
    bool breaks;   /* the next line begins a sheet */
    bool in_table; /* rows are under way, their heads are out */
};

static void lines_init(struct lines *lines, int width, const struct notation *notation,
                       enum err (*each)(void *self, const struct line *line), void *self)
{
    *lines = (struct lines){.each = each,
                            .self = self,
                            .width = width > ROOM_LEAST ? width : ROOM_LEAST,
                            .notation = notation ? notation : &notation_plain,
                            .total = page_words_english.total};
    buf_init(&lines->text, LINE_BYTES);
}

static enum err put(struct lines *lines, enum line_style style, char mark)
{
    struct buf *text = &lines->text;
    while (text->len && text->data[text->len - 1] == ' ')
        text->data[--text->len] = 0;
    struct line line = {.text = text->data,
                        .style = style,
                        .breaks = lines->breaks,
                        .mark = mark,
                        .in_table = lines->in_table};
    enum err e = lines->each(lines->self, &line);
    lines->breaks = false;
    buf_reset(text);
    return e;
}

static enum err put_rule(struct lines *lines, int cells, enum line_style style)
{
    buf_fill(&lines->text, '-', (size_t)cells);
    return put(lines, style, ' ');
}

/* How many bytes of a text of one line go into `room` cells: up to the last blank, or what fits of
 * a word longer than a line; at least one character. */
static size_t wrap_at(const char *text, size_t len, int room)
{
    int taken;
    size_t fits = text_prefix(text, room, &taken);
    if (fits >= len)
        return len;
    size_t indent = strspn(text, " ");
    for (size_t at = fits; at > indent; at--)
        if (text[at] == ' ')
            return at;
    if (fits)
        return fits;
    for (fits = 1; fits < len && ((unsigned char)text[fits] & 0xC0) == 0x80;)
        fits++;
    return fits;
}

/* Fills lines with a text; the first one has `indent` cells of something in it already. */
static enum err put_filled(struct lines *lines, const char *text, int indent, enum line_style style)
{
    int room = lines->width - indent;
    for (bool first = true;; first = false) {
        size_t len = strcspn(text, "\n");
        if (!first)
            buf_fill(&lines->text, ' ', (size_t)indent);
        size_t took = wrap_at(text, len, room < ROOM_LEAST ? ROOM_LEAST : room);
        buf_add(&lines->text, text, took);
        TRY(put(lines, style, ' '));
        if (took < len)
            took += strspn(text + took, " ");
        text += took;
        text += *text == '\n';
        if (!*text)
            return ERR_OK;
    }
}

/* A table on its way into lines. */
struct sheet_table {
    const struct table *table;
    struct lines *lines;
    struct column_place *places;
    struct row total; /* made here; without cells when there is none */
    struct table_content content;
    bool marks;
    int gap;
    struct arena arena;   /* places, contents, the total row */
    struct arena scratch; /* texts of one row */
};

/* A cell as it stands in its row; a note of several lines is one line here. */
static const char *cell_line(struct sheet_table *sheet, const struct row *row, int column)
{
    const char *shown =
        row_text(&sheet->table->head, row, column, sheet->lines->notation, &sheet->scratch);
    if (!strpbrk(shown, "\n\t"))
        return shown;
    char *flat = arena_text(&sheet->scratch, shown);
    for (char *at = strpbrk(flat, "\n\t"); at; at = strpbrk(at, "\n\t"))
        *at = ' ';
    return flat;
}

static void row_measure(struct sheet_table *sheet, const struct row *row)
{
    struct table_content *content = &sheet->content;

    if (row->kind == ROW_GROUP) /* its name runs over the columns */
        return;
    for (int i = 0; i < sheet->table->head.count; i++) {
        int cells = text_width(cell_line(sheet, row, i));
        if (cells > content->cells[i])
            content->cells[i] = cells;
    }
    table_content_see(content, &sheet->table->head, row);
    arena_reset(&sheet->scratch);
}

/* The sum of one column; none when its currencies differ or it leaves the range. */
static struct cell column_sum(const struct table *table, int column)
{
    struct cell sum = cell_none();
    for (size_t r = 0; r < table->count; r++) {
        const struct cell *cell = &table->rows[r].cells[column];
        if (table->rows[r].kind != ROW_DATA || !cell_is_right(cell->kind) ||
            cell->kind == CELL_PERCENT)
            continue;
        if (sum.kind == CELL_NONE) {
            sum = *cell;
            continue;
        }
        bool fits = sum.kind == cell->kind;
        if (fits && sum.kind == CELL_MONEY)
            fits = currency_is(sum.money.currency, cell->money.currency) &&
                   amount_add(sum.money.minor, cell->money.minor, &sum.money.minor) == ERR_OK;
        else if (fits)
            fits = !__builtin_add_overflow(sum.number, cell->number, &sum.number);
        if (!fits)
            return cell_none();
    }
    return sum;
}

static void total_make(struct sheet_table *sheet)
{
    const struct table *table = sheet->table;
    size_t data_rows = 0;
    for (size_t r = 0; r < table->count; r++) {
        data_rows += table->rows[r].kind == ROW_DATA;
        if (table->rows[r].kind == ROW_TOTAL)
            return; /* the report's own */
    }
    int count = table->head.count;
    struct cell *cells = arena_new(&sheet->arena, (size_t)count * sizeof *cells);
    bool any = false;
    int label = -1;
    for (int i = 0; i < count; i++) {
        const struct column *column = &table->head.columns[i];
        if (column->flags & COLUMN_TOTAL)
            cells[i] = column_sum(table, i);
        any = any || cells[i].kind != CELL_NONE;
        if (label < 0 && !cell_is_right(column->kind) && !(column->flags & COLUMN_HIDDEN))
            label = i;
    }
    if (!any || data_rows < 2)
        return;
    if (label >= 0)
        cells[label] = cell_text(sheet->lines->total);
    sheet->total = (struct row){.kind = ROW_TOTAL, .mark = ' ', .cells = cells};
}

static void sheet_table_init(struct sheet_table *sheet, const struct table *table,
                             struct lines *lines)
{
    *sheet = (struct sheet_table){.table = table, .lines = lines};
    size_t count = (size_t)table->head.count;
    sheet->content = (struct table_content){
        .cells = arena_new(&sheet->arena, count * sizeof *sheet->content.cells),
        .says = arena_new(&sheet->arena, count * sizeof *sheet->content.says),
        .whole = true};
    sheet->places = arena_new(&sheet->arena, count * sizeof *sheet->places);
    total_make(sheet);
    for (size_t r = 0; r < table->count; r++) {
        row_measure(sheet, &table->rows[r]);
        sheet->marks = sheet->marks || table->rows[r].mark > ' ';
    }
    if (sheet->total.cells)
        row_measure(sheet, &sheet->total);
    int width = lines->width - (sheet->marks ? MARK_CELLS : 0);
    table_layout(table->head.columns, table->head.count, &sheet->content, width, sheet->places);
    sheet->gap = table_gap(sheet->places, table->head.count, width);
}

static void mark_add(struct sheet_table *sheet, char mark)
{
    if (!sheet->marks)
        return;
    buf_char(&sheet->lines->text, mark > ' ' ? mark : ' ');
    buf_char(&sheet->lines->text, ' ');
}

/* One line of the columns: a row, or the titles (no row). */
static void columns_add(struct sheet_table *sheet, const struct row *row)
{
    const struct table_head *head = &sheet->table->head;
    const char **texts = arena_new(&sheet->scratch, ((size_t)head->count + 1) * sizeof *texts);

    for (int i = 0; i < head->count; i++)
        texts[i] = row                      ? cell_line(sheet, row, i)
                   : head->columns[i].title ? head->columns[i].title
                                            : head->columns[i].name;
    mark_add(sheet, row ? row->mark : ' ');
    table_line(&sheet->lines->text, head, sheet->places, texts, sheet->gap,
               row && row->kind != ROW_DATA);
    arena_reset(&sheet->scratch);
}

/* Under the titles below every column; above the totals below those that have one. */
static void rules_add(struct sheet_table *sheet, bool figures)
{
    struct buf *text = &sheet->lines->text;
    const struct table_head *head = &sheet->table->head;

    mark_add(sheet, ' ');
    for (int i = 0; i < head->count; i++) {
        if (!sheet->places[i].shown)
            continue;
        buf_fill(text, !figures || (head->columns[i].flags & COLUMN_TOTAL) ? '-' : ' ',
                 (size_t)sheet->places[i].cells);
        buf_fill(text, ' ', (size_t)sheet->gap);
    }
}

static enum err put_row(struct sheet_table *sheet, const struct row *row, enum row_kind before)
{
    struct lines *lines = sheet->lines;
    if (row->kind == ROW_GROUP) {
        if (row != sheet->table->rows)
            TRY(put(lines, LINE_PLAIN, ' '));
        const char *name = cell_line(sheet, row, 0);
        text_fit(&lines->text, name, lines->width, false);
        return put(lines, LINE_HEADING, row->mark);
    }
    if (row->kind != ROW_DATA && before != row->kind) {
        rules_add(sheet, true);
        TRY(put(lines, LINE_DIM, ' '));
    }
    columns_add(sheet, row);
    return put(lines, row->kind == ROW_DATA ? LINE_PLAIN : LINE_TOTAL,
               row->mark > ' ' ? row->mark : ' ');
}

static enum err put_rows(struct sheet_table *sheet)
{
    const struct table *table = sheet->table;
    enum row_kind before = ROW_DATA;
    columns_add(sheet, NULL);
    TRY(put(sheet->lines, LINE_TABLE_HEAD, ' '));
    rules_add(sheet, false);
    TRY(put(sheet->lines, LINE_TABLE_HEAD, ' '));
    sheet->lines->in_table = true;
    for (size_t r = 0; r < table->count; r++) {
        TRY(put_row(sheet, &table->rows[r], before));
        before = table->rows[r].kind;
    }
    if (table->count == 0) {
        buf_text(&sheet->lines->text, "(nothing to show)");
        TRY(put(sheet->lines, LINE_DIM, ' '));
    }
    return sheet->total.cells ? put_row(sheet, &sheet->total, before) : ERR_OK;
}

/* Which sums a row of this table lacks here. */
static enum err put_left_out(struct sheet_table *sheet)
{
    struct lines *lines = sheet->lines;

    table_left_out(&lines->text, &sheet->table->head, &sheet->content, sheet->places, lines->width);
    return lines->text.len ? put(lines, LINE_DIM, ' ') : ERR_OK;
}

static enum err put_table(struct lines *lines, const struct table *table, bool titled)
{
    if (titled && table->head.title)
        TRY(put_filled(lines, table->head.title, 0, LINE_HEADING));
    if (titled && table->head.subtitle)
        TRY(put_filled(lines, table->head.subtitle, 0, LINE_DIM));
    if (titled && (table->head.title || table->head.subtitle))
        TRY(put(lines, LINE_PLAIN, ' '));
    struct sheet_table sheet;
    sheet_table_init(&sheet, table, lines);
    enum err e = put_rows(&sheet);
    lines->in_table = false;
    if (e == ERR_OK)
        e = put_left_out(&sheet);
    if (e == ERR_OK && table->proof) {
        e = put(lines, LINE_PLAIN, ' ');
        if (e == ERR_OK)
            e = put_filled(lines, table->proof, 0, LINE_PLAIN);
    }
    arena_done(&sheet.arena);
    arena_done(&sheet.scratch);
    return e;
}

enum err table_lines(const struct table *table, int width, const struct notation *notation,
                     enum err (*each)(void *self, const struct line *line), void *self)
{
    struct lines lines;
    lines_init(&lines, width, notation, each, self);
    enum err e = put_table(&lines, table, true);
    buf_done(&lines.text);
    return e;
}

static enum err put_heading(struct lines *lines, const struct block *block)
{
    TRY(put_filled(lines, block->text, 0, LINE_HEADING));
    if (block->level > 1)
        return ERR_OK;
    int cells = text_width(block->text);
    return put_rule(lines, cells < lines->width ? cells : lines->width, LINE_DIM);
}

/* A run of pairs: the labels stand in one column, its width that of the longest; so do figures. */
struct run {
    int label_cells, figure_cells;
};

static int figure_cells(const struct block *block)
{
    char figure[128];
    const size_t len = block->figure_len < sizeof figure ? block->figure_len : 0;

    memcpy(figure, block->text, len);
    figure[len] = 0;
    return text_width(figure);
}

static struct run run_measure(const struct block *block, int width)
{
    struct run run = {0, 0};

    for (; block && block->kind == BLOCK_PAIR; block = block->next) {
        const int label = text_width(block->label), figure = figure_cells(block);
        run.label_cells = label > run.label_cells ? label : run.label_cells;
        run.figure_cells = figure > run.figure_cells ? figure : run.figure_cells;
    }
    if (run.label_cells > width / 2)
        run.label_cells = width / 2;
    return run;
}

static enum err put_pair(struct lines *lines, const struct block *block, const struct run *run)
{
    const int indent = run->label_cells + 2;

    text_fit(&lines->text, block->label, run->label_cells, false);
    buf_text(&lines->text, "  ");
    if (!block->figure_len)
        return put_filled(lines, block->text, indent, LINE_PLAIN);
    const int before = run->figure_cells - figure_cells(block);
    buf_fill(&lines->text, ' ', (size_t)(before > 0 ? before : 0));
    return put_filled(lines, block->text, indent + (before > 0 ? before : 0), LINE_PLAIN);
}

static enum err put_chart(void *self, const char *text)
{
    struct lines *lines = self;

    buf_text(&lines->text, text);
    return put(lines, LINE_PLAIN, ' ');
}

/* Blocks that the locale cannot show would be no code. */
static enum err put_code(struct lines *lines, const struct block *block)
{
    struct arena arena = {0};
    struct note note = {0};
    struct qrcode code;
    enum err e = ERR_OK;

    if (MB_CUR_MAX > 1 && qrcode_make(block->text, CODE_VERSION, &arena, &code, &note) == ERR_OK &&
        code.size + 4 <= lines->width) {
        e = put_filled(lines, block->label, 0, LINE_DIM);
        if (e == ERR_OK)
            e = qrcode_lines(&code, put_chart, lines);
    }
    arena_done(&arena);
    return e;
}

bool page_titles(const struct page *page, const struct table *table)
{
    return table->head.title && !(page->title && strcmp(table->head.title, page->title) == 0);
}

enum err page_lines(const struct page *page, int width, const struct notation *notation,
                    enum err (*each)(void *self, const struct line *line), void *self)
{
    struct lines lines;
    lines_init(&lines, width, page_notation(page, notation), each, self);
    enum err e = ERR_OK;
    struct run run = {0, 0};
    enum block_kind before = BLOCK_SPACE;
    for (const struct block *block = page->first; block && e == ERR_OK; block = block->next) {
        if (block->kind == BLOCK_PAIR && before != BLOCK_PAIR)
            run = run_measure(block, lines.width);
        before = block->kind;
        switch (block->kind) {
        case BLOCK_HEADING: e = put_heading(&lines, block); break;
        case BLOCK_PAIR: e = put_pair(&lines, block, &run); break;
        case BLOCK_TEXT: e = put_filled(&lines, block->text, 0, LINE_PLAIN); break;
        case BLOCK_TABLE: {
            const struct notation *own = lines.notation;
            lines.notation = block_notation(page, block, own);
            lines.total = block_words(page, block)->total;
            e = put_table(&lines, block->table, page_titles(page, block->table));
            lines.notation = own;
            break;
        }
        case BLOCK_CHART:
            e = chart_lines(block->chart, lines.width, lines.notation, put_chart, &lines);
            break;
        case BLOCK_RULE: e = put_rule(&lines, lines.width, LINE_DIM); break;
        case BLOCK_SPACE: e = put(&lines, LINE_PLAIN, ' '); break;
        case BLOCK_BREAK: lines.breaks = true; break;
        case BLOCK_CODE: e = put_code(&lines, block); break;
        }
    }
    buf_done(&lines.text);
    return e;
}
