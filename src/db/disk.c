#include "db/disk.h"

#include "base/err.h"
#include "base/rights.h"
#include "db/faults.h"

#include <stdio.h>
#include <string.h>

/* The store allocates szOsFile bytes for each: ours in front, the system's behind. */
struct disk_file {
    sqlite3_file base;
    const struct disk *disk;
    sqlite3_file *below;
};

static sqlite3_file *below(sqlite3_file *file)
{
    return ((struct disk_file *)file)->below;
}

/* Names are looked up on these ways into the system's layer, also where it does not look so: a sync
 * opens the folder, shared memory is a file. So the group's right to a shared book is needed. */
static void raise_for(sqlite3_file *file)
{
    rights_raise(((struct disk_file *)file)->disk->shared);
}

static int with_rights(int rc)
{
    rights_lower();
    return rc;
}

static int file_close(sqlite3_file *file)
{
    raise_for(file);
    return with_rights(below(file)->pMethods->xClose(below(file)));
}

static int file_read(sqlite3_file *file, void *bytes, int len, sqlite3_int64 at)
{
    int rc = fault_reading();
    return rc != SQLITE_OK ? rc : below(file)->pMethods->xRead(below(file), bytes, len, at);
}

static int file_write(sqlite3_file *file, const void *bytes, int len, sqlite3_int64 at)
{
    int rc = fault_here();
    return rc != SQLITE_OK ? rc : below(file)->pMethods->xWrite(below(file), bytes, len, at);
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    int rc = fault_here();
    return rc != SQLITE_OK ? rc : below(file)->pMethods->xTruncate(below(file), size);
}

static int file_sync(sqlite3_file *file, int flags)
{
    int rc = fault_here();
    if (rc != SQLITE_OK)
        return rc;
    raise_for(file);
    return with_rights(below(file)->pMethods->xSync(below(file), flags));
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size)
{
    return below(file)->pMethods->xFileSize(below(file), size);
}

static int file_lock(sqlite3_file *file, int level)
{
    return below(file)->pMethods->xLock(below(file), level);
}

static int file_unlock(sqlite3_file *file, int level)
{
    return below(file)->pMethods->xUnlock(below(file), level);
}

static int file_reserved(sqlite3_file *file, int *out)
{
    return below(file)->pMethods->xCheckReservedLock(below(file), out);
}

static int file_control(sqlite3_file *file, int op, void *arg)
{
    return below(file)->pMethods->xFileControl(below(file), op, arg);
}

static int file_sector(sqlite3_file *file)
{
    return below(file)->pMethods->xSectorSize(below(file));
}

static int file_traits(sqlite3_file *file)
{
    return below(file)->pMethods->xDeviceCharacteristics(below(file));
}

static int shm_map(sqlite3_file *file, int region, int size, int extend, void volatile **out)
{
    raise_for(file);
    return with_rights(below(file)->pMethods->xShmMap(below(file), region, size, extend, out));
}

static int shm_lock(sqlite3_file *file, int offset, int count, int flags)
{
    const int exclusive = SQLITE_SHM_LOCK | SQLITE_SHM_EXCLUSIVE;
    if ((flags & exclusive) == exclusive) {
        int rc = fault_here();
        if (rc != SQLITE_OK)
            return rc;
    }
    return below(file)->pMethods->xShmLock(below(file), offset, count, flags);
}

static void shm_barrier(sqlite3_file *file)
{
    below(file)->pMethods->xShmBarrier(below(file));
}

static int shm_unmap(sqlite3_file *file, int remove)
{
    raise_for(file);
    return with_rights(below(file)->pMethods->xShmUnmap(below(file), remove));
}

/* Version 2: shared memory for the write-ahead log, but no memory-mapped reading. */
static const sqlite3_io_methods methods = {
    2,         file_close,  file_read,     file_write,   file_truncate, file_sync,   file_size,
    file_lock, file_unlock, file_reserved, file_control, file_sector,   file_traits, shm_map,
    shm_lock,  shm_barrier, shm_unmap,     NULL,         NULL,
};

static struct disk *disk_of(sqlite3_vfs *layer)
{
    return layer->pAppData;
}

