/* pdfpage: the blocks of a page on sheets of paper; part of pdf. */
#include "out/pdf.h"

#include "base/qrcode.h"
#include "base/text.h"
#include "out/paper.h"
#include "out/pdfchart.h"
#include "out/pdftable.h"

#include <stdlib.h>
#include <string.h>

#define PAIR_GAP 12.0
#define CODE_SQUARE 1.5 /* points: a code of 41 squares is 22 mm wide */
#define CODE_VERSION 13
#define LABEL_SHARE 0.4 /* of the width, at most */

struct pdf {
    struct out *out;
    struct pdfink *ink;
    struct writer_options options;
    bool through; /* its sheets are numbered */
    int sheets;   /* so far */
};

/* One page on its way; its tables are measured once. */
struct pagewalk {
    struct pdfsheet sheet;
    struct pdftable *tables;
    struct pdfrows_kept *rows;
    int table_count;
    int at;        /* of the tables, in a walk */
    int bookmark;  /* of the page itself; 0 = not drawing */
    bool headings; /* marked too: there are several */
    const struct notation *notation;
};

static const struct ink_style text_style = {.size = 10}, label_style = {.size = 10, .faint = true},
                              heading_styles[] = {{.size = 12, .bold = true},
                                                  {.size = 10.5, .bold = true}};

static void lines_put(struct pdfsheet *sheet, const struct ink_style *style, double x, double width,
                      const char *text)
{
    if (sheet->drawing)
        pdfink_lines(sheet->ink, style, x, sheet->y, width, text);
}

/* A paragraph; each of its lines may begin a sheet, since letters can be long. */
static void text_put(struct pdfsheet *sheet, const char *text)
{
    const double across = pdfsheet_across(sheet);

    for (;;) {
        const size_t len = strcspn(text, "\n");
        char *line = mem_new(len + 1, 1);
        memcpy(line, text, len);
        const double height = pdfink_height(sheet->ink, &text_style, line, across);
        pdfsheet_room(sheet, height);
        lines_put(sheet, &text_style, PDFSHEET_MARGIN, across, line);
        sheet->y += height;
        free(line);
        if (!text[len])
            break;
        text += len + 1;
    }
    sheet->y += 3;
}

static void heading_put(struct pagewalk *walk, const struct block *block)
{
    struct pdfsheet *sheet = &walk->sheet;
    const struct ink_style *style = &heading_styles[block->level > 1];
    const double across = pdfsheet_across(sheet);
    const double height = pdfink_height(sheet->ink, style, block->text, across);

    sheet->y += 6;
    pdfsheet_room(sheet, height + 4 * pdfink_line(sheet->ink, &text_style));
    lines_put(sheet, style, PDFSHEET_MARGIN, across, block->text);
    if (sheet->drawing && walk->headings)
        pdfink_bookmark(sheet->ink, walk->bookmark, block->text);
    sheet->y += height + 3;
}

/* A run of pairs: labels and figures stand in columns of their own. */
struct pairs {
    double labels, figures; /* widths; 0 = no figures */
};

static const char *figure_of(struct arena *arena, const struct block *block)
{
    return arena_bytes(arena, block->text, block->figure_len);
}

static struct pairs pairs_measure(const struct pdfsheet *sheet, const struct block *block,
                                  struct arena *arena)
{
    const double most = pdfsheet_across(sheet) * LABEL_SHARE;
    struct pairs pairs = {0, 0};

    for (; block && block->kind == BLOCK_PAIR; block = block->next) {
        const double label = pdfink_width(sheet->ink, &label_style, block->label);
        const double figure = pdfink_width(sheet->ink, &text_style, figure_of(arena, block));
        pairs.labels = label > pairs.labels ? label : pairs.labels;
        pairs.figures = figure > pairs.figures ? figure : pairs.figures;
    }
    pairs.labels = pairs.labels < most ? pairs.labels : most;
    return pairs;
}

/* One pair: the label, the figure if it has one, and text beside them, in lines. */
static void pair_put(struct pdfsheet *sheet, const struct block *block, const struct pairs *pairs,
                     struct arena *arena)
{
    const char *text = block->text + block->figure_len;
    double x = PDFSHEET_MARGIN + pairs->labels + PAIR_GAP;

