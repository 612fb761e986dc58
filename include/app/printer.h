/* printer: the printers that lp knows, and bytes on their way to one of them.
 *
 * `lp` and `lpstat` are children without a shell. What a printer is called is a word of its own
 * there, so that no name is taken for an option.
 * Memory: the arena given. Fails with: UNAVAILABLE (no lp, or it refused), INPUT (copies), IO. */
#ifndef APP_PRINTER_H
#define APP_PRINTER_H

#include "base/arena.h"
#include "base/err.h"

#include <stdbool.h>

#define PRINTER_COPIES_MOST 99

/* How a print is wanted. */
struct printing {
    const char *printer; /* NULL or "" = the system's own choice */
    int copies;          /* 0 = 1 */
    bool pdf;            /* sheets as they look in a PDF; else lines of text */
};

/* What lpstat -e lists; none, when it cannot be asked. */
enum err printer_names(struct arena *arena, const char *const **out, size_t *count,
                       struct note *note);

/* lp at work: what is written to `input` is printed when printer_close finds it whole. */
struct printer {
    int input;
    int child;
};
/* `across`: lines of text on sheets that lie. */
enum err printer_open(struct printer *printer, const struct printing *printing, bool across,
                      struct note *note);
enum err printer_close(struct printer *printer, struct note *note);

#endif
