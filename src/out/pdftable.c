#include "out/pdftable.h"

#include "base/text.h"
#include "out/safe.h"

#include <stdlib.h>
#include <string.h>

#define CELL_BYTES_MAX (1u << 20)
#define LINES_MOST 40 /* of one cell; what is longer is cut, so that a row fits on a sheet */
#define MARK_POINTS 9.0
#define FIGURES "0000000000" /* ten figures measure a cell */

/* Letters as large as the columns allow: first whole, then with long texts in lines, and only in
 * the smallest with columns left out. */
static const struct {
    double size;
    bool whole;
} sizes[] = {{9.5, true}, {8.5, true}, {8.5, false}, {7.5, false}};

static enum err kept_rewind(void *self)
{
    struct pdfrows_kept *kept = self;

    kept->at = 0;
    return ERR_OK;
}

static enum err kept_next(void *self, struct row *row, bool *there)
{
    struct pdfrows_kept *kept = self;

    *there = kept->at < kept->table->count;
    if (*there)
        *row = kept->table->rows[kept->at++];
    return ERR_OK;
}

struct pdfrows pdfrows_of(struct pdfrows_kept *kept, const struct table *table)
{
    *kept = (struct pdfrows_kept){.table = table};
    return (struct pdfrows){kept_rewind, kept_next, kept};
}

/* ---- measuring ---- */

static bool is_shown(const struct pdftable *table, int column)
{
    return table->width[column] >= 0;
}

static const char *cell_line(struct pdftable *table, const struct row *row, int column)
{
    const char *shown = row_text(table->head, row, column, &table->notation, &table->row_arena);
    const char *safe = safe_line(&table->scratch, shown);

    return safe == table->scratch.data ? arena_text(&table->row_arena, safe) : safe;
}

static const char *title_of(const struct column *column)
{
    return column->title ? column->title : column->name;
}

/* Contents in tenths of a figure's width: what table_layout calls cells. */
static void rows_measure(struct pdftable *table, const struct row *row, double cell,
                         struct table_content *content)
{
    if (row->kind == ROW_GROUP)
        return;
    const struct ink_style *style = row->kind == ROW_DATA ? &table->plain : &table->bold;
    for (int i = 0; i < table->head->count; i++) {
        if (table->head->columns[i].flags & COLUMN_HIDDEN)
            continue;
        const double width = pdfink_width(table->ink, style, cell_line(table, row, i));
        const int cells = (int)(width / cell + 1);
        if (cells > content->cells[i])
            content->cells[i] = cells;
    }
    table_content_see(content, table->head, row);
    arena_reset(&table->row_arena);
}

/* The widest content of each column in `content`, and whether a row has a mark. */
static enum err contents_measure(struct pdftable *table, double cell,
                                 struct table_content *content)
{
    const int count = table->head->count;
    struct cell *cells = arena_new(&table->arena, ((size_t)count + 1) * sizeof *cells);
    struct row row;
    bool there;

    sum_done(&table->sum);
    sum_init(&table->sum, table->head);
    TRY(table->rows.rewind(table->rows.self));
    for (;;) {
        TRY(table->rows.next(table->rows.self, &row, &there));
        if (!there)
            break;
        rows_measure(table, &row, cell, content);
        sum_row(&table->sum, &row);
        if (row.mark > ' ')
            table->marks = MARK_POINTS;
    }
    if (sum_cells(&table->sum, cells))
        rows_measure(table, &(struct row){.kind = ROW_TOTAL, .cells = cells}, cell, content);
    for (int i = 0; i < count; i++) {
        const char *title = title_of(&table->head->columns[i]);
        const int least = (int)(pdfink_width(table->ink, &table->bold, title) / cell + 1);
        if (least > content->cells[i])
            content->cells[i] = least;
    }
    return ERR_OK;
}

static bool all_shown(const struct table_head *head, const struct column_place *places,
                      const int *content, bool whole)
{
    for (int i = 0; i < head->count; i++) {
        if (head->columns[i].flags & COLUMN_HIDDEN)
            continue;
        if (!places[i].shown || (whole && places[i].cells < content[i]))
            return false;
    }
    return true;
}

/* Tries a size of letters; true when every column finds room, or the size is the last. */
static enum err size_try(struct pdftable *table, size_t attempt, double across, bool *fits)
{
    const double size = sizes[attempt].size;
    const bool last = attempt + 1 == sizeof sizes / sizeof *sizes;
    const int count = table->head->count;
    const size_t room = ((size_t)count + 1);
    struct table_content content = {
        .cells = arena_new(&table->arena, room * sizeof *content.cells)};
    struct column_place *places = arena_new(&table->arena, room * sizeof *places);
    struct column *columns = arena_new(&table->arena, room * sizeof *columns);

