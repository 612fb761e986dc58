#include "db/faults.h"

#include "db/db.h"

#include <signal.h>
#include <sqlite3.h>
#include <unistd.h>

/* One counter for the process: the file layer is asked from inside the store, which knows no db. */
static struct {
    long count;
    long at; /* the call that fails; 0 when none does */
    enum db_fault kind;
} faults;

void db_fault_after(long calls, enum db_fault kind)
{
    faults.count = 0;
    faults.at = calls;
    faults.kind = kind;
}

long db_fault_count(void)
{
    return faults.count;
}

static int fault_now(void)
{
    faults.count++;
    if (faults.kind == DB_FAULT_NONE || faults.count != faults.at)
        return SQLITE_OK;
    switch (faults.kind) {
    case DB_FAULT_FULL: return SQLITE_FULL;
    case DB_FAULT_MEMORY: return SQLITE_IOERR_NOMEM;
    case DB_FAULT_EXIT: _exit(99); /* as kill -9 would: no cleanup, no flush */
    case DB_FAULT_STOP: return raise(SIGTSTP) == 0 ? SQLITE_OK : SQLITE_IOERR; /* Ctrl-Z */
    case DB_FAULT_READ: return SQLITE_IOERR_READ;
    default: return SQLITE_IOERR;
    }
}

int fault_here(void)
{
    return faults.kind == DB_FAULT_READ ? SQLITE_OK : fault_now();
}

int fault_reading(void)
{
    return faults.kind == DB_FAULT_READ ? fault_now() : SQLITE_OK;
}
