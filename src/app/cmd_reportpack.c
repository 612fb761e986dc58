/* The collection report pack: one PDF with charts, and beside it the same tables as CSV. */
#include "app/commands.h"
#include "app/say.h"
#include "app/sheets.h"
#include "base/bycurrency.h"
#include "out/pdf.h"
#include "report/biggest.h"
#include "report/reports.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct arg pack_args[] = {
    {.name = "folder",
     .kind = ARG_FILE,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "where the files go; made when it is not there"},
    {.name = "as-of", .kind = ARG_DATE, .help = "the day, usually a month's end; today, else"},
    {.name = "months", .kind = ARG_INT, .otherwise = "12", .help = "that the charts look back"},
    {.name = "rows",
     .kind = ARG_INT,
     .otherwise = "100",
     .help = "of a table in the PDF, the biggest; the others are one line, and whole in the CSV"},
    {0},
};

/* A part of the pack is a report as it stands, told how to be gathered. */
struct part {
    const char *file, *report;
    enum aging_by by;
    int most; /* rows, 0 = all */
};
static const struct part parts[] = {
    {"numbers", "metrics", AGING_CUSTOMER, 0},
    {"aging-over-time", "trend", AGING_CUSTOMER, 0},
    {"dso", "dso", AGING_CUSTOMER, 0},
    {"billed-and-collected", "collected", AGING_CUSTOMER, 0},
    {"forecast", "forecast", AGING_CUSTOMER, 0},
    {"aging-by-collector", "aging", AGING_COLLECTOR, 0},
    {"biggest-debtors", "debtors", AGING_CUSTOMER, 25},
    {"changes", "changes", AGING_CUSTOMER, 0},
    {"promises", "promises", AGING_CUSTOMER, 0},
    {"disputes", "disputes", AGING_CUSTOMER, 0},
    {"team", "team", AGING_CUSTOMER, 0},
    {"root-causes", "causes", AGING_CUSTOMER, 0},
    {"write-offs", "write-offs", AGING_CUSTOMER, 0},
    {"unapplied", "unapplied", AGING_CUSTOMER, 0},
    {"aging-by-customer", "aging", AGING_CUSTOMER, 0},
};
enum { PARTS = sizeof parts / sizeof parts[0], FILES_MOST = PARTS * 8 };

struct pack {
    struct act *act;
    struct report_options options;
    const char *folder;
    size_t rows; /* of a table on paper */
    struct writer_options writer;
    const char *made[FILES_MOST]; /* that were not there before */
    int made_count, files;
    struct sink *sink; /* what was written, a row a file */
};

static const struct column columns[] = {
    {.name = "file", .title = "File", .kind = CELL_TEXT},
    {.name = "what", .title = "What is in it", .kind = CELL_TEXT},
    {.name = "rows", .title = "Rows", .kind = CELL_INT},
};

static const char *path_of(const struct pack *pack, const char *file)
{
    return arena_format(pack->act->arena, "%s/%s.csv", pack->folder, file);
}

static const char *pdf_path(const struct pack *pack)
{
    char day[DATE_TEXT];

    return arena_format(pack->act->arena, "%s/collection-%s.pdf", pack->folder,
                        date_iso(pack->options.aging.as_of, day));
}

/* ---- before anything is written ------------------------------------------------------------- */

static bool is_there(const char *path)
{
    struct stat stat;

    return lstat(path, &stat) == 0;
}

static enum err file_judge(const struct pack *pack, const char *path)
{
    if (pack->act->session->force || !is_there(path))
        return ERR_OK;
    return fail(pack->act->note, ERR_CREATE,
                "%s is there already; say another --folder, or --force to replace what is in it",
                path);
}

static enum err folder_judge(const struct pack *pack)
{
    struct stat stat;

    if (lstat(pack->folder, &stat) == 0 && !S_ISDIR(stat.st_mode))
        return fail(pack->act->note, ERR_CREATE, "%s is no folder", pack->folder);
    TRY(file_judge(pack, pdf_path(pack)));
    for (int i = 0; i < PARTS; i++)
        TRY(file_judge(pack, path_of(pack, parts[i].file)));
    return ERR_OK;
}

static enum err folder_make(const struct pack *pack)
{
    if (is_there(pack->folder) || mkdir(pack->folder, 0700) == 0)
        return ERR_OK;
    return fail(pack->act->note, ERR_CREATE, "the folder %s cannot be made: %s", pack->folder,
                strerror(errno));
}

/* ---- one part ------------------------------------------------------------------------------- */

static enum err told(struct pack *pack, const char *path, const char *what, int64_t rows)
{
    const struct cell cells[] = {cell_text(path), cell_text(what), cell_int(rows)};

    return sink_row(pack->sink, ++pack->files, ' ', cells);
}

static void made_note(struct pack *pack, const char *path)
{
    if (!is_there(path) && pack->made_count < FILES_MOST)
        pack->made[pack->made_count++] = path;
}

