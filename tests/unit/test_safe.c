/* On which paths the group's right to a shared book may be raised: owners and modes of folders. */
#include "db/safe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { ROOT = 0, ANNA = 1001, TOM = 1002, BOOKS = 61990, STAFF = 50 };

static const gid_t annas[] = {ANNA, STAFF};
static const struct safe_user anna = {ANNA, annas, 2}, root = {ROOT, annas, 0};

static struct stat of(uid_t owner, gid_t group, mode_t mode)
{
    return (struct stat){.st_uid = owner, .st_gid = group, .st_mode = mode};
}

static void folders_that_a_user_cannot_change_are_safe(void **state)
{
    static const struct {
        uid_t owner;
        gid_t group;
        mode_t mode;
        int next_owner; /* -1: here lies the file */
        bool safe;
    } folders[] = {
        {ROOT, ROOT, S_IFDIR | 0755, ROOT, true},
        {ROOT, BOOKS, S_IFDIR | 02770, -1, true},
        {TOM, TOM, S_IFDIR | 0755, -1, true},    /* another clerk's, who has rights of his own */
        {ANNA, ANNA, S_IFDIR | 0755, -1, false}, /* she may rename what lies in it */
        {ANNA, BOOKS, S_IFDIR | 0555, -1, false}, /* and give herself the right to */
        {ROOT, STAFF, S_IFDIR | 02775, ROOT, false},
        {ROOT, ANNA, S_IFDIR | 0770, -1, false},
        {ROOT, STAFF, S_IFDIR | 0755, ROOT, true},
        {ROOT, ROOT, S_IFDIR | 0777, ROOT, false},
        {ROOT, ROOT, S_IFDIR | 01777, ROOT, true},
        {ROOT, ROOT, S_IFDIR | 01777, TOM, true},
        {ROOT, ROOT, S_IFDIR | 01777, ANNA, false},
        {ROOT, ROOT, S_IFDIR | 01777, -1, false}, /* a log could be put beside the book */
        {ANNA, ROOT, S_IFDIR | 01777, ROOT, false},
        {ROOT, STAFF, S_IFDIR | 01770, ROOT, true},
        {ROOT, ROOT, S_IFLNK | 0777, ROOT, false},
        {ROOT, ROOT, S_IFREG | 0644, -1, false},
    };

    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        const struct stat folder = of(folders[i].owner, folders[i].group, folders[i].mode);
        const struct stat next = of((uid_t)folders[i].next_owner, ROOT, S_IFDIR | 0755);
        if (safe_folder(&folder, folders[i].next_owner < 0 ? NULL : &next, &anna) !=
            folders[i].safe)
            fail_msg("folder %zu", i);
        assert_true(safe_folder(&folder, &next, &root));
    }
}

/* As nobody: what root made is safe, what nobody made is not, nor is what lies below it. */
static void paths_are_walked_from_the_file_to_the_root(void **state)
{
    enum { NOBODY = 65534 };
    char top[] = "/tmp/test_safe-XXXXXX", firm[64], own[64], below[80], link[64], file[96];

    if (getuid() != 0)
        skip();
    assert_non_null(mkdtemp(top));
    snprintf(firm, sizeof firm, "%s/firm", top);
    snprintf(own, sizeof own, "%s/own", top);
    snprintf(below, sizeof below, "%s/firm", own);
    snprintf(link, sizeof link, "%s/link", top);
    assert_int_equal(chmod(top, 0755) | mkdir(firm, 0755) | mkdir(own, 0755) | mkdir(below, 0755) |
                         chown(own, NOBODY, NOBODY) | symlink(firm, link),
                     0);
    assert_int_equal(setresuid(NOBODY, NOBODY, 0), 0);
    assert_true(safe_path((snprintf(file, sizeof file, "%s/book.arl", firm), file)));
    assert_false(safe_path((snprintf(file, sizeof file, "%s/book.arl", own), file)));
    assert_false(safe_path((snprintf(file, sizeof file, "%s/book.arl", below), file)));
    assert_false(safe_path((snprintf(file, sizeof file, "%s/book.arl", link), file)));
    assert_false(safe_path((snprintf(file, sizeof file, "%s/none/book.arl", firm), file)));
    assert_false(safe_path("/tmp/book.arl"));
    assert_false(safe_path("book.arl"));
    assert_int_equal(setresuid(0, 0, 0), 0);
    assert_int_equal(unlink(link) | rmdir(below) | rmdir(own) | rmdir(firm) | rmdir(top), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folders_that_a_user_cannot_change_are_safe),
        cmocka_unit_test(paths_are_walked_from_the_file_to_the_root),
    };

    return cmocka_run_group_tests_name("safe paths", tests, NULL, NULL);
}
