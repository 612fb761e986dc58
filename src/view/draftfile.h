/* draftfile: drafts on the disk, one file a person and book, so that what is half typed survives a
 * dropped line.
 *
 * In $XDG_STATE_HOME/arledger, else ~/.local/state/arledger; readable by its owner alone; written
 * whole and moved into place; gone when nothing waits. A second terminal of the same person has a
 * file of its own (a lock beside it tells), and whoever starts next gathers what terminals left
 * that are gone. A book in memory has none. Failing is said once and stops nobody. */
#ifndef VIEW_DRAFTFILE_H
#define VIEW_DRAFTFILE_H

#include "view/desk.h"

void draftfile_open(struct desk *desk); /* and reads what is there */
void draftfile_save(struct desk *desk);
void draftfile_close(struct desk *desk);

#endif