/* The rows of a table go through the writer as they would have from the report. */
static enum err table_csv(struct pack *pack, const struct table *table, const char *path)
{
    struct out out;
    struct writing writing;
    enum err e;

    made_note(pack, path);
    TRY(out_open_path(&out, path, pack->act->session->force, pack->act->note));
    struct sink sink = writing_open(&writing, writer_find("csv"), &out, &pack->writer);
    e = sink.head(sink.self, &table->head);
    for (size_t i = 0; e == ERR_OK && i < table->count; i++)
        e = sink.row(sink.self, &table->rows[i]);
    if (e == ERR_OK)
        e = sink.foot(sink.self, NULL);
    writing_close(&writing);
    if (e == ERR_OK)
        e = out_close(&out);
    else
        out_drop(&out);
    return e;
}

/* "By root cause" of the part disputes: "disputes-by-root-cause". */
static const char *file_of(const struct pack *pack, const struct part *part, const char *title)
{
    const size_t len = strlen(title);
    char *slug = arena_new(pack->act->arena, len + 1);
    size_t n = 0;

    for (size_t i = 0; i < len; i++) {
        const char c = title[i] >= 'A' && title[i] <= 'Z' ? (char)(title[i] - 'A' + 'a') : title[i];
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            slug[n++] = c;
        else if (n > 0 && slug[n - 1] != '-')
            slug[n++] = '-';
    }
    return n == 0 || strcmp(slug, part->file) == 0
               ? part->file
               : arena_format(pack->act->arena, "%s-%s", part->file, slug);
}

static int tables_of(const struct page *page)
{
    int count = 0;

    for (const struct block *block = page->first; block; block = block->next)
        count += block->kind == BLOCK_TABLE;
    return count;
}

/* A page without a table says in pairs what its report has as a table. */
static enum err pairs_csv(struct pack *pack, const struct part *part,
                          const struct report_options *options)
{
    struct table table;
    enum err e;

    table_init(&table);
    struct sink sink = table_sink(&table);
    e = report_find(part->report)->table(pack->act->book, options, &sink);
    const char *path = path_of(pack, part->file);
    if (e == ERR_OK)
        e = table_csv(pack, &table, path);
    if (e == ERR_OK)
        e = told(pack, path, table.head.title, (int64_t)table.count);
    table_done(&table);
    return e;
}

static enum err tables_csv(struct pack *pack, const struct part *part, const struct page *page)
{
    const int count = tables_of(page);

    for (const struct block *block = page->first; block; block = block->next) {
        if (block->kind != BLOCK_TABLE)
            continue;
        const char *title = block->table->head.title ? block->table->head.title : "";
        const char *path = path_of(pack, count > 1 ? file_of(pack, part, title) : part->file);
        TRY(table_csv(pack, block->table, path));
        TRY(told(pack, path, title, (int64_t)block->table->count));
    }
    return ERR_OK;
}

static struct report_options options_of(const struct pack *pack, const struct part *part)
{
    struct report_options options = pack->options;

    options.aging.by = part->by;
    options.most = part->most;
    options.by_user = true;
    if (strcmp(part->report, "causes") == 0) /* over the months, as it does by itself */
        options.from = date_month_first(date_month(options.aging.as_of) - (options.months - 1));
    return options;
}

/* As `report` itself does: one total a currency. */
static enum err currencies_total(const struct table *table, struct currency base, struct sink *sink)
{
    struct bycurrency totals = {0};
    bool totalled = false;

    bycurrency_begin(&totals, &table->head, base);
    for (size_t i = 0; i < table->count; i++) {
        totalled |= table->rows[i].kind == ROW_TOTAL;
        bycurrency_add(&totals, &table->rows[i]);
    }
    const enum err e = totalled ? ERR_OK : bycurrency_put(&totals, 2, sink);
    bycurrency_done(&totals);
    return e;
}

static enum err page_make(struct pack *pack, const struct part *part,
                          const struct report_options *options, struct page *page)
{
    const struct report *report = report_find(part->report);

    must(report != NULL);
    if (report->page) {
        TRY(report->page(pack->act->book, options, page));
        if (!page->subtitle)
            page->subtitle = arena_format(&page->arena, "%s, as of %s",
                                          book_currency(pack->act->book).code,
                                          say_day(&page->arena, options->aging.as_of));
        return ERR_OK;
    }
    struct sink sink = table_sink(page_table(page));
    TRY(report->table(pack->act->book, options, &sink));
    TRY(currencies_total(page->first->table, command_base(pack->act->session), &sink));
    struct table_head *head = &page->first->table->head;
    if (part->by == AGING_COLLECTOR)
        head->title = "Aging by collector";
    page->title = head->title;
    page->subtitle = head->subtitle; /* its day or period, and the currency */
    return ERR_OK;
}

