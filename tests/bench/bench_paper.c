/* bench_paper: statements drawn into one PDF and into a file each, beside cairo and pango that draw
 * the same texts with nothing else: no measuring, no tables, no page numbers.
 *
 * STATEMENTS (10,000) of ROWS rows each. The memory is looked at after a tenth of them and at the
 * end: of one PDF it may grow by what cairo keeps of each sheet, of many files by nothing.
 */
#include "bench/measure.h"
#include "bench/work.h"
#include "out/pdf.h"

#include <cairo-pdf.h>
#include <dirent.h>
#include <fcntl.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define ROWS 20
#define TURNS 3
#define LIMIT 4.0       /* times the bare drawing */
#define KIB_A_SHEET 1.0 /* what may be held of a sheet that is drawn */
#define KIB_A_FILE 0.1  /* and of a file that is written */

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

/* Statements `first` up to `end` into a file each; how many KiB a file the memory grew by. */
static double many_pdfs(const char *folder, int first, int end, double *grown)
{
    const struct writer_options options = {.foot = "Harbour & Finch", .moment = 1};
    const double start = measure_cpu();
    const int early = first + (end - first) / 10;
    struct note note = {0};
    double before = 0;

    for (int i = first; i < end; i++) {
        char path[WORK_PATH + 32];
        struct page page;
        struct out out;
        if (i == early)
            before = memory_kib();
        statement_make(&page, i);
        snprintf(path, sizeof path, "%s/ST-%d.pdf", folder, i);
        if (out_open_path(&out, path, true, &note) ||
            writer_page(writer_find("pdf"), &out, &page, &options) || out_close(&out))
            exit(1);
        page_done(&page);
    }
    *grown = (memory_kib() - before) / (end - early);
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

/* Into one PDF that nobody keeps, or (with a folder) into a file each. */
static double bare(const char *folder, int first, int end)
{
    const double start = measure_cpu();

    for (int done = first; done < end;) {
        char path[WORK_PATH + 32];
        snprintf(path, sizeof path, "%s/bare-%d.pdf", folder ? folder : "", done);
        cairo_surface_t *surface =
            folder ? cairo_pdf_surface_create(path, 595, 842)
                   : cairo_pdf_surface_create_for_stream(bytes_drop, NULL, 595, 842);
        cairo_t *cairo = cairo_create(surface);
        PangoLayout *layout = pango_cairo_create_layout(cairo);
        PangoFontDescription *font = pango_font_description_from_string("Sans 8");
        pango_layout_set_font_description(layout, font);
        do {
            sheet_bare(cairo, layout, done);
            cairo_show_page(cairo);
            done++;
        } while (!folder && done < end);
        pango_font_description_free(font);
        g_object_unref(layout);
        cairo_destroy(cairo);
        cairo_surface_finish(surface);
        cairo_surface_destroy(surface);
    }
    return measure_cpu() - start;
}

/* The files of a run are one thing: the folder goes with them. */
static void folder_drop(const char *folder)
{
    DIR *open = opendir(folder);

    for (struct dirent *entry; open && (entry = readdir(open));)
        unlinkat(dirfd(open), entry->d_name, 0);
    if (open)
        closedir(open);
    rmdir(folder);
}

int main(void)
{
    const char *wanted = getenv("STATEMENTS"), *work = getenv("WORK");
    const int count = wanted ? (int)strtol(wanted, NULL, 10) : 10000;
    double ours[TURNS], theirs[TURNS], ours_each[TURNS], theirs_each[TURNS];
    double sheet = 0, file = 0;
    char folder[WORK_PATH];
    bool kept = true;

    snprintf(folder, sizeof folder, "%.4000s/statements", work ? work : ".");
    folder_drop(folder);
    mkdir(folder, 0700);
    (void)bare(NULL, 0, 20); /* fonts are looked for once */
    for (int i = 0; i < TURNS; i++) {
        const int first = count * i / TURNS, end = count * (i + 1) / TURNS;
        double grown = 0;
        ours[i] = one_pdf(count, &sheet);
        theirs[i] = bare(NULL, 0, count);
        ours_each[i] = many_pdfs(folder, first, end, &grown) / (end - first);
        theirs_each[i] = bare(folder, first, end) / (end - first);
        file = grown > file ? grown : file;
    }
    folder_drop(folder);
    const double one = measure_median(ours, TURNS), each = measure_median(ours_each, TURNS);
    const double bare_one = measure_median(theirs, TURNS);
    const double bare_each = measure_median(theirs_each, TURNS);
    kept &= measure_ratio("statements into one PDF", one, "cairo and pango", bare_one, LIMIT);
    kept &= measure_ratio("statements into a PDF each", each * count, "cairo and pango",
                          bare_each * count, LIMIT);
    measure_figure("statements into one PDF", count / one, "pages a second", 0);
    measure_figure("cairo and pango into one PDF", count / bare_one, "pages a second", 0);
    measure_figure("statements into a PDF each", 1 / each, "pages a second", 0);
    measure_figure("cairo and pango into a PDF each", 1 / bare_each, "pages a second", 0);
    kept &= measure_figure("memory kept of a sheet", sheet, "KiB", KIB_A_SHEET);
    kept &= measure_figure("memory kept of a file", file, "KiB", KIB_A_FILE);
    return kept ? 0 : 1;
}