    const double figures = block->figure_len ? pairs->figures + 1 : 0;
    const double width = PDFSHEET_MARGIN + pdfsheet_across(sheet) - x - figures;
    double height = pdfink_height(sheet->ink, &text_style, text, width);
    const double label = pdfink_height(sheet->ink, &label_style, block->label, pairs->labels + 1);
    height = label > height ? label : height;
    pdfsheet_room(sheet, height);
    lines_put(sheet, &label_style, PDFSHEET_MARGIN, pairs->labels + 1, block->label);
    if (sheet->drawing && block->figure_len)
        pdfink_text(sheet->ink, &text_style, x, sheet->y, pairs->figures, INK_RIGHT,
                    figure_of(arena, block));
    lines_put(sheet, &text_style, x + figures, width, text);
    sheet->y += height + 1;
}

/* One run; its last block is returned. */
static const struct block *pairs_put(struct pdfsheet *sheet, const struct block *block)
{
    struct arena arena = {0};
    const struct pairs pairs = pairs_measure(sheet, block, &arena);

    for (;; block = block->next) {
        pair_put(sheet, block, &pairs, &arena);
        if (!block->next || block->next->kind != BLOCK_PAIR)
            break;
    }
    arena_done(&arena);
    return block;
}

static enum err table_put(struct pagewalk *walk, bool titled)
{
    struct pdfsheet *sheet = &walk->sheet;

    sheet->y += 4;
    TRY(pdftable_put(&walk->tables[walk->at++], sheet, titled));
    sheet->y += 6;
    return ERR_OK;
}

/* Runs of dark squares, each a hair higher than it is, so that no light shows between two rows. */
static void code_draw(struct pdfsheet *sheet, const struct qrcode *code)
{
    for (int y = 0; y < code->size; y++)
        for (int x = 0, run; x < code->size; x += run + 1) {
            for (run = 0; qrcode_dark(code, x + run, y); run++)
                ;
            if (run)
                pdfink_area(sheet->ink, PDFSHEET_MARGIN + x * CODE_SQUARE,
                            sheet->y + y * CODE_SQUARE, run * CODE_SQUARE, CODE_SQUARE + 0.02, 0);
        }
}

/* Squares of half a millimetre, the words beside them. */
static void code_put(struct pdfsheet *sheet, const struct block *block)
{
    struct arena arena = {0};
    struct note note = {0};
    struct qrcode code;

    if (qrcode_make(block->text, CODE_VERSION, &arena, &code, &note) == ERR_OK) {
        const double side = code.size * CODE_SQUARE;
        pdfsheet_room(sheet, side + 12);
        sheet->y += 6;
        if (sheet->drawing)
            code_draw(sheet, &code);
        lines_put(sheet, &label_style, PDFSHEET_MARGIN + side + PAIR_GAP,
                  pdfsheet_across(sheet) - side - PAIR_GAP, block->label);
        sheet->y += side + 6;
    }
    arena_done(&arena);
}

static enum err blocks_put(struct pagewalk *walk, const struct page *page)
{
    struct pdfsheet *sheet = &walk->sheet;

    walk->at = 0;
    for (const struct block *block = page->first; block; block = block->next)
        switch (block->kind) {
        case BLOCK_HEADING: heading_put(walk, block); break;
        case BLOCK_PAIR: block = pairs_put(sheet, block); break;
        case BLOCK_TEXT: text_put(sheet, block->text); break;
        case BLOCK_TABLE: TRY(table_put(walk, page_titles(page, block->table))); break;
        case BLOCK_CHART: pdfchart_put(sheet, block->chart, walk->notation); break;
        case BLOCK_RULE:
            pdfsheet_room(sheet, 8);
            if (sheet->drawing)
                pdfink_rule(sheet->ink, PDFSHEET_MARGIN, sheet->y + 4, pdfsheet_across(sheet),
                            true);
            sheet->y += 8;
            break;
        case BLOCK_SPACE: sheet->y += 8; break;
        case BLOCK_BREAK:
            sheet->begins_letter = true;
            pdfsheet_break(sheet);
            break;
        case BLOCK_CODE: code_put(sheet, block); break;
        }
    return ERR_OK;
}

