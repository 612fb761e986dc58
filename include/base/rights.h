/* rights: the group's right to a shared book, held back but for the store's own files.
 *
 * A program that is installed setgid (`make install-shared`) may open books that its user may not.
 * Holds: after rights_start the group's right is given up, and comes back only between
 * rights_raise and rights_lower; so whatever a user names (imports, exports, attachments, the
 * editor's file) is opened with the user's own rights, and a program that is started has no
 * other ones. In a program that is installed as usual nothing here does anything.
 * Knows: the system's calls for it. Memory: one state for the process. Fails with: nothing; a
 * right that cannot be given up ends the program.
 * For which files it may be raised db tells (db_shared_path): a path that its user could lead
 * elsewhere never has it. */
#ifndef BASE_RIGHTS_H
#define BASE_RIGHTS_H

#include <stdbool.h>

/* The first thing that the program does: before it reads its environment, which loses the words
 * that would steer libraries, and before it has any secret: no core is left of it. */
void rights_start(void);
/* Is the program installed for a group that its user is not in? */
bool rights_shared(void);
/* For the store: these nest, the innermost counts, and they leave errno alone. With `may` false
 * the user's own rights hold until rights_lower. */
void rights_raise(bool may);
void rights_lower(void);
/* Between these two even the store has the user's own rights only: for what copies books. */
void rights_own_begin(void);
void rights_own_end(void);
/* The mode of a book that is made in a folder of this group: shared where the folder is. */
unsigned rights_book_mode(unsigned folder_group);

#endif
