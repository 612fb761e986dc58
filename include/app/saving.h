/* saving: a table or page that is on the screen, to a file or to the printer.
 *
 * The format is the ending of the file's name: .csv, .json, .pdf, .xlsx, else text. The printer
 * (app/printer.h) gets a PDF, or text in sheets of 66 lines of 78, or across.
 * Knows: out. Holds: a file comes into being whole or not at all, and is replaced only when told.
 * Fails with: CREATE (exists, no right), FULL, IO, UNAVAILABLE (no lp, or it refused). */
#ifndef APP_SAVING_H
#define APP_SAVING_H

#include "app/command.h"
#include "app/printer.h"
#include "base/buf.h"

/* What leaves: rows pushed by `feed`, or a page; the other is NULL. */
struct saving {
    enum err (*feed)(void *self, struct sink *sink);
    void *self;
    const struct page *page;
    bool wide; /* on paper: across, 132 cells, so that no column is left out */
};

/* Rows of a table in memory. */
struct saving saving_table(const struct table *table);
struct saving saving_page(const struct page *page);
/* Does its ending ask for rows, for a machine to read, rather than for what people read? */
bool saving_is_rows(const char *path);
#define SAVING_ENDINGS ".csv .json .txt .pdf .xlsx"
/* A name without ending is text; an ending that nothing is written for is refused. */
enum err saving_judge(const char *path, struct note *note);
enum err saving_file(const struct session *session, const struct saving *saving, const char *path,
                     bool replace);
enum err saving_print(const struct session *session, const struct saving *saving,
                      const struct printing *printing);
bool saving_prints_pdf(const struct session *session); /* unless it is asked for otherwise */
/* The lines as they will be printed, in memory: a look before the paper. */
enum err saving_preview(const struct session *session, const struct saving *saving,
                        struct buf *out);

#endif