/* ---- a page ---- */

static enum err tables_measure(struct pagewalk *walk, const struct page *page)
{
    int count = 0, headings = 0;

    for (const struct block *block = page->first; block; block = block->next) {
        count += block->kind == BLOCK_TABLE;
        headings += block->kind == BLOCK_HEADING;
    }
    walk->headings = headings > 1;
    walk->tables = mem_new((size_t)count + 1, sizeof *walk->tables);
    walk->rows = mem_new((size_t)count + 1, sizeof *walk->rows);
    for (const struct block *block = page->first; block; block = block->next) {
        if (block->kind != BLOCK_TABLE)
            continue;
        const struct pdfrows rows = pdfrows_of(&walk->rows[walk->table_count], block->table);
        struct pdftable *table = &walk->tables[walk->table_count++];
        TRY(pdftable_init(table, walk->sheet.ink, &block->table->head, &rows,
                          block_notation(page, block, walk->notation),
                          pdfsheet_across(&walk->sheet)));
        table->words = block_words(page, block);
        table->proof = block->table->proof;
    }
    return ERR_OK;
}

static enum err page_walk(struct pagewalk *walk, const struct page *page, bool drawing)
{
    pdfsheet_start(&walk->sheet, drawing);
    if (drawing)
        walk->bookmark = pdfink_bookmark(walk->sheet.ink, 0, page->title ? page->title : "");
    TRY(blocks_put(walk, page));
    pdfsheet_finish(&walk->sheet);
    return ERR_OK;
}

static enum err page_put(struct pagewalk *walk, const struct page *page)
{
    TRY(tables_measure(walk, page));
    TRY(page_walk(walk, page, false));
    return page_walk(walk, page, true);
}

/* What was sent once looks as it did then. */
static struct writer_options options_of(const struct pdf *pdf, const struct page *page)
{
    struct writer_options options = pdf->options;

    if (page->sheet.moment || page->sheet.foot)
        options.foot = page->sheet.foot;
    if (page->sheet.moment)
        options.letter = page->sheet.letter;
    return options;
}

void pdf_through(struct pdf *pdf)
{
    pdf->through = true;
}

enum err pdf_add(struct pdf *pdf, const struct page *page)
{
    const struct writer_options options = options_of(pdf, page);
    const struct block *first = page->first;
    /* a page that is nothing but a wide table lies across, as the table alone would */
    const bool across = first && !first->next && first->kind == BLOCK_TABLE &&
                        table_is_across(&first->table->head);
    struct pagewalk walk = {.notation = page_notation(page, &pdf->options.notation),
                            .sheet = {.ink = pdf->ink,
                                      .title = page->title,
                                      .subtitle = page->subtitle,
                                      .words = &page->words,
                                      .logo = page->logo && page->logo->bytes ? page->logo : NULL,
                                      .through = pdf->through,
                                      .before = pdf->sheets,
                                      .foot = options.foot}};

    paper_size(&options, across, &walk.sheet.width, &walk.sheet.height);
    const enum err e = page_put(&walk, page);
    pdf->sheets += walk.sheet.number;
    for (int i = 0; i < walk.table_count; i++)
        pdftable_done(&walk.tables[i]);
    free(walk.tables);
    free(walk.rows);
    return e != ERR_OK ? e : pdf->out->code;
}

/* ---- a file ---- */

enum err pdf_picture_check(const struct picture *picture, struct note *note)
{
    return pdfink_picture_check(picture, note);
}

enum err pdf_open(struct pdf **out, struct out *bytes, const char *title,
                  const struct writer_options *options)
{
    struct pdf *pdf = mem_new(1, sizeof *pdf);

    pdf->out = bytes;
    pdf->options = *options;
    if (pdf->options.notation.decimal == 0)
        pdf->options.notation = notation_plain;
    *out = pdf;
    return pdfink_open(&pdf->ink, bytes, title, options->moment);
}

enum err pdf_close(struct pdf *pdf)
{
    const enum err e = pdfink_close(pdf->ink);

    free(pdf);
    return e;
}
