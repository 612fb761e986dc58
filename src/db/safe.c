#include "db/safe.h"

#include "base/err.h"
#include "db/gate.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool in_groups(gid_t group, const struct safe_user *user)
{
    for (int i = 0; i < user->group_count; i++)
        if (user->groups[i] == group)
            return true;
    return false;
}

bool safe_folder(const struct stat *folder, const struct stat *next, const struct safe_user *user)
{
    if (user->id == 0)
        return true;
    if (!S_ISDIR(folder->st_mode) || folder->st_uid == user->id)
        return false;
    const bool writable = (folder->st_mode & S_IWOTH) != 0 ||
                          ((folder->st_mode & S_IWGRP) != 0 && in_groups(folder->st_gid, user));
    return !writable ||
           ((folder->st_mode & S_ISVTX) != 0 && next != NULL && next->st_uid != user->id);
}

/* An access list may let the user in where owner and mode do not: asked with the real ids. */
static bool folder_holds(const char *path, const struct stat *folder, const struct stat *next,
                         const struct safe_user *user)
{
    const char *network = NULL;

    return safe_folder(folder, next, user) && gate_disk(path, &network) && network == NULL &&
           (user->id == 0 || (folder->st_mode & S_ISVTX) != 0 || access(path, W_OK) != 0);
}

/* The folder in which `path` lies and all above; `next` is what path itself is, unless the file. */
static bool folders_hold(const char *path, const struct stat *next, const struct safe_user *user)
{
    char *folder = gate_directory(path);
    struct stat is;
    const bool holds = lstat(folder, &is) == 0 && folder_holds(folder, &is, next, user) &&
                       (strcmp(folder, "/") == 0 || folders_hold(folder, &is, user));

    free(folder);
    return holds;
}

bool safe_path(const char *real)
{
    const int room = getgroups(0, NULL);
    gid_t *groups = calloc((size_t)(room > 0 ? room : 0) + 1, sizeof *groups);
    must(groups != NULL);
    const int count = room > 0 ? getgroups(room, groups) : 0;
    bool safe = *real == '/' && room >= 0 && count >= 0;
    if (safe) {
        groups[count] = getgid();
        safe = folders_hold(real, NULL, &(struct safe_user){getuid(), groups, count + 1});
    }
    free(groups);
    return safe;
}
