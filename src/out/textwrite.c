#include "out/textwrite.h"

#include "base/text.h"
#include "out/safe.h"

#include <stdlib.h>
#include <string.h>

#define LINE_BYTES_MAX (1u << 20)
#define WIDTH_DEFAULT 80

struct kept_row {
    enum row_kind kind;
    char mark;
    const char **texts;
};

static struct writer_options options_filled(const struct writer_options *options)
{
    struct writer_options filled = *options;

    if (filled.width <= 0)
        filled.width = WIDTH_DEFAULT;
    if (filled.notation.decimal == '\0')
        filled.notation = notation_plain;
    return filled;
}

void textwrite_begin(void *self, struct out *out, const struct writer_options *options)
{
    struct textwrite *text = self;

    text->out = out;
    text->options = options_filled(options);
    buf_init(&text->line, LINE_BYTES_MAX);
    buf_init(&text->scratch, LINE_BYTES_MAX);
}

void textwrite_end(void *self)
{
    struct textwrite *text = self;

    if (text->head.columns != NULL) {
        sheet_done(&text->sheet);
        sum_done(&text->sum);
    }
    free(text->kept);
    arena_done(&text->arena);
    arena_done(&text->row_arena);
    buf_done(&text->line);
    buf_done(&text->scratch);
}

static const char *copy_or_null(struct arena *arena, const char *text)
{
    return text != NULL ? arena_text(arena, text) : NULL;
}

static void copy_head(struct textwrite *text, const struct table_head *head)
{
    struct column *columns = arena_new(&text->arena, ((size_t)head->count + 1) * sizeof(*columns));

    for (int i = 0; i < head->count; i++) {
        columns[i] = head->columns[i];
        columns[i].name = copy_or_null(&text->arena, head->columns[i].name);
        columns[i].title = copy_or_null(&text->arena, head->columns[i].title);
        if (columns[i].title == NULL)
            columns[i].title = columns[i].name;
    }
    text->head.title = copy_or_null(&text->arena, head->title);
    text->head.subtitle = copy_or_null(&text->arena, head->subtitle);
    text->head.columns = columns;
    text->head.count = head->count;
}

static void heads(void *self);

enum err textwrite_head(void *self, const struct table_head *head)
{
    struct textwrite *text = self;
    size_t count = (size_t)head->count + 1;

    must(text->head.columns == NULL);
    copy_head(text, head);
    text->places = arena_new(&text->arena, count * sizeof(*text->places));
    text->content = (struct table_content){
        .cells = arena_new(&text->arena, count * sizeof(*text->content.cells)),
        .says = arena_new(&text->arena, count * sizeof(*text->content.says))};
    text->texts = arena_new(&text->arena, count * sizeof(*text->texts));
    text->kept = mem_new(TEXTWRITE_ROWS, sizeof(*text->kept));
    sum_init(&text->sum, &text->head);
    sheet_init(&text->sheet, text->out, text->options.width, text->options.page_length,
               text->head.title, text->head.subtitle);
    text->sheet.self = text;
    return text->out->code;
}

/* The texts of a row's cells; they live until the next row. */
static void show_cells(struct textwrite *text, const struct row *row, const char **texts)
{
    for (int i = 0; i < text->head.count; i++) {
        const char *shown =
            row_text(&text->head, row, i, &text->options.notation, &text->row_arena);
        const char *safe = safe_line(&text->scratch, shown);
        texts[i] = safe == text->scratch.data ? arena_text(&text->row_arena, safe) : safe;
    }
}

static int gap_width(const struct textwrite *text)
{
    return table_gap(text->places, text->head.count, text->options.width - (text->marks ? 2 : 0));
}

static void put_columns(struct textwrite *text, char mark, const char *const *texts, bool total)
{
    buf_reset(&text->line);
    if (text->marks) {
        buf_char(&text->line, mark > ' ' ? mark : ' ');
        buf_char(&text->line, ' ');
    }
    table_line(&text->line, &text->head, text->places, texts, gap_width(text), total);
    if (!text->marks && mark > ' ') { /* the first one after the layout was settled */
        buf_text(&text->line, "  ");
        buf_char(&text->line, mark);
    }
    sheet_line(&text->sheet, text->line.data);
}

/* Under the titles below every column; above the totals below those that have one. */
static void put_rule(struct textwrite *text, bool totals_only)
{
    int gap = gap_width(text);

    buf_reset(&text->line);
    buf_fill(&text->line, ' ', text->marks ? 2 : 0);
    for (int i = 0; i < text->head.count; i++) {
        bool drawn = !totals_only || (text->head.columns[i].flags & COLUMN_TOTAL);

        if (!text->places[i].shown)
            continue;
        buf_fill(&text->line, drawn ? '-' : ' ', (size_t)text->places[i].cells);
        buf_fill(&text->line, ' ', (size_t)gap);
    }
    sheet_line(&text->sheet, text->line.data);
}

static void heads(void *self)
{
    struct textwrite *text = self;
    const char **titles =
        arena_new(&text->row_arena, ((size_t)text->head.count + 1) * sizeof(*titles));

    for (int i = 0; i < text->head.count; i++)
        titles[i] = text->head.columns[i].title;
    put_columns(text, ' ', titles, false);
    put_rule(text, false);
}

static void put_row(struct textwrite *text, enum row_kind kind, char mark, const char *const *texts)
{
    switch (kind) {
    case ROW_GROUP:
        if (text->data_rows > 0)
            sheet_line(&text->sheet, "");
        if (sheet_left(&text->sheet) < 3) /* a group's name never stands alone at the foot */
            sheet_break(&text->sheet);
        buf_reset(&text->line);
        text_fit(&text->line, texts[0], text->options.width, false);
        sheet_line(&text->sheet, text->line.data);
        break;
    case ROW_SUBTOTAL:
    case ROW_TOTAL:
        if (text->last_kind != kind) {
            if (sheet_left(&text->sheet) < 2)
                sheet_break(&text->sheet);
            put_rule(text, true);
        }
        put_columns(text, mark, texts, true);
        break;
    case ROW_DATA: text->data_rows++; put_columns(text, mark, texts, false);
    }
    text->last_kind = kind;
}

