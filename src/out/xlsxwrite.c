#include "out/xlsxwrite.h"

#include "base/buf.h"
#include "base/text.h"
#include "out/safe.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <xlsxwriter.h>

#define TEXT_MOST 32767 /* bytes of a cell, as spreadsheets count at worst */
#define SCRATCH_MOST ((size_t)1 << 20)
#define EXACT_MOST (INT64_C(1) << 53) /* whole numbers that a double holds */
#define DAYS_BEFORE 25569             /* 1970-01-01 in a spreadsheet's calendar */
#define WIDTH_MOST 60
#define MICROS 1000000
#define DIGITS_MOST 5

/* How a cell is shown; one format each, made at first use. */
enum look {
    LOOK_HEAD,
    LOOK_TITLE,
    LOOK_DATE,
    LOOK_MOMENT,
    LOOK_PERCENT,
    LOOK_MONEY,
    LOOKS = LOOK_MONEY + DIGITS_MOST
};

struct xlsxbook {
    struct out *out;
    int64_t moment;
    char path[PATH_MAX]; /* where the library writes; gone when its bytes were taken */
    lxw_workbook *workbook;
    lxw_worksheet *sheet;
    lxw_format *looks[LOOKS];
    struct buf scratch;
    struct arena arena;
    const struct column *columns; /* of the table under way; copies */
    int count;
    lxw_row_t at; /* the next row */
    int *widths;
    int width_room;
};

static enum err failed(struct xlsxbook *book, enum err code, const char *what)
{
    out_fail(book->out, fail(book->out->note, code, "the workbook cannot be made: %s", what));
    return code;
}

static lxw_format *look(struct xlsxbook *book, enum look look)
{
    static const char *const formats[LOOKS] = {
        NULL,    NULL,      "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss", "0.00##%",
        "#,##0", "#,##0.0", "#,##0.00",   "#,##0.000",           "#,##0.0000"};
    lxw_format *format = book->looks[look];

    if (format)
        return format;
    format = book->looks[look] = workbook_add_format(book->workbook);
    if (look == LOOK_HEAD || look == LOOK_TITLE)
        format_set_bold(format);
    if (look == LOOK_HEAD)
        format_set_bottom(format, LXW_BORDER_THIN);
    if (formats[look])
        format_set_num_format(format, formats[look]);
    return format;
}

/* ---- cells ---- */

static void width_take(struct xlsxbook *book, int column, const char *text)
{
    const int width = text_width(text);

    if (column < book->width_room && width > book->widths[column])
        book->widths[column] = width < WIDTH_MOST ? width : WIDTH_MOST;
}

/* As a string, whatever it begins with: no spreadsheet runs it. */
static void text_put(struct xlsxbook *book, int column, const char *text, lxw_format *format)
{
    const char *safe = safe_line(&book->scratch, text ? text : "");

    if (strlen(safe) > TEXT_MOST) {
        size_t len = TEXT_MOST;
        while (len > 0 && ((unsigned char)safe[len] & 0xc0) == 0x80)
            len--;
        safe = arena_bytes(&book->arena, safe, len);
    }
    worksheet_write_string(book->sheet, book->at, (lxw_col_t)column, safe, format);
    width_take(book, column, safe);
}

static void number_put(struct xlsxbook *book, int column, int64_t number, int64_t scale,
                       lxw_format *format, const struct cell *cell)
{
    if (number > EXACT_MOST || number < -EXACT_MOST) {
        text_put(book, column, cell_plain(cell, &book->arena), NULL);
        return;
    }
    worksheet_write_number(book->sheet, book->at, (lxw_col_t)column, (double)number / (double)scale,
                           format);
    width_take(book, column, cell_show(cell, &notation_plain, &book->arena));
}

static int64_t scale_of(unsigned digits)
{
    int64_t scale = 1;

    while (digits-- > 0)
        scale *= 10;
    return scale;
}

