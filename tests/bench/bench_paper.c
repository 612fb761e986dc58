/* bench_paper: statements drawn into one PDF and into a file each, beside cairo and pango that draw
 * the same texts with nothing else: no measuring, no tables, no page numbers.
 *
 * STATEMENTS (500; 10,000 when asked) of ROWS rows each. The memory of the one PDF is looked at
 * after a tenth of them and at the end: it may grow by what cairo keeps of each sheet, and no more.
 */
#include "bench/measure.h"
#include "out/pdf.h"

#include <cairo-pdf.h>
#include <fcntl.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ROWS 20
#define TURNS 3
#define LIMIT 4.0        /* times the bare drawing */
#define KIB_A_SHEET 12.0 /* what may be held of a sheet that is drawn */

static const struct column columns[] = {
    {.name = "date", .title = "Date", .kind = CELL_DATE},
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "kind", .title = "Kind", .kind = CELL_TEXT},
    {.name = "due", .title = "Due", .kind = CELL_DATE},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
};
#define COLUMNS ((int)(sizeof columns / sizeof *columns))

static void statement_make(struct page *page, int number)
{
    const struct table_head head = {NULL, NULL, columns, COLUMNS};
    struct currency eur = {"EUR", 2};

    page_init(page, "Harbour & Finch: statement", "ACME, 2026-11-22");
    page_text(page, "Acme Holdings Ltd\n12 Long Wharf\nBoston");
    page_pair(page, "Account", "ACME");
    page_pair(page, "Statement", arena_format(&page->arena, "ST-%d", number));
    struct sink sink = table_sink(page_table(page));
    (void)sink.head(sink.self, &head);
    for (int i = 0; i < ROWS; i++) {
        const struct cell cells[] = {cell_date((struct date){20000 + i}),
                                     cell_code(arena_format(&page->arena, "INV-%d", number + i)),
                                     cell_text("invoice"), cell_date((struct date){20030 + i}),
                                     cell_money(money_of(number * 7 + i * 1301, eur))};
        (void)sink_row(&sink, i + 1, ' ', cells);
    }
    (void)sink.foot(sink.self, "Balance 1,234.50 EUR");
}

static double memory_kib(void)
{
    long pages = 0, resident = 0;
    FILE *f = fopen("/proc/self/statm", "r");

    if (f && fscanf(f, "%ld %ld", &pages, &resident) != 2)
        resident = 0;
    if (f)
        fclose(f);
    return (double)resident * (double)sysconf(_SC_PAGESIZE) / 1024;
}

/* All into one; how many KiB a sheet the memory grew by after the first tenth. */
static double one_pdf(int count, double *grown)
{
    const struct writer_options options = {.foot = "Harbour & Finch", .moment = 1};
    const double start = measure_cpu();
    const int fd = open("/dev/null", O_WRONLY);
    struct note note = {0};
    struct out out;
    struct pdf *pdf;
    double early = 0;

    if (out_open_fd(&out, fd, false, &note) || pdf_open(&pdf, &out, "Statements", &options))
        exit(1);
    for (int i = 0; i < count; i++) {
        struct page page;
        statement_make(&page, i);
        if (pdf_add(pdf, &page))
            exit(1);
        page_done(&page);
        if (i == count / 10)
            early = memory_kib();
    }
    *grown = (memory_kib() - early) / (count - count / 10);
    if (pdf_close(pdf) || out_close(&out))
        exit(1);
    close(fd);
    return measure_cpu() - start;
}

static double many_pdfs(int count)
{
    const struct writer_options options = {.foot = "Harbour & Finch", .moment = 1};
    const double start = measure_cpu();
    const int fd = open("/dev/null", O_WRONLY);
    struct note note = {0};

    for (int i = 0; i < count; i++) {
        struct page page;
        struct out out;
        statement_make(&page, i);
        if (out_open_fd(&out, fd, false, &note) ||
            writer_page(writer_find("pdf"), &out, &page, &options) || out_close(&out))
            exit(1);
        page_done(&page);
    }
    close(fd);
    return measure_cpu() - start;
}

