#include "out/pdfwrite.h"

#include "base/spool.h"
#include "out/paper.h"
#include "out/pdftable.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BLOCK_BYTES ((size_t)1 << 16)
#define ROW_BYTES_MAX ((size_t)1 << 24)

void pdfwrite_begin(void *self, struct out *out, const struct writer_options *options)
{
    struct pdfwrite *pdf = self;

    pdf->out = out;
    pdf->options = *options;
    if (pdf->options.notation.decimal == 0)
        pdf->options.notation = notation_plain;
    pdf->spool = -1;
    buf_init(&pdf->block, ROW_BYTES_MAX);
}

void pdfwrite_end(void *self)
{
    struct pdfwrite *pdf = self;

    if (pdf->spool >= 0)
        close(pdf->spool);
    buf_done(&pdf->block);
    arena_done(&pdf->arena);
    arena_done(&pdf->row_arena);
}

static const char *copy_or_null(struct arena *arena, const char *text)
{
    return text ? arena_text(arena, text) : NULL;
}

enum err pdfwrite_head(void *self, const struct table_head *head)
{
    struct pdfwrite *pdf = self;
    const size_t count = (size_t)head->count + 1;
    struct column *columns = arena_new(&pdf->arena, count * sizeof *columns);

    for (int i = 0; i < head->count; i++) {
        columns[i] = head->columns[i];
        columns[i].name = copy_or_null(&pdf->arena, head->columns[i].name);
        columns[i].title = copy_or_null(&pdf->arena, head->columns[i].title);
    }
    pdf->head = (struct table_head){copy_or_null(&pdf->arena, head->title),
                                    copy_or_null(&pdf->arena, head->subtitle), columns,
                                    head->count};
    pdf->cells = arena_new(&pdf->arena, count * sizeof *pdf->cells);
    const enum err e = spool_open(pdf->out->note, &pdf->spool);
    if (e != ERR_OK)
        out_fail(pdf->out, e);
    return e;
}

/* ---- rows as bytes ---- */

static void block_add(struct pdfwrite *pdf, const void *bytes, size_t len)
{
    buf_add(&pdf->block, bytes, len);
}

static bool is_text(enum cell_kind kind)
{
    return kind == CELL_TEXT || kind == CELL_CODE || kind == CELL_BAR;
}

/* A value member by member: what lies between the members of a struct is nobody's to write. */
static void value_add(struct pdfwrite *pdf, const struct cell *cell)
{
    const bool money = cell->kind == CELL_MONEY;
    const int64_t number = cell->kind == CELL_NONE   ? 0
                           : money                   ? cell->money.minor
                           : cell->kind == CELL_DATE ? cell->date.day
                                                     : cell->number;

    block_add(pdf, &number, sizeof number);
    if (money) {
        block_add(pdf, cell->money.currency.code, sizeof cell->money.currency.code);
        block_add(pdf, &cell->money.currency.digits, sizeof cell->money.currency.digits);
    }
}

static void cell_add(struct pdfwrite *pdf, const struct cell *cell)
{
    const char kind = (char)cell->kind;

    block_add(pdf, &kind, 1);
    if (!is_text(cell->kind)) {
        value_add(pdf, cell);
        return;
    }
    const uint32_t len = cell->text ? (uint32_t)strlen(cell->text) : 0;
    block_add(pdf, &len, sizeof len);
    block_add(pdf, cell->text, len);
}

static enum err block_flush(struct pdfwrite *pdf)
{
    if (pdf->block.full)
        return fail(pdf->out->note, ERR_LIMIT, "a row is too long for a sheet of paper");
    TRY(spool_write(pdf->spool, pdf->block.data, pdf->block.len, "the rows of a PDF",
                    pdf->out->note));
    pdf->length += (int64_t)pdf->block.len;
    buf_reset(&pdf->block);
    return ERR_OK;
}

enum err pdfwrite_row(void *self, const struct row *row)
{
    struct pdfwrite *pdf = self;
    const char head[2] = {(char)row->kind, row->mark};
    enum err e = ERR_OK;

    block_add(pdf, head, sizeof head);
    for (int i = 0; i < pdf->head.count; i++)
        cell_add(pdf, &row->cells[i]);
    if (pdf->block.len >= BLOCK_BYTES)
        e = block_flush(pdf);
    if (e != ERR_OK)
        out_fail(pdf->out, e);
    return e;
}

static enum err spool_rewind(void *self)
{
    struct pdfwrite *pdf = self;

    pdf->place = 0;
    pdf->at = 0;
    buf_reset(&pdf->block);
    return ERR_OK;
}

/* The next bytes of the spool; they live until the next row. */
static enum err block_take(struct pdfwrite *pdf, void *to, size_t len)
{
    char chunk[4096];