static void cell_put(struct xlsxbook *book, int column, const struct cell *cell)
{
    switch (cell->kind) {
    case CELL_NONE:
    case CELL_BAR: break;
    case CELL_TEXT:
    case CELL_CODE: text_put(book, column, cell->text, NULL); break;
    case CELL_INT: number_put(book, column, cell->number, 1, NULL, cell); break;
    case CELL_FLAG:
        worksheet_write_boolean(book->sheet, book->at, (lxw_col_t)column, cell->number != 0, NULL);
        break;
    case CELL_MONEY:
        number_put(book, column, cell->money.minor, scale_of(cell->money.currency.digits),
                   look(book, LOOK_MONEY + cell->money.currency.digits), cell);
        break;
    case CELL_DATE:
        if (date_is(cell->date) && cell->date.day > -DAYS_BEFORE)
            number_put(book, column, (int64_t)cell->date.day + DAYS_BEFORE, 1,
                       look(book, LOOK_DATE), cell);
        else
            text_put(book, column, cell_plain(cell, &book->arena), NULL);
        break;
    case CELL_MOMENT:
        number_put(book, column, cell->number / MOMENT_SECOND + (int64_t)DAYS_BEFORE * 86400, 86400,
                   look(book, LOOK_MOMENT), cell);
        break;
    case CELL_PERCENT:
        number_put(book, column, cell->number, MICROS, look(book, LOOK_PERCENT), cell);
        break;
    case CELL_QUANTITY: number_put(book, column, cell->number, MICROS, NULL, cell); break;
    }
}

/* ---- the file ---- */

/* The library writes files by name only. */
static enum err place_make(struct xlsxbook *book)
{
    const char *folder = getenv("TMPDIR");
    const int n = snprintf(book->path, sizeof book->path, "%s/arledger.XXXXXX",
                           folder && *folder ? folder : "/tmp");
    const int fd = n > 0 && n < (int)sizeof book->path ? mkstemp(book->path) : -1;

    if (fd < 0) {
        book->path[0] = 0;
        return failed(book, ERR_CREATE, strerror(errno));
    }
    close(fd);
    return ERR_OK;
}

static void sheet_begin(struct xlsxbook *book, int columns)
{
    free(book->widths);
    book->width_room = columns;
    book->widths = mem_new((size_t)columns + 1, sizeof *book->widths);
}

static enum err book_begin(struct xlsxbook *book, const char *title, int columns)
{
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};

    TRY(place_make(book));
    book->workbook = workbook_new_opt(book->path, &options);
    if (!book->workbook)
        return failed(book, ERR_IO, "the library does not start");
    lxw_doc_properties properties = {.title = arena_text(&book->arena, title ? title : ""),
                                     .created = (time_t)(book->moment / MICROS)};
    workbook_set_properties(book->workbook, &properties);
    book->sheet = workbook_add_worksheet(book->workbook, NULL);
    sheet_begin(book, columns);
    return ERR_OK;
}

static enum err bytes_take(struct xlsxbook *book)
{
    char chunk[16384];
    ssize_t n;
    const int fd = open(book->path, O_RDONLY | O_CLOEXEC);

    if (fd < 0)
        return failed(book, ERR_IO, strerror(errno));
    while ((n = read(fd, chunk, sizeof chunk)) > 0)
        out_bytes(book->out, chunk, (size_t)n);
    close(fd);
    return n < 0 ? failed(book, ERR_IO, strerror(errno)) : book->out->code;
}

static enum err book_end(struct xlsxbook *book)
{
    if (!book->workbook)
        return book->out->code;
    for (int i = 0; i < book->width_room; i++)
        if (book->widths[i])
            worksheet_set_column(book->sheet, (lxw_col_t)i, (lxw_col_t)i, book->widths[i] + 2,
                                 NULL);
    const lxw_error error = workbook_close(book->workbook);
    book->workbook = NULL;
    return error ? failed(book, ERR_IO, lxw_strerror(error)) : bytes_take(book);
}

static struct xlsxbook *book_make(struct out *out, const struct writer_options *options)
{
    struct xlsxbook *book = mem_new(1, sizeof *book);

    book->out = out;
    book->moment = options->moment ? options->moment : (int64_t)time(NULL) * MICROS;
    buf_init(&book->scratch, SCRATCH_MOST);
    return book;
}

static void book_free(struct xlsxbook *book)
{
    if (book->workbook)
        (void)workbook_close(book->workbook);
    if (book->path[0])
        unlink(book->path);
    free(book->widths);
    buf_done(&book->scratch);
    arena_done(&book->arena);
    free(book);
}

/* ---- a table ---- */