    table->plain = (struct ink_style){.size = size};
    table->bold = (struct ink_style){.size = size, .bold = true};
    const double cell = pdfink_width(table->ink, &table->plain, FIGURES) / 10;
    TRY(contents_measure(table, cell, &content));
    for (int i = 0; i < count; i++) {
        columns[i] = table->head->columns[i];
        columns[i].title = ""; /* measured with the content: letters are no cells here */
    }
    const int cells = (int)((across - table->marks) / cell);
    table_layout(columns, count, &content, cells, places);
    *fits = last || all_shown(table->head, places, content.cells, sizes[attempt].whole);
    if (!*fits)
        return ERR_OK;
    table->gap = cell * table_gap(places, count, cells);
    for (int i = 0; i < count; i++)
        table->width[i] = places[i].shown ? places[i].cells * cell : -1;
    return ERR_OK;
}

enum err pdftable_init(struct pdftable *table, struct pdfink *ink, const struct table_head *head,
                       const struct pdfrows *rows, const struct notation *notation, double across)
{
    bool fits = false;

    *table = (struct pdftable){.ink = ink, .head = head, .rows = *rows, .notation = *notation,
                               .words = &page_words_english};
    buf_init(&table->scratch, CELL_BYTES_MAX);
    table->width = arena_new(&table->arena, ((size_t)head->count + 1) * sizeof *table->width);
    sum_init(&table->sum, head);
    for (size_t i = 0; !fits; i++)
        TRY(size_try(table, i, across, &fits));
    return ERR_OK;
}

void pdftable_done(struct pdftable *table)
{
    sum_done(&table->sum);
    buf_done(&table->scratch);
    arena_done(&table->arena);
    arena_done(&table->row_arena);
}

/* ---- putting ---- */

static double line_of(const struct pdftable *table)
{
    return pdfink_line(table->ink, &table->plain) + 1;
}

static bool wraps(const struct pdftable *table, int column)
{
    return table->head->columns[column].kind == CELL_TEXT;
}

/* How high a row is: its longest text broken into lines. */
static double row_height(struct pdftable *table, const char *const *texts,
                         const struct ink_style *style)
{
    double most = line_of(table);

    for (int i = 0; i < table->head->count; i++) {
        if (!is_shown(table, i) || !wraps(table, i) || !*texts[i])
            continue;
        const double height = pdfink_height(table->ink, style, texts[i], table->width[i]) + 1;
        if (height > most)
            most = height;
    }
    return most < LINES_MOST * line_of(table) ? most : line_of(table);
}

static void cell_put(struct pdftable *table, const struct ink_style *style, double x, int column,
                     const char *text, bool lines)
{
    struct pdfsheet *sheet = table->sheet;

    if (lines && wraps(table, column))
        pdfink_lines(sheet->ink, style, x, sheet->y, table->width[column], text);
    else
        pdfink_text(sheet->ink, style, x, sheet->y, table->width[column],
                    cell_is_right(table->head->columns[column].kind) ? INK_RIGHT : INK_LEFT, text);
}

static void columns_put(struct pdftable *table, const struct ink_style *style, char mark,
                        const char *const *texts, double height)
{
    struct pdfsheet *sheet = table->sheet;
    double x = PDFSHEET_MARGIN;

    if (!sheet->drawing) {
        sheet->y += height;
        return;
    }
    if (mark > ' ')
        pdfink_text(sheet->ink, &table->bold, x, sheet->y, 0, INK_LEFT, (const char[]){mark, 0});
    x += table->marks;
    for (int i = 0; i < table->head->count; i++) {
        if (!is_shown(table, i))
            continue;
        cell_put(table, style, x, i, texts[i], height > line_of(table) * 1.5);
        x += table->width[i] + table->gap;
    }
    sheet->y += height;
}

/* Under the titles across all columns; above totals over those that have one. */
static void rule_put(struct pdftable *table, bool totals_only)
{
    struct pdfsheet *sheet = table->sheet;
    const double left = PDFSHEET_MARGIN + table->marks;
    double x = left;

    sheet->y += 1.5;
    for (int i = 0; i < table->head->count; i++) {
        if (!is_shown(table, i))
            continue;
        if (sheet->drawing && totals_only && table->head->columns[i].flags & COLUMN_TOTAL)
            pdfink_rule(sheet->ink, x, sheet->y, table->width[i], false);
        x += table->width[i] + table->gap;
    }
    if (sheet->drawing && !totals_only)
        pdfink_rule(sheet->ink, left, sheet->y, x - table->gap - left, false);
    sheet->y += 1.5;
}

static void heads_put(struct pdftable *table)
{
    const int count = table->head->count;
    const char **titles = arena_new(&table->row_arena, ((size_t)count + 1) * sizeof *titles);

    for (int i = 0; i < count; i++)
        titles[i] = title_of(&table->head->columns[i]);
    columns_put(table, &table->bold, ' ', titles, line_of(table));
    rule_put(table, false);
}

/* The sums so far as a row of totals under this name; false when nothing is summed. */
static bool sums_put(struct pdftable *table, const char *name)
{
    const int count = table->head->count;
    struct arena arena = {0};
    struct cell *cells = arena_new(&arena, ((size_t)count + 1) * sizeof *cells);
    const char **texts = arena_new(&arena, ((size_t)count + 1) * sizeof *texts);
    const bool any = sum_cells(&table->sum, cells);

    if (any) {
        for (int i = 0; i < count; i++)
            texts[i] = row_text(table->head, &(struct row){.kind = ROW_TOTAL, .cells = cells}, i,
                                &table->notation, &arena);
        const int label = sum_label(table->head, cells);
        if (label >= 0)
            texts[label] = name;
        rule_put(table, true);
        columns_put(table, &table->bold, ' ', texts, line_of(table));
    }
    arena_done(&arena);
    return any;
}

