/* outgoing: pages that were kept (ledger/sentpaper.h) drawn again: into one PDF, into a folder with
 * a file each, or for the printer, in constant memory.
 *
 *     TRY(outgoing_open(&outgoing, session, file, folder, printing));       one of them
 *     e = outgoing_entry(&outgoing, entry_id);
 *     e = outgoing_close(&outgoing, e);
 *
 * Holds: the one PDF comes into being whole or not at all; of a folder the files that were done
 * stay. Fails with: CREATE, FULL, IO, UNAVAILABLE (printer), CANCELLED. */
#ifndef APP_OUTGOING_H
#define APP_OUTGOING_H

#include "app/command.h"
#include "app/printer.h"
#include "ledger/sentpaper.h"
#include "out/pdf.h"

struct outgoing {
    struct session *session;
    const char *folder;       /* NULL = all into one */
    bool prints;
    struct printer printer;
    struct out out;           /* of the one PDF */
    struct pdf *pdf;
    struct writer_options options;
    int64_t done, total; /* pages, for the progress */
};
enum err outgoing_open(struct outgoing *outgoing, struct session *session, const char *file,
                       const char *folder, const struct printing *printing);
/* All that a query finds, in order. */
enum err outgoing_all(struct outgoing *outgoing, const struct sentpaper_query *query);
enum err outgoing_close(struct outgoing *outgoing, enum err code);
/* "ST-1001-ACME.pdf": a name that is fine in every folder. */
const char *outgoing_name(const struct sentpaper *paper, struct arena *arena);

#endif
