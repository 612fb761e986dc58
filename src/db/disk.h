/* disk: the file layer of one connection, a thin one over the operating system's.
 *
 * It puts the store's temporary files beside the book (they hold book data, so neither $TMPDIR nor
 * /tmp may see them, and sorting ten million rows needs a disk), and asks faults.h before every
 * call that changes a file.
 * `shared` says whether its files are opened with the group's right (db/safe.h).
 * Memory: embedded in the connection; disk_init before the store is opened, disk_done after. */
#ifndef DB_DISK_H
#define DB_DISK_H

#include <sqlite3.h>
#include <stdbool.h>

enum { DISK_PATH_MAX = 4096 };

struct disk {
    bool shared;
    sqlite3_vfs layer;
    sqlite3_vfs *below;
    char name[40];
    char directory[DISK_PATH_MAX];      /* "" : temporary files go where the system puts them */
    char temporary[DISK_PATH_MAX + 32]; /* the last name given; must outlive the open file */
};

bool disk_init(struct disk *disk, const char *directory, bool shared);
void disk_done(struct disk *disk);

#endif
