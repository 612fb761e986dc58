/* PDF out: the same facts make the same bytes, rows survive the spool, a full disk is told. */
#include "out/pdf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/spool.h"
#include "written.h"

static const struct column columns[] = {
    {.name = "number", .title = "Number", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
};
static const struct table_head head = {"Open items", "as of 2026-10-31", columns, 3};
static const struct writer_options options = {.foot = "Harbour & Finch", .moment = 1};

/* The bytes of a PDF of so many rows. */
static void rows_pdf(int rows, struct buf *out)
{
    struct note note = {0};
    struct out bytes;
    struct writing writing;
    char chunk[4096];
    ssize_t n;
    int fd;

    assert_int_equal(spool_open(&note, &fd), ERR_OK);
    assert_int_equal(out_open_fd(&bytes, fd, false, &note), ERR_OK);
    struct sink sink = writing_open(&writing, writer_find("pdf"), &bytes, &options);
    assert_int_equal(sink.head(sink.self, &head), ERR_OK);
    for (int i = 0; i < rows; i++) {
        char number[16], name[400];
        snprintf(number, sizeof number, "INV-%d", i);
        memset(name, 'x', sizeof name);
        name[i % 30 == 7 ? sizeof name - 1 : 12] = 0;
        const struct cell cells[] = {cell_code(number), i % 5 ? cell_text(name) : cell_none(),
                                     cell_money(money_of(i, written_eur()))};
        assert_int_equal(sink_row(&sink, i, i % 2 ? '!' : ' ', cells), ERR_OK);
    }
    assert_int_equal(sink.foot(sink.self, "all of it adds up"), ERR_OK);
    writing_close(&writing);
    assert_int_equal(out_close(&bytes), ERR_OK);
    assert_true(lseek(fd, 0, SEEK_SET) == 0);
    while ((n = read(fd, chunk, sizeof chunk)) > 0)
        buf_add(out, chunk, (size_t)n);
    close(fd);
}

static int sheets(const struct buf *pdf)
{
    static const char word[] = "/Type /Page";
    const size_t len = sizeof word - 1;
    int count = 0;

    for (size_t i = 0; i + len < pdf->len; i++)
        count += memcmp(pdf->data + i, word, len) == 0 && pdf->data[i + len] != 's';
    return count;
}

static void test_sheets(void **state)
{
    struct buf few, many, again;

    buf_init(&few, 1 << 24);
    buf_init(&many, 1 << 24);
    buf_init(&again, 1 << 24);
    rows_pdf(0, &few);
    assert_memory_equal(few.data, "%PDF-1.", 7);
    assert_int_equal(sheets(&few), 1);
    rows_pdf(5000, &many); /* more than a block of the spool */
    assert_true(sheets(&many) > 80);
    rows_pdf(5000, &again);
    assert_int_equal(many.len, again.len);
    assert_memory_equal(many.data, again.data, many.len);
    buf_done(&few);
    buf_done(&many);
    buf_done(&again);
}

static void test_full_disk(void **state)
{
    struct note note = {0};
    struct out bytes;
    struct page page;

    const int fd = open("/dev/full", O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        skip();
    page_init(&page, "Statement", NULL);
    for (int i = 0; i < 3000; i++)
        page_text(&page, "A line that is long enough to fill what waits to be written.");
    assert_int_equal(out_open_fd(&bytes, fd, false, &note), ERR_OK);
    const enum err e = writer_page(writer_find("pdf"), &bytes, &page, &options);
    const enum err closed = out_close(&bytes);
    assert_int_equal(e != ERR_OK ? e : closed, ERR_FULL);
    page_done(&page);
    close(fd);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_sheets),
                                       cmocka_unit_test(test_full_disk)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
