/* store: what the sources of this layer share: the connection, its statements, its words.
 *
 * Knows: SQLite. Nobody outside src/db may include it.
 * Holds: `writing` is true exactly while the lane is held and query_only is off; `dead` is the
 * error that made the store give up the open transaction by itself, so that nothing can follow it;
 * open_count is the number of statements handed out and not given back. */
#ifndef DB_STORE_H
#define DB_STORE_H

#include "base/hash.h"
#include "db/db.h"
#include "db/disk.h"
#include "db/lane.h"

#include <sqlite3.h>
#include <sys/types.h>

enum {
    STORE_MARK = 0x41524C31, /* application_id: the letters ARL1 */
    STORE_CACHE_KIB = 16384, /* page cache of a connection */
    STORE_BULK_KIB = 131072, /* and while db_bulk holds */
    STORE_BUCKETS = 512,     /* statement cache; a power of two */
    STORE_TEXT_SEEN = 48,    /* so much of a text is compared when it is found there */
    STORE_LATER_MAX = 24,    /* indexes that can wait for a commit */
    STORE_CHECKPOINT_COMMITS = 500,
    STORE_CHECKPOINT_PAGES = 1024, /* 4 MiB of write-ahead log */
    STORE_PROGRESS_STEPS = 20000,  /* well below a tenth of a second */
    STORE_LANE_WAIT_MS = 10000
};

/* The statements of this layer itself, which the guard lets pass. */
enum store_own {
    OWN_BEGIN,
    OWN_SNAPSHOT,
    OWN_COMMIT,
    OWN_ROLLBACK,
    OWN_VERSION,
    OWN_SCHEMA,
    OWN_MARK,
    OWN_BACK,
    OWN_UNMARK,
    OWN_COUNT
};

struct stmt {
    struct db *db;
    sqlite3_stmt *compiled; /* NULL when it could not be prepared */
    const char *sql;        /* the caller's literal: the key of the cache */
    struct stmt *next;      /* in its bucket */
    unsigned short *place;  /* $n -> the store's index; NULL when they are the same */
    int places;             /* highest n */
    enum err err;           /* first failure since it was handed out */
    bool open, once, writes, stepped, done;
};

struct db {
    sqlite3 *store;
    struct note *note;
    char *path; /* absolute, without links; "" in memory */
    enum db_mode mode;
    int version;
    int64_t schema_seen; /* the store's number of the schema that was judged; 0 = none */
    bool shared; /* opened with the group's right (db/safe.h) */
    bool readonly, writing, bulk;
    bool own_work; /* the guard looks away: this layer is at work */
    const char *hidden_table, *hidden_column; /* reads as NULL; NULL = none */
    enum err dead;
    int reading; /* depth of db_read_begin */
    int open_count;
    dev_t device;
    ino_t inode;
    int commits_since_checkpoint, log_pages;
    bool (*stop)(void *self, const char *holder);
    void *stop_self;
    int64_t stop_asked_ms;
    sqlite3_stmt *own[OWN_COUNT];
    struct stmt *bucket[STORE_BUCKETS];
    char *later[STORE_LATER_MAX]; /* how indexes are made that wait for the commit */
    int later_count;
    struct lane lane;
    struct disk disk;
};

/* trouble.c: the store's code in a bookkeeper's words, the store's own in brackets; returns the
 * code. */
enum err store_fail(struct db *db, int rc);
/* That of the statement after which nothing is written any more, in words also when the note was
 * cleared since; OK = none was. */
enum err store_dead(struct db *db);
enum err store_fail_commit(struct db *db, int rc);

/* statement.c */
void store_drop_statements(struct db *db);

/* connection.c: opens the file at db->path with every setting of TRUST.md 4. */
enum err store_connect(struct db *db, bool readonly);
void store_disconnect(struct db *db);
enum err store_check_version(const struct db *db); /* neither newer nor, but to migrate it, older */
int store_run(struct db *db, const char *sql);     /* own SQL without rows: the store's code */
int store_own(struct db *db, enum store_own which, int64_t *out); /* out may be NULL */
int store_query_only(struct db *db, bool on);

/* later.c: indexes that a bulk load makes last. */
enum err later_make(struct db *db); /* just before the commit */
void later_forget(struct db *db);

/* check.c: CORRUPT where something of the schema would run, or be missing, in a posting that is not
 * as this program makes it (TRUST.md F14). */
enum err store_schema_judge(struct db *db);
enum err store_schema_hash(struct db *db, struct hash *out);

/* migrate.c: brings an open write transaction's book from its version to this program's. */
enum err migrate_steps(struct db *db, int from);
/* What all steps come to: store_schema_hash of a new book, in hex. */
extern const char store_schema_known[HASH_TEXT];

#endif
