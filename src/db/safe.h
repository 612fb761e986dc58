/* safe: whether a path leads where it leads whatever its user does.
 *
 * The group's right to a shared book (base/rights.h) is raised while files are opened by name: the
 * book, its log, its lane. A user who could put another folder in the place of the book's while
 * they are opened would lead that right to any file of the group. So it is raised on a safe path
 * only: no link is on it, and none of its folders can be changed by the user: each is somebody
 * else's, and neither a group of the user nor everybody may write there. Where everybody may write
 * but only take away what is one's own (/tmp), the next folder on the path is safe when it is not
 * the user's. A folder on a foreign disk is not: whoever serves it says whose it is. What is safe
 * the user cannot make unsafe later, so looking once is enough. Root may do everything anyway.
 * Knows: the system's owners and modes. Memory: none. Fails with: nothing; false means that the
 * user's own rights must do. */
#ifndef DB_SAFE_H
#define DB_SAFE_H

#include <stdbool.h>
#include <sys/stat.h>

struct safe_user {
    uid_t id;
    const gid_t *groups;
    int group_count;
};

/* One folder of a path; `next` is the folder in it that comes next, NULL where the file lies. */
bool safe_folder(const struct stat *folder, const struct stat *next, const struct safe_user *user);
/* An absolute path for whoever started this program: every folder down to that of the file, looked
 * at with the rights that are in force. */
bool safe_path(const char *real);

#endif
