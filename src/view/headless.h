/* headless: a script of keys instead of a person: `--headless 80x24 --script FILE`.
 *
 * A line of the script is one of
 *     j j Enter "acme" F10      keys by name, "quoted" text as its characters (tui/keycode.h)
 *     dump NAME                 writes the screen as it stands to NAME.txt in the current folder;
 *                               `dump -` writes it to standard output
 *     resize CxR
 *     idle MINUTES              nobody has typed for so long
 *     # words for the reader    and empty lines
 * At the end of the script the program is left as by a hang-up. Fails with: USAGE, INPUT, IO. */
#ifndef VIEW_HEADLESS_H
#define VIEW_HEADLESS_H

#include "base/err.h"
#include "tui/keycode.h"

#include <stdint.h>

struct headless;

enum err headless_size(const char *text, int *columns, int *rows, struct note *note);
enum err headless_open(const char *path, struct note *note, struct headless **out);
/* The next key; what the script says in between is done on the way. KEYCODE_LEAVE at the end and
 * after a failure, which headless_close tells. */
struct key headless_key(struct headless *headless);
/* How long the script said that nobody typed, since this was asked last. KEYCODE_NONE came then. */
int64_t headless_idled(struct headless *headless);
enum err headless_close(struct headless *headless);

#endif
