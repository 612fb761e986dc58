#include "fault/power.h"

#include "base/err.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SECTOR = 512, FILES_MAX = 8, DIED = 99 };

struct power_file {
    sqlite3_file base;
    sqlite3_file *below;
    unsigned char **held; /* by sector: what it held at the last sync; NULL = not written since */
    sqlite3_int64 sectors, durable;
};

static struct {
    sqlite3_vfs layer, *below;
    sqlite3_io_methods methods;
    struct power_file *open[FILES_MAX];
    bool armed;
    long count, at;
    uint64_t state;
    sqlite3_mem_methods memory;
    long requests, refused;
    long room; /* writes; -1 = as many as there are */
} power = {.room = -1};

static uint64_t next(void)
{
    uint64_t z = (power.state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static struct power_file *mine(sqlite3_file *file)
{
    return (struct power_file *)file;
}

static sqlite3_file *below(sqlite3_file *file)
{
    return mine(file)->below;
}

/* ---- what was written since the last sync ------------------------------------------------- */

static sqlite3_int64 size_of(struct power_file *file)
{
    sqlite3_int64 size = 0;
    must(file->below->pMethods->xFileSize(file->below, &size) == SQLITE_OK);
    return size;
}

static void remember(struct power_file *file, sqlite3_int64 from, sqlite3_int64 to)
{
    const sqlite3_int64 last = (to + SECTOR - 1) / SECTOR;

    if (last > file->sectors) {
        file->held = realloc(file->held, (size_t)last * sizeof *file->held);
        must(file->held != NULL);
        memset(file->held + file->sectors, 0, (size_t)(last - file->sectors) * sizeof *file->held);
        file->sectors = last;
    }
    for (sqlite3_int64 s = from / SECTOR; s < last; s++)
        if (file->held[s] == NULL) {
            must((file->held[s] = calloc(1, SECTOR)) != NULL);
            const int rc =
                file->below->pMethods->xRead(file->below, file->held[s], SECTOR, s * SECTOR);
            must(rc == SQLITE_OK || rc == SQLITE_IOERR_SHORT_READ);
        }
}

static void forget(struct power_file *file)
{
    for (sqlite3_int64 s = 0; s < file->sectors; s++) {
        free(file->held[s]);
        file->held[s] = NULL;
    }
    file->durable = size_of(file);
}

static void put(struct power_file *file, sqlite3_int64 sector, int from, int len)
{
    must(file->below->pMethods->xWrite(file->below, file->held[sector] + from, len,
                                       sector * SECTOR + from) == SQLITE_OK);
}

/* What a file is after the cut. One file in four keeps everything, one loses everything. */
static void lose(struct power_file *file)
{
    const int whole = (int)(next() % 4);
    const sqlite3_int64 now = size_of(file);

    for (sqlite3_int64 s = 0; s < file->sectors; s++) {
        const int fate = whole == 0 ? 0 : whole == 1 ? 1 : (int)(next() % 3);
        if (file->held[s] == NULL || fate == 0)
            continue;
        const int tear = fate == 1 ? 0 : (int)(next() % SECTOR);
        put(file, s, tear, SECTOR - tear);
    }
    /* putting old bytes back may have made the file longer than it ever was */
    const sqlite3_int64 size = whole == 0   ? now
                               : whole == 1 ? file->durable
                               : next() % 2 ? now
                                            : file->durable;
    must(file->below->pMethods->xTruncate(file->below, size) == SQLITE_OK);
}

static void call(void)
{
    if (!power.armed)
        return;
    power.count++;
    if (power.count != power.at)
        return;
    for (int i = 0; i < FILES_MAX; i++)
        if (power.open[i] != NULL)
            lose(power.open[i]);
    _exit(DIED);
}

/* ---- the layer ---------------------------------------------------------------------------- */

static int file_close(sqlite3_file *file)
{
    for (int i = 0; i < FILES_MAX; i++)
        if (power.open[i] == mine(file))
            power.open[i] = NULL;
    for (sqlite3_int64 s = 0; s < mine(file)->sectors; s++)
        free(mine(file)->held[s]);
    free(mine(file)->held);
    return below(file)->pMethods->xClose(below(file));
}

static int file_read(sqlite3_file *file, void *bytes, int len, sqlite3_int64 at)
{
    return below(file)->pMethods->xRead(below(file), bytes, len, at);
}

static int file_write(sqlite3_file *file, const void *bytes, int len, sqlite3_int64 at)
{
    call();
    if (power.room == 0)
        return SQLITE_FULL;
    power.room -= power.room > 0;
    if (power.armed)
        remember(mine(file), at, at + len);
    return below(file)->pMethods->xWrite(below(file), bytes, len, at);
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    call();
    if (power.armed && size < size_of(mine(file)))
        remember(mine(file), size, size_of(mine(file)));
    return below(file)->pMethods->xTruncate(below(file), size);
}

static int file_sync(sqlite3_file *file, int flags)
{
    (void)flags;
    call();
    if (power.armed)
        forget(mine(file));
    return SQLITE_OK;
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
    (void)file;
    return SECTOR;
}

/* Nothing is promised: neither whole pages nor an order of writes. */
static int file_traits(sqlite3_file *file)
{
    (void)file;
    return 0;
}

static int shm_map(sqlite3_file *file, int region, int size, int extend, void volatile **out)
{
    return below(file)->pMethods->xShmMap(below(file), region, size, extend, out);
}

static int shm_lock(sqlite3_file *file, int offset, int count, int flags)
{
    return below(file)->pMethods->xShmLock(below(file), offset, count, flags);
}

static void shm_barrier(sqlite3_file *file)
{
    below(file)->pMethods->xShmBarrier(below(file));
}

static int shm_unmap(sqlite3_file *file, int remove)
{
    return below(file)->pMethods->xShmUnmap(below(file), remove);
}

static int layer_open(sqlite3_vfs *layer, const char *name, sqlite3_file *file, int flags,
                      int *flags_out)
{
    struct power_file *opened = mine(file);

    (void)layer;
    memset(opened, 0, sizeof *opened);
    opened->below = (sqlite3_file *)(opened + 1);
    const int rc = power.below->xOpen(power.below, name, opened->below, flags, flags_out);
    if (opened->below->pMethods == NULL)
        return rc;
    opened->base.pMethods = &power.methods;
    opened->durable = size_of(opened);
    for (int i = 0; i < FILES_MAX; i++)
        if (power.open[i] == NULL) {
            power.open[i] = opened;
            return rc;
        }
    abort();
}

/* The same but for opening; a name of its own is not wanted: the store asks for the system's. */
void power_install(void)
{
    power.below = sqlite3_vfs_find("unix");
    must(power.below != NULL);
    power.methods = (sqlite3_io_methods){
        2,         file_close,  file_read,     file_write,   file_truncate, file_sync,   file_size,
        file_lock, file_unlock, file_reserved, file_control, file_sector,   file_traits, shm_map,
        shm_lock,  shm_barrier, shm_unmap,     NULL,         NULL,
    };
    power.layer = *power.below;
    power.layer.pNext = NULL;
    power.layer.szOsFile = (int)sizeof(struct power_file) + power.below->szOsFile;
    power.layer.xOpen = layer_open;
    must(sqlite3_vfs_register(&power.layer, 1) == SQLITE_OK);
}

void power_cut_at(long n, uint64_t seed)
{
    power.armed = true;
    power.count = 0;
    power.at = n;
    power.state = seed;
}

long power_count(void)
{
    return power.count;
}

void power_full_after(long n)
{
    power.room = n;
}

/* ---- memory ------------------------------------------------------------------------------- */

static bool refuse(void)
{
    power.requests++;
    return power.refused > 0 && power.requests == power.refused;
}

static void *memory_get(int len)
{
    return refuse() ? NULL : power.memory.xMalloc(len);
}

static void *memory_resize(void *old, int len)
{
    return refuse() ? NULL : power.memory.xRealloc(old, len);
}

void memory_short_at(long n)
{
    power.requests = 0;
    power.refused = n;
}

long memory_count(void)
{
    return power.requests;
}

void memory_install(void)
{
    must(sqlite3_config(SQLITE_CONFIG_GETMALLOC, &power.memory) == SQLITE_OK);
    sqlite3_mem_methods methods = power.memory;
    methods.xMalloc = memory_get;
    methods.xRealloc = memory_resize;
    must(sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) == SQLITE_OK);
}
