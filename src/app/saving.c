#include "app/saving.h"

#include "app/sheets.h"
#include "base/spool.h"
#include "ledger/setting.h"
#include "out/writers.h"

#include <stdint.h>
#include <string.h>
#include <unistd.h>

#define SHEET_LINES 66
#define SHEET_WIDTH 78
#define WIDE_LINES 56 /* landscape at 12 characters and 7 lines an inch */
#define WIDE_WIDTH 130
#define FILE_WIDTH 132

static enum err rows_feed(void *self, struct sink *sink)
{
    const struct table *table = self;

    TRY(sink->head(sink->self, &table->head));
    for (size_t i = 0; i < table->count; i++)
        TRY(sink->row(sink->self, &table->rows[i]));
    return sink->foot(sink->self, table->proof);
}

struct saving saving_table(const struct table *table)
{
    /* rows_feed only reads it */
    return (struct saving){.feed = rows_feed,
                           .self = (void *)(uintptr_t)table,
                           .wide = table_is_across(&table->head)};
}

struct saving saving_page(const struct page *page)
{
    return (struct saving){.page = page};
}

static enum err write_all(const struct saving *saving, const struct writer *writer, struct out *out,
                          const struct writer_options *options)
{
    struct writing writing;
    struct sink sink;

    if (saving->page)
        return writer_page(writer, out, saving->page, options);
    sink = writing_open(&writing, writer, out, options);
    enum err e = saving->feed(saving->self, &sink);
    writing_close(&writing);
    return e;
}

static enum err finish(struct out *out, enum err e)
{
    if (e != ERR_OK) {
        out_drop(out);
        return e;
    }
    return out_close(out);
}

/* What stands behind the last dot of the name; "" = nothing. */
static const char *ending_of(const char *path)
{
    const char *slash = strrchr(path, '/'), *dot = strrchr(slash ? slash : path, '.');

    return dot ? dot + 1 : "";
}

enum err saving_judge(const char *path, struct note *note)
{
    const char *ending = ending_of(path);

    if (!*ending || strcmp(ending, "txt") == 0 || writer_find(ending))
        return ERR_OK;
    return fail(note, ERR_INPUT, "no file is written as .%s; the name ends with one of %s", ending,
                SAVING_ENDINGS);
}

bool saving_is_rows(const char *path)
{
    return !writer_of(path)->pages;
}

enum err saving_file(const struct session *session, const struct saving *saving, const char *path,
                     bool replace)
{
    struct writer_options options;
    struct out out;

    sheets_options(session, FILE_WIDTH, &options);
    TRY(out_open_path(&out, path, replace, session->note));
    return finish(&out, write_all(saving, writer_of(path), &out, &options));
}

/* ---- the printer ---- */

static struct writer_options sheet_options(const struct session *session,
                                           const struct saving *saving)
{
    struct writer_options options;

    sheets_options(session, saving->wide ? WIDE_WIDTH : SHEET_WIDTH, &options);
    options.page_length = saving->wide ? WIDE_LINES : SHEET_LINES;
    return options;
}

enum err saving_print(const struct session *session, const struct saving *saving,
                      const struct printing *printing)
{
    const struct writer_options options = sheet_options(session, saving);
    const struct writer *writer = writer_find(printing->pdf ? "pdf" : "text");
    struct printer printer;
    struct out out;

    TRY(printer_open(&printer, printing, saving->wide, session->note));
    enum err e = out_open_fd(&out, printer.input, true, session->note);
    if (e == ERR_OK)
        e = finish(&out, write_all(saving, writer, &out, &options));
    const enum err lp = printer_close(&printer, session->note);
    return lp != ERR_OK ? lp : e;
}

bool saving_prints_pdf(const struct session *session)
{
    return session->book && setting_int(session->book, "print.pdf") != 0;
}

enum err saving_preview(const struct session *session, const struct saving *saving, struct buf *to)
{
    const struct writer_options options = sheet_options(session, saving);
    struct out out;
    char chunk[4096];
    ssize_t n = 0;
    int fd;

    TRY(spool_open(session->note, &fd));
    enum err e = out_open_fd(&out, fd, false, session->note);
    if (e == ERR_OK)
        e = finish(&out, write_all(saving, writer_find("text"), &out, &options));
    if (e == ERR_OK && lseek(fd, 0, SEEK_SET) == 0)
        while ((n = read(fd, chunk, sizeof chunk)) > 0)
            buf_add(to, chunk, (size_t)n);
    close(fd);
    return e != ERR_OK ? e
           : n < 0     ? fail(session->note, ERR_IO, "the preview cannot be read")
                       : ERR_OK;
}
