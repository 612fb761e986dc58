/* listparts: what the sources of the listbox share: its rows, its cursor, its picture and what it
 * looks for. */
#ifndef TUI_LISTPARTS_H
#define TUI_LISTPARTS_H

#include "tui/listbox.h"

const struct row *listbox_row_at(struct listbox *box, size_t at);        /* NULL = there is none */
enum err listbox_fetch(struct listbox *box, size_t first, size_t count); /* before rows are read */
void listbox_at_set(struct listbox *box, size_t at);
void listbox_measure(struct listbox *box, const struct row *row);
const char *listbox_shown(struct listbox *box, const struct row *row, int column);
unsigned listbox_refuse(struct listbox *box, const char *message);

/* ---- listsearch.c ---- */

bool listbox_amount_fits(const struct sought_amount *amount, const struct cell *cell);
unsigned listbox_match_next(struct listbox *box, int direction);

#endif
