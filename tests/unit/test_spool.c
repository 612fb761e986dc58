/* Bytes that wait: the stage of an import, and output through a spool or to a new file. */
#include "base/spool.h"
#include "io/stage.h"
#include "out/out.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static void test_stage_gives_back_what_it_got(void **state)
{
    struct note note = {0};
    struct stage *stage;
    int64_t places[1000];
    static char big[200000], record[300];
    const void *bytes;
    size_t len;

    assert_int_equal(stage_open(&note, &stage), ERR_OK);
    for (int i = 0; i < 1000; i++) {
        memset(record, i % 251, sizeof(record));
        assert_int_equal(stage_add(stage, record, (size_t)(i % 300), &places[i]), ERR_OK);
    }
    memset(big, 'B', sizeof(big));
    assert_int_equal(stage_add(stage, big, sizeof(big), NULL), ERR_OK);
    for (int round = 0; round < 2; round++) {
        assert_int_equal(stage_rewind(stage), ERR_OK);
        for (int i = 0; i < 1000; i++) {
            assert_int_equal(stage_next(stage, &bytes, &len), ERR_OK);
            assert_non_null(bytes);
            assert_int_equal(len, i % 300);
            assert_int_equal((uintptr_t)bytes % 8, 0);
            memset(record, i % 251, sizeof(record));
            assert_memory_equal(bytes, record, len);
        }
        assert_int_equal(stage_next(stage, &bytes, &len), ERR_OK);
        assert_int_equal(len, sizeof(big));
        assert_memory_equal(bytes, big, len);
        assert_int_equal(stage_next(stage, &bytes, &len), ERR_OK);
        assert_null(bytes);
    }
    for (int i = 999; i >= 0; i -= 7) { /* by place, backwards */
        assert_int_equal(stage_get(stage, places[i], &bytes, &len), ERR_OK);
        assert_int_equal(len, i % 300);
        memset(record, i % 251, sizeof(record));
        assert_memory_equal(bytes, record, len);
    }
    assert_int_equal(stage_add(stage, big, STAGE_RECORD_MAX + 1, NULL), ERR_LIMIT);
    stage_close(stage);
}

static char folder[] = "/tmp/arledger-out-XXXXXX";

static const char *path_of(const char *name)
{
    static char path[200];

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    return path;
}

static void assert_content(const char *path, const char *content)
{
    char got[200] = "";
    FILE *file = fopen(path, "r");

    assert_non_null(file);
    got[fread(got, 1, sizeof(got) - 1, file)] = 0;
    fclose(file);
    assert_string_equal(got, content);
}

static int files_in_folder(void)
{
    char command[300], line[20] = "";
    FILE *pipe;

    snprintf(command, sizeof(command), "ls -A %s | wc -l", folder);
    pipe = popen(command, "r");
    assert_non_null(pipe);
    assert_non_null(fgets(line, sizeof(line), pipe));
    pclose(pipe);
    return (int)strtol(line, NULL, 10);
}

static void test_a_file_is_whole_or_not_there(void **state)
{
    struct note note = {0};
    struct out out;
    struct stat st;
    char path[200];

    snprintf(path, sizeof(path), "%s", path_of("aging.csv"));
    assert_int_equal(out_open_path(&out, path, false, &note), ERR_OK);
    out_text(&out, "half a report");
    assert_int_equal(stat(path, &st), -1);
    out_drop(&out);
    assert_int_equal(files_in_folder(), 0);
    assert_int_equal(out_open_path(&out, path, false, &note), ERR_OK);
    out_text(&out, "first");
    assert_int_equal(out_close(&out), ERR_OK);
    assert_content(path, "first");
    assert_int_equal(out_open_path(&out, path, false, &note), ERR_CREATE);
    assert_non_null(strstr(note.text, "--force"));
    assert_int_equal(out_open_path(&out, path, true, &note), ERR_OK);
    out_text(&out, "second");
    assert_content(path, "first");
    assert_int_equal(out_close(&out), ERR_OK);
    assert_content(path, "second");
    assert_int_equal(files_in_folder(), 1);
    assert_int_equal(unlink(path), 0);
}

static void test_somebody_else_was_faster(void **state)
{
    struct note note = {0};
    struct out slow, fast;
    char path[200];

    snprintf(path, sizeof(path), "%s", path_of("race.csv"));
    assert_int_equal(out_open_path(&slow, path, false, &note), ERR_OK);
    assert_int_equal(out_open_path(&fast, path, false, &note), ERR_OK);
    out_text(&slow, "slow");
    out_text(&fast, "fast");
    assert_int_equal(out_close(&fast), ERR_OK);
    assert_int_equal(out_close(&slow), ERR_CREATE);
    assert_content(path, "fast");
    assert_int_equal(files_in_folder(), 1);
    assert_int_equal(unlink(path), 0);
}

static void test_links_and_folders_are_refused(void **state)
{
    struct note note = {0};
    struct out out;
    char path[200];

    snprintf(path, sizeof(path), "%s", path_of("link"));
    assert_int_equal(symlink("/etc/passwd", path), 0);
    assert_int_equal(out_open_path(&out, path, true, &note), ERR_CREATE);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(out_open_path(&out, folder, true, &note), ERR_CREATE);
    assert_int_equal(out_open_path(&out, path_of("no/such/folder"), false, &note), ERR_CREATE);
}

static void test_spooled_output_waits(void **state)
{
    struct note note = {0};
    struct out out;
    int ends[2];
    char got[100] = "";
    static char block[100000];

    assert_int_equal(pipe(ends), 0);
    assert_int_equal(fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
    memset(block, '.', sizeof(block));
    assert_int_equal(out_open_fd(&out, ends[1], true, &note), ERR_OK);
    for (int i = 0; i < 50; i++) /* far more than a pipe holds, and nobody reads */
        out_bytes(&out, block, sizeof(block));
    assert_int_equal(out.code, ERR_OK);
    assert_int_equal(out.total, 50 * (int64_t)sizeof(block));
    assert_int_equal(read(ends[0], got, sizeof(got)), -1);
    out_drop(&out);
    assert_int_equal(out_open_fd(&out, ends[1], true, &note), ERR_OK);
    out_text(&out, "all of it");
    assert_int_equal(out_close(&out), ERR_OK);
    assert_int_equal(read(ends[0], got, sizeof(got)), 9);
    assert_string_equal(got, "all of it");
    close(ends[0]);
    close(ends[1]);
}

static void test_a_full_disk_is_told_once(void **state)
{
    struct note note = {0};
    struct out out;
    int fd = open("/dev/full", O_WRONLY);

    if (fd < 0)
        skip();
    assert_int_equal(out_open_fd(&out, fd, false, &note), ERR_OK);
    for (int i = 0; i < 100000; i++)
        out_text(&out, "a row\n");
    assert_int_equal(out_close(&out), ERR_FULL);
    assert_int_equal(note.code, ERR_FULL);
    close(fd);
}

static int make_folder(void **state)
{
    return mkdtemp(folder) == NULL;
}

static int remove_folder(void **state)
{
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stage_gives_back_what_it_got),
        cmocka_unit_test(test_a_file_is_whole_or_not_there),
        cmocka_unit_test(test_somebody_else_was_faster),
        cmocka_unit_test(test_links_and_folders_are_refused),
        cmocka_unit_test(test_spooled_output_waits),
        cmocka_unit_test(test_a_full_disk_is_told_once),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
