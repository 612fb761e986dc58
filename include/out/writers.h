/* writers: every format in which tables and pages leave; one row each.
 *
 *     struct out out;
 *     struct writing writing;
 *     struct sink sink;
 *     TRY(out_open_fd(&out, 1, true, note));
 *     sink = writing_open(&writing, writer_find("csv"), &out, &options);
 *     e = report(book, ..., &sink);                 rows stream in constant memory
 *     writing_close(&writing);
 *     if (e) out_drop(&out); else e = out_close(&out);
 *
 * Formats: text (for people, pushed never clipped), csv (RFC 4180 with LF, no totals rows, text
 * that a spreadsheet would run as a formula is given a '), json (CLI.md), pdf, xlsx.
 * Holds: no control byte but line ends (and a form feed between printed sheets) leaves a writer.
 * Fails with: what struct out fails with. */
#ifndef OUT_WRITERS_H
#define OUT_WRITERS_H

#include "base/page.h"
#include "base/table.h"
#include "out/out.h"

struct writer_options {
    int width;                /* text: cells of a line; 0 = 80 */
    int page_length;          /* text: lines of a sheet when it is printed; 0 = one endless sheet */
    struct notation notation; /* text: figures for people; zeroes = notation_plain */
    bool raw;                 /* csv: no ' before formulas */
    bool bare;                /* json: only the array of rows, or the page; no line ends */
    bool letter;              /* pdf: paper of 8.5 x 11 inches instead of A4 */
    const char *foot;         /* pdf: at the foot of every sheet, NULL = nothing */
    int64_t moment;           /* pdf: when it was made, microseconds UTC; 0 = the clock */
};

struct writer {
    const char *name;   /* "text", "csv", "json", "pdf", "hledger" ... */
    const char *ending; /* of a file: "txt", "csv", "json" ... */
    const char *summary;
    size_t state_size; /* of one table under way; zeroed before begin */
    void (*begin)(void *state, struct out *out, const struct writer_options *options);
    struct sink sink;         /* its three functions; self is the state */
    void (*end)(void *state); /* gives memory back; may be NULL */
    enum err (*page)(struct out *out, const struct page *page,
                     const struct writer_options *options);
    bool postings; /* only tables of postings, which it makes a journal of */
    bool binary;   /* nothing for a terminal */
    bool pages;    /* for people: what has a page comes as that, not as its table */
};

const struct writer *writer_find(const char *name); /* NULL = no such format */
/* By how the name of a file ends, of what any table can leave as; else that of text. */
const struct writer *writer_of(const char *path);

/* One table under way. */
struct writing {
    const struct writer *writer;
    void *state;
};
struct sink writing_open(struct writing *writing, const struct writer *writer, struct out *out,
                         const struct writer_options *options); /* options NULL = all zero */
void writing_close(struct writing *writing);

/* A page at once; options NULL = all zero. */
enum err writer_page(const struct writer *writer, struct out *out, const struct page *page,
                     const struct writer_options *options);

#endif