static bool is_left_out(const struct column *column)
{
    return (column->flags & COLUMN_SCREEN) != 0 || column->kind == CELL_BAR;
}

static void heads_put(struct xlsxbook *book, const struct table_head *head)
{
    int at = 0;

    for (int i = 0; i < head->count; i++)
        if (!is_left_out(&head->columns[i]))
            text_put(book, at++,
                     head->columns[i].title ? head->columns[i].title : head->columns[i].name,
                     look(book, LOOK_HEAD));
    book->at++;
}

static enum err row_put(struct xlsxbook *book, const struct column *columns, int count,
                        const struct row *row)
{
    int at = 0;

    if (row->kind != ROW_DATA)
        return ERR_OK;
    if (book->at >= LXW_ROW_MAX)
        return failed(book, ERR_LIMIT, "a sheet has 1,048,576 rows; --format csv has no end");
    for (int i = 0; i < count; i++)
        if (!is_left_out(&columns[i]))
            cell_put(book, at++, &row->cells[i]);
    book->at++;
    arena_reset(&book->arena);
    return book->out->code;
}

void xlsxwrite_begin(void *self, struct out *out, const struct writer_options *options)
{
    struct xlsxwrite *writer = self;

    writer->book = book_make(out, options);
}

enum err xlsxwrite_head(void *self, const struct table_head *head)
{
    struct xlsxbook *book = ((struct xlsxwrite *)self)->book;
    struct column *columns = mem_new((size_t)head->count + 1, sizeof *columns);

    for (int i = 0; i < head->count; i++) {
        columns[i].kind = head->columns[i].kind;
        columns[i].flags = head->columns[i].flags;
    }
    book->columns = columns;
    book->count = head->count;
    TRY(book_begin(book, head->title, head->count));
    heads_put(book, head);
    worksheet_freeze_panes(book->sheet, 1, 0);
    return book->out->code;
}

enum err xlsxwrite_row(void *self, const struct row *row)
{
    struct xlsxbook *book = ((struct xlsxwrite *)self)->book;

    return row_put(book, book->columns, book->count, row);
}

enum err xlsxwrite_foot(void *self, const char *proof)
{
    (void)proof; /* a sentence is no record */
    return book_end(((struct xlsxwrite *)self)->book);
}

void xlsxwrite_end(void *self)
{
    struct xlsxwrite *writer = self;

    free((void *)(uintptr_t)writer->book->columns);
    book_free(writer->book);
}

/* ---- a page ---- */

static enum err table_put(struct xlsxbook *book, const struct table *table)
{
    if (table->head.title) {
        text_put(book, 0, table->head.title, look(book, LOOK_TITLE));
        book->at++;
    }
    heads_put(book, &table->head);
    for (size_t i = 0; i < table->count; i++)
        TRY(row_put(book, table->head.columns, table->head.count, &table->rows[i]));
    return ERR_OK;
}

static enum err block_put(struct xlsxbook *book, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_HEADING: text_put(book, 0, block->text, look(book, LOOK_TITLE)); break;
    case BLOCK_PAIR:
        text_put(book, 0, block->label, NULL);
        text_put(book, 1, block->text, NULL);
        break;
    case BLOCK_TEXT: text_put(book, 0, block->text, NULL); break;
    case BLOCK_TABLE: return table_put(book, block->table);
    case BLOCK_SPACE: break;
    default: return ERR_OK;
    }
    book->at++;
    return ERR_OK;
}

static int widest(const struct page *page)
{
    int columns = 2;

    for (const struct block *block = page->first; block; block = block->next)
        if (block->kind == BLOCK_TABLE && block->table->head.count > columns)
            columns = block->table->head.count;
    return columns;
}

enum err xlsxwrite_page(struct out *out, const struct page *page,
                        const struct writer_options *options)
{
    struct xlsxbook *book = book_make(out, options);

    enum err e = book_begin(book, page->title, widest(page));
    if (e == ERR_OK && page->title) {
        text_put(book, 0, page->title, look(book, LOOK_TITLE));
        book->at += 2;
    }
    for (const struct block *block = page->first; block && e == ERR_OK; block = block->next)
        e = block_put(book, block);
    if (e == ERR_OK)
        e = book_end(book);
    book_free(book);
    return e;
}
