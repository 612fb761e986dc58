/* Disks that no book may lie on, and those that it can only be read from: what the system says of a
 * disk is put in its mouth here. Nothing is written where nothing may be. */
#include "fault/clerk.h"

#include "db/db.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <cmocka.h>

#define NOBODY 65534 /* to whom permissions apply, where the tests run as root */
#define EXT4 0xEF53

static long disk_kind = EXT4;
static unsigned long disk_flags;

/* In the place of the system's own. */
int statfs(const char *path, struct statfs *out)
{
    memset(out, 0, sizeof *out);
    out->f_type = (__typeof__(out->f_type))disk_kind;
    return 0;
}

int statvfs(const char *path, struct statvfs *out)
{
    memset(out, 0, sizeof *out);
    out->f_flag = disk_flags;
    return 0;
}

static char folder[40], book[64];

static int found_book(void **state)
{
    struct clerk clerk;

    clerk_folder(folder, sizeof folder, "disks");
    snprintf(book, sizeof book, "%s/book", folder);
    assert_int_equal(clerk_found(&clerk, book), ERR_OK);
    assert_int_equal(clerk_do(&clerk, NULL, "customer add --code ACME --name Acme"), ERR_OK);
    clerk_close(&clerk);
    return 0;
}

static int remove_book(void **state)
{
    clerk_remove(book);
    rmdir(folder);
    return 0;
}

static int files_in_folder(void)
{
    DIR *entries = opendir(folder);
    int count = 0;

    assert_non_null(entries);
    while (readdir(entries) != NULL)
        count++;
    closedir(entries);
    return count;
}

static void refused(const char *path, enum db_mode mode, const char *words)
{
    struct note note = {0};
    struct db *db = NULL;

    assert_int_equal(db_open(path, mode, &note, &db), ERR_UNAVAILABLE);
    assert_null(db);
    if (strstr(note.text, words) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", note.text, words);
}

static void a_network_disk_is_refused_by_name(void **state)
{
    static const struct {
        long kind;
        const char *name;
    } disks[] = {
        {0x6969, "(NFS)"},      {0xFF534D42, "(CIFS)"}, {0xFE534D42, "(SMB2)"},
        {0x517B, "(SMB)"},      {0x65735546, "(FUSE)"}, {0x01021997, "(9p)"},
        {0x00C36400, "(Ceph)"}, {0x5346414F, "(AFS)"},
    };
    char fresh[80];
    struct clerk clerk;
    const int files = files_in_folder();

    snprintf(fresh, sizeof fresh, "%s.new", book);
    for (size_t i = 0; i < sizeof disks / sizeof *disks; i++) {
        disk_kind = disks[i].kind;
        refused(book, DB_OPEN, disks[i].name);
        refused(book, DB_READ, disks[i].name);
        refused(book, DB_MIGRATE, disks[i].name);
        refused(fresh, DB_CREATE, disks[i].name);
        assert_int_equal(files_in_folder(), files);
    }
    disk_kind = EXT4;
    assert_int_equal(clerk_open(&clerk, book), ERR_OK);
    clerk_close(&clerk);
    print_message("# tally tried %d lost 0 doubled 0 corrupt 0 half 0\n",
                  (int)(sizeof disks / sizeof *disks) * 4);
}

/* ---- only to be read ---- */

static void permissions_apply(bool do_)
{
    if (getuid() == 0)
        assert_int_equal(seteuid(do_ ? NOBODY : 0), 0);
}

static void permissions_set(mode_t of_book, mode_t of_folder)
{
    assert_int_equal(chmod(book, of_book), 0);
    assert_int_equal(chmod(folder, of_folder), 0);
}

/* Reports work, nothing can be posted, and nothing is. */
static void only_read(const char *what)
{
    struct clerk clerk;
    struct hash before, after;

    if (clerk_open(&clerk, book) != ERR_OK)
        fail_msg("%s: %s", what, clerk_words(&clerk));
    assert_int_equal(clerk_print(&clerk, &before), ERR_OK);
    if (clerk_do(&clerk, NULL, "customer list") != ERR_OK ||
        clerk_do(&clerk, NULL, "report aging") != ERR_OK)
        fail_msg("%s: %s", what, clerk_words(&clerk));
    assert_int_equal(clerk_do(&clerk, NULL, "customer add --code NEW --name New"), ERR_DENIED);
    if (strstr(clerk_words(&clerk), "open for reading only") == NULL)
        fail_msg("%s: %s", what, clerk_words(&clerk));
    assert_int_equal(clerk_print(&clerk, &after), ERR_OK);
    assert_int_equal(hash_cmp(&before, &after), 0);
    clerk_close(&clerk);
}

/* While somebody who may write has it open; the files beside it are as open as the book. */
static void read_beside_its_owner(const char *what, mode_t of_book, mode_t of_folder)
{
    struct clerk owner;

    permissions_set(of_book, 0755);
    assert_int_equal(clerk_open(&owner, book), ERR_OK);
    permissions_set(of_book, of_folder);
    permissions_apply(true);
    only_read(what);
    permissions_apply(false);
    permissions_set(0600, 0700);
    clerk_close(&owner);
}

static void what_may_not_be_written_is_read(void **state)
{
    if (getuid() != 0)
        skip(); /* who owns the book may always write */
    read_beside_its_owner("a file that may only be read", 0644, 0777);
    read_beside_its_owner("a folder that nothing may be put into", 0644, 0755);
    print_message("# tally tried 2 lost 0 doubled 0 corrupt 0 half 0\n");
}

/* The store would need its files beside the book: that is said, with what helps. */
static void alone_in_a_closed_folder_is_told(void **state)
{
    struct clerk clerk;

    permissions_set(0444, 0555);
    permissions_apply(true);
    const int files = files_in_folder();
    const enum err e = clerk_open(&clerk, book);
    const bool said = strstr(clerk_words(&clerk), "you may not write in its folder") != NULL;
    clerk_close(&clerk);
    assert_int_equal(files_in_folder(), files);
    permissions_apply(false);
    permissions_set(0600, 0700);
    assert_int_equal(e, ERR_DENIED);
    assert_true(said);
}

static void a_disk_that_cannot_change_is_read(void **state)
{
    const int files = files_in_folder();

    disk_flags = ST_RDONLY;
    permissions_set(0444, 0555);
    permissions_apply(true);
    only_read("a disk that cannot change");
    permissions_apply(false);
    permissions_set(0600, 0700);
    disk_flags = 0;
    assert_int_equal(files_in_folder(), files);
    print_message("# tally tried 1 lost 0 doubled 0 corrupt 0 half 0\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_network_disk_is_refused_by_name),
        cmocka_unit_test(what_may_not_be_written_is_read),
        cmocka_unit_test(alone_in_a_closed_folder_is_told),
        cmocka_unit_test(a_disk_that_cannot_change_is_read),
    };
    return cmocka_run_group_tests_name("disks", tests, found_book, remove_book);
}