static void carried_put(void *self)
{
    struct pdftable *table = self;

    if (table->data_rows)
        sums_put(table, table->words->carried);
}

static void brought_put(void *self)
{
    struct pdftable *table = self;

    heads_put(table);
    if (table->data_rows && sums_put(table, table->words->brought))
        table->sheet->y += 2;
}

static void group_put(struct pdftable *table, const char *name)
{
    struct pdfsheet *sheet = table->sheet;

    if (table->data_rows)
        sheet->y += line_of(table) / 2;
    pdfsheet_room(sheet, 3 * line_of(table)); /* a group's name never stands alone at the foot */
    if (sheet->drawing)
        pdfink_text(sheet->ink, &table->bold, PDFSHEET_MARGIN, sheet->y, pdfsheet_across(sheet),
                    INK_LEFT, name);
    sheet->y += line_of(table) + 1;
}

static void row_put(struct pdftable *table, const struct row *row)
{
    const int count = table->head->count;
    const char **texts = arena_new(&table->row_arena, ((size_t)count + 1) * sizeof *texts);
    const struct ink_style *style = row->kind == ROW_DATA ? &table->plain : &table->bold;

    if (row->kind == ROW_GROUP) {
        group_put(table, cell_line(table, row, 0));
        return;
    }
    for (int i = 0; i < count; i++)
        texts[i] = is_shown(table, i) ? cell_line(table, row, i) : "";
    const double height = row_height(table, texts, style);
    if (row->kind == ROW_DATA || row->kind == table->last_kind)
        pdfsheet_room(table->sheet, height);
    else {
        pdfsheet_room(table->sheet, height + 3);
        rule_put(table, true);
    }
    columns_put(table, style, row->mark, texts, height);
    table->data_rows += row->kind == ROW_DATA;
}

static enum err rows_put(struct pdftable *table)
{
    struct row row;
    bool there;

    TRY(table->rows.rewind(table->rows.self));
    for (;;) {
        TRY(table->rows.next(table->rows.self, &row, &there));
        if (!there)
            return ERR_OK;
        row_put(table, &row);
        sum_row(&table->sum, &row);
        table->last_kind = row.kind;
        arena_reset(&table->row_arena);
    }
}

static void title_put(struct pdftable *table)
{
    struct pdfsheet *sheet = table->sheet;
    const struct ink_style title = {.size = 10, .bold = true}, sub = {.size = 8, .faint = true};

    pdfsheet_room(sheet, 6 * line_of(table));
    if (table->head->title) {
        if (sheet->drawing)
            pdfink_text(sheet->ink, &title, PDFSHEET_MARGIN, sheet->y, pdfsheet_across(sheet),
                        INK_LEFT, table->head->title);
        sheet->y += pdfink_line(sheet->ink, &title);
    }
    if (table->head->subtitle) {
        if (sheet->drawing)
            pdfink_text(sheet->ink, &sub, PDFSHEET_MARGIN, sheet->y, pdfsheet_across(sheet),
                        INK_LEFT, table->head->subtitle);
        sheet->y += pdfink_line(sheet->ink, &sub);
    }
    sheet->y += 4;
}

static void words_put(struct pdftable *table, const char *words)
{
    struct pdfsheet *sheet = table->sheet;
    const double across = pdfsheet_across(sheet);
    const double height = pdfink_height(table->ink, &table->plain, words, across);

    pdfsheet_room(sheet, height + 4);
    sheet->y += 4;
    if (sheet->drawing)
        pdfink_lines(sheet->ink, &table->plain, PDFSHEET_MARGIN, sheet->y, across, words);
    sheet->y += height;
}

enum err pdftable_put(struct pdftable *table, struct pdfsheet *sheet, bool titled)
{
    table->sheet = sheet;
    table->data_rows = 0;
    table->last_kind = ROW_DATA;
    sum_done(&table->sum);
    sum_init(&table->sum, table->head);
    if (titled)
        title_put(table);
    pdfsheet_room(sheet, 4 * line_of(table)); /* heads never stand alone at the foot */
    heads_put(table);
    sheet->ends = carried_put;
    sheet->begins = brought_put;
    sheet->ends_room = line_of(table) + 4;
    sheet->self = table;
    const enum err e = rows_put(table);
    sheet->ends_room = 0;
    if (e == ERR_OK && table->data_rows > 1)
        sums_put(table, table->words->total); /* in the room that was kept */
    sheet->ends = sheet->begins = NULL;
    arena_reset(&table->row_arena);
    if (e == ERR_OK && table->data_rows == 0)
        words_put(table, "(nothing to show)");
    if (e == ERR_OK && table->proof)
        words_put(table, table->proof);
    return e;
}
