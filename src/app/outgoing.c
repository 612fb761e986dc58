#include "app/outgoing.h"

#include "app/sheets.h"

#include <ctype.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

const char *outgoing_name(const struct sentpaper *paper, struct arena *arena)
{
    char day[DATE_TEXT];
    /* whose it is; what is of nobody, of which day */
    const char *of = *paper->customer ? paper->customer : date_iso(paper->day, day);
    char *name = arena_format(arena, "%s-%s.pdf", paper->number, of);

    for (char *p = name; *p; p++)
        if ((unsigned char)*p < 0x80 && !isalnum((unsigned char)*p) && !strchr("._-", *p))
            *p = '-';
    if (*name == '.' || *name == '-')
        *name = '_';
    return name;
}

static enum err folder_make(struct session *session, const char *folder)
{
    struct stat there;

    if (mkdir(folder, 0700) == 0)
        return ERR_OK;
    const int reason = errno;
    if (reason == EEXIST && stat(folder, &there) == 0 && S_ISDIR(there.st_mode))
        return ERR_OK;
    return fail(session->note, ERR_CREATE, "%s: the folder cannot be made: %s", folder,
                strerror(reason));
}

/* The bytes of the one PDF, and the PDF in them. */
static enum err pdf_begin(struct outgoing *outgoing, const char *file)
{
    struct session *session = outgoing->session;

    if (file)
        TRY(out_open_path(&outgoing->out, file, session->force, session->note));
    else
        TRY(out_open_fd(&outgoing->out, outgoing->printer.input, true, session->note));
    const enum err e =
        pdf_open(&outgoing->pdf, &outgoing->out, outgoing->options.foot, &outgoing->options);
    if (e != ERR_OK)
        out_drop(&outgoing->out);
    return e;
}

enum err outgoing_open(struct outgoing *outgoing, struct session *session, const char *file,
                       const char *folder, const struct printing *printing)
{
    *outgoing = (struct outgoing){
        .session = session, .folder = folder, .prints = !file && !folder && printing};
    sheets_options(session, 0, &outgoing->options);
    if (folder)
        return folder_make(session, folder);
    if (outgoing->prints)
        TRY(printer_open(&outgoing->printer, printing, false, session->note));
    const enum err e = pdf_begin(outgoing, file);
    if (e != ERR_OK && outgoing->prints)
        (void)printer_close(&outgoing->printer, session->note);
    return e;
}

/* What was sent several times is as many files. */
static const char *file_path(const struct outgoing *outgoing, const struct sentpaper *paper,
                             struct arena *arena)
{
    const char *name = outgoing_name(paper, arena);

    if (paper->times <= 1)
        return arena_format(arena, "%s/%s", outgoing->folder, name);
    return arena_format(arena, "%s/%.*s-%lld.pdf", outgoing->folder, (int)(strlen(name) - 4), name,
                        (long long)paper->times);
}

static enum err file_write(struct outgoing *outgoing, const struct sentpaper *paper,
                           const struct page *page)
{
    struct session *session = outgoing->session;
    struct arena arena = {0};
    struct out out;

    enum err e =
        out_open_path(&out, file_path(outgoing, paper, &arena), session->force, session->note);
    if (e == ERR_OK) {
        e = writer_page(writer_find("pdf"), &out, page, &outgoing->options);
        if (e == ERR_OK)
            e = out_close(&out);
        else
            out_drop(&out);
    }
    arena_done(&arena);
    return e;
}

static enum err add(struct outgoing *outgoing, const struct sentpaper *paper)
{
    struct session *session = outgoing->session;
    struct page page;

    if (session->progress &&
        session->progress(session->self, "drawing pages", outgoing->done, outgoing->total))
        return fail(session->note, ERR_CANCELLED, "stopped after %lld pages",
                    (long long)outgoing->done);
    page_init(&page, NULL, NULL);
    enum err e = sentpaper_page(session->book, paper->id, &page);
    if (e == ERR_OK)
        e = outgoing->folder ? file_write(outgoing, paper, &page) : pdf_add(outgoing->pdf, &page);
    page_done(&page);
    outgoing->done += e == ERR_OK;
    return e;
}

static enum err paper_count(void *self, const struct sentpaper *paper)
{
    struct outgoing *outgoing = self;

    outgoing->total += paper->id > 0;
    return ERR_OK;
}

static enum err paper_add(void *self, const struct sentpaper *paper)
{
    return add(self, paper);
}

enum err outgoing_all(struct outgoing *outgoing, const struct sentpaper_query *query)
{
    TRY(sentpaper_each(outgoing->session->book, query, paper_count, outgoing));
    return sentpaper_each(outgoing->session->book, query, paper_add, outgoing);
}

enum err outgoing_close(struct outgoing *outgoing, enum err code)
{
    struct session *session = outgoing->session;

    if (outgoing->folder)
        return code;
    const enum err drawn = pdf_close(outgoing->pdf);
    code = code != ERR_OK ? code : drawn;
    /* an empty PDF is none */
    if (code == ERR_OK && outgoing->done > 0)
        code = out_close(&outgoing->out);
    else
        out_drop(&outgoing->out);
    if (outgoing->prints) {
        const enum err printed = printer_close(&outgoing->printer, session->note);
        code = code != ERR_OK ? code : printed;
    }
    return code;
}
