#include "out/writers.h"

#include "out/csvwrite.h"
#include "out/journalwrite.h"
#include "out/jsonwrite.h"
#include "out/pdfwrite.h"
#include "out/textwrite.h"
#include "out/xlsxwrite.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct writer writers[] = {
    {"text",
     "txt",
     "aligned columns for people and printers",
     sizeof(struct textwrite),
     textwrite_begin,
     {textwrite_head, textwrite_row, textwrite_foot, NULL},
     textwrite_end,
     textwrite_page,
     false,
     false,
     true},
    {"csv",
     "csv",
     "one row a record, for spreadsheets and scripts",
     sizeof(struct csvwrite),
     csvwrite_begin,
     {csvwrite_head, csvwrite_row, csvwrite_foot, NULL},
     csvwrite_end,
     csvwrite_page,
     false,
     false,
     false},
    {"json",
     "json",
     "one object with columns, rows and totals",
     sizeof(struct jsonwrite),
     jsonwrite_begin,
     {jsonwrite_head, jsonwrite_row, jsonwrite_foot, NULL},
     jsonwrite_end,
     jsonwrite_page,
     false,
     false,
     false},
    {"pdf",
     "pdf",
     "sheets of paper",
     sizeof(struct pdfwrite),
     pdfwrite_begin,
     {pdfwrite_head, pdfwrite_row, pdfwrite_foot, NULL},
     pdfwrite_end,
     pdfwrite_page,
     false,
     true,
     true},
    {"xlsx",
     "xlsx",
     "a workbook for spreadsheets, with typed cells",
     sizeof(struct xlsxwrite),
     xlsxwrite_begin,
     {xlsxwrite_head, xlsxwrite_row, xlsxwrite_foot, NULL},
     xlsxwrite_end,
     xlsxwrite_page,
     false,
     true,
     false},
#define JOURNAL(name, ending, begin)                                                               \
    {name,                                                                                         \
     ending,                                                                                       \
     "what `gl export` has, as a journal for " name,                                               \
     sizeof(struct journalwrite),                                                                  \
     begin,                                                                                        \
     {journalwrite_head, journalwrite_row, journalwrite_foot, NULL},                               \
     journalwrite_end,                                                                             \
     journalwrite_page,                                                                            \
     true,                                                                                         \
     false,                                                                                        \
     false}
    JOURNAL("hledger", "journal", journalwrite_begin),
    JOURNAL("ledger", "ledger", journalwrite_begin),
    JOURNAL("beancount", "beancount", journalwrite_begin_beancount),
#undef JOURNAL
    {0},
};

static const struct writer_options options_none;

const struct writer *writer_find(const char *name)
{
    for (const struct writer *w = writers; w->name != NULL; w++)
        if (strcmp(w->name, name) == 0)
            return w;
    return NULL;
}

const struct writer *writer_of(const char *path)
{
    const char *slash = strrchr(path, '/'), *dot = strrchr(slash ? slash : path, '.');

    for (const struct writer *w = writers; dot != NULL && w->name != NULL; w++)
        if (!w->postings && strcasecmp(dot + 1, w->ending) == 0)
            return w;
    return writer_find("text");
}

struct sink writing_open(struct writing *writing, const struct writer *writer, struct out *out,
                         const struct writer_options *options)
{
    struct sink sink = writer->sink;

    writing->writer = writer;
    writing->state = mem_new(1, writer->state_size);
    writer->begin(writing->state, out, options != NULL ? options : &options_none);
    sink.self = writing->state;
    return sink;
}

void writing_close(struct writing *writing)
{
    if (writing->state == NULL)
        return;
    if (writing->writer->end != NULL)
        writing->writer->end(writing->state);
    free(writing->state);
    writing->state = NULL;
}

enum err writer_page(const struct writer *writer, struct out *out, const struct page *page,
                     const struct writer_options *options)
{
    return writer->page(out, page, options != NULL ? options : &options_none);
}
