/* mail: one message with its attachment, as bytes (RFC 5322 and MIME).
 *
 * Knows: nothing of servers. Holds: 7 bits, lines of at most 76, CR LF at their ends; whatever
 * stands in a name, a subject or a file's name, no header comes into being by it: what is not plain
 * ASCII is encoded (RFC 2047, RFC 2231), and a line end in a header is refused. The same mail makes
 * the same bytes. Memory: the buf given. Fails with: INPUT (a line end, an address that is none),
 * LIMIT. */
#ifndef OUT_MAIL_H
#define OUT_MAIL_H

#include "base/buf.h"
#include "base/err.h"

#define MAIL_MAX ((size_t)64 << 20)

struct mail {
    const char *from_name, *from; /* "Harbour & Finch", "billing@example.com" */
    const char *to;               /* several are parted by commas */
    const char *subject, *text;
    int64_t moment;               /* microseconds UTC */
    const char *id;               /* what is before the @ of the Message-ID */
    const char *file_name, *file_type; /* "ST-1.pdf", "application/pdf"; NULL = nothing attached */
    const void *file;
    size_t file_len;
};
enum err mail_write(const struct mail *mail, struct buf *out, struct note *note);
/* A text for a header: itself, or encoded words; `used` cells stand before it on its line. */
enum err mail_word(const char *text, size_t used, struct buf *out, struct note *note);

#endif