/* `whole`: no row comes that was not seen. */
static void settle(struct textwrite *text, bool whole)
{
    text->laid_out = true;
    text->content.whole = whole;
    for (int i = 0; i < text->kept_count; i++)
        if (text->kept[i].mark > ' ')
            text->marks = true;
    table_layout(text->head.columns, text->head.count, &text->content,
                 text->options.width - (text->marks ? 2 : 0), text->places);
    heads(text);
    text->sheet.heads = heads;
    for (int i = 0; i < text->kept_count; i++)
        put_row(text, text->kept[i].kind, text->kept[i].mark, text->kept[i].texts);
}

static void measure(struct textwrite *text, const char *const *texts)
{
    for (int i = 0; i < text->head.count; i++) {
        int width = text_width(texts[i]);

        if (width > text->content.cells[i])
            text->content.cells[i] = width;
    }
}

static void keep(struct textwrite *text, const struct row *row)
{
    struct kept_row *kept = &text->kept[text->kept_count++];

    kept->kind = row->kind;
    kept->mark = row->mark;
    kept->texts = arena_new(&text->arena, ((size_t)text->head.count + 1) * sizeof(*kept->texts));
    show_cells(text, row, kept->texts);
    table_content_see(&text->content, &text->head, row);
    for (int i = 0; i < text->head.count; i++)
        kept->texts[i] = arena_text(&text->arena, kept->texts[i]);
    if (row->kind != ROW_GROUP) /* a group's name runs over the columns */
        measure(text, kept->texts);
}

enum err textwrite_row(void *self, const struct row *row)
{
    struct textwrite *text = self;

    sum_row(&text->sum, row);
    if (!text->laid_out && text->kept_count == TEXTWRITE_ROWS)
        settle(text, false);
    if (!text->laid_out)
        keep(text, row);
    else {
        show_cells(text, row, text->texts);
        put_row(text, row->kind, row->mark, text->texts);
    }
    arena_reset(&text->row_arena);
    return text->out->code;
}

/* The sums that the writer itself made, below all rows; "Total" stands in the first free column. */
static void put_sums(struct textwrite *text)
{
    struct cell *cells =
        arena_new(&text->row_arena, ((size_t)text->head.count + 1) * sizeof(*cells));
    bool any = sum_cells(&text->sum, cells) && text->data_rows + text->kept_count > 1;

    if (!any && text->laid_out)
        return;
    show_cells(text, &(struct row){.kind = ROW_TOTAL, .cells = cells}, text->texts);
    const int label = sum_label(&text->head, cells);
    if (label >= 0)
        text->texts[label] = "Total";
    if (!text->laid_out) {
        if (any)
            measure(text, text->texts);
        settle(text, true);
    }
    if (any)
        put_row(text, ROW_TOTAL, ' ', text->texts);
}

/* Which sums a row lacks at this width. */
static void put_left_out(struct textwrite *text)
{
    buf_reset(&text->line);
    table_left_out(&text->line, &text->head, &text->content, text->places, text->options.width);
    if (text->line.len)
        sheet_line(&text->sheet, text->line.data);
}

enum err textwrite_foot(void *self, const char *proof)
{
    struct textwrite *text = self;

    put_sums(text);
    text->sheet.heads = NULL;
    if (text->data_rows == 0)
        sheet_line(&text->sheet, "(nothing to show)");
    else
        put_left_out(text);
    if (proof != NULL) {
        sheet_line(&text->sheet, "");
        sheet_line(&text->sheet, proof);
    }
    return text->out->code;
}

/* A page under way: the heads of the table that its last line belongs to. */
struct paged {
    struct sheet sheet;
    struct arena heads;
    const char *head_lines[4];
    int head_count;
    bool after_head;
};

static void page_heads(void *self)
{
    struct paged *paged = self;

    for (int i = 0; i < paged->head_count; i++)
        sheet_line(&paged->sheet, paged->head_lines[i]);
}

static enum err put_page_line(void *self, const struct line *line)
{
    struct paged *paged = self;

    if (line->style == LINE_TABLE_HEAD) {
        if (!paged->after_head) {
            paged->head_count = 0;
            arena_reset(&paged->heads);
            if (sheet_left(&paged->sheet) < 4) /* heads never stand alone at the foot */
                sheet_break(&paged->sheet);
        }
        if (paged->head_count < 4)
            paged->head_lines[paged->head_count++] = arena_text(&paged->heads, line->text);
    }
    paged->after_head = line->style == LINE_TABLE_HEAD;
    if (line->breaks)
        sheet_break(&paged->sheet);
    paged->sheet.heads = line->in_table ? page_heads : NULL;
    sheet_line(&paged->sheet, line->text);
    return paged->sheet.out->code;
}

enum err textwrite_page(struct out *out, const struct page *page,
                        const struct writer_options *options)
{
    struct writer_options filled = options_filled(options);
    struct paged paged = {.head_count = 0};
    enum err e;

    sheet_init(&paged.sheet, out, filled.width, filled.page_length, page->title, page->subtitle);
    paged.sheet.self = &paged;
    paged.sheet.numbered = page->words.sheet;
    e = page_lines(page, filled.width, &filled.notation, put_page_line, &paged);
    sheet_done(&paged.sheet);
    arena_done(&paged.heads);
    return e != ERR_OK ? e : out->code;
}