/* ---- the bare work ---- */

static cairo_status_t bytes_drop(void *self, const unsigned char *bytes, unsigned len)
{
    (void)self, (void)bytes, (void)len;
    return CAIRO_STATUS_SUCCESS;
}

static void text_show(cairo_t *cairo, PangoLayout *layout, double x, double y, const char *text)
{
    pango_layout_set_text(layout, text, -1);
    cairo_move_to(cairo, x, y);
    pango_cairo_show_layout(cairo, layout);
}

/* The same texts in a grid. */
static void sheet_bare(cairo_t *cairo, PangoLayout *layout, int number)
{
    struct arena arena = {0};
    struct page page;
    double y = 60;

    statement_make(&page, number);
    text_show(cairo, layout, 40, 40, page.title);
    for (const struct block *block = page.first; block; block = block->next) {
        if (block->kind == BLOCK_TABLE) {
            for (int c = 0; c < COLUMNS; c++)
                text_show(cairo, layout, 40 + 90 * c, y, columns[c].title);
            for (size_t i = 0; i < block->table->count; i++, y += 14)
                for (int c = 0; c < COLUMNS; c++)
                    text_show(cairo, layout, 40 + 90 * c, y + 14,
                              cell_show(&block->table->rows[i].cells[c], &notation_plain, &arena));
            continue;
        }
        if (block->label)
            text_show(cairo, layout, 40, y, block->label);
        text_show(cairo, layout, 120, y, block->text);
        y += 40;
    }
    text_show(cairo, layout, 40, 800, "Harbour & Finch");
    text_show(cairo, layout, 500, 800, "Page 1 of 1");
    page_done(&page);
    arena_done(&arena);
}

static double bare(int count, bool each)
{
    const double start = measure_cpu();

    for (int done = 0; done < count;) {
        cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(bytes_drop, NULL, 595, 842);
        cairo_t *cairo = cairo_create(surface);
        PangoLayout *layout = pango_cairo_create_layout(cairo);
        PangoFontDescription *font = pango_font_description_from_string("Sans 8");
        pango_layout_set_font_description(layout, font);
        do {
            sheet_bare(cairo, layout, done);
            cairo_show_page(cairo);
            done++;
        } while (!each && done < count);
        pango_font_description_free(font);
        g_object_unref(layout);
        cairo_destroy(cairo);
        cairo_surface_finish(surface);
        cairo_surface_destroy(surface);
    }
    return measure_cpu() - start;
}

int main(void)
{
    const char *wanted = getenv("STATEMENTS");
    const int count = wanted ? (int)strtol(wanted, NULL, 10) : 500,
              files = count < 500 ? count : 500;
    double ours[TURNS], theirs[TURNS], ours_each[TURNS], theirs_each[TURNS], grown = 0;
    bool kept = true;

    (void)bare(20, false); /* fonts are looked for once */
    for (int i = 0; i < TURNS; i++) {
        ours[i] = one_pdf(count, &grown);
        theirs[i] = bare(count, false);
        ours_each[i] = many_pdfs(files);
        theirs_each[i] = bare(files, true);
    }
    const double one = measure_median(ours, TURNS), each = measure_median(ours_each, TURNS);
    kept &= measure_ratio("statements into one PDF", one, "cairo and pango",
                          measure_median(theirs, TURNS), LIMIT);
    kept &= measure_ratio("statements into a PDF each", each, "cairo and pango",
                          measure_median(theirs_each, TURNS), LIMIT);
    measure_figure("statements into one PDF", count / one, "pages a second", 0);
    measure_figure("statements into a PDF each", files / each, "pages a second", 0);
    kept &= measure_figure("memory kept of a sheet", grown, "KiB", KIB_A_SHEET);
    return kept ? 0 : 1;
}
