/* gate: what is looked at before the store touches a file.
 *
 * Knows: paths and file systems; nothing of the store.
 * Fails with: MISSING, INPUT (not a file), UNAVAILABLE (network file system, link, second name),
 * CREATE (exists already), DENIED. */
#ifndef DB_GATE_H
#define DB_GATE_H

#include "base/err.h"

/* The absolute path with every link on the way to its directory resolved (the last name is not
 * followed: the store refuses a link there). Given to the caller, who frees it. */
enum err gate_path(const char *path, struct note *note, char **real);
/* An existing book: an ordinary file with one name, on a disk of this machine. */
enum err gate_book(const char *real, struct note *note);
/* A place for a new file: nothing there, a directory of this machine that may be written. */
enum err gate_free(const char *real, struct note *note);
/* May we, with the rights that are in force? `how` as for access(). */
bool gate_may(const char *real, int how);
/* An empty new file there: its owner's, and its group's too where books are shared. */
enum err gate_make(const char *real, struct note *note);
/* The name of a network file system by the number that statfs gives, or NULL for a local one. */
const char *gate_network(unsigned long magic);
/* On what kind of disk a folder is: *network is NULL for one of this machine. */
bool gate_disk(const char *folder, const char **network);
/* The directory of a real path, as a new text that the caller frees. */
char *gate_directory(const char *real);
/* Makes a name in a directory outlive a power cut. */
enum err gate_sync(const char *real, bool directory, struct note *note);
/* Gives a finished file its name for good, unless somebody took the name meanwhile (CREATE). */
enum err gate_name(const char *from, const char *to, struct note *note);

#endif