/* On paper one reads what matters; the whole is in the files beside it. */
static enum err tables_shorten(const struct pack *pack, const struct page *page)
{
    for (const struct block *block = page->first; block; block = block->next)
        if (block->kind == BLOCK_TABLE)
            TRY(biggest_keep(pack->act->book, pack->options.aging.as_of, pack->rows,
                             &pack->writer.notation, block->table));
    return ERR_OK;
}

static enum err part_write(struct pack *pack, const struct part *part, struct pdf *pdf)
{
    const struct report_options options = options_of(pack, part);
    struct page page;
    enum err e;

    page_init(&page, "", NULL);
    e = page_make(pack, part, &options, &page);
    if (e == ERR_OK)
        e = tables_of(&page) ? tables_csv(pack, part, &page) : pairs_csv(pack, part, &options);
    if (e == ERR_OK)
        e = tables_shorten(pack, &page);
    if (e == ERR_OK)
        e = pdf_add(pdf, &page);
    page_done(&page);
    return e;
}

static enum err parts_write(struct pack *pack, struct pdf *pdf)
{
    const struct session *session = pack->act->session;

    for (int i = 0; i < PARTS; i++) {
        if (session->progress && session->progress(session->self, parts[i].file, i, PARTS))
            return fail(pack->act->note, ERR_CANCELLED, "stopped; nothing of the pack is left");
        TRY(part_write(pack, &parts[i], pdf));
    }
    return ERR_OK;
}

/* ---- the pack ------------------------------------------------------------------------------- */

static enum err pdf_write(struct pack *pack)
{
    const char *path = pdf_path(pack);
    struct pdf *pdf = NULL;
    struct out out;
    enum err e;

    made_note(pack, path);
    TRY(out_open_path(&out, path, pack->act->session->force, pack->act->note));
    e = pdf_open(&pdf, &out, "Collection report", &pack->writer);
    if (e == ERR_OK) {
        pdf_through(pdf);
        e = parts_write(pack, pdf);
        const enum err end = pdf_close(pdf);
        e = e != ERR_OK ? e : end;
    }
    if (e == ERR_OK)
        e = out_close(&out);
    else
        out_drop(&out);
    return e != ERR_OK ? e : told(pack, path, "all of it, with charts", PARTS);
}

/* Half a pack would be taken for a whole one. */
static void made_remove(const struct pack *pack)
{
    for (int i = 0; i < pack->made_count; i++)
        (void)unlink(pack->made[i]);
}

static enum err options_take(struct act *act, struct report_options *options)
{
    const int64_t months = args_number(act->args, "months", 12);
    const int64_t rows = args_number(act->args, "rows", 0);

    if (months < 2 || months > 60)
        return fail(act->note, ERR_INPUT, "--months: from 2 to 60");
    if (rows < 10 || rows > 1000000)
        return fail(act->note, ERR_INPUT, "--rows: from 10 to 1000000");
    report_options_init(options, act->book);
    options->aging.as_of = args_date(act->args, "as-of", options->aging.as_of);
    options->months = (int)months;
    options->from = date_month_first(date_month(options->aging.as_of));
    return ERR_OK;
}

static enum err pack_run(struct act *act)
{
    struct pack *pack = arena_new(act->arena, sizeof *pack);
    const struct table_head head = {"Files of the collection report", NULL, columns,
                                    sizeof columns / sizeof columns[0]};

    *pack = (struct pack){.act = act, .folder = args_get(act->args, "folder"), .sink = act->sink};
    TRY(options_take(act, &pack->options));
    pack->rows = (size_t)args_number(act->args, "rows", 0);
    sheets_options(act->session, 0, &pack->writer);
    TRY(folder_judge(pack));
    if (act->session->dry_run) {
        act->says = arena_format(act->arena, "%s would get %d files and %s", pack->folder, PARTS,
                                 pdf_path(pack));
        return ERR_OK;
    }
    TRY(folder_make(pack));
    TRY(act->sink->head(act->sink->self, &head));
    const enum err e = pdf_write(pack);
    if (e != ERR_OK) {
        made_remove(pack);
        return e;
    }
    act->says =
        arena_format(act->arena, "the collection report as of %s: %d files in %s",
                     say_day(act->arena, pack->options.aging.as_of), pack->files, pack->folder);
    return act->sink->foot(act->sink->self, NULL);
}

const struct command cmd_report_pack = {
    .noun = "report",
    .verb = "pack",
    .summary =
        "the collection report as a folder: a PDF, CSV tables",
    .detail =
        "Numbers, aging over time, DSO, billed against collected, what is to be expected; "
        "aging by collector and by customer, the biggest debtors, changes since the month "
        "before, promises, disputes, the team, root causes, write-offs, unapplied money. "
        "A table of more than --rows rows is on paper with its biggest ones, and the others are "
        "summed in one line a currency. "
        "Nothing is overwritten without --force; Ctrl-C stops it and leaves nothing behind.",
    .args = pack_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_AUDITOR, /* it tells of people too */
    .run = pack_run,
};