static const char *temporary_name(struct disk *disk)
{
    if (disk->directory[0] == '\0')
        return NULL;
    unsigned long long random = 0;
    disk->below->xRandomness(disk->below, sizeof random, (char *)&random);
    memset(disk->temporary, 0, sizeof disk->temporary);
    snprintf(disk->temporary, sizeof disk->temporary, "%s/.temporary-%016llx", disk->directory,
             random);
    return disk->temporary;
}

static int disk_open(sqlite3_vfs *layer, const char *name, sqlite3_file *file, int flags,
                     int *flags_out)
{
    struct disk *disk = disk_of(layer);
    struct disk_file *mine = (struct disk_file *)file;
    mine->base.pMethods = NULL;
    mine->disk = disk;
    mine->below = (sqlite3_file *)(mine + 1);
    int rc = (flags & SQLITE_OPEN_CREATE) != 0 ? fault_here() : SQLITE_OK;
    if (rc != SQLITE_OK)
        return rc;
    if (name == NULL)
        name = temporary_name(disk); /* unlinked by the system's layer as soon as it is open */
    rights_raise(disk->shared);
    rc = with_rights(disk->below->xOpen(disk->below, name, mine->below, flags, flags_out));
    if (mine->below->pMethods != NULL)
        mine->base.pMethods = &methods;
    return rc;
}

static int disk_delete(sqlite3_vfs *layer, const char *name, int sync_directory)
{
    int rc = fault_here();
    struct disk *disk = disk_of(layer);
    if (rc != SQLITE_OK)
        return rc;
    rights_raise(disk->shared);
    return with_rights(disk->below->xDelete(disk->below, name, sync_directory));
}

static int disk_access(sqlite3_vfs *layer, const char *name, int flags, int *out)
{
    struct disk *disk = disk_of(layer);
    rights_raise(disk->shared);
    return with_rights(disk->below->xAccess(disk->below, name, flags, out));
}

static int disk_full_path(sqlite3_vfs *layer, const char *name, int room, char *out)
{
    struct disk *disk = disk_of(layer);
    rights_raise(disk->shared);
    return with_rights(disk->below->xFullPathname(disk->below, name, room, out));
}

static int disk_random(sqlite3_vfs *layer, int len, char *out)
{
    return disk_of(layer)->below->xRandomness(disk_of(layer)->below, len, out);
}

static int disk_sleep(sqlite3_vfs *layer, int microseconds)
{
    return disk_of(layer)->below->xSleep(disk_of(layer)->below, microseconds);
}

static int disk_last_error(sqlite3_vfs *layer, int len, char *out)
{
    return disk_of(layer)->below->xGetLastError(disk_of(layer)->below, len, out);
}

static int disk_time64(sqlite3_vfs *layer, sqlite3_int64 *out)
{
    return disk_of(layer)->below->xCurrentTimeInt64(disk_of(layer)->below, out);
}

bool disk_init(struct disk *disk, const char *directory, bool shared)
{
    memset(disk, 0, sizeof *disk);
    disk->shared = shared;
    disk->below = sqlite3_vfs_find("unix");
    if (disk->below == NULL || strlen(directory) >= sizeof disk->directory)
        return false;
    memcpy(disk->directory, directory, strlen(directory) + 1);
    /* The store finds a layer by its name, and every connection has its own. */
    snprintf(disk->name, sizeof disk->name, "book-%p", (void *)disk);
    disk->layer = (sqlite3_vfs){
        .iVersion = 2,
        .szOsFile = (int)sizeof(struct disk_file) + disk->below->szOsFile,
        .mxPathname = disk->below->mxPathname,
        .zName = disk->name,
        .pAppData = disk,
        .xOpen = disk_open,
        .xDelete = disk_delete,
        .xAccess = disk_access,
        .xFullPathname = disk_full_path,
        .xRandomness = disk_random,
        .xSleep = disk_sleep,
        .xGetLastError = disk_last_error,
        .xCurrentTimeInt64 = disk_time64,
    };
    return sqlite3_vfs_register(&disk->layer, 0) == SQLITE_OK;
}

void disk_done(struct disk *disk)
{
    if (disk->below != NULL)
        sqlite3_vfs_unregister(&disk->layer);
    disk->below = NULL;
}