    while (pdf->block.len - pdf->at < len) {
        if (pdf->at >= BLOCK_BYTES) { /* what was read is no longer needed */
            const size_t rest = pdf->block.len - pdf->at;
            memmove(pdf->block.data, pdf->block.data + pdf->at, rest);
            pdf->block.len = rest;
            pdf->at = 0;
        }
        const int64_t left = pdf->length - pdf->place;
        const size_t part = left < (int64_t)sizeof chunk ? (size_t)left : sizeof chunk;
        must(part > 0);
        TRY(spool_read(pdf->spool, pdf->place, chunk, part, pdf->out->note));
        buf_add(&pdf->block, chunk, part);
        pdf->place += (int64_t)part;
    }
    memcpy(to, pdf->block.data + pdf->at, len);
    pdf->at += len;
    return ERR_OK;
}

static enum err value_take(struct pdfwrite *pdf, struct cell *cell)
{
    int64_t number = 0;

    TRY(block_take(pdf, &number, sizeof number));
    if (cell->kind == CELL_DATE)
        cell->date = (struct date){(int32_t)number};
    else
        cell->number = number;
    if (cell->kind != CELL_MONEY)
        return ERR_OK;
    cell->money = (struct money){.minor = number};
    TRY(block_take(pdf, cell->money.currency.code, sizeof cell->money.currency.code));
    return block_take(pdf, &cell->money.currency.digits, sizeof cell->money.currency.digits);
}

static enum err cell_take(struct pdfwrite *pdf, struct cell *cell)
{
    uint32_t len = 0;
    char kind = 0;

    TRY(block_take(pdf, &kind, 1));
    if (!is_text((enum cell_kind)kind)) {
        *cell = (struct cell){.kind = (enum cell_kind)kind};
        return value_take(pdf, cell);
    }
    TRY(block_take(pdf, &len, sizeof len));
    char *text = arena_new(&pdf->row_arena, (size_t)len + 1);
    TRY(block_take(pdf, text, len));
    *cell = (struct cell){.kind = (enum cell_kind)kind, .text = text};
    return ERR_OK;
}

static enum err spool_next(void *self, struct row *row, bool *there)
{
    struct pdfwrite *pdf = self;
    char head[2];

    arena_reset(&pdf->row_arena);
    *there = pdf->place < pdf->length || pdf->at < pdf->block.len;
    if (!*there)
        return ERR_OK;
    TRY(block_take(pdf, head, sizeof head));
    for (int i = 0; i < pdf->head.count; i++)
        TRY(cell_take(pdf, &pdf->cells[i]));
    *row = (struct row){.kind = (enum row_kind)head[0], .mark = head[1], .cells = pdf->cells};
    return ERR_OK;
}

/* ---- the file ---- */

static enum err table_draw(struct pdfwrite *pdf, struct pdfink *ink, const char *proof)
{
    const struct pdfrows rows = {spool_rewind, spool_next, pdf};
    struct pdfsheet sheet = {.words = &page_words_english,
                             .ink = ink,
                             .title = pdf->head.title,
                             .subtitle = pdf->head.subtitle,
                             .foot = pdf->options.foot};
    struct pdftable table;

    paper_size(&pdf->options, table_is_across(&pdf->head), &sheet.width, &sheet.height);
    enum err e = pdftable_init(&table, ink, &pdf->head, &rows, &pdf->options.notation,
                               pdfsheet_across(&sheet));
    table.proof = proof;
    for (int drawing = 0; drawing < 2 && e == ERR_OK; drawing++) {
        pdfsheet_start(&sheet, drawing);
        e = pdftable_put(&table, &sheet, false);
        pdfsheet_finish(&sheet);
    }
    pdftable_done(&table);
    return e;
}

enum err pdfwrite_foot(void *self, const char *proof)
{
    struct pdfwrite *pdf = self;
    struct pdfink *ink;
    enum err e = block_flush(pdf);

    if (e == ERR_OK) {
        e = pdfink_open(&ink, pdf->out, pdf->head.title, pdf->options.moment);
        if (e == ERR_OK)
            e = table_draw(pdf, ink, proof);
        const enum err closed = pdfink_close(ink);
        e = e != ERR_OK ? e : closed;
    }
    if (e != ERR_OK)
        out_fail(pdf->out, e);
    return e;
}

enum err pdfwrite_page(struct out *out, const struct page *page,
                       const struct writer_options *options)
{
    struct writer_options own = *options;
    struct pdf *pdf;

    if (page->sheet.moment)
        own.moment = page->sheet.moment;
    enum err e = pdf_open(&pdf, out, page->title, &own);

    if (e == ERR_OK)
        e = pdf_add(pdf, page);
    const enum err closed = pdf_close(pdf);
    return e != ERR_OK ? e : closed;
}
